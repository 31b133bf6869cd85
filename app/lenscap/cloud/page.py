"""A view as a page of text, and as what programs read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from lenscap.cloud.fates import Fate
from lenscap.cloud.nouns import CloudView, Statement, Window

_WIDTH = 32
"""How long the longest bar is, in characters."""
_MOST = 12
"""How many lines a part of the page has; the rest are counted."""
_FULL, _PARTS = "█", " ▏▎▍▌▋▊▉"


def for_programs(view: CloudView) -> dict[str, Any]:
    """One object with "window", "people", "places", "events", "themes" and "suggestions", for JSON."""
    return {
        "photos": view.photos,
        "window": _window(view.window),
        "people": [_statement(each) for each in view.people],
        "places": [_statement(each) for each in view.places],
        "events": [_statement(each) for each in view.events],
        "themes": [_statement(each) for each in view.themes],
        "suggestions": [_statement(each) for each in view.suggestions],
        "unseen": list(view.unseen),
    }


def _window(window: Window) -> dict[str, Any]:
    parts = {"inside": window.inside, "perhaps": window.perhaps, "older": window.older, "undated": window.undated}
    days = {"first": window.first.isoformat(), "last": window.last.isoformat()}
    return days | {name: [str(path) for path in paths] for name, paths in parts.items()}


def _statement(said: Statement) -> dict[str, Any]:
    """A statement, with what each of its findings tells."""
    because = [
        {"path": str(each.photo), "kind": each.finding.kind, "tells": each.finding.tells, "where": each.finding.where}
        for each in said.because
    ]
    return {
        "kind": said.kind,
        "says": said.says,
        "certainty": said.certainty,
        "photos": [str(path) for path in said.photos],
        "because": because,
        "data": dict(said.data),
    }


def lines(view: CloudView) -> Iterator[str]:
    """The page, line by line; a heading has no space before it."""
    photos = "1 photo" if view.photos == 1 else f"{view.photos:,} photos"
    yield "What the cloud sees"
    yield f"  An estimate made on this computer from {photos}. Nothing was sent anywhere."
    yield from _part("When", _when(view.window))
    yield from _part("People", _bars([each for each in view.people if each.kind == "person"], "name"))
    yield from _part("", (f"  {each.says}" for each in view.people if each.kind != "person"))
    yield from _part("Places", _places(view.places))
    yield from _part("Trips", (f"  {each.says}: {_dates(each)}" for each in view.events if each.kind == "trip"))
    yield from _part("Themes", _bars(view.themes))
    yield from _part("What it could make from this", _suggestions(view.suggestions))
    yield from _part("What was not looked at", (f"  {each}" for each in view.unseen))


def after(view: CloudView, became: Iterable[Fate]) -> Iterator[str]:
    """A second page: what the same roll would give away once it is cleaned."""
    yield ""
    yield "What cleaned copies would give away"
    yield from _part("What it could still make from them", map(_became, became))
    yield from _part("Places", _places(view.places))
    yield from _part("People", _bars([each for each in view.people if each.kind == "person"], "name"))
    yield from _part("When", _when(view.window))


def _became(fate: Fate) -> str:
    """A suggestion, and what is left of it."""
    gone = f"without {', '.join(_PLURAL.get(kind, kind) for kind in fate.gone)}" if fate.gone else "too little is left"
    if fate.left is None:
        return f"  no longer: {fate.made.says} ({gone})"
    return f"  still: {fate.left.says}, {len(fate.left.photos):,} photos"


_PLURAL = {"place": "positions", "time": "dates", "face": "faces", "object": "objects", "code": "codes"}


def _part(title: str, body: Iterable[str]) -> Iterator[str]:
    """A part of the page, if there is anything in it; what is too much is counted."""
    found = list(body)
    if found and title:
        yield ""
        yield title
    yield from found[:_MOST]
    if len(found) > _MOST:
        yield f"  … and {len(found) - _MOST:,} more"


def _when(window: Window) -> Iterator[str]:
    counts = {
        f"{_day(window.first)} – {_day(window.last)}, the 30-day window": len(window.inside),
        "perhaps in it: only the month or the year is told": len(window.perhaps),
        "older: a theme could still reach them": len(window.older),
        "without a date": len(window.undated),
    }
    most = max(1, *counts.values())
    yield from (_row(words, count, most) for words, count in counts.items() if count)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _places(places: Sequence[Statement]) -> Iterator[str]:
    """What is likely, with its certainty, and the towns."""
    yield from (f"  {each.says} (certainty {each.certainty:.0%})" for each in places if each.kind != "visit")
    towns = [each for each in places if each.kind == "visit"]
    yield from _bars(towns)
    countries = Counter(str(each.data["country"]) for each in towns)
    if len(countries) > 1:
        yield f"  {len(towns):,} towns in {len(countries):,} countries"


def _bars(said: Sequence[Statement], name: str = "") -> Iterator[str]:
    most = max((len(each.photos) for each in said), default=1)
    for each in said:
        yield _row(str(each.data[name]) if name else each.says, len(each.photos), most)


def _row(words: str, count: int, most: int) -> str:
    return f"  {count:>7,}  {_bar(count / most):<{_WIDTH}}  {words}"


def _bar(share: float) -> str:
    """A bar of eighths of a character."""
    eighths = max(1, round(share * _WIDTH * 8))
    return (_FULL * (eighths // 8) + _PARTS[eighths % 8]).rstrip()


def _dates(trip: Statement) -> str:
    return f"{trip.data['first']} to {trip.data['last']}"


def _suggestions(made: Iterable[Statement]) -> Iterator[str]:
    for each in made:
        because = ", ".join(line["words"] for line in each.data["because"])
        yield f"  {each.kind.capitalize()}: {each.says}, {len(each.photos):,} photos, because of {because}"
