"""Draws one photo of the grid: the picture, its badge, and whether it is chosen."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QStyle

from lenscap.gui import icons, theme
from lenscap.gui.roll.badges import badge, pill
from lenscap.gui.roll.photo import Photo
from lenscap.gui.thumbnails import Thumbnails

_KEPT = 16 << 20
"""Bytes of pictures that are kept as they are drawn."""
_TICK = 22


class Thumbs:
    """Draws thumbnails, centre-cropped to squares, each with half the gap around it."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        self._thumbnails = thumbnails
        self._cropped: OrderedDict[tuple[int, int, float], QPixmap] = OrderedDict()
        self._bytes = 0

    def paint(self, painter: QPainter, cell: QRect, photo: Photo, state: QStyle.StateFlag) -> None:
        """Draw one photo. The painter is to smooth edges, and its pen and brush are changed."""
        area = thumb_area(cell)
        self._paint_picture(painter, area, photo)
        self._paint_badge(painter, area, photo)
        self._paint_state(painter, area, state)

    def _paint_picture(self, painter: QPainter, area: QRect, photo: Photo) -> None:
        ratio = painter.device().devicePixelRatioF()
        thumb = self._thumbnails.get(photo.path)
        self._thumbnails.request(photo.path, round(area.width() * ratio))
        if thumb is not None:
            painter.drawPixmap(area.topLeft(), self._crop(thumb, area.width(), ratio))
            return
        broken = photo.problem is not None or self._thumbnails.failed(photo.path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("bg.hover"))
        painter.drawRoundedRect(area, theme.RADIUS["thumb"], theme.RADIUS["thumb"])
        if broken:
            _centred(painter, area, "doc", theme.color("text.tertiary"), 32)

    def _paint_badge(self, painter: QPainter, area: QRect, photo: Photo) -> None:
        shown = badge(photo)
        if photo.problem is not None:
            _corner_glyph(painter, area)
        elif shown:
            made = pill(shown, painter.device().devicePixelRatioF())
            painter.drawPixmap(area.left() + 6, round(area.bottom() - 5 - made.deviceIndependentSize().height()), made)

    def _paint_state(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.color("accent.base"), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(-2.75, -2.75, 2.75, 2.75), 6, 6)
            _tick(painter, tick_area(area), on=True)
        elif state & QStyle.StateFlag.State_MouseOver:
            _tick(painter, tick_area(area), on=False)
        if state & QStyle.StateFlag.State_HasFocus and not state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.color("focus.ring"), 2, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(-2, -2, 2, 2), 5, 5)

    def _crop(self, thumb: QPixmap, side: int, ratio: float) -> QPixmap:
        """The middle of a picture with round corners, as large as it is shown."""
        key = (thumb.cacheKey(), side, ratio)
        if key not in self._cropped:
            self._cropped[key] = cropped(thumb, side, ratio)
            self._bytes += _cost(self._cropped[key])
            while self._bytes > _KEPT and len(self._cropped) > 1:
                self._bytes -= _cost(self._cropped.popitem(last=False)[1])
        self._cropped.move_to_end(key)
        return self._cropped[key]


def thumb_area(cell: QRect) -> QRect:
    """The square of the picture in a cell."""
    half = theme.SIZE["grid_gap"] // 2
    return cell.adjusted(half, half, -half, -half)


def tick_area(area: QRect) -> QRect:
    """Where the tick of a picture is."""
    return QRect(area.right() - _TICK - 5, area.top() + 6, _TICK, _TICK)


def cropped(thumb: QPixmap, side: int, ratio: float) -> QPixmap:
    """The middle of a picture as a square with round corners."""
    made = QPixmap(QSize(side, side) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    scale = side / min(thumb.width(), thumb.height())
    picture = QBrush(thumb)
    shift = QTransform.fromTranslate((side - thumb.width() * scale) / 2, (side - thumb.height() * scale) / 2)
    picture.setTransform(QTransform.fromScale(scale, scale) * shift)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(picture)
    painter.drawRoundedRect(QRectF(0, 0, side, side), theme.RADIUS["thumb"], theme.RADIUS["thumb"])
    painter.end()
    return made


def _tick(painter: QPainter, area: QRect, on: bool) -> None:
    painter.setPen(QPen(QColor(255, 255, 255, 200), 1.5))
    painter.setBrush(theme.color("accent.base") if on else theme.color("bg.scrim", "light"))
    painter.drawEllipse(area)
    if on:
        _centred(painter, area, "check", theme.color("text.on_accent"), 14)


def _corner_glyph(painter: QPainter, area: QRect) -> None:
    corner = QRect(area.left() + 6, area.bottom() - 27, 22, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("bg.surface"))
    painter.drawEllipse(corner)
    _centred(painter, corner, "note", theme.color("state.note"), 14)


def _centred(painter: QPainter, area: QRect, name: str, ink: QColor, size: int) -> None:
    drawn = icons.pixmap(name, ink, size, painter.device().devicePixelRatioF())
    painter.drawPixmap(area.x() + (area.width() - size) // 2, area.y() + (area.height() - size) // 2, drawn)


def _cost(made: QPixmap) -> int:
    return made.width() * made.height() * 4
