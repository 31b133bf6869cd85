"""The photos that are open: one record each, and the Qt model that every page shows them through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from lenscap.gui import exposure
from lenscap.model import Edits, Kind, Outcome, Report, Result

Index = QModelIndex | QPersistentModelIndex


@dataclass
class Photo:
    """What is known of one photo. ``seen`` says that its pixels were searched for faces too.

    ``moment`` is what it is sorted by: the time of the file until ``PhotoModel.settle`` knows better.
    """

    path: Path
    name: str
    report: Report | None = None
    problem: str | None = None
    result: Result | None = None
    edits: Edits = field(default_factory=Edits)
    moment: float = 0.0
    bytes: int = 0
    seen: bool = False
    _counted: tuple[Report | None, dict[str, int]] = field(default=(None, {}), repr=False, compare=False)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each sort, by ``exposure`` key."""
        if self.report is not self._counted[0]:
            self._counted = (self.report, exposure.counts(self.report.findings) if self.report else {})
        return self._counted[1]

    @property
    def cleaned(self) -> bool:
        """Whether there is a copy that was found clean."""
        return self.result is not None and self.result.outcome in (Outcome.CLEANED, Outcome.ALREADY_CLEAN)

    @property
    def taken(self) -> datetime | None:
        """When it was taken, as the file says it."""
        for finding in self.report.findings if self.report else ():
            if finding.kind is Kind.TIME and "iso" in finding.data:
                return _moment(str(finding.data["iso"]))
        return None


def _moment(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None


class Role(IntEnum):
    """What the model tells of a row beside its name."""

    PHOTO = Qt.ItemDataRole.UserRole
    PATH = Qt.ItemDataRole.UserRole + 1


class PhotoModel(QAbstractListModel):
    """All the photos in the order in which they are shown."""

    edits_changed = Signal(Path)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: list[Photo] = []
        self._rows: dict[Path, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of photos."""
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view or a screen reader asks about one photo."""
        if not index.isValid():
            return None
        photo = self._photos[index.row()]
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
        self._photos, self._rows = [], {}
        self.endResetModel()

    def append(self, photos: Iterable[Photo]) -> None:
        """Add photos at the end; one that is there already is passed over."""
        fresh = list({photo.path: photo for photo in photos if photo.path not in self._rows}.values())
        if not fresh:
            return
        first = len(self._photos)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._photos += fresh
        self._rows |= {photo.path: first + n for n, photo in enumerate(fresh)}
        self.endInsertRows()

    def set_report(self, path: Path, report: Report, seen: bool = False) -> None:
        """Take what was found in a photo; ``seen`` when faces were looked for too."""
        self._change(path, report=report, problem=None, seen=seen)

    def set_problem(self, path: Path, problem: str) -> None:
        """Take the sentence that says why a photo could not be read."""
        self._change(path, problem=problem)

    def set_result(self, result: Result) -> None:
        """Take what became of a photo."""
        self._change(result.path, result=result)

    def set_edits(self, path: Path, edits: Edits) -> None:
        """Take what a person decided by hand about a photo."""
        self._change(path, edits=edits)
        self.edits_changed.emit(path)

    def edits(self) -> dict[str, Edits]:
        """All decisions made by hand, by path, as a policy takes them."""
        return {str(photo.path): photo.edits for photo in self._photos if photo.edits != Edits()}

    def settle(self) -> None:
        """Sort by when photos were taken from now on, where they say it."""
        for photo in self._photos:
            with suppress(ValueError, OverflowError):  # clocks of computers do not go back to the year 1
                photo.moment = photo.taken.timestamp() if photo.taken else photo.moment

    def arrange(self, key: Callable[[Photo], Any], reverse: bool = False) -> None:
        """Put all photos in another order; what was selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        old = self._photos
        self._photos = sorted(old, key=key, reverse=reverse)
        self._rows = {photo.path: row for row, photo in enumerate(self._photos)}
        before = self.persistentIndexList()
        self.changePersistentIndexList(before, [self.index(self._rows[old[at.row()].path]) for at in before])
        self.layoutChanged.emit()

    def _change(self, path: Path, **values: Any) -> None:
        row = self.row(path)
        if row < 0:
            return
        for name, value in values.items():
            setattr(self._photos[row], name, value)
        self.dataChanged.emit(self.index(row), self.index(row))

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
