"""What was decided by hand is there again on another day, for the same photo, and for no other."""

from __future__ import annotations

import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from lenscap import decisions
from lenscap.model import Box, Edits, Kind

EDITS = Edits((Box(1, 2, 30, 40),), (Box(-5, 0, 60, 70), Box(8, 9, 10, 11)), {Kind.PLACE: "town", Kind.TIME: "keep"})


@pytest.fixture(autouse=True)
def nothing_said() -> None:
    decisions._say.cache_clear()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(bytes(range(256)) * 1000)
    return file


def decide(photo: Path, edits: Edits = EDITS) -> None:
    known = decisions.identity(photo)
    assert known
    assert decisions.remember({known: edits})


def known_of(photo: Path) -> Edits:
    found = decisions.recall(photo)
    assert found
    return found.edits


def test_decisions_follow_a_photo_that_is_renamed_and_moved(photo: Path, tmp_path: Path) -> None:
    decide(photo)
    (tmp_path / "other").mkdir()
    moved = photo.rename(tmp_path / "other" / "holiday.jpg")
    assert known_of(moved) == EDITS


@pytest.mark.parametrize("at", [0, 100, 255_900])
def test_a_photo_that_was_changed_is_another_one(photo: Path, at: int) -> None:
    decide(photo)
    data = bytearray(photo.read_bytes())
    data[at] ^= 1
    photo.write_bytes(data)
    assert known_of(photo) == Edits()
    photo.write_bytes(bytes(range(256)) * 1000 + b"more")
    assert known_of(photo) == Edits()


def test_what_was_taken_back_is_not_kept(photo: Path) -> None:
    decide(photo)
    decide(photo, Edits())
    assert known_of(photo) == Edits()
    with sqlite3.connect(decisions.path()) as store:
        assert store.execute("SELECT count(*) FROM decisions").fetchone() == (0,)


def test_nothing_of_a_photo_but_boxes_and_details_is_written(photo: Path) -> None:
    decide(photo)
    with sqlite3.connect(decisions.path()) as store:
        ((known, edits, turn),) = store.execute("SELECT * FROM decisions")
    assert len(known) == 20
    assert turn == 1
    assert edits == (
        '{"keep":[[1,2,30,40]],"cover":[[-5,0,60,70],[8,9,10,11]],"details":{"place":"town","time":"keep"}}'
    )


def test_nobody_else_can_read_it(photo: Path) -> None:
    decide(photo)
    assert stat.S_IMODE(decisions.path().stat().st_mode) == 0o600
    assert stat.S_IMODE(decisions.path().parent.stat().st_mode) == 0o700


def test_looking_makes_no_file_and_leaves_no_time_of_access(photo: Path) -> None:
    before = photo.stat()
    assert known_of(photo) == Edits()
    assert not decisions.path().parent.exists()
    assert photo.stat().st_atime_ns == before.st_atime_ns


def test_forgetting_leaves_nothing(photo: Path) -> None:
    assert decisions.forget()
    decide(photo)
    assert decisions.forget()
    assert not list(decisions.path().parent.iterdir())
    assert known_of(photo) == Edits()
    decide(photo)
    assert known_of(photo) == EDITS


def test_the_oldest_go_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decisions, "_MOST_PHOTOS", 3)
    names = [bytes([number]) * 20 for number in range(5)]
    for name in names:
        decisions.remember({name: EDITS})
    decisions.remember({names[2]: Edits()})
    assert [decisions.recalled(name) == EDITS for name in names] == [False, False, False, True, True]


@pytest.mark.expects_log
def test_a_damaged_file_is_begun_anew(photo: Path, caplog: pytest.LogCaptureFixture) -> None:
    decide(photo)
    decisions.path().write_bytes(b"no database at all, but something" * 100)
    assert known_of(photo) == Edits()
    assert "could not be read" in caplog.text
    assert str(photo) not in caplog.text
    decide(photo)
    assert known_of(photo) == EDITS


@pytest.mark.expects_log
def test_a_locked_file_and_one_that_cannot_be_written_do_no_harm(
    photo: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(decisions, "_PATIENCE", 0.05)
    decide(photo)
    other = sqlite3.connect(decisions.path(), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    known = decisions.identity(photo)
    assert known
    assert not decisions.remember({known: Edits()})
    assert "could not be saved" in caplog.text
    other.execute("ROLLBACK")
    other.close()
    assert known_of(photo) == EDITS
    monkeypatch.setattr(decisions, "path", lambda: photo / "no folder" / "decisions.sqlite")
    assert not decisions.remember({known: EDITS})


@pytest.mark.parametrize(
    "text", ["", "null", "[]", '{"keep": 3, "cover": [[1], [1,2,3,"4"], 5], "details": [1]}', "[" * 100_000, "{"]
)
def test_what_makes_no_sense_is_as_if_nothing_had_been_decided(photo: Path, text: str) -> None:
    decide(photo)
    with sqlite3.connect(decisions.path()) as store:
        store.execute("UPDATE decisions SET edits = ?", (text,))
    assert known_of(photo) == Edits()


def test_details_of_a_kind_that_is_not_known_are_passed_over(photo: Path) -> None:
    decide(photo)
    with sqlite3.connect(decisions.path()) as store:
        store.execute("UPDATE decisions SET edits = ?", ('{"details":{"smell":"keep","place":"country","time":7}}',))
    assert known_of(photo).details == {Kind.PLACE: "country"}


def test_a_folder_and_a_missing_file_are_no_photos(tmp_path: Path) -> None:
    assert decisions.recall(tmp_path) is None
    assert decisions.recall(tmp_path / "missing.jpg") is None


def _many(start: int) -> None:
    for number in range(start, start + 25):
        assert decisions.remember({number.to_bytes(20): EDITS})


@pytest.mark.slow
def test_two_windows_at_once_lose_nothing() -> None:
    context = get_context("spawn")
    both = [context.Process(target=_many, args=(start,)) for start in (0, 100)]
    for one in both:
        one.start()
    for one in both:
        one.join()
        assert one.exitcode == 0
    names = [*range(25), *range(100, 125)]
    assert all(decisions.recalled(number.to_bytes(20)) == EDITS for number in names)


def test_the_first_decision_is_written_while_others_ask_for_theirs() -> None:
    photo, asked = b"photo", b"asked"
    with ThreadPoolExecutor(4) as pool:
        for _ in range(25):
            decisions.forget()
            asking = [pool.submit(_ask_soon, asked) for _ in range(3)]
            assert pool.submit(decisions.remember, {photo: EDITS}).result()
            assert [each.result() for each in asking] == [Edits()] * 3
            assert decisions.recalled(photo) == EDITS


def _ask_soon(known: bytes) -> Edits:
    """Ask as soon as the file is there."""
    while not decisions.path().exists():
        pass
    return decisions.recalled(known)
