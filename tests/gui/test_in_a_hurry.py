"""What somebody meets who does everything at once: steps back in the viewer, nothing left, files that are closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from lenscap.gui.window import Window
from lenscap.model import Looking
from tests.gui import scenes

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(window: Window, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The window with a few photos, read; faces are not looked for."""
    monkeypatch.setattr("lenscap.gui.roll.reading._all_there_is", Looking)
    with qtbot.waitSignal(window.roll.reading.finished, timeout=20_000):
        window.open_paths([folder])
    return window


def names(window: Window) -> list[str]:
    return [each.path.name for each in window.roll.filtered.shown()]


def test_the_viewer_goes_on_to_the_next_photo_when_its_own_is_taken_out_again(opened: Window) -> None:
    before = names(opened)
    grid = opened.roll.grid
    grid.go_to_row(1)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClick(opened.viewer, Qt.Key.Key_Z, CONTROL)
    assert opened.viewer.bar.name.whole() == before[1]
    QTest.keyClick(opened.viewer, Qt.Key.Key_Y, CONTROL)
    assert opened.viewer.bar.name.whole() == before[2]
    said = scenes.words_in(opened.viewer.bar)
    assert any(each.startswith(f"2 of {len(before) - 1}") for each in said), said


def test_the_viewer_leads_back_when_no_photo_is_left_to_show(opened: Window) -> None:
    grid = opened.roll.grid
    grid.selectAll()
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    QTest.keyClick(grid, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.viewer.isVisible()
    QTest.keyClick(opened.viewer, Qt.Key.Key_Y, CONTROL)
    assert opened.roll.isVisible()
    assert not opened.viewer.isVisible()


def test_the_inspector_tells_nothing_of_photos_that_were_taken_out(opened: Window, qtbot: QtBot) -> None:
    opened.roll.grid.selectAll()
    qtbot.waitUntil(lambda: "4 photos selected" in scenes.words_in(opened.roll.inspector))
    QTest.keyClick(opened.roll.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "No photo chosen" in scenes.words_in(opened.roll.inspector))


def test_a_file_that_cannot_be_looked_up_is_not_called_deleted_and_nothing_is_said_on_the_console(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    hidden = tmp_path / ("x" * 300) / "a.jpg"
    with qtbot.waitSignal(opened.roll.reading.finished, timeout=20_000):
        scenes.drop(opened, hidden)
    opened.roll.watching.look_at(hidden)
    photo = opened.photos.photo(opened.photos.row(hidden))
    qtbot.waitUntil(lambda: photo.away)
    assert "cannot be reached" in (photo.problem or "")
    assert "deleted" not in (photo.problem or "")


def test_no_number_is_said_of_reading_when_nothing_is_left_to_read(opened: Window) -> None:
    opened.roll.reading.progressed.emit("reading", 3, 4)
    assert "Reading 3 of 4" in scenes.words_in(opened.roll.clean_bar)
    opened.roll.reading.progressed.emit("reading", 0, 0)
    assert not [each for each in scenes.words_in(opened.roll.clean_bar) if each.startswith("Reading")]


def test_the_question_about_closing_goes_when_the_work_is_done_meanwhile(opened: Window, qtbot: QtBot) -> None:
    QTest.mouseClick(opened.roll.clean_bar.button, Qt.MouseButton.LeftButton)
    assert not opened.close()
    asked = [box for box in opened.findChildren(QMessageBox) if box.isVisible()]
    assert asked
    qtbot.waitUntil(lambda: not opened.cleaning.working, timeout=20_000)
    qtbot.waitUntil(lambda: not any(box.isVisible() for box in opened.findChildren(QMessageBox)))
    assert opened.isVisible()
