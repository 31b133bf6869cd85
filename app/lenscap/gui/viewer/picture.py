"""A picture on the stage: drawn from the nearest of several sizes, so that it is smooth and quick at every zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColorSpace, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    from PIL.Image import Image

_SMALLEST_LEVEL = 640

Levels = tuple[QImage, ...]
"""One picture in several sizes, each half of the one before; the first is the whole one."""


def levels(picture: Image) -> Levels:
    """Turn a decoded picture into what Qt draws quickest. Slow: for a thread of its own."""
    made = [_image(picture)]
    while max(made[-1].width(), made[-1].height()) > 2 * _SMALLEST_LEVEL:
        half = made[-1].size() / 2
        made.append(
            made[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    return tuple(made)


def _image(picture: Image) -> QImage:
    profile = picture.info.get("icc_profile")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    raw = picture.convert(mode)
    layout = QImage.Format.Format_RGBA8888 if mode == "RGBA" else QImage.Format.Format_RGB888
    shared = QImage(raw.tobytes(), raw.width, raw.height, raw.width * len(mode), layout)
    image = shared.convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied if mode == "RGBA" else QImage.Format.Format_RGB32
    )
    return _in_srgb(image, profile) if isinstance(profile, bytes) else image


def _in_srgb(image: QImage, profile: bytes) -> QImage:
    """Wide colours as the screen shows them; a profile that cannot be read changes nothing."""
    space = QColorSpace.fromIccProfile(profile)
    if space.isValid() and space.colorModel() is QColorSpace.ColorModel.Rgb:
        image.setColorSpace(space)
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image


class PictureItem(QGraphicsItem):
    """A picture of ``size`` in the scene; of it only what lies right of ``left`` is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: Levels = ()
        self._size = QSizeF()
        self.left = 0.0

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
        target = self.boundingRect().adjusted(self.left, 0, 0, 0)
        share = level.width() / self._size.width()
        source = QRectF(self.left * share, 0, target.width() * share, level.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, needed < 3 * self._levels[0].width())
        painter.drawImage(target, level, source)
