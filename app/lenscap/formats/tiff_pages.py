"""The directories of a TIFF: which are pages, where their strips and tiles lie, and what else there is (TIFF 6.0).

Pages are the directories of the chain that hold a picture. Smaller copies of it (in the chain or below), Exif, GPS and
whatever else directories lead to are not needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lenscap.binary.ifd import Directory, Entry, Tiff
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import MOST_PARTS
from lenscap.formats import tiff_tags as tags
from lenscap.formats.tiff_page import Page, page_in
from lenscap.formats.tiff_shape import COMPRESSION, HEIGHT, PHOTOMETRIC, WIDTH, number

_MOST_PAGES = 10_000
_MOST_ENTRIES = 400_000
_MOST_BELOW = 256
_DEEPEST = 3
_REDUCED = 1
_OLD_REDUCED = 2
_AUXILIARY = ~0b111
"""Bits of the kind of a page that TIFF 6.0 does not know: maps of depth, parts of raw photos."""

_RAW_TAGS = frozenset((50706, 33421, 33422, 34310))
_RAW_PHOTOMETRICS = frozenset((32803, 34892))
_RAW_COMPRESSIONS = frozenset((32767, 32769, 32770, 32772, 32867, 34713, 34892, 52546, 65000, 65535))


@dataclass(slots=True)
class Other:
    """A directory that is not needed: of the chain if ``tag`` is 0, otherwise below one, where ``tag`` leads to it."""

    directory: Directory
    tag: int
    below: list[Other] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """A TIFF, taken apart."""

    tiff: Tiff
    big: bool
    pages: list[Page]
    chain: list[Page | Other]
    """The pages and the other directories, in their order."""
    below: dict[int, list[Other]]
    """What lies below pages, by where the directory of the page begins."""

    def others(self) -> Iterator[Other]:
        """All directories that are not needed."""
        waiting = [each for each in self.chain if isinstance(each, Other)]
        waiting += [other for below in self.below.values() for other in below]
        while waiting:
            other = waiting.pop()
            yield other
            waiting += other.below


_RAW_HEADS = (b"CR\2\0", b"IIII", b"MMMM")
"""Behind the header of a raw photo by Canon or Phase One."""


def book(data: memoryview) -> Book:
    """Follow a viewer through a file."""
    _check_header(data)
    return _Binding(Tiff(data)).book()


def _check_header(data: memoryview) -> None:
    head = bytes(data[:16])
    if head[8:12] in _RAW_HEADS:
        raise _raw("")
    is_big = head[2:4] in (b"+\0", b"\0+")
    if is_big and head[4:8] not in (b"\x08\0\0\0", b"\0\x08\0\0"):
        raise MalformedError("Its header is not that of a BigTIFF.")


def _raw(name: str) -> UnsupportedError:
    kind = f" ({name})" if name else ""
    return UnsupportedError(
        f"It is a raw photo{kind}. Lenscap does not clean raw photos, because only their maker knows what is in them. "
        "Develop it to JPEG or TIFF first."
    )


class _Binding:
    """The walk along the chain, and below it."""

    def __init__(self, tiff: Tiff) -> None:
        self.tiff = tiff
        self._seen: set[int] = set()
        self._entries = 0
        self._parts = 0
        self._below = 0

    def book(self) -> Book:
        chain: list[Page | Other] = []
        below: dict[int, list[Other]] = {}
        offset = self.tiff.first
        while offset:
            if offset in self._seen:
                raise MalformedError("Its pages lead in a circle.")
            if len(chain) >= _MOST_PAGES:
                raise MalformedError(f"It has more than {_MOST_PAGES:,} pages.")
            directory = self._directory(offset)
            found = self._tags(directory)
            self._refuse_raw(found)
            below[offset] = self._lower(directory, 0)
            if self._is_page(found, not chain):
                chain.append(self._page(directory, found))
            else:
                chain.append(Other(directory, 0, below.pop(offset)))
            if len(chain) == 1:
                self._refuse_hidden_main(found, below.get(offset, []))
            offset = directory.next
        pages = [each for each in chain if isinstance(each, Page)]
        if not pages or pages[0] is not chain[0]:
            raise MalformedError("There is no picture in its first directory.")
        return Book(self.tiff, bytes(self.tiff.data[2:4]) in (b"+\0", b"\0+"), pages, chain, below)

    def _directory(self, offset: int) -> Directory:
        self._seen.add(offset)
        directory = self.tiff.directory(offset)
        self._entries += len(directory.entries)
        if self._entries > _MOST_ENTRIES:
            raise MalformedError("Its directories hold more than those of any picture.")
        if directory.damaged and self.tiff.is_cut(directory):
            raise MalformedError("A directory of it claims more entries than it has.")
        return directory

    def _tags(self, directory: Directory) -> dict[int, Entry]:
        """The entries by their tags; the first of each."""
        found: dict[int, Entry] = {}
        for entry in directory.entries:
            found.setdefault(entry.tag, entry)
        return found

    def _refuse_raw(self, found: dict[int, Entry]) -> None:
        """Raise ``UnsupportedError`` for what only the maker of a camera can read."""
        if 50706 in found:
            raise _raw("DNG")
        compression = number(self.tiff, found, COMPRESSION, 0)
        photometric = number(self.tiff, found, PHOTOMETRIC, 0)
        if found.keys() & _RAW_TAGS or photometric in _RAW_PHOTOMETRICS or compression in _RAW_COMPRESSIONS:
            raise _raw("")

    def _refuse_hidden_main(self, found: dict[int, Entry], below: list[Other]) -> None:
        """In raw photos, the first picture is a small copy and the main one lies below it."""
        for other in below:
            inner = self._tags(other.directory)
            size = number(self.tiff, inner, WIDTH, 0) * number(self.tiff, inner, HEIGHT, 0)
            shown = number(self.tiff, found, WIDTH, 0) * number(self.tiff, found, HEIGHT, 0)
            if (
                other.tag == tags.SUB_IFDS
                and size > shown
                and not number(self.tiff, inner, tags.NEW_SUBFILE, 0) & _REDUCED
            ):
                raise _raw("")

    def _is_page(self, found: dict[int, Entry], is_first: bool) -> bool:
        if not (tags.STRIPS in found or tags.TILES in found):
            return False
        kind = number(self.tiff, found, tags.NEW_SUBFILE, 0)
        reduced = kind & (_REDUCED | _AUXILIARY) or number(self.tiff, found, tags.SUBFILE, 0) == _OLD_REDUCED
        return is_first or not reduced

    def _lower(self, directory: Directory, depth: int) -> list[Other]:
        """The directories below one. Those that cannot be read are left: nothing of them is copied."""
        lower = []
        for entry in directory.entries:
            if entry.tag not in (tags.EXIF_IFD, tags.GPS_IFD, tags.INTEROP_IFD, tags.SUB_IFDS) or depth >= _DEEPEST:
                continue
            for offset in self.tiff.numbers(entry, _MOST_BELOW):
                other = self._other(offset, entry.tag, depth)
                lower += [other] if other else []
        return lower

    def _other(self, offset: Any, tag: int, depth: int) -> Other | None:
        if not isinstance(offset, int) or offset in self._seen or self._below >= _MOST_BELOW:
            return None
        self._below += 1
        try:
            directory = self._directory(offset)
        except MalformedError:
            return None
        if tag == tags.SUB_IFDS:
            self._refuse_raw(self._tags(directory))
        return Other(directory, tag, self._lower(directory, depth + 1))

    def _page(self, directory: Directory, found: dict[int, Entry]) -> Page:
        page = page_in(self.tiff, directory, found)
        self._parts += page.shape.parts
        if self._parts > MOST_PARTS:
            raise MalformedError(f"It is made of more than {MOST_PARTS:,} parts, which no photo is.")
        return page
