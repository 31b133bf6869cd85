"""What is remembered of photos: until they change, as much as there is room for, and for nobody else."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lenscap import models, store
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Report, Size
from lenscap.store import Store

LIKENESS = b"\x01\x02" * 256
FACE = Finding(Kind.FACE, "A face", PICTURE, 0.9, Box(1, 2, 3, 4), likeness=LIKENESS)
CAREFUL = Looking("careful")
PEOPLE = Looking("careful", people=True)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Photos of these tests were written just now."""
    monkeypatch.setattr(store, "_SETTLED", 0.0)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "Marta in Lisbon.jpg"
    path.write_bytes(b"a photo")
    return path


def told(path: Path, looking: Looking = CAREFUL, *findings: Finding) -> Report:
    return Report(path, "JPEG", Size(40, 30), findings or (FACE,), looked=looking)


def keep(report: Report, people: bool = False) -> None:
    with store.opened(lambda: people) as it:
        known = it.photo(report.path)
        assert known
        it.keep(known, report)


def found(path: Path, looking: Looking = CAREFUL) -> Report | None:
    with store.opened() as it:
        known = it.photo(path)
        assert known
        return it.report(known, looking)


def all_bytes() -> bytes:
    return b"".join(file.read_bytes() for file in sorted(store.path().parent.iterdir()))


def test_what_was_seen_is_there_again(photo: Path) -> None:
    keep(told(photo))
    assert found(photo) == told(photo)


def test_it_holds_for_what_was_looked_for(photo: Path) -> None:
    keep(told(photo))
    others = (Looking(), Looking("thorough"), Looking("careful", text=True), Looking("careful", codes=True))
    assert [found(photo, each) for each in others] == [None] * 4


