"""In which order photos stand, and under which headings: a day, a town, or none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from lenscap.gui.roll import words
from lenscap.gui.roll.photo import Photo

Order = Literal["newest", "oldest", "name"]
By = Literal["nothing", "day", "place"]
Key = int | str

_UNTOLD, _UNREAD = "untold", "unread"
"""Stand at the end: photos that do not say it, and those of which nobody knows yet."""
_ORDERS: dict[str, tuple[Callable[[Photo], Any], bool]] = {
    "newest": (attrgetter("moment"), True),
    "oldest": (attrgetter("moment"), False),
    "name": (lambda photo: photo.name.casefold(), False),
}


class Section(NamedTuple):
    """Photos that stand under one heading: what they have in common, the row of the first, how many they are."""

    key: Key
    first: int
    size: int


def arrange(order: Order, by: By) -> Callable[[list[Photo]], list[Photo]]:
    """What puts photos in order, those of a group together."""
    return partial(_arranged, order, by)


def _arranged(order: Order, by: By, photos: list[Photo]) -> list[Photo]:
    key, reverse = _ORDERS[order]
    photos = sorted(photos, key=key, reverse=reverse)
    for photo in photos:
        photo.group = _group(photo, by)
    if by == "nothing":
        return photos
    ranks = _ranks(dict.fromkeys(photo.group for photo in photos), order, by)
    return sorted(photos, key=lambda photo: ranks[photo.group])


def _group(photo: Photo, by: By) -> Key:
    told = photo.facts
    if by == "nothing":
        return ""
    if not told.packed and photo.problem is None:
        return _UNREAD
    if by == "day":
        return told.taken.toordinal() if told.taken else _UNTOLD
    return f"in {told.town}" if told.town else _UNTOLD


def _ranks(keys: dict[Key, None], order: Order, by: By) -> dict[Key, int]:
    """Which group comes first: days by the calendar, towns by their names or by the first of their photos."""
    last = [key for key in (_UNTOLD, _UNREAD) if key in keys]
    rest: list[Any] = [key for key in keys if key not in (_UNTOLD, _UNREAD)]
    if by == "day":
        rest.sort(reverse=order != "oldest")
    elif order == "name":
        rest.sort(key=lambda key: key.casefold())
    return {key: rank for rank, key in enumerate([*rest, *last])}


def sections(photos: Sequence[Photo]) -> list[Section]:
    """The groups in which photos stand; none if they stand in no groups."""
    if not photos or photos[0].group == "":
        return []  # all stand in groups, or none
    made, first = [], 0
    for key, alike in groupby(map(attrgetter("group"), photos)):
        count = len(list(alike))
        made.append(Section(key, first, count))
        first += count
    return made


def within(sections: Iterable[Section], rows: Sequence[int]) -> Iterator[Section]:
    """The groups of which something is among some rows, which rise; rows are counted anew."""
    for key, first, size in sections:
        start, end = bisect_left(rows, first), bisect_left(rows, first + size)
        if start < end:
            yield Section(key, start, end - start)


def heading(key: Key, by: By) -> str:
    """What stands above a group."""
    if isinstance(key, int):
        day = date.fromordinal(key)
        written = QCoreApplication.translate("Dates", "dddd d MMMM yyyy")
        return QLocale().toString(QDate(day.year, day.month, day.day), written)
    if key in (_UNREAD, ""):  # those that were just added stand in no group yet
        return QCoreApplication.translate("Groups", "Not read yet")
    if key == _UNTOLD:
        no_day = QCoreApplication.translate("Groups", "No date in the photo")
        return no_day if by == "day" else QCoreApplication.translate("Groups", "No place in the photo")
    return key.removeprefix("in ")


def number(count: int) -> str:
    """How many photos a group has, in words."""
    return words.photos(count)
