"""Copies on their way out: dragged, and over the clipboard; never an original, and nothing of it but pixels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QDragEnterEvent, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui.cleaning import CleaningPage
from lenscap.gui.done import DonePage
from lenscap.gui.handing import held
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.window import Window
from lenscap.model import Outcome, Result
from lenscap.policy import PRESETS
from tests.gui.scenes import put_up, saved

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Dragged = list[tuple[list[Path], Qt.DropAction]]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    for folder in ("in", "out"):
        (tmp_path / folder).mkdir()
        for name in ("a.jpg", "b.jpg", "c.jpg"):
            saved(tmp_path / folder, name)
    return tmp_path


@pytest.fixture
def results(room: Path) -> list[Result]:
    good = [Result(room / "in" / name, room / "out" / name, Outcome.CLEANED) for name in ("a.jpg", "b.jpg")]
    return [*good, Result(room / "in" / "c.jpg", None, Outcome.FAILED, reason="It is torn.")]


@pytest.fixture
def done(qtbot: QtBot, thumbnails: Thumbnails, results: list[Result], room: Path) -> Iterator[DonePage]:
    made = DonePage(thumbnails)
    put_up(qtbot, made)
    made.show_results(results, room / "out")
    QGuiApplication.clipboard().clear()
    yield made
    made.wait()


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> Dragged:
    """Files that were carried, and what may be done with them."""
    seen: Dragged = []

    def carry(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        seen.append((files(drag.mimeData()), actions))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", carry)
    return seen


def files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls()]


def clipboard() -> QMimeData:
    """What is in it; nothing at all, if it is empty."""
    return QGuiApplication.clipboard().mimeData()


def pull(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, and move with the button held."""
    steps = (QEvent.Type.MouseButtonPress, start), (QEvent.Type.MouseMove, end), (QEvent.Type.MouseMove, end * 2)
    for kind, at in steps:
        button = LEFT if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        at_all = QPointF(widget.mapToGlobal(at))
        QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(at), at_all, button, LEFT, NO_KEYS))


def test_the_card_carries_all_copies_and_no_original(done: DonePage, room: Path, dragged: Dragged) -> None:
    pull(done.handout, QPoint(200, 10), QPoint(260, 40))
    assert dragged == [([room / "out" / "a.jpg", room / "out" / "b.jpg"], Qt.DropAction.CopyAction)]


def test_a_touch_of_the_card_carries_nothing(done: DonePage, dragged: Dragged) -> None:
    QTest.mouseClick(done.handout, LEFT, pos=QPoint(200, 10))
    assert not dragged


def test_a_row_of_what_is_left_is_carried(done: DonePage, room: Path, dragged: Dragged) -> None:
    QTest.mouseClick(done.see_left, LEFT)
    table = done.left.table
    at = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=at)
    pull(table.viewport(), at, at + QPoint(80, 0))
    assert dragged == [([room / "out" / "b.jpg"], Qt.DropAction.CopyAction)]


def test_the_table_of_a_run_carries_the_copies_and_leaves_out_what_has_none(
    qtbot: QtBot, thumbnails: Thumbnails, room: Path, dragged: Dragged
) -> None:
    page = CleaningPage(thumbnails)
    put_up(qtbot, page)
    (room / "in" / "b.jpg").write_bytes(b"no picture")
    with qtbot.waitSignal(page.finished, timeout=20_000):
        page.start([room / "in" / "a.jpg", room / "in" / "b.jpg"], room / "new", PRESETS["metadata"])
    page.table.selectAll()
    page.table.startDrag(Qt.DropAction.MoveAction)
    assert dragged == [([room / "new" / "a.jpg"], Qt.DropAction.CopyAction)]
    page.stop()


def test_one_copy_is_copied_as_a_file_and_as_a_picture_without_anything_else(
    qtbot: QtBot, done: DonePage, room: Path
) -> None:
    copy = room / "out" / "b.jpg"
    Image.new("RGB", (40, 30), (200, 20, 20)).save(copy, comment=b"a comment", dpi=(300, 300))
    QTest.mouseClick(done.see_left, LEFT)
    QTest.keyClick(done.left.table, Qt.Key.Key_Down)
    QTest.keyClick(done.left.table, Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: "as a picture" in done.left.notice.text())
    assert files(clipboard()) == [copy]
    image = QImage(clipboard().imageData())
    assert image.size().toTuple() == (40, 30)
    assert abs(image.pixelColor(5, 5).red() - 200) < 4
    assert not image.textKeys()
    assert bytes(clipboard().data("x-special/gnome-copied-files").data()).startswith(b"copy\nfile:///")


def test_several_copies_are_copied_as_files(done: DonePage, room: Path) -> None:
    QTest.mouseClick(done.handout.copy, LEFT)
    assert files(clipboard()) == [room / "out" / "a.jpg", room / "out" / "b.jpg"]
    assert not clipboard().hasImage()
    assert done.said.text() == "2 copies are in the clipboard, as files."


def test_ctrl_c_on_the_last_page_takes_all_copies(done: DonePage, room: Path) -> None:
    QTest.keyClick(done.show_folder, Qt.Key.Key_C, CONTROL)
    assert len(files(clipboard())) == 2


def test_a_copy_that_went_away_is_not_promised(qtbot: QtBot, done: DonePage, room: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (room / "out" / name).unlink()
    QTest.mouseClick(done.handout.copy, LEFT)
    assert done.said.text() == "There is no copy of this to take along."
    assert not clipboard()


def test_the_menu_of_a_row_offers_what_can_be_done_with_it(done: DonePage) -> None:
    QTest.mouseClick(done.see_left, LEFT)
    table = done.left.table
    at = table.visualRect(table.model().index(0, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at), NO_KEYS)
    QApplication.sendEvent(table.viewport(), event)
    menu = next(each for each in table.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == ["Copy", "Show in folder"]
    menu.close()


def test_the_window_does_not_take_its_own_copies_back(window: Window, room: Path) -> None:
    data = held([room / "out" / "a.jpg"])
    event = OwnDrag(QPoint(300, 300), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
    event.setAccepted(False)
    assert not window.intake.welcomes(event)


class OwnDrag(QDragEnterEvent):
    """A drag that began in the window."""

    def source(self) -> QWidget:
        return QWidget()
