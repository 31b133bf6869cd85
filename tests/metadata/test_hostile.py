"""Every vocabulary against bytes that lie."""

from __future__ import annotations

import struct
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenscap.errors import MalformedError
from lenscap.metadata import exif, icc, vocabularies
from lenscap.model import Finding, Payload
from tests.metadata.metadata_samples import JPEG, SAMPLES

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
        assert len(fresh) in (0, len(data))
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


def test_a_profile_whose_text_lies_in_its_table_of_tags_cannot_stay() -> None:
    profile = bytearray(_BYTES["icc"])
    profile[136:140] = (140).to_bytes(4, "big")
    assert icc.neutral(bytes(profile)) == b""


def seconds(name: str, data: bytes) -> float:
    start = time.process_time()
    read(name, data)
    return time.process_time() - start


def _exif_of_long_values(length: int) -> bytes:
    entries = b"".join(struct.pack(">HHII", 0xC000 + number, 7, length - 70000, 60000) for number in range(3900))
    return b"MM\0*\0\0\0\x08" + struct.pack(">H", 3900) + entries + bytes(4) + b"x" * length


def _profile_of_values_over_each_other() -> bytes:
    table = b"".join(struct.pack(">4sII", b"a%03d" % number, 3132 + 8 * number, 100_000) for number in range(250))
    header = _BYTES["icc"][:128]
    return header + struct.pack(">I", 250) + table + b"text\0\0\0\0" * 300 + b"anna lisbon 1 2 3 " * 6000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("xmp", b"<!--" * 16_000),
        ("xmp", b"<?" * 100_000),
        ("text", b"Raw profile type exif\0\nexif\n 1" + b" " * 60_000 + b"!"),
        ("trailer", b"\xff\xd9" * 2_000_000),
        ("trailer", b"\xff\xd8\xff" * 2_000_000),
        ("trailer", (b"\xff\xd9" + bytes(64)) * 100_000),
        ("exif", _exif_of_long_values(10_000_000)),
        ("icc", _profile_of_values_over_each_other()),
    ],
    ids=["comments", "instructions", "digits", "ends", "beginnings", "ends-apart", "long-values", "overlapping-tags"],
)
def test_what_was_made_to_take_long_takes_less_than_half_a_second(name: str, data: bytes) -> None:
    assert seconds(name, data) < 0.5


def test_of_a_long_row_of_pictures_no_byte_is_passed_on_twice() -> None:
    data = JPEG * 30
    found = list(vocabularies()["trailer"].read(data, "Behind"))
    pictures = [one.data for one in found if isinstance(one, Payload)]
    assert b"".join(bytes(one) for one in pictures) == JPEG * 8
    rest = found[-1]
    assert isinstance(rest, Finding)
    assert rest.data["bytes"] == len(JPEG) * 22
