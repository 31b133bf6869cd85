"""The laws that hold for copies without covers, for those with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from lenscap.formats import HEAD, recognise
from lenscap.model import Box, Edits, Outcome, Policy, Result
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.oracle.exiftool import needs_exiftool, private_tags
from tests.samples import Sample, samples, survivors

REFUSED = {"gif-behind-second": "still held a value"}
"""A copy of the whole picture behind it has some bytes in common with the palette that is written anew."""


def is_covered(sample: Sample) -> bool:
    """Whether samples of its format can be covered: those of JPEG have tests of their own."""
    container = recognise(sample.data[:HEAD])
    return container is not None and container.COVERED and container.NAME != "JPEG"


SAMPLES = [sample for sample in samples() if is_covered(sample)]


def covered(sample: Sample, folder: Path) -> Result:
    source = folder / f"original{sample.suffix}"
    source.write_bytes(sample.data)
    edits = {source.name: Edits(cover=(Box(4, 4, 30, 20),))}
    return clean(source, folder / "copies" / source.name, Policy("test", PRESETS["metadata"].remove, edits=edits))


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_law_3_no_canary_survives_under_a_cover(sample: Sample, tmp_path: Path) -> None:
    result = covered(sample, tmp_path)
    if result.target is None:
        expected = "several pictures" if sample.frames > 1 else REFUSED[sample.name]
        assert expected in (result.reason or "")
        return
    assert survivors(sample, result.target.read_bytes()) == ()
    again = clean(result.target, tmp_path / "again" / result.target.name, PRESETS["metadata"])
    assert again.outcome == Outcome.ALREADY_CLEAN


@needs_exiftool
def test_law_7_the_oracle_sees_nothing_private_under_a_cover(tmp_path: Path) -> None:
    copies = []
    for number, sample in enumerate(SAMPLES[::6]):
        folder = tmp_path / str(number)
        folder.mkdir()
        copies.append(covered(sample, folder).target)
    seen = private_tags([copy for copy in copies if copy])
    assert {path: tags for path, tags in seen.items() if tags} == {}
