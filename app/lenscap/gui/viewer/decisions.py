"""What a person decides about photos in the viewer: taken to the photos' model, with undo and redo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from lenscap.gui.roll.photos import Photo, PhotoModel
from lenscap.gui.viewer import marks as deeds
from lenscap.gui.viewer.marks import Mark
from lenscap.model import Box, Edits, Policy, Size
from lenscap.policy import PRESETS


class _Decision(QUndoCommand):
    """The edits of one photo, before and after."""

    def __init__(self, photos: PhotoModel, path: Path, before: Edits, after: Edits) -> None:
        super().__init__()
        self._photos, self.path = photos, path
        self._before, self._after = before, after

    def redo(self) -> None:
        self._photos.set_edits(self.path, self._after)

    def undo(self) -> None:
        self._photos.set_edits(self.path, self._before)


class Decisions(QObject):
    """Turns wishes about the marks of the photo that is shown into its edits."""

    undoable = Signal(bool)

    def __init__(self, photos: PhotoModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._stack = QUndoStack(self)
        self._stack.canUndoChanged.connect(self.undoable)
        self.policy: Policy = PRESETS["faces"]
        self.path: Path | None = None
        self.size = Size(0, 0)

    @property
    def photo(self) -> Photo | None:
        """The photo that is shown."""
        row = self._photos.row(self.path) if self.path else -1
        return self._photos.photo(row) if row >= 0 else None

    def forget(self) -> None:
        """Other photos were opened: there is nothing to take back any more."""
        self._stack.clear()
        self.path = None

    def toggle(self, mark: Mark) -> None:
        """Cover what is kept and keep what is covered."""
        if self.photo:
            self._take(deeds.toggled(self.photo.edits, mark, self.policy))

    def decide(self, mark: Mark, cover: bool) -> None:
        """Cover an area or let it stay visible."""
        if self.photo:
            self._take((deeds.cover if cover else deeds.keep)(self.photo.edits, mark, self.policy))

    def decide_all(self, marks: Sequence[Mark], cover: bool) -> None:
        """The same for all faces at once."""
        if self.photo:
            self._take((deeds.cover_all if cover else deeds.keep_all)(self.photo.edits, marks, self.policy))

    def draw(self, box: Box) -> Box | None:
        """Cover an area drawn by hand; gives the part of it that lies in the picture, if that is enough."""
        cut = deeds.inside(box, self.size)
        if self.photo and cut:
            self._take(deeds.drawn(self.photo.edits, cut))
        return cut

    def move(self, old: Box, new: Box) -> Box | None:
        """A drawn area, elsewhere or of another size; gives the part of it that lies in the picture."""
        cut = deeds.inside(new, self.size)
        if self.photo and cut:
            self._take(deeds.moved(self.photo.edits, old, cut))
        return cut

    def nudge(self, old: Box, dx: int, dy: int) -> Box | None:
        """A drawn area, a little to the side, stopping at the edges of the picture."""
        return self.move(old, deeds.nudged(old, dx, dy, self.size))

    def undo(self) -> Path | None:
        """Take the last decision back; gives the photo that it was about."""
        path = self._about(self._stack.index() - 1)
        self._stack.undo()
        return path

    def redo(self) -> Path | None:
        """Take it again."""
        path = self._about(self._stack.index())
        self._stack.redo()
        return path

    def _about(self, number: int) -> Path | None:
        command = self._stack.command(number)
        return command.path if isinstance(command, _Decision) else None

    def _take(self, after: Edits) -> None:
        photo = self.photo
        if photo and after != photo.edits:
            self._stack.push(_Decision(self._photos, photo.path, photo.edits, after))
