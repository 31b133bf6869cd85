"""TIFF files taken apart and put together (TIFF 6.0; BigTIFF), in both byte orders."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from PIL import Image

from .exif import ASCII, LONG, SHORT, Field, Order, Tiff, numbers, pointer
from .picture import encode
from .sample import Part, Sample, canaries_of, places_of

STRIPS, LENGTHS, TILES, TILE_LENGTHS, NEXT_KIND, SUB_IFDS = 273, 279, 324, 325, 254, 330
UNITS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
TURNED = {3: 2, 4: 4, 5: 4, 8: 2, 9: 4, 10: 4, 11: 4, 12: 8}
"""How many bytes of a value change places in the other byte order."""


class Sheet(NamedTuple):
    """The tags of a page (their values in the byte order of the file) and its strips or tiles."""

    fields: tuple[Field, ...]
    strips: tuple[bytes, ...]
    tiled: bool = False

    def without(self, *tags: int) -> Sheet:
        """The same, with fewer tags."""
        return self._replace(fields=tuple(field for field in self.fields if field.tag not in tags))

    def plus(self, *fields: Field) -> Sheet:
        """The same, with these tags, which replace others of the same number."""
        return self._replace(fields=(*self.without(*(field.tag for field in fields)).fields, *fields))


class Big(Tiff):
    """A BigTIFF: offsets and counts have eight bytes."""

    def __init__(self, order: Order) -> None:
        super().__init__(order)
        self.data = bytearray((b"II" if order == "<" else b"MM") + struct.pack(order + "HHHQ", 43, 8, 0, 0))

    def directory(self, fields: Sequence[Field], link: int = 0) -> int:
        at = len(self.data)
        behind = at + 8 + 20 * len(fields) + 8
        entries, values = struct.pack(self.order + "Q", len(fields)), b""
        for field in sorted(fields):
            value = struct.pack(self.order + "I", field.value) if isinstance(field.value, int) else field.value
            if len(value) > 8:
                padded = value + bytes(len(value) % 2)
                value, values = struct.pack(self.order + "Q", behind + len(values)), values + padded
            entries += struct.pack(self.order + "HHQ", field.tag, field.kind, field.many) + value.ljust(8, b"\0")
        return self.block(entries + struct.pack(self.order + "Q", link) + values)

    def done(self, first: int) -> bytes:
        self.data[8:16] = struct.pack(self.order + "Q", first)
        return bytes(self.data)


def sheet(image: Image.Image, order: Order = "<", **options: Any) -> Sheet:
    """A picture as a page, compressed by Pillow."""
    return _turned(taken_apart(encode(image, "TIFF", **options)), order)


def taken_apart(data: bytes) -> Sheet:
    """The page of a little-endian file that Pillow wrote."""
    (at,) = struct.unpack_from("<I", data, 4)
    (many,) = struct.unpack_from("<H", data, at)
    fields = {field.tag: field for field in _entries(data, at + 2, many)}
    starts, lengths = (_whole(fields.pop(tag)) for tag in (STRIPS, LENGTHS))
    strips = tuple(data[start : start + length] for start, length in zip(starts, lengths, strict=True))
    return Sheet(tuple(fields.values()), strips)


def _entries(data: bytes, at: int, many: int) -> Iterator[Field]:
    for start in range(at, at + 12 * many, 12):
        tag, kind, count = struct.unpack_from("<HHI", data, start)
        size = UNITS[kind] * count
        (place,) = struct.unpack_from("<I", data, start + 8) if size > 4 else (start + 8,)
        yield Field(tag, kind, data[place : place + size], count)


def _whole(field: Field) -> list[int]:
    assert isinstance(field.value, bytes)
    return list(struct.unpack(f"<{field.many}{'H' if field.kind == SHORT else 'I'}", field.value))


def _turned(page: Sheet, order: Order) -> Sheet:
    if order == "<":
        return page
    return page._replace(fields=tuple(field._replace(value=turned(field)) for field in page.fields))


def turned(field: Field) -> bytes:
    """A value in the other byte order."""
    assert isinstance(field.value, bytes)
    unit = TURNED.get(field.kind, 1)
    return b"".join(field.value[at : at + unit][::-1] for at in range(0, len(field.value), unit))


def put(tiff: Tiff, page: Sheet, link: int = 0, gap: bytes = b"") -> int:
    """Put a page in: its strips, with ``gap`` before each, and its directory; give the offset of that."""
    starts = []
    for strip in page.strips:
        tiff.data += gap
        starts.append(len(tiff.data) if strip else 0)
        tiff.data += strip
    tiff.data += bytes(len(tiff.data) % 2)
    places = [numbers(TILES if page.tiled else STRIPS, LONG, starts, tiff.order)]
    lengths = [len(strip) for strip in page.strips]
    places.append(numbers(TILE_LENGTHS if page.tiled else LENGTHS, LONG, lengths, tiff.order))
    mine = {field.tag for field in page.fields}
    return tiff.directory([*page.fields, *(field for field in places if field.tag not in mine)], link)


def whole(
    pages: Sequence[Sheet], order: Order = "<", big: bool = False, before: bytes = b"", gap: bytes = b"",
    behind: bytes = b"",
) -> bytes:  # fmt: skip
    """A file of some pages, with bytes that nothing leads to."""
    tiff = Big(order) if big else Tiff(order)
    tiff.data += before
    tiff.data += bytes(len(tiff.data) % 2)
    link = 0
    for page in reversed(pages):
        link = put(tiff, page, link, gap)
    return tiff.done(link) + behind


def tiles(page: Sheet, width: int, height: int, order: Order = "<") -> Sheet:
    """An uncompressed page in one strip as tiles of 32 × 32 pixels; ``width`` and ``height`` are multiples of it."""
    rows = b"".join(page.strips)
    depth = len(rows) // (width * height)
    found = []
    for top in range(0, height, 32):
        for left in range(0, width, 32):
            lines = (rows[depth * (width * y + left) :][: 32 * depth] for y in range(top, top + 32))
            found.append(b"".join(lines))
    sizes = [numbers(tag, SHORT, [32], order) for tag in (322, 323)]
    return Sheet(page.without(278).plus(*sizes).fields, tuple(found), True)


def text_field(tag: int, data: bytes) -> Field:
    """Text that ends with a zero."""
    return Field(tag, ASCII, data + b"\0", len(data) + 1)


def below(tag: int, at: int) -> Field:
    """A tag that leads to a directory."""
    return pointer(tag, at)


def sample(
    name: str, data: bytes, parts: Sequence[Part] = (), pages: Sequence[Sheet] = (), orientation: int = 1,
    icc: bytes | None = None, frames: int = 0,
) -> Sample:  # fmt: skip
    """A TIFF sample; ``pages`` are those that stay, in the order in which their strips lie in the file."""
    keeps = tuple(strip for page in pages for strip in page.strips if strip)
    return Sample(
        f"tiff-{name}", "TIFF", ".tif", data, canaries_of(parts), places_of(parts), orientation, icc, keeps,
        frames or len(pages),
    )  # fmt: skip
