"""Who is who, mended by hand on the page about the cloud."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from lenscap.gui.cloud import CloudPage
from lenscap.gui.cloud.apart import ApartDialog
from lenscap.gui.cloud.mending import shown
from lenscap.gui.cloud.somebody import Somebody
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.thumbnails import Thumbnails
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Report, Size
from tests.cloud.lives import TODAY, taken
from tests.gui.scenes import put_up


def likeness(who: int, number: int) -> bytes:
    """One that lies near the others of the same person, and far from those of everybody else."""
    return array("f", [10.0 * (place == who) + 0.001 * number for place in range(128)]).tobytes()


def told(number: int, who: int) -> Report:
    face = Finding(Kind.FACE, "A face", PICTURE, 0.9, Box(100, 100, 800, 900), likeness=likeness(who, number))
    day = taken(f"2026-06-{number + 1:02}T12:00:00")
    return Report(Path(f"roll/IMG_{number}.jpg"), "JPEG", Size(4000, 3000), (day, face), 1, Looking("careful", True))


@pytest.fixture
def page(qtbot: QtBot, thumbnails: Thumbnails) -> Iterator[CloudPage]:
    """Somebody in eight photos, and somebody else in five."""
    photos = PhotoModel()
    reports = [told(number, 0 if number < 8 else 1) for number in range(13)]
    photos.append(Photo(each.path, each.path.name, each, seen=True) for each in reports)
    held = CloudPage(photos, thumbnails, today=lambda: TODAY)
    with qtbot.waitSignal(held.seeing.seen, timeout=20_000):
        put_up(qtbot, held)
    yield held
    held.wait()


def row(page: CloudPage) -> list[tuple[str, int]]:
    return [(each.shown.name, len(each.shown.photos)) for each in page.people.somebodies]


def menu_of(page: CloudPage, name: str) -> QMenu:
    """The menu that the key for it opens."""
    somebody = next(each for each in page.people.findChildren(Somebody) if each.shown.name == name)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), somebody.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(somebody, event)
    assert page.mending.menu is not None
    return page.mending.menu


def choose(menu: QMenu, text: str) -> None:
    action = next(each for each in menu.actions() if each.text() == text)
    menu.close()
    action.trigger()


def test_a_person_is_given_a_name(page: CloudPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert row(page) == [("Person 1", 8), ("Person 2", 5)]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("  Ana\u00a0 & Co ", True))
    menu = menu_of(page, "Person 2")
    with qtbot.waitSignal(page.seeing.seen, timeout=20_000):
        choose(menu, "Give a name…")
    assert row(page) == [("Person 1", 8), ("Ana & Co", 5)]


def test_two_persons_become_one(page: CloudPage, qtbot: QtBot) -> None:
    menu = menu_of(page, "Person 2")
    same = next(each.menu() for each in menu.actions() if each.text() == "Is the same person as")
    assert isinstance(same, QMenu)
    with qtbot.waitSignal(page.seeing.seen, timeout=20_000):
        choose(same, "Person 1")
    assert row(page) == [("Person 1", 13)]


def test_faces_are_somebody_elses(page: CloudPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def pick(dialog: ApartDialog) -> int:
        assert not dialog.take.isEnabled()
        for number in range(3):
            dialog.list.item(number).setSelected(True)
        assert dialog.take.isEnabled()
        return int(ApartDialog.DialogCode.Accepted.value)

    monkeypatch.setattr(ApartDialog, "exec", pick)
    menu = menu_of(page, "Person 1")
    with qtbot.waitSignal(page.seeing.seen, timeout=20_000):
        choose(menu, "Some of these are somebody else…")
    assert sorted(count for _, count in row(page)) == [3, 5, 5]


def test_all_of_the_faces_cannot_be_somebody_elses(page: CloudPage, qtbot: QtBot) -> None:
    person = page.seeing.known[0]
    dialog = ApartDialog(person.faces, shown, page.pictures, page)
    qtbot.addWidget(dialog)
    dialog.list.selectAll()
    assert not dialog.take.isEnabled()


def test_what_was_mended_stays_when_more_photos_are_read(page: CloudPage, qtbot: QtBot) -> None:
    menu = menu_of(page, "Person 2")
    same = next(each.menu() for each in menu.actions() if each.text() == "Is the same person as")
    assert isinstance(same, QMenu)
    with qtbot.waitSignal(page.seeing.seen, timeout=20_000):
        choose(same, "Person 1")
    more = told(20, 1)
    with qtbot.waitSignal(page.seeing.seen, timeout=20_000):
        page._photos.append([Photo(more.path, more.path.name, more, seen=True)])
    assert row(page) == [("Person 1", 14)]


def test_the_right_button_opens_the_menu_where_the_mouse_is(page: CloudPage) -> None:
    somebody = page.people.somebodies[0]
    at = somebody.mapToGlobal(QPoint(5, 5))
    QApplication.sendEvent(somebody, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), at))
    assert page.mending.menu is not None
    assert page.mending.menu.isVisible()
    assert page.mending.menu.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.mending.menu.close()
