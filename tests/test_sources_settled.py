"""Photos that come to a folder: each when it is whole, once, and again when it was changed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenscap import sources
from lenscap.sources import Look, is_being_written, settled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time in seconds, which tests move on; files are written at time 0."""
    now = [0.0]
    monkeypatch.setattr("lenscap.sources.time.monotonic", lambda: now[0])
    monkeypatch.setattr("lenscap.sources.time.time", lambda: 0.0)
    return now


def ready(looks: Iterator[Look]) -> list[str]:
    return [str(source.relative) for source in next(looks).ready]


def test_a_photo_comes_when_it_has_not_changed_for_a_moment_and_once(folder: Path, clock: list[float]) -> None:
    looks = settled(folder)
    assert ready(looks) == []
    (folder / "a.jpg").write_bytes(b"half")
    look = next(looks)
    assert not look.ready
    assert look.growing
    clock[0] += 1.5
    (folder / "a.jpg").write_bytes(b"half and half")
    clock[0] += 1.5
    assert ready(looks) == []
    clock[0] += 2.1
    assert ready(looks) == ["a.jpg"]
    clock[0] += 100
    assert next(looks) == Look(there=True)


def test_photos_that_lay_there_for_long_come_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "deep").mkdir()
    for name in ("a.jpg", "deep/b.png"):
        (folder / name).write_bytes(b"a photo")
    monkeypatch.undo()
    monkeypatch.setattr(sources, "_QUIET", 0.0)
    assert ready(settled(folder)) == ["a.jpg", str(Path("deep/b.png"))]


def test_a_photo_that_was_changed_comes_again(folder: Path, clock: list[float]) -> None:
    looks = settled(folder)
    (folder / "a.jpg").write_bytes(b"a photo")
    next(looks)
    clock[0] += 3
    assert ready(looks) == ["a.jpg"]
    (folder / "a.jpg").write_bytes(b"an edited photo")
    assert ready(looks) == []
    clock[0] += 3
    assert ready(looks) == ["a.jpg"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who writes")
def test_a_photo_that_somebody_has_open_to_write_is_waited_for(folder: Path, clock: list[float]) -> None:
    looks = settled(folder)
    with (folder / "a.jpg").open("wb") as file:
        file.write(b"half")
        file.flush()
        assert is_being_written(folder / "a.jpg")
        next(looks)
        clock[0] += 1000
        assert next(looks) == Look(there=True, growing=True)
    assert not is_being_written(folder / "a.jpg")
    assert ready(looks) == ["a.jpg"]


def test_to_ask_who_writes_disturbs_nobody(folder: Path) -> None:
    (folder / "a.jpg").write_bytes(b"a photo")
    with (folder / "a.jpg").open("rb"):
        assert not is_being_written(folder / "a.jpg")
    with (folder / "a.jpg").open("ab") as file:
        file.write(b"more")
    assert not is_being_written(folder / "gone.jpg")


@pytest.mark.parametrize(
    "name",
    [
        "a.jpg.part", "a.jpg.crdownload", "a.jpg.tmp", "a.jpg.partial", "a.jpg.opdownload", ".a.jpg", ".hidden/a.jpg",
        "~a.jpg", "._a.jpg", ".syncthing.a.jpg.tmp", "~syncthing~a.jpg.tmp", ".lenscap-0123456789abcdef.part",
        ".lenscap-0123.jpg", "notes.txt", "copies/a.jpg",
    ],
)  # fmt: skip
def test_what_is_no_photo_yet_or_is_our_own_never_comes(name: str, folder: Path, clock: list[float]) -> None:
    looks = settled(folder, folder / "copies")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"a photo")
    for _ in range(3):
        assert next(looks) == Look(there=True)
        clock[0] += 10


def test_an_empty_file_is_a_name_that_a_browser_holds(folder: Path, clock: list[float]) -> None:
    looks = settled(folder)
    (folder / "a.jpg").touch()
    (folder / "a.jpg.part").write_bytes(b"half")
    next(looks)
    clock[0] += 10
    assert ready(looks) == []
    os.replace(folder / "a.jpg.part", folder / "a.jpg")
    next(looks)
    clock[0] += 10
    assert ready(looks) == ["a.jpg"]


def test_a_pipe_and_a_link_to_nothing_are_no_photos(folder: Path, clock: list[float]) -> None:
    os.mkfifo(folder / "a.jpg")
    (folder / "b.jpg").symlink_to(folder / "nothing")
    looks = settled(folder)
    next(looks)
    clock[0] += 10
    assert next(looks) == Look(there=True)


def test_a_folder_that_goes_and_comes_back_brings_nothing_twice(folder: Path, clock: list[float]) -> None:
    looks = settled(folder)
    (folder / "a.jpg").write_bytes(b"a photo")
    next(looks)
    clock[0] += 3
    assert ready(looks) == ["a.jpg"]
    folder.rename(folder.with_name("away"))
    assert next(looks) == Look(there=False)
    folder.with_name("away").rename(folder)
    assert next(looks) == Look(there=True)
    shutil.rmtree(folder)
    assert not next(looks).there


def test_thousands_at_once_come_together(folder: Path, clock: list[float]) -> None:
    for number in range(3000):
        (folder / f"{number:04}.jpg").write_bytes(b"a photo")
    looks = settled(folder)
    assert not next(looks).ready
    clock[0] += 3
    assert len(next(looks).ready) == 3000
    assert not next(looks).ready
