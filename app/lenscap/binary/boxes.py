"""Boxes of the ISO base media file format (ISO/IEC 14496-12, section 4.2), as HEIF, JPEG XL, MP4 and JUMBF use them."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple, Protocol

from lenscap.errors import MalformedError
from lenscap.model import Bytes

MOST_BOXES = 100_000
"""How many boxes one row may have: no photo or film has nearly as many, and each takes memory."""

_HEAD = Struct(">I4s")
_LARGE = Struct(">Q")
_UUID = 16


class Sliced(Protocol):
    """Bytes in memory, or a file that gives them when it is sliced."""

    def __len__(self) -> int: ...
    def __getitem__(self, span: slice, /) -> Bytes: ...


class Atom(NamedTuple):
    """A box: its four letters, where its header, its body and what follows it begin, and the type of a ``uuid`` box."""

    kind: bytes
    start: int
    body: int
    end: int
    uuid: bytes = b""


def boxes(data: Sliced, start: int, end: int) -> Iterator[Atom]:
    """Yield the boxes that lie one behind the other from ``start`` to ``end``.

    Raises ``MalformedError`` where a header is cut short, claims more than there is, or there are too many.
    """
    position = start
    for _ in range(MOST_BOXES):
        if position >= end:
            return
        atom = _box(data, position, end)
        yield atom
        position = atom.end
    if position < end:
        raise MalformedError(f"It is made of more than {MOST_BOXES:,} parts, which no photo or film is.")


def _box(data: Sliced, start: int, end: int) -> Atom:
    head = bytes(data[start : min(end, start + _HEAD.size + _LARGE.size + _UUID)])
    if len(head) < _HEAD.size:
        raise MalformedError(f"It ends inside the header of a box, at byte {start}.")
    length, kind = _HEAD.unpack_from(head)
    body = _HEAD.size
    if length == 1 and len(head) >= body + _LARGE.size:
        length = _LARGE.unpack_from(head, body)[0]
        body += _LARGE.size
    elif length == 0:
        length = end - start
    uuid = head[body : body + _UUID] if kind == b"uuid" else b""
    body += _UUID if kind == b"uuid" else 0
    if not body <= length <= end - start:
        raise MalformedError(f"Its “{title(kind)}” box claims {length:,} bytes; there are {end - start:,}.")
    return Atom(kind, start, start + body, start + length, uuid)


def title(kind: bytes) -> str:
    """The letters of a box as text that is safe to show."""
    return "".join(chr(byte) if 32 <= byte < 127 else "·" for byte in kind).strip()


def box(kind: bytes, *parts: bytes) -> bytes:
    """A box, written anew."""
    body = b"".join(parts)
    return _HEAD.pack(_HEAD.size + len(body), kind) + body
