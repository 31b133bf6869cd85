"""The codes of JPEG XL for symbols (ISO/IEC 18181-1, annex C): prefix codes, and distributions for ANS."""

from __future__ import annotations

from typing import Protocol

from lenscap.errors import MalformedError
from lenscap.formats.jxl_bits import Bits

_LOG_RANGE = 12
_RANGE = 1 << _LOG_RANGE
LONGEST_PREFIX = 15
_CODE_ORDER = (1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15)
_CODE_LENGTHS = ((2, 0), (2, 4), (2, 3), (3, 2), (2, 0), (2, 4), (2, 3), (4, 1),
                 (2, 0), (2, 4), (2, 3), (3, 2), (2, 0), (2, 4), (2, 3), (4, 5))  # fmt: skip
_LOGS_3 = {0: 10, 2: 7, 4: 6, 5: 8, 6: 9}
_LOGS_4 = {9: 4, 3: 3, 11: 1, 7: 5, 15: 2}
_LOGS_7 = {1: (7, 12), 33: (6, 11), 65: (7, 13), 97: (6, 11)}
_REPEATED = 13


def damaged() -> MalformedError:
    """What is raised where the bits make no sense."""
    return MalformedError("Its picture header is damaged.")


class Code(Protocol):
    """A way to write symbols."""

    def symbol(self, bits: Bits, state: int) -> tuple[int, int]:
        """The next symbol, and the state of the decoder behind it."""
        ...


class _Prefix:
    """A prefix code: symbols by the length and the bits of their codes."""

    __slots__ = ("_only", "_symbols")

    def __init__(self, lengths: list[int]) -> None:
        used = sorted((length, symbol) for symbol, length in enumerate(lengths) if length)
        self._only = used[0][1] if len(used) == 1 else None if used else 0
        self._symbols: dict[tuple[int, int], int] = {}
        code = last = 0
        for length, symbol in used:
            code <<= length - last
            self._symbols[length, code] = symbol
            code, last = code + 1, length
        if self._only is None and code != 1 << last:
            raise damaged()

    def symbol(self, bits: Bits, state: int) -> tuple[int, int]:
        if self._only is not None:
            return self._only, state
        code = 0
        for length in range(1, LONGEST_PREFIX + 1):
            code = code << 1 | bits.u(1)
            found = self._symbols.get((length, code))
            if found is not None:
                return found, state
        raise damaged()


class _Ans:
    """A distribution of symbols, as the alias table by which a state gives the next symbol."""

    __slots__ = ("_cutoffs", "_log", "_offsets", "_others", "_shares")

    def __init__(self, shares: list[int], log_size: int) -> None:
        size, entry = 1 << log_size, _RANGE >> log_size
        if len(shares) > size:
            raise damaged()
        self._log = _LOG_RANGE - log_size
        self._shares = shares + [0] * (size - len(shares))
        if _RANGE in shares:
            self._cutoffs, self._others = [0] * size, [shares.index(_RANGE)] * size
            self._offsets = [entry * index for index in range(size)]
        else:
            self._balance(size, entry)

    def _balance(self, size: int, entry: int) -> None:
        """Fill the entries of rare symbols up with parts of frequent ones."""
        left = list(self._shares)
        self._others, self._offsets = list(range(size)), [0] * size
        over = [index for index in range(size) if left[index] > entry]
        under = [index for index in range(size) if left[index] < entry]
        while over:
            giver, taker = over.pop(), under.pop()
            left[giver] -= entry - left[taker]
            self._others[taker], self._offsets[taker] = giver, left[giver] - left[taker]
            if left[giver] != entry:
                (under if left[giver] < entry else over).append(giver)
        self._cutoffs = [0 if share == entry else share for share in left]

    def symbol(self, bits: Bits, state: int) -> tuple[int, int]:
        low = state & (_RANGE - 1)
        index, offset = low >> self._log, low & ((1 << self._log) - 1)
        symbol = index
        if offset >= self._cutoffs[index]:
            symbol, offset = self._others[index], offset + self._offsets[index]
        state = self._shares[symbol] * (state >> _LOG_RANGE) + offset
        if state < 1 << 16:
            state = state << 16 | bits.u(16)
        return symbol, state


def prefixes(bits: Bits, many: int) -> list[_Prefix]:
    """So many prefix codes."""
    sizes = [1 + _variable(bits, 4) for _ in range(many)]
    return [_Prefix(_prefix_lengths(bits, size)) if size > 1 else _Prefix([]) for size in sizes]


def _variable(bits: Bits, width: int) -> int:
    """A number whose length stands before it, in ``width`` bits."""
    if not bits.flag():
        return 0
    count = bits.u(width)
    return (1 << count) + bits.u(count)


