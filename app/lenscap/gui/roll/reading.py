"""Reading photos in steps, each off the window's thread: list them, read all files, look for faces, then for text."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from lenscap.decisions import Recalled
from lenscap.errors import MissingPartError
from lenscap.gui.roll import reader
from lenscap.gui.roll.facts import Facts, facts
from lenscap.gui.roll.listing import Closed, Opened, listed
from lenscap.gui.roll.looking import Asked, Told, with_text
from lenscap.gui.roll.packing import unpack
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.roll.queue import Queue
from lenscap.gui.roll.reader import Reader
from lenscap.gui.speech import spoken
from lenscap.gui.tasks import Task
from lenscap.model import Looking, Result

Step = Literal["listing", "reading", "faces", "text"]
LOOKING: tuple[Step, ...] = ("faces", "text")
_TOGETHER = 12
"""So many files are read in one go."""


class Reading(QObject):
    """Fills the model. ``progressed`` tells the step, how many photos are done and of how many.

    Photos can be added, and read again, at any time: what is quick is done first; then faces are looked for, and at
    last, where what it takes is installed, text and codes. ``opened`` tells the folders among what was asked for;
    ``recalled`` brings what was decided about a photo on another day.
    """

    recalled = Signal(object)
    progressed = Signal(str, int, int)
    settled = Signal()
    finished = Signal()
    failed = Signal(str)
    closed = Signal(Path)
    opened = Signal(Path)

    def __init__(self, photos: PhotoModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        photos.removed.connect(self.drop)
        photos.returned.connect(self.take_up)
        self._task = Task(lambda: iter(()))
        self._reader: Reader | None = None
        self._running = self._unsettled = self._resting = self.stuck = False
        self._given: deque[tuple[tuple[Path, ...], Path | None]] = deque()
        self._waiting: dict[Step, Queue] = {"reading": Queue(), "faces": Queue(), "text": Queue()}
        self._anew: set[Path] = set()
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

    def again(self, paths: Collection[Path], anew: bool = False) -> None:
        """Read photos again that are in the model; ``anew``, without what is remembered of them from before."""
        self._anew |= {*paths} if anew else set()
        for step in LOOKING:
            self._waiting[step].drop(paths)
        self._waiting["reading"].add(paths)
        if self._waiting["reading"]:
            self._go_on()

    def drop(self, paths: Collection[Path]) -> None:
        """Read these photos no more."""
        for queue in self._waiting.values():
            queue.drop(paths)

    def take_up(self, photos: Collection[Photo]) -> None:
        """Read what is not known yet of photos that came back into the model."""
        unread = [photo for photo in photos if photo.problem is None and not photo.seen]
        self._waiting["reading"].add(photo.path for photo in unread if not photo.known)
        self._waiting["faces"].add(photo.path for photo in unread if photo.known)
        self._waiting["text"].add(photo.path for photo in photos if photo.seen and _lacks_text(photo.facts))
        if any(self._waiting.values()):
            self._go_on()

    def stop(self) -> None:
        """Leave off."""
        self._task.abandon()
        self._running = self._unsettled = False
        self._given.clear()
        for queue in self._waiting.values():
            queue.clear()
        self._let_go()

    def wait(self) -> None:
        """Leave off and block until what reads has ended, or a while; for the end of the program."""
        self.stop()
        self.stuck = not reader.wait()
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
            self._begin("listing", Task(lambda: listed(given, leave_out)))
        elif self._waiting["reading"]:
            self._unsettled = True
            self._read("reading", Looking())
        elif self._unsettled:
            self._unsettled = False
            self.settled.emit()
            self._next()
        elif self._waiting["faces"]:
            self._read("faces", _all_there_is())
        elif self._waiting["text"] and (text := _text_there_is()):
            self._read("text", text)
        else:
            self._running = False
            self._let_go()
            self.finished.emit()

    def _read(self, step: Step, looking: Looking) -> None:
        queue, anew = self._waiting[step], self._anew
        worker = self._reader = self._reader or Reader()
        together = _TOGETHER if step == "reading" else 1
        queue.halt(False)
        self._begin(step, Task(lambda: worker.read(_asked(queue, looking, anew), together)))

    def _let_go(self) -> None:
        """End what reads: nothing is left for it, or it is not wanted."""
        if self._reader:
            reader.end(self._reader)
        self._reader = None

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
        told = [item for item in items if isinstance(item, Told)]
        if self._step == "reading":
            self._waiting["faces"].add(item.path for item in told if not item.facts.common.people)
        if self._step in ("reading", "faces"):
            ready = (item for item in told if self._step == "faces" or item.facts.common.people)
            self._waiting["text"].add(item.path for item in ready if _lacks_text(self._facts(item)))
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
            elif isinstance(item, Opened):
                self.opened.emit(item.folder)
        self._found += len(fresh)
        self.progressed.emit("listing", self._found, self._found)

    def _told(self, item: object) -> tuple[Path, dict[str, Any]] | None:
        if isinstance(item, Told):
            told = self._facts(item)
            return item.path, {"facts": told, "problem": None, "away": False, "seen": self._is_seen(item)}
        if isinstance(item, Result) and self._step != "text":
            return item.path, {"problem": spoken(item.reason or "") or self.tr("This file could not be read.")}
        return None

    def _facts(self, item: Told) -> Facts:
        """What is found now, with what was found in another step."""
        row = self._photos.row(item.path)
        known = self._photos.photo(row).report if row >= 0 else None
        if known is None or self._step not in LOOKING or (self._step == "faces" and not known.looked.text):
            return item.facts
        new = unpack(item.facts.packed, item.path)
        return facts(with_text(known, new) if self._step == "text" else with_text(new, known))

    def _is_seen(self, item: Told) -> bool:
        """Whether faces were looked for: now, before, or when the photo was seen on another day."""
        row = self._photos.row(item.path)
        return self._step == "faces" or item.facts.common.looked or (row >= 0 and self._photos.photo(row).seen)

    def _fail(self, sentence: str) -> None:
        self.stop()
        self.failed.emit(sentence)
        self.finished.emit()


def _all_there_is() -> Looking:
    """What is looked for in the pictures; objects, too, once a model for them was added."""
    from lenscap import models

    return Looking("careful", people=True, objects=bool(models.installed()))


def _text_there_is() -> Looking | None:
    """How text and codes are looked for; nothing where what it takes is not installed."""
    looking = Looking(text=True, codes=True)
    return looking if _is_there(looking) else None


@cache
def _is_there(looking: Looking) -> bool:
    from lenscap import detectors

    try:
        detectors.check(looking)
    except MissingPartError:
        return False
    return True


def _lacks_text(told: Facts) -> bool:
    return not told.common.text and _text_there_is() is not None


def _asked(paths: Iterable[Path], looking: Looking, anew: set[Path]) -> Iterator[Asked]:
    """What is looked for in each of the photos; at first also what is known of their pixels from before."""
    at_first = looking == Looking()
    known = tuple(filter(None, (_all_there_is(), _text_there_is()))) if at_first else ()
    for path in paths:
        yield Asked(path, looking, known, at_first and path in anew)
        if at_first:
            anew.discard(path)
