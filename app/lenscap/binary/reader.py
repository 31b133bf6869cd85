"""A cursor over bytes that may lie: nothing is taken that is not there."""

from __future__ import annotations

from struct import Struct

from lenscap.errors import MalformedError
from lenscap.model import Bytes

_U16 = {"big": Struct(">H"), "little": Struct("<H")}
_U32 = {"big": Struct(">I"), "little": Struct("<I")}
_U64 = {"big": Struct(">Q"), "little": Struct("<Q")}


class Reader:
    """Reads numbers and spans from ``data``, from ``position`` up to ``end``.

    Every reading beyond ``end`` is a ``MalformedError``; ``position`` then stays where it was.
    """

    __slots__ = ("_u16", "_u32", "_u64", "data", "end", "position")

    def __init__(self, data: Bytes, start: int = 0, end: int | None = None, order: str = "big") -> None:
        self.data = data
        self.end = len(data) if end is None else min(end, len(data))
        self.position = start
        self._u16, self._u32, self._u64 = _U16[order], _U32[order], _U64[order]

    @property
    def left(self) -> int:
        """How many bytes there are still to read."""
        return max(0, self.end - self.position)

    def skip(self, length: int) -> int:
        """Go on by ``length`` bytes and return where they began."""
        start = self.position
        if length < 0 or start < 0 or length > self.end - start:
            raise MalformedError(f"The file ends early: {length} bytes are missing at byte {start}.")
        self.position = start + length
        return start

    def take(self, length: int) -> bytes:
        """The next ``length`` bytes."""
        start = self.skip(length)
        return bytes(self.data[start : start + length])

    def u8(self) -> int:
        """The next number of one byte."""
        return self.data[self.skip(1)]

    def u16(self) -> int:
        """The next number of two bytes."""
        return int(self._u16.unpack_from(self.data, self.skip(2))[0])

    def u32(self) -> int:
        """The next number of four bytes."""
        return int(self._u32.unpack_from(self.data, self.skip(4))[0])

    def u64(self) -> int:
        """The next number of eight bytes."""
        return int(self._u64.unpack_from(self.data, self.skip(8))[0])
