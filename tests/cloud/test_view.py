"""What is said of rolls that are small, odd, or wrong."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from lenscap.cloud import CloudView, view
from lenscap.model import FILE_NAME, PICTURE, Box, Finding, Kind, Looking, Report, Size
from tests.cloud.lives import TODAY, report, taken, taken_at


def face(person: str = "", size: int = 1500) -> Finding:
    data = {"person": person} if person else {}
    return Finding(Kind.FACE, "A face", PICTURE, 0.9, Box(0, 0, size, size), data)


def says(seen: CloudView) -> list[str]:
    statements = [*seen.people, *seen.places, *seen.events, *seen.themes, *seen.suggestions]
    return [each.says for each in statements]


@pytest.mark.parametrize(("days", "part"), [(0, "inside"), (30, "inside"), (31, "older"), (400, "older")])
@pytest.mark.parametrize("zone", ["", "+14:00", "-12:00", "+05:45"])
@pytest.mark.parametrize("hour", ["00:00:00", "23:59:59"])
def test_the_window_goes_by_the_day_on_the_clocks_there(days: int, part: str, zone: str, hour: str) -> None:
    path = Path("a.jpg")
    seen = view([report(path, taken(f"{TODAY - timedelta(days=days)}T{hour}{zone}"))], TODAY)
    assert getattr(seen.window, part) == (path,)


def test_a_film_in_utc_is_put_on_the_clocks_of_its_place() -> None:
    tokyo = report(Path("a.mov"), Finding(Kind.TIME, "Recorded", "Film", data={"iso": "2026-05-28T20:00:00Z"}),
                   taken_at(35.68, 139.65))  # fmt: skip
    assert view([tokyo], TODAY).window.inside == (Path("a.mov"),)
    assert view([tokyo], TODAY).window.first == date(2026, 5, 29)


@pytest.mark.parametrize(("written", "part"), [("2026-06", "perhaps"), ("2026", "perhaps"), ("2026-04", "older")])
def test_what_tells_only_a_month_or_a_year_may_be_in_the_window(written: str, part: str) -> None:
    assert getattr(view([report(Path("a.jpg"), taken(written))], TODAY).window, part) == (Path("a.jpg"),)


@pytest.mark.parametrize(
    "iso", ["1970-01-01T00:00:00", "2036-02-07T06:28:16", "1904-01-01T00:00:00", "nonsense", "9999"]
)
def test_a_clock_that_was_never_set_tells_no_date(iso: str) -> None:
    assert view([report(Path("a.jpg"), taken(iso))], TODAY).window.undated == (Path("a.jpg"),)


def test_a_photo_without_a_date_falls_back_to_its_name() -> None:
    named = Finding(Kind.TIME, "The name says 20 June 2026", FILE_NAME, data={"iso": "2026-06-20"})
    assert view([report(Path("a.jpg"), taken("1970-01-01T00:00:00"), named)], TODAY).window.inside == (Path("a.jpg"),)


@pytest.mark.parametrize("position", [(0.0, 0.0), (91.0, 0.0), (0.0, 999.0), (float("nan"), 1.0), (1e300, 1e300)])
def test_a_position_that_is_none_is_not_a_place(position: tuple[float, float]) -> None:
    seen = view([report(Path("a.jpg"), taken("2026-06-01T10:00:00"), taken_at(*position))], TODAY)
    assert not seen.places


@pytest.mark.parametrize("position", [(90.0, 10.0), (-90.0, 0.0), (10.0, 180.0), (-17.7, -179.99999), (64.1, -21.9)])
def test_poles_and_the_date_line_are_places_like_any_other(position: tuple[float, float]) -> None:
    nights = [
        report(
            Path(f"{n}.jpg"),
            taken(f"{TODAY - timedelta(days=3 * n)}T22:00:00"),
            taken_at(position[0], position[1] if n % 2 or abs(position[1]) < 179 else -position[1]),
        )
        for n in range(30)
    ]
    homes = [each for each in view(nights, TODAY).places if each.kind == "home"]
    assert [each.data["nights"] for each in homes] == [30]


def test_photos_of_the_same_second_are_one_event() -> None:
    same = [report(Path(f"{n}.jpg"), taken("2026-06-20T12:00:00")) for n in range(500)]
    assert [len(each.photos) for each in view(same, TODAY).events] == [500]


@pytest.mark.parametrize("seed", range(5))
def test_noise_makes_no_home(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (the same noise every time)
    noise = [
        report(
            Path(f"{n}.jpg"),
            taken(f"2026-0{random.randint(1, 6)}-{random.randint(1, 27):02}T{random.randint(0, 23):02}:00:00"),
            taken_at(45 + random.uniform(-0.1, 0.1), 5 + random.uniform(-0.1, 0.1)),
        )
        for n in range(3000)
    ]
    assert not [each for each in view(noise, TODAY).places if each.kind in ("home", "work")]


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_photos_give_a_sensible_view(count: int) -> None:
    seen = view([report(Path("a.jpg"))] * count, TODAY)
    assert seen.photos == count
    assert not says(seen)


def test_a_party_past_midnight_is_one_event() -> None:
    times = ["20T21:00", "20T22:10", "20T23:20", "21T00:30", "21T01:30"]
    party = [report(Path(f"{n}.jpg"), taken(f"2026-06-{time}:00")) for n, time in enumerate(times)]
    before = [report(Path(f"b{n}.jpg"), taken(f"2026-06-{n:02}T12:00:{n:02}")) for n in range(1, 19)]
    assert 5 in [len(each.photos) for each in view([*before, *party], TODAY).events]


def test_persons_are_ordered_by_photos_and_said_with_who_they_are_with() -> None:
    roll = [report(Path(f"{n}.jpg"), taken(f"2026-06-{n + 1:02}T12:00:00"), face("Person 1")) for n in range(8)]
    roll += [report(Path(f"t{n}.jpg"), face("Person 1"), face("Person 2")) for n in range(3)]
    roll += [report(Path("x.jpg"), face("Person 3")), report(Path("y.jpg"), face())]
    said = [(each.kind, each.data.get("name"), len(each.photos)) for each in view(roll, TODAY).people]
    assert said == [
        ("person", "Person 1", 11),
        ("person", "Person 2", 3),
        ("together", None, 3),
        ("once", None, 1),
        ("faces", None, 1),
    ]


@pytest.mark.parametrize(
    ("finding", "theme"),
    [
        (Finding(Kind.TEXT, "The text “Happy Birthday, Marta”", PICTURE), "Birthday"),
        (Finding(Kind.TEXT, "A keyword: wedding", "IPTC"), "Wedding"),
        (Finding(Kind.TEXT, "The text “Class of 2026”", PICTURE), "Graduation"),
        (Finding(Kind.CODE, "A boarding pass", PICTURE), "Tickets and codes"),
        (Finding(Kind.MOTION, "This photo hides a 2.1 s video", "Trailer"), "Hidden clips"),
        (Finding(Kind.OBJECT, "A dog", PICTURE, data={"label": "dog"}), "Pets"),
        (Finding(Kind.OBJECT, "A cake", PICTURE, data={"label": "cake"}), "Birthday"),
        (face(), "Portraits"),
    ],
)
def test_a_theme_is_found_by_its_rule(finding: Finding, theme: str) -> None:
    [found] = view([report(Path("a.jpg"), finding)], TODAY).themes
    assert found.says == theme
    assert found.because[0].finding == finding


@pytest.mark.parametrize("words", ["The text “Open daily”", "A keyword: garden"])
def test_no_theme_is_made_up(words: str) -> None:
    assert not view([report(Path("a.jpg"), Finding(Kind.TEXT, words, PICTURE))], TODAY).themes


def test_a_holiday_is_that_of_the_country_of_the_place() -> None:
    here = [report(Path(f"{n}.jpg"), taken("2026-07-14T12:00:00"), taken_at(*at)) for n, at in
            enumerate([(48.8566, 2.3522), (52.52, 13.405)])]  # fmt: skip
    [found] = view(here, date(2026, 7, 20)).themes
    assert (found.says, found.photos) == ("National Day", (Path("0.jpg"),))


def test_a_weekend_away_makes_a_recap_with_its_reasons() -> None:
    nights = [date(2026, 4, 1) + timedelta(days=2 * n) for n in range(30)]
    home = [report(Path(f"{night}.jpg"), taken(f"{night}T21:00:00"), taken_at(45.76, 4.83)) for night in nights]
    away = [report(Path(f"a{n}.jpg"), taken(f"2026-06-{13 + n // 4}T1{n % 4}:00:00"), taken_at(38.72, -9.14), face())
            for n in range(8)]  # fmt: skip
    seen = view([*home, *away], TODAY)
    recap = next(each for each in seen.suggestions if each.says == "Weekend in Lisbon")
    assert recap.kind == "recap"
    assert {line["words"] for line in recap.data["because"]} == {"8 positions", "13–14 June 2026"}


def test_what_was_not_looked_at_is_said() -> None:
    blind = view([report(Path("a.jpg"))], TODAY).unseen
    looked = Report(Path("a.jpg"), "JPEG", Size(1, 1), (), 1, Looking("careful", people=True, text=True, codes=True))
    assert any("Faces" in each for each in blind)
    assert not any("Faces" in each or "Text" in each for each in view([looked], TODAY).unseen)


def test_photos_are_listed_by_their_day_and_by_whether_they_have_a_position() -> None:
    placed, month, bare = (Path(name) for name in ("placed.jpg", "month.jpg", "bare.jpg"))
    told = [
        report(placed, taken("2026-06-15T10:00:00"), taken_at(45.76, 4.84)),
        report(month, taken("2026-06")),
        report(bare),
    ]
    seen = view(told, TODAY)
    assert seen.dates == {"2026-06": (month,), "2026-06-15": (placed,)}
    assert seen.placed == (placed,)
