"""What a person decided by hand about photos, to be taken back and taken again, wherever in the window it was done."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.roll.removal import Removal
from lenscap.model import Edits


class Decision(QUndoCommand):
    """The edits of some photos, before and after."""

    def __init__(self, history: History, photos: PhotoModel, after: Mapping[Path, Edits], words: str) -> None:
        super().__init__(words)
        self._history, self._photos, self._after = history, photos, dict(after)
        self._before = {path: photos.photo(photos.row(path)).edits for path in after}

    @property
    def path(self) -> Path:
        """The first photo that it is about."""
        return next(iter(self._after))

    def redo(self) -> None:
        """Do it, or do it again."""
        self._take(self._after)

    def undo(self) -> None:
        """Take it back."""
        self._take(self._before)

    def _take(self, edits: Mapping[Path, Edits]) -> None:
        for path, each in edits.items():
            self._photos.set_edits(path, each)
        self._history.decided.emit(edits)


class History(QUndoStack):
    """All decisions about the photos that are open. ``decided`` brings the edits of photos as they are now, by path."""

    decided = Signal(object)

    def __init__(self, photos: PhotoModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        photos.modelReset.connect(self.clear)

    def decide(self, edits: Mapping[Path, Edits], words: str) -> None:
        """Take new edits of photos, as one step; ``words`` say what it did. What changes nothing is no step."""
        known = {
            path: after
            for path, after in edits.items()
            if (row := self._photos.row(path)) >= 0 and self._photos.photo(row).edits != after
        }
        if known:
            self.push(Decision(self, self._photos, known, words))

    def step_back(self) -> Path | None:
        """Take the last decision back; gives the first photo that it was about."""
        path = self._about(self.index() - 1)
        self.undo()
        return path

    def step_forward(self) -> Path | None:
        """Take it again."""
        path = self._about(self.index())
        self.redo()
        return path

    def _about(self, number: int) -> Path | None:
        command = self.command(number)
        return command.path if isinstance(command, Decision | Removal) else None
