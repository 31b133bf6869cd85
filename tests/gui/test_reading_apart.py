"""The process beside the window that reads photos: what ends it, or holds it up, costs one photo and no window."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from lenscap import pipeline, store
from lenscap.gui.roll import looking, reader
from lenscap.gui.roll.looking import Asked, Told
from lenscap.gui.roll.reader import Reader
from lenscap.gui.window import Window
from lenscap.model import Looking, Report, Result

pytestmark = pytest.mark.reads_apart
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
SURE = "plain.jpg"


@pytest.fixture
def made() -> Iterator[Reader]:
    """A reader that ends with the test."""
    one = Reader()
    yield one
    one.end()


def look_badly(asked: Sequence[Asked]) -> list[list[object]]:
    """End the process, or work for ever, at photos of such names."""
    names = [each.path.name for each in asked]
    if "killer.jpg" in names:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "hang.jpg" in names:
        time.sleep(60)
    return looking.look(asked)


def end_at_once(*_: object) -> None:
    """End before anything was done."""
    os._exit(3)


def _asked(folder: Path, *names: str) -> list[Asked]:
    for name in names:
        (folder / name).write_bytes((folder / SURE).read_bytes())
    return [Asked(folder / name) for name in names]


def test_what_a_photo_tells_is_read_outside_the_windows_process(folder: Path, made: Reader) -> None:
    """It is the same as what is read here, and what it takes to read it is not loaded here."""
    (told,) = [item for item in made.read([Asked(folder / "trip" / "placed.jpg")]) if isinstance(item, Told)]
    report = pipeline.inspect(folder / "trip" / "placed.jpg")
    from lenscap.gui.roll.packing import unpack

    assert unpack(told.facts.packed, told.path) == report
    assert told.facts.town
    assert made._hand.pid not in (None, os.getpid())


@posix
@pytest.mark.parametrize("together", [1, 8])
def test_a_photo_that_ends_the_process_costs_itself(
    folder: Path, made: Reader, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    monkeypatch.setattr(looking, "look", look_badly)
    asked = _asked(folder, "a.jpg", "killer.jpg", "z.jpg")
    found = [item for item in made.read(asked, together) if isinstance(item, Told | Result)]
    assert [(item.path.name, type(item)) for item in found] == [
        ("a.jpg", Told),
        ("killer.jpg", Result),
        ("z.jpg", Told),
    ]
    assert isinstance(found[1], Result)
    assert "ends the part of Lenscap that reads photos" in (found[1].reason or "")


def test_a_photo_that_takes_for_ever_costs_itself(folder: Path, made: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "look", look_badly)
    monkeypatch.setattr(reader, "_SECONDS", 3.0)
    found = [item for item in made.read(_asked(folder, "hang.jpg", "z.jpg")) if isinstance(item, Told | Result)]
    assert [type(item) for item in found] == [Result, Told]
    assert isinstance(found[0], Result)
    assert "takes longer than Lenscap waits" in (found[0].reason or "")


def test_where_no_process_starts_reading_ends_with_a_sentence(
    window: Window, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "prepare", end_at_once)
    with qtbot.waitSignal(window.roll.reading.failed, timeout=60_000) as told:
        window.open_paths([folder])
    assert "does not start" in told.args[0]
    assert not window.roll.reading.running


def test_what_was_seen_is_remembered_when_the_process_ends(folder: Path, made: Reader) -> None:
    path = folder / SURE
    os.utime(path, (1_600_000_000, 1_600_000_000))
    time.sleep(max(0.0, path.stat().st_ctime + 2.1 - time.time()))
    list(made.read([Asked(path)]))
    made.end()
    with store.opened() as seen:
        photo = seen.photo(path)
        assert photo
        assert isinstance(seen.report(photo, Looking()), Report)


def test_a_reader_that_was_let_go_reads_no_more_and_leaves_no_process(folder: Path) -> None:
    one = Reader()
    list(one.read([Asked(folder / SURE)]))
    pid = one._hand.pid
    reader.end(one)
    assert reader.wait()
    assert list(one.read([Asked(folder / SURE)])) == []
    assert pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_end_of_the_program_does_not_wait_for_a_photo_that_takes_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "look", look_badly)
    one = Reader()
    thread = Thread(target=lambda: list(one.read(_asked(folder, "hang.jpg"))))
    thread.start()
    while one._hand.pid is None:
        time.sleep(0.01)
    began = time.monotonic()
    reader.end(one)
    assert reader.wait()
    thread.join(5)
    assert not thread.is_alive()
    assert time.monotonic() - began < 10


def test_the_window_shows_what_was_read_beside_it(window: Window, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.settled, timeout=60_000):
        window.open_paths([folder])
    window.roll.reading.stop()
    told = {photo.name: photo for photo in window.photos.photos()}
    assert told["dated.jpg"].taken
    assert told[str(Path("trip") / "placed.jpg")].facts.town
    assert told["torn.jpg"].problem
    assert reader.wait()
