"""JPEG XL: ISO/IEC 18181-2 (the boxes), and of 18181-1 (the codestream) the headers.

A file is a bare codestream, or boxes with one in them, whole or in parts. All the boxes but these go. So does what
stands behind the end of the codestream, and what its headers hold that shows nothing: names of layers and channels,
time codes, extensions, a preview. The orientation is in the header, too: viewers ignore the one in the Exif.

A colour profile is inside of the compressed header: it is read, but it cannot be written anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lenscap.binary.boxes import Atom, box, boxes, title
from lenscap.errors import LenscapError, MalformedError
from lenscap.formats import jxl_codestream
from lenscap.formats.jxl_codestream import SIGNATURE, Codestream
from lenscap.formats.jxl_payloads import of_boxes, of_codestream
from lenscap.model import Block, Bytes, Fresh, Layout, Role

NAME = "JPEG XL"
SUFFIXES = (".jxl",)
TYPES = ("image/jxl",)
SEEN = COVERED = True
SLICED = False

_MARK = box(b"JXL ", b"\r\n\x87\n")
_TYPE = box(b"ftyp", b"jxl \0\0\0\0jxl ")
_LEVELS = (box(b"jxll", b"\5"), box(b"jxll", b"\12"))
_WHOLE, _PART = b"jxlc", b"jxlp"
_LAST = 1 << 31
_HEADER, _WRITTEN_ANEW, _FRAME, _PREVIEW, _BEHIND = "header", "header (with more)", "frame", "preview", "behind"
_IN_CODESTREAM = frozenset((_HEADER, _WRITTEN_ANEW, _FRAME, _PREVIEW, _BEHIND))
_TRAILER = "trailer"
_FROM_JPEG = b"jbrd"
_OF_PARTS = frozenset((title(_WHOLE), title(_PART)))
_AT_THE_START = frozenset(("JXL", "ftyp", "jxll"))


class _Piece(NamedTuple):
    """A part of the codestream, by where its bytes begin and end in the file."""

    start: int
    end: int


class _Region(NamedTuple):
    """A part of the codestream by what it is. Its bytes are counted in the codestream."""

    role: Role
    name: str
    start: int
    end: int


def recognises(head: bytes) -> bool:
    """A codestream, or the box that begins a file of boxes."""
    return head.startswith((SIGNATURE, _MARK))


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a JPEG XL into its boxes, and its codestream into headers and frames."""
    atoms = [] if data[:2] == SIGNATURE else _atoms(data)
    pieces = {atom.start: _piece(data, atom) for atom in _needed(data, atoms)} if atoms else {0: _Piece(0, len(data))}
    if not pieces:
        raise MalformedError("It ends before its picture begins.")
    stream = _joined(data, [*pieces.values()])
    size = jxl_codestream.size_of(stream)
    found = _looked_into(stream, deep)
    regions = [*_regions(found, len(stream))] if found else [_Region(Role.PIXELS, _FRAME, 0, len(stream))]
    blocks = [*_blocks(data, atoms, pieces, regions)]
    return Layout(
        size=size,
        blocks=tuple(blocks),
        payloads=(*of_boxes(data, blocks), *(of_codestream(stream, found) if found else ())),
        icc=found.icc if found else None,
        frames=found.frames if found else 1,
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield the boxes that are kept. A bare codestream stays one, unless there is something to put beside it."""
    anew = [*_fresh_boxes(fresh)]
    if all(map(keep, layout.blocks)) and not anew:
        yield data
        return
    parts = _written_parts(data, layout, keep)
    in_boxes = data[:2] != SIGNATURE
    if not in_boxes and not anew:
        yield from parts[0]
        return
    kept = [block for block in layout.blocks if keep(block) and block.name not in _IN_CODESTREAM | _OF_PARTS]
    boxes_kept = [block for block in kept if block.name != _TRAILER]
    yield _MARK + _TYPE
    yield from (data[block.start : block.end] for block in boxes_kept if block.name == "jxll")
    yield from anew
    yield from (data[block.start : block.end] for block in boxes_kept if block.name not in _AT_THE_START)
    yield from _boxed(parts, in_parts=any(block.name == title(_PART) for block in layout.blocks))
    yield from (data[block.start : block.end] for block in kept if block.name == _TRAILER)


def is_lossy(data: memoryview) -> bool:
    """Whether its picture was compressed with loss, here or in the JPEG that it was made of."""
    atoms = [] if data[:2] == SIGNATURE else _atoms(data)
    pieces = [_piece(data, atom) for atom in _needed(data, atoms)] if atoms else [_Piece(0, len(data))]
    return any(atom.kind == _FROM_JPEG for atom in atoms) or jxl_codestream.is_lossy(_joined(data, pieces))


def _fresh_boxes(fresh: Fresh) -> Iterator[bytes]:
    if fresh.exif:
        yield box(b"Exif", bytes(4), fresh.exif)
    if fresh.xmp:
        yield box(b"xml ", fresh.xmp)


def _written_parts(data: memoryview, layout: Layout, keep: Callable[[Block], bool]) -> list[list[Bytes]]:
    """The parts of the codestream, as the file has them, and in each what is kept of it."""
    parts: list[list[Bytes]] = [[]]
    headers = _headers_anew(data, layout)
    before = ""
    for block in layout.blocks:
        if block.role == Role.STRUCTURE and block.name in _OF_PARTS:
            parts.append([])
            continue
        if block.name not in _IN_CODESTREAM:
            continue
        if keep(block):
            parts[-1].append(data[block.start : block.end])
        elif block.name == _WRITTEN_ANEW and before != _WRITTEN_ANEW:
            parts[-1].append(next(headers))
        before = block.name
    return [part for part in parts if any(map(len, part))]


def _headers_anew(data: memoryview, layout: Layout) -> Iterator[bytes]:
    """The headers that have to be written anew, in their order."""
    if not any(block.name == _WRITTEN_ANEW for block in layout.blocks):
        return
    inside = [block for block in layout.blocks if block.name in _IN_CODESTREAM]
    stream = _joined(data, [_Piece(block.start, block.end) for block in inside])
    found = jxl_codestream.read(stream)
    for region in _regions(found, len(stream)):
        if region.name == _WRITTEN_ANEW:
            yield found.header(stream, region.start, region.end)


def _boxed(parts: list[list[Bytes]], in_parts: bool) -> Iterator[Bytes]:
    """The codestream in a box, or its parts in one each, with their numbers."""
    for number, part in enumerate(parts):
        index = (number | (_LAST if number == len(parts) - 1 else 0)).to_bytes(4) if in_parts else b""
        length = 8 + len(index) + sum(map(len, part))
        yield length.to_bytes(4) + (_PART if in_parts else _WHOLE) + index
        yield from part


def _atoms(data: memoryview) -> list[Atom]:
    """The boxes; what follows the picture and is none is left out."""
    found: list[Atom] = []
    try:
        found.extend(boxes(data, 0, len(data)))
    except MalformedError:
        found = [*_sound(data)]
        if not _is_complete(data, found):
            raise
    return found


def _sound(data: memoryview) -> Iterator[Atom]:
    """The boxes up to the one that is damaged."""
    try:
        yield from boxes(data, 0, len(data))
    except MalformedError:
        return


def _is_complete(data: memoryview, atoms: list[Atom]) -> bool:
    return any(atom.kind == _WHOLE or (atom.kind == _PART and _number(data, atom) & _LAST) for atom in atoms)


def _number(data: memoryview, atom: Atom) -> int:
    return int.from_bytes(data[atom.body : min(atom.body + 4, atom.end)])


def _needed(data: memoryview, atoms: list[Atom]) -> list[Atom]:
    """The boxes that hold the codestream: one whole, or parts up to the last one."""
    found = [atom for atom in atoms if atom.kind in (_WHOLE, _PART)]
    if found and found[0].kind == _WHOLE:
        return found[:1]
    for number, atom in enumerate(found):
        index = _number(data, atom)
        if atom.kind != _PART or index & ~_LAST != number or atom.end - atom.body < 4:
            raise MalformedError("The parts of its picture are not in order.")
        if index & _LAST:
            return found[: number + 1]
    return found


def _piece(data: memoryview, atom: Atom) -> _Piece:
    return _Piece(atom.body + (4 if atom.kind == _PART else 0), atom.end)


def _joined(data: memoryview, pieces: list[_Piece]) -> Bytes:
    """The codestream; it is copied only if it is in parts."""
    if len(pieces) == 1:
        return data[pieces[0].start : pieces[0].end]
    return b"".join(data[piece.start : piece.end] for piece in pieces)


def _looked_into(stream: Bytes, deep: bool) -> Codestream | None:
    """What the headers say; nothing if they make no sense and nobody wants to clean the file."""
    try:
        return jxl_codestream.read(stream)
    except LenscapError:
        if deep:
            raise
        return None


def _regions(found: Codestream, length: int) -> Iterator[_Region]:
    """What the codestream is made of."""
    position = 0
    if found.preview:
        yield _header(found, 0, found.preview.header)
        yield _Region(Role.METADATA, _PREVIEW, found.preview.header, found.preview.end)
        position = found.preview.end
    for span in found.spans:
        yield _header(found, position, span.body)
        yield _Region(Role.PIXELS, _FRAME, span.body, span.end)
        position = span.end
    if position < length:
        yield _Region(Role.METADATA, _BEHIND, position, length)


def _header(found: Codestream, start: int, end: int) -> _Region:
    if found.has_cuts(start, end):
        return _Region(Role.METADATA, _WRITTEN_ANEW, start, end)
    return _Region(Role.STRUCTURE, _HEADER, start, end)


def _blocks(data: memoryview, atoms: list[Atom], pieces: dict[int, _Piece], regions: list[_Region]) -> Iterator[Block]:
    """The boxes, and what is in those that hold the codestream."""
    if not atoms:
        yield from _in_piece(pieces[0], 0, regions)
        return
    done = 0
    level = next((atom for atom in atoms if atom.kind == b"jxll"), None)
    for number, atom in enumerate(atoms):
        piece = pieces.get(atom.start)
        if piece is None:
            yield Block(_role(data, atom, number, level), title(atom.kind) or "box", atom.start, atom.end)
            continue
        yield Block(Role.STRUCTURE, title(atom.kind), atom.start, piece.start)
        yield from _in_piece(piece, done, regions)
        done += piece.end - piece.start
    if atoms[-1].end < len(data):
        yield Block(Role.METADATA, _TRAILER, atoms[-1].end, len(data))


def _in_piece(piece: _Piece, done: int, regions: list[_Region]) -> Iterator[Block]:
    """What is in a piece, before which there were ``done`` bytes of the codestream."""
    shift = piece.start - done
    first = bisect_right(regions, done, key=lambda region: region.end)
    for region in (regions[number] for number in range(first, len(regions))):
        start, end = max(piece.start, region.start + shift), min(piece.end, region.end + shift)
        if start >= end:
            return
        yield Block(region.role, region.name, start, end)


def _role(data: memoryview, atom: Atom, number: int, level: Atom | None) -> Role:
    """The boxes that a viewer needs beside the picture are always the same; ``level`` is the first of its kind."""
    body = bytes(data[atom.start : min(atom.end, atom.start + 64)])
    needed = _LEVELS if atom is level else {0: (_MARK,), 1: (_TYPE,)}.get(number, ())
    return Role.STRUCTURE if body in needed else Role.METADATA
