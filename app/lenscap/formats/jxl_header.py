"""The header of a JPEG XL codestream (ISO/IEC 18181-1, annexes D and E), and what in headers nobody needs."""

from __future__ import annotations

from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.formats.jxl_bits import Bits, fixed
from lenscap.formats.jxl_icc import profile
from lenscap.model import Bytes, Size

SIGNATURE = b"\xff\x0a"
_RATIOS = ((1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))
_SIZES = ((1, 9), (1, 13), (1, 18), (1, 30))
_PREVIEW_SIZES, _PREVIEW_EIGHTHS = ((1, 6), (65, 8), (321, 10), (1345, 12)), (*fixed(16, 32), (1, 5), (33, 9))
_NAME = (*fixed(0), (0, 4), (16, 5), (48, 10))
_ALPHA, _SPOT, _CFA = 0, 2, 5
_GREY, _XYB = 1, 2
_CUSTOM = 2
_WEIGHTS = (15, 55, 210)


class Cut(NamedTuple):
    """Bits that say something that no viewer needs, by their place; ``instead`` is how many zeros take theirs."""

    start: int
    end: int
    instead: int
    what: str
    told: bytes


def size_of(data: Bytes) -> Size:
    """The size of the upright picture, from the first bytes alone."""
    bits = _begun(data)
    size = _size(bits)
    flags = bits.u(2)  # nothing is as always; there are further fields
    return Size(*size[::-1]) if flags == 2 and bits.u(3) >= 4 else size


def _begun(data: Bytes) -> Bits:
    bits = Bits(data)
    if bytes(data[:2]) != SIGNATURE:
        raise MalformedError("Its picture does not begin as one does.")
    bits.skip(16)
    return bits


def _size(bits: Bits) -> Size:
    eighths = bits.flag()
    height = 8 * (1 + bits.u(5)) if eighths else bits.u32(*_SIZES)
    ratio = bits.u(3)
    if ratio:
        return Size(height * _RATIOS[ratio - 1][0] // _RATIOS[ratio - 1][1], height)
    return Size(8 * (1 + bits.u(5)) if eighths else bits.u32(*_SIZES), height)


def _preview_size(bits: Bits) -> Size:
    eighths = bits.flag()
    height = 8 * bits.u32(*_PREVIEW_EIGHTHS) if eighths else bits.u32(*_PREVIEW_SIZES)
    ratio = bits.u(3)
    if ratio:
        return Size(height * _RATIOS[ratio - 1][0] // _RATIOS[ratio - 1][1], height)
    return Size(8 * bits.u32(*_PREVIEW_EIGHTHS) if eighths else bits.u32(*_PREVIEW_SIZES), height)


class Header:
    """The first header, as far as later ones need to know it, and what is found in all of them that nobody needs."""

    def __init__(self, data: Bytes) -> None:
        self.bits = _begun(data)
        self.size = Size(0, 0)
        self.cuts: list[Cut] = []
        self.orientation = 1
        self.preview: Size | None = None
        self.animated = self.timed = False
        self.channels = 0
        self.xyb = True
        self.icc: bytes | None = None

    def read(self) -> None:
        """Read the header."""
        self.size = _size(self.bits)
        has_profile = False if self.bits.flag() else self._metadata()
        self._transforms()
        if has_profile:
            self.icc = profile(self.bits)

    def _metadata(self) -> bool:
        """The description of the picture; whether a colour profile follows."""
        bits = self.bits
        extra = bits.flag()
        if extra:
            self._extra_fields()
        _depth(bits)
        bits.skip(1)
        self.channels = bits.u32(*fixed(0, 1), (2, 4), (1, 12))
        for _ in range(self.channels):
            self._channel()
        self.xyb = bits.flag()
        has_profile = _colours(bits)
        if extra and not bits.flag():
            bits.floats(2)
            bits.skip(1)
            bits.floats(1)
        self.extensions()
        return has_profile

    def _extra_fields(self) -> None:
        bits = self.bits
        self.orientation = 1 + bits.u(3)
        if bits.flag():
            _size(bits)
        start = bits.position
        if bits.flag():
            self.preview = _preview_size(bits)
            self.cuts.append(Cut(start, bits.position, 1, "", b""))
        self.animated = bits.flag()
        if self.animated:
            bits.u32(*fixed(100, 1000), (1, 10), (1, 30))
            bits.u32(*fixed(1, 1001), (1, 8), (1, 10))
            bits.u32(*fixed(0), (0, 3), (0, 16), (0, 32))
            self.timed = bits.flag()

    def _channel(self) -> None:
        bits = self.bits
        if bits.flag():
            return
        kind = bits.enum()
        _depth(bits)
        bits.u32(*fixed(0, 3, 4), (1, 3))
        self.name("Channel name")
        if kind == _ALPHA:
            bits.skip(1)
        elif kind == _SPOT:
            bits.floats(4)
        elif kind == _CFA:
            bits.u32(*fixed(1), (0, 2), (3, 4), (19, 8))

    def _transforms(self) -> None:
        bits = self.bits
        if bits.flag():
            return
        if self.xyb and not bits.flag():
            bits.floats(16)
        weights = bits.u(3)
        for number, count in enumerate(_WEIGHTS):
            bits.floats(count if weights >> number & 1 else 0)

    def name(self, what: str) -> None:
        """A name, which nobody needs."""
        start = self.bits.position
        letters = bytes(self.bits.u(8) for _ in range(self.bits.u32(*_NAME)))
        if self.bits.position > start + 2:
            self.cuts.append(Cut(start, self.bits.position, 2, what, letters))

    def timecode(self) -> None:
        """A frame's place in a recording, which nobody needs."""
        start, code = self.bits.position, self.bits.u(32)
        if code:
            self.cuts.append(Cut(start, start + 32, 32, "Time code", code.to_bytes(4)))

    def extensions(self) -> None:
        """Fields that no version of the format has yet."""
        start = self.bits.position
        mask = self.bits.u64()
        lengths = [self.bits.u64() for _ in range(mask.bit_count())]
        content = self.bits.position
        self.bits.skip(sum(lengths))
        if self.bits.position > start + 2:
            self.cuts.append(Cut(start, self.bits.position, 2, "Extension", _cut_out(self.bits, content)))


def _cut_out(bits: Bits, start: int) -> bytes:
    """The bits from ``start`` to where they were read to, as bytes."""
    count = min(bits.position - start, 1 << 16)
    whole = int.from_bytes(bits.data[start // 8 : (start + count + 7) // 8], "little") >> start % 8
    return (whole & ((1 << count) - 1)).to_bytes((count + 7) // 8, "little")


def _depth(bits: Bits) -> None:
    if bits.flag():
        bits.u32(*fixed(32, 16, 24), (1, 6))
        bits.skip(4)
    else:
        bits.u32(*fixed(8, 10, 12), (1, 6))


def _colours(bits: Bits) -> bool:
    """The colour space; whether it is a profile that follows."""
    if bits.flag():
        return False
    has_profile, space = bits.flag(), bits.enum()
    if has_profile:
        return True
    if space != _XYB:
        _points(bits, 1)
        if space != _GREY:
            _points(bits, 3)
        if bits.flag():
            bits.skip(24)
        else:
            bits.enum()
    bits.enum()
    return False


def _points(bits: Bits, count: int) -> None:
    """A white point, or three primaries: well-known ones or numbers."""
    if bits.enum() == _CUSTOM:
        for _ in range(2 * count):
            bits.u32((0, 19), (524288, 19), (1048576, 20), (2097152, 21))
