"""The column on the right: one photo before and after, and what stays visible in the copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui import decoding, pictures, theme, writing
from lenscap.gui.cleaning import tally
from lenscap.gui.cleaning.side import SideColumn
from lenscap.gui.done.originals import originals
from lenscap.gui.tasks import Task
from lenscap.gui.widgets import label, tile
from lenscap.model import PICTURE, Kind, Report, Result

_EDGE = 480
_BESIDE, _HIGH = 280, 560
"""From which width on the two pictures stand side by side, and from which height on the foot stays."""


class Half(QWidget):
    """One of the two pictures, cut to the part that matters."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._image = QImage()
        self.setAccessibleName(name)
        self.setFixedHeight(theme.px(150))

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the middle of it."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(shape)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(area, self._image)


class Visible(SideColumn):
    """Before and after, what stays visible, and a word on the originals."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("Done", "What stays visible"))
        self._task = Task(lambda: iter(()))
        self._before, self._after = Half(self.tr("The original")), Half(self.tr("The copy"))
        self._before_words = label("", "small", "secondary", wrap=True)
        self._after_words = label("", "small", "secondary", wrap=True)
        self._pair = self._build_pair()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.content.addWidget(self._pair)
        self.content.addWidget(label(self.tr("What stays visible"), "title", wrap=True))
        self.content.addSpacing(12)
        self.content.addLayout(self._rows)
        self.content.addStretch(1)
        self.originals = originals()
        self.foot.addWidget(self.originals)

    def _build_pair(self) -> QWidget:
        pair = QWidget()
        column, self._halves = QVBoxLayout(pair), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(12)
        self._halves.setSpacing(6)
        for half, words in ((self._before, self._before_words), (self._after, self._after_words)):
            side = QVBoxLayout()
            side.setSpacing(6)
            side.addWidget(half)
            side.addWidget(words)
            self._halves.addLayout(side, 1)
        column.addWidget(label(self.tr("Before and after"), "title", wrap=True))
        column.addLayout(self._halves)
        return pair

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large text leaves little room, the pictures stand one above the other, and the foot scrolls too."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if self.width() >= theme.px(_BESIDE) else ways.TopToBottom)
        (self.foot if self.height() >= theme.px(_HIGH) else self.content).addWidget(self.originals)

    def show_results(self, results: Sequence[Result]) -> None:
        """Derive all of it from the results."""
        self._clear()
        for key, title, text in stays(results):
            self._rows.addWidget(_row(key, title, text))
        self._pair.hide()
        self._task.abandon()
        best = max(results, key=lambda result: result.covered, default=None)
        if best and best.covered and best.target:
            self._show_pair(best, best.target)

    def _clear(self) -> None:
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _show_pair(self, best: Result, copy: Path) -> None:
        self._task = Task(partial(_pair, best, copy))
        self._task.item.connect(lambda pair: self._take(best, pair))
        self._task.start()

    def wait(self) -> None:
        """Let the reading of the two pictures end; for the end of the program."""
        self._task.abandon()
        self._task.wait()

    def _take(self, result: Result, pair: tuple[QImage, QImage]) -> None:
        self._before.show_image(pair[0])
        self._after.show_image(pair[1])
        self._before_words.setText(self.tr("Original · {details}").format(details=_details(result.before)))
        self._after_words.setText(self.tr("Copy · {details}").format(details=_details(result.after)))
        self._pair.show()


def _details(report: Report | None) -> str:
    n = len(report.findings) if report else 0
    if n == 1:
        return QCoreApplication.translate("Done", "1 detail")
    return QCoreApplication.translate("Done", "{n} details").format(n=writing.number(n))


def _pair(result: Result, copy: Path) -> Iterator[object]:
    """Both pictures, cut to the same part of the photo, around what was covered."""
    findings = result.before.findings if result.before else ()
    faces = [finding.box for finding in findings if finding.kind is Kind.FACE and finding.box]
    yield tuple(decoding.image(pictures.around, path, faces, _EDGE) for path in (result.path, copy))


def stays(results: Sequence[Result]) -> Iterator[tuple[str, str, str]]:
    """Exposure key, title and sentence of everything that the copies still tell."""
    copies = [result for result in results if result.outcome in tally.COPIED]
    if not copies:
        yield "theme", _tr("Nothing new"), _tr("There is no copy. The originals tell what they told before.")
        return
    yield (
        "theme",
        _tr("The picture itself"),
        _tr("A picture always shows what is in it: places, things, clothes, signs."),
    )
    faces, texts = [tally.kept_faces(each) for each in copies], [tally.kept_texts(each) for each in copies]
    yield from _counted("face", faces, _tr("1 face"), _tr("{n} faces"), _tr("{n} faces in {m} photos"))
    yield from _counted("text", texts, _tr("1 text"), _tr("{n} texts"), _tr("{n} texts in {m} photos"))
    for kind, key, one, many in (
        (Kind.PLACE, "place", _tr("The position in 1 photo"), _tr("Positions in {m} photos")),
        (Kind.TIME, "time", _tr("The date in 1 photo"), _tr("Dates in {m} photos")),
        (Kind.DEVICE, "identity", _tr("The device in 1 photo"), _tr("Devices in {m} photos")),
        (Kind.NAME, "identity", _tr("Names in 1 photo"), _tr("Names in {m} photos")),
    ):
        n = sum(_kept(result.after, kind) for result in copies)
        if n:
            yield key, one if n == 1 else many.format(m=writing.number(n)), _tr("The preset that you chose keeps this.")
    if any(_named(result) for result in copies):
        yield "identity", _tr("File names"), _tr("The copies are called what the originals are called.")


def _counted(key: str, counts: Sequence[int], one: str, many: str, several: str) -> Iterator[tuple[str, str, str]]:
    n, photos = sum(counts), sum(count > 0 for count in counts)
    if n:
        words = one if n == 1 else many if photos == 1 else several
        title = words.format(n=writing.number(n), m=writing.number(photos))
        yield key, title, _tr("Not covered: left visible by the preset or by you.")


def _kept(report: Report | None, kind: Kind) -> bool:
    findings = report.findings if report else ()
    return any(finding.kind is kind and finding.where != PICTURE for finding in findings)


def _named(result: Result) -> bool:
    return result.target is not None and result.target.stem == result.path.stem


def _row(key: str, title: str, text: str) -> QWidget:
    made = QWidget()
    row, texts, signs = QHBoxLayout(made), QVBoxLayout(), QVBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    signs.addWidget(tile(key, 26))
    signs.addStretch()
    texts.setSpacing(1)
    texts.addWidget(label(title, "strong", wrap=True))
    texts.addWidget(label(text, "small", "secondary", wrap=True))
    texts.addStretch()
    row.addLayout(signs)
    row.addLayout(texts, 1)
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate("Done", text)
