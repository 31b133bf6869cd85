"""The HDR gain map behind a JPEG's picture: Ultra HDR 1.0, ISO 21496-1, and the multi-picture index (CIPA DC-007).

The map is a JPEG of its own. Its picture data stay as they are; what leads to it and says how it is applied is written
anew from numbers. Any other second picture goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from struct import Struct
from typing import NamedTuple

from lenscap.binary.ifd import Tiff
from lenscap.errors import LenscapError, MalformedError
from lenscap.formats import gain_map
from lenscap.formats.gain_map import Gains
from lenscap.formats.jpeg_scans import FRAMES
from lenscap.model import PICTURE, Block, Bytes, Fresh, Layout, Payload, Role

_XMP = b"http://ns.adobe.com/xap/1.0/\0"
ISO = b"urn:iso:std:iso:ts:21496:-1\0"
MPF = b"MPF\0"
_APP1, _APP2 = b"\xff\xe1", b"\xff\xe2"
_BODY = 4
_PRIMARY = 0x030000
"""The type of a picture in the multi-picture index: the one that is shown."""

_PREFIX = "gain map: "
"""Before the name of a block of the map."""
_OURS = "gain map data"
"""The name of a segment that is byte for byte what we would write."""
_TRAILER = "trailer"

_ENTRIES = 0xB002
_ENTRY = Struct("4xII4x")
_MOST_PICTURES, _MOST_SEGMENTS = 8, 4
_INDEX = Struct(">4s4sIHHHI4sHHIIHHIII" + "IIIHH" * 2)

Read = Callable[[memoryview], Layout]
Keep = Callable[[Block], bool]
Parts = Callable[[memoryview, Sequence[Block], Keep, Fresh, Sequence[bytes]], Iterable[Bytes]]
"""Yields the blocks of a picture that are kept, with fresh metadata and then more fresh segments in front."""


class _Map(NamedTuple):
    """A gain map from ``start`` to ``end``, as a file of its own, and its numbers in XMP, in binary, or both."""

    start: int
    end: int
    layout: Layout
    xmp: Gains | None
    iso: Gains | None


def with_gain_map(data: memoryview, layout: Layout, read: Read) -> Layout:
    """The layout with the blocks of the gain map behind the picture, if there is one that a viewer would take."""
    if len(layout.blocks) < 2 or [block.name for block in layout.blocks[-2:]] != ["EOI", _TRAILER]:
        return layout
    if not _is_announced(data, layout.blocks):
        return layout
    starts = dict.fromkeys([layout.blocks[-1].start, *_indexed(data, layout.blocks)])
    for start in starts:
        found = _gain_map(data, start, layout, read) if start >= layout.blocks[-1].start else None
        if found:
            return _joined(data, layout, found)
    return layout


def _is_announced(data: memoryview, blocks: Sequence[Block]) -> bool:
    """Whether the picture says that it has a gain map; viewers look for none otherwise."""
    packets = (data[block.start + _BODY + len(_XMP) : block.end] for block in _named(data, blocks, _APP1, _XMP))
    return any(map(gain_map.is_announced, packets)) or any(_named(data, blocks, _APP2, ISO))


def _named(data: memoryview, blocks: Iterable[Block], marker: bytes, name: bytes) -> Iterator[Block]:
    """The first segments before the first scan that have a marker and a name."""
    head, before = marker + name, takewhile(lambda block: block.role != Role.PIXELS, blocks)
    return islice((block for block in before if _begins(data, block, head)), _MOST_SEGMENTS)


def _begins(data: memoryview, block: Block, head: bytes) -> bool:
    """Whether a segment begins with a marker and a name; its length stands between them."""
    start = block.start + _BODY
    name = data[start : min(start + len(head) - 2, block.end)]
    return data[block.start : block.start + 2] == head[:2] and name == head[2:]


def _indexed(data: memoryview, blocks: Sequence[Block]) -> Iterator[int]:
    """Where the multi-picture index says that pictures begin."""
    for block in _named(data, blocks, _APP2, MPF):
        base = block.start + _BODY + len(MPF)
        try:
            tiff = Tiff(data[base : block.end])
            directory = tiff.directory(tiff.first)
        except MalformedError:
            continue
        for entry in directory.entries:
            if entry.tag == _ENTRIES:
                raw = tiff.raw(entry, _MOST_PICTURES * _ENTRY.size)
                pairs = Struct(tiff.order + _ENTRY.format).iter_unpack(raw[: len(raw) // _ENTRY.size * _ENTRY.size])
                yield from (base + offset for _, offset in pairs if offset)


def _gain_map(data: memoryview, start: int, whole: Layout, read: Read) -> _Map | None:
    """The gain map at ``start``; ``None`` if the picture there is another one, or is damaged."""
    if bytes(data[start : start + 3]) != b"\xff\xd8\xff":
        return None
    try:
        layout = read(data[start:])
    except LenscapError:
        return None
    if layout.blocks[-1].name == _TRAILER:
        payloads = tuple(payload for payload in layout.payloads if payload.vocabulary != "trailer")
        layout = replace(layout, blocks=layout.blocks[:-1], payloads=payloads)
    end = start + layout.blocks[-1].end
    xmp, iso = _numbers(data[start:end], layout.blocks)
    is_whole = layout.blocks[-1].name == "EOI" and _channels(data[start:end], layout.blocks) in (1, 3)
    if not (xmp or iso) or not is_whole or not gain_map.fits(layout.size, whole.size):
        return None
    return _Map(start, end, layout, xmp, iso)


def _numbers(data: memoryview, blocks: Sequence[Block]) -> tuple[Gains | None, Gains | None]:
    """The first numbers that are sound, in XMP and in binary."""
    packets = (data[block.start + _BODY + len(_XMP) : block.end] for block in _named(data, blocks, _APP1, _XMP))
    bodies = (data[block.start + _BODY + len(ISO) : block.end] for block in _named(data, blocks, _APP2, ISO))
    xmp = (gains for gains in map(gain_map.from_xmp, packets) if gains)
    iso = (gains for gains in map(gain_map.from_iso, bodies) if gains)
    return next(xmp, None), next(iso, None)


def _channels(data: memoryview, blocks: Sequence[Block]) -> int:
    frame = next(block for block in blocks if data[block.start + 1] in FRAMES and block.role == Role.STRUCTURE)
    return data[frame.start + 9]


def _joined(data: memoryview, whole: Layout, found: _Map) -> Layout:
    """The layout of both pictures, and of what lies between and behind them."""
    behind = whole.blocks[-1]
    inner = data[found.start : found.end]
    own = _apart(data, whole.blocks[:-1], _of_picture(data, whole.blocks, found))
    its = _apart(inner, found.layout.blocks, _of_map(found))
    blocks = [
        *own,
        *_trailer(behind.start, found.start),
        *(Block(one.role, _PREFIX + one.name, one.start + found.start, one.end + found.start) for one in its),
        *_trailer(found.end, behind.end),
    ]
    payloads = [
        *_told(whole.payloads, _of_picture(data, whole.blocks, found), found.end - found.start),
        *(Payload("trailer", "Behind the picture", data[b.start : b.end]) for b in blocks if b.name == _TRAILER),
        *(one._replace(where=f"Gain map: {one.where}") for one in _told(found.layout.payloads, _of_map(found))),
        Payload("gain map", PICTURE, inner),
    ]
    return replace(whole, blocks=tuple(blocks), payloads=tuple(payloads), gain_map_icc=found.layout.icc)


def _trailer(start: int, end: int) -> Iterator[Block]:
    if start < end:
        yield Block(Role.METADATA, _TRAILER, start, end)


def _of_picture(data: memoryview, blocks: Sequence[Block], found: _Map) -> set[bytes]:
    """The segments of the picture, as we would write them, that lead to the map as it lies there."""
    length = found.end - found.start
    index = (_index(block.start, blocks[-1].start, found.start, length) for block in _named(data, blocks, _APP2, MPF))
    packet = _segment(_APP1, _XMP + gain_map.with_directory(None, length))
    return {packet, _segment(_APP2, ISO + gain_map.NO_NUMBERS), *index}


def _of_map(found: _Map) -> set[bytes]:
    """The segments of the map, as we would write them, that say how it is applied."""
    return set(_applied(found.xmp, found.iso))


def _apart(data: memoryview, blocks: Iterable[Block], ours: set[bytes]) -> Iterator[Block]:
    """The blocks, in which a segment of ours is part of the structure where it stands for the first time."""
    left = set(ours)
    for block in blocks:
        if block.role == Role.METADATA and data[block.start : block.end] in left:
            left.remove(bytes(data[block.start : block.end]))
            yield block._replace(role=Role.STRUCTURE, name=_OURS)
        else:
            yield block


def _told(payloads: Iterable[Payload], ours: set[bytes], length: int = 0) -> Iterator[Payload]:
    """What segments hold that are not ours, and what a packet holds beside our directory."""
    bodies = {segment[_BODY:].removeprefix(name) for segment in ours for name in (_XMP, ISO, MPF)}
    for payload in payloads:
        if payload.vocabulary == "xmp":
            rest = gain_map.without_directory(payload.data, length) if length else payload.data
            if rest and payload.data not in bodies:
                yield payload._replace(data=rest)
        elif payload.vocabulary != "trailer" and payload.data not in bodies:
            yield payload


def written(data: memoryview, layout: Layout, keep: Keep, fresh: Fresh, read: Read, parts: Parts) -> Iterator[Bytes]:
    """Yield the bytes of a copy of a picture with its gain map."""
    found = _again(data, layout, read)
    applied = list(_applied(found.xmp, found.iso))
    inner = data[found.start : found.end]
    its = [block for block in _apart(inner, found.layout.blocks, set(applied)) if block.name != _OURS]
    gains = list(parts(inner, its, keep, Fresh(icc=fresh.gain_map_icc), applied))
    length = sum(map(len, gains))
    if found.xmp:
        fresh = replace(fresh, xmp=gain_map.with_directory(fresh.xmp, length))
    leading = [_segment(_APP2, ISO + gain_map.NO_NUMBERS)] if found.iso else []
    index = _index(0, 0, _BODY + len(MPF), 0)
    own = [block for block in layout.blocks if block.start < found.start and block.name not in (_OURS, _TRAILER)]
    pieces = list(parts(data, own, keep, fresh, [*leading, index]))
    place = next(number for number, piece in enumerate(pieces) if piece is index)
    size = sum(map(len, pieces))
    pieces[place] = _index(sum(map(len, pieces[:place])), size, size, length)
    yield from pieces
    yield from gains
    yield from (data[block.start : block.end] for block in layout.blocks if block.name == _TRAILER and keep(block))


def has_gain_map(layout: Layout) -> bool:
    """Whether a gain map is part of the picture."""
    return any(block.name.startswith(_PREFIX) for block in layout.blocks)


def _again(data: memoryview, layout: Layout, read: Read) -> _Map:
    """The gain map that was found before."""
    spans = [block for block in layout.blocks if block.name.startswith(_PREFIX)]
    start, end = spans[0].start, spans[-1].end
    inner = read(data[start:end])
    return _Map(start, end, inner, *_numbers(data[start:end], inner.blocks))


def _applied(xmp: Gains | None, iso: Gains | None) -> Iterator[bytes]:
    """The segments of a map that say how it is applied."""
    if xmp:
        yield _segment(_APP1, _XMP + gain_map.to_xmp(xmp))
    if iso:
        yield _segment(_APP2, ISO + gain_map.to_iso(iso))


def _index(position: int, picture: int, start: int, length: int) -> bytes:
    """A multi-picture index at ``position``, of a picture of so many bytes, and of its map."""
    base = position + _BODY + len(MPF)
    return _segment(_APP2, _INDEX.pack(
        MPF, b"MM\0*", 8, 3, 0xB000, 7, 4, b"0100", 0xB001, 4, 1, 2, 0xB002, 7, 32, 50, 0,
        _PRIMARY, picture, 0, 0, 0, 0, length, start - base, 0, 0,
    ))  # fmt: skip


def _segment(marker: bytes, body: bytes) -> bytes:
    return marker + (len(body) + 2).to_bytes(2) + body
