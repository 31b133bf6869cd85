"""Which photos a feature takes that reads the last thirty days, and looks for themes in what is older."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from lenscap.cloud.nouns import Window
from lenscap.cloud.photos import Photo

DAYS = 30


def window(photos: Sequence[Photo], today: date) -> Window:
    """Sort the photos by their day, as it is on the clocks where they were taken."""
    first = first_day(today)
    parts: dict[str, list[Path]] = {"inside": [], "perhaps": [], "older": [], "undated": []}
    for photo in photos:
        parts[_part(photo, first, today)].append(photo.path)
    return Window(first, today, *(tuple(part) for part in parts.values()))


def first_day(today: date) -> date:
    """The earliest day that is in it; a photo of this day or a later one is inside."""
    return today - timedelta(days=DAYS)


def _part(photo: Photo, first: date, today: date) -> str:
    if photo.day is not None:
        return "inside" if photo.day >= first else "older"
    if not photo.written:
        return "undated"
    return "perhaps" if _overlaps(photo.written, first, today) else "older"


def _overlaps(written: str, first: date, last: date) -> bool:
    """Whether a month or a year ("2026-06", "2026") has a day in the window."""
    return first.isoformat()[: len(written)] <= written <= last.isoformat()[: len(written)]
