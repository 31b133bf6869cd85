"""BMP: Windows' device-independent bitmap as [MS-WMF] 2.2.2 and GDI describe it, in a file; OS/2's are alike.

Headers and palette are written anew from what they say. The picture and an embedded colour profile are copied. What
stands before, between and behind them goes, also at the ends of rows; and so does the path of a linked profile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.formats import bounded
from lenscap.formats.bmp_header import EMBEDDED, FILE_HEADER, LINKED, SIZES, Header, Span, parse, written
from lenscap.formats.bmp_pixels import check_free_bits, has_clean_ends, needed_end, row_end, runs_end
from lenscap.model import Block, Bytes, Fresh, Layout, Payload, Role, Size

NAME = "BMP"
SUFFIXES = (".bmp", ".dib")
TYPES = ("image/bmp",)
SEEN = COVERED = True
SLICED = False

_FILE, _HEADER, _MASKS, _PALETTE = "file header", "header", "masks", "palette"
_HEADERS = frozenset({_FILE, _HEADER, _MASKS, _PALETTE})
_PROFILE, _LINK, _ROW_END = "colour profile", "linked colour profile", "row end"
_PLACES = frozenset({10, 126, 130})
"""The fields that say where the picture is, where a profile is, and how long that is."""


class _Picture(NamedTuple):
    """What the headers say, where the picture is, and where its colour profile, if that is in the file."""

    header: Header
    pixels: Span
    profile: Span | None


def recognises(head: bytes) -> bool:
    """The two letters, and a header of a size that one has."""
    return head[:2] == b"BM" and int.from_bytes(head[FILE_HEADER : FILE_HEADER + 4], "little") in SIZES


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a BMP into headers, picture and the rest; ``deep`` also looks at the ends of rows and of runs."""
    picture = picture_in(data, deep)
    is_clean = True
    if deep and not picture.header.is_run_length:
        check_free_bits(data, picture.header, picture.pixels)
        is_clean = has_clean_ends(data, picture.header, picture.pixels)
    body = [*_gap(data, picture), *bounded(_pixels(picture, is_clean)), *_behind(data, picture)]
    head = _plain_head(data, picture, [(block, _kept(data, picture.header, block)) for block in body if _stays(block)])
    blocks = [*_head(data, picture.header, head), *body]
    return Layout(
        size=Size(picture.header.width, abs(picture.header.height)),
        blocks=tuple(blocks),
        payloads=tuple(_payloads(data, blocks, head)),
        icc=bytes(data[picture.profile.start : picture.profile.end]) if picture.profile else None,
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield headers that fit what is kept, and what is kept. There is no place for Exif or XMP."""
    if all(map(keep, layout.blocks)) and fresh == Fresh():
        yield data
        return
    picture = picture_in(data)
    pieces: list[tuple[Block, Bytes]] = []
    for block in layout.blocks:
        if block.name == _PROFILE and fresh.icc is not None:
            pieces += [(block, fresh.icc)] if fresh.icc else []
        elif block.name not in _HEADERS and (keep(block) or _stays(block)):
            pieces.append((block, _kept(data, picture.header, block)))
    yield _plain_head(data, picture, pieces)
    yield from (piece for _, piece in pieces)


def picture_in(data: memoryview, deep: bool = False) -> _Picture:
    """Where the picture is and where its profile, which is not in it and not in the headers."""
    header = parse(data)
    profile = header.profile if header.profile.end and header.space == EMBEDDED else None
    end = len(data)
    if header.profile.start >= header.pixels and header.profile.end:
        end = header.profile.start
    if not header.is_run_length:
        length = header.stride * abs(header.height)
    elif deep:
        length = runs_end(data, header, Span(header.pixels, end)) - header.pixels
    else:
        length = header.length if 0 < header.length <= end - header.pixels else end - header.pixels
    if header.pixels + length > len(data):
        raise MalformedError(f"Its picture claims {length:,} bytes, of which some are missing.")
    pixels = Span(header.pixels, header.pixels + length)
    if header.profile.end and not _is_apart(header, pixels):
        raise MalformedError("Its colour profile lies in its picture or in its headers.")
    return _Picture(header, pixels, profile)


def _is_apart(header: Header, pixels: Span) -> bool:
    """Whether a profile, or the path of one, is neither in the picture nor in the headers."""
    profile = header.profile
    return profile.start >= pixels.end or (header.palette.end <= profile.start and profile.end <= pixels.start)


def _gap(data: memoryview, picture: _Picture) -> Iterator[Block]:
    """What stands between the headers and the picture: often nothing, or colours that no pixel can name."""
    yield from _rest(picture, picture.header.palette.end, picture.pixels.start, "gap")


def _behind(data: memoryview, picture: _Picture) -> Iterator[Block]:
    yield from _rest(picture, picture.pixels.end, len(data), "trailer")


def _rest(picture: _Picture, start: int, end: int, name: str) -> Iterator[Block]:
    """A span that is not the picture, in which the profile may be."""
    profile = picture.header.profile
    if start <= profile.start and profile.start < profile.end <= end:
        role, title = (Role.COLOUR, _PROFILE) if picture.profile else (Role.METADATA, _LINK)
        spans = [(Role.METADATA, "gap", start, profile.start), (role, title, *profile)]
        spans.append((Role.METADATA, name, profile.end, end))
    else:
        spans = [(Role.METADATA, name, start, end)]
    yield from (Block(*span) for span in spans if span[2] < span[3])


def _pixels(picture: _Picture, is_clean: bool) -> Iterator[Block]:
    """The picture; row by row if something stands between the rows."""
    header, pixels = picture.header, picture.pixels
    if is_clean:
        yield Block(Role.PIXELS, "picture", *pixels)
        return
    for start in range(pixels.start, pixels.end, header.stride):
        end = start + row_end(header)
        if end > start:
            yield Block(Role.PIXELS, "row", start, end)
        yield Block(Role.METADATA, _ROW_END, end, start + header.stride)


def _stays(block: Block) -> bool:
    """Whether a block has a place in every copy; the end of a row has, with nothing in it but pixels."""
    return block.role in (Role.PIXELS, Role.COLOUR) or block.name == _ROW_END


def _kept(data: memoryview, header: Header, block: Block) -> Bytes:
    piece = data[block.start : block.end]
    return needed_end(header, bytes(piece)) if block.name == _ROW_END else piece


def _plain_head(data: memoryview, picture: _Picture, pieces: list[tuple[Block, Bytes]]) -> bytes:
    """The headers and the palette, for a file in which ``pieces`` follow them."""
    header = picture.header
    position = header.palette.end
    pixels, profile = Span(0, 0), None
    for block, piece in pieces:
        end = position + len(piece)
        if block.role == Role.PIXELS or block.name == _ROW_END:
            pixels = Span(pixels.start or position, end)
        elif block.name == _PROFILE:
            profile = Span(position, end)
        position = end
    return written(header, _plain_palette(data, header), pixels, profile, position)


def _plain_palette(data: memoryview, header: Header) -> bytes:
    """The colours; the fourth byte of each, where there is one, is none."""
    palette = bytearray(data[header.palette.start : header.palette.end])
    if header.entry == 4:
        palette[3::4] = bytes(header.colours)
    return bytes(palette)


def _head(data: memoryview, header: Header, plain: bytes) -> Iterator[Block]:
    """The headers; they go, to be written anew, where they hold more than they have to say."""
    start = 0
    masks = FILE_HEADER + header.size
    ends = ((_FILE, FILE_HEADER), (_HEADER, masks), (_MASKS, header.palette.start), (_PALETTE, header.palette.end))
    for name, end in ends:
        if start < end:
            role = Role.STRUCTURE if plain[start:end] == bytes(data[start:end]) else Role.METADATA
            yield Block(role, name, start, end)
        start = end


def _payloads(data: memoryview, blocks: list[Block], plain: bytes) -> Iterator[Payload]:
    ends = b"".join(data[block.start : block.end] for block in blocks if block.name == _ROW_END)
    if ends:
        yield Payload("unknown", "Between the rows", ends)
    for block in blocks:
        if block.role != Role.METADATA or block.name == _ROW_END:
            continue
        body = data[block.start : block.end]
        if block.name in _HEADERS:
            yield from _told(data, block, plain)
        elif block.name == _LINK:
            yield Payload("text", "BMP header", b"Linked colour profile\0" + bytes(body))
        elif block.name == "trailer":
            yield Payload("trailer", "Behind the picture", body)
        else:
            yield Payload("unknown", "Before the picture", body)


def _told(data: memoryview, block: Block, plain: bytes) -> Iterator[Payload]:
    """The fields that are not what they have to be, if there is something in them.

    A file may say how long it is, and a path is told by itself.
    """
    start = block.start + 2 if block.name == _FILE else block.start
    fields = (slice(at, at + 4) for at in range(start, block.end, 4) if at not in _PLACES)
    odd = [bytes(data[field]) for field in fields if plain[field] != bytes(data[field])]
    if told := b"".join(
        field for field in odd if any(field) and field not in (len(data).to_bytes(4, "little"), LINKED)
    ):
        yield Payload("unknown", f"BMP {block.name}", told)
