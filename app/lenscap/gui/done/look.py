"""The photos that need a look: those of which there is no copy, with the reason and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.cleaning import words
from lenscap.gui.cleaning.side import Thumb
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import ElidedLabel, button, card, divider, label
from lenscap.gui.writing import number
from lenscap.model import Outcome, Result

MOST = 200
"""So many are listed; the report has all of them."""


class NeedsALook(QWidget):
    """A card with one line a photo."""

    retry = Signal(list)
    wanted = Signal(Path)  # to be shown in its folder

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._title = label("", "title", wrap=True)
        self._rest: list[Path] = []
        self._rest_words = label("", "body", wrap=True)
        self._rest_button = button(self.tr("Clean them now"))
        self._rest_button.clicked.connect(lambda: self.retry.emit(self._rest))
        self._foot = label("", "small", "secondary", wrap=True)
        self._all = button(self.tr("Try all again"))
        self._all.clicked.connect(lambda: self.retry.emit(self._failed))
        self._failed: list[Path] = []
        self._card: QFrame | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._all)
        self._column.addLayout(head)
        self._column.addWidget(self._foot)
        rest = QHBoxLayout()
        rest.addWidget(self._rest_words, 1)
        rest.addWidget(self._rest_button)
        self._column.addLayout(rest)

    def show_results(self, results: Sequence[Result], rest: Sequence[Path] = ()) -> None:
        """List those that have no copy; nothing is shown if all have one. ``rest`` were not tried."""
        self._show_rest(rest)
        bad = [result for result in results if result.outcome in (Outcome.REFUSED, Outcome.FAILED)]
        bad.sort(key=lambda result: result.outcome is Outcome.REFUSED)
        self._failed = [result.path for result in bad]
        self.setVisible(bool(bad) or bool(rest))
        for part in (self._title, self._foot):
            part.setVisible(bool(bad))
        self._all.setVisible(len(self._failed) > 1)
        one, many = self.tr("1 photo needs a look"), self.tr("{n} photos need a look")
        self._title.setText(one if len(bad) == 1 else many.format(n=number(len(bad))))
        self._foot.setText(self._said(len(bad)))
        self._list(bad[:MOST])

    def _show_rest(self, rest: Sequence[Path]) -> None:
        self._rest = list(rest)
        one, many = self.tr("1 photo was not cleaned yet."), self.tr("{n} photos were not cleaned yet.")
        self._rest_words.setText(one if len(rest) == 1 else many.format(n=number(len(rest))))
        for part in (self._rest_words, self._rest_button):
            part.setVisible(bool(rest))

    def _said(self, n: int) -> str:
        if n == 1:
            return self.tr("No copy was made of this one. Its original was not changed.")
        said = self.tr("No copy was made of these. Their originals were not changed.")
        return said if n <= MOST else said + " " + self.tr("The first {n} are listed.").format(n=MOST)

    def _list(self, bad: Sequence[Result]) -> None:
        if self._card:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = card()
        lines = QVBoxLayout(self._card)
        lines.setContentsMargins(1, 1, 1, 1)
        lines.setSpacing(0)
        for place, result in enumerate(bad):
            if place:
                lines.addWidget(divider())
            lines.addWidget(self._line(result))
        self._column.insertWidget(1, self._card)

    def _line(self, result: Result) -> QWidget:
        made, row = QWidget(), QHBoxLayout()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(14, 6, 14, 6)
        lines.addLayout(row)
        row.setSpacing(14)
        thumb = Thumb(self._thumbnails, 40)
        thumb.show_photo(result.path)
        row.addWidget(thumb)
        row.addWidget(ElidedLabel(result.path.name, "strong"), 3)
        row.addLayout(_outcome(result.outcome))
        reason = label(words.happened(result), "body", "secondary", wrap=True)
        if not theme.has_large_text():
            row.addWidget(reason, 6)
            row.addLayout(self._deeds(result))
        else:
            lines.addWidget(reason)
            lines.addLayout(self._deeds(result))
        return made

    def _deeds(self, result: Result) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        show, again = button(self.tr("Show")), button(self.tr("Try again"))
        show.clicked.connect(lambda: self.wanted.emit(result.path))
        again.clicked.connect(lambda: self.retry.emit([result.path]))
        for deed in (show, again):
            deed.setAccessibleName(f"{deed.text()}: {result.path.name}")
            row.addWidget(deed)
        return row


def _outcome(outcome: Outcome) -> QHBoxLayout:
    row, sign = QHBoxLayout(), QLabel()
    row.setSpacing(8)
    sign.setFixedSize(icons.grown(16), icons.grown(16))
    icons.dress(sign, words.ICONS[outcome], words.COLORS[outcome], 16)
    word = label(words.outcome(outcome), "strong", "error" if outcome is Outcome.FAILED else "note")
    word.setFixedWidth(theme.px(84))
    row.addWidget(sign)
    row.addWidget(word)
    return row
