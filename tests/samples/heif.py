"""HEIF and AVIF files taken apart and put together (ISO/IEC 14496-12, section 8.11; ISO/IEC 23008-12)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import NamedTuple

import pillow_heif
from PIL import Image

from .picture import encode, picture, translucent
from .trailers import box

pillow_heif.register_heif_opener(thumbnails=False)

IN_FILE, IN_IDAT, IN_ITEM = 0, 1, 2
ALPHA = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha"
DEPTH = b"urn:mpeg:hevc:2015:auxid:2"
MATTE = b"urn:com:apple:photo:2018:aux:portraiteffectsmatte"
GAIN_MAP = b"urn:com:apple:photo:2020:aux:hdrgainmap"


class Property(NamedTuple):
    """What an item is like."""

    kind: bytes
    body: bytes
    essential: bool = False


class Item(NamedTuple):
    """A picture or metadata; ``method`` says where its bytes are, ``extents`` in how many pieces."""

    number: int
    kind: bytes
    data: bytes
    has: tuple[Property, ...] = ()
    name: bytes = b""
    hidden: bool = False
    method: int = IN_FILE
    extents: int = 1
    tail: bytes = b""
    """What its entry says behind its name: a content type, or what does not belong there."""


class Reference(NamedTuple):
    """What an item is to others."""

    kind: bytes
    source: int
    targets: tuple[int, ...]


class File(NamedTuple):
    """All that a file is built of. What is called a gap or a tail should be empty."""

    items: tuple[Item, ...]
    references: tuple[Reference, ...] = ()
    primary: int = 1
    brands: bytes = b"heic\0\0\0\0mif1heicmiaf"
    groups: bytes = b""
    handler: bytes = b""
    reserved: bytes = bytes(12)
    unused: tuple[Property, ...] = ()
    front: bytes = b""
    inside: bytes = b""
    behind: bytes = b""
    gap: bytes = b""
    """Between the items in ``mdat``."""
    idat_gap: bytes = b""
    tails: bytes = b""
    """Behind the tables in each box of the list."""
    last: bool = False
    """Whether the list comes behind the pictures."""
    version: int = 1
    width: int = 4


def full(kind: bytes, body: bytes, version: int = 0, flags: int = 0) -> bytes:
    """A box with a version and flags."""
    return box(kind, struct.pack(">I", version << 24 | flags) + body)


def build(file: File) -> bytes:
    """The bytes of a file."""
    head = box(b"ftyp", file.brands) + file.front
    mdat, places = _mdat(file)
    ahead = len(head) + 8 if file.last else len(head) + len(listing(file, places, 0)) + 8
    meta, data = listing(file, places, ahead), box(b"mdat", mdat)
    return head + (data + meta if file.last else meta + data) + file.behind


def _mdat(file: File) -> tuple[bytes, dict[int, list[tuple[int, int]]]]:
    """The bytes of the items, those of many pieces in turn, and where they are."""
    data, places = bytearray(file.gap), dict[int, list[tuple[int, int]]]()
    for item in file.items:
        if item.method == IN_FILE:
            step = -(-len(item.data) // item.extents) or 1
            for at in range(0, len(item.data), step):
                piece = item.data[at : at + step]
                places.setdefault(item.number, []).append((len(data), len(piece)))
                data += piece + file.gap
    return bytes(data), places


def listing(file: File, places: dict[int, list[tuple[int, int]]], ahead: int) -> bytes:
    """The ``meta`` box, for items whose places count from ``ahead``."""
    wide = file.version == 2
    idat = file.idat_gap + b"".join(item.data for item in file.items if item.method == IN_IDAT) + file.idat_gap
    handler = bytes(4) + b"pict" + file.reserved + file.handler + b"\0"
    entries = b"".join(_entry(item) for item in file.items)
    references = b"".join(_reference(each, wide) for each in _references(file))
    return full(
        b"meta",
        full(b"hdlr", handler)
        + full(b"pitm", struct.pack(">I" if wide else ">H", file.primary) + file.tails, wide)
        + _iloc(file, places, ahead)
        + full(b"iinf", struct.pack(">H", len(file.items)) + entries)
        + (full(b"iref", references, wide) if references else b"")
        + _iprp(file)
        + (box(b"idat", idat) if idat else b"")
        + (box(b"grpl", file.groups) if file.groups else b"")
        + file.inside,
    )


def _entry(item: Item) -> bytes:
    version = 3 if item.number > 0xFFFF else 2
    number = struct.pack(">I" if version == 3 else ">H", item.number)
    return full(b"infe", number + bytes(2) + item.kind + item.name + b"\0" + item.tail, version, item.hidden)


def _references(file: File) -> Iterator[Reference]:
    """Those that are told; an item inside of another refers to that one."""
    yield from file.references
    inner = [item.number for item in file.items if item.method == IN_ITEM]
    yield from (Reference(b"iloc", number, (file.items[0].number,)) for number in inner)


def _reference(each: Reference, wide: bool) -> bytes:
    letter = "I" if wide else "H"
    return box(
        each.kind, struct.pack(f">{letter}H{len(each.targets)}{letter}", each.source, len(each.targets), *each.targets)
    )


def _iloc(file: File, places: dict[int, list[tuple[int, int]]], ahead: int) -> bytes:
    letter, offset = "Q" if file.width == 8 else "I", len(file.idat_gap)
    wide = file.version == 2
    rows = b""
    for item in file.items:
        spans = [(at + ahead, length) for at, length in places.get(item.number, ())]
        if item.method == IN_IDAT:
            spans, offset = [(offset, len(item.data))], offset + len(item.data)
        elif item.method == IN_ITEM:
            spans = [(file.items[0].data.index(item.data), len(item.data))]
        index = b"\0\0\0\1" if file.version else b""
        rows += struct.pack(">I" if wide else ">H", item.number) + (
            struct.pack(">H", item.method) if file.version else b""
        )
        rows += bytes(2) + struct.pack(">H", len(spans))
        rows += b"".join(index + struct.pack(f">2{letter}", *span) for span in spans)
    sizes = bytes([file.width << 4 | file.width, 4 if file.version else 0])
    count = struct.pack(">I" if wide else ">H", len(file.items))
    return full(b"iloc", sizes + count + rows + file.tails, file.version)


def _iprp(file: File) -> bytes:
    every = list(dict.fromkeys((one.kind, one.body) for item in file.items for one in item.has))
    rows = b""
    with_some = [item for item in file.items if item.has]
    wide = file.version == 2
    for item in with_some:
        values = bytes(every.index((one.kind, one.body)) + 1 | one.essential << 7 for one in item.has)
        rows += struct.pack(">I" if wide else ">H", item.number) + bytes([len(values)]) + values
    container = b"".join(box(*one) for one in [*every, *((one.kind, one.body) for one in file.unused)])
    table = struct.pack(">I", len(with_some)) + rows + file.tails
    return box(b"iprp", box(b"ipco", container) + full(b"ipma", table, wide))


def boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, begin and end of what is in boxes that an encoder wrote."""
    while start < end:
        length = int.from_bytes(data[start : start + 4], "big")
        yield data[start + 4 : start + 8], start + 8, start + length
        start += length


