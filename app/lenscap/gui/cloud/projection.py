"""Positions on the Earth → points on the map: Mercator's projection, fitted to the places that are shown. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import asinh, degrees, radians, tan
from typing import NamedTuple

_LEAST = 7.0
"""How many degrees are shown at least, so that one town alone has a neighbourhood."""
_POLAR = 84.0
_EUROPE = ((36.0, -9.0), (54.0, 20.0))
"""Shown where there is no place: most of the list's towns."""

Place = tuple[float, float]


class Area(NamedTuple):
    """Where on the map the places shall be, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


class Projection(NamedTuple):
    """``scale`` is in pixels a degree; the degrees ``lon`` and ``up`` (Mercator's) come to stand at ``x`` and ``y``."""

    lon: float
    up: float
    scale: float
    x: float
    y: float

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a position is on the map. The date line is a line like any other."""
        return self.x + wrapped(lon - self.lon) * self.scale, self.y - (mercator(lat) - self.up) * self.scale


def mercator(lat: float) -> float:
    """How far up a latitude is, in the degrees of the equator."""
    return degrees(asinh(tan(radians(max(-_POLAR, min(_POLAR, lat))))))


def wrapped(lon: float) -> float:
    """The same angle between -180 and 180."""
    return (lon + 180) % 360 - 180


def fitted(places: Sequence[Place], area: Area) -> Projection:
    """The projection in which all places lie within the area, as large as may be."""
    shown = places or _EUROPE
    west, across = _arc([lon for _, lon in shown])
    ups = [mercator(lat) for lat, _ in shown]
    high = max(_LEAST, max(ups) - min(ups))
    width, height = max(1.0, area.right - area.left), max(1.0, area.bottom - area.top)
    scale = min(width / max(_LEAST, across), height / high)
    middle = (max(ups) + min(ups)) / 2
    return Projection(
        wrapped(west + across / 2), middle, scale, (area.left + area.right) / 2, (area.top + area.bottom) / 2
    )


def _arc(lons: Sequence[float]) -> tuple[float, float]:
    """Where the shortest arc of longitudes begins that holds them all, and how long it is."""
    ring = sorted({wrapped(lon) for lon in lons})
    gaps = [(after - before, after) for before, after in pairwise(ring)]
    widest, west = max([*gaps, (ring[0] + 360 - ring[-1], ring[0])])
    return west, 360 - widest
