"""The photos that are open: one record each, and the Qt model that every page shows them through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from enum import IntEnum, IntFlag
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from lenscap.gui import exposure
from lenscap.gui.roll.facts import NOTHING_KNOWN, Facts, facts
from lenscap.gui.roll.packing import at_hand, unpack
from lenscap.gui.roll.runs import runs
from lenscap.model import Edits, Outcome, Report, Result

Index = QModelIndex | QPersistentModelIndex


NO_EDITS = Edits()


class Tells(IntFlag):
    """What a photo tells, in so few bits that 50,000 of them are filtered and counted in an instant."""

    FACE = 1
    PLACE = 2
    TEXT = 4
    HIDDEN = 8
    CLEANED = 16


_TOLD = {"face": Tells.FACE, "place": Tells.PLACE, "text": Tells.TEXT, "hidden": Tells.HIDDEN}


class Photo:
    """What is known of one photo. ``seen`` says that its pixels were searched for faces too.

    ``moment`` is what it is sorted by: the time of the file (which stays in ``written``) until its report tells better.
    ``away`` says that the file is not there at the moment; ``problem`` then says why.
    """

    __slots__ = (
        "_facts", "away", "bytes", "edits", "group", "identity", "moment", "name", "path", "problem", "result", "seen",
        "tells", "written",
    )  # fmt: skip

    def __init__(
        self,
        path: Path,
        name: str,
        report: Report | None = None,
        problem: str | None = None,
        result: Result | None = None,
        edits: Edits = NO_EDITS,
        moment: float = 0.0,
        bytes: int = 0,
        seen: bool = False,
        identity: tuple[int, int] | None = None,
    ) -> None:
        self.path, self.name, self.problem, self.result, self.edits = path, name, problem, result, edits
        self.moment = self.written = moment
        self.bytes, self.seen, self.identity = bytes, seen, identity
        self.away = False
        self.group: int | str = ""
        self.report = report

    @property
    def report(self) -> Report | None:
        """What was found in it. It is unpacked when asked for: ask ``known`` where many photos are asked."""
        return at_hand(self._facts.packed, self.path) if self._facts.packed else None

    @report.setter
    def report(self, report: Report | None) -> None:
        self.facts = facts(report) if report else NOTHING_KNOWN

    @property
    def facts(self) -> Facts:
        """What is at hand of the report."""
        return self._facts

    @facts.setter
    def facts(self, told: Facts) -> None:
        self._facts = told
        self.note()

    @property
    def known(self) -> bool:
        """Whether there is a report."""
        return bool(self._facts.packed)

    def report_apart(self) -> Report | None:
        """The report for another thread."""
        return unpack(self._facts.packed, self.path) if self._facts.packed else None

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings of each sort, by ``exposure`` key."""
        return self._facts.counts

    @property
    def taken(self) -> datetime | None:
        """When it was taken, as the file says it."""
        return self._facts.taken

    @property
    def cleaned(self) -> bool:
        """Whether there is a copy that was found clean."""
        return self.result is not None and self.result.outcome in (Outcome.CLEANED, Outcome.ALREADY_CLEAN)

    def note(self) -> None:
        """Keep at hand what filters and orders ask of every photo."""
        self.moment = self.written
        with suppress(ValueError, OverflowError):  # clocks of computers do not go back to the year 1
            self.moment = self.taken.timestamp() if self.taken else self.moment
        told = (bit.value for key, bit in _TOLD.items() if key in self.counts)
        self.tells = sum(told) + Tells.CLEANED.value * self.cleaned


class Role(IntEnum):
    """What the model tells of a row beside its name."""

    PHOTO = Qt.ItemDataRole.UserRole
    PATH = Qt.ItemDataRole.UserRole + 1


class PhotoModel(QAbstractListModel):
    """All the photos in the order in which they are shown.

    ``layoutChanged`` tells another order, and also that photos were removed or put back: many rows that do not stand
    together change at once, which Qt has no signal for.
    """

    edits_changed = Signal(Path)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: list[Photo] = []
        self._rows: dict[Path, int] = {}
        self._known: set[tuple[int, int]] = set()
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
        return self._rows.get(path, -1)

    def clear(self) -> None:
        """Forget all photos."""
        self.beginResetModel()
        self._photos, self._rows, self._known = [], {}, set()
        self._arranged = list
        self.endResetModel()

    def append(self, photos: Iterable[Photo]) -> None:
        """Add photos at the end; one that is there already, under this name or another, is passed over."""
        fresh: dict[Path, Photo] = {}
        for photo in photos:
            if photo.path not in self._rows and photo.identity not in self._known:
                fresh.setdefault(photo.path, photo)
        if not fresh:
            return
        first = len(self._photos)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        for row, (path, photo) in enumerate(fresh.items(), first):
            self._rows[path] = row
            self._photos.append(photo)
            if photo.identity:
                self._known.add(photo.identity)
        self.endInsertRows()

    def remove(self, paths: Collection[Path]) -> list[tuple[int, Photo]]:
        """Show these photos no more. Gives them, each with the row that it had."""
        gone = [(row, photo) for row, photo in enumerate(self._photos) if photo.path in paths]
        if gone:
            self._replace([photo for photo in self._photos if photo.path not in paths])
        return gone

    def put_back(self, removed: Iterable[tuple[int, Photo]]) -> None:
        """Show photos again that were removed, where they were, or where they stand in the order that is now."""
        photos = list(self._photos)
        for row, photo in sorted(removed, key=lambda each: each[0]):
            if photo.path not in self._rows:
                photos.insert(row, photo)
        self._replace(self._arranged(photos))

    def set_report(self, path: Path, report: Report, seen: bool = False) -> None:
        """Take what was found in a photo; ``seen`` when faces were looked for too."""
        self.change({path: {"report": report, "problem": None, "seen": seen}})

    def set_problem(self, path: Path, problem: str) -> None:
        """Take the sentence that says why a photo could not be read."""
        self.change({path: {"problem": problem}})

    def set_result(self, result: Result) -> None:
        """Take what became of a photo."""
        self.change({result.path: {"result": result}})

    def set_edits(self, path: Path, edits: Edits) -> None:
        """Take what a person decided by hand about a photo."""
        self.change({path: {"edits": edits}})
        self.edits_changed.emit(path)

    def change(self, changes: Mapping[Path, Mapping[str, Any]]) -> None:
        """Set fields of photos, and tell it once for each run of rows; photos that are not here are passed over."""
        rows = []
        for path, values in changes.items():
            if (row := self.row(path)) >= 0:
                for name, value in values.items():
                    setattr(self._photos[row], name, value)
                self._photos[row].note()
                rows.append(row)
        for first, last in runs(sorted(rows)):
            self.dataChanged.emit(self.index(first), self.index(last))

    def edits(self) -> dict[str, Edits]:
        """All decisions made by hand, by path, as a policy takes them."""
        return {str(photo.path): photo.edits for photo in self._photos if photo.edits != Edits()}

    def arrange(self, arranged: Callable[[list[Photo]], list[Photo]]) -> None:
        """Put all photos in another order; what was selected stays selected."""
        self._arranged = arranged
        self._replace(arranged(self._photos))

    def _replace(self, photos: list[Photo]) -> None:
        self.layoutAboutToBeChanged.emit()
        old, self._photos = self._photos, photos
        self._rows = {photo.path: row for row, photo in enumerate(photos)}
        self._known = {photo.identity for photo in photos if photo.identity}
        before = self.persistentIndexList()
        moved = [self.index(self._rows.get(old[at.row()].path, -1)) for at in before]
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
