"""Where cells and headings lie, how photos wait, what is packed: all that needs no window."""

from __future__ import annotations

import pickle
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenscap.gui.pictures import glimpse
from lenscap.gui.roll import packing
from lenscap.gui.roll.facts import facts
from lenscap.gui.roll.filters import PhotoFilter
from lenscap.gui.roll.groups import Section, arrange
from lenscap.gui.roll.layout import Layout
from lenscap.gui.roll.packing import at_hand, pack, unpack, written
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.roll.queue import Queue
from lenscap.gui.roll.runs import runs
from lenscap.gui.thumbnails import Thumbnails
from lenscap.model import Finding, Kind, Looking, Report, Size

PLAIN = Layout(10, columns=4, cell=100, margin=12)
GROUPED = Layout(10, 4, 100, 12, 40, (Section("a", 0, 5), Section("b", 5, 1), Section("c", 6, 4)))
LAYOUTS = pytest.mark.parametrize("lay", [PLAIN, GROUPED, Layout(1, 1, 96, 12)])


@LAYOUTS
def test_every_point_of_a_cell_belongs_to_its_photo_and_to_no_other(lay: Layout) -> None:
    cells = [lay.rect(row) for row in range(lay.count)]
    for row, cell in enumerate(cells):
        for point in (cell.topLeft(), cell.bottomRight(), cell.center()):
            assert lay.row_at(point.x(), point.y()) == row
    assert not any(one.intersects(other) for one, other in pairwise(cells))
    assert max(cell.bottom() for cell in cells) < lay.height


@LAYOUTS
def test_the_rows_between_two_heights_are_those_that_can_be_seen(lay: Layout) -> None:
    for top in range(0, lay.height, 7):
        for height in (1, 50, 140, 500):
            band = QRect(0, top, 10_000, height)
            seen = [row for row in range(lay.count) if lay.rect(row).intersects(band)]
            told = list(lay.rows(band.top(), band.bottom()))
            assert set(seen) <= set(told)
            assert len(told) <= len(seen) + lay.columns  # no more than a line that is just out of sight


def test_a_heading_stands_above_each_section() -> None:
    tops = {section.key: top for section, top in GROUPED.headings(0, 10_000)}
    assert tops == {"a": 12, "b": 252, "c": 392}
    assert [section.key for section, _ in GROUPED.headings(300, 400)] == ["b", "c"]
    assert GROUPED.row_at(50, 20) == -1


def test_up_and_down_keep_to_the_column_where_there_is_one() -> None:
    assert GROUPED.beside(1, 1) == 4
    assert GROUPED.beside(3, 1) == 4
    assert GROUPED.beside(4, 1) == 5
    assert GROUPED.beside(5, 1) == 6
    assert GROUPED.beside(9, -1) == 5
    assert GROUPED.beside(9, 1) == 9
    assert GROUPED.beside(0, -1) == 0


def test_runs_are_found_in_rising_numbers() -> None:
    assert list(runs([])) == []
    assert list(runs([4])) == [(4, 4)]
    assert list(runs([1, 2, 3, 7, 8])) == [(1, 3), (7, 8)]
    assert list(runs(range(50_000))) == [(0, 49_999)]


def _report(number: int) -> Report:
    told = tuple(Finding(Kind.DEVICE, f"Camera: {number} {n}", "Exif", data={"exif": {"n": n}}) for n in range(10))
    return Report(Path(f"{number}.jpg"), "JPEG", Size(4000, 3000), told, 6, Looking("careful", people=True))


def test_packed_reports_are_the_same_and_smaller_once_a_few_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_dictionaries", [b""])
    monkeypatch.setattr(packing, "_until", 12)
    reports = [_report(number) for number in range(40)]
    packed = [pack(written(report)) for report in reports]
    assert [unpack(each, report.path) for each, report in zip(packed, reports, strict=True)] == reports
    assert len(packed[-1]) < len(packed[0]) / 2
    assert at_hand(packed[-1], Path("39.jpg")) is at_hand(packed[-1], Path("39.jpg"))


def test_photos_that_tell_the_same_share_what_is_counted_in_another_process_too() -> None:
    one, other = (facts(_report(number)) for number in (1, 2))
    assert one.common is other.common
    assert pickle.loads(pickle.dumps(one)).common is one.common  # noqa: S301 (our own)
    assert facts(replace(_report(1), looked=Looking())).common is not one.common


