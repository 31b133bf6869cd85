"""WebP: RFC 9649 (RIFF container, VP8X, animation).

A file is a RIFF form of chunks, padded to even sizes. A short list of chunks is needed to see the picture; the rest
goes, also inside the frames of an animation, and so does whatever follows the form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from struct import Struct
from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.formats import MOST_PARTS, bounded
from lenscap.model import Block, Bytes, Fresh, Layout, Payload, Role, Size

NAME = "WebP"
SUFFIXES = (".webp",)
TYPES = ("image/webp",)
SEEN = COVERED = True
SLICED = False

_NEEDED = frozenset({b"VP8X", b"ANIM", b"ANMF", b"ICCP", b"ALPH", b"VP8 ", b"VP8L"})
_PICTURES = frozenset({b"VP8 ", b"VP8L"})

_HEAD = Struct("<4sI")
_HEADER_LENGTH, _LOOP_LENGTH = 10, 6
_FRAME_HEAD = 16
_ICC_FLAG, _ALPHA_FLAG, _EXIF_FLAG, _XMP_FLAG, _ANIMATION_FLAG = 0x20, 0x10, 0x08, 0x04, 0x02
_FLAGS = _ICC_FLAG | _ALPHA_FLAG | _EXIF_FLAG | _XMP_FLAG | _ANIMATION_FLAG
_EXTENDED = 1 << 8
"""Beside the flags that a header has: that there is one."""
_FRAME = "frame: "
"""Before the name of a block inside an ANMF chunk."""
_PADDING = "padding"
_SURPLUS = " (surplus)"
"""Behind the name of a block that a viewer needs, in a place where it does not look for one."""


class _Chunk(NamedTuple):
    """A chunk, whose padding ends at ``stop``; a nameless one is what is left behind the last."""

    name: bytes
    start: int
    end: int
    stop: int


def recognises(head: bytes) -> bool:
    """A RIFF form of the type WEBP."""
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a WebP into its chunks, and those of an animation's frames into theirs."""
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    end = len(data) if len(data) - end == 1 and end % 2 else end
    chunks = bounded(_chunks(data, 12, end))
    flags = _flags(data, chunks)
    blocks = [Block(Role.STRUCTURE, "RIFF", 0, 12), *_blocks(data, chunks, flags, deep)]
    if end < len(data):
        blocks.append(Block(Role.METADATA, "trailer", end, len(data)))
    if not any(block.role == Role.PIXELS for block in blocks):
        raise MalformedError("It ends before its picture begins.")
    icc = next((bytes(_body(data, block)) for block in blocks if block.role == Role.COLOUR), None)
    exif = (chunk for chunk in chunks if chunk.name == b"EXIF" and flags & _EXIF_FLAG)
    return Layout(
        size=_size(data, blocks),
        blocks=tuple(blocks),
        payloads=tuple(_payloads(data, blocks)),
        icc=icc,
        frames=max(1, sum(block.name == "ANMF" for block in blocks)),
        exif=next((_exif(data[chunk.start + 8 : chunk.end]) for chunk in exif), None),
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield the chunks that are kept, with sizes and flags that fit them."""
    if all(map(keep, layout.blocks)) and fresh == Fresh():
        yield data
        return
    kept = [block for block in layout.blocks if keep(block) and not (block.name == "ICCP" and fresh.icc is not None)]
    profile = fresh.icc or None
    chunks = list(_kept_chunks(data, kept))
    if any(block.name == "VP8X" for block in layout.blocks) or profile or fresh.exif or fresh.xmp:
        has_profile = bool(profile) or any(name == b"ICCP" for name, _ in chunks)
        header = _extended_header(data, layout, has_profile, fresh)
        rest = [chunk for name, chunk in chunks if name != b"VP8X"]
        body = [header, _chunk(b"ICCP", profile) if profile else b"", *rest]
    else:
        body = [chunk for _, chunk in chunks]
    body += [_chunk(name, value) for name, value in ((b"EXIF", fresh.exif), (b"XMP ", fresh.xmp)) if value]
    yield _HEAD.pack(b"RIFF", 4 + sum(map(len, body))) + b"WEBP"
    yield from body


def _kept_chunks(data: memoryview, kept: list[Block]) -> Iterator[tuple[bytes, Bytes]]:
    """The chunks to write, by name. Frames are put together again, and padding is made of zeros."""
    frame: list[Bytes] = []
    for block in [*kept, Block(Role.STRUCTURE, "end", 0, 0)]:
        if block.name.endswith(_PADDING):
            continue
        if block.name.startswith(_FRAME):
            frame.append(_padded(data, block))
            continue
        if frame:
            yield b"ANMF", _chunk(b"ANMF", b"".join(frame))
            frame = []
        if block.name == "ANMF":
            frame = [data[block.start + 8 : block.end]]
        elif block.name not in ("RIFF", "end"):
            yield bytes(data[block.start : block.start + 4]), _padded(data, block)


def _padded(data: memoryview, block: Block) -> Bytes:
    chunk = data[block.start : block.end]
    return bytes(chunk) + b"\0" if len(chunk) % 2 else chunk


def _chunk(name: bytes, body: bytes) -> bytes:
    return _HEAD.pack(name, len(body)) + body + b"\0" * (len(body) % 2)


def _extended_header(data: memoryview, layout: Layout, has_profile: bool, fresh: Fresh) -> bytes:
    """The VP8X chunk, with the flags of what the copy holds."""
    old = next((_body(data, block) for block in layout.blocks if block.name == "VP8X"), None)
    flags = old[0] if old else _ALPHA_FLAG * _has_alpha(data, layout)
    flags &= _ALPHA_FLAG | _ANIMATION_FLAG
    flags |= _ICC_FLAG * has_profile | _EXIF_FLAG * bool(fresh.exif) | _XMP_FLAG * bool(fresh.xmp)
    width, height = layout.size
    size = bytes(old[4:10]) if old else (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return _chunk(b"VP8X", bytes([flags, 0, 0, 0]) + size)


def _has_alpha(data: memoryview, layout: Layout) -> bool:
    """Whether a picture without an extended header has an alpha channel: lossless ones say so in their header."""
    return any(block.name == "VP8L" and data[block.start + 12] & 0x10 for block in layout.blocks)


def _chunks(data: memoryview, position: int, end: int) -> Iterator[_Chunk]:
    """A row of chunks, from ``position`` to ``end``."""
    seen = set[bytes]()
    while position < end:
        name, length = _HEAD.unpack_from(data, position) if position + 8 <= end else (b"", end)
        stop = position + 8 + length
        if stop > end and (name in _NEEDED or not seen & {*_PICTURES, b"ANMF"}):
            raise MalformedError(f"Its “{_title(name)}” chunk claims {length:,} bytes that it does not have.")
        if stop > end:
            yield _Chunk(b"", position, end, end)
            return
        yield _Chunk(name, position, stop, min(stop + stop % 2, end))
        seen.add(name)
        position = stop + stop % 2


def _flags(data: memoryview, chunks: list[_Chunk]) -> int:
    """What the header says that is in the file; nothing if the file does not begin with one."""
    if not chunks or chunks[0].name != b"VP8X":
        return 0
    if chunks[0].end - chunks[0].start != 8 + _HEADER_LENGTH:
        raise MalformedError("Its header holds more than a header, or less.")
    return data[chunks[0].start + 8] | _EXTENDED


def _blocks(data: memoryview, chunks: list[_Chunk], flags: int, deep: bool) -> Iterator[Block]:
    """The blocks of a file: of all that a viewer may need it takes the first, where the header allows it."""
    animated = bool(flags & _ANIMATION_FLAG)
    shown = set[_Chunk]() if animated else _picture(chunks, bool(flags & _ALPHA_FLAG))
    loop = next((chunk for chunk in chunks if animated and chunk.name == b"ANIM"), None)
    if deep and loop and loop.end - loop.start != 8 + _LOOP_LENGTH:
        raise MalformedError("The header of its animation holds more than a header, or less.")
    profile = next((chunk for chunk in chunks if flags & _ICC_FLAG and chunk.name == b"ICCP"), None)
    parts = 0
    for chunk in chunks:
        if chunk.name == b"ANMF" and loop and loop.start < chunk.start and chunk.end - chunk.start >= 8 + _FRAME_HEAD:
            frame = list(_frame_blocks(data, chunk))
            parts += len(frame)
            if parts > MOST_PARTS:
                raise MalformedError("Its animation is made of more parts than any is.")
            yield from frame
        elif flags and chunk is chunks[0]:
            yield Block(_header_role(data, chunk), "VP8X", chunk.start, chunk.end)
        elif chunk in (loop, profile):
            yield Block(Role.STRUCTURE if chunk is loop else Role.COLOUR, _title(chunk.name), chunk.start, chunk.end)
        else:
            yield _plain_block(chunk, shown)
        yield from _padding(data, chunk)


def _picture(chunks: list[_Chunk], alpha: bool) -> set[_Chunk]:
    """The chunks of a picture: the first one of pixels, and before it, where allowed, the ``alpha`` of a lossy one."""
    image = next((chunk for chunk in chunks if chunk.name in _PICTURES), None)
    if image is None:
        return set()
    layers = (chunk for chunk in chunks if chunk.name == b"ALPH" and chunk.start < image.start)
    layer = next(layers, None) if alpha and image.name == b"VP8 " else None
    return {image, layer} if layer else {image}


def _header_role(data: memoryview, chunk: _Chunk) -> Role:
    """A header is written anew if there is something in the bits that mean nothing."""
    flags, *reserved = data[chunk.start + 8 : chunk.start + 12]
    return Role.METADATA if flags & ~_FLAGS or any(reserved) else Role.STRUCTURE


def _frame_blocks(data: memoryview, chunk: _Chunk) -> Iterator[Block]:
    """The blocks of an ANMF chunk: its header, and the chunks inside it."""
    start = chunk.start + 8 + _FRAME_HEAD
    inside = bounded(_chunks(data, start, chunk.end))
    shown = _picture(inside, alpha=True)
    role, name = (Role.STRUCTURE, "ANMF") if shown else (Role.METADATA, f"ANMF{_SURPLUS}")
    yield Block(role, name, chunk.start, start)
    for each in inside:
        yield _plain_block(each, shown, _FRAME)
        yield from _padding(data, each, _FRAME)


def _plain_block(chunk: _Chunk, shown: set[_Chunk], prefix: str = "") -> Block:
    """A chunk that is part of a picture, or that nobody needs."""
    if chunk in shown:
        return Block(Role.PIXELS, prefix + _title(chunk.name), chunk.start, chunk.end)
    if not chunk.name:
        return Block(Role.UNKNOWN, "trailer", chunk.start, chunk.end)
    surplus = _SURPLUS if chunk.name in _NEEDED else ""
    return Block(Role.METADATA, f"{prefix}{_title(chunk.name)}{surplus}", chunk.start, chunk.end)


def _padding(data: memoryview, chunk: _Chunk, prefix: str = "") -> Iterator[Block]:
    if chunk.stop > chunk.end:
        role = Role.UNKNOWN if data[chunk.end] else Role.STRUCTURE
        yield Block(role, prefix + _PADDING, chunk.end, chunk.stop)


def _title(name: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 else "·" for byte in name).strip()


def _body(data: memoryview, block: Block) -> memoryview:
    return data[block.start + 8 : block.end]


def _size(data: memoryview, blocks: list[Block]) -> Size:
    """The canvas of an extended file, or the size in the picture's own header."""
    for block in blocks:
        body = _body(data, block)
        if block.name == "VP8X":
            return Size(1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little"))
        if block.name == "VP8" and len(body) >= 10:
            width, height = Struct("<6xHH").unpack_from(body)
            return Size(width & 0x3FFF, height & 0x3FFF)
        if block.name == "VP8L" and len(body) >= 5:
            bits = int.from_bytes(body[1:5], "little")
            return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    raise MalformedError("It has no picture header.")


def _payloads(data: memoryview, blocks: list[Block]) -> Iterator[Payload]:
    for block in blocks:
        if block.role not in (Role.METADATA, Role.UNKNOWN):
            continue
        body, name = _body(data, block), bytes(data[block.start : block.start + 4])
        if name == b"EXIF":
            yield Payload("exif", "Exif", _exif(body))
        elif name[:3] == b"XMP":
            yield Payload("xmp", "XMP", body)
        elif name == b"C2PA":
            yield Payload("c2pa", "Content credentials", body)
        elif block.name == "trailer":
            yield Payload("trailer", "Behind the picture", data[block.start : block.end])
        elif block.name.endswith(_PADDING):
            yield Payload("unknown", "Padding", data[block.start : block.end])
        elif name == b"VP8X" and block.name == "VP8X":
            yield Payload("unknown", "WebP VP8X", bytes([body[0] & ~_FLAGS, *body[1:4]]))
        elif name in _PICTURES or name in (b"ALPH", b"ANMF"):
            alone = partial(_alone, bytes(data[block.start : block.end])) if name in _PICTURES else None
            yield Payload("preview", "Hidden picture", body, alone)
        else:
            yield Payload("unknown", f"WebP {block.name}", body)


def _alone(chunk: bytes) -> bytes:
    """A picture that is hidden in a file, as a file of its own."""
    return b"RIFF" + (4 + len(chunk)).to_bytes(4, "little") + b"WEBP" + chunk


def _exif(body: memoryview) -> bytes:
    """Some programs put JPEG's prefix before it."""
    return bytes(body).removeprefix(b"Exif\0\0")
