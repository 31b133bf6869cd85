"""Whose faces are covered: the decision about one face, from its likeness alone."""

from __future__ import annotations

import pickle
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from lenscap.details import for_photo
from lenscap.errors import PolicyError
from lenscap.model import PICTURE, Box, Edits, Finding, Keep, Kind, Persons, Policy
from lenscap.people import FAR, NEAR
from lenscap.policy import EVERY_PHOTO, PRESETS, Fate, edits_of, fate, from_anywhere, load, with_boxes, with_people

BOX = Box(10, 10, 50, 60)


def at(distance: float) -> bytes:
    """A likeness that is so far from the one at 0."""
    return array("f", [distance] + [0.0] * 127).tobytes()


def face(distance: float | None) -> Finding:
    return Finding(Kind.FACE, "A face", PICTURE, 0.9, BOX, likeness=None if distance is None else at(distance))


def rule(only: bool) -> Policy:
    return replace(PRESETS["everything"], persons=Persons(only, likenesses=(at(0), at(9))))


@pytest.mark.parametrize(
    ("distance", "among_kept", "among_only"),
    [
        (0, Fate.KEPT, Fate.COVERED),
        (NEAR - 0.01, Fate.KEPT, Fate.COVERED),
        (9 + NEAR - 0.01, Fate.KEPT, Fate.COVERED),
        (NEAR + 0.01, Fate.COVERED, Fate.COVERED),
        (FAR - 0.01, Fate.COVERED, Fate.COVERED),
        (FAR + 0.01, Fate.COVERED, Fate.KEPT),
        (4, Fate.COVERED, Fate.KEPT),
        (None, Fate.COVERED, Fate.COVERED),
    ],
)
def test_a_face_is_visible_only_if_it_is_sure_whose_it_is(
    distance: float | None, among_kept: Fate, among_only: Fate
) -> None:
    assert fate(face(distance), rule(only=False)) == among_kept
    assert fate(face(distance), rule(only=True)) == among_only


@pytest.mark.parametrize("only", [False, True])
def test_as_long_as_nobody_is_known_everybody_is_covered(only: bool) -> None:
    unknown = replace(PRESETS["faces"], persons=Persons(only, (Path("me.jpg"),)))
    assert fate(face(0), unknown) == Fate.COVERED


def test_what_was_decided_by_hand_wins() -> None:
    assert fate(face(0), rule(only=False), Edits(cover=(BOX,))) == Fate.COVERED
    assert fate(face(4), rule(only=False), Edits(keep=(BOX,))) == Fate.KEPT
    assert fate(face(4), rule(only=True), Edits(cover=(BOX,))) == Fate.COVERED


def test_rules_by_person_are_about_faces_only() -> None:
    text = replace(face(0), kind=Kind.TEXT)
    assert fate(text, rule(only=False)) == Fate.COVERED


def test_likenesses_travel_to_workers_and_are_in_no_words() -> None:
    policy = rule(only=False)
    policy = replace(policy, persons=replace(policy.persons or Persons(), likenesses=(b"LIKENESS" * 64,)))
    assert pickle.loads(pickle.dumps(policy)).persons.likenesses == (b"LIKENESS" * 64,)  # noqa: S301
    assert "LIKENESS" not in repr(policy)


def test_people_are_kept_or_alone_covered_but_not_both() -> None:
    photo = Path("me.jpg")
    assert with_people(PRESETS["faces"]) == PRESETS["faces"]
    assert with_people(PRESETS["faces"], [photo]).persons == Persons(False, (photo,))
    assert with_people(PRESETS["faces"], only=[photo]).persons == Persons(True, (photo,))
    with pytest.raises(PolicyError, match="Both at once"):
        with_people(PRESETS["faces"], [photo], [photo])
    with pytest.raises(PolicyError, match="Under “metadata” no faces are covered"):
        with_people(PRESETS["metadata"], [photo])


def test_boxes_for_all_photos_come_to_those_of_one() -> None:
    policy = replace(PRESETS["faces"], edits={"a.jpg": Edits(keep=(BOX,))})
    policy = with_boxes(policy, ["1,2,3,4"], ["-5, 6,7,8"])
    assert edits_of(Path("b.jpg"), policy) == Edits((Box(1, 2, 3, 4),), (Box(-5, 6, 7, 8),))
    assert edits_of(Path("a.jpg"), policy) == Edits((BOX, Box(1, 2, 3, 4)), (Box(-5, 6, 7, 8),))
    assert set(policy.edits) == {"a.jpg", EVERY_PHOTO}
    assert with_boxes(PRESETS["faces"]) == PRESETS["faces"]


