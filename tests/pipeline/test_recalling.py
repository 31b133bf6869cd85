"""What was seen before is not looked for again; what changed is; and cleaning does not believe any of it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from lenscap import detectors, store
from lenscap.cli import main
from lenscap.detectors import identity
from lenscap.model import PICTURE, Kind, Looking, Outcome, Report
from lenscap.pipeline import clean, inspect, inspect_all, seen_before
from lenscap.policy import PRESETS
from tests.pictures import astronaut

CAREFUL, PEOPLE = Looking("careful"), Looking("careful", people=True)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_SETTLED", 0.0)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "astronaut.jpg"
    astronaut().save(path, quality=92)
    return path


class Counted:
    """How often somebody looked, and for what."""

    def __init__(self) -> None:
        self.looks: list[Looking] = []
        self.likenesses = 0


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    look, described = detectors.look, identity.with_likenesses

    def counting(frames, size, looking):  # type: ignore[no-untyped-def]
        counted.looks.append(looking)
        return look(frames, size, looking)

    def knowing(*arguments):  # type: ignore[no-untyped-def]
        counted.likenesses += 1
        return described(*arguments)

    monkeypatch.setattr(detectors, "look", counting)
    monkeypatch.setattr(identity, "with_likenesses", knowing)
    return counted


def seen(path: Path, looking: Looking, people: bool = False) -> Report:
    with store.opened(lambda: people) as it:
        (report,) = inspect_all([path], looking, it)
    assert isinstance(report, Report)
    return report


def likenesses(report: Report) -> list[bytes | None]:
    return [each.likeness for each in report.findings if each.kind == Kind.FACE]


def test_a_photo_that_did_not_change_is_looked_at_once(photo: Path, looks: Counted) -> None:
    first = seen(photo, CAREFUL)
    assert seen(photo, CAREFUL) == first == inspect(photo, CAREFUL)
    assert len(looks.looks) == 2  # once for the store, and once for the comparison


def test_a_photo_that_was_edited_is_looked_at_again(photo: Path, looks: Counted) -> None:
    seen(photo, CAREFUL)
    astronaut().crop((0, 300, 512, 512)).save(photo)
    assert not likenesses(seen(photo, CAREFUL))
    assert len(looks.looks) == 2


def test_what_lies_around_a_photo_is_looked_up_each_time(photo: Path) -> None:
    seen(photo, CAREFUL)
    photo.with_suffix(".aae").write_bytes(b"edits")
    assert [each.kind for each in seen(photo, CAREFUL).findings if each.where.startswith("Beside it")] == [Kind.HISTORY]
    photo.with_suffix(".aae").unlink()
    assert not [each for each in seen(photo, CAREFUL).findings if each.where.startswith("Beside it")]


def test_who_is_who_is_computed_anew_and_faces_are_not_looked_for_again(photo: Path, looks: Counted) -> None:
    first = seen(photo, PEOPLE)
    assert any(likenesses(first))
    again = seen(photo, PEOPLE)
    assert likenesses(again) == likenesses(first)
    assert again == first
    assert len(looks.looks) == 1
    assert looks.likenesses == 2


def test_people_who_are_remembered_are_not_computed_again(photo: Path, looks: Counted) -> None:
    first = seen(photo, PEOPLE, people=True)
    assert likenesses(seen(photo, PEOPLE, people=True)) == likenesses(first)
    assert (len(looks.looks), looks.likenesses) == (1, 1)


def test_a_photo_without_faces_is_not_opened_to_know_people(tmp_path: Path, looks: Counted) -> None:
    path = tmp_path / "ground.png"
    astronaut().crop((0, 300, 512, 512)).save(path)
    seen(path, CAREFUL)
    assert seen(path, PEOPLE) == inspect(path, PEOPLE)
    assert looks.looks == [CAREFUL, PEOPLE]  # the second one for the comparison


def test_who_is_in_an_animation_is_looked_at_anew(tmp_path: Path, looks: Counted) -> None:
    path = tmp_path / "both.gif"
    astronaut().save(path, save_all=True, append_images=[astronaut().rotate(5)])
    seen(path, PEOPLE)
    seen(path, PEOPLE)
    assert len(looks.looks) == 2


def test_what_is_known_is_there_without_opening_a_file(photo: Path, tmp_path: Path, looks: Counted) -> None:
    other = tmp_path / "other.jpg"
    astronaut().resize((64, 64)).save(other)
    seen(photo, PEOPLE)
    with store.opened() as it:
        (known,) = seen_before([photo, other, tmp_path / "gone.jpg"], PEOPLE, it)
    assert known.path == photo
    assert known.looked == CAREFUL
    assert len(looks.looks) == 1


@pytest.fixture
def lied_to(photo: Path) -> Path:
    """A photo of which the store says that it tells nothing and shows nobody."""
    for looking in (Looking(), CAREFUL):
        report = replace(inspect(photo, looking), findings=(), looked=looking)
        with store.opened() as it:
            known = it.photo(photo)
            assert known
            it.keep(known, report)
    assert not seen(photo, CAREFUL).findings
    return photo


def test_cleaning_believes_nothing_that_is_stored(lied_to: Path, tmp_path: Path) -> None:
    result = clean(lied_to, tmp_path / "copies" / "astronaut.jpg", PRESETS["faces"])
    assert result.outcome == Outcome.CLEANED
    assert result.covered >= 1
    assert result.target
    copy = inspect(result.target, CAREFUL)
    assert not [each for each in copy.findings if each.where == PICTURE and each.certainty >= 0.5]


def test_the_second_look_believes_nothing_that_is_stored(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cleaning does not even open the store."""

    def used(*_: object) -> None:
        raise AssertionError("the store was asked")

    monkeypatch.setattr(store.Store, "__init__", used)
    assert clean(photo, tmp_path / "copies" / "astronaut.jpg", PRESETS["faces"]).outcome == Outcome.CLEANED


def test_the_command_line_remembers_unless_it_is_told_not_to(
    photo: Path, looks: Counted, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["inspect", "--json", str(photo)]
    assert main([*arguments, "--no-store"]) == 0
    assert not store.path().exists()
    printed = capsys.readouterr().out
    for _ in range(2):
        assert main(arguments) == 0
        assert capsys.readouterr().out == printed
    assert len(looks.looks) == 2
    assert main(["cloud", "--json", str(photo)]) == 0
    assert len(looks.looks) == 2


def test_a_file_that_cannot_be_read_is_said_each_time(tmp_path: Path) -> None:
    torn = tmp_path / "torn.jpg"
    torn.write_bytes(b"not a photo")
    with store.opened() as it:
        first, again = inspect_all([torn, torn], CAREFUL, it)
    assert first == again
    assert not isinstance(first, Report)


def test_a_photo_known_by_its_path_alone_is_another_one_elsewhere(photo: Path, tmp_path: Path) -> None:
    seen(photo, CAREFUL)
    other = tmp_path / "IMG_20260615_184207.jpg"
    os.link(photo, other)
    assert Kind.TIME in {each.kind for each in seen(other, CAREFUL).findings}
