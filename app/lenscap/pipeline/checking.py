"""One file → what is left in it that a policy takes away, by the rules of the second look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lenscap.details import for_photo
from lenscap.errors import UnsupportedError
from lenscap.model import PICTURE, SURE, Finding, Policy, Report
from lenscap.pipeline.candidates import looking, written_anew
from lenscap.pipeline.inspecting import NOT_SEEN
from lenscap.pipeline.recalling import by_itself
from lenscap.pipeline.verifying import left
from lenscap.policy import Fate, edits_of, fate

if TYPE_CHECKING:
    from lenscap.store import Store


class Verdict(NamedTuple):
    """A file, and what is left in it."""

    path: Path
    left: tuple[Finding, ...]


def checked(path: Path, policy: Policy, store: Store | None = None) -> Verdict:
    """Say what is left in a file. What lies beside it is not looked at: it is no part of what is shared.

    Raises a ``LenscapError`` if it cannot be read, or not be looked at as the policy asks.
    """
    report = by_itself(path, looking(policy), store)
    if NOT_SEEN in report.findings:
        raise UnsupportedError(f"Faces in {report.format} files cannot be found yet.")
    wish = for_photo(policy, edits_of(path, policy))
    told = left(report, wish, written_anew(report, policy))
    return Verdict(path, (*told, *_visible(report, policy)))


def _visible(report: Report, policy: Policy) -> list[Finding]:
    """What is seen in the picture and would be covered; what only may be something is not counted.

    A cover has corners and colours, and so it now and then looks a little like what it hides.
    """
    edits = edits_of(report.path, policy)
    seen = (each for each in report.findings if each.where == PICTURE and each.certainty >= SURE)
    return [each for each in seen if fate(each, policy, edits) == Fate.COVERED]
