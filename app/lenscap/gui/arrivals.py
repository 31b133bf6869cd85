"""What becomes of photos that a file manager or a later start of the program sends to a window that is open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from lenscap.gui.calls import Call

if TYPE_CHECKING:
    from lenscap.gui.window import Window


class Arrivals(QObject):
    """Brings the window to the front and shows what came, and takes nothing away that somebody works at."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        window.pages.currentChanged.connect(self._go_on)

    def take(self, call: Call) -> None:
        """A later start wants to show these photos, or only the window."""
        self._raise(call.token)
        if call.paths:
            self._waiting.extend(call.paths)
            self._go_on()

    def _raise(self, token: str) -> None:
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt hands it to the desktop, which lets no other window up
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _go_on(self) -> None:
        """Show what waits, beside what is open; not while photos are cleaned."""
        window = self._window
        if self._waiting and window.pages.currentWidget() is not window.cleaning:
            paths, self._waiting = self._waiting, []
            window.add_paths(paths)
