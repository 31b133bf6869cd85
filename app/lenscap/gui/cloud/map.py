"""The map: lights of towns at night, and the places of the photos. It is dark in both schemes and needs no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from lenscap.gui import theme
from lenscap.gui.cloud import drawing, lights, words
from lenscap.gui.cloud.labels import placed
from lenscap.gui.cloud.marks import Dot, Mark, dots
from lenscap.gui.cloud.parts import Pressable, tr
from lenscap.gui.cloud.projection import Area, Projection, fitted
from lenscap.gui.tasks import Task
from lenscap.gui.widgets import explain

_LIST = 208
"""The width of the list that lies over the left of the map."""
_REST = 80
"""Milliseconds after the last change of size until the lights are drawn anew."""
_HIT = 30


class _Spot(Pressable):
    """What is pressed of a dot. The map draws it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing."""


class CityMap(QWidget):
    """``chosen`` tells the name and the photos of a place that was pressed."""

    chosen = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("scheme", "dark")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # east is on the right everywhere
        self._marks: list[Mark] = []
        self._within: list[Mark] = []
        self._dots: list[Dot] = []
        self._labels: list[QRectF | None] = []
        self._spots: list[_Spot] = []
        self._lights = QPixmap()
        self._said = ""
        self._projection = fitted((), self._area())
        self._task = Task(lambda: iter(()))
        self._clock = QTimer(self, singleShot=True, interval=_REST)
        self._clock.timeout.connect(self._light)

    def show_marks(self, marks: Sequence[Mark], said: str, within: Sequence[Mark]) -> None:
        """Show other places; ``said`` is what stands in the corner, ``within`` are those that the map is fitted to."""
        self._said = said
        if (list(marks), list(within)) != (self._marks, self._within) or not self._spots:
            self._marks, self._within = list(marks), list(within)
            self._fit()
        self.update()

    def dots(self) -> list[Dot]:
        """What stands on the map."""
        return list(self._dots)

    def spot(self, number: int) -> Pressable:
        """What is pressed of a dot."""
        return self._spots[number]

    def list_width(self) -> int:
        """How much of the left is for the list."""
        return theme.px(_LIST)

    def wait(self) -> None:
        """Block until the lights are drawn; for the end of the program."""
        self._clock.stop()
        self._task.abandon()
        self._task.wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the places into another size."""
        super().resizeEvent(event)
        self._fit()

    # -- where things are --------------------------------------------------------------------------------------------

    def _area(self) -> Area:
        """Where the places shall be: beside the list, with room for their names."""
        left = self.list_width() + theme.px(70)
        return Area(left, theme.px(58), max(left + 60.0, self.width() - theme.px(90)), self.height() - theme.px(56))

    def _fit(self) -> None:
        self._projection = fitted([(mark.lat, mark.lon) for mark in self._within], self._area())
        self._dots = dots(self._marks, self._projection, theme.text_scale())
        self._labels = self._place_labels()
        self._place_spots()
        self._clock.start()

    def _place_labels(self) -> list[QRectF | None]:
        bounds = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        corners = QRectF(0, 0, self.list_width() + 24, self.height()), QRectF(0, 0, self.width(), theme.px(44))
        foot = QRectF(0, self.height() - theme.px(28), self.width(), theme.px(28))
        sized = [(dot.at, dot.radius + (7 if dot.mark.kind == "home" else 1), _words_of(dot)) for dot in self._dots]
        return list(placed(sized, bounds, (*corners, foot)))

    def _place_spots(self) -> None:
        for old in self._spots:
            old.hide()
            old.deleteLater()
        self._spots = []
        for dot, beside in zip(self._dots, self._labels, strict=True):
            spot = _Spot(_spoken(dot.mark), self)
            hit = max(_HIT, round(dot.radius * 2 + 8))
            around = QRect(round(dot.at.x()) - hit // 2, round(dot.at.y()) - hit // 2, hit, hit)
            spot.setGeometry(around.united(beside.toAlignedRect()) if beside else around)
            explain(spot, _spoken(dot.mark))
            spot.clicked.connect(partial(self.chosen.emit, dot.mark.name, list[Path](dot.mark.photos)))
            spot.setVisible(True)
            self._spots.append(spot)

    # -- the lights --------------------------------------------------------------------------------------------------

    def _light(self) -> None:
        """Draw the lights of what is shown, off the window's thread."""
        self._task.abandon()
        if self.width() > 1 and self.height() > 1:
            size = self._projection, self.width(), self.height(), self.devicePixelRatioF()
            self._task = Task(partial(_lit, *size))
            self._task.item.connect(self._take)
            self._task.start()

    def _take(self, image: QImage) -> None:
        self._lights = QPixmap.fromImage(image)
        self.update()

    # -- drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all of it, from the bottom up."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), theme.RADIUS["card"], theme.RADIUS["card"])
        painter.fillPath(shape, theme.color("map.sea"))
        painter.setClipPath(shape)
        if not self._lights.isNull():
            painter.drawPixmap(self.rect(), self._lights)
        drawing.shade(painter, QRectF(0, 0, self.list_width() + theme.px(70), self.height()))
        home = next((dot for dot in self._dots if dot.mark.kind == "home"), None)
        for dot in self._dots if home else ():
            drawing.way(painter, home.at, dot.at) if home else None
        for number, dot in reversed(list(enumerate(self._dots))):
            drawing.dot(painter, dot, self._spots[number].underMouse(), self.devicePixelRatioF())
        for dot, beside in zip(self._dots, self._labels, strict=True):
            drawing.name(painter, dot, beside)
        drawing.corners(painter, self.rect(), tr("Places"), self._said, tr("City lights: GeoNames, CC BY 4.0"))


def _lit(at: Projection, width: int, height: int, ratio: float) -> Iterator[object]:
    yield lights.picture(at, width, height, ratio)


def _words_of(dot: Dot) -> list[QSizeF]:
    """How much room the words beside a dot take; those with a second line may go without it."""
    if dot.mark.note:
        wide = max(_advance("strong", dot.mark.name), _advance("small", dot.mark.note))
        return [QSizeF(wide + 2, theme.px(34)), QSizeF(_advance("strong", dot.mark.name) + 2, theme.px(18))]
    number = words.number(len(dot.mark.photos))
    return [QSizeF(_advance("strong", dot.mark.name) + 6 + _advance("small", number) + 2, theme.px(18))]


def _advance(font: str, text: str) -> float:
    return QFontMetricsF(theme.font(font)).horizontalAdvance(text)


def _spoken(mark: Mark) -> str:
    return f"{mark.name}, {mark.note or words.photos(len(mark.photos))}"
