"""The same for many files: generators, so that every step is progress and a chance to stop."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures import wait as wait_for
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lenscap import detectors
from lenscap.errors import LenscapError, LostWorkerError, UnreadableError
from lenscap.memory import keep_freed_memory
from lenscap.model import Looking, Outcome, Policy, Report, Result
from lenscap.pipeline.checking import Verdict, checked
from lenscap.pipeline.cleaning import check_parts
from lenscap.pipeline.jobs import Answer, Job, do, fault
from lenscap.pipeline.knowing import acquainted
from lenscap.pipeline.recalling import recalled
from lenscap.pipeline.resuming import Work
from lenscap.sources import Source

if TYPE_CHECKING:
    from lenscap.store import Store

Said = TypeVar("Said")

_AHEAD = 4
"""How many files are under way for each process: as many may be done while one takes long, and they wait for it."""
_ALL_LOST = "What did the work is gone. Finished copies are kept; the same command goes on where it was."
_OFTEN = 0.1
"""Seconds between two questions whether to stop."""


def inspect_all(
    paths: Iterable[Path],
    looking: Looking = Looking(),  # noqa: B008 (frozen)
    store: Store | None = None,
) -> Iterator[Report | Result]:
    """Inspect files one by one; a bad one gives a ``Result`` that says what is wrong with it.

    What was seen before comes out of the ``store``, and what is new goes into it.
    Raises ``MissingPartError`` if something that is asked for cannot be looked for.
    """
    detectors.check(looking)
    keep_freed_memory()
    for path in paths:
        yield _said(path, partial(recalled, path, looking, store))


def check_all(paths: Iterable[Path], policy: Policy, store: Store | None = None) -> Iterator[Verdict | Result]:
    """Say of each file what is left in it that ``policy`` takes away; of one that cannot be read, a ``Result`` does.

    Raises what ``run`` raises.
    """
    check_parts(policy)
    policy = acquainted(policy)
    for path in paths:
        yield _said(path, partial(checked, path, policy, store))


def _said(path: Path, ask: Callable[[], Said]) -> Said | Result:
    """What is said of a file, or else what is wrong with it."""
    try:
        return ask()
    except UnreadableError as error:
        return Result(path, None, Outcome.FAILED, reason=str(error))
    except LenscapError as error:
        return Result(path, None, Outcome.REFUSED, reason=str(error))
    except Exception as error:
        return fault(path, error)


def run(
    sources: Iterable[Source],
    to: Path,
    policy: Policy,
    jobs: int | None = None,
    apart: bool = False,
    executor: Executor | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
    remembers: bool = True,
) -> Generator[Result, None, None]:
    """Clean files into the folder ``to``, in order, ``jobs`` at a time; one file's failure stops no other's.

    Each of the jobs takes one processor; without a number, there is one job, which takes all that help it.
    ``sources`` are asked for one by one, as work goes on. What an earlier run has finished is found again and not done
    again; a run that ``remembers`` nothing notes nothing, either. Work is done in processes if there are several
    ``jobs`` or ``apart`` is set, or by an ``executor``, which is shut down at the end. Closing the generator, or
    ``is_stopped``, kills what is under way in our processes.

    Raises ``MissingPartError`` at once if something that ``policy`` covers cannot be looked for, and ``PolicyError`` if
    it speaks of people whom its photos do not show.
    """
    check_parts(policy)
    policy = acquainted(policy)
    if executor is None and (apart or (jobs or 1) > 1):
        from lenscap.pipeline.workers import Crew  # what starts processes takes its time to load

        executor = Crew(jobs)
    elif executor is None:
        keep_freed_memory()
    begin = partial(Work, sources, to, policy, remembers)
    return _run(begin, executor or Here(), (jobs or 1) * _AHEAD if executor else 1, is_stopped)


class Here(Executor):
    """Does what it is asked for at once, in this process."""

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Future[Any]:
        """Do it."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*arguments, **options))
        except Exception as error:
            future.set_exception(error)
        return future


def _run(
    begin: Callable[[], Work], executor: Executor, most: int, is_stopped: Callable[[], bool]
) -> Generator[Result, None, None]:
    work = begin()
    waiting: deque[tuple[Source, Job, Future[Answer]]] = deque()
    try:
        to_do = work.jobs()
        while not is_stopped():
            while len(waiting) < most and (next_one := next(to_do, None)) is not None:
                waiting.append((*next_one, _submitted(executor, next_one[1])))
            if not waiting:
                return
            source, job, future = waiting[0]
            if not wait_for([future], _OFTEN).done:
                continue
            answer = _answer(job, future, work)
            waiting.popleft()
            yield work.settled(source, job, answer)
    finally:
        executor.shutdown(cancel_futures=True)
        work.clear_up(job for _, job, _ in waiting)
        work.close()


def _submitted(executor: Executor, job: Job) -> Future[Answer]:
    try:
        return executor.submit(do, job)
    except Exception as error:  # whatever an executor raises that is broken: no file can be worked on any more
        raise LostWorkerError(_ALL_LOST) from error


def _answer(job: Job, future: Future[Answer], work: Work) -> Answer:
    """What came of a job; who did it may be gone, or may have had enough of it."""
    try:
        return future.result()
    except CancelledError as error:
        raise LostWorkerError(_ALL_LOST) from error
    except MemoryError:
        reason = "Its picture needs more memory than there is."
    except LenscapError as error:
        reason = str(error)
    except Exception as error:
        return Answer(fault(job.source, error))
    work.clear_up([job])
    return Answer(Result(job.source, None, Outcome.FAILED, reason=f"{reason} The original is unchanged."))
