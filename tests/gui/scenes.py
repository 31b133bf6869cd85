"""Photos, reports and drags that several tests of the window need."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.viewer.page import ViewerPage
from lenscap.gui.window import Window
from lenscap.model import PICTURE, Box, Finding, Kind, Report, Size

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SIZE = Size(400, 300)
SURE, OTHER, UNSURE = Box(40, 60, 60, 80), Box(150, 60, 60, 80), Box(300, 60, 60, 80)


def face(box: Box, certainty: float = 0.9) -> Finding:
    """A face that was found."""
    return Finding(Kind.FACE, "A face", PICTURE, certainty, box)


def photos_in(folder: Path) -> PhotoModel:
    """With faces, without, not searched yet, broken, vanished."""
    model = PhotoModel()
    faces = (face(SURE), face(OTHER), face(UNSURE, 0.3))
    model.append(
        [
            Photo(saved(folder, "faces.jpg"), "faces.jpg", report(*faces, path=folder / "faces.jpg"), seen=True),
            Photo(saved(folder, "none.jpg"), "none.jpg", report(path=folder / "none.jpg"), seen=True),
            Photo(saved(folder, "new.jpg"), "new.jpg"),
            Photo(broken(folder, "broken.jpg"), "broken.jpg", problem="This is not a picture."),
            Photo(folder / "gone.jpg", "gone.jpg"),
        ]
    )
    return model


def report(*findings: Finding, path: Path = Path("a.jpg")) -> Report:
    """A report on a photo that tells these things."""
    return Report(path, "JPEG", SIZE, findings)


def show(qtbot: QtBot, page: ViewerPage, row: int) -> None:
    """Show a photo, and wait for its picture where it has one."""
    page.show_photo(row)
    if row < 3:
        qtbot.waitUntil(lambda: not page.stage.empty, timeout=5000)


def put_up(qtbot: QtBot, page: QWidget) -> None:
    """Show a page by itself, as large as it is in a window."""
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()


def drop(window: Window, *paths: Path) -> None:
    """What a file manager sends when files and folders are let go over the window."""
    drop_data(window, held(*paths))


def drop_data(window: Window, data: QMimeData) -> None:
    """What another program sends when something is let go over the window."""
    hold_over(window, data)
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS, QEvent.Type.Drop)
    QApplication.sendEvent(window, event)


def held(*paths: Path) -> QMimeData:
    """What is dragged along with files and folders."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def hold_over(window: Window, data: QMimeData) -> QDragEnterEvent:
    """What a file manager sends when something is dragged over the window."""
    event = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, event)
    return event


def saved(folder: Path, name: str) -> Path:
    """A photo of nothing in particular."""
    Image.linear_gradient("L").resize(SIZE).convert("RGB").save(folder / name)
    return folder / name


def broken(folder: Path, name: str) -> Path:
    """A file that is no picture."""
    (folder / name).write_bytes(b"no picture")
    return folder / name


def at(page: ViewerPage, x: float, y: float) -> QPoint:
    """Where a pixel of the picture is in the view."""
    return page.stage.mapFromScene(QPointF(x, y))


def middle(page: ViewerPage, box: Box) -> QPoint:
    """Where the middle of a box is in the view."""
    return at(page, box.x + box.w / 2, box.y + box.h / 2)


def words_in(part: QWidget) -> list[str]:
    """What can be read in a part of the window."""
    return [made.text() for made in part.findChildren(QLabel) if made.isVisible() and made.text()]
