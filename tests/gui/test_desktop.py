"""Manners on a desktop: where the keyboard is when a window comes to the front, and what is said to a screen reader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenscap.gui.window import Window
from lenscap.settings import load


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
