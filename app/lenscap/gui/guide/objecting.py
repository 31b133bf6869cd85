"""The card on the right to object: what it covers, a letter to copy, and where the form is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lenscap.gui import icons
from lenscap.gui.guide import facts
from lenscap.gui.guide.nouns import as_of
from lenscap.gui.widgets import ElidedLabel, SegmentedControl, button, label, link


class Objecting(QFrame):
    """Nothing is sent and nothing opened from here, unless the link is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        self.regions = SegmentedControl(self.tr("Where you live"))
        for key, text in zip(facts.REGIONS, (self.tr("EU"), self.tr("UK"), self.tr("Elsewhere")), strict=True):
            self.regions.add(key, text)
        self.copy_letter = button(self.tr("Copy letter"), "copy", primary=True)
        self.copy_address = button(self.tr("Copy form address"), "copy")
        self.read_letter = link(self.tr("Read the letter"), "doc")
        self.read_letter.setCheckable(True)
        self.open_form = link(self.tr("Open the form in your browser"), "external")
        self.open_form.setToolTip(facts.FORM)
        self.said = label("", "small", "secondary", wrap=True)
        self._facts = [(label("", "body", "secondary", wrap=True), label("", "caption", "tertiary")) for _ in range(2)]
        self.letter = label("", "small", "secondary", wrap=True)
        self._paper = self._build_paper()
        self._offer = self._build_offer()
        self._build()
        self._connect()
        self._show_region(facts.REGIONS[0])

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addLayout(_head(self.tr("Your right to object")))
        column.addWidget(self.regions)
        for text, when in self._facts:
            fact = QVBoxLayout()
            fact.setSpacing(2)
            fact.addWidget(text)
            fact.addWidget(when)
            column.addLayout(fact)
        column.addStretch(1)
        column.addWidget(self._offer)

    def _build_offer(self) -> QWidget:
        made, form = QWidget(), facts.form()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._paper)
        column.addLayout(_side_by_side(8, self.copy_letter, self.copy_address))
        column.addLayout(_side_by_side(16, self.read_letter, self.open_form))
        column.addWidget(ElidedLabel(form.title, "caption", "tertiary"))
        column.addWidget(label(f"{as_of(form.as_of)}. {form.text}", "caption", "tertiary", wrap=True))
        column.addWidget(self.said)
        self._paper.hide()
        self.said.hide()
        return made

    def _build_paper(self) -> QFrame:
        """The letter, to be read before it is copied."""
        self.letter.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made = QFrame()
        made.setProperty("frame", "well")
        room = QVBoxLayout(made)
        room.setContentsMargins(12, 10, 12, 10)
        room.addWidget(self.letter)
        return made

    def _connect(self) -> None:
        self.regions.changed.connect(self._show_region)
        self.read_letter.toggled.connect(self._show_letter)
        self.copy_letter.clicked.connect(self._copy_letter)
        self.copy_address.clicked.connect(self._copy_address)
        self.open_form.clicked.connect(self._open_form)

    def _show_region(self, region: str) -> None:
        known = facts.right(region)
        for place, (text, when) in enumerate(self._facts):
            for part in (text, when):
                part.setVisible(place < len(known))
            if place < len(known):
                text.setText(known[place].text)
                when.setText(as_of(known[place].as_of))
        self.letter.setText(facts.letter(region))
        self._offer.setVisible(region != "elsewhere")
        self.said.hide()

    def _show_letter(self, shown: bool) -> None:
        self._paper.setVisible(shown)
        self.read_letter.setText(self.tr("Hide the letter") if shown else self.tr("Read the letter"))

    def _copy_letter(self) -> None:
        QGuiApplication.clipboard().setText(facts.letter(self.regions.current()))
        self._say(self.tr("The letter is copied. Fill in what stands in brackets."))

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(facts.FORM)
        self._say(self.tr("The address of the form is copied."))

    def _open_form(self) -> None:
        if not QDesktopServices.openUrl(QUrl(facts.FORM)):
            self._say(self.tr("No browser could be opened. Copy the address instead."))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _side_by_side(gap: int, *parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row


def _head(title: str) -> QHBoxLayout:
    row, sign = QHBoxLayout(), QLabel()
    row.setSpacing(10)
    sign.setFixedSize(icons.grown(20), icons.grown(20))
    icons.dress(sign, "scale", "accent.base", 20)
    row.addWidget(sign)
    row.addWidget(label(title, "title", wrap=True), 1)
    return row
