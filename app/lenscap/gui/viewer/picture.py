"""A picture on the stage: drawn from the nearest of several sizes, so that it is smooth and quick at every zoom."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lenscap.model import Size

_SMALLEST_LEVEL = 640

Levels = tuple[QImage, ...]
"""One picture in several sizes, each half of the one before; the first is the whole one."""


class Shown(NamedTuple):
    """A photo for the stage: its levels, how large it is, and whether that is all there is to see."""

    levels: Levels
    size: Size
    sharp: bool = True


def levels(picture: QImage) -> Levels:
    """A picture in the sizes from which Qt draws quickest. Slow: for a thread of its own."""
    made = [picture]
    while max(made[-1].width(), made[-1].height()) > 2 * _SMALLEST_LEVEL:
        half = QSize(max(1, made[-1].width() // 2), max(1, made[-1].height() // 2))
        made.append(
            made[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    return tuple(made)


class PictureItem(QGraphicsItem):
    """A picture of ``size`` in the scene; of it only what lies between ``left`` and ``right`` is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: Levels = ()
        self._size = QSizeF()
        self.left, self.right = 0.0, float("inf")

    def show_levels(self, made: Levels, size: QSizeF) -> None:
        """Show another picture, stretched to ``size``."""
        self.prepareGeometryChange()
        self._levels = made
        self._size = size
        self.update()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw yet."""
        return not self._levels

    def boundingRect(self) -> QRectF:
        """The whole picture, also where it is not drawn."""
        return QRectF(0, 0, self._size.width(), self._size.height())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the smallest size that has all the pixels which the screen can show."""
        if self.empty:
            return
        needed = painter.worldTransform().m11() * painter.device().devicePixelRatioF() * self._size.width()
        level = next((image for image in reversed(self._levels) if image.width() >= needed), self._levels[0])
        target = self.boundingRect().intersected(QRectF(self.left, 0, self.right - self.left, self._size.height()))
        share = level.width() / self._size.width()
        source = QRectF(target.left() * share, 0, target.width() * share, level.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, needed < 3 * self._levels[0].width())
        painter.drawImage(target, level, source)
