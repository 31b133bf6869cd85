"""The card with the people: a round picture each, how many photos they are in, and who of them stays visible."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lenscap.cloud import CloudView, Statement
from lenscap.gui import icons, theme
from lenscap.gui.cloud import words
from lenscap.gui.cloud.faces import Face, FacePictures, best, largest
from lenscap.gui.cloud.parts import Pressable, card_frame, cleared, head, sentence, tr
from lenscap.gui.widgets import label

_PICTURE, _SLOT = 60, 84
"""The width of a round picture, and of the room for one person."""
_SAMPLES = 8
_MOST_FACES = 16
"""More persons than that do not fit into any window."""


class Shown(NamedTuple):
    """One of the row: two lines, the photos, and a face, a cap (``covered``) or a number (``more``) in the circle."""

    name: str
    line: str
    photos: tuple[Path, ...]
    face: Face | None = None
    covered: bool = False
    more: str = ""


class Somebody(Pressable):
    """A person of the row."""

    def __init__(self, shown: Shown, pictures: FacePictures) -> None:
        super().__init__(", ".join(filter(None, (shown.name or _called(shown), shown.line))))
        self.shown, self._pictures = shown, pictures
        self.setEnabled(bool(shown.photos))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The circle and two lines."""
        lines = 2 if self.shown.line else bool(self.shown.name)
        return QSize(theme.px(_SLOT), theme.px(_PICTURE) + 8 + lines * theme.px(17))

    def minimumSizeHint(self) -> QSize:
        """The circle, and no less."""
        return QSize(theme.px(_PICTURE) + 4, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the lines under it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side = theme.px(_PICTURE)
        self._paint_circle(painter, QRectF((self.width() - side) / 2, 2, side, side))
        top = side + 6
        for text, font, ink in ((self.shown.name, "strong", "primary"), (self.shown.line, "body", "secondary")):
            painter.setFont(theme.font(font))
            painter.setPen(theme.ink(self, f"text.{ink}"))
            fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRectF(0, top, self.width(), theme.px(17)), Qt.AlignmentFlag.AlignCenter, fitted)
            top += theme.px(17)

    def _paint_circle(self, painter: QPainter, area: QRectF) -> None:
        made = self._pictures.get(self.shown.face)
        if self.shown.covered:
            _disc(painter, area, self, "accent.soft", "cap", "accent.base")
        elif self.shown.more:
            _disc(painter, area, self, "bg.hover", "", "")
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.ink(self, "text.secondary"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.shown.more)
        elif made is not None:
            _round(painter, area, made)
        else:
            _disc(painter, area, self, "exposure.face.soft", "face", "exposure.face.fg")


def _called(shown: Shown) -> str:
    """What a circle without a name stands for."""
    if shown.more:
        return tr("Photos with faces")
    return tr("Face in {photo}").format(photo=shown.photos[0].name)


def _disc(painter: QPainter, area: QRectF, widget: QWidget, ground: str, icon: str, ink: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ink(widget, ground))
    painter.drawEllipse(area)
    if icon:
        side = theme.px(26)
        drawn = icons.pixmap(icon, theme.ink(widget, ink), side, widget.devicePixelRatioF())
        painter.drawPixmap(round(area.center().x() - side / 2), round(area.center().y() - side / 2), drawn)


def _round(painter: QPainter, area: QRectF, made: QPixmap) -> None:
    painter.save()
    shape = QPainterPath()
    shape.addEllipse(area)
    painter.setClipPath(shape)
    painter.drawPixmap(area, made, QRectF(made.rect()))
    painter.restore()


