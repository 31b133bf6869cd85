"""Which tags of a TIFF a viewer needs, and what their values may be (TIFF 6.0, parts 1 and 2; technical notes 1 and 2).

A needed tag is written anew from its numbers: with the type, the count and the range that the standard allows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from struct import Struct
from struct import error as struct_error
from typing import Any, NamedTuple

from lenscap.binary.ifd import (
    BYTE,
    DOUBLE,
    FLOAT,
    LONG,
    RATIONAL,
    SBYTE,
    SHORT,
    SLONG,
    SRATIONAL,
    SSHORT,
    UNDEFINED,
    Entry,
    Tiff,
)
from lenscap.errors import MalformedError
from lenscap.formats import tiff_shape as form
from lenscap.formats.tiff_shape import YCBCR, Shape

NEW_SUBFILE, SUBFILE, STRIPS, ORIENTATION, STRIP_LENGTHS = 254, 255, 273, 274, 279
TILES, TILE_LENGTHS, SUB_IFDS, JPEG_TABLES = 324, 325, 330, 347
JPEG_STREAM, JPEG_STREAM_LENGTH, XMP, ICC, EXIF_IFD, GPS_IFD, INTEROP_IFD = 513, 514, 700, 34675, 34665, 34853, 40965
PALETTE, CMYK = 3, 5

PLACES = frozenset((STRIPS, STRIP_LENGTHS, TILES, TILE_LENGTHS))
"""Tags that say where the picture data lie: written by what was found there."""
_WHOLE = (BYTE, SHORT, LONG)
_FRACTIONS = frozenset((RATIONAL, SRATIONAL, FLOAT, DOUBLE))
"""Types whose numbers are not whole."""
_ANY_SAMPLE = (BYTE, SBYTE, SHORT, SSHORT, LONG, SLONG, FLOAT, DOUBLE)
_LETTERS = {
    BYTE: "B", SBYTE: "b", SHORT: "H", SSHORT: "h", LONG: "I", SLONG: "i", RATIONAL: "II", FLOAT: "f", DOUBLE: "d",
}  # fmt: skip
_ALL_ROWS = (1 << 32) - 1
"""How the standard says that there is one strip."""
_FINEST = 100_000
"""The largest denominator that a fraction needs: in longer numbers something may hide."""


class Value(NamedTuple):
    """A tag as it is written."""

    tag: int
    type: int
    many: int
    data: bytes


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
    form.WIDTH: _Rule((LONG, SHORT), lambda _: 1, _always),
    form.HEIGHT: _Rule((LONG, SHORT), lambda _: 1, _always),
    form.BITS: _Rule((SHORT,), lambda shape: shape.samples, _is_even),
    form.COMPRESSION: _Rule((SHORT,), lambda _: 1, _always),
    form.PHOTOMETRIC: _Rule((SHORT,), lambda _: 1, _always),
    form.FILL_ORDER: _one(1, 2),
    ORIENTATION: _one(*range(1, 9)),
    form.SAMPLES: _Rule((SHORT,), lambda _: 1, _always),
    form.ROWS: _Rule((LONG, SHORT), lambda _: 1, lambda _, shape: not shape.tiled),
    280: _Rule((SHORT,), lambda shape: shape.samples, _is_even),
    281: _Rule((SHORT,), lambda shape: shape.samples, _is_even),
    282: _Rule((RATIONAL,), lambda _: 1, _is_resolution),
    283: _Rule((RATIONAL,), lambda _: 1, _is_resolution),
    form.PLANAR: _one(1, 2),
    292: _Rule((LONG,), lambda _: 1, lambda numbers, shape: shape.compression == 3 and numbers[0] < 8),
    293: _Rule((LONG,), lambda _: 1, lambda numbers, shape: shape.compression == 4 and numbers[0] in (0, 2)),
    296: _one(1, 2, 3),
    301: _Rule((SHORT,), lambda shape: _levels(shape) * min(3, _colours_of(shape)), _are_curves),
    form.PREDICTOR: _one(1, 2, 3),
    318: _Rule((RATIONAL,), lambda _: 2, _are_chromaticities),
    319: _Rule((RATIONAL,), lambda _: 6, _are_chromaticities),
    320: _Rule((SHORT,), lambda shape: 3 * _levels(shape), lambda _, shape: shape.photometric == PALETTE),
    form.TILE_WIDTH: _Rule((LONG, SHORT), lambda _: 1, lambda _, shape: shape.tiled),
    form.TILE_HEIGHT: _Rule((LONG, SHORT), lambda _: 1, lambda _, shape: shape.tiled),
    332: _Rule((SHORT,), lambda _: 1, lambda numbers, shape: shape.photometric == CMYK and numbers[0] in (1, 2)),
    334: _Rule((SHORT,), lambda _: 1, lambda numbers, shape: shape.photometric == CMYK and numbers[0] <= shape.samples),
    336: _Rule((BYTE, SHORT), lambda _: 2, _for_cmyk),
    338: _Rule((SHORT,), _extra, lambda numbers, _: max(numbers) <= 2),
    339: _Rule((SHORT,), lambda shape: shape.samples, lambda numbers, _: _is_even(numbers, _) and 1 <= numbers[0] <= 6),
    340: _Rule(_ANY_SAMPLE, lambda shape: shape.samples, _is_even),
    341: _Rule(_ANY_SAMPLE, lambda shape: shape.samples, _is_even),
    529: _Rule((RATIONAL,), lambda _: 3, _are_ycbcr),
    form.SUBSAMPLING: _Rule(
        (SHORT,), lambda _: 2, lambda numbers, shape: shape.photometric == YCBCR and max(numbers) <= 4
    ),
    531: _Rule((SHORT,), lambda _: 1, lambda numbers, shape: shape.photometric == YCBCR and numbers[0] in (1, 2)),
    532: _Rule((RATIONAL,), lambda _: 6, _are_ycbcr),
}

_KINDS = 0b110
"""Pages and masks; what a small copy is, only the first page may be without going."""

NEEDED = frozenset((*_RULES, *PLACES, JPEG_TABLES, ICC))


def needed(tiff: Tiff, entry: Entry, shape: Shape) -> Value | None:
    """A tag with what a viewer needs of its value; ``None`` where it needs nothing."""
    rule = _RULES[entry.tag]
    many = rule.many(shape)
    if not many or entry.many < many or (entry.many != many and many > 1):
        many = 1 if entry.tag == form.BITS and entry.many else 0
    if not many:
        return None
    numbers = _numbers(tiff, entry, many)
    if not _is_of_its_kind(entry.type, rule):
        return None
    if entry.tag == NEW_SUBFILE:
        numbers = [numbers[0] & _KINDS]
    elif entry.tag == form.ROWS and numbers[0] != _ALL_ROWS:
        numbers = [min(numbers[0], shape.height)]
    if not rule.fits(numbers, shape):
        return None
    kind = entry.type if entry.type in rule.types else rule.types[0]
    return _value(tiff.order, entry.tag, kind, numbers)


def _is_of_its_kind(kind: int, rule: _Rule) -> bool:
    """Whether numbers of a type are such as a rule is about: fractions, or whole ones unless it allows for others."""
    return kind == RATIONAL if RATIONAL in rule.types else kind in rule.types or kind not in _FRACTIONS


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
    except ValueError:
        return None


def packed(order: str, kind: int, numbers: Sequence[Any]) -> bytes:
    """Numbers of one type as bytes; raise ``ValueError`` where they do not fit."""
    letters = _LETTERS[kind][:1]
    try:
        return Struct(f"{order}{len(numbers)}{letters}").pack(*numbers)
    except struct_error as error:
        raise ValueError("These numbers do not fit their type.") from error


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
