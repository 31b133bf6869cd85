"""A few photos of a suggestion side by side, as small pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from lenscap.gui import icons, theme
from lenscap.gui.thumbnails import Thumbnails

_SIZE = QSize(148, 102)
_GAP = 3.0
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_UP = 0.35
"""Which part of what is cut off a photo is cut off above: heads are rather up than down."""
_MOST = {"recap": 3, "restyle": 2}
"""How many photos are shown of a kind; four of any other."""


class Collage(QWidget):
    """Two side by side, a wide one over two, or two rows."""

    def __init__(self, thumbnails: Thumbnails, kind: str, photos: Sequence[Path]) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self.photos = picked(photos, _MOST.get(kind, 4))
        self.setFixedSize(_SIZE)
        thumbnails.ready.connect(self._refresh)

    def _refresh(self, path: Path) -> None:
        if path in self.photos:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photos with round corners around all of them."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), theme.RADIUS["thumb"], theme.RADIUS["thumb"])
        painter.setClipPath(shape)
        for path, area in zip(self.photos, cells(len(self.photos), QRectF(self.rect())), strict=True):
            self._paint_photo(painter, path, area)

    def _paint_photo(self, painter: QPainter, path: Path, area: QRectF) -> None:
        """The middle of a photo, cut to the cell."""
        self._thumbnails.request(path, round(max(area.width(), area.height()) * self.devicePixelRatioF()))
        made = self._thumbnails.get(path)
        if made is None:
            painter.fillRect(area, theme.ink(self, "bg.hover"))
            glyph = icons.pixmap("photo", theme.ink(self, "text.tertiary"), 16, self.devicePixelRatioF())
            painter.drawPixmap(round(area.center().x() - 8), round(area.center().y() - 8), glyph)
            return
        size = area.size().scaled(made.width(), made.height(), _KEEP)
        cut = QRectF((made.width() - size.width()) / 2, (made.height() - size.height()) * _UP, 0, 0)
        cut.setSize(size)
        painter.drawPixmap(area, made, cut)


def picked(photos: Sequence[Path], most: int) -> list[Path]:
    """Some of the photos, from the first to the last at equal distances."""
    if len(photos) <= most:
        return list(photos)
    return [photos[round(number * (len(photos) - 1) / (most - 1))] for number in range(most)]


def cells(count: int, whole: QRectF) -> list[QRectF]:
    """Where the photos are."""
    half = (whole.width() - _GAP) / 2
    left, right = QRectF(0, 0, half, whole.height()), QRectF(half + _GAP, 0, half, whole.height())
    if count <= 1:
        return [whole][:count]
    if count == 2:
        return [left, right]
    low = (whole.height() - _GAP) / 2 if count > 3 else whole.height() * 0.4
    top = QRectF(0, 0, whole.width(), whole.height() - low - _GAP)
    foot = [side.adjusted(0, top.height() + _GAP, 0, 0) for side in (left, right)]
    if count == 3:
        return [top, *foot]
    return [*(side.adjusted(0, 0, 0, -low - _GAP) for side in (left, right)), *foot]
