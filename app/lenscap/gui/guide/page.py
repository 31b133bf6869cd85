"""The page *Switch it off*: the steps on the phone, what they do, the right to object, and what is known."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lenscap.gui import theme
from lenscap.gui.guide import deeds
from lenscap.gui.guide.known import Known, limits
from lenscap.gui.guide.objecting import Objecting
from lenscap.gui.guide.steps import Steps
from lenscap.gui.widgets import SegmentedControl, label

_MARGIN = 32
_NARROW = 1180


class GuidePage(QWidget):
    """Says what is known and what can be done; it does nothing by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Switch it off"))
        self.phones = SegmentedControl(self.tr("Your phone"))
        self.phones.add("iphone", self.tr("iPhone"), "phone")
        self.phones.add("android", self.tr("Android"), "phone")
        self.steps, self.objecting, self.known = Steps(), Objecting(), Known()
        self.phones.changed.connect(self.steps.show_phone)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addWidget(deeds.table(), 12)
        self._pair.addWidget(self.objecting, 5)
        self._area = QScrollArea()
        self._area.setAccessibleName(self.accessibleName())
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 24)
        column.setSpacing(14)
        column.addLayout(self._head())
        column.addWidget(limits())
        column.addWidget(self.steps)
        column.addLayout(self._pair)
        column.addWidget(self.known)
        column.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._area)

    def _head(self) -> QHBoxLayout:
        row, texts = QHBoxLayout(), QVBoxLayout()
        texts.setSpacing(4)
        says = self.tr("Five steps on your phone, in the app that offers “Camera roll sharing suggestions”.")
        says += " " + self.tr("Names can differ a little. Tick a number when it is done; ticks are not stored.")
        texts.addWidget(label(self.tr("Switch camera roll processing off"), "heading", wrap=True))
        texts.addWidget(label(says, "body", "secondary", wrap=True))
        row.setSpacing(24)
        row.addLayout(texts, 1)
        row.addWidget(self.phones, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put beside each other what there is room for."""
        super().resizeEvent(event)
        room = self.width() - 2 * _MARGIN - self._area.verticalScrollBar().sizeHint().width()
        self.steps.fit_to(room)
        self.known.fit_to(room)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(below if self.width() < theme.px(_NARROW) else beside)
