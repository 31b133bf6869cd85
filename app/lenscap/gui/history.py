"""What a person decided by hand about photos, to be taken back and taken again, wherever in the window it was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget

from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.roll.removal import Removal
from lenscap.model import Edits

_JOINING, _AT_ONCE = 1, 1.0
"""The number of decisions that may become one, and within how many seconds they follow each other then."""


class Decision(QUndoCommand):
    """The edits of some photos, before and after."""

    def __init__(
        self, history: History, photos: PhotoModel, after: Mapping[Path, Edits], words: str, joins: bool
    ) -> None:
        super().__init__(words)
        self._history, self._photos, self._after = history, photos, dict(after)
        self._joins, self._when = joins, monotonic()
        self._before = {path: photos.photo(photos.row(path)).edits for path in after}

    @property
    def path(self) -> Path:
        """The first photo that it is about."""
        return next(iter(self._after))

    def id(self) -> int:
        """Which decisions may become one; others than that have none."""
        return _JOINING if self._joins else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a decision into this one that follows at once, as keys do that are held down."""
        if not isinstance(other, Decision) or other._after.keys() != self._after.keys():
            return False
        if other._when - self._when > _AT_ONCE:
            return False
        self._after, self._when = other._after, other._when
        return True

    def redo(self) -> None:
        """Do it, or do it again."""
        self._take(self._after)

    def undo(self) -> None:
        """Take it back."""
        self._take(self._before)

    def _take(self, edits: Mapping[Path, Edits]) -> None:
        self._photos.change({path: {"edits": each} for path, each in edits.items()})
        self._history.decided.emit(edits)


class History(QUndoStack):
    """All decisions about the photos that are open. ``decided`` brings the edits of photos as they are now, by path."""

    decided = Signal(object)

    def __init__(self, photos: PhotoModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        photos.modelReset.connect(self.clear)

    def decide(self, edits: Mapping[Path, Edits], words: str, joins: bool = False) -> None:
        """Take new edits of photos, as one step; ``words`` say what it did. What changes nothing is no step.

        A step that ``joins`` is one with another of that kind right before it.
        """
        known = {
            path: after
            for path, after in edits.items()
            if (row := self._photos.row(path)) >= 0 and self._photos.photo(row).edits != after
        }
        if known:
            self.push(Decision(self, self._photos, known, words, joins))

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

    def bind(self, page: QWidget, show: Callable[[Path], object]) -> None:
        """Let the keys for it work on a page while it is seen, which then shows the photo that the step is about."""
        for keys, step in _STEPS.items():
            QShortcut(QKeySequence(keys), page, lambda step=step: _shown(step(self), show))

    def _about(self, number: int) -> Path | None:
        command = self.command(number)
        return command.path if isinstance(command, Decision | Removal) else None


_STEPS = {"Ctrl+Z": History.step_back, "Ctrl+Shift+Z": History.step_forward, "Ctrl+Y": History.step_forward}


def _shown(path: Path | None, show: Callable[[Path], object]) -> None:
    if path is not None:
        show(path)
