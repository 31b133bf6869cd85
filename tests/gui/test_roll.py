"""All photos at once: what is read, which are shown, what the inspector says, what would be cleaned."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lenscap import settings
from lenscap.gui.roll import badges, words
from lenscap.gui.roll.facts import read
from lenscap.gui.roll.group import ExposureGroup, ExposureRow
from lenscap.gui.roll.lines import groups, tally
from lenscap.gui.roll.looking import Asked, Told
from lenscap.gui.roll.photo import Photo
from lenscap.gui.window import Window
from lenscap.model import PICTURE, Box, Edits, Finding, Kind, Outcome, Report, Result, Size
from lenscap.policy import PRESETS, Fate

FACE = [Finding(Kind.FACE, "A face", PICTURE, 0.9, Box(10 * n, 10, 9, 9)) for n in range(3)]
PLACE = Finding(Kind.PLACE, "Taken in Lisbon", "Exif GPS", data={"lat": 38.7, "lon": -9.1})
TEXT = Finding(Kind.TEXT, "CAFÉ DO LARGO", PICTURE, box=Box(50, 50, 30, 10))
PREVIEW = Finding(Kind.PREVIEW, "A small copy", "Exif thumbnail")


def _time(day: int) -> Finding:
    return Finding(Kind.TIME, f"Taken on {day} June 2026", "Exif", data={"iso": f"2026-06-{day:02}T10:00:00"})


TOLD: dict[str, tuple[Finding, ...]] = {
    "a.jpg": (*FACE, PLACE, _time(1)),
    "b.jpg": (PLACE, PREVIEW, _time(3)),
    "c.jpg": (FACE[0], TEXT, _time(2)),
    "d.jpg": (),
}


def _inspect_all(paths: Iterable[Path], faces: str = "off", _store: object = None) -> Iterator[Report | Result]:
    """Stands in for the real one: what each file tells is written above."""
    for path in paths:
        if path.name == "torn.jpg":
            yield Result(path, None, Outcome.REFUSED, reason="It ends too early. Copy it from the phone again.")
            continue
        seen = tuple(each for each in TOLD[path.name] if faces != "off" or each.where != PICTURE)
        yield Report(path, "JPEG", Size(320, 240), seen)


@pytest.fixture
def roll(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The window with five photos, all read."""
    monkeypatch.setattr("lenscap.pipeline.inspect_all", _inspect_all)
    room = tmp_path / "roll"
    room.mkdir()
    for name in TOLD:
        Image.new("RGB", (320, 240), "teal").save(room / name)
    (room / "torn.jpg").write_bytes(b"torn")
    with qtbot.waitSignal(window.roll.reading.finished):
        window.open_paths([room])
    return window


def _names(window: Window) -> list[str]:
    return [photo.name for photo in window.roll.filtered.shown()]


def _press(qtbot: QtBot, window: Window, name: str) -> None:
    QTest.mouseClick(window.roll.bar.chips[name], Qt.MouseButton.LeftButton)


def _cell(window: Window, row: int) -> QPoint:
    return window.roll.grid.visualRect(window.roll.filtered.index(row, 0)).center()