def _prefix_lengths(bits: Bits, size: int) -> list[int]:
    """How long the code of each symbol is."""
    if size > 1 << LONGEST_PREFIX:
        raise damaged()
    bits.spend(size)
    skipped = bits.u(2)
    if skipped == 1:
        return _simple_lengths(bits, size)
    lengths, space = [0] * 18, 32
    for place in _CODE_ORDER[skipped:]:
        count, lengths[place] = _CODE_LENGTHS[bits.peek(4)]
        bits.skip(count)
        space -= 32 >> lengths[place] if lengths[place] else 0
        if space <= 0:
            break
    return _written_lengths(bits, size, _Prefix(lengths))


def _simple_lengths(bits: Bits, size: int) -> list[int]:
    """Up to four symbols, whose order says how long their codes are."""
    many = 1 + bits.u(2)
    symbols = [bits.u((size - 1).bit_length()) for _ in range(many)]
    if max(symbols) >= size or len(set(symbols)) < many:
        raise damaged()
    deep = many == 4 and bits.flag()
    lengths = [0] * size
    for symbol, length in zip(symbols, ((1,), (1, 1), (1, 2, 2), (1, 2, 3, 3) if deep else (2,) * 4)[many - 1],
                              strict=True):  # fmt: skip
        lengths[symbol] = length
    return lengths


def _written_lengths(bits: Bits, size: int, code: _Prefix) -> list[int]:
    """The lengths as another code writes them, with repetitions."""
    lengths: list[int] = []
    last, repeated, times, space = 8, 0, 0, 1 << LONGEST_PREFIX
    while len(lengths) < size and space > 0:
        length, _ = code.symbol(bits, 0)
        if length < 16:
            lengths.append(length)
            times = 0
            last = length or last
            space -= (1 << LONGEST_PREFIX) >> length if length else 0
            continue
        again = last if length == 16 else 0
        before = times = times if again == repeated else 0
        repeated = again
        times = ((times - 2) << (length - 14) if times else 0) + bits.u(length - 14) + 3
        lengths += [again] * (times - before)
        space -= (times - before) << (LONGEST_PREFIX - again) if again else 0
        if len(lengths) > size:
            raise damaged()
    return lengths


def distributions(bits: Bits, many: int, log_size: int) -> list[_Ans]:
    """So many distributions of up to two to the ``log_size`` symbols."""
    bits.spend(many << log_size)
    return [_Ans(_shares(bits), log_size) for _ in range(many)]


def _shares(bits: Bits) -> list[int]:
    """How often each symbol comes, in 4096ths."""
    if bits.flag():
        return _few_shares(bits)
    if bits.flag():
        many = 1 + _variable(bits, 3)
        return [_RANGE // many + (index < _RANGE % many) for index in range(many)]
    return _written_shares(bits)


def _few_shares(bits: Bits) -> list[int]:
    two = bits.flag()
    symbols = [_variable(bits, 3) for _ in range(1 + two)]
    shares = [0] * (max(symbols) + 1)
    share = bits.u(_LOG_RANGE) if two else _RANGE
    if two and symbols[0] == symbols[1]:
        raise damaged()
    shares[symbols[-1]] = _RANGE - share
    shares[symbols[0]] = share
    return shares


def _written_shares(bits: Bits) -> list[int]:
    """The shares by their logarithms; the largest one is what the others leave."""
    log = 0
    while log < 3 and bits.flag():
        log += 1
    precision = (bits.u(log) | 1 << log) - 1
    many = 3 + _variable(bits, 3)
    logs, repeats = _logarithms(bits, many)
    largest = max(range(many), key=lambda index: (logs[index], -index))
    shares = [0] * many
    for index in range(many):
        if index in repeats:
            shares[index] = shares[index - 1] if index else 0
        elif index != largest and logs[index] > 0:
            shares[index] = _share(bits, logs[index] - 1, precision)
    shares[largest] = _RANGE - sum(shares)
    if precision > 13 or logs[largest] <= 0 or shares[largest] <= 0 or largest + 1 in repeats:
        raise damaged()
    return shares


def _logarithms(bits: Bits, many: int) -> tuple[list[int], set[int]]:
    """The logarithm of each share, and which shares are those of the symbol before."""
    logs, repeats = [0] * many, set[int]()
    index = 0
    while index < many:
        length, log = _logarithm(bits.peek(7))
        bits.skip(length)
        if log == _REPEATED:
            times = 4 + _variable(bits, 3)
            repeats.update(range(index, min(index + times, many)))
            index += times
        else:
            logs[index] = log
            index += 1
    return logs, repeats


def _logarithm(ahead: int) -> tuple[int, int]:
    """The length of the code that begins the seven bits ``ahead``, and what it stands for."""
    if ahead & 7 in _LOGS_3:
        return 3, _LOGS_3[ahead & 7]
    if ahead & 15 in _LOGS_4:
        return 4, _LOGS_4[ahead & 15]
    return _LOGS_7.get(ahead, (5, 0))


def _share(bits: Bits, log: int, precision: int) -> int:
    count = max(0, min(log, precision - ((_LOG_RANGE - log) >> 1)))
    return (1 << log) + (bits.u(count) << (log - count))
