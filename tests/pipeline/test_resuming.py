"""A run that was stopped goes on where it was, and takes nothing for done that is not."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

import platformdirs
import pytest

from lenscap import forgetting
from lenscap.model import Box, Edits, Keep, Outcome, Policy, Result
from lenscap.pipeline import run
from lenscap.pipeline.cleaning import Made, make
from lenscap.pipeline.jobs import Answer, Job, do
from lenscap.pipeline.sums import parts
from lenscap.policy import PRESETS, styled
from lenscap.sources import walk
from tests.pipeline.rolls import contents, do_not, roll, small_photo
from tests.pipeline.test_cleaning import photo

METADATA = PRESETS["metadata"]
NEUTRAL = replace(METADATA, neutral_names=True)


def cleaned(folder: Path, out: Path, policy: Policy = METADATA, jobs: int = 1) -> list[Result]:
    return list(run(walk([folder]), out, policy, jobs))


@pytest.fixture
def nothing_is_done_again(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr("lenscap.pipeline.batch.do", do_not)


def is_done_again(folder: Path, out: Path, policy: Policy, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the only photo is cleaned, and not recognised."""
    made: list[Path] = []

    def noted(source: Path, target: Path, policy: Policy, summed: bool = False) -> Made:
        made.append(source)
        return make(source, target, policy, summed)

    with monkeypatch.context() as patch:
        patch.setattr("lenscap.pipeline.jobs.make", noted)
        cleaned(folder, out, policy)
    return bool(made)


@pytest.mark.parametrize("policy", [METADATA, NEUTRAL], ids=["kept names", "neutral names"])
def test_a_run_goes_on_where_it_was(policy: Policy, tmp_path: Path, nothing_is_done_again: Callable[[], None]) -> None:
    folder = roll(tmp_path / "in", 6)
    whole = cleaned(folder, tmp_path / "whole", policy)
    partial = run(walk([folder]), tmp_path / "out", policy)
    first = list(islice(partial, 3))
    partial.close()
    assert len(contents(tmp_path / "out")) == 3
    rest = cleaned(folder, tmp_path / "out", policy)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    assert [each.for_programs() for each in rest[:3]] == [each.for_programs() for each in first]
    assert [each.for_programs()["removed"] for each in rest] == [each.for_programs()["removed"] for each in whole]
    nothing_is_done_again()
    again = cleaned(folder, tmp_path / "out", policy)
    assert [each.for_programs() for each in again] == [each.for_programs() for each in rest]


@pytest.mark.slow
def test_what_was_removed_and_covered_is_said_again(tmp_path: Path, nothing_is_done_again: Callable[[], None]) -> None:
    (tmp_path / "in").mkdir()
    photo(tmp_path / "in" / "IMG_20260615_party")
    (before,) = cleaned(tmp_path / "in", tmp_path / "out", PRESETS["faces"])
    nothing_is_done_again()
    (after,) = cleaned(tmp_path / "in", tmp_path / "out", PRESETS["faces"])
    assert after.for_programs() == before.for_programs()
    assert after.covered > 0
    assert after.before is not None
    assert before.before is not None
    assert after.before.size == before.before.size


def test_two_processes_recognise_what_one_has_finished(
    tmp_path: Path, nothing_is_done_again: Callable[[], None]
) -> None:
    folder = roll(tmp_path / "in", 4)
    cleaned(folder, tmp_path / "out")
    nothing_is_done_again()
    assert {each.outcome for each in cleaned(folder, tmp_path / "out", jobs=2)} == {Outcome.CLEANED}


def test_an_original_that_changed_is_done_again_and_the_old_copy_stays(tmp_path: Path) -> None:
    source = small_photo(tmp_path / "in" / "a.jpg", 1)
    cleaned(tmp_path / "in", tmp_path / "out")
    before = contents(tmp_path / "out")
    small_photo(source, 2)
    (result,) = cleaned(tmp_path / "in", tmp_path / "out")
    assert result.target == tmp_path / "out" / "a (2).jpg"
    assert contents(tmp_path / "out").items() > before.items()


def test_a_copy_that_somebody_edited_is_not_taken_for_ours_nor_overwritten(tmp_path: Path) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    (before,) = cleaned(tmp_path / "in", tmp_path / "out")
    assert before.target is not None
    good = before.target.read_bytes()
    before.target.write_bytes(good + b"a note by somebody")
    for _ in range(2):
        (result,) = cleaned(tmp_path / "in", tmp_path / "out")
        assert result.target == tmp_path / "out" / "a (2).jpg"
        assert result.target.read_bytes() == good
    assert before.target.read_bytes() == good + b"a note by somebody"


