"""Dates as files write them (Exif 2.32, section 4.6.5; XMP part 1, section 8.2.1.1; IPTC-IIM 4.2), and as people do."""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

_LONGEST = 64
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE = re.compile(
    r"\s*(\d{4})(?:[-:./]?(\d{2})(?:[-:./]?(\d{2}))?)?"
    r"(?:[T\s]+(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2})(?:[.,](\d{1,9}))?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*$",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"\s*(?:[A-Z][a-z]{2},?\s+)?(?:(\d{1,2})\s+([A-Z][a-z]{2})|([A-Z][a-z]{2})\s+(\d{1,2}))[a-z]*,?\s+"
    r"(?:(\d{4})\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|Z|GMT|UTC)?(?:\s*(\d{4}))?\s*$"
)


class Moment(NamedTuple):
    """A date, as precise as it is written: month, day and the rest may be missing."""

    year: int
    month: int = 0
    day: int = 0
    clock: str = ""
    fraction: str = ""
    zone: str = ""

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it."""
        parts = (
            f"{self.year:04}" + (f"-{self.month:02}" if self.month else "") + (f"-{self.day:02}" if self.day else "")
        )
        if not self.clock:
            return parts
        return f"{parts}T{self.clock}{'.' + self.fraction if self.fraction else ''}{self.zone}"

    def said(self, sentence: str) -> str:
        """A sentence with this date in the place of ``{}``; one without a day is not "on" but "in"."""
        return (sentence if self.day else sentence.replace(" on {}", " in {}")).format(self)

    def __str__(self) -> str:
        day = f"{self.day} " if self.day else ""
        words = f"{day}{_MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)
        zone = {"": "", "Z": " (UTC)"}.get(self.zone, f" ({self.zone})")
        return f"{words} at {self.clock}{zone}" if self.clock else words


def moment(text: str, fraction: str = "", zone: str = "") -> Moment | None:
    """The date that ``text`` writes, or ``None``. ``fraction`` and ``zone`` are used where it has none of its own."""
    return _moment(text[:_LONGEST], fraction[:_LONGEST], zone[:_LONGEST])


@lru_cache(maxsize=256)
def _moment(text: str, fraction: str, zone: str) -> Moment | None:
    """The same, remembered: a photo has the same date in several places."""
    match = _DATE.match(text)
    if match is None:
        return _mail_moment(text)
    year, month, day, hour, minute, second, own_fraction, own_zone = match.groups()
    clock = f"{int(hour):02}:{minute}" + (f":{second}" if second else "") if hour else ""
    rest = own_fraction or (fraction.strip() if fraction.strip().isdecimal() else "")
    made = Moment(int(year), int(month or 0), int(day or 0), clock, rest[:9] if clock else "", _zone(own_zone or zone))
    return made if _exists(made) else None


def _mail_moment(text: str) -> Moment | None:
    """Dates as mail (RFC 2822) and C programs write them; ImageMagick and libpng do."""
    match = _MAIL.match(text)
    if match is None:
        return None
    day, month, month_first, day_after, year, hour, minute, second, zone, year_last = match.groups()
    names = [name[:3] for name in _MONTHS]
    name = month or month_first
    if name not in names or not (year or year_last):
        return None
    clock = f"{int(hour):02}:{minute}" + (f":{second}" if second else "")
    made = Moment(int(year or year_last), names.index(name) + 1, int(day or day_after), clock, "", _zone(zone or ""))
    return made if _exists(made) else None


def _zone(text: str) -> str:
    text = text.strip().upper()
    if text in ("Z", "UTC", "GMT"):
        return "Z"
    if re.fullmatch(r"[+-]\d\d:?\d\d", text):
        return f"{text[:3]}:{text[-2:]}"
    return ""


def _exists(made: Moment) -> bool:
    """Whether there is such a day and time of day."""
    try:
        date(made.year, made.month or 1, made.day or 1)
        if made.clock:
            time.fromisoformat(made.clock)
    except ValueError:
        return False
    return bool(made.month or not made.day)
