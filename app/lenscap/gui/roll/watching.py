"""Notices photos that vanish or change on disk while they are open. The window's thread never asks the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple
from weakref import finalize

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from lenscap.gui.roll.outdated import boxes
from lenscap.gui.roll.photo import Photo, identity
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.tasks import PATIENCE, Task
from lenscap.sources import is_folder

_MOST_FOLDERS = 256
"""So many folders are watched; what changes in others is noticed when somebody comes back to the window."""
_SOON, _REST = 400, 3.0
"""Milliseconds until something is looked at, as changes seldom come alone; seconds between two looks at everything."""
_AT_ONCE = 256


class Known(NamedTuple):
    """What was last seen of a file."""

    path: Path
    written: float
    bytes: int
    away: bool


class Change(NamedTuple):
    """What is seen of a file now, if it is something else. ``reason`` says why it is not there."""

    path: Path
    written: float = 0.0
    bytes: int = 0
    identity: int | None = None
    reason: str = ""


_stuck: list[QThread] = []
"""Keeps threads that the disk holds up: Qt ends the program when a running thread is destroyed."""


def _end(thread: QThread) -> None:
    thread.quit()
    if not thread.wait(PATIENCE):
        _stuck.append(thread)


class Watching(QObject):
    """``changed`` tells photos that have to be read anew, ``back`` those that are there again as they were."""

    changed = Signal(list)
    back = Signal(list)
    _watch = Signal(list)

    def __init__(self, photos: PhotoModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._watched: dict[str, None] = {}
        self._asked: set[str] = set()
        self._everything, self._last = False, 0.0
        self.stuck = False
        self._task = Task(lambda: iter(()))
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._look)
        self._thread = QThread()
        finalize(self, _end, self._thread)
        self._folders = _Folders()
        self._folders.moveToThread(self._thread)
        self._watch.connect(self._folders.watch, Qt.ConnectionType.QueuedConnection)
        self._folders.changed.connect(self.look_into, Qt.ConnectionType.QueuedConnection)
        photos.rowsInserted.connect(lambda _, first, last: self._take_in(first, last))
        photos.modelReset.connect(self._start_over)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    def look_at(self, path: Path) -> None:
        """Somebody uses this photo: see soon whether it is still what it was."""
        self._asked.add(str(path))
        self._soon.start()

    def look_into(self, folder: str) -> None:
        """Something changed in this folder."""
        self._asked.add(folder)
        self._soon.start()

    def look_everywhere(self) -> None:
        """See whether all photos are still what they were, if that was not done just now."""
        if monotonic() - self._last > _REST:
            self._everything = True
            self._soon.start()

    def wait(self) -> None:
        """Leave off, and wait a little for the workers; a network that is away may hold them for long."""
        self._soon.stop()
        self._task.abandon()
        self._task.wait()
        _end(self._thread)
        self.stuck = self._thread.isRunning()

    # -- what is watched ---------------------------------------------------------------------------------------------

    def _take_in(self, first: int, last: int) -> None:
        fresh: dict[str, None] = {}
        for row in range(first, last + 1):
            folder = _folder(self._photos.photo(row).path)
            if folder not in self._watched and len(self._watched) < _MOST_FOLDERS:
                self._watched[folder] = fresh[folder] = None
        if fresh:
            if not self._thread.isRunning():
                self._thread.start()
            self._watch.emit(list(fresh))

    def _start_over(self) -> None:
        self._task.abandon()
        self._asked.clear()
        self._everything = False
        if self._watched:
            self._watched.clear()
            self._watch.emit([])

    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look_everywhere()

    # -- looking -----------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        if self._task.running and not self._task.cancelled:
            self._soon.start()
            return
        wanted = self._photos.photos() if self._everything else self._wanted()
        self._last = monotonic() if self._everything else self._last
        self._asked, self._everything = set(), False
        known = [Known(photo.path, photo.written, photo.bytes, photo.away) for photo in wanted]
        if known:
            self._task = Task(lambda: _changes(known))
            self._task.items.connect(self._take)
            self._task.start()

    def _wanted(self) -> list[Photo]:
        """The photos that were asked for, and those of folders that were."""
        rows = (self._photos.row(Path(name)) for name in self._asked)
        found = [self._photos.photo(row) for row in rows if row >= 0]
        if len(found) < len(self._asked):
            found += [each for each in self._photos.photos() if _folder(each.path) in self._asked]
        return found

    def _take(self, items: list[Change | None]) -> None:
        changes = [item for item in items if item is not None and self._photos.row(item.path) >= 0]
        known = {each.path: self._photos.photo(self._photos.row(each.path)) for each in changes}
        self._photos.change({each.path: _fields(each, known[each.path]) for each in changes})
        back = [each.path for each in changes if not each.reason]
        if back:
            self.back.emit(back)
        stale = [path for path, photo in known.items() if not photo.known and photo.problem is None]
        if stale:
            self.changed.emit(stale)


def _folder(path: Path) -> str:
    """The folder of a photo; ``Path.parent`` is too slow to ask of 50,000 in the window's thread."""
    return str(path).rpartition(os.sep)[0]


class _Folders(QObject):
    """Lives in a thread of its own, as to watch a folder is to ask the disk."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._watcher: QFileSystemWatcher | None = None

    def watch(self, folders: list[str]) -> None:
        """Watch these folders too; none at all, if there are none."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self.changed)
        if folders:
            for folder in (each for each in folders if os.access(each, os.R_OK)):  # else Qt writes its path to stderr
                self._watcher.addPath(folder)
        elif old := self._watcher.directories():
            self._watcher.removePaths(old)


def _changes(known: Iterable[Known]) -> Iterator[Change | None]:
    """What is not as it was. ``None`` comes in between, as a chance to stop."""
    for number, each in enumerate(known):
        if change := _change(each):
            yield change
        elif number % _AT_ONCE == 0:
            yield None


def _change(known: Known) -> Change | None:
    try:
        status = known.path.stat()
    except (OSError, ValueError) as error:
        return None if known.away else Change(known.path, reason=_why_away(known.path, error))
    if (status.st_mtime, status.st_size) == (known.written, known.bytes) and not known.away:
        return None
    return Change(known.path, status.st_mtime, status.st_size, identity(status))


def _why_away(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError) and is_folder(path.parent):
        return QCoreApplication.translate(
            "Watching", "This photo is not there any more. It may have been moved or deleted. Cleaning leaves it out."
        )
    return QCoreApplication.translate(
        "Watching",
        "The folder of this photo cannot be reached. If it is on a drive or in a network, connect that again. "
        "Cleaning leaves the photo out.",
    )


def _fields(change: Change, photo: Photo) -> dict[str, Any]:
    """What becomes of a photo; one that comes back as it was keeps what is known of it."""
    if change.reason:
        return {"problem": change.reason, "away": True}
    here = {"problem": None, "away": False, "identity": change.identity}
    if (change.written, change.bytes) == (photo.written, photo.bytes):
        return here
    anew = {"report": None, "seen": False, "result": None, "outdated": boxes(photo.edits)}
    return here | anew | {"written": change.written, "bytes": change.bytes}
