"""The work behind the dialog: it runs in a thread until somebody ends it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lenscap.gui.tasks import Task
from lenscap.model import Policy, Result

if TYPE_CHECKING:
    from lenscap.watching.waking import Waking


class Running(QObject):
    """``results`` brings what became of photos, ``news`` what happens to the folder, ``ended`` a problem or nothing."""

    results = Signal(list)
    news = Signal(str)
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = Task(lambda: iter(()))
        self._waking: Waking | None = None

    @property
    def on(self) -> bool:
        """Whether a folder is watched."""
        return self._waking is not None

    def start(self, folder: Path, to: Path, policy: Policy) -> None:
        """Watch a folder."""
        from lenscap.watching.waking import Waking

        waking = self._waking = Waking(folder, to)
        self._task = Task(lambda: _watched(folder, to, policy, waking))
        self._task.items.connect(self._take)
        self._task.done.connect(self._end)
        self._task.failed.connect(self._end)
        self._task.start()

    def stop(self) -> None:
        """End it after the photo in hand."""
        if self._waking is not None:
            self._waking.end()
            self._task.cancel()

    def wait(self) -> None:
        """End it and block until it has; for the end of the program."""
        self.stop()
        self._task.wait()

    def _take(self, items: list[object]) -> None:
        if results := [item for item in items if isinstance(item, Result)]:
            self.results.emit(results)
        for item in items:
            if isinstance(item, str):
                self.news.emit(item)

    def _end(self, problem: str = "") -> None:
        self._waking = None
        self.ended.emit(problem)


def _watched(folder: Path, to: Path, policy: Policy, waking: Waking) -> Iterator[object]:
    from lenscap.watching import watch

    yield from watch(folder, to, policy, waking)
