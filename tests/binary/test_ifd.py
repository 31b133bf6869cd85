"""TIFF directories out of bytes that may lie."""

from __future__ import annotations

import struct

import pytest

from lenscap.binary.ifd import MOST_ENTRIES, Tiff
from lenscap.errors import MalformedError


@pytest.mark.parametrize("order", ["<", ">"])
def test_values_are_read_in_both_orders(order: str) -> None:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    data = mark + struct.pack(order + "IHHHIHxxHHIII", 8, 2, 0x0112, 3, 1, 6, 0x011A, 5, 1, 38, 0)
    tiff = Tiff(data + struct.pack(order + "II", 72, 1))
    directory = tiff.directory(tiff.first)
    assert [tiff.numbers(entry) for entry in directory.entries] == [[6], [(72, 1)]]
    assert (directory.next, directory.damaged, directory.end) == (0, False, 38)


def test_bigtiff_is_read() -> None:
    data = b"II+\0" + struct.pack("<HHQ", 8, 0, 16) + struct.pack("<QHHQQ", 1, 0x0112, 3, 1, 8) + bytes(8)
    tiff = Tiff(data)
    (entry,) = tiff.directory(tiff.first).entries
    assert (entry.tag, tiff.numbers(entry), tiff.raw(entry)) == (0x0112, [8], b"\x08\0")


def test_a_value_outside_of_the_file_is_damage() -> None:
    data = (
        b"II*\0" + struct.pack("<IH", 8, 2) + struct.pack("<HHII", 1, 2, 1 << 31, 8) + struct.pack("<HHII", 2, 99, 1, 0)
    )
    directory = Tiff(data + bytes(4)).directory(8)
    assert directory.damaged
    assert directory.entries == ()


def test_a_claimed_count_costs_no_more_than_the_bytes_there() -> None:
    directory = Tiff(b"II*\0" + struct.pack("<IH", 8, 65535) + bytes(120_000)).directory(8)
    assert directory.damaged
    assert len(directory.entries) <= MOST_ENTRIES


@pytest.mark.parametrize("offset", [0, 7, 9, 1 << 40, -1])
def test_a_directory_outside_of_the_file_is_malformed(offset: int) -> None:
    with pytest.raises(MalformedError):
        Tiff(b"II*\0\x08\0\0\0\0").directory(offset)


def test_long_values_that_lie_over_each_other_cost_no_more_than_a_few_times_the_file() -> None:
    data = b"II*\0" + struct.pack("<IH", 8, 0) + b"x" * 1_000_000
    tiff = Tiff(data)
    taken = [len(tiff.span(start, len(data))) for start in range(10, 510)]
    assert taken[0] == 1_000_000
    assert sum(taken) < 5_000_000
    assert tiff.span(10, 100) == b"x" * 90
