"""One file of a run as it travels to whoever does it: what to make, and what came of it.

This is all that a worker needs, on this computer or on another one.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from lenscap.errors import LenscapError, outline
from lenscap.model import PICTURE, Finding, Kind, Looking, Outcome, Policy, Report, Result
from lenscap.opening import opened
from lenscap.pipeline.cleaning import make
from lenscap.pipeline.inspecting import report
from lenscap.pipeline.sums import Sums, copy_sum, origin_sum

_log = logging.getLogger(__name__)

_MOST = 10_000
_QUOTED = frozenset({Kind.TEXT, Kind.CODE})
"""What is told of with the very words that are seen."""
_EARLIER = "Found when the copy was made"
"""Where a finding sits of which only the number is known any more."""


class Done(NamedTuple):
    """A copy that was made earlier: where, hashes of what it was made from and of itself, and what was said of it."""

    target: Path
    sums: Sums
    said: Mapping[str, Any]


class Job(NamedTuple):
    """A file to clean, and for how long at most; ``done`` may be its copy already."""

    source: Path
    target: Path
    policy: Policy
    done: Done | None = None
    seconds: float = 600.0


class Answer(NamedTuple):
    """What came of it; hashes only if a copy was made now."""

    result: Result
    sums: Sums | None = None


def do(job: Job) -> Answer:
    """Clean one file of a run, or find that this was done; only a lack of memory is raised."""
    try:
        if job.done and (result := _recognised(job, job.done)):
            return Answer(result)
        return Answer(*make(job.source, job.target, job.policy, summed=True))
    except MemoryError:
        raise
    except Exception as error:
        return Answer(fault(job.source, error))


def fault(path: Path, error: Exception) -> Result:
    """What we did not foresee is a fault of ours: it is logged, without the file's name, and costs one file."""
    _log.error("a file could not be worked on: %s", outline(error))
    return Result(path, None, Outcome.FAILED, reason="Lenscap met a fault of its own. The original is unchanged.")


def _recognised(job: Job, done: Done) -> Result | None:
    """The result of a photo whose copy is there, if neither has changed since."""
    try:
        with opened(job.source) as file:
            if origin_sum(file, job.source, job.policy) != done.sums.origin:
                return None
        with opened(done.target) as copy:
            if copy_sum(copy) != done.sums.copy:
                return None
            return _retold(job.source, report(done.target, copy, Looking()), done.said)
    except (LenscapError, OSError, KeyError, TypeError, ValueError, AttributeError):
        return None


def told(result: Result) -> dict[str, Any] | None:
    """What is remembered of a result: numbers, and none of the details.

    Nothing where words are still seen in the copy, which would have to be repeated.
    """
    before, after = (report.findings if report else () for report in (result.before, result.after))
    if any(finding.where == PICTURE and finding.kind in _QUOTED for finding in after):
        return None
    return {
        "outcome": result.outcome.value,
        "format": result.before.format if result.before else "",
        "removed": Counter(finding.kind.value for finding in result.removed),
        "seen": Counter(finding.kind.value for finding in before if finding.where == PICTURE),
        "left": [(finding.kind.value, finding.tells) for finding in after if finding.where == PICTURE],
        "covered": result.covered,
        "reason": result.reason,
    }


def _retold(path: Path, copy: Report, said: Mapping[str, Any]) -> Result:
    """The same result, where findings are as many as they were, and what the copy tells was read in it just now."""
    read = Counter((each.kind, each.tells) for each in copy.findings if each.where == PICTURE)
    left = Counter((Kind(kind), str(tells)) for kind, tells in said["left"][:_MOST])
    more = (Finding(kind, tells, PICTURE) for kind, tells in (left - read).elements())
    after = replace(copy, findings=(*copy.findings, *more))
    removed, seen = _some(said["removed"], _EARLIER), _some(said["seen"], PICTURE)
    before = replace(copy, path=path, format=str(said["format"]), findings=(*removed, *copy.findings, *seen))
    outcome, reason = Outcome(said["outcome"]), said["reason"]
    return Result(path, copy.path, outcome, before, after, int(said["covered"]), str(reason) if reason else None)


def _some(numbers: Mapping[str, int], where: str) -> Iterator[Finding]:
    for kind, number in numbers.items():
        yield from (Finding(Kind(kind), kind, where) for _ in range(min(number, _MOST)))
