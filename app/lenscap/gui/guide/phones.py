"""Small drawings of a phone that show where to tap. What they say is said beside them, too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenscap.gui import theme

_WIDTH, _HEIGHT = 130, 208


class PhonePicture(QWidget):
    """A phone with the place to tap marked; it grows with the text."""

    def __init__(self) -> None:
        super().__init__()
        self._name = "menu"
        self._words: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, name: str, words: tuple[str, ...]) -> None:
        """Draw another step."""
        self._name, self._words = name, words
        self.update()

    def sizeHint(self) -> QSize:
        """The drawing's own size."""
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the phone and what it shows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(theme.text_scale(), theme.text_scale())
        pen = _Pencil(self, painter)
        pen.box(QRectF(1, 1, _WIDTH - 2, _HEIGHT - 2), 18, "bg.window", "line.strong")
        pen.bar(49, 9, 32, "line.strong")
        _SCREENS[self._name](pen, self._words)


class _Pencil:
    """Draws the few shapes that the screens are made of."""

    def __init__(self, on: QWidget, painter: QPainter) -> None:
        self._on, self._painter = on, painter

    def ink(self, path: str) -> QColor:
        return theme.ink(self._on, path)

    def box(self, area: QRectF, radius: float, ground: str, edge: str, width: float = 1.5) -> None:
        self._painter.setPen(QPen(self.ink(edge), width))
        self._painter.setBrush(self.ink(ground))
        self._painter.drawRoundedRect(area, radius, radius)

    def bar(self, x: float, y: float, width: float, colour: str = "line.default", height: float = 8) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self.ink(colour))
        self._painter.drawRoundedRect(QRectF(x, y, width, min(height, 5 if y < 20 else height)), 2.5, 2.5)

    def marked(self, area: QRectF) -> None:
        """The place to tap."""
        self.box(area, 8, "accent.soft", "accent.base", 1.75)

    def words(self, area: QRectF, text: str) -> None:
        font = theme.font("strong")
        font.setPixelSize(10)  # of the drawing, which is scaled as a whole
        self._painter.setFont(font)
        self._painter.setPen(self.ink("accent.on_soft"))
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, text)

    def circle(self, x: float, y: float, radius: float, ground: str, edge: str = "") -> None:
        self._painter.setPen(QPen(self.ink(edge), 1.5) if edge else Qt.PenStyle.NoPen)
        self._painter.setBrush(self.ink(ground))
        self._painter.drawEllipse(QPointF(x, y), radius, radius)

    def toggle_off(self, x: float, y: float) -> None:
        self.box(QRectF(x, y, 26, 15), 7.5, "bg.surface", "line.strong", 1.25)
        self.circle(x + 8, y + 7.5, 5, "line.strong")


def _menu(pen: _Pencil, _words: tuple[str, ...]) -> None:
    pen.bar(16, 27, 54)
    for top in (46, 108):
        pen.box(QRectF(12, top, 106, 54), 5, "bg.surface", "line.soft", 1)
        pen.bar(22, top + 10, 60)
        pen.bar(22, top + 26, 78)
    for x in (24, 48, 72):
        pen.circle(x, 186, 4, "line.default")
    pen.marked(QRectF(87, 172, 32, 28))
    for y in (180, 185, 190):
        pen.bar(95, y, 16, "accent.base", 2)


def _settings(pen: _Pencil, words: tuple[str, ...]) -> None:
    for y, width in ((27, 46), (51, 80), (73, 64), (135, 72), (157, 88), (179, 54)):
        pen.bar(16, y, width)
    pen.marked(QRectF(8, 91, 114, 29))
    pen.words(QRectF(17, 91, 98, 29), words[0])


def _roll(pen: _Pencil, words: tuple[str, ...]) -> None:
    for y, width in ((27, 60), (49, 76), (69, 92), (148, 64), (168, 84), (188, 50)):
        pen.bar(16, y, width)
    pen.marked(QRectF(8, 88, 114, 43))
    pen.words(QRectF(16, 88, 104, 43), words[0])


def _toggles(pen: _Pencil, words: tuple[str, ...]) -> None:
    for y, width in ((27, 72), (169, 90), (185, 60)):
        pen.bar(16, y, width)
    pen.marked(QRectF(8, 46, 114, 106))
    for top, text in zip((46, 99), words, strict=True):
        pen.words(QRectF(16, top, 68, 53), text)
        pen.toggle_off(88, top + 19)
    pen.bar(16, 98.5, 98, "accent.base", 1)


def _access(pen: _Pencil, words: tuple[str, ...]) -> None:
    for y, width in ((27, 50), (47, 88)):
        pen.bar(16, y, width)
    pen.marked(QRectF(8, 99, 114, 43))
    for y in (82, 165):
        pen.circle(22, y, 6, "bg.surface", "line.strong")
        pen.bar(36, y - 4, 58)
    pen.circle(22, 120.5, 6, "bg.surface", "accent.base")
    pen.circle(22, 120.5, 3, "accent.base")
    pen.words(QRectF(36, 99, 82, 43), words[0])


_SCREENS: dict[str, Callable[[_Pencil, tuple[str, ...]], None]] = {
    "menu": _menu,
    "settings": _settings,
    "roll": _roll,
    "toggles": _toggles,
    "access": _access,
}
