"""The frames of a JPEG XL codestream (ISO/IEC 18181-1, annex F): their headers, and the tables of their sections."""

from __future__ import annotations

from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.formats.jxl_bits import Bits, fixed
from lenscap.formats.jxl_entropy import Numbers
from lenscap.formats.jxl_header import Header
from lenscap.model import Size

_FACTORS = fixed(1, 2, 4, 8)
_SECTION = ((0, 10), (1024, 14), (17408, 22), (4211712, 30))
_CROP = ((0, 8), (256, 11), (2304, 14), (18688, 30))
_REGULAR, _DC, _REFERENCE = 0, 1, 2
_USES_DC = 32
_REPLACE, _BLEND, _WEIGHTED, _MULTIPLY = 0, 2, 3, 4
_MOST_SIDE = 1 << 30
_PERMUTATION_CONTEXTS = 8


class Span(NamedTuple):
    """A header of the codestream, and where its picture data begins and ends. Bytes."""

    header: int
    body: int
    end: int


class Frame:
    """The header of a frame and the table of its sections; ``picture`` is the size of the whole."""

    def __init__(self, reader: Header, picture: Size) -> None:
        self.reader, self.bits = reader, reader.bits
        self.size, self.picture = picture, picture
        self.kind, self.modular, self.flags, self.passes = _REGULAR, False, 0, 1
        self.upsampling, self.group, self.shifts = 1, 1, (0, 0)
        self.duration, self.is_last = 0, True
        if not self.bits.flag():
            self._fields()

    @property
    def is_shown(self) -> bool:
        """Whether a viewer of an animation shows it for a while."""
        return self.kind not in (_DC, _REFERENCE) and (self.duration > 0 or self.is_last)

    def span(self, start: int) -> Span:
        """Read the table of sections; the frame's header began at ``start``."""
        count, bits = self._sections(), self.bits
        bits.spend(count)
        if bits.flag():
            _skip_permutation(bits, count)
        bits.align()
        length = sum(bits.u32(*_SECTION) for _ in range(count))
        body = bits.align()
        if not length:
            raise MalformedError("One of its frames is empty.")
        bits.skip(8 * length)
        return Span(start, body, body + length)

    def _fields(self) -> None:
        bits, reader = self.bits, self.reader
        self.kind, self.modular, self.flags = bits.u(2), bits.flag(), bits.u64()
        is_ycc = not reader.xyb and bits.flag()
        if not self.flags & _USES_DC:
            self._scales(is_ycc)
        if self.modular:
            self.group = bits.u(2)
        elif reader.xyb:
            bits.skip(6)
        if self.kind != _REFERENCE:
            self._passes()
        level = bits.u32(*fixed(1, 2, 3, 4)) if self.kind == _DC else 0
        partial = self.kind != _DC and bits.flag() and self._crop()
        if self.kind == _DC:
            self.size = Size(*(-(-side // 8**level) for side in self.size))
        self._end(partial)

    def _scales(self, is_ycc: bool) -> None:
        if is_ycc:
            modes = [self.bits.u(2) for _ in range(3)]
            self.shifts = int(any(mode in (1, 2) for mode in modes)), int(any(mode in (1, 3) for mode in modes))
        self.upsampling = self.bits.u32(*_FACTORS)
        for _ in range(self.reader.channels):
            self.bits.u32(*_FACTORS)

    def _passes(self) -> None:
        bits = self.bits
        self.passes = bits.u32(*fixed(1, 2, 3), (4, 3))
        if self.passes > 1:
            smaller = bits.u32(*fixed(0, 1, 2), (3, 1))
            bits.skip(2 * (self.passes - 1))
            for _ in range(smaller):
                bits.u32(*_FACTORS)
            for _ in range(smaller):
                bits.u32(*fixed(0, 1, 2), (0, 3))

    def _crop(self) -> bool:
        """A size of the frame's own; whether it leaves some of the picture as it was."""
        bits, x, y = self.bits, 0, 0
        if self.kind != _REFERENCE:
            x, y = (_signed(bits.u32(*_CROP)) for _ in range(2))
        self.size = Size(*(bits.u32(*_CROP) for _ in range(2)))
        if not all(0 < side <= _MOST_SIDE for side in self.size):
            raise MalformedError("One of its frames has no size.")
        whole = x <= 0 and y <= 0 and all(
            side + at >= full for side, at, full in zip(self.size, (x, y), self.picture, strict=True)
        )  # fmt: skip
        return self.kind != _REFERENCE and not whole

    def _end(self, partial: bool) -> None:
        bits, reader = self.bits, self.reader
        replaces = False
        self.is_last = False
        if self.kind not in (_DC, _REFERENCE):
            replaces = self._blending(partial) == _REPLACE and not partial
            for _ in range(reader.channels):
                self._blending(partial)
            if reader.animated:
                self.duration = bits.u32(*fixed(0, 1), (0, 8), (0, 32))
                if reader.timed:
                    reader.timecode()
            self.is_last = bits.flag()
        saved = bits.u(2) if self.kind != _DC and not self.is_last else 0
        is_referenced = not self.is_last and self.kind != _DC and (self.duration == 0 or saved != 0)
        if self.kind == _REFERENCE or (replaces and is_referenced):
            bits.skip(1)
        reader.name("Layer name")
        self._filters()
        reader.extensions()

    def _blending(self, partial: bool) -> int:
        bits, channels = self.bits, self.reader.channels
        mode = bits.u32(*fixed(0, 1, 2), (3, 2))
        with_alpha = channels > 0 and mode in (_BLEND, _WEIGHTED)
        if with_alpha:
            bits.u32(*fixed(0, 1, 2), (3, 3))
        if with_alpha or mode == _MULTIPLY:
            bits.skip(1)
        if mode != _REPLACE or partial:
            bits.skip(2)
        return mode

    def _filters(self) -> None:
        bits = self.bits
        if bits.flag():
            return
        if bits.flag() and bits.flag():
            bits.floats(6)
        if bits.u(2):
            if not self.modular and bits.flag():
                bits.floats(8)
            if bits.flag():
                bits.floats(5)
            if bits.flag():
                bits.floats(3 if self.modular else 4)
            if self.modular:
                bits.floats(1)
        self.reader.extensions()

    def _sections(self) -> int:
        """How many sections the frame has."""
        side = 128 << self.group
        width, height = (-(-each // self.upsampling) for each in self.size)
        groups = -(-width // side) * -(-height // side)
        if groups == 1 and self.passes == 1:
            return 1
        across, down = (
            -(-each // (8 << shift)) << shift for each, shift in zip((width, height), self.shifts, strict=True)
        )
        return 2 + -(-across // side) * -(-down // side) + groups * self.passes


def _signed(number: int) -> int:
    return -(number + 1) // 2 if number & 1 else number // 2


def _skip_permutation(bits: Bits, count: int) -> None:
    """The order of the sections, if it is not the usual one."""
    numbers = Numbers(bits, _PERMUTATION_CONTEXTS)
    many = numbers.next(min(count.bit_length(), _PERMUTATION_CONTEXTS - 1))
    if many > count:
        raise MalformedError("Its picture has more parts than it says.")
    last = 0
    for _ in range(many):
        last = numbers.next(min(last.bit_length(), _PERMUTATION_CONTEXTS - 1))
    numbers.finish()
