"""What becomes of photos that a file manager or a later start of the program sends to a window that is open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from lenscap.gui.calls import Call

if TYPE_CHECKING:
    from lenscap.gui.window import Window


class Arrivals(QObject):
    """Brings the window to the front and shows what came, but takes nothing away that somebody works at."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        self._question: QMessageBox | None = None
        window.pages.currentChanged.connect(self._go_on)

    def take(self, call: Call) -> None:
        """A later start wants to show these photos, or only the window."""
        self._raise(call.token)
        if call.paths:
            self._waiting = list(call.paths)
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
        """Show what waits; not while photos are cleaned, and after a question where decisions would be lost."""
        window = self._window
        if not self._waiting or window.pages.currentWidget() is window.cleaning:
            return
        paths, self._waiting = self._waiting, []
        if window.history.count() or window.pages.currentWidget() is window.done:
            self._ask(paths)
        else:
            window.open_paths(paths)

    def _ask(self, paths: list[Path]) -> None:
        if self._question is not None:
            self._question.close()  # it asked about what came before
        box = self._question = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("Lenscap"),
            self.tr("Other photos were sent to this window. Show them?"),
            parent=self._window,
        )
        box.setInformativeText(self.tr("What you decided by hand about the photos that are open is not kept."))
        box.setTextFormat(Qt.TextFormat.PlainText)
        show = box.addButton(self.tr("Show them"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Stay here"), QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(self._forget_question)
        show.clicked.connect(lambda: self._window.open_paths(paths))
        box.open()

    def _forget_question(self) -> None:
        if self._question is not None:
            self._question.deleteLater()
            self._question = None
