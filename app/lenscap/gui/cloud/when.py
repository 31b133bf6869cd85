"""The card with the dates: bars over their range, and the window of thirty days."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from lenscap.cloud import CloudView
from lenscap.gui import theme
from lenscap.gui.cloud import words
from lenscap.gui.cloud.parts import Pressable, card_frame, head, sentence, tr, unpressed
from lenscap.gui.cloud.spans import Spans, spans
from lenscap.gui.cloud.timeline import Timeline
from lenscap.gui.widgets import label


class _Inside(Pressable):
    """The photos in the window, as a line that is pressed."""

    def __init__(self) -> None:
        super().__init__("")
        self._count, self._days = label("", "strong"), label("", "body", "secondary")
        above = QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(above if theme.has_large_text() else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(6)
        row.addWidget(unpressed(self._count))
        row.addWidget(unpressed(self._days))
        theme.scheme_changed.connect(self._redress)
        self._redress()

    def show_window(self, count: str, days: str) -> None:
        """Say it."""
        self._count.setText(count)
        self._days.setText(days)
        self.setAccessibleName(f"{count}, {days}")

    def _redress(self) -> None:
        self._count.setStyleSheet(f"color: {theme.ink(self, 'exposure.time.fg').name()};")


class WhenCard(QFrame):
    """``chosen`` tells the days and the photos of what was pressed."""

    chosen = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        card_frame(self, tr("When"))
        self.inside, self.bars = _Inside(), Timeline()
        self._inside: list[Path] = []
        self._note, self._empty = label("", "body", "secondary"), sentence()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(6)
        column.addLayout(head("time", tr("When"), self._note, self.inside))
        column.addWidget(self.bars)
        column.addWidget(self._empty)
        self.bars.chosen.connect(self.chosen)
        self.inside.clicked.connect(lambda: self.chosen.emit(tr("In the 30-day window"), self._inside))

    def show_view(self, view: CloudView, after: bool = False) -> None:
        """Show the dates of a view; ``after`` when it is that of the copies."""
        window = view.window
        made = spans(view.dates, window.first, window.last)
        self._inside = list(window.inside)
        one, many = tr("1 photo in the 30-day window"), tr("{n} photos in the 30-day window")
        count = one if len(window.inside) == 1 else many.format(n=words.number(len(window.inside)))
        self.inside.show_window(count, words.span(window.first, window.last))
        exact = any(len(told) >= len("2026-06-15") for told in view.dates)
        self.inside.setVisible(bool(made.bars) and exact)
        self._note.setText(_noted(made, exact, after))
        self._note.setVisible(bool(self._note.text()))
        self.bars.show_spans(made, window.first, window.last)
        self.bars.setVisible(bool(made.bars))
        none, gone = tr("No photo tells when it was taken."), tr("No copy tells when it was taken.")
        self._empty.setText(gone if after else none)
        self._empty.setVisible(not made.bars)


def _noted(made: Spans, exact: bool, after: bool) -> str:
    """What else there is to say of the dates."""
    if made.bars and not exact:
        if made.unit == "year":
            return tr("Only the year is left.") if after else tr("Only the year is told.")
        return tr("Only the month is left. Days and times are gone.") if after else tr("Only the month is told.")
    if made.vague:
        return tr("{photos} with only a month or a year").format(photos=words.photos(made.vague))
    return ""
