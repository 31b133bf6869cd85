"""What a person chooses in the inspector: by mouse and by keyboard, for one photo and for several, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from lenscap.gui.roll.becoming import moment
from lenscap.gui.roll.choices import offered
from lenscap.gui.roll.group import ExposureRow
from lenscap.gui.roll.lines import tally
from lenscap.gui.roll.outcome_button import OutcomeButton
from lenscap.gui.window import Window
from lenscap.model import FILE_NAME, Edits, Finding, Kind, Outcome, Report, Size
from lenscap.pipeline import clean
from lenscap.policy import PRESETS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Two photos with date, position, copyright line and settings; one with a date alone; one with nothing."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("one.jpg", "two.jpg"):
        exif = Image.Exif()
        exif[0x8298] = "(c) 2021 Marta Sample"
        exif[0x8825] = {1: "N", 2: (38.0, 42.0, 0.0), 3: "W", 4: (9.0, 7.0, 0.0)}
        exif.get_ifd(0x8769).update({0x9003: "2021:06:07 08:09:10", 0x829D: 1.8, 0x8827: 400, 0xA431: "SN-9A41-77"})
        Image.new("RGB", (320, 240), "blue").save(folder / name, exif=exif)
    dated = Image.Exif()
    dated.get_ifd(0x8769)[0x9003] = "2020:05:04 10:20:30"
    Image.new("RGB", (320, 240), "green").save(folder / "dated.jpg", exif=dated)
    Image.new("RGB", (320, 240), "red").save(folder / "plain.jpg")
    return folder


@pytest.fixture
def roll(window: Window, qtbot: QtBot, room: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The window with these photos, the first of them by name in the inspector."""
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([room])
    window.roll.clean_bar.set_policy("metadata")
    select(window, "one.jpg")
    return window


@pytest.fixture(autouse=True)
def no_menu_stays(dressed: QApplication) -> Iterator[None]:
    """Menus that a test leaves open are closed."""
    yield
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def select(window: Window, *names: str) -> None:
    """Choose these photos in the grid."""
    grid, model = window.roll.grid, window.roll.filtered
    rows = [row for row in range(model.rowCount()) if Path(model.photo(row).name).name in names]
    grid.go_to_row(rows[0])
    for row in rows:
        grid.selectionModel().select(model.index(row, 0), QItemSelectionModel.SelectionFlag.Select)


def rows(window: Window) -> list[ExposureRow]:
    return window.roll.inspector.findChildren(ExposureRow)


def row(window: Window, start: str) -> ExposureRow:
    return next(each for each in rows(window) if each.line.text.startswith(start))


def pill(window: Window, start: str) -> OutcomeButton:
    made = row(window, start).pill
    assert isinstance(made, OutcomeButton)
    return made


def opened(button: OutcomeButton) -> QMenu:
    """The menu that a click opens."""
    QTest.mouseClick(button, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(qtbot: QtBot, window: Window, start: str, words: str) -> None:
    """Click a pill, then an entry of its menu, and wait until the inspector knows."""
    menu = opened(pill(window, start))
    entry = next(each for each in menu.actions() if each.text() == words)
    with qtbot.waitSignal(window.roll.decided):
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())


def said(window: Window) -> list[str]:
    return [each.text() for each in window.roll.inspector.findChildren(QLabel) if each.text()]


def edits(window: Window, name: str) -> Edits:
    return next(photo.edits for photo in window.photos.photos() if photo.name == name)


def test_the_month_can_stay_in_one_photo(roll: Window, qtbot: QtBot) -> None:
    choose(qtbot, roll, "Taken on 7 June 2021", "Keep the month")
    assert pill(roll, "Taken on 7 June 2021").text() == "June 2021"
    assert "June 2021 (made vaguer)" in row(roll, "Taken on 7 June 2021").accessibleName()
    assert any("1 made vaguer" in line for line in said(roll)), said(roll)
    assert edits(roll, "one.jpg") == Edits(details={Kind.TIME: "month"})
    assert edits(roll, "two.jpg") == Edits()


