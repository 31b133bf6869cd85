"""One of the row of people: a round picture, a cap or a number, and two lines under it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.cloud.faces import FacePictures
from lenscap.gui.cloud.parts import Pressable
from lenscap.gui.cloud.persons import Shown, called

_PICTURE, SLOT = 60, 84
"""The width of a round picture, and of the room for one person."""


class Somebody(Pressable):
    """A person of the row; ``asked`` tells where on the screen a menu was asked for."""

    asked = Signal(QPoint)

    def __init__(self, shown: Shown, pictures: FacePictures) -> None:
        super().__init__(", ".join(filter(None, (shown.name or called(shown), shown.line))))
        self.shown, self._pictures = shown, pictures
        self.setEnabled(bool(shown.photos))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button of the mouse, or the key for it."""
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.asked.emit(self.mapToGlobal(self.rect().center()) if keyboard else event.globalPos())

    def sizeHint(self) -> QSize:
        """The circle and two lines."""
        lines = 2 if self.shown.line else bool(self.shown.name)
        return QSize(theme.px(SLOT), theme.px(_PICTURE) + 8 + lines * theme.px(17))

    def minimumSizeHint(self) -> QSize:
        """The circle, and no less."""
        return QSize(theme.px(_PICTURE) + 4, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the lines under it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side = theme.px(_PICTURE)
        self._paint_circle(painter, QRectF((self.width() - side) / 2, 2, side, side))
        top = side + 6
        for text, font, ink in ((self.shown.name, "strong", "primary"), (self.shown.line, "body", "secondary")):
            painter.setFont(theme.font(font))
            painter.setPen(theme.ink(self, f"text.{ink}"))
            fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRectF(0, top, self.width(), theme.px(17)), Qt.AlignmentFlag.AlignCenter, fitted)
            top += theme.px(17)

    def _paint_circle(self, painter: QPainter, area: QRectF) -> None:
        made = self._pictures.get(self.shown.face)
        if self.shown.covered:
            _disc(painter, area, self, "accent.soft", "cap", "accent.base")
        elif self.shown.more:
            _disc(painter, area, self, "bg.hover", "", "")
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.ink(self, "text.secondary"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.shown.more)
        elif made is not None:
            _round(painter, area, made)
        else:
            _disc(painter, area, self, "exposure.face.soft", "face", "exposure.face.fg")


def _disc(painter: QPainter, area: QRectF, widget: QWidget, ground: str, icon: str, ink: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ink(widget, ground))
    painter.drawEllipse(area)
    if icon:
        side = theme.px(26)
        drawn = icons.pixmap(icon, theme.ink(widget, ink), side, widget.devicePixelRatioF())
        painter.drawPixmap(round(area.center().x() - side / 2), round(area.center().y() - side / 2), drawn)


def _round(painter: QPainter, area: QRectF, made: QPixmap) -> None:
    painter.save()
    shape = QPainterPath()
    shape.addEllipse(area)
    painter.setClipPath(shape)
    painter.drawPixmap(area, made, QRectF(made.rect()))
    painter.restore()
