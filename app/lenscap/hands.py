"""A process that does one call after the other for somebody, and is replaced when it is lost.

What a call crashes, hangs, or asks for all the memory with, costs that call and no other one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

from lenscap import isolation
from lenscap.errors import LenscapError, LostWorkerError, NotStartedError
from lenscap.isolation import Ending, Worker

Said = TypeVar("Said")

_TRIES = {Ending.BY_ITSELF: 2, Ending.FOR_MEMORY: 8, Ending.KILLED: 100}
"""A process that something else killed tells nothing about the call that it worked on."""
_STARTS = {Ending.BY_ITSELF: 2, Ending.FOR_MEMORY: 200, Ending.KILLED: 200}
_SECONDS_TO_START = 120.0


class Hand:
    """One process for the functions of modules, started with its first call and anew when it was lost.

    ``prepare`` is called first in each process: with ``warm_for``, which the call gives, after one was lost; else with
    ``None``. After ``most`` calls, if a number is given, the process is started anew, so that what libraries leave
    behind does not add up.
    """

    def __init__(self, prepare: Callable[[Any], object], most: int | None = None) -> None:
        self._prepare, self._most = prepare, most
        self._worker: Worker | None = None
        self._guard = threading.Lock()
        self._calls = 0
        self._begun = self._stopped = self._was_lost = False

    @property
    def pid(self) -> int | None:
        """The number of the process, if there is one."""
        worker = self._worker
        return worker.pid if worker else None

    def call(self, function: Callable[..., Said], *arguments: object, seconds: float, warm_for: object = None) -> Said:
        """What a function returns. Raises what it raises, and ``UnsupportedError`` at a limit of memory or time.

        Raises ``LostWorkerError`` if its process ends again, ``NotStartedError`` if none starts.
        """
        tries = 0
        while True:
            worker = self._ready(warm_for)
            tries += 1
            try:
                answer = self._ask(worker, function, arguments, seconds)
            except LostWorkerError as error:
                ending, self._was_lost = self.end(), True
                if self._stopped:
                    raise LostWorkerError("The run was stopped.") from error
                if tries >= _TRIES[ending]:
                    raise LostWorkerError("Working on it ended a worker, twice.") from error
            except BaseException:
                worker.kill()
                self.end()
                raise
            else:
                return cast(Said, isolation.said(answer))

    def _ask(self, worker: Worker, function: object, arguments: tuple[object, ...], seconds: float) -> object:
        answer = worker.ask(function, arguments, {}, seconds)
        self._calls += 1
        if self._calls == self._most:
            self.end()
        return answer

    def _ready(self, warm_for: object) -> Worker:
        """A process that has begun. That it ends before that is no call's fault.

        After one was lost, the next is warmed up: where something kills them often, that time is not a call's either.
        """
        failed = 0
        while True:
            try:
                worker = self._current()
                if not self._begun:
                    arguments = (warm_for if self._was_lost else None,)
                    worker.ask(self._prepare, arguments, {}, _SECONDS_TO_START)
                    self._begun = True
                return worker
            except (LenscapError, OSError) as error:
                failed += 1
                ending = self.end()
                if self._stopped:
                    raise LostWorkerError("The run was stopped.") from error
                if failed >= _STARTS[ending]:
                    raise NotStartedError("The part of Lenscap that does the work does not start.") from error

    def _current(self) -> Worker:
        with self._guard:
            if self._stopped:
                raise LostWorkerError("The run was stopped.")
            if self._worker is None:
                self._worker, self._calls, self._begun = Worker(), 0, False
            return self._worker

    def end(self) -> Ending:
        """Let go of the process; say how it had ended."""
        with self._guard:
            worker, self._worker = self._worker, None
        return worker.end() if worker else Ending.BY_ITSELF

    def stop(self) -> None:
        """End what is under way, from another thread, for good."""
        self._stopped = True
        with self._guard:
            if self._worker:
                self._worker.kill()
