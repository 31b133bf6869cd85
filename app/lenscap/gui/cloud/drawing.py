"""How the parts of the map look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen

from lenscap.gui import icons, theme
from lenscap.gui.cloud import words
from lenscap.gui.cloud.marks import Dot

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
PAD = 16


def shade(painter: QPainter, area: QRectF) -> None:
    """Let the lights fade out to the left, where the list has to be read."""
    dark, clear = theme.color("map.sea"), theme.color("map.sea")
    dark.setAlpha(215)
    clear.setAlpha(0)
    fading = QLinearGradient(area.right() - theme.px(70), 0, area.right(), 0)
    fading.setColorAt(0, dark)
    fading.setColorAt(1, clear)
    painter.fillRect(area, fading)


def way(painter: QPainter, home: QPointF, to: QPointF) -> None:
    """A thin line from home to a place, slightly bent."""
    ink = theme.color("map.visit")
    ink.setAlpha(120)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    along = to - home
    bend = (home + to) / 2 + QPointF(along.y(), -along.x()) * 0.06
    path = QPainterPath(home)
    path.quadTo(bend, to)
    painter.drawPath(path)


def dot(painter: QPainter, dot: Dot, hovered: bool, ratio: float) -> None:
    """A place, or the likely home or work with its icon."""
    ink = theme.color("map.visit" if dot.mark.kind == "visit" else "map.home")
    painter.setPen(Qt.PenStyle.NoPen)
    halo = QColor(ink)
    halo.setAlpha(130 if hovered else 60)
    painter.setBrush(halo)
    painter.drawEllipse(dot.at, dot.radius + 4, dot.radius + 4)
    painter.setPen(QPen(theme.color("map.visit_ring"), 1.5))
    painter.setBrush(ink)
    painter.drawEllipse(dot.at, dot.radius, dot.radius)
    if dot.mark.kind == "home":
        _ring(painter, dot, ink)
        side = theme.px(14)
        drawn = icons.pixmap("home", theme.color("map.visit_ring"), side, ratio)
        painter.drawPixmap(QPointF(dot.at.x() - side / 2, dot.at.y() - side / 2), drawn)


def _ring(painter: QPainter, dot: Dot, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot.at, dot.radius + 6.5, dot.radius + 6.5)


def name(painter: QPainter, dot: Dot, area: QRectF | None) -> None:
    """The words beside a place: its name and number, or a second line."""
    if area is None:
        return
    right = area.right() < dot.at.x()
    if dot.mark.note:
        whole = area.height() > theme.px(20)
        first, second = _halves(area) if whole else (area, QRectF())
        side = _RIGHT if right else _LEFT
        _write(painter, first, dot.mark.name, "strong", theme.color("map.home"), side)
        if whole:
            _write(painter, second, dot.mark.note, "small", theme.color("map.label_dim"), side)
        return
    _write(painter, area, dot.mark.name, "strong", theme.color("map.label"), _LEFT)
    wide = QFontMetricsF(theme.font("strong")).horizontalAdvance(dot.mark.name) + 6
    number = words.number(len(dot.mark.photos))
    _write(painter, area.adjusted(wide, 0, 4, 0), number, "small", theme.color("map.label_dim"), _LEFT)


def corners(painter: QPainter, whole: QRect, title: str, said: str, credit: str) -> None:
    """The title on the left, what is said on the right, and below who made the list of towns."""
    top = QRectF(PAD, 12, whole.width() - 2 * PAD, theme.px(28))
    side, glyph = icons.grown(26), icons.grown(16)
    square = QRectF(PAD, 12 + (top.height() - side) / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("exposure.place.soft", "dark"))
    painter.drawRoundedRect(square, 5, 5)
    drawn = icons.pixmap("place", theme.color("exposure.place.fg", "dark"), glyph, painter.device().devicePixelRatioF())
    painter.drawPixmap(square.topLeft() + QPointF(1, 1) * ((side - glyph) / 2), drawn)
    _write(painter, top.adjusted(side + 10, 0, 0, 0), title, "title", theme.color("map.label"), _LEFT)
    _write(painter, top, said, "body", theme.color("map.label_dim"), _RIGHT)
    foot = QRectF(PAD, whole.height() - theme.px(26), whole.width() - 2 * PAD, theme.px(18))
    _write(painter, foot, credit, "caption", theme.color("map.label_dim"), _RIGHT)


def _halves(area: QRectF) -> tuple[QRectF, QRectF]:
    half = area.height() / 2
    return area.adjusted(0, 0, 0, -half), area.adjusted(0, half, 0, 0)


def _write(painter: QPainter, area: QRectF, text: str, font: str, ink: QColor, side: Qt.AlignmentFlag) -> None:
    """Words over the lights, with a dark edge that keeps them readable."""
    made = theme.font(font)
    painter.setFont(made)
    metrics = QFontMetricsF(made)
    wide = metrics.horizontalAdvance(text)
    x = area.right() - wide if side & Qt.AlignmentFlag.AlignRight else area.left()
    base = QPointF(x, area.center().y() + (metrics.ascent() - metrics.descent()) / 2)
    path = QPainterPath()
    path.addText(base, made, text)
    painter.strokePath(path, QPen(theme.color("map.sea"), 3))
    painter.setPen(ink)
    painter.drawText(base, text)
