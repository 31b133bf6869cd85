"""The stage: what the pointer and the keys do on the photo."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from lenscap.gui.viewer import foreground
from lenscap.gui.viewer.boxes import REACH, BoxItem
from lenscap.gui.viewer.canvas import SPLIT, Canvas
from lenscap.gui.viewer.gestures import Draw, Gesture, Pan, Shift, Slide, edge_cursor
from lenscap.gui.viewer.keys import ARROWS
from lenscap.gui.viewer.marks import Look


class Stage(Canvas):
    """A canvas that tells what the pointer and the keys want of it."""

    chosen = Signal(int)  # a row of the marks, or -1
    toggled = Signal(int)
    drawn = Signal(object)  # Box
    moved = Signal(int, object)  # a row, Box
    stepped = Signal(int)  # to the previous or the next photo
    nudged = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = False
        self._gesture: Gesture | None = None

    def clear(self, notice: str) -> None:
        """An empty stage: what the pointer had begun was about another photo."""
        self.give_up()
        super().clear(notice)

    def give_up(self) -> bool:
        """Forget what the pointer has begun, and say whether that was anything; frames have to be shown again."""
        began, self._gesture = self._gesture is not None, None
        self.show_rubber(QRectF())
        return began

    def set_drawing(self, drawing: bool) -> None:
        """Whether a drag draws a box."""
        self._drawing = drawing
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what the pointer is over."""
        if event.button() is not Qt.MouseButton.LeftButton or self._before.empty:
            return
        self._gesture = self._gesture_at(event.position().toPoint())
        self.viewport().setCursor(self._gesture.cursor)

    def _gesture_at(self, at: QPoint) -> Gesture:
        if self._drawing:
            return Draw(self, at)
        item, edges = self._grip_at(at)
        if item and edges:
            return Shift(self, at, item, edges)
        if self._on_divider(at):
            return Slide(self)
        item = self.box_at(at)
        return Shift(self, at, item, None) if item and item.movable else Pan(self, at, item)

    def _grip_at(self, at: QPoint) -> tuple[BoxItem | None, tuple[int, int] | None]:
        point, scale = self.mapToScene(at), self.transform().m11()
        for item in sorted(self._boxes, key=lambda box: not box.chosen):
            if item.isVisible() and (edges := item.edges_at(point, scale)):
                return item, edges
        return None, None

    def box_at(self, at: QPoint) -> BoxItem | None:
        """The smallest frame under the pointer."""
        point = self.mapToScene(at)
        scale = self.transform().m11()
        under = [box for box in self._boxes if box.isVisible() and box.is_under(point, scale)]
        return min(under, key=lambda box: box.rect.width() * box.rect.height(), default=None)

    def within(self, at: QPoint) -> QPointF:
        """The point of the picture that is nearest to a place in the view."""
        point, rect = self.mapToScene(at), self.picture_rect
        return QPointF(min(max(point.x(), 0.0), rect.right()), min(max(point.y(), 0.0), rect.bottom()))

    def _on_divider(self, at: QPoint) -> bool:
        if self.mode != SPLIT or self._before.empty:
            return False
        shown = self._shown()
        knob = foreground.knob(shown, self._divider())
        nearby = abs(at.x() - self._divider()) <= REACH and shown.top() <= at.y() <= shown.bottom()
        return knob.contains(QPointF(at)) or (nearby and self.box_at(at) is None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or show what a press would do."""
        at = event.position().toPoint()
        if self._gesture:
            self._gesture.move(at)
            return
        super().mouseMoveEvent(event)
        self.viewport().setCursor(self._cursor_at(at))

    def _cursor_at(self, at: QPoint) -> Qt.CursorShape:
        if self._drawing:
            return Qt.CursorShape.CrossCursor
        item, edges = self._grip_at(at)
        if item:
            return edge_cursor(edges)
        if self._on_divider(at):
            return Qt.CursorShape.SplitHCursor
        box = self.box_at(at)
        if box:
            return edge_cursor(None) if box.movable else Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.ArrowCursor if self._fitting else Qt.CursorShape.OpenHandCursor

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        gesture, self._gesture = self._gesture, None
        if gesture and event.button() is Qt.MouseButton.LeftButton:
            gesture.end(event.position().toPoint())
            self.viewport().setCursor(self._cursor_at(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is one more click."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows: a drawn box that is chosen moves; otherwise they lead to the next photo."""
        way = ARROWS.get(Qt.Key(event.key()))
        if way is None:
            return event.ignore()
        return self.go(way, 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def go(self, way: tuple[int, int], step: int) -> None:
        """Nudge the drawn box that is chosen, so many pixels; where there is none, go to another photo."""
        if any(box.chosen and box.mark.look is Look.DRAWN for box in self._boxes):
            self.nudged.emit(way[0] * step, way[1] * step)
        elif way[0]:
            self.stepped.emit(way[0])

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from frame to frame, and after the last one on to the next part of the page."""
        rows = [box.row for box in self._boxes if box.chosen]
        row = (rows[0] if rows else (-1 if forward else len(self._boxes))) + (1 if forward else -1)
        if 0 <= row < len(self._boxes):
            self.chosen.emit(row)
            return True
        self.chosen.emit(-1)
        return super().focusNextPrevChild(forward)
