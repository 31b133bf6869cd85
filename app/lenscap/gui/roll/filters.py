"""Which of the photos are shown, as a model of its own, and which of these are chosen."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    Qt,
)

from lenscap.gui.roll.facts import Tells
from lenscap.gui.roll.groups import Section, sections, within
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import Index, PhotoModel
from lenscap.gui.roll.runs import runs

FILTERS = {bit.name.lower(): bit.value for bit in Tells if bit.name}
"""What a chip asks of a photo. Chips that are on are all asked."""

_FEW = 48
"""So many photos may come and go one by one; where there are more, all are shown anew."""


class PhotoFilter(QAbstractListModel):
    """The photos that pass all the filters that are on, in the order of the model. ``chosen`` are the selected ones.

    Qt's own filter asks each photo, and tells each run of rows that comes and goes: with 50,000 that takes seconds.
    """

    def __init__(self, photos: PhotoModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on: frozenset[str] = frozenset()
        self._only: frozenset[Path] | None = None
        self._source = photos
        self._at: Sequence[int] = range(photos.rowCount())
        self._all_sections: list[Section] | None = None
        self._held: list[Photo] = []
        self._has_keyboard: Photo | None = None
        self.chosen = QItemSelectionModel(self)
        photos.rowsInserted.connect(lambda _, first, last: self._grow(first, last))
        photos.modelReset.connect(self._begin_again)
        photos.layoutAboutToBeChanged.connect(self._hold)
        photos.layoutChanged.connect(self._take_order)
        photos.dataChanged.connect(self._hear)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many photos are shown."""
        return 0 if parent.isValid() else len(self._at)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view or a screen reader asks about one photo."""
        if not index.isValid():
            return None
        told = self._source.told(self.photo(index.row()), role)
        if role == Qt.ItemDataRole.AccessibleTextRole and self.chosen.isSelected(self.index(index.row())):
            return self.tr("{photo}, selected").format(photo=told)
        return told

    def on(self) -> frozenset[str]:
        """The filters that are on."""
        return self._on

    def turn_on(self, keys: Iterable[str]) -> None:
        """Ask these filters, and no others."""
        self._on = frozenset(keys)
        self._show_anew(*self._chosen())

    def show_only(self, paths: Iterable[Path] | None) -> None:
        """Let only these photos pass, if they pass the filters too; ``None`` for any."""
        self._only = None if paths is None else frozenset(paths)
        self._show_anew(*self._chosen())

    def photo(self, row: int) -> Photo:
        """The photo of a row that is shown."""
        return self._source.photo(self._at[row])

    def row(self, path: Path) -> int:
        """The row of a photo that is shown, or -1."""
        source = self._source.row(path)
        place = bisect_left(self._at, source)
        return place if source >= 0 and self._at[place : place + 1] and self._at[place] == source else -1

    def shown(self) -> list[Photo]:
        """All photos that pass, in order."""
        photos = self._source.photos()
        return photos if len(self._at) == len(photos) else [photos[row] for row in self._at]

    def photos_of(self, rows: Sequence[int]) -> list[Photo]:
        """The photos of rows that are shown, which rise."""
        shown = self.shown()
        if rows and rows[-1] - rows[0] == len(rows) - 1:
            return shown[rows[0] : rows[-1] + 1]
        return list(map(shown.__getitem__, rows))

    def sections(self) -> list[Section]:
        """The groups in which photos stand; none if they stand in no groups."""
        if self._all_sections is None:
            self._all_sections = sections(self._source.photos())
        return self._all_sections if isinstance(self._at, range) else list(within(self._all_sections, self._at))

    def counts(self) -> dict[str, int]:
        """How many of the photos that are shown would be left with each of the filters."""
        told = self._source.tells()
        found = Counter(told if isinstance(self._at, range) else map(told.__getitem__, self._at))
        return {key: sum(n for tells, n in found.items() if tells & bit) for key, bit in FILTERS.items()}

    # -- following the photos ----------------------------------------------------------------------------------------

    def _wish(self) -> int:
        return sum(FILTERS[key] for key in self._on)

    def _passing(self) -> Sequence[int]:
        """The rows of the photos that pass."""
        told, wish, only = self._source.tells(), self._wish(), self._only
        if not wish and only is None:
            return range(len(told))
        passes = bytes(tells & wish == wish for tells in range(256))
        found = list(compress(range(len(told)), told.translate(passes)))
        photos = self._source.photos()
        return found if only is None else [row for row in found if photos[row].path in only]

    def _passes(self, photo: Photo) -> bool:
        wish = self._wish()
        return photo.tells & wish == wish and (self._only is None or photo.path in self._only)

    def _begin_again(self) -> None:
        """These are other photos."""
        self._all_sections = None
        self._start_over()

    def _start_over(self) -> None:
        self.beginResetModel()
        self._at = self._passing()
        self.endResetModel()

    def _chosen(self) -> tuple[bytearray, int]:
        """A 1 at the row of each chosen photo among all of them, and the row of the one that has the keyboard."""
        marks, current = bytearray(len(self._source.tells())), self.chosen.currentIndex()
        for first, end in chosen_ranges(self.chosen):
            if isinstance(self._at, range):
                marks[first:end] = b"\1" * (end - first)
            else:
                for row in self._at[first:end]:
                    marks[row] = 1
        return marks, self._at[current.row()] if current.isValid() else -1

    def _hold(self) -> None:
        """Remember what is chosen, and where the keyboard is, while photos change their rows."""
        current = self.chosen.currentIndex()
        self._held = self.photos_of(chosen_rows(self.chosen))
        self._has_keyboard = self.photo(current.row()) if current.isValid() else None

    def _take_order(self) -> None:
        """Photos stand in other rows now, and some may be gone."""
        marks = bytearray(len(self._source.tells()))
        for photo in self._held:
            if self._source.holds(photo):
                marks[photo.row] = 1
        current = self._has_keyboard
        self._held, self._has_keyboard, self._all_sections = [], None, None
        self._show_anew(marks, current.row if current and self._source.holds(current) else -1)

    def _show_anew(self, marks: bytearray, current: int) -> None:
        """Show what passes now; what was chosen and is still shown stays chosen."""
        self._start_over()
        rows = list(compress(range(len(self._at)), map(marks.__getitem__, self._at)))
        if rows:
            self._choose(rows)
        place = bisect_left(self._at, current)
        if current < 0 or place == len(self._at) or self._at[place] != current:
            place = rows[0] if rows else -1
        if place >= 0:
            self.chosen.setCurrentIndex(self.index(place), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _choose(self, rows: Sequence[int]) -> None:
        selection = QItemSelection()
        for first, last in runs(rows):
            selection.append(QItemSelectionRange(self.index(first), self.index(last)))
        self.chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _grow(self, first: int, last: int) -> None:
        """Photos came to the end."""
        self._all_sections = None
        added = [row for row in range(first, last + 1) if self._passes(self._source.photo(row))]
        if not added:
            self._at = self._at if isinstance(self._at, list) else list(self._at)
            return
        count = len(self._at)
        self.beginInsertRows(QModelIndex(), count, count + len(added) - 1)
        whole = isinstance(self._at, range) and len(added) == last - first + 1
        self._at = range(last + 1) if whole else [*self._at, *added]
        self.endInsertRows()

    def _hear(self, first: QModelIndex, last: QModelIndex) -> None:
        """Photos tell something else now: some come, some go, those that stay are drawn anew."""
        rows = range(first.row(), last.row() + 1)
        if self._on or self._only is not None:
            start, end = (bisect_left(self._at, row) for row in (rows.start, rows.stop))
            shown = set(self._at[start:end])
            changed = [row for row in rows if (row in shown) != self._passes(self._source.photo(row))]
            if len(changed) > _FEW:
                self._show_anew(*self._chosen())
                return
            for row in changed:
                self._turn(row)
        start, end = (bisect_left(self._at, row) for row in (rows.start, rows.stop))
        if start < end:
            self.dataChanged.emit(self.index(start), self.index(end - 1))

    def _turn(self, source: int) -> None:
        """Show a photo that was not shown, or the other way round."""
        at = self._at if isinstance(self._at, list) else list(self._at)
        place = bisect_left(at, source)
        self._at = at
        if place < len(at) and at[place] == source:
            self.beginRemoveRows(QModelIndex(), place, place)
            del at[place]
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), place, place)
            at.insert(place, source)
            self.endInsertRows()


def chosen_ranges(chosen: QItemSelectionModel) -> list[tuple[int, int]]:
    """The rows that are chosen, in order: the first of each range, and the one behind its last."""
    selection = chosen.selection()
    return sorted((each.top(), each.bottom() + 1) for each in map(selection.at, range(selection.count())))


def chosen_rows(chosen: QItemSelectionModel) -> list[int]:
    """The rows that are chosen, in order."""
    return [row for first, end in chosen_ranges(chosen) for row in range(first, end)]


def chosen_count(chosen: QItemSelectionModel) -> int:
    """How many photos are chosen."""
    selection = chosen.selection()
    return sum(selection.at(number).height() for number in range(selection.count()))
