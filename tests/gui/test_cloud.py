"""What the cloud sees: the page before and after cleaning, what is pressed on it, and what it says of nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event, get_ident
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lenscap import cloud
from lenscap.cloud.fates import fates
from lenscap.gui.cloud import CloudPage
from lenscap.gui.cloud.projection import Area, fitted
from lenscap.gui.cloud.spans import spans
from lenscap.gui.cloud.suggestion import FateCard, SuggestionCard
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.window import Window
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Report
from tests.cloud.lives import TODAY, life, report, taken, taken_at
from tests.gui.scenes import put_up

LEFT = Qt.MouseButton.LeftButton
LYON, LISBON = (45.7640, 4.8357), (38.7223, -9.1393)


def face(person: str = "", number: int = 0) -> Finding:
    data = {"person": person} if person else {}
    return Finding(Kind.FACE, "A face", PICTURE, 0.9, Box(900 * number, 100, 800, 900), data)


def roll(people: bool = True) -> list[Report]:
    """Months at home with evenings there, a weekend in Lisbon, and two people of whom one is in most photos."""
    made: list[Report] = []

    def add(day: date, hour: int, place: tuple[float, float] | None, *faces: Finding) -> None:
        number = len(made)
        findings = [taken(f"{day.isoformat()}T{hour:02}:{number % 60:02}:00+02:00"), *faces]
        if place:
            findings.append(taken_at(*place))
        looked = Looking("careful", people=people)
        made.append(replace(report(Path(f"roll/IMG_{number:04}.jpg"), *findings), looked=looked))

    for number in range(60):
        one = face("Person 1" if people else "")
        add(date(2026, 4, 1) + timedelta(days=number), 21, LYON, *([one] if number % 2 else []))
    for number in range(14):
        other = face("Person 2" if people else "")
        add(date(2026, 6, 13) + timedelta(days=number // 5), 10 + number % 5, LISBON, *([other] if number % 2 else []))
    return made


def cleaned(told: Report) -> Report:
    """What a copy tells: the month, and the face of Person 2."""
    kept = [each for each in told.findings if each.data.get("person") == "Person 2"]
    months = [taken(str(each.data["iso"])[:7]) for each in told.findings if each.kind == Kind.TIME]
    return replace(told, findings=(*months, *kept))


def model(reports: list[Report]) -> PhotoModel:
    made = PhotoModel()
    made.append(Photo(each.path, each.path.name, each, seen=True) for each in reports)
    return made


@pytest.fixture
def page(qtbot: QtBot, thumbnails: Thumbnails) -> Iterator[Callable[..., CloudPage]]:
    """Makes pages on reports, and waits until they show them."""
    made: list[CloudPage] = []

    def show(reports: list[Report], predict: Callable[[Report], Report] | None = None) -> CloudPage:
        held = CloudPage(model(reports), thumbnails, predict, today=lambda: TODAY)
        made.append(held)
        with qtbot.waitSignal(held.seeing.seen, timeout=20_000):
            put_up(qtbot, held)
        return held

    yield show
    for held in made:
        held.wait()


def said(widget: QWidget) -> str:
    return " | ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget) and each.text())


def pressed(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT, pos=QPoint(widget.width() - 6, widget.height() // 2))


def card(page: CloudPage, title: str) -> SuggestionCard | FateCard:
    while True:
        for each in page.making.cards():
            if (each.fate.made if isinstance(each, FateCard) else each.made).says == title:
                return each
        assert not page.making.more.isHidden(), f"there is no card “{title}”"
        QTest.mouseClick(page.making.more, LEFT)


# -- from the window --------------------------------------------------------------------------------------------------


@pytest.fixture
def opened(window: Window, qtbot: QtBot) -> Window:
    """The window with the roll open and the tab pressed."""
    window.cloud.seeing.today = lambda: TODAY
    window._name = "Phone backup"  # a roll is open
    window._go(window.roll)
    window.photos.append(Photo(each.path, each.path.name, each, seen=True) for each in roll())
    with qtbot.waitSignal(window.cloud.seeing.seen, timeout=20_000):
        QTest.mouseClick(window.toolbar.tabs.segment("cloud"), LEFT)
    return window


def test_the_tab_leads_to_the_page_and_back(opened: Window) -> None:
    assert opened.pages.currentWidget() is opened.cloud
    assert opened.toolbar.tabs.isVisible()
    assert "An estimate made on this computer from 74 photos. Nothing was sent anywhere." in said(opened.cloud)
    QTest.mouseClick(opened.toolbar.tabs.segment("roll"), LEFT)
    assert opened.pages.currentWidget() is opened.roll
    QTest.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert opened.pages.currentWidget() is opened.cloud


def test_where_nothing_is_open_there_is_no_view_to_choose(window: Window, qtbot: QtBot) -> None:
    tabs = window.toolbar.tabs
    tabs.segment("cloud").click()
    assert window.pages.currentWidget() is window.welcome
    assert not tabs.segment("cloud").isEnabled()
    tabs.segment("roll").setFocus()
    QTest.keyClick(tabs.segment("roll"), Qt.Key.Key_Right)
    assert window.pages.currentWidget() is window.guide


def test_a_suggestion_shows_its_photos_in_the_roll_until_its_chip_is_taken_away(opened: Window) -> None:
    lisbon = card(opened.cloud, "Weekend in Lisbon")
    pressed(lisbon)
    assert opened.pages.currentWidget() is opened.roll
    assert [photo.path for photo in opened.roll.filtered.shown()] == [each.path for each in roll()[60:]]
    chip = opened.roll.bar.chosen
    assert chip.isVisible()
    assert (chip.text(), chip.count()) == ("Weekend in Lisbon", 14)
    assert not opened.roll.bar.chips["all"].isChecked()
    QTest.mouseClick(opened.roll.bar.chips["face"], LEFT)
    assert opened.roll.filtered.rowCount() == 7
    QTest.mouseClick(chip, LEFT)
    assert not chip.isVisible()
    assert opened.roll.filtered.rowCount() == 37
    QTest.mouseClick(opened.roll.bar.chips["all"], LEFT)
    assert opened.roll.filtered.rowCount() == 74


def test_all_lets_go_of_chosen_photos_too(opened: Window) -> None:
    opened.roll.show_only("Lisbon", [Path("roll/IMG_0060.jpg")])
    QTest.mouseClick(opened.roll.bar.chips["all"], LEFT)
    assert not opened.roll.bar.chosen.isVisible()
    assert opened.roll.filtered.rowCount() == 74
    assert opened.roll.bar.chips["all"].isChecked()


def test_other_photos_begin_with_an_empty_page(opened: Window, qtbot: QtBot) -> None:
    opened.photos.clear()
    assert opened.cloud.making.cards() == [] or not opened.cloud.making.isVisible()
    assert "No photos are open." in said(opened.cloud)


# -- now --------------------------------------------------------------------------------------------------------------


def test_persons_places_and_days_are_shown_with_their_photos(page: Callable[..., CloudPage]) -> None:
    made = page(roll())
    assert [(each.name, each.line) for each in made.people.row()] == [
        ("Person 1", "30 photos"),
        ("Person 2", "7 photos"),
    ]
    assert "2 people in 37 photos" in said(made.people)
    assert [dot.mark.name for dot in made.places.map.dots()] == ["Likely home", "Lisbon"]
    assert made.places.accessibleName() == "Places. 74 photos carry a position"
    assert made.when.inside.accessibleName() == "16 photos in the 30-day window, 29 May – 28 June 2026"


def test_faces_are_counted_where_it_was_not_looked_which_are_the_same(page: Callable[..., CloudPage]) -> None:
    made = page(roll(people=False))
    assert "Faces in 37 photos. Which are the same person was not looked at." in said(made.people)
    last = made.people.row()[-1]
    assert len(last.photos) == 37


def test_everything_is_pressed_with_the_keyboard_and_has_a_name(page: Callable[..., CloudPage], qtbot: QtBot) -> None:
    made = page(roll())
    parts = [made.people.somebodies[1], made.places.map.spot(1), made.when.inside, card(made, "Weekend in Lisbon")]
    for part, count in zip(parts, (7, 14, 16, 14), strict=True):
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert part.accessibleName()
        with qtbot.waitSignal(made.chosen) as heard:
            QTest.keyClick(part, Qt.Key.Key_Return)
        assert len(heard.args[1]) == count
    buttons = [each for each in made.findChildren(QAbstractButton) if each.isVisible()]
    assert [each for each in buttons if not (each.accessibleName() or each.text())] == []


def test_a_row_of_the_list_and_a_dot_of_the_map_choose_the_same(page: Callable[..., CloudPage], qtbot: QtBot) -> None:
    made = page(roll())
    rows = [each for each in made.places.findChildren(QAbstractButton) if each.accessibleName() == "Lisbon, 14 photos"]
    assert len(rows) == 2
    heard: list[tuple[str, list[Path]]] = []
    made.chosen.connect(lambda title, paths: heard.append((title, paths)))
    for each in rows:
        QTest.mouseClick(each, LEFT)
    assert heard[0] == heard[1]
    assert heard[0][0] == "Lisbon"


def test_a_day_is_pressed_and_days_are_dragged_over(page: Callable[..., CloudPage], qtbot: QtBot) -> None:
    made = page(roll())
    bars = made.when.bars
    first = (date(2026, 6, 13) - date(2026, 4, 1)).days
    heard: list[tuple[str, int]] = []
    made.chosen.connect(lambda title, paths: heard.append((title, len(paths))))
    at, to = (QPoint(round(bars.middle(first + more)), 20) for more in (0, 2))
    QTest.mouseClick(bars, LEFT, pos=at)
    QTest.mousePress(bars, LEFT, pos=at)
    QTest.mouseMove(bars, to)
    QTest.mouseRelease(bars, LEFT, pos=to)
    assert heard == [("13 June 2026", 5), ("13–15 June 2026", 14)]


def test_the_arrow_keys_go_from_day_to_day(page: Callable[..., CloudPage]) -> None:
    bars = page(roll()).when.bars
    heard: list[tuple[str, int]] = []
    bars.chosen.connect(lambda title, paths: heard.append((title, len(paths))))
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert bars.accessibleName() == "Photos by date: 14 June 2026: 5 photos"
    QTest.keyClick(bars, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert heard == [("15 June 2026", 4), ("13–14 June 2026", 10)]


# -- after cleaning ---------------------------------------------------------------------------------------------------


def test_without_a_prediction_there_is_no_after(page: Callable[..., CloudPage]) -> None:
    segment = page(roll()).which.segment("after")
    assert not segment.isEnabled()
    assert segment.toolTip() == "What the copies would tell cannot be estimated yet."


def test_after_cleaning_what_cannot_be_made_is_struck_through_with_the_reason(
    page: Callable[..., CloudPage], qtbot: QtBot
) -> None:
    made = page(roll(), cleaned)
    QTest.mouseClick(made.which.segment("after"), LEFT)
    lisbon, second = card(made, "Weekend in Lisbon"), card(made, "Person 1, again and again")
    assert "can no longer be made. No days, no positions" in lisbon.accessibleName()
    assert "can no longer be made. Faces covered" in second.accessibleName()
    assert any(each.font().strikeOut() for each in lisbon.findChildren(QLabel))
    kept = card(made, "June 2026")
    assert "can still be made" in kept.accessibleName()
    assert not any(each.font().strikeOut() for each in kept.findChildren(QLabel))
    assert "What it could still make" in said(made.making)
    qtbot.waitUntil(lambda: "What stays visible" in said(made.making))
    assert "1 person in 7 photos" in said(made.making)


def test_after_cleaning_covered_people_wear_the_cap_and_places_are_gone(page: Callable[..., CloudPage]) -> None:
    made = page(roll(), cleaned)
    QTest.mouseClick(made.which.segment("after"), LEFT)
    assert [(each.line, each.covered) for each in made.people.row()] == [("covered", True), ("kept in 7", False)]
    assert made.places.map.dots() == []
    assert made.places.accessibleName() == "Places. 0 photos carry a position"
    assert "Only the month is left. Days and times are gone." in said(made.when)
    QTest.mouseClick(made.which.segment("now"), LEFT)
    assert [each.line for each in made.people.row()] == ["30 photos", "7 photos"]


def test_a_suggestion_lives_on_as_another_of_the_same_photos() -> None:
    now = cloud.view(roll(), TODAY)
    placeless = [replace(each, findings=tuple(f for f in each.findings if f.kind != Kind.PLACE)) for each in roll()]
    found = {fate.made.says: fate for fate in fates(now, cloud.view(placeless, TODAY))}
    assert found["Person 1, again and again"].left is not None
    assert found["Weekend in Lisbon"].left is None
    assert found["Weekend in Lisbon"].gone == ("place",)
    assert [fate.left.says for fate in found.values() if fate.left and fate.left.says != fate.made.says] == []


# -- nothing ----------------------------------------------------------------------------------------------------------


def test_photos_that_tell_nothing_are_said_to(page: Callable[..., CloudPage]) -> None:
    made = page([report(Path("a.jpg")), replace(report(Path("b.jpg")), looked=Looking("careful"))])
    assert "No face was found in these photos." in said(made.people)
    assert "No photo tells when it was taken." in said(made.when)
    assert "Nothing: it takes dates, positions or faces that belong together." in said(made.making)
    names = [each.accessibleName() for each in made.places.findChildren(QWidget)]
    assert "No photo carries a position. The picture itself can still show a known place." in names


def test_where_faces_were_not_looked_for_none_is_denied(page: Callable[..., CloudPage]) -> None:
    made = page([report(Path("a.jpg"))])
    assert "Faces were not looked for in these photos." in said(made.people)
    assert "No face" not in said(made.people)


def test_photos_that_tell_only_a_month_are_said_to(page: Callable[..., CloudPage]) -> None:
    made = page([report(Path("a.jpg"), taken("2026-06"))])
    assert "Only the month is told." in said(made.when)


def test_before_the_first_photo_is_read_that_is_said(page: Callable[..., CloudPage], thumbnails: Thumbnails) -> None:
    made = page([])
    assert "No photos are open." in said(made)
    made._photos.append([Photo(Path("a.jpg"), "a.jpg")])
    made._show()
    assert "No photo has been read yet. What can be told from them comes here as they are read." in said(made)


def test_photos_that_wait_to_be_read_are_counted(page: Callable[..., CloudPage], qtbot: QtBot) -> None:
    made = page(roll()[:20])
    made._photos.append([Photo(Path("new.jpg"), "new.jpg")])
    qtbot.waitUntil(lambda: "1 photo is not read yet." in said(made), timeout=20_000)
    made._photos.set_report(Path("new.jpg"), report(Path("new.jpg")), seen=True)
    qtbot.waitUntil(lambda: "from 21 photos. Nothing was sent anywhere." in said(made), timeout=20_000)
    assert "not read yet" not in said(made)


# -- a large roll -----------------------------------------------------------------------------------------------------


def test_ten_thousand_photos_are_looked_at_while_the_window_goes_on(
    qtbot: QtBot, thumbnails: Thumbnails, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived, ticked, threads = Event(), Event(), set[int]()

    def view(reports: Any, today: date, real: Callable[..., cloud.CloudView] = cloud.view) -> cloud.CloudView:
        threads.add(get_ident())
        lived.set()
        assert ticked.wait(20), "the window stood still"
        return real(reports, today)

    def tick() -> None:
        if lived.is_set():
            ticked.set()

    monkeypatch.setattr(cloud, "view", view)
    reports = [each for seed in range(6) for each in life(seed, days=365).reports]
    reports = [replace(each, path=Path(f"roll/{number}.jpg")) for number, each in enumerate(reports)][:10_000]
    assert len(reports) == 10_000
    held = CloudPage(model(reports), thumbnails, today=lambda: TODAY)
    clock = QTimer(held, interval=5)
    clock.timeout.connect(tick)
    clock.start()
    with qtbot.waitSignal(held.seeing.seen, timeout=60_000):
        put_up(qtbot, held)
    assert threads
    assert get_ident() not in threads
    assert len(held.making.cards()) <= 5
    assert len(held.places.map.dots()) <= 40
    held.wait()


# -- the map and the bars ---------------------------------------------------------------------------------------------


def test_places_on_both_sides_of_the_date_line_are_neighbours_on_the_map() -> None:
    area = Area(100, 50, 500, 350)
    at = fitted([(-17.7, 178.0), (-13.8, -171.8)], area)
    (west, _), (east, _) = at.point(-17.7, 178.0), at.point(-13.8, -171.8)
    assert 99 < west < east < 501
    assert at.scale > 20


@pytest.mark.parametrize("places", [[LYON], [LYON, LISBON], [(64.1, -21.9), (-36.8, 174.7), (35.6, 139.6)]])
def test_every_place_is_within_the_map(places: list[tuple[float, float]]) -> None:
    area = Area(280, 60, 760, 330)
    at = fitted(places, area)
    for place in places:
        x, y = at.point(*place)
        assert area.left - 0.01 <= x <= area.right + 0.01
        assert area.top - 0.01 <= y <= area.bottom + 0.01


def test_words_on_the_map_do_not_lie_on_each_other(page: Callable[..., CloudPage]) -> None:
    made = page(life(3).reports)
    shown = [area for area in made.places.map._labels if area is not None]
    assert len(shown) > 2
    assert not [one for n, one in enumerate(shown) for other in shown[n + 1 :] if one.intersects(other)]


@pytest.mark.parametrize(
    ("days", "unit"), [(["2026-06-01"], "day"), (["2024-06-01", "2026-06-01"], "week"), (["2016-06-01"], "month")]
)
def test_the_bars_are_days_weeks_or_months_by_their_range(days: list[str], unit: str) -> None:
    made = spans({day: (Path(day),) for day in days}, date(2026, 5, 29), TODAY)
    assert made.unit == unit
    assert sum(len(bar.photos) for bar in made.bars) == len(days)
    assert all(
        one.last + timedelta(days=1) == other.first for one, other in zip(made.bars, made.bars[1:], strict=False)
    )


def test_a_date_that_tells_only_the_month_has_no_day() -> None:
    dates = {"2026-06": (Path("a"), Path("b")), "2026-05-03": (Path("c"),)}
    made = spans(dates, date(2026, 5, 29), TODAY)
    assert made.unit == "month"
    few = spans(dates | {"2026-05-04": (Path("d"), Path("e"))}, date(2026, 5, 29), TODAY)
    assert (few.unit, few.vague) == ("day", 2)
