"""What the roll asks of the report on every photo, kept at hand beside the packed report. Made in any thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntFlag
from functools import cache, lru_cache
from sys import intern
from typing import NamedTuple

from lenscap.cloud.photos import photos
from lenscap.gui import exposure
from lenscap.gui.roll.alike import Alike, alike
from lenscap.gui.roll.packing import Packed, pack, written
from lenscap.model import Kind, Report


class Tells(IntFlag):
    """What a photo tells, in so few bits that 50,000 of them are filtered and counted in an instant."""

    FACE = 1
    PLACE = 2
    TEXT = 4
    WINDOW = 8
    HIDDEN = 16
    CLEANED = 32


@dataclass(frozen=True, eq=False, slots=True)
class Common:
    """What many photos have in common: there is one of these for all that tell the same sorts of things.

    ``counts``: how many findings there are of each sort, by ``exposure`` key. ``looked``: faces were looked for;
    ``people``: so was whose they are; ``text``: so were text and codes. ``alike``: what it tells, counted; ``tells``:
    the same in bits.
    """

    counts: Mapping[str, int]
    alike: tuple[Alike, ...] = ()
    looked: bool = False
    people: bool = False
    text: bool = False
    tells: int = 0

    def __reduce__(self) -> tuple[object, ...]:
        """In another process, too, there is one of each."""
        return common, (tuple(self.counts.items()), self.alike, self.looked, self.people, self.text)


@lru_cache(maxsize=4096)
def common(
    counts: tuple[tuple[str, int], ...], alike: tuple[Alike, ...], looked: bool, people: bool, text: bool
) -> Common:
    """The same object whenever the same is asked for."""
    found = dict(counts)
    tells = sum(bit.value for bit in Tells if bit.name and bit.name.lower() in found)
    return Common(found, alike, looked, people, text, tells)


class Facts(NamedTuple):
    """What is at hand of a report: itself, packed; what it has in common with others; when and where it was taken.

    ``day`` is the number of the day on which it was taken, as features of a cloud see it.
    """

    packed: Packed
    common: Common
    taken: datetime | None = None
    town: str = ""
    day: int = 0


NOTHING_KNOWN = Facts(b"", Common({}))


def facts(report: Report) -> Facts:
    """What is kept at hand of a report."""
    return kept(read(report))


def read(report: Report) -> Facts:
    """The same in the process that read it: its report is not packed yet."""
    looked, counts = report.looked, tuple(exposure.counts(report.findings).items())
    looked_at = looked.faces != "off", looked.people, looked.text or looked.codes
    return Facts(
        written(report), common(counts, alike(report.findings), *looked_at), _taken(report), _town(report), _day(report)
    )


def kept(read: Facts) -> Facts:
    """What was read, in little memory: towns and days are those of other photos, too."""
    return read._replace(packed=pack(read.packed), town=intern(read.town), day=_shared_day(read.day))


@cache
def _shared_day(day: int) -> int:
    return day


def _day(report: Report) -> int:
    (seen,) = photos([report], date.today())
    return seen.day.toordinal() if seen.day else 0


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
            return str(finding.data["name"])
    return ""
