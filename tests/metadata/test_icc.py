"""Colour profiles: which texts are somebody's own, and profiles without them."""

from __future__ import annotations

import pytest

from lenscap.metadata import icc
from lenscap.metadata.icc_known import is_known
from tests.metadata.metadata_samples import icc_sample
from tests.metadata.telling import tells


@pytest.mark.parametrize(
    "text",
    [
        "sRGB IEC61966-2.1", "Display P3", "Adobe RGB (1998)", "ProPhoto RGB", "Dot Gain 20%", "c2", "Color LCD",
        "U.S. Web Coated (SWOP) v2", "Copyright Apple Inc., 2017", "Copyright (c) 1998 Hewlett-Packard Company",
        "Copyright 1999 Adobe Systems Incorporated", "No copyright, use freely", "GIMP built-in sRGB", "Google/Skia/"
        + "0123456789ABCDEF" * 2, "Copyright 2007 Apple Inc., all rights reserved.", "sRGB built-in", "Rec. 2020",
        "Copyright (c) 2022 Samsung Electronics Co., Ltd.", "Nikon Inc. & Nikon Corporation 2001",
        "Generic RGB Profile",
        "ISO Coated v2 (ECI)", "Coated FOGRA39 (ISO 12647-2:2004)", "IEC 61966-2.1 Default RGB colour space - sRGB",
    ],
)  # fmt: skip
def test_the_texts_of_well_known_profiles_are_nobodys(text: str) -> None:
    assert is_known(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marta's monitor",
        "Copyright Canary Ltd.",
        "sRGB of Marta",
        "Copyright Marta, Apple",
        "GIMP Marta",
        "2026",
        "Display 555 4711",
    ],
)
def test_other_texts_are_somebodys(text: str) -> None:
    assert not is_known(text)


@pytest.mark.parametrize("wide", [False, True])
def test_names_and_dates_are_told(wide: bool) -> None:
    assert tells("icc", icc_sample(wide=wide)) == [
        "The colour profile is called “Marta's monitor”",
        "A copyright line in the colour profile: “Copyright Canary Ltd.”",
        "The colour profile was made on 15 June 2026 at 18:42:07",
    ]


@pytest.mark.parametrize("wide", [False, True])
def test_a_neutral_profile_tells_nothing_and_keeps_its_colours(wide: bool) -> None:
    profile = icc_sample(wide=wide)
    fresh = icc.neutral(profile)
    assert fresh is not None
    assert len(fresh) == len(profile)
    assert tells("icc", fresh) == []
    assert icc.neutral(fresh) is None
    assert b"Canary" not in fresh
    assert b"onitor" not in fresh
    assert b"o\0n\0i" not in fresh
    assert fresh[-20:] == profile[-20:]
    assert fresh[:24] == profile[:24]


def test_a_well_known_profile_stays_as_it_is() -> None:
    profile = icc_sample("sRGB IEC61966-2.1", "Copyright Apple Inc., 2017")
    assert tells("icc", profile) == []
    assert icc.neutral(profile) is None


def test_bytes_behind_the_tags_are_told_and_blanked() -> None:
    profile = icc_sample("sRGB", "none") + b"a canary at the end"
    assert "nothing leads to" in tells("icc", profile)[0]
    assert icc.neutral(profile) is not None
    assert b"canary" not in (icc.neutral(profile) or b"")