class PeopleCard(QFrame):
    """``chosen`` tells the name and the photos of a person that was pressed."""

    chosen = Signal(str, list)

    def __init__(self, pictures: FacePictures) -> None:
        super().__init__()
        card_frame(self, tr("People"))
        self._pictures = pictures
        self._now: list[Shown] = []
        self._all: tuple[Path, ...] = ()
        self.somebodies: list[Somebody] = []
        self._count, self._empty = label("", "body", "secondary"), sentence()
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        column.addLayout(head("face", tr("People"), self._count))
        column.addLayout(self._row)
        column.addWidget(self._empty)
        pictures.ready.connect(self._refresh)

    def show_views(self, now: CloudView, after: CloudView | None, looked: bool) -> None:
        """Show who is in the photos, if it was ``looked``; with ``after``, who of them is still in the copies."""
        self._all = _pictures(now)
        visible = _pictures(after) if after else ()
        self._now = _persons(now, after, frozenset(visible)) or _nameless(now, after, frozenset(visible))
        self._count.setText(_counted(now, after, len(visible if after else self._all)))
        none = tr("No face was found in these photos.") if looked else tr("Faces were not looked for in these photos.")
        self._empty.setText(_said(now, len(self._all)) if self._now else none)
        self._empty.setVisible(bool(self._empty.text()))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    def row(self) -> list[Shown]:
        """Those that there is room for; the last stands for the rest."""
        slots = self._slots()
        if not any(each.name for each in self._now):
            shown = self._now[: slots - 1]
            rest = len(self._all) - len(shown)
            return [*shown, Shown("", "", self._all, more=f"+{words.number(rest)}")] if rest > 0 else shown
        return self._now if len(self._now) <= slots else [*self._now[: slots - 1], _others(self._now[slots - 1 :])]

    def _slots(self) -> int:
        return max(2, (self.width() - 32) // (theme.px(_SLOT) + 4))

    def _fill(self) -> None:
        shown = self.row()
        if shown == [each.shown for each in self.somebodies]:
            return
        cleared(self._row)
        self.somebodies = []
        for each in shown:
            made = Somebody(each, self._pictures)
            made.clicked.connect(partial(self.chosen.emit, each.name or _called(each), list[Path](each.photos)))
            self._row.addWidget(made, 1)
            self.somebodies.append(made)
        self._row.addStretch(max(0, self._slots() - len(shown)))
        self._pictures.want([each.face for each in shown if each.face and not each.covered])

    def _refresh(self) -> None:
        for made in self.somebodies:
            made.update()


def _pictures(view: CloudView) -> tuple[Path, ...]:
    """The photos with faces. Who is together is in the photos of each."""
    return tuple(dict.fromkeys(path for each in view.people if each.kind != "together" for path in each.photos))


def _persons(now: CloudView, after: CloudView | None, visible: Set[Path]) -> list[Shown]:
    left = {str(each.data["name"]): each for each in after.people if each.kind == "person"} if after else {}
    made = []
    for number, each in enumerate(said for said in now.people if said.kind == "person"):
        name, still = str(each.data["name"]), left.get(str(each.data["name"]))
        face = best(still or each) if number < _MOST_FACES else None
        count = len(still.photos) if still else 0
        if after is None:
            made.append(Shown(name, words.photos(len(each.photos)), each.photos, face))
        elif count or (still is None and _seen_once(name, each, visible, after)):
            kept = tr("kept in {n}").format(n=words.number(count or 1))
            made.append(Shown(name, kept, each.photos, face))
        else:
            made.append(Shown(name, tr("covered"), each.photos, covered=True))
    return made


def _seen_once(name: str, said: Statement, visible: Set[Path], after: CloudView) -> bool:
    """Whether a person is in a single copy: those are counted, not named."""
    paths = visible & set(said.photos)
    findings = (each.finding for whole in after.people for each in whole.because if each.photo in paths)
    return any(finding.data.get("person") == name for finding in findings)


def _nameless(now: CloudView, after: CloudView | None, visible: Set[Path]) -> list[Shown]:
    """Some of the faces, where which of them are the same person's was not looked at."""
    said = [each for each in now.people if each.kind in ("faces", "once")]
    faces = largest([because for each in said for because in each.because], _SAMPLES)
    return [Shown("", "", (face.path,), face, covered=after is not None and face.path not in visible) for face in faces]


def _others(rest: Sequence[Shown]) -> Shown:
    photos = tuple(dict.fromkeys(path for each in rest for path in each.photos))
    covered = all(each.covered for each in rest)
    line = tr("covered") if covered else words.photos(len(photos))
    return Shown(tr("Others"), line, photos, covered=covered, more=f"+{len(rest)}")


def _counted(now: CloudView, after: CloudView | None, pictures: int) -> str:
    """The line on the right of the title."""
    view = now if after is None else after
    persons = [each for each in view.people if each.kind == "person"]
    if after is not None and not pictures:
        return tr("No face stays visible") if now.people else ""
    if persons:
        said = words.people_in(len(persons), pictures)
        return tr("{said}, the rest covered").format(said=said) if after else said
    return tr("Faces in {photos}").format(photos=words.photos(pictures)) if pictures else ""


def _said(now: CloudView, pictures: int) -> str:
    """The sentence under the row."""
    if any(each.kind == "person" for each in now.people):
        return ""
    said = tr("Faces in {photos}. Which are the same person was not looked at.")
    return said.format(photos=words.photos(pictures))
