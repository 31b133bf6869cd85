"""Reading a folder in three steps, each off the window's thread: list it, read all files, look for faces."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import Literal

from PySide6.QtCore import QObject, Signal

from lenscap.gui.roll.photos import Photo, PhotoModel
from lenscap.gui.tasks import Task
from lenscap.model import Looking, Report, Result

Step = Literal["listing", "reading", "faces"]


class _Queue:
    """The photos that wait to be read. The window may ask for one to come first; the worker takes from it."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = deque(paths)
        self._lock = Lock()

    def first(self, path: Path) -> None:
        """Let a photo that still waits be the next."""
        with self._lock:
            if path in self._paths:
                self._paths.remove(path)
                self._paths.appendleft(path)

    def __iter__(self) -> Iterator[Path]:
        while True:
            with self._lock:
                if not self._paths:
                    return
                path = self._paths.popleft()
            yield path


class Reading(QObject):
    """Fills the model. ``progressed`` tells the step, how many photos are done and of how many."""

    progressed = Signal(str, int, int)
    settled = Signal()
    finished = Signal()
    failed = Signal(str)

    def __init__(self, photos: PhotoModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._task = Task(lambda: iter(()))
        self._running = False
        self._queue = _Queue(())
        self._step: Step = "listing"
        self._done = 0

    @property
    def running(self) -> bool:
        """Whether there is something left to read."""
        return self._running

    def start(self, paths: Iterable[Path], leave_out: Path | None = None) -> None:
        """Read other photos; what was being read is left."""
        self.stop()
        self._photos.clear()
        given = tuple(paths)
        self._begin("listing", Task(lambda: _listed(given, leave_out)))

    def stop(self) -> None:
        """Leave off."""
        self._task.abandon()
        self._running = False

    def wait(self) -> None:
        """Leave off and block until the worker has; for the end of the program."""
        self.stop()
        self._task.wait()

    def pause(self) -> None:
        """Rest, to leave the processor to something that the person waits for."""
        self._task.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        self._task.resume()

    def first(self, path: Path) -> None:
        """Read this photo next, as somebody looks at it."""
        self._queue.first(path)

    def _begin(self, step: Step, task: Task) -> None:
        self._step, self._done, self._task, self._running = step, 0, task, True
        task.items.connect(self._take)
        task.done.connect(self._next)
        task.failed.connect(self._fail)
        task.start()

    def _take(self, items: list[object]) -> None:
        if self._step == "listing":
            self._photos.append(item for item in items if isinstance(item, Photo))
        for item in items:
            self._store(item)
        self._done += len(items)
        self.progressed.emit(self._step, self._done, max(self._done, self._photos.rowCount()))

    def _store(self, item: object) -> None:
        if isinstance(item, Report):
            self._photos.set_report(item.path, item, seen=self._step == "faces" or item.looked.faces != "off")
        elif isinstance(item, Result):
            self._photos.set_problem(item.path, item.reason or self.tr("This file could not be read."))

    def _next(self) -> None:
        if self._step == "listing":
            self._read("reading", Looking())
            return
        if self._step == "reading":
            self._photos.settle()
            self.settled.emit()
            self._read("faces", _all_there_is())
            return
        self._running = False
        self.finished.emit()

    def _read(self, step: Step, looking: Looking) -> None:
        wanted = [photo.path for photo in self._photos.photos() if photo.problem is None]
        self._queue = _Queue(wanted)
        queue = self._queue
        self._begin(step, Task(lambda: _inspected(queue, looking)))

    def _fail(self, sentence: str) -> None:
        self._running = False
        self.failed.emit(sentence)
        self.finished.emit()


def _all_there_is() -> Looking:
    """What is looked for in the pictures; objects, too, once a model for them was added."""
    from lenscap import models

    return Looking("careful", people=True, objects=bool(models.installed()))


def _listed(paths: Iterable[Path], leave_out: Path | None) -> Iterator[Photo]:
    """The photos under the paths, with size and time of the file."""
    from lenscap import sources

    for source in sources.walk(paths, leave_out):
        try:
            status = source.path.stat()
        except OSError:
            yield Photo(source.path, str(source.relative))
        else:
            yield Photo(source.path, str(source.relative), moment=status.st_mtime, bytes=status.st_size)


def _inspected(paths: Iterable[Path], looking: Looking) -> Iterator[object]:
    """What photos tell; at first also what was seen in their pixels, if that is known from before."""
    from lenscap import pipeline, settings, store

    most = _all_there_is() if looking == Looking() else looking
    with store.opened(settings.remembers_people) as seen:
        for path in paths:
            known = next(pipeline.seen_before([path], most, seen), None) if most != looking else None
            yield from (known,) if known else pipeline.inspect_all([path], looking, seen)
