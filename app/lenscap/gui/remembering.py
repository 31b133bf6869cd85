"""Decisions by hand outlive the window: written down shortly after they are made, taken up when the photo is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from lenscap import decisions
from lenscap.decisions import Recalled
from lenscap.gui.history import History
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.tasks import Task
from lenscap.model import Edits

_SOON = 400
"""Milliseconds after a decision: who drags a box decides often."""


class Remembering(QObject):
    """Hears what is decided and writes it down, off the window's thread; brings back what was decided before."""

    def __init__(self, photos: PhotoModel, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._decided: set[Path] = set()
        self._waiting: dict[bytes, Edits] = {}
        self._writing: dict[bytes, Edits] = {}
        self._task = Task(lambda: iter(()))
        self._clock = QTimer(self, singleShot=True, interval=_SOON)
        self._clock.timeout.connect(self._write)
        history.decided.connect(self._hear)
        photos.modelReset.connect(self._start_over)

    def take_up(self, recalled: Recalled) -> None:
        """A photo was read: now it is known which one it is. What was decided meanwhile wins over what was before."""
        row = self._photos.row(recalled.path)
        if row < 0:
            return
        photo = self._photos.photo(row)
        photo.content = recalled.identity
        if recalled.path in self._decided:
            self._hear({recalled.path: photo.edits})
        elif recalled.edits != Edits():
            self._photos.set_edits(recalled.path, recalled.edits)

    def wait(self) -> None:
        """Write down what is left and block until that is done; for the end of the program."""
        self._clock.stop()
        self._task.wait()
        left = self._writing | self._waiting  # the worker may have been stopped before it began
        self._writing, self._waiting = {}, {}
        for _ in _written(left):
            pass

    def _hear(self, edits: Mapping[Path, Edits]) -> None:
        self._decided |= edits.keys()
        for path, each in edits.items():
            if (row := self._photos.row(path)) >= 0 and (content := self._photos.photo(row).content):
                self._waiting[content] = each
        self._clock.start()

    def _write(self) -> None:
        if self._task.running:
            self._clock.start()
            return
        writing = self._writing = self._waiting
        self._waiting = {}
        self._task = Task(lambda: _written(writing))
        self._task.done.connect(self._writing.clear)
        self._task.start()

    def _start_over(self) -> None:
        """Other photos are opened; what waits is still written."""
        self._decided = set()


def _written(waiting: Mapping[bytes, Edits]) -> Iterator[object]:
    if waiting:
        yield decisions.remember(waiting)
