"""Files that are cleaned in several processes at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from lenscap import offline
from lenscap.model import Outcome, Result
from lenscap.pipeline.batch import Job, clean_one, keep_freed_memory

_AHEAD = 2
"""How many files wait for each worker."""


def in_processes(work: Iterator[Job], jobs: int) -> Iterator[Result]:
    """Few files are under way at a time, so that stopping is quick and a roll of any length fits into memory."""
    pool = _pool(jobs)
    waiting: deque[tuple[Job, Future[Result]]] = deque()
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (job := next(work, None)) is not None:
                waiting.append((job, pool.submit(clean_one, job)))
            if not waiting:
                return
            job, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                suspects = [job, *(other for other, _ in waiting)]
                waiting.clear()
                pool = _pool(jobs)
                yield from map(_clean_alone, suspects)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _clean_alone(job: Job) -> Result:
    """Clean a file in a process of its own: it may be the one that ended another."""
    with _pool(1) as pool:
        try:
            return pool.submit(clean_one, job).result()
        except BrokenProcessPool:
            reason = "Working on it ended a worker, twice. The original is unchanged."
            return Result(job[0], None, Outcome.FAILED, reason=reason)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    offline.refuse()
    keep_freed_memory()
