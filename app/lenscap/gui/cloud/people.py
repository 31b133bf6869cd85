"""The card with the people: a round picture each, how many photos they are in, and who of them stays visible."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from lenscap.cloud import CloudView
from lenscap.gui import theme
from lenscap.gui.cloud import words
from lenscap.gui.cloud.faces import FacePictures
from lenscap.gui.cloud.parts import card_frame, cleared, head, sentence, tr
from lenscap.gui.cloud.persons import Shown, called, counted, nameless, others, persons, pictures_with, said
from lenscap.gui.cloud.somebody import SLOT, Somebody
from lenscap.gui.widgets import label


class PeopleCard(QFrame):
    """``chosen`` tells the name and the photos of a person that was pressed."""

    chosen = Signal(str, list)
    asked = Signal(str, QPoint)
    """Tells the name of a person whom somebody wants to change, and where on the screen."""

    def __init__(self, pictures: FacePictures) -> None:
        super().__init__()
        card_frame(self, tr("People"))
        self._pictures = pictures
        self._now: list[Shown] = []
        self._all: tuple[Path, ...] = ()
        self.somebodies: list[Somebody] = []
        self._count, self._empty = label("", "body", "secondary"), sentence()
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        column.addLayout(head("face", tr("People"), self._count))
        column.addLayout(self._row)
        column.addWidget(self._empty)
        pictures.ready.connect(self._refresh)

    def show_views(self, now: CloudView, after: CloudView | None, looked: bool) -> None:
        """Show who is in the photos, if it was ``looked``; with ``after``, who of them is still in the copies."""
        self._all = pictures_with(now)
        visible = pictures_with(after) if after else ()
        self._now = persons(now, after, frozenset(visible)) or nameless(now, after, frozenset(visible))
        self._count.setText(counted(now, after, len(visible if after else self._all)))
        none = tr("No face was found in these photos.") if looked else tr("Faces were not looked for in these photos.")
        self._empty.setText(said(now, len(self._all)) if self._now else none)
        self._empty.setVisible(bool(self._empty.text()))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    def row(self) -> list[Shown]:
        """Those that there is room for; the last stands for the rest."""
        slots = self._slots()
        if not any(each.name for each in self._now):
            shown = self._now[: slots - 1]
            rest = len(self._all) - len(shown)
            return [*shown, Shown("", "", self._all, more=f"+{words.number(rest)}")] if rest > 0 else shown
        return self._now if len(self._now) <= slots else [*self._now[: slots - 1], others(self._now[slots - 1 :])]

    def _slots(self) -> int:
        return max(2, (self.width() - 32) // (theme.px(SLOT) + 4))

    def _fill(self) -> None:
        shown = self.row()
        if shown == [each.shown for each in self.somebodies]:
            return
        cleared(self._row)
        self.somebodies = []
        for each in shown:
            made = Somebody(each, self._pictures)
            made.clicked.connect(partial(self.chosen.emit, each.name or called(each), list[Path](each.photos)))
            if each.name and not each.more:
                made.asked.connect(partial(self.asked.emit, each.name))
            self._row.addWidget(made, 1)
            self.somebodies.append(made)
        self._row.addStretch(max(0, self._slots() - len(shown)))
        self._pictures.want([each.face for each in shown if each.face and not each.covered])

    def _refresh(self) -> None:
        for made in self.somebodies:
            made.update()
