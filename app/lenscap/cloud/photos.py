"""Reports → photos with a time and a position, as far as the findings tell them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from lenscap.cloud.globe import Spot, spot
from lenscap.cloud.nouns import Because
from lenscap.model import FILE_NAME, PICTURE, Finding, Kind, Report

_TAKEN = ("Taken", "Recorded", "Digitised", "Created", "The name says")
"""How findings begin that tell when a photo was taken, the surest first."""
_EARLIEST = 1971
_RESET = frozenset({date(1980, 1, 1), date(2000, 1, 1)})
"""Days at which cameras begin whose clock was never set."""
_DAY, _MONTH = len("2026-06-15"), len("2026-06")
_FIFTEEN_DEGREES = 15.0
"""How far the Earth turns in an hour."""
_SAME_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of a roll.

    ``at`` is the time on the clocks there, ``instant`` the same moment in UTC (estimated where no zone is told);
    ``day`` may be known without them, and ``written`` is what of a date is known ("2026-06").
    """

    report: Report
    written: str = ""
    when: Finding | None = None
    at: datetime | None = None
    instant: datetime | None = None
    day: date | None = None
    spot: Spot | None = None
    where: Finding | None = None
    faces: tuple[Finding, ...] = ()

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.report.path

    def because(self, *findings: Finding | None) -> Iterator[Because]:
        """Those of the findings that there are."""
        return (Because(self.path, finding) for finding in findings if finding is not None)


def photos(reports: Iterable[Report], today: date) -> list[Photo]:
    """The photos in the order in which they were taken; those without a time stand at the end."""
    made = [_photo(report, today) for report in reports]
    return sorted(_in_utc(made), key=lambda photo: (photo.instant or datetime.max, str(photo.path)))


def _photo(report: Report, today: date) -> Photo:
    """A photo, as far as it tells of itself alone."""
    own = [finding for finding in report.findings if ": " not in finding.where or finding.where == FILE_NAME]
    faces = tuple(each for each in own if each.kind == Kind.FACE and each.where == PICTURE)
    where, position = next(_positions(own), (None, None))
    written, when = next(_dates(own, today), ("", None))
    day = date.fromisoformat(written[:_DAY]) if len(written) >= _DAY else None
    moment = datetime.fromisoformat(written) if len(written) > _DAY else None
    at = moment.replace(tzinfo=None) if moment else None
    instant = at - offset if at and moment and (offset := moment.utcoffset()) is not None else None
    if at and instant and written.endswith("Z") and position:
        at = instant + _by_the_sun(position)
        day = at.date()
    return Photo(report, written, when, at, instant, day, position, where, faces)


def _positions(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Spot]]:
    for finding in findings:
        data = finding.data if finding.kind == Kind.PLACE else {}
        if "lat" in data and "lon" in data and (found := spot(float(data["lat"]), float(data["lon"]))):
            yield finding, found


def _dates(findings: Sequence[Finding], today: date) -> Iterator[tuple[str, Finding]]:
    """What is written of the day it was taken, the surest first; nothing that a clock says that was never set."""
    times = [finding for finding in findings if finding.kind == Kind.TIME and finding.data.get("iso")]
    for words in _TAKEN:
        for finding in times:
            if finding.tells.startswith(words) and (written := _plausible(str(finding.data["iso"]), today)):
                yield written, finding


def _plausible(iso: str, today: date) -> str:
    """A date as it is written, or nothing if no photo of a roll can have it."""
    try:
        whole = iso if len(iso) >= _DAY else f"{iso}-01-01"[:_DAY]
        day = datetime.fromisoformat(whole).date()
        near = today + timedelta(days=1)
    except (ValueError, OverflowError):
        return ""
    return iso if day.year >= _EARLIEST and day <= near and not (len(iso) > _MONTH and day in _RESET) else ""


def _by_the_sun(position: Spot) -> timedelta:
    """How far the clocks at a place are ahead of UTC, about; not in whole hours, which would jump within a town."""
    return timedelta(hours=position.longitude / _FIFTEEN_DEGREES)


class _Zones:
    """How far the clocks were ahead of UTC, by the photos that tell it: by their zone, or by where they were taken."""

    def __init__(self, made: Iterable[Photo]) -> None:
        self._told: list[tuple[datetime, timedelta]] = []
        self._seen: list[tuple[datetime, timedelta]] = []
        for photo in made:
            if photo.at and photo.instant and _has_zone(photo):
                self._told.append((photo.at, photo.at - photo.instant))
            elif photo.at and photo.spot:
                self._seen.append((photo.at, _by_the_sun(photo.spot)))
        self._told.sort()
        self._seen.sort()

    def ahead(self, at: datetime) -> timedelta:
        """The clocks around that time, which may be in UTC or on the clocks themselves."""
        told, seen = _nearest(self._told, at), _nearest(self._seen, at)
        if told and (not seen or abs(told[0] - at) <= _SAME_DAY):
            return told[1]
        return seen[1] if seen else timedelta()


def _nearest(known: Sequence[tuple[datetime, timedelta]], at: datetime) -> tuple[datetime, timedelta] | None:
    place = bisect_left(known, (at, timedelta.min))
    return min(known[max(0, place - 1) : place + 1], key=lambda each: abs(each[0] - at), default=None)


def _in_utc(made: Sequence[Photo]) -> Iterator[Photo]:
    """The photos, each with the moment in UTC at which it was taken, and on the clocks there."""
    zones = _Zones(made)
    for photo in made:
        if photo.at is None or (photo.instant is not None and (_has_zone(photo) or photo.spot)):
            yield photo
        elif photo.instant is not None:
            at = photo.instant + zones.ahead(photo.instant)
            yield replace(photo, at=at, day=at.date())
        else:
            yield replace(photo, instant=photo.at - zones.ahead(photo.at))


def _has_zone(photo: Photo) -> bool:
    """Whether the camera wrote the zone; films are in UTC wherever they are made."""
    return not photo.written.endswith("Z")
