"""The photos as a grid of thumbnails."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from lenscap.gui import theme
from lenscap.gui.roll.delegate import Index, ThumbDelegate, path_of, thumb_area, tick_area
from lenscap.gui.roll.filters import PhotoFilter
from lenscap.gui.roll.photos import Photo
from lenscap.gui.thumbnails import Thumbnails

_STEP = 24
_MARGIN = 12
_SETTLE = 120
"""Milliseconds without scrolling after which thumbnails that are out of sight are not waited for."""


class PhotoGrid(QListView):
    """A grid whose columns fill its width. Enter or a double click opens a photo, space chooses it."""

    opened = Signal(Path)
    current_changed = Signal(object)
    chosen_changed = Signal(int)
    zoomed = Signal(int)

    def __init__(self, photos: PhotoFilter, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._photos, self._thumbnails = photos, thumbnails
        self._wanted = theme.SIZE["thumb_default"]
        self._delegate = ThumbDelegate(thumbnails, self)
        self._set_up()
        self.setModel(photos)
        self.setItemDelegate(self._delegate)
        thumbnails.ready.connect(self._show)
        self.doubleClicked.connect(self._open)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settled.timeout.connect(self._drop_unseen)
        self.verticalScrollBar().valueChanged.connect(self._settled.start)

    def _set_up(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(500)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Photos"))
        self.setViewportMargins(_MARGIN, _MARGIN, 0, 0)
        self.setProperty("look", "grid")

    def thumb_size(self) -> int:
        """The size that was wished for; the columns that fill the width make it a little larger."""
        return self._wanted

    def set_thumb_size(self, size: int) -> None:
        """Show the photos larger or smaller."""
        least, most = theme.SIZE["thumb_min"], theme.SIZE["thumb_max"]
        size = min(most, max(least, size))
        if size != self._wanted:
            self._wanted = size
            self._fill()
            self.zoomed.emit(size)

    def current(self) -> Photo | None:
        """The photo that has the keyboard."""
        index = self.currentIndex()
        return self._photos.photo(index.row()) if index.isValid() else None

    def chosen(self) -> list[Photo]:
        """The photos that are chosen, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._photos.photo(row) for row in rows]

    def chosen_count(self) -> int:
        """How many photos are chosen."""
        selection = self.selectionModel().selection()
        return sum(selection.at(n).height() for n in range(selection.count()))

    def go_to_row(self, row: int) -> None:
        """Move to the photo in a row, if there is one."""
        if 0 <= row < self._photos.rowCount():
            self.setCurrentIndex(self._photos.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width anew."""
        self._fill()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, space chooses, plus and minus change the size, Esc lets go."""
        pressed = event.key()
        if (
            pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._open(self.currentIndex())
        elif pressed == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif pressed in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_thumb_size(self._wanted + _STEP)
        elif pressed == Qt.Key.Key_Minus:
            self.set_thumb_size(self._wanted - _STEP)
        elif pressed == Qt.Key.Key_Escape:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the tick chooses a photo and leaves the others as they are."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and tick_area(thumb_area(self.visualRect(index))).contains(event.position().toPoint()):
            self._toggle(index)
            return
        super().mousePressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the inspector."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self._photos.photo(current.row()) if current.isValid() else None)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell the clean bar."""
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit(self.chosen_count())

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Toggle)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(path_of(index))

    def _fill(self) -> None:
        """Make cells so large that whole columns fill the width between the margins."""
        room = self.width() - 2 * _MARGIN
        columns = max(1, int(room / (self._wanted + theme.SIZE["grid_gap"]) + 0.25))
        cell = room // columns
        if cell != self._delegate.cell or self.gridSize().isEmpty():
            self._delegate.cell = cell
            self.setGridSize(QSize(cell, cell))

    def _show(self, path: Path) -> None:
        row = self._photos.row(path)
        if row >= 0:
            self.viewport().update(self.visualRect(self._photos.index(row, 0)))

    def _drop_unseen(self) -> None:
        self._thumbnails.keep_only({path_of(index) for index in self._in_sight()})

    def _in_sight(self) -> list[QModelIndex]:
        """The photos in the viewport: from the one at its top to the first that is below it."""
        first = self.indexAt(self.viewport().rect().topLeft() + QRect(0, 0, 8, 8).center())
        found = []
        for row in range(max(0, first.row()), self._photos.rowCount()):
            index = self._photos.index(row, 0)
            if self.visualRect(index).top() > self.viewport().height():
                break
            found.append(index)
        return found
