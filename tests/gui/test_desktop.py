"""Manners on a desktop: where the keyboard is when a window comes to the front, and how it goes through dialogs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

import lenscap
from lenscap.gui.cloud.parts import cleared
from lenscap.gui.policy.dialog import PoliciesDialog
from lenscap.gui.window import Window
from lenscap.settings import load
from tests.gui import tour


def test_the_keyboard_is_with_the_photos_also_when_they_were_opened_before_the_window_came_to_the_front(
    dressed: QApplication, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    window = Window(replace(load(), output=tmp_path / "copies"))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])
        window.show()
    qtbot.waitUntil(lambda: window.photos.rowCount() > 0 and window.roll.grid.isVisible())
    assert window.focusWidget() is window.roll.grid


def test_the_keyboard_goes_through_every_dialog_from_top_to_bottom(window: Window, qtbot: QtBot, folder: Path) -> None:
    seen = 0
    for stop, dialog in tour.stops(window, qtbot, folder):
        if isinstance(dialog, QDialog) and stop != "PoliciesDialog":  # that one has two columns
            way = reached(dialog)
            assert way == sorted(way, key=lambda each: each[0]), stop
            assert all(each in {name for _, name in way} for each in pressed(dialog)), stop
            seen += 1
    assert seen > 6


def test_enter_closes_a_dialog_that_only_tells_or_takes_choices_at_once(
    window: Window, qtbot: QtBot, folder: Path
) -> None:
    window.wishes.remember(folder)
    for stop, dialog in tour.stops(window, qtbot, folder):
        if stop in {"AboutDialog", "KeysDialog", "SettingsDialog", "AddOnDialog", "MemoryDialog"}:
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            assert not dialog.isVisible(), stop


def test_enter_in_the_name_of_a_policy_saves_it_and_makes_no_second_one(window: Window, qtbot: QtBot) -> None:
    dialog = PoliciesDialog("faces", window.roll.policy(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.parts.editor.name, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.parts.list.count() == 1


def test_what_f6_passed_by_can_go_without_taking_anything_else_along(
    window: Window, qtbot: QtBot, folder: Path
) -> None:
    """What Qt calls the next in the focus chain, PySide takes for a part of the one before, and lets go with it."""
    for stop, _root in tour.stops(window, qtbot, folder):
        if stop == "guide":  # a part of it has nothing that takes the keyboard, so all of the window was looked through
            break
    for _ in range(6):
        QTest.keyClick(window, Qt.Key.Key_F6)
    for layout in (window.cloud.making._cards, window.cloud.making._unseen):
        cleared(layout)
    qtbot.wait(50)
    window.toolbar.set_busy(busy=True)
    window.toolbar.set_busy(busy=False)
    assert all(action.text() for action in window.toolbar.menu_button.menu().actions() if not action.isSeparator())


def test_nothing_asks_for_the_next_in_the_focus_chain() -> None:
    for file in (Path(lenscap.__file__).parent / "gui").rglob("*.py"):
        assert "InFocusChain(" not in file.read_text(encoding="utf-8"), file


def reached(dialog: QDialog) -> list[tuple[int, str]]:
    """How far down on the dialog each control is to which the tabulator leads, with its words, in that order."""
    dialog.activateWindow()
    first = dialog.focusWidget() or dialog
    way, at = [], first
    for _ in range(100):
        if not isinstance(at, QScrollArea):
            way.append((at.mapTo(dialog, QPoint(0, 0)).y() // 8, at.property("text") or at.accessibleName()))
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = dialog.focusWidget()
        if at is first:
            break
    top = next((at for at in range(len(way)) if way[at][0] < way[at - 1][0]), 0)
    return way[top:] + way[:top]


def pressed(dialog: QDialog) -> list[str]:
    """The words on all that can be pressed now."""
    return [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
