"""Days, counts and kinds as the page says them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from lenscap.cloud import Statement
from lenscap.gui.cloud.parts import tr
from lenscap.gui.roll.words import number, photos
from lenscap.gui.writing import day, span

__all__ = ["day", "gone", "kind", "listed", "month", "number", "people_in", "photos", "span"]


def month(when: date, year: bool = False) -> str:
    """The name of a month."""
    name = QLocale().standaloneMonthName(when.month)
    return f"{name} {when.year}" if year else name


def kind(made: Statement) -> str:
    """What sort of thing a suggestion is."""
    return {
        "recap": tr("Recap"),
        "collage": tr("Collage"),
        "theme": tr("Theme"),
        "restyle": tr("AI restyle"),
    }.get(made.kind, made.kind.capitalize())


def people_in(persons: int, pictures: int) -> str:
    """How many people there are in how many photos."""
    people = tr("1 person") if persons == 1 else tr("{n} people").format(n=number(persons))
    return tr("{people} in {photos}").format(people=people, photos=photos(pictures))


def listed(parts: Sequence[str]) -> str:
    """Words side by side, the first with a capital."""
    whole = ", ".join(parts)
    return whole[:1].upper() + whole[1:]


def gone(key: str, some: bool = False) -> str:
    """What of a suggestion's grounds is not in the copies any more, by the kind of finding; ``some`` are left."""
    few = {"place": tr("few positions"), "time": tr("few days"), "face": tr("most faces covered")}
    if some and key in few:
        return few[key]
    return {
        "place": tr("no positions"),
        "time": tr("no days"),
        "face": tr("faces covered"),
        "person": tr("people covered"),
        "object": tr("objects covered"),
        "text": tr("text covered or removed"),
        "code": tr("codes covered"),
        "motion": tr("no hidden clips"),
        "filename": tr("new file names"),
    }.get(key, tr("other details removed"))
