"""Words and the frames around them. Text is always plain: what a file says is data, never markup."""

from __future__ import annotations

from html import escape
from math import ceil
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from lenscap.gui import exposure, icons, theme

TILE = 24
_MOST_LINES = 3
Outcome = Literal["removed", "covered", "kept", "stays", "vaguer"]


def escaped(text: str) -> str:
    """Text for a tooltip, which Qt would read as markup if it looked like some."""
    return f"<span>{escape(text)}</span>" if text else ""


def explain(widget: QWidget, text: str) -> None:
    """A tooltip; a screen reader, which would read the markup of it, is given the words alone."""
    widget.setToolTip(escaped(text))
    widget.setAccessibleDescription(text)


def label(text: str = "", font: str = "body", role: str = "primary", wrap: bool = False) -> QLabel:
    """A label in a step of the type scale; ``role`` is one of ``text.*``."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(font))
    made.setProperty("tone", role)
    made.setWordWrap(wrap)
    return made


def card() -> QFrame:
    """A framed surface."""
    made = QFrame()
    made.setProperty("frame", "card")
    return made


def divider(vertical: bool = False) -> QFrame:
    """A line of one pixel."""
    made = QFrame()
    made.setProperty("frame", "line")
    made.setFixedWidth(1) if vertical else made.setFixedHeight(1)
    return made


def tile(key: str, size: int = TILE) -> QLabel:
    """The icon of an exposure key on its soft ground."""
    made = QLabel()
    made.setFixedSize(icons.grown(size), icons.grown(size))
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setProperty("exposure", key)
    icons.dress(made, exposure.icon(key), exposure.foreground(key), 14 if size <= 24 else 20)
    return made


class ElidedLabel(QLabel):
    """A line, or a few, shortened in the middle when there is no room; the whole is in the tooltip."""

    _lines = 1

    def __init__(self, text: str = "", font: str = "body", role: str = "primary") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(font))
        self.setProperty("tone", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.set_whole(text)

    def whole(self) -> str:
        """All of the text."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, self.fontMetrics().height())

    def lines_in(self, width: int) -> int:
        """How many lines the whole text takes in so many pixels, three at most."""
        return min(_MOST_LINES, self._lines_of(self._whole, width))

    def set_lines(self, lines: int) -> None:
        """Break the text into so many lines before it is shortened."""
        if lines == self._lines:
            return
        self._lines = lines
        self.setWordWrap(lines > 1)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing())  # grids ask no label that spans what it needs
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitted = self._fitted()
        explain(self, self._whole if fitted != self._whole else "")
        self.setText(fitted)
        self.updateGeometry()

    def _fitted(self) -> str:
        """The text, shortened if need be; lines that break at words are not filled to their ends."""
        room, fitted = max(1, self.width()) * self._lines, self._whole
        while self._lines_of(fitted, self.width()) > self._lines and room > self.width() // 2:
            fitted = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room)
            room -= max(1, self.width() // 20)
        return fitted

    def _lines_of(self, text: str, width: int) -> int:
        if self.fontMetrics().horizontalAdvance(text) <= width:
            return 1
        broken = self.fontMetrics().boundingRect(QRect(0, 0, width, 0), Qt.TextFlag.TextWordWrap, text)
        return max(2, ceil(broken.height() / self.fontMetrics().lineSpacing()))


_GLYPH = 14
_PILLS: dict[str, tuple[str, str, str]] = {
    "removed": ("x", "accent.on_soft", "accent.soft"),
    "covered": ("cap", "accent.on_soft", "accent.soft"),
    "kept": ("eye", "text.secondary", "bg.hover"),
    "stays": ("eye", "text.secondary", "bg.hover"),
    "vaguer": ("coarsen", "text.primary", ""),
}


class Pill(QWidget):
    """What becomes of a finding: an icon and a word."""

    HEIGHT = 22

    def __init__(self, kind: Outcome, text: str) -> None:
        super().__init__()
        self._kind, self._text = kind, text
        self.setFont(theme.font("small"))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def kind(self) -> str:
        """What becomes of it."""
        return self._kind

    def text(self) -> str:
        """The word that is shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Room for icon, word and round ends."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self._text) + 20 + icons.grown(_GLYPH),
            max(self.HEIGHT, theme.px(self.HEIGHT)),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and word."""
        paint_pill(QPainter(self), self, self.rect(), self._kind, self._text)


def pill_ink(widget: QWidget, kind: Outcome) -> QColor:
    """The colour of the word in a pill."""
    return theme.ink(widget, _PILLS[kind][1])


def paint_pill(painter: QPainter, widget: QWidget, area: QRect, kind: Outcome, text: str, edged: bool = False) -> None:
    """Draw ground, icon and word; ``edged`` with a line around, as under the pointer."""
    glyph, _, ground = _PILLS[kind]
    ink = pill_ink(widget, kind)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.ink(widget, "line.strong"), 1) if edged or not ground else Qt.PenStyle.NoPen)
    painter.setBrush(theme.ink(widget, ground) if ground else Qt.BrushStyle.NoBrush)
    edge = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)
    side = icons.grown(_GLYPH)
    drawn = icons.pixmap(glyph, ink, side, widget.devicePixelRatioF())
    painter.drawPixmap(area.left() + 8, area.top() + (area.height() - side) // 2, drawn)
    painter.setPen(ink)
    painter.setFont(widget.font())
    painter.drawText(area.adjusted(12 + side, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
