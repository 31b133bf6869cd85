"""The keys of the viewer work wherever on the page the keyboard is, and undo works on every page about the photos."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.viewer.page import ViewerPage
from lenscap.gui.window import Window
from lenscap.model import Box, Edits
from tests.gui.scenes import SURE
from tests.gui.test_viewer import edits, rows, verdict

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DRAWN = Edits(cover=(Box(100, 180, 80, 60),))


def at(page: ViewerPage, place: str) -> QWidget:
    """A widget of the page that can have the keyboard."""
    if place == "panel":
        return verdict(rows(page)[1], "cover")
    return {"tools": page.tools.button("fit"), "bar": page.bar.info, "strip": page.strip, "stage": page.stage}[place]


def press(widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key, keys)


@pytest.mark.parametrize("place", ["panel", "tools", "bar", "strip", "stage"])
def test_keys_decide_about_the_chosen_face_from_everywhere(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel, place: str
) -> None:
    page.stage.chosen.emit(0)
    press(at(page, place), Qt.Key.Key_K)
    assert edits(photos) == Edits(keep=(SURE,))
    press(at(page, place), Qt.Key.Key_B)
    assert edits(photos) == Edits()
    press(at(page, place), Qt.Key.Key_Z, CONTROL)
    assert edits(photos) == Edits(keep=(SURE,))
    press(at(page, place), Qt.Key.Key_Z, CONTROL | SHIFT)
    assert edits(photos) == Edits()
    press(at(page, place), Qt.Key.Key_C)
    assert page.bar.modes.current() == "after"
    press(at(page, place), Qt.Key.Key_D)
    assert page.drawing


@pytest.mark.parametrize("place", ["tools", "bar", "strip", "stage"])
def test_arrows_lead_to_the_next_photo_from_everywhere(qtbot: QtBot, page: ViewerPage, place: str) -> None:
    press(at(page, place), Qt.Key.Key_Right)
    assert page.bar.name.whole() == "none.jpg"
    press(at(page, place), Qt.Key.Key_Left)
    assert page.bar.name.whole() == "faces.jpg"


@pytest.mark.parametrize("place", ["tools", "bar", "stage"])
def test_arrows_nudge_the_chosen_drawn_box_from_everywhere(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel, place: str
) -> None:
    photos.set_edits(photos.photo(0).path, DRAWN)
    page._choose_box(DRAWN.cover[0])
    press(at(page, place), Qt.Key.Key_Up)
    press(at(page, place), Qt.Key.Key_Right, SHIFT)
    assert edits(photos).cover == (Box(110, 179, 80, 60),)
    press(at(page, place), Qt.Key.Key_Delete)
    assert edits(photos) == Edits()


def test_nudges_in_a_row_are_one_step_and_later_ones_another(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos.set_edits(photos.photo(0).path, DRAWN)
    page._choose_box(DRAWN.cover[0])
    for _ in range(5):
        press(page.stage, Qt.Key.Key_Right)
    monkeypatch.setattr("lenscap.gui.history._AT_ONCE", -1.0)
    press(page.stage, Qt.Key.Key_Right)
    assert edits(photos).cover[0].x == 106
    press(page.stage, Qt.Key.Key_Z, CONTROL)
    assert edits(photos).cover[0].x == 105
    press(page.stage, Qt.Key.Key_Z, CONTROL)
    assert edits(photos) == DRAWN
    press(page.stage, Qt.Key.Key_Y, CONTROL)
    assert edits(photos).cover[0].x == 105


def test_arrows_among_choices_choose(qtbot: QtBot, page: ViewerPage) -> None:
    original = next(button for button in page.bar.modes.findChildren(QAbstractButton) if button.text() == "Split")
    press(original, Qt.Key.Key_Right)
    assert page.bar.modes.current() == "after"
    assert page.bar.name.whole() == "faces.jpg"


def test_the_buttons_say_what_they_take_back_and_take_again(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    undo, redo = page.tools.button("undo"), page.tools.button("redo")
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    page.stage.chosen.emit(0)
    press(page.stage, Qt.Key.Key_K)
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    assert undo.accessibleName() == "Undo: Keep (Ctrl+Z)"
    assert "Undo: Keep (Ctrl+Z)" in undo.toolTip()
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    assert redo.accessibleName() == "Redo: Keep (Ctrl+Shift+Z)"
    QTest.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert edits(photos) == Edits(keep=(SURE,))


@pytest.mark.parametrize("tab", ["roll", "cloud"])
def test_undo_works_on_the_roll_and_on_the_page_about_the_cloud(
    qtbot: QtBot, window: Window, folder: Path, tab: str
) -> None:
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])
    path = folder / "dated.jpg"
    window.history.decide({path: DRAWN}, "Draw a box")
    window.toolbar.tabs.segment(tab).click()
    focus = QApplication.focusWidget() or window
    QTest.keyClick(focus, Qt.Key.Key_Z, CONTROL)
    assert window.photos.photo(window.photos.row(path)).edits == Edits()
    QTest.keyClick(focus, Qt.Key.Key_Y, CONTROL)
    assert window.photos.photo(window.photos.row(path)).edits == DRAWN
    if tab == "roll":
        current = window.roll.grid.current()
        assert current
        assert current.path == path


def test_undo_in_the_viewer_of_the_window_is_one_step(qtbot: QtBot, window: Window, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])
    path = folder / "dated.jpg"
    window.roll.opened.emit(path)
    window.history.decide({path: DRAWN}, "Draw a box")
    window.history.decide({path: Edits()}, "Remove")
    QTest.keyClick(window.viewer.stage, Qt.Key.Key_Z, CONTROL)
    assert window.photos.photo(window.photos.row(path)).edits == DRAWN
    QTest.keyClick(window.viewer.stage, Qt.Key.Key_Y, CONTROL)
    assert window.photos.photo(window.photos.row(path)).edits == Edits()
