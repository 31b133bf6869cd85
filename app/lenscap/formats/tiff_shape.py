"""The form of a TIFF's picture: its size, its colours, its strips or tiles (TIFF 6.0, sections 3 to 15)."""

from __future__ import annotations

from typing import NamedTuple

from lenscap.binary.ifd import Entry, Tiff
from lenscap.errors import MalformedError, UnsupportedError

WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, FILL_ORDER, SAMPLES = 256, 257, 258, 259, 262, 266, 277
ROWS, PLANAR, PREDICTOR, TILE_WIDTH, TILE_HEIGHT, SUBSAMPLING = 278, 284, 317, 322, 323, 530

UNCOMPRESSED, _OLD_JPEG, JPEG, YCBCR = 1, 6, 7, 6
_COMPRESSIONS = frozenset((UNCOMPRESSED, 2, 3, 4, 5, JPEG, 8, 32771, 32773, 32946, 34925, 50000))
"""The ways of compression that Lenscap knows the inside of."""
_FAXES = (2, 3, 4, 32771)
"""Ways to compress black and white."""
_PHOTOMETRICS = frozenset((0, 1, 2, 3, 4, 5, 6, 8, 9, 10))
_COLOURED = (2, YCBCR, 8, 9, 10)
_PREDICTORS = (1, 2, 3)
_MOST_SAMPLES = 256


class Shape(NamedTuple):
    """What the numbers of a page say about the form of its picture."""

    width: int
    height: int
    bits: int
    samples: int
    compression: int
    photometric: int
    separate: bool
    """Whether each colour has strips or tiles of its own."""
    fill_order: int
    across: int
    down: int
    """The size of a strip or tile in pixels; the last strip may be lower."""
    tiled: bool
    subsampling: tuple[int, int]

    @property
    def planes(self) -> int:
        """How many pictures of one colour lie behind each other."""
        return self.samples if self.separate else 1

    @property
    def parts(self) -> int:
        """How many strips or tiles there are."""
        return -(-self.width // self.across) * -(-self.height // self.down) * self.planes

    def size_of(self, part: int) -> int:
        """How many bytes a strip or tile has when it is not compressed."""
        rows = self.down
        if not self.tiled:
            rows = min(rows, self.height - part % (self.parts // self.planes) * self.down)
        inside = 1 if self.separate else self.samples
        if self.photometric == YCBCR and self.samples == 3 and not self.separate and self.subsampling != (1, 1):
            h, v = self.subsampling
            return -(-rows // v) * -(-(-(-self.across // h) * (h * v + 2) * self.bits) // 8)
        return rows * -(-self.across * inside * self.bits // 8)


def number(tiff: Tiff, found: dict[int, Entry], tag: int, default: int) -> int:
    """The first number of a tag; ``default`` if there is none."""
    entry = found.get(tag)
    numbers = tiff.numbers(entry, 1) if entry and entry.many else []
    return numbers[0] if numbers and isinstance(numbers[0], int) else default


def shape_of(tiff: Tiff, found: dict[int, Entry]) -> Shape:
    """The form of a page's picture; raise a ``LenscapError`` where it is none that Lenscap knows."""
    width, height = number(tiff, found, WIDTH, 0), number(tiff, found, HEIGHT, 0)
    samples, bits = number(tiff, found, SAMPLES, 1), number(tiff, found, BITS, 1)
    if not (0 < width < 1 << 31 and 0 < height < 1 << 31 and 0 < samples <= _MOST_SAMPLES and 0 < bits <= 128):
        raise MalformedError("The size of its picture is missing or wrong.")
    if found.get(BITS) and len(set(tiff.numbers(found[BITS], samples))) > 1:
        raise UnsupportedError("Its colours have different numbers of bits, which viewers do not agree on.")
    tiled = TILE_WIDTH in found and TILE_HEIGHT in found
    rows = min(height, number(tiff, found, ROWS, height))
    across, down = (number(tiff, found, TILE_WIDTH, 0), number(tiff, found, TILE_HEIGHT, 0)) if tiled else (width, rows)
    if not (0 < across < 1 << 31 and 0 < down < 1 << 31):
        raise MalformedError("The size of its strips or tiles is wrong.")
    photometric = number(tiff, found, PHOTOMETRIC, 0)
    sampled = photometric == YCBCR and SUBSAMPLING in found
    subsampling = tiff.numbers(found[SUBSAMPLING], 2) if sampled else [2, 2]
    if len(subsampling) != 2 or any(number not in (1, 2, 4) for number in subsampling):
        raise MalformedError("Its colours are sampled in a way that does not exist.")
    shape = Shape(
        width,
        height,
        bits,
        samples,
        number(tiff, found, COMPRESSION, UNCOMPRESSED),
        photometric,
        number(tiff, found, PLANAR, 1) == 2 and samples > 1,
        number(tiff, found, FILL_ORDER, 1),
        across,
        down,
        tiled,
        (subsampling[0], subsampling[1]),
    )
    _refuse_unknown(shape, number(tiff, found, PREDICTOR, 1))
    return shape


def _refuse_unknown(shape: Shape, predictor: int) -> None:
    if shape.compression not in _COMPRESSIONS:
        way = "an old kind of JPEG" if shape.compression == _OLD_JPEG else f"a way ({shape.compression})"
        raise UnsupportedError(
            f"It is compressed in {way} that Lenscap cannot look into. Save it again, as TIFF with LZW."
        )
    if shape.compression in _FAXES and (shape.bits, shape.samples) != (1, 1):
        raise MalformedError("It is compressed as a fax and is none.")
    if shape.photometric in _COLOURED and shape.samples < 3:
        raise MalformedError("It has fewer colours than it says.")
    if shape.photometric not in _PHOTOMETRICS or predictor not in _PREDICTORS or shape.fill_order not in (1, 2):
        raise UnsupportedError("Its colours are stored in a way that Lenscap does not know. Export it as RGB first.")
    if shape.separate and shape.photometric == YCBCR and shape.subsampling != (1, 1):
        raise UnsupportedError("Its colours are stored in a way that Lenscap does not know. Export it as RGB first.")
