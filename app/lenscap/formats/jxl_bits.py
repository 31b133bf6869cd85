"""The numbers of a JPEG XL codestream, bit by bit (ISO/IEC 18181-1, annexes B and C)."""

from __future__ import annotations

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.model import Bytes

Choice = tuple[int, int]
"""What one of the four ways to write a number adds, and how many bits it reads."""


def fixed(*values: int) -> tuple[Choice, ...]:
    """Ways to write a number that read nothing."""
    return tuple((value, 0) for value in values)


ENUM: tuple[Choice, ...] = (*fixed(0, 1), (2, 4), (18, 6))
_NO_NUMBER = 31
"""The exponent of a float that is infinite or no number."""
_MOST_WORK = 4 << 20
"""How many numbers a header may have: enough for a colour profile of a megabyte, or ten thousand frames."""


class Bits:
    """A cursor over bits, the lowest of each byte first; nothing is read that is not there."""

    __slots__ = ("_left", "data", "end", "position", "seams")

    def __init__(self, data: Bytes) -> None:
        self.data = data
        self.position = 0
        self.seams: list[int] = []
        """Where the bits ended, each time that it went on to the next byte."""
        self.end = 8 * len(data)
        self._left = _MOST_WORK

    def spend(self, work: int) -> None:
        """Count the work that a file asks for: it is bounded."""
        self._left -= work
        if self._left < 0:
            raise UnsupportedError("Its picture header is larger than Lenscap reads. Export it anew first.")

    def peek(self, count: int) -> int:
        """The next bits as a number, with zeros behind the end."""
        start, shift = divmod(self.position, 8)
        span = self.data[start : start + (shift + count + 7) // 8]
        return int.from_bytes(span, "little") >> shift & ((1 << count) - 1)

    def skip(self, count: int) -> None:
        """Go on by so many bits."""
        if count > self.end - self.position:
            raise MalformedError("Its picture ends too early.")
        self.spend(1)
        self.position += count

    def u(self, count: int) -> int:
        """The next bits as a number."""
        value = self.peek(count)
        self.skip(count)
        return value

    def flag(self) -> bool:
        """The next bit."""
        return bool(self.u(1))

    def u32(self, *choices: Choice) -> int:
        """A number that is written in one of four ways."""
        offset, count = choices[self.u(2)]
        return offset + self.u(count)

    def u64(self) -> int:
        """A number of up to 64 bits."""
        choice = self.u(2)
        if choice < 3:
            offset, count = ((0, 0), (1, 4), (17, 8))[choice]
            return offset + self.u(count)
        value, shift = self.u(12), 12
        while self.flag():
            if shift == 60:
                return value | self.u(4) << 60
            value |= self.u(8) << shift
            shift += 8
        return value

    def floats(self, count: int) -> None:
        """Go on by so many floats of 16 bits."""
        for _ in range(count):
            if self.u(16) >> 10 & 31 == _NO_NUMBER:
                raise MalformedError("Its picture header holds a number that is none.")

    def enum(self) -> int:
        """A number out of a list."""
        return self.u32(*ENUM)

    def align(self) -> int:
        """Go on to the next byte and return it; the bits before it must be zeros."""
        self.seams.append(self.position)
        if self.u(-self.position % 8):
            raise MalformedError("Its picture header has something in the bits between its parts.")
        return self.position // 8
