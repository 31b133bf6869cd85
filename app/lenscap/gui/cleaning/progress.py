"""The bar that shows how far the cleaning is, in four parts by outcome."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from lenscap.gui import theme
from lenscap.gui.cleaning.words import COLORS
from lenscap.model import Outcome


class OutcomeBar(QProgressBar):
    """Cleaned, already clean, left out, failed, one after the other; the rest is still to come."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[Outcome, int] = {}
        self.setTextVisible(False)
        self.setFixedHeight(8)
        self.setAccessibleName(self.tr("How far the cleaning is"))

    def show_parts(self, parts: Mapping[Outcome, int], total: int) -> None:
        """How many there are of each outcome, out of how many."""
        self._parts = dict(parts)
        self.setRange(0, max(total, 1))
        self.setValue(sum(parts.values()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the four parts on the ground of what is left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), theme.color("line.default"))
        left = 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        for outcome, color in COLORS.items():
            width = self.width() * self._parts.get(outcome, 0) / self.maximum()
            painter.fillRect(QRectF(left, 0, width, self.height()), theme.color(color))
            left += width
