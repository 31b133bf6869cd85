"""Numbers and dates as the language of the window writes them, and those that the core wrote in English."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_DAY = rf"(?:\d{{1,2}} )?(?:(?:{_MONTH}) )?\d{{4}}|\d{{4}}-\d\d(?:-\d\d)?"
_CLOCK = r"\d\d:\d\d(?::\d\d)?"
MOMENT = rf"(?:{_DAY})(?: at {_CLOCK})?(?: \([^()]{{1,12}}\))?"
"""A date as the core writes it: "14 June 2026 at 10:20 (UTC)", "June 2026", "2026"."""
_PARTS = re.compile(rf"(on |in )?({_DAY})(?: at ({_CLOCK}))?( \([^()]*\))?")
_SPAN = re.compile(rf"(\d{{1,2}}(?: (?:{_MONTH}))?(?: \d{{4}})?)( ?– ?)({_DAY})")


def number(count: int) -> str:
    """A number with the separators of the language."""
    return QLocale().toString(count)


def day(when: date, year: bool = True) -> str:
    """A day, as a person writes it."""
    whole, short = QCoreApplication.translate("Dates", "d MMMM yyyy"), QCoreApplication.translate("Dates", "d MMMM")
    return QLocale().toString(QDate(when.year, when.month, when.day), whole if year else short)


def month(when: date) -> str:
    """A month and its year."""
    return f"{QLocale().standaloneMonthName(when.month)} {when.year}"


def span(first: date, last: date) -> str:
    """From one day to another; month and year are said once where they are the same."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        number = QCoreApplication.translate("Dates", "{day}–{last_day}")
        return number.format(day=first.day, last_day=day(last))
    return f"{day(first, year=first.year != last.year)} – {day(last)}"


def said(text: str) -> str | None:
    """A date or a span of the core's in the language of the window, with its "on" or "in"; ``None`` if it is none."""
    if match := _PARTS.fullmatch(text):
        return _moment(match[1] or "", match[2], match[3] or "", match[4] or "")
    if match := _SPAN.fullmatch(text):
        return _span(match[1], match[3])
    return None


def _moment(before: str, written: str, clock: str, zone: str) -> str | None:
    year, of_year, number = _numbers(written)
    try:
        when = date(year, of_year or 1, number or 1)
    except ValueError:
        return None
    words = day(when) if number else month(when) if of_year else str(year)
    if clock:
        words = _core("{day} at {clock}").replace("{day}", words).replace("{clock}", clock)
    if before and number:
        words = _core("on {day}").replace("{day}", words)
    elif before and of_year:
        words = _core("in {month}").replace("{month}", words)
    elif before:
        words = _core("in {year}").replace("{year}", words)
    return words + zone


def _span(start: str, end: str) -> str | None:
    year, of_year, number = _numbers(end)
    match start.split(" "):
        case [begun]:
            first = year, of_year, int(begun)
        case [begun, name]:
            first = year, MONTHS.index(name) + 1, int(begun)
        case [begun, name, of]:
            first = int(of), MONTHS.index(name) + 1, int(begun)
    try:
        return span(date(*first), date(year, of_year, number))
    except ValueError:
        return None


def _numbers(written: str) -> tuple[int, int, int]:
    """Year, month and day of "14 June 2026" or "2026-06-14"; 0 for what is not there."""
    if "-" in written:
        year, of_year, number = (*map(int, written.split("-")), 0)[:3]
        return year, of_year, number
    *rest, year_word = written.split(" ")
    of_year = MONTHS.index(rest[-1]) + 1 if rest and rest[-1] in MONTHS else 0
    return int(year_word), of_year, int(rest[0]) if len(rest) == 2 else 0


def _core(template: str) -> str:
    return QCoreApplication.translate("Core", template)
