"""What a person decides about the photo in the viewer, as steps in the history of decisions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from lenscap.gui.history import History
from lenscap.gui.roll.outdated import without_old
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.viewer import marks as deeds
from lenscap.gui.viewer.marks import Look, Mark
from lenscap.model import Box, Edits, Policy, Size
from lenscap.people import Person
from lenscap.policy import PRESETS


class Decisions(QObject):
    """Turns wishes about the marks of the photo that is shown into its edits."""

    def __init__(self, photos: PhotoModel, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos, self._history = photos, history
        self.policy: Policy = PRESETS["faces"]
        self.path: Path | None = None
        self.size = Size(0, 0)

    @property
    def photo(self) -> Photo | None:
        """The photo that is shown."""
        row = self._photos.row(self.path) if self.path else -1
        return self._photos.photo(row) if row >= 0 else None

    def toggle(self, mark: Mark) -> None:
        """Cover what is kept and keep what is covered."""
        if self.photo:
            self._take(self.tr("Cover or keep"), deeds.toggled(self.photo.edits, mark, self.policy))

    def decide(self, mark: Mark, cover: bool) -> None:
        """Cover an area or let it stay visible."""
        if self.photo:
            self._take(_said(cover), (deeds.cover if cover else deeds.keep)(self.photo.edits, mark, self.policy))

    def decide_all(self, marks: Sequence[Mark], cover: bool) -> None:
        """The same for all faces at once."""
        if self.photo:
            self._take(
                _said(cover), (deeds.cover_all if cover else deeds.keep_all)(self.photo.edits, marks, self.policy)
            )

    def decide_person(self, person: Person, cover: bool) -> None:
        """Cover or keep somebody in all her photos, as one step."""
        after: dict[Path, Edits] = {}
        for path, boxes in person.boxes().items():
            row = self._photos.row(path)
            if row >= 0:
                after[path] = self._decided(self._photos.photo(row), boxes, cover)
        words = self.tr("Cover {name} in {n} photos") if cover else self.tr("Keep {name} in {n} photos")
        self._history.decide(after, words.format(name=person.name, n=len(after)))

    def _decided(self, photo: Photo, boxes: Collection[Box], cover: bool) -> Edits:
        """The edits of a photo, with the faces in these boxes covered or kept."""
        edits = photo.edits
        for mark in deeds.marks(photo.report, self.policy, photo.edits):
            if mark.box in boxes and mark.look is not Look.DRAWN:
                edits = (deeds.cover if cover else deeds.keep)(edits, mark, self.policy)
        return edits

    def draw(self, box: Box) -> Box | None:
        """Cover an area drawn by hand; gives the part of it that lies in the picture, if that is enough."""
        cut = deeds.inside(box, self.size)
        if self.photo and cut:
            self._take(self.tr("Draw a box"), deeds.drawn(self.photo.edits, cut))
        return cut

    def move(self, mark: Mark, new: Box, joins: bool = False) -> Box | None:
        """An area, elsewhere or of another size; gives the part of it that lies in the picture."""
        cut = deeds.inside(new, self.size)
        if self.photo and cut and cut != mark.box:
            self._take(self.tr("Move a box"), deeds.moved(self.photo.edits, mark, cut), joins)
        return cut

    def nudge(self, mark: Mark, dx: int, dy: int) -> Box | None:
        """An area, a little to the side, stopping at the edges of the picture. Several in a row are one step."""
        return self.move(mark, deeds.nudged(mark.box, dx, dy, self.size), joins=True)

    def drop_old(self) -> None:
        """Let go of the boxes that are older than the photo."""
        if self.photo:
            self._take(self.tr("Drop old areas"), without_old(self.photo))

    def confirm_old(self) -> None:
        """They are right on the photo as it is now."""
        if self.photo:
            self._photos.change({self.photo.path: {"outdated": frozenset[Box]()}})
            self._history.decided.emit({self.photo.path: self.photo.edits})  # to be remembered of what it is now

    def _take(self, words: str, after: Edits, joins: bool = False) -> None:
        if self.photo:
            self._history.decide({self.photo.path: after}, words, joins)


def _said(cover: bool) -> str:
    return (
        QCoreApplication.translate("Decisions", "Cover") if cover else QCoreApplication.translate("Decisions", "Keep")
    )
