"""Photos that somebody else writes to, replaces or deletes while they are cleaned."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lenscap import opening, scratch
from lenscap.model import Outcome
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.samples import named
from tests.samples.mp4 import film

METADATA = PRESETS["metadata"]
ONE, OTHER = "jpeg-everything", "jpeg-gain-map-xmp"


def in_place(path: Path, data: bytes) -> None:
    """As a program does that opens a file and writes: who reads meanwhile reads some of both."""
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()
    _later(path)


def at_a_stroke(path: Path, data: bytes) -> None:
    """As most programs do: another file gets the name."""
    path.with_suffix(".new").write_bytes(data)
    path.with_suffix(".new").replace(path)


def gone(path: Path, _data: bytes) -> None:
    path.unlink()


def _later(path: Path) -> None:
    """The clock of a file system may be coarser than a test is quick."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 50_000_000))


def copy_of(name: str, folder: Path) -> bytes:
    """The copy of a sample that nobody changes."""
    source = folder / f"{name}.jpg"
    source.write_bytes(named(name).data)
    target = clean(source, folder / "quiet" / source.name, METADATA).target
    assert target
    return target.read_bytes()


def torn(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object], times: int) -> None:
    """A reading that gets half of the file, and the rest after somebody changed it; so often."""
    real, readings = os.read, 0

    def read(handle: int, length: int) -> bytes:
        nonlocal readings
        if length < 10_000 or length == opening._MORE or readings >= times:
            return real(handle, length)
        readings += 1
        data = real(handle, length // 2)
        change()
        return data

    monkeypatch.setattr("lenscap.opening.os.read", read)


def sized(name: str) -> bytes:
    """A sample that is longer than what ``torn`` leaves alone; viewers ignore zeros behind a picture."""
    return named(name).data + bytes(20_000)


def test_a_photo_that_is_written_to_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(sized(ONE))
    torn(monkeypatch, lambda: in_place(source, sized(OTHER)), times=1)

    result = clean(source, tmp_path / "out" / "photo.jpg", METADATA)

    assert result.outcome is Outcome.CLEANED
    assert result.target
    assert result.target.read_bytes() == copy_of(OTHER, tmp_path)


def test_a_photo_that_never_rests_is_left_with_a_sentence_and_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(sized(ONE))
    torn(monkeypatch, lambda: _later(source), times=1000)

    result = clean(source, tmp_path / "out" / "photo.jpg", METADATA)

    assert result.outcome is Outcome.FAILED
    assert "Try again when no other program writes to it." in (result.reason or "")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("change", [in_place, at_a_stroke, gone])
def test_a_photo_that_changes_between_the_first_look_and_the_copy_is_copied_as_it_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path, bytes], None]
) -> None:
    expected = copy_of(ONE, tmp_path)
    source = tmp_path / "photo.jpg"
    source.write_bytes(named(ONE).data)
    real = scratch.write

    def write(*given: object) -> scratch.Scratch:
        if source.exists():
            change(source, named(OTHER).data)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(scratch, "write", write)

    result = clean(source, tmp_path / "out" / "photo.jpg", METADATA)

    assert result.outcome is Outcome.CLEANED
    assert result.target
    assert result.target.read_bytes() == expected
    assert change is gone or source.read_bytes() == named(OTHER).data


@pytest.mark.parametrize(("change", "outcome"), [(in_place, Outcome.FAILED), (at_a_stroke, Outcome.CLEANED)])
def test_of_a_film_that_is_read_piece_by_piece_no_copy_is_made_of_two_states(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path, bytes], None], outcome: Outcome
) -> None:
    monkeypatch.setattr(opening, "_MOST_IN_MEMORY", 1000)
    source = tmp_path / "film.mp4"
    source.write_bytes(film())
    quiet = clean(source, tmp_path / "quiet.mp4", METADATA).target
    real = scratch.write

    def write(*given: object) -> scratch.Scratch:
        data = bytearray(film())
        data[len(data) // 3 : len(data) // 3 + 200] = os.urandom(200)  # among the samples: no sentence tells of it
        change(source, bytes(data))
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(scratch, "write", write)

    result = clean(source, tmp_path / "out" / "film.mp4", METADATA)

    assert result.outcome in (outcome, Outcome.ALREADY_CLEAN)
    if outcome is Outcome.FAILED:
        assert "It was changed while it was read." in (result.reason or "")
        assert not list((tmp_path / "out").iterdir())
    else:
        assert quiet
        assert result.target
        assert result.target.read_bytes() == quiet.read_bytes()


def test_of_a_photo_that_is_not_there_it_is_said_so_and_nothing_of_an_original(tmp_path: Path) -> None:
    result = clean(tmp_path / "photo.jpg", tmp_path / "out" / "photo.jpg", METADATA)

    assert result.outcome is Outcome.FAILED
    assert "It is not there" in (result.reason or "")
    assert "try again" in (result.reason or "")
    assert "original" not in (result.reason or "")
