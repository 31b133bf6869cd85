"""Files that are cleaned in processes of their own, each with limits of time and memory.

A file whose decoder crashes, hangs or asks for all the memory costs itself and no other one.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from typing import Any, cast

from lenscap import detectors, inference, isolation
from lenscap.errors import LenscapError
from lenscap.hands import Hand
from lenscap.memory import keep_freed_memory, limit_memory
from lenscap.model import Policy, Size
from lenscap.pipeline.candidates import looking
from lenscap.pipeline.jobs import Answer, Job

_TINY = Size(64, 64)
_MOST_JOBS = 500
"""How many files a process cleans."""


def made(threads: int | None = 1) -> Hand:
    """A process for jobs, not started yet; ``None``: it takes all processors."""
    return Hand(partial(prepare, threads or os.cpu_count() or 1), _MOST_JOBS)


def work(hand: Hand, function: Callable[[Job], Answer], job: Job) -> Answer:
    """Have a job done. Raises what ``Hand.call`` does."""
    return hand.call(function, job, seconds=job.seconds, warm_for=job.policy)


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
        self._jobs, self._threads = jobs or 1, 1 if jobs else None
        self._waiting: SimpleQueue[tuple[Future[Any], Callable[[Job], Answer], Job] | None] = SimpleQueue()
        self._hands: list[tuple[Hand, threading.Thread]] = []

    def submit(self, function: Any, /, *arguments: Any, **_: Any) -> Future[Any]:
        """Have a job done when a process is free."""
        (job,) = cast("tuple[Job]", arguments)
        future: Future[Any] = Future()
        self._waiting.put((future, function, job))
        if len(self._hands) < self._jobs:
            hand = made(self._threads)
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
                future.set_result(work(hand, function, job))
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
