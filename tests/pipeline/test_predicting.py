"""What a copy will tell is said before there is one, and is what it tells then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lenscap.cloud import view
from lenscap.cloud.page import for_programs
from lenscap.model import FILE_NAME, Finding, Keep, Kind, Looking, Outcome, Policy, Report
from lenscap.pipeline import clean, inspect, predicted
from lenscap.policy import PRESETS
from tests.pictures import astronaut
from tests.samples import named

SAMPLES = ("jpeg-everything", "png-everything", "webp-everything", "heif-everything", "tiff-everything")
POLICIES = (
    PRESETS["metadata"],
    PRESETS["location"],
    replace(PRESETS["metadata"], name="month", keep=Keep(time="month", place="country", copyright=True, settings=True)),
    replace(PRESETS["metadata"], name="day and town", keep=Keep(time="day", place="town")),
    replace(PRESETS["metadata"], name="exact", keep=Keep(time="exact", place="exact")),
)


def said(report: Report) -> set[tuple[str, str]]:
    return {(each.kind, each.tells) for each in report.findings}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_the_prediction_is_what_the_copy_tells(name: str, policy: Policy, tmp_path: Path) -> None:
    sample = named(name)
    source = tmp_path / f"Marta 2026-06-15{sample.suffix}"
    source.write_bytes(sample.data)
    before = inspect(source)
    result = clean(source, tmp_path / "copies" / source.name, policy)
    assert result.outcome == Outcome.CLEANED
    assert result.after is not None
    assert said(predicted(before, policy)) == said(result.after)


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_the_view_of_the_prediction_is_that_of_the_copies(policy: Policy, tmp_path: Path) -> None:
    before, after = [], []
    for name in SAMPLES:
        source = tmp_path / f"{name}{named(name).suffix}"
        source.write_bytes(named(name).data)
        before.append(inspect(source))
        result = clean(source, tmp_path / "copies" / source.name, policy)
        assert result.after is not None
        after.append(replace(result.after, path=source))
    today = date(2026, 7, 1)
    seen, measured = (for_programs(view(reports, today)) for reports in ([predicted(r, policy) for r in before], after))
    for statements in (*seen.values(), *measured.values()):
        for each in statements if isinstance(statements, list) else ():
            if isinstance(each, dict):
                each.pop("because")  # where in the file it sits may differ
    assert seen == measured


@pytest.mark.slow
def test_covered_faces_are_predicted_to_be_gone(tmp_path: Path) -> None:
    source = tmp_path / "party.png"
    astronaut().save(source)
    before = inspect(source, Looking("careful"))
    result = clean(source, tmp_path / "copies" / "party.png", PRESETS["faces"])
    assert result.after is not None
    sure = [each for each in result.after.findings if each.certainty > 0.5 and each.where != FILE_NAME]
    assert not [each for each in predicted(before, PRESETS["faces"]).findings if each.where != FILE_NAME]
    assert not sure


def test_what_nobody_asks_to_change_is_predicted_to_stay(tmp_path: Path) -> None:
    source = tmp_path / "plain.png"
    source.write_bytes(named("png-rgb-16").data)
    before = replace(inspect(source), findings=(Finding(Kind.NAME, "Called Marta", FILE_NAME),))
    assert predicted(before, PRESETS["location"]) == before