def test_no_words_lie_over_others_in_the_inspector_when_it_is_filled_anew(roll: Window, qtbot: QtBot) -> None:
    path = roll.photos.photo(0).path
    long = "Taken with a camera whose name is so long that it takes two lines, even where it has them to itself"
    found = [Finding(Kind.DEVICE, f"{each} {long}", "Exif") for each in ("First", "Then")]
    roll.roll.grid.go_to_row(0)
    qtbot.wait(100)
    roll.photos.set_report(path, Report(path, "JPEG", Size(320, 240), tuple(found)), seen=True)
    roll.roll._refresh()  # nothing more happens before it is drawn
    rows = roll.roll.inspector.findChildren(ExposureRow)
    shown = [row for row in rows if row.isVisible()]
    assert shown
    for row in shown:
        text = row._text
        assert not text.wordWrap() or text.height() >= text.heightForWidth(text.width()), row.key
        assert row._where.y() >= text.geometry().bottom(), row.key
        assert row.height() >= row.minimumSizeHint().height(), row.key


def test_what_the_inspector_says_is_what_the_copy_tells(roll: Window, qtbot: QtBot, room: Path, tmp_path: Path) -> None:
    choose(qtbot, roll, "Taken on 7 June 2021", "Keep the year")
    choose(qtbot, roll, "Taken in", "Keep the country")
    left = {row(roll, "Taken on 7 June 2021").pill.text(), row(roll, "Taken in").pill.text()}
    result = clean(room / "one.jpg", tmp_path / "copy.jpg", roll.roll.policy())
    assert result.outcome is Outcome.CLEANED
    assert result.after is not None
    told = [each.data for each in result.after.findings if each.where != FILE_NAME]
    assert left == {"2021", "Portugal"} == {data.get("iso") or data.get("name") for data in told}


def test_a_choice_is_one_step_that_can_be_taken_back_in_the_grid(roll: Window, qtbot: QtBot) -> None:
    choose(qtbot, roll, "Taken on 7 June 2021", "Keep")
    assert pill(roll, "Taken on 7 June 2021").text() == "Kept (your choice)"
    roll.activateWindow()  # no popup takes the keyboard away for good where there is a desktop
    qtbot.waitUntil(roll.isActiveWindow)
    QTest.keyClick(roll.roll.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pill(roll, "Taken on 7 June 2021").text() == "Removed"
    assert roll.history.undoText() == ""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(roll.roll.grid, Qt.Key.Key_Z, keys)
    assert pill(roll, "Taken on 7 June 2021").text() == "Kept (your choice)"


def test_the_preset_can_be_heeded_again(roll: Window, qtbot: QtBot) -> None:
    choose(qtbot, roll, "Taken on 7 June 2021", "Keep the day")
    assert roll.history.undoText() == "Keep the day"
    choose(qtbot, roll, "Taken on 7 June 2021", "As the preset says")
    assert edits(roll, "one.jpg") == Edits()


def test_everything_goes_by_the_keyboard_and_it_stays_in_its_row(roll: Window, qtbot: QtBot) -> None:
    button = pill(roll, "Taken on 7 June 2021")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text() == "As the preset says"
    for _ in range(2):
        QTest.keyClick(menu, Qt.Key.Key_Up)
    with qtbot.waitSignal(roll.roll.decided):
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert edits(roll, "one.jpg") == Edits(details={Kind.TIME: "month"})
    assert roll.focusWidget() is pill(roll, "Taken on 7 June 2021")


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("Taken on 7 June", ["Remove", "Keep", "Keep the day", "Keep the month", "Keep the year"]),
        ("Taken in", ["Remove", "Keep", "Keep the town", "Keep the country"]),
        ("Camera settings", ["Remove", "Keep the camera settings"]),
        ("A copyright line", ["Remove", "Keep the copyright line"]),
    ],
)
def test_only_what_can_be_done_is_offered(start: str, words: list[str], roll: Window) -> None:
    assert [each.text() for each in opened(pill(roll, start)).actions()] == [*words, "As the preset says"]


