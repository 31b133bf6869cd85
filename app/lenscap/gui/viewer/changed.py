"""The card in the viewer that says that a photo was changed after boxes were drawn on it, and asks about them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lenscap.gui.widgets import button, label


class ChangedCard(QWidget):
    """``right`` and ``drop`` are the two answers."""

    right = Signal()
    drop = Signal()

    def __init__(self) -> None:
        super().__init__()
        card = QFrame()
        card.setProperty("frame", "note")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(label(self.tr("The photo has changed"), "strong", "note", wrap=True))
        words = self.tr(
            "Another program changed it after you decided which areas are covered. See whether they are still where "
            "they should be. Copies are made with them as they are."
        )
        column.addWidget(label(words, "small", "primary", wrap=True))
        for text, answer in (
            (self.tr("They are right"), self.right),
            (self.tr("Drop these areas"), self.drop),
        ):
            made = button(text)
            made.clicked.connect(answer)
            column.addWidget(made)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 0, 16, 12)
        outer.addWidget(card)
        self.hide()
