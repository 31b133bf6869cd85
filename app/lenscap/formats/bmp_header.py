"""The headers of a BMP: BITMAPFILEHEADER, BITMAPCOREHEADER to BITMAPV5HEADER (Windows GDI), OS/2's second one.

They are read field by field and written anew, so that nothing stays in a field that a viewer does not read.
"""

from __future__ import annotations

from struct import Struct
from typing import NamedTuple

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import is_text

FILE_HEADER = 14
CORE, INFO, MASKED, MASKED_ALPHA, OS2, V4, V5 = 12, 40, 52, 56, 64, 108, 124
SIZES = (CORE, INFO, MASKED, MASKED_ALPHA, OS2, V4, V5)
RGB, RLE8, RLE4, BITFIELDS, JPEG, PNG, ALPHA_BITFIELDS = range(7)
_PALETTES = frozenset({1, 2, 4, 8})
_DEPTHS = {
    RGB: _PALETTES | {16, 24, 32},
    RLE8: {8},
    RLE4: {4},
    BITFIELDS: {16, 32},
    ALPHA_BITFIELDS: {16, 32},
}

CALIBRATED, SRGB, WINDOWS, LINKED, EMBEDDED = bytes(4), b"BGRs", b" niW", b"KNIL", b"DEBM"
"""How the colours are meant: numbers whose letters stand in the file from right to left."""
_INTENTS = (0, 1, 2, 4, 8)
_MOST_DENSITY = 1_000_000
"""Pixels in a metre: 25,400 in an inch."""
_ONE, _MOST_GAMMA = 1 << 30, 16 << 16

_FILE = Struct("<2sIHHI")
_CORE = Struct("<IHHHH")
_INFO = Struct("<IiiHHIIiiII")
_MASKS = Struct("<III")
_U32 = Struct("<I")
_COORDINATES = Struct("<9I")
_EXPONENTS = Struct("<3I")
_V5 = Struct("<IIII")


class Span(NamedTuple):
    """Where something begins and ends in a file."""

    start: int
    end: int


class Header(NamedTuple):
    """What the headers of a file say, as far as a viewer obeys it."""

    size: int
    """That of the header behind the file header, which tells of which kind it is."""
    width: int
    height: int
    """Negative where the rows run from the top down."""
    bits: int
    compression: int
    length: int
    """How many bytes the picture has, as it is written there; 0 where it need not be."""
    density: tuple[int, int]
    colours: int
    """How many entries of the palette can be needed."""
    is_palette_told: bool
    important: int
    masks: tuple[int, ...]
    space: bytes
    calibration: bytes
    intent: int
    profile: Span
    """A colour profile, or the path of one; empty where there is neither."""
    pixels: int
    """Where the picture begins."""

    @property
    def masks_behind(self) -> int:
        """How many bytes of colour masks stand behind the header, which has no place for them itself."""
        return 4 * len(self.masks) if self.size == INFO else 0

    @property
    def entry(self) -> int:
        """How many bytes a colour of the palette has."""
        return 3 if self.size == CORE else 4

    @property
    def palette(self) -> Span:
        """Where the palette is, as far as it can be needed."""
        start = FILE_HEADER + self.size + self.masks_behind
        return Span(start, start + self.entry * self.colours)

    @property
    def stride(self) -> int:
        """How many bytes a row has that is not compressed."""
        return (self.width * self.bits + 31) // 32 * 4

    @property
    def is_run_length(self) -> bool:
        """Whether runs of equal pixels are written as one."""
        return self.compression in (RLE4, RLE8)


def parse(data: memoryview) -> Header:
    """What the headers say; raise a ``LenscapError`` where they contradict themselves."""
    size = _U32.unpack_from(data, FILE_HEADER)[0] if len(data) >= FILE_HEADER + CORE else 0
    if len(data) < FILE_HEADER + size or size not in SIZES:
        raise MalformedError("It ends before its picture begins.")
    header = _core(data) if size == CORE else _info(data, size)
    _check(header)
    header = _with_masks(data, header)
    header = _with_palette(data, header)
    return _with_colours(data, header) if size >= V4 else header


def _core(data: memoryview) -> Header:
    size, width, height, _, bits = _CORE.unpack_from(data, FILE_HEADER)
    if bits not in {*_PALETTES, 24}:
        raise UnsupportedError(f"Its pixels have {bits} bits, which Lenscap does not know.")
    return _header(size, width, height, bits)


def _info(data: memoryview, size: int) -> Header:
    fields = _INFO.unpack_from(data, FILE_HEADER)
    _, width, height, _, bits, compression, length, across, down, colours, important = fields
    density = (across, down) if max(across, down) <= _MOST_DENSITY and min(across, down) >= 0 else (0, 0)
    header = _header(size, width, height, bits)
    return header._replace(
        compression=compression, length=length, density=density, colours=colours, important=important
    )


def _header(size: int, width: int, height: int, bits: int) -> Header:
    nothing = Span(0, 0)
    return Header(size, width, height, bits, RGB, 0, (0, 0), 0, False, 0, (), SRGB, bytes(48), 0, nothing, 0)


