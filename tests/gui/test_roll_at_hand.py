"""What is done with photos of a roll that is open: added, removed, grouped, found gone or changed; and by keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from lenscap.gui.roll.grid import PhotoGrid
from lenscap.gui.roll.group import ExposureRow
from lenscap.gui.roll.photo import Photo
from lenscap.gui.widgets import Chip
from lenscap.gui.window import Window
from lenscap.model import Looking, Outcome, Result
from tests.gui import scenes

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LISBON, LYON = (38.7118, -9.129), (45.764, 4.8357)


def photo(path: Path, day: int = 0, at: tuple[float, float] | None = None, colour: str = "teal") -> Path:
    """A photo taken on a day of June 2026, at a place."""
    exif = Image.Exif()
    if day:
        exif.get_ifd(0x8769)[0x9003] = f"2026:06:{day:02} 12:00:00"
    if at:
        lat, lon = (tuple(divmod(abs(value) * 60, 60)) for value in at)
        exif[0x8825] = {1: "N", 2: (*lat, 0.0), 3: "W" if at[1] < 0 else "E", 4: (*lon, 0.0)}
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 48), colour).save(path, exif=exif)
    return path


@pytest.fixture
def trip(tmp_path: Path) -> Path:
    """Five photos of three days and two towns; one of them tells nothing."""
    room = tmp_path / "trip"
    photo(room / "a.jpg", 15, LISBON)
    photo(room / "b.jpg", 15, LISBON)
    photo(room / "c.jpg", 14, LYON)
    photo(room / "d.jpg", 14)
    photo(room / "e.jpg")
    return room


@pytest.fixture
def opened(window: Window, qtbot: QtBot, trip: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The window with these photos, read; faces are not looked for."""
    monkeypatch.setattr("lenscap.gui.roll.reading._all_there_is", Looking)
    open_in(qtbot, window, trip)
    return window


def open_in(qtbot: QtBot, window: Window, *paths: Path) -> None:
    """Open files and folders, and wait until they are read."""
    with qtbot.waitSignal(window.roll.reading.finished, timeout=20_000):
        window.open_paths(list(paths))


def add(qtbot: QtBot, window: Window, *paths: Path) -> None:
    """Drop files and folders on the window, and wait until they are read."""
    with qtbot.waitSignal(window.roll.reading.finished, timeout=20_000):
        scenes.drop(window, *paths)


def names(window: Window) -> list[str]:
    """The photos that are shown, in order."""
    return [each.path.name for each in window.roll.filtered.shown()]


def headings(window: Window) -> list[tuple[str, int]]:
    """What stands above the groups, and how many photos each has."""
    from lenscap.gui.roll.groups import heading

    grid = window.roll.grid
    return [(heading(each.key, grid._by), each.size) for each in window.roll.filtered.sections()]


def go_to(window: Window, name: str) -> PhotoGrid:
    """Give the keyboard to a photo."""
    grid = window.roll.grid
    grid.setFocus()
    grid.go_to_row(names(window).index(name))
    return grid


def current(window: Window) -> str:
    """The photo that has the keyboard."""
    found = window.roll.grid.current()
    return found.path.name if found else ""


def chosen(window: Window) -> list[str]:
    """The photos that are selected."""
    return [each.path.name for each in window.roll.grid.chosen()]


