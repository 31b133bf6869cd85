"""What is said of made lives, beside what was planned for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest

from lenscap.cloud import CloudView, view
from lenscap.cloud.globe import spot
from lenscap.cloud.nouns import Statement
from tests.cloud.lives import TODAY, Life, Place, life

SEEDS = range(50)


@cache
def lived(seed: int) -> tuple[Life, CloudView]:
    made = life(seed)
    return made, view(made.reports, TODAY)


def metres(statement: Statement, place: Place) -> float:
    one, other = spot(statement.data["lat"], statement.data["lon"]), spot(*place)
    assert one is not None
    assert other is not None
    return one.metres_to(other)


def only(statements: Iterable[Statement], kind: str) -> list[Statement]:
    return [each for each in statements if each.kind == kind]


def matched(plan: Sequence[set[Path]], found: Sequence[set[Path]]) -> int:
    """How many of the sets that were found have more than half in common with one of the plan's."""
    planned = {path: number for number, paths in enumerate(plan) for path in paths}
    hits = 0
    for paths in found:
        shared = Counter(planned[path] for path in paths if path in planned)
        hits += any(count > len(paths | plan[number]) / 2 for number, count in shared.items())
    return hits


@pytest.mark.parametrize("seed", SEEDS)
def test_home_and_work_are_found_where_they_are(seed: int) -> None:
    made, seen = lived(seed)
    [home], [work] = only(seen.places, "home"), only(seen.places, "work")
    assert metres(home, made.home) < 300
    assert metres(work, made.work) < 300
    assert 0.5 < home.certainty < 1


@pytest.mark.parametrize("days", [10, 20])
@pytest.mark.parametrize("seed", range(10))
def test_no_home_is_claimed_where_there_are_too_few_nights(seed: int, days: int) -> None:
    seen = view(life(seed, days).reports, TODAY)
    assert not only(seen.places, "home")
    assert not only(seen.places, "work")


@pytest.mark.parametrize("seed", range(10))
def test_no_home_is_claimed_for_somebody_who_takes_no_photos_there(seed: int) -> None:
    assert not only(view(life(seed, at_home=False).reports, TODAY).places, "home")


def test_trips_and_events_are_those_that_were_planned() -> None:
    hits, sizes = Counter[str](), Counter[str]()
    for seed in SEEDS:
        made, seen = lived(seed)
        placed = {each.photo for part in seen.places for each in part.because} | {
            path for part in only(seen.places, "visit") for path in part.photos
        }
        plans = {"trip": [trip & placed for trip in made.trips if trip & placed], "event": made.events}
        for kind, plan in plans.items():
            found = [set(each.photos) for each in only(seen.events, kind)]
            hits[kind] += 2 * matched(plan, found)
            sizes[kind] += len(plan) + len(found)
    assert sizes["trip"] > 500
    assert hits["trip"] / sizes["trip"] >= 0.9
    assert hits["event"] / sizes["event"] >= 0.9


@pytest.mark.parametrize("seed", range(5))
def test_every_statement_rests_on_findings_of_its_own_photos(seed: int) -> None:
    _, seen = lived(seed)
    statements = [*seen.people, *seen.places, *seen.events, *seen.themes, *seen.suggestions]
    assert len(statements) > 100
    for each in statements:
        assert each.because, each.says
        assert {because.photo for because in each.because} <= set(each.photos), each.says


def test_the_order_of_the_reports_makes_no_difference() -> None:
    made, seen = lived(0)
    again = view(reversed(made.reports), TODAY)
    assert [each.says for each in again.suggestions] == [each.says for each in seen.suggestions]
    assert [each.says for each in again.events] == [each.says for each in seen.events]
