"""Reading photos in three steps, each off the window's thread: list them, read all files, look for faces."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from lenscap import decisions
from lenscap.decisions import Recalled
from lenscap.gui.roll.facts import Facts, facts
from lenscap.gui.roll.photos import Photo, PhotoModel
from lenscap.gui.roll.queue import Queue
from lenscap.gui.speech import spoken
from lenscap.gui.tasks import Task
from lenscap.model import Looking, Report, Result

Step = Literal["listing", "reading", "faces"]


class Closed(NamedTuple):
    """A folder that could not be looked into."""

    folder: Path


class Told(NamedTuple):
    """What was found in a photo."""

    path: Path
    facts: Facts


class Reading(QObject):
    """Fills the model. ``progressed`` tells the step, how many photos are done and of how many.

    Photos can be added, and read again, at any time: what is quick is done first, and faces are looked for at the end.
    ``recalled`` brings what was decided about a photo on another day.
    """

    recalled = Signal(object)
    progressed = Signal(str, int, int)
    settled = Signal()
    finished = Signal()
    failed = Signal(str)
    closed = Signal(Path)

    def __init__(self, photos: PhotoModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._task = Task(lambda: iter(()))
        self._running = self._unsettled = self._resting = False
        self._given: deque[tuple[tuple[Path, ...], Path | None]] = deque()
        self._waiting: dict[Step, Queue] = {"reading": Queue(), "faces": Queue()}
        self._step: Step = "listing"
        self._found = 0

    @property
    def running(self) -> bool:
        """Whether there is something left to read."""
        return self._running

    def start(self, paths: Iterable[Path], leave_out: Path | None = None) -> None:
        """Read other photos; what was being read is left."""
        self.stop()
        self._resting = False
        self._photos.clear()
        self.add(paths, leave_out)

    def add(self, paths: Iterable[Path], leave_out: Path | None = None) -> None:
        """Read these photos too."""
        self._given.append((tuple(paths), leave_out))
        self._go_on()

    def again(self, paths: Collection[Path]) -> None:
        """Read photos anew that are in the model."""
        self._waiting["faces"].drop(paths)
        self._waiting["reading"].add(paths)
        if self._waiting["reading"]:
            self._go_on()

    def drop(self, paths: Collection[Path]) -> None:
        """Read these photos no more."""
        for queue in self._waiting.values():
            queue.drop(paths)

    def take_up(self, photos: Iterable[Photo]) -> None:
        """Read what is not known yet of photos that came back into the model."""
        for photo in photos:
            if photo.problem is None and not photo.seen:
                self._waiting["faces" if photo.known else "reading"].add([photo.path])
        if any(self._waiting.values()):
            self._go_on()

    def stop(self) -> None:
        """Leave off."""
        self._task.abandon()
        self._running = self._unsettled = False
        self._given.clear()
        for queue in self._waiting.values():
            queue.clear()

    def wait(self) -> None:
        """Leave off and block until the worker has; for the end of the program."""
        self.stop()
        self._task.wait()

    def pause(self) -> None:
        """Rest, to leave the processor to something that the person waits for."""
        self._resting = True
        self._task.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        self._resting = False
        self._task.resume()

    def first(self, path: Path) -> None:
        """Read this photo next, as somebody looks at it."""
        for queue in self._waiting.values():
            queue.first(path)

    # -- one step after the other ------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Begin with what is to be done first; something less urgent makes room for it."""
        if not self._running:
            self._running = True
            self._next()
        elif self._step != "listing":
            self._waiting[self._step].halt()

    def _next(self) -> None:
        if self._given:
            given, leave_out = self._given.popleft()
            self._found, self._unsettled = 0, True
            self._begin("listing", Task(lambda: _listed(given, leave_out)))
        elif self._waiting["reading"]:
            self._unsettled = True
            self._read("reading", Looking())
        elif self._unsettled:
            self._unsettled = False
            self.settled.emit()
            self._next()
        elif self._waiting["faces"]:
            self._read("faces", _all_there_is())
        else:
            self._running = False
            self.finished.emit()

    def _read(self, step: Step, looking: Looking) -> None:
        queue = self._waiting[step]
        queue.halt(False)
        self._begin(step, Task(lambda: _inspected(queue, looking)))

    def _begin(self, step: Step, task: Task) -> None:
        self._step, self._task = step, task
        task.items.connect(self._take)
        task.done.connect(self._next)
        task.failed.connect(self._fail)
        if self._resting:
            task.pause()
        task.start()

    def _take(self, items: list[object]) -> None:
        if self._step == "listing":
            self._take_listed(items)
            return
        self._photos.change(dict(filter(None, map(self._told, items))))
        for item in items:
            if isinstance(item, Recalled):
                self.recalled.emit(item)
        if self._step == "reading":
            self._waiting["faces"].add(item.path for item in items if isinstance(item, Told) and not item.facts.people)
        total = self._photos.rowCount()
        self.progressed.emit(self._step, max(0, total - len(self._waiting[self._step])), total)

    def _take_listed(self, items: list[object]) -> None:
        before = self._photos.rowCount()
        self._photos.append(item for item in items if isinstance(item, Photo))
        fresh = [self._photos.photo(row).path for row in range(before, self._photos.rowCount())]
        self._waiting["reading"].add(fresh)
        for item in items:
            if isinstance(item, Closed):
                self.closed.emit(item.folder)
        self._found += len(fresh)
        self.progressed.emit("listing", self._found, self._found)

    def _told(self, item: object) -> tuple[Path, dict[str, Any]] | None:
        if isinstance(item, Told):
            seen = self._step == "faces" or item.facts.looked  # now, or when the photo was seen before
            return item.path, {"facts": item.facts, "problem": None, "away": False, "seen": seen}
        if isinstance(item, Result):
            return item.path, {"problem": spoken(item.reason or "") or self.tr("This file could not be read.")}
        return None

    def _fail(self, sentence: str) -> None:
        self.stop()
        self.failed.emit(sentence)
        self.finished.emit()


def _all_there_is() -> Looking:
    """What is looked for in the pictures; objects, too, once a model for them was added."""
    from lenscap import models

    return Looking("careful", people=True, objects=bool(models.installed()))


def _listed(paths: Iterable[Path], leave_out: Path | None) -> Iterator[Photo | Closed]:
    """The photos under the paths, with size and time of the file; and the folders that cannot be opened."""
    from lenscap import sources

    closed: list[Path] = []
    for source in sources.walk(paths, leave_out, closed.append):
        yield _photo(source.path, str(source.relative))
    yield from map(Closed, closed)


def _photo(path: Path, name: str) -> Photo:
    try:
        status = path.stat()
    except OSError:
        return Photo(path, name)
    identity = (status.st_dev, status.st_ino) if status.st_ino else None
    return Photo(path, name, moment=status.st_mtime, bytes=status.st_size, identity=identity)


def _inspected(paths: Iterable[Path], looking: Looking) -> Iterator[object]:
    """What photos tell; at first also what was seen in their pixels, if that is known from before."""
    from lenscap import pipeline, settings, store

    at_first = looking == Looking()
    most = _all_there_is() if at_first else looking
    with store.opened(settings.remembers_people) as seen:
        for path in paths:
            known = next(pipeline.seen_before([path], most, seen), None) if at_first else None
            for item in (known,) if known else pipeline.inspect_all([path], looking, seen):
                yield Told(item.path, facts(item)) if isinstance(item, Report) else item
                if at_first and isinstance(item, Report) and (decided := decisions.recall(item.path)):
                    yield decided  # now, as the system has what it takes in memory
