"""A quiet card at the foot of a column: something worth knowing, and a link to what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from lenscap.gui import icons
from lenscap.gui.widgets import label, link


class Hint(QFrame):
    """``followed`` tells that the link was pressed."""

    followed = Signal()

    def __init__(self, icon: str, title: str, text: str, way: str) -> None:
        super().__init__()
        self.setProperty("frame", "quiet_card")
        row, texts, signs = QHBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        sign = QLabel()
        icons.dress(sign, icon, "text.secondary", 18)
        signs.addWidget(sign)
        signs.addStretch()
        texts.setSpacing(2)
        texts.addWidget(label(title, "strong", wrap=True))
        texts.addWidget(label(text, "small", "secondary", wrap=True))
        self.way = link(way)
        self.way.clicked.connect(self.followed)
        texts.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(signs)
        row.addLayout(texts, 1)
