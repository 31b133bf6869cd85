"""What a person presses: buttons, links, chips, and choices that stand side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from lenscap.gui import icons, theme, writing


def button(text: str, icon: str | None = None, primary: bool = False, large: bool = False) -> QPushButton:
    """A button; the ``primary`` one of a page is filled with the accent."""
    made = QPushButton(text)
    made.setProperty("look", "primary" if primary else "plain")
    made.setFont(theme.font("strong" if primary else "body"))
    made.setMinimumHeight(theme.px(theme.SIZE["control_large" if large else "control"]))
    made.setProperty("large", large)
    made.setAutoDefault(True)  # Enter presses it in windows too, as space does
    if icon:
        icons.dress(made, icon, "text.on_accent" if primary else "text.primary", 20 if large else 16)
    return made


def link(text: str, icon: str | None = None) -> QPushButton:
    """A button that looks like a link; its words begin where those above and below it do."""
    made = QPushButton(text)
    made.setProperty("look", "link")
    made.setAutoDefault(True)
    made.setFont(theme.font("body"))
    made.setMinimumHeight(max(theme.SIZE["hit_min"], made.fontMetrics().height()))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if icon:
        icons.dress(made, icon, "text.link", 16)
    return made


def icon_button(icon: str, name: str, size: int = 20) -> QToolButton:
    """A button with only an icon; ``name`` is its tooltip and what a screen reader says."""
    made = QToolButton()
    made.setProperty("look", "quiet")
    made.setFixedSize(QSize(1, 1) * icons.grown(theme.SIZE["control"]))
    made.setAccessibleName(name)
    made.setToolTip(name)
    icons.dress(made, icon, "text.primary", size)
    return made


class _Segment(QAbstractButton):
    """One choice of a ``SegmentedControl``: icon, word, number. A tool button would be told as a box to tick."""

    def __init__(self, key: str, text: str, icon: str | None, count: int | None) -> None:
        super().__init__()
        self.key, self.count, self._icon = key, count, icon
        self._narrow = False
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of a few, as a screen reader says then
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.say()

    def say(self) -> None:
        """Tell the screen reader, and make room for the text."""
        self.setAccessibleName(self.text() if self.count is None else f"{self.text()} {writing.number(self.count)}")
        self.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        """Show only the icon; a screen reader and the tooltip say the word still."""
        self._narrow = narrow and self._icon is not None
        self.setToolTip(self.text() if self._narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words in their heavier weight, so that nothing moves when one is chosen."""
        strong = QFontMetrics(theme.font("strong"))
        return QSize(sum(self._widths(strong)) + 24, theme.px(28))

    minimumSizeHint = sizeHint  # noqa: N815

    def _widths(self, metrics: QFontMetrics) -> tuple[int, int, int]:
        """The widths of icon, word and number with the gap before or after each."""
        if self._narrow:
            return icons.grown(16), 0, 0
        digits = "" if self.count is None else writing.number(self.count)
        number = QFontMetrics(theme.font("body")).horizontalAdvance(digits)
        return (
            icons.grown(16) + 8 if self._icon else 0,
            metrics.horizontalAdvance(self.text()),
            number + 8 if digits else 0,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground when chosen, and the words."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink(self, "control.seg_on"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS["control"] - 1, theme.RADIUS["control"] - 1)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        font = theme.font("strong" if self.isChecked() else "body")
        ink = theme.ink(self, self._ink())
        glyph, word, number = self._widths(QFontMetrics(font))
        left = (self.width() - glyph - word - number) // 2
        if self._icon:
            side = icons.grown(16)
            drawn = icons.pixmap(self._icon, ink, side, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - side) // 2, drawn)
        if self._narrow:
            return
        painter.setFont(font)
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(left + glyph, 0, 0, 0), middle, self.text())
        if self.count is not None:
            painter.setFont(theme.font("body"))
            painter.setPen(theme.ink(self, "text.secondary"))
            painter.drawText(self.rect().adjusted(left + glyph + word + 8, 0, 0, 0), middle, writing.number(self.count))

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text.disabled"
        return "text.primary" if self.isChecked() or self.underMouse() else "text.secondary"


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SegmentedControl(QFrame):
    """A few choices side by side, of which one is on. The arrow keys move between them."""

    changed = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("frame", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._tell)
        self._segments: dict[str, _Segment] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)

    def add(self, key: str, text: str, icon: str | None = None, count: int | None = None) -> None:
        """Add a choice on the right; the first one is on."""
        segment = _Segment(key, text, icon, count)
        segment.setChecked(not self._segments)
        segment.installEventFilter(self)
        self._segments[key] = segment
        self._group.addButton(segment)
        self._row.addWidget(segment)

    def current(self) -> str:
        """The key of the choice that is on."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose without telling ``changed``."""
        self._segments[key].setChecked(True)

    def set_count(self, key: str, count: int) -> None:
        """Show another number beside a choice."""
        segment = self._segments[key]
        if segment.count != count:
            segment.count = count
            segment.say()
            segment.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the words of choices that have an icon."""
        for segment in self._segments.values():
            segment.set_narrow(narrow)

    def segment(self, key: str) -> QAbstractButton:
        """The button of a choice."""
        return self._segments[key]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()), 0) if isinstance(event, QKeyEvent) else 0
        if not step or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        keys = [key for key, segment in self._segments.items() if segment.isEnabled()]
        at = keys.index(self.current()) + step
        if 0 <= at < len(keys):
            self._segments[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
            self._segments[keys[at]].click()
        return True

    def _tell(self, pressed: QAbstractButton) -> None:
        if isinstance(pressed, _Segment):
            self.changed.emit(pressed.key)


class Chip(QToolButton):
    """A filter that is on or off: icon, words and how many there are."""

    def __init__(self, text: str, icon: str, color_path: str = "text.secondary", count: int = 0) -> None:
        super().__init__()
        self._icon, self._color, self._count = icon, color_path, count
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_count(count)

    def count(self) -> int:
        """The number that is shown."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {writing.number(count)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all of it in the heavier weight."""
        return QSize(self._word() + 39 + icons.grown(16) + self._number(), theme.px(30))

    minimumSizeHint = sizeHint  # noqa: N815

    def _word(self) -> int:
        return QFontMetrics(theme.font("strong")).horizontalAdvance(self.text())

    def _number(self) -> int:
        return QFontMetrics(theme.font("strong")).horizontalAdvance(writing.number(self._count))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge, icon, words and number."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.ink(self, "accent.base" if self.isChecked() else "line.default"), 1))
        painter.setBrush(theme.ink(self, self._ground()))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        ink = theme.ink(self, "accent.on_soft" if self.isChecked() else self._color)
        side = icons.grown(16)
        drawn = icons.pixmap(self._icon, ink, side, self.devicePixelRatioF())
        painter.drawPixmap(12, (self.height() - side) // 2, drawn)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        on = self.isChecked()
        painter.setFont(theme.font("strong" if on else "body"))
        painter.setPen(theme.ink(self, "accent.on_soft" if on else "text.primary"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(18 + icons.grown(16), 0, 0, 0), middle, self.text())
        painter.setPen(theme.ink(self, "accent.on_soft" if on else "text.tertiary"))
        number = self.rect().adjusted(0, 0, -self._right(), 0)
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignRight, writing.number(self._count))

    def _right(self) -> int:
        """How far from the right edge the number ends."""
        return 13

    def _ground(self) -> str:
        if self.isChecked():
            return "accent.soft"
        return "bg.hover" if self.underMouse() else "bg.surface"
