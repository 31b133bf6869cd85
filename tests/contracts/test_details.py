"""What a person decides about one photo's details: in every format it goes, or stays as coarse as was asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lenscap.model import FILE_NAME, Edits, Finding, Kind, Outcome, Policy, Report
from lenscap.pipeline import clean, inspect, predicted
from lenscap.policy import EVERY_PHOTO, PRESETS
from tests.oracle.exiftool import needs_exiftool, private_tags
from tests.samples import RICH, named, survivors

COPYRIGHT = ("copyright", "rights", "cprt")
COARSE = {Kind.TIME: "month", Kind.PLACE: "country", Kind.NAME: "keep", Kind.DEVICE: "keep"}


def decided(policy: str, **details: str) -> Policy:
    """A preset, and what was decided by hand about the details of one photo."""
    own = Edits(details={Kind(kind): choice for kind, choice in details.items()})
    return replace(PRESETS[policy], edits={"photo": own})


def copied(name: str, folder: Path, policy: Policy) -> tuple[bytes, list[Finding], list[Finding]]:
    """Clean a sample as is decided about it: the copy, what the original told and what the copy tells."""
    sample = named(name)
    source = folder / f"original{sample.suffix}"
    source.write_bytes(sample.data)
    policy = replace(policy, edits={source.name: policy.edits["photo"]})
    result = clean(source, folder / "copies" / source.name, policy)
    assert result.outcome == Outcome.CLEANED, result.reason
    assert result.target is not None
    assert result.after is not None
    assert result.before is not None
    assert said(predicted(inspect(source), policy)) == said(result.after)
    return result.target.read_bytes(), beside(result.before), beside(result.after)


def beside(report: Report) -> list[Finding]:
    return [each for each in report.findings if each.where != FILE_NAME]


def said(report: Report) -> set[tuple[str, str]]:
    return {(each.kind, each.tells) for each in report.findings}


@pytest.mark.parametrize("name", RICH)
def test_what_is_kept_for_one_photo_is_as_coarse_as_was_asked(name: str, tmp_path: Path) -> None:
    policy = replace(PRESETS["metadata"], edits={"photo": Edits(details=COARSE)})
    copy, _, after = copied(name, tmp_path, policy)
    assert not [each for each in after if each.kind == Kind.TIME and len(each.data["iso"]) > len("2026-06")]
    assert not [each for each in after if "lat" in each.data]
    strangers = [one for one in survivors(named(name), copy) if not any(word.encode() in one for word in COPYRIGHT)]
    assert [one for one in strangers if b"country" not in one] == []


@pytest.mark.parametrize("name", [name for name in RICH if not name.startswith("bmp")])
def test_a_year_stays_where_all_the_rest_goes(name: str, tmp_path: Path) -> None:
    copy, _, after = copied(name, tmp_path, decided("metadata", time="year"))
    assert {each.data["iso"] for each in after if each.kind == Kind.TIME} in ({"1987"}, {"2025"})
    assert not survivors(named(name), copy)


@pytest.mark.parametrize("kind", ["time", "device", "name", "history", "text"])
@pytest.mark.parametrize("name", RICH)
def test_what_the_policy_would_keep_can_go_from_one_photo(name: str, kind: str, tmp_path: Path) -> None:
    copy, before, after = copied(name, tmp_path, decided("location", **{kind: "remove"}))
    assert not [each for each in after if each.kind == kind]
    gone = {trace for each in before if each.kind == kind and "profile" not in each.where for trace in each.traces}
    assert not [trace for trace in gone if trace in copy]


@pytest.mark.parametrize("name", ["jpeg-everything", "png-everything", "webp-everything", "tiff-everything"])
def test_a_time_that_stays_anyway_can_be_made_coarser_for_one_photo(name: str, tmp_path: Path) -> None:
    _, before, after = copied(name, tmp_path, decided("location", time="year"))
    assert {len(each.data["iso"]) for each in after if each.kind == Kind.TIME} == {len("2026")}
    assert [each for each in after if each.kind == Kind.DEVICE]
    assert len([each for each in before if each.kind == Kind.TIME]) > 1


@needs_exiftool
@pytest.mark.parametrize("name", ["jpeg-everything", "png-everything", "webp-everything", "tiff-everything"])
def test_exiftool_sees_what_was_kept_for_one_photo_and_nothing_else(name: str, tmp_path: Path) -> None:
    copied(name, tmp_path, decided("metadata", time="month", name="keep"))
    target = next((tmp_path / "copies").iterdir())
    seen = private_tags([target])[target]
    assert seen["XMP-photoshop:DateCreated"] == "1987:06"
    told = {tag.split(":")[-1] for tag in seen}
    assert told <= {"DateCreated", "Rights", "Copyright", "XMPToolkit"}, told


@needs_exiftool
def test_exiftool_sees_none_of_what_was_taken_away_from_one_photo(tmp_path: Path) -> None:
    copied("jpeg-everything", tmp_path, decided("location", time="remove", device="remove"))
    target = next((tmp_path / "copies").iterdir())
    seen = private_tags([target])[target]
    assert seen
    assert not [tag for tag in seen if any(word in tag for word in ("Date", "Time", "Make", "Model", "Serial", "GPS"))]


def test_what_is_decided_about_a_photo_wins_over_what_is_about_all(tmp_path: Path) -> None:
    source = tmp_path / "one.jpg"
    source.write_bytes(named("jpeg-everything").data)
    every, own = Edits(details={Kind.TIME: "year", Kind.PLACE: "country"}), Edits(details={Kind.TIME: "remove"})
    policy = replace(PRESETS["metadata"], edits={EVERY_PHOTO: every, source.name: own})
    result = clean(source, tmp_path / "copy.jpg", policy)
    assert result.after is not None
    assert {each.kind for each in result.after.findings if each.where != FILE_NAME} == {Kind.PLACE}
