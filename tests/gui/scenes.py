"""A few small photos on disk and the model around them, for the tests of the viewer."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, QPointF

from lenscap.gui.roll.photos import Photo, PhotoModel
from lenscap.gui.viewer.page import ViewerPage
from lenscap.model import PICTURE, Box, Finding, Kind, Report, Size

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
            Photo(saved(folder, "faces.jpg"), "faces.jpg", _report(folder / "faces.jpg", *faces), seen=True),
            Photo(saved(folder, "none.jpg"), "none.jpg", _report(folder / "none.jpg"), seen=True),
            Photo(saved(folder, "new.jpg"), "new.jpg"),
            Photo(broken(folder, "broken.jpg"), "broken.jpg", problem="This is not a picture."),
            Photo(folder / "gone.jpg", "gone.jpg"),
        ]
    )
    return model


def _report(path: Path, *findings: Finding) -> Report:
    return Report(path, "JPEG", SIZE, findings)


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
