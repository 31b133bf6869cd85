"""Watching a folder from the window: it is chosen, photos come, and it is ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lenscap import sources, store, watching
from lenscap.gui.watching import WatchDialog
from lenscap.gui.widgets import ElidedLabel
from lenscap.gui.window import Window
from lenscap.watching import waking
from tests.gui.test_memory import choose

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_QUIET", 0.1)
    monkeypatch.setattr(store, "_SETTLED", 0.0)
    monkeypatch.setattr(watching, "_SOON", 0.05)
    monkeypatch.setattr(waking, "_AT_LEAST", 0.02)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    Image.new("RGB", (64, 48), "teal").save(made / "first.jpg")
    return made


@pytest.fixture
def dialog(window: Window, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WatchDialog]:
    window.roll.presets.chosen = "metadata"
    choose(window, "Watch a folder…")
    assert window.dialogs.watching
    assert not window.dialogs.watching.action.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(inbox))
    QTest.mouseClick(window.dialogs.watching.folder_button, LEFT)
    yield window.dialogs.watching
    window.dialogs.watching.wait()


def said(dialog: WatchDialog) -> str:
    return " ".join(each.whole() for each in dialog.findChildren(ElidedLabel))


def test_photos_are_cleaned_as_they_come_until_it_is_stopped(
    dialog: WatchDialog, qtbot: QtBot, inbox: Path, tmp_path: Path
) -> None:
    QTest.mouseClick(dialog.action, LEFT)
    assert dialog.action.text() == "Stop"
    assert not dialog.folder_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.status.text().startswith("Waiting for photos."), timeout=20_000)
    Image.new("RGB", (64, 48), "red").save(inbox / "second.jpg")
    qtbot.waitUntil(lambda: dialog.counts.text() == "Copies: 2. Without a copy: 0.", timeout=20_000)
    assert "second.jpg: " in said(dialog)
    assert {path.name for path in (tmp_path / "copies").iterdir()} == {"first.jpg", "second.jpg"}
    with qtbot.waitSignal(dialog.running.ended, timeout=20_000):
        QTest.mouseClick(dialog.action, LEFT)
    assert dialog.status.text() == "Stopped. Copies that were finished are kept."
    assert dialog.action.text() == "Watch"


def test_it_goes_on_when_the_dialog_is_closed_and_shows_it_again(
    dialog: WatchDialog, window: Window, qtbot: QtBot, inbox: Path
) -> None:
    QTest.mouseClick(dialog.action, LEFT)
    dialog.close()
    (inbox / "torn.jpg").write_bytes(b"not a photo")
    qtbot.waitUntil(lambda: dialog.counts.text() == "Copies: 1. Without a copy: 1.", timeout=20_000)
    choose(window, "Watch a folder…")
    assert window.dialogs.watching is dialog
    assert dialog.isVisible()


def test_a_folder_that_goes_is_said(
    dialog: WatchDialog, qtbot: QtBot, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waking, "_RARELY", 0.1)
    QTest.mouseClick(dialog.action, LEFT)
    qtbot.waitUntil(lambda: dialog.status.text().startswith("Waiting for photos."), timeout=20_000)
    inbox.rename(inbox.with_name("away"))
    qtbot.waitUntil(lambda: dialog.status.text().startswith("The folder is not there"), timeout=20_000)


def test_copies_that_would_come_back_as_photos_are_refused_in_words(dialog: WatchDialog, inbox: Path) -> None:
    QTest.mouseClick(dialog.to_button, LEFT)  # the same folder
    QTest.mouseClick(dialog.action, LEFT)
    assert "Choose another folder" in dialog.status.text()
    assert not dialog.running.on


def test_the_window_closes_while_a_folder_is_watched(dialog: WatchDialog, window: Window) -> None:
    QTest.mouseClick(dialog.action, LEFT)
    window.close()
    assert dialog.running._task._thread.isFinished()
