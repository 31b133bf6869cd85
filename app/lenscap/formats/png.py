"""PNG and APNG: the W3C's Portable Network Graphics (third edition), sections 5, 11 and 13; eXIf is 11.3.4.5.

A file is a chain of chunks with checksums. A short list of chunks is needed to see the picture; the rest goes,
before the picture data and behind it, and so does whatever follows the last chunk.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from struct import Struct
from typing import NamedTuple

from isal import isal_zlib

from lenscap.errors import MalformedError
from lenscap.model import Block, Bytes, Fresh, Layout, Payload, Role, Size

NAME = "PNG"
SUFFIXES = (".png", ".apng")

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PIXELS = frozenset({b"IDAT", b"fdAT"})
_COLOUR = frozenset({b"gAMA", b"cHRM", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"mDCv", b"cLLi"})
_LENGTHS = {
    b"IHDR": range(13, 14),
    b"PLTE": range(3, 769),
    b"IEND": range(1),
    b"tRNS": range(1, 257),
    b"bKGD": range(1, 7),
    b"pHYs": range(9, 10),
    b"sBIT": range(1, 5),
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

_HEAD = Struct(">I4s")
_IHDR = Struct(">IIBBBBB")
_U32 = Struct(">I")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))

_MOST_PIXELS = 1 << 30
_MOST_TEXT = 16 << 20
_AT_ONCE = 1 << 20
_PROFILE_NAMES = frozenset({b"ICC profile", b"ICC Profile", b"icc", b"ICC", b"Photoshop ICC profile", b"sRGB"})


class _Chunk(NamedTuple):
    kind: bytes
    start: int
    end: int

    @property
    def body(self) -> slice:
        return slice(self.start + 8, self.end - 4)

    @property
    def pixels(self) -> slice:
        """The part of an IDAT or fdAT chunk that is compressed picture data."""
        return slice(self.start + (12 if self.kind == b"fdAT" else 8), self.end - 4)


def recognises(head: bytes) -> bool:
    """The signature of PNG."""
    return head.startswith(_SIGNATURE)


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a PNG into its chunks; ``deep`` also inflates the picture data and checks where it ends."""
    chunks, end = _chunks(data, deep)
    kinds = [chunk.kind for chunk in chunks]
    if not chunks or kinds[0] != b"IHDR" or chunks[0].end - chunks[0].start != 12 + _IHDR.size:
        raise MalformedError("It does not begin with a picture header.")
    if b"IDAT" not in kinds:
        raise MalformedError("It ends before its picture begins.")
    width, height, *_ = _IHDR.unpack(data[chunks[0].body])
    surplus = _surplus(data, chunks) if deep else {}
    profile = next((_profile(data[chunk.body]) for chunk in chunks if chunk.kind == b"iCCP"), None)
    return Layout(
        size=Size(width, height),
        blocks=tuple(_blocks(data, chunks, end, surplus)),
        payloads=tuple(_payloads(data, chunks, end, surplus)),
        icc=profile.icc if profile else None,
        frames=_frames(data, chunks),
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield the chunks that are kept; fresh ones stand behind IHDR."""
    profile = fresh.icc
    for block in layout.blocks:
        if block.name == "iCCP" and fresh.icc is None and not keep(block):
            profile = layout.icc
    for block in layout.blocks:
        if keep(block) and not (block.name == "iCCP" and fresh.icc is not None):
            yield data[block.start : block.end]
        elif block.name in ("IDAT", "fdAT", "IEND"):
            yield _needed_part(data, block)
        if block.name == "IHDR":
            yield from _fresh_chunks(profile, fresh)


def _fresh_chunks(profile: bytes | None, fresh: Fresh) -> Iterator[bytes]:
    if fresh.exif:
        yield _chunk(b"eXIf", fresh.exif)
    if fresh.xmp:
        yield _chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + fresh.xmp)
    if profile:
        yield _chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(profile))


def _chunk(kind: bytes, body: Bytes) -> bytes:
    return b"".join((_HEAD.pack(len(body), kind), body, _U32.pack(zlib.crc32(body, zlib.crc32(kind)))))


def _needed_part(data: memoryview, block: Block) -> bytes:
    """A chunk of picture data without what stands behind the end of the compressed data, or a bare IEND."""
    if block.name == "IEND":
        return _chunk(b"IEND", b"")
    used = _surplus(data, _chunks(data, deep=False)[0])[block.start]
    if block.name == "IDAT" and used == block.start + 8:
        return b""
    return _chunk(block.name.encode(), data[block.start + 8 : used])


def _chunks(data: memoryview, deep: bool) -> tuple[list[_Chunk], int]:
    """The chunks up to IEND, and where they end. The checksums of picture data cost time: only ``deep``."""
    chunks: list[_Chunk] = []
    position, end = len(_SIGNATURE), len(data)
    while position < end and (not chunks or chunks[-1].kind != b"IEND"):
        length, kind = _HEAD.unpack_from(data, position) if position + 12 <= end else (end, b"last")
        if position + 12 + length > end:
            if any(chunk.kind == b"IDAT" for chunk in chunks) and kind not in _PIXELS and kind != b"IEND":
                break
            raise MalformedError(f"Its “{_title(kind)}” chunk claims {length:,} bytes that it does not have.")
        chunk = _Chunk(kind, position, position + 12 + length)
        if (deep or kind not in _PIXELS) and kind[:1].isupper() and not _is_sound(data, chunk):
            raise MalformedError(f"Its “{_title(kind)}” chunk is damaged: the checksum is wrong.")
        chunks.append(chunk)
        position = chunk.end
    return chunks, position


def _is_sound(data: memoryview, chunk: _Chunk) -> bool:
    return zlib.crc32(data[chunk.start + 4 : chunk.end - 4]) == int.from_bytes(data[chunk.end - 4 : chunk.end])


def _title(kind: bytes) -> str:
    """The four letters of a chunk, or dots where they are none."""
    return "".join(chr(byte) if chr(byte).isalpha() and byte < 128 else "·" for byte in kind)


def _blocks(data: memoryview, chunks: list[_Chunk], end: int, surplus: dict[int, int]) -> Iterator[Block]:
    yield Block(Role.STRUCTURE, "signature", 0, len(_SIGNATURE))
    animated = _is_animated(chunks)
    seen: set[bytes] = set()
    for chunk in chunks:
        role = _role(data, chunk, seen, animated)
        if role == Role.PIXELS and chunk.start in surplus:
            role = Role.METADATA
        seen.add(chunk.kind)
        name = _title(chunk.kind)
        hidden = chunk.kind == b"fdAT" and not animated
        yield Block(role, "hidden frame" if hidden else name, chunk.start, chunk.end)
    if end < len(data):
        yield Block(Role.METADATA, "trailer", end, len(data))


def _role(data: memoryview, chunk: _Chunk, seen: set[bytes], animated: bool) -> Role:
    kind = chunk.kind
    if kind in _PIXELS:
        return Role.PIXELS if kind == b"IDAT" or animated else Role.METADATA
    if kind == b"iCCP":
        harmless = kind not in seen and not _profile(data[chunk.body]).private and b"IDAT" not in seen
        return Role.COLOUR if harmless and _is_sound(data, chunk) else Role.METADATA
    if chunk.end - chunk.start - 12 not in _LENGTHS.get(kind, ()) or not _is_sound(data, chunk):
        return Role.METADATA
    if kind == b"fcTL":
        return Role.STRUCTURE if animated else Role.METADATA
    if kind in seen or (b"IDAT" in seen and kind != b"IEND"):
        return Role.METADATA
    return Role.COLOUR if kind in _COLOUR else Role.STRUCTURE


def _is_animated(chunks: list[_Chunk]) -> bool:
    kinds = [chunk.kind for chunk in chunks]
    return b"acTL" in kinds[: kinds.index(b"IDAT")]


def _frames(data: memoryview, chunks: list[_Chunk]) -> int:
    """How many pictures are shown: those of the animation, and a first one outside it for old viewers."""
    if not _is_animated(chunks):
        return 1
    return max(1, sum(chunk.kind == b"fcTL" for chunk in chunks))


class _Profile(NamedTuple):
    name: bytes
    icc: bytes | None
    private: bool


def _profile(body: memoryview) -> _Profile:
    """What an iCCP chunk holds; ``private`` where its name, or bytes around the profile, tell something."""
    name, _, rest = bytes(body).partition(b"\0")
    icc, surplus, whole = _inflate(rest[1:])
    return _Profile(name, icc if whole else None, not whole or bool(surplus) or name not in _PROFILE_NAMES)


def _inflate(data: bytes) -> tuple[bytes, bytes, bool]:
    """Inflate up to ``_MOST_TEXT`` bytes: the result, what follows the end, and whether it came to its end."""
    inflater = zlib.decompressobj()
    try:
        result = inflater.decompress(data, _MOST_TEXT)
    except zlib.error:
        return b"", data, False
    return result, inflater.unused_data, inflater.eof


def _payloads(data: memoryview, chunks: list[_Chunk], end: int, surplus: dict[int, int]) -> Iterator[Payload]:
    known = {block.start: block.role for block in _blocks(data, chunks, end, surplus)}
    for chunk in chunks:
        if chunk.start in surplus:
            yield Payload("unknown", "Behind the picture data", data[surplus[chunk.start] : chunk.end - 4])
        elif known[chunk.start] == Role.METADATA:
            yield _payload(chunk.kind, bytes(data[chunk.body]))
    if end < len(data):
        yield Payload("trailer", "Behind the picture", data[end:])


def _payload(kind: bytes, body: bytes) -> Payload:
    where = f"PNG {_title(kind)}"
    if kind == b"eXIf":
        return Payload("exif", "Exif", body.removeprefix(b"Exif\0\0"))
    if kind == b"caBX":
        return Payload("c2pa", "Content credentials", body)
    if kind == b"tIME" and len(body) == 7:
        year, *rest = Struct(">HBBBBB").unpack(body)
        written = "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(year, *rest)
        return Payload("text", where, b"date:modify\0" + written.encode())
    if kind == b"iCCP":
        return Payload("unknown", "Name of the colour profile", _profile(memoryview(body)).name)
    if kind == b"fdAT":
        return Payload("preview", "A frame that is never shown", body)
    text = _TEXT_CHUNKS[kind](body) if kind in _TEXT_CHUNKS else None
    return Payload("unknown", where, body) if text is None else Payload("text", where, text)


def _plain(body: bytes) -> bytes:
    keyword, _, text = body.partition(b"\0")
    return keyword + b"\0" + _in_utf8(text)


def _compressed(body: bytes) -> bytes | None:
    keyword, _, rest = body.partition(b"\0")
    text, _, whole = _inflate(rest[1:])
    return keyword + b"\0" + _in_utf8(text) if whole or text else None


def _international(body: bytes) -> bytes | None:
    keyword, _, rest = body.partition(b"\0")
    parts = rest[2:].split(b"\0", 2)
    if len(parts) != 3:
        return None
    text = _inflate(parts[2])[0] if rest[:1] == b"\1" else parts[2]
    return keyword + b"\0" + text if text or not parts[2] else None


_TEXT_CHUNKS: dict[bytes, Callable[[bytes], bytes | None]] = {
    b"tEXt": _plain,
    b"zTXt": _compressed,
    b"iTXt": _international,
}


def _in_utf8(text: bytes) -> bytes:
    """Latin-1 is what the standard asks for; many programs write UTF-8 all the same."""
    try:
        text.decode()
    except UnicodeDecodeError:
        return text.decode("latin-1").encode()
    return text


def _surplus(data: memoryview, chunks: list[_Chunk]) -> dict[int, int]:
    """Chunks of picture data that go on behind the end of their compressed stream: start → where the stream ends."""
    ends: dict[int, int] = {}
    for left, stream in _streams(data, chunks):
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


def _streams(data: memoryview, chunks: list[_Chunk]) -> Iterator[tuple[int, list[_Chunk]]]:
    """The compressed streams of a file: how many bytes each should inflate to, and its chunks."""
    width, height, depth, colour, _, _, interlaced = _IHDR.unpack(data[chunks[0].body])
    bits = depth * _CHANNELS.get(colour, 4)
    if width * height > _MOST_PIXELS:
        raise MalformedError(f"It claims to be {width:,} × {height:,} pixels large, which no picture is.")
    yield _raw_size(width, height, bits, interlaced), [chunk for chunk in chunks if chunk.kind == b"IDAT"]
    for control, stream in _animation_frames(chunks):
        width, height = Struct(">4xII").unpack_from(data, control.start + 8)
        yield _raw_size(width, height, bits, interlaced), stream


def _animation_frames(chunks: list[_Chunk]) -> Iterator[tuple[_Chunk, list[_Chunk]]]:
    """Each fcTL chunk with the fdAT chunks that follow it."""
    control: _Chunk | None = None
    stream: list[_Chunk] = []
    for chunk in chunks:
        if chunk.kind == b"fcTL":
            if control and stream:
                yield control, stream
            control, stream = chunk, []
        elif chunk.kind == b"fdAT":
            stream.append(chunk)
    if control and stream:
        yield control, stream


def _raw_size(width: int, height: int, bits: int, interlaced: int) -> int:
    """How many bytes the rows of a picture have before compression, each with its filter byte (section 7.2, 8.1)."""
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    sizes = ((-(-(width - x) // dx), -(-(height - y) // dy)) for x, y, dx, dy in passes)
    return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in sizes if columns > 0 and rows > 0)
