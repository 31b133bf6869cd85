"""Who is who: groups of likenesses, and what somebody mends in them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenscap.model import PICTURE, Box, Finding, Kind, Report, Size
from lenscap.people import NEAR, SAME_PERSON, Face, People, distance, is_near, merged, people, renamed, split, told

BOX = Box(10, 10, 50, 60)
ALIKE = 0.2
"""How far the faces that we make of one person are from her middle, at most: far less than from other people's."""


def likeness(person: int, photo: int) -> bytes:
    """A face of a made-up person, whose middle lies in a direction of its own."""
    middle = np.zeros(128, np.float32)
    middle[person] = 1
    away = np.random.default_rng((person, photo)).normal(size=128)
    return bytes((middle + away / np.linalg.norm(away) * ALIKE).astype(np.float32).tobytes())


def face(person: int, photo: int, box: Box = BOX) -> Finding:
    return Finding(Kind.FACE, "A face", PICTURE, 0.9, box, likeness=likeness(person, photo))


def report(photo: int, *findings: Finding) -> Report:
    return Report(Path(f"{photo}.jpg"), "JPEG", Size(100, 100), findings)


def roll(persons: list[int]) -> list[Report]:
    """One photo for each, of the person with this number."""
    return [report(photo, face(person, photo)) for photo, person in enumerate(persons)]


def groups(persons: People) -> set[frozenset[Face]]:
    return {frozenset(person.faces) for person in persons}


def numbers(persons: People) -> list[list[int]]:
    return [sorted(int(path.stem) for path in person.photos) for person in persons]


rolls = st.lists(st.integers(0, 9), max_size=40).map(roll)
two_or_more = st.lists(st.integers(0, 9), min_size=1, max_size=40).map(lambda more: roll([10, 10, 11, *more]))


def test_each_person_has_her_faces_and_a_number_by_photos() -> None:
    persons = people(roll([3, 1, 3, 2, 3, 1]))
    assert [person.name for person in persons] == ["Person 1", "Person 2", "Person 3"]
    assert numbers(persons) == [[0, 2, 4], [1, 5], [3]]


def test_a_roll_without_faces_has_no_people() -> None:
    unknown = replace(face(1, 1), likeness=None)
    assert people([report(1), report(2, unknown)]) == ()


def test_a_photo_counts_once_though_somebody_is_in_it_twice() -> None:
    twice = report(0, face(1, 0), face(1, 7, Box(60, 10, 50, 60)))
    persons = people([twice, report(1, face(2, 1)), report(2, face(2, 2))])
    assert numbers(persons) == [[1, 2], [0]]
    assert [len(person.faces) for person in persons] == [2, 2]


def test_the_cover_is_a_sure_and_large_face() -> None:
    faces = [
        replace(face(1, 0), box=Box(0, 0, 20, 20)),
        replace(face(1, 1), box=Box(0, 0, 90, 90), certainty=0.8),
        replace(face(1, 2), box=Box(0, 0, 95, 95), certainty=0.5),
    ]
    (person,) = people([report(photo, each) for photo, each in enumerate(faces)])
    assert person.cover.path == Path("1.jpg")


def test_faces_between_two_people_do_not_make_them_one() -> None:
    """As chains of faces, each near to the next, do in other ways of grouping."""
    bridge = []
    for place in ((0.8, 0.45), (0.45, 0.8)):
        middle = np.zeros(128, np.float32)
        middle[:2] = place
        bridge.append(replace(face(0, 99), likeness=middle.tobytes()))
    steps = [likeness(0, 0), *(each.likeness or b"" for each in bridge), likeness(1, 6)]
    assert all(distance(one, other) < SAME_PERSON for one, other in pairwise(steps))
    persons = people([*roll([0] * 6 + [1] * 6), report(98, bridge[0]), report(99, bridge[1])])
    assert sorted(numbers(persons)) == [[*range(6), 98], [*range(6, 12), 99]]


