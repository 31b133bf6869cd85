"""What is said of a photo that an earlier run finished: the same as was said then, whatever it is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from lenscap.model import Box, Edits, Keep, Policy, Result
from lenscap.pipeline import run
from lenscap.policy import PRESETS
from lenscap.reporting import About, draft
from lenscap.sources import walk
from tests.pipeline.test_cleaning import photo
from tests.samples import Sample, samples

METADATA = PRESETS["metadata"]
FACES = PRESETS["faces"]
POLICIES = {
    "metadata": METADATA,
    "location": PRESETS["location"],
    "what is kept": replace(METADATA, keep=Keep(time="month", place="town", copyright=True)),
    "covers by hand": replace(METADATA, edits={"*": Edits(cover=(Box(0, 0, 9, 9),))}),
}


def fill(folder: Path, some: Sequence[Sample]) -> Path:
    folder.mkdir()
    for number, sample in enumerate(some):
        (folder / f"{number:03}.{sample.format.lower()}").write_bytes(sample.data)
    (folder / "torn.jpg").write_bytes(b"no picture")
    (folder / "IMG_20260615_party.jpg").write_bytes(photo(folder / "x").read_bytes())
    return folder


def cleaned(folder: Path, out: Path, policy: Policy) -> list[Result]:
    return list(run(walk([folder]), out, policy))


def reported(results: Sequence[Result], to: Path) -> Any:
    with draft(to, About("metadata", to.parent, datetime(2026, 6, 15))) as report:
        for result in results:
            report.add(result)
    return to.read_text(encoding="utf-8") if to.suffix == ".html" else json.loads(to.read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_of_each_sample_the_same_is_said_again(policy: Policy, tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", samples())
    before, after = (cleaned(folder, tmp_path / "out", policy) for _ in range(2))
    for one, other in zip(before, after, strict=True):
        assert other.for_programs() == one.for_programs()
    for name in ("a.html", "a.json"):
        first, second = tmp_path / f"1{name}", tmp_path / f"2{name}"
        assert reported(after, second) == reported(before, first)


@pytest.mark.slow
def test_of_faces_that_stay_the_same_is_said_again(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", [])
    for policy in (FACES, replace(FACES, edits={"*": Edits(keep=(Box(100, 20, 300, 250),))})):
        before, after = (cleaned(folder, tmp_path / "out", policy) for _ in range(2))
        assert [each.for_programs() for each in after] == [each.for_programs() for each in before]
