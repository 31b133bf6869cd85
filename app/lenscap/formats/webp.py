"""WebP: RFC 9649 (RIFF container, VP8X, animation).

A file is a RIFF form of chunks, padded to even sizes. A short list of chunks is needed to see the picture; the rest
goes, also inside the frames of an animation, and so does whatever follows the form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from struct import Struct

from lenscap.errors import MalformedError
from lenscap.model import Block, Bytes, Fresh, Layout, Payload, Role, Size

NAME = "WebP"
SUFFIXES = (".webp",)

_ROLES = {
    b"VP8X": Role.STRUCTURE,
    b"ANIM": Role.STRUCTURE,
    b"ANMF": Role.STRUCTURE,
    b"ICCP": Role.COLOUR,
    b"ALPH": Role.PIXELS,
    b"VP8 ": Role.PIXELS,
    b"VP8L": Role.PIXELS,
}
_IN_A_FRAME = frozenset({b"ALPH", b"VP8 ", b"VP8L"})
_ONCE = frozenset({b"VP8X", b"ANIM", b"ICCP"})
_LENGTHS = {b"VP8X": 10, b"ANIM": 6}

_HEAD = Struct("<4sI")
_FRAME_HEAD = 16
_ICC_FLAG, _ALPHA_FLAG, _EXIF_FLAG, _XMP_FLAG = 0x20, 0x10, 0x08, 0x04
_FRAME = "frame: "
"""Before the name of a block inside an ANMF chunk."""
_PADDING = "padding"


def recognises(head: bytes) -> bool:
    """A RIFF form of the type WEBP."""
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a WebP into its chunks, and those of an animation's frames into theirs."""
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    end = len(data) if len(data) - end == 1 and end % 2 else end
    blocks = [Block(Role.STRUCTURE, "RIFF", 0, 12), *_chunks(data, 12, end)]
    if end < len(data):
        blocks.append(Block(Role.METADATA, "trailer", end, len(data)))
    if not any(block.role == Role.PIXELS for block in blocks):
        raise MalformedError("It ends before its picture begins.")
    icc = next((bytes(_body(data, block)) for block in blocks if block.role == Role.COLOUR), None)
    return Layout(
        size=_size(data, blocks),
        blocks=tuple(blocks),
        payloads=tuple(_payloads(data, blocks)),
        icc=icc,
        frames=max(1, sum(block.name == "ANMF" for block in blocks)),
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield the chunks that are kept, with sizes and flags that fit them."""
    if all(map(keep, layout.blocks)) and fresh == Fresh():
        yield data
        return
    kept = [block for block in layout.blocks if keep(block) and not (block.name == "ICCP" and fresh.icc is not None)]
    profile = fresh.icc or None
    chunks = list(_kept_chunks(data, kept))
    if any(name == b"VP8X" for name, _ in chunks) or profile or fresh.exif or fresh.xmp:
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
    flags &= ~(_ICC_FLAG | _EXIF_FLAG | _XMP_FLAG)
    flags |= _ICC_FLAG * has_profile | _EXIF_FLAG * bool(fresh.exif) | _XMP_FLAG * bool(fresh.xmp)
    width, height = layout.size
    size = bytes(old[4:10]) if old else (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return _chunk(b"VP8X", bytes([flags, 0, 0, 0]) + size)


def _has_alpha(data: memoryview, layout: Layout) -> bool:
    """Whether a picture without an extended header has an alpha channel: lossless ones say so in their header."""
    return any(block.name == "VP8L" and data[block.start + 12] & 0x10 for block in layout.blocks)


def _chunks(data: memoryview, position: int, end: int, frame: bool = False) -> Iterator[Block]:
    """The blocks of a row of chunks, from ``position`` to ``end``; inside an ANMF chunk if ``frame``."""
    prefix, seen = (_FRAME if frame else ""), set[bytes]()
    while position < end:
        name, length = _HEAD.unpack_from(data, position) if position + 8 <= end else (b"", end)
        stop = position + 8 + length
        if stop > end:
            yield _rest(data, position, end, name, length, seen)
            return
        if name == b"ANMF" and not frame and length >= _FRAME_HEAD:
            yield Block(Role.STRUCTURE, "ANMF", position, position + 8 + _FRAME_HEAD)
            yield from _chunks(data, position + 8 + _FRAME_HEAD, stop, frame=True)
        else:
            yield Block(_role(name, length, frame, seen), prefix + _title(name), position, stop)
        seen.add(name)
        if stop % 2 and stop < end:
            role = Role.UNKNOWN if data[stop] else Role.STRUCTURE
            yield Block(role, prefix + _PADDING, stop, stop + 1)
            stop += 1
        position = stop


def _rest(data: memoryview, position: int, end: int, name: bytes, length: int, seen: set[bytes]) -> Block:
    """What is left when a chunk claims more than there is: an error, unless the picture was complete before."""
    if name not in _ROLES and seen & {*_IN_A_FRAME, b"ANMF"}:
        return Block(Role.UNKNOWN, "trailer", position, end)
    raise MalformedError(f"Its “{_title(name)}” chunk claims {length:,} bytes that it does not have.")


def _role(name: bytes, length: int, frame: bool, seen: set[bytes]) -> Role:
    if frame and name not in _IN_A_FRAME:
        return Role.METADATA
    if (name in _ONCE and name in seen) or _LENGTHS.get(name, length) != length:
        return Role.METADATA
    return _ROLES.get(name, Role.METADATA)


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
            yield Payload("exif", "Exif", bytes(body).removeprefix(b"Exif\0\0"))
        elif name[:3] == b"XMP":
            yield Payload("xmp", "XMP", body)
        elif name == b"C2PA":
            yield Payload("c2pa", "Content credentials", body)
        elif block.name == "trailer":
            yield Payload("trailer", "Behind the picture", data[block.start : block.end])
        elif block.name.endswith(_PADDING):
            yield Payload("unknown", "Padding", data[block.start : block.end])
        else:
            yield Payload("unknown", f"WebP {block.name}", body)
