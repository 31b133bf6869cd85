"""PNG and APNG: the W3C's Portable Network Graphics (third edition), sections 5, 11 and 13; eXIf is 11.3.4.5.

A file is a chain of chunks with checksums. A short list of chunks is needed to see the picture; the rest goes,
before the picture data and behind it, and so does whatever follows the last chunk.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from struct import Struct

from lenscap.formats.png_picture import (
    MOST_TEXT,
    PALETTE,
    PIXELS,
    SIGNATURE,
    Chunk,
    Picture,
    check_frames,
    inflate,
    is_fit,
    is_sound,
    picture_in,
    surplus_of,
    title,
)
from lenscap.model import Block, Bytes, Fresh, Layout, Payload, Role, Size

NAME = "PNG"
SUFFIXES = (".png", ".apng")
TYPES = ("image/png", "image/apng")
SEEN = COVERED = True
SLICED = False

_COLOUR = frozenset({b"gAMA", b"cHRM", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"mDCv", b"cLLi"})
_MOST_TEXTS = 64 << 20
"""So much of all the compressed texts of a file is inflated."""
_U32 = Struct(">I")
_HEAD = Struct(">I4s")


def recognises(head: bytes) -> bool:
    """The signature of PNG."""
    return head.startswith(SIGNATURE)


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a PNG into its chunks; ``deep`` also inflates the picture data and checks where it ends."""
    picture = picture_in(data, deep)
    surplus = surplus_of(data, picture) if deep else {}
    if deep:
        check_frames(data, picture)
    blocks = tuple(_blocks(data, picture, surplus))
    exif = (chunk for chunk in picture.chunks if chunk.kind == b"eXIf" and is_sound(data, chunk))
    return Layout(
        size=Size(picture.header.width, picture.header.height),
        blocks=blocks,
        payloads=tuple(_payloads(data, picture, blocks, surplus)),
        icc=picture.profile.icc,
        frames=max(1, len(picture.frames) + any(len(frame) > 1 for frame in picture.frames[:1])),
        exif=next((_exif(data[chunk.body]) for chunk in exif), None),
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield the chunks that are kept; fresh ones stand behind IHDR."""
    profile = fresh.icc
    if fresh.icc is None and not any(block.name == "iCCP" and keep(block) for block in layout.blocks):
        profile = layout.icc
    ends: dict[int, int] | None = None
    for block in layout.blocks:
        if keep(block) and not (block.name == "iCCP" and fresh.icc is not None):
            yield data[block.start : block.end]
        elif block.name in ("IDAT", "fdAT"):
            ends = surplus_of(data, picture_in(data)) if ends is None else ends
            yield _needed_data(data, block, ends[block.start])
        elif block.name == "IEND":
            yield chunk(b"IEND", b"")
        elif block.name == "PLTE":
            yield chunk(b"PLTE", data[block.start + 8 : block.start + 8 + 3 * picture_in(data).colours])
        if block.name == "IHDR":
            yield from _fresh_chunks(profile, fresh)


def _fresh_chunks(profile: bytes | None, fresh: Fresh) -> Iterator[bytes]:
    if fresh.exif:
        yield chunk(b"eXIf", fresh.exif)
    if fresh.xmp:
        yield chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + fresh.xmp)
    if profile:
        yield chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(profile))


def chunk(kind: bytes, body: Bytes) -> bytes:
    """A chunk with its length and its checksum."""
    return b"".join((_HEAD.pack(len(body), kind), body, _U32.pack(zlib.crc32(body, zlib.crc32(kind)))))


def _needed_data(data: memoryview, block: Block, used: int) -> bytes:
    """A chunk of picture data without what stands behind the end of the compressed data."""
    if block.name == "IDAT" and used == block.start + 8:
        return b""
    return chunk(block.name.encode(), data[block.start + 8 : used])


def _blocks(data: memoryview, picture: Picture, surplus: dict[int, int]) -> Iterator[Block]:
    yield Block(Role.STRUCTURE, "signature", 0, len(SIGNATURE))
    shown = {chunk.start for frame in picture.frames for chunk in frame}
    seen: set[bytes] = set()
    for chunk in picture.chunks:
        role, name = _role(data, chunk, picture, seen), title(chunk.kind)
        if chunk.kind in (b"fcTL", b"fdAT") and chunk.start not in shown:
            role, name = Role.METADATA, "hidden frame"
        elif chunk.start in surplus:
            role = Role.METADATA
        elif role == Role.METADATA and chunk.kind == b"PLTE" and (chunk.kind in seen or not picture.colours):
            name = "suggested palette"
        seen.add(chunk.kind)
        yield Block(role, name, chunk.start, chunk.end)
    if picture.end < len(data):
        yield Block(Role.METADATA, "trailer", picture.end, len(data))


def _role(data: memoryview, chunk: Chunk, picture: Picture, seen: set[bytes]) -> Role:
    """The role of a chunk behind those of the kinds ``seen``; fcTL and fdAT belong to frames that are shown."""
    kind, length = chunk.kind, chunk.end - chunk.start - 12
    if kind in PIXELS:
        return Role.PIXELS
    if kind == b"fcTL":
        return Role.STRUCTURE
    if kind == b"iCCP":
        obeyed = chunk.start == picture.profile.start and not picture.profile.private
        return Role.COLOUR if obeyed else Role.METADATA
    if kind in seen or (b"IDAT" in seen and kind != b"IEND"):
        return Role.METADATA
    if kind == b"PLTE":
        return Role.STRUCTURE if length == 3 * picture.colours else Role.METADATA
    if not is_fit(data, chunk, picture.header.colour) or (kind == b"acTL" and not picture.frames):
        return Role.METADATA
    if kind == b"tRNS" and picture.header.colour == PALETTE and (b"PLTE" not in seen or length > picture.colours):
        return Role.METADATA
    return Role.COLOUR if kind in _COLOUR else Role.STRUCTURE


def _payloads(
    data: memoryview, picture: Picture, blocks: tuple[Block, ...], surplus: dict[int, int]
) -> Iterator[Payload]:
    left = _MOST_TEXTS
    for chunk, block in zip(picture.chunks, blocks[1:], strict=False):
        if chunk.start in surplus:
            yield Payload("unknown", "Behind the picture data", data[surplus[chunk.start] : chunk.end - 4])
        elif chunk.start == picture.profile.start and picture.profile.private:
            yield Payload("unknown", "Name of the colour profile", picture.profile.name)
        elif block.name == "PLTE" and block.role == Role.METADATA:
            yield Payload("unknown", "PNG PLTE", data[chunk.start + 8 + 3 * picture.colours : chunk.end - 4])
        elif block.role == Role.METADATA:
            payload = _payload(chunk.kind, bytes(data[chunk.body]), min(left, MOST_TEXT))
            left -= len(payload.data) if chunk.kind in (b"zTXt", b"iTXt") else 0
            yield payload
    if picture.end < len(data):
        yield Payload("trailer", "Behind the picture", data[picture.end :])


def _payload(kind: bytes, body: bytes, most: int) -> Payload:
    where = f"PNG {title(kind)}"
    if kind == b"eXIf":
        return Payload("exif", "Exif", _exif(body))
    if kind == b"caBX":
        return Payload("c2pa", "Content credentials", body)
    if kind == b"tIME" and len(body) == 7:
        year, *rest = Struct(">HBBBBB").unpack(body)
        written = "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(year, *rest)
        return Payload("text", where, b"date:modify\0" + written.encode())
    if kind == b"fdAT":
        return Payload("preview", "A frame that is never shown", body)
    text = _TEXT_CHUNKS[kind](body, most) if kind == b"tEXt" or (kind in _TEXT_CHUNKS and most > 0) else None
    return Payload("unknown", where, body) if text is None else Payload("text", where, text)


def _exif(body: Bytes) -> bytes:
    """Some programs put JPEG's prefix before it."""
    return bytes(body).removeprefix(b"Exif\0\0")


def _plain(body: bytes, most: int) -> bytes:
    keyword, _, text = body.partition(b"\0")
    return keyword + b"\0" + _in_utf8(text)


def _compressed(body: bytes, most: int) -> bytes | None:
    keyword, _, rest = body.partition(b"\0")
    text, _, whole = inflate(rest[1:], most)
    return keyword + b"\0" + _in_utf8(text) if whole or text else None


def _international(body: bytes, most: int) -> bytes | None:
    keyword, _, rest = body.partition(b"\0")
    parts = rest[2:].split(b"\0", 2)
    if len(parts) != 3:
        return None
    text = inflate(parts[2], most)[0] if rest[:1] == b"\1" else parts[2]
    return keyword + b"\0" + text if text or not parts[2] else None


_TEXT_CHUNKS: dict[bytes, Callable[[bytes, int], bytes | None]] = {
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
