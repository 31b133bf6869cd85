"""Which photo the viewer shows, and what of it: the picture, its copy, the areas in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtGui import QHideEvent, QShowEvent

from lenscap.gui.history import History
from lenscap.gui.roll.photos import Photo, PhotoModel, Role
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.viewer import marks as deeds
from lenscap.gui.viewer.decisions import Decisions
from lenscap.gui.viewer.loading import Loading
from lenscap.gui.viewer.marks import Mark
from lenscap.gui.viewer.parts import ViewerParts
from lenscap.gui.viewer.picture import Shown
from lenscap.model import Kind, Policy, Size


class Showing(ViewerParts):
    """Gets a photo and what is known about it onto the stage and into the panel."""

    def __init__(self, model: QAbstractItemModel, photos: PhotoModel, thumbnails: Thumbnails, history: History) -> None:
        super().__init__(model, thumbnails)
        self._model, self._photos = model, photos
        self._marks: list[Mark] = []
        self._chosen = -1
        self._original: Shown | None = None
        self._no_copy = ""
        self._decisions = Decisions(photos, history, self)
        self._loading = Loading(self)
        self._loading.original.connect(self._show_original)
        self._loading.cleaned.connect(self._show_cleaned)
        self._loading.failed.connect(self._show_problem)
        self._loading.not_cleaned.connect(self._show_no_copy)
        history.canUndoChanged.connect(self.tools.button("undo").setEnabled)
        self.tools.button("undo").setEnabled(False)
        self.stage.zoomed.connect(self._show_place)
        photos.dataChanged.connect(self._hear)
        photos.modelReset.connect(self._forget)

    def _forget(self) -> None:
        """Other photos were opened."""
        self._decisions.path = None

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
        self._decisions.path, self._decisions.size, self._chosen = photo.path, Size(0, 0), -1
        self._original, self._no_copy = None, ""
        self.bar.name.set_whole(photo.path.name)
        self.panel.set_picture(None)
        self.stage.clear(self.tr("Opening…"))
        self.strip.show_row(row)
        self._loading.load(photo.path)
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

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the pictures: they are large."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._loading.forget()
            self._decisions.path = self._original = None
            self.panel.set_picture(None)
            self.stage.clear("")

    def _row(self) -> int:
        return self.strip.currentIndex().row()

    def _show_original(self, made: Shown) -> None:
        photo = self._decisions.photo
        first = self._original is None
        self._original = made
        self._decisions.size = photo.report.size if photo and photo.report else made.size
        self.stage.show_original(made, self._decisions.size)
        self.panel.set_picture(made.levels[0], made.levels[0].width() / max(1, self._decisions.size.width))
        if first or not self.stage.shows_copy:
            self._refresh()

    def _show_cleaned(self, made: Shown | None) -> None:
        """The picture of the copy; None where it is that of the original."""
        self._no_copy = ""
        real = made is None or made.sharp
        words = self.tr("After cleaning") if real else self.tr("After cleaning, nearly")
        self.stage.show_cleaned(made or self._original, words)

    def _show_no_copy(self, why: str) -> None:
        self._no_copy = why
        self.stage.show_cleaned(None, self.tr("Cannot be shown"))
        if photo := self._decisions.photo:
            self.panel.show_marks(self._marks, self._decisions.policy, self._note(photo))

    def _show_problem(self, words: str) -> None:
        photo = self._decisions.photo
        if photo and not photo.path.exists():
            words = self.tr("“{name}” is not there any more. It may have been moved or deleted.").format(
                name=photo.path.name
            )
        self.stage.clear(words)
        self._refresh()

    def _show_place(self) -> None:
        zoom = None if self.stage.empty else self.stage.zoom
        self.bar.show_place(self._row() + 1, self._model.rowCount(), zoom)

    def _hear(self, first: QModelIndex, last: QModelIndex) -> None:
        """The report on this photo came, or its edits changed."""
        if self._decisions.path and first.row() <= self._photos.row(self._decisions.path) <= last.row():
            self._refresh()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        photo = self._decisions.photo
        if photo is None:
            return
        self._marks = deeds.marks(photo.report, self._decisions.policy, photo.edits)
        self._chosen = min(self._chosen, len(self._marks) - 1)
        self._show_frames()
        self.panel.show_marks(self._marks, self._decisions.policy, self._note(photo))
        self.panel.set_chosen(self._chosen)
        self.bar.action.setEnabled(photo.problem is None)
        self._show_place()
        self._show_copy(photo)

    def _show_copy(self, photo: Photo) -> None:
        if photo.report and self._original:
            if not self.stage.shows_copy:
                self.stage.show_cleaned(None, self.tr("Working it out…"))
            edits = {str(photo.path): photo.edits}
            self._loading.preview(photo.path, replace(self._decisions.policy, edits=edits), photo.report)

    def _note(self, photo: Photo) -> str:
        if photo.problem or self._no_copy:
            return photo.problem or self._no_copy
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
        marks = [] if self.stage.empty else self._marks
        self.stage.show_marks(marks, self._chosen, self._decisions.policy.style)
        self.hide_boxes()
