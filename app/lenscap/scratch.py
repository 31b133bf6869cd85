"""Candidates on the disk: written beside where the copy will be, held while somebody works on them, swept when not.

A scratch file is locked for as long as the process that wrote it lives, on whatever computer. What has the name of one
and is not locked was left behind by a run that was killed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import BufferedWriter
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lenscap.binary.ondisk import Piece, Span
from lenscap.errors import UnreadableError

if sys.platform != "win32":  # where nobody can delete what another one has open
    import fcntl

CLOSED, CUT = "The folder for copies cannot be written to", "The copy could not be written"
_NAME = re.compile(r"\.lenscap-[0-9a-f]{16}\.part")
_TRIES = 8


class Scratch(NamedTuple):
    """A candidate, and our hold on it."""

    path: Path
    hold: BinaryIO

    def discard(self) -> None:
        """Delete it; nothing happens if it has gone already."""
        if sys.platform == "win32":  # where the last of those who have it open must let go first
            self.hold.close()
        with suppress(OSError):
            self.path.unlink()
        self.hold.close()


def write(target: Path, parts: Iterable[Piece]) -> Scratch:
    """Write a candidate into the target's folder, under a name that nobody takes for a photo.

    Its bytes are on the disk before this returns, so that no power cut leaves half of them under the final name.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch = _opened(target)
    except OSError as error:
        raise UnreadableError(f"{CLOSED}: {why(error)}.") from error
    try:
        with os.fdopen(os.dup(scratch.hold.fileno()), "wb") as file:
            _fill(file, parts)
            os.fsync(file.fileno())
    except BaseException as error:
        scratch.discard()
        if isinstance(error, OSError):
            raise UnreadableError(f"{CUT}: {why(error)}.") from error
        raise
    return scratch


def _opened(target: Path) -> Scratch:
    """A new file, held by us: between its making and our hold, somebody may have swept it away."""
    for _ in range(_TRIES):
        path = target.with_name(f".lenscap-{os.urandom(8).hex()}.part")
        hold = path.open("xb")
        if _is_held(hold) and path.exists():
            return Scratch(path, hold)
        hold.close()
    raise OSError(0, "its scratch file goes away again")


def _is_held(file: BinaryIO) -> bool:
    """Whether the lock on a file is ours now. Where a disk knows no locks, nothing is swept either."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _fill(file: BufferedWriter, parts: Iterable[Piece]) -> None:
    for part in parts:
        if isinstance(part, Span):
            part.append_to(file)
        else:
            file.write(part)
    file.flush()


def sweep(folder: Path) -> None:
    """Delete what killed runs left in a folder; what belongs to a run that lives, here or elsewhere, stays."""
    with suppress(OSError), os.scandir(folder) as entries:
        left = [entry.path for entry in entries if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)]
        for path in left:
            with suppress(OSError):
                _sweep(Path(path))


def _sweep(path: Path) -> None:
    if sys.platform == "win32":
        path.unlink()
        return
    with path.open("rb+") as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()


def why(error: OSError) -> str:
    """The system's own words for an error, without the path."""
    return (error.strerror or "unknown error").lower()
