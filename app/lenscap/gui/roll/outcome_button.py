"""The pill behind a detail, where a person can choose what becomes of it: a button that opens a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from lenscap.gui import icons, theme
from lenscap.gui.widgets import explain
from lenscap.gui.widgets.labels import Outcome, Pill, paint_pill, pill_ink

_ARROW = 12
_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class OutcomeButton(QToolButton):
    """``chosen`` tells the key of the entry that was chosen. ``entries`` gives keys and words when it opens."""

    chosen = Signal(str)

    def __init__(
        self, kind: Outcome, text: str, says: str, entries: Callable[[], list[tuple[str, str]]], now: str | None
    ) -> None:
        super().__init__()
        self._kind, self._entries, self._now = kind, entries, now
        self._menu: QMenu | None = None
        self.setText(text)
        self.setFont(theme.font("small"))
        explain(self, says)
        self.setAccessibleName(says)
        self.setProperty("look", "outcome")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        self.clicked.connect(self.open)

    def kind(self) -> str:
        """What becomes of the detail."""
        return self._kind

    def open(self) -> QMenu:
        """Show the choices below the button."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        group = QActionGroup(menu)
        for key, words in self._entries():
            group.addAction(self._entry(menu, key, words))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())), group.checkedAction() or menu.actions()[0])
        menu.setActiveAction(group.checkedAction() or menu.actions()[0])
        return menu

    def _entry(self, menu: QMenu, key: str, words: str) -> QAction:
        entry = menu.addAction(words.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(key == self._now)
        entry.triggered.connect(lambda: self.chosen.emit(key))
        return entry

    def sizeHint(self) -> QSize:
        """Room for icon, word, arrow and round ends; high enough to be hit."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 22 + icons.grown(14) + icons.grown(_ARROW)
        return QSize(wide, max(theme.SIZE["hit_min"], theme.px(Pill.HEIGHT)))

    minimumSizeHint = sizeHint  # noqa: N815

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrow down open it, as space does."""
        if event.key() in _OPENERS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill with an arrow in it."""
        high = max(Pill.HEIGHT, theme.px(Pill.HEIGHT))
        area = self.rect().adjusted(0, (self.height() - high) // 2, 0, 0)
        area.setHeight(high)
        painter = QPainter(self)
        paint_pill(painter, self, area, self._kind, self.text(), edged=self.underMouse() or self.isDown())
        side = icons.grown(_ARROW)
        arrow = icons.pixmap("down", pill_ink(self, self._kind), side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - side - 8, (self.height() - side) // 2, arrow)