def taken_apart(data: bytes) -> File:
    """What an encoder wrote (with small numbers), as something to build upon."""
    top = {kind: (start, end) for kind, start, end in boxes(data, 0, len(data))}
    meta = {kind: (start, end) for kind, start, end in boxes(data, top[b"meta"][0] + 4, top[b"meta"][1])}
    places, likes = _places(data, meta), _likes(data, meta[b"iprp"])
    items = []
    for _, start, _ in boxes(data, meta[b"iinf"][0] + 6, meta[b"iinf"][1]):
        number, kind = int.from_bytes(data[start + 4 : start + 6], "big"), data[start + 8 : start + 12]
        method, body = places[number]
        items.append(Item(number, kind, body, likes.get(number, ()), b"", bool(data[start + 3] & 1), method))
    references = []
    if b"iref" in meta:
        for kind, start, end in boxes(data, meta[b"iref"][0] + 4, meta[b"iref"][1]):
            source, _, *targets = struct.unpack(f">{(end - start) // 2}H", data[start:end])
            references.append(Reference(kind, source, tuple(targets)))
    primary = int.from_bytes(data[meta[b"pitm"][0] + 4 : meta[b"pitm"][1]], "big")
    return File(tuple(items), tuple(references), primary, data[slice(*top[b"ftyp"])])


