"""The same for many files: generators, so that every step is progress and a chance to stop."""

from __future__ import annotations

import ctypes
import logging
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from lenscap.errors import LenscapError, UnreadableError
from lenscap.model import Outcome, Policy, Report, Result
from lenscap.output import Names
from lenscap.pipeline.cleaning import clean
from lenscap.pipeline.inspecting import inspect
from lenscap.pipeline.opening import suffix_for
from lenscap.sources import Source

_log = logging.getLogger(__name__)

_AHEAD = 2
"""How many files wait for each worker."""

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_KEPT = 1 << 28
"""Parameters of the C library's ``mallopt`` (glibc), and how many bytes it may keep for the next photo."""

Job = tuple[Path, Path, Policy]


def inspect_all(paths: Iterable[Path], faces: str = "off") -> Iterator[Report | Result]:
    """Inspect files one by one; a bad one gives a ``Result`` that says what is wrong with it."""
    _keep_freed_memory()
    for path in paths:
        try:
            yield inspect(path, faces)
        except UnreadableError as error:
            yield Result(path, None, Outcome.FAILED, reason=str(error))
        except LenscapError as error:
            yield Result(path, None, Outcome.REFUSED, reason=str(error))
        except Exception:
            yield _fault(path)


def run(sources: Iterable[Source], to: Path, policy: Policy, jobs: int = 1) -> Iterator[Result]:
    """Clean files into the folder ``to``, in order, with ``jobs`` processes; one file's failure stops no other's."""
    _keep_freed_memory()
    names = Names(to, policy.neutral_names)
    work = ((source.path, _target(names, source), policy) for source in sources)
    return map(_clean, work) if jobs <= 1 else _in_processes(work, jobs)


def _target(names: Names, source: Source) -> Path:
    """Where a copy goes. A name that the person chose may tell something even in its suffix: a neutral one has ours."""
    return names.target(source.relative, suffix_for(source.path) if names.neutral else "")


def _clean(job: Job) -> Result:
    try:
        return clean(*job)
    except Exception:
        return _fault(job[0])


def _fault(path: Path) -> Result:
    """What we did not foresee is a fault of ours: it is logged, without the file's name, and costs one file."""
    _log.exception("a file could not be worked on")
    return Result(path, None, Outcome.FAILED, reason="Lenscap met a fault of its own. The original is unchanged.")


def _in_processes(work: Iterator[Job], jobs: int) -> Iterator[Result]:
    """Few files are under way at a time, so that stopping is quick and a roll of any length fits into memory."""
    pool = _pool(jobs)
    waiting: deque[tuple[Job, Future[Result]]] = deque()
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (job := next(work, None)) is not None:
                waiting.append((job, pool.submit(_clean, job)))
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
            return pool.submit(_clean, job).result()
        except BrokenProcessPool:
            reason = "Working on it ended a worker, twice. The original is unchanged."
            return Result(job[0], None, Outcome.FAILED, reason=reason)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_keep_freed_memory)


def _keep_freed_memory() -> None:
    """Let the next photo take the memory of the last one: to get it from the system anew costs as much as reading."""
    if sys.platform == "linux" and hasattr(c_library := ctypes.CDLL(None), "mallopt"):
        c_library.mallopt(_TRIM_THRESHOLD, _KEPT)
        c_library.mallopt(_MMAP_THRESHOLD, _KEPT)
