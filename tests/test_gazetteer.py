"""The nearest town, held beside a slow and simple search."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenscap import gazetteer
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


@pytest.mark.parametrize(("lat", "lon"), [(90.1, 0), (0, 181), (math.nan, 0), (0, math.inf)])
def test_a_place_that_is_not_on_earth_has_no_town(lat: float, lon: float) -> None:
    assert nearest_town(lat, lon) is None


@settings(max_examples=60, deadline=None)
@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180))
def test_no_town_is_nearer_than_the_nearest(lat: float, lon: float) -> None:
    atlas = gazetteer._atlas()
    here = gazetteer._on_the_sphere(lat, lon)
    found = gazetteer._nearest(atlas, lat, lon)
    assert atlas.points[found] @ here == pytest.approx((atlas.points @ here).max(), abs=1e-12)