@given(rolls, st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_the_order_of_the_photos_does_not_matter(reports: list[Report], random: object) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert groups(people(shuffled)) == groups(people(reports))


@given(st.integers(0, 2**32), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_nor_does_it_where_nobody_is_clearly_somebody(seed: int, random: object) -> None:
    spread = np.zeros((40, 128), np.float32)
    spread[:, :16] = np.random.default_rng(seed).normal(0, 0.1, (40, 16))
    likenesses = [each.tobytes() for each in spread]
    assert any(distance(one, other) < SAME_PERSON for one, other in combinations(likenesses, 2))
    reports = [report(photo, replace(face(0, 0), likeness=each)) for photo, each in enumerate(likenesses)]
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert groups(people(shuffled)) == groups(people(reports))


@given(rolls)
@settings(max_examples=50, deadline=None)
def test_every_face_is_one_persons(reports: list[Report]) -> None:
    faces = [each for person in people(reports) for each in person.faces]
    assert len(faces) == len(set(faces)) == len(reports)


@given(two_or_more)
@settings(max_examples=50, deadline=None)
def test_merging_is_the_same_either_way_round_and_splitting_undoes_it(reports: list[Report]) -> None:
    persons = people(reports)
    one, other = persons[:2]
    both = merged(persons, one, other)
    assert groups(both) == groups(merged(persons, other, one))
    assert len(both) == len(persons) - 1
    united = next(person for person in both if set(person.faces) >= set(one.faces))
    assert groups(split(both, united, other.faces)) == groups(persons)


@given(two_or_more, rolls)
@settings(max_examples=50, deadline=None)
def test_what_was_mended_stays_when_there_are_more_photos(reports: list[Report], more: list[Report]) -> None:
    persons = people(reports)
    first = persons[0]
    apart = split(persons, first, first.faces[:1])
    together = merged(apart, apart[-1], apart[-2]) if len(apart) > 3 else apart
    named = renamed(together, together[0], "Anna")
    later = [replace(each, path=Path(f"{100 + number}.jpg")) for number, each in enumerate(more)]
    again = people([*reports, *later], named)
    for person in named:
        if person.mended:
            (now,) = (each for each in again if set(each.faces) & set(person.faces))
            assert set(now.faces) >= set(person.faces)
    assert sum(len(person.faces) for person in again) == len(reports) + len(later)
    assert [person.name for person in again].count("Anna") == 1


def test_a_new_photo_goes_to_the_half_of_a_split_person_that_it_is_most_like() -> None:
    reports = roll([1] * 4)
    (person,) = people(reports)
    halves = split((person,), person, person.faces[:2])
    copy = report(9, replace(face(1, 0), likeness=likeness(1, 0)))  # the same as photo 0
    again = people([*reports, copy], halves)
    assert sorted(map(sorted, numbers(again))) == [[0, 1, 9], [2, 3]]


def test_a_person_whose_photos_are_gone_is_gone() -> None:
    reports = roll([1, 1, 2])
    persons = people(reports)
    named = renamed(persons, persons[0], "Anna")
    assert [person.name for person in people(reports[2:], named)] == ["Person 1"]


def test_nobody_gets_a_number_that_somebody_has_as_a_name() -> None:
    persons = people(roll([1, 1, 1, 2, 2, 3]))
    again = people(roll([1, 1, 1, 2, 2, 3]), renamed(persons, persons[2], "Person 1"))
    assert sorted(person.name for person in again) == ["Person 1", "Person 2", "Person 3"]
    assert again[2].name == "Person 1"


def test_a_split_that_leaves_nothing_changes_nothing() -> None:
    (person,) = people(roll([1, 1]))
    assert split((person,), person, person.faces) == (person,)
    assert split((person,), person, ()) == (person,)


def test_a_name_of_the_first_wins_when_two_are_merged() -> None:
    persons = people(roll([1, 1, 2]))
    named = renamed(persons, persons[1], "Ben")
    assert [each.name for each in merged(named, named[0], named[1])] == ["Ben"]
    named = renamed(named, named[0], "Anna")
    assert [each.name for each in merged(named, named[0], named[1])] == ["Anna"]


def test_a_report_is_told_with_names() -> None:
    reports = roll([1, 1, 2])
    named = [told(each, people(reports)) for each in reports]
    assert [each.findings[0].data for each in named] == [{"person": f"Person {number}"} for number in (1, 1, 2)]


def test_a_likeness_is_in_no_words_and_makes_no_difference() -> None:
    marked = replace(face(1, 1), likeness=b"LIKENESS" * 64)
    assert "LIKENESS" in str(marked.likeness)
    seen = Face(Path("a.jpg"), BOX, 0.9, b"LIKENESS" * 64)
    assert "LIKENESS" not in repr(marked) + repr(seen) + str(report(1, marked))
    assert marked == replace(marked, likeness=None)


def test_of_a_face_without_a_likeness_nothing_is_known() -> None:
    assert is_near(None, None)
    assert not is_near(likeness(1, 1), None)
    assert is_near(likeness(1, 1), likeness(1, 2))
    assert not is_near(likeness(1, 1), likeness(2, 2))
    assert distance(likeness(1, 1), likeness(2, 2)) > NEAR


@pytest.mark.slow
def test_ten_thousand_faces_are_grouped() -> None:
    persons = people(roll([number % 100 for number in range(10_000)]))
    assert [len(person.faces) for person in persons] == [100] * 100
