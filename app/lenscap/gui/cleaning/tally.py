"""What results add up to: pure counting, by the keys of ``exposure``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lenscap.gui import exposure
from lenscap.model import PICTURE, Kind, Outcome, Report, Result

COPIED = (Outcome.CLEANED, Outcome.ALREADY_CLEAN)
_READ = (Kind.TEXT, Kind.CODE)
_PER_PHOTO = ("place", "time", "identity")
"""Of these a photo counts once, however many times its file says it."""


def outcomes(results: Iterable[Result]) -> Counter[Outcome]:
    """How many results there are of each outcome."""
    return Counter(result.outcome for result in results)


def covered_texts(result: Result) -> int:
    """How many of the covered areas are texts or codes."""
    gone = _areas(result.before, _READ) - _areas(result.after, _READ)
    return min(max(gone, 0), result.covered)


def covered_faces(result: Result) -> int:
    """How many of the covered areas are faces, or were drawn by hand."""
    return result.covered - covered_texts(result)


def kept_faces(result: Result) -> int:
    """How many faces can be seen in the copy."""
    return _areas(result.after, (Kind.FACE,)) if result.outcome in COPIED else 0


def kept_texts(result: Result) -> int:
    """How many texts and codes can be read in the copy."""
    return _areas(result.after, _READ) if result.outcome in COPIED else 0


def _areas(report: Report | None, kinds: tuple[Kind, ...]) -> int:
    findings = report.findings if report else ()
    return sum(finding.where == PICTURE and finding.kind in kinds for finding in findings)


def gains(results: Iterable[Result]) -> dict[str, int]:
    """What all copies together do not tell any more, by ``exposure`` key."""
    sums: Counter[str] = Counter()
    for result in results:
        sums.update(gain(result))
    return {key: sums[key] for key in exposure.KEYS if sums[key]}


def gain(result: Result) -> Counter[str]:
    """What one copy does not tell any more."""
    found = Counter(exposure.of(finding) for finding in result.removed)
    for key in _PER_PHOTO:
        found[key] = min(found[key], 1)
    found["face"] = covered_faces(result)
    found["text"] += covered_texts(result)
    return found