def test_half_a_copy_under_its_name_is_not_taken_for_done(tmp_path: Path) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    (before,) = cleaned(tmp_path / "in", tmp_path / "out")
    assert before.target is not None
    whole = before.target.read_bytes()
    before.target.write_bytes(whole[:100])
    (result,) = cleaned(tmp_path / "in", tmp_path / "out")
    assert result.target is not None
    assert result.target.read_bytes() == whole


def test_a_copy_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    roll(tmp_path / "in", 2)
    cleaned(tmp_path / "in", tmp_path / "out", NEUTRAL)
    before = contents(tmp_path / "out")
    (tmp_path / "out" / "photo-0001.jpg").unlink()
    cleaned(tmp_path / "in", tmp_path / "out", NEUTRAL)
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize(
    "policy",
    [
        replace(METADATA, keep=Keep(copyright=True)),
        replace(METADATA, edits={"a.jpg": Edits(cover=(Box(0, 0, 8, 8),))}),
        replace(METADATA, file_times=True),
        styled(METADATA, "solid"),
        PRESETS["location"],
    ],
    ids=["keep", "edits", "times", "style", "another preset"],
)
def test_under_another_wish_a_photo_is_done_again(
    policy: Policy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    assert is_done_again(tmp_path / "in", tmp_path / "out", METADATA, monkeypatch)
    assert not is_done_again(tmp_path / "in", tmp_path / "out", METADATA, monkeypatch)
    assert is_done_again(tmp_path / "in", tmp_path / "out", policy, monkeypatch)
    assert not is_done_again(tmp_path / "in", tmp_path / "out", policy, monkeypatch)


def test_after_an_update_of_lenscap_a_photo_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    assert is_done_again(tmp_path / "in", tmp_path / "out", METADATA, monkeypatch)
    monkeypatch.setattr("lenscap.pipeline.resuming.__version__", "9.9.9")
    assert is_done_again(tmp_path / "in", tmp_path / "out", METADATA, monkeypatch)


def test_after_an_update_of_a_part_a_photo_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    assert "onnxruntime 1." in parts()
    assert is_done_again(tmp_path / "in", tmp_path / "out", METADATA, monkeypatch)
    monkeypatch.setattr("lenscap.pipeline.resuming.parts", lambda: "onnxruntime 99.0")
    assert is_done_again(tmp_path / "in", tmp_path / "out", METADATA, monkeypatch)


def test_a_run_that_remembers_nothing_recognises_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    known: list[bool] = []

    def noted(job: Job) -> Answer:
        known.append(job.done is not None)
        return do(job)

    monkeypatch.setattr("lenscap.pipeline.batch.do", noted)
    for remembers in (True, True, False):
        list(run(walk([tmp_path / "in"]), tmp_path / "out", METADATA, remembers=remembers))
    assert known == [False, True, False]
    assert sorted(contents(tmp_path / "out")) == ["a.jpg"]


def test_a_run_that_remembers_nothing_leaves_no_journal(tmp_path: Path) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    list(run(walk([tmp_path / "in"]), tmp_path / "out", METADATA, remembers=False))
    assert not (Path(platformdirs.user_cache_dir("lenscap", appauthor=False)) / "runs").exists()


def test_a_note_beside_a_photo_that_changed_makes_it_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it says may be written into the copy."""
    small_photo(tmp_path / "in" / "a.jpg")
    assert is_done_again(tmp_path / "in", tmp_path / "out", METADATA, monkeypatch)
    (tmp_path / "in" / "a.aae").write_text("an edit")
    assert is_done_again(tmp_path / "in", tmp_path / "out", METADATA, monkeypatch)


def test_a_finished_photo_keeps_its_number_when_another_one_comes(tmp_path: Path) -> None:
    roll(tmp_path / "in", 3)
    cleaned(tmp_path / "in", tmp_path / "out", NEUTRAL)
    before = contents(tmp_path / "out")
    small_photo(tmp_path / "in" / "A first one.jpg", 9)
    targets = [each.target.name if each.target else "" for each in cleaned(tmp_path / "in", tmp_path / "out", NEUTRAL)]
    assert targets == ["photo-0004.jpg", "photo-0001.jpg", "photo-0002.jpg", "photo-0003.jpg"]
    assert contents(tmp_path / "out").items() > before.items()


def test_a_photo_that_failed_keeps_its_number_for_when_it_is_done(tmp_path: Path) -> None:
    roll(tmp_path / "in", 3)
    broken = tmp_path / "in" / "IMG_00001.jpg"
    good = broken.read_bytes()
    broken.write_bytes(b"no picture")
    cleaned(tmp_path / "in", tmp_path / "out", NEUTRAL)
    broken.write_bytes(good)
    results = cleaned(tmp_path / "in", tmp_path / "out", NEUTRAL)
    assert [each.target.name for each in results if each.target] == [f"photo-000{n}.jpg" for n in (1, 2, 3)]


def test_two_photos_of_the_same_bytes_have_a_copy_each(tmp_path: Path) -> None:
    for name in ("a/x.jpg", "b/x.jpg"):
        small_photo(tmp_path / name)
    both = [tmp_path / "a", tmp_path / "b"]
    for _ in range(2):
        results = list(run(walk(both), tmp_path / "out", METADATA))
        assert [each.target.name for each in results if each.target] == ["x.jpg", "x (2).jpg"]


def test_the_journal_is_private_tells_no_names_and_lies_nowhere_near_the_copies(tmp_path: Path) -> None:
    small_photo(tmp_path / "in" / "Marta in Lisbon.jpg")
    cleaned(tmp_path / "in", tmp_path / "out")
    assert sorted(contents(tmp_path / "out")) == ["Marta in Lisbon.jpg"]
    kept = Path(platformdirs.user_cache_dir("lenscap", appauthor=False)) / "runs"
    written = b"".join(contents(kept).values()) + "".join(contents(kept)).encode()
    assert len(written) > 1000
    for word in ("Marta", "Lisbon", tmp_path.name, ".jpg"):
        assert word.encode() not in written
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in kept.iterdir()} == {0o600}
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    forgetting.forget()
    assert not kept.exists()


@pytest.mark.parametrize("harm", ["not a database", "a database of somebody else", "a key of somebody else"])
def test_a_damaged_journal_costs_time_only(harm: str, tmp_path: Path) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    cleaned(tmp_path / "in", tmp_path / "out")
    before = contents(tmp_path / "out")
    kept = Path(platformdirs.user_cache_dir("lenscap", appauthor=False)) / "runs"
    (base,) = kept.glob("*.db")
    if harm == "a key of somebody else":
        (kept / "key").write_bytes(b"short")
    else:
        base.write_bytes(b"x" * 10_000)
    if harm == "a database of somebody else":
        base.unlink()
        with sqlite3.connect(base) as other:
            other.execute("CREATE TABLE copies (made_from TEXT, other INTEGER)")
        other.close()
    assert [each.outcome for each in cleaned(tmp_path / "in", tmp_path / "out")] == [Outcome.CLEANED]
    assert contents(tmp_path / "out") == before


def test_lies_in_a_journal_are_not_believed(tmp_path: Path) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    cleaned(tmp_path / "in", tmp_path / "out")
    before = contents(tmp_path / "out")
    kept = Path(platformdirs.user_cache_dir("lenscap", appauthor=False)) / "runs"
    (base,) = kept.glob("*.db")
    for lie in ("[]", "{", '{"name": ["/../x", 0]}', '{"name": ["", -5]}', '{"name": ["", 0], "outcome": 3}', "null"):
        with sqlite3.connect(base) as other:
            other.execute("UPDATE copies SET said = ?", (lie,))
        other.close()
        assert [each.outcome for each in cleaned(tmp_path / "in", tmp_path / "out")] == [Outcome.CLEANED]
        assert contents(tmp_path / "out") == before


def test_without_a_place_for_a_journal_everything_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lenscap.journal._folder", lambda: Path(os.devnull) / "runs")
    small_photo(tmp_path / "in" / "a.jpg")
    for _ in range(2):
        assert [each.outcome for each in cleaned(tmp_path / "in", tmp_path / "out", NEUTRAL)] == [Outcome.CLEANED]
    assert sorted(contents(tmp_path / "out")) == ["photo-0001.jpg"]


def test_journals_that_nobody_needs_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_photo(tmp_path / "in" / "a.jpg")
    monkeypatch.setattr("lenscap.journal._MOST_FOLDERS", 2)
    kept = Path(platformdirs.user_cache_dir("lenscap", appauthor=False)) / "runs"
    for number in range(5):
        cleaned(tmp_path / "in", tmp_path / f"out {number}")
    assert len(list(kept.glob("*.db"))) == 3
    for path in kept.glob("*.db"):
        os.utime(path, (0, 0))
    cleaned(tmp_path / "in", tmp_path / "out new")
    assert len(list(kept.glob("*.db"))) == 1
