"""Positions on the Earth, as vectors: the poles and the date line are places like any other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from math import asin, atan2, cos, degrees, floor, hypot, radians, sin, sqrt
from typing import Generic, NamedTuple, TypeVar

_RADIUS = 6_371_000.0
"""Of the Earth, in metres."""

T = TypeVar("T")


class Spot(NamedTuple):
    """A position, in metres from the middle of the Earth."""

    x: float
    y: float
    z: float

    @property
    def latitude(self) -> float:
        """In degrees, to the north."""
        return degrees(atan2(self.z, hypot(self.x, self.y)))

    @property
    def longitude(self) -> float:
        """In degrees, to the east."""
        return degrees(atan2(self.y, self.x))

    def metres_to(self, other: Spot) -> float:
        """How far it is to another position, along the ground."""
        chord = sqrt((self.x - other.x) ** 2 + (self.y - other.y) ** 2 + (self.z - other.z) ** 2)
        return 2 * _RADIUS * asin(min(1.0, chord / (2 * _RADIUS)))


def spot(latitude: float, longitude: float) -> Spot | None:
    """The position at these degrees; ``None`` if there is none, or it is 0, 0, which stands for an unknown one."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180) or (latitude, longitude) == (0, 0):
        return None
    north, east = radians(latitude), radians(longitude)
    return Spot(_RADIUS * cos(north) * cos(east), _RADIUS * cos(north) * sin(east), _RADIUS * sin(north))


def middle(spots: Iterable[Spot]) -> Spot:
    """The position in the middle of others: the median of each coordinate, so that a few wrong ones do not count."""
    sides = (sorted(side)[len(side) // 2] for side in map(list, zip(*spots, strict=True)))
    x, y, z = sides
    scale = _RADIUS / max(1.0, sqrt(x * x + y * y + z * z))
    return Spot(x * scale, y * scale, z * scale)


class Grid(Generic[T]):
    """Things at positions, found again by those that are near."""

    def __init__(self, reach: float) -> None:
        self._reach = reach
        self._cells: dict[tuple[int, int, int], list[tuple[Spot, T]]] = defaultdict(list)

    def add(self, at: Spot, thing: T) -> None:
        """Put a thing there."""
        self._cells[self._cell(at)].append((at, thing))

    def near(self, at: Spot) -> Iterator[tuple[float, T]]:
        """The things within reach of a position, each with its distance in metres."""
        x, y, z = self._cell(at)
        for dx, dy, dz in product((-1, 0, 1), repeat=3):
            for other, thing in self._cells.get((x + dx, y + dy, z + dz), ()):
                if (metres := at.metres_to(other)) <= self._reach:
                    yield metres, thing

    def _cell(self, at: Spot) -> tuple[int, int, int]:
        return floor(at.x / self._reach), floor(at.y / self._reach), floor(at.z / self._reach)
