"""From page to page, and what happens when something goes wrong on the way."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from lenscap import settings
from lenscap.gui import crash, theme
from lenscap.gui.about import AboutDialog
from lenscap.gui.tasks import Task
from lenscap.gui.window import Window
from lenscap.model import Outcome, Result


def _read(window: Window, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])


def test_a_folder_is_read_by_the_real_pipeline(window: Window, qtbot: QtBot, folder: Path) -> None:
    _read(window, qtbot, folder)
    told = {photo.name: photo for photo in window.photos.photos()}
    assert sorted(told) == ["dated.jpg", "plain.jpg", "torn.jpg", str(Path("trip/placed.jpg"))]
    assert "place" in told[str(Path("trip/placed.jpg"))].counts
    assert "time" in told["dated.jpg"].counts
    assert told["torn.jpg"].problem


def test_photos_are_cleaned_from_the_button_to_the_last_page(
    window: Window, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    window.roll.clean_bar.set_policy("metadata")
    _read(window, qtbot, folder)
    QTest.mouseClick(window.roll.clean_bar.button, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.cleaning
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=30_000)
    assert (tmp_path / "copies" / "trip" / "placed.jpg").is_file()
    results = {photo.name: photo.result for photo in window.photos.photos()}
    assert results["dated.jpg"] is not None
    assert results["dated.jpg"].outcome is Outcome.CLEANED
    window.done.back.emit()
    assert window.pages.currentWidget() is window.roll
    qtbot.waitUntil(lambda: window.roll.bar.chips["cleaned"].count() == 3)


def test_the_viewer_opens_on_the_photo_and_leads_back(window: Window, qtbot: QtBot, folder: Path) -> None:
    _read(window, qtbot, folder)
    QTest.keyClick(window.roll.grid, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.viewer
    assert not window.toolbar.isVisible()
    window.viewer.back.emit()
    assert window.pages.currentWidget() is window.roll
    assert window.toolbar.isVisible()


def test_colours_are_chosen_in_the_menu_and_remembered(window: Window, dressed: QApplication) -> None:
    window.toolbar.scheme_chosen.emit("dark")
    assert theme.scheme() == "dark"
    assert settings.load().scheme == "dark"


def test_what_it_cannot_do_is_said(window: Window, qtbot: QtBot) -> None:
    window.toolbar.about.emit()
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(AboutDialog) is None)


def test_while_photos_are_cleaned_no_others_are_opened(window: Window, qtbot: QtBot, folder: Path) -> None:
    _read(window, qtbot, folder)
    window._go(window.cleaning)
    assert not window.toolbar.roll.isEnabled()
    assert not window._opening.isEnabled()
    window.show_roll()
    assert window.toolbar.roll.isEnabled()


def test_the_name_of_the_folder_and_the_number_of_photos_are_in_the_bar(
    window: Window, qtbot: QtBot, folder: Path
) -> None:
    _read(window, qtbot, folder)
    qtbot.waitUntil(lambda: window.toolbar.roll.accessibleName() == "photos, 4 photos")


def _covered(photo: Path) -> Result:
    """A result that the last page shows with both pictures."""
    return Result(photo, photo, Outcome.CLEANED, covered=1)


def test_closing_while_photos_are_read_leaves_no_thread_behind(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began: list[Task] = []

    def start(task: Task, begin: Callable[[Task], None] = Task.start) -> None:
        began.append(task)
        begin(task)

    monkeypatch.setattr(Task, "start", start)
    window.open_paths([folder])
    window.done.show_results([_covered(folder / "plain.jpg")], folder)
    assert window.close()
    assert len(began) == 2
    assert all(task._thread.isFinished() for task in began)


@pytest.mark.expects_log
def test_an_error_in_a_slot_is_told_once_and_the_work_goes_on(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("/home/marta/secret.jpg")

    with capture_exceptions():
        monkeypatch.setattr(sys, "excepthook", crash.tell)
        for _ in range(2):
            QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: bool(_crash_dialogs()), timeout=10_000)
        qtbot.wait(100)
    dialogs = _crash_dialogs()
    assert len(dialogs) == 1
    assert window.isVisible()
    assert "ValueError" in caplog.text
    assert "marta" not in caplog.text
    for dialog in dialogs:
        dialog.close()


@pytest.mark.expects_log
def test_an_error_in_another_thread_is_told_in_that_of_the_window(window: Window, qtbot: QtBot) -> None:
    def fail() -> None:
        error = ArithmeticError("/home/marta/secret.jpg")
        crash.tell(type(error), error, None)

    worker = Thread(target=fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: any(isinstance(each, crash.CrashDialog) for each in QApplication.topLevelWidgets()))
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, crash.CrashDialog):
            assert dialog.thread() is window.thread()
            dialog.close()


def test_the_inspector_stops_saying_that_faces_were_not_looked_for_once_they_were(
    window: Window, qtbot: QtBot, folder: Path
) -> None:
    with qtbot.waitSignal(window.roll.reading.finished, timeout=60_000):
        window.open_paths([folder / "plain.jpg"])
    said = [each.text() for each in window.roll.inspector.findChildren(QLabel)]
    assert said
    assert not [text for text in said if "not been looked for" in text]


def _crash_dialogs() -> list[crash.CrashDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, crash.CrashDialog)]
