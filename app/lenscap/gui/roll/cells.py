"""A grid of square cells with headings, as a view with Qt's manners that leaves the layout to arithmetic."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from lenscap.gui import theme
from lenscap.gui.roll.filters import PhotoFilter
from lenscap.gui.roll.layout import Layout
from lenscap.gui.roll.photos import Index
from lenscap.gui.roll.runs import runs

MARGIN = 12
_HEADING = 44
_HINT = QAbstractItemView.ScrollHint
_MOVE = QAbstractItemView.CursorAction


class CellView(QListView):
    """Keyboard, mouse and screen readers work as in any list of Qt's; where the cells are is said by ``lay``.

    It is a QListView for screen readers alone, which know that and no other: Qt's own layout has no headings, and asks
    and stores each of 50,000 items.
    """

    def __init__(self, photos: PhotoFilter) -> None:
        super().__init__()
        self.photos = photos
        self.cell = theme.SIZE["thumb_default"] + theme.SIZE["grid_gap"]
        self.columns = 1
        self._lay: Layout | None = None
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        for changed in (photos.modelReset, photos.rowsInserted, photos.rowsRemoved):
            changed.connect(self._lay_anew)
        self.setModel(photos)
        self.setSelectionModel(photos.chosen)

    @property
    def lay(self) -> Layout:
        """Where the cells are."""
        if self._lay is None:
            sections = self.photos.sections()
            heading = theme.px(_HEADING)
            self._lay = Layout(self.photos.rowCount(), self.columns, self.cell, MARGIN, heading, sections)
        return self._lay

    def set_cells(self, cell: int, columns: int) -> None:
        """Make cells as large as this, so many beside each other; what is at the top stays there."""
        if (cell, columns) == (self.cell, self.columns):
            return
        first = self.lay.rows(self.verticalOffset() + self.cell // 2, self.verticalOffset() + self.cell)
        self.cell, self.columns = cell, columns
        self._lay_anew()
        self.updateGeometries()
        if first and first.start > 0:
            self.scrollTo(self.photos.index(first.start), _HINT.PositionAtTop)

    def rows_in_sight(self) -> range:
        """The rows of which something can be seen."""
        top = self.verticalOffset()
        return self.lay.rows(top, top + self.viewport().height())

    # -- what a view has to know -------------------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        """Where a photo is in the viewport."""
        if not index.isValid() or index.row() >= self.lay.count:
            return QRect()
        return self.lay.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The photo at a point of the viewport."""
        row = self.lay.row_at(point.x(), point.y() + self.verticalOffset())
        return self.photos.index(row) if row >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _HINT.EnsureVisible) -> None:
        """Bring a photo into sight, with the heading above it where it is the first under one."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        area = self.lay.rect(index.row())
        section = self.lay.section(index.row())
        if section is not None and index.row() < section.first + self.columns:
            area.setTop(area.top() - self.lay.heading)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if hint == _HINT.PositionAtCenter:
            bar.setValue(area.center().y() - height // 2)
        elif hint == _HINT.PositionAtTop or area.top() - MARGIN < bar.value():
            bar.setValue(area.top() - MARGIN)
        elif hint == _HINT.PositionAtBottom or area.bottom() + MARGIN > bar.value() + height:
            bar.setValue(area.bottom() + MARGIN - height)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _keys: Qt.KeyboardModifier) -> QModelIndex:
        """The photo that a key leads to."""
        count, row = self.lay.count, self.currentIndex().row()
        if not count:
            return QModelIndex()
        page = max(1, self.viewport().height() // self.cell - 1)
        steps = {_MOVE.MoveUp: -1, _MOVE.MoveDown: 1, _MOVE.MovePageUp: -page, _MOVE.MovePageDown: page}
        if action == _MOVE.MoveHome or row < 0:
            row = 0
        elif action == _MOVE.MoveEnd:
            row = count - 1
        elif action in steps:
            row = self._lines_away(row, steps[action])
        else:
            row += -1 if action in (_MOVE.MoveLeft, _MOVE.MovePrevious) else 1
        return self.photos.index(min(count - 1, max(0, row)))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose what is between two corners: all in a band drawn by mouse, or all from the one photo to the other."""
        selection = QItemSelection()
        for first, last in self._banded(rect) if self._is_drawn() else self._between(rect):
            selection.append(QItemSelectionRange(self.photos.index(first), self.photos.index(last)))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What has to be drawn anew: of what is selected, that which is in sight."""
        seen, region = self.rows_in_sight(), QRegion()
        for number in range(selection.count()):
            each = selection.at(number)
            for row in range(max(each.top(), seen.start), min(each.bottom() + 1, seen.stop)):
                region += self.lay.rect(row).translated(0, -self.verticalOffset()).adjusted(-4, -4, 4, 4)
        return region

    def isIndexHidden(self, _index: Index) -> bool:
        """None is."""
        return False

    def horizontalOffset(self) -> int:
        """It scrolls up and down only."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def doItemsLayout(self) -> None:
        """Lay out anew."""
        self._lay = None
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.lay.height - height))
        bar.setPageStep(height)
        bar.setSingleStep(max(1, self.cell // 2))
        QAbstractItemView.updateGeometries(self)

    def viewportSizeHint(self) -> QSize:
        """As large as it likes."""
        return QSize(self.cell * 4, self.cell * 4)

    def selectAll(self) -> None:
        """Choose all that are shown, as one range."""
        if self.lay.count:
            every = QItemSelection(self.photos.index(0), self.photos.index(self.lay.count - 1))
            self.selectionModel().select(every, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyboardSearch(self, _search: str) -> None:
        """Letters and signs are keys of the page; to look for a name among 50,000 is no matter of one."""

    # -- within ------------------------------------------------------------------------------------------------------

    def _lay_anew(self) -> None:
        self._lay = None
        self.scheduleDelayedItemsLayout()

    def _lines_away(self, row: int, lines: int) -> int:
        """So many lines up or down, as far as there are some."""
        while lines and (found := self.lay.beside(row, lines)) == row:
            lines -= 1 if lines > 0 else -1
        return found if lines else row

    def _is_drawn(self) -> bool:
        return self.state() == QAbstractItemView.State.DragSelectingState

    def _banded(self, rect: QRect) -> list[tuple[int, int]]:
        band = rect.normalized().translated(0, self.verticalOffset())
        rows = self.lay.rows(band.top(), band.bottom())
        return list(runs([row for row in rows if self.lay.rect(row).intersects(band)]))

    def _between(self, rect: QRect) -> list[tuple[int, int]]:
        ends = [self.indexAt(corner).row() for corner in (rect.topLeft(), rect.bottomRight())]
        return [(min(ends), max(ends))] if min(ends) >= 0 else []
