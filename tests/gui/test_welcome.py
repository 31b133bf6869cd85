"""The first page: buttons, drops, recent folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from lenscap import settings
from lenscap.formats import containers
from lenscap.gui.window import Window
from tests.gui.scenes import drop, held, hold_over


def test_a_folder_that_is_dropped_is_opened(window: Window, qtbot: QtBot, folder: Path) -> None:
    assert hold_over(window, held(folder)).isAccepted()
    assert window._outline.isVisible()
    drop(window, folder)
    assert not window._outline.isVisible()
    assert window.pages.currentWidget() is window.roll
    qtbot.waitUntil(lambda: window.photos.rowCount() == 4)


def test_photos_that_are_dropped_are_opened_and_not_remembered(window: Window, qtbot: QtBot, folder: Path) -> None:
    drop(window, folder / "plain.jpg", folder / "dated.jpg")
    qtbot.waitUntil(lambda: window.photos.rowCount() == 2)
    assert settings.load().recent == ()


def test_the_outline_goes_when_the_files_go(window: Window, folder: Path) -> None:
    hold_over(window, held(folder))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window._outline.isVisible()


def test_the_button_asks_for_a_folder(
    window: Window, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    QTest.mouseClick(window.welcome.folder_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.photos.rowCount() == 4)


def test_control_o_asks_for_a_folder(
    window: Window, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.photos.rowCount() == 4)


def test_no_choice_leaves_everything_as_it_is(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    QTest.mouseClick(window.welcome.photos_button, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.welcome


def test_a_folder_is_remembered_with_its_photos_and_opens_again(window: Window, qtbot: QtBot, folder: Path) -> None:
    window.open_paths([folder])
    qtbot.waitUntil(lambda: window.wishes.now.recent == (folder,))
    window.show_welcome()
    row = window.welcome.recent.rows[0]
    qtbot.waitUntil(lambda: "4 photos" in row.accessibleName())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.roll


def test_a_folder_that_is_gone_cannot_be_pressed(window: Window, qtbot: QtBot, folder: Path) -> None:
    window.welcome.show_recent([folder / "gone"])
    row = window.welcome.recent.rows[0]
    qtbot.waitUntil(lambda: not row.isEnabled())
    assert "not connected" in row.accessibleName()


def test_a_folder_that_cannot_be_looked_up_is_said_to_be_away(window: Window, qtbot: QtBot, folder: Path) -> None:
    window.welcome.show_recent([folder / ("long" * 100), folder])
    first, second = window.welcome.recent.rows
    qtbot.waitUntil(lambda: "4 photos" in second.accessibleName())
    assert not first.isEnabled()


def test_a_name_that_cannot_be_looked_up_is_told_on_its_photo(window: Window, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.finished, timeout=20_000):
        drop(window, folder / ("long" * 100))
    (photo,) = window.photos.photos()
    assert photo.problem == "It cannot be read: file name too long."


def test_clearing_the_list_clears_the_settings(window: Window, qtbot: QtBot, folder: Path) -> None:
    window.open_paths([folder])
    window.show_welcome()
    QTest.mouseClick(window.welcome.recent.clear_button, Qt.MouseButton.LeftButton)
    assert window.welcome.recent.rows == []
    assert not window.welcome.recent.clear_button.isVisible()
    assert settings.load().recent == ()


@pytest.mark.parametrize(("width", "height"), [(1024, 680), (1440, 900)])
def test_no_words_are_cut_off(window: Window, qtbot: QtBot, width: int, height: int) -> None:
    window.resize(width, height)
    qtbot.wait(20)
    for words in window.welcome.findChildren(QLabel):
        if words.isVisible() and words.text() and not words.wordWrap():
            assert words.width() >= words.sizeHint().width(), words.text()


def test_all_the_formats_that_are_cleaned_are_named(window: Window) -> None:
    texts = [label.text() for label in window.welcome.findChildren(QLabel)]
    assert f"{', '.join(container.NAME for container in containers())} ·" in texts
    assert len(containers()) >= 10


def test_the_hint_leads_to_the_page_on_how_to_switch_it_off(window: Window) -> None:
    QTest.mouseClick(window.welcome.recent.hint.way, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.guide
