"""The column on the right: what was gained so far, what is promised, and the photo in hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lenscap.gui import icons, theme, writing
from lenscap.gui.cleaning.cells import paint_thumb
from lenscap.gui.cleaning.words import gain
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import ElidedLabel, divider, label, tile

_SHARE, _LARGEST_SHARE = 0.27, 0.36
"""Of the page's width, with text of the usual size and with large one."""
SHOWN = ("face", "place", "time", "identity", "text", "hidden")

_GAP, _GAP_LOW, _LOW = 9, 4, 720


class SideColumn(QFrame):
    """A surface on the right of a page, with a part that scrolls and a foot that stays."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("frame", "surface")
        self.setAccessibleName(name)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(24, 20, 24, 16)
        self.content.setSpacing(0)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(24, 8, 24, 24)
        self._build()

    def _build(self) -> None:
        inner = QFrame()
        inner.setProperty("frame", "surface")
        inner.setLayout(self.content)
        area = QScrollArea()
        area.setAccessibleName(self.accessibleName())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(divider(vertical=True))
        row.addLayout(column)

    def fit_to(self, page: int) -> None:
        """As wide as a page of that width leaves it; large text wants more of it."""
        share = min(_LARGEST_SHARE, _SHARE * theme.text_scale())
        self.setFixedWidth(round(min(theme.px(391), max(288, page * share))))


class Thumb(QWidget):
    """One photo, small."""

    def __init__(self, thumbnails: Thumbnails, size: int) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._path: Path | None = None
        self.setFixedSize(QSize(size, size))
        thumbnails.ready.connect(self._refresh)

    def show_photo(self, path: Path) -> None:
        """Show another photo."""
        self._path = path
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the middle of it."""
        if self._path is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paint_thumb(painter, QRectF(self.rect()), self._thumbnails, self._path)

    def _refresh(self, path: Path) -> None:
        if path == self._path:
            self.update()


class SoFar(SideColumn):
    """Sums by what was told, two explanations, and the photo in hand."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(self.tr("So far"))
        self._numbers: dict[str, QLabel] = {}
        self._lines: list[QHBoxLayout] = []
        self.content.addWidget(label(self.tr("So far"), "title"))
        self.content.addSpacing(8)
        for key in SHOWN:
            self._add(key)
        self.content.addSpacing(20)
        self._add_promises()
        self.content.addStretch(1)
        self._thumb, self._name = Thumb(thumbnails, 56), ElidedLabel("", "strong")
        self._step = label("", "small", "secondary", wrap=True)
        self._now = self._now_card()
        self.foot.addWidget(self._now)

    def _add(self, key: str) -> None:
        self._numbers[key] = number = label("0", "title")
        line = QHBoxLayout()
        self._lines.append(line)
        line.setSpacing(12)
        line.addWidget(tile(key, 26))
        line.addWidget(label(gain(key), wrap=True), 1)
        line.addWidget(number)
        self.content.addLayout(line)
        self.content.addWidget(divider())

    def _add_promises(self) -> None:
        self._again = explanation(
            "cap",
            self.tr("Every copy is read again"),
            self.tr(
                "After saving, Lenscap opens each copy and looks for what it removed. Only then it counts as cleaned."
            ),
        )
        self._originals = explanation(
            "photo",
            self.tr("Originals stay as they are"),
            self.tr("If you cancel, the finished copies are kept. A half-written copy is deleted."),
        )
        self.content.addWidget(self._again)
        self.content.addSpacing(16)
        self.content.addWidget(self._originals)

    def _now_card(self) -> QFrame:
        made = QFrame()
        made.setProperty("frame", "quiet_card")
        room = QVBoxLayout(made)
        room.setContentsMargins(14, 12, 14, 14)
        room.addWidget(label(self.tr("Now"), "small", "secondary"))
        row, texts = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(12)
        texts.setSpacing(2)
        texts.addStretch()
        texts.addWidget(self._name)
        texts.addWidget(self._step)
        texts.addStretch()
        row.addWidget(self._thumb)
        row.addLayout(texts, 1)
        room.addLayout(row)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, the sums stand closer together."""
        super().resizeEvent(event)
        gap = _GAP_LOW if self.height() < _LOW else _GAP
        for line in self._lines:
            line.setContentsMargins(0, gap, 0, gap)

    def show_gains(self, gains: Mapping[str, int]) -> None:
        """The sums, by ``exposure`` key."""
        for key, number in self._numbers.items():
            number.setText(writing.number(gains.get(key, 0)))

    def show_now(self, path: Path | None, step: str) -> None:
        """The photo in hand; nothing, when there is none."""
        self._now.setVisible(path is not None)
        if path:
            self._thumb.show_photo(path)
            self._name.set_whole(path.name)
            self._step.setText(step)


def explanation(icon: str, title: str, text: str) -> QWidget:
    """An icon beside a title and a few lines."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    sign = QLabel()
    sign.setFixedSize(icons.grown(20), icons.grown(20))
    icons.dress(sign, icon, "accent.base" if icon == "cap" else "text.secondary", 20)
    left, texts = QVBoxLayout(), QVBoxLayout()
    left.addWidget(sign)
    left.addStretch()
    texts.setSpacing(2)
    texts.addWidget(label(title, "strong", wrap=True))
    texts.addWidget(label(text, "small", "secondary", wrap=True))
    texts.addStretch(1)
    row.addLayout(left)
    row.addLayout(texts, 1)
    return made
