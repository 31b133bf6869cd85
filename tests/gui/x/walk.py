"""A person's way through the window with a real pointer and real keys: FOLDER COPIES HEARD.

Drop a folder, look at a photo, draw a box, take it back and again, clean, drag a copy out. Runs on the X server that
DISPLAY names, where ``desk.py`` is the other program. Ends with a sentence if something did not happen.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from lenscap import settings
from lenscap.gui import theme
from lenscap.gui.window import Window

SCREEN = (1600, 1000)
WINDOW = (0, 0, 1440, 800)
DESK = (0, 840, 600, 120)
SOURCE, TARGET = QPoint(100, 900), QPoint(450, 900)
PATIENCE = 120.0


class Person:
    """Moves the pointer and presses keys by way of the X server."""

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press the left button on a widget, in its middle if nothing else is said."""
        self._do("mousemove", *_on_screen(widget, at), "click", "1")

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Move from here to there on the screen with the button down, slowly enough to be a drag."""
        middle, near = (start + end) / 2, start + QPoint(24, 24)
        way = [each for point in (near, middle, end, end + QPoint(2, 2)) for each in _to(point)]
        self._do("mousemove", str(start.x()), str(start.y()), "sleep", "0.2", "mousedown", "1", *way, "mouseup", "1")

    def press(self, keys: str) -> None:
        """Press a key, or some at once: “ctrl+z”."""
        self._do("key", keys)

    def _do(self, *deeds: str) -> None:
        hand = subprocess.Popen(["xdotool", *deeds])
        wait_until(lambda: hand.poll() is not None, "the hand to have moved")
        settle(0.2)


def _to(point: QPoint) -> list[str]:
    return ["mousemove", str(point.x()), str(point.y()), "sleep", "0.2"]


def _on_screen(widget: QWidget, at: QPoint | None) -> tuple[str, str]:
    point = widget.mapToGlobal(at or widget.rect().center())
    return str(point.x()), str(point.y())


def settle(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def wait_until(happened: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > end:
            raise SystemExit(f"Waited in vain for {what}.")
        QApplication.processEvents()
        time.sleep(0.005)


def walk(window: Window, person: Person, heard: Path) -> None:
    person.drag(SOURCE, window.mapToGlobal(window.rect().center()))
    wait_until(lambda: window.photos.rowCount() == 2, "the dropped photos")
    wait_until(lambda: not window.roll.reading.running, "the photos to be read")
    draw_and_take_back(window, person)
    person.press("Escape")  # lets go of the box
    if not window.roll.isVisible():
        person.press("Escape")
    wait_until(window.roll.isVisible, "the roll")
    person.click(window.roll.clean_bar.button)
    wait_until(lambda: window.pages.currentWidget() is window.done, "the copies")
    settle(1)
    handle = window.done.handout
    person.drag(handle.mapToGlobal(QPoint(40, 30)), TARGET)
    wait_until(heard.exists, "a copy to arrive in the other program")


def draw_and_take_back(window: Window, person: Person) -> None:
    window.activateWindow()
    person.click(window.roll.grid.viewport(), QPoint(60, 60))
    person.press("Return")
    wait_until(lambda: window.viewer.isVisible() and not window.viewer.stage.empty, "the viewer")
    settle(1)
    person.press("d")
    middle = window.viewer.stage.mapToGlobal(window.viewer.stage.rect().center())
    person.drag(middle - QPoint(120, 80), middle)
    wait_until(lambda: drawn(window) == 1, "a box to be drawn")
    person.press("ctrl+z")
    wait_until(lambda: drawn(window) == 0, "the box to be taken back")
    person.press("ctrl+shift+z")
    wait_until(lambda: drawn(window) == 1, "the box to be there again")


def drawn(window: Window) -> int:
    return sum(len(edits.cover) for edits in window.photos.edits().values())


def main(folder: Path, copies: Path, heard: Path) -> None:
    app = QApplication([])
    theme.apply(app, "light")
    desk = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("desk.py")), str(folder), str(heard), *map(str, DESK)]
    )
    window = Window(replace(settings.load(), output=copies))
    window.setGeometry(*WINDOW)
    window.show()
    try:
        settle(3)
        walk(window, Person(), heard)
    finally:
        desk.kill()
        window.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
