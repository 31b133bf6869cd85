"""What comes into the window: files that are dropped or pasted, and pictures that have no file yet."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QWidget

from lenscap.errors import LenscapError
from lenscap.gui import drop
from lenscap.gui.pasted import Pasted, sweep


class Intake(QObject):
    """``given`` tells the files that came; what cannot be taken is answered with a sentence."""

    given = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._pasted = window, Pasted()
        sweep()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), window, self.paste)

    def welcomes(self, event: QDragEnterEvent) -> bool:
        """Whether what is held over the window is for it; its own copies on their way out are not."""
        data = event.mimeData()
        return event.source() is None and (data.hasUrls() or data.hasImage())

    def drop(self, event: QDropEvent) -> None:
        """Take what was let go. It is copied at most, whatever else was offered."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._take(event.mimeData())

    def paste(self) -> None:
        """Take what is in the clipboard."""
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # nothing, where it is empty
        self._take(held or QMimeData())

    def close(self) -> None:
        """For the end of the program."""
        self._pasted.close()

    def _take(self, data: QMimeData) -> None:
        paths = drop.paths(data)
        if paths:
            self.given.emit(paths)
        elif data.hasImage():
            self._keep(QImage(data.imageData()))
        elif data.hasUrls():
            self._answer(
                self.tr("Save the picture first, then drop the file."),
                self.tr("This is only the address of a picture, and Lenscap loads nothing from anywhere."),
            )
        else:
            self._answer(self.tr("There is no picture to paste."), self.tr("Copy a picture or files first."))

    def _keep(self, image: QImage) -> None:
        try:
            path = self._pasted.keep(image)
        except LenscapError as error:
            self._answer(str(error), self.tr("Save the picture first, then drop the file."))
        else:
            self.given.emit([path])

    def _answer(self, sentence: str, more: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Lenscap"), sentence, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(more)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
