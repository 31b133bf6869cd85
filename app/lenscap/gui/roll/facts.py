"""What the roll asks of the report on every photo, kept at hand beside the packed report. Made in any thread."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import IntFlag
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from lenscap.cloud.photos import photos
from lenscap.gui import exposure
from lenscap.gui.roll.alike import Alike, alike
from lenscap.gui.roll.packing import Packed, pack
from lenscap.model import Kind, Report


class Tells(IntFlag):
    """What a photo tells, in so few bits that 50,000 of them are filtered and counted in an instant."""

    FACE = 1
    PLACE = 2
    TEXT = 4
    WINDOW = 8
    HIDDEN = 16
    CLEANED = 32


class Facts(NamedTuple):
    """How many findings of each sort there are, by ``exposure`` key; when and where it was taken, as the file says it.

    ``looked``: faces were looked for; ``people``: so was whose they are; ``text``: so were text and codes. ``alike``:
    what it tells, counted; ``tells``: the same in bits. ``day``: the number of the day on which it was taken, as
    features of a cloud see it.
    """

    packed: Packed
    counts: Mapping[str, int]
    taken: datetime | None = None
    town: str = ""
    looked: bool = False
    people: bool = False
    alike: tuple[Alike, ...] = ()
    tells: int = 0
    day: int = 0
    text: bool = False


NOTHING_KNOWN = Facts(b"", {})


def facts(report: Report) -> Facts:
    """What is kept at hand of a report."""
    looked, counts = report.looked, _shared(tuple(exposure.counts(report.findings).items()))
    return Facts(
        pack(report),
        counts,
        _taken(report),
        _town(report),
        looked.faces != "off",
        looked.people,
        alike(report.findings),
        sum(bit.value for bit in Tells if bit.name and bit.name.lower() in counts),
        _day(report),
        looked.text or looked.codes,
    )


def _day(report: Report) -> int:
    (seen,) = photos([report], date.today())
    return seen.day.toordinal() if seen.day else 0


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
