"""Where the compressed picture data of a GIF ends: GIF89a, appendix F (variable-length-code LZW).

Nothing is drawn. How long a code is depends only on how many there were since the table was last cleared, so all the
codes up to the next clearing are taken at once; how many pixels each stands for says when the picture is complete.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lenscap.errors import MalformedError

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

MOST_RESTARTS = 1 << 17
"""How often the pictures of a file may clear their tables: encoders fill a table before they begin another one."""
_TABLE = 4096
_WINDOW = 4096
_FEW = 24
"""So many codes are taken one by one sooner than all at once."""


_SHORT = "Its picture data ends before its picture does."


class End(NamedTuple):
    """How many bytes a decoder reads, and how often it was told to begin its table again."""

    used: int
    restarts: int


def find_end(data: bytes, least: int, pixels: int) -> End:
    """Where a picture of so many pixels ends in its compressed data; ``least`` is the byte before that data.

    Raises ``MalformedError`` where no decoder could follow, or where the data end before the picture.
    """
    if not 2 <= least <= 8:
        raise MalformedError("Its picture data is damaged: it names a size of codes that no picture has.")
    stream, window = _Stream(data, least), _WINDOW
    for restarts in range(MOST_RESTARTS):
        left, segment = _draw(stream, pixels, window)
        if left <= 0:
            stream.skip_end()
        if left <= 0 or stream.take() != stream.clear:
            return End(-(-stream.position // 8), restarts)
        pixels = left
        window = min(_WINDOW, 2 * segment + 8)
        stream.count = 0
    raise MalformedError("Its picture data begins its table again more often than any picture does.")


def _draw(stream: _Stream, left: int, window: int) -> tuple[int, int]:
    """Read on until the table is cleared, the data say that they end, or no pixel is ``left``.

    The result is how many pixels are left then, and how many codes there were.
    """
    lengths, last, total = [1] * stream.clear + [0, 0], 0, 0
    while True:
        codes, is_last = stream.codes(window)
        for number, code in enumerate(codes):
            if last and len(lengths) < _TABLE:
                lengths.append(last + 1)
            if code >= len(lengths):
                raise MalformedError("Its picture data is damaged.")
            last = lengths[code]
            left -= last
            if left <= 0:
                stream.go_on(number + 1)
                return left, total + number + 1
        stream.go_on(len(codes))
        total += len(codes)
        if is_last:
            return left, total
        window = _WINDOW


class _Stream:
    """The codes in compressed data, from a bit position on; ``count`` of them were read since the last clearing."""

    def __init__(self, data: bytes, least: int) -> None:
        self.data, self.least, self.clear = data, least, 1 << least
        self.position = self.count = 0

    def codes(self, most: int) -> tuple[list[int], bool]:
        """The next codes that stand for pixels, up to ``most``, and whether another kind of code follows them."""
        return self._few(most) if most <= _FEW else self._many(most)

    def _few(self, most: int) -> tuple[list[int], bool]:
        found: list[int] = []
        first, position, count = self.position // 8, self.position % 8, self.count
        span = int.from_bytes(self.data[first : first + 2 * most], "little")
        widths = _widths(self.least)
        whole = 8 * (len(self.data) - first)
        while len(found) < most and position + widths[count] <= whole:
            code = span >> position & (1 << widths[count]) - 1
            if code >> 1 == self.clear >> 1:
                return found, True
            found.append(code)
            position, count = position + widths[count], count + 1
        if not found:
            raise MalformedError(_SHORT)
        return found, False

    def _many(self, most: int) -> tuple[list[int], bool]:
        import numpy as np

        starts, widths = (each[self.count : self.count + most] for each in _plan(self.least))
        starts = starts - starts[0] + self.position % 8
        whole = int(np.searchsorted(starts + widths, 8 * len(self.data) - self.position // 8 * 8, "right"))
        if not whole:
            raise MalformedError(_SHORT)
        starts, widths = starts[:whole], widths[:whole]
        first = self.position // 8
        span = self.data[first : first + int(starts[-1]) // 8 + 3] + b"\0\0"
        octets = np.frombuffer(span, np.uint8).astype(np.int64)
        place = starts >> 3
        triples = octets[place] | octets[place + 1] << 8 | octets[place + 2] << 16
        found = triples >> (starts & 7) & ((1 << widths) - 1)
        controls = np.flatnonzero(found >> 1 == self.clear >> 1)
        stop = int(controls[0]) if len(controls) else whole
        return found[:stop].tolist(), len(controls) > 0

    def go_on(self, number: int) -> None:
        """Pass over so many codes."""
        starts = _starts(self.least)
        self.position += starts[self.count + number] - starts[self.count]
        self.count = min(self.count + number, _full(self.least))

    def take(self) -> int | None:
        """The next code, which is passed over; ``None`` where the data end."""
        width = _widths(self.least)[self.count]
        if self.position + width > 8 * len(self.data):
            return None
        span = int.from_bytes(self.data[self.position // 8 : self.position // 8 + 3], "little")
        code = span >> self.position % 8 & (1 << width) - 1
        self.go_on(1)
        return code

    def skip_end(self) -> None:
        """Pass over the code for the end, if it follows the last pixel; some encoders clear the table before it."""
        before = self.position, self.count
        code = self.take()
        if code == self.clear:
            self.count = 0
            code = self.take()
        if code != self.clear + 1:
            self.position, self.count = before


def _full(least: int) -> int:
    """The number of codes after which the table is full, so that codes do not become longer."""
    return _TABLE - (1 << least)


@cache
def _starts(least: int) -> list[int]:
    return list(map(int, _plan(least)[0]))


@cache
def _widths(least: int) -> list[int]:
    return list(map(int, _plan(least)[1]))


@cache
def _plan(least: int) -> tuple[NDArray[int64], NDArray[int64]]:
    """Where each code after a clearing begins, in bits, and how long it is."""
    import numpy as np

    entries = np.maximum(np.arange(_full(least) + _WINDOW + 2) + (1 << least) + 1, (1 << least) + 2)
    widths = np.minimum(np.floor(np.log2(entries)).astype(np.int64) + 1, 12)
    return np.cumsum(widths) - widths, widths
