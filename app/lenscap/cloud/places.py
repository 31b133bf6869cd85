"""Where the photos were taken: places, the likely home and the likely work, and trips away from home."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from lenscap.cloud.globe import Grid, Spot, middle
from lenscap.cloud.nouns import Statement
from lenscap.cloud.photos import Photo
from lenscap.gazetteer import Town, city, prepare

_SITE = 250.0
"""Metres from the middle of a site to what still belongs to it: a house, its garden, and an inexact position."""
_AROUND = 600.0
"""Within how many metres two sites may be one and the same."""
_NIGHT, _MORNING = 20, 8
_OFFICE = range(9, 17)
_SATURDAY = 5
_LEAST_NIGHTS, _LEAST_DAYS, _LEAST_WEEKS = 6, 8, 4
_LONGEST_HOLIDAY = timedelta(days=28)
"""Who stays somewhere for less may be on holiday."""
_LEAST_SHARE, _TIMES_THE_NEXT = 0.3, 2.0
"""Which part of all nights (or working days) is spent at a home (or work), and how many times as many as elsewhere."""
_MOST_WEEKENDS = 0.25
"""Which part of the days at a place of work may be at weekends."""
_SURE_AFTER = 40.0
_MOST_CERTAIN = 0.95
_FAR = 40_000.0
"""Metres from home at which a trip begins."""
_LONGEST_SILENCE = timedelta(days=5)
"""A trip without a photo for longer is taken for two."""
_BACK_HOME = timedelta(days=1)
"""In a silence that long somebody may have been at home, if it lies between the two places."""
_LEAST_ON_A_DAY = 4
"""How many photos make a trip of a single day."""


@dataclass(slots=True)
class Site:
    """Photos that were taken at the same spot, give or take some steps."""

    spot: Spot
    photos: list[Photo] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Trip:
    """Photos away from home, from the first to the last."""

    photos: tuple[Photo, ...]
    towns: tuple[str, ...]
    """By the number of photos."""


def sites(photos: Iterable[Photo]) -> list[Site]:
    """The photos with positions by where they were taken, most photos first."""
    photos = [photo for photo in photos if photo.spot]
    prepare(photo.spot.latitude for photo in photos if photo.spot)
    grid = Grid[Site](_SITE)
    made: list[Site] = []
    for photo in photos:
        if photo.spot is None:
            continue
        _, site = min(grid.near(photo.spot), key=lambda each: each[0], default=(0.0, None))
        if site is None:
            site = Site(photo.spot)
            grid.add(photo.spot, site)
            made.append(site)
        site.photos.append(photo)
    return sorted(_joined(made), key=lambda site: -len(site.photos))


def _joined(made: Sequence[Site]) -> Iterator[Site]:
    """The sites again, around the middles of the larger ones: the first photo of a site may lie at its edge."""
    grid = Grid[Site](_SITE)
    for site in sorted(made, key=lambda site: -len(site.photos)):
        centre = middle(photo.spot for photo in site.photos if photo.spot)
        _, larger = min(grid.near(centre), key=lambda each: each[0], default=(0.0, None))
        if larger is None:
            site.spot = centre
            grid.add(centre, site)
            yield site
        else:
            larger.photos += site.photos


def home(made: Sequence[Site]) -> Statement | None:
    """The likely home: where most nights and early mornings are spent, over weeks, and by far."""
    found = _dwelling(made, _night, _LEAST_NIGHTS)
    if found is None:
        return None
    site, nights, certainty = found
    data = _position(site) | {"nights": nights, "town": str(_town(site) or "")}
    return _said("home", f"Likely home: {_name(site)}, photos on {nights} nights", site, _night, certainty, data)


def work(made: Sequence[Site], home_at: Spot | None) -> Statement | None:
    """The likely work: where most working days are spent, over weeks, away from home and hardly at weekends."""
    others = [site for site in made if home_at is None or site.spot.metres_to(home_at) > _AROUND]
    found = _dwelling(others, _working_day, _LEAST_DAYS)
    if found is None or home_at is None:
        return None
    site, days, certainty = found
    weekends = {photo.day for photo in site.photos if photo.day and photo.day.weekday() >= _SATURDAY}
    if len(weekends) > _MOST_WEEKENDS * (days + len(weekends)):
        return None
    data = _position(site) | {"days": days, "town": str(_town(site) or "")}
    return _said(
        "work", f"Likely work: {_name(site)}, photos on {days} working days", site, _working_day, certainty, data
    )


def _night(photo: Photo) -> date | None:
    """The night in which a photo was taken, by the day on which it began."""
    if photo.at is None or _MORNING <= photo.at.hour < _NIGHT:
        return None
    return (photo.at - timedelta(hours=12)).date()


def _working_day(photo: Photo) -> date | None:
    at = photo.at
    return at.date() if at and at.weekday() < _SATURDAY and at.hour in _OFFICE else None


def _dwelling(made: Sequence[Site], span: Callable[[Photo], date | None], least: int) -> tuple[Site, int, float] | None:
    """The site with the most nights (or days), how many, and how certain it is; ``None`` if the photos do not bear it.

    It has to be come back to over several weeks, and to stand out: noise and a long holiday do neither.
    """
    spans = [(site, days) for site in made if (days := {day for photo in site.photos if (day := span(photo))})]
    if not spans:
        return None
    site, days = max(spans, key=lambda each: len(each[1]))
    elsewhere = [other for other in spans if other[0].spot.metres_to(site.spot) > _AROUND]
    next_best = max((len(other) for _, other in elsewhere), default=0)
    everywhere = len(set[date]().union(*(other for _, other in spans)))
    weeks = {day.isocalendar()[:2] for day in days}
    share = len(days) / everywhere
    if len(days) < least or len(weeks) < _LEAST_WEEKS or max(days) - min(days) < _LONGEST_HOLIDAY:
        return None
    if share < _LEAST_SHARE or len(days) < _TIMES_THE_NEXT * next_best:
        return None
    return (
        site,
        len(days),
        round(_MOST_CERTAIN * min(1.0, 0.5 + 0.5 * len(days) / _SURE_AFTER) * (0.6 + 0.4 * share), 2),
    )


def _said(
    kind: str, says: str, site: Site, span: Callable[[Photo], date | None], certainty: float, data: dict[str, object]
) -> Statement:
    """A statement on a site, which rests on the photos that were taken in such a ``span``."""
    photos = tuple(photo.path for photo in site.photos)
    because = (each for photo in site.photos if span(photo) for each in photo.because(photo.where, photo.when))
    return Statement(kind, says, photos, tuple(because), certainty, data)


def visits(made: Sequence[Site], home_at: Spot | None) -> tuple[Statement, ...]:
    """The towns in which photos were taken, most photos first; what was taken at home is said elsewhere."""
    towns: dict[str, list[Photo]] = defaultdict(list)
    where: dict[str, Town] = {}
    for site in made:
        town = _town(site)
        if town and (home_at is None or site.spot.metres_to(home_at) > _AROUND):
            towns[str(town)] += site.photos
            where[str(town)] = town
    found = sorted(towns.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_visit(where[name], photos) for name, photos in found)


def _visit(town: Town, photos: list[Photo]) -> Statement:
    days = sorted(photo.day for photo in photos if photo.day)
    because = tuple(each for photo in photos for each in photo.because(photo.where))
    data = {"town": town.name, "country": town.country, "lat": town.lat, "lon": town.lon, "days": len(set(days))}
    data |= {"first": days[0].isoformat(), "last": days[-1].isoformat()} if days else {}
    return Statement("visit", str(town), tuple(photo.path for photo in photos), because, 1.0, data)


def trips(photos: Iterable[Photo], home_at: Spot | None) -> Iterator[Trip]:
    """Yield the runs of photos away from home that are a trip; where no home is known, no trip is."""
    for run in _away(photos, home_at) if home_at else ():
        days = {photo.day for photo in run}
        if len(days) > 1 or len(run) >= _LEAST_ON_A_DAY:
            towns = Counter(town.name for photo in run if (town := _town_at(photo.spot)))
            yield Trip(tuple(run), tuple(name for name, _ in towns.most_common()))


def _away(photos: Iterable[Photo], home_at: Spot) -> Iterator[list[Photo]]:
    """Photos with a time and a position far from home, cut where somebody was at home in between, or may have been."""
    run: list[Photo] = []
    for photo in photos:
        if photo.instant is None or photo.spot is None:
            continue
        near = photo.spot.metres_to(home_at) < _FAR
        if run and (near or _is_another_trip(run[-1], photo, home_at)):
            yield run
            run = []
        if not near:
            run.append(photo)
    if run:
        yield run


def _is_another_trip(last: Photo, photo: Photo, home_at: Spot) -> bool:
    """Whether a silence between two photos ends a trip: a long one does, and one in which home is on the way."""
    if not (last.instant and photo.instant and last.spot and photo.spot):
        return False
    silence = photo.instant - last.instant
    way = last.spot.metres_to(photo.spot)
    by_home = way > max(last.spot.metres_to(home_at), photo.spot.metres_to(home_at))
    return silence > _LONGEST_SILENCE or (silence > _BACK_HOME and by_home)


def said_of(trip: Trip) -> Statement:
    """A trip in words."""
    first, last = trip.photos[0], trip.photos[-1]
    nights = ((last.day or date.min) - (first.day or date.min)).days
    title = f"Trip to {trip.towns[0]}" if trip.towns else "Trip"
    length = f"{nights} night{'s' * (nights != 1)}" if nights else "a day"
    because = tuple(each for photo in trip.photos for each in photo.because(photo.where, photo.when))
    data = {"first": str(first.day), "last": str(last.day), "nights": nights, "towns": list(trip.towns)}
    return Statement("trip", f"{title}, {length}", tuple(photo.path for photo in trip.photos), because, 0.9, data)


def towns(made: Iterable[Site]) -> dict[Path, Town]:
    """The town nearest to each photo that has a position."""
    return {photo.path: town for site in made if (town := _town(site)) for photo in site.photos}


def _position(site: Site) -> dict[str, object]:
    return {"lat": round(site.spot.latitude, 5), "lon": round(site.spot.longitude, 5)}


def _name(site: Site) -> str:
    return str(_town(site) or "far from any town")


def _town(site: Site) -> Town | None:
    return _town_at(site.spot)


def _town_at(spot: Spot | None) -> Town | None:
    """The town of a position; rounded to a kilometre, since many photos share it."""
    return city(round(spot.latitude, 2), round(spot.longitude, 2)) if spot else None
