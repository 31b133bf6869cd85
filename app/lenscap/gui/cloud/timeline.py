"""Bars: how many photos there are by day, week, month or year. One is pressed, or several are dragged over."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lenscap.gui import theme
from lenscap.gui.cloud import words
from lenscap.gui.cloud.months import scale
from lenscap.gui.cloud.parts import tr
from lenscap.gui.cloud.spans import Bar, Spans

_HEIGHT = 78
_LEAST = 3.0


class Timeline(QWidget):
    """``chosen`` tells the days and the photos. The arrow keys move, with Shift they extend, Enter chooses."""

    chosen = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the arrow keys go
        self._spans = Spans("day", (), 0)
        self._window = date.max, date.max
        self._from = self._to = -1
        self._by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setAccessibleName(tr("Photos by date"))

    def show_spans(self, shown: Spans, first: date, last: date) -> None:
        """Show other bars; the days from ``first`` to ``last`` are shaded."""
        self._spans, self._window = shown, (first, last)
        self._from = self._to = -1
        self.update()

    def middle(self, number: int) -> float:
        """Where a bar is, from the left."""
        return (number + 0.5) * self._step()

    # -- choosing ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin at a bar."""
        self._by_keyboard = False
        self._from = self._to = self._at(event.position().x())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on to another."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._from >= 0:
            self._to = self._at(event.position().x())
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End there."""
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, extend or choose."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        elif event.key() in steps and self._spans.bars:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(steps[Qt.Key(event.key())], extend)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the last bar that has photos."""
        super().focusInEvent(event)
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if self._to < 0:
            filled = [number for number, bar in enumerate(self._spans.bars) if bar.photos]
            self._from = self._to = filled[-1] if filled else -1
        self._tell()

    def _move(self, step: int, extend: bool) -> None:
        """To the next bar that has photos."""
        at = self._to + step
        while 0 <= at < len(self._spans.bars) and not self._spans.bars[at].photos:
            at += step
        if 0 <= at < len(self._spans.bars):
            self._to = at
            self._from = self._from if extend else at
        self._by_keyboard = True
        self._tell()

    def _tell(self) -> None:
        """Say to a screen reader where it stands."""
        if chosen := self._chosen():
            self.setAccessibleName(f"{tr('Photos by date')}: {_spoken(chosen)}")
        self.update()

    def _chosen(self) -> list[Bar]:
        low, high = sorted((self._from, self._to))
        return list(self._spans.bars[low : high + 1]) if low >= 0 else []

    def _choose(self) -> None:
        bars = self._chosen()
        if photos := [path for bar in bars for path in bar.photos]:
            self.chosen.emit(_days(bars), photos)

    def _at(self, x: float) -> int:
        if not self._spans.bars:
            return -1
        return min(len(self._spans.bars) - 1, max(0, int(x / self._step())))

    def _step(self) -> float:
        return self.width() / max(1, len(self._spans.bars))

    def event(self, event: QEvent) -> bool:
        """Tell the days and the number of photos under the mouse."""
        if isinstance(event, QHelpEvent) and (at := self._at(event.pos().x())) >= 0:
            QToolTip.showText(event.globalPos(), _spoken([self._spans.bars[at]]), self)
            return True
        return super().event(event)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the window, the bars, the line under them and the months."""
        painter = QPainter(self)
        base = self.height() - theme.px(22)
        self._paint_window(painter, base)
        most = max((len(bar.photos) for bar in self._spans.bars), default=1) or 1
        wide = max(1.0, self._step() - min(6.0, self._step() // 2.2))
        for number, bar in enumerate(self._spans.bars):
            if bar.photos:
                high = max(_LEAST, len(bar.photos) / most * (base - 8))
                area = QRectF(number * self._step(), base - high, wide, high)
                painter.fillRect(area, theme.ink(self, self._ink(number, bar)))
        painter.fillRect(QRectF(0, base, self.width(), 1), theme.ink(self, "line.default"))
        self._paint_chosen(painter, base)
        self._paint_words(painter, base)

    def _ink(self, number: int, bar: Bar) -> str:
        if min(self._from, self._to) <= number <= max(self._from, self._to):
            return "accent.base"
        inside = self._spans.unit in ("day", "week") and bar.last >= self._window[0] and bar.first <= self._window[1]
        return "exposure.time.fg" if inside else "line.strong"

    def _paint_window(self, painter: QPainter, base: float) -> None:
        inside = [number for number, bar in enumerate(self._spans.bars) if bar.last >= self._window[0]]
        if inside and self._spans.unit in ("day", "week"):
            left = inside[0] * self._step()
            painter.fillRect(QRectF(left, 0, self.width() - left, base), theme.ink(self, "exposure.time.soft"))
            painter.fillRect(QRectF(left, 0, 2, base), theme.ink(self, "exposure.time.fg"))

    def _paint_chosen(self, painter: QPainter, base: float) -> None:
        if self._to >= 0 and self.hasFocus() and self._by_keyboard:
            low, high = sorted((self._from, self._to))
            painter.setPen(QPen(theme.ink(self, "focus.ring"), 2))
            painter.drawRect(QRectF(low * self._step() - 1, 1, (high - low + 1) * self._step() + 1, base))

    def _paint_words(self, painter: QPainter, base: float) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.ink(self, "text.secondary"))
        room = painter.fontMetrics().horizontalAdvance(f"{words.month(date(2000, 9, 1))} 2000") + 8
        for x, text in scale(self._spans, self.width(), room):
            wide = painter.fontMetrics().horizontalAdvance(text)
            where = QRectF(min(x, self.width() - wide), base + 4, wide + 2, self.height() - base - 4)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, text)


def _days(bars: list[Bar]) -> str:
    return words.span(bars[0].first, bars[-1].last)


def _spoken(bars: list[Bar]) -> str:
    return f"{_days(bars)}: {words.photos(sum(len(bar.photos) for bar in bars))}"
