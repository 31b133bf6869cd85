"""What stands in the place of the grid when there is no photo in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lenscap.gui import theme
from lenscap.gui.widgets import button, label, link

_SENTENCE = 600
"""The width of a sentence in the middle of an empty page, if there is as much."""
_MOST = 1000
"""Stretch that leaves to others what is over only when the most is reached."""


class Middle(QStackedWidget):
    """The grid, or what is said in its place. The keyboard goes along, as what is hidden cannot have it."""

    def __init__(self, grid: QWidget, nothing: Nothing) -> None:
        super().__init__()
        self._grid, self._nothing = grid, nothing
        self.addWidget(grid)
        self.addWidget(nothing)

    def show_grid(self, there: bool) -> None:
        """Show the grid where there is something in it."""
        focus = self.window().focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self.setCurrentWidget(self._grid if there else self._nothing)
        if held and not (focus and focus.isVisible()):
            (self._grid if there else self._nothing.way()).setFocus()


class Nothing(QFrame):
    """Says that there is nothing to show, and what to do about it."""

    show_all = Signal()
    choose = Signal()
    take_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "sunken")
        self.words = label("", "title", "secondary", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMaximumWidth(theme.px(_SENTENCE))
        self.all = link(self.tr("Show all photos"))
        self.back = button(self.tr("Take it back"), "undo")
        self.folder = button(self.tr("Choose folder…"), "folder")
        self.all.clicked.connect(self.show_all)
        self.folder.clicked.connect(self.choose)
        self.back.clicked.connect(self.take_back)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch()
        for part in (self.words, self.all, self.back, self.folder):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(part, _MOST if part is self.words else 0)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch()

    def explain(self, problem: str, no_photos: bool, removed: int = 0) -> None:
        """Something went wrong, the folder is empty, all was ``removed``, or the filters let nothing pass."""
        empty = self.tr("No photos in this folder") if no_photos else self.tr("No photo passes these filters")
        if removed:
            empty = self._removed(removed)
        self.words.setText(problem if problem and no_photos and not removed else empty)
        self.all.setVisible(not no_photos)
        self.back.setVisible(bool(removed))
        self.folder.setVisible(no_photos)

    def way(self) -> QWidget:
        """The first thing that can be done about it."""
        return next(each for each in (self.back, self.all, self.folder) if not each.isHidden())

    def _removed(self, photos: int) -> str:
        if photos == 1:
            return self.tr("The photo was removed from this view. Its file is where it was.")
        return self.tr("All photos were removed from this view. Their files are where they were.")
