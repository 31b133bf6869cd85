"""Colours, icons, parts and workers that every page stands on."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenscap.errors import MissingPartError, PolicyError, UnreadableError, UnsupportedError
from lenscap.gui import app, crash, exposure, icons, theme
from lenscap.gui.history import History
from lenscap.gui.pictures import picture
from lenscap.gui.roll import groups
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.tasks import Task
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import ElidedLabel, Pill, SegmentedControl, button, escaped, label
from lenscap.model import Box, Edits, Finding, Kind, Report, Size
from tests.samples.mp4 import film


def test_colours_change_with_the_scheme_and_say_so(dressed: QApplication, qtbot: QtBot) -> None:
    assert theme.color("text.primary") == QColor("#1A1C1D")
    with qtbot.waitSignal(theme.scheme_changed):
        theme.apply(dressed, "dark")
    assert theme.color("text.primary") == QColor("#EDEEEE")
    assert dressed.palette().window().color() == theme.color("bg.window")


def test_every_colour_in_the_style_sheets_is_a_token(dressed: QApplication) -> None:
    for scheme in ("light", "dark"):
        theme.apply(dressed, theme.scheme_named(scheme))
        assert "@" not in theme.stylesheet() + theme.stylesheet(name="viewer")


def test_a_part_of_the_window_can_be_dark_by_itself(dressed: QApplication, qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    outer.setProperty("scheme", "dark")
    inner = button("Clean", "cap")
    inner.setParent(outer)
    assert theme.ink(inner, "text.primary") == theme.color("text.primary", "dark")


def test_there_is_a_font_even_where_the_system_has_none(dressed: QApplication) -> None:
    assert theme.font("strong").family() == "Inter"
    assert theme.font("strong").weight() == 600


@pytest.mark.parametrize("name", ["face", "place", "time", "device", "text", "hidden", "theme", "cap"])
def test_icons_have_the_colour_that_was_asked_for(dressed: QApplication, name: str) -> None:
    drawn = icons.pixmap(name, QColor("#FF0000"), 24).toImage()
    seen = {
        QColor(drawn.pixelColor(x, y)).name()
        for x in range(24)
        for y in range(24)
        if drawn.pixelColor(x, y).alpha() > 250
    }
    assert seen == {"#ff0000"}


def test_icons_on_buttons_follow_the_scheme(dressed: QApplication, qtbot: QtBot) -> None:
    made = button("Pause", "pause")
    qtbot.addWidget(made)
    before = made.icon().pixmap(16).toImage()
    theme.apply(dressed, "dark")
    assert made.icon().pixmap(16).toImage() != before


def test_every_kind_of_finding_has_a_group_with_icon_and_title() -> None:
    for kind in Kind:
        key = exposure.key(kind)
        assert key in exposure.KEYS
        assert exposure.title(key)
        assert not icons.pixmap(exposure.icon(key), QColor("black"), 16).isNull()


def test_a_name_at_a_face_says_who_and_another_name_says_whose() -> None:
    assert exposure.of(Finding(Kind.NAME, "Marta", "XMP", box=Box(1, 2, 3, 4))) == "face"
    assert exposure.of(Finding(Kind.NAME, "Marta’s phone", "XMP")) == "identity"


def test_what_a_file_says_is_never_markup(dressed: QApplication, qtbot: QtBot) -> None:
    made = ElidedLabel("<b>bold</b> " * 40)
    qtbot.addWidget(made)
    made.resize(80, 20)
    made.show()
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert label("<i>x</i>").textFormat() is Qt.TextFormat.PlainText
    assert "<b>" not in made.toolTip()
    assert escaped("<img src=x>") == "<span>&lt;img src=x&gt;</span>"
    assert made.accessibleName().startswith("<b>bold</b>")


def test_a_pill_says_its_word_to_a_screen_reader(dressed: QApplication, qtbot: QtBot) -> None:
    pill = Pill("removed", "Removed")
    qtbot.addWidget(pill)
    assert pill.accessibleName() == "Removed"
    assert pill.height() >= Pill.HEIGHT


def test_a_click_on_a_segment_tells_its_key(dressed: QApplication, qtbot: QtBot) -> None:
    made = SegmentedControl("Scope")
    qtbot.addWidget(made)
    made.add("shown", "All shown", count=3)
    made.add("selected", "Selected", count=1)
    made.show()
    assert made.current() == "shown"
    with qtbot.waitSignal(made.changed) as told:
        QTest.mouseClick(made.segment("selected"), Qt.MouseButton.LeftButton)
    assert told.args == ["selected"]
    assert made.current() == "selected"


def test_arrow_keys_move_between_segments(dressed: QApplication, qtbot: QtBot) -> None:
    made = SegmentedControl("Scope")
    qtbot.addWidget(made)
    made.add("a", "First")
    made.add("b", "Second")
    made.show()
    qtbot.waitActive(made)
    made.segment("a").setFocus()
    with qtbot.waitSignal(made.changed) as told:
        QTest.keyClick(made.segment("a"), Qt.Key.Key_Right)
    assert told.args == ["b"]


def test_ten_thousand_quick_items_come_in_few_deliveries(qtbot: QtBot) -> None:
    task = Task(lambda: iter(range(10_000)))
    batches: list[list[object]] = []
    task.items.connect(batches.append)
    with qtbot.waitSignal(task.done):
        task.start()
    assert [item for batch in batches for item in batch] == list(range(10_000))
    assert len(batches) < 100


def test_what_a_task_finds_is_told_as_it_is_and_not_as_a_copy(qtbot: QtBot) -> None:
    found = [(1, "one"), {"two": 2}, [3]]
    task = Task(lambda: iter(found))
    got: list[object] = []
    task.items.connect(got.extend)
    with qtbot.waitSignal(task.done):
        task.start()
    assert [id(each) for each in got] == [id(each) for each in found]


def test_a_cancelled_task_stops_between_two_items_and_closes_its_generator(qtbot: QtBot) -> None:
    closed = []

    def work() -> Iterator[object]:
        try:
            number = 0
            while True:
                yield number
                number += 1
        finally:
            closed.append(True)

    task = Task(work)
    with qtbot.waitSignal(task.items):
        task.start()
    with qtbot.waitSignal(task.done):
        task.cancel()
    assert task.cancelled
    assert closed == [True]


def test_a_paused_task_rests_and_goes_on(qtbot: QtBot) -> None:
    got: list[object] = []
    task = Task(lambda: iter(range(5)))
    task.items.connect(got.extend)
    task.pause()
    task.start()
    qtbot.wait(120)
    assert len(got) <= 1
    with qtbot.waitSignal(task.done):
        task.resume()
    assert got == list(range(5))


def test_an_abandoned_task_tells_nothing_more_and_ends(qtbot: QtBot) -> None:
    told: list[object] = []
    task = Task(itertools.count)
    for signal in (task.items, task.done):
        signal.connect(lambda *given: told.append(given))
    task.start()
    task.abandon()
    task.wait()
    qtbot.wait(100)
    assert told == []
    assert not task.running


def test_an_error_of_ours_comes_with_its_own_sentence(qtbot: QtBot) -> None:
    def work() -> Iterator[object]:
        yield 1
        raise PolicyError("There is no such policy.")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as told:
        task.start()
    assert told.args == ["There is no such policy."]


@pytest.mark.expects_log
def test_an_unforeseen_error_comes_as_a_sentence_and_is_logged(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def work() -> Iterator[object]:
        yield 1
        raise ZeroDivisionError("/home/marta/secret.jpg")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as told:
        task.start()
    assert "Your photos were not changed" in told.args[0]
    assert "ZeroDivisionError" in caplog.text
    assert "marta" not in caplog.text


def test_a_thumbnail_comes_upright_from_another_thread(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    file = tmp_path / "lying.jpg"
    Image.new("RGB", (600, 300), "red").save(file, exif=exif)
    thumbnails = Thumbnails()
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.request(file, 100)
    made = thumbnails.get(file)
    assert made is not None
    assert made.height() > made.width()


def test_a_file_without_a_picture_is_tried_once(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "torn.jpg"
    file.write_bytes(b"torn")
    thumbnails = Thumbnails()
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.request(file, 100)
    assert thumbnails.failed(file)
    with qtbot.assertNotEmitted(thumbnails.ready, wait=150):
        thumbnails.request(file, 100)


@pytest.mark.expects_log
def test_a_thumbnail_that_fails_unforeseen_names_no_file_in_the_log(
    dressed: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(path: Path) -> bool:
        raise ZeroDivisionError(path)

    monkeypatch.setattr("lenscap.opening.is_film", fail)
    thumbnails = Thumbnails()
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.request(Path("/home/marta/secret.jpg"), 100)
    assert "ZeroDivisionError" in caplog.text
    assert "marta" not in caplog.text


@pytest.mark.skipif(not hasattr(os, "O_NOATIME"), reason="this system cannot read without a trace")
def test_to_look_at_a_photo_leaves_the_time_of_its_last_reading(folder: Path) -> None:
    photo = folder / "plain.jpg"
    os.utime(photo, (1_000_000_000, photo.stat().st_mtime))
    assert picture(photo).size == (320, 240)
    assert photo.stat().st_atime == 1_000_000_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_that_is_called_a_photo_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(UnreadableError):
        picture(tmp_path / "pipe.jpg")


def test_a_film_of_many_gigabytes_is_not_read_for_a_thumbnail(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.touch()
    os.truncate(film, 1 << 36)
    with pytest.raises(UnsupportedError):
        picture(film)


def test_a_film_has_its_first_picture_as_a_thumbnail(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(film(size=(480, 320)))
    os.truncate(path, 1 << 36)  # most of it is not read
    thumbnails = Thumbnails()
    with qtbot.waitSignal(thumbnails.ready, timeout=20_000):
        thumbnails.request(path, 100)
    made = thumbnails.get(path)
    assert made is not None
    assert (made.width(), made.height()) == (288, 192)


def test_without_the_extra_a_film_has_no_thumbnail(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.media_film.find_spec", lambda _: None)
    (tmp_path / "film.mp4").write_bytes(film())
    thumbnails = Thumbnails()
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.request(tmp_path / "film.mp4", 100)
    assert thumbnails.failed(tmp_path / "film.mp4")


def test_a_wish_for_a_small_picture_does_not_undo_one_for_a_large_one(
    dressed: QApplication, qtbot: QtBot, folder: Path
) -> None:
    thumbnails = Thumbnails()
    for name in ("plain.jpg", "dated.jpg", "torn.jpg", "trip/placed.jpg"):  # keep the workers busy
        thumbnails.request(folder / name, 100)
    Image.new("RGB", (900, 900)).save(folder / "large.jpg")
    thumbnails.request(folder / "large.jpg", 700)
    thumbnails.request(folder / "large.jpg", 52)
    qtbot.waitUntil(lambda: thumbnails.get(folder / "large.jpg") is not None)
    made = thumbnails.get(folder / "large.jpg")
    assert made is not None
    assert made.width() > 700


def test_wishes_for_photos_out_of_sight_are_dropped(dressed: QApplication, qtbot: QtBot, folder: Path) -> None:
    thumbnails = Thumbnails()
    files = [folder / f"copy{n}.jpg" for n in range(40)]
    for file in files:
        file.write_bytes((folder / "plain.jpg").read_bytes())
        thumbnails.request(file, 100)
    thumbnails.keep_only({files[-1]})
    qtbot.waitUntil(lambda: thumbnails.get(files[-1]) is not None)
    assert sum(thumbnails.get(file) is not None for file in files) < 10


def test_decisions_by_hand_reach_the_policy_by_path(qtbot: QtBot) -> None:
    model = PhotoModel()
    path = Path("/photos/one.jpg")
    model.append([Photo(path, "one.jpg"), Photo(path, "one.jpg"), Photo(Path("/photos/two.jpg"), "two.jpg")])
    assert model.rowCount() == 2
    with qtbot.waitSignal(model.dataChanged):
        model.set_edits(path, Edits(keep=(Box(1, 2, 3, 4),)))
    assert model.edits() == {str(path): Edits(keep=(Box(1, 2, 3, 4),))}


def test_a_decision_about_many_photos_is_told_once() -> None:
    model = PhotoModel()
    paths = [Path(f"/photos/{number}.jpg") for number in range(500)]
    model.append(Photo(path, path.name) for path in paths)
    told: list[int] = []
    model.dataChanged.connect(lambda first, last, *_: told.append(last.row() - first.row() + 1))
    history = History(model, model)
    history.decide({path: Edits(details={Kind.PLACE: "keep"}) for path in paths}, "Keep")
    history.step_back()
    assert told == [500, 500]


def test_a_screen_reader_hears_what_a_photo_tells() -> None:
    model = PhotoModel()
    path = Path("/photos/one.jpg")
    model.append([Photo(path, "one.jpg")])
    seen = [Finding(Kind.FACE, "A face", "In the picture", box=Box(n, 0, 9, 9)) for n in range(3)]
    model.set_report(path, Report(path, "JPEG", Size(9, 9), (*seen, Finding(Kind.PLACE, "Lisbon", "Exif"))))
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "one.jpg, 3 faces, position"


def test_sorting_keeps_each_photo_under_its_path() -> None:
    model = PhotoModel()
    model.append(Photo(Path(name), name, moment=moment) for name, moment in [("b", 1.0), ("a", 3.0), ("c", 2.0)])
    model.arrange(groups.arrange("newest", "nothing"))
    assert [photo.name for photo in model.photos()] == ["a", "c", "b"]
    assert model.row(Path("b")) == 2


def test_the_report_on_an_error_names_no_file_of_the_person() -> None:
    try:
        raise ValueError("/home/marta/secret.jpg")
    except ValueError as error:
        said = crash.report(error)
    assert "ValueError" in said
    assert "marta" not in said
    assert "/home" not in said


def test_without_a_display_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(MissingPartError, match="no display"):
        app.main([])


def test_the_window_loads_without_the_heavy_parts() -> None:
    heavy = {"numpy", "onnxruntime", "scipy", "PIL", "dlib"}
    asked = f"import sys, lenscap.gui.window; print({heavy!r} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"
