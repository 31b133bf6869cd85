"""BMP files put together (BITMAPFILEHEADER, BITMAPCOREHEADER to BITMAPV5HEADER)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .picture import picture, translucent

CORE, INFO, MASKED, MASKED_ALPHA, OS2, V4, V5 = 12, 40, 52, 56, 64, 108, 124
RGB, RLE8, RLE4, BITFIELDS = range(4)
SRGB, LINKED, EMBEDDED = b"BGRs", b"KNIL", b"DEBM"
BGR = (0xFF0000, 0xFF00, 0xFF)
BGRA = (*BGR, 0xFF000000)
_PRIMARIES = (0.64, 0.33, 0.03, 0.3, 0.6, 0.1, 0.15, 0.06, 0.79)
CALIBRATION = struct.pack("<9I3I", *(round(part * (1 << 30)) for part in _PRIMARIES), *[144179] * 3)


class Bmp(NamedTuple):
    """What a BMP is made of. What a good file does not have is empty: what ``gap`` and the like hold is hidden."""

    rows: bytes
    width: int
    height: int
    bits: int
    palette: bytes = b""
    size: int = INFO
    compression: int = RGB
    masks: Sequence[int] = ()
    planes: int = 1
    density: tuple[int, int] = (2835, 2835)
    colours: int = 0
    important: int = 0
    space: bytes = SRGB
    calibration: bytes = bytes(48)
    intent: int = 4
    profile: bytes = b""
    length: int | None = None
    reserved: bytes = bytes(4)
    last: bytes = bytes(4)
    """The reserved field of a V5 header."""
    more: bytes = b""
    """What OS/2's header has beyond Windows' one."""
    gap: bytes = b""
    between: bytes = b""
    behind: bytes = b""
    file_size: int | None = None
    early_profile: bool = False

    def header(self, profile_at: int) -> bytes:
        """The header behind the file header."""
        if self.size == CORE:
            return struct.pack("<IHHHH", CORE, self.width, self.height, self.planes, self.bits)
        length = len(self.rows) if self.length is None else self.length
        fields = (self.planes, self.bits, self.compression, length, *self.density, self.colours, self.important)
        data = struct.pack("<IiiHHIIiiII", self.size, self.width, self.height, *fields)
        data += b"".join(struct.pack("<I", mask) for mask in self.masks)
        if self.size >= V4:
            data = data.ljust(MASKED_ALPHA, b"\0") + self.space + self.calibration
        if self.size == V5:
            place = (profile_at - 14, len(self.profile)) if self.profile and profile_at else (0, 0)
            data += struct.pack("<III", self.intent, *place) + self.last
        return (data + self.more).ljust(self.size, b"\0")

    def made(self) -> bytes:
        """The file."""
        head = len(self.header(0)) + 14 + len(self.palette)
        early = self.profile if self.early_profile else b""
        pixels = head + len(early) + len(self.gap)
        behind = pixels + len(self.rows) + len(self.between)
        late = b"" if self.early_profile else self.profile
        body = early + self.gap + self.rows + self.between + late + self.behind
        size = head + len(body) if self.file_size is None else self.file_size
        start = b"BM" + struct.pack("<I", size) + self.reserved + struct.pack("<I", pixels)
        return start + self.header(head if self.early_profile else behind) + self.palette + body


def rows(values: NDArray[np.uint8], padding: bytes = bytes(3)) -> bytes:
    """Rows of whole bytes, the last one first, with ``padding`` at their ends."""
    lines = (bytes(line) for line in values.reshape(len(values), -1)[::-1])
    return b"".join(line + padding[: -len(line) % 4] for line in lines)


def packed(indices: NDArray[np.uint8], bits: int) -> NDArray[np.uint8]:
    """Several pixels in a byte."""
    count = 8 // bits
    wide = np.pad(indices, ((0, 0), (0, -indices.shape[1] % count)))
    parts = [wide[:, at::count].astype(np.uint8) << (8 - bits * (at + 1)) for at in range(count)]
    return np.asarray(np.bitwise_or.reduce(parts), np.uint8)


def palette_of(image: Image.Image, colours: int, entry: int = 4) -> bytes:
    """Blue, green, red, and a zero."""
    flat = (image.getpalette() or [])[: 3 * colours]
    table = np.array(flat, np.uint8).reshape(-1, 3)[:, ::-1]
    return b"".join(bytes(one) + bytes(entry - 3) for one in table).ljust(entry * colours, b"\0")


def indexed(bits: int, size: int = INFO, width: int = 96, height: int = 64) -> Bmp:
    """A picture whose pixels are numbers of colours."""
    image = picture(width, height).quantize(1 << bits)
    indices = np.asarray(image, np.uint8) & np.uint8((1 << bits) - 1)
    entry = 3 if size == CORE else 4
    data = rows(packed(indices, bits) if bits < 8 else indices)
    return Bmp(data, width, height, bits, palette_of(image, 1 << bits, entry), size)


def coloured(size: int = INFO, width: int = 96, height: int = 64, padding: bytes = bytes(3)) -> Bmp:
    """A picture of 24 bits."""
    return Bmp(rows(np.asarray(picture(width, height))[:, :, ::-1], padding), width, height, 24, size=size)


def wide(size: int = INFO, alpha: bool = False, spare: int = 0) -> Bmp:
    """A picture of 32 bits; ``spare`` is the byte that no colour has."""
    image = np.asarray(translucent())
    values = image[:, :, [2, 1, 0, 3]].copy()
    if not alpha:
        values[:, :, 3] = spare
        return Bmp(rows(values), 96, 64, 32, size=size)
    return Bmp(rows(values), 96, 64, 32, size=size, compression=BITFIELDS, masks=BGRA)


def high(green: int) -> Bmp:
    """A picture of 16 bits, of which green has 5 or 6."""
    image = np.asarray(picture()).astype(np.uint16)
    red, blue = image[:, :, 0] >> 3, image[:, :, 2] >> 3
    values = red << 5 + green | (image[:, :, 1] >> 8 - green) << 5 | blue
    data = rows(values.astype("<u2").view(np.uint8).reshape(64, -1))
    if green == 5:
        return Bmp(data, 96, 64, 16)
    return Bmp(data, 96, 64, 16, compression=BITFIELDS, masks=(0xF800, 0x7E0, 0x1F))


def run_length(bits: int, tail: bytes = b"\0\1") -> Bmp:
    """A picture of runs: equal pixels in one, others one by one."""
    base = picture().quantize(1 << bits)
    indices = np.asarray(base) & (1 << bits) - 1
    lines = b"\0\0".join(_runs(bytes(line), bits) for line in indices[::-1])
    return Bmp(lines + tail, 96, 64, bits, palette_of(base, 1 << bits), compression=RLE8 if bits == 8 else RLE4)


def _runs(line: bytes, bits: int) -> bytes:
    """The first 20 pixels one by one, the others in runs."""
    first, rest = line[:20], line[20:]
    literal = first if bits == 8 else bytes(a << 4 | b for a, b in zip(first[::2], first[1::2], strict=True))
    out = b"\0" + bytes([len(first)]) + literal
    while rest:
        count = len(rest) - len(rest.lstrip(rest[:1]))
        value = rest[0] if bits == 8 else rest[0] << 4 | rest[0]
        out += bytes([count, value])
        rest = rest[count:]
    return out


def profile_in(bmp: bytes) -> bytes | None:
    """The embedded profile of a file, which Pillow does not look for."""
    if bmp[14:18] != struct.pack("<I", V5) or bmp[70:74] != EMBEDDED:
        return None
    at, length = struct.unpack("<II", bmp[126:134])
    return bmp[14 + at : 14 + at + length]
