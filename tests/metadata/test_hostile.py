"""Every vocabulary against bytes that lie."""

from __future__ import annotations

import struct
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenscap.errors import MalformedError
from lenscap.metadata import exif, icc, vocabularies
from lenscap.model import Finding, Payload
from tests.metadata.metadata_samples import SAMPLES

_BYTES = {name: sample() for name, sample in SAMPLES.items()}
_quick = settings(max_examples=120, deadline=2000, suppress_health_check=[HealthCheck.too_slow])


def read(name: str, data: bytes) -> list[Finding | Payload]:
    """All that is told; only ``MalformedError`` may come out."""
    found: list[Finding | Payload] = []
    with suppress(MalformedError):
        found.extend(vocabularies()[name].read(data, "Here"))
    for one in found:
        if isinstance(one, Finding):
            assert one.tells.isprintable()
            assert len(one.tells) < 1500
            assert len(one.traces) <= 64
            assert all(6 <= len(trace) <= 256 for trace in one.traces)
    return found


def broken(name: str, cut: int, flips: list[tuple[int, int]]) -> bytes:
    data = bytearray(_BYTES[name])
    for at, mask in flips:
        data[at % len(data)] ^= mask
    return bytes(data[: len(data) - cut % len(data)])


_flips = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(1, 255)), max_size=8)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_tells_something(name: str) -> None:
    assert read(name, _BYTES[name])


@pytest.mark.parametrize("name", SAMPLES)
@given(cut=st.one_of(st.just(0), st.integers(0, 1 << 20)), flips=_flips)
@_quick
def test_cut_and_flipped_bytes_raise_nothing_else(name: str, cut: int, flips: list[tuple[int, int]]) -> None:
    read(name, broken(name, cut, flips))


@pytest.mark.parametrize("name", SAMPLES)
@given(data=st.binary(max_size=400))
@_quick
def test_any_bytes_raise_nothing_else(name: str, data: bytes) -> None:
    read(name, data)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_truncation_raises_nothing_else(name: str) -> None:
    data = _BYTES[name]
    for end in range(0, len(data), max(1, len(data) // 300)):
        read(name, data[:end])


@given(cut=st.integers(0, 400), flips=_flips)
@_quick
def test_a_neutral_profile_of_any_bytes_tells_nothing(cut: int, flips: list[tuple[int, int]]) -> None:
    data = broken("icc", cut, flips)
    fresh = icc.neutral(data)
    if fresh is not None:
        assert len(fresh) == len(data)
        assert list(icc.read(fresh, "")) == []


@given(flips=_flips)
@_quick
def test_orientation_is_always_one_to_eight(flips: list[tuple[int, int]]) -> None:
    assert 1 <= exif.orientation(broken("exif", 0, flips)) <= 8


@given(flips=_flips)
@_quick
def test_whatever_was_read_can_be_written(flips: list[tuple[int, int]]) -> None:
    found = [one for one in read("exif", broken("exif", 0, flips)) if isinstance(one, Finding)]
    fresh = exif.write(found)
    assert fresh is None or list(exif.read(fresh, "Exif"))


def test_numbers_of_an_unexpected_type_are_read_and_written() -> None:
    lens = struct.pack("<HHII", 0xA432, 3, 2, 5) + struct.pack("<HHIf", 0x9209, 11, 1, float("nan"))
    more = struct.pack("<HHII", 0x829A, 3, 1, 0) + struct.pack("<HHII", 0x0111, 2, 3, 0)
    data = b"II*\0" + struct.pack("<IH", 8, 4) + lens + more + bytes(4)
    found = [one for one in read("exif", data) if isinstance(one, Finding)]
    assert found
    exif.write(found)


def test_a_text_of_a_profile_that_lies_in_the_table_of_tags_is_not_written_to() -> None:
    profile = bytearray(_BYTES["icc"])
    profile[136:140] = (140).to_bytes(4, "big")
    fresh = icc.neutral(bytes(profile))
    assert fresh is not None
    assert fresh[128:168] == profile[128:168]
    assert list(icc.read(fresh, "")) == []
