"""A file that is sliced like bytes."""

from __future__ import annotations

from io import FileIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenscap import scratch
from lenscap.binary.ondisk import OnDisk, Span, is_same, pieces
from lenscap.errors import UnreadableError

DATA = bytes(range(256)) * 4000


@pytest.fixture
def file(tmp_path: Path) -> OnDisk:
    path = tmp_path / "film.mp4"
    path.write_bytes(DATA)
    return OnDisk(FileIO(path), len(DATA))


@pytest.mark.parametrize("span", [slice(0, 4), slice(-4, None), slice(1000, 300_000), slice(5, 5), slice(9, 2)])
def test_it_gives_the_same_bytes_as_memory_does(span: slice, file: OnDisk) -> None:
    assert file[span] == DATA[span]
    file.close()


def test_a_part_of_it_is_written_where_it_is_needed(file: OnDisk, tmp_path: Path) -> None:
    (part,) = pieces(file, 10, len(DATA) - 10)
    assert isinstance(part, Span)
    assert len(part) == len(DATA) - 20
    assert part[5:15] == DATA[15:25]
    made = scratch.write(tmp_path / "copy.mp4", [b"before", part, b"between", part, b"behind"])
    assert made.path.read_bytes() == b"before" + DATA[10:-10] + b"between" + DATA[10:-10] + b"behind"
    made.discard()
    file.close()


def test_without_the_systems_help_it_is_copied_too(
    file: OnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr("os.copy_file_range", refuse, raising=False)
    made = scratch.write(tmp_path / "copy.mp4", pieces(file, 1, len(DATA)))
    assert made.path.read_bytes() == DATA[1:]
    made.discard()
    file.close()


def test_a_file_that_becomes_shorter_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(DATA)
    file = OnDisk(FileIO(path), len(DATA))
    path.write_bytes(DATA[:1000])
    with pytest.raises(UnreadableError, match="shorter"):
        file[900:1100]
    file.close()


@given(start=st.integers(0, 600_000), length=st.integers(0, 600_000), flip=st.integers(0, 600_000))
def test_a_difference_is_found_wherever_it_is(start: int, length: int, flip: int) -> None:
    other = DATA[start : start + length]
    end = start + len(other)
    assert is_same(DATA, start, end, b"before" + other, 6)
    if flip < len(other):
        changed = other[:flip] + bytes([other[flip] ^ 1]) + other[flip + 1 :]
        assert not is_same(DATA, start, end, changed, 0)
    assert not is_same(DATA, start, end + 1, other, 0)
