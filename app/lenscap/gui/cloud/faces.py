"""Pictures of faces, cut out of their photos off the window's thread and kept in memory only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from lenscap.cloud import Because, Statement
from lenscap.errors import LenscapError
from lenscap.gui import decoding, pictures
from lenscap.gui.tasks import Task
from lenscap.model import SURE, Box, Size

_EDGE = 160
"""Pixels of the side of what is cut out."""
_KEPT = 400


class Face(NamedTuple):
    """Where a face is."""

    path: Path
    box: Box


class FacePictures(QObject):
    """``want`` some, hear ``ready``, ``get`` them."""

    ready = Signal()

    def __init__(self, size_of: Callable[[Path], Size | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._size_of = size_of
        self._made: dict[Face, QPixmap | None] = {}
        self._task = Task(lambda: iter(()))

    def get(self, face: Face | None) -> QPixmap | None:
        """The picture, if there is one yet."""
        return self._made.get(face) if face else None

    def want(self, faces: Sequence[Face]) -> None:
        """Cut out those that are missing; what was wanted before is not wanted any more."""
        missing = [(face, self._size_of(face.path)) for face in faces if face not in self._made]
        self._task.abandon()
        if missing:
            self._task = Task(partial(_cut_out, missing))
            self._task.item.connect(self._take)
            self._task.start()

    def forget(self) -> None:
        """Let go of all."""
        self._task.abandon()
        self._made.clear()

    def wait(self) -> None:
        """Block until the worker has ended; for the end of the program."""
        self._task.abandon()
        self._task.wait()

    def _take(self, cut: tuple[Face, object]) -> None:
        face, image = cut
        if len(self._made) >= _KEPT:
            self._made.clear()
        self._made[face] = QPixmap.fromImage(image) if image is not None else None  # type: ignore[arg-type]
        self.ready.emit()


def best(said: Statement) -> Face | None:
    """The face that shows a person best: the largest one."""
    boxed = ((box.w * box.h, number) for number, each in enumerate(said.because) if (box := each.finding.box))
    _, number = max(boxed, default=(0, -1))
    box = said.because[number].finding.box if number >= 0 else None
    return Face(said.because[number].photo, box) if box else None


def largest(because: Sequence[Because], most: int) -> list[Face]:
    """The largest faces, one of a photo at most; first those that are surely some."""
    boxed = [
        (each.finding.certainty < SURE, -box.w * box.h, Face(each.photo, box))
        for each in because
        if (box := each.finding.box) is not None
    ]
    found: dict[Path, Face] = {}
    for _, _, face in sorted(boxed, key=lambda each: each[:2]):
        found.setdefault(face.path, face)
        if len(found) == most:
            break
    return list(found.values())


def _cut_out(wanted: Sequence[tuple[Face, Size | None]]) -> Iterator[object]:
    for face, size in wanted:
        try:
            yield face, decoding.image(pictures.face, face.path, face.box, size, _EDGE)
        except LenscapError:
            yield face, None
