"""The window answers at once whatever is under way: nothing holds up its thread for a tenth of a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenscap.gui.window import Window
from tests.gui.watchdog import Watchdog
from tests.pictures import astronaut, encoded

STALL = 0.1
"""Seconds of work between two ticks of its clock; its own work, as other programs take a share of the machine."""
PHOTOS = 60


def test_the_watchdog_sees_a_stall(qapp: QApplication, qtbot: QtBot) -> None:
    def stall() -> None:
        end = time.thread_time() + STALL * 5
        while time.thread_time() < end:
            pass

    with Watchdog().set() as watchdog:
        QTimer.singleShot(0, stall)
        qtbot.wait(800)
    assert watchdog.longest().work > STALL


@pytest.mark.slow
@pytest.mark.reads_apart
def test_nothing_stalls_the_window_while_photos_are_read_and_cleaned(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "roll"
    folder.mkdir()
    picture = encoded(astronaut(), "JPEG")
    for number in range(PHOTOS):
        (folder / f"IMG_{number:04}.jpg").write_bytes(picture)
    with Watchdog().set() as watchdog:
        for name, deed in tour(window, folder):
            watchdog.deed = name
            QTimer.singleShot(0, deed)
            qtbot.wait(250)
        qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=240_000)
        watchdog.deed = "done"
        qtbot.wait(500)
    longest = watchdog.longest()
    assert longest.work < STALL, longest


def tour(window: Window, folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """What somebody in a hurry does; each deed is done inside the event loop."""
    grid, viewer, chips = window.roll.grid, window.viewer, window.roll.bar.chips
    yield "open", lambda: window.open_paths([folder])
    yield "wait", lambda: None
    yield from [("page down", lambda: QTest.keyClick(grid, Qt.Key.Key_PageDown))] * 3
    yield "select all", lambda: QTest.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    yield from ((f"filter {name}", chip.click) for name, chip in chips.items())
    yield "no filter", chips["all"].click
    yield "home", lambda: QTest.keyClick(grid, Qt.Key.Key_Home)
    yield "open photo", lambda: QTest.keyClick(grid, Qt.Key.Key_Return)
    yield from [("next photo", lambda: viewer.step(1))] * 4
    yield from [("zoom in", lambda: viewer.stage.zoom_by(1.25))] * 6
    yield from [("zoom out", lambda: viewer.stage.zoom_by(0.8))] * 6
    yield "leave photo", lambda: QTest.keyClick(viewer, Qt.Key.Key_Escape)
    yield from ((f"tab {key}", window.toolbar.tabs.segment(key).click) for key in ("cloud", "guide", "roll"))
    yield "clean", lambda: window.work.start([photo.path for photo in window.photos.photos()])
