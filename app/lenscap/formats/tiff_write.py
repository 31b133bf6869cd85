"""A TIFF written anew: header, directories with their values, and last the picture data (TIFF 6.0, section 2)."""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct
from typing import NamedTuple

from lenscap.binary.ifd import LONG, Entry, Tiff
from lenscap.formats import tiff_tags as tags
from lenscap.formats.tiff_page import Page, Span
from lenscap.formats.tiff_pages import Book, Other
from lenscap.formats.tiff_tags import Value
from lenscap.model import Fresh

_LONG_8 = 16
_SHARED = 256
"""Values longer than this are written once, however many pages have them."""
_SOMEWHERE = 1 << 30
_MOST_TOLD, _MOST_OF_ONE = 48 << 20, 16 << 20
_MOST_TOLD_DIRECTORIES = 60
_SWAPPED = {3: 2, 4: 4, 5: 4, 8: 2, 9: 4, 10: 4, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""The types whose bytes stand in the order of the file, and how many belong together."""
_POINTERS = frozenset((tags.EXIF_IFD, tags.GPS_IFD, tags.INTEROP_IFD, tags.SUB_IFDS))


class Node(NamedTuple):
    """A directory to write: its values, and the directories that a tag of it leads to."""

    values: Sequence[Value]
    below: Sequence[tuple[int, Node]] = ()


class _Writer:
    """Bytes that grow from the header on."""

    def __init__(self, order: str, big: bool) -> None:
        self.order = order
        letters = ("Q", "HHQ8s", "Q") if big else ("H", "HHI4s", "I")
        self.count, self.entry, self.offset = (Struct(order + each) for each in letters)
        self.pointer = _LONG_8 if big else LONG
        start = (b"II" if order == "<" else b"MM") + Struct(order + "H").pack(43 if big else 42)
        self.data = bytearray(start + (Struct(order + "HH").pack(8, 0) if big else b""))
        self.link = len(self.data)
        self.data += bytes(self.offset.size)
        self._written: dict[bytes, int] = {}

    def chain(self, nodes: Sequence[Node]) -> bytes:
        """All directories of a chain, each linked to the next."""
        for node in nodes:
            self.offset.pack_into(self.data, self.link, self._even())
            end = self._directory(node)
            self.link = end - self.offset.size
        return bytes(self.data)

    def _even(self) -> int:
        self.data += bytes(len(self.data) % 2)
        return len(self.data)

    def _directory(self, node: Node) -> int:
        """Write a directory, its values behind it, and those below; return where the directory itself ends."""
        pointers = sorted({tag for tag, _ in node.below})
        start = self._even()
        many = len(node.values) + len(pointers)
        end = start + self.count.size + many * self.entry.size + self.offset.size
        self.data += bytes(end - start)
        rows = [(value.tag, value.type, value.many, self._value(value.data)) for value in sorted(node.values)]
        for pointer in pointers:
            starts = []
            for _, lower in (pair for pair in node.below if pair[0] == pointer):
                starts.append(self._even())
                self._directory(lower)
            raw = Struct(f"{self.order}{len(starts)}{self.offset.format[-1]}").pack(*starts)
            rows.append((pointer, self.pointer, len(starts), self._value(raw)))
        table = b"".join(self.entry.pack(*row) for row in sorted(rows))
        self.data[start : start + self.count.size] = self.count.pack(many)
        self.data[start + self.count.size : end - self.offset.size] = table
        return end

    def _value(self, raw: bytes) -> bytes:
        """The bytes of a value, or where they stand."""
        if len(raw) <= self.offset.size:
            return raw
        at = self._written.get(raw) if len(raw) > _SHARED else None
        if at is None:
            at = self._even()
            self.data += raw
            if len(raw) > _SHARED:
                self._written[raw] = at
        return self.offset.pack(at)


def head(book: Book, strips: Sequence[Sequence[Span]], icc: bytes | None, fresh: Fresh) -> bytes:
    """All of a clean file that stands before its picture data.

    ``strips`` are, for each page, where its picture data lie now; they are written in the order they have there.
    """
    profile = icc if fresh.icc is None else fresh.icc
    places: dict[int, int] = {}
    length = 0
    for start, end in sorted({span for page in strips for span in page if span[1]}):
        places[start] = length
        length += end - start
    pages = [(page, [(places.get(start, 0), end - start) for start, end in spans])
             for page, spans in zip(book.pages, strips, strict=True)]  # fmt: skip
    rough = _head(book, pages, profile, fresh, _SOMEWHERE)
    return _head(book, pages, profile, fresh, len(rough))


def _head(
    book: Book, pages: list[tuple[Page, list[tuple[int, int]]]], profile: bytes | None, fresh: Fresh, base: int
) -> bytes:
    """The head, if the picture data, whose places count from there, begin at ``base``."""
    order = book.tiff.order
    nodes = []
    has_any = any(page.icc for page in book.pages)
    for page, strips in pages:
        is_first = page is book.pages[0]
        values = list(page.values)
        if profile and (page.icc or (is_first and not has_any)):
            values.append(tags.profile(profile))
        starts = [base + place if many else 0 for place, many in strips]
        at, length = (tags.TILES, tags.TILE_LENGTHS) if page.shape.tiled else (tags.STRIPS, tags.STRIP_LENGTHS)
        for tag, numbers in ((at, starts), (length, [many for _, many in strips])):
            values.append(Value(tag, LONG, len(numbers), tags.packed(order, LONG, numbers)))
        nodes.append(_merged(values, fresh, order) if is_first else Node(values))
    return _Writer(order, book.big).chain(nodes)


def _merged(values: list[Value], fresh: Fresh, order: str) -> Node:
    """The first page with what is to be kept of the metadata. The orientation is there already."""
    below = []
    if fresh.exif:
        kept = Tiff(fresh.exif)
        taken = {value.tag for value in values}
        for value in _values(kept, kept.first, order):
            if value.tag in (tags.EXIF_IFD, tags.GPS_IFD):
                at = int.from_bytes(value.data, "little" if order == "<" else "big")
                below.append((value.tag, Node(_values(kept, at, order))))
            elif value.tag not in taken and value.tag not in tags.NEEDED:
                values.append(value)
    if fresh.xmp:
        values.append(Value(tags.XMP, 1, len(fresh.xmp), fresh.xmp))
    return Node(values, below)


def _values(tiff: Tiff, offset: int, order: str) -> list[Value]:
    """The values of a directory, in another byte order."""
    entries = tiff.directory(offset).entries
    return [Value(entry.tag, entry.type, entry.many, _turned(tiff, entry, order)) for entry in entries]


def _turned(tiff: Tiff, entry: Entry, order: str) -> bytes:
    raw = tiff.raw(entry)
    unit = _SWAPPED.get(entry.type, 1)
    if tiff.order == order or unit == 1:
        return raw
    return b"".join(raw[at : at + unit][::-1] for at in range(0, len(raw), unit))


def adds(fresh: Fresh) -> bool:
    """Whether fresh metadata change a TIFF: its orientation is a tag of the picture, and stays anyway."""
    if fresh.xmp or fresh.icc is not None:
        return True
    if not fresh.exif:
        return False
    kept = Tiff(fresh.exif)
    return any(entry.tag not in tags.NEEDED for entry in kept.directory(kept.first).entries)


def told(book: Book) -> bytes | None:
    """A TIFF structure of all the tags that are not needed, without any picture; ``None`` if there are none."""
    told = _Telling(book)
    nodes = [told.node(each) for each in book.chain[:_MOST_TOLD_DIRECTORIES]]
    return _Writer(book.tiff.order, False).chain(nodes) if told.has_any else None


class _Telling:
    """The metadata of the directories of a file, in a bounded number of bytes."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.has_any = False
        self._left = _MOST_TOLD
        self._directories = _MOST_TOLD_DIRECTORIES

    def node(self, each: Page | Other) -> Node:
        order = self.book.tiff.order
        is_page = isinstance(each, Page)
        entries = each.spare if isinstance(each, Page) else each.directory.entries
        values = {entry.tag: value for entry in reversed(entries) if (value := self._value(entry))}
        self.has_any = self.has_any or bool(values)
        if is_page:
            # That there are strips says that this is a page, and not the thumbnail of a photo.
            values[tags.STRIPS] = Value(tags.STRIPS, LONG, 1, bytes(4))
        elif tags.NEW_SUBFILE not in values and not _is_below(each):
            values[tags.NEW_SUBFILE] = Value(tags.NEW_SUBFILE, LONG, 1, tags.packed(order, LONG, [1]))
        lower = self.book.below.get(each.directory.start, []) if isinstance(each, Page) else each.below
        return Node(list(values.values()), [(other.tag, self.node(other)) for other in self._few(lower)])

    def _few(self, lower: list[Other]) -> list[Other]:
        few = lower[: max(0, self._directories)]
        self._directories -= len(few)
        return few

    def _value(self, entry: Entry) -> Value | None:
        if entry.tag in _POINTERS or entry.tag in _OF_PICTURES:
            return None
        raw = self.book.tiff.raw(entry, min(self._left, _MOST_OF_ONE))
        size = (entry.end - entry.start) // entry.many if entry.many else 1
        raw = raw[: len(raw) // size * size]
        self._left -= len(raw)
        return Value(entry.tag, entry.type, len(raw) // size, raw)


def _is_below(each: Page | Other) -> bool:
    return isinstance(each, Other) and each.tag in (tags.EXIF_IFD, tags.GPS_IFD, tags.INTEROP_IFD)


_OF_PICTURES = tags.PLACES | {tags.JPEG_STREAM, tags.JPEG_STREAM_LENGTH, tags.JPEG_TABLES, tags.ICC}
