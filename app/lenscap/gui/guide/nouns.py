"""A fact, a step, a deed: what the page is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from lenscap.gui.writing import month


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was so in a certain month."""

    title: str
    text: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do on the phone; ``picture`` and ``shown`` are for the drawing beside it."""

    picture: str
    shown: tuple[str, ...]
    says: Fact


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done, and what that does and does not do."""

    icon: str
    title: str
    how: str
    does: str
    does_not: str
    as_of: date


def as_of(day: date) -> str:
    """The month of a fact in words."""
    return QCoreApplication.translate("Guide", "As of {month}").format(month=month(day))
