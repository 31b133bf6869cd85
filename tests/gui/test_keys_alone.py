"""From a start to cleaned copies with keys alone: no mouse is needed anywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui.window import Window
from lenscap.model import Looking
from lenscap.pipeline import inspect
from tests.pictures import astronaut, grace_hopper

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as it comes from the desktop: to whatever has the keyboard."""
    here = holder() or QApplication.activeWindow()
    assert here is not None
    QTest.keyClick(here, key, held)


def tab_to(words: str) -> None:
    """Go on with the tabulator until a button with these words is reached."""
    for _ in range(60):
        here = QApplication.focusWidget()
        if isinstance(here, QPushButton) and words in here.text():
            return
        press(Key.Key_Tab)
    raise AssertionError(f"The keyboard never came to {words}.")


def type_folder(folder: Path) -> None:
    """What a person types into the dialog that asks for a folder, as soon as it is there."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    (field,) = dialog.findChildren(QLineEdit, "fileNameEdit")
    assert field.hasFocus()
    QTest.keyClicks(field, str(folder))
    QTest.keyClick(field, Key.Key_Return)


def test_a_folder_is_chosen_a_face_kept_and_the_photos_cleaned_without_the_mouse(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "roll"
    folder.mkdir()
    astronaut().save(folder / "a.jpg", quality=92)
    grace_hopper().save(folder / "b.jpg", quality=92)
    window.activateWindow()
    qtbot.waitUntil(lambda: holder() is window.welcome.folder_button)
    QTimer.singleShot(300, lambda: type_folder(folder))
    with qtbot.waitSignal(window.roll.reading.finished, timeout=60_000):
        press(Key.Key_Return)
    window.activateWindow()  # as a desktop does once a dialog is closed
    qtbot.waitUntil(lambda: holder() is window.roll.grid)
    keep_the_first_face(window, qtbot)
    clean(window, qtbot)
    kept = [faces(tmp_path / "copies" / path.name) for path in sorted(folder.iterdir())]
    assert sorted(kept) == [0, 1]
    tab_to("Back to photos")
    press(Key.Key_Return)
    assert holder() is window.roll.grid


def keep_the_first_face(window: Window, qtbot: QtBot) -> None:
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.viewer.isVisible() and not window.viewer.stage.empty, timeout=20_000)
    press(Key.Key_Tab)
    press(Key.Key_K)
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    qtbot.waitUntil(window.roll.isVisible)


def clean(window: Window, qtbot: QtBot) -> None:
    press(Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=120_000)
    qtbot.waitUntil(lambda: isinstance(holder(), QPushButton))


def holder() -> QWidget | None:
    """What has the keyboard."""
    return QApplication.focusWidget()


def faces(copy: Path) -> int:
    """How many can still be found."""
    return sum(each.kind.value == "face" for each in inspect(copy, Looking("careful")).findings)
