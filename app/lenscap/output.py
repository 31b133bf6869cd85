"""Where copies go: their names, and the one step that gives a candidate the final name."""

from __future__ import annotations

import ctypes
import errno
import filecmp
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from unicodedata import normalize

from lenscap.errors import UnreadableError
from lenscap.scratch import CLOSED, CUT, Scratch, why

_LONGEST_NAME = 255
"""In bytes; what most file systems take."""

_MOST_NUMBERS = 10_000
"""More photos of one name are made again rather than looked for."""

_UNNAMED = "The copy could not get its name"
UNWRITTEN = (CLOSED, CUT, _UNNAMED)
"""How the reasons begin that are the fault of the place where copies go, and of no photo."""

_NEUTRAL_TIME = 946_684_800
"""1 January 2000, UTC: the modification time of every copy, so that it says nothing about the photo's."""


class Names:
    """Gives every photo of a run a target that no other one has, also where case makes no difference.

    ``number_of`` tells the number of a photo that has one from an earlier run, and ``is_given`` whether one is
    somebody's: a photo that came since takes the next that is free.
    """

    def __init__(
        self,
        folder: Path,
        neutral: bool = False,
        number_of: Callable[[Path], int | None] = lambda _: None,
        is_given: Callable[[int], bool] = lambda _: False,
    ) -> None:
        self.neutral = neutral
        self._folder = folder
        self._number_of, self._is_given = number_of, is_given
        self._taken: set[int] = set()
        """Hashes: of a million names themselves there would be a third of a gigabyte."""
        self._numbers: dict[int, int] = {}
        self._last = 0

    def target(self, relative: Path, suffix: str = "", others: Sequence[str] = ()) -> Path:
        """The path for the copy of a photo at ``relative`` in what was given; a neutral name ends in ``suffix``.

        Files that differ in their suffixes only, as those of a live photo do, get the same number. ``others`` are
        suffixes that the copy may have instead: names with these are nobody else's either.
        """
        if self.neutral:
            relative = Path(f"photo-{self.number(relative):04}{suffix}")
        for candidate in numbered(relative):
            forms = {_key(each) for each in (candidate, *map(candidate.with_suffix, others))}
            if not forms & self._taken:
                self._taken |= forms
                return self._folder / candidate
        raise AssertionError("numbers do not end")

    def number(self, relative: Path) -> int:
        """The number that a neutral name has instead of its own."""
        stem = relative.with_suffix("")
        key = hash(stem)
        if key not in self._numbers:
            self._numbers[key] = self._number_of(stem) or self._next()
        return self._numbers[key]

    def _next(self) -> int:
        self._last += 1
        while self._is_given(self._last):
            self._last += 1
        return self._last


def _key(path: Path) -> int:
    """The same for names that a disk may take for the same."""
    return hash(normalize("NFC", str(path)).casefold())


def numbered(path: Path) -> Iterator[Path]:
    """A path, and the same with "(2)", "(3)" … behind its stem, which is shortened where it grows too long."""
    yield path
    for number in count(2):
        stem, mark = path.stem, f" ({number})"
        while len(os.fsencode(stem + mark + path.suffix)) > _LONGEST_NAME and stem:
            stem = stem[:-1]
        yield path.with_name(stem + mark + path.suffix)


def among_names(target: Path, suffix: str, place: int) -> Path:
    """The name of a copy that was to be ``target``, and got another suffix (empty if not) or a number behind it."""
    if not 0 <= place < _MOST_NUMBERS:
        raise ValueError("no name is so far down")
    return next(islice(numbered(target.with_suffix(suffix) if suffix else target), place, None))


def place_among_names(target: Path, name: Path) -> tuple[str, int] | None:
    """What ``among_names`` has to be told; ``None`` if ``name`` is none of these."""
    suffix = name.suffix if name.suffix != target.suffix else ""
    names = numbered(target.with_suffix(suffix) if suffix else target)
    return next(((suffix, place) for place, each in enumerate(islice(names, _MOST_NUMBERS)) if each == name), None)


def commit(scratch: Scratch, target: Path, time: float | None = None) -> Path:
    """Give a verified candidate its final name and a ``time`` of modification, a neutral one if none; return the name.

    Nothing that has the name already is overwritten: an older copy of the same bytes stands for the new one,
    anything else makes it take a number.
    """
    try:
        os.utime(scratch.path, (_NEUTRAL_TIME, _NEUTRAL_TIME if time is None else time))
        return next(path for path in numbered(target) if _takes(scratch, path))
    except OSError as error:
        raise UnreadableError(f"{_UNNAMED}: {why(error)}.") from error
    finally:
        scratch.discard()


def _takes(scratch: Scratch, path: Path) -> bool:
    """Whether the candidate has that name now. A hard link is the one way to take only a free one, at one stroke."""
    try:
        os.link(scratch.path, path)
    except FileExistsError:
        return _is_older_copy(path, scratch.path)
    except OSError:  # a disk without hard links
        return _moves(scratch, path)
    return True


def _moves(scratch: Scratch, path: Path) -> bool:
    """The same without a link: by a move that takes a free name only, where the system has one."""
    if path.exists():
        return _is_older_copy(path, scratch.path)
    if sys.platform == "win32":
        scratch.hold.close()
        scratch.path.rename(path)  # which replaces nothing there
        return True
    try:
        _move_to_free_name(scratch.path, path)
    except FileExistsError:  # since we looked
        return _is_older_copy(path, scratch.path)
    return True


def _move_to_free_name(path: Path, target: Path) -> None:
    """Linux can move without replacing on nearly every disk; where it cannot, and elsewhere, we have just looked."""
    here, does_not_replace = -100, 1
    c_library = ctypes.CDLL(None, use_errno=True)
    if hasattr(c_library, "renameat2"):
        names = os.fsencode(path), os.fsencode(target)
        if c_library.renameat2(here, names[0], here, names[1], does_not_replace) == 0:
            return
        if ctypes.get_errno() == errno.EEXIST:
            raise FileExistsError
    os.replace(path, target)


def _is_older_copy(path: Path, scratch: Path) -> bool:
    status = path.lstat()
    ours = stat.S_ISREG(status.st_mode) and status.st_mtime == scratch.stat().st_mtime
    return ours and filecmp.cmp(path, scratch, shallow=False)
