"""The steps on the phone: a row of cards, each with a drawing, and a number that can be ticked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.guide import facts
from lenscap.gui.guide.nouns import Step, as_of
from lenscap.gui.guide.phones import PhonePicture
from lenscap.gui.widgets import label

_ROOMY = 170
"""The least width of a card, before the text is made larger."""


class Steps(QWidget):
    """The cards, side by side as far as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(14)
        self.cards = [StepCard(number) for number, _ in enumerate(facts.steps(facts.PHONES[0]), start=1)]
        self._place(len(self.cards))  # at once, for the keyboard goes from widget to widget as they came
        self.show_phone(facts.PHONES[0])

    def show_phone(self, phone: str) -> None:
        """Show the steps of one of the ``facts.PHONES``."""
        for shown, step in zip(self.cards, facts.steps(phone), strict=True):
            shown.show_step(step)

    def fit_to(self, width: int) -> None:
        """Put as many cards beside each other as can be read."""
        columns = max(1, min(len(self.cards), (width + 14) // (theme.px(_ROOMY) + 14)))
        if columns != self._columns:
            self._place(columns)

    def _place(self, columns: int) -> None:
        self._columns = columns
        for place, shown in enumerate(self.cards):
            self._grid.addWidget(shown, place // columns, place % columns)
        for column in range(len(self.cards)):
            self._grid.setColumnStretch(column, int(column < columns))


class StepCard(QFrame):
    """One step."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        self.tick = Tick(number)
        self._step: Step | None = None
        self._phone = PhonePicture()
        self._title = label("", "strong", wrap=True)
        self._text = label("", "small", "secondary", wrap=True)
        self._as_of = label("", "caption", "tertiary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 14, 12)
        column.setSpacing(10)
        column.addWidget(self._phone, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._words())
        column.addStretch(1)

    def _words(self) -> QHBoxLayout:
        row, texts = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        texts.setContentsMargins(0, 5, 0, 0)
        texts.setSpacing(2)
        for part in (self._title, self._text, self._as_of):
            texts.addWidget(part)
        row.addLayout(texts, 1)
        return row

    def show_step(self, step: Step) -> None:
        """Show another step; what was ticked was the one before."""
        if step == self._step:
            return
        self._step = step
        self._phone.show_step(step.picture, step.shown)
        self._title.setText(step.says.title)
        self._text.setText(step.says.text)
        self._as_of.setText(as_of(step.says.as_of))
        self.tick.show_step(step.says.title)


class Tick(QAbstractButton):
    """The number of a step. Pressed, it becomes a tick, until the program ends."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())
        self.setToolTip(self.tr("Tick this when it is done. Ticks are not stored."))

    def show_step(self, title: str) -> None:
        """Stand for another step, which is not done yet."""
        self.setChecked(False)
        self.setAccessibleName(self.tr("Step {n} is done: {title}").format(n=self._number, title=title))

    def sizeHint(self) -> QSize:
        """The least that can be hit well."""
        return QSize(theme.px(theme.SIZE["hit_min"]), theme.px(theme.SIZE["hit_min"]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a circle with the number, or a filled one with the tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.ink(self, "accent.base"), 1.5))
        painter.setBrush(theme.ink(self, self._ground()))
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), theme.px(11), theme.px(11))
        if self.isChecked():
            side = theme.px(14)
            drawn = icons.pixmap("check", theme.ink(self, "text.on_accent"), side, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)
            return
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.ink(self, "accent.on_soft"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _ground(self) -> str:
        if self.isChecked():
            return "accent.base"
        return "bg.surface" if self.underMouse() else "accent.soft"
