"""Taking photos out of the view, as a step that can be taken back. Nothing on disk changes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtGui import QUndoCommand

from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel


class Removal(QUndoCommand):
    """Photos that are not shown any more, with all that was known of them and decided about them."""

    def __init__(self, photos: PhotoModel, paths: Collection[Path], words: str) -> None:
        super().__init__(words)
        self._photos, self._paths = photos, frozenset(paths)
        self._removed: list[tuple[int, Photo]] = []
        self.path = next(iter(paths))
        self.number = len(self._paths)

    def redo(self) -> None:
        """Remove them."""
        self._removed = self._photos.remove(self._paths)

    def undo(self) -> None:
        """Show them again."""
        self._photos.put_back(self._removed)