def _check(header: Header) -> None:
    if header.compression in (JPEG, PNG) and header.size != OS2:
        raise UnsupportedError("It holds a whole JPEG or PNG file, which few viewers show. Save that instead.")
    if header.compression not in _DEPTHS or (header.size == OS2 and header.compression > RLE4):
        raise UnsupportedError("It is compressed in a way that Lenscap does not know. Export it as PNG first.")
    if header.bits not in _DEPTHS[header.compression]:
        raise UnsupportedError(f"Its pixels have {header.bits} bits, which Lenscap does not know.")
    if header.width <= 0 or header.height == 0 or (header.is_run_length and header.height < 0):
        raise MalformedError(f"It claims to be {header.width:,} × {header.height:,} pixels large.")


def _with_masks(data: memoryview, header: Header) -> Header:
    """The bits of each colour: behind the older header, and in the newer ones."""
    if header.compression not in (BITFIELDS, ALPHA_BITFIELDS):
        return header
    has_alpha = header.compression == ALPHA_BITFIELDS or header.size >= MASKED_ALPHA
    start, number = FILE_HEADER + INFO, 4 if has_alpha else 3
    if start + 4 * number > len(data):
        raise MalformedError("It ends before its picture begins.")
    whole = (1 << header.bits) - 1
    masks = tuple(_U32.unpack_from(data, start + 4 * each)[0] & whole for each in range(number))
    if any(masks) and (not all(masks[:3]) or not all(map(_is_run, masks)) or _overlap(masks)):
        raise MalformedError("The bits of its colours make no sense.")
    return header._replace(masks=masks)


def _is_run(mask: int) -> bool:
    """Whether the bits that are set stand together."""
    lowest = mask & -mask
    return not mask & (mask + lowest)


def _overlap(masks: tuple[int, ...]) -> bool:
    seen = 0
    for mask in masks:
        if seen & mask:
            return True
        seen |= mask
    return False


def _with_palette(data: memoryview, header: Header) -> Header:
    """How many colours pixels can name, and where the picture begins."""
    told = header.colours
    pixels: int = _FILE.unpack_from(data)[4]
    most = 1 << header.bits if header.bits in _PALETTES else 0
    header = header._replace(colours=min(told or most, most), is_palette_told=bool(told), pixels=pixels)
    if not header.palette.end <= pixels <= len(data):
        raise MalformedError("Its picture begins outside the file, or in its own headers.")
    return header._replace(important=header.important if header.important <= header.colours else 0)


def _with_colours(data: memoryview, header: Header) -> Header:
    """How the colours are meant; a calibration that cannot be one is none."""
    start = FILE_HEADER + MASKED_ALPHA
    space, calibration = bytes(data[start : start + 4]), bytes(data[start + 4 : start + 52])
    profile, intent = Span(0, 0), 0
    if header.size == V5:
        intent, offset, length, _ = _V5.unpack_from(data, FILE_HEADER + V4)
        if space in (LINKED, EMBEDDED) and length and FILE_HEADER + offset + length <= len(data):
            profile = Span(FILE_HEADER + offset, FILE_HEADER + offset + length)
    if space == CALIBRATED and not _is_calibration(calibration):
        space = SRGB
    if space not in (CALIBRATED, WINDOWS) and not profile.end:
        space = SRGB
    calibration = calibration if space == CALIBRATED else bytes(48)
    return header._replace(
        space=space, calibration=calibration, intent=intent if intent in _INTENTS else 0, profile=profile
    )


def _is_calibration(raw: bytes) -> bool:
    """Whether coordinates are at most 1, and exponents at most 16; text may look so, too."""
    coordinates, exponents = _COORDINATES.unpack_from(raw), _EXPONENTS.unpack_from(raw, _COORDINATES.size)
    return bool(max(coordinates) <= _ONE and max(exponents) <= _MOST_GAMMA and not is_text(raw))


def written(header: Header, palette: bytes, pixels: Span, profile: Span | None, size: int) -> bytes:
    """The headers and the palette of a file of ``size`` bytes, in which picture and profile are where it is said."""
    start = _FILE.pack(b"BM", size, 0, 0, pixels.start)
    if header.size == CORE:
        return start + _CORE.pack(CORE, header.width, header.height, 1, header.bits) + palette
    length = pixels.end - pixels.start if header.length or header.is_run_length else 0
    told = header.colours * header.is_palette_told
    fields = (1, header.bits, header.compression, length, *header.density, told, header.important)
    info = _INFO.pack(header.size, header.width, header.height, *fields)
    more = b"".join(map(_U32.pack, header.masks))
    if header.size >= V4:
        more = more.ljust(16, b"\0") + (EMBEDDED if profile else _plain_space(header)) + header.calibration
    if header.size == V5:
        where = (profile.start - FILE_HEADER, profile.end - profile.start) if profile else (0, 0)
        more += _V5.pack(header.intent, *where, 0)
    return start + info + more.ljust(header.size - INFO, b"\0") + palette


def _plain_space(header: Header) -> bytes:
    return header.space if header.space in (CALIBRATED, WINDOWS) else SRGB
