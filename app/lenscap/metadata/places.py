"""A position as a person says it: the nearest town."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import asin, cos, isfinite, radians, sin, sqrt
from typing import Any

from lenscap.errors import MissingPartError
from lenscap.gazetteer import Town, nearest_town
from lenscap.model import Finding, Kind

_IN, _NEAR = 15.0, 100.0
_BETWEEN = re.compile(r"[,;/|\n]+")
_FEWEST_LETTERS, _MOST_WORDS, _LONGEST = 3, 64, 200
_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def place(
    lat: float,
    lon: float,
    where: str,
    traces: tuple[bytes, ...] = (),
    data: Mapping[str, Any] | None = None,
    verb: str = "Taken",
) -> Finding | None:
    """What a position tells; ``None`` if there is no such position on Earth."""
    if not (isfinite(lat) and isfinite(lon) and -90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    said, name, town = _words(lat, lon)
    words = place_words((town.name, town.country) if town else ())
    found = {"lat": round(lat, 7), "lon": round(lon, 7), "name": name, "words": words, **(data or {})}
    return Finding(Kind.PLACE, f"{verb} {said}", where, data=found, traces=traces)


def place_words(texts: Iterable[str]) -> list[str]:
    """The names in texts that say where something is, in small letters: a town, a country, never a part of a name."""
    names = (name.strip().casefold() for text in texts for name in _BETWEEN.split(text[: 4 * _LONGEST]))
    found = dict.fromkeys(name for name in names if sum(map(str.isalpha, name)) >= _FEWEST_LETTERS)
    return [name[:_LONGEST] for name in found][:_MOST_WORDS]


def _words(lat: float, lon: float) -> tuple[str, str, Town | None]:
    position = f"{abs(lat):.4f}° {'S' if lat < 0 else 'N'}, {abs(lon):.4f}° {'W' if lon < 0 else 'E'}"
    try:
        town = nearest_town(lat, lon)
    except MissingPartError:
        town = None
    away = _kilometres(lat, lon, town) if town else _NEAR
    if town is None or away >= _NEAR:
        return f"at {position}", position, None
    return f"{'in' if away < _IN else 'near'} {town}", str(town), town


def _kilometres(lat: float, lon: float, town: Town) -> float:
    """The way on the ground, by the haversine formula."""
    phi, psi = radians(lat), radians(town.lat)
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(town.lon - lon) / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, half)))


def wind(degrees: float) -> str:
    """The point of the compass in words."""
    return _WINDS[round(degrees / 45) % 8]
