"""The entropy coding of JPEG XL (ISO/IEC 18181-1, annex C): numbers in contexts, some of them repeated (LZ77).

Of a picture only its colour profile and the order of its sections are decoded with it here; the pixels are not.
"""

from __future__ import annotations

from typing import NamedTuple

from lenscap.formats.jxl_bits import Bits, fixed
from lenscap.formats.jxl_codes import LONGEST_PREFIX, Code, damaged, distributions, prefixes

_FINAL_STATE = 0x130000
_DISTANCE_WINDOW = 1 << 20
_MOST_CODES = 256


class _Hybrid(NamedTuple):
    """How a symbol and the bits behind it make a number."""

    split: int
    high: int
    low: int

    def number(self, bits: Bits, token: int) -> int:
        """The number that ``token`` begins."""
        if token < 1 << self.split:
            return token
        inside = self.high + self.low
        count = self.split - inside + ((token - (1 << self.split)) >> inside)
        if count > 31:
            raise damaged()
        lowest = token & ((1 << self.low) - 1)
        highest = 1 << self.high | token >> self.low & ((1 << self.high) - 1)
        return (highest << count | bits.u(count)) << self.low | lowest


class Numbers:
    """Numbers in a number of ``contexts``, each with one of the codes that stand before them."""

    def __init__(self, bits: Bits, contexts: int, may_repeat: bool = True) -> None:
        self._bits = bits
        self._shortest = self._first_repeat = 0
        self._repeats = bits.flag()
        if self._repeats:
            if not may_repeat:
                raise damaged()
            self._first_repeat = bits.u32(*fixed(224, 512, 4096), (8, 15))
            self._shortest = bits.u32(*fixed(3, 4), (5, 2), (9, 8))
            self._lengths = _hybrid(bits, 8)
            contexts += 1
        self._map = _context_map(bits, contexts) if contexts > 1 else [0]
        many = max(self._map) + 1
        prefixed = bits.flag()
        log_size = LONGEST_PREFIX if prefixed else 5 + bits.u(2)
        self._hybrids = [_hybrid(bits, log_size) for _ in range(many)]
        self._codes: list[Code] = [*(prefixes(bits, many) if prefixed else distributions(bits, many, log_size))]
        self._state = _FINAL_STATE if prefixed else bits.u(32)
        self._seen: list[int] = []
        self._copied = self._to_copy = 0

    def next(self, context: int) -> int:
        """The next number, in a context."""
        self._bits.spend(1)
        if self._to_copy:
            return self._copy()
        cluster = self._map[context]
        token = self._token(cluster)
        if self._repeats and token >= self._first_repeat:
            length = self._lengths.number(self._bits, token - self._first_repeat) + self._shortest
            cluster = self._map[-1]
            distance = 1 + self._hybrids[cluster].number(self._bits, self._token(cluster))
            distance = min(distance, len(self._seen), _DISTANCE_WINDOW)
            self._copied, self._to_copy = len(self._seen) - distance, length
            return self._copy()
        number = self._hybrids[cluster].number(self._bits, token)
        if self._repeats:
            self._seen.append(number)
        return number

    def _token(self, cluster: int) -> int:
        token, self._state = self._codes[cluster].symbol(self._bits, self._state)
        return token

    def _copy(self) -> int:
        number = self._seen[self._copied] if self._copied < len(self._seen) else 0
        self._copied += 1
        self._to_copy -= 1
        self._seen.append(number)
        return number

    def finish(self) -> None:
        """Check that the numbers were read as they were written."""
        if self._state != _FINAL_STATE:
            raise damaged()


def _hybrid(bits: Bits, log_size: int) -> _Hybrid:
    split = bits.u(log_size.bit_length())
    if split > log_size:
        raise damaged()
    high = low = 0
    if split != log_size:
        high = bits.u(split.bit_length())
        if high > split:
            raise damaged()
        low = bits.u((split - high).bit_length())
    if high + low > split:
        raise damaged()
    return _Hybrid(split, high, low)


def _context_map(bits: Bits, contexts: int) -> list[int]:
    """Which code each context has."""
    if bits.flag():
        count = bits.u(2)
        return [bits.u(count) for _ in range(contexts)]
    moved = bits.flag()
    numbers = Numbers(bits, 1, may_repeat=contexts > 2)
    found = [numbers.next(0) for _ in range(contexts)]
    numbers.finish()
    if max(found) >= _MOST_CODES:
        raise damaged()
    return _moved_to_front(found) if moved else found


def _moved_to_front(places: list[int]) -> list[int]:
    order, found = list(range(_MOST_CODES)), []
    for place in places:
        found.append(order[place])
        order.insert(0, order.pop(place))
    return found
