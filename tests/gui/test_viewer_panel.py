"""The viewer's panel: persons in all their photos, texts and codes, and what is hidden in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from lenscap import pipeline
from lenscap.gui import appearance
from lenscap.gui.cloud.seeing import Seeing
from lenscap.gui.history import History
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.viewer.page import ViewerPage
from lenscap.gui.widgets import ElidedLabel
from lenscap.model import PICTURE, Box, Edits, Finding, Kind, Looking, Report, Size
from lenscap.people import People, people, renamed
from lenscap.policy import PRESETS
from lenscap.settings import Settings
from tests.cloud.lives import TODAY
from tests.gui.languages import german
from tests.gui.scenes import SIZE, SURE, face, middle, put_up, saved
from tests.gui.test_mending import likeness
from tests.gui.test_viewer import click, edits, press, rows, said, verdict
from tests.samples import named
from tests.samples.mp4 import QUARTER, Film, film

Make = Callable[[PhotoModel], ViewerPage]


@pytest.fixture
def make(qtbot: QtBot, thumbnails: Thumbnails) -> Iterator[Make]:
    made: list[ViewerPage] = []

    def page(photos: PhotoModel) -> ViewerPage:
        held = ViewerPage(photos, photos, thumbnails, History(photos, photos))
        held.set_policy(PRESETS["faces"])
        put_up(qtbot, held)
        held.show_photo(0)
        qtbot.waitUntil(lambda: not held.stage.empty, timeout=5000)
        made.append(held)
        return held

    yield page
    for each in made:
        each.wait()


# -- persons -------------------------------------------------------------------------------------------------------


def roll(folder: Path) -> PhotoModel:
    """One person in three photos, somebody else in the first."""
    photos = PhotoModel()
    for number in range(3):
        path = saved(folder, f"{number}.jpg")
        found = [Finding(Kind.FACE, "A face", PICTURE, 0.9, SURE, likeness=likeness(0, number))]
        if number == 0:
            found.append(Finding(Kind.FACE, "A face", PICTURE, 0.9, Box(200, 60, 60, 80), likeness=likeness(1, 0)))
        photos.append([Photo(path, path.name, Report(path, "JPEG", SIZE, tuple(found)), seen=True)])
    return photos


def offers(page: ViewerPage) -> dict[str, QPushButton]:
    return {button.text(): button for button in page.panel.findChildren(QPushButton) if button.isVisibleTo(page.panel)}


@pytest.fixture
def acquainted(qtbot: QtBot, make: Make, tmp_path: Path) -> Iterator[tuple[ViewerPage, PhotoModel, Seeing]]:
    photos = roll(tmp_path)
    page = make(photos)
    seeing = Seeing(photos, lambda: TODAY)
    seeing.met.connect(page.set_people)
    with qtbot.waitSignal(seeing.met, timeout=10_000):
        seeing.ask(True)
    yield page, photos, seeing
    seeing.wait()


def test_a_person_is_covered_and_kept_in_all_photos_as_one_step(
    qtbot: QtBot, acquainted: tuple[ViewerPage, PhotoModel, Seeing]
) -> None:
    page, photos, _ = acquainted
    assert "Person 1" in said(page)
    assert "in 3 photos" in said(page)
    press(qtbot, page, Qt.Key.Key_Tab)
    QTest.mouseClick(offers(page)["Keep Person 1 in all 3 photos"], Qt.MouseButton.LeftButton)
    assert [edits(photos, row) for row in range(3)] == [Edits(keep=(SURE,))] * 3
    assert page.tools.button("undo").accessibleName() == "Undo: Keep Person 1 in 3 photos (Ctrl+Z)"
    QTest.mouseClick(offers(page)["Blur Person 1 in all 3 photos"], Qt.MouseButton.LeftButton)
    assert [edits(photos, row) for row in range(3)] == [Edits()] * 3
    QTest.mouseClick(page.tools.button("undo"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.tools.button("undo"), Qt.MouseButton.LeftButton)
    assert [edits(photos, row) for row in range(3)] == [Edits()] * 3
    assert not page.tools.button("undo").isEnabled()


def test_nobody_who_is_in_one_photo_only_is_offered(
    qtbot: QtBot, acquainted: tuple[ViewerPage, PhotoModel, Seeing]
) -> None:
    page, _, _ = acquainted
    press(qtbot, page, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert not [text for text in offers(page) if "in all" in text]


def test_boxes_drawn_by_hand_are_left_alone(qtbot: QtBot, acquainted: tuple[ViewerPage, PhotoModel, Seeing]) -> None:
    page, photos, _ = acquainted
    drawn = Box(10, 200, 50, 50)
    photos.set_edits(photos.photo(1).path, Edits(cover=(drawn,)))
    press(qtbot, page, Qt.Key.Key_Tab)
    QTest.mouseClick(offers(page)["Keep Person 1 in all 3 photos"], Qt.MouseButton.LeftButton)
    assert edits(photos, 1) == Edits(keep=(SURE,), cover=(drawn,))


def test_people_are_worked_out_once_and_again_only_when_the_photos_say_something_else(
    qtbot: QtBot, acquainted: tuple[ViewerPage, PhotoModel, Seeing], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, photos, seeing = acquainted
    count: list[int] = []

    def counted(reports: Iterable[Report], before: People) -> People:
        count.append(1)
        return people(reports, before)

    monkeypatch.setattr("lenscap.gui.cloud.seeing.people", counted)
    photos.set_edits(photos.photo(1).path, Edits(keep=(SURE,)))
    qtbot.wait(300)
    with qtbot.waitSignal(seeing.seen, timeout=10_000):
        seeing.watch(True)
    assert not count
    with qtbot.waitSignal(seeing.seen, timeout=10_000):
        photos.set_report(photos.photo(2).path, Report(photos.photo(2).path, "JPEG", SIZE, ()), seen=True)
    assert count == [1]
    assert "in 2 photos" in said(page)


def test_a_name_out_of_the_persons_hand_is_never_markup_and_never_too_long(
    qtbot: QtBot, acquainted: tuple[ViewerPage, PhotoModel, Seeing]
) -> None:
    page, _, seeing = acquainted
    with qtbot.waitSignal(seeing.met, timeout=10_000):
        seeing.mend(lambda people: renamed(people, people[0], "<b>R&D</b> " + "x" * 50))
    press(qtbot, page, Qt.Key.Key_Tab)
    offer = next(button for text, button in offers(page).items() if text.startswith("Keep <b>"))
    assert "R&&D" in offer.text()
    assert offer.sizeHint().width() <= page.panel.width()


# -- texts and codes -----------------------------------------------------------------------------------------------

WORDS, CODE = Box(200, 200, 120, 30), Box(20, 200, 60, 60)


@pytest.fixture
def lettered(make: Make, tmp_path: Path) -> tuple[ViewerPage, PhotoModel]:
    path = saved(tmp_path, "sign.jpg")
    findings = (
        Finding(Kind.TEXT, "Readable text: “<b>CAFÉ</b>”", PICTURE, 0.9, WORDS),
        Finding(Kind.CODE, "A QR code with an address", PICTURE, 1.0, CODE),
        face(SURE),
    )
    photos = PhotoModel()
    photos.append([Photo(path, path.name, Report(path, "JPEG", SIZE, findings), seen=True)])
    return make(photos), photos


def test_texts_and_codes_are_listed_by_themselves(qtbot: QtBot, lettered: tuple[ViewerPage, PhotoModel]) -> None:
    page, _ = lettered
    for words in ("Readable text", "2 areas", "Text 1", "Code 1", "1 found"):
        assert words in said(page)
    tips = [row.toolTip() for row in rows(page)]
    assert any("&lt;b&gt;CAFÉ" in tip for tip in tips)


def test_b_and_k_and_the_buttons_decide_about_texts_as_about_faces(
    qtbot: QtBot, lettered: tuple[ViewerPage, PhotoModel]
) -> None:
    page, photos = lettered
    press(qtbot, page, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_B)
    assert edits(photos) == Edits(cover=(CODE if page._marks[1].kind is Kind.CODE else WORDS,))
    press(qtbot, page, Qt.Key.Key_K)
    assert edits(photos) == Edits()
    row = next(row for row in rows(page) if row.mark.box == WORDS)
    QTest.mouseClick(verdict(row, "cover"), Qt.MouseButton.LeftButton)
    assert edits(photos) == Edits(cover=(WORDS,))
    click(qtbot, page, middle(page, CODE))
    assert set(edits(photos).cover) == {WORDS, CODE}
    page.set_policy(PRESETS["everything"])
    page._decisions.decide(next(mark for mark in page._marks if mark.box == WORDS), cover=False)
    assert WORDS in edits(photos).keep or WORDS not in edits(photos).cover


def test_a_photo_in_which_texts_were_not_looked_for_is_not_shown_as_the_very_copy(
    qtbot: QtBot, lettered: tuple[ViewerPage, PhotoModel]
) -> None:
    page, photos = lettered
    qtbot.waitUntil(lambda: page.stage.shows_copy, timeout=10_000)
    qtbot.wait(300)
    assert page.stage._words == "After cleaning, nearly"
    report = photos.photo(0).report
    assert report
    looked = Report(report.path, report.format, report.size, report.findings, looked=Looking("careful"))
    photos.set_report(report.path, looked, seen=True)
    qtbot.waitUntil(lambda: page.stage._words == "After cleaning", timeout=10_000)


# -- hidden extras -------------------------------------------------------------------------------------------------


@pytest.fixture
def hiding(make: Make, tmp_path: Path) -> tuple[ViewerPage, PhotoModel]:
    path = tmp_path / "hiding.jpg"
    path.write_bytes(named("jpeg-everything").data)
    photos = PhotoModel()
    photos.append([Photo(path, path.name, pipeline.inspect(path), seen=True), Photo(saved(tmp_path, "b.jpg"), "b.jpg")])
    return make(photos), photos


def hidden(page: ViewerPage) -> list[QPushButton]:
    rows = page.panel.extras.findChildren(QPushButton)
    return [row for row in rows if row.isVisibleTo(page.panel)]


def extra(page: ViewerPage, words: str) -> QPushButton:
    return next(row for row in hidden(page) if words in row.accessibleName())


def caption(page: ViewerPage) -> str:
    return " ".join(label.text() for label in page.stage.findChildren(QLabel) if not label.isHidden())


def test_a_hidden_thumbnail_is_seen_large_with_what_it_is_and_that_it_goes(
    qtbot: QtBot, hiding: tuple[ViewerPage, PhotoModel]
) -> None:
    page, photos = hiding
    whole = page.stage.picture_rect
    assert "Hidden extras" in said(page)
    QTest.mouseClick(extra(page, "Exif thumbnail"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stage.alone, timeout=5000)
    thumbnail = next(each for each, _ in pipeline.previews(photos.photo(0).path) if each.where == "Exif thumbnail")
    assert page.stage.picture_rect.size().toTuple() == (thumbnail.data["width"], thumbnail.data["height"])
    assert thumbnail.tells in caption(page)
    assert "It is not in the copy." in caption(page)
    assert not page.stage._boxes
    press(qtbot, page, Qt.Key.Key_D)
    assert not page.drawing
    with qtbot.assertNotEmitted(page.back):
        press(qtbot, page, Qt.Key.Key_Escape)
    assert page.stage.picture_rect == whole
    assert "It is not in the copy." not in caption(page)
    qtbot.waitUntil(lambda: page.stage.shows_copy, timeout=10_000)
    with qtbot.waitSignal(page.back):
        press(qtbot, page, Qt.Key.Key_Escape)


def test_of_what_cannot_be_shown_by_itself_that_is_said(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    path = tmp_path / "hidden.tif"
    path.write_bytes(named("webp-clean").data)
    finding = Finding(Kind.PREVIEW, "A small copy of the picture", "TIFF thumbnail")
    photos = PhotoModel()
    photos.append([Photo(path, path.name, Report(path, "TIFF", SIZE, (finding,)), seen=True)])
    page = make(photos)
    QTest.mouseClick(extra(page, "small copy"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Lenscap cannot show it by itself." in caption(page), timeout=5000)
    assert "Esc leads back to the photo." in caption(page)


@pytest.fixture
def with_film(make: Make, tmp_path: Path) -> ViewerPage:
    """A photo that hides a film that can be played, which was recorded upright."""
    path = tmp_path / "motion.jpg"
    changed = Film(film())
    track = next(each for each in changed.tracks if each["mdia/hdlr"].body[8:12] == b"vide")
    track["tkhd"].put(40, QUARTER)
    path.write_bytes(saved(tmp_path, "still.jpg").read_bytes() + changed.build())
    photos = PhotoModel()
    photos.append([Photo(path, path.name, pipeline.inspect(path), seen=True)])
    return make(photos)


def test_of_a_hidden_film_the_first_picture_is_seen_upright(qtbot: QtBot, with_film: ViewerPage) -> None:
    page, whole = with_film, with_film.stage.picture_rect
    QTest.mouseClick(extra(page, "video"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stage.alone, timeout=20_000)
    assert page.stage.picture_rect.size().toTuple() == (64, 96)
    assert "This is its first picture. It is not in the copy." in caption(page)
    QTest.mouseClick(extra(page, "video"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stage.picture_rect == whole, timeout=5000)


def test_of_a_hidden_film_it_is_said_what_there_is_where_the_extra_is_missing(
    qtbot: QtBot, with_film: ViewerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.media_film.find_spec", lambda _: None)
    page = with_film
    QTest.mouseClick(extra(page, "video"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "lenscap[film]" in caption(page), timeout=5000)
    assert "no player for films" in caption(page)
    assert "It is not in the copy." in caption(page)
    QTest.mouseClick(extra(page, "video"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.stage.empty, timeout=5000)


def test_of_a_hidden_film_that_cannot_be_decoded_it_is_said_so(
    qtbot: QtBot, hiding: tuple[ViewerPage, PhotoModel]
) -> None:
    page, _ = hiding
    QTest.mouseClick(extra(page, "video"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "No picture of its film can be decoded." in caption(page), timeout=20_000)
    assert "no player for films" in caption(page)
    assert "It is not in the copy." in caption(page)


def test_a_film_that_lies_beside_a_photo_is_told(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    path = saved(tmp_path, "live.jpg")
    (tmp_path / "live.mov").write_bytes(film())
    photos = PhotoModel()
    photos.append([Photo(path, path.name, pipeline.inspect(path), seen=True)])
    page = make(photos)
    QTest.mouseClick(extra(page, "film of the same name"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no player for films" in caption(page), timeout=5000)


def test_every_row_of_what_is_hidden_opens_something(qtbot: QtBot, hiding: tuple[ViewerPage, PhotoModel]) -> None:
    page, _ = hiding
    assert len(hidden(page)) >= 5
    for row in hidden(page):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.stage.alone or "in the copy" in caption(page), timeout=5000)


def test_another_photo_takes_the_place_of_what_was_hidden(qtbot: QtBot, hiding: tuple[ViewerPage, PhotoModel]) -> None:
    page, _ = hiding
    QTest.mouseClick(extra(page, "Exif thumbnail"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stage.alone, timeout=5000)
    press(qtbot, page, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not page.stage.empty, timeout=5000)
    assert "in the copy" not in caption(page)
    assert not page.peeking
    assert "Hidden extras" not in said(page)


@pytest.mark.parametrize(
    ("name", "where", "size"),
    [
        ("jpeg-gain-map-xmp", "gain map", (24, 16)),
        ("jpeg-gain-map-three-channels", "gain map", (48, 32)),
        ("jpeg-xmp-extended", "second picture behind the picture", (32, 24)),
    ],
)
def test_a_gain_map_and_a_depth_map_open_as_pictures(
    qtbot: QtBot, make: Make, tmp_path: Path, name: str, where: str, size: tuple[int, int]
) -> None:
    page = shown(make, tmp_path, name)
    QTest.mouseClick(extra(page, where), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stage.alone, timeout=5000)
    assert page.stage.picture_rect.size().toTuple() == size


def test_a_depth_map_in_a_heif_is_seen_large_with_what_it_is(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    page = shown(make, tmp_path, "heif-depth")
    QTest.mouseClick(extra(page, "depth map"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stage.alone, timeout=5000)
    assert page.stage.picture_rect.size().toTuple() == (96, 64)
    assert "shape of faces, bodies and rooms" in caption(page)
    assert "It is not in the copy." in caption(page)


def shown(make: Make, folder: Path, name: str) -> ViewerPage:
    """A sample in the viewer."""
    path = folder / f"sample{named(name).suffix}"
    path.write_bytes(named(name).data)
    photos = PhotoModel()
    photos.append([Photo(path, path.name, pipeline.inspect(path), seen=True)])
    return make(photos)


def test_a_gain_map_stays_unless_something_is_covered(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    page = shown(make, tmp_path, "jpeg-gain-map-xmp")
    assert "stays in the copy" in extra(page, "gain map").accessibleName()
    page._photos.set_edits(page._photos.photo(0).path, Edits(cover=(Box(4, 4, 20, 20),)))
    assert "not in the copy" in extra(page, "gain map").accessibleName()


# -- photos that are odd ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1, 1), (20_000, 100), (3, 9000)])
def test_pictures_of_odd_shapes_are_shown(qtbot: QtBot, make: Make, tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "odd.png"
    Image.new("RGB", size, "red").save(path)
    photos = PhotoModel()
    photos.append([Photo(path, path.name, Report(path, "PNG", Size(*size), ()), seen=True)])
    page = make(photos)
    assert [page.stage.picture_rect.width(), page.stage.picture_rect.height()] == list(size)
    press(qtbot, page, Qt.Key.Key_Z, Qt.Key.Key_0, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.stage.shows_copy, timeout=10_000)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["png", "jpg"])
@pytest.mark.parametrize("size", [SIZE, Size(SIZE.width - 1, SIZE.height - 1)])
def test_of_a_photo_too_large_to_be_held_whole_half_of_the_width_and_height_is_shown_in_its_full_size(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: Size, suffix: str
) -> None:
    monkeypatch.setattr("lenscap.gui.pictures.MOST_WHOLE", 50_000)
    path = tmp_path / f"large.{suffix}"
    scene = Image.new("RGB", size, "white")
    scene.paste("red", (SURE.x, SURE.y, SURE.x + SURE.w, SURE.y + SURE.h))
    scene.save(path, icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    photos = PhotoModel()
    report = Report(path, suffix.upper(), size, (face(SURE),), looked=Looking("careful"))
    photos.append([Photo(path, path.name, report, seen=True)])
    page = make(photos)
    qtbot.waitUntil(lambda: page.stage.shows_copy, timeout=20_000)
    held = page.stage._before._levels[0]
    assert (held.width(), held.height()) == ((size.width + 1) // 2, (size.height + 1) // 2)
    assert page.stage.picture_rect.size().toTuple() == tuple(size)
    assert page.stage.sharp
    inside, outside = (SURE.x + SURE.w // 2) // 2, (SURE.y + SURE.h // 2) // 2
    assert held.pixelColor(inside, outside).name() in ("#ff0000", "#fe0000")
    assert held.pixelColor(2, 2).name() == "#ffffff"
    covered = page.stage._after._levels[0]
    assert covered.size() == held.size()
    assert covered.pixelColor(inside, outside).green() > 100
    qtbot.wait(300)  # no copy of it is made in memory
    assert page.stage._words == "After cleaning, nearly"
    QTest.mouseClick(page.stage.viewport(), Qt.MouseButton.LeftButton, pos=middle(page, SURE))
    assert page._chosen == 0


CHANGES: dict[str, Callable[[Path], object]] = {
    "other": lambda path: Image.new("RGB", (50, 40)).save(path),
    "gone": lambda path: path.unlink(),
    "broken": lambda path: path.write_bytes(b"broken"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_photo_that_changed_while_it_was_shown_is_said_so_in_words(
    qtbot: QtBot, make: Make, tmp_path: Path, change: str
) -> None:
    path = saved(tmp_path, "photo.jpg")
    photos = PhotoModel()
    photos.append([Photo(path, path.name, Report(path, "JPEG", SIZE, (face(SURE),)), seen=True)])
    page = make(photos)
    qtbot.waitUntil(lambda: page.stage.shows_copy, timeout=10_000)
    CHANGES[change](path)
    press(qtbot, page, Qt.Key.Key_Tab, Qt.Key.Key_K, Qt.Key.Key_B, Qt.Key.Key_Left)
    photos.set_edits(path, Edits(cover=(Box(200, 200, 50, 50),)))
    qtbot.waitUntil(lambda: page.stage._words == "Cannot be shown", timeout=10_000)
    assert page._no_copy
    assert page._no_copy in said(page)


def test_a_photo_that_was_read_anew_is_shown_anew(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    path = saved(tmp_path, "photo.jpg")
    photos = PhotoModel()
    photos.append([Photo(path, path.name, Report(path, "JPEG", SIZE, (face(SURE),)), seen=True)])
    page = make(photos)
    Image.new("RGB", (50, 40)).save(path)
    photos.change({path: {"report": None, "seen": False, "written": 5.0, "bytes": 9}})
    photos.set_report(path, Report(path, "JPEG", Size(50, 40), ()), seen=True)
    qtbot.waitUntil(lambda: page.stage.picture_rect.width() == 50, timeout=5000)


# -- large text ----------------------------------------------------------------------------------------------------


@pytest.fixture
def large_text(dressed: QApplication) -> Iterator[None]:
    """Large, and German, whose words are longer."""
    appearance.dress(dressed, replace(Settings(), scheme="light", text_size=200))
    yield from german(dressed)
    appearance.dress(dressed, replace(Settings(), scheme="light", text_size=100))


@pytest.mark.usefixtures("large_text")
def test_with_large_text_nothing_in_the_panel_is_wider_than_it(make: Make, tmp_path: Path) -> None:
    photos = PhotoModel()
    path = saved(tmp_path, "many.jpg")
    drawn = tuple(Box(4 + 8 * number, 4, 6, 6) for number in range(40))
    report = Report(path, "JPEG", SIZE, tuple(face(Box(8 * number, 40, 6, 9)) for number in range(40)))
    photos.append([Photo(path, path.name, report, seen=True, edits=Edits(cover=drawn))])
    page = make(photos)
    photos.change({path: {"outdated": frozenset(drawn)}})
    assert "40 gefunden · 40 gezeichnet" in said(page)
    (area,) = page.panel.findChildren(QScrollArea)
    content = area.widget()
    assert content
    assert content.minimumSizeHint().width() <= area.viewport().width()


@pytest.fixture
def in_german(dressed: QApplication) -> Iterator[None]:
    yield from german(dressed)


@pytest.mark.usefixtures("in_german")
def test_in_german_a_person_is_called_by_the_whole_name_beside_a_scroll_bar(make: Make, tmp_path: Path) -> None:
    photos = PhotoModel()
    path = saved(tmp_path, "many.jpg")
    faces = tuple(face(Box(20 * number, 40, 16, 20)) for number in range(9))
    photos.append([Photo(path, path.name, Report(path, "JPEG", SIZE, faces), seen=True)])
    page = make(photos)
    page.resize(1024, 600)
    (area,) = page.panel.findChildren(QScrollArea)
    assert area.verticalScrollBar().isVisible()
    assert "Unscharf" in {button.text() for button in rows(page)[0].buttons()}
    assert [label.text() for row in rows(page) for label in row.findChildren(ElidedLabel) if "…" in label.text()] == []
