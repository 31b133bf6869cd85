"""Gets pictures for the stage off the window's thread: the photo as it is, and as a copy of it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lenscap.gui import decoding, pictures
from lenscap.gui.tasks import Task
from lenscap.gui.viewer.picture import Shown, levels
from lenscap.model import Finding, Policy, Report

if TYPE_CHECKING:
    from lenscap.gui.bitmaps import Make

_PATIENCE = 120
"""Milliseconds to wait for the next edit before the copy is worked out: a box that is dragged changes often."""

Work = Callable[[], Iterator[object]]


class _Newest(QObject):
    """Makes one thing at a time: who leafs through a hundred photos shall not have a hundred decoded at once.

    Of the wishes that come meanwhile only the last one counts, and what an older one brings is dropped.
    """

    made = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task = Task(lambda: iter(()))
        self._next: Work | None = None

    def wish(self, work: Work) -> None:
        """Do this, as soon as what is being made has come to its end."""
        self._next = work
        self._task.cancel()
        if not self._task.running:
            self._begin()

    def forget(self) -> None:
        """Wish for nothing any more."""
        self._next = None
        self._task.cancel()

    def wait(self) -> None:
        """Forget, and block until nothing is being made; for the end of the program."""
        self.forget()
        self._task.wait()

    def _begin(self) -> None:
        if self._next is None:
            return
        self._task, self._next = Task(self._next), None
        self._task.item.connect(self._tell)
        self._task.failed.connect(self._fail)
        self._task.done.connect(self._begin)
        self._task.start()

    def _tell(self, item: object) -> None:
        if not self._task.cancelled:
            self.made.emit(item)

    def _fail(self, words: str) -> None:
        if not self._task.cancelled:
            self.failed.emit(words)
        self._begin()


class Loading(QObject):
    """The newest wish wins."""

    original = Signal(object)  # Shown
    cleaned = Signal(object)  # Shown; not sharp as long as it is painted only
    hidden = Signal(object)  # Shown, or None where it is no picture by itself
    failed = Signal(str)
    not_cleaned = Signal(str)
    not_opened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._original, self._cleaned, self._hidden = _Newest(self), _Newest(self), _Newest(self)
        self._original.made.connect(self.original)
        self._original.failed.connect(self.failed)
        self._cleaned.made.connect(self.cleaned)
        self._cleaned.failed.connect(self.not_cleaned)
        self._hidden.made.connect(self.hidden)
        self._hidden.failed.connect(self.not_opened)
        self._preview: Work = lambda: iter(())
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(lambda: self._cleaned.wish(self._preview))

    def load(self, path: Path) -> None:
        """Wish for a photo; what was wished for before is forgotten."""
        self.forget()
        self._original.wish(lambda: _original(path))

    def preview(self, path: Path, policy: Policy, report: Report) -> None:
        """Wish for the photo as its copy would be, once there was no other wish for a moment."""
        self._cleaned.forget()
        self._preview = lambda: _cleaned(path, policy, report)
        self._timer.start()

    def peek(self, path: Path, finding: Finding) -> None:
        """Wish for a picture that is hidden in a photo's file."""
        self._hidden.wish(lambda: _hidden(path, finding))

    def forget(self) -> None:
        """Wish for nothing any more."""
        self._timer.stop()
        for each in (self._original, self._cleaned, self._hidden):
            each.forget()

    def wait(self) -> None:
        """Forget all wishes and block until all work has ended; for the end of the program."""
        self._timer.stop()
        for each in (self._original, self._cleaned, self._hidden):
            each.wait()


def _original(path: Path) -> Iterator[object]:
    """The photo, at first a smaller one where that is quick."""
    if draft := _shown(pictures.draft, path, sharp=False):
        yield draft
    yield _shown(pictures.whole, path)


def _cleaned(path: Path, policy: Policy, report: Report) -> Iterator[object]:
    """A sketch, which is there soon; and then the picture of the very copy that would be made, unless it is huge."""
    sketch = _shown(pictures.sketch, path, policy, report, sharp=False)
    yield sketch
    if sketch and (copy := _shown(pictures.copy, path, policy, report)):
        yield copy


def _hidden(path: Path, finding: Finding) -> Iterator[object]:
    """The picture that a finding is about; None of what is no picture by itself."""
    yield _shown(pictures.hidden, path, finding)


def _shown(make: Make, *arguments: object, sharp: bool = True) -> Shown | None:
    """What a function of ``pictures`` makes, if it is something, for the stage."""
    found = decoding.sized(make, *arguments)
    return Shown(levels(found[0]), found[1], sharp) if found else None
