"""The film strip under the stage: all the photos, small, and which of them is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import Role
from lenscap.gui.thumbnails import Thumbnails

HEIGHT = theme.SIZE["film_strip"]
_CELL = 64
_GAP = 6


class FilmStrip(QListView):
    """One row of pictures over the model of the roll, in the roll's order."""

    picked = Signal(int)

    def __init__(self, model: QAbstractItemModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self.setAccessibleName(self.tr("All photos"))
        self.setProperty("frame", "strip")
        self.setFixedHeight(HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Thumb(thumbnails, self))
        self.setModel(model)
        thumbnails.ready.connect(self._refresh)

    def show_row(self, row: int) -> None:
        """Mark a photo as the one that is shown."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Another photo was picked, by pointer or by key."""
        super().currentChanged(current, previous)
        if current.isValid() and self.isVisible():
            self.picked.emit(current.row())

    def _refresh(self, _path: Path) -> None:
        self.viewport().update()


class _Thumb(QStyledItemDelegate):
    """One picture, with a badge where there are faces in it."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for all."""
        return QSize(_CELL + _GAP, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw picture, badge, and the ring around the one that is shown."""
        photo: Photo = index.data(Role.PHOTO)
        cell = QRectF(0, 0, _CELL, _CELL)
        cell.moveCenter(QRectF(option.rect).center())
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shown = bool(option.state & QStyle.StateFlag.State_Selected)
        self._picture(painter, cell, photo, shown)
        if photo.counts.get("face"):
            _badge(painter, cell)
        if shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus.ring", "dark"), 2))
            painter.drawRoundedRect(cell.adjusted(-2, -2, 2, 2), 6, 6)
        painter.restore()

    def _picture(self, painter: QPainter, cell: QRectF, photo: Photo, shown: bool) -> None:
        path = QPainterPath()
        path.addRoundedRect(cell, theme.RADIUS["thumb"], theme.RADIUS["thumb"])
        made = self._thumbnails.get(photo.path)
        painter.fillPath(path, theme.color("bg.hover", "dark"))
        if made is None:
            self._missing(painter, cell, photo)
            return
        painter.save()
        painter.setClipPath(path)
        painter.setOpacity(1.0 if shown else 0.72)
        painter.drawPixmap(cell, made, centre(made))
        painter.restore()

    def _missing(self, painter: QPainter, cell: QRectF, photo: Photo) -> None:
        if not self._thumbnails.failed(photo.path):
            self._thumbnails.request(photo.path, _CELL * 2)
            return
        icon = icons.pixmap("photo", theme.color("text.tertiary", "dark"), 20, painter.device().devicePixelRatioF())
        painter.drawPixmap(cell.center() - QPointF(10, 10), icon)


def centre(picture: QPixmap) -> QRectF:
    """The largest square in the middle of a picture."""
    edge = min(picture.width(), picture.height())
    return QRectF((picture.width() - edge) / 2, (picture.height() - edge) / 2, edge, edge)


def _badge(painter: QPainter, cell: QRectF) -> None:
    spot = QRectF(cell.right() - 22, cell.bottom() - 22, 18, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("bg.scrim", "dark"))
    painter.drawEllipse(spot)
    face = icons.pixmap("face", theme.color("exposure.face.fg", "dark"), 12, painter.device().devicePixelRatioF())
    painter.drawPixmap(spot.topLeft() + QPointF(3, 3), face)
