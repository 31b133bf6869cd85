"""What the pointer does between press and release: pan, draw, move, resize, slide the divider, or just click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from lenscap.gui.viewer.marks import Look
from lenscap.model import Box

if TYPE_CHECKING:
    from lenscap.gui.viewer.boxes import BoxItem
    from lenscap.gui.viewer.stage import Stage


class Gesture(Protocol):
    """One press, the moves after it, and the release; positions are those of the view."""

    cursor: Qt.CursorShape

    def move(self, at: QPoint) -> None:
        """The pointer moved."""

    def end(self, at: QPoint, /) -> None:
        """The button was let go."""


class Pan:
    """Drags the picture; a press that hardly moved is a click, on a box or beside one."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, at: QPoint, item: BoxItem | None) -> None:
        self._stage, self._last, self._start, self._item = stage, at, at, item
        self._panning = False

    def move(self, at: QPoint) -> None:
        """Scroll by as much as the pointer went."""
        if not self._panning and not far(self._start, at):
            return
        self._panning = True
        step = at - self._last
        self._last = at
        for bar, way in ((self._stage.horizontalScrollBar(), step.x()), (self._stage.verticalScrollBar(), step.y())):
            bar.setValue(bar.value() - way)

    def end(self, _at: QPoint) -> None:
        """Tell of a click, if it was one."""
        if self._panning or (self._item and self._item.scene() is None):  # other frames are there by now
            return
        row = self._item.row if self._item else -1
        self._stage.chosen.emit(row)
        if self._item and self._item.mark.look is not Look.DRAWN:
            self._stage.toggled.emit(row)


class Slide:
    """Moves the divider between the original and the copy."""

    cursor = Qt.CursorShape.SplitHCursor

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def move(self, at: QPoint) -> None:
        """Bring the divider to the pointer."""
        self._stage.split_at(self._stage.mapToScene(at).x())

    def end(self, at: QPoint) -> None:
        """Leave the divider where it is."""


class Draw:
    """Pulls a new box open, as far as the picture goes; a press that hardly moved chooses what is there."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, at: QPoint) -> None:
        self._stage, self._at, self._start = stage, at, stage.within(at)
        self._drawing = False

    def move(self, at: QPoint) -> None:
        """Show how large the box would be."""
        self._drawing = self._drawing or far(self._at, at)
        if self._drawing:
            self._stage.show_rubber(self._pulled(at))

    def end(self, at: QPoint) -> None:
        """Offer the box to whoever listens."""
        self._stage.show_rubber(QRectF())
        if self._drawing:
            self._stage.drawn.emit(box_of(self._pulled(at)))
            return
        item = self._stage.box_at(at)
        self._stage.chosen.emit(item.row if item else -1)

    def _pulled(self, at: QPoint) -> QRectF:
        return QRectF(self._start, self._stage.within(at)).normalized()


class Shift:
    """Moves a frame, or one or two of its edges. ``edges`` as ``BoxItem.edges_at`` gives them."""

    def __init__(self, stage: Stage, at: QPoint, item: BoxItem, edges: tuple[int, int] | None) -> None:
        self._stage, self._item, self._edges, self._at = stage, item, edges, at
        self._start, self._rect = stage.mapToScene(at), item.rect
        self._moved = False
        self.cursor = edge_cursor(edges)

    def move(self, at: QPoint) -> None:
        """Show the box where it would be."""
        if self._moved or far(self._at, at):
            self._moved = True
            self._item.place(self._changed(self._stage.mapToScene(at) - self._start))

    def end(self, _at: QPoint) -> None:
        """Tell of the change; without one it was a click."""
        if self._item.scene() is None:  # other frames are there by now
            return
        row = self._item.row
        if self._moved:
            self._stage.moved.emit(row, box_of(self._item.rect))
            return
        self._stage.chosen.emit(row)
        if self._edges is None and self._item.mark.look is not Look.DRAWN:
            self._stage.toggled.emit(row)

    def _changed(self, step: QPointF) -> QRectF:
        """The box after a step, within the picture: it stops at the edges, and so do its own."""
        whole = self._stage.picture_rect
        if self._edges is None:
            x = min(max(step.x(), whole.left() - self._rect.left()), whole.right() - self._rect.right())
            y = min(max(step.y(), whole.top() - self._rect.top()), whole.bottom() - self._rect.bottom())
            return self._rect.translated(x, y)
        x, y = self._edges
        pulled = self._rect.adjusted(step.x() * (x < 0), step.y() * (y < 0), step.x() * (x > 0), step.y() * (y > 0))
        return pulled.normalized().intersected(whole)


def far(start: QPoint, at: QPoint) -> bool:
    """Whether the pointer went so far that it is a drag."""
    return (at - start).manhattanLength() >= 6


def box_of(rect: QRectF) -> Box:
    """Whole pixels."""
    whole = rect.toRect()
    return Box(whole.x(), whole.y(), whole.width(), whole.height())


def edge_cursor(edges: tuple[int, int] | None) -> Qt.CursorShape:
    """The cursor over a drawn box (None) or over one of its handles."""
    if edges is None:
        return Qt.CursorShape.SizeAllCursor
    x, y = edges
    if x == 0:
        return Qt.CursorShape.SizeVerCursor
    if y == 0:
        return Qt.CursorShape.SizeHorCursor
    return Qt.CursorShape.SizeFDiagCursor if x == y else Qt.CursorShape.SizeBDiagCursor
