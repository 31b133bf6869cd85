"""What the roll asks of the report on every photo, kept at hand beside the packed report. Made in any thread."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from lenscap.gui import exposure
from lenscap.gui.roll.packing import Packed, pack
from lenscap.model import Kind, Report


class Facts(NamedTuple):
    """How many findings of each sort there are, by ``exposure`` key; when and where it was taken, as the file says it.

    ``looked``: faces were looked for; ``people``: so was whose they are.
    """

    packed: Packed
    counts: Mapping[str, int]
    taken: datetime | None = None
    town: str = ""
    looked: bool = False
    people: bool = False


NOTHING_KNOWN = Facts(b"", {})


def facts(report: Report) -> Facts:
    """What is kept at hand of a report."""
    counts = _shared(tuple(exposure.counts(report.findings).items()))
    return Facts(
        pack(report), counts, _taken(report), _town(report), report.looked.faces != "off", report.looked.people
    )


@lru_cache(maxsize=4096)
def _shared(counts: tuple[tuple[str, int], ...]) -> Mapping[str, int]:
    """The same counts for all the photos that have them."""
    return dict(counts)


def _taken(report: Report) -> datetime | None:
    for finding in report.findings:
        if finding.kind is Kind.TIME and "iso" in finding.data:
            return _moment(str(finding.data["iso"]))
    return None


def _moment(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None


def _town(report: Report) -> str:
    """The town, or whatever else has a name."""
    for finding in report.findings:
        if finding.kind is Kind.PLACE and finding.data.get("words") and finding.data.get("name"):
            return intern(str(finding.data["name"]))
    return ""
