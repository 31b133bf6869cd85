"""Which photos are shown, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from lenscap.gui.roll.photos import Photo, PhotoModel

Order = Literal["newest", "oldest", "name"]

FILTERS: dict[str, Callable[[Photo], bool]] = {
    "face": lambda photo: "face" in photo.counts,
    "place": lambda photo: "place" in photo.counts,
    "text": lambda photo: "text" in photo.counts,
    "hidden": lambda photo: "hidden" in photo.counts,
    "cleaned": lambda photo: photo.cleaned,
}
"""What a chip asks of a photo. Chips that are on are all asked."""

_ORDERS: dict[str, tuple[Callable[[Photo], Any], bool]] = {
    "newest": (lambda photo: photo.moment, True),
    "oldest": (lambda photo: photo.moment, False),
    "name": (lambda photo: photo.name.casefold(), False),
}


class PhotoFilter(QSortFilterProxyModel):
    """The photos that pass all the filters that are on. Their order is the model's own."""

    def __init__(self, photos: PhotoModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on: frozenset[str] = frozenset()
        self._only: frozenset[Path] | None = None
        self._source = photos
        self.setSourceModel(photos)

    def on(self) -> frozenset[str]:
        """The filters that are on."""
        return self._on

    def turn_on(self, keys: Iterable[str]) -> None:
        """Ask these filters, and no others."""
        self.beginFilterChange()
        self._on = frozenset(keys)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def show_only(self, paths: Iterable[Path] | None) -> None:
        """Let only these photos pass, if they pass the filters too; ``None`` for any."""
        self.beginFilterChange()
        self._only = None if paths is None else frozenset(paths)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a photo passes."""
        photo = self._source.photo(row)
        if self._only is not None and photo.path not in self._only:
            return False
        return all(FILTERS[key](photo) for key in self._on)

    def photo(self, row: int) -> Photo:
        """The photo of a row that is shown."""
        return self._source.photo(self.mapToSource(self.index(row, 0)).row())

    def row(self, path: Path) -> int:
        """The row of a photo that is shown, or -1."""
        row = self._source.row(path)
        return self.mapFromSource(self._source.index(row)).row() if row >= 0 else -1

    def shown(self) -> list[Photo]:
        """All photos that pass, in order."""
        return [self.photo(row) for row in range(self.rowCount())]


def arrange(photos: PhotoModel, order: Order) -> None:
    """Put the photos in order."""
    key, reverse = _ORDERS[order]
    photos.arrange(key, reverse)


def counts(photos: Iterable[Photo]) -> dict[str, int]:
    """How many photos would pass each filter."""
    found = dict.fromkeys(FILTERS, 0)
    for photo in photos:
        for key, passes in FILTERS.items():
            found[key] += passes(photo)
    return found
