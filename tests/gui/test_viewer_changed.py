"""Photos that another program changes while they have boxes by hand; and films, on which there are none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lenscap import decisions
from lenscap.gui.viewer.page import ViewerPage
from lenscap.gui.window import Window
from lenscap.model import Box, Edits
from tests.gui.scenes import LEFT, words_in
from tests.gui.test_viewer import drag
from tests.samples.mp4 import film

DRAWN, KEPT = Box(20, 20, 60, 60), Box(120, 30, 50, 50)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    (tmp_path / "trip").mkdir()
    path = tmp_path / "trip" / "photo.png"
    Image.linear_gradient("L").resize((400, 300)).save(path)
    return path


@pytest.fixture
def viewer(qtbot: QtBot, window: Window, photo: Path) -> ViewerPage:
    """The photo in the viewer, with one area drawn and one kept."""
    show(qtbot, window, photo)
    window.history.decide({photo: Edits(keep=(KEPT,), cover=(DRAWN,))}, "Draw a box")
    return window.viewer


def show(qtbot: QtBot, window: Window, path: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.finished, timeout=30_000):
        window.open_paths([path.parent])
    window.roll.opened.emit(path)
    qtbot.waitUntil(lambda: window.viewer.isVisible() and "Opening" not in said(window.viewer), timeout=5000)


def said(page: ViewerPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def change(qtbot: QtBot, window: Window, path: Path) -> None:
    """Another program turns the photo on its head."""
    with Image.open(path) as image:
        image.rotate(180).save(path)
    os.utime(path, (2e9, 2e9))
    with qtbot.waitSignal(window.roll.watching.changed, timeout=10_000):
        window.roll.watching.look_at(path)
    qtbot.waitUntil(lambda: not window.roll.reading.running, timeout=30_000)


def answer(page: ViewerPage, words: str) -> None:
    button = next(each for each in page.panel.changed.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def edits(window: Window) -> Edits:
    return window.photos.photo(0).edits


def test_it_is_said_in_the_viewer_the_inspector_and_the_clean_bar_and_the_decisions_stay(
    qtbot: QtBot, window: Window, viewer: ViewerPage, photo: Path
) -> None:
    assert "The photo has changed" not in said(viewer)
    change(qtbot, window, photo)
    assert "The photo has changed" in said(viewer)
    assert edits(window) == Edits(keep=(KEPT,), cover=(DRAWN,))
    window.show_roll()
    assert "The photo has changed" in words_in(window.roll.inspector)
    qtbot.waitUntil(
        lambda: "1 photo changed after you decided which areas are covered." in words_in(window.roll.clean_bar),
        timeout=5000,
    )


def test_a_photo_without_boxes_may_change_without_a_word(qtbot: QtBot, window: Window, photo: Path) -> None:
    show(qtbot, window, photo)
    change(qtbot, window, photo)
    assert "The photo has changed" not in said(window.viewer)


def test_they_are_right_is_one_click_and_remembered(
    qtbot: QtBot, window: Window, viewer: ViewerPage, photo: Path
) -> None:
    change(qtbot, window, photo)
    answer(viewer, "They are right")
    assert "The photo has changed" not in said(viewer)
    assert edits(window) == Edits(keep=(KEPT,), cover=(DRAWN,))
    known = decisions.identity(photo)
    assert known
    qtbot.waitUntil(lambda: decisions.recalled(known) == edits(window), timeout=5000)


def test_they_are_right_is_remembered_of_what_was_decided_on_another_day(
    qtbot: QtBot, window: Window, photo: Path
) -> None:
    before = decisions.identity(photo)
    assert before
    decisions.remember({before: Edits(cover=(DRAWN,))})
    show(qtbot, window, photo)
    change(qtbot, window, photo)
    answer(window.viewer, "They are right")
    known = decisions.identity(photo)
    assert known
    assert known != before
    qtbot.waitUntil(lambda: decisions.recalled(known) == Edits(cover=(DRAWN,)), timeout=5000)


def test_dropping_them_is_one_click_and_can_be_taken_back(
    qtbot: QtBot, window: Window, viewer: ViewerPage, photo: Path
) -> None:
    change(qtbot, window, photo)
    answer(viewer, "Drop these areas")
    assert edits(window) == Edits()
    assert "The photo has changed" not in said(viewer)
    QTest.mouseClick(viewer.tools.button("undo"), LEFT)
    assert edits(window) == Edits(keep=(KEPT,), cover=(DRAWN,))
    assert "The photo has changed" in said(viewer)


def test_what_is_drawn_after_the_change_is_not_asked_about_and_not_dropped(
    qtbot: QtBot, window: Window, viewer: ViewerPage, photo: Path
) -> None:
    change(qtbot, window, photo)
    fresh = Box(200, 200, 40, 40)
    window.history.decide({photo: Edits(keep=(KEPT,), cover=(DRAWN, fresh))}, "Draw a box")
    answer(viewer, "Drop these areas")
    assert edits(window) == Edits(cover=(fresh,))
    assert "The photo has changed" not in said(viewer)


def test_a_box_that_was_moved_since_was_looked_at(
    qtbot: QtBot, window: Window, viewer: ViewerPage, photo: Path
) -> None:
    window.history.decide({photo: Edits(cover=(DRAWN,))}, "Draw a box")
    change(qtbot, window, photo)
    qtbot.waitUntil(lambda: not viewer.stage.empty, timeout=5000)
    at = viewer.stage.mapFromScene(DRAWN.x + DRAWN.w / 2, DRAWN.y + DRAWN.h / 2)
    drag(qtbot, viewer, at, at + QPoint(80, 40))
    assert edits(window).cover != (DRAWN,)
    assert "The photo has changed" not in said(viewer)


# -- films ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def movie(tmp_path: Path) -> Path:
    (tmp_path / "films").mkdir()
    path = tmp_path / "films" / "film.mp4"
    path.write_bytes(film())
    return path


@pytest.fixture
def filming(qtbot: QtBot, window: Window, movie: Path) -> ViewerPage:
    show(qtbot, window, movie)
    return window.viewer


def test_a_film_shows_its_first_picture_and_says_that_faces_are_not_looked_for(
    qtbot: QtBot, filming: ViewerPage
) -> None:
    qtbot.waitUntil(lambda: not filming.stage.empty, timeout=20_000)
    assert "This is the first picture of the film." in said(filming)
    assert "does not look for faces in films" in said(filming)
    assert "How to cover" not in said(filming)


def test_no_box_can_be_drawn_on_a_film(qtbot: QtBot, window: Window, filming: ViewerPage) -> None:
    qtbot.waitUntil(lambda: not filming.stage.empty, timeout=20_000)
    assert not filming.tools.button("draw").isEnabled()
    assert filming.tools.button("draw").toolTip() == "No boxes can be drawn on films"
    filming.stage.setFocus()
    QTest.keyClick(filming.stage, Qt.Key.Key_D)
    middle = filming.stage.viewport().rect().center()
    drag(qtbot, filming, middle - QPoint(30, 30), middle + QPoint(30, 30))
    assert edits(window) == Edits()


def test_without_the_extra_it_is_said_what_is_missing(
    qtbot: QtBot, window: Window, movie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.media_film.find_spec", lambda _: None)
    show(qtbot, window, movie)
    qtbot.waitUntil(lambda: "lenscap[film]" in said(window.viewer), timeout=5000)
    assert "This is the first picture" not in said(window.viewer)
    assert "does not look for faces in films" in said(window.viewer)


def test_a_photo_after_a_film_can_be_drawn_on_again(qtbot: QtBot, window: Window, movie: Path) -> None:
    Image.linear_gradient("L").resize((400, 300)).save(movie.with_name("z.png"))
    show(qtbot, window, movie)
    window.viewer.show_photo(window.roll.filtered.row(movie.with_name("z.png")))
    assert window.viewer.tools.button("draw").isEnabled()
    assert "How to cover" in said(window.viewer)
