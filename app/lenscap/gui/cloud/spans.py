"""The photos by day, week, month or year, whichever shows the range of their dates best. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year"]

_DAYS, _WEEKS, _MONTHS = 200, 1300, 40 * 365
"""Up to how many days a range is shown by days, by weeks and by months."""
_TOLD = {"day": 10, "week": 10, "month": 7, "year": 4}
"""How many characters of a date ("2026-06-15") have to be told for it to have a bar."""
_ORDER: tuple[Unit, ...] = ("day", "week", "month", "year")


class Bar(NamedTuple):
    """The photos from ``first`` to ``last``, both included."""

    first: date
    last: date
    photos: tuple[Path, ...]


class Spans(NamedTuple):
    """Bars without gaps, from the first date to the last. ``vague`` are photos whose date is too vague for any."""

    unit: Unit
    bars: tuple[Bar, ...]
    vague: int


def spans(dates: Mapping[str, tuple[Path, ...]], start: date, today: date) -> Spans:
    """The bars of photos by what is told of their day. The range goes from ``start``, or from before, to ``today``."""
    days = {told: _day(told) for told in dates}
    first, last = min([start, *days.values()]), max([today, *days.values()])
    unit = max(_by_range((last - first).days), _by_told(dates), key=_ORDER.index)
    found: dict[date, list[Path]] = {}
    for told, paths in dates.items():
        if len(told) >= _TOLD[unit]:
            found.setdefault(_start(days[told], unit), []).extend(paths)
    bars = []
    at = _start(first, unit)
    while at <= last:
        then = _next(at, unit)
        bars.append(Bar(at, then - timedelta(days=1), tuple(found.get(at, ()))))
        at = then
    vague = sum(len(paths) for told, paths in dates.items() if len(told) < _TOLD[unit])
    return Spans(unit, tuple(bars) if found else (), vague)


def _day(told: str) -> date:
    """The first day that a date may mean."""
    return date.fromisoformat(f"{told}-01-01"[:10] if len(told) < 10 else told[:10])


def _by_range(days: int) -> Unit:
    if days <= _DAYS:
        return "day"
    if days <= _WEEKS:
        return "week"
    return "month" if days <= _MONTHS else "year"


def _by_told(dates: Mapping[str, tuple[Path, ...]]) -> Unit:
    """What most photos tell of their date."""
    counts: dict[Unit, int] = {"day": 0, "month": 0, "year": 0}
    for told, paths in dates.items():
        counts["day" if len(told) >= 10 else "month" if len(told) >= 7 else "year"] += len(paths)
    return max(counts, key=lambda unit: counts[unit])


def _start(day: date, unit: Unit) -> date:
    """The first day of the bar that a day is in."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def _next(start: date, unit: Unit) -> date:
    """The first day of the bar after."""
    if unit == "year":
        return start.replace(year=start.year + 1)
    if unit == "month":
        return (start + timedelta(days=31)).replace(day=1)
    return start + timedelta(days=7 if unit == "week" else 1)
