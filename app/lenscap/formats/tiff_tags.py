"""Which tags of a TIFF a viewer needs, and what their values may be (TIFF 6.0, parts 1 and 2; technical notes 1 and 2).

A needed tag is written anew from its numbers: with the type, the count and the range that the standard allows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from struct import Struct
from typing import Any, NamedTuple

from lenscap.binary.ifd import BYTE, DOUBLE, FLOAT, LONG, RATIONAL, SBYTE, SHORT, SLONG, SSHORT, UNDEFINED, Entry, Tiff
from lenscap.errors import MalformedError

NEW_SUBFILE, SUBFILE, WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC = 254, 255, 256, 257, 258, 259, 262
FILL_ORDER, STRIPS, ORIENTATION, SAMPLES, ROWS, STRIP_LENGTHS, PLANAR = 266, 273, 274, 277, 278, 279, 284
TILE_WIDTH, TILE_HEIGHT, TILES, TILE_LENGTHS, SUB_IFDS, JPEG_TABLES, SUBSAMPLING = 322, 323, 324, 325, 330, 347, 530
JPEG_STREAM, JPEG_STREAM_LENGTH, XMP, ICC, EXIF_IFD, GPS_IFD, INTEROP_IFD = 513, 514, 700, 34675, 34665, 34853, 40965
PREDICTOR = 317
PALETTE, CMYK, YCBCR = 3, 5, 6

PLACES = frozenset((STRIPS, STRIP_LENGTHS, TILES, TILE_LENGTHS))
"""Tags that say where the picture data lie: written by what was found there."""
_WHOLE = (BYTE, SHORT, LONG)
_ANY_SAMPLE = (BYTE, SBYTE, SHORT, SSHORT, LONG, SLONG, FLOAT, DOUBLE)
_LETTERS = {
    BYTE: "B", SBYTE: "b", SHORT: "H", SSHORT: "h", LONG: "I", SLONG: "i", RATIONAL: "II", FLOAT: "f", DOUBLE: "d",
}  # fmt: skip
_FINEST = 100_000
"""The largest denominator that a fraction needs: in longer numbers something may hide."""


class Value(NamedTuple):
    """A tag as it is written."""

    tag: int
    type: int
    many: int
    data: bytes


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


class _Rule(NamedTuple):
    """The types a tag may have (the first is the usual one), how many numbers, and which."""

    types: tuple[int, ...]
    many: Callable[[Shape], int]
    fits: Callable[[Sequence[Any], Shape], bool]


def _one(*allowed: int) -> _Rule:
    return _Rule(_WHOLE[1:], lambda _: 1, lambda numbers, _: numbers[0] in allowed)


def _is_even(numbers: Sequence[Any], _: Shape) -> bool:
    """Whether all samples have the same number."""
    return len(set(numbers)) == 1


def _always(_: Sequence[Any], __: Shape) -> bool:
    return True


def _is_resolution(numbers: Sequence[Any], _: Shape) -> bool:
    return bool(numbers[0][1])


def _are_chromaticities(numbers: Sequence[Any], shape: Shape) -> bool:
    coloured = shape.photometric in (2, PALETTE, YCBCR)
    return coloured and all(below and above <= 2 * below for above, below in numbers)


def _are_ycbcr(numbers: Sequence[Any], shape: Shape) -> bool:
    return shape.photometric == YCBCR and all(below and above <= below << 16 for above, below in numbers)


def _are_curves(numbers: Sequence[Any], shape: Shape) -> bool:
    """Whether these are transfer functions: each rises, which no text does."""
    length = 1 << shape.bits
    curves = [numbers[at : at + length] for at in range(0, len(numbers), length)]
    return all(list(curve) == sorted(curve) for curve in curves)


def _for_cmyk(numbers: Sequence[Any], shape: Shape) -> bool:
    return shape.photometric == CMYK


def _colours_of(shape: Shape) -> int:
    """How many samples of a pixel are colours; the others are extra ones."""
    return {2: 3, CMYK: 4, YCBCR: 3, 8: 3, 9: 3, 10: 3}.get(shape.photometric, 1)


def _extra(shape: Shape) -> int:
    return max(0, shape.samples - _colours_of(shape))


def _levels(shape: Shape) -> int:
    return 1 << shape.bits if shape.bits <= 16 else 0


_RULES = {
    NEW_SUBFILE: _Rule((LONG, SHORT), lambda _: 1, lambda numbers, _: numbers[0] in (0, 2, 4, 6)),
    WIDTH: _Rule((LONG, SHORT), lambda _: 1, _always),
    HEIGHT: _Rule((LONG, SHORT), lambda _: 1, _always),
    BITS: _Rule((SHORT,), lambda shape: shape.samples, _is_even),
    COMPRESSION: _Rule((SHORT,), lambda _: 1, _always),
    PHOTOMETRIC: _Rule((SHORT,), lambda _: 1, _always),
    FILL_ORDER: _one(1, 2),
    ORIENTATION: _one(*range(1, 9)),
    SAMPLES: _Rule((SHORT,), lambda _: 1, _always),
    280: _Rule((SHORT,), lambda shape: shape.samples, _is_even),
    281: _Rule((SHORT,), lambda shape: shape.samples, _is_even),
    282: _Rule((RATIONAL,), lambda _: 1, _is_resolution),
    283: _Rule((RATIONAL,), lambda _: 1, _is_resolution),
    PLANAR: _one(1, 2),
    292: _Rule((LONG,), lambda _: 1, lambda numbers, shape: shape.compression == 3 and numbers[0] < 8),
    293: _Rule((LONG,), lambda _: 1, lambda numbers, shape: shape.compression == 4 and numbers[0] in (0, 2)),
    296: _one(1, 2, 3),
    301: _Rule((SHORT,), lambda shape: _levels(shape) * min(3, _colours_of(shape)), _are_curves),
    PREDICTOR: _one(1, 2, 3),
    318: _Rule((RATIONAL,), lambda _: 2, _are_chromaticities),
    319: _Rule((RATIONAL,), lambda _: 6, _are_chromaticities),
    320: _Rule((SHORT,), lambda shape: 3 * _levels(shape), lambda _, shape: shape.photometric == PALETTE),
    TILE_WIDTH: _Rule((LONG, SHORT), lambda _: 1, lambda _, shape: shape.tiled),
    TILE_HEIGHT: _Rule((LONG, SHORT), lambda _: 1, lambda _, shape: shape.tiled),
    332: _Rule((SHORT,), lambda _: 1, lambda numbers, shape: shape.photometric == CMYK and numbers[0] in (1, 2)),
    334: _Rule((SHORT,), lambda _: 1, lambda numbers, shape: shape.photometric == CMYK and numbers[0] <= shape.samples),
    336: _Rule((BYTE, SHORT), lambda _: 2, _for_cmyk),
    338: _Rule((SHORT,), _extra, lambda numbers, _: max(numbers) <= 2),
    339: _Rule((SHORT,), lambda shape: shape.samples, lambda numbers, _: _is_even(numbers, _) and 1 <= numbers[0] <= 6),
    340: _Rule(_ANY_SAMPLE, lambda shape: shape.samples, _is_even),
    341: _Rule(_ANY_SAMPLE, lambda shape: shape.samples, _is_even),
    529: _Rule((RATIONAL,), lambda _: 3, _are_ycbcr),
    SUBSAMPLING: _Rule((SHORT,), lambda _: 2, lambda numbers, shape: shape.photometric == YCBCR and max(numbers) <= 4),
    531: _Rule((SHORT,), lambda _: 1, lambda numbers, shape: shape.photometric == YCBCR and numbers[0] in (1, 2)),
    532: _Rule((RATIONAL,), lambda _: 6, _are_ycbcr),
}

_MEANS = {NEW_SUBFILE: lambda number, _: number & 6, ROWS: lambda number, shape: min(number, shape.height)}
"""What of a number counts."""
_RULES[ROWS] = _Rule((LONG, SHORT), lambda _: 1, lambda _, shape: not shape.tiled)

NEEDED = frozenset((*_RULES, *PLACES, JPEG_TABLES, ICC))


def needed(tiff: Tiff, entry: Entry, shape: Shape) -> Value | None:
    """A tag with what a viewer needs of its value; ``None`` where it needs nothing."""
    rule = _RULES[entry.tag]
    many = rule.many(shape)
    if not many or entry.many < many or (entry.many != many and many > 1):
        many = 1 if entry.tag == BITS and entry.many else 0
    if not many:
        return None
    numbers = _numbers(tiff, entry, many)
    if (entry.type == RATIONAL) != (rule.types[0] == RATIONAL):
        return None
    if entry.tag in _MEANS:
        numbers = [_MEANS[entry.tag](numbers[0], shape)]
    if not rule.fits(numbers, shape):
        return None
    kind = entry.type if entry.type in rule.types else rule.types[0]
    return _value(tiff.order, entry.tag, kind, numbers)


def _numbers(tiff: Tiff, entry: Entry, many: int) -> list[Any]:
    if entry.end - entry.start > 64:
        whole(tiff, entry)
    return tiff.numbers(entry, many)


def whole(tiff: Tiff, entry: Entry) -> bytes:
    """The bytes of a value; raise ``MalformedError`` where many long ones lie over each other."""
    raw = tiff.raw(entry)
    if len(raw) < entry.end - entry.start:
        raise MalformedError("Its values are longer than its file.")
    return raw


def _value(order: str, tag: int, kind: int, numbers: Sequence[Any]) -> Value | None:
    flat = [part for pair in numbers for part in _short(*pair)] if kind == RATIONAL else numbers
    try:
        return Value(tag, kind, len(numbers), packed(order, kind, flat))
    except (OverflowError, ValueError):
        return None


def packed(order: str, kind: int, numbers: Sequence[Any]) -> bytes:
    """Numbers of one type as bytes; raise ``ValueError`` where they do not fit."""
    letters = _LETTERS[kind][:1]
    try:
        return Struct(f"{order}{len(numbers)}{letters}").pack(*numbers)
    except Exception as error:  # struct.error is none that a caller should know
        raise ValueError from error


def _short(above: int, below: int) -> tuple[int, int]:
    """A fraction as it stands, if it is as precise as one needs to be, or the nearest such."""
    if not below:
        return 0, 0
    exact = Fraction(above, below)
    near = exact.limit_denominator(_FINEST)
    return (above, below) if near == exact else (near.numerator, near.denominator)


def profile(raw: bytes) -> Value:
    """The tag of a colour profile."""
    return Value(ICC, UNDEFINED, len(raw), raw)
