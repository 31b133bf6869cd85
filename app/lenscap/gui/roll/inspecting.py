"""Leads the inspector: it shows the photos that are selected, or the one that has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from lenscap.gui.roll.grid import PhotoGrid
from lenscap.gui.roll.inspector import Inspector
from lenscap.model import Policy

_SOON = 60
"""Milliseconds in which changes of many photos are put together; the grid shows them first."""


class Inspecting(QObject):
    """Keeps the inspector up to date with the grid; ``policy`` gives the preset."""

    def __init__(self, grid: PhotoGrid, inspector: Inspector, policy: Callable[[], Policy]) -> None:
        super().__init__(grid)
        self._grid, self._inspector, self._policy = grid, inspector, policy
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._show_several)
        grid.chosen_changed.connect(self.refresh)
        grid.current_changed.connect(self.refresh)
        grid.photos.modelReset.connect(self.refresh)  # what was chosen may be gone

    def refresh(self) -> None:
        """Show what holds now: of one photo at once, of several soon."""
        if self._grid.chosen_count() > 1:
            if not self._soon.isActive():  # while photos are read, something changes all the time
                self._soon.start()
        else:
            self._soon.stop()
            self._inspector.show_photo(self._grid.current(), self._policy())

    def _show_several(self) -> None:
        chosen = self._grid.chosen()
        if len(chosen) > 1:
            self._inspector.show_several(chosen, self._policy())
