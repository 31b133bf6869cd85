"""The arrow keys of the viewer: they lead from photo to photo wherever the keyboard is, but where they have a use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class _OwnArrows(QObject):
    """Lets a widget have the arrow keys before any shortcut."""

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in ARROWS:
            event.accept()
            return True
        return False


def keep_arrows(*widgets: QWidget) -> None:
    """Let these use the arrow keys for themselves: to move among choices or photos."""
    for widget in widgets:
        widget.installEventFilter(_OwnArrows(widget))
