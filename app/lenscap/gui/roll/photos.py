"""The photos that are open: one record each, and the Qt model that every page shows them through."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from enum import IntEnum
from itertools import compress, islice
from operator import attrgetter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from lenscap.cloud.window import first_day
from lenscap.gui import exposure
from lenscap.gui.roll.facts import NOTHING_KNOWN, Facts, Tells, facts
from lenscap.gui.roll.packing import at_hand, unpack
from lenscap.gui.roll.runs import runs
from lenscap.model import Box, Edits, Outcome, Report, Result

Index = QModelIndex | QPersistentModelIndex


NO_EDITS = Edits()
_ROW, _TELLS = attrgetter("row"), attrgetter("tells")
AWAY, OUTDATED = 64, 128
"""Stand beside the bits of ``Tells``, so that photos that are away or outdated are counted in an instant, too."""
_CLEANED, _WINDOW = Tells.CLEANED.value, Tells.WINDOW.value


class _Window:
    """The days that a feature reads which takes the last thirty."""

    today = date.today()
    first = first_day(today).toordinal()


class Photo:
    """What is known of one photo. ``seen`` says that its pixels were searched for faces too.

    ``moment`` is what it is sorted by: the time of the file (which stays in ``written``) until its report tells better.
    ``identity`` is what the system knows the file by, ``content`` what decisions about it are kept under.
    ``away`` says that the file is not there at the moment; ``problem`` then says why. ``facts`` is what is at hand of
    the report; ``row`` is the model's. ``outdated``: the boxes by hand that there were when the file was changed.
    """

    __slots__ = (
        "_name", "away", "bytes", "content", "edits", "facts", "group", "identity", "moment", "outdated", "path",
        "problem", "result", "row", "seen", "tells", "written",
    )  # fmt: skip
    _name: str | int
    content: bytes | None

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
        identity: int | None = None,
    ) -> None:
        self.path, self.problem, self.result, self.edits = path, problem, result, edits
        whole = str(path)
        self._name = len(whole) - len(name) if whole.endswith(name) else name
        self.moment = self.written = moment
        self.bytes, self.seen, self.identity = bytes, seen, identity
        self.content = None
        self.away = False
        self.outdated: frozenset[Box] = frozenset()
        self.group: int | str = ""
        self.row = -1
        self.report = report

    @property
    def name(self) -> str:
        """What it is called in the folder that was opened; mostly the end of its path, which is kept once."""
        return str(self.path)[self._name :] if isinstance(self._name, int) else self._name

    @property
    def report(self) -> Report | None:
        """What was found in it. It is unpacked when asked for: ask ``known`` where many photos are asked."""
        return at_hand(self.facts.packed, self.path) if self.facts.packed else None

    @report.setter
    def report(self, report: Report | None) -> None:
        self.facts: Facts = facts(report) if report else NOTHING_KNOWN
        self.note()

    @property
    def known(self) -> bool:
        """Whether there is a report."""
        return bool(self.facts.packed)

    def report_apart(self) -> Report | None:
        """The report for another thread."""
        return unpack(self.facts.packed, self.path) if self.facts.packed else None

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings of each sort, by ``exposure`` key."""
        return self.facts.common.counts

    @property
    def taken(self) -> datetime | None:
        """When it was taken, as the file says it."""
        return self.facts.taken

    @property
    def cleaned(self) -> bool:
        """Whether there is a copy that was found clean."""
        return self.result is not None and self.result.outcome in (Outcome.CLEANED, Outcome.ALREADY_CLEAN)

    def note(self) -> None:
        """Keep at hand what filters and orders ask of every photo."""
        self.moment = self.written
        with suppress(ValueError, OverflowError):  # clocks of computers do not go back to the year 1
            self.moment = self.taken.timestamp() if self.taken else self.moment
        told = self.facts.common.tells + _CLEANED * self.cleaned + _WINDOW * (self.facts.day >= _Window.first)
        self.tells = told + AWAY * self.away + OUTDATED * bool(self.outdated)


def identity(status: os.stat_result) -> int | None:
    """What the system knows a file by, the numbers of its disk and of itself in one; ``None`` where it has none."""
    return status.st_dev << 64 | status.st_ino if status.st_ino else None


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
        if today != _Window.today:
            _Window.today, _Window.first = today, first_day(today).toordinal()
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
