"""What is done with the photos that are chosen: from the menu, by key, and taken back."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDesktopServices,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from lenscap.gui.handing import Copying, copies
from lenscap.gui.history import History
from lenscap.gui.roll import words
from lenscap.gui.roll.grid import PhotoGrid
from lenscap.gui.roll.menu import Deeds, menu
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.roll.reading import Reading
from lenscap.gui.roll.removal import Removal
from lenscap.gui.thumbnails import Thumbnails


class PhotoDeeds(QObject):
    """Acts on what is chosen in the grid, or on the photo that has the keyboard. ``said`` brings what was done."""

    clean = Signal(list)
    said = Signal(str)

    def __init__(
        self, page: QWidget, grid: PhotoGrid, photos: PhotoModel, reading: Reading, thumbs: Thumbnails, history: History
    ) -> None:
        super().__init__(page)
        self._page, self._grid = page, grid
        self._photos, self._reading, self._thumbnails, self._history = photos, reading, thumbs, history
        self.copying = Copying(self)
        self.copying.said.connect(self._say)
        grid.asked.connect(self.offer)
        for keys, deed in (
            ("Del", self.remove),
            ("Ctrl+Z", self.step_back),
            ("Ctrl+Shift+Z", self.step_forward),
            ("Ctrl+Y", self.step_forward),
        ):
            shortcut = QShortcut(QKeySequence(keys), page, deed)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def chosen(self) -> list[Path]:
        """The photos that are meant."""
        current = self._grid.current()
        return [photo.path for photo in self._grid.chosen()] or ([current.path] if current else [])

    def offer(self, at: QPoint) -> None:
        """Show the menu."""
        paths = self.chosen()
        here = [path for path in paths if not self._photos.photo(self._photos.row(path)).away]
        copied = [each for path in paths if (each := self._photos.photo(self._photos.row(path))).cleaned]
        deeds = Deeds(
            open=self._open,
            clean=lambda: self.clean.emit(here),
            show_folder=self.show_folder,
            remove=self.remove,
            look_again=self.look_again,
            copy=lambda: self.copying.copy(copies(photo.result for photo in copied if photo.result)),
            show_copy=lambda: self.show_copy(copied[0]),
        )
        made = menu(self._page, len(paths), bool(here), len(copied), deeds)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.popup(at)

    def show_folder(self) -> None:
        """Show the folder of the photo that has the keyboard."""
        current = self._grid.current()
        if current is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(current.path.parent)))

    def show_copy(self, photo: Photo) -> None:
        """Show the folder with the copy of a photo."""
        if photo.result and photo.result.target:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(photo.result.target.parent)))

    def look_again(self) -> None:
        """Read the photos anew, as if they had never been seen."""
        self.read_again(self.chosen(), anew=True)

    def read_again(self, paths: Collection[Path], anew: bool = False) -> None:
        """Forget what is known of photos, and read them; ``anew``: what was seen on another day is forgotten, too."""
        unknown = {"report": None, "problem": None, "away": False, "seen": False}
        self._photos.change(dict.fromkeys(paths, unknown))
        self.show_anew(paths)
        self._reading.again(paths, anew)

    def show_anew(self, paths: Collection[Path]) -> None:
        """Make new thumbnails of photos."""
        self._thumbnails.forget(paths)
        self._grid.viewport().update()

    def remove(self) -> None:
        """Show the photos no more; nothing on disk changes."""
        paths = self.chosen()
        if not paths:
            return
        row = self._grid.currentIndex().row()
        self._history.push(Removal(self._photos, paths, self.tr("Remove from this view")))
        self._grid.go_to_row(min(row, self._grid.photos.rowCount() - 1))
        said = self.tr("1 photo is out of this view. The file stays where it is.")
        if len(paths) > 1:
            said = self.tr("{photos} are out of this view. The files stay where they are.")
        self._say(said.format(photos=words.photos(len(paths))))

    def removed(self) -> int:
        """How many photos were taken out of the view, if that was the last step."""
        steps = [self._history.command(number) for number in range(self._history.index())]
        last = isinstance(steps[-1], Removal) if steps else False
        return sum(step.number for step in steps if isinstance(step, Removal)) if last else 0

    def step_back(self) -> None:
        """Take the last step back, and go to the photo that it was about."""
        text = self._history.undoText()
        path = self._history.step_back()
        self._arrive(path)
        if path is not None:
            self._say(self.tr("Taken back: {deed}").format(deed=text))

    def step_forward(self) -> None:
        """Do again what was taken back."""
        self._arrive(self._history.step_forward())

    def _arrive(self, path: Path | None) -> None:
        if path is not None:
            self._grid.go_to_row(self._grid.photos.row(path))

    def _open(self) -> None:
        current = self._grid.current()
        if current is not None:
            self._grid.opened.emit(current.path)

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._grid, words))
        self.said.emit(words)
