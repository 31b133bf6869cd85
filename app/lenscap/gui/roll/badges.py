"""The pill on a thumbnail that says what the photo tells. One picture for each combination."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from lenscap.gui import exposure, icons, theme
from lenscap.gui.roll.photo import Photo

_GLYPH = 14
_GAP = 7
_PAD = 8
_WORTH_A_BADGE = ("face", "place", "text", "hidden")

Badge = tuple[tuple[str, int], ...]


def badge(photo: Photo) -> Badge:
    """What the pill of a photo shows: exposure keys, and how many faces. A date is told when nothing else is."""
    counts = photo.counts
    if photo.cleaned:
        return (("clean", 1),)
    found = tuple((key, counts[key] if key == "face" else 1) for key in _WORTH_A_BADGE if key in counts)
    return found or tuple((key, 1) for key in ("time",) if key in counts)


@lru_cache(maxsize=256)
def pill(shown: Badge, ratio: float) -> QPixmap:
    """The pill as a picture. It lies on a photo, so it looks the same in both schemes."""
    return _clean(ratio) if shown == (("clean", 1),) else _told(shown, ratio)


def _told(shown: Badge, ratio: float) -> QPixmap:
    metrics = QFontMetrics(theme.font("caption"))
    numbers = {key: str(count) if count > 1 else "" for key, count in shown}
    side = icons.grown(_GLYPH)
    widths = [side + (metrics.horizontalAdvance(numbers[key]) + 3 if numbers[key] else 0) for key, _ in shown]
    made, painter = _ground(sum(widths) + _GAP * (len(widths) - 1) + 2 * _PAD, theme.color("bg.scrim", "light"), ratio)
    x = _PAD
    for (key, _), width in zip(shown, widths, strict=True):
        ink = theme.color(exposure.foreground(key), "dark")
        _glyph(painter, exposure.icon(key), ink, x, ratio)
        painter.drawText(
            QRectF(x + side + 3, 0, width, made.height() / ratio), Qt.AlignmentFlag.AlignVCenter, numbers[key]
        )
        x += width + _GAP
    painter.end()
    return made


def _clean(ratio: float) -> QPixmap:
    word = QCoreApplication.translate("Badges", "Clean")
    side = icons.grown(_GLYPH)
    width = QFontMetrics(theme.font("caption")).horizontalAdvance(word) + side + 4 + 2 * _PAD
    made, painter = _ground(width, theme.color("accent.base", "dark"), ratio)
    _glyph(painter, "check", theme.color("text.on_accent", "dark"), _PAD, ratio)
    painter.drawText(QRectF(_PAD + side + 4, 0, width, made.height() / ratio), Qt.AlignmentFlag.AlignVCenter, word)
    painter.end()
    return made


def _ground(width: int, fill: QColor, ratio: float) -> tuple[QPixmap, QPainter]:
    size = QSize(width, icons.grown(22))
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(0, 0, size.width(), size.height()), size.height() / 2, size.height() / 2)
    painter.setFont(theme.font("caption"))
    return made, painter


def _glyph(painter: QPainter, name: str, ink: QColor, x: int, ratio: float) -> None:
    """Draw an icon, and leave its colour in the pen for the word beside it."""
    height = round(painter.device().height() / ratio)
    side = icons.grown(_GLYPH)
    painter.drawPixmap(QPoint(x, (height - side) // 2), icons.pixmap(name, ink, side, ratio))
    painter.setPen(ink)
