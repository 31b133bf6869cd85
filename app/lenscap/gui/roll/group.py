"""One group of the inspector: what a photo tells of one sort, and what becomes of each detail."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui import exposure, icons, writing
from lenscap.gui.roll.becoming import explained, pill, word
from lenscap.gui.roll.choices import Choosing, about, closed_because
from lenscap.gui.roll.lines import Line, faces
from lenscap.gui.roll.outcome_button import OutcomeButton
from lenscap.gui.widgets import ElidedLabel, Pill, explain, label, tile
from lenscap.gui.widgets.labels import TILE
from lenscap.model import FILE_NAME, PICTURE, Kind

_GAP = 8


class Choice(NamedTuple):
    """What a person chose about a kind of detail, and the row where it was done."""

    kind: Kind
    way: str
    row: str


class ExposureGroup(QWidget):
    """A heading with its icon, and the rows below it. ``decided`` tells a ``Choice``."""

    decided = Signal(object)

    def __init__(self, key: str, lines: list[Line], style: str, choosing: Choosing) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(_heading(key, lines))
        self.rows = [ExposureRow(line, style, choosing) for line in lines]
        for row in self.rows:
            column.addWidget(row)
            row.decided.connect(self.decided)
        self.setAccessibleName(exposure.title(key))


class ExposureRow(QWidget):
    """One detail: what it tells, where it sits, what becomes of it. ``decided`` tells a ``Choice``."""

    decided = Signal(object)

    def __init__(self, line: Line, style: str, choosing: Choosing) -> None:
        super().__init__()
        self.line = line
        self.pill = self._made(line, style, choosing)
        self.setAccessibleName(f"{line.text}, {line.where}: {_says(line, style)}")
        self._text = ElidedLabel(line.text, "body")
        self._where = ElidedLabel(line.where, "caption", "tertiary")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_indent(), 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._where, 1, 0)
        self._beside: bool | None = None
        self._arrange(beside=True)

    @property
    def key(self) -> str:
        """By what the row is known again when the inspector is filled anew."""
        return f"{self.line.text}\n{self.line.where}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A text that is too long to stand beside the pill stands above it."""
        super().resizeEvent(event)
        room = self.width() - _indent() - _GAP - self.pill.width()
        self._arrange(self._text.sizeHint().width() <= room)
        self._text.set_lines(self._text.lines_in(self.width() - _indent()))

    def _made(self, line: Line, style: str, choosing: Choosing) -> Pill | OutcomeButton:
        """The pill: a button where there is something to choose; else its tooltip says why there is not."""
        look, said = pill(line.becomes), line.word or word(line.becomes, style)
        says, finding = _says(line, style), line.about
        if finding is None or finding.where in (PICTURE, FILE_NAME) or not choosing.is_open(finding.kind):
            made = Pill(look, said)
            why = closed_because(finding) if finding else ""
            explain(made, f"{says}. {why}" if why else says)
            return made
        kind = finding.kind
        spoken = f"{says}. {about(kind)}"
        button = OutcomeButton(look, said, spoken, partial(choosing.entries, kind), choosing.now(kind))
        button.chosen.connect(lambda way: self.decided.emit(Choice(kind, way, self.key)))
        return button

    def _arrange(self, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        for part in (self._text, self.pill):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._text, 0, 0, 1, 1 if beside else 2)
        self._grid.addWidget(self.pill, 0 if beside else 1, 1, 2 if beside else 1, 1, Qt.AlignmentFlag.AlignVCenter)


def _indent() -> int:
    """Rows begin under the words of the heading."""
    return icons.grown(TILE) + _GAP


def _says(line: Line, style: str) -> str:
    """What becomes of it, in full."""
    return line.word or explained(line.becomes, style, line.about.where if line.about else "")


def _heading(key: str, lines: list[Line]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    row.addWidget(tile(key))
    row.addWidget(label(exposure.title(key), "strong"), 1)
    total = sum(line.number for line in lines)
    if total > 1:
        row.addWidget(label(_total(key, lines, total), "small", "tertiary"))
    return row


def _total(key: str, lines: list[Line], total: int) -> str:
    seen = sum(line.number for line in lines if line.text == faces(line.number))
    return faces(seen) if key == "face" and seen else writing.number(total)
