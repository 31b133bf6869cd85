"""TIFF image file directories (TIFF 6.0, section 2; BigTIFF), as Exif and TIFF files use them."""

from __future__ import annotations

from struct import Struct, error
from typing import Any, NamedTuple

from lenscap.errors import MalformedError
from lenscap.model import Bytes

MOST_ENTRIES = 4000
"""More than any honest directory holds; what a claimed count may cost is bounded by it."""

_SHORT = 4096
_MOST_TIMES, _MOST_COPIED, _MOST_SPARE = 2, 32 << 20, 1 << 18
"""Values longer than ``_SHORT`` are copied out of a structure as long as there is room: so many times its length."""

BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED, SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE = range(1, 13)
UTF8 = 129
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8, 129: 1}
_LETTERS = {
    1: "B", 2: "B", 3: "H", 4: "I", 5: "II", 6: "b", 7: "B", 8: "h", 9: "i", 10: "ii", 11: "f", 12: "d", 13: "I",
    16: "Q", 17: "q", 18: "Q", 129: "B",
}  # fmt: skip
_PAIRS = (RATIONAL, SRATIONAL)


class Entry(NamedTuple):
    """One tag of a directory; its value is the bytes ``start`` to ``end``."""

    tag: int
    type: int
    many: int
    start: int
    end: int


class Directory(NamedTuple):
    """The entries that could be read, the offset of the ``next`` directory (0: none), and whether parts are broken."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    next: int
    damaged: bool


class _Shape(NamedTuple):
    """How classic TIFF and BigTIFF differ, in one byte order."""

    number: Struct
    entry: Struct
    offset: Struct
    inline: int


def _shape(order: str, big: bool) -> _Shape:
    if big:
        return _Shape(Struct(order + "Q"), Struct(order + "HHQ8s"), Struct(order + "Q"), 8)
    return _Shape(Struct(order + "H"), Struct(order + "HHI4s"), Struct(order + "I"), 4)


_SHAPES = {(order, big): _shape(order, big) for order in "<>" for big in (False, True)}
_STARTS = {b"II*\0": ("<", False), b"MM\0*": (">", False), b"II+\0": ("<", True), b"MM\0+": (">", True)}
_NUMBERS = {
    (order, kind, many): Struct(order + letters * many)
    for order in "<>"
    for kind, letters in _LETTERS.items()
    for many in (1, 3)
}


class Tiff:
    """A TIFF structure: its byte ``order`` ("<" or ">"), and where its ``first`` directory is."""

    __slots__ = ("_left", "_shape", "data", "first", "order")

    def __init__(self, data: Bytes) -> None:
        start = _STARTS.get(bytes(data[:4]))
        if start is None:
            raise MalformedError("These bytes do not begin as Exif or TIFF does.")
        self.data = data
        self._left = min(_MOST_TIMES * len(data), _MOST_COPIED) + _MOST_SPARE
        self.order = start[0]
        self._shape = _SHAPES[start]
        try:
            self.first = int(self._shape.offset.unpack_from(data, 8 if start[1] else 4)[0])
        except error:
            raise MalformedError("The Exif or TIFF header is cut off.") from None

    def directory(self, offset: int) -> Directory:
        """The directory at ``offset``, as far as it can be read."""
        count, entry, step, inline = self._shape
        limit = len(self.data)
        if not 8 <= offset <= limit - count.size:
            raise MalformedError(f"A directory lies outside of its file, at byte {offset}.")
        claimed = int(count.unpack_from(self.data, offset)[0])
        start = offset + count.size
        many = min(claimed, (limit - start) // entry.size, MOST_ENTRIES)
        end = start + many * entry.size
        entries, broken = [], many < claimed
        position = start + entry.size - inline
        for tag, kind, length, value in entry.iter_unpack(self.data[start:end]):
            size = length * _SIZES.get(kind, 0)
            place = position if size <= inline else step.unpack(value)[0]
            position += entry.size
            if place + size > limit or kind not in _SIZES:
                broken = True
            else:
                entries.append(Entry(tag, kind, length, place, place + size))
        has_next = many == claimed and end + inline <= limit
        following = int(step.unpack_from(self.data, end)[0]) if has_next else 0
        return Directory(offset, end + inline * has_next, tuple(entries), following, broken)

    @property
    def inline(self) -> int:
        """How long a value may be that stands in its entry."""
        return self._shape.inline

    def is_cut(self, directory: Directory) -> bool:
        """Whether a directory claims more entries than it has, or nothing follows them."""
        count, entry, _, inline = self._shape
        claimed = int(count.unpack_from(self.data, directory.start)[0])
        return directory.end != directory.start + count.size + claimed * entry.size + inline

    def slack(self, entry: Entry) -> bytes:
        """The bytes in an entry behind a value that does not fill it."""
        inside = entry.end - entry.start <= self.inline
        return bytes(self.data[entry.end : entry.start + self.inline]) if inside else b""

    def raw(self, entry: Entry, most: int = 1 << 26) -> bytes:
        """The bytes of a value, no more than ``most``, and fewer if it is one of many long ones."""
        return self.span(entry.start, min(entry.end, entry.start + most))

    def span(self, start: int, end: int) -> bytes:
        """The bytes from ``start`` to ``end``. Values may lie over each other: what all may cost is bounded."""
        if end - start > _SHORT:
            if end - start > self._left:
                end = start + _SHORT
            else:
                self._left -= end - start
        return bytes(self.data[start:end])

    def numbers(self, entry: Entry, most: int = 64) -> list[Any]:
        """The first ``most`` numbers of a value; rationals are pairs ``(numerator, denominator)``."""
        many = min(entry.many, most)
        layout = _NUMBERS.get((self.order, entry.type, many))
        if layout is None:
            layout = Struct(self.order + _LETTERS[entry.type] * many)
        found = layout.unpack_from(self.data, entry.start)
        return list(zip(found[::2], found[1::2], strict=True)) if entry.type in _PAIRS else list(found)
