"""The ring around the control that has the keyboard. A style sheet cannot draw one that stands off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QSlider, QWidget
from shiboken6 import isValid

from lenscap.gui import theme

_RINGED = (QAbstractButton, QComboBox, QSlider, QScrollArea)
_OFF = 4
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.ParentChange}


class FocusRing(QWidget):
    """One ring for a window. It comes with the keyboard and not with the mouse."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The control, or something that it stands in, moved."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, and the halo between it and the control."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.ink(self._ringed(), "focus.halo"), 2))
        outer = QRectF(self.rect())
        radius = self._radius()
        painter.drawRoundedRect(outer.adjusted(3, 3, -3, -3), radius + 1, radius + 1)
        painter.setPen(QPen(theme.ink(self._ringed(), "focus.ring"), 2))
        painter.drawRoundedRect(outer.adjusted(1, 1, -1, -1), radius + 3, radius + 3)

    def _radius(self) -> float:
        from lenscap.gui.widgets.buttons import Chip

        round_ended = isinstance(self._ringed(), Chip)
        return (self.height() - 2 * _OFF) / 2 if round_ended else theme.RADIUS["control"]

    def _ringed(self) -> QWidget:
        """The control, or the ring itself when there is none."""
        return self._control() or self

    def _control(self) -> QWidget | None:
        """The control that has the keyboard, if it is one with a ring and still there."""
        return self._watched[0] if self._watched and isValid(self._watched[0]) else None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not by_mouse and isinstance(new, _RINGED) and new.window() is self.window():
            self._watched = _line(new)
            for widget in self._watched:
                widget.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        control = self._control()
        if control is None or not control.isVisible() or _is_all(control):
            self.hide()
            return
        corner = control.mapTo(self.window(), QPoint(0, 0))
        off = 0 if isinstance(control, QScrollArea) else _OFF  # around a part of the page there is no room
        self.setGeometry(QRect(corner, control.size()).adjusted(-off, -off, off, off))
        self.raise_()
        self.show()


def _is_all(control: QWidget) -> bool:
    """Whether it is the page itself, which scrolls: a ring around everything points at nothing."""
    return isinstance(control, QScrollArea) and control.width() >= control.window().width()


def _line(widget: QWidget) -> list[QWidget]:
    """The widget and all that it stands in, below the window."""
    found = [widget]
    while (parent := found[-1].parentWidget()) is not None and not parent.isWindow():
        found.append(parent)
    return found
