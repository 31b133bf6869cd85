"""A quiet button that says what is chosen and offers the rest."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton

from lenscap.gui import icons, theme

_ICON, _BESIDE, _AROUND = 16, 14, 40
"""The icon, what stands between it and the words, and what stands around it and the arrow."""


class MenuChoice(QToolButton):
    """One of a few, by key; ``name`` is what a screen reader says, with {choice} in it."""

    chosen = Signal(str)

    def __init__(self, icon: str, name: str, choices: Mapping[str, str]) -> None:
        super().__init__()
        self._icon, self._name, self._choices = icon, name, choices
        self._narrow = False
        self.setProperty("look", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFont(theme.font("body"))
        self.setProperty("arrow", True)
        self.setMinimumHeight(theme.SIZE["control"])
        self._menu = QMenu(self)
        group = QActionGroup(self._menu)
        for key, text in choices.items():
            action = self._menu.addAction(text)
            action.setData(key)
            action.setCheckable(True)
            group.addAction(action)
        group.triggered.connect(lambda action: self.choose(action.data()))
        self.setMenu(self._menu)
        self._show(next(iter(choices)))

    def choose(self, key: str) -> None:
        """Choose one, and tell it."""
        self._show(key)
        self.chosen.emit(key)

    def words(self) -> int:
        """How much wider it is with words."""
        return self.fontMetrics().horizontalAdvance(self.text()) + _BESIDE

    def bare(self) -> int:
        """How wide it is without words."""
        return icons.grown(_ICON) + _AROUND

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the words, or show them; a screen reader says them still."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        beside, only = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(only if narrow else beside)
        icons.dress(self, self._icon, "text.primary", _ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow too."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = icons.grown(16)
        arrow = icons.pixmap("down", theme.ink(self, "text.primary"), side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 14 - side // 2, (self.height() - side) // 2, arrow)

    def _show(self, key: str) -> None:
        text = self._choices[key]
        for action in self._menu.actions():
            action.setChecked(action.data() == key)
        self.setText(text)
        self.setToolTip(self._name.format(choice=text))
        self.setAccessibleName(self._name.format(choice=text))
        icons.dress(self, self._icon, "text.primary", _ICON)