@pytest.mark.parametrize("text", ["", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1,2,3,4.5", f"1,2,3,1{'0' * 400}", "9" * 5000])
def test_a_box_that_is_none_is_a_sentence(text: str) -> None:
    with pytest.raises(PolicyError, match="four whole numbers"):
        with_boxes(PRESETS["faces"], cover=[text])


def test_a_policy_file_names_photos_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('base = "faces"\nkeep_people = ["me.jpg", "/elsewhere/you.jpg"]\n')
    assert load(file).persons == Persons(False, (tmp_path / "me.jpg", Path("/elsewhere/you.jpg")))
    file.write_text('base = "faces"\nonly_people = ["me.jpg"]\n')
    assert load(file).persons == Persons(True, (tmp_path / "me.jpg",))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("keep_people = 'me.jpg'", "keep_people is not a list of photos"),
        ("base = 'faces'\nonly_people = [3]", "only_people is not a list of photos"),
        ("keep_people = ['me.jpg']", "no faces are covered"),
        ("base = 'faces'\nkeep_people = ['me.jpg']\nonly_people = ['you.jpg']", "Both at once"),
    ],
)
def test_a_policy_file_that_makes_no_sense_is_a_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)
    with pytest.raises(PolicyError, match=sentence):
        load(file)


def test_a_policy_file_of_bytes_that_are_no_text_is_a_sentence_of_ours(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(b"base = '\xff\xfe'")
    with pytest.raises(PolicyError) as told:
        load(file)
    assert str(told.value) == "The policy “mine.toml” is not a text file. Save it as UTF-8 text, or choose another one."


def test_details_of_one_photo_win_over_those_of_all_and_boxes_stay(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[photos."*".details]\ntime = "year"\nplace = "town"\n'
        '[photos."a.jpg"]\nkeep = [[1, 2, 3, 4]]\ndetails = { time = "remove" }\n'
    )
    own = edits_of(Path("a.jpg"), load(file))
    assert own == Edits(keep=(Box(1, 2, 3, 4),), details={Kind.TIME: "remove", Kind.PLACE: "town"})
    assert for_photo(load(file), own).keep == Keep(place="town")
    boxes = with_boxes(load(file), keep=["5,6,7,8"])
    assert edits_of(Path("b.jpg"), boxes) == Edits((Box(5, 6, 7, 8),), (), {Kind.TIME: "year", Kind.PLACE: "town"})


@pytest.mark.parametrize("base", PRESETS)
@pytest.mark.parametrize("choice", ["keep", "remove", "year", "day", "exact"])
def test_to_heed_details_twice_is_to_heed_them_once(base: str, choice: str) -> None:
    edits = Edits(details={Kind.TIME: choice, Kind.NAME: "keep", Kind.HISTORY: "remove"})
    once = for_photo(PRESETS[base], edits)
    assert for_photo(once, edits) == once
    assert once.remove >= PRESETS[base].remove


def test_a_policy_file_can_make_coarser_what_its_preset_leaves(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('base = "location"\n[keep]\ntime = "month"\n')
    assert load(file).remove == {Kind.PLACE, Kind.TIME}
    assert load(file).keep == Keep(time="month")
    file.write_text('base = "location"\n[keep]\ntime = "remove"\nplace = "exact"\n')
    assert load(file).remove == {Kind.PLACE, Kind.TIME}
    assert load(file).keep == Keep(place="exact")


def test_a_policy_file_says_what_is_covered(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('base = "faces"\ncover = ["face", "code"]\n')
    assert load(file).cover == {Kind.FACE, Kind.CODE}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("cover = 'face'", "cover is not a list"),
        ("cover = ['person']", "cover is not a list"),
        ("cover = [['face']]", "cover is not a list"),
        ("[photos.'a.jpg']\ndetails = 3", "details is not a table"),
        ("[photos.'a.jpg'.details]\nweather = 'keep'", "“weather”, which does not exist"),
        ("[photos.'a.jpg'.details]\nfilename = 'keep'", "“filename”, which does not exist"),
        ("[photos.'a.jpg'.details]\ntime = 'minute'", "details.time is none of these: year, month, day, exact"),
        ("[photos.'a.jpg'.details]\npreview = 'keep'", "details.preview is none of these: remove"),
        ("[photos.'a.jpg'.details]\ndevice = ['keep']", "details.device is none of these: keep, remove"),
        ("[photos.'a.jpg']\nhide = []", "which boxes to keep, which to cover, and the details"),
    ],
)
def test_details_that_make_no_sense_are_a_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)
    with pytest.raises(PolicyError, match=sentence):
        load(file)


def test_of_two_boxes_about_the_same_face_the_one_that_is_more_like_it_decides() -> None:
    found = Finding(Kind.FACE, "A face", PICTURE, box=Box(100, 100, 60, 80))
    smaller = Box(100, 100, 50, 60)
    faces = PRESETS["faces"]
    assert fate(found, faces, Edits(keep=(found.box or smaller,), cover=(smaller,))) is Fate.KEPT
    assert fate(found, faces, Edits(keep=(smaller,), cover=(found.box or smaller,))) is Fate.COVERED
    assert fate(found, faces, Edits(keep=(smaller,), cover=(smaller,))) is Fate.COVERED
    assert fate(found, PRESETS["metadata"], Edits(cover=(smaller,))) is Fate.COVERED


def test_decisions_about_photos_hold_where_the_working_folder_is_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    one, other, every = (Edits(cover=(Box(0, 0, side, side),)) for side in (1, 2, 3))
    policy = replace(PRESETS["metadata"], edits={"in/a.jpg": one, "b.jpg": other, "*": every})
    moved = from_anywhere(policy)
    assert moved.edits == {str(tmp_path / "in" / "a.jpg"): one, "b.jpg": other, "*": every}
