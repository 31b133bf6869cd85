"""What the page that cleans is made of: a head with buttons, the bar, chips that filter, the table, and a column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.cleaning import words
from lenscap.gui.cleaning.model import ByOutcome, ResultModel
from lenscap.gui.cleaning.progress import OutcomeBar
from lenscap.gui.cleaning.side import SoFar
from lenscap.gui.cleaning.stopped import Stopped
from lenscap.gui.cleaning.table import ResultTable
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import Chip, Flow, button, label
from lenscap.model import Outcome

_WITH_SIDE = 700


class Parts(QWidget):
    """The parts, where they stand, and a sentence under the title. It knows of no photos."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._model, self._shown = ResultModel(self), ByOutcome(self)
        self._shown.setSourceModel(self._model)
        self.title, self.line = label("", "heading", wrap=True), label("", "body", "secondary", wrap=True)
        self.notice = label("", "body", wrap=True)
        self.bar, self.table, self.side = OutcomeBar(), ResultTable(self._shown, thumbnails), SoFar(thumbnails)
        self.pause, self.cancel = button(self.tr("Pause"), "pause"), button(self.tr("Cancel"))
        self.ways = Stopped()
        self.leave, self.see = self.ways.leave, self.ways.see
        self.chips: dict[Outcome | None, Chip] = {}
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Cleaning"))
        column = QVBoxLayout()
        column.setContentsMargins(32, 20, 28, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(14)
        column.addWidget(self.bar)
        column.addSpacing(16)
        column.addWidget(self.ways)
        column.addLayout(self._filters())
        column.addSpacing(10)
        column.addWidget(self.table, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(column, 1)
        page.addWidget(self.side)

    def _head(self) -> QHBoxLayout:
        texts, head = QVBoxLayout(), QHBoxLayout()
        texts.setSpacing(4)
        for text in (self.title, self.line, self.notice):
            texts.addWidget(text)
        head.setSpacing(8)
        head.addLayout(texts, 1)
        for part in (self.pause, self.cancel):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _filters(self) -> Flow:
        row, group = Flow(), QButtonGroup(self)
        self.chips[None] = Chip(self.tr("All"), "photos")
        for outcome, icon in words.ICONS.items():
            self.chips[outcome] = Chip(words.outcome(outcome), icon, words.COLORS[outcome])
        for chosen, chip in self.chips.items():
            chip.setAutoExclusive(True)
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _, chosen=chosen: self._shown.show_only(chosen))
        self.chips[None].setChecked(True)
        return row

    def say(self, text: str) -> None:
        """Show a sentence under the title; nothing takes it away."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))
        if text:
            self._announce(text)

    def _show_buttons(self, working: bool) -> None:
        for part in (self.pause, self.cancel):
            part.setVisible(working)
            part.setEnabled(True)
        self.pause.setText(self.tr("Pause"))
        icons.dress(self.pause, "pause", "text.primary", 16)
        self.ways.setVisible(not working)

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column on the right in proportion; large text in a small window takes its room."""
        super().resizeEvent(event)
        self.side.fit_to(self.width())
        self.side.setVisible(self.width() >= theme.px(_WITH_SIDE))
