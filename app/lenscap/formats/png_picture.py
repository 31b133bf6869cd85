"""What a viewer makes of the chunks of a PNG: its palette, its profile, its frames, and where their data end."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import cache
from struct import Struct
from typing import NamedTuple

from isal import isal_zlib

from lenscap.errors import MalformedError
from lenscap.formats import bounded
from lenscap.model import Bytes

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PIXELS = frozenset({b"IDAT", b"fdAT"})
_LENGTHS = {
    b"IHDR": range(13, 14),
    b"IEND": range(1),
    b"pHYs": range(9, 10),
    b"gAMA": range(4, 5),
    b"cHRM": range(32, 33),
    b"sRGB": range(1, 2),
    b"cICP": range(4, 5),
    b"mDCV": range(24, 25),
    b"mDCv": range(24, 25),
    b"cLLI": range(8, 9),
    b"cLLi": range(8, 9),
    b"acTL": range(8, 9),
    b"fcTL": range(26, 27),
}
"""The chunks that a viewer needs beside the picture data, and how long they may be: in a longer one something hides."""

_GREY, _RGB, PALETTE, _GREY_ALPHA, _RGBA = 0, 2, 3, 4, 6
_COLOUR_LENGTHS = {
    _GREY: {b"tRNS": range(2, 3), b"bKGD": range(2, 3), b"sBIT": range(1, 2)},
    _RGB: {b"tRNS": range(6, 7), b"bKGD": range(6, 7), b"sBIT": range(3, 4)},
    PALETTE: {b"tRNS": range(1, 257), b"bKGD": range(1, 2), b"sBIT": range(3, 4)},
    _GREY_ALPHA: {b"bKGD": range(2, 3), b"sBIT": range(2, 3)},
    _RGBA: {b"bKGD": range(6, 7), b"sBIT": range(4, 5)},
}
"""Those whose length hangs on the colour type. (A palette is needed only where pixels are numbers of its colours.)"""

_HEAD = Struct(">I4s")
_IHDR = Struct(">IIBBBBB")
_U32 = Struct(">I")
_CHRM = Struct(">8I")
_MOST_CHROMATICITY = 110_000
"""The largest coordinate of a colour that decoders believe, in 100,000ths."""
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))

_MOST_PIXELS = 1 << 30
MOST_TEXT = 16 << 20
_AT_ONCE = 1 << 20
_PROFILE_NAMES = frozenset({b"ICC profile", b"ICC Profile", b"icc", b"ICC", b"Photoshop ICC profile", b"sRGB"})


class Chunk(NamedTuple):
    """The name of a chunk, and where it is."""

    kind: bytes
    start: int
    end: int

    @property
    def body(self) -> slice:
        """The part that is neither name nor length nor checksum."""
        return slice(self.start + 8, self.end - 4)

    @property
    def pixels(self) -> slice:
        """The part of an IDAT or fdAT chunk that is compressed picture data."""
        return slice(self.start + (12 if self.kind == b"fdAT" else 8), self.end - 4)


class _Header(NamedTuple):
    width: int
    height: int
    depth: int
    colour: int
    compression: int
    filtering: int
    interlaced: int


class _Profile(NamedTuple):
    """What an iCCP chunk holds; ``private`` where its name, or bytes around the profile, tell something."""

    start: int
    name: bytes
    icc: bytes | None
    private: bool


_NO_PROFILE = _Profile(-1, b"", None, False)
_Frame = list[Chunk]
"""An fcTL chunk and the fdAT chunks behind it: none where the frame is the still picture."""


class Picture(NamedTuple):
    """What a viewer makes of the chunks: the frames that it shows, and the profile that it obeys."""

    header: _Header
    chunks: list[Chunk]
    end: int
    frames: list[_Frame]
    profile: _Profile
    colours: int
    """How many colours the palette has that a pixel can have; 0 where there is no need of one."""


def picture_in(data: memoryview, deep: bool = False) -> Picture:
    """Follow a viewer through a file."""
    chunks = bounded(_chunks(data, deep))
    if not chunks or chunks[0].kind != b"IHDR" or chunks[0].end - chunks[0].start != 12 + _IHDR.size:
        raise MalformedError("It does not begin with a picture header.")
    kinds = [chunk.kind for chunk in chunks]
    if b"IDAT" not in kinds:
        raise MalformedError("It ends before its picture begins.")
    header = _Header(*_IHDR.unpack(data[chunks[0].body]))
    colours = _colours(chunks, header) if header.colour == PALETTE else 0
    profile = _profile(data, chunks) if b"iCCP" in kinds else _NO_PROFILE
    frames = _frames(data, chunks) if b"acTL" in kinds else []
    return Picture(header, chunks, chunks[-1].end, frames, profile, colours)


def _colours(chunks: list[Chunk], header: _Header) -> int:
    """How many colours of a palette are within the reach of a pixel's bits."""
    palette = next(chunk for chunk in chunks if chunk.kind in (b"PLTE", b"IDAT"))
    if palette.kind == b"IDAT":
        return 0
    length = palette.end - palette.start - 12
    if length % 3 or not 3 <= length <= 768:
        raise MalformedError("Its palette is damaged.")
    return min(length // 3, 1 << min(header.depth, 8))


def _profile(data: memoryview, chunks: list[Chunk]) -> _Profile:
    """The colour profile that viewers obey: the first that is sound, before the palette and the picture data."""
    for chunk in chunks:
        if chunk.kind in (b"PLTE", b"IDAT"):
            break
        if chunk.kind == b"iCCP" and is_sound(data, chunk):
            name, _, rest = bytes(data[chunk.body]).partition(b"\0")
            icc, surplus, whole = inflate(rest[1:], MOST_TEXT)
            private = not whole or bool(surplus) or name not in _PROFILE_NAMES
            return _Profile(chunk.start, name, icc if whole else None, private)
    return _NO_PROFILE


def _frames(data: memoryview, chunks: list[Chunk]) -> list[_Frame]:
    """The frames of an animation: each fcTL with the picture data behind it, and no more than acTL counts."""
    frames: list[_Frame] = []
    frame: _Frame = []
    most, seen_still = 0, False
    for chunk in chunks:
        if chunk.kind == b"acTL" and not (most or seen_still) and is_fit(data, chunk):
            most = _U32.unpack(data[chunk.body][:4])[0]
        elif chunk.kind == b"fcTL" and is_fit(data, chunk):
            frame = [chunk]
        elif chunk.kind == b"IDAT" and not seen_still:
            frames += [frame] if frame else []
            frame, seen_still = [], True
        elif chunk.kind == b"fdAT" and seen_still and frame and chunk.end - chunk.start >= 16:
            frames += [frame] if len(frame) == 1 else []
            frame.append(chunk)
    return frames[:most]


def check_frames(data: memoryview, picture: Picture) -> None:
    """What shall be shown must be numbered without a gap: otherwise viewers do not agree on what is shown."""
    chunks = [chunk for frame in picture.frames for chunk in frame]
    numbers = [_U32.unpack(data[chunk.start + 8 : chunk.start + 12])[0] for chunk in chunks]
    if numbers != list(range(len(chunks))):
        raise MalformedError("The frames of its animation are not in order.")


def _chunks(data: memoryview, deep: bool) -> Iterator[Chunk]:
    """The chunks up to IEND. The checksums of picture data cost time: only ``deep``."""
    position, end, begun = len(SIGNATURE), len(data), False
    while position < end:
        length, kind = _HEAD.unpack_from(data, position) if position + 12 <= end else (end, b"last")
        if position + 12 + length > end:
            if begun and kind not in PIXELS and kind != b"IEND":
                return
            raise MalformedError(f"Its “{title(kind)}” chunk claims {length:,} bytes that it does not have.")
        chunk = Chunk(kind, position, position + 12 + length)
        if (deep or kind not in PIXELS) and kind[:1].isupper() and not is_sound(data, chunk):
            raise MalformedError(f"Its “{title(kind)}” chunk is damaged: the checksum is wrong.")
        yield chunk
        if kind == b"IEND":
            return
        begun = begun or kind == b"IDAT"
        position = chunk.end


def is_sound(data: memoryview, chunk: Chunk) -> bool:
    """Whether the checksum of a chunk is right."""
    return zlib.crc32(data[chunk.start + 4 : chunk.end - 4]) == int.from_bytes(data[chunk.end - 4 : chunk.end])


def is_fit(data: memoryview, chunk: Chunk, colour: int = _RGB) -> bool:
    """Whether a chunk is sound, and holds nothing but what one of its kind has to say."""
    if chunk.end - chunk.start - 12 not in _lengths(colour).get(chunk.kind, ()) or not is_sound(data, chunk):
        return False
    return chunk.kind != b"cHRM" or max(_CHRM.unpack(data[chunk.body])) <= _MOST_CHROMATICITY


@cache
def _lengths(colour: int) -> dict[bytes, range]:
    return _LENGTHS | _COLOUR_LENGTHS.get(colour, {})


def title(kind: bytes) -> str:
    """The four letters of a chunk, or dots where they are none."""
    return "".join(chr(byte) if chr(byte).isalpha() and byte < 128 else "·" for byte in kind)


def inflate(data: bytes, most: int) -> tuple[bytes, bytes, bool]:
    """Inflate up to ``most`` bytes: the result, what follows the end, and whether it came to its end."""
    inflater = zlib.decompressobj()
    try:
        result = inflater.decompress(data, most)
    except zlib.error:
        return b"", data, False
    return result, inflater.unused_data, inflater.eof


def surplus_of(data: memoryview, picture: Picture) -> dict[int, int]:
    """Chunks of picture data that go on behind the end of their compressed stream: start → where the stream ends."""
    ends: dict[int, int] = {}
    for left, stream in _streams(data, picture):
        inflater = isal_zlib.decompressobj()
        for chunk in stream:
            if inflater.eof:
                ends[chunk.start] = chunk.pixels.start
                continue
            left -= _drain(inflater, data[chunk.pixels], left)  # noqa: PLW2901 (counts down)
            if inflater.unused_data:
                ends[chunk.start] = chunk.end - 4 - len(inflater.unused_data)
    return ends


def _drain(inflater: isal_zlib.Decompress, data: Bytes, most: int) -> int:
    """Inflate without keeping anything; return how many bytes came out, which may be ``most``."""
    inflated = 0
    while data and not inflater.eof:
        try:
            inflated += len(inflater.decompress(data, _AT_ONCE))
        except isal_zlib.IsalError as error:  # type: ignore[misc]  # its stub does not say that it is an exception
            raise MalformedError("Its picture data is damaged.") from error
        if inflated > most:
            raise MalformedError("Its picture data holds more than the picture.")
        data = inflater.unconsumed_tail
    return inflated


def _streams(data: memoryview, picture: Picture) -> Iterator[tuple[int, list[Chunk]]]:
    """The compressed streams of a file: how many bytes each should inflate to, and its chunks."""
    header = picture.header
    bits = header.depth * _CHANNELS.get(header.colour, 4)
    if header.width * header.height > _MOST_PIXELS:
        raise MalformedError(f"It claims to be {header.width:,} × {header.height:,} pixels large, which no picture is.")
    size = _raw_size(header.width, header.height, bits, header.interlaced)
    yield size, [chunk for chunk in picture.chunks if chunk.kind == b"IDAT"]
    for control, *stream in picture.frames:
        width, height = Struct(">4xII").unpack_from(data, control.start + 8)
        if width > header.width or height > header.height:
            raise MalformedError("A frame of its animation is larger than the picture.")
        yield _raw_size(width, height, bits, header.interlaced), stream


def _raw_size(width: int, height: int, bits: int, interlaced: int) -> int:
    """How many bytes the rows of a picture have before compression, each with its filter byte (section 7.2, 8.1)."""
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    sizes = ((-(-(width - x) // dx), -(-(height - y) // dy)) for x, y, dx, dy in passes)
    return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in sizes if columns > 0 and rows > 0)
