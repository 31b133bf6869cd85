"""What lies over the stage in pixels of the screen: the divider with its handle, and the words in the corners."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from lenscap.gui import icons, theme

_KNOB = 36
_DARK = QColor("#1a1b1c")


def knob(shown: QRectF, x: float) -> QRectF:
    """Where the handle of the divider is, for a picture that covers ``shown``."""
    y = shown.top() + min(102.0, shown.height() / 2)
    return QRectF(x - _KNOB / 2, y - _KNOB / 2, _KNOB, _KNOB)


def draw(painter: QPainter, shown: QRectF, mode: str, x: float, after: str) -> None:
    """Draw all of it; ``after`` are the words over the copy."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = shown if mode != "split" else shown.intersected(QRectF(shown.left(), shown.top(), x - shown.left(), 1e6))
    right = shown if mode != "split" else shown.intersected(QRectF(x, shown.top(), 1e6, 1e6))
    if mode != "after":
        _label(painter, left, QCoreApplication.translate("Viewer", "Original"), Qt.AlignmentFlag.AlignLeft)
    if mode != "original":
        _label(painter, right, after, Qt.AlignmentFlag.AlignRight)
    if mode == "split" and shown.left() <= x <= shown.right():
        _divider(painter, shown, x)


def _label(painter: QPainter, room: QRectF, text: str, side: Qt.AlignmentFlag) -> None:
    font = theme.font("caption")
    font.setWeight(font.Weight.DemiBold)
    width, height = QFontMetricsF(font).horizontalAdvance(text) + 24, theme.px(24)
    if room.width() < width + 24 or room.height() < 3 * height:
        return
    left = room.left() + 12 if side is Qt.AlignmentFlag.AlignLeft else room.right() - width - 12
    pill = QRectF(left, room.top() + 12, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 21, 22, 225))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(font)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setPen(QColor("white"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _divider(painter: QPainter, shown: QRectF, x: float) -> None:
    line = QLineF(x, shown.top(), x, shown.bottom())
    painter.setPen(QPen(_DARK, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(line)
    painter.setPen(QPen(QColor("white"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(line)
    round_ = knob(shown, x)
    painter.setPen(QPen(_DARK, 1))
    painter.setBrush(QColor("white"))
    painter.drawEllipse(round_)
    ratio = painter.device().devicePixelRatioF()
    for name, shift in (("left", -13), ("right", -1)):
        arrow = icons.pixmap(name, _DARK, 14, ratio)
        painter.drawPixmap(QPointF(round_.center().x() + shift, round_.center().y() - 7), arrow)


def draw_rubber(painter: QPainter, rect: QRectF) -> None:
    """The box that is being pulled open."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((theme.color("overlay.casing"), 5), (theme.color("overlay.face_drawn"), 2)):
        painter.setPen(QPen(color, width))
        painter.drawRect(rect)
