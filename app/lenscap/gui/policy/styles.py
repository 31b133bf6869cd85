"""The three ways to cover, each with a small drawing of what it looks like."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from lenscap.gui import theme

_WIDE, _HIGH = 96, 60
_SKY, _SHIRT, _SKIN, _HAIR = QColor("#a9c7d6"), QColor("#c8694a"), QColor("#e2b08c"), QColor("#5a3a2a")
_BLOCK = 7
"""The side of a pixel of the mosaic."""


class StyleTiles(QFrame):
    """One of the three is on. ``changed`` tells which."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("How covers look"))
        self._group = QButtonGroup(self)
        self._tiles = {
            "soft": _Tile("soft", self.tr("Blur")),
            "mosaic": _Tile("mosaic", self.tr("Pixels")),
            "solid": _Tile("solid", self.tr("Solid")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for tile in self._tiles.values():
            self._group.addButton(tile)
            row.addWidget(tile)
        row.addStretch()
        self._group.buttonClicked.connect(self._tell)

    def current(self) -> str:
        """The style that is on."""
        return next((name for name, tile in self._tiles.items() if tile.isChecked()), "soft")

    def set_current(self, style: str) -> None:
        """Turn one on without telling."""
        self._tiles.get(style, self._tiles["soft"]).setChecked(True)

    def tile(self, style: str) -> QAbstractButton:
        """The button of a style."""
        return self._tiles[style]

    def _tell(self, _pressed: QAbstractButton) -> None:
        self.changed.emit(self.current())


class _Tile(QAbstractButton):
    """A drawing of somebody whose face is covered, and the word below it."""

    def __init__(self, style: str, text: str) -> None:
        super().__init__()
        self._style = style
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the drawing, its edge and the word."""
        wide = max(_WIDE + 8, self.fontMetrics().horizontalAdvance(self.text()) + 12)
        return QSize(wide, _HIGH + 12 + self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw picture, cover, edge and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF((self.width() - _WIDE) / 2, 4, _WIDE, _HIGH)
        edge = QPainterPath()
        edge.addRoundedRect(area, 4, 4)
        painter.save()
        painter.setClipPath(edge)
        _paint_somebody(painter, area)
        _paint_cover(painter, self._style, area.center() - QPointF(0, 5))
        painter.restore()
        self._paint_edge(painter, area)
        painter.setPen(theme.ink(self, "text.primary"))
        words = self.rect().adjusted(0, _HIGH + 8, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())

    def _paint_edge(self, painter: QPainter, area: QRectF) -> None:
        on = self.isChecked()
        role = "accent.base" if on else "line.strong" if self.underMouse() else "line.default"
        painter.setPen(QPen(theme.ink(self, role), 3 if on else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        grown = 1.5 if on else -0.5
        painter.drawRoundedRect(area.adjusted(-grown, -grown, grown, grown), 5, 5)


def _paint_somebody(painter: QPainter, area: QRectF) -> None:
    """Head and shoulders before a sky."""
    painter.setPen(Qt.PenStyle.NoPen)
    middle = area.center()
    for colour, centre, across, down in (
        (_SHIRT, middle + QPointF(0, 34), 30, 22),
        (_HAIR, middle - QPointF(0, 9), 17, 19),
        (_SKIN, middle - QPointF(0, 5), 14, 17),
    ):
        if colour is _SHIRT:
            painter.fillRect(area, _SKY)
        painter.setBrush(colour)
        painter.drawEllipse(centre, across, down)


def _paint_cover(painter: QPainter, style: str, middle: QPointF) -> None:
    if style == "mosaic":
        _paint_mosaic(painter, middle)
        return
    if style == "solid":
        painter.setBrush(QColor("#22282b"))
        painter.drawEllipse(middle, 20, 24)
        return
    soft = QRadialGradient(middle, 26)
    for at, colour in ((0.0, "#b9a595"), (0.75, "#b3aaa2"), (1.0, "#00b3b8ba")):
        soft.setColorAt(at, QColor(colour))
    painter.setBrush(soft)
    painter.drawEllipse(middle, 26, 28)


def _paint_mosaic(painter: QPainter, middle: QPointF) -> None:
    shades = ("#8b8078", "#a39a92", "#b9a28f", "#9a8a7e", "#b4aca4")
    for number in range(36):
        row, column = divmod(number, 6)
        corner = middle + QPointF((column - 3) * _BLOCK, (row - 3) * _BLOCK)
        painter.fillRect(QRectF(corner.x(), corner.y(), _BLOCK, _BLOCK), QColor(shades[(row * 7 + column * 3) % 5]))
