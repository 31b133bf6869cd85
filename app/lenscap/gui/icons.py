"""The icons of ``resources/icons``, drawn in any colour and size; those on buttons follow the colour scheme."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from lenscap import resources
from lenscap.gui import theme

_SMALL = 14
"""Up to this size a stroke of 1.75 is too thin to be seen, and 2 is drawn."""


def pixmap(name: str, color: QColor, size: int, ratio: float = 1) -> QPixmap:
    """One icon in one colour; ``size`` in logical pixels."""
    return _pixmap(name, color.rgba(), size, ratio)


@lru_cache(maxsize=512)
def _pixmap(name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    color = QColor.fromRgba(rgba)
    svg = _source(name).replace("currentColor", color.name())
    if size <= _SMALL:
        svg = svg.replace('stroke-width="1.75"', 'stroke-width="2"')
    return draw(svg, QSize(size, size), ratio, color.alphaF())


def draw(svg: str, size: QSize, ratio: float = 1, opacity: float = 1) -> QPixmap:
    """An SVG picture as pixels."""
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return drawn


def grown(size: int) -> int:
    """The size of an icon beside text that the person wants larger: it grows, but half as much, to leave words room."""
    return round(size * (1 + theme.text_scale()) / 2)


@cache
def _source(name: str) -> str:
    return resources.find(f"icons/{name}.svg").read_text(encoding="utf-8")


def illustration(width: int, ratio: float = 1, under: str = "bg.surface") -> QPixmap:
    """The lens and its cap without the room around them, cut out against the colour that they stand on."""
    svg = _source("app").replace('r="71" fill="#FFFFFF"', f'r="71" fill="{theme.color(under).name()}"')
    svg = svg.replace('viewBox="-4 -44 240 240"', 'viewBox="4 0 220 152"')
    return draw(svg, QSize(width, width * 152 // 220), ratio)


def emblem() -> QIcon:
    """The icon of the program."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(draw(_source("app"), QSize(size, size)))
    return made


def icon(
    name: str,
    color_path: str = "text.primary",
    size: int = 20,
    on_path: str = "",
    gap: int = 0,
    scheme: theme.Shade | None = None,
) -> QIcon:
    """An icon in the current scheme or another; see ``dress`` for one that follows it.

    ``on_path`` is its colour on a checked button, ``gap`` free room on its right.
    """
    front, no, yes = (theme.color(path, scheme) for path in (color_path, "text.disabled", on_path or color_path))
    made = QIcon()
    off, on = QIcon.State.Off, QIcon.State.On
    for ratio in (1.0, 2.0):
        made.addPixmap(_spaced(name, front, size, gap, ratio), QIcon.Mode.Normal, off)
        made.addPixmap(_spaced(name, no, size, gap, ratio), QIcon.Mode.Disabled, off)
        made.addPixmap(_spaced(name, yes, size, gap, ratio), QIcon.Mode.Normal, on)
    return made


def _spaced(name: str, ink: QColor, size: int, gap: int, ratio: float) -> QPixmap:
    glyph = pixmap(name, ink, size, ratio)
    if not gap:
        return glyph
    spaced = QPixmap(QSize(size + gap, size) * ratio)
    spaced.setDevicePixelRatio(ratio)
    spaced.fill(Qt.GlobalColor.transparent)
    painter = QPainter(spaced)
    painter.drawPixmap(0, 0, glyph)
    painter.end()
    return spaced


def dress(
    widget: QAbstractButton | QLabel, name: str, color_path: str = "text.primary", size: int = 20, on_path: str = ""
) -> None:
    """Put an icon on a button or label that keeps to the scheme when it changes, and grows with the text."""
    widget.setProperty("lenscap_icon", [name, color_path, grown(size), on_path])
    _dress(widget)


def _dress(widget: QAbstractButton | QLabel) -> None:
    name, color_path, size, on_path = widget.property("lenscap_icon")
    if isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, theme.ink(widget, color_path), size, widget.devicePixelRatioF()))
        return
    worded = isinstance(widget, QPushButton) or widget.text()  # words may come later
    gap = theme.px(4) if worded else 0  # styles leave only 4 px between icon and word
    widget.setIcon(icon(name, color_path, size, on_path, gap, theme.scheme_of(widget)))
    widget.setIconSize(QSize(size + gap, size))


def redress(root: QWidget | None = None) -> None:
    """Draw the icons of all buttons and labels, or of those below ``root``, in their scheme."""
    for widget in root.findChildren(QWidget) if root else QApplication.allWidgets():
        if widget.property("lenscap_icon") and isinstance(widget, QAbstractButton | QLabel):
            _dress(widget)


theme.scheme_changed.connect(redress)
