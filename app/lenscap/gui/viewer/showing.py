"""Which photo the viewer shows, and what of it: the picture, its copy, the areas in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from lenscap.gui.history import History
from lenscap.gui.roll.filters import PhotoFilter
from lenscap.gui.roll.outdated import old_boxes
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel, Role
from lenscap.gui.speech import spoken
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.viewer import films
from lenscap.gui.viewer import marks as deeds
from lenscap.gui.viewer.decisions import Decisions
from lenscap.gui.viewer.loading import Loading
from lenscap.gui.viewer.marks import Mark
from lenscap.gui.viewer.parts import ViewerParts
from lenscap.gui.viewer.picture import Shown
from lenscap.model import Box, Kind, Policy, Report, Size
from lenscap.people import People, Person


class Showing(ViewerParts):
    """Gets a photo and what is known about it onto the stage and into the panel.

    ``watched`` tells whether somebody looks at it: then it should be told who is who; ``shown`` which photo it is,
    ``emptied`` that none is left.
    """

    watched = Signal(bool)
    shown = Signal(object)  # Path
    emptied = Signal()

    def __init__(
        self, model: PhotoFilter | PhotoModel, photos: PhotoModel, thumbnails: Thumbnails, history: History
    ) -> None:
        super().__init__(model, thumbnails)
        self._model, self._photos = model, photos
        self._marks: list[Mark] = []
        self._chosen = -1
        self._people: People = ()
        self._original: Shown | None = None
        self._no_copy = ""
        self._looks_the_same = False
        self._version = 0.0, 0
        self._at = 0
        self._wished: tuple[Path, Policy, Report] | None = None
        self._decisions = Decisions(photos, history, self)
        self._loading = Loading(self)
        self._loading.original.connect(self._show_original)
        self._loading.cleaned.connect(self._show_cleaned)
        self._loading.failed.connect(self._show_problem)
        self._loading.not_cleaned.connect(self._show_no_copy)
        history.undoTextChanged.connect(self.tools.show_back)
        history.redoTextChanged.connect(self.tools.show_forward)
        self.stage.zoomed.connect(self._show_place)
        photos.dataChanged.connect(self._hear)
        photos.modelReset.connect(self._forget)
        model.modelReset.connect(self._stay)

    def _forget(self) -> None:
        """Other photos were opened."""
        self._decisions.path = None

    @property
    def peeking(self) -> bool:
        """Whether something else than the photo is shown."""
        return False

    @property
    def filming(self) -> bool:
        """Whether a film is shown, of which nothing can be covered."""
        photo = self._decisions.photo
        return photo is not None and films.is_film(photo.report)

    def set_people(self, people: People) -> None:
        """Who is who in the photos."""
        self._people = people
        photo = self._decisions.photo
        if photo and self._marks_of(photo) != self._marks:  # what is being dragged shall not be lost for nothing
            self._refresh()

    def _stay(self) -> None:
        """Photos stand in another order now, or fewer do: stay at the one that is shown, or where it was."""
        path = self._decisions.path
        if path and (row := self._model.row(path)) >= 0:
            self._at = row
            self.strip.show_row(row)
        elif path and self._photos.row(path) < 0:
            self._decisions.path = None
            self.show_photo(min(self._at, self._model.rowCount() - 1))
            if self._decisions.path is None:
                self.emptied.emit()

    def set_policy(self, policy: Policy) -> None:
        """The policy in force; its ``edits`` do not matter here, those of the photos do."""
        self._decisions.policy = policy
        self._refresh()

    def show_photo(self, row: int) -> None:
        """Show the photo in that row of the model."""
        photo: Photo | None = self._model.index(row, 0).data(Role.PHOTO)
        if photo is None:
            return
        if photo.path == self._decisions.path:
            self.strip.show_row(row)
            return
        self._at = row
        self._decisions.path, self._decisions.size, self._chosen = photo.path, Size(0, 0), -1
        self._version = photo.written, photo.bytes
        self._original, self._wished, self._no_copy, self._looks_the_same = None, None, "", False
        self.bar.name.set_whole(photo.path.name)
        self.panel.set_picture(None)
        self.stage.clear(self.tr("Opening…"))
        self.stage.setAccessibleName(self._model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        self.strip.show_row(row)
        self._loading.load(photo.path)
        self.shown.emit(photo.path)
        self.hold(pen=False)
        self._refresh()

    def step(self, way: int) -> None:
        """To the next photo (1) or the one before (-1)."""
        row = self._row() + way
        if 0 <= row < self._model.rowCount():
            self.show_photo(row)

    def wait(self) -> None:
        """Let all work end; for the end of the program."""
        self._loading.wait()

    def showEvent(self, event: QShowEvent) -> None:
        """The keys belong to the stage."""
        super().showEvent(event)
        self.stage.setFocus()
        if not event.spontaneous():
            self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the pictures: they are large."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.watched.emit(False)
            self._loading.forget()
            self._decisions.path = self._original = self._wished = None
            self.panel.set_picture(None)
            self.stage.clear("")

    def _row(self) -> int:
        return self.strip.currentIndex().row()

    def _show_original(self, made: Shown) -> None:
        photo = self._decisions.photo
        first = self._original is None
        self._original = made
        self._decisions.size = photo.report.size if photo and photo.report else made.size
        self.panel.set_picture(made.levels[0], made.levels[0].width() / max(1, self._decisions.size.width))
        if self.peeking:
            return
        self.stage.show_original(made, self._decisions.size)
        if first:
            self._refresh()
        elif self._looks_the_same:
            self._show_cleaned(None)

    def _show_cleaned(self, made: Shown | None) -> None:
        """The picture of the copy; None where it is that of the original."""
        self._no_copy, self._looks_the_same = "", made is None
        real = made is None or made.sharp
        words = self.tr("After cleaning") if real else self.tr("After cleaning, nearly")
        if self.peeking:
            return
        self.stage.show_cleaned(made or self._original, words)

    def _show_no_copy(self, why: str) -> None:
        self._no_copy, self._looks_the_same = spoken(why), False
        self.stage.show_cleaned(None, self.tr("Cannot be shown"))
        if photo := self._decisions.photo:
            self.panel.show_marks(self._marks, self._decisions.policy, self._note(photo))

    def _show_problem(self, words: str) -> None:
        photo = self._decisions.photo
        if photo and not photo.path.exists():
            words = self.tr("“{name}” is not there any more. It may have been moved or deleted.").format(
                name=photo.path.name
            )
        self.stage.clear(spoken(words))
        self._refresh()

    def _show_place(self) -> None:
        zoom = None if self.stage.empty else self.stage.zoom
        self.bar.show_place(self._row() + 1, self._model.rowCount(), zoom)

    def _hear(self, first: QModelIndex, last: QModelIndex) -> None:
        """The report on this photo came, its edits changed, or its file did."""
        photo = self._decisions.photo
        if photo is None or not first.row() <= self._photos.row(photo.path) <= last.row():
            return
        if self._version == (photo.written, photo.bytes):
            self._refresh()
        else:
            self._decisions.path = None
            self.show_photo(self._row())

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        photo = self._decisions.photo
        if photo is None:
            return
        before, self._marks = self._marks, self._marks_of(photo)
        self._chosen = self._still_chosen(before)
        self._show_frames()
        self.panel.show_marks(self._marks, self._decisions.policy, self._note(photo))
        self.panel.set_chosen(self._chosen)
        self.panel.show_changed(bool(old_boxes(photo)))
        self._offer_tools(not self.filming)
        self.bar.action.setEnabled(photo.problem is None)
        self._show_place()
        self._show_copy(photo)

    def _still_chosen(self, before: list[Mark]) -> int:
        """The row of the area that is chosen, which may have moved; none if that area is gone."""
        if len(before) == len(self._marks) or not 0 <= self._chosen < len(before):
            return min(self._chosen, len(self._marks) - 1)
        was = before[self._chosen]
        rows = (row for row, mark in enumerate(self._marks) if (mark.box, mark.kind) == (was.box, was.kind))
        return next(rows, -1)

    def _offer_tools(self, coverable: bool) -> None:
        self.panel.set_coverable(coverable)
        self.tools.allow_drawing(coverable)

    def _persons(self, photo: Photo) -> dict[Box, Person]:
        """Whose faces are where in a photo."""
        everybody = ((person, face) for person in self._people for face in person.faces)
        return {face.box: person for person, face in everybody if face.path == photo.path}

    def _marks_of(self, photo: Photo) -> list[Mark]:
        return deeds.marks(photo.report, self._decisions.policy, photo.edits, self._persons(photo))

    def _show_copy(self, photo: Photo) -> None:
        """Work out what the copy shows, unless that was wished for already."""
        if photo.report is None or self._original is None or self.peeking:
            return
        wish = photo.path, replace(self._decisions.policy, edits={str(photo.path): photo.edits}), photo.report
        if self._wished and self._wished[:2] == wish[:2] and self._wished[2] is photo.report:
            return
        self._wished = wish
        if not self.stage.shows_copy:
            self.stage.show_cleaned(None, self.tr("Working it out…"))
        self._loading.preview(*wish)

    def _note(self, photo: Photo) -> str:
        if photo.problem or self._no_copy:
            return photo.problem or self._no_copy
        if self.filming:
            return films.said(shown=self._original is not None)
        if photo.report is None or not photo.seen:
            return self.tr("Still looking for faces in this photo…")
        if not any(mark.kind is Kind.FACE for mark in self._marks):
            return self.tr("No face was found here. Draw a box (D) over what you want covered.")
        return "" if Kind.FACE in self._decisions.policy.cover else self.tr("This preset leaves faces visible.")

    def _choose(self, row: int) -> None:
        self._chosen = row
        self._show_frames()
        self.panel.set_chosen(row)
        self.stage.reveal(row)

    def _show_frames(self) -> None:
        """The frames around the areas; none where there is no picture to see."""
        marks = [] if self.stage.empty or self.peeking else self._marks
        self.stage.show_marks(marks, self._chosen, self._decisions.policy.style)
        self.hide_boxes()
