"""The column of tools beside the stage, and the line of keys at the foot of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.widgets import divider, explain, label

_WIDTH = 56
_BUTTON = 38


class ToolStrip(QFrame):
    """Pointer and pen, zoom, compare, undo. ``used`` tells which was pressed."""

    used = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "tools")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Tools"))
        self._buttons: dict[str, QToolButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(9, 10, 9, 10)
        self._column.setSpacing(4)
        self._fill()
        self._column.addStretch()
        for key in ("pointer", "draw", "hide"):
            self._buttons[key].setCheckable(True)
        self.set_drawing(False)
        self.show_back("")
        self.show_forward("")

    def _fill(self) -> None:
        self._add("pointer", "pointer", self.tr("Choose and move"))
        self._add("draw", "draw", self.tr("Draw a box (D)"))
        self._add("hide", "eyeoff", self.tr("Hide the boxes (H)"))
        self._line()
        self._add("in", "zoomin", self.tr("Zoom in (+)"))
        self._add("out", "zoomout", self.tr("Zoom out (−)"))
        self._add("fit", "fit", self.tr("Fit (0)"))
        self._line()
        self._add("compare", "compare", self.tr("Compare (C)"))
        self._add("undo", "undo", self.tr("Undo (Ctrl+Z)"))
        self._add("redo", "redo", self.tr("Redo (Ctrl+Shift+Z)"))

    def _add(self, key: str, icon: str, name: str) -> None:
        made = QToolButton()
        made.setProperty("look", "quiet")
        made.setFixedSize(_BUTTON, _BUTTON)
        made.setAccessibleName(name)
        made.setToolTip(name)
        icons.dress(made, icon, "text.primary", 20, "accent.on_soft")
        made.clicked.connect(lambda: self.used.emit(key))
        self._buttons[key] = made
        self._column.addWidget(made)

    def _line(self) -> None:
        line = divider()
        self._column.addSpacing(4)
        self._column.addWidget(line)
        self._column.addSpacing(4)

    def button(self, key: str) -> QToolButton:
        """One of the tools."""
        return self._buttons[key]

    def allow_drawing(self, allowed: bool) -> None:
        """Whether boxes can be drawn on what is shown; a tool that cannot be used says why."""
        words = self.tr("Draw a box (D)") if allowed else self.tr("No boxes can be drawn on films")
        self._buttons["draw"].setEnabled(allowed)
        self._buttons["draw"].setToolTip(words)
        self._buttons["draw"].setAccessibleName(words)

    def show_back(self, step: str) -> None:
        """What can be taken back, in words; empty if there is nothing."""
        words = self.tr("Undo: {step} (Ctrl+Z)") if step else self.tr("Undo (Ctrl+Z)")
        self._show_step("undo", words.format(step=step), bool(step))

    def show_forward(self, step: str) -> None:
        """What can be taken again."""
        words = self.tr("Redo: {step} (Ctrl+Shift+Z)") if step else self.tr("Redo (Ctrl+Shift+Z)")
        self._show_step("redo", words.format(step=step), bool(step))

    def _show_step(self, key: str, words: str, there: bool) -> None:
        self._buttons[key].setEnabled(there)
        explain(self._buttons[key], words)
        self._buttons[key].setAccessibleName(words)

    def set_drawing(self, drawing: bool) -> None:
        """Show which of pointer and pen is in the hand."""
        self._buttons["pointer"].setChecked(not drawing)
        self._buttons["draw"].setChecked(drawing)


class HintBar(QFrame):
    """The most useful keys; those that find no room are left away, from the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "hints")
        self.setFixedHeight(theme.px(32))
        self.setMinimumWidth(1)
        self._hints: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(20)
        for keys, words in self._all():
            self._add(keys, words)
        self._row.addStretch()

    def _all(self) -> list[tuple[tuple[str, ...], str]]:
        return [
            (("←", "→"), self.tr("Previous, next")),
            ((self.tr("Tab"),), self.tr("Next face")),
            (("B",), self.tr("Cover")),
            (("K",), self.tr("Keep")),
            (("D",), self.tr("Draw a box")),
            (("C",), self.tr("Compare")),
            (("Z",), self.tr("Zoom to 100 %")),
            (("I",), self.tr("Details")),
            ((self.tr("Esc"),), self.tr("Back to photos")),
        ]

    def _add(self, keys: tuple[str, ...], words: str) -> None:
        hint = QWidget()
        row = QHBoxLayout(hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in keys:
            row.addWidget(_cap(key))
        row.addSpacing(4)
        row.addWidget(label(words, "small", "secondary"))
        self._hints.append(hint)
        self._row.addWidget(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        used = 32
        for hint in self._hints:
            used += hint.sizeHint().width() + 20
            hint.setVisible(used <= self.width() + 20)


def _cap(key: str) -> QLabel:
    made = label(key, "caption", "secondary")
    made.setProperty("frame", "key")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setFixedHeight(theme.px(18))
    made.setMinimumWidth(theme.px(22))
    made.setContentsMargins(4, 0, 4, 0)
    return made
