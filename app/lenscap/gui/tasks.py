"""Long work off the window's thread: a generator runs in a thread of its own, and each item it yields is progress."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from threading import Event

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from lenscap.errors import LenscapError, outline
from lenscap.gui.speech import spoken

_log = logging.getLogger(__name__)

_BATCH = 33
"""Milliseconds between two deliveries: thirty a second are enough for eyes, and 10,000 items flood nothing."""


PATIENCE, _NONE_LEFT = 2000, 50
"""Milliseconds for which the end of the program waits for a worker; and once one did not end in that time."""
_running: set[Task] = set()
"""Keeps a task whose owner let go of it, as Qt ends the program when a running thread is destroyed."""


_behind: set[Task] = set()


def behind() -> bool:
    """Whether a worker did not end although the program does: Python cannot end by itself then."""
    return any(task._thread.isRunning() for task in _behind)


class _Thread(QThread):
    """Where the generator runs. It touches nothing of the window."""

    def __init__(self, make: Callable[[], Iterator[object]]) -> None:
        super().__init__()
        self._make = make
        self.found: deque[object] = deque()
        self.going = Event()
        self.going.set()
        self.stopping = False
        self.problem: str | None = None

    def run(self) -> None:
        try:
            self._iterate(self._make())
        except LenscapError as error:
            self.problem = spoken(str(error))
        except Exception as error:
            _log.error("A task stopped unexpectedly.\n%s", outline(error))
            self.problem = self.tr("Something went wrong inside Lenscap. Your photos were not changed. Try again.")

    def _iterate(self, items: Iterator[object]) -> None:
        try:
            while not self.stopping:
                self.found.append(next(items))
                self.going.wait()
        except StopIteration:
            return
        finally:
            close = getattr(items, "close", None)
            if close is not None:
                close()


class Task(QObject):
    """A generator that runs in a thread.

    ``items`` (and ``item`` one by one) bring what it yielded, at most thirty times a second; then comes
    ``done``, also after ``cancel``, or ``failed`` with a sentence. A cancel takes effect between two items.
    """

    item = Signal(object)
    items = Signal(object)  # a list; Qt would make one of its own of each, value by value
    done = Signal()
    failed = Signal(str)

    def __init__(self, make: Callable[[], Iterator[object]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = _Thread(make)
        self._thread.finished.connect(self._finish)
        self._clock = QTimer(self)
        self._clock.setInterval(_BATCH)
        self._clock.timeout.connect(self._deliver)

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._thread.stopping

    @property
    def running(self) -> bool:
        """Whether it has started and not yet told its end."""
        return self._clock.isActive()

    @property
    def paused(self) -> bool:
        """Whether it rests between two items."""
        return not self._thread.going.is_set()

    def start(self) -> None:
        """Begin."""
        _running.add(self)
        self._clock.start()
        self._thread.start(QThread.Priority.LowPriority)

    def pause(self) -> None:
        """Rest after the item that is being worked on."""
        self._thread.going.clear()

    def resume(self) -> None:
        """Go on after a pause."""
        self._thread.going.set()

    def cancel(self) -> None:
        """Stop after the item that is being worked on."""
        self._thread.stopping = True
        self._thread.going.set()

    def abandon(self) -> None:
        """Cancel, and tell nobody of anything that still comes."""
        self.blockSignals(True)
        self.cancel()

    def wait(self, patience: int = PATIENCE) -> None:
        """Cancel and block until the thread has ended, or for so long; for the end of the program.

        The system may hold a worker for ever, as with a network folder that is away: then it is left ``behind``.
        """
        self.cancel()
        self._thread.wait(_NONE_LEFT if behind() else patience)
        if self._thread.isRunning():
            _behind.add(self)

    def _deliver(self) -> None:
        batch: list[object] = []
        while self._thread.found:
            batch.append(self._thread.found.popleft())
        if batch:
            self.items.emit(batch)
        for one in batch:
            self.item.emit(one)

    def _finish(self) -> None:
        _running.discard(self)
        self._clock.stop()
        self._deliver()
        if self._thread.problem is None:
            self.done.emit()
        else:
            self.failed.emit(self._thread.problem)
