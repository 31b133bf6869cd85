"""Gets pictures for the stage off the window's thread: the photo as it is, and as a copy of it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from shiboken6 import isValid

from lenscap.gui.pictures import picture
from lenscap.gui.tasks import Task
from lenscap.gui.viewer.picture import levels
from lenscap.model import Policy, Report

_PATIENCE = 120
"""Milliseconds to wait for the next edit before the copy is worked out: a box that is dragged changes often."""


class Loading(QObject):
    """The newest wish wins: what an older one brings is dropped."""

    original = Signal(object)  # Levels
    cleaned = Signal(object)
    failed = Signal(str)
    not_cleaned = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[Task] = set()
        self._wishes = {"original": 0, "cleaned": 0}
        self._next: Callable[[], Iterator[object]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._begin_preview)

    def load(self, path: Path) -> None:
        """Wish for a photo; what was wished for before is forgotten."""
        self.forget()
        self._begin("original", lambda: _original(path), self.original, self.failed)

    def preview(self, path: Path, policy: Policy, report: Report) -> None:
        """Wish for the photo as its copy would be, once there was no other wish for a moment."""
        self._wishes["cleaned"] += 1
        self._next = lambda: _cleaned(path, policy, report)
        self._timer.start()

    def forget(self) -> None:
        """Wish for nothing any more."""
        self._timer.stop()
        for what in self._wishes:
            self._wishes[what] += 1
        for task in self._running:
            task.cancel()

    def wait(self) -> None:
        """Forget all wishes and block until all work has ended; for the end of the program."""
        self.forget()
        for task in list(self._running):
            task.wait()

    def _begin_preview(self) -> None:
        if self._next:
            self._begin("cleaned", self._next, self.cleaned, self.not_cleaned)

    def _begin(
        self, what: str, make: Callable[[], Iterator[object]], made: SignalInstance, failed: SignalInstance
    ) -> None:
        self._wishes[what] += 1
        wish = self._wishes[what]
        task = Task(make)
        task.item.connect(lambda item: self._tell(what, wish, made, item))
        task.failed.connect(lambda words: self._tell(what, wish, failed, words))
        task.done.connect(lambda: self._running.discard(task))
        task.failed.connect(lambda: self._running.discard(task))
        self._running.add(task)
        task.start()

    def _tell(self, what: str, wish: int, signal: SignalInstance, value: object) -> None:
        if isValid(self) and self._wishes[what] == wish:
            signal.emit(value)


def _original(path: Path) -> Iterator[object]:
    yield levels(picture(path))


def _cleaned(path: Path, policy: Policy, report: Report) -> Iterator[object]:
    from lenscap import pipeline

    yield levels(pipeline.preview(path, policy, report))
