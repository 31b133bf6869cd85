"""Reports → what the whole roll gives away to a feature that reads it by time, place, people and themes. All pure.

Each statement carries the findings that it rests on; what was not looked at is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from lenscap.cloud import events, people, places, suggestions, themes
from lenscap.cloud.globe import Spot, spot
from lenscap.cloud.nouns import Because, CloudView, Statement, Window
from lenscap.cloud.photos import Photo, photos
from lenscap.cloud.window import window
from lenscap.model import Report

__all__ = ["NO_OBJECTS", "Because", "CloudView", "Statement", "Window", "view"]

NO_OBJECTS = "Pets, food, vehicles and sports cannot be told: that takes the object add-on."


def view(reports: Iterable[Report], today: date) -> CloudView:
    """What a roll gives away, as on the day ``today``. The reports may be in any order."""
    roll = photos(reports, today)
    when = window(roll, today)
    sites = places.sites(roll)
    home = places.home(sites)
    home_at = _spot(home)
    work = places.work(sites, home_at)
    away = list(places.trips(roll, home_at))
    towns = places.towns(sites)
    known = people.persons(roll)
    happened = list(events.events(roll))
    found = themes.themes(roll, (photo for trip in away for photo in trip.photos), towns)
    return CloudView(
        photos=len(roll),
        window=when,
        people=tuple(people.people(roll, known, towns)),
        places=(*filter(None, (home, work)), *places.visits(sites, home_at)),
        events=(*map(places.said_of, away), *(events.said_of(event, towns) for event in happened)),
        themes=found,
        suggestions=suggestions.suggestions(roll, away, happened, known, found, towns, when.first),
        unseen=tuple(_unseen(roll)),
        dates=_dates(roll),
        placed=tuple(photo.path for photo in roll if photo.spot),
    )


def _dates(roll: Iterable[Photo]) -> Mapping[str, tuple[Path, ...]]:
    """The photos by what is told of their day."""
    found: dict[str, list[Path]] = defaultdict(list)
    for photo in roll:
        if told := photo.day.isoformat() if photo.day else photo.written:
            found[told].append(photo.path)
    return {told: tuple(paths) for told, paths in sorted(found.items())}


def _spot(home: Statement | None) -> Spot | None:
    return spot(home.data["lat"], home.data["lon"]) if home else None


def _unseen(roll: Sequence[Photo]) -> Iterator[str]:
    """What could not be said, for it was not looked at."""
    looked = [photo.report.looked for photo in roll]
    if faceless := sum(each.faces == "off" for each in looked):
        yield f"Faces were not looked for in {_photos(faceless)}."
    if any(each.faces != "off" and not each.people for each in looked):
        yield "Which faces are the same person's was not looked at."
    if looked and not any(each.text for each in looked):
        yield "Text in the pictures was not looked for: it tells birthdays, weddings and graduations."
    if looked and not any(each.codes for each in looked):
        yield "Codes and tickets in the pictures were not looked for."
    if looked and not any(each.objects for each in looked):
        yield NO_OBJECTS
    if undated := sum(not photo.written for photo in roll):
        yield f"{_photos(undated)} without a date {'is' if undated == 1 else 'are'} in no event."


def _photos(count: int) -> str:
    return "1 photo" if count == 1 else f"{count:,} photos"
