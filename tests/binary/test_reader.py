"""The cursor takes nothing that is not there."""

from __future__ import annotations

import pytest

from lenscap.binary.reader import Reader
from lenscap.errors import MalformedError


def test_numbers_are_read_in_both_orders() -> None:
    data = bytes(range(1, 16))
    big, little = Reader(data), Reader(data, order="little")
    assert (big.u8(), big.u16(), big.u32(), big.u64()) == (1, 0x0203, 0x04050607, 0x08090A0B0C0D0E0F)
    assert (little.u8(), little.u16(), little.u32(), little.u64()) == (1, 0x0302, 0x07060504, 0x0F0E0D0C0B0A0908)
    assert big.left == 0


@pytest.mark.parametrize("length", [4, -1, 1 << 62])
def test_what_is_not_there_is_malformed(length: int) -> None:
    reader = Reader(memoryview(b"abcdef"), 1, 4)
    with pytest.raises(MalformedError):
        reader.take(length)
    assert reader.position == 1
    assert reader.take(3) == b"bcd"
