"""One page of a TIFF: what of its directory is written anew, where its strips or tiles lie, what goes (TIFF 6.0)."""

from __future__ import annotations

from dataclasses import dataclass

from lenscap.binary.ifd import Directory, Entry, Tiff
from lenscap.errors import MalformedError
from lenscap.formats import MOST_PARTS
from lenscap.formats import tiff_tags as tags
from lenscap.formats.tiff_shape import JPEG, UNCOMPRESSED, YCBCR, Shape, shape_of
from lenscap.formats.tiff_tags import Value

_MASK = 4
_MOST_TOLD, _MOST_COMPARED = 1 << 20, 1 << 16

Span = tuple[int, int]


@dataclass(slots=True)
class Page:
    """A directory of the chain that holds a picture."""

    directory: Directory
    shape: Shape
    values: list[Value]
    """What is written anew, but for the profile and the places of the strips."""
    icc: Entry | None
    strips: list[Span]
    """Where each strip or tile begins and ends; ``(0, 0)`` for one that is left out."""
    spare: list[Entry]
    """The tags that are not needed."""
    surplus: list[bytes]
    """What needed tags hold that is not needed."""

    @property
    def is_clean(self) -> bool:
        """Whether nothing of its directory goes."""
        return not (self.spare or self.surplus or self.directory.damaged)

    @property
    def is_mask(self) -> bool:
        """Whether it says where another page is transparent."""
        return self.shape.photometric == _MASK


def page_in(tiff: Tiff, directory: Directory, found: dict[int, Entry]) -> Page:
    """Take a directory apart; ``found`` are the entries that count. Raise a ``LenscapError`` if it is no such page."""
    shape = shape_of(tiff, found)
    if shape.parts > MOST_PARTS:
        raise MalformedError(f"It is made of more than {MOST_PARTS:,} parts, which no photo is.")
    page = Page(directory, shape, [], None, [], [], [])
    for entry in directory.entries:
        _take(tiff, page, entry, found)
    _place(tiff, page, found)
    return page


def _take(tiff: Tiff, page: Page, entry: Entry, found: dict[int, Entry]) -> None:
    """Sort one entry: needed, as it is or in part, or not."""
    if entry.tag not in tags.NEEDED:
        page.spare.append(entry)
    elif entry is not found[entry.tag]:
        _twice(tiff, page, entry, found[entry.tag])
    elif entry.tag == tags.ICC:
        page.icc = entry
    elif entry.tag == tags.JPEG_TABLES and page.shape.compression == JPEG:
        page.values.append(Value(entry.tag, 7, entry.end - entry.start, tags.whole(tiff, entry)))
    elif entry.tag not in tags.PLACES:
        _write_anew(tiff, page, entry)
    if entry.end - entry.start < tiff.inline and any(slack := tiff.slack(entry)):
        page.surplus.append(slack)


def _twice(tiff: Tiff, page: Page, entry: Entry, first: Entry) -> None:
    if entry[1:3] != first[1:3] or tiff.raw(entry, _MOST_COMPARED) != tiff.raw(first, _MOST_COMPARED):
        raise MalformedError("It says something twice about its picture, and not the same.")
    page.surplus.append(b"")


def _write_anew(tiff: Tiff, page: Page, entry: Entry) -> None:
    value = tags.needed(tiff, entry, page.shape) if entry.tag != tags.JPEG_TABLES and entry.many else None
    if value:
        page.values.append(value)
    raw = tiff.raw(entry, _MOST_TOLD)
    if value is None or value.data != raw:
        page.surplus.append(raw)


def _place(tiff: Tiff, page: Page, found: dict[int, Entry]) -> None:
    """Find the strips or tiles."""
    shape = page.shape
    at, length = tags.STRIPS, tags.STRIP_LENGTHS
    if shape.tiled and tags.TILES in found:
        at, length = tags.TILES, tags.TILE_LENGTHS
    if at not in found:
        raise MalformedError("It does not say where its picture data are.")
    for tag in tags.PLACES - {at, length}:
        if tag in found:
            page.surplus.append(tiff.raw(found[tag], _MOST_TOLD))
    starts = _places(tiff, page, found[at])
    sizes = [shape.size_of(part) for part in range(shape.parts)]
    if length in found:
        lengths = _places(tiff, page, found[length])
    elif shape.compression == UNCOMPRESSED:
        lengths = sizes
    else:
        raise MalformedError("It does not say how long its picture data are.")
    for start, many, size in zip(starts, lengths, sizes, strict=True):
        page.strips.append(_strip(tiff, page, start, many, size))
    if not any(end for _, end in page.strips):
        raise MalformedError("There is no picture in it.")


def _places(tiff: Tiff, page: Page, entry: Entry) -> list[int]:
    """As many numbers as there are strips; more of them are surplus."""
    parts = page.shape.parts
    if entry.many < parts:
        raise MalformedError(f"Of the {parts:,} parts of its picture, only {entry.many:,} are there.")
    numbers = tiff.numbers(entry, parts)
    if not isinstance(numbers[0], int) or min(numbers) < 0:
        raise MalformedError("The places of its picture data are not numbers.")
    if entry.many > parts:
        page.surplus.append(tiff.raw(entry, _MOST_TOLD))
    return numbers


def _strip(tiff: Tiff, page: Page, start: int, many: int, size: int) -> Span:
    """Where a strip begins and ends: when it is not compressed, that is known."""
    if not many and not start:
        return 0, 0
    if page.shape.compression == UNCOMPRESSED:
        if many > size and page.shape.photometric == YCBCR:
            raise MalformedError("Its picture data do not fit its colours.")
        if 0 < many < size:
            raise MalformedError("Its picture data are shorter than its picture.")
        if many != size:
            page.surplus.append(many.to_bytes(8, "big"))
        many = size
    if start <= 0 or not many or start + many > len(tiff.data):
        raise MalformedError(f"A part of its picture claims {many:,} bytes that the file does not have.")
    return start, start + many
