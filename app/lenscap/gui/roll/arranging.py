"""In which order photos stand and under which headings, and where the keyboard is when that changes."""

from __future__ import annotations

from pathlib import Path

from lenscap.gui.roll import groups
from lenscap.gui.roll.grid import PhotoGrid
from lenscap.gui.roll.photos import PhotoModel


class Arranging:
    """Sorts and groups the photos of a grid as the person wishes."""

    def __init__(self, photos: PhotoModel, grid: PhotoGrid) -> None:
        self._photos, self._grid = photos, grid
        self._order: groups.Order = "newest"
        self._by: groups.By = "nothing"
        self._first = Path()

    def choose_order(self, order: groups.Order) -> None:
        """Sort in another way."""
        self._order = order
        self.arrange()

    def choose_groups(self, by: groups.By) -> None:
        """Put others together."""
        self._by = by
        self._grid.set_groups(by)
        self.arrange()

    def arrange(self) -> None:
        """Sort by what is known; stay at the first photo if nobody has moved yet, or else at the one in hand."""
        current = self._grid.current()
        self._photos.arrange(groups.arrange(self._order, self._by))
        if current is not None and current.path == self._first:
            self.begin_at_first()
        else:
            self._grid.scrollTo(self._grid.currentIndex())

    def begin_at_first(self) -> None:
        """Give the first photo the keyboard."""
        self._grid.go_to_row(0)
        shown = self._grid.photos
        self._first = shown.photo(0).path if shown.rowCount() else Path()
