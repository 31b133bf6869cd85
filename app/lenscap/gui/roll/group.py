"""One group of the inspector: what a photo tells of one sort, and what becomes of each detail."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui import exposure, writing
from lenscap.gui.roll.lines import Line, faces
from lenscap.gui.widgets import ElidedLabel, Pill, label, tile
from lenscap.gui.widgets.labels import Outcome
from lenscap.policy import Fate

_INDENT, _GAP = 32, 8


class ExposureGroup(QWidget):
    """A heading with its icon, and the rows below it."""

    def __init__(self, key: str, lines: list[Line], style: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(_heading(key, lines))
        self.rows = [ExposureRow(line, style) for line in lines]
        for row in self.rows:
            column.addWidget(row)
        self.setAccessibleName(exposure.title(key))


class ExposureRow(QWidget):
    """One detail: what it tells, where it sits, what becomes of it."""

    def __init__(self, line: Line, style: str) -> None:
        super().__init__()
        self.line = line
        self.pill = Pill(_KINDS[line.fate], fate_word(line.fate, style))
        self.setAccessibleName(f"{line.text}, {line.where}: {self.pill.text()}")
        self._text = ElidedLabel(line.text, "body")
        self._where = ElidedLabel(line.where, "caption", "tertiary")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_INDENT, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._where, 1, 0)
        self._beside: bool | None = None
        self._arrange(beside=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A text that is too long to stand beside the pill stands above it."""
        super().resizeEvent(event)
        room = self.width() - _INDENT - _GAP - self.pill.width()
        self._arrange(self._text.sizeHint().width() <= room)

    def _arrange(self, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        for part in (self._text, self.pill):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._text, 0, 0, 1, 1 if beside else 2)
        self._grid.addWidget(self.pill, 0 if beside else 1, 1, 2 if beside else 1, 1, Qt.AlignmentFlag.AlignVCenter)


_KINDS: dict[Fate, Outcome] = {
    Fate.REMOVED: "removed",
    Fate.COVERED: "covered",
    Fate.KEPT: "kept",
    Fate.STAYS: "stays",
}


def fate_word(fate: Fate, style: str) -> str:
    """What becomes of a detail, in a word."""
    if fate is Fate.COVERED and style == "soft":
        return QCoreApplication.translate("Fate", "Blurred")
    return {
        Fate.REMOVED: QCoreApplication.translate("Fate", "Removed"),
        Fate.COVERED: QCoreApplication.translate("Fate", "Covered"),
        Fate.KEPT: QCoreApplication.translate("Fate", "Kept"),
        Fate.STAYS: QCoreApplication.translate("Fate", "Stays"),
    }[fate]


def _heading(key: str, lines: list[Line]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(tile(key))
    row.addWidget(label(exposure.title(key), "strong"), 1)
    total = sum(line.number for line in lines)
    if total > 1:
        row.addWidget(label(_total(key, lines, total), "small", "tertiary"))
    return row


def _total(key: str, lines: list[Line], total: int) -> str:
    seen = sum(line.number for line in lines if line.text == faces(line.number))
    return faces(seen) if key == "face" and seen else writing.number(total)
