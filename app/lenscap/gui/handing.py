"""Copies on their way out of the window, dragged or over the clipboard. Originals never go this way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from lenscap.errors import LenscapError
from lenscap.gui import decoding, pictures, theme
from lenscap.gui.tasks import Task
from lenscap.gui.writing import number
from lenscap.model import Outcome, Result

_COPIED = (Outcome.CLEANED, Outcome.ALREADY_CLEAN)
_FILE_MANAGERS = "x-special/gnome-copied-files"


def copies(results: Iterable[Result]) -> list[Path]:
    """The copies among results that are still where they were put."""
    targets = [result.target for result in results if result.outcome in _COPIED and result.target]
    return [target for target in targets if target.is_file()]


def held(paths: Iterable[Path], image: QImage | None = None) -> QMimeData:
    """Files as other programs take them; with an ``image``, its pixels for those that want no file."""
    urls = [QUrl.fromLocalFile(str(path.absolute())) for path in paths]
    data = QMimeData()
    data.setUrls(urls)
    data.setData(_FILE_MANAGERS, b"copy\n" + b"\n".join(url.toEncoded().data() for url in urls))
    if image is not None:
        data.setImageData(image)
    return data


def drag(source: QWidget, paths: Sequence[Path]) -> None:
    """Let the person carry copies to another program, which may copy them and nothing else."""
    if paths:
        made = QDrag(source)
        made.setMimeData(held(paths))
        made.setPixmap(_number(source, len(paths)))
        made.setHotSpot(QPoint(-8, -8))
        made.exec(Qt.DropAction.CopyAction)


def _number(source: QWidget, n: int) -> QPixmap:
    """What hangs on the pointer: how many there are."""
    edge, ratio = theme.px(36), source.devicePixelRatioF()
    made = QPixmap(round(edge * ratio), round(edge * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color("accent.base"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(0, 0, edge, edge)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color("text.on_accent"))
    painter.drawText(0, 0, edge, edge, Qt.AlignmentFlag.AlignCenter, str(n))
    painter.end()
    return made


class Copying(QObject):
    """Puts copies into the clipboard; ``said`` tells how that went."""

    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = Task(lambda: iter(()))

    def copy(self, paths: Sequence[Path]) -> None:
        """Copy files; of a single one the picture, too, once it is decoded."""
        self._task.abandon()
        if len(paths) == 1:
            self._task = Task(partial(_decoded, paths[0]))
            self._task.item.connect(lambda image: self._put(paths, image))
            self._task.start()
        elif paths:
            self._put(paths, None)
        else:
            self.said.emit(self.tr("There is no copy of this to take along."))

    def wait(self) -> None:
        """Let go of what is being decoded; for the end of the program."""
        self._task.abandon()
        self._task.wait()

    def _put(self, paths: Sequence[Path], image: QImage | None) -> None:
        QGuiApplication.clipboard().setMimeData(held(paths, image))
        if len(paths) > 1:
            self.said.emit(self.tr("{n} copies are in the clipboard, as files.").format(n=number(len(paths))))
        elif image is None:
            self.said.emit(self.tr("The copy is in the clipboard, as a file."))
        else:
            self.said.emit(self.tr("The copy is in the clipboard, as a file and as a picture."))


def _decoded(path: Path) -> Iterator[object]:
    """The pixels of a copy and nothing else of it; nothing of a film."""
    try:
        yield decoding.image(pictures.picture, path)
    except LenscapError:
        yield None
