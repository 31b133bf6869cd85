"""What is known of the feature: a card with one paragraph a fact, and the line on what Lenscap cannot do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.guide import facts
from lenscap.gui.guide.nouns import Fact, as_of
from lenscap.gui.widgets import card, label

_ROOMY = 280


class Known(QFrame):
    """The facts in as many columns as can be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        self._facts = [_paragraph(fact) for fact in facts.feature()]
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(12)
        column.addWidget(label(self.tr("What is known of the feature"), "title", wrap=True))
        column.addLayout(self._grid)

    def fit_to(self, width: int) -> None:
        """Put the facts beside each other as far as there is room."""
        columns = max(1, min(3, width // theme.px(_ROOMY)))
        if columns == self._columns:
            return
        self._columns = columns
        for place, fact in enumerate(self._facts):
            self._grid.addWidget(fact, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))


def _paragraph(fact: Fact) -> QWidget:
    made = QWidget()
    texts = QVBoxLayout(made)
    texts.setContentsMargins(0, 0, 0, 0)
    texts.setSpacing(2)
    texts.addWidget(label(fact.title, "strong", wrap=True))
    texts.addWidget(label(fact.text, "body", "secondary", wrap=True))
    texts.addWidget(label(as_of(fact.as_of), "caption", "tertiary", wrap=True))
    return made


def limits() -> QFrame:
    """What Lenscap cannot do, above all else on the page."""
    fact = facts.cannot()
    made = card()
    row, sign, texts = QHBoxLayout(made), QLabel(), QVBoxLayout()
    row.setContentsMargins(15, 8, 15, 9)
    row.setSpacing(10)
    icons.dress(sign, "info", "text.secondary", 18)
    row.addWidget(sign)
    texts.setSpacing(0)
    texts.addWidget(label(fact.title, "strong", wrap=True))
    texts.addWidget(label(f"{fact.text} {as_of(fact.as_of)}.", "small", "secondary", wrap=True))
    row.addLayout(texts, 1)
    made.setAccessibleName(QCoreApplication.translate("Guide", "What Lenscap cannot do"))
    return made
