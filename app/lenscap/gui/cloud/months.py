"""The words under the bars: months, or years where there is no room for months. Pure."""

from __future__ import annotations

from datetime import date

from lenscap.gui.cloud import words
from lenscap.gui.cloud.spans import Spans

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
"""How many months may lie between two words under the bars."""


def scale(shown: Spans, width: float, room: float) -> list[tuple[float, str]]:
    """The months (or years) under the bars, each with where it begins; as many as there is room for."""
    starts: dict[int, int] = {}
    for number, bar in enumerate(shown.bars):
        if bar.first.day <= 7 or not number or shown.unit in ("month", "year"):
            starts.setdefault(bar.first.year * 12 + bar.first.month - 1, number)
    step = width / max(1, len(shown.bars))
    months = list(starts)
    whole = months[-1] - months[0] + 1 if months else 1
    every = next((each for each in _STEPS if width / whole * each >= room), _STEPS[-1])
    picked = [month for month in months if month % every == 0 or (every < 12 and len(months) == 1)]
    with_year = {picked[-1], picked[0]} if picked and picked[0] // 12 != picked[-1] // 12 else set(picked[-1:])
    return [(starts[month] * step, _named(month, every, month in with_year)) for month in picked]


def _named(month: int, every: int, with_year: bool) -> str:
    year, index = divmod(month, 12)
    if every >= 12:
        return str(year)
    return words.month(date(year, index + 1, 1), year=with_year)
