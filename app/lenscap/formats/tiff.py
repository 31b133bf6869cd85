"""TIFF: TIFF 6.0, technical notes 1 and 2, BigTIFF.

A file is directories of tags, the values they lead to, and strips or tiles. A copy is written anew: of each page the
tags that a viewer needs, and its strips as they are. Nothing else of the file is in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import chain, islice, pairwise
from typing import NamedTuple

from lenscap.binary.ifd import Directory, Entry
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import MOST_PARTS, tiff_write
from lenscap.formats import tiff_tags as tags
from lenscap.formats.tiff_page import Page, Span
from lenscap.formats.tiff_pages import Book, Other, book
from lenscap.formats.tiff_shape import JPEG
from lenscap.formats.tiff_strips import Strips
from lenscap.model import Block, Bytes, Fresh, Layout, Payload, Role, Size

NAME = "TIFF"
SUFFIXES = (".tif", ".tiff")
TYPES = ("image/tiff",)
SEEN = COVERED = True
SLICED = False

_GAP = "gap"
_TRAILER = "trailer"
_HIDDEN = "hidden picture"
_MOST_SPANS = 4 * MOST_PARTS
_MOST_TOLD = 4 << 20
_MOST_GAPS = 16 << 20


class _Part(NamedTuple):
    """A span of the file with what it is there for."""

    start: int
    end: int
    role: Role
    name: str


def recognises(head: bytes) -> bool:
    """The byte order and the number 42, or 43 for a BigTIFF; raw photos are told apart later."""
    return head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a TIFF into directories, values, strips and tiles, and what nothing leads to."""
    found = book(data)
    looked = Strips(data)
    strips = [_ends(looked, page) if deep else page.strips for page in found.pages]
    pixels = _pixels(strips)
    header = _Part(0, 16 if found.big else 8, Role.STRUCTURE, "header")
    parts = list(islice(chain([header], _parts(found), _hidden(found)), _MOST_SPANS + 1))
    _check_overlaps([part for part in parts if part.name != _HIDDEN], _pixels([page.strips for page in found.pages]))
    blocks = list(_tiles(data, parts, pixels))
    profile = _profile(found)
    first = found.pages[0].shape
    return Layout(
        size=Size(first.width, first.height),
        blocks=tuple(blocks),
        payloads=tuple(_payloads(data, found, blocks)),
        icc=profile,
        frames=sum(not page.is_mask for page in found.pages),
        exif=data,
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield the file as it is, or written anew: the directories first, then strips and tiles in their order."""
    if all(map(keep, layout.blocks)) and not tiff_write.adds(fresh):
        yield data
        return
    pixels = [block for block in layout.blocks if block.role == Role.PIXELS]
    ends = {block.start: block.end for block in pixels}
    found = book(data)
    strips = [[(start, ends[start]) if end else (0, 0) for start, end in page.strips] for page in found.pages]
    yield tiff_write.head(found, strips, layout.icc, fresh)
    for block in pixels:
        yield data[block.start : block.end]


def _ends(strips: Strips, page: Page) -> list[Span]:
    """The strips of a page as far as there is picture in them."""
    if page.shape.compression == JPEG:
        tables = next((value.data for value in page.values if value.tag == tags.JPEG_TABLES), b"")
        ends = strips.jpeg_ends(page.shape, page.strips, tables)
    else:
        ends = [strips.end_of(page.shape, part, span) for part, span in enumerate(page.strips)]
    return [(start, end) for (start, _), end in zip(page.strips, ends, strict=True)]


def _pixels(strips: list[list[Span]]) -> list[Span]:
    """All strips and tiles in the order of the file; raise ``MalformedError`` where two lie over each other."""
    spans = sorted({span for page in strips for span in page if span[1] > span[0]})
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            raise MalformedError("Parts of its picture lie over each other.")
    return spans


def _parts(found: Book) -> Iterator[_Part]:
    """Directories and their values. What is needed is structure, unless it has to be written anew."""
    for page in found.pages:
        role = Role.STRUCTURE if page.is_clean else Role.METADATA
        yield _Part(page.directory.start, page.directory.end, role, "directory")
        spare = {entry.start for entry in page.spare}
        for entry in _apart(page.directory):
            if entry is page.icc:
                yield _Part(entry.start, entry.end, Role.COLOUR, "colour profile")
            else:
                needed = entry.start not in spare
                yield _Part(entry.start, entry.end, role if needed else Role.METADATA, f"tag {entry.tag}")
    for other in found.others():
        yield _Part(other.directory.start, other.directory.end, Role.METADATA, "directory of metadata")
        for entry in _apart(other.directory):
            yield _Part(entry.start, entry.end, Role.METADATA, f"tag {entry.tag}")


def _apart(directory: Directory) -> Iterator[Entry]:
    """The entries whose values do not stand in the directory."""
    for entry in directory.entries:
        if entry.end > entry.start and not directory.start <= entry.start < directory.end:
            yield entry


def _hidden(found: Book) -> Iterator[_Part]:
    """The picture data of directories that are no pages."""
    for other in found.others():
        for start, end in _picture_of(found, other):
            yield _Part(start, end, Role.METADATA, _HIDDEN)


def _picture_of(found: Book, other: Other) -> Iterator[Span]:
    entries = {entry.tag: entry for entry in other.directory.entries}
    limit = len(found.tiff.data)
    for at, length in _PLACES:
        if at in entries and length in entries:
            most = 1000
            starts, lengths = (found.tiff.numbers(entries[tag], most) for tag in (at, length))
            for start, many in zip(starts, lengths, strict=False):
                if isinstance(start, int) and isinstance(many, int) and 8 <= start < start + many <= limit:
                    yield start, start + many


_PLACES = (
    (tags.STRIPS, tags.STRIP_LENGTHS), (tags.TILES, tags.TILE_LENGTHS), (tags.JPEG_STREAM, tags.JPEG_STREAM_LENGTH),
)  # fmt: skip


def _check_overlaps(parts: list[_Part], pixels: list[Span]) -> None:
    """Raise ``MalformedError`` where something else lies over the picture data, which are copied as they are."""
    starts = [start for start, _ in pixels]
    for part in parts:
        at = bisect_right(starts, part.end - 1) - 1
        if at >= 0 and pixels[at][1] > part.start:
            raise MalformedError("Parts of its picture lie over its metadata.")


def _tiles(data: memoryview, parts: list[_Part], pixels: list[Span]) -> Iterator[Block]:
    """All the parts in the order of the file, without what lies over another one, and the gaps between them."""
    if len(parts) > _MOST_SPANS:
        raise MalformedError("It is made of more parts than any photo is.")
    pictures = [_Part(start, end, Role.PIXELS, "picture") for start, end in pixels]
    at = 0
    for start, end, role, name in sorted(_clipped(parts, pixels) + pictures):
        if start > at:
            yield _gap(data, at, start)
        if end > at:
            yield Block(role, name, max(at, start), end)
            at = end
    if at < len(data):
        yield _gap(data, at, len(data))


def _clipped(parts: list[_Part], pixels: list[Span]) -> list[_Part]:
    """The parts, without hidden pictures where they are the picture itself."""
    starts = [start for start, _ in pixels]
    clipped = []
    for part in parts:
        if part.name == _HIDDEN:
            at = bisect_right(starts, part.end - 1) - 1
            if at >= 0 and pixels[at][1] > part.start:
                continue
        clipped.append(part)
    return clipped


def _gap(data: memoryview, start: int, end: int) -> Block:
    """Bytes that nothing leads to. Values begin at even bytes: a zero before them is none that was left."""
    if end - start == 1 and not data[start]:
        return Block(Role.STRUCTURE, "padding", start, end)
    return Block(Role.UNKNOWN, _TRAILER if end == len(data) else _GAP, start, end)


def _profile(found: Book) -> bytes | None:
    """The colour profile, which is the same for all pages that have one."""
    data = memoryview(found.tiff.data)
    spans = list(dict.fromkeys((page.icc.start, page.icc.end) for page in found.pages if page.icc))
    profiles = [data[start:end] for start, end in spans]
    if any(profile != profiles[0] for profile in profiles[1:]):
        raise UnsupportedError("Its pages have different colour profiles. Save each page as a file of its own first.")
    return bytes(profiles[0]) if profiles else None


def _payloads(data: memoryview, found: Book, blocks: list[Block]) -> Iterator[Payload]:
    metadata = tiff_write.told(found)
    if metadata:
        yield Payload("exif", NAME, metadata)
    surplus = [piece for page in found.pages for piece in _surplus(found, page)]
    if any(map(any, surplus)):
        yield Payload("unknown", "TIFF tags", b"\0".join(surplus)[:_MOST_GAPS])
    for other in found.others():
        yield from _preview(data, found, other)
    gaps = [data[block.start : block.end] for block in blocks if block.name == _GAP]
    if any(map(any, gaps)):
        yield Payload("unknown", "Between the parts of the TIFF", b"\0".join(gaps)[:_MOST_GAPS])
    if blocks[-1].name == _TRAILER:
        yield Payload("trailer", "Behind the picture", data[blocks[-1].start :])


def _surplus(found: Book, page: Page) -> list[bytes]:
    damaged = page.directory.damaged
    rest = [bytes(found.tiff.data[page.directory.start : page.directory.end])] if damaged else []
    return page.surplus + rest


def _preview(data: memoryview, found: Book, other: Other) -> Iterator[Payload]:
    """A small copy of the picture, or a whole other one."""
    spans = list(_picture_of(found, other))
    if spans:
        longest = max(spans, key=lambda span: span[1] - span[0])
        picture = data[longest[0] : min(longest[1], longest[0] + _MOST_TOLD)]
        yield Payload("preview", "TIFF thumbnail", picture)
        if bytes(picture[:3]) == b"\xff\xd8\xff":
            yield Payload("picture", "TIFF thumbnail", picture)
