"""What is remembered, from the window: said, chosen and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from lenscap import decisions, detectors, settings, store
from lenscap.gui.memory import MemoryDialog
from lenscap.gui.window import Window
from lenscap.model import Box, Edits, Kind, Looking
from tests.pictures import astronaut

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_SETTLED", 0.0)


def choose(window: Window, text: str) -> None:
    """Press an entry of the menu."""
    menu = window.toolbar.menu_button.menu()
    next(action for action in menu.actions() if isinstance(action, QAction) and action.text() == text).trigger()


def button(box: QMessageBox | None, text: str) -> QPushButton:
    assert box
    return next(each for each in box.findChildren(QPushButton) if each.text() == text)


def memory(qtbot: QtBot) -> MemoryDialog:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, MemoryDialog) and each.isVisible()]
    return found[-1]


def open_all(window: Window, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.finished, timeout=120_000):
        window.open_paths([folder])


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    folder = tmp_path / "roll"
    folder.mkdir()
    astronaut().save(folder / "astronaut.jpg")
    (folder / "torn.jpg").write_bytes(b"not a photo")
    return folder


def test_a_folder_that_did_not_change_is_not_looked_at_again(
    window: Window, qtbot: QtBot, roll: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_all(window, qtbot, roll)
    looked: list[Looking] = []
    monkeypatch.setattr(detectors, "look", lambda *given: looked.append(given[2]))
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([roll])
    photo = window.photos.photo(window.photos.row(roll / "astronaut.jpg"))
    assert photo.seen  # already when all is read, before faces are looked for
    assert photo.report
    assert any(each.kind == Kind.FACE for each in photo.report.findings)
    qtbot.waitUntil(lambda: not window.roll.reading.running, timeout=60_000)
    photo = window.photos.photo(window.photos.row(roll / "astronaut.jpg"))
    assert photo.report
    assert any(each.likeness for each in photo.report.findings)  # who is who was computed anew
    assert not looked


def test_everything_is_forgotten_when_that_is_confirmed(window: Window, qtbot: QtBot, roll: Path) -> None:
    open_all(window, qtbot, roll)
    window.show_welcome()
    assert store.path().exists()
    assert window.welcome.recent.rows
    choose(window, "Forget everything…")
    box = window.dialogs.forgetting.box
    assert box
    assert "recent folders" in box.informativeText()
    assert "Your photos, your copies" in box.informativeText()
    QTest.mouseClick(button(box, "Forget everything"), LEFT)
    assert not store.path().exists()
    assert settings.load().recent == ()
    assert not window.welcome.recent.rows
    done = window.dialogs.forgetting.box
    assert done is not box
    assert done
    assert "What was seen in photos: " in done.informativeText()
    assert "Recent folders: 1." in done.informativeText()
    done.close()
    assert (roll / "astronaut.jpg").exists()


def test_what_was_decided_just_now_is_forgotten_too(window: Window, qtbot: QtBot, roll: Path) -> None:
    open_all(window, qtbot, roll)
    window.history.decide({roll / "astronaut.jpg": Edits(cover=(Box(1, 2, 30, 40),))}, "Cover")
    window.dialogs.forgetting.forget()
    window.remembering.wait()
    assert not decisions.path().exists()
    window.history.decide({roll / "astronaut.jpg": Edits(cover=(Box(1, 2, 50, 60),))}, "Cover")
    window.remembering.wait()
    assert decisions.path().exists()  # and it goes on from there
    assert window.dialogs.forgetting.box
    window.dialogs.forgetting.box.close()


def test_nothing_is_forgotten_when_that_is_not_confirmed(window: Window, qtbot: QtBot, roll: Path) -> None:
    open_all(window, qtbot, roll)
    choose(window, "Forget everything…")
    box = window.dialogs.forgetting.box
    assert box
    QTest.keyClick(box, Qt.Key.Key_Return)  # what is pressed without reading does nothing
    qtbot.waitUntil(lambda: not any(isinstance(e, QMessageBox) and e.isVisible() for e in QApplication.allWidgets()))
    assert store.path().exists()
    assert settings.load().recent == (roll,)


def test_people_are_remembered_only_if_that_is_chosen(window: Window, qtbot: QtBot, roll: Path) -> None:
    open_all(window, qtbot, roll)
    assert _likenesses() == 0
    choose(window, "What Lenscap remembers…")
    dialog = memory(qtbot)
    assert dialog.people.current() == "no"
    QTest.mouseClick(dialog.people.segment("yes"), LEFT)
    assert settings.load().remember_people
    open_all(window, qtbot, roll)
    assert _likenesses() == 1
    QTest.mouseClick(dialog.people.segment("no"), LEFT)
    assert not settings.load().remember_people
    assert _likenesses() == 0
    dialog.close()


def _likenesses() -> int:
    with store.opened() as it:
        return len(it._database.ask("SELECT 1 FROM reports WHERE likenesses IS NOT NULL"))


def test_the_dialog_leads_to_forgetting(window: Window, qtbot: QtBot) -> None:
    choose(window, "What Lenscap remembers…")
    dialog = memory(qtbot)
    QTest.mouseClick(dialog.everything, LEFT)
    assert window.dialogs.forgetting.box
    window.dialogs.forgetting.box.close()
    dialog.close()
