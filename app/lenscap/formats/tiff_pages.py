"""The directories of a TIFF: which are pages, where their strips and tiles lie, and what else there is (TIFF 6.0).

Pages are the directories of the chain that hold a picture. Smaller copies of it (in the chain or below), Exif, GPS and
whatever else directories lead to are not needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lenscap.binary.ifd import Directory, Entry, Tiff
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import MOST_PARTS
from lenscap.formats import tiff_tags as tags
from lenscap.formats.tiff_strips import COMPRESSIONS, UNCOMPRESSED
from lenscap.formats.tiff_tags import Shape, Value

_MOST_PAGES = 10_000
_MOST_ENTRIES = 400_000
_MOST_BELOW = 256
_MOST_SAMPLES = 256
_DEEPEST = 3
_REDUCED = 1
_OLD_REDUCED = 2
_AUXILIARY = ~0b111
"""Bits of the kind of a page that TIFF 6.0 does not know: maps of depth, parts of raw photos."""

_OLD_JPEG = 6
_MASK = 4
_RAW_TAGS = frozenset((50706, 33421, 33422, 34310))
_RAW_PHOTOMETRICS = frozenset((32803, 34892))
_RAW_COMPRESSIONS = frozenset((32767, 32769, 32770, 32772, 32867, 34713, 34892, 52546, 65000, 65535))
_PHOTOMETRICS = frozenset((0, 1, 2, 3, 4, 5, 6, 8, 9, 10))
_PREDICTORS = (1, 2, 3)

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


@dataclass(slots=True)
class Other:
    """A directory that is not needed: of the chain if ``tag`` is 0, otherwise below one, where ``tag`` leads to it."""

    directory: Directory
    tag: int
    below: list[Other] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """A TIFF, taken apart."""

    tiff: Tiff
    big: bool
    pages: list[Page]
    chain: list[Page | Other]
    """The pages and the other directories, in their order."""
    below: dict[int, list[Other]]
    """What lies below pages, by where the directory of the page begins."""

    def others(self) -> Iterator[Other]:
        """All directories that are not needed."""
        waiting = [each for each in self.chain if isinstance(each, Other)]
        waiting += [other for below in self.below.values() for other in below]
        while waiting:
            other = waiting.pop()
            yield other
            waiting += other.below


def book(data: memoryview) -> Book:
    """Follow a viewer through a file."""
    _check_header(data)
    return _Binding(Tiff(data)).book()


_RAW_HEADS = (b"IIRO", b"IIRS", b"MMOR", b"IIU\0")


def is_raw(head: bytes) -> bool:
    """Whether a file begins as raw photos do that are TIFFs but for a few bytes: of Olympus, Panasonic, Canon, Leaf."""
    return head[:4] in _RAW_HEADS or (head[:2] in (b"II", b"MM") and head[8:12] in (b"CR\2\0", b"IIII", b"MMMM"))


def _check_header(data: memoryview) -> None:
    if is_raw(bytes(data[:16])):
        raise _raw("")
    big = bytes(data[2:4]) in (b"+\0", b"\0+")
    sizes = b"\x08\0\0\0" if data[0] == 0x49 else b"\0\x08\0\0"
    if big and data[4:8] != sizes:
        raise MalformedError("Its header is not that of a BigTIFF.")


def _raw(name: str) -> UnsupportedError:
    kind = f" ({name})" if name else ""
    return UnsupportedError(
        f"It is a raw photo{kind}. Lenscap does not clean raw photos, because only their maker knows what is in them. "
        "Develop it to JPEG or TIFF first."
    )


class _Binding:
    """The walk along the chain, and below it."""

    def __init__(self, tiff: Tiff) -> None:
        self.tiff = tiff
        self._seen: set[int] = set()
        self._entries = 0
        self._parts = 0
        self._below = 0

    def book(self) -> Book:
        chain: list[Page | Other] = []
        below: dict[int, list[Other]] = {}
        offset = self.tiff.first
        while offset:
            if offset in self._seen:
                raise MalformedError("Its pages lead in a circle.")
            if len(chain) >= _MOST_PAGES:
                raise MalformedError(f"It has more than {_MOST_PAGES:,} pages.")
            directory = self._directory(offset)
            found = self._tags(directory)
            self._refuse_raw(directory, found)
            below[offset] = self._lower(directory, 0)
            if self._is_page(found, not chain):
                chain.append(self._page(directory, found))
            else:
                chain.append(Other(directory, 0, below.pop(offset)))
            if len(chain) == 1:
                self._refuse_hidden_main(found, below.get(offset, []))
            offset = directory.next
        pages = [each for each in chain if isinstance(each, Page)]
        if not pages or pages[0] is not chain[0]:
            raise MalformedError("There is no picture in its first directory.")
        return Book(self.tiff, bytes(self.tiff.data[2:4]) in (b"+\0", b"\0+"), pages, chain, below)

    def _directory(self, offset: int) -> Directory:
        self._seen.add(offset)
        directory = self.tiff.directory(offset)
        self._entries += len(directory.entries)
        if self._entries > _MOST_ENTRIES:
            raise MalformedError("Its directories hold more than those of any picture.")
        if directory.damaged and self.tiff.is_cut(directory):
            raise MalformedError("A directory of it claims more entries than it has.")
        return directory

    def _tags(self, directory: Directory) -> dict[int, Entry]:
        """The entries by their tags; the first of each."""
        found: dict[int, Entry] = {}
        for entry in directory.entries:
            found.setdefault(entry.tag, entry)
        return found

    def _number(self, found: dict[int, Entry], tag: int, default: int) -> int:
        entry = found.get(tag)
        numbers = self.tiff.numbers(entry, 1) if entry and entry.many else []
        return numbers[0] if numbers and isinstance(numbers[0], int) else default

    def _refuse_raw(self, directory: Directory, found: dict[int, Entry]) -> None:
        """Raise ``UnsupportedError`` for what only the maker of a camera can read."""
        if 50706 in found:
            raise _raw("DNG")
        compression = self._number(found, tags.COMPRESSION, 0)
        photometric = self._number(found, tags.PHOTOMETRIC, 0)
        if found.keys() & _RAW_TAGS or photometric in _RAW_PHOTOMETRICS or compression in _RAW_COMPRESSIONS:
            raise _raw("")

    def _refuse_hidden_main(self, found: dict[int, Entry], below: list[Other]) -> None:
        """In raw photos, the first picture is a small copy and the main one lies below it."""
        for other in below:
            inner = self._tags(other.directory)
            size = self._number(inner, tags.WIDTH, 0) * self._number(inner, tags.HEIGHT, 0)
            shown = self._number(found, tags.WIDTH, 0) * self._number(found, tags.HEIGHT, 0)
            if other.tag == tags.SUB_IFDS and size > shown and not self._number(inner, tags.NEW_SUBFILE, 0) & _REDUCED:
                raise _raw("")

    def _is_page(self, found: dict[int, Entry], is_first: bool) -> bool:
        if not (tags.STRIPS in found or tags.TILES in found):
            return False
        kind = self._number(found, tags.NEW_SUBFILE, 0)
        reduced = kind & (_REDUCED | _AUXILIARY) or self._number(found, tags.SUBFILE, 0) == _OLD_REDUCED
        return is_first or not reduced

    def _lower(self, directory: Directory, depth: int) -> list[Other]:
        """The directories below one. Those that cannot be read are left: nothing of them is copied."""
        lower = []
        for entry in directory.entries:
            if entry.tag not in (tags.EXIF_IFD, tags.GPS_IFD, tags.INTEROP_IFD, tags.SUB_IFDS) or depth >= _DEEPEST:
                continue
            for offset in self.tiff.numbers(entry, _MOST_BELOW):
                other = self._other(offset, entry.tag, depth)
                lower += [other] if other else []
        return lower

    def _other(self, offset: Any, tag: int, depth: int) -> Other | None:
        if not isinstance(offset, int) or offset in self._seen or self._below >= _MOST_BELOW:
            return None
        self._below += 1
        try:
            directory = self._directory(offset)
        except MalformedError:
            return None
        if tag == tags.SUB_IFDS:
            self._refuse_raw(directory, self._tags(directory))
        return Other(directory, tag, self._lower(directory, depth + 1))

    def _page(self, directory: Directory, found: dict[int, Entry]) -> Page:
        shape = self._shape(found)
        self._parts += shape.parts
        if self._parts > MOST_PARTS:
            raise MalformedError(f"It is made of more than {MOST_PARTS:,} parts, which no photo is.")
        page = Page(directory, shape, [], None, [], [], [])
        for entry in directory.entries:
            self._take(page, entry, found)
        self._place(page, found)
        return page

    def _shape(self, found: dict[int, Entry]) -> Shape:
        """The form of a page's picture; raise a ``LenscapError`` where it is none that Lenscap knows."""
        width, height = self._number(found, tags.WIDTH, 0), self._number(found, tags.HEIGHT, 0)
        samples, bits = self._number(found, tags.SAMPLES, 1), self._number(found, tags.BITS, 1)
        if not (0 < width < 1 << 31 and 0 < height < 1 << 31 and 0 < samples <= _MOST_SAMPLES and 0 < bits <= 64):
            raise MalformedError("The size of its picture is missing or wrong.")
        if found.get(tags.BITS) and len(set(self.tiff.numbers(found[tags.BITS], samples))) > 1:
            raise UnsupportedError("Its colours have different numbers of bits, which viewers do not agree on.")
        tiled = tags.TILE_WIDTH in found and tags.TILE_HEIGHT in found
        rows = min(height, self._number(found, tags.ROWS, height))
        across, down = (
            (self._number(found, tags.TILE_WIDTH, 0), self._number(found, tags.TILE_HEIGHT, 0))
            if tiled
            else (width, rows)
        )
        if not (0 < across < 1 << 31 and 0 < down < 1 << 31):
            raise MalformedError("The size of its strips or tiles is wrong.")
        photometric = self._number(found, tags.PHOTOMETRIC, 0)
        sampled = photometric == tags.YCBCR and tags.SUBSAMPLING in found
        subsampling = self.tiff.numbers(found[tags.SUBSAMPLING], 2) if sampled else [2, 2]
        if len(subsampling) != 2 or any(number not in (1, 2, 4) for number in subsampling):
            raise MalformedError("Its colours are sampled in a way that does not exist.")
        shape = Shape(
            width,
            height,
            bits,
            samples,
            self._number(found, tags.COMPRESSION, UNCOMPRESSED),
            photometric,
            self._number(found, tags.PLANAR, 1) == 2 and samples > 1,
            self._number(found, tags.FILL_ORDER, 1),
            across,
            down,
            tiled,
            (subsampling[0], subsampling[1]),
        )
        self._refuse_unknown(shape, self._number(found, tags.PREDICTOR, 1))
        return shape

    def _refuse_unknown(self, shape: Shape, predictor: int) -> None:
        if shape.compression not in COMPRESSIONS:
            way = "an old kind of JPEG" if shape.compression == _OLD_JPEG else f"a way ({shape.compression})"
            raise UnsupportedError(
                f"It is compressed in {way} that Lenscap cannot look into. Save it again, as TIFF with LZW."
            )
        if shape.photometric not in _PHOTOMETRICS or predictor not in _PREDICTORS or shape.fill_order not in (1, 2):
            raise UnsupportedError("Its colours are stored in a way that Lenscap does not know. Export it as RGB first.")
        if shape.separate and shape.photometric == tags.YCBCR and shape.subsampling != (1, 1):
            raise UnsupportedError("Its colours are stored in a way that Lenscap does not know. Export it as RGB first.")

    def _take(self, page: Page, entry: Entry, found: dict[int, Entry]) -> None:
        """Sort one entry: needed, as it is or in part, or not."""
        if entry.tag not in tags.NEEDED:
            page.spare.append(entry)
        elif entry is not found[entry.tag]:
            self._twice(page, entry, found[entry.tag])
        elif entry.tag == tags.ICC:
            page.icc = entry
        elif entry.tag == tags.JPEG_TABLES and page.shape.compression == 7:
            page.values.append(Value(entry.tag, 7, entry.end - entry.start, tags.whole(self.tiff, entry)))
        elif entry.tag not in tags.PLACES:
            self._write_anew(page, entry)
        if entry.end - entry.start < self.tiff.inline and any(slack := self.tiff.slack(entry)):
            page.surplus.append(slack)

    def _twice(self, page: Page, entry: Entry, first: Entry) -> None:
        if entry[1:3] != first[1:3] or self.tiff.raw(entry, 1 << 16) != self.tiff.raw(first, 1 << 16):
            raise MalformedError("It says something twice about its picture, and not the same.")
        page.surplus.append(b"")

    def _write_anew(self, page: Page, entry: Entry) -> None:
        value = tags.needed(self.tiff, entry, page.shape) if entry.tag != tags.JPEG_TABLES and entry.many else None
        if value:
            page.values.append(value)
        raw = self.tiff.raw(entry, 1 << 20)
        if value is None or value.data != raw:
            page.surplus.append(raw)

    def _place(self, page: Page, found: dict[int, Entry]) -> None:
        """Find the strips or tiles."""
        shape = page.shape
        at, length = tags.STRIPS, tags.STRIP_LENGTHS
        if shape.tiled and tags.TILES in found:
            at, length = tags.TILES, tags.TILE_LENGTHS
        if at not in found:
            raise MalformedError("It does not say where its picture data are.")
        for tag in tags.PLACES - {at, length}:
            if tag in found:
                page.surplus.append(self.tiff.raw(found[tag], 1 << 20))
        starts = self._places(page, found[at])
        sizes = [size for size in map(shape.size_of, range(shape.parts))]
        if length in found:
            lengths = self._places(page, found[length])
        elif shape.compression == UNCOMPRESSED:
            lengths = sizes
        else:
            raise MalformedError("It does not say how long its picture data are.")
        for start, many, size in zip(starts, lengths, sizes, strict=True):
            page.strips.append(self._strip(page, start, many, size))

    def _places(self, page: Page, entry: Entry) -> list[int]:
        """As many numbers as there are strips; more of them are surplus."""
        parts = page.shape.parts
        if entry.many < parts:
            raise MalformedError(f"Of the {parts:,} parts of its picture, only {entry.many:,} are there.")
        numbers = self.tiff.numbers(entry, parts)
        if not isinstance(numbers[0], int):
            raise MalformedError("The places of its picture data are not numbers.")
        if entry.many > parts:
            page.surplus.append(self.tiff.raw(entry, 1 << 20))
        return numbers

    def _strip(self, page: Page, start: int, many: int, size: int) -> Span:
        """Where a strip begins and ends: when it is not compressed, that is known."""
        if not many or not start:
            if many or start:
                page.surplus.append(f"{start} {many}".encode())
            return 0, 0
        if page.shape.compression == UNCOMPRESSED:
            if many < size:
                raise MalformedError("Its picture data are shorter than its picture.")
            if many > size:
                page.surplus.append(many.to_bytes(8, "big"))
            many = size
        if start < 0 or start + many > len(self.tiff.data):
            raise MalformedError(f"A part of its picture claims {many:,} bytes that the file does not have.")
        return start, start + many
