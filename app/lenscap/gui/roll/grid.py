"""The photos as a grid of thumbnails."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QStyle

from lenscap.gui import theme
from lenscap.gui.handing import copies, drag
from lenscap.gui.roll import groups
from lenscap.gui.roll.cells import MARGIN, CellView
from lenscap.gui.roll.delegate import Thumbs, thumb_area, tick_area
from lenscap.gui.roll.filters import PhotoFilter, chosen_count, chosen_rows
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import Index
from lenscap.gui.thumbnails import Thumbnails

_STEP = 24
_SETTLE = 120
"""Milliseconds without scrolling after which thumbnails that are out of sight are not waited for."""
_HOVERS = {QEvent.Type.HoverEnter, QEvent.Type.HoverMove}
_STATE = QStyle.StateFlag


class PhotoGrid(CellView):
    """A grid whose columns fill its width. Enter or a double click opens a photo, space chooses it.

    Who drags from a chosen photo that was cleaned carries the copies of all that are chosen; else the mouse chooses.

    ``asked`` wants a menu for the photos that are chosen.
    """

    opened = Signal(Path)
    current_changed = Signal(object)
    chosen_changed = Signal(int)
    zoomed = Signal(int)
    asked = Signal(QPoint)

    def __init__(self, photos: PhotoFilter, thumbnails: Thumbnails) -> None:
        super().__init__(photos)
        self._thumbnails, self._thumbs = thumbnails, Thumbs(thumbnails)
        self._wanted = theme.SIZE["thumb_default"]
        self._hovered = -1
        self._held_at: QPoint | None = None
        self._by: groups.By = "nothing"
        self.setAccessibleName(self.tr("Photos"))
        self.setProperty("look", "grid")
        thumbnails.ready.connect(self._show)
        self.doubleClicked.connect(self._open)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settled.timeout.connect(self._drop_unseen)
        self.verticalScrollBar().valueChanged.connect(self._settled.start)

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

    def set_groups(self, by: groups.By) -> None:
        """Say what the groups have in common in which the photos stand."""
        self._by = by
        self.viewport().update()

    def current(self) -> Photo | None:
        """The photo that has the keyboard."""
        index = self.currentIndex()
        return self.photos.photo(index.row()) if index.isValid() else None

    def chosen(self) -> list[Photo]:
        """The photos that are chosen, in order."""
        return self.photos.photos_of(chosen_rows(self.selectionModel()))

    def chosen_count(self) -> int:
        """How many photos are chosen."""
        return chosen_count(self.selectionModel())

    def go_to_row(self, row: int) -> None:
        """Move to the photo in a row, if there is one, whatever keys are held down at the moment."""
        if 0 <= row < self.photos.rowCount():
            clear = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.photos.index(row), clear)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photos and headings that are in sight."""
        painter = QPainter(self.viewport())
        top = self.verticalOffset()
        area = event.rect().translated(0, top)
        painter.translate(0, -top)
        for section, y in self.lay.headings(area.top(), area.bottom()):
            self._paint_heading(painter, section, y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in self.lay.rows(area.top() - 4, area.bottom() + 4):
            cell = self.lay.rect(row)
            if cell.right() >= area.left() - 4 and cell.left() <= area.right() + 4:
                self._thumbs.paint(painter, cell, self.photos.photo(row), self._state_of(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width anew."""
        self._fill()
        super().resizeEvent(event)

    def _paint_heading(self, painter: QPainter, section: groups.Section, y: int) -> None:
        gap = theme.SIZE["grid_gap"] // 2
        room = QRect(MARGIN + gap, y, self.columns * self.cell - 2 * gap, self.lay.heading)
        number = groups.number(section.size)
        painter.setFont(theme.font("title"))
        metrics = painter.fontMetrics()
        room.setBottom(room.bottom() - theme.px(6))
        words = metrics.elidedText(
            groups.heading(section.key, self._by), Qt.TextElideMode.ElideRight, room.width() // 2
        )
        painter.setPen(theme.color("text.primary"))
        painter.drawText(room, _AT_BOTTOM, words)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.secondary"))
        painter.drawText(room.adjusted(metrics.horizontalAdvance(words) + 10, 0, 0, -1), _AT_BOTTOM, number)

    def _state_of(self, row: int) -> QStyle.StateFlag:
        state = _STATE.State_Enabled
        if self.selectionModel().isSelected(self.photos.index(row)):
            state |= _STATE.State_Selected
        if row == self._hovered:
            state |= _STATE.State_MouseOver
        if row == self.currentIndex().row() and self.hasFocus():
            state |= _STATE.State_HasFocus
        return state

    def _fill(self) -> None:
        """Make cells so large that whole columns fill the width between the margins."""
        room = self.width() - 2 * MARGIN
        columns = max(1, int(room / (self._wanted + theme.SIZE["grid_gap"]) + 0.25))
        self.set_cells(room // columns, columns)

    # -- what is done with it ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, space chooses, plus and minus change the size, Esc lets go."""
        pressed = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
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
        left = event.button() == Qt.MouseButton.LeftButton
        if (
            left
            and index.isValid()
            and tick_area(thumb_area(self.visualRect(index))).contains(event.position().toPoint())
        ):
            self._toggle(index)
            return
        if left and self._could_drag(index, event):
            self._held_at = event.position().toPoint()  # to press it may be to drag: else the release chooses it
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the copies of what is chosen, or draw a band as usual."""
        if self._held_at is None:
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - self._held_at).manhattanLength() >= QApplication.startDragDistance():
            self._held_at = None
            drag(self, copies(photo.result for photo in self.chosen() if photo.result))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It was no drag: choose that photo alone."""
        if self._held_at is not None:
            self.go_to_row(self.indexAt(self._held_at).row())
            self._held_at = None
        super().mouseReleaseEvent(event)

    def _could_drag(self, index: QModelIndex, event: QMouseEvent) -> bool:
        """Whether there is a copy under the mouse, of a photo that is chosen."""
        if not index.isValid() or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        return self.selectionModel().isSelected(index) and self.photos.photo(index.row()).cleaned

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: by mouse at the photo under it, by keyboard at the one that has it."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            at = self.visualRect(index).center() if by_key else event.pos()
            self.asked.emit(self.viewport().mapToGlobal(at))

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the mouse."""
        if isinstance(event, QHoverEvent):
            over = event.type() in _HOVERS
            row = self.indexAt(event.position().toPoint()).row() if over else -1
            if row != self._hovered:
                self._hovered, before = row, self._hovered
                self._redraw(before)
                self._redraw(row)
        return super().viewportEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the inspector, and a screen reader that another group begins."""
        super().currentChanged(current, previous)
        self._redraw(previous.row())
        section = self.lay.section(current.row()) if current.isValid() else None
        if section and not (previous.isValid() and self.lay.section(previous.row()) == section):
            said = f"{groups.heading(section.key, self._by)}, {groups.number(section.size)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.current_changed.emit(self.photos.photo(current.row()) if current.isValid() else None)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell the clean bar."""
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit(self.chosen_count())

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Toggle)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.photos.photo(index.row()).path)

    def _show(self, path: Path) -> None:
        self._redraw(self.photos.row(path))

    def _redraw(self, row: int) -> None:
        if row in self.rows_in_sight():
            self.viewport().update(self.visualRect(self.photos.index(row)).adjusted(-4, -4, 4, 4))

    def _drop_unseen(self) -> None:
        seen = {self.photos.photo(row).path for row in self.rows_in_sight()}
        current = self.current()
        self._thumbnails.keep_only(seen | {current.path} if current else seen)


_AT_BOTTOM = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
