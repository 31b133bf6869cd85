"""The numbers: one card for each sort of thing that the copies do not tell any more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui import theme, writing
from lenscap.gui.cleaning import tally
from lenscap.gui.widgets import card, label, tile
from lenscap.model import Kind, Result

_COLUMNS, _NARROWEST = 3, 200
"""So many columns at the most, none of them narrower than that."""


class Cards(QWidget):
    """A grid of cards, as many side by side as there is room for; only what occurred has one."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._cards: list[QFrame] = []
        self._columns = _COLUMNS

    def show_results(self, results: Sequence[Result]) -> None:
        """Show other numbers."""
        for old in self._cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        gains = tally.gains(results).items()
        self._cards = [_card(key, number, _what(key, number), _more(key, results)) for key, number in gains]
        self._place()
        for made in self._cards:
            made.show()
        self.setVisible(bool(self._cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is room for more columns, or for fewer."""
        super().resizeEvent(event)
        columns = max(1, min(_COLUMNS, self.width() // theme.px(_NARROWEST)))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def minimumSizeHint(self) -> QSize:
        """As wide as one column."""
        return super().minimumSizeHint().boundedTo(QSize(theme.px(_NARROWEST), 1 << 20))

    def _place(self) -> None:
        for place, made in enumerate(self._cards):
            self._grid.addWidget(made, place // self._columns, place % self._columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)


def _card(key: str, number: int, what: str, more: str) -> QFrame:
    made = card()
    made.setAccessibleName(f"{number} {what}. {more}" if more else f"{number} {what}")
    row, texts = QHBoxLayout(made), QVBoxLayout()
    row.setContentsMargins(16, 12, 16, 14)
    row.setSpacing(12)
    signs = QVBoxLayout()
    signs.addWidget(tile(key, 36))
    signs.addStretch()
    row.addLayout(signs)
    texts.setSpacing(1)
    texts.addWidget(label(writing.number(number), "heading"))
    texts.addWidget(label(what, wrap=True))
    if more:
        texts.addWidget(label(more, "small", "secondary", wrap=True))
    texts.addStretch()
    row.addLayout(texts, 1)
    return made


def _what(key: str, n: int) -> str:
    one, many = {
        "face": (_tr("face covered"), _tr("faces covered")),
        "place": (_tr("position removed"), _tr("positions removed")),
        "time": (_tr("date removed"), _tr("dates removed")),
        "identity": (_tr("photo without device and names"), _tr("photos without device and names")),
        "text": (_tr("text removed or covered"), _tr("texts removed or covered")),
        "hidden": (_tr("hidden extra removed"), _tr("hidden extras removed")),
        "theme": (_tr("theme removed"), _tr("themes removed")),
    }[key]
    return one if n == 1 else many


def _more(key: str, results: Sequence[Result]) -> str:
    """The small line: what was kept, or what it is made up of."""
    if key == "face":
        return _counted(sum(map(tally.kept_faces, results)), _tr("1 still visible"), _tr("{n} still visible"))
    if key == "text":
        return _counted(sum(map(tally.kept_texts, results)), _tr("1 still visible"), _tr("{n} still visible"))
    if key == "place" and not any(_tells(result, Kind.PLACE) for result in results):
        return _tr("no copy carries one")
    if key == "time" and not any(_tells(result, Kind.TIME) for result in results):
        return _tr("no copy carries one")
    return _hidden(results) if key == "hidden" else ""


def _tells(result: Result, kind: Kind) -> bool:
    return any(finding.kind is kind for finding in (result.after.findings if result.after else ()))


def _hidden(results: Sequence[Result]) -> str:
    kinds = [finding.kind for result in results for finding in result.removed]
    parts = [
        _counted(kinds.count(Kind.PREVIEW), _tr("1 small copy"), _tr("{n} small copies")),
        _counted(kinds.count(Kind.MOTION), _tr("1 video"), _tr("{n} videos")),
    ]
    return ", ".join(part for part in parts if part)


def _counted(n: int, one: str, many: str) -> str:
    return (one if n == 1 else many.format(n=writing.number(n))) if n else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Done", text)
