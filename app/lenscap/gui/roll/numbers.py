"""How many photos there are, tell what, are chosen or left out: all numbers and sentences about them, kept true."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from lenscap.gui.roll import words
from lenscap.gui.roll.clean_bar import CleanBar
from lenscap.gui.roll.filter_bar import FilterBar
from lenscap.gui.roll.grid import PhotoGrid
from lenscap.gui.roll.outdated import old_boxes
from lenscap.gui.roll.photo import AWAY, OUTDATED, Photo
from lenscap.gui.roll.photos import PhotoModel

_SOON = 150
"""Milliseconds between two counts while photos are being read."""


class Numbers(QObject):
    """``counted`` tells how many photos are open. ``closed`` are the folders that could not be looked into."""

    counted = Signal(int)

    def __init__(self, photos: PhotoModel, grid: PhotoGrid, bar: FilterBar, clean_bar: CleanBar) -> None:
        super().__init__(grid)
        self._photos, self._grid, self._bar, self._clean_bar = photos, grid, bar, clean_bar
        self._away = 0
        self.closed: list[Path] = []
        self._clock = QTimer(self, singleShot=True, interval=_SOON)
        self._clock.timeout.connect(self.count)
        grid.chosen_changed.connect(self._count_scope)
        for changed in (photos.dataChanged, photos.rowsInserted, photos.modelReset, photos.layoutChanged):
            changed.connect(self._count_soon)

    def count(self) -> None:
        """Bring all of it up to date."""
        total, self._away = self._photos.rowCount(), len(self._photos.marked(AWAY))
        self._photos.see_day(date.today())
        self._bar.show_counts(total, self._grid.photos.counts())
        self._count_scope()
        self._clean_bar.show_note(self.left_out() or self._changed_since(), lasting=True)
        self.counted.emit(total)

    def left_out(self) -> str:
        """What is not there to be cleaned, in a sentence."""
        away, closed = self._away, len(self.closed)
        if away == 1:
            return self.tr("1 photo is not there any more and is left out.")
        if away:
            return self.tr("{photos} are not there any more and are left out.").format(photos=words.photos(away))
        if closed == 1:
            return self.tr("The folder “{name}” cannot be opened.").format(name=self.closed[0].name)
        return self.tr("{n} folders cannot be opened.").format(n=words.number(closed)) if closed else ""

    def tell_progress(self, step: str, done: int, total: int) -> None:
        """Say how far reading is."""
        said = {
            "listing": self.tr("{n} photos found"),
            "reading": self.tr("Reading {n} of {total}"),
            "faces": self.tr("Looking for faces: {n} of {total}"),
            "text": self.tr("Looking for text: {n} of {total}"),
        }[step]
        words_now = said.format(n=words.number(done), total=words.number(total))
        self._clean_bar.show_progress(words_now if total or step == "listing" else "")  # all were taken out meanwhile

    def _count_soon(self) -> None:
        """A few times a second at most."""
        if not self._clock.isActive():
            self._clock.start()

    def _count_scope(self) -> None:
        shown = self._grid.photos
        if self._away:
            self._clean_bar.show_counts(len(here(shown.shown())), len(here(self._grid.chosen())))
        else:
            self._clean_bar.show_counts(shown.rowCount(), self._grid.chosen_count())

    def _changed_since(self) -> str:
        """On how many photos boxes are older than the photo, in a sentence."""
        count = sum(1 for photo in self._photos.marked(OUTDATED) if old_boxes(photo))
        if count == 1:
            return self.tr("1 photo changed after you decided which areas are covered.")
        said = self.tr("{photos} changed after you decided which areas are covered.")
        return said.format(photos=words.photos(count)) if count else ""


def here(photos: list[Photo]) -> list[Photo]:
    """Those whose files are there, as far as is known."""
    return [photo for photo in photos if not photo.away]