def press(window: Window, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key in the grid."""
    QTest.keyClick(window.roll.grid, key, keys)


def many(window: Window, number: int) -> list[Photo]:
    """So many photos that were read, of which no file is there."""
    from datetime import datetime, timedelta

    from lenscap.model import Finding, Kind, Report, Size

    made = [Photo(Path(f"/nowhere/{each}.jpg"), f"{each}.jpg", identity=1 + each) for each in range(number)]
    for each, one in enumerate(made):
        when = (datetime(2020, 1, 1) + timedelta(hours=each)).isoformat()
        time = Finding(Kind.TIME, "Taken then", "Exif", data={"iso": when, "xmp": {}})
        at = {"lat": 1.0, "lon": 2.0, "name": "Lyon", "words": ""}
        place = Finding(Kind.PLACE, "Taken there", "Exif GPS", data=at)
        one.report = Report(one.path, "JPEG", Size(10, 10), (time, place))
        one.seen = True
    window.roll.watching.wait()
    window.photos.append(made)
    window.roll.numbers.count()
    return made


# -- many photos -------------------------------------------------------------------------------------------------------


def _said(window: Window) -> str:
    rows = window.roll.inspector.findChildren(ExposureRow)
    return " ".join(row.line.where for row in rows)


def test_to_select_many_photos_looks_at_no_report(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(opened, 3000)
    asked: list[object] = []
    monkeypatch.setattr("lenscap.gui.roll.photo.at_hand", lambda *packed: asked.append(packed))
    opened.roll.grid.selectAll()
    qtbot.waitUntil(lambda: "in 3004 of 3005 photos" in _said(opened), timeout=5000)
    assert len(asked) < 100


def test_what_several_photos_tell_is_said_while_others_change_all_the_time(opened: Window, qtbot: QtBot) -> None:
    photo = opened.photos.photo(0)
    clock = QTimer(interval=20)
    clock.timeout.connect(lambda: opened.photos.change({photo.path: {"seen": True}}))
    clock.start()
    opened.roll.grid.selectAll()
    qtbot.waitUntil(lambda: "of 5 photos" in _said(opened), timeout=5000)


def test_photos_that_come_back_in_the_viewer_are_read_on(
    window: Window, qtbot: QtBot, trip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.gui.roll.reading._all_there_is", Looking)
    window.open_paths([trip])
    qtbot.waitUntil(lambda: window.photos.rowCount() == 5)
    window.roll.reading.stop()
    window.roll.numbers.count()
    known = {each.path for each in window.photos.photos() if each.known}
    row = next((row for row in range(5) if window.roll.filtered.photo(row).path not in known), 0)
    window.roll.grid.go_to_row(row)
    gone = window.roll.filtered.photo(row).path
    window.photos.change({gone: {"report": None, "seen": False}})
    window.roll.deeds.remove()
    window._open_viewer(window.roll.filtered.photo(0).path)
    QTest.keyClick(window.viewer, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.photos.photo(window.photos.row(gone)).known, timeout=5000)


# -- groups ------------------------------------------------------------------------------------------------------------


def test_photos_stand_in_groups_of_a_day_with_those_without_a_date_at_the_end(opened: Window) -> None:
    opened.roll.bar.groups.choose("day")
    assert headings(opened) == [
        ("Monday 15 June 2026", 2),
        ("Sunday 14 June 2026", 2),
        ("No date in the photo", 1),
    ]
    opened.roll.bar.order.choose("oldest")
    assert headings(opened)[0][0] == "Sunday 14 June 2026"
    assert headings(opened)[-1] == ("No date in the photo", 1)


def test_photos_stand_in_groups_of_a_town(opened: Window) -> None:
    opened.roll.bar.groups.choose("place")
    said = headings(opened)
    assert [(where.split(", ")[-1], count) for where, count in said[:2]] == [("Portugal", 2), ("France", 1)]
    assert said[2] == ("No place in the photo", 2)
    opened.roll.bar.groups.choose("nothing")
    assert headings(opened) == []


def test_a_filter_leaves_out_groups_that_have_nothing_left(opened: Window) -> None:
    opened.roll.bar.groups.choose("day")
    QTest.mouseClick(opened.roll.bar.chips["place"], LEFT)
    assert headings(opened) == [("Monday 15 June 2026", 2), ("Sunday 14 June 2026", 1)]


def test_photos_that_are_added_to_groups_are_sorted_into_them(opened: Window, qtbot: QtBot, tmp_path: Path) -> None:
    opened.roll.bar.groups.choose("day")
    opened.photos.append([Photo(tmp_path / "f.jpg", "f.jpg")])
    assert headings(opened)[-1] == ("Not read yet", 1)
    add(qtbot, opened, photo(tmp_path / "more" / "g.jpg", 15))
    assert headings(opened)[0] == ("Monday 15 June 2026", 3)


def test_the_arrow_keys_lead_from_group_to_group_in_the_same_column(opened: Window) -> None:
    opened.roll.bar.groups.choose("day")
    first = names(opened)
    go_to(opened, first[1])
    press(opened, Qt.Key.Key_Down)
    assert current(opened) == first[3]
    press(opened, Qt.Key.Key_Down)
    assert current(opened) == "e.jpg"
    press(opened, Qt.Key.Key_Up)
    assert current(opened) == first[2]
    press(opened, Qt.Key.Key_Home)
    press(opened, Qt.Key.Key_End)
    assert current(opened) == "e.jpg"


def test_shift_extends_what_is_chosen_across_groups(opened: Window) -> None:
    opened.roll.bar.groups.choose("day")
    order = names(opened)
    grid = go_to(opened, order[1])
    QTest.mouseClick(grid.viewport(), LEFT, NO_KEYS, grid.visualRect(opened.roll.filtered.index(1)).center())
    press(opened, Qt.Key.Key_Right, SHIFT)
    press(opened, Qt.Key.Key_Down, SHIFT)
    assert chosen(opened) == order[1:]
    press(opened, Qt.Key.Key_Up, SHIFT)
    assert chosen(opened) == order[1:3]


def test_what_is_chosen_stays_chosen_in_another_order_and_through_a_filter(opened: Window) -> None:
    grid = go_to(opened, "b.jpg")
    grid.clearSelection()
    for name in ("b.jpg", "d.jpg"):
        grid._toggle(opened.roll.filtered.index(names(opened).index(name)))
    opened.roll.bar.order.choose("name")
    assert chosen(opened) == ["b.jpg", "d.jpg"]
    opened.roll.bar.groups.choose("place")
    assert sorted(chosen(opened)) == ["b.jpg", "d.jpg"]
    QTest.mouseClick(opened.roll.bar.chips["place"], LEFT)
    assert chosen(opened) == ["b.jpg"]
    assert current(opened) in names(opened)


def test_every_cell_is_found_where_it_is_drawn(opened: Window) -> None:
    grid = opened.roll.grid
    for by in ("nothing", "day", "place"):
        opened.roll.bar.groups.choose(by)
        for row in range(5):
            index = opened.roll.filtered.index(row)
            assert grid.indexAt(grid.visualRect(index).center()) == index
    assert not grid.indexAt(QPoint(20, 20)).isValid()  # a heading


def test_a_screen_reader_hears_that_a_photo_is_selected(opened: Window) -> None:
    grid = go_to(opened, "a.jpg")
    index = grid.currentIndex()
    press(opened, Qt.Key.Key_A, CONTROL)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", selected")
    press(opened, Qt.Key.Key_Escape)
    assert not index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", selected")


def test_chips_count_what_they_would_leave_of_what_is_shown(opened: Window) -> None:
    chips = opened.roll.bar.chips
    assert chips["place"].count() == 3
    opened.roll.show_only("Two", [each.path for each in opened.photos.photos() if each.path.name in ("a.jpg", "e.jpg")])
    assert chips["place"].count() == 1
    assert chips["all"].count() == 5


# -- more photos -------------------------------------------------------------------------------------------------------


def test_photos_that_are_dropped_are_added_and_those_that_are_there_are_passed_over(
    opened: Window, qtbot: QtBot, trip: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.jpg"
    link.symlink_to(trip / "a.jpg")
    add(qtbot, opened, photo(tmp_path / "more" / "f.jpg", 16), trip / "a.jpg", link)
    assert sorted(names(opened)) == ["a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg", "f.jpg"]
    assert names(opened)[0] in ("e.jpg", "f.jpg")  # sorted in with the others
    assert opened.toolbar.roll.accessibleName() == "trip and more, 6 photos"


def test_photos_can_be_added_while_others_are_read(
    window: Window, qtbot: QtBot, trip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.gui.roll.reading._all_there_is", Looking)
    photo(tmp_path / "more" / "f.jpg", 16)
    with qtbot.waitSignal(window.roll.reading.finished, timeout=20_000):
        window.open_paths([trip])
        window.add_paths([tmp_path / "more"])
    assert len(names(window)) == 6
    assert all(each.known for each in window.photos.photos())


def test_another_folder_that_is_opened_takes_the_place_of_the_first(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    open_in(qtbot, opened, photo(tmp_path / "other" / "g.jpg").parent)
    assert names(opened) == ["g.jpg"]


def test_a_folder_that_leads_back_to_itself_comes_to_an_end(opened: Window, qtbot: QtBot, trip: Path) -> None:
    (trip / "loop").symlink_to(trip, target_is_directory=True)
    open_in(qtbot, opened, trip)
    assert len(names(opened)) == 5


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is open to root")
def test_a_folder_that_is_closed_is_told(opened: Window, qtbot: QtBot, trip: Path) -> None:
    (trip / "closed").mkdir(mode=0)
    open_in(qtbot, opened, trip)
    assert "“closed”" in opened.roll.clean_bar._promise.text()


def test_a_closed_folder_alone_says_so_instead_of_being_empty(
    opened: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> Iterable[object]:
        raise PermissionError(13, "no", str(tmp_path / "closed"))

    (tmp_path / "closed").mkdir()
    monkeypatch.setattr("os.scandir", refuse)
    open_in(qtbot, opened, tmp_path / "closed")
    assert opened.roll._nothing.words.text() == "The folder “closed” cannot be opened."
    assert opened.roll._nothing.folder.isVisible()


# -- fewer photos ------------------------------------------------------------------------------------------------------


def test_del_takes_photos_out_of_the_view_and_leaves_the_files(opened: Window, trip: Path) -> None:
    go_to(opened, "b.jpg")
    before = names(opened)
    QTest.keyClick(opened.roll.grid, Qt.Key.Key_Delete)
    assert names(opened) == [name for name in before if name != "b.jpg"]
    assert (trip / "b.jpg").exists()
    assert opened.roll.clean_bar._promise.text() == "1 photo is out of this view. The file stays where it is."
    assert current(opened) != ""
    QTest.keyClick(opened.roll.grid, Qt.Key.Key_Z, CONTROL)
    assert names(opened) == before
    assert current(opened) == "b.jpg"
    QTest.keyClick(opened.roll.grid, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert "b.jpg" not in names(opened)


def test_all_photos_can_be_removed_and_come_back_with_what_was_decided(opened: Window) -> None:
    from lenscap.model import Box, Edits

    path = opened.photos.photo(0).path
    opened.history.decide({path: Edits(keep=(Box(1, 2, 3, 4),))}, "Keep")
    press(opened, Qt.Key.Key_A, CONTROL)
    press(opened, Qt.Key.Key_Delete)
    assert opened.photos.rowCount() == 0
    assert not opened.roll.clean_bar.button.isEnabled()
    opened.roll.deeds.step_back()
    assert len(names(opened)) == 5
    assert opened.photos.edits() == {str(path): Edits(keep=(Box(1, 2, 3, 4),))}


def test_where_all_photos_were_removed_that_is_said_and_can_be_taken_back(opened: Window) -> None:
    nothing = opened.roll._nothing
    press(opened, Qt.Key.Key_A, CONTROL)
    press(opened, Qt.Key.Key_Delete)
    said = "All photos were removed from this view. Their files are where they were."
    assert nothing.words.text() == said
    assert nothing.folder.isVisible()
    assert nothing.back.hasFocus()
    QTest.keyClick(nothing.back, Qt.Key.Key_Space)
    assert len(names(opened)) == 5
    assert opened.roll.grid.hasFocus()


def test_a_photo_that_was_removed_alone_is_said_so(window: Window, qtbot: QtBot, trip: Path) -> None:
    open_in(qtbot, window, trip / "a.jpg")
    press(window, Qt.Key.Key_Delete)
    assert window.roll._nothing.words.text() == "The photo was removed from this view. Its file is where it was."


def test_a_folder_without_photos_is_not_taken_for_one_whose_photos_were_removed(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    press(opened, Qt.Key.Key_A, CONTROL)
    press(opened, Qt.Key.Key_Delete)
    (tmp_path / "empty").mkdir()
    open_in(qtbot, opened, tmp_path / "empty")
    assert opened.roll._nothing.words.text() == "No photos in this folder"
    assert not opened.roll._nothing.back.isVisible()


def test_after_reading_and_after_reading_was_stopped_the_keyboard_is_at_the_photos(
    opened: Window, qtbot: QtBot, trip: Path
) -> None:
    assert opened.roll.grid.hasFocus()
    opened.open_paths([trip])
    opened.roll.reading.stop()
    qtbot.wait(300)
    assert opened.roll._middle.isAncestorOf(opened.focusWidget())


def test_after_a_filter_that_let_nothing_pass_the_keyboard_is_at_the_photos(opened: Window) -> None:
    for key in ("face", "cleaned"):
        opened.roll.bar.chips[key].click()
    nothing = opened.roll._nothing
    assert nothing.all.isVisible()
    nothing.all.setFocus()
    QTest.keyClick(nothing.all, Qt.Key.Key_Space)
    assert opened.roll.grid.hasFocus()


def test_a_photo_that_was_removed_can_be_dropped_again(opened: Window, qtbot: QtBot, trip: Path) -> None:
    go_to(opened, "b.jpg")
    press(opened, Qt.Key.Key_Delete)
    add(qtbot, opened, trip / "b.jpg")
    assert "b.jpg" in names(opened)
    opened.roll.deeds.step_back()
    assert sorted(names(opened)).count("b.jpg") == 1


def test_the_menu_of_a_photo_offers_what_can_be_done_with_it(opened: Window, qtbot: QtBot) -> None:
    grid = go_to(opened, "a.jpg")
    grid.clearSelection()
    opened.roll.deeds.offer(QPoint(5, 5))
    menu = next(each for each in opened.roll.findChildren(QMenu) if each.isVisible())
    said = [action.text() for action in menu.actions() if action.text()]
    assert said == ["Open", "Clean this photo", "Show in folder", "Remove from this view", "Look again"]
    with qtbot.waitSignal(opened.roll.opened):
        menu.actions()[0].trigger()
    menu.close()


# -- photos on disk ----------------------------------------------------------------------------------------------------


def test_a_photo_that_vanishes_says_so_and_is_not_cleaned(opened: Window, qtbot: QtBot, trip: Path) -> None:
    (trip / "c.jpg").unlink()
    qtbot.waitUntil(lambda: opened.photos.photo(opened.photos.row(trip / "c.jpg")).away, timeout=10_000)
    go_to(opened, "c.jpg")
    said = scenes.words_in(opened.roll.inspector)
    assert any("is not there any more" in each for each in said)
    assert trip / "c.jpg" not in [each.path for each in opened.roll.wanted()]
    qtbot.waitUntil(lambda: "is left out" in opened.roll.clean_bar._promise.text())
    qtbot.waitUntil(lambda: opened.roll.clean_bar.button.text() == "Clean 4 photos")


def test_a_photo_that_comes_back_is_as_it_was(opened: Window, qtbot: QtBot, trip: Path) -> None:
    (trip / "c.jpg").rename(trip / "c.away")
    qtbot.waitUntil(lambda: opened.photos.photo(opened.photos.row(trip / "c.jpg")).away, timeout=10_000)
    (trip / "c.away").rename(trip / "c.jpg")
    qtbot.waitUntil(lambda: not opened.photos.photo(opened.photos.row(trip / "c.jpg")).away, timeout=10_000)
    assert opened.photos.photo(opened.photos.row(trip / "c.jpg")).known


def test_a_photo_that_changes_is_read_again_and_gets_another_thumbnail(
    opened: Window, qtbot: QtBot, trip: Path
) -> None:
    path = trip / "e.jpg"
    qtbot.waitUntil(lambda: opened.thumbnails.get(path) is not None)
    photo(trip.parent / "new.jpg", 20, LYON, "red").replace(path)
    row = opened.photos.row
    qtbot.waitUntil(lambda: bool(opened.photos.photo(row(path)).facts.town), timeout=10_000)
    qtbot.waitUntil(lambda: opened.thumbnails.get(path) is not None)
    made = opened.thumbnails.get(path)
    assert made is not None
    assert made.toImage().pixelColor(9, 9).red() > 200


def test_a_change_within_the_file_is_noticed_when_the_window_is_used_again(
    opened: Window, qtbot: QtBot, trip: Path
) -> None:
    path = trip / "e.jpg"
    path.write_bytes(photo(trip.parent / "new.jpg", 20, LYON).read_bytes())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    opened.roll.watching._last = -100.0
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: bool(opened.photos.photo(opened.photos.row(path)).facts.town), timeout=10_000)


def test_a_folder_that_goes_away_is_told_in_a_sentence(opened: Window, qtbot: QtBot, trip: Path) -> None:
    trip.rename(trip.parent / "elsewhere")
    opened.roll.watching._last = -100.0
    opened.roll.watching.look_everywhere()
    qtbot.waitUntil(lambda: all(each.away for each in opened.photos.photos()), timeout=10_000)
    assert "The folder of this photo cannot be reached." in str(opened.photos.photo(0).problem)
    qtbot.waitUntil(lambda: not opened.roll.clean_bar.button.isEnabled())


# -- by keyboard and mouse ---------------------------------------------------------------------------------------------


def test_tab_leads_from_the_toolbar_over_filters_and_grid_to_the_clean_bar(opened: Window) -> None:
    page = opened.roll
    opened.toolbar.roll.setFocus()
    rooms = [opened.toolbar, page.bar, page.grid, page.inspector, page.clean_bar]
    reached, widget = [], opened.toolbar.roll.nextInFocusChain()
    while widget is not None and widget is not opened.toolbar.roll:
        takes = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        room = next((each for each in rooms if each is widget or each.isAncestorOf(widget)), None)
        if room and takes and room not in reached:
            reached.append(room)
        widget = widget.nextInFocusChain()
    assert reached == [each for each in rooms if each in reached]
    assert {page.bar, page.grid, page.clean_bar} <= set(reached)


def test_a_band_drawn_with_the_mouse_chooses_what_it_touches(opened: Window, qtbot: QtBot) -> None:
    opened.roll.bar.order.choose("name")
    grid, view = opened.roll.grid, opened.roll.grid.viewport()
    first, third = (grid.visualRect(opened.roll.filtered.index(row)) for row in (0, 2))
    QTest.mousePress(view, LEFT, NO_KEYS, QPoint(third.right() - 30, third.bottom() + 60))
    QTest.mouseMove(view, third.center())
    QTest.mouseMove(view, first.center() + QPoint(first.width(), 0))
    QTest.mouseRelease(view, LEFT, NO_KEYS, first.center() + QPoint(first.width(), 0))
    assert chosen(opened) == ["b.jpg", "c.jpg"]


def test_to_move_to_a_photo_chooses_it_alone_though_a_key_is_held_down(opened: Window) -> None:
    grid = go_to(opened, "c.jpg")
    QTest.keyPress(grid, Qt.Key.Key_Control, CONTROL)
    grid.go_to_row(0)
    grid.go_to_row(1)
    assert len(chosen(opened)) == 1


def test_control_f_leads_to_the_filters_and_letters_do_not_move(opened: Window) -> None:
    go_to(opened, "c.jpg")
    press(opened, Qt.Key.Key_B)
    assert current(opened) == "c.jpg"
    QTest.keyClick(opened.roll.grid, Qt.Key.Key_F, CONTROL)
    assert opened.roll.bar.chips["all"].hasFocus()


def test_the_bar_says_how_many_photos_are_read_and_counts_grow(
    window: Window, qtbot: QtBot, trip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lenscap.model import Looking

    said: list[tuple[str, int, int]] = []
    monkeypatch.setattr("lenscap.gui.roll.reading._all_there_is", Looking)
    window.roll.reading.progressed.connect(lambda *told: said.append(told))
    open_in(qtbot, window, trip)
    assert ("reading", 5, 5) in said
    assert [done for step, done, _ in said if step == "reading"] == sorted(
        done for step, done, _ in said if step == "reading"
    )


class Tight(QObject):
    """Notes what is drawn in less room than it needs."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        painted = event.type() == QEvent.Type.Paint
        if painted and isinstance(watched, Chip) and watched.width() < watched.sizeHint().width():
            self.found.append(f"{watched.text()} {watched.count()}")
        return False


@pytest.mark.parametrize("width", [1440, 1024])
def test_no_chip_is_drawn_too_narrow_while_its_number_grows(opened: Window, qtbot: QtBot, width: int) -> None:
    opened.resize(width, 700)
    qtbot.wait(20)
    bar, tight = opened.roll.bar, Tight()
    for chip in bar.chips.values():
        chip.installEventFilter(tight)
    for number in (1, 12, 123, 1234, 12345):
        bar.show_counts(number, {key: number for key in bar.chips if key != "all"})
        qtbot.wait(20)
    assert not tight.found


def test_the_viewer_stays_at_its_photo_when_the_roll_is_sorted_anew(opened: Window) -> None:
    opened.roll.bar.order.choose("name")
    go_to(opened, "c.jpg")
    press(opened, Qt.Key.Key_Return)
    opened.roll.bar.order.choose("oldest")
    opened.viewer.step(1)
    assert opened.viewer.bar.name.whole() == names(opened)[names(opened).index("c.jpg") + 1]


def test_a_roll_that_nobody_closed_does_not_end_the_program(tmp_path: Path) -> None:
    program = (
        "import gc; from pathlib import Path; from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from lenscap.gui.roll.photos import Photo, PhotoModel; from lenscap.gui.roll.watching import Watching\n"
        "photos = PhotoModel(); watching = Watching(photos); photos.append([Photo(Path('a.jpg'), 'a.jpg')])\n"
        "app.processEvents(); del watching, photos; gc.collect(); print('alive')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr


# -- copies on their way out -------------------------------------------------------------------------------------------


def _cleaned(window: Window, room: Path, *wanted: str) -> list[Path]:
    """Let photos have copies; gives these."""
    room.mkdir()
    targets = []
    for name in wanted:
        original = next(each.path for each in window.photos.photos() if each.path.name == name)
        targets.append(room / name)
        targets[-1].write_bytes(original.read_bytes())
        window.photos.set_results([Result(original, targets[-1], Outcome.CLEANED)])
    return targets


def _pull(window: Window, name: str) -> None:
    """Press the mouse on a photo and move it far."""
    grid = window.roll.grid
    at = grid.visualRect(window.roll.filtered.index(names(window).index(name))).center()
    QTest.mousePress(grid.viewport(), LEFT, NO_KEYS, at)
    QTest.mouseMove(grid.viewport(), at + QPoint(40, 40))
    QTest.mouseRelease(grid.viewport(), LEFT, NO_KEYS, at + QPoint(40, 40))


def test_copies_are_dragged_out_from_a_chosen_photo_and_from_no_other(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[list[Path]] = []
    monkeypatch.setattr("lenscap.gui.roll.grid.drag", lambda _source, paths: carried.append(paths))
    first, second = _cleaned(opened, tmp_path / "out", "a.jpg", "b.jpg")
    go_to(opened, "c.jpg")
    _pull(opened, "a.jpg")
    assert not carried
    opened.roll.grid.selectAll()
    _pull(opened, "a.jpg")
    assert sorted(carried[0]) == [first, second]
    assert len(chosen(opened)) == 5


def test_a_click_on_a_chosen_photo_with_a_copy_chooses_it_alone(opened: Window, tmp_path: Path) -> None:
    _cleaned(opened, tmp_path / "out", "a.jpg")
    opened.roll.grid.selectAll()
    at = opened.roll.grid.visualRect(opened.roll.filtered.index(names(opened).index("a.jpg"))).center()
    QTest.mouseClick(opened.roll.grid.viewport(), LEFT, NO_KEYS, at)
    assert chosen(opened) == ["a.jpg"]


def test_the_menu_of_a_cleaned_photo_takes_its_copy_to_the_clipboard(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (copy,) = _cleaned(opened, tmp_path / "out", "a.jpg")
    grid = go_to(opened, "a.jpg")
    opened.roll.deeds.offer(grid.mapToGlobal(QPoint(5, 5)))
    made = opened.roll.findChildren(QMenu)[-1]
    entries = {action.text(): action for action in made.actions()}
    assert "Show the copy in its folder" in entries
    made.close()
    with qtbot.waitSignal(opened.roll.deeds.copying.said, timeout=10_000):
        entries["Copy the clean copy"].trigger()
    assert [each.toLocalFile() for each in QApplication.clipboard().mimeData().urls()] == [str(copy)]
    QApplication.clipboard().clear()