def test_a_photo_that_was_edited_is_not_known(photo: Path) -> None:
    keep(told(photo))
    times = photo.stat()
    photo.write_bytes(b"another")
    os.utime(photo, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert found(photo) is None


def test_another_file_in_its_place_is_not_known(photo: Path, tmp_path: Path) -> None:
    keep(told(photo))
    other = tmp_path / "other"
    other.write_bytes(photo.read_bytes())
    os.utime(other, ns=(photo.stat().st_atime_ns, photo.stat().st_mtime_ns))
    os.replace(other, photo)
    assert found(photo) is None


def test_a_photo_that_was_written_just_now_is_not_taken_for_granted(
    photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_SETTLED", 2.0)
    with store.opened() as it:
        assert it.photo(photo) is None


def test_a_photo_that_changes_while_it_is_read_is_not_kept(photo: Path) -> None:
    with store.opened() as it:
        known = it.photo(photo)
        assert known
        photo.write_bytes(b"longer than before")
        it.keep(known, told(photo))
    assert found(photo) is None


def test_another_program_begins_anew(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(told(photo))
    monkeypatch.setattr(store, "_program", lambda: b"another version")
    assert found(photo) is None
    monkeypatch.undo()


def test_objects_are_known_for_the_models_that_saw_them(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looking = Looking("careful", objects=True)
    keep(told(photo, looking))
    assert found(photo, looking)
    monkeypatch.setattr(models, "installed", lambda: (models.YOLOX_NANO,))
    assert found(photo, looking) is None


def test_no_likeness_is_written_unless_people_are_remembered(photo: Path) -> None:
    keep(told(photo, PEOPLE))
    assert found(photo, PEOPLE) is None
    plain = found(photo)
    assert plain
    assert plain.findings[0].likeness is None
    assert b"\\u0001\\u0002" not in all_bytes()


def test_people_are_remembered_if_that_is_wanted_and_forgotten_again(photo: Path) -> None:
    keep(told(photo, PEOPLE), people=True)
    known = found(photo, PEOPLE)
    assert known
    assert known.findings[0].likeness == LIKENESS
    assert b"\\u0001\\u0002" in all_bytes()
    with store.opened() as it:
        it.forget_people()
    assert found(photo, PEOPLE) is None
    assert found(photo)
    assert b"\\u0001\\u0002" not in all_bytes()


def test_people_whom_nobody_wants_remembered_any_more_are_not_written(photo: Path) -> None:
    wanted = [True]
    with store.opened(lambda: wanted[0]) as it:
        known = it.photo(photo)
        assert known
        it.keep(known, told(photo, PEOPLE))
        wanted[0] = False
    assert found(photo)
    assert found(photo, PEOPLE) is None
    assert b"\\u0001\\u0002" not in all_bytes()


def test_nobody_else_can_read_it_and_it_names_no_path(photo: Path) -> None:
    keep(told(photo))
    folder = store.path().parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    for part in photo.parts[1:]:
        assert part.encode() not in all_bytes()


def test_a_file_that_all_could_read_is_closed_to_them(photo: Path) -> None:
    store.path().parent.mkdir(parents=True)
    store.path().touch(mode=0o644)
    keep(told(photo))
    assert stat.S_IMODE(store.path().stat().st_mode) == 0o600


@pytest.mark.expects_log
def test_a_link_in_its_place_is_not_followed(photo: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store.path().parent.mkdir(parents=True)
    store.path().symlink_to(tmp_path / "elsewhere")
    keep(told(photo))
    assert not (tmp_path / "elsewhere").exists()
    assert str(tmp_path) not in caplog.text


DAMAGE = {
    "no database": b"this is no database, but it is as long as one may be" * 40,
    "a cut": None,
    "zeros": bytes(8192),
}


@pytest.mark.expects_log
@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_begun_anew(name: str, photo: Path, caplog: pytest.LogCaptureFixture) -> None:
    keep(told(photo))
    file = store.path()
    file.write_bytes(DAMAGE[name] or file.read_bytes()[:5000])
    found(photo)
    keep(told(photo))
    assert found(photo) == told(photo)
    assert photo.name not in caplog.text


@pytest.mark.expects_log
def test_a_file_of_another_form_is_begun_anew(photo: Path) -> None:
    store.path().parent.mkdir(parents=True)
    other = sqlite3.connect(store.path())
    other.executescript("CREATE TABLE reports (a, b); PRAGMA user_version = 77;")
    other.close()
    keep(told(photo))
    assert found(photo) == told(photo)


def test_a_row_that_is_no_report_is_as_if_it_were_not_there(photo: Path) -> None:
    keep(told(photo))
    connection = sqlite3.connect(store.path())
    connection.execute("UPDATE reports SET report = x'00'")
    connection.commit()
    connection.close()
    assert found(photo) is None


@pytest.fixture
def locked() -> Iterator[None]:
    keep_open = sqlite3.connect(store.path())
    keep_open.execute("PRAGMA locking_mode = EXCLUSIVE")
    keep_open.execute("BEGIN EXCLUSIVE")
    yield
    keep_open.close()


@pytest.mark.expects_log
def test_while_another_program_locks_it_work_goes_on(
    photo: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr("lenscap.store._PATIENCE", 0.05)
    keep(told(photo))
    request.getfixturevalue("locked")
    found(photo)
    keep(told(photo))
    assert "SQLITE_BUSY" in caplog.text
    assert photo.name not in caplog.text


@pytest.mark.expects_log
def test_on_a_full_disk_work_goes_on(photo: Path, caplog: pytest.LogCaptureFixture) -> None:
    keep(told(photo))
    with store.opened() as it:
        known = it.photo(photo)
        it._database.ask("PRAGMA max_page_count = 1")
        assert known
        many = tuple(replace(FACE, tells=os.urandom(8).hex()) for _ in range(2000))
        it.keep(known, told(photo, Looking("thorough"), *many))
    assert "SQLITE_FULL" in caplog.text
    assert found(photo) == told(photo)


@pytest.mark.expects_log
def test_where_no_folder_can_be_made_work_goes_on(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "path", lambda: photo / "cache" / "reports.sqlite")
    keep(told(photo))
    assert found(photo) is None


def test_what_was_not_used_longest_goes_where_it_is_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_MOST_REPORTS", 20)
    clock = [1e9]
    monkeypatch.setattr("lenscap.store.time.time", lambda: clock[0])
    paths = [tmp_path / str(number) for number in range(30)]
    for path in paths:
        path.write_bytes(b"a photo")
        os.utime(path, (1, 1))
    monkeypatch.setattr(store, "_SETTLED", -1e12)
    for path in paths[:20]:
        clock[0] += 10
        keep(told(path))
    clock[0] += 2 * 86400
    assert found(paths[0])
    for path in paths[20:]:
        keep(told(path))
    kept = [path.name for path in paths if found(path)]
    assert len(kept) <= 20
    assert "0" in kept
    assert "1" not in kept
    assert "29" in kept


def test_it_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_MOST_BYTES", 100_000)
    with store.opened() as it:
        for number in range(200):
            path = tmp_path / str(number)
            path.write_bytes(b"a photo")
            known = it.photo(path)
            assert known
            it.keep(known, told(path, CAREFUL, replace(FACE, tells=os.urandom(2000).hex())))
    assert store.path().stat().st_size < 400_000


def test_what_nobody_asked_for_in_half_a_year_goes(photo: Path, tmp_path: Path) -> None:
    keep(told(photo))
    connection = sqlite3.connect(store.path())
    connection.execute("UPDATE reports SET used = used - 200 * 86400")
    connection.commit()
    connection.close()
    other = tmp_path / "other.jpg"
    other.write_bytes(b"x")
    keep(told(other))
    assert found(photo) is None
    assert found(other)


def test_a_report_that_is_too_long_is_not_kept(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_LARGEST_REPORT", 10)
    keep(told(photo))
    assert found(photo) is None


def test_several_may_use_it_at_a_time(photo: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jpg"
    other.write_bytes(b"x")
    one, two = Store(store.path()), Store(store.path())
    for it, path in ((one, photo), (two, other), (one, other), (two, photo)):
        known = it.photo(path)
        assert known
        it.keep(known, told(path))
    one.close()
    two.close()
    assert found(photo) == told(photo)
    assert found(other) == told(other)
