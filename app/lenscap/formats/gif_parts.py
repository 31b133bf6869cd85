"""The parts of a GIF, one behind the other: GIF89a, sections 15 to 27; Netscape's loop; Adobe's XMP and ICC's profile.

Data hang in chains of sub-blocks: a length, so many bytes, and so on until a length of zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.model import Bytes, Size

SIGNATURES = (b"GIF87a", b"GIF89a")
SCREEN_LENGTH, FRAME_LENGTH = 13, 10
EXTENSION, IMAGE, END, ZERO = 0x21, 0x2C, 0x3B, 0x00
TRAILER = -1
"""Beside the bytes that begin parts: what no part is."""
PLAIN_TEXT, CONTROL, COMMENT, APPLICATION = 0x01, 0xF9, 0xFE, 0xFF

XMP, ICC, C2PA = b"XMP DataXMP", b"ICCRGBG1012", b"C2PA_GIF\x01\0\0"
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
XMP_TAIL = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
"""Behind XMP, which is not in sub-blocks: wherever a reader of sub-blocks gets into it, it comes to the last zero."""

_TABLE, _INTERLACED, _TABLE_BITS = 0x80, 0x40, 0x27
_CONTROL_BITS, _TRANSPARENT = 0x1F, 0x01
_ZEROS = re.compile(rb"\0+")
_MOST_SUB_BLOCKS = 1 << 23
_FRAME = Struct("<xHHHHB")


class Part(NamedTuple):
    """A part of a file; the chain of its sub-blocks (of a picture, the byte before it) begins at ``body``."""

    kind: int
    start: int
    body: int
    end: int
    label: int = 0


def table_length(packed: int) -> int:
    """How many bytes of colours follow a descriptor."""
    return 3 << (packed & 7) + 1 if packed & _TABLE else 0


def parts(data: memoryview, position: int) -> Iterator[Part]:
    """All the parts from ``position`` on, and what follows the last one."""
    seen = False
    while position < len(data):
        part = _part(data, position, seen)
        yield part
        seen = seen or part.kind == IMAGE
        position = part.end
        if part.kind == END and position < len(data):
            yield Part(TRAILER, position, position, len(data))
            return


def _part(data: memoryview, position: int, seen: bool) -> Part:
    """The part at ``position``; ``seen`` says whether there was a picture before it."""
    kind = data[position]
    if kind == END:
        return Part(END, position, position, position + 1)
    if kind == ZERO and (zeros := _ZEROS.match(data, position)):
        return Part(ZERO, position, position, zeros.end())
    if kind == IMAGE:
        return _image(data, position)
    if kind != EXTENSION:
        raise MalformedError("Between its parts stand bytes that viewers do not agree about.")
    end = chain_end(data, position + 2)
    if end is None and seen:
        return Part(TRAILER, position, position, len(data))
    if end is None:
        raise MalformedError("It ends before its picture begins.")
    return Part(EXTENSION, position, position + 2, end, data[position + 1])


def _image(data: memoryview, position: int) -> Part:
    body = position + FRAME_LENGTH
    body += table_length(data[body - 1]) if body <= len(data) else 0
    end = chain_end(data, body + 1)
    if end is None:
        raise MalformedError("It ends in the middle of a picture.")
    return Part(IMAGE, position, body, end)


def chain_end(data: memoryview, position: int) -> int | None:
    """Where a chain of sub-blocks ends; ``None`` if the file ends first."""
    end = len(data)
    for _ in range(_MOST_SUB_BLOCKS):
        if position >= end:
            return None
        length = data[position]
        position += length + 1
        if not length:
            return position
    raise MalformedError("Its data hang in more pieces than those of any picture.")


def sub_blocks(data: memoryview, position: int) -> Iterator[tuple[int, int]]:
    """Where the bytes of each sub-block of a chain begin and end; the chain is known to have an end."""
    while length := data[position]:
        yield position + 1, position + 1 + length
        position += 1 + length


def joined(data: memoryview, position: int) -> bytes:
    """What a chain of sub-blocks holds."""
    return b"".join(data[start:end] for start, end in sub_blocks(data, position))


def chained(body: bytes) -> bytes:
    """Bytes in sub-blocks as long as they can be."""
    pieces = (body[start : start + 255] for start in range(0, len(body), 255))
    return b"".join(bytes([len(piece)]) + piece for piece in pieces) + b"\0"


def application(name: bytes, chain: bytes) -> bytes:
    """An application extension."""
    return bytes([EXTENSION, APPLICATION, len(name)]) + name + chain


def application_name(data: memoryview, part: Part) -> bytes:
    """The name of an application and its three bytes; none if the part is no such extension."""
    is_named = part.kind == EXTENSION and part.label == APPLICATION and data[part.body] == 11
    return bytes(data[part.body + 1 : part.body + 12]) if is_named else b""


def application_data(data: memoryview, part: Part) -> Bytes:
    """What an application extension holds behind its name."""
    start = part.body + 12
    if application_name(data, part) == XMP and bytes(data[start : start + 1]) in (b"<", b"\xef"):
        return data[start : max(start, part.end - len(XMP_TAIL))] if _has_tail(data, part) else data[start : part.end]
    return joined(data, start)


def _has_tail(data: memoryview, part: Part) -> bool:
    return bool(data[part.end - len(XMP_TAIL) : part.end] == XMP_TAIL)


def fit_screen(data: memoryview) -> bytes:
    """The header and the logical screen: without a table of colours there is none that stands in the background."""
    head = bytearray(data[:SCREEN_LENGTH])
    head[11] *= bool(head[10] & _TABLE)
    return bytes(head)


def fit_frame(data: memoryview, start: int) -> bytes:
    """An image descriptor without its reserved bits, and without the size of a table that is not there."""
    packed = data[start + 9]
    packed &= _TABLE | _INTERLACED | _TABLE_BITS if packed & _TABLE else _INTERLACED
    return bytes(data[start : start + 9]) + bytes([packed])


def fit_control(data: memoryview, start: int) -> bytes:
    """A graphic control without its reserved bits, and without a transparent colour that is not obeyed."""
    if data[start + 2] < 4:
        raise MalformedError("A control of its animation is damaged.")
    packed, first, second, colour = data[start + 3 : start + 7]
    packed &= _CONTROL_BITS
    return bytes([EXTENSION, CONTROL, 4, packed, first, second, colour * (packed & _TRANSPARENT), 0])


def fit_loop(data: memoryview, part: Part) -> bytes | None:
    """The extension that says how often an animation repeats, and nothing else; ``None`` if this is none."""
    name = application_name(data, part)
    if name not in _LOOPS:
        return None
    pieces = (data[start:end] for start, end in sub_blocks(data, part.body + 12))
    loop = next((bytes(piece[:3]) for piece in pieces if len(piece) >= 3 and piece[0] == 1), None)
    return application(name, chained(loop)) if loop else None


def is_netscape(loop: bytes) -> bool:
    """Whether it is Netscape's extension that says how often an animation repeats."""
    return loop[3:14] == _LOOPS[0]


def clash(data: memoryview, one: Part, other: Part) -> bool:
    """Whether some viewers obey the first of two controls before one picture where the second says nothing."""
    before, after = fit_control(data, one.start)[3], fit_control(data, other.start)[3]
    return bool(before & _TRANSPARENT > after & _TRANSPARENT or (before & 0x1C and not after & 0x1C))


def check_frame(data: memoryview, part: Part, screen: Size) -> int:
    """How many pixels a picture has; raise ``MalformedError`` if a viewer would not show all of them."""
    left, top, width, height, _ = _FRAME.unpack_from(data, part.start)
    if not width or not height:
        raise MalformedError("One of its pictures has no size.")
    if left + width > screen.width or top + height > screen.height:
        raise MalformedError("One of its pictures lies outside the area that is shown.")
    return int(width * height)
