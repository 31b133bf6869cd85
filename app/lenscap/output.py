"""Where copies go: their names, the scratch file beside them, and the one step that gives it the final name."""

from __future__ import annotations

import filecmp
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BufferedWriter
from itertools import count
from pathlib import Path
from unicodedata import normalize

from lenscap.binary.ondisk import Piece, Span
from lenscap.errors import UnreadableError

_PREFIX = ".lenscap-"
_SUFFIX = ".part"
_LONGEST_NAME = 255
"""In bytes; what most file systems take."""

_CLOSED, _CUT = "The folder for copies cannot be written to", "The copy could not be written"
_UNNAMED = "The copy could not get its name"
UNWRITTEN = (_CLOSED, _CUT, _UNNAMED)
"""How the reasons begin that are the fault of the place where copies go, and of no photo."""

_NEUTRAL_TIME = 946_684_800
"""1 January 2000, UTC: the modification time of every copy, so that it says nothing about the photo's."""


class Names:
    """Gives every photo of a run a target that no other one has, also where case makes no difference."""

    def __init__(self, folder: Path, neutral: bool = False) -> None:
        self.neutral = neutral
        self._folder = folder
        self._taken: set[str] = set()
        self._numbers: dict[Path, int] = {}

    def target(self, relative: Path, suffix: str = "") -> Path:
        """The path for the copy of a photo at ``relative`` in what was given; a neutral name ends in ``suffix``.

        Files that differ in their suffixes only, as those of a live photo do, get the same number.
        """
        if self.neutral:
            number = self._numbers.setdefault(relative.with_suffix(""), len(self._numbers) + 1)
            relative = Path(f"photo-{number:04}{suffix}")
        for candidate in _numbered(relative):
            key = normalize("NFC", str(candidate)).casefold()
            if key not in self._taken:
                self._taken.add(key)
                return self._folder / candidate
        raise AssertionError("numbers do not end")


def _numbered(path: Path) -> Iterator[Path]:
    """A path, and the same with "(2)", "(3)" … behind its stem, which is shortened where it grows too long."""
    yield path
    for number in count(2):
        stem, mark = path.stem, f" ({number})"
        while len(os.fsencode(stem + mark + path.suffix)) > _LONGEST_NAME and stem:
            stem = stem[:-1]
        yield path.with_name(stem + mark + path.suffix)


def write_scratch(target: Path, parts: Iterable[Piece]) -> Path:
    """Write a candidate into the target's folder, under a name that nobody takes for a photo; return its path."""
    scratch = target.with_name(f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = scratch.open("xb")
    except OSError as error:
        raise UnreadableError(f"{_CLOSED}: {_why(error)}.") from error
    try:
        with file:
            _write(file, parts)
    except BaseException as error:
        discard(scratch)
        if isinstance(error, OSError):
            raise UnreadableError(f"{_CUT}: {_why(error)}.") from error
        raise
    return scratch


def _write(file: BufferedWriter, parts: Iterable[Piece]) -> None:
    for part in parts:
        if isinstance(part, Span):
            part.append_to(file)
        else:
            file.write(part)


def commit(scratch: Path, target: Path, time: float | None = None) -> Path:
    """Give a verified candidate its final name and a ``time`` of modification, a neutral one if none; return the name.

    Nothing that has the name already is overwritten: an older copy of the same bytes stands for the new one,
    anything else makes it take a number.
    """
    try:
        os.utime(scratch, (_NEUTRAL_TIME, _NEUTRAL_TIME if time is None else time))
        return next(path for path in _numbered(target) if _takes(scratch, path))
    except OSError as error:
        raise UnreadableError(f"{_UNNAMED}: {_why(error)}.") from error
    finally:
        discard(scratch)


def _takes(scratch: Path, path: Path) -> bool:
    """Whether the candidate has that name now. A hard link is the one way to take only a free one, at one stroke."""
    try:
        os.link(scratch, path)
    except FileExistsError:
        return _is_older_copy(path, scratch)
    except OSError:  # a disk without hard links
        if path.exists():
            return _is_older_copy(path, scratch)
        os.replace(scratch, path)
    return True


def _is_older_copy(path: Path, scratch: Path) -> bool:
    status = path.lstat()
    ours = stat.S_ISREG(status.st_mode) and status.st_mtime == scratch.stat().st_mtime
    return ours and filecmp.cmp(path, scratch, shallow=False)


def discard(scratch: Path) -> None:
    """Delete a candidate that will not be used."""
    with suppress(OSError):
        scratch.unlink()


def _why(error: OSError) -> str:
    """The system's own words for an error, without the path."""
    return (error.strerror or "unknown error").lower()
