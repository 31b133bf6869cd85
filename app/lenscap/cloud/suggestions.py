"""What a feature could make of a roll: recaps, collages, themes, restylings, and what each of them needs.

The titles are such as products write. Nothing is made: it is said which photos would do, and because of what.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lenscap.cloud.nouns import Because, Statement
from lenscap.cloud.people import Persons
from lenscap.cloud.photos import Photo
from lenscap.cloud.places import Trip
from lenscap.gazetteer import Town
from lenscap.model import Kind

_RECAP, _EVENT, _COLLAGE, _THEME, _YEAR = 6, 8, 6, 3, 40
"""How many photos each sort of suggestion takes at least."""
_DAYS_OF_A_COLLAGE = 3
_MOST = 200
_SATURDAY, _EVENING, _EARLY = 5, 17, 5
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NOT_A_THEME = frozenset({"portraits", "groups", "screenshots", "tickets", "clips", "receipts", "documents", "travel"})
_PLAIN = {Kind.PLACE: "position", Kind.TEXT: "text", Kind.CODE: "code", Kind.OBJECT: "object", Kind.MOTION: "clip"}


def suggestions(
    photos: Sequence[Photo],
    trips: Iterable[Trip],
    events: Iterable[Sequence[Photo]],
    known: Persons,
    themes: Iterable[Statement],
    towns: Mapping[Path, Town],
    first: date,
) -> tuple[Statement, ...]:
    """What could be made, that with the most recent photos first. ``first`` is the first day of the window."""
    by_path = {photo.path: photo for photo in photos}
    made = [
        *_trips(trips),
        *_events(events, towns, first),
        *_months(photos, first),
        *_collages(known),
        *_themes(themes, by_path),
    ]
    dated = [(max((by_path[path].day or date.min for path in one.photos), default=date.min), one) for one in made]
    return tuple(one for _, one in sorted(dated, key=lambda each: (-each[0].toordinal(), each[1].says)))[:_MOST]


def _trips(trips: Iterable[Trip]) -> Iterator[Statement]:
    for trip in trips:
        days = sorted({photo.day for photo in trip.photos if photo.day})
        if not trip.towns or len(trip.photos) < _RECAP or not days:
            continue
        weekend = len(days) <= 3 and any(day.weekday() >= _SATURDAY for day in days)
        words = "A day in" if len(days) == 1 else "Weekend in" if weekend else "Trip to"
        yield _made("recap", f"{words} {trip.towns[0]}", trip.photos, (Kind.PLACE, Kind.TIME))


def _events(events: Iterable[Sequence[Photo]], towns: Mapping[Path, Town], first: date) -> Iterator[Statement]:
    """Evenings and days in the window with many photos."""
    for event in events:
        start = event[0].at
        if len(event) < _EVENT or start is None or start.date() < first:
            continue
        here = Counter(towns[photo.path].name for photo in event if photo.path in towns).most_common(1)
        part = "evening" if start.hour >= _EVENING or start.hour < _EARLY else "day"
        place = f" in {here[0][0]}" if here else ""
        article = "An" if part == "evening" else "A"
        yield _made("recap", f"{article} {part}{place}", event, (Kind.TIME, Kind.PLACE))


def _months(photos: Sequence[Photo], first: date) -> Iterator[Statement]:
    """Months that reach into the window, and the year so far."""
    months: dict[str, list[Photo]] = defaultdict(list)
    for photo in photos:
        if len(photo.written) >= len("2026-06") and photo.written[:7] >= first.isoformat()[:7]:
            months[photo.written[:7]].append(photo)
    for month, found in months.items():
        if len(found) >= _EVENT:
            yield _made("recap", f"{_MONTHS[int(month[5:7]) - 1]} {month[:4]}", found, (Kind.TIME,))
    years = Counter(photo.written[:4] for photo in photos if photo.written)
    latest = max(years, default="")
    if years[latest] >= _YEAR and latest >= first.isoformat()[:4]:
        found = [photo for photo in photos if photo.written.startswith(latest)]
        yield _made("recap", f"{latest} so far", found, (Kind.TIME,))


def _collages(known: Persons) -> Iterator[Statement]:
    for name, found in known.items():
        if len(found) >= _COLLAGE and len({photo.written for photo in found}) >= _DAYS_OF_A_COLLAGE:
            yield _made("collage", f"{name}, again and again", found, (Kind.FACE,), name)


def _themes(themes: Iterable[Statement], by_path: Mapping[Path, Photo]) -> Iterator[Statement]:
    for theme in themes:
        photos = [by_path[path] for path in theme.photos]
        name = str(theme.data["name"])
        if name == "portraits":
            yield _as_it_is(theme, "restyle", "Portraits in another style", photos)
        elif len(photos) >= _THEME and name not in _NOT_A_THEME:
            yield _as_it_is(theme, "theme", theme.says, photos)


def _as_it_is(theme: Statement, kind: str, says: str, photos: Sequence[Photo]) -> Statement:
    return Statement(
        kind, says, theme.photos, theme.because, theme.certainty, {"because": _reasons(theme.because, photos)}
    )


def _made(kind: str, says: str, photos: Sequence[Photo], needs: Iterable[Kind], person: str = "") -> Statement:
    """A suggestion that rests on findings of such kinds."""
    wanted = frozenset(needs)
    because = tuple(each for photo in photos for each in _resting(photo, wanted, person))
    data = {"because": _reasons(because, photos)}
    return Statement(kind, says, tuple(photo.path for photo in photos), because, 0.7, data)


def _resting(photo: Photo, wanted: frozenset[Kind], person: str) -> Iterator[Because]:
    if Kind.TIME in wanted:
        yield from photo.because(photo.when)
    if Kind.PLACE in wanted:
        yield from photo.because(photo.where)
    if Kind.FACE in wanted:
        yield from photo.because(*(face for face in photo.faces if face.data.get("person") == person))


def _reasons(because: Sequence[Because], photos: Sequence[Photo]) -> list[dict[str, Any]]:
    """The same, counted and in words, a line for each kind."""
    kinds = Counter(each.finding.kind for each in because)
    lines = [{"kind": kind, "words": _plural(count, _PLAIN[kind])} for kind, count in kinds.items() if kind in _PLAIN]
    if kinds[Kind.TIME]:
        lines.append({"kind": Kind.TIME, "words": _span([photo.day for photo in photos if photo.day])})
    if kinds[Kind.FACE]:
        names = {str(each.finding.data.get("person", "")) for each in because if each.finding.kind == Kind.FACE} - {""}
        words = next(iter(names)) if len(names) == 1 else _plural(len(names) or kinds[Kind.FACE], "face")
        lines.append({"kind": Kind.FACE, "words": words})
    return [line for line in lines if line["words"]]


def _plural(count: int, word: str) -> str:
    return f"{count:,} {word}{'s' * (count != 1)}"


def _span(days: Sequence[date]) -> str:
    """From the first day to the last: "13–15 June 2026"."""
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return _day(first, True)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last, True)}"
    return f"{_day(first, first.year != last.year)} – {_day(last, True)}"


def _day(day: date, with_year: bool) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if with_year else "")
