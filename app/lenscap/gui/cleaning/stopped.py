"""The ways to go on after a run was stopped, by the person or by a disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lenscap.gui.widgets import Flow, button
from lenscap.gui.writing import number


class Stopped(QWidget):
    """A row of buttons; ``elsewhere`` tells the other folder that was chosen for the copies."""

    elsewhere = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.more = button("", primary=True)
        self.folder = button(self.tr("Choose another folder…"), "folder")
        self.see, self.leave = button(self.tr("See the result")), button(self.tr("Back to photos"))
        row = Flow(self)
        row.setContentsMargins(0, 0, 0, 14)
        for part in (self.more, self.folder, self.see, self.leave):
            row.addWidget(part)
        self.folder.clicked.connect(self._choose)

    def show_ways(self, rest: int, results: bool, problem: bool) -> None:
        """``rest`` photos can still be cleaned; ``problem``: something stood in the way of them."""
        one = self.tr("Try again with 1 photo") if problem else self.tr("Clean the photo that is left")
        many = self.tr("Try again with {n} photos") if problem else self.tr("Clean the {n} photos that are left")
        self.more.setText(one if rest == 1 else many.format(n=number(rest)))
        self.more.setVisible(rest > 0)
        self.folder.setVisible(problem and rest > 0)
        self.see.setVisible(results)

    def take_keyboard(self) -> None:
        """Give it to the first way there is."""
        next(way for way in (self.more, self.see, self.leave) if not way.isHidden()).setFocus()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Save copies to"), str(Path.home()))
        if chosen:
            self.elsewhere.emit(Path(chosen))
