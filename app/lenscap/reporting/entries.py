"""What a report says of one photo and of all of them: kinds and counts, and sentences only of what stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from lenscap.model import PICTURE, Finding, Kind, Outcome, Result

Say = Callable[[str], str]
"""Puts an English phrase, or a sentence of ours, into the person's language."""

COPIED = (Outcome.CLEANED, Outcome.ALREADY_CLEAN)


def as_it_is(phrase: str) -> str:
    """English stays English."""
    return phrase


class About(NamedTuple):
    """What a report tells of the run as a whole. ``thumbnails``: whether small pictures of the copies are in it."""

    policy: str
    folder: Path
    when: datetime
    thumbnails: bool = False
    say: Say = as_it_is


class Entry(NamedTuple):
    """One photo. ``kept`` are sentences that the copy tells; all the rest are numbers by kind.

    ``in_picture`` is what can be seen in the copy, ``not_removed`` what an original still tells that has no copy.
    """

    result: Result
    removed: Mapping[Kind, int]
    kept: tuple[str, ...]
    in_picture: Mapping[Kind, int]
    not_removed: Mapping[Kind, int]


def entry_of(result: Result) -> Entry:
    """Derive what is said of a photo."""
    before = result.before.findings if result.before else ()
    if result.outcome not in COPIED:
        return Entry(result, {}, (), {}, _by_kind(before))
    after = result.after.findings if result.after else ()
    beside = tuple(dict.fromkeys(each.tells for each in after if each.where != PICTURE))
    seen = _by_kind(each for each in after if each.where == PICTURE)
    return Entry(result, _by_kind(result.removed), beside, seen, {})


def _by_kind(findings: Iterable[Finding]) -> dict[Kind, int]:
    return dict(Counter(finding.kind for finding in findings))


@dataclass
class Totals:
    """The sums over all photos."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    removed: Counter[Kind] = field(default_factory=Counter)
    covered: int = 0

    def add(self, entry: Entry) -> None:
        """Count one more photo."""
        self.outcomes[entry.result.outcome] += 1
        self.removed.update(entry.removed)
        self.covered += entry.result.covered if entry.result.outcome in COPIED else 0

    @property
    def photos(self) -> int:
        """How many there are."""
        return self.outcomes.total()

    @property
    def copies(self) -> int:
        """How many of them have a copy."""
        return sum(self.outcomes[each] for each in COPIED)
