"""What stands on the map: the likely home and work, and the towns; those too close to be told apart are one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF

from lenscap.cloud import CloudView, Statement
from lenscap.gui.cloud import words
from lenscap.gui.cloud.parts import tr
from lenscap.gui.cloud.projection import Projection

MOST = 40
"""So many towns stand on the map, those with the most photos."""
_TOGETHER = 13.0
"""Pixels between two towns below which they are one mark."""


class Mark(NamedTuple):
    """A place, as the list and the map name it. ``kind`` is "home", "work" or "visit", ``note`` a second line."""

    kind: str
    name: str
    photos: tuple[Path, ...]
    lat: float
    lon: float
    note: str = ""


class Dot(NamedTuple):
    """One or more marks at a point of the map."""

    mark: Mark
    at: QPointF
    radius: float


def marks(view: CloudView) -> list[Mark]:
    """The places of a view, home first."""
    return [_mark(each) for each in view.places if "lat" in each.data]


def _mark(said: Statement) -> Mark:
    lat, lon = float(said.data["lat"]), float(said.data["lon"])
    if said.kind == "visit":
        return Mark("visit", str(said.data["town"]), said.photos, lat, lon)
    town = str(said.data.get("town", "")).partition(",")[0]
    if said.kind == "home":
        often = tr("{n} nights").format(n=words.number(int(said.data.get("nights", 0))))
        name = tr("Likely home")
    else:
        often = tr("{n} working days").format(n=words.number(int(said.data.get("days", 0))))
        name = tr("Likely work")
    parts = [town or tr("Far from any town"), words.photos(len(said.photos)), often]
    return Mark(said.kind, name, said.photos, lat, lon, " · ".join(parts))


def dots(found: Sequence[Mark], projection: Projection, ratio: float = 1.0) -> list[Dot]:
    """Where the marks are on the map. ``ratio`` is how much larger than usual text is."""
    made: list[Dot] = []
    for mark in found[:MOST]:
        at = QPointF(*projection.point(mark.lat, mark.lon))
        near = next((n for n, dot in enumerate(made) if _apart(dot.at, at) < _TOGETHER * ratio), None)
        if near is None:
            made.append(Dot(mark, at, _radius(mark) * ratio))
        elif made[near].mark.kind == mark.kind == "visit":
            made[near] = made[near]._replace(mark=_joined(made[near].mark, mark))
    return made


def _radius(mark: Mark) -> float:
    if mark.kind == "home":
        return 11.0
    return 5.5 + min(4.0, len(str(len(mark.photos))) * 1.2)


def _joined(one: Mark, other: Mark) -> Mark:
    """Two towns as one mark, called by the first."""
    return one._replace(photos=tuple(dict.fromkeys((*one.photos, *other.photos))))


def _apart(one: QPointF, other: QPointF) -> float:
    return float(((one.x() - other.x()) ** 2 + (one.y() - other.y()) ** 2) ** 0.5)
