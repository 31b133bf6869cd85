"""Closing the window while photos are being cleaned: the person is asked first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from lenscap.gui.cleaning.page import CleaningPage


class Leaving:
    """Holds a window open until the person has decided what becomes of the work."""

    def __init__(self, window: QWidget, cleaning: CleaningPage) -> None:
        self._window, self._cleaning = window, cleaning
        self._box: QMessageBox | None = None
        self._decided = False
        cleaning.ended.connect(self._withdraw)

    def holds(self, event: QCloseEvent) -> bool:
        """Whether the window stays for now; if so, the question is there."""
        if self._decided or not self._cleaning.working:
            return False
        event.ignore()
        if self._box is None:
            self._box = self._question()
            self._box.open()
        return True

    def _question(self) -> QMessageBox:
        box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("Lenscap"), _tr("Photos are still being cleaned."))
        box.setParent(self._window, Qt.WindowType.Dialog)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(_tr("Finished copies are kept. The originals stay as they are."))
        stop = box.addButton(_tr("Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_tr("Go on"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        stop.clicked.connect(self._stop)
        box.finished.connect(self._forget)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def _stop(self) -> None:
        self._decided = True
        self._window.close()

    def _withdraw(self) -> None:
        """There is nothing left to stop."""
        if self._box is not None and not self._decided:
            self._box.reject()

    def _forget(self) -> None:
        self._box = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Leaving", text)
