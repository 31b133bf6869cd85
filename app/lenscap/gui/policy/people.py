"""Whose faces are covered: everybody's, or by photos that show one person each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from lenscap.gui.policy.answers import BUT, EVERYBODY, ONLY
from lenscap.gui.widgets import Choice, ElidedLabel, button, explain, icon_button, label

_MOST = 50
"""More photos of people than this are not taken."""


class WhoseFaces(QFrame):
    """A choice, and the photos that it speaks of. ``changed``: something of it did."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._photos: tuple[Path, ...] = ()
        self.choice = Choice("people", self.tr("Whose faces"), most=290)
        for key, words in (
            (EVERYBODY, self.tr("Everybody's")),
            (BUT, self.tr("Everybody's but some people's")),
            (ONLY, self.tr("Only some people's")),
        ):
            self.choice.addItem(words, key)
        self.setAccessibleName(self.choice.accessibleName())
        self.add = button(self.tr("Choose photos of them…"), "photo")
        hint = self.tr("Photos that show one person each, large and from the front.")
        self._hint = label(hint, "small", "secondary", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.choice)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        column.addLayout(self._rows)
        self.choice.currentIndexChanged.connect(self._change)
        self.add.clicked.connect(self._choose)
        self._show()

    def whose(self) -> str:
        """What is chosen."""
        return str(self.choice.currentData())

    def photos(self) -> tuple[Path, ...]:
        """The photos of people."""
        return self._photos

    def set_answer(self, whose: str, photos: tuple[Path, ...]) -> None:
        """Show an answer without telling."""
        self.choice.blockSignals(True)
        self.choice.setCurrentIndex(max(0, self.choice.findData(whose)))
        self.choice.blockSignals(False)
        self._photos = photos
        self._show()

    def add_photos(self, photos: list[Path]) -> None:
        """Take more photos."""
        self._photos = tuple(dict.fromkeys((*self._photos, *photos)))[:_MOST]
        self._change()

    def _drop(self, photo: Path) -> None:
        self._photos = tuple(each for each in self._photos if each != photo)
        self._change()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose photos of people"), str(Path.home()))
        self.add_photos([Path(each) for each in chosen])

    def _change(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        some = self.whose() != EVERYBODY
        self.add.setVisible(some)
        self._hint.setVisible(some)
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for photo in self._photos if some else ():
            self._rows.addWidget(self._row(photo))

    def _row(self, photo: Path) -> QFrame:
        made = QFrame()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel(photo.name, "body")
        away = icon_button("x", self.tr("Leave this photo out"), 16)
        away.clicked.connect(lambda: self._drop(photo))
        explain(made, str(photo))
        line.addWidget(name, 1)
        line.addWidget(away)
        return made
