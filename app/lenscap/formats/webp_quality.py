"""At which quality a lossy WebP was written: its quantiser, in the head of a VP8 frame (RFC 6386, 9 and 19).

libwebp makes a quantiser out of a quality by a known curve, which is read backwards here.
"""

from __future__ import annotations

_START = b"\x9d\x01\x2a"
_HEAD = 10
_LADDER = (75, 80, 85, 90, 95, 100)
"""A quality is one of these: the steps of a quantiser, which hang on the whole picture, are finer."""


class _Bits:
    """A decoder of bits whose probabilities are even (RFC 6386, section 7)."""

    def __init__(self, data: bytes) -> None:
        self._data, self._position = data, 2
        self._value, self._range, self._count = int.from_bytes(data[:2]), 255, 0

    def flag(self) -> bool:
        split = 1 + ((self._range - 1) * 128 >> 8)
        is_set = self._value >= split << 8
        if is_set:
            self._range -= split
            self._value -= split << 8
        else:
            self._range = split
        while self._range < 128:
            self._value <<= 1
            self._range <<= 1
            self._count += 1
            if self._count == 8:
                self._count = 0
                self._value |= self._data[self._position] if self._position < len(self._data) else 0
                self._position += 1
        return is_set

    def number(self, bits: int) -> int:
        value = 0
        for _ in range(bits):
            value = 2 * value + self.flag()
        return value

    def signed(self, bits: int) -> int:
        value = self.number(bits)
        return -value if self.flag() else value


def quality(frame: bytes) -> int:
    """The quality, 75 to 100, to write a picture with that was in this VP8 frame; never less than its own."""
    if frame[3:6] != _START:
        return _LADDER[-2]
    bits = _Bits(frame[_HEAD:])
    bits.number(2)
    shifts, is_whole = _segments(bits)
    bits.number(1 + 6 + 3)
    if bits.flag() and bits.flag():
        for _ in range(8):
            if bits.flag():
                bits.signed(6)
    bits.number(2)
    index = bits.number(7)
    finest = min([shift if is_whole else index + shift for shift in shifts] or [index])
    wanted = _quality_of(max(0, min(127, finest)))
    return next((step for step in _LADDER if step >= wanted), _LADDER[-1])


def _segments(bits: _Bits) -> tuple[list[int], bool]:
    """The quantisers of the segments, if there are any, and whether they are whole ones or differences."""
    shifts, is_whole = list[int](), False
    if not bits.flag():
        return shifts, is_whole
    has_map = bits.flag()
    if bits.flag():
        is_whole = bits.flag()
        shifts = [bits.signed(7) if bits.flag() else 0 for _ in range(4)]
        for _ in range(4):
            if bits.flag():
                bits.signed(6)
    if has_map:
        for _ in range(3):
            if bits.flag():
                bits.number(8)
    return shifts, is_whole


def _quality_of(index: int) -> float:
    """The quality whose quantiser that is: 127 · (1 - cube root of a line with a bend)."""
    linear = (1 - index / 127) ** 3
    return 100 * (linear * 1.5 if linear < 0.5 else (linear + 1) / 2)
