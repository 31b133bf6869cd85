"""Small coloured words with an icon each, in as many lines as they take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenscap.gui import exposure, icons, theme
from lenscap.gui.speech import spoken
from lenscap.model import Kind

_GLYPH, _PAD, _GAP = 14, 7, 6


class Tag(NamedTuple):
    """An exposure key and the words."""

    key: str
    words: str


def tags(because: Sequence[Mapping[str, Any]]) -> list[Tag]:
    """What a suggestion rests on, a tag for each kind."""
    return [Tag(exposure.key(Kind(each["kind"])), spoken(str(each["words"]))) for each in because]


class Tags(QWidget):
    """Draws the tags. It is as high as its width makes it."""

    def __init__(self, shown: Sequence[Tag]) -> None:
        super().__init__()
        self._shown = list(shown)
        self.setAccessibleName(", ".join(tag.words for tag in shown))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """One line of them."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Narrow, if need be."""
        return QSize(60, theme.px(22))

    def heightForWidth(self, width: int) -> int:
        """How high the lines are together."""
        return max((area.bottom() + 1 for area in self._areas(width)), default=0)

    def _areas(self, width: int) -> list[QRect]:
        metrics, high, glyph = QFontMetrics(theme.font("small")), theme.px(22), theme.px(_GLYPH)
        areas: list[QRect] = []
        x = y = 0
        for tag in self._shown:
            wide = min(width, metrics.horizontalAdvance(tag.words) + glyph + 5 + 2 * _PAD)
            if x and x + wide > width:
                x, y = 0, y + high + _GAP
            areas.append(QRect(x, y, wide, high))
            x += wide + _GAP
        return areas

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        glyph = theme.px(_GLYPH)
        for tag, area in zip(self._shown, self._areas(self.width()), strict=True):
            ink = theme.ink(self, exposure.foreground(tag.key))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink(self, exposure.background(tag.key)))
            painter.drawRoundedRect(area, theme.RADIUS["thumb"], theme.RADIUS["thumb"])
            drawn = icons.pixmap(exposure.icon(tag.key), ink, glyph, self.devicePixelRatioF())
            painter.drawPixmap(area.left() + _PAD, area.center().y() - glyph // 2 + 1, drawn)
            painter.setPen(ink)
            room = area.adjusted(_PAD + glyph + 5, 0, -_PAD + 2, 0)
            fitted = painter.fontMetrics().elidedText(tag.words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitted)
