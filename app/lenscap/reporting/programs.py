"""A report for programs: one JSON object, in ASCII, so that no name in it is a command to a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lenscap.model import Kind
from lenscap.reporting.entries import About, Entry, Totals

MARK = b'{"lenscap_report": 1'
"""How such a file begins."""


def head(about: About, totals: Totals) -> Iterator[str]:
    """All but the photos."""
    said = {
        "lenscap_report": 1,
        "written": about.when.isoformat(timespec="seconds"),
        "policy": about.policy,
        "folder": str(about.folder),
        "totals": {
            "photos": totals.photos,
            "outcomes": {outcome.value: n for outcome, n in totals.outcomes.items()},
            "removed": _by_name(totals.removed),
            "covered": totals.covered,
        },
    }
    yield json.dumps(said)[:-1] + ', "photos": ['


def row(entry: Entry, about: About, number: int) -> Iterator[str]:
    """One photo, as ``lenscap clean --json`` gives it, and what could not be removed."""
    more = {"in_picture": _by_name(entry.in_picture), "could_not_be_removed": _by_name(entry.not_removed)}
    yield (",\n" if number else "\n") + json.dumps(entry.result.for_programs() | more)


def foot(about: About) -> Iterator[str]:
    """The end."""
    yield "\n]}\n"


def _by_name(counts: Mapping[Kind, int]) -> dict[str, int]:
    return {kind.value: n for kind, n in counts.items()}
