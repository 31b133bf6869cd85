"""The photos that are open, as the Qt model that every page shows them through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import IntEnum
from itertools import compress, islice
from operator import attrgetter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from lenscap.cloud.window import first_day
from lenscap.gui import exposure
from lenscap.gui.roll.photo import NO_EDITS, Photo, Window
from lenscap.gui.roll.runs import runs
from lenscap.model import Edits, Report, Result

Index = QModelIndex | QPersistentModelIndex


_ROW, _TELLS = attrgetter("row"), attrgetter("tells")


class Role(IntEnum):
    """What the model tells of a row beside its name."""

    PHOTO = Qt.ItemDataRole.UserRole
    PATH = Qt.ItemDataRole.UserRole + 1


class PhotoModel(QAbstractListModel):
    """All the photos in the order in which they are shown.

    ``layoutChanged`` tells another order, and also that photos were removed or put back: many rows that do not stand
    together change at once, which Qt has no signal for.
    """

    removed = Signal(object)
    returned = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: list[Photo] = []
        self._by_path: dict[Path, Photo] = {}
        self._known: set[int | None] = set()
        self._tells = bytearray()
        self._arranged: Callable[[list[Photo]], list[Photo]] = list

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of photos."""
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view or a screen reader asks about one photo."""
        return self.told(self._photos[index.row()], role) if index.isValid() else None

    def told(self, photo: Photo, role: int) -> Any:
        """What a view or a screen reader asks about a photo."""
        if role == Role.PHOTO:
            return photo
        if role == Role.PATH:
            return photo.path
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.name
        return self._spoken(photo) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def photo(self, row: int) -> Photo:
        """The photo of a row."""
        return self._photos[row]

    def photos(self) -> list[Photo]:
        """All of them, in order."""
        return list(self._photos)

    def row(self, path: Path) -> int:
        """The row of a photo, or -1."""
        found = self._by_path.get(path)
        return found.row if found else -1

    def clear(self) -> None:
        """Forget all photos."""
        self.beginResetModel()
        self._photos, self._by_path, self._known, self._tells = [], {}, set(), bytearray()
        self._arranged = list
        self.endResetModel()

    def append(self, photos: Iterable[Photo]) -> None:
        """Add photos at the end; one that is there already, under this name or another, is passed over."""
        fresh: dict[Path, Photo] = {}
        for photo in photos:
            if photo.path not in self._by_path and photo.identity not in self._known:
                fresh.setdefault(photo.path, photo)
        if not fresh:
            return
        first = len(self._photos)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        for row, photo in enumerate(fresh.values(), first):
            photo.row = row
            self._photos.append(photo)
            self._tells.append(photo.tells)
            self._know(photo)
        self.endInsertRows()

    def remove(self, paths: Collection[Path]) -> list[tuple[int, Photo]]:
        """Show these photos no more. Gives them, each with the row that it had."""
        gone = sorted(filter(None, map(self._by_path.get, paths)), key=_ROW)
        rows = list(map(_ROW, gone))
        if gone:
            self._forget(gone)
            marks = bytearray(b"\1") * len(self._photos)
            for row in rows:
                marks[row] = 0
            self._replace(list(compress(self._photos, marks)))
            self.removed.emit([photo.path for photo in gone])
        return list(zip(rows, gone, strict=True))

    def put_back(self, removed: Iterable[tuple[int, Photo]]) -> None:
        """Show photos again that were removed, where they were, or where they stand in the order that is now.

        ``removed`` is what ``remove`` gave, by row.
        """
        back = [(row, photo) for row, photo in removed if photo.path not in self._by_path]
        photos: list[Photo] = []
        there = iter(self._photos)
        for row, photo in back:
            photos += islice(there, max(0, row - len(photos)))
            photos.append(photo)
            self._know(photo)
        self._replace(self._arranged([*photos, *there]))
        self.returned.emit([photo for _, photo in back])

    def holds(self, photo: Photo) -> bool:
        """Whether a photo is still here."""
        return photo.row < len(self._photos) and self._photos[photo.row] is photo

    def marked(self, bit: int) -> list[Photo]:
        """The photos that have a bit among what they tell."""
        return list(compress(self._photos, self._tells.translate(bytes(bool(tells & bit) for tells in range(256)))))

    def tells(self) -> bytearray:
        """What photos tell, as bits of ``Tells``, row by row: read it only."""
        return self._tells

    def set_report(self, path: Path, report: Report, seen: bool = False) -> None:
        """Take what was found in a photo; ``seen`` when faces were looked for too."""
        self.change({path: {"report": report, "problem": None, "seen": seen}})

    def set_problem(self, path: Path, problem: str) -> None:
        """Take the sentence that says why a photo could not be read."""
        self.change({path: {"problem": problem}})

    def set_results(self, results: Iterable[Result]) -> None:
        """Take what became of photos, without what was told on the way: that is large, and nobody asks for it here."""
        self.change({each.path: {"result": replace(each, before=None, after=None)} for each in results})

    def set_edits(self, path: Path, edits: Edits) -> None:
        """Take what a person decided by hand about a photo."""
        self.change({path: {"edits": edits}})

    def change(self, changes: Mapping[Path, Mapping[str, Any]]) -> None:
        """Set fields of photos, and tell it once for each run of rows; photos that are not here are passed over."""
        rows = []
        for path, values in changes.items():
            if (row := self.row(path)) >= 0:
                for name, value in values.items():
                    setattr(self._photos[row], name, value)
                self._photos[row].note()
                self._tells[row] = self._photos[row].tells
                rows.append(row)
        for first, last in runs(sorted(rows)):
            self.dataChanged.emit(self.index(first), self.index(last))

    def see_day(self, today: date) -> None:
        """Go by another day, if it is one: the window of days in which a photo may be moves on."""
        if today != Window.today:
            Window.today, Window.first = today, first_day(today).toordinal()
            for photo in self._photos:
                photo.note()
            self._tells = bytearray(map(_TELLS, self._photos))
            if self._photos:
                self.dataChanged.emit(self.index(0), self.index(len(self._photos) - 1))

    def edits(self) -> dict[str, Edits]:
        """All decisions made by hand, by path, as a policy takes them."""
        return {
            str(photo.path): photo.edits
            for photo in self._photos
            if photo.edits is not NO_EDITS and photo.edits != NO_EDITS
        }

    def arrange(self, arranged: Callable[[list[Photo]], list[Photo]]) -> None:
        """Put all photos in another order; what was selected stays selected."""
        self._arranged = arranged
        self._replace(arranged(self._photos))

    def _know(self, photo: Photo) -> None:
        self._by_path[photo.path] = photo
        if photo.identity:
            self._known.add(photo.identity)

    def _forget(self, gone: Collection[Photo]) -> None:
        if len(gone) == len(self._photos):
            self._by_path, self._known = {}, set()
            return
        for photo in gone:
            del self._by_path[photo.path]
            self._known.discard(photo.identity)

    def _replace(self, photos: list[Photo]) -> None:
        self.layoutAboutToBeChanged.emit()
        old, self._photos = self._photos, photos
        self._tells = bytearray(map(_TELLS, photos))
        for row, photo in enumerate(photos):
            photo.row = row
        before = self.persistentIndexList()
        moved = [self.index(self.row(old[at.row()].path)) for at in before]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def _faces(self, count: int) -> str:
        if count < 2:
            return self.tr("1 face") if count else self.tr("perhaps a face")
        return self.tr("{n} faces").format(n=count)

    def _spoken(self, photo: Photo) -> str:
        words = [photo.name]
        for key, count in photo.counts.items():
            words.append(self._faces(count) if key == "face" else exposure.short(key))
        if photo.problem:
            words.append(photo.problem)
        if photo.cleaned:
            words.append(self.tr("cleaned"))
        return ", ".join(words)
