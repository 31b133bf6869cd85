"""The view as a page of text, and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from lenscap.cloud import view
from lenscap.cloud.page import for_programs, lines
from tests.cloud.lives import TODAY, life, report, taken


def test_the_page_says_what_was_found_and_what_it_rests_on() -> None:
    page = "\n".join(lines(view(life(3).reports, TODAY)))
    for words in (
        "Nothing was sent anywhere",
        "Likely home: New York City",
        "30-day window",
        "because of",
        "certainty",
    ):
        assert words in page


def test_no_line_of_a_part_goes_on_for_ever() -> None:
    assert len(list(lines(view(life(3, 2000).reports, TODAY)))) < 120


def test_a_bar_is_as_long_as_its_share() -> None:
    roll = [report(Path(f"{n}.jpg"), taken("2026-06-20" if n < 10 else "2026-01-01")) for n in range(40)]
    rows = [line for line in lines(view(roll, TODAY)) if "█" in line]
    lengths = [line.count("█") for line in rows[:2]]
    assert lengths[1] == 32
    assert 9 <= lengths[0] <= 11


def test_programs_get_everything_with_its_reasons() -> None:
    seen = view(life(3).reports, TODAY)
    told = json.loads(json.dumps(for_programs(seen)))
    assert {"window", "people", "places", "events", "themes", "suggestions"} <= told.keys()
    assert told["window"]["last"] == "2026-06-28"
    home = told["places"][0]
    assert home["kind"] == "home"
    assert home["because"][0].keys() == {"path", "kind", "tells", "where"}
    assert len(told["suggestions"]) == len(seen.suggestions)


def test_an_empty_roll_has_a_page() -> None:
    assert "from 0 photos" in "\n".join(lines(view([], TODAY)))
