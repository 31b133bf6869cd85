"""A policy that is written is read as the same policy, and what it is called never leaves its folder."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenscap import own_policies
from lenscap.details import keeping
from lenscap.errors import PolicyError
from lenscap.model import Box, Edits, Kind, Persons, Policy
from lenscap.policy import IN_PIXELS, PRESETS, STYLES, load
from lenscap.policy_file import written

NUMBERS = st.integers(-(1 << 31), 1 << 31)
BOXES = st.lists(st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=3).map(tuple)
DETAILS = st.fixed_dictionaries(
    {},
    optional={
        Kind.TIME: st.sampled_from(["keep", "remove", "year", "month", "day", "exact"]),
        Kind.PLACE: st.sampled_from(["keep", "remove", "country", "town"]),
        Kind.DEVICE: st.sampled_from(["keep", "remove"]),
        Kind.PREVIEW: st.just("remove"),
    },
)
KEEPS = st.fixed_dictionaries(
    {},
    optional={
        "time": st.sampled_from(["year", "month", "day", "exact", "remove"]),
        "place": st.sampled_from(["country", "town", "exact", "remove"]),
        "copyright": st.booleans(),
        "settings": st.booleans(),
    },
)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """What a policy file can say."""
    base = keeping(draw(st.sampled_from([*PRESETS.values()])), draw(KEEPS))
    cover = frozenset(draw(st.sets(st.sampled_from(sorted(IN_PIXELS)))))
    photos = tuple(
        Path("/photos") / name for name in draw(st.lists(st.sampled_from(["me.jpg", "y o\"u'.png"]), max_size=2))
    )
    return replace(
        base,
        name="mine",
        cover=cover,
        style=draw(st.sampled_from(STYLES)),
        neutral_names=draw(st.booleans()),
        file_times=draw(st.booleans()),
        persons=Persons(draw(st.booleans()), photos) if photos and Kind.FACE in cover else None,
        edits=draw(st.dictionaries(NAMES, st.builds(Edits, BOXES, BOXES, DETAILS), max_size=3)),
    )


@given(policies())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_as_the_same_policy(tmp_path: Path, policy: Policy) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(written(policy), encoding="utf-8", newline="\n")
    assert load(file) == policy
    assert written(load(file)) == written(policy)


def test_what_no_file_can_say_is_not_written_as_something_else() -> None:
    with pytest.raises(PolicyError, match="cannot be said"):
        written(Policy("odd", frozenset({Kind.MOTION})))


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of own policies."""
    monkeypatch.setattr("lenscap.settings.path", lambda: tmp_path / "config" / "settings.toml")
    return tmp_path / "config" / "policies"


@given(st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_a_name_is_never_a_path(name: str) -> None:
    stem = own_policies.file_name(name)
    assert stem not in (".", "..")
    assert Path(stem).name == stem or not stem
    assert not stem.startswith(".")
    assert len(stem.encode()) < 230
    assert own_policies.file_name(stem) == stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("../../etc/passwd", "etcpasswd"),
        ("C:\\Windows\\evil", "CWindowsevil"),
        ("Ferien für Oma", "Ferien für Oma"),
        (" . hidden . ", "hidden"),
        ("CON", "CON policy"),
        ("a\nb\0c", "abc"),
        ("\u202egpj.exe", "gpj.exe"),
        ("///", ""),
    ],
)
def test_names_are_cleaned(name: str, stem: str) -> None:
    assert own_policies.file_name(name) == stem


def test_a_policy_is_saved_for_its_person_only(room: Path) -> None:
    path = own_policies.save("../Holiday", PRESETS["faces"])
    assert path == room / "Holiday.toml"
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in room.iterdir()] == ["Holiday.toml"]
    assert load(path) == replace(PRESETS["faces"], name="Holiday")


def test_another_of_the_same_name_takes_a_number_and_one_that_is_edited_does_not(room: Path) -> None:
    first = own_policies.save("Holiday", PRESETS["faces"])
    second = own_policies.save("Holiday", PRESETS["metadata"])
    assert (first.name, second.name) == ("Holiday.toml", "Holiday (2).toml")
    assert own_policies.save("Holiday", PRESETS["everything"], instead=first) == first
    renamed = own_policies.save("Work", PRESETS["everything"], instead=first)
    assert own_policies.listed() == [second, renamed]


def test_a_policy_that_is_taken_over_keeps_its_words_and_finds_its_photos(room: Path, tmp_path: Path) -> None:
    plain, people = tmp_path / "plain.toml", tmp_path / "people.toml"
    plain.write_text("# mine\nbase = 'faces'\n")
    people.write_text("base = 'faces'\nkeep_people = ['me.jpg']\n")
    assert own_policies.take_over(plain).read_text() == plain.read_text()
    assert load(own_policies.take_over(people)).persons == Persons(False, (tmp_path / "me.jpg",))
    assert own_policies.has_notes(plain)
    assert not own_policies.has_notes(people)


def test_what_is_no_policy_is_not_taken_over(room: Path, tmp_path: Path) -> None:
    large, broken = tmp_path / "large.toml", tmp_path / "broken.toml"
    large.write_bytes(b"#" * (2 << 20))
    broken.write_text("base =")
    for path, sentence in (
        (large, "too large"),
        (broken, "is not a TOML file"),
        (tmp_path / "no.toml", "cannot be read"),
    ):
        with pytest.raises(PolicyError, match=sentence):
            own_policies.take_over(path)
    assert own_policies.listed() == []


def test_nothing_that_lies_elsewhere_is_deleted(room: Path, tmp_path: Path) -> None:
    other = tmp_path / "mine.toml"
    other.write_text("")
    with pytest.raises(PolicyError, match="not deleted"):
        own_policies.delete(other)
    assert other.exists()


def test_a_disk_that_takes_nothing_is_a_sentence(room: Path) -> None:
    room.parent.mkdir()
    room.write_text("a file where the folder should be")
    with pytest.raises(PolicyError, match="cannot be saved"):
        own_policies.save("Holiday", PRESETS["faces"])
    assert own_policies.listed() == []
