"""The bar over the stage: back, which photo this is, what to look at, and the one button that acts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.viewer.canvas import AFTER, ORIGINAL, SPLIT
from lenscap.gui.widgets import ElidedLabel, SegmentedControl, button, divider, icon_button, label

HEIGHT, _WITH_PLACE = theme.SIZE["toolbar"], 980
_LARGE = 1.75
"""With text this large, the ways to look at a photo are icons: words would push the rest out of a small window."""


class TopBar(QFrame):
    """Says which photo is shown and lets the person choose what of it is."""

    back = Signal()
    clean = Signal()
    details = Signal()
    mode_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "bar")
        self.setFixedHeight(theme.px(HEIGHT))
        self.name = ElidedLabel("", "title")
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.name.setMinimumWidth(48)
        self.place = label("", "small", "secondary")
        self.modes = self._modes()
        self.info = icon_button("info", self.tr("Show or hide the details (I)"))
        self.info.setCheckable(True)
        self.info.setChecked(True)
        self.info.clicked.connect(self.details)
        self.action = button(self.tr("Clean this photo"), "cap", primary=True)
        self.action.clicked.connect(self.clean)
        self._build()

    def _modes(self) -> SegmentedControl:
        modes = SegmentedControl(self.tr("What is shown"))
        large = theme.text_scale() >= _LARGE
        modes.add(ORIGINAL, self.tr("Original"), "photo" if large else None)
        modes.add(SPLIT, self.tr("Split"), "compare")
        modes.add(AFTER, self.tr("After cleaning"), "capcheck" if large else None)
        modes.set_narrow(large)
        modes.set_current(SPLIT)
        modes.changed.connect(self.mode_changed)
        return modes

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 0, 16, 0)
        grid.setHorizontalSpacing(16)
        grid.addWidget(self._left(), 0, 0)
        grid.addWidget(self.modes, 0, 1)
        grid.addWidget(self._right(), 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def _left(self) -> QWidget:
        back = button(self.tr("Photos"))
        back.setProperty("look", "quiet")
        back.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        back.setAccessibleName(self.tr("Back to photos"))
        back.clicked.connect(self.back)
        icons.dress(back, "left", "text.primary", 16)
        self.back_button = back
        line = divider(vertical=True)
        line.setFixedHeight(24)
        return _row(back, line, self.name, self.place, None)

    def _right(self) -> QWidget:
        return _row(None, self.info, self.action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all, the name of the photo comes first."""
        super().resizeEvent(event)
        self.place.setVisible(self.width() >= theme.px(_WITH_PLACE))

    def show_place(self, number: int, count: int, zoom: float | None) -> None:
        """Which photo of how many, and how large it is shown; ``None`` where there is nothing to see."""
        if zoom is None:
            words = self.tr("{number} of {count}").format(number=number, count=count)
        else:
            percent = round(zoom * 100)
            words = self.tr("{number} of {count} · {zoom} %").format(number=number, count=count, zoom=percent)
        self.place.setText(words)


def _row(*parts: QWidget | None) -> QWidget:
    room = QWidget()
    row = QHBoxLayout(room)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return room
