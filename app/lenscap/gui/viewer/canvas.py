"""A photo with its frames over it, the divider between original and copy, and the zoom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QLabel, QWidget

from lenscap.gui import theme
from lenscap.gui.viewer import foreground
from lenscap.gui.viewer.boxes import BoxItem, name
from lenscap.gui.viewer.marks import Mark
from lenscap.gui.viewer.picture import PictureItem, Shown
from lenscap.model import Size

ORIGINAL, SPLIT, AFTER = "original", "split", "after"
_MARGIN = 16
_LARGEST = 16.0


class Canvas(QGraphicsView):
    """Shows one photo. Boxes are in pixels of the upright picture."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._after = PictureItem(), PictureItem()
        self._boxes: list[BoxItem] = []
        self._mode, self._share, self._fitting = SPLIT, 0.5, True
        self._words, self._sharp = "", False
        self._rubber = QRectF()
        self._notice, self._caption = QLabel(self), QLabel(self)
        self._dress()

    def _dress(self) -> None:
        scene = QGraphicsScene(self)
        scene.addItem(self._before)
        scene.addItem(self._after)
        self._after.setZValue(-0.5)
        self._before.setZValue(-1)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundBrush(theme.color("bg.stage", "dark"))
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Photo"))
        self.viewport().setAccessibleName(self.accessibleName())
        self._dress_notice()

    def _dress_notice(self) -> None:
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setWordWrap(True)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._notice.setFont(theme.font("title"))
        self._notice.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._notice.setForegroundRole(QPalette.ColorRole.WindowText)
        self._notice.hide()
        self._caption.setProperty("frame", "caption")
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        self._caption.setFont(theme.font("body"))
        self._caption.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._caption.hide()

    # -- what is shown ---------------------------------------------------------------------------------------------

    def clear(self, notice: str) -> None:
        """An empty stage, with a sentence on it."""
        self._before.show_levels((), QSizeF())
        self._after.show_levels((), QSizeF())
        self.show_marks([], -1, "soft")
        self._caption.hide()
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
        self.setAccessibleDescription(notice)

    def show_original(self, made: Shown, size: Size) -> None:
        """The photo as it is; ``size`` is what boxes refer to. A sharper one takes the place of one that was not."""
        better = not self.empty
        if not self._notice.isHidden():
            self._notice.hide()
            self.setAccessibleDescription("")
        self._caption.hide()
        self._before.show_levels(made.levels, QSizeF(*size))
        self._sharp = made.sharp
        if better:
            return
        self._after.show_levels((), QSizeF())
        edge = max(size) / 2
        self.scene().setSceneRect(self._before.boundingRect())
        self.setSceneRect(self._before.boundingRect().adjusted(-edge, -edge, edge, edge))
        self.fit()

    def show_alone(self, made: Shown, caption: str) -> None:
        """Another picture instead of the photo, with what it is; nothing can be decided about it."""
        self.clear("")
        self.show_original(made, made.size)
        self._caption.setText(caption)
        self._caption.show()
        self._place_caption()
        self._arrange()
        self.fit()
        self.setAccessibleDescription(caption)

    @property
    def alone(self) -> bool:
        """Whether another picture than the photo is shown."""
        return not self._caption.isHidden()

    def _place_caption(self) -> None:
        width = min(self.width() - 64, theme.px(560))
        height = self._caption.heightForWidth(width)
        self._caption.setGeometry((self.width() - width) // 2, self.height() - height - 24, width, height)

    def show_cleaned(self, made: Shown | None, words: str) -> None:
        """What the copy will show, with what is said of it; nothing where that is not known."""
        self._words = words
        self._after.show_levels(made.levels if made else (), self._before.boundingRect().size() if made else QSizeF())
        self._arrange()

    def show_marks(self, marks: list[Mark], chosen: int, style: str) -> None:
        """The frames, and which of them is the chosen one."""
        for box in self._boxes:
            self.scene().removeItem(box)
        self._boxes = [BoxItem(mark, row, style) for row, mark in enumerate(marks)]
        for box in self._boxes:
            self.scene().addItem(box)
            box.set_chosen(box.row == chosen)
        if 0 <= chosen < len(marks):
            self.setAccessibleDescription(name(marks[chosen]))

    def reveal(self, row: int) -> None:
        """Bring a frame into view, if there is one that is not."""
        if not self._fitting and 0 <= row < len(self._boxes):
            self.ensureVisible(self._boxes[row].rect, 48, 48)

    def set_mode(self, mode: str) -> None:
        """The original, the copy, or both with the divider between them."""
        self._mode = mode
        self._arrange()

    def hide_boxes(self, hidden: bool) -> None:
        """Show the photo without frames over it; nothing else changes."""
        for box in self._boxes:
            box.setVisible(not hidden)

    def show_rubber(self, rect: QRectF) -> None:
        """The box that is being drawn."""
        self._rubber = rect
        self.viewport().update()

    def split_at(self, x: float) -> None:
        """Put the divider at a column of the picture."""
        width = self._before.boundingRect().width()
        self._share = min(max(x / width, 0.0), 1.0) if width else 0.5
        self._arrange()

    def _arrange(self) -> None:
        width = self._before.boundingRect().width()
        mode = self.mode
        self._after.setVisible(mode != ORIGINAL)
        self._after.left = width * self._share if mode == SPLIT else 0
        self._before.right = self._after.left if mode != ORIGINAL and not self._after.empty else width
        self._after.update()
        self.viewport().update()

    # -- zoom --------------------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one of the picture."""
        return self.transform().m11() * self.devicePixelRatioF()

    @property
    def empty(self) -> bool:
        """Whether there is no picture."""
        return self._before.empty

    @property
    def mode(self) -> str:
        """What is shown: of another picture than the photo there is no copy."""
        return ORIGINAL if self.alone else self._mode

    @property
    def picture_rect(self) -> QRectF:
        """Where the picture is, in its own pixels."""
        return self._before.boundingRect()

    @property
    def sharp(self) -> bool:
        """Whether all the pixels of the photo are there."""
        return self._sharp and not self.empty

    @property
    def shows_copy(self) -> bool:
        """Whether it is known what the copy will show."""
        return not self._after.empty

    @property
    def divider(self) -> float:
        """Where the divider is, as a share of the picture's width."""
        return self._share

    def fit(self) -> None:
        """Show the whole picture, a photo never larger than four times its size; what is hidden may be tiny."""
        self._fitting = True
        rect = self._before.boundingRect()
        if rect.isEmpty():
            return
        room = self.viewport().size()
        across, down = (room.width() - 2 * _MARGIN) / rect.width(), (room.height() - 2 * _MARGIN) / rect.height()
        self._scale_to(max(min(across, down, _LARGEST if self.alone else 4.0), 0.001))
        self.centerOn(rect.center())

    def zoom_to(self, factor: float) -> None:
        """Show one pixel of the picture on ``factor`` pixels of the screen."""
        if self._before.empty:
            return
        self._fitting = False
        self._scale_to(min(max(factor / self.devicePixelRatioF(), self._smallest()), _LARGEST))

    def zoom_by(self, factor: float) -> None:
        """Nearer or farther."""
        self.zoom_to(self.zoom * factor)

    def _smallest(self) -> float:
        return min(1.0, 64 / max(1.0, self._before.boundingRect().width()))

    def _scale_to(self, scale: float) -> None:
        step = scale / self.transform().m11()
        self.scale(step, step)
        self.zoomed.emit(self.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted."""
        super().resizeEvent(event)
        self._notice.setGeometry(self.rect().adjusted(32, 32, -32, -32))
        self._place_caption()
        if self._fitting:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms, as in every viewer of photos."""
        self.zoom_by(1.0015 ** event.angleDelta().y())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching on a touchpad zooms too."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value())
            return True
        return super().viewportEvent(event)

    # -- over the picture --------------------------------------------------------------------------------------------

    def _shown(self) -> QRectF:
        """The part of the view that the picture covers."""
        whole = self.mapFromScene(self._before.boundingRect()).boundingRect()
        return QRectF(whole).intersected(QRectF(self.viewport().rect()))

    def _divider(self) -> float:
        return float(self.mapFromScene(QPointF(self._before.boundingRect().width() * self._share, 0)).x())

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:
        """The divider, the words in the corners and the box that is being drawn, in pixels of the view."""
        if self._before.empty:
            return
        rubber = self.mapFromScene(self._rubber).boundingRect()
        painter.save()
        painter.resetTransform()
        if not self.alone:
            foreground.draw(painter, self._shown(), self._mode, self._divider(), self._words)
        if not self._rubber.isNull():
            foreground.draw_rubber(painter, QRectF(rubber))
        painter.restore()
