"""A run of the pipeline in a thread: it can rest, be stopped at once, and take more photos while it works."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from lenscap.errors import UnreadableError
from lenscap.gui.cleaning.feed import Feed, found
from lenscap.gui.cleaning.trouble import Watch
from lenscap.gui.tasks import Task
from lenscap.model import Policy
from lenscap.sources import Source

_MANY = 12
_MOST_JOBS = 4
_TO_THE_END = 30_000
"""Milliseconds in which the photo in hand ends, so that nothing unfinished is left beside the copies."""
_GRACE = 300
"""Milliseconds that a person waits for the photo in hand after stopping; what it becomes is told later."""


class Run(QObject):
    """``taken`` brings results with sizes, also after ``ended``, which comes once, with what went wrong or nothing."""

    taken = Signal(object)  # a list
    added = Signal(list)  # sources
    ended = Signal(str)

    def __init__(self, sources: Sequence[Source], to: Path, policy: Policy, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed, self._to, self._policy = Feed(sources), to, policy
        self._photos = [source.path for source in sources]
        self._asked: list[Path] = []
        self._listing: Task | None = None
        self._over = self.cancelled = False
        self._task = self._begun()

    @property
    def paused(self) -> bool:
        """Whether it rests."""
        return self._task.paused

    @property
    def still_working(self) -> bool:
        """Whether a photo is in hand, perhaps although ``ended`` was told."""
        return self._task.running

    def add(self, paths: Sequence[Path]) -> None:
        """Clean these files, and those in these folders, too; ``added`` tells which of them are new."""
        self._asked += paths
        if self._listing is None:
            self._list()

    def pause(self) -> None:
        """Rest after the photo in hand."""
        self._task.pause()

    def resume(self) -> None:
        """Go on."""
        self._task.resume()

    def cancel(self) -> None:
        """Stop. If the photo in hand takes long, nobody waits for it."""
        self.cancelled = True
        self._task.cancel()
        QTimer.singleShot(_GRACE, self, lambda: self._end(""))

    def wait(self) -> None:
        """Stop and block until the photo in hand is done; for the end of the program."""
        self.cancelled = True
        if self._listing:
            self._listing.wait()
        self._task.wait(_TO_THE_END)

    def _begun(self) -> Task:
        feed, to, policy, photos = self._feed, self._to, self._policy, list(self._photos)
        task = Task(lambda: _cleaning(feed, to, policy, photos, lambda: self.cancelled))
        task.items.connect(self.taken)
        task.done.connect(self._settle)
        task.failed.connect(self._end)
        task.start()
        return task

    def _list(self) -> None:
        asked, known, to = tuple(self._asked), tuple(self._photos), self._to
        self._asked = []
        fresh: list[object] = []
        self._listing = Task(lambda: found(asked, known, to))
        self._listing.items.connect(fresh.extend)
        self._listing.done.connect(lambda: self._take_found(fresh))
        self._listing.failed.connect(lambda: self._take_found(fresh))
        self._listing.start()

    def _take_found(self, fresh: list[object]) -> None:
        more = [each for each in fresh if isinstance(each, Source)]
        self._photos += [each.path for each in more]
        self._listing = None
        self._feed.add(more)
        self.added.emit(more)
        if self._asked:
            self._list()
        self._settle()

    def _settle(self) -> None:
        """End, unless there is something left to do: photos may have come while the last one was being cleaned."""
        if self._task.running or (self._listing is not None and not self.cancelled):
            return
        if self._feed.more() and not self.cancelled and not self._over:
            self._task = self._begun()
        else:
            self._end("")

    def _end(self, problem: str) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(problem)


def _cleaning(
    feed: Feed, to: Path, policy: Policy, photos: Sequence[Path], is_stopped: Callable[[], bool]
) -> Iterator[object]:
    """Results with the sizes of their originals, which the disk is asked for here and not in the window's thread.

    Raises ``UnreadableError`` where no other photo could be cleaned, either; the one that showed it has no result.
    """
    from lenscap import pipeline

    watch = Watch(to, photos)
    _heed(watch.before())
    while feed.more() and not is_stopped():
        results = pipeline.run(feed, to, policy, _jobs(len(photos)), apart=True, is_stopped=is_stopped)
        with ExitStack() as stack:
            stack.callback(getattr(results, "close", lambda: None))
            for result in results:
                _heed(watch.after(result))
                yield result, _size(result.path)


def _heed(wrong: str) -> None:
    if wrong:
        raise UnreadableError(wrong)


def _jobs(photos: int) -> int | None:
    """How many processes are worth their start, one core being left to the window; else one that takes all cores."""
    jobs = 1 if photos < _MANY else min(_MOST_JOBS, (os.cpu_count() or 2) - 1)
    return jobs if jobs > 1 else None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
