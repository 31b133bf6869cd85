"""Where copies go: their names, the scratch file beside them, and the one step that gives it the final name."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from secrets import token_hex

from lenscap.errors import UnreadableError
from lenscap.model import Bytes

_PREFIX = ".lenscap-"
_SUFFIX = ".part"
_NEUTRAL_TIME = 946_684_800
"""1 January 2000, UTC: the modification time of every copy, so that it says nothing about the photo's."""


class Names:
    """Gives every photo of a run a target that no other one has, also where case makes no difference."""

    def __init__(self, folder: Path, neutral: bool = False) -> None:
        self._folder = folder
        self._neutral = neutral
        self._taken: set[str] = set()
        self._numbers = count(1)

    def target(self, relative: Path, source: Path) -> Path:
        """The path for the copy of ``source``, which lies at ``relative`` in what was given."""
        if self._neutral:
            relative = Path(f"photo-{next(self._numbers):04}{relative.suffix.lower()}")
        numbered = (relative.with_stem(f"{relative.stem} ({n})") for n in count(2))
        for candidate in chain([relative], numbered):
            key = str(candidate).casefold()
            if key not in self._taken and _may_be_written(self._folder / candidate, source):
                self._taken.add(key)
                return self._folder / candidate
        raise AssertionError("numbers do not end")


def _may_be_written(target: Path, source: Path) -> bool:
    """Nothing is overwritten but an older copy of ours, which is known by its neutral time; never the original."""
    try:
        status = target.lstat()
        return stat.S_ISREG(status.st_mode) and status.st_mtime == _NEUTRAL_TIME and not target.samefile(source)
    except OSError:
        return True


def write_scratch(target: Path, pieces: Iterable[Bytes]) -> Path:
    """Write a candidate into the target's folder, under a name that nobody takes for a photo; return its path."""
    scratch = target.with_name(f"{_PREFIX}{token_hex(8)}{_SUFFIX}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = scratch.open("xb")
    except OSError as error:
        raise UnreadableError(f"The folder for copies cannot be written to: {_why(error)}.") from error
    try:
        with file:
            file.writelines(pieces)
    except BaseException as error:
        discard(scratch)
        if isinstance(error, OSError):
            raise UnreadableError(f"The copy could not be written: {_why(error)}.") from error
        raise
    return scratch


def commit(scratch: Path, target: Path) -> None:
    """Give a verified candidate its final name and a neutral time."""
    try:
        os.utime(scratch, (_NEUTRAL_TIME, _NEUTRAL_TIME))
        os.replace(scratch, target)
    except OSError as error:
        discard(scratch)
        raise UnreadableError(f"The copy could not get its name: {_why(error)}.") from error


def discard(scratch: Path) -> None:
    """Delete a candidate that will not be used."""
    with suppress(OSError):
        scratch.unlink()


def _why(error: OSError) -> str:
    """The system's own words for an error, without the path."""
    return (error.strerror or "unknown error").lower()
