"""What a decoder of AAC has to know: AudioSpecificConfig (ISO/IEC 14496-3, section 1.6.2.1), bit by bit.

It is written anew up to its last field, without the comment that encoders leave in the description of channels.
"""

from __future__ import annotations

from lenscap.errors import MalformedError
from lenscap.formats import check_numbers

_PLAIN, _WIDER = frozenset((1, 2, 3, 4)), (5, 29)
"""Kinds of AAC, and those that stand before one of them: with higher tones (SBR), also in stereo (PS)."""
_HIGHER_TONES, _STEREO = 0x2B7, 0x548
_OWN_FREQUENCY = 15


class _Bits:
    """Bits, the highest of each byte first; those that are taken are written, those that are skipped are not."""

    def __init__(self, data: bytes) -> None:
        self._value, self._left = int.from_bytes(data), 8 * len(data)
        self._written = self._count = 0

    @property
    def left(self) -> int:
        """How many bits there are still."""
        return self._left

    def peek(self, count: int) -> int:
        """The next bits."""
        if count > self._left:
            raise MalformedError("The set-up of its sound ends early.")
        return self._value >> (self._left - count) & ((1 << count) - 1)

    def take(self, count: int) -> int:
        """The next bits, which stay."""
        value = self.skip(count)
        self.write(value, count)
        return value

    def skip(self, count: int) -> int:
        """The next bits, which go."""
        value = self.peek(count)
        self._left -= count
        return value

    def write(self, value: int, count: int) -> None:
        """Write bits."""
        self._written, self._count = self._written << count | value, self._count + count

    def to_byte(self) -> None:
        """Go on to the next byte, with zeros before it."""
        self.skip(-self._count % 8)
        self.write(0, -self._count % 8)

    def written(self) -> bytes:
        """What was written, in whole bytes."""
        self.write(0, -self._count % 8)
        return self._written.to_bytes(self._count // 8)


def plain(config: bytes) -> bytes:
    """A configuration with nothing behind its fields; as it is where they are not known, if there is no text in it."""
    bits = _Bits(config)
    try:
        is_known = _read(bits)
    except MalformedError:
        is_known = False
    if is_known:
        return bits.written()
    check_numbers(config)
    return config


def _read(bits: _Bits) -> bool:
    """Take all the fields; whether they are known."""
    kind = bits.take(5)
    _frequency(bits)
    channels = bits.take(4)
    if kind in _WIDER:
        _frequency(bits)
        kind = bits.take(5)
    if kind not in _PLAIN:
        return False
    bits.take(1)
    if bits.take(1):
        bits.take(14)
    bits.take(1)
    if not channels:
        _channels(bits)
    _higher_tones(bits)
    return True


def _frequency(bits: _Bits) -> None:
    if bits.take(4) == _OWN_FREQUENCY:
        bits.take(24)


def _channels(bits: _Bits) -> None:
    """Where the channels are (program_config_element, section 4.4.1.1)."""
    bits.take(4 + 2 + 4)
    front, side, back, low, data, coupled = (bits.take(count) for count in (4, 4, 4, 2, 3, 4))
    for count in (4, 4, 3):
        if bits.take(1):
            bits.take(count)
    bits.take(5 * (front + side + back + coupled) + 4 * (low + data))
    bits.to_byte()
    bits.skip(8 * bits.skip(8))
    bits.write(0, 8)


def _higher_tones(bits: _Bits) -> None:
    """What older decoders pass over, if it is there."""
    if bits.left < 16 or bits.peek(11) != _HIGHER_TONES:
        return
    bits.take(11)
    if bits.take(5) == _WIDER[0] and bits.take(1):
        _frequency(bits)
        if bits.left >= 12 and bits.peek(11) == _STEREO:
            bits.take(12)
