"""The card with the places: the map, and over its left the list of those with the most photos."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lenscap.cloud import CloudView
from lenscap.gui import icons, theme
from lenscap.gui.cloud import words
from lenscap.gui.cloud.drawing import PAD
from lenscap.gui.cloud.map import CityMap
from lenscap.gui.cloud.marks import Mark, marks
from lenscap.gui.cloud.parts import Pressable, cleared, tr
from lenscap.gui.widgets import explain

_ROWS = 5
HEIGHT = 392


class PlaceRow(Pressable):
    """A line of the list: icon, name, number of photos."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(f"{mark.name}, {words.photos(len(mark.photos))}")
        self._mark = mark
        explain(self, mark.note)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, max(theme.SIZE["hit_min"] - 4, theme.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        home = self._mark.kind != "visit"
        ink = theme.color("map.home" if home else "map.visit")
        side = theme.px(14)
        drawn = icons.pixmap("home" if self._mark.kind == "home" else "place", ink, side, self.devicePixelRatioF())
        painter.drawPixmap(6, (self.height() - side) // 2, drawn)
        painter.setFont(theme.font("body"))
        number = words.number(len(self._mark.photos))
        room = QRectF(self.rect()).adjusted(14 + side, 0, -6, 0)
        painter.setPen(theme.color("map.label_dim"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        wide = room.width() - painter.fontMetrics().horizontalAdvance(number) - 8
        painter.setPen(theme.color("map.label"))
        fitted = painter.fontMetrics().elidedText(self._mark.name, Qt.TextElideMode.ElideRight, round(wide))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitted)


class _Nowhere(QWidget):
    """The sentence that stands for the list when there is no place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.setAccessibleName(text)
        self.setFixedHeight(theme.px(96))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sentence on the map."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("map.label_dim"))
        painter.drawText(self.rect().adjusted(6, 0, 0, 0), Qt.TextFlag.TextWordWrap, self.text)


class PlacesCard(QWidget):
    """``chosen`` tells the name and the photos of a place that was pressed."""

    chosen = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self.map = CityMap()
        self.map.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.map)
        self._list = QWidget(self.map)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._list.setFixedWidth(self.map.list_width())
        over = QVBoxLayout(self.map)
        over.setContentsMargins(PAD - 6, theme.px(46), 0, 0)
        over.addWidget(self._list)
        over.addStretch(1)
        self.set_height(HEIGHT)

    def set_height(self, height: int) -> None:
        """As high as the page has room for."""
        self.setFixedHeight(max(height, theme.px(HEIGHT - 52)))

    def show_views(self, now: CloudView, after: CloudView | None) -> None:
        """Show the places; with ``after``, those of the copies on the same map."""
        view = after or now
        found, before = marks(view), marks(now)
        placed = len(view.placed)
        one, many = tr("1 photo carries a position"), tr("{n} photos carry a position")
        said = one if placed == 1 else many.format(n=words.number(placed))
        self.map.show_marks(found, said, before)
        self.setAccessibleName(f"{tr('Places')}. {said}")
        self._fill(found, _empty(placed, after is not None))

    def _fill(self, found: Sequence[Mark], empty: str) -> None:
        cleared(self._rows)
        shown = list(found[:_ROWS]) if len(found) > _ROWS + 1 else list(found)
        for mark in shown:
            self._add(mark)
        rest = found[len(shown) :]
        if rest:
            photos = tuple(dict.fromkeys(path for mark in rest for path in mark.photos))
            name = tr("{n} more places").format(n=words.number(len(rest)))
            self._add(Mark("visit", name, photos, 0, 0))
        if not found:
            self._rows.addWidget(_Nowhere(empty))

    def _add(self, mark: Mark) -> None:
        row = PlaceRow(mark)
        row.clicked.connect(partial(self.chosen.emit, mark.name, list[Path](mark.photos)))
        self._rows.addWidget(row)


def _empty(placed: int, after: bool) -> str:
    """Why there is no place."""
    if placed:
        return tr("The positions are far from any town.")
    known = tr("The picture itself can still show a known place.")
    return (tr("No copy carries a position.") if after else tr("No photo carries a position.")) + " " + known
