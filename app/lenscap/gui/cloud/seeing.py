"""The view of the photos that are open, made anew as they are read: off the window's thread, and not too often."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from operator import is_
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from lenscap.cloud.fates import fates
from lenscap.gui.roll.facts import Facts
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.tasks import Task
from lenscap.model import Report
from lenscap.people import People, people, told

Predict = Callable[[Report], Report]
Group = Callable[[Iterable[Report]], People]
_SOON, _REST = 150, 1500
"""Milliseconds until the first view, and between two views at least."""
_SHARE = 3
"""A view that took long is followed by so many times as long a rest."""


class Seeing(QObject):
    """``seen`` brings a view of the photos and, if it can be told, one of their copies and the fates of suggestions.

    It works while it is watched, or, to tell no more than who is who (``met``), while somebody asks for that.
    """

    seen = Signal(object, object, object)
    met = Signal(object)  # People
    failed = Signal(str)

    def __init__(self, photos: PhotoModel, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos, self.today = photos, today
        self._predict: Predict | None = None
        self._task = Task(lambda: iter(()))
        self._watched, self._asked, self._stale, self._began = False, False, True, 0.0
        self.known: People = ()
        self._grouped: list[Facts] = []
        self._grouping: list[Facts] = []
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._begin)
        photos.dataChanged.connect(self.refresh)
        photos.rowsInserted.connect(self.refresh)
        photos.layoutChanged.connect(self.refresh)
        photos.modelReset.connect(self._start_over)

    def watch(self, on: bool) -> None:
        """Somebody looks at it, or not any more."""
        self._watched = on
        if on and self._stale:
            self._soon(_SOON)

    def ask(self, on: bool) -> None:
        """Somebody wants to know who is who, or not any more."""
        self._asked = on
        if on:
            self._soon(_SOON)

    def set_predict(self, predict: Predict | None) -> None:
        """Say what a copy would tell in another way, or not at all."""
        self._predict = predict
        self._start_again()

    def mend(self, change: Callable[[People], People]) -> None:
        """Say that people are others than they seem."""
        self.known, self._grouped = change(self.known), []
        self.met.emit(self.known)
        self._start_again()

    def refresh(self) -> None:
        """The photos tell something else now."""
        self._stale = True
        self._soon(_SOON)

    def wait(self) -> None:
        """Block until the worker has ended; for the end of the program."""
        self._watched = self._asked = False
        self._clock.stop()
        self._task.abandon()
        self._task.wait()

    def _start_over(self) -> None:
        """These are other photos, with other people."""
        self.known, self._grouped = (), []
        self._start_again()

    def _start_again(self) -> None:
        """What is being worked on is of no use."""
        self._task.abandon()
        self._task = Task(lambda: iter(()))
        self._clock.stop()
        self.refresh()

    def _soon(self, milliseconds: int) -> None:
        if (self._watched or self._asked) and not self._clock.isActive() and not self._task.running:
            self._clock.start(milliseconds)

    def _begin(self) -> None:
        photos = self._photos.photos()
        facts = [photo.facts for photo in photos]
        fresh = len(facts) == len(self._grouped) and all(map(is_, facts, self._grouped))
        if not self._watched and (fresh or not self._asked):
            return
        self._grouping, self._began = facts, monotonic()
        group = partial(_same, self.known) if fresh else partial(people, before=self.known)
        if self._watched:
            self._stale = False
            self._task = Task(partial(_views, photos, self._predict, self.today(), group))
        else:
            self._task = Task(partial(_met, photos, group))
        self._task.item.connect(self._take)
        self._task.failed.connect(self.failed)
        for ended in (self._task.done, self._task.failed):
            ended.connect(self._rest)
        self._task.start()

    def _take(self, views: tuple[People, object, object, object] | tuple[People]) -> None:
        self.known, self._grouped = views[0], self._grouping
        self.met.emit(self.known)
        if len(views) > 1:
            self.seen.emit(*views[1:])

    def _rest(self, *_problem: str) -> None:
        if self._stale:
            self._soon(max(_REST, round((monotonic() - self._began) * 1000 * _SHARE)))


def _reports(photos: Iterable[Photo]) -> list[Report]:
    return [report for photo in photos if (report := photo.report_apart()) is not None]


def _same(known: People, _reports: Iterable[Report]) -> People:
    return known


def _met(photos: Iterable[Photo], group: Group) -> Iterator[object]:
    yield (group(_reports(photos)),)


def _views(photos: Iterable[Photo], predict: Predict | None, today: date, group: Group) -> Iterator[object]:
    from lenscap import cloud

    reports = _reports(photos)
    known = group(reports)
    reports = [told(each, known) for each in reports]
    now = cloud.view(reports, today)
    after = cloud.view((replace(predict(each), path=each.path) for each in reports), today) if predict else None
    yield known, now, after, fates(now, after) if after else ()
