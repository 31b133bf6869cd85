"""Files that are cleaned in processes of their own, each with limits of time and memory.

A file whose decoder crashes, hangs or asks for all the memory costs itself and no other one.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, TypeVar, cast

from lenscap import detectors, inference, isolation
from lenscap.errors import LenscapError, LostWorkerError, MissingPartError
from lenscap.isolation import Ending, Worker
from lenscap.model import Policy, Size
from lenscap.pipeline.candidates import looking
from lenscap.pipeline.jobs import Answer, Job
from lenscap.pipeline.memory import keep_freed_memory, limit_memory

Said = TypeVar("Said")

_TRIES = {Ending.BY_ITSELF: 2, Ending.FOR_MEMORY: 8, Ending.KILLED: 100}
"""A process that something else killed tells nothing about the file that it worked on."""
_STARTS = {Ending.BY_ITSELF: 2, Ending.FOR_MEMORY: 200, Ending.KILLED: 200}
_SECONDS_TO_START = 120.0
_TINY = Size(64, 64)
_MOST_JOBS = 500
"""How many files a process cleans."""


class Hand:
    """One process for the functions of modules, started with its first call and anew when it was lost.

    After so many calls it is started anew, too, so that what libraries leave behind does not add up.
    """

    def __init__(self, threads: int = 1, most: int = _MOST_JOBS) -> None:
        self._threads, self._most = threads, most
        self._worker: Worker | None = None
        self._guard = threading.Lock()
        self._calls = 0
        self._begun = self._stopped = self._was_lost = False

    @property
    def pid(self) -> int | None:
        """The number of the process, if there is one."""
        worker = self._worker
        return worker.pid if worker else None

    def work(self, function: Callable[[Job], Answer], job: Job) -> Answer:
        """Have a job done. Raises what ``call`` does."""
        return self.call(function, job, seconds=job.seconds, policy=job.policy)

    def call(
        self, function: Callable[..., Said], *arguments: object, seconds: float, policy: Policy | None = None
    ) -> Said:
        """What a function returns. Raises what it raises, and ``UnsupportedError`` at a limit of memory or time.

        Raises ``LostWorkerError`` if its process ends again, ``MissingPartError`` if none starts. ``policy`` says what
        it has to be warm for after it was lost.
        """
        tries = 0
        while True:
            worker = self._ready(policy)
            tries += 1
            try:
                return self._ask(worker, function, arguments, seconds)
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

    def _ask(
        self, worker: Worker, function: Callable[..., Said], arguments: tuple[object, ...], seconds: float
    ) -> Said:
        answer = isolation.said(worker.ask(function, arguments, {}, seconds))
        self._calls += 1
        if self._calls >= self._most:
            self.end()
        return cast(Said, answer)

    def _ready(self, policy: Policy | None) -> Worker:
        """A process that has begun. That it ends before that is no file's fault.

        After one was lost, the next is warmed up: where something kills them often, that time is not a file's either.
        """
        failed = 0
        while True:
            try:
                worker = self._current()
                if not self._begun:
                    arguments = self._threads, policy if self._was_lost else None
                    worker.ask(prepare, arguments, {}, _SECONDS_TO_START)
                    self._begun = True
                return worker
            except (LenscapError, OSError) as error:
                failed += 1
                ending = self.end()
                if self._stopped:
                    raise LostWorkerError("The run was stopped.") from error
                if failed >= _STARTS[ending]:
                    raise MissingPartError("The part of Lenscap that does the work does not start.") from error

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


def prepare(threads: int = 1, policy: Policy | None = None) -> None:
    """What a process does before its first job; with a ``policy``, also what takes its time at the first photo."""
    keep_freed_memory()
    limit_memory()
    inference.allow_threads(threads)
    if policy is not None:
        _warm_up(policy)


def _warm_up(policy: Policy) -> None:
    """Load models, and start what works beside us. What goes wrong here is said when it is needed."""
    from PIL import Image

    with suppress(LenscapError):
        detectors.look([Image.new("RGB", _TINY)], _TINY, looking(policy))
    if policy.cover or policy.edits:
        with suppress(LenscapError):
            isolation.call(os.getpid)


class Crew(Executor):
    """``jobs`` processes for functions of one ``Job``, which must be a module's; each takes one processor.

    Without a number, there is one process, which takes all processors.

    To shut it down while jobs are under way kills these; their originals are as they were.
    """

    def __init__(self, jobs: int | None = None) -> None:
        self._jobs, self._threads = jobs or 1, 1 if jobs else os.cpu_count() or 1
        self._waiting: SimpleQueue[tuple[Future[Any], Callable[[Job], Answer], Job] | None] = SimpleQueue()
        self._hands: list[tuple[Hand, threading.Thread]] = []

    def submit(self, function: Any, /, *arguments: Any, **_: Any) -> Future[Any]:
        """Have a job done when a process is free."""
        (job,) = cast("tuple[Job]", arguments)
        future: Future[Any] = Future()
        self._waiting.put((future, function, job))
        if len(self._hands) < self._jobs:
            hand = Hand(self._threads)
            thread = threading.Thread(target=self._work, args=(hand,), daemon=True)
            self._hands.append((hand, thread))
            thread.start()
        return future

    def _work(self, hand: Hand) -> None:
        while (next_one := self._waiting.get()) is not None:
            future, function, job = next_one
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(hand.work(function, job))
            except BaseException as error:
                future.set_exception(error)
        hand.end()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes; with ``cancel_futures`` at once, else after what was submitted."""
        if cancel_futures:
            with suppress(Exception):
                while not self._waiting.empty():
                    if (next_one := self._waiting.get_nowait()) is not None:
                        next_one[0].cancel()
            for hand, _ in self._hands:
                hand.stop()
        for _ in self._hands:
            self._waiting.put(None)
        for _, thread in self._hands:
            if wait:
                thread.join()
