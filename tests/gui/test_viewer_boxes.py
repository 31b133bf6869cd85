"""Boxes in the viewer: found ones and drawn ones are moved, resized and drawn up to the edges of the picture."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.viewer.marks import Look, marks
from lenscap.gui.viewer.page import ViewerPage
from lenscap.model import Box, Edits
from lenscap.policy import PRESETS, Fate, fate
from tests.gui.scenes import OTHER, SIZE, SURE, UNSURE, at, face, middle, report
from tests.gui.test_viewer import click, drag, edits, press

FACES = PRESETS["faces"]


def near(one: Box, other: Box) -> bool:
    return all(abs(got - wanted) <= 2 for got, wanted in zip(one, other, strict=True))


def cursor(page: ViewerPage, where: QPoint) -> Qt.CursorShape:
    for step in (QPoint(30, 30), QPoint(0, 0)):  # a pointer that is there already does not move
        QTest.mouseMove(page.stage.viewport(), where + step)
    return page.stage.viewport().cursor().shape()


def test_a_found_box_that_is_moved_stays_visible_there_and_is_a_drawn_one_elsewhere(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    press(qtbot, page, Qt.Key.Key_Tab)
    drag(qtbot, page, middle(page, SURE), middle(page, SURE) + at(page, 20, 0) - at(page, 0, 0))
    assert edits(photos).keep == (SURE,)
    (drawn,) = edits(photos).cover
    assert near(drawn, SURE._replace(x=60))
    looks = {mark.box: mark.look for mark in marks(photos.photo(0).report, FACES, edits(photos))}
    assert looks[SURE] is Look.KEPT
    assert looks[drawn] is Look.DRAWN
    QTest.keyClick(page.stage, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edits(photos) == Edits()


@pytest.mark.parametrize("preset", ["faces", "metadata"])
def test_a_found_box_is_resized_by_its_handles_and_that_is_what_is_covered(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel, preset: str
) -> None:
    page.set_policy(PRESETS[preset])
    press(qtbot, page, Qt.Key.Key_Tab)
    corner = at(page, SURE.x + SURE.w, SURE.y + SURE.h)
    assert cursor(page, corner) is Qt.CursorShape.SizeFDiagCursor
    drag(qtbot, page, corner, at(page, SURE.x + SURE.w - 10, SURE.y + SURE.h - 20))
    (drawn,) = edits(photos).cover
    assert near(drawn, Box(SURE.x, SURE.y, SURE.w - 10, SURE.h - 20))
    fates = [fate(face(box), PRESETS[preset], edits(photos)) for box in (SURE, drawn)]
    assert fates[0] in (Fate.KEPT, Fate.STAYS)
    assert fates[1] is Fate.COVERED
    assert page._marks[page._chosen].box == drawn


def test_a_drag_from_a_box_that_is_not_chosen_moves_the_picture(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    assert cursor(page, middle(page, OTHER)) is Qt.CursorShape.PointingHandCursor
    drag(qtbot, page, middle(page, OTHER), middle(page, OTHER) + QPoint(60, 0))
    assert edits(photos) == Edits()


def test_the_cursor_tells_what_a_drag_will_do(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    photos.set_edits(photos.photo(0).path, Edits(cover=(Box(100, 180, 80, 60),)))
    assert cursor(page, at(page, 140, 210)) is Qt.CursorShape.SizeAllCursor
    assert cursor(page, at(page, 100, 210)) is Qt.CursorShape.SizeHorCursor
    assert cursor(page, at(page, 140, 180)) is Qt.CursorShape.SizeVerCursor
    assert cursor(page, at(page, 180, 180)) is Qt.CursorShape.SizeBDiagCursor
    assert cursor(page, at(page, 200, 280)) is Qt.CursorShape.SplitHCursor
    press(qtbot, page, Qt.Key.Key_D)
    assert cursor(page, at(page, 140, 210)) is Qt.CursorShape.CrossCursor


def test_a_handle_is_met_ten_pixels_beside_it(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    photos.set_edits(photos.photo(0).path, Edits(cover=(Box(100, 180, 80, 60),)))
    assert cursor(page, at(page, 180, 240) + QPoint(9, 9)) is Qt.CursorShape.SizeFDiagCursor
    assert cursor(page, at(page, 180, 240) + QPoint(13, 13)) is Qt.CursorShape.ArrowCursor


def test_a_tiny_box_can_be_met_and_moved(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    photos.set_edits(photos.photo(0).path, Edits(cover=(Box(100, 220, 4, 4),)))
    page.stage.zoom_to(1)
    page.stage.centerOn(100, 220)
    centre = at(page, 102, 222)
    assert page.stage.box_at(centre + QPoint(8, 8)) is not None
    assert page.stage.box_at(centre + QPoint(14, 14)) is None
    drag(qtbot, page, centre, centre + QPoint(20, 0))
    assert edits(photos).cover == (Box(120, 220, 4, 4),)


def test_a_box_is_drawn_from_outside_to_outside_of_the_picture(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    page.stage.zoom_to(0.5)
    press(qtbot, page, Qt.Key.Key_D)
    drag(qtbot, page, at(page, -60, -50), at(page, SIZE.width + 70, SIZE.height + 90))
    assert edits(photos).cover == (Box(0, 0, *SIZE),)


def test_a_box_drawn_beside_the_picture_is_none(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    page.stage.zoom_to(0.5)
    press(qtbot, page, Qt.Key.Key_D)
    drag(qtbot, page, at(page, -90, 20), at(page, -20, 80))
    assert edits(photos) == Edits()


def test_a_tiny_drag_with_the_pen_is_a_click_that_chooses(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    press(qtbot, page, Qt.Key.Key_D)
    drag(qtbot, page, middle(page, OTHER), middle(page, OTHER) + QPoint(2, 2))
    assert edits(photos) == Edits()
    assert page._marks[page._chosen].box == OTHER


def test_a_moved_box_stops_at_the_edges_and_keeps_its_size(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    photos.set_edits(photos.photo(0).path, Edits(cover=(Box(100, 180, 80, 60),)))
    drag(qtbot, page, at(page, 140, 210), at(page, 900, 900))
    assert edits(photos).cover == (Box(SIZE.width - 80, SIZE.height - 60, 80, 60),)


def test_a_handle_pulled_over_the_other_side_turns_the_box_round(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    photos.set_edits(photos.photo(0).path, Edits(cover=(Box(100, 180, 80, 60),)))
    drag(qtbot, page, at(page, 180, 210), at(page, 40, 210))
    (box,) = edits(photos).cover
    assert near(box, Box(40, 180, 60, 60))


def test_a_press_that_hardly_moves_a_drawn_box_changes_nothing(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    before = Edits(cover=(Box(100, 180, 80, 60),))
    photos.set_edits(photos.photo(0).path, before)
    drag(qtbot, page, at(page, 140, 210), at(page, 140, 210) + QPoint(2, 2))
    assert edits(photos) == before
    assert page._marks[page._chosen].look is Look.DRAWN


def test_other_frames_that_come_during_a_drag_end_it(qtbot: QtBot, page: ViewerPage, photos: PhotoModel) -> None:
    press(qtbot, page, Qt.Key.Key_Tab)
    view = page.stage.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(page, SURE))
    QTest.mouseMove(view, middle(page, OTHER))
    photos.set_report(photos.photo(0).path, report(face(UNSURE)), seen=True)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle(page, OTHER))
    assert edits(photos) == Edits()


def test_answered_no_and_moved_an_unsure_box_is_where_it_was_put(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    click(qtbot, page, middle(page, UNSURE))
    drag(qtbot, page, middle(page, UNSURE), at(page, UNSURE.x + 20, UNSURE.y + 40))
    assert edits(photos).keep == (UNSURE,)
    assert len(edits(photos).cover) == 1


def test_the_words_at_a_face_at_the_right_end_of_the_view_are_not_cut_off(
    qtbot: QtBot, page: ViewerPage, photos: PhotoModel
) -> None:
    whole, narrow = photos.photo(0).report, Box(388, 100, 12, 80)
    assert whole
    photos.set_report(whole.path, replace(whole, findings=(face(narrow, 0.3),)), seen=True)
    page.stage.zoom_to(4)
    page.stage.horizontalScrollBar().setValue(0)
    page.stage.centerOn(narrow.x + narrow.w - page.stage.viewport().width() / 8, narrow.y)
    (item,), view = page.stage._boxes, page.stage.viewportTransform()
    frame, width = view.mapRect(item.rect), page.stage.viewport().width()
    assert width - 4 * narrow.w - 4 < frame.left() < width
    assert 0 < item.tag_place(view).right() + view.dx() < width
    assert item.tag_place(view).left() < frame.left() - view.dx()
