"""Watches the window's thread: a clock ticks in its event loop, and whatever holds it up is measured."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer

_TICK = 10
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two ticks: seconds by the clock and of the thread's own work, and what was done last before."""

    wall: float
    work: float
    after: str


class Watchdog:
    """The gaps between ticks in the thread that made it, while it is set."""

    def __init__(self) -> None:
        self.gaps: list[Gap] = []
        self.deed = ""
        self._ticked = (0.0, 0.0)

    @contextmanager
    def set(self) -> Iterator[Watchdog]:
        """Watch."""
        clock = QTimer(interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        clock.timeout.connect(self._tick)
        self._ticked = (time.perf_counter(), time.thread_time())
        clock.start()
        try:
            yield self
        finally:
            clock.stop()

    def longest(self) -> Gap:
        """The gap with the most work in it."""
        return max(self.gaps, key=lambda gap: gap.work)

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.gaps.append(Gap(now[0] - self._ticked[0], now[1] - self._ticked[1], self.deed))
        self._ticked = now
