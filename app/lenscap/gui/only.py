"""One window for all starts: the first holds a lock and takes what later ones leave; these end at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal

from lenscap.gui import calls

_PATIENCE = 4.0
"""Seconds that a later start waits for the first window, which may still be starting, before it opens its own."""
_LOOK = 1000
"""Milliseconds between two looks into the folder, where nobody tells of changes in it."""


class Turn:
    """Whether this start is the first. ``folder`` is nothing where there is no place to find out."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._lock = QLockFile(str(folder / "window.lock")) if folder else None
        if self._lock:
            self._lock.setStaleLockTime(0)  # however long it is held; that of a program that is gone is taken over
        self.first = self._lock is None or self._lock.tryLock(0)

    def leave_to_first(self, paths: Sequence[Path], patience: float = _PATIENCE) -> bool:
        """Let the window that is open show these; say whether it does."""
        return not self.first and self.folder is not None and calls.hand_over(self.folder, paths, patience)

    def end(self) -> None:
        """Let another be the first."""
        if self._lock and self._lock.isLocked():
            self._lock.unlock()


class Listening(QObject):
    """Tells of calls that later starts leave in a folder."""

    called = Signal(object)  # Call

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self.look)
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Take what has come."""
        for call in calls.take(self._folder):
            self.called.emit(call)
