"""The table of what happened: photos that wait, the one in hand, and the results, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from lenscap.gui.cleaning import words
from lenscap.model import Outcome, Result

Index = QModelIndex | QPersistentModelIndex

PHOTO, OUTCOME, HAPPENED, SIZE = range(4)
_AHEAD = 3
"""How many photos without a result are shown: the one in hand and two that wait."""


class Role(IntEnum):
    """What the model tells beside its words."""

    PATH = Qt.ItemDataRole.UserRole
    ITEM = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Item:
    """One row. ``bytes`` is the size of the original, -1 if it is not known."""

    path: Path
    result: Result | None = None
    bytes: int = -1
    working: bool = False


class ResultModel(QAbstractTableModel):
    """Rows are the next photos, the last of them in hand, and then the results."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ahead: list[Item] = []
        self._done: list[Item] = []

    def start(self, paths: Sequence[Path]) -> None:
        """Begin anew."""
        self.beginResetModel()
        self._ahead, self._done = _ahead(paths), []
        self.endResetModel()

    def show_copies(self, results: Sequence[Result]) -> None:
        """Show the copies among results, each under its own name."""
        self.beginResetModel()
        self._ahead = []
        self._done = [Item(result.target, result) for result in results if result.target]
        self.endResetModel()

    def said_of(self, result: Result) -> str:
        """The line on what happened."""
        return words.happened(result)

    def again(self, paths: Sequence[Path]) -> None:
        """Let photos wait once more; the results of the others stay."""
        wanted = set(paths)
        self.beginResetModel()
        self._ahead, self._done = _ahead(paths), [item for item in self._done if item.path not in wanted]
        self.endResetModel()

    def add(self, results: Sequence[tuple[Result, int]], waiting: Sequence[Path]) -> None:
        """Take results with the sizes of their originals; ``waiting`` are the next photos, in order."""
        self._look_ahead(_ahead(waiting))
        fresh = [Item(result.path, result, size) for result, size in results]
        first = len(self._ahead)
        if fresh:
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._done = fresh[::-1] + self._done
            self.endInsertRows()

    def _look_ahead(self, ahead: list[Item]) -> None:
        surplus = len(self._ahead) - len(ahead)
        if surplus > 0:
            self.beginRemoveRows(QModelIndex(), 0, surplus - 1)
            self._ahead = ahead
            self.endRemoveRows()
        else:
            self._ahead = ahead[-len(self._ahead) :] if self._ahead else []
        if self._ahead:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ahead) - 1, SIZE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """All rows."""
        return 0 if parent.isValid() else len(self._ahead) + len(self._done)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Photo, outcome, what happened, size."""
        return 4

    def item(self, row: int) -> Item:
        """One row."""
        return self._ahead[row] if row < len(self._ahead) else self._done[row - len(self._ahead)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows with a copy can be dragged out of the window."""
        draggable = self.item(index.row()).result is not None
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if draggable else Qt.ItemFlag.NoItemFlags)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Photo"), self.tr("Outcome"), self.tr("What happened"), self.tr("Size"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view or a screen reader asks about one cell."""
        item = self.item(index.row())
        if role == Role.ITEM:
            return item
        if role == Role.PATH:
            return item.path
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(item, index.column())
        return None

    def _words(self, item: Item, column: int) -> str:
        if column == PHOTO:
            return item.path.name
        if column == SIZE:
            return words.size(item.bytes)
        if item.result is None:
            return self._pending(item, column)
        return words.outcome(item.result.outcome) if column == OUTCOME else self.said_of(item.result)

    def _pending(self, item: Item, column: int) -> str:
        if column == OUTCOME:
            return self.tr("Cleaning") if item.working else self.tr("Waiting")
        return self.tr("Making a copy and reading it again…") if item.working else ""


def _ahead(waiting: Sequence[Path]) -> list[Item]:
    return [Item(path, working=n == 0) for n, path in enumerate(waiting[:_AHEAD])][::-1]


class ByOutcome(QSortFilterProxyModel):
    """Only the results of one outcome, or everything."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None

    def show_only(self, outcome: Outcome | None) -> None:
        """Filter; ``None`` shows everything."""
        self.beginFilterChange()
        self._outcome = outcome
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a row is of the outcome that was chosen."""
        if self._outcome is None:
            return True
        model = self.sourceModel()
        assert isinstance(model, ResultModel)
        result = model.item(row).result
        return result is not None and result.outcome is self._outcome
