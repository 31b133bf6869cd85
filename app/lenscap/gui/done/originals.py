"""The word on the originals: an app may still read them. It leads to the page on how to switch that off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from lenscap.gui import icons
from lenscap.gui.widgets import label, link


class Originals(QFrame):
    """``switch_off`` asks for the page."""

    switch_off = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        row, texts, signs = QHBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        row.setContentsMargins(14, 12, 14, 14)
        row.setSpacing(12)
        sign = QLabel()
        icons.dress(sign, "info", "text.secondary", 18)
        signs.addWidget(sign)
        signs.addStretch()
        texts.setSpacing(2)
        texts.addWidget(label(_tr("Share the copies, not the originals"), "strong", wrap=True))
        said = _tr("An app with access to your whole camera roll can still read the originals.")
        texts.addWidget(label(said, "small", "secondary", wrap=True))
        way = link(_tr("Switch that off"))
        way.clicked.connect(self.switch_off)
        texts.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(signs)
        row.addLayout(texts, 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Done", text)
