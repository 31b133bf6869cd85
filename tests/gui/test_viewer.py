"""The viewer, used as a person uses it: with the pointer on the boxes, and with keys."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.viewer import loading
from lenscap.gui.viewer.marks import Look
from lenscap.gui.viewer.page import ViewerPage
from lenscap.gui.viewer.rows import Row
from lenscap.model import Box, Edits, Report
from lenscap.policy import PRESETS
from tests.gui.scenes import OTHER, SIZE, SURE, UNSURE, at, face, middle, report, saved, show

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def click(qtbot: QtBot, page: ViewerPage, where: QPoint) -> None:
    QTest.mouseClick(page.stage.viewport(), LEFT, NONE, where)


def drag(qtbot: QtBot, page: ViewerPage, start: QPoint, end: QPoint) -> None:
    view = page.stage.viewport()
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, start + (end - start) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, NONE, end)


def press(qtbot: QtBot, page: ViewerPage, *keys: Qt.Key) -> None:
    page.stage.setFocus()
    for key in keys:
        QTest.keyClick(page.stage, key)


def edits(photos: PhotoModel, row: int = 0) -> Edits:
    return photos.photo(row).edits


def rows(page: ViewerPage) -> list[Row]:
    shown = [row for row in page.panel.findChildren(Row) if row.isVisibleTo(page.panel)]
    return sorted(shown, key=lambda row: row.mark.box)


def said(page: ViewerPage) -> str:
    return " ".join(label.text() for label in page.panel.findChildren(QLabel) if label.isVisibleTo(page.panel))


def verdict(row: Row, key: str) -> QPushButton:
    return next(button for button in row.findChildren(QPushButton) if button.property("verdict") == key)


def test_a_click_on_a_covered_face_keeps_it_and_another_covers_it_again(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    click(qtbot, page, middle(page, SURE))
    assert edits(photos) == Edits(keep=(SURE,))
    click(qtbot, page, middle(page, SURE))
    assert edits(photos) == Edits()


def test_a_click_on_an_unsure_face_says_that_it_is_one(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    click(qtbot, page, middle(page, UNSURE))
    assert edits(photos) == Edits(cover=(UNSURE,))
    assert "Is this a face?" not in said(page)


def test_no_to_an_unsure_face_keeps_it(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    row = rows(page)[2]
    assert {button.text() for button in row.findChildren(QPushButton)} == {"Yes", "No"}
    QTest.mouseClick(verdict(row, "keep"), LEFT)
    assert edits(photos) == Edits(keep=(UNSURE,))


def test_tab_goes_from_face_to_face_and_then_leaves_the_stage(qtbot: QtBot, page: ViewerPage) -> None:
    chosen: list[int] = []
    page.stage.chosen.connect(chosen.append)
    press(qtbot, page, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert chosen == [0, 1, 0, 1, 2]
    QTest.keyClick(page.stage, Qt.Key.Key_Tab)
    assert chosen[-1] == -1
    assert not page.stage.hasFocus()


def test_k_keeps_and_b_covers_the_chosen_face(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    press(qtbot, page, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_K)
    assert edits(photos) == Edits(keep=(OTHER,))
    press(qtbot, page, Qt.Key.Key_B)
    assert edits(photos) == Edits()


def test_undo_and_redo_go_through_the_decisions(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    undo = page.tools.button("undo")
    assert not undo.isEnabled()
    click(qtbot, page, middle(page, SURE))
    click(qtbot, page, middle(page, OTHER))
    assert undo.isEnabled()
    QTest.keyClick(page.stage, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edits(photos) == Edits(keep=(SURE,))
    QTest.mouseClick(undo, LEFT)
    assert edits(photos) == Edits()
    QTest.keyClick(page.stage, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert edits(photos) == Edits(keep=(SURE,))


def test_undo_returns_to_the_photo_that_it_is_about(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    click(qtbot, page, middle(page, SURE))
    show(qtbot, page, 1)
    QTest.keyClick(page.stage, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edits(photos) == Edits()
    assert page.bar.name.whole() == "faces.jpg"


def test_d_and_a_drag_draw_a_box_in_pixels_of_the_picture(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    show(qtbot, page, 1)
    press(qtbot, page, Qt.Key.Key_D)
    assert page.drawing
    drag(qtbot, page, at(page, 100, 100), at(page, 180, 160))
    (box,) = edits(photos, 1).cover
    assert all(abs(got - wanted) <= 2 for got, wanted in zip(box, Box(100, 100, 80, 60), strict=True))
    assert page.tools.button("pointer").isChecked()
    assert "Drawn by you" in said(page)


def test_a_box_drawn_over_the_edge_is_cut_to_the_picture(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    show(qtbot, page, 1)
    press(qtbot, page, Qt.Key.Key_D)
    drag(qtbot, page, at(page, 350, 250), at(page, 420, 320))
    (box,) = edits(photos, 1).cover
    assert (box.x + box.w, box.y + box.h) == SIZE


def test_a_box_too_small_to_be_meant_is_not_drawn(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    press(qtbot, page, Qt.Key.Key_D)
    click(qtbot, page, at(page, 250, 250))
    assert edits(photos) == Edits()


def test_a_box_begun_on_one_photo_is_not_drawn_on_the_next(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    press(qtbot, page, Qt.Key.Key_D)
    view = page.stage.viewport()
    QTest.mousePress(view, LEFT, NONE, at(page, 100, 100))
    show(qtbot, page, 1)
    QTest.mouseMove(view, at(page, 180, 160))
    QTest.mouseRelease(view, LEFT, NONE, at(page, 180, 160))
    assert edits(photos, 0) == edits(photos, 1) == Edits()


def test_of_a_box_begun_on_one_photo_nothing_is_seen_on_the_next(qtbot: QtBot, page: ViewerPage) -> None:
    press(qtbot, page, Qt.Key.Key_D)
    QTest.mousePress(page.stage.viewport(), LEFT, NONE, at(page, 20, 200))
    QTest.mouseMove(page.stage.viewport(), at(page, 90, 260))
    assert not page.stage._rubber.isNull()
    press(qtbot, page, Qt.Key.Key_PageDown)
    assert page.stage._rubber.isNull()


def test_escape_gives_up_the_box_that_is_being_drawn(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    press(qtbot, page, Qt.Key.Key_D)
    QTest.mousePress(page.stage.viewport(), LEFT, NONE, at(page, 20, 200))
    QTest.mouseMove(page.stage.viewport(), at(page, 90, 260))
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.stage._rubber.isNull()
    QTest.mouseRelease(page.stage.viewport(), LEFT, NONE, at(page, 90, 260))
    assert edits(photos) == Edits()
    assert page.drawing


def test_escape_gives_up_the_move_of_a_box_and_does_not_lead_back(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    drawn = Box(30, 190, 80, 60)
    photos.set_edits(photos.photo(0).path, Edits(cover=(drawn,)))
    with qtbot.assertNotEmitted(page.back):
        QTest.mousePress(page.stage.viewport(), LEFT, NONE, middle(page, drawn))
        QTest.mouseMove(page.stage.viewport(), middle(page, drawn) + QPoint(40, 0))
        press(qtbot, page, Qt.Key.Key_Escape)
    assert [box.rect.x() for box in page.stage._boxes if box.mark.look is Look.DRAWN] == [drawn.x]
    QTest.mouseRelease(page.stage.viewport(), LEFT, NONE, middle(page, drawn) + QPoint(40, 0))
    assert edits(photos) == Edits(cover=(drawn,))


def test_a_click_is_about_the_face_that_was_pressed_or_about_none(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    view = page.stage.viewport()
    QTest.mousePress(view, LEFT, NONE, middle(page, SURE))
    photos.set_report(photos.photo(0).path, report(face(OTHER), face(UNSURE)), seen=True)
    QTest.mouseRelease(view, LEFT, NONE, middle(page, SURE))
    assert edits(photos) == Edits()


def test_there_are_no_frames_where_there_is_no_picture(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    show(qtbot, page, 4)
    photos.set_report(photos.photo(4).path, report(face(SURE)), seen=True)
    qtbot.waitUntil(lambda: "not there any more" in page.stage.accessibleDescription())
    QTest.mouseClick(rows(page)[0], LEFT, NONE, QPoint(4, 4))
    press(qtbot, page, Qt.Key.Key_Z)
    assert not page.stage._boxes


def test_a_drawn_box_is_moved_resized_nudged_and_removed(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    show(qtbot, page, 1)
    photos.set_edits(photos.photo(1).path, Edits(cover=(Box(100, 100, 80, 60),)))
    drag(qtbot, page, at(page, 140, 130), at(page, 160, 130))
    (box,) = edits(photos, 1).cover
    assert abs(box.x - 120) <= 1
    assert (box.y, box.w, box.h) == (100, 80, 60)
    press(qtbot, page, Qt.Key.Key_Left)
    QTest.keyClick(page.stage, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert edits(photos, 1).cover == (Box(box.x - 1, 110, 80, 60),)
    drag(qtbot, page, at(page, box.x - 1 + 80, 170), at(page, box.x - 1 + 100, 200))
    (larger,) = edits(photos, 1).cover
    assert larger.w > 95
    assert larger.h > 85
    press(qtbot, page, Qt.Key.Key_Delete)
    assert edits(photos, 1) == Edits()


@pytest.mark.parametrize("way", ["removed", "taken back"])
def test_when_the_chosen_box_is_gone_no_other_area_is_chosen_in_its_place(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel, way: str
) -> None:
    press(qtbot, page, Qt.Key.Key_D)
    drag(qtbot, page, at(page, 20, 200), at(page, 90, 260))
    assert page._chosen == 3
    if way == "removed":
        press(qtbot, page, Qt.Key.Key_Delete)
    else:
        QTest.mouseClick(page.tools.button("undo"), LEFT)
    press(qtbot, page, Qt.Key.Key_K)
    assert edits(photos) == Edits()


def test_a_box_stays_chosen_when_its_move_is_taken_back(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    press(qtbot, page, Qt.Key.Key_D)
    drag(qtbot, page, at(page, 20, 200), at(page, 90, 260))
    (drawn,) = edits(photos).cover
    press(qtbot, page, Qt.Key.Key_Right)
    assert edits(photos).cover == (drawn._replace(x=drawn.x + 1),)
    QTest.mouseClick(page.tools.button("undo"), LEFT)
    assert edits(photos).cover == (drawn,)
    press(qtbot, page, Qt.Key.Key_Right)
    assert edits(photos).cover == (drawn._replace(x=drawn.x + 1),)
    assert page.bar.name.whole() == "faces.jpg"


def test_keep_all_and_blur_all_decide_about_every_face(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    buttons = {button.text(): button for button in page.panel.findChildren(QPushButton)}
    QTest.mouseClick(buttons["Keep all"], LEFT)
    assert set(edits(photos).keep) == {SURE, OTHER, UNSURE}
    QTest.mouseClick(buttons["Blur all"], LEFT)
    assert edits(photos) == Edits()


def test_a_verdict_given_by_key_leaves_the_keyboard_where_it_was(qtbot: QtBot, page: ViewerPage) -> None:
    verdict(rows(page)[0], "keep").setFocus()
    QTest.keyClick(verdict(rows(page)[0], "keep"), Qt.Key.Key_Space)
    assert verdict(rows(page)[0], "keep").hasFocus()
    assert verdict(rows(page)[0], "keep").isChecked()


def test_a_preset_that_leaves_faces_visible_says_so_and_offers_to_cover_them(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    page.set_policy(PRESETS["metadata"])
    assert "This preset leaves faces visible." in said(page)
    offer = next(button for button in page.panel.findChildren(QPushButton) if button.text() == "Cover faces")
    with qtbot.waitSignal(page.policy_wanted) as wanted:
        QTest.mouseClick(offer, LEFT)
    assert wanted.args == ["faces"]
    click(qtbot, page, middle(page, SURE))
    assert edits(photos) == Edits(cover=(SURE,))


def test_the_style_is_passed_on(qtbot: QtBot, page: ViewerPage) -> None:
    pixels = next(button for button in page.panel.findChildren(QAbstractButton) if button.text() == "Pixels")
    with qtbot.waitSignal(page.style_changed) as changed:
        QTest.mouseClick(pixels, LEFT)
    assert changed.args == ["mosaic"]


def test_the_right_of_the_divider_shows_what_the_copy_will_show(qtbot: QtBot, page: ViewerPage) -> None:
    show(qtbot, page, 1)
    qtbot.waitUntil(lambda: page.stage.shows_copy, timeout=10000)


def test_the_divider_follows_the_pointer(qtbot: QtBot, page: ViewerPage) -> None:
    show(qtbot, page, 1)
    drag(qtbot, page, at(page, SIZE.width / 2, 250), at(page, 100, 250))
    assert abs(page.stage.divider - 0.25) < 0.02


def test_c_goes_round_original_split_and_after(qtbot: QtBot, page: ViewerPage) -> None:
    seen = []
    for _ in range(3):
        press(qtbot, page, Qt.Key.Key_C)
        seen.append(page.bar.modes.current())
    assert seen == ["after", "original", "split"]


def test_arrows_lead_to_the_next_photo_and_stop_at_the_ends(qtbot: QtBot, page: ViewerPage) -> None:
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.bar.name.whole() == "faces.jpg"
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.bar.name.whole() == "none.jpg"
    assert page.bar.place.text().startswith("2 of 5")


def test_leafing_quickly_decodes_one_photo_at_a_time_and_ends_on_the_last(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once, most, decoded, decode = Lock(), [0, 0], [], loading._original

    def slow(path: Path) -> Iterator[object]:
        with at_once:
            most[0] += 1
            most[1] = max(most)
        time.sleep(0.05)
        with at_once:
            most[0] -= 1
        decoded.append(path.name)
        yield from decode(path)

    monkeypatch.setattr(loading, "_original", slow)
    photos.append(Photo(saved(tmp_path, f"more{n}.jpg"), f"more{n}.jpg") for n in range(20))
    for row in range(5, 25):
        page.show_photo(row)
    qtbot.waitUntil(lambda: not page.stage.empty, timeout=5000)
    assert most[1] == 1
    assert decoded[-1] == "more19.jpg"
    assert len(decoded) <= 2


def test_a_click_in_the_film_strip_shows_that_photo(qtbot: QtBot, page: ViewerPage) -> None:
    cell = page.strip.visualRect(page.strip.model().index(1, 0)).center()
    QTest.mouseClick(page.strip.viewport(), LEFT, NONE, cell)
    assert page.bar.name.whole() == "none.jpg"


def test_z_shows_every_pixel_and_0_fits_again(qtbot: QtBot, page: ViewerPage) -> None:
    fitted = page.stage.zoom
    press(qtbot, page, Qt.Key.Key_Z)
    assert page.stage.zoom == pytest.approx(1)
    press(qtbot, page, Qt.Key.Key_0)
    assert page.stage.zoom == pytest.approx(fitted)


def test_a_photo_without_faces_says_what_can_be_done(qtbot: QtBot, page: ViewerPage) -> None:
    show(qtbot, page, 1)
    assert "No face was found here. Draw a box (D)" in said(page)


def test_a_report_that_comes_later_is_shown_at_once(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    show(qtbot, page, 2)
    assert "Still looking" in said(page)
    photos.set_report(photos.photo(2).path, Report(photos.photo(2).path, "JPEG", SIZE, ()), seen=True)
    assert "No face was found here." in said(page)


@pytest.mark.parametrize(("row", "words"), [(3, "picture"), (4, "not there any more")])
def test_a_photo_that_cannot_be_shown_says_why(qtbot: QtBot, page: ViewerPage, row: int, words: str) -> None:
    show(qtbot, page, row)
    qtbot.waitUntil(lambda: words in page.stage.accessibleDescription(), timeout=5000)
    assert page.stage.empty


def test_hidden_boxes_cannot_be_clicked(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    press(qtbot, page, Qt.Key.Key_H)
    click(qtbot, page, middle(page, SURE))
    assert edits(photos) == Edits()


def test_escape_puts_the_pen_down_first_and_then_goes_back(qtbot: QtBot, page: ViewerPage) -> None:
    press(qtbot, page, Qt.Key.Key_D, Qt.Key.Key_Escape)
    assert not page.drawing
    with qtbot.waitSignal(page.back):
        press(qtbot, page, Qt.Key.Key_Escape)


def test_clean_asks_for_this_photo_only(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    with qtbot.waitSignal(page.clean) as wanted:
        QTest.mouseClick(page.bar.action, LEFT)
    assert wanted.args == [[photos.photo(0).path]]


def test_names_out_of_files_are_never_markup(qtbot: QtBot, page: ViewerPage) -> None:
    texts = [label for label in page.findChildren(QLabel) if label.text()]
    assert texts
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in texts)