def _click(qtbot: QtBot, window: Window, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(window.roll.grid.viewport(), Qt.MouseButton.LeftButton, keys, _cell(window, row))


def _inspected(window: Window) -> list[str]:
    """The words that the inspector shows."""
    return [made.text() for made in window.roll.inspector.findChildren(QLabel) if made.isVisible() and made.text()]


def test_chips_count_what_photos_tell(roll: Window) -> None:
    found = {key: chip.count() for key, chip in roll.roll.bar.chips.items()}
    assert found == {"all": 5, "face": 2, "place": 2, "text": 1, "window": 0, "hidden": 1, "cleaned": 0}


def test_a_chip_leaves_the_photos_that_the_window_of_the_cloud_has_inside(window: Window, qtbot: QtBot) -> None:
    from datetime import date, timedelta

    from lenscap import cloud

    today = date.today()
    for back in (0, 1, 29, 30, 31, 400):
        day = today - timedelta(days=back)
        told = Finding(Kind.TIME, "Taken then", "Exif", data={"iso": f"{day.isoformat()}T10:00:00"})
        path = Path(f"/nowhere/{back}.jpg")
        window.photos.append([Photo(path, path.name, Report(path, "JPEG", Size(10, 10), (told,)))])
    window.roll.numbers.count()
    reports = [report for photo in window.photos.photos() if (report := photo.report)]
    inside = {path.name for path in cloud.view(reports, today).window.inside}
    assert inside == {"0.jpg", "1.jpg", "29.jpg", "30.jpg"}
    _press(qtbot, window, "window")
    assert {*_names(window)} == inside
    window.photos.see_day(today + timedelta(days=1))
    assert {*_names(window)} == inside - {"30.jpg"}
    window.photos.see_day(today)


def test_chips_that_are_on_must_all_be_passed(roll: Window, qtbot: QtBot) -> None:
    _press(qtbot, roll, "face")
    assert sorted(_names(roll)) == ["a.jpg", "c.jpg"]
    _press(qtbot, roll, "place")
    assert _names(roll) == ["a.jpg"]
    assert not roll.roll.bar.chips["all"].isChecked()
    _press(qtbot, roll, "all")
    assert len(_names(roll)) == 5


def test_where_no_photo_passes_there_is_a_way_back(roll: Window, qtbot: QtBot) -> None:
    for name in ("text", "hidden"):
        _press(qtbot, roll, name)
    nothing = roll.roll._nothing
    assert nothing.isVisible()
    QTest.mouseClick(nothing.all, Qt.MouseButton.LeftButton)
    assert len(_names(roll)) == 5
    assert roll.roll.grid.isVisible()


def test_an_empty_folder_says_so(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.finished):
        window.open_paths([tmp_path])
    assert window.roll._nothing.isVisible()
    assert window.roll._nothing.folder.isVisible()
    assert not window.roll.clean_bar.button.isEnabled()


def test_the_newest_photo_is_first_by_what_the_photo_says(roll: Window, qtbot: QtBot) -> None:
    dated = [name for name in _names(roll) if name in ("a.jpg", "b.jpg", "c.jpg")]
    assert dated == ["b.jpg", "c.jpg", "a.jpg"]
    roll.roll.bar.order.choose("name")
    assert _names(roll) == sorted(_names(roll))
    roll.roll.bar.order.choose("oldest")
    assert [name for name in _names(roll) if name in dated] == dated[::-1]


def test_dates_that_no_clock_has_do_not_stop_the_reading(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "0001:01:01 00:00:00"
    Image.new("RGB", (32, 24), "teal").save(tmp_path / "old.jpg", exif=exif)
    (tmp_path / "late.jpg").write_bytes(b"torn")
    os.utime(tmp_path / "late.jpg", (1 << 38, 1 << 38))
    with qtbot.waitSignal(window.roll.reading.finished):
        window.open_paths([tmp_path])
    told = {photo.name: words.moment(photo) for photo in window.photos.photos()}
    assert told["old.jpg"] == "Mon 1 January 0001, 00:00"
    assert told["late.jpg"].startswith("File from ")


def test_the_inspector_says_what_becomes_of_each_detail(roll: Window, qtbot: QtBot) -> None:
    _click(qtbot, roll, _names(roll).index("a.jpg"))
    said = _inspected(roll)
    assert "5 details readable in this photo" in said
    assert "5 removed or covered, 0 stay visible." in said
    rows = roll.roll.inspector.findChildren(ExposureRow)
    assert [row.accessibleName() for row in rows] == [
        "3 faces, In the picture: Blurred",
        "Taken in Lisbon, Exif GPS: Removed",
        "Taken on 1 June 2026, Exif: Removed",
    ]


def test_another_preset_changes_what_becomes_of_them_and_is_remembered(roll: Window, qtbot: QtBot) -> None:
    _click(qtbot, roll, _names(roll).index("a.jpg"))
    choice = roll.roll.clean_bar.preset
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert roll.roll.policy().name == "metadata"
    rows = roll.roll.inspector.findChildren(ExposureRow)
    assert rows[0].pill.text() == "Stays"
    assert settings.load().policy == "metadata"


def test_a_photo_that_could_not_be_read_says_why(roll: Window, qtbot: QtBot) -> None:
    _click(qtbot, roll, _names(roll).index("torn.jpg"))
    assert "It ends too early. Copy it from the phone again." in _inspected(roll)


def test_a_copy_that_could_not_be_made_is_told_at_once(roll: Window, qtbot: QtBot) -> None:
    row = _names(roll).index("a.jpg")
    _click(qtbot, roll, row)
    path = roll.roll.filtered.photo(row).path
    roll.photos.set_results([Result(path, None, Outcome.FAILED, reason="The disk is full.")])
    assert "The disk is full." in _inspected(roll)


@pytest.mark.expects_log
def test_a_folder_that_cannot_be_listed_says_so(
    window: Window, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def walk(*_: object) -> Iterator[object]:
        raise RuntimeError

    monkeypatch.setattr("lenscap.sources.walk", walk)
    with qtbot.waitSignal(window.roll.reading.finished):
        window.open_paths([folder])
    nothing = window.roll._nothing
    assert "Something went wrong" in nothing.words.text()
    assert nothing.isVisible()


def test_what_a_person_decided_about_a_face_shows_at_once(roll: Window, qtbot: QtBot) -> None:
    _click(qtbot, roll, _names(roll).index("a.jpg"))
    path = roll.roll.inspector.photo().path  # type: ignore[union-attr]
    roll.photos.set_edits(path, Edits(keep=(FACE[0].box,)))  # type: ignore[arg-type]
    rows = [row.accessibleName() for row in roll.roll.inspector.findChildren(ExposureRow)]
    assert "1 face, In the picture: Kept (your choice)" in rows
    assert "2 faces, In the picture: Blurred" in rows
    assert roll.roll.policy().edits[str(path)].keep == (FACE[0].box,)


def test_enter_and_double_click_open_the_photo(roll: Window, qtbot: QtBot) -> None:
    _click(qtbot, roll, 1)
    with qtbot.waitSignal(roll.roll.opened) as told:
        QTest.keyClick(roll.roll.grid, Qt.Key.Key_Return)
    assert told.args == [roll.roll.filtered.photo(1).path]
    assert roll.pages.currentWidget() is roll.viewer
    roll.show_roll()
    _click(qtbot, roll, 2)
    with qtbot.waitSignal(roll.roll.opened):
        QTest.mouseDClick(roll.roll.grid.viewport(), Qt.MouseButton.LeftButton, pos=_cell(roll, 2))


def test_space_chooses_and_escape_lets_go(roll: Window, qtbot: QtBot) -> None:
    _click(qtbot, roll, 0)
    assert roll.roll.grid.chosen_count() == 1
    QTest.keyClick(roll.roll.grid, Qt.Key.Key_Space)
    assert roll.roll.grid.chosen_count() == 0
    QTest.keyClick(roll.roll.grid, Qt.Key.Key_Space)
    assert roll.roll.grid.chosen_count() == 1
    QTest.keyClick(roll.roll.grid, Qt.Key.Key_Escape)
    assert roll.roll.grid.chosen_count() == 0


def test_control_a_chooses_all_that_are_shown(roll: Window, qtbot: QtBot) -> None:
    _press(qtbot, roll, "face")
    QTest.keyClick(roll.roll.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert sorted(photo.name for photo in roll.roll.grid.chosen()) == ["a.jpg", "c.jpg"]


def test_to_choose_several_is_to_mean_them(roll: Window, qtbot: QtBot) -> None:
    bar = roll.roll.clean_bar
    assert bar.button.text() == "Clean 5 photos"
    _click(qtbot, roll, 0)
    assert bar.button.text() == "Clean 5 photos"
    _click(qtbot, roll, 2, Qt.KeyboardModifier.ControlModifier)
    assert bar.button.text() == "Clean 2 photos"
    assert len(roll.roll.wanted()) == 2
    _click(qtbot, roll, 1)
    assert bar.button.text() == "Clean 5 photos"


def test_the_scope_can_be_chosen_by_hand(roll: Window, qtbot: QtBot) -> None:
    bar = roll.roll.clean_bar
    _click(qtbot, roll, 0)
    QTest.mouseClick(bar.scope.segment("selected"), Qt.MouseButton.LeftButton)
    assert bar.button.text() == "Clean 1 photo"


def test_control_enter_cleans_what_is_shown(roll: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(roll.cleaning, "start", lambda *given: asked.append(given))
    _press(qtbot, roll, "place")
    QTest.keyClick(roll, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert roll.pages.currentWidget() is roll.cleaning
    paths, to, policy, under = asked[0]
    assert sorted(path.name for path in paths) == ["a.jpg", "b.jpg"]  # type: ignore[attr-defined]
    assert to == roll.roll.clean_bar.folder()
    assert policy == PRESETS["faces"]
    assert sorted(map(str, under.values())) == ["a.jpg", "b.jpg"]  # type: ignore[attr-defined]


def test_the_chip_of_cleaned_photos_counts_results(roll: Window, qtbot: QtBot) -> None:
    path = roll.photos.photo(0).path
    roll.photos.set_results([Result(path, path, Outcome.CLEANED)])
    qtbot.waitUntil(lambda: roll.roll.bar.chips["cleaned"].count() == 1)
    assert badges.badge(roll.photos.photo(0)) == (("clean", 1),)


def test_plus_and_minus_change_the_size_and_move_the_slider(roll: Window, qtbot: QtBot) -> None:
    before = roll.roll.grid.thumb_size()
    QTest.keyClick(roll.roll.grid, Qt.Key.Key_Plus)
    assert roll.roll.grid.thumb_size() > before
    assert roll.roll.bar.size_slider.value() == roll.roll.grid.thumb_size()
    for _ in range(20):
        QTest.keyClick(roll.roll.grid, Qt.Key.Key_Minus)
    assert roll.roll.grid.thumb_size() == 96


def test_i_closes_and_opens_the_inspector(roll: Window, qtbot: QtBot) -> None:
    assert roll.roll.inspector.isVisible()
    QTest.keyClick(roll.roll.grid, Qt.Key.Key_I)
    assert not roll.roll.inspector.isVisible()
    QTest.keyClick(roll.roll.grid, Qt.Key.Key_I)
    assert roll.roll.inspector.isVisible()


def test_in_a_small_window_the_inspector_is_closed_and_nothing_is_cut_off(roll: Window, qtbot: QtBot) -> None:
    roll.resize(1024, 680)
    qtbot.wait(30)
    assert not roll.roll.inspector.isVisible()
    bar = roll.roll.clean_bar
    assert bar.button.geometry().right() <= bar.width()
    parts = [part for part in (bar.scope, bar.preset, bar.folder_field, bar.button) if part.isVisible()]
    for left, right in pairwise(parts):
        assert left.geometry().right() < right.geometry().left()
    for said in bar.findChildren(QLabel):
        if said.isVisible():
            assert said.width() >= said.sizeHint().width(), said.text()


def test_everything_that_can_be_pressed_has_a_name(roll: Window) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider

    for kind in (QAbstractButton, QComboBox, QSlider):
        for part in roll.roll.findChildren(kind) + roll.toolbar.findChildren(kind):
            if part.isVisible() and part.objectName() != "qt_toolbar_ext_button":
                assert part.accessibleName() or getattr(part, "text", lambda: "")(), part


def test_groups_come_in_order_with_their_titles(roll: Window, qtbot: QtBot) -> None:
    _click(qtbot, roll, _names(roll).index("a.jpg"))
    titles = [group.accessibleName() for group in roll.roll.inspector.findChildren(ExposureGroup)]
    assert titles == ["Who", "Where", "When"]


def test_many_lines_of_one_group_are_cut_short_without_hiding_what_stays() -> None:
    found = [Finding(Kind.HISTORY, f"Step {n}", "XMP") for n in range(40)]
    found.append(Finding(Kind.FILENAME, "The name says 2020", "File name"))
    lines = groups(found, PRESETS["metadata"], Edits())["identity"]
    assert len(lines) == 12
    assert lines[-1].text == "and 30 more"
    assert lines[-1].fate is Fate.STAYS


def test_thousands_of_details_do_not_hold_the_window_up() -> None:
    found = [Finding(Kind.NAME, f"Made by {n}", "XMP") for n in range(4000)]
    start = time.monotonic()
    (lines,) = groups(found, PRESETS["faces"], Edits()).values()
    assert time.monotonic() - start < 0.5
    assert lines[-1].number == 3989


def test_the_tally_counts_what_cleaning_takes_away() -> None:
    counted = tally((*FACE, PLACE, TEXT), PRESETS["faces"], Edits())
    assert (counted.details, counted.gone, counted.left) == (5, 4, 1)


def test_what_may_be_a_face_is_told_apart_from_faces() -> None:
    perhaps = [Finding(Kind.FACE, "Perhaps a face", PICTURE, 0.3, Box(n, 90, 9, 9)) for n in range(2)]
    lines = groups((*FACE, *perhaps), PRESETS["faces"], Edits())["face"]
    assert [line.text for line in lines] == ["3 faces", "2 spots that may be faces"]
    photo = Photo(Path("a.jpg"), "a.jpg", report=Report(Path("a.jpg"), "JPEG", Size(1, 1), tuple(perhaps)))
    assert photo.counts == {"face": 0}
    assert badges.badge(photo) == (("face", 0),)


def test_a_badge_tells_faces_before_places_and_a_date_only_alone() -> None:
    photo = Photo(Path("a.jpg"), "a.jpg", report=Report(Path("a.jpg"), "JPEG", Size(1, 1), TOLD["a.jpg"]))
    assert badges.badge(photo) == (("face", 3), ("place", 1))
    photo.report = Report(Path("a.jpg"), "JPEG", Size(1, 1), (_time(1),))
    assert badges.badge(photo) == (("time", 1),)


def test_a_folder_is_said_from_the_persons_own_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/marta"))
    assert words.folder(Path("/home/marta/Pictures/Lenscap")) == "Pictures / Lenscap"
    assert words.folder(Path("/media/card")) == "media / card"


def test_another_folder_stops_the_reading_of_the_first(roll: Window, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "d.jpg").write_bytes((tmp_path / "roll" / "d.jpg").read_bytes())
    roll.open_paths([tmp_path / "roll"])
    with qtbot.waitSignal(roll.roll.reading.finished):
        roll.open_paths([other])
    assert [photo.name for photo in roll.photos.photos()] == ["d.jpg"]


@pytest.mark.slow
def tell_place_and_time(asked: Sequence[Asked]) -> list[list[object]]:
    """What the process beside the window would find, had it something to read."""
    reports = (Report(each.path, "JPEG", Size(1, 1), (PLACE, _time(1))) for each in asked)
    return [[Told(report.path, read(report))] for report in reports]


@pytest.mark.reads_apart
def test_ten_thousand_photos_do_not_hold_the_window_up(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from time import monotonic

    from PySide6.QtCore import QTimer

    from lenscap.sources import Source

    paths = [Path(f"/nowhere/{n}.jpg") for n in range(10_000)]
    monkeypatch.setattr("lenscap.sources.walk", lambda *_: (Source(path, Path(path.name)) for path in paths))
    monkeypatch.setattr("lenscap.gui.roll.looking.look", tell_place_and_time)
    gaps, last = [], [monotonic()]

    def beat() -> None:
        gaps.append(monotonic() - last[0])
        last[0] = monotonic()

    clock = QTimer(interval=10)
    clock.timeout.connect(beat)
    clock.start()
    with qtbot.waitSignal(window.roll.reading.finished, timeout=60_000):
        window.open_paths([Path("/")])
    assert window.roll.bar.chips["place"].count() == 10_000
    assert max(gaps) < 1.5
