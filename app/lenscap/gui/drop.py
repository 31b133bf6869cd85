"""Files and folders that are dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lenscap.gui import theme


def paths(dropped: QMimeData) -> list[Path]:
    """The files and folders of this computer in what is dropped; addresses elsewhere are passed over."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


class DropOutline(QWidget):
    """Shown over the page while something is held above the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._joining = False
        self.hide()

    def cover(self, joining: bool) -> None:
        """Show it over all of its parent; ``joining``: what is dropped will be cleaned with the others."""
        self._joining = joining
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a veil and an outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = theme.color("accent.soft")
        veil.setAlphaF(0.8)
        painter.setBrush(veil)
        painter.setPen(QPen(theme.color("accent.base"), 3))
        area = QRectF(self.rect()).adjusted(10, 10, -10, -10)
        painter.drawRoundedRect(area, theme.RADIUS["sheet"], theme.RADIUS["sheet"])
        self._paint_words(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        words = self.tr("Drop to clean these, too") if self._joining else self.tr("Drop to see what they tell")
        painter.setFont(theme.font("heading"))
        ground = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-28, -14, 28, 14)
        ground.moveCenter(area.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent.base"))
        painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        painter.setPen(theme.color("text.on_accent"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
