"""A card from which all copies are dragged, or copied, into another program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout

from lenscap.gui.cleaning.side import Thumb
from lenscap.gui.handing import Copying, copies, drag
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import button, label
from lenscap.gui.writing import number
from lenscap.model import Result

_THUMBS = 4


class Handout(QFrame):
    """Some of the copies, small; a drag that begins anywhere on it takes all of them along."""

    said = Signal(str)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._results: Sequence[Result] = ()
        self._pressed: QPoint | None = None
        self._copying = Copying(self)
        self._thumbs = [Thumb(thumbnails, 40) for _ in range(_THUMBS)]
        self._title = label("", "strong", wrap=True)
        self.copy = button(self.tr("Copy"), "copy")
        self.copy.clicked.connect(lambda: self._copying.copy(self._copies()))
        self._copying.said.connect(self.said)
        self.setProperty("frame", "card")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.copy.setCursor(Qt.CursorShape.ArrowCursor)
        self._build()

    def _build(self) -> None:
        row, texts = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        for thumb in self._thumbs:
            thumb.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(thumb)
        row.addSpacing(6)
        texts.setSpacing(1)
        texts.addWidget(self._title)
        texts.addWidget(label(self.tr("Into a mail, a browser or a folder."), "small", "secondary", wrap=True))
        row.addLayout(texts, 1)
        row.addWidget(self.copy)

    def show_results(self, results: Sequence[Result]) -> None:
        """Offer the copies among these."""
        self._results = results
        targets = [result.target for result in results if result.target]
        for thumb, target in zip(self._thumbs, [*targets[:_THUMBS], *[None] * _THUMBS], strict=False):
            thumb.setVisible(target is not None)
            if target is not None:
                thumb.show_photo(target)
        one, many = self.tr("Drag the copy from here"), self.tr("Drag all {n} copies from here")
        self._title.setText(one if len(targets) == 1 else many.format(n=number(len(targets))))
        self.setAccessibleName(self._title.text())
        self.setVisible(bool(targets))

    def wait(self) -> None:
        """For the end of the program."""
        self._copying.wait()

    def _copies(self) -> list[Path]:
        return copies(self._results)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps the beginning of a drag."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from where it was pressed, it is one."""
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag(self, self._copies())
