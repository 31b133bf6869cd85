"""A dialog whose contents scroll where the screen has no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from lenscap.gui import theme

_OF_SCREEN = 0.85


def room(dialog: QDialog) -> QSize:
    """How large a dialog may be on its screen."""
    return dialog.screen().availableSize() * _OF_SCREEN


class ScrolledDialog(QDialog):
    """Fill ``column``, then call ``settle``. Esc and the button close it."""

    def __init__(self, title: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._width = theme.px(width)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(32, 24, 32, 16)
        self.column.setSpacing(6)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(title)
        self.area.setWidget(self._inner)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.area, 1)

    def settle(self) -> None:
        """Take as much room as the contents need, and no more than the screen has."""
        foot = self._foot()
        self._outer.addWidget(foot)
        screen = room(self)
        bar = self.area.verticalScrollBar().sizeHint().width()
        width = min(self._width, screen.width())
        needed = self.column.heightForWidth(width - bar) if self.column.hasHeightForWidth() else 0
        height = max(needed, self.column.sizeHint().height() if not needed else 0) + foot.sizeHint().height()
        self.setMinimumSize(QSize(min(width, 320), min(240, screen.height())))
        self.resize(QSize(width, min(height, screen.height())))

    def _foot(self) -> QDialogButtonBox:
        """The last that the keyboard comes to, as it is the last on the screen; Enter means it wherever else it is."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(32, 8, 32, 20)
        return buttons