def test_what_stays_under_a_preset_can_go_from_one_photo(roll: Window, qtbot: QtBot) -> None:
    roll.roll.clean_bar.set_policy("location")
    assert [each.text() for each in opened(pill(roll, "A copyright line")).actions()][:2] == ["Remove", "Keep"]
    QApplication.activePopupWidget().close()  # type: ignore[union-attr]
    choose(qtbot, roll, "A copyright line", "Remove")
    assert pill(roll, "A copyright line").text() == "Removed"


def test_where_nothing_can_be_written_anew_the_tooltip_says_why(roll: Window) -> None:
    photo = roll.roll.inspector.photo()
    assert photo is not None
    assert photo.report is not None
    hidden = Finding(Kind.PREVIEW, "A small copy of the picture", "Exif thumbnail")
    named = Finding(Kind.FILENAME, "Its name tells a date", FILE_NAME)
    from dataclasses import replace

    roll.photos.set_report(photo.path, replace(photo.report, findings=(hidden, named)))
    small, name = rows(roll)[1].pill, rows(roll)[0].pill
    assert not isinstance(small, OutcomeButton)
    assert "cannot be written anew" in small.toolTip()
    assert "part of the preset" in name.toolTip()


def test_a_town_is_not_offered_far_from_all_towns() -> None:
    ocean = Finding(Kind.PLACE, "Taken at sea", "Exif GPS", data={"lat": -48.9, "lon": -123.4, "name": "", "exif": {}})
    assert offered(Kind.PLACE, [ocean], PRESETS["metadata"]) == ["remove", "keep"]


def test_a_choice_holds_for_all_photos_that_are_selected_as_one_step(roll: Window, qtbot: QtBot) -> None:
    select(roll, "one.jpg", "two.jpg", "dated.jpg", "plain.jpg")
    qtbot.waitUntil(lambda: "4 photos selected" in said(roll))
    assert row(roll, "Dates and times").line.where == "in 3 of 4 photos"
    assert row(roll, "Positions and places").line.where == "in 2 of 4 photos"
    choose(qtbot, roll, "Dates and times", "Keep the year")
    chosen = Edits(details={Kind.TIME: "year"})
    assert [edits(roll, name) for name in ("one.jpg", "two.jpg", "dated.jpg")] == [chosen] * 3
    assert edits(roll, "plain.jpg") == Edits()
    qtbot.waitUntil(lambda: pill(roll, "Dates and times").text() == "Year stays")
    roll.history.step_back()
    assert roll.photos.edits() == {}


def test_photos_about_which_different_things_were_chosen_say_so(roll: Window, qtbot: QtBot) -> None:
    choose(qtbot, roll, "Taken on 7 June 2021", "Keep")
    select(roll, "one.jpg", "two.jpg")
    qtbot.waitUntil(lambda: "2 photos selected" in said(roll))
    assert pill(roll, "Dates and times").text() == "Differs"
    assert not [each for each in opened(pill(roll, "Dates and times")).actions() if each.isChecked()]


def test_what_was_decided_about_boxes_survives_a_choice(roll: Window, qtbot: QtBot) -> None:
    from lenscap.model import Box

    photo = roll.roll.inspector.photo()
    assert photo is not None
    roll.photos.set_edits(photo.path, Edits(cover=(Box(1, 2, 30, 40),)))
    choose(qtbot, roll, "Taken on 7 June 2021", "Keep the year")
    assert edits(roll, "one.jpg").cover == (Box(1, 2, 30, 40),)


@pytest.mark.parametrize(("iso", "words"), [("2026", "2026"), ("2026-06", "June 2026"), ("2026-06-15", "15 June 2026")])
def test_times_are_said_as_exactly_as_they_stay(iso: str, words: str) -> None:
    assert moment(iso) == words


def test_the_tally_tells_what_is_made_vaguer_apart() -> None:
    taken = Finding(Kind.TIME, "Taken on 1 June 2026", "Exif", data={"iso": "2026-06-01T10:00:00", "exif": {}})
    serial = Finding(Kind.DEVICE, "Serial number", "Exif")
    counted = tally((taken, serial), PRESETS["metadata"], Edits(details={Kind.TIME: "month"}))
    assert (counted.details, counted.gone, counted.vaguer, counted.left) == (2, 1, 1, 0)
