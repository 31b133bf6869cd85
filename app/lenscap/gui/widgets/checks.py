"""A box that is ticked or not, in our colours: a style sheet cannot draw the tick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from lenscap.gui import icons, theme

_SIDE, _GAP = 18, 8


class CheckBox(QCheckBox):
    """Box and words; all of it can be pressed."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFont(theme.font("body"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for box and words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(theme.px(_SIDE) + _GAP + words + 4, theme.px(theme.SIZE["control"]))

    minimumSizeHint = sizeHint  # noqa: N815

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, open_ = self.isChecked(), self.isEnabled()
        side = theme.px(_SIDE)
        area = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        edge = "accent.base" if on else "text.tertiary" if self.underMouse() else "line.strong"
        painter.setPen(QPen(theme.ink(self, edge if open_ else "line.default"), 1))
        ground = ("accent.base" if open_ else "line.default") if on else "bg.surface"
        painter.setBrush(theme.ink(self, ground))
        painter.drawRoundedRect(area, 4, 4)
        if on:
            ink = theme.ink(self, "text.on_accent" if open_ else "text.disabled")
            tick = icons.pixmap("check", ink, side - 4, self.devicePixelRatioF())
            painter.drawPixmap(2, (self.height() - side) // 2 + 2, tick)
        painter.setPen(theme.ink(self, "text.primary" if open_ else "text.disabled"))
        painter.drawText(self.rect().adjusted(side + _GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
