"""GIF: GIF87a and GIF89a (appendix A has the grammar), with Netscape's extension for loops and ICC's for profiles.

A short list of parts is needed to see the picture: the screen, tables of colours, the frames with their controls, how
often they repeat, a colour profile. The rest goes, and so does whatever follows the end: of the file, and of the
compressed data of each picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from struct import Struct
from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.formats import bounded
from lenscap.formats.gif_lzw import MOST_RESTARTS, find_end
from lenscap.formats.gif_parts import (
    C2PA,
    COMMENT,
    CONTROL,
    END,
    EXTENSION,
    FRAME_LENGTH,
    ICC,
    IMAGE,
    PLAIN_TEXT,
    SCREEN_LENGTH,
    SIGNATURES,
    TRAILER,
    XMP,
    XMP_TAIL,
    Part,
    application,
    application_data,
    application_name,
    chained,
    check_frame,
    clash,
    fit_control,
    fit_frame,
    fit_loop,
    fit_screen,
    is_netscape,
    joined,
    parts,
    sub_blocks,
    table_length,
)
from lenscap.model import Block, Bytes, Fresh, Layout, Payload, Role, Size

NAME = "GIF"
SUFFIXES = (".gif",)
TYPES = ("image/gif",)
SEEN = COVERED = True
SLICED = False

_U16 = Struct("<HH")
_LENGTH, _CONTROL, _LOOP, _FRAME, _SCREEN = "length", "graphic control", "loop", "frame", "screen"
_PROFILE = "colour profile"
_SURPLUS = " (surplus)"
"""Behind the name of a block that a viewer needs, in a place where it does not look for one."""
_VOCABULARIES = {
    XMP: ("xmp", "XMP"),
    C2PA: ("c2pa", "Content credentials"),
    b"MGK8BIM0000": ("photoshop", "Photoshop"),
    b"MGKIPTC0000": ("iptc", "IPTC"),
}


class _Piece(NamedTuple):
    """A block, and what it tells if it goes."""

    block: Block
    payload: Payload | None = None


class _Needed(NamedTuple):
    """The parts that a viewer obeys, beside pictures; and where the data of each picture end, as far as is known."""

    controls: frozenset[int]
    loop: int | None
    profile: int | None
    ends: dict[int, int]


def recognises(head: bytes) -> bool:
    """The signature of either version."""
    return head[:6] in SIGNATURES


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a GIF into its parts; ``deep`` also follows the compressed data of each picture to its end."""
    if len(data) < SCREEN_LENGTH:
        raise MalformedError("It ends before its picture begins.")
    screen = Size(*_U16.unpack_from(data, 6))
    body = SCREEN_LENGTH + table_length(data[10])
    found = bounded(parts(data, body))
    frames = [part for part in found if part.kind == IMAGE]
    if not frames:
        raise MalformedError("It ends before its picture begins.")
    needed = _needed(data, found, _ends(data, frames, screen) if deep else {}, deep)
    pieces = bounded(_pieces(data, body, found, needed))
    profile = next((part for part in found if part.start == needed.profile), None)
    return Layout(
        size=screen,
        blocks=tuple(piece.block for piece in pieces),
        payloads=tuple(_payloads(pieces)),
        icc=bytes(application_data(data, profile)) if profile else None,
        frames=len(frames),
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield the parts that are kept, in their plainest form; fresh ones stand behind the first table of colours."""
    if all(map(keep, layout.blocks)) and fresh == Fresh():
        yield data
        return
    has_profile = any(block.name == _PROFILE for block in layout.blocks)
    added = _fresh_parts(fresh, has_profile)
    body = SCREEN_LENGTH + table_length(data[10])
    for block, following in pairwise([*layout.blocks, layout.blocks[-1]]):
        if block.start == body:
            yield added
        if block.name == _SCREEN and added:
            yield SIGNATURES[1] + fit_screen(data)[6:]
        elif block.name == _PROFILE and fresh.icc is not None:
            yield application(ICC, chained(fresh.icc)) if fresh.icc else b""
        elif keep(block):
            yield data[block.start : block.end]
        elif block.name == _LENGTH:
            yield bytes([following.end - following.start])
        else:
            yield _fit(data, block) or b""


def _fresh_parts(fresh: Fresh, has_profile: bool) -> bytes:
    xmp = application(XMP, fresh.xmp + XMP_TAIL) if fresh.xmp else b""
    return xmp + (application(ICC, chained(fresh.icc)) if fresh.icc and not has_profile else b"")


def _fit(data: memoryview, block: Block) -> bytes | None:
    """A part with nothing in it but what it has to say; ``None`` for those that are as they are."""
    if block.name == _SCREEN:
        return fit_screen(data)
    if block.name == _FRAME:
        return fit_frame(data, block.start)
    if block.name == _CONTROL:
        return fit_control(data, block.start)
    return fit_loop(data, _extension(data, block)) if block.name == _LOOP else None


def _extension(data: memoryview, block: Block) -> Part:
    return Part(EXTENSION, block.start, block.start + 2, block.end, data[block.start + 1])


def _ends(data: memoryview, frames: list[Part], screen: Size) -> dict[int, int]:
    """How many bytes of compressed data each picture has, by its start."""
    ends: dict[int, int] = {}
    left = MOST_RESTARTS
    for part in frames:
        end = find_end(joined(data, part.body + 1), data[part.body], check_frame(data, part, screen))
        ends[part.start] = end.used
        left -= end.restarts
        if left < 0:
            raise MalformedError("Its pictures begin their tables again more often than any do.")
    return ends


def _needed(data: memoryview, found: list[Part], ends: dict[int, int], deep: bool) -> _Needed:
    """What a viewer obeys: the last control before a picture, one loop, and the first profile.

    Netscape's loop is better known than the other.
    """
    controls = set[int]()
    control: Part | None = None
    for part in found:
        if part.kind == EXTENSION and part.label == CONTROL:
            if deep and control and clash(data, control, part):
                raise MalformedError("Two controls before one of its pictures contradict each other.")
            control = part
        elif part.kind == IMAGE and control:
            controls.add(control.start)
            control = None
    loops = {part.start: loop for part in found if (loop := fit_loop(data, part))}
    if deep and len({loop[-3:] for loop in loops.values()}) > 1:
        raise MalformedError("It says in two ways how often its animation repeats.")
    profiles = (part.start for part in found if application_name(data, part) == ICC)
    known = sorted(loops, key=lambda start: (not is_netscape(loops[start]), start))
    return _Needed(frozenset(controls), next(iter(known), None), next(profiles, None), ends)


def _pieces(data: memoryview, body: int, found: list[Part], needed: _Needed) -> Iterator[_Piece]:
    yield _needed_piece(data, _SCREEN, 0, SCREEN_LENGTH)
    if body > SCREEN_LENGTH:
        yield _Piece(Block(Role.STRUCTURE, "colours", SCREEN_LENGTH, body))
    for part in found:
        if part.kind == IMAGE:
            yield from _picture(data, part, needed.ends.get(part.start))
        elif part.kind == END:
            yield _Piece(Block(Role.STRUCTURE, "end", part.start, part.end))
        elif part.start in needed.controls:
            yield _needed_piece(data, _CONTROL, part.start, part.end)
        elif part.start == needed.loop:
            yield _needed_piece(data, _LOOP, part.start, part.end)
        elif part.start == needed.profile:
            yield _Piece(Block(Role.COLOUR, _PROFILE, part.start, part.end))
        else:
            name, payload = _told(data, part)
            yield _Piece(Block(Role.METADATA, name, part.start, part.end), payload)


def _payloads(pieces: list[_Piece]) -> Iterator[Payload]:
    """What goes, told once for all the places of one kind: an animation has many of them."""
    unknown: dict[str, list[Bytes]] = {}
    for payload in (piece.payload for piece in pieces if piece.payload):
        if payload.vocabulary == "unknown":
            unknown.setdefault(payload.where, []).append(payload.data)
        else:
            yield payload
    yield from (Payload("unknown", where, b"".join(data)) for where, data in unknown.items())


def _needed_piece(data: memoryview, name: str, start: int, end: int) -> _Piece:
    """A part that goes, to be written anew, if it holds more than it has to say."""
    block = Block(Role.METADATA, name, start, end)
    if _fit(data, block) == bytes(data[start:end]):
        return _Piece(block._replace(role=Role.STRUCTURE))
    return _Piece(block, Payload("unknown", f"GIF {name}", _rest(data, block)))


def _rest(data: memoryview, block: Block) -> Bytes:
    """Where something stands in a part that does not have to say it."""
    if block.name == _SCREEN:
        return data[11:12]
    if block.name == _FRAME:
        return data[block.end - 1 : block.end]
    part = _extension(data, block)
    if block.name == _LOOP:
        return bytes(application_data(data, part)).replace((fit_loop(data, part) or b"")[-4:-1], b"", 1)
    body = joined(data, part.body)
    return body[:1] + body[3:]


def _picture(data: memoryview, part: Part, used: int | None) -> Iterator[_Piece]:
    """The pieces of a picture; ``used`` says how many bytes of its compressed data are needed.

    The last sub-block that is needed stands for itself, since its length changes if it holds more.
    """
    table, chain, stop = part.start + FRAME_LENGTH, part.body + 1, part.end - 1
    yield _needed_piece(data, _FRAME, part.start, table)
    if part.body > table:
        yield _Piece(Block(Role.STRUCTURE, "colours of a frame", table, part.body))
    start, last, end = chain, stop, stop
    for start, last in sub_blocks(data, chain):
        end = last if used is None else min(last, start + used)
        used = None if used is None else used - (last - start)
        if used is not None and used <= 0:
            break
    if start == chain and start == stop:
        yield _Piece(Block(Role.PIXELS, "picture", part.body, chain))
    else:
        yield _Piece(Block(Role.PIXELS, "picture", part.body, start - 1))
        yield _Piece(Block(Role.STRUCTURE if end == last else Role.METADATA, _LENGTH, start - 1, start))
        yield _Piece(Block(Role.PIXELS, "end of the picture", start, end))
    if end < stop:
        payload = Payload("unknown", "Behind the picture data", data[end:stop])
        yield _Piece(Block(Role.METADATA, f"picture{_SURPLUS}", end, stop), payload)
    yield _Piece(Block(Role.STRUCTURE, "terminator", stop, part.end))


def _told(data: memoryview, part: Part) -> tuple[str, Payload]:
    """The name of a part that nobody needs, and what it tells."""
    if part.kind != EXTENSION:
        where = "Behind the picture" if part.kind == TRAILER else "Between the parts"
        name, vocabulary = ("trailer", "trailer") if part.kind == TRAILER else ("padding", "unknown")
        return name, Payload(vocabulary, where, data[part.start : part.end])
    if part.label == COMMENT:
        return "comment", Payload("text", "GIF comment", b"\0" + joined(data, part.body))
    if part.label == PLAIN_TEXT:
        return "plain text", _plain_text(data, part)
    if application_name(data, part):
        return _application(application_name(data, part), application_data(data, part))
    where = _CONTROL + _SURPLUS if part.label == CONTROL else f"extension {part.label:02X}"
    return where, Payload("unknown", f"GIF {where}", joined(data, part.body))


def _plain_text(data: memoryview, part: Part) -> Payload:
    """A text that old viewers drew: where, how large and in which colours stands in the first sub-block."""
    texts = list(sub_blocks(data, part.body))[1:]
    text = b"".join(data[start:end] for start, end in texts)
    return (
        Payload("text", "GIF plain text", b"\0" + text)
        if text
        else Payload("unknown", "GIF plain text", joined(data, part.body))
    )


def _application(name: bytes, body: Bytes) -> tuple[str, Payload]:
    title = "".join(chr(byte) if 32 <= byte < 127 else "·" for byte in name)
    if name in _VOCABULARIES:
        return title, Payload(*_VOCABULARIES[name], body)
    return title, Payload("unknown", f"GIF {title}", name + bytes(body))