def _places(data: bytes, meta: dict[bytes, tuple[int, int]]) -> dict[int, tuple[int, bytes]]:
    at = meta[b"iloc"][0]
    version, base_width = data[at], data[at + 5] >> 4
    count, at = int.from_bytes(data[at + 6 : at + 8], "big"), at + 8
    found = {}
    for _ in range(count):
        number = int.from_bytes(data[at : at + 2], "big")
        method = data[at + 3] if version else IN_FILE
        at += 6 if version else 4
        base = int.from_bytes(data[at : at + base_width], "big")
        at += base_width
        extents, at = int.from_bytes(data[at : at + 2], "big"), at + 2
        body = b""
        for _ in range(extents):
            offset, length = struct.unpack(">II", data[at : at + 8])
            start = base + offset + (meta[b"idat"][0] if method == IN_IDAT else 0)
            body, at = body + data[start : start + length], at + 8
        found[number] = method, body
    return found


def _likes(data: bytes, iprp: tuple[int, int]) -> dict[int, tuple[Property, ...]]:
    parts = {kind: (start, end) for kind, start, end in boxes(data, *iprp)}
    every = [(kind, data[start:end]) for kind, start, end in boxes(data, *parts[b"ipco"])]
    at, found = parts[b"ipma"][0] + 8, {}
    for _ in range(int.from_bytes(data[at - 4 : at], "big")):
        number, count = struct.unpack(">HB", data[at : at + 3])
        values = data[at + 3 : at + 3 + count]
        found[number] = tuple(Property(*every[(value & 0x7F) - 1], bool(value & 0x80)) for value in values)
        at += 3 + count
    return found


@cache
def heic(kind: str = "rgb") -> File:
    """A picture in HEVC, without metadata."""
    images = {
        "rgb": picture(), "alpha": translucent(), "grey": picture(mode="L"), "odd": picture(61, 43),
        "other": picture(shift=90), "small": picture(64, 64, shift=40), "tile": picture(64, 64),
    }  # fmt: skip
    file = BytesIO()
    pillow_heif.from_pillow(images[kind]).save(file, quality=70)
    return taken_apart(file.getvalue())


@cache
def avif(kind: str = "rgb") -> File:
    """A picture in AV1, without metadata."""
    image = translucent() if kind == "alpha" else picture(shift=90 if kind == "other" else 0)
    return taken_apart(encode(image, "AVIF", quality=70, speed=8, max_threads=1))


def coded(file: File, number: int, start: int = 0) -> Item:
    """The coded picture of a file as an item with another number."""
    return next(item for item in file.items[start:] if item.kind in (b"hvc1", b"av01"))._replace(number=number)


def keeps(file: File) -> tuple[bytes, ...]:
    """The coded pictures of a file that an encoder wrote."""
    return tuple(item.data for item in file.items if item.kind in (b"hvc1", b"av01"))


def decoded(data: bytes) -> Image.Image:
    """The picture that is shown first."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def with_items(file: File, items: Sequence[Item], references: Sequence[Reference] = ()) -> File:
    """A file with more in it."""
    return file._replace(items=(*file.items, *items), references=(*file.references, *references))
