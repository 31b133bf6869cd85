"""Policies that keep something: in every format they keep the same, and no more than was asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lenscap.model import FILE_NAME, Finding, Keep, Kind, Outcome, Policy
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.samples import RICH, named, survivors

COARSE = replace(PRESETS["metadata"], name="coarse", keep=Keep("month", "country", copyright=True, settings=True))
COPYRIGHT = ("copyright", "rights", "cprt")


def kept(name: str, folder: Path, policy: Policy) -> tuple[bytes, list[Finding]]:
    """Clean a sample twice; the copy, and what it tells beside its name."""
    sample = named(name)
    source = folder / f"original{sample.suffix}"
    source.write_bytes(sample.data)
    result = clean(source, folder / "copies" / source.name, policy)
    assert result.outcome == Outcome.CLEANED, result.reason
    assert result.target is not None
    assert result.after is not None
    again = clean(result.target, folder / "again" / source.name, policy)
    assert again.outcome == Outcome.ALREADY_CLEAN, again.reason
    return result.target.read_bytes(), [each for each in result.after.findings if each.where != FILE_NAME]


@pytest.mark.parametrize("name", RICH)
def test_what_stays_is_as_coarse_as_was_asked(name: str, tmp_path: Path) -> None:
    copy, findings = kept(name, tmp_path, COARSE)
    assert not [each for each in findings if each.kind == Kind.TIME and len(each.data["iso"]) > len("2026-06")]
    assert not [each for each in findings if "lat" in each.data]
    strangers = [one for one in survivors(named(name), copy) if not any(word.encode() in one for word in COPYRIGHT)]
    assert [one for one in strangers if b"country" not in one] == []


@pytest.mark.parametrize("name", [name for name in RICH if not name.startswith("bmp")])
def test_a_time_stays_in_every_format(name: str, tmp_path: Path) -> None:
    _, findings = kept(name, tmp_path, COARSE)
    assert [each.tells for each in findings if each.kind == Kind.TIME][:1] in (
        ["Taken in June 1987"],
        ["Taken in June 2025"],
    )


@pytest.mark.parametrize("name", RICH)
def test_under_location_places_go_in_every_format(name: str, tmp_path: Path) -> None:
    copy, findings = kept(name, tmp_path, PRESETS["location"])
    assert not [each for each in findings if each.kind == Kind.PLACE]
    assert not [one for one in survivors(named(name), copy) if b"city" in one or b"gps" in one]
