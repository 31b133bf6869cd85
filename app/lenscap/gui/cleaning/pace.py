"""How long it took so far, without the pauses, and how long it will take."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

_ENOUGH = 3


class Pace:
    """A stop watch that knows how much is done. ``clock`` gives seconds."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._total = total
        self._before = 0.0
        self._since: float | None = clock()

    def expect(self, total: int) -> None:
        """There are so many now."""
        self._total = total

    def pause(self) -> None:
        """Stop the watch."""
        self._before, self._since = self.elapsed(), None

    def resume(self) -> None:
        """Let it run again."""
        self._since = self._clock()

    def elapsed(self) -> float:
        """Seconds of work so far."""
        return self._before + (self._clock() - self._since if self._since is not None else 0.0)

    def left(self, done: int) -> str:
        """How long the rest will take, in words; nothing while nobody can tell."""
        if done < _ENOUGH or self.elapsed() < 1 or done >= self._total:
            return ""
        return _about(self.elapsed() / done * (self._total - done))


def _about(seconds: float) -> str:
    if seconds < 8:
        return QCoreApplication.translate("Cleaning", "a few seconds left")
    if seconds < 55:
        return QCoreApplication.translate("Cleaning", "about {n} seconds left").format(
            n=max(10, round(seconds / 10) * 10)
        )
    if seconds < 90:
        return QCoreApplication.translate("Cleaning", "about a minute left")
    if seconds < 5400:
        return QCoreApplication.translate("Cleaning", "about {n} minutes left").format(n=round(seconds / 60))
    return QCoreApplication.translate("Cleaning", "about {n} hours left").format(n=max(2, round(seconds / 3600)))