def test_a_photo_knows_what_its_report_tells_and_forgets_it_with_it() -> None:
    when = Finding(Kind.TIME, "Taken then", "Exif", data={"iso": "2026-06-15T12:00:00"})
    where = Finding(Kind.PLACE, "There", "Exif GPS", data={"name": "Lisbon", "words": ["lisbon"]})
    photo = Photo(Path("a.jpg"), "a.jpg", Report(Path("a.jpg"), "JPEG", Size(1, 1), (when, where)), moment=7.0)
    assert (photo.facts.town, photo.counts) == ("Lisbon", {"time": 1, "place": 1})
    assert photo.moment > 7.0
    photo.report = None
    assert (photo.moment, photo.tells, photo.report) == (7.0, 0, None)


def test_a_queue_gives_each_photo_once_and_the_one_that_somebody_looks_at_first() -> None:
    queue, paths = Queue(), [Path(name) for name in "abcd"]
    queue.add(paths)
    queue.add(paths[:2])
    queue.first(paths[2])
    queue.drop([paths[1]])
    taken = iter(queue)
    assert next(taken) == paths[2]
    queue.halt()
    assert list(taken) == []
    assert len(queue) == 2
    queue.halt(False)
    assert list(queue) == [paths[0], paths[3]]


def _with_thumbnail(path: Path, small: Image.Image, orientation: int = 1) -> Path:
    import io

    import piexif

    data = io.BytesIO()
    small.save(data, "JPEG")
    exif = piexif.dump({"0th": {274: orientation}, "1st": {259: 6}, "thumbnail": data.getvalue()})
    Image.new("RGB", (1600, 1200), "blue").save(path, exif=exif)
    return path


def test_the_small_copy_in_a_photo_is_shown_upright_until_there_is_a_better_one(tmp_path: Path) -> None:
    small = Image.new("RGB", (160, 120), "red")
    shown = glimpse(_with_thumbnail(tmp_path / "a.jpg", small, orientation=6))
    assert shown is not None
    assert shown.size == (120, 160)


def test_a_small_copy_of_another_shape_is_not_shown(tmp_path: Path) -> None:
    assert glimpse(_with_thumbnail(tmp_path / "a.jpg", Image.new("RGB", (160, 90), "red"))) is None
    Image.new("RGB", (16, 12)).save(tmp_path / "plain.jpg")
    assert glimpse(tmp_path / "plain.jpg") is None
    assert glimpse(tmp_path / "none.jpg") is None


@pytest.mark.parametrize("cut", [2, 30, 300, 900, 2000])
def test_a_small_copy_that_is_torn_is_passed_over(tmp_path: Path, cut: int) -> None:
    whole = _with_thumbnail(tmp_path / "a.jpg", Image.new("RGB", (160, 120), "red")).read_bytes()
    (tmp_path / "torn.jpg").write_bytes(whole[:cut])
    glimpse(tmp_path / "torn.jpg")


def test_a_thumbnail_comes_at_once_and_sharpens(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _with_thumbnail(tmp_path / "a.jpg", Image.new("RGB", (160, 120), "red"))
    thumbnails = Thumbnails()
    sizes: list[int] = []

    def note(_: Path) -> None:
        made = thumbnails.get(path)
        sizes.append(made.width() if made else 0)

    thumbnails.ready.connect(note)
    thumbnails.request(path, 150)
    qtbot.waitUntil(lambda: len(sizes) == 2)
    assert sizes == [160, 288]
    made = thumbnails.get(path)
    assert made is not None
    assert made.toImage().pixelColor(9, 9).blue() > 200
    thumbnails.wait()


def test_photos_that_come_while_a_filter_hides_them_stand_under_headings_without_it(qapp: QApplication) -> None:
    told = Finding(Kind.PLACE, "There", "Exif GPS", data={"name": "Lisbon", "words": ["lisbon"]})
    photos, plain = PhotoModel(), Report(Path("b.jpg"), "JPEG", Size(1, 1), ())
    shown = PhotoFilter(photos)
    photos.append([Photo(Path("a.jpg"), "a.jpg", Report(Path("a.jpg"), "JPEG", Size(1, 1), (told,)))])
    photos.arrange(arrange("newest", "place"))
    assert [section.size for section in shown.sections()] == [1]
    shown.turn_on(["place"])
    photos.append([Photo(Path("b.jpg"), "b.jpg", plain)])
    assert [section.size for section in shown.sections()] == [1]
    shown.turn_on([])
    assert sum(section.size for section in shown.sections()) == shown.rowCount() == 2
