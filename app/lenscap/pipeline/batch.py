"""The same for many files: generators, so that every step is progress and a chance to stop."""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lenscap import detectors
from lenscap.errors import LenscapError, UnreadableError, outline
from lenscap.model import Looking, Outcome, Policy, Report, Result
from lenscap.output import Names
from lenscap.pipeline.checking import Verdict, checked
from lenscap.pipeline.cleaning import check_parts, clean
from lenscap.pipeline.knowing import acquainted
from lenscap.pipeline.opening import suffix_for
from lenscap.pipeline.recalling import recalled
from lenscap.sources import Source

if TYPE_CHECKING:
    from lenscap.store import Store

_log = logging.getLogger(__name__)

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_KEPT, _LARGEST_KEPT = 1 << 28, 1 << 25
"""Parameters of the C library's ``mallopt`` (glibc), how many bytes it may keep for the next photo, and up to how many
in one piece; it takes no larger number for that."""

Answer = TypeVar("Answer")
Job = tuple[Path, Path, Policy]


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
        yield _answer(path, partial(recalled, path, looking, store))


def check_all(paths: Iterable[Path], policy: Policy, store: Store | None = None) -> Iterator[Verdict | Result]:
    """Say of each file what is left in it that ``policy`` takes away; of one that cannot be read, a ``Result`` does.

    Raises what ``run`` raises.
    """
    check_parts(policy)
    policy = acquainted(policy)
    for path in paths:
        yield _answer(path, partial(checked, path, policy, store))


def _answer(path: Path, ask: Callable[[], Answer]) -> Answer | Result:
    """What is said of a file, or else what is wrong with it."""
    try:
        return ask()
    except UnreadableError as error:
        return Result(path, None, Outcome.FAILED, reason=str(error))
    except LenscapError as error:
        return Result(path, None, Outcome.REFUSED, reason=str(error))
    except Exception as error:
        return _fault(path, error)


def run(sources: Iterable[Source], to: Path, policy: Policy, jobs: int = 1) -> Iterator[Result]:
    """Clean files into the folder ``to``, in order, with ``jobs`` processes; one file's failure stops no other's.

    Raises ``MissingPartError`` at once if something that ``policy`` covers cannot be looked for, and ``PolicyError`` if
    it speaks of people whom its photos do not show.
    """
    check_parts(policy)
    keep_freed_memory()
    policy = acquainted(policy)
    names = Names(to, policy.neutral_names)
    work = ((source.path, _target(names, source), policy) for source in sources)
    if jobs <= 1:
        return map(clean_one, work)
    from lenscap.pipeline import workers  # what starts processes takes its time to load

    return workers.in_processes(work, jobs)


def _target(names: Names, source: Source) -> Path:
    """Where a copy goes. A name that the person chose may tell something even in its suffix: a neutral one has ours."""
    return names.target(source.relative, suffix_for(source.path) if names.neutral else "")


def clean_one(job: Job) -> Result:
    """Clean one file of a run."""
    try:
        return clean(*job)
    except Exception as error:
        return _fault(job[0], error)


def _fault(path: Path, error: Exception) -> Result:
    """What we did not foresee is a fault of ours: it is logged, without the file's name, and costs one file."""
    _log.error("a file could not be worked on: %s", outline(error))
    return Result(path, None, Outcome.FAILED, reason="Lenscap met a fault of its own. The original is unchanged.")


def keep_freed_memory() -> None:
    """Let the next photo take the memory of the last one: to get it from the system anew costs as much as reading."""
    if sys.platform == "linux" and hasattr(c_library := ctypes.CDLL(None), "mallopt"):
        c_library.mallopt(_TRIM_THRESHOLD, _KEPT)
        c_library.mallopt(_MMAP_THRESHOLD, _LARGEST_KEPT)
