"""The table: what each of the things that can be done does, and what it does not do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lenscap.gui import icons
from lenscap.gui.guide import facts
from lenscap.gui.guide.nouns import Deed, as_of
from lenscap.gui.widgets import card, divider, label


def table() -> QFrame:
    """A card with a row for each deed."""
    made = card()
    grid = QGridLayout(made)
    grid.setContentsMargins(1, 1, 1, 1)
    grid.setSpacing(0)
    for column, share in enumerate((22, 39, 39)):
        grid.setColumnStretch(column, share)
    does, does_not = _tr("What it does"), _tr("What it does not do")
    for column, text in enumerate((does, does_not), start=1):
        grid.addWidget(_padded(label(text, "strong", "secondary", wrap=True), 10), 0, column)
    for number, deed in enumerate(facts.deeds()):
        row = 1 + 2 * number
        grid.addWidget(divider(), row, 0, 1, 3)
        grid.setRowStretch(row + 1, 1)
        grid.addWidget(_name(deed), row + 1, 0)
        grid.addWidget(_cell("check", "accent.base", deed.does, does), row + 1, 1)
        grid.addWidget(_cell("minus", "text.secondary", deed.does_not, does_not), row + 1, 2)
    return made


def _name(deed: Deed) -> QWidget:
    made = QWidget()
    row, texts = QHBoxLayout(made), QVBoxLayout()
    row.setContentsMargins(15, 9, 8, 9)
    row.setSpacing(10)
    row.addWidget(_sign(deed.icon, "text.secondary"))
    texts.setSpacing(0)
    texts.addStretch()
    texts.addWidget(label(deed.title, "strong", wrap=True))
    texts.addWidget(label(deed.how, "small", "secondary", wrap=True))
    texts.addWidget(label(as_of(deed.as_of), "caption", "tertiary", wrap=True))
    texts.addStretch()
    row.addLayout(texts, 1)
    return made


def _cell(icon: str, ink: str, text: str, column: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(8, 9, 14, 9)
    row.setSpacing(8)
    row.addWidget(_sign(icon, ink))
    said = label(text, "body", "primary" if icon == "check" else "secondary", wrap=True)
    said.setAccessibleName(f"{column}: {text}")
    row.addWidget(said, 1)
    return made


def _padded(said: QLabel, top: int) -> QLabel:
    said.setContentsMargins(8, top, 14, top)
    return said


def _sign(icon: str, ink: str) -> QLabel:
    made = QLabel()
    made.setFixedSize(icons.grown(16), icons.grown(16))
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    icons.dress(made, icon, ink, 16)
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate("Guide", text)
