"""The column on the right: what could be made from the photos, what stays visible, what was not looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenscap.cloud import NO_OBJECTS, CloudView, Statement
from lenscap.cloud.fates import Fate
from lenscap.gui.cloud import words
from lenscap.gui.cloud.parts import cleared, sentence, tr
from lenscap.gui.cloud.stays import stays
from lenscap.gui.cloud.suggestion import FateCard, SuggestionCard, stays_row
from lenscap.gui.speech import spoken
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import label, link

_FIRST, _MORE = 5, 20
"""How many cards there are at first, and how many come with each press."""


class Making(QWidget):
    """``chosen`` tells the title and the photos of a card that was pressed."""

    chosen = Signal(str, list)
    addon_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._most = _FIRST
        self._shown: object = None
        self._made: list[SuggestionCard | FateCard] = []
        self._all: list[Statement] | list[Fate] = []
        self._title, self._line = label("", "title", wrap=True), label("", "body", "secondary", wrap=True)
        self._empty = sentence(tr("Nothing: it takes dates, positions or faces that belong together."))
        self._cards, self._stays, self._unseen = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.more = link("")
        self.more.clicked.connect(self._show_more)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._cards.setSpacing(11)
        self._stays.setSpacing(14)
        self._unseen.setSpacing(3)
        title = QVBoxLayout()
        title.setSpacing(2)
        for part in (self._title, self._line, self._empty):
            title.addWidget(part)
        column.addLayout(title)
        column.addLayout(self._cards)
        column.addWidget(self.more)
        column.addLayout(self._stays)
        column.addLayout(self._unseen)
        column.addStretch(1)

    def show_views(self, now: CloudView, after: CloudView | None, became: Sequence[Fate]) -> None:
        """Show what could be made; with ``after``, what could still be."""
        made = varied(now.suggestions)
        by_made = {id(fate.made): fate for fate in became}
        self._all = [by_made[id(each)] for each in made] if after else made
        self._title.setText(tr("What it could still make") if after else tr("What it could make from this"))
        self._line.setText(self._second_line())
        self._line.setVisible(bool(made))
        self._empty.setVisible(not made)
        if self._shown != (key := (self._all[: self._most], len(self._all))):
            self._shown = key
            self._fill()
        self._show_stays(after)
        self._show_unseen((after or now).unseen)

    def start_over(self) -> None:
        """Other photos are open."""
        self._most = _FIRST

    def cards(self) -> list[SuggestionCard | FateCard]:
        """The cards that there are."""
        return list(self._made)

    def _second_line(self) -> str:
        if not self._all or isinstance(self._all[0], Statement):
            return tr("Examples of collages, recaps and restyles, and what each one needs.")
        over = sum(isinstance(each, Fate) and each.left is None for each in self._all)
        said = tr("{n} of {total} examples no longer work.")
        return said.format(n=words.number(over), total=words.number(len(self._all)))

    def _fill(self) -> None:
        cleared(self._cards)
        self._made = []
        for each in self._all[: self._most]:
            made = each.made if isinstance(each, Fate) else each
            card = FateCard(each) if isinstance(each, Fate) else SuggestionCard(each, self._thumbnails)
            card.clicked.connect(partial(self.chosen.emit, spoken(made.says), list[Path](made.photos)))
            self._cards.addWidget(card)
            self._made.append(card)
        rest = len(self._all) - self._most
        one, many = tr("Show 1 more"), tr("Show {n} more")
        self.more.setText(one if rest == 1 else many.format(n=words.number(min(rest, _MORE))))
        self.more.setVisible(rest > 0)

    def _show_more(self) -> None:
        """Show more cards, and give the keyboard to the first of them."""
        first, self._most = self._most, self._most + _MORE
        self._shown = (self._all[: self._most], len(self._all))
        self._fill()
        self.cards()[first].setFocus()

    def _show_stays(self, after: CloudView | None) -> None:
        cleared(self._stays)
        if after is not None:
            self._stays.addSpacing(8)
            self._stays.addWidget(label(tr("What stays visible"), "title"))
            for row in stays(after):
                self._stays.addWidget(stays_row(*row))

    def _show_unseen(self, unseen: Sequence[str]) -> None:
        cleared(self._unseen)
        if unseen:
            self._unseen.addSpacing(8)
            self._unseen.addWidget(label(tr("What was not looked at"), "strong", "secondary"))
            for each in unseen:
                self._unseen.addWidget(label(spoken(each), "small", "secondary", wrap=True))
                if each == NO_OBJECTS:
                    self._offer_addon()

    def _offer_addon(self) -> None:
        wanted = link(tr("Find objects, too…"))
        wanted.clicked.connect(self.addon_wanted)
        self._unseen.addWidget(wanted, 0, Qt.AlignmentFlag.AlignLeft)


def varied(made: Sequence[Statement]) -> list[Statement]:
    """The first of each kind, then all the others in order."""
    first: dict[str, Statement] = {}
    for each in made:
        first.setdefault(each.kind, each)
    return [*first.values(), *(each for each in made if first[each.kind] is not each)]
