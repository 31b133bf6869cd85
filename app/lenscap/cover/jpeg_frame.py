"""The parts of a JPEG around its coefficients (ITU-T T.81, annexes A and B): read, and put together anew.

The picture comes without metadata. Restart intervals, Huffman tables and the order of scans are not taken over: they
may depend on what a cover hides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from struct import Struct
from typing import NamedTuple

from lenscap.model import Size

_SOI, _EOI = b"\xff\xd8", b"\xff\xd9"
_DHT, _SOS, _DQT, _APP0, _APP15 = 0xC4, 0xDA, 0xDB, 0xE0, 0xEF
_BASELINE, _EXTENDED = b"\xff\xc0", b"\xff\xc1"
_READABLE = frozenset({0xC0, 0xC1, 0xC2, 0xC9, 0xCA})
"""Frames of sequential and progressive pictures; the others are lossless or hierarchical ones."""
_SEQUENTIAL = frozenset({0xC0, 0xC1})
_FRAME_OR_QUANTISATION = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf\xdb]")
_KNOWN = frozenset({*_READABLE, _DHT, 0xCC, _DQT, 0xDD, *range(_APP0, _APP15 + 1)})
_COUNTS = (1, 3, 4)
_FRAME = Struct(">BHHB")
_U16 = Struct(">H")


class Sampling(NamedTuple):
    """How many blocks a component has in each unit of the picture (MCU), across and down."""

    across: int
    down: int


class Frame(NamedTuple):
    """What stays of a JPEG when its coefficients are written anew."""

    size: Size
    names: bytes
    """The numbers of the components, one byte each."""
    samplings: tuple[Sampling, ...]
    header: bytes
    """The frame header without its marker."""
    colour: bytes
    """The segments that say how colours are meant."""
    tables: bytes
    """The segments with quantisation tables."""
    is_sequential: bool
    """Whether it is coded as cameras do; the other ways make smaller files."""

    @property
    def unit(self) -> Size:
        """The size in pixels of what all components together are made of (MCU)."""
        return Size(8 * max(one.across for one in self.samplings), 8 * max(one.down for one in self.samplings))

    def blocks(self, component: int) -> tuple[int, int]:
        """How many rows and columns of blocks a component has."""
        across, down = self.samplings[component]
        return -(-self.size.height * down // self.unit.height), -(-self.size.width * across // self.unit.width)


def read(picture: bytes) -> Frame | None:
    """The frame of a picture whose blocks can be covered; none of one for which that is not known to work."""
    segments, rest = _segments(picture)
    if any(marker not in _KNOWN for marker, _ in segments):
        return None
    frames = [(marker, body) for marker, body in segments if marker in _READABLE]
    if len(frames) != 1 or _FRAME_OR_QUANTISATION.search(rest):
        return None
    colour = (_segment(marker, body) for marker, body in segments if _APP0 <= marker <= _APP15)
    tables = (_segment(marker, body) for marker, body in segments if marker == _DQT)
    marker, header = frames[0]
    shape = _shape(header)
    if shape is None:
        return None
    return Frame(*shape, _length(header) + header, b"".join(colour), b"".join(tables), marker in _SEQUENTIAL)


def _shape(header: bytes) -> tuple[Size, bytes, tuple[Sampling, ...]] | None:
    """The size of a picture, and the names and the samplings of its components."""
    precision, height, width, count = _FRAME.unpack_from(header) if len(header) >= _FRAME.size else (0, 0, 0, 0)
    if precision != 8 or not height or not width or count not in _COUNTS or len(header) != _FRAME.size + 3 * count:
        return None
    samplings = tuple(Sampling(both >> 4, both & 15) for both in header[_FRAME.size + 1 :: 3])
    across, down = max(one.across for one in samplings), max(one.down for one in samplings)
    if any(not one.across or not one.down or across % one.across or down % one.down for one in samplings):
        return None
    return Size(width, height), header[_FRAME.size :: 3], samplings


def bare(picture: bytes) -> bytes:
    """A picture without the segments that say how colours are meant."""
    segments, rest = _segments(picture)
    kept = (_segment(marker, body) for marker, body in segments if not _APP0 <= marker <= _APP15)
    return b"".join([_SOI, *kept, rest])


def scan(jpeg: bytes, names: bytes) -> bytes:
    """The Huffman tables and the only scan of a JPEG, whose components get other ``names``."""
    segments, rest = _segments(jpeg)
    tables = (_segment(marker, body) for marker, body in segments if marker == _DHT)
    count = len(names)
    renamed = bytearray(rest[: -len(_EOI)])
    renamed[5 : 5 + 2 * count : 2] = names
    return b"".join([*tables, renamed])


def joined(frame: Frame, scans: Sequence[bytes]) -> bytes:
    """A sequential picture made of scans; coarse tables alone make one that is not baseline (section B.2.4.1)."""
    wide = any(body[at] >> 4 for body in _bodies(frame.tables) for at in _table_starts(body))
    marker = _EXTENDED if wide else _BASELINE
    return b"".join([_SOI, frame.colour, frame.tables, marker, frame.header, *scans, _EOI])


def _segments(picture: bytes) -> tuple[list[tuple[int, bytes]], bytes]:
    """The segments before the first scan, by marker; and the rest, from that scan's marker on."""
    segments: list[tuple[int, bytes]] = []
    position = len(_SOI)
    while position + 4 <= len(picture) and picture[position] == 0xFF:
        marker = picture[position + 1]
        if marker == _SOS:
            return segments, picture[position:]
        if marker == 0xFF:  # a fill byte
            position += 1
            continue
        end = position + 2 + _U16.unpack_from(picture, position + 2)[0]
        segments.append((marker, picture[position + 4 : end]))
        position = end
    return [], b""


def _bodies(segments: bytes) -> Iterator[bytes]:
    return (body for _, body in _segments(_SOI + segments + b"\xff\xda\0\0")[0])


def _table_starts(body: bytes) -> Iterator[int]:
    position = 0
    while position < len(body):
        yield position
        position += 129 if body[position] >> 4 else 65


def _segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + _length(body) + body


def _length(body: bytes) -> bytes:
    return _U16.pack(len(body) + 2)
