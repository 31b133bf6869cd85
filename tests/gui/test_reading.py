"""What is looked for in photos step by step: files, faces, then text; what is remembered, and what is read anew."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from lenscap import sources, store
from lenscap.gui import tasks
from lenscap.gui.roll.looking import with_text
from lenscap.gui.tasks import Task
from lenscap.gui.window import Window
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Report, Size
from lenscap.store import Store

FACE = Finding(Kind.FACE, "A face", PICTURE, 0.9, Box(1, 1, 9, 9))
TEXT = Finding(Kind.TEXT, "The text “CAFÉ”", PICTURE, 0.9, Box(20, 20, 9, 9))
READ = Looking(text=True, codes=True)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Looking]]:
    """What was looked for in which photo; each shows a face and a text."""
    seen: list[tuple[str, Looking]] = []

    def look(paths: Iterable[Path], looking: Looking, _store: Store) -> Iterator[Report]:
        for path in paths:
            seen.append((path.name, looking))
            found = [FACE] * (looking.faces != "off") + [TEXT] * looking.text
            yield Report(path, "JPEG", Size(64, 48), tuple(found), looked=looking)

    monkeypatch.setattr("lenscap.pipeline.inspect_all", look)
    return seen


def _open(window: Window, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.finished, timeout=20_000):
        window.open_paths([folder])


def test_text_is_looked_for_after_faces_and_told_with_them(
    window: Window, qtbot: QtBot, folder: Path, asked: list[tuple[str, Looking]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.gui.roll.reading._text_there_is", lambda: READ)
    steps: list[str] = []
    window.roll.reading.progressed.connect(lambda step, *_: steps.append(step))
    _open(window, qtbot, folder)
    kinds = [("text" if each.text else each.faces) for _, each in asked]
    assert kinds == sorted(kinds, key=["off", "careful", "text"].index)
    assert list(dict.fromkeys(steps)) == ["listing", "reading", "faces", "text"]
    for photo in window.photos.photos():
        assert photo.report
        assert photo.seen
        assert photo.report.findings == (FACE, TEXT)
        assert photo.report.looked.text
    assert window.roll.bar.chips["text"].count() == window.roll.bar.chips["face"].count() == 4


def test_where_it_takes_more_than_is_installed_text_is_not_looked_for(
    window: Window, qtbot: QtBot, folder: Path, asked: list[tuple[str, Looking]]
) -> None:
    _open(window, qtbot, folder)
    assert not any(each.text for _, each in asked)


def test_a_photo_that_somebody_looks_at_is_searched_for_text_first(
    window: Window, qtbot: QtBot, folder: Path, asked: list[tuple[str, Looking]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.gui.roll.reading._text_there_is", lambda: READ)
    with qtbot.waitSignal(window.roll.reading.finished, timeout=20_000):
        window.open_paths([folder])
        window.roll.reading.progressed.connect(
            lambda step, *_: window.roll.reading.first(window.photos.photo(3).path) if step == "faces" else None
        )
    assert {name for name, each in asked if each.text} == {photo.path.name for photo in window.photos.photos()}


def test_text_that_was_found_on_another_day_is_there_with_the_file(
    window: Window, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.gui.roll.reading._text_there_is", lambda: READ)
    monkeypatch.setattr("lenscap.gui.roll.reading._all_there_is", lambda: Looking("fast"))
    path = _settled(folder / "plain.jpg")
    with store.opened() as seen:
        for looking, found in ((Looking("fast"), FACE), (READ, TEXT)):
            photo = seen.photo(path)
            assert photo
            seen.keep(photo, Report(path, "JPEG", Size(64, 48), (found,), looked=looking))
    monkeypatch.setattr("lenscap.pipeline.inspect_all", lambda *_: iter(()))
    _open(window, qtbot, path)
    report = window.photos.photo(0).report
    assert report
    assert [each for each in report.findings if each.where == PICTURE] == [FACE, TEXT]


def test_to_look_again_is_to_look_at_the_photo_and_not_at_what_is_remembered(
    window: Window, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.gui.roll.reading._all_there_is", Looking)
    path = _settled(folder / "plain.jpg")
    with store.opened() as seen:
        photo = seen.photo(path)
        assert photo
        seen.keep(photo, Report(path, "REMEMBERED", Size(64, 48), ()))
        seen.mark(photo, "copied", b"kept")
    _open(window, qtbot, path)
    before = window.photos.photo(0).report
    assert before
    assert before.format == "REMEMBERED"
    with qtbot.waitSignal(window.roll.reading.finished, timeout=20_000):
        window.roll.deeds.look_again()
    after = window.photos.photo(0).report
    assert after
    assert after.format == "JPEG"
    with store.opened() as seen:
        assert seen.marked(photo, "copied") == b"kept"


def test_the_windows_thread_does_not_ask_the_disk_about_what_is_opened(
    window: Window, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, is_folder = Event(), sources.is_folder

    def hangs(path: Path) -> bool:
        assert going.wait(20)
        return is_folder(path)

    monkeypatch.setattr("lenscap.sources.is_folder", hangs)
    began = time.monotonic()
    window.open_paths([folder])
    assert time.monotonic() - began < 10
    going.set()
    qtbot.waitUntil(lambda: window.wishes.now.recent[:1] == (folder,), timeout=10_000)


def test_the_end_of_the_program_does_not_wait_for_a_worker_that_is_stuck(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "_behind", set())
    going, begun = Event(), [Event(), Event()]

    def stuck(number: int) -> Iterator[object]:
        begun[number].set()
        going.wait(30)
        yield None

    task, other = Task(lambda: stuck(0)), Task(lambda: stuck(1))
    task.start()
    other.start()
    assert all(each.wait(10) for each in begun)
    began = time.monotonic()
    task.wait(300)
    other.wait(30_000)
    assert time.monotonic() - began < 5
    assert tasks.behind()
    going.set()
    qtbot.waitUntil(lambda: not tasks.behind(), timeout=5000)


def _settled(path: Path) -> Path:
    """The photo, as if it had been written long ago: what changed just now is not remembered."""
    os.utime(path, (1_600_000_000, 1_600_000_000))
    later = path.stat().st_ctime + 2.1 - time.time()
    time.sleep(max(0.0, later))
    return path


def test_text_is_put_beside_what_else_was_found_once() -> None:
    faces = Report(Path("a"), "JPEG", Size(9, 9), (FACE, TEXT), looked=Looking("fast", text=True))
    texts = Report(Path("a"), "JPEG", Size(9, 9), (TEXT,), looked=READ)
    made = with_text(faces, texts)
    assert made.findings == (FACE, TEXT)
    assert made.looked == Looking("fast", text=True, codes=True)
