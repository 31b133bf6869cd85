"""The way of photos through the page that cleans them, to the one that says what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lenscap.gui.cleaning.page import CleaningPage
from lenscap.gui.done import DonePage
from lenscap.gui.roll import words
from lenscap.gui.roll.page import RollPage
from lenscap.model import Result


class Work(QObject):
    """``shown`` tells the page that is to be seen. Photos are read no further meanwhile."""

    shown = Signal(object)

    def __init__(self, roll: RollPage, cleaning: CleaningPage, done: DonePage, parent: QObject) -> None:
        super().__init__(parent)
        self._roll, self._cleaning, self._done = roll, cleaning, done
        cleaning.cleaned.connect(roll.photos.set_results)
        cleaning.finished.connect(self._finish)
        cleaning.retry.connect(self.again)
        cleaning.folder_chosen.connect(roll.clean_bar.set_folder)
        done.retry.connect(self.again)

    def start(self, paths: list[Path]) -> None:
        """Clean these photos as the clean bar says."""
        if not paths:
            return
        photos = self._roll.photos
        under = {path: Path(photos.photo(row).name) for path in paths if (row := photos.row(path)) >= 0}
        self._begin()
        self._cleaning.start(paths, self._roll.clean_bar.folder(), self._roll.policy(), under)

    def again(self, paths: list[Path]) -> None:
        """Try these photos of the last run once more."""
        self._begin()
        self._cleaning.again(paths, self._roll.clean_bar.folder(), self._roll.policy())

    def _begin(self) -> None:
        self._roll.reading.pause()
        self.shown.emit(self._cleaning)

    def _finish(self, results: list[Result]) -> None:
        self._roll.reading.resume()
        policy, rest = words.preset(self._cleaning.policy), self._cleaning.record.rest()
        self._done.show_results(results, self._roll.clean_bar.folder(), rest, policy, self._cleaning.took)
        self.shown.emit(self._done)
