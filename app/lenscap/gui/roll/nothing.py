"""What stands in the place of the grid when there is no photo in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from lenscap.gui import theme
from lenscap.gui.widgets import button, label, link

_SENTENCE = 480
"""The width of a sentence in the middle of an empty page."""


class Nothing(QFrame):
    """Says that there is nothing to show, and what to do about it."""

    show_all = Signal()
    choose = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "sunken")
        self.words = label("", "title", "secondary", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMinimumWidth(theme.px(_SENTENCE))
        self.all = link(self.tr("Show all photos"))
        self.folder = button(self.tr("Choose folder…"), "folder")
        self.all.clicked.connect(self.show_all)
        self.folder.clicked.connect(self.choose)
        column = QVBoxLayout(self)
        column.addStretch()
        for part in (self.words, self.all, self.folder):
            row = QHBoxLayout()
            row.addStretch()
            row.addWidget(part)
            row.addStretch()
            column.addLayout(row)
        column.addStretch()

    def explain(self, problem: str, no_photos: bool) -> None:
        """Something went wrong, the folder is empty, or the filters let nothing pass."""
        empty = self.tr("No photos in this folder") if no_photos else self.tr("No photo passes these filters")
        self.words.setText(problem if problem and no_photos else empty)
        self.all.setVisible(not no_photos)
        self.folder.setVisible(no_photos)
