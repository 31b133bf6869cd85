"""The bar above the grid: filters with their counts, order, size of the thumbnails."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSlider, QWidget

from lenscap.gui import exposure, icons, theme
from lenscap.gui.roll.choosing import MenuChoice
from lenscap.gui.widgets import Chip

_MARGIN, _GAP = 16, 8
_CROSS = 20
"""The width of a cross and the gap before it."""


class FilterBar(QFrame):
    """Chips combine: a photo is shown when it passes all that are on. “All” lets go of them."""

    filtered = Signal(frozenset)
    unchosen = Signal()
    arranged = Signal(str)
    grouped = Signal(str)
    resized = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "window")
        self.setFixedHeight(theme.px(theme.SIZE["filter_bar"]))
        self.chips: dict[str, Chip] = {}
        self._narrow = False
        self.chosen = _Chosen()
        self.chosen.clicked.connect(self.let_go)
        self.order, self.groups = self._order(), self._groups()
        self.size_slider = self._slider()
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_GAP)
        self._row = Sideways(self._chip_row())
        row.addWidget(self._row, 1)
        row.addWidget(self.groups)
        row.addWidget(self.order)
        self._glyphs = _glyph("photo", 14), _glyph("photo", 20)
        for part in (self._glyphs[0], self.size_slider, self._glyphs[1]):
            row.addWidget(part)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what is said by something else too."""
        self._narrow = narrow
        self.size_slider.setFixedWidth(64 if narrow else 84)
        for glyph in self._glyphs:
            glyph.setVisible(not narrow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room for words, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the words of groups and order, one after the other, where the chips need their room."""
        self._row.settle()
        room = self.width() - self._row.wanted() - self._beside()
        for choice in (self.order, self.groups):
            fits = not self._narrow and choice.words() <= room
            choice.set_narrow(not fits)
            room = room - choice.words() if fits else -1

    def _beside(self) -> int:
        """How wide all is beside the chips, without words."""
        glyphs = [] if self._narrow else [glyph.sizeHint().width() for glyph in self._glyphs]
        widths = [*glyphs, self.size_slider.width(), self.order.bare(), self.groups.bare()]
        return sum(widths) + _GAP * len(widths) + 2 * _MARGIN

    def show_counts(self, total: int, counts: dict[str, int]) -> None:
        """Show how many photos there are, and how many of those that are shown each filter would leave."""
        self.chips["all"].set_count(total)
        for key, count in counts.items():
            self.chips[key].set_count(count)
        self._fit()

    def on(self) -> frozenset[str]:
        """The filters that are on."""
        return frozenset(key for key, chip in self.chips.items() if key != "all" and chip.isChecked())

    def clear(self) -> None:
        """Show all photos."""
        for key, chip in self.chips.items():
            chip.setChecked(key == "all")
        self.let_go()
        self.filtered.emit(self.on())

    def show_chosen(self, title: str, count: int) -> None:
        """Say with a chip that can be taken away which photos of all are shown."""
        self.chosen.setText(title)
        self.chosen.set_count(count)
        self.chosen.setVisible(True)
        self.chips["all"].setChecked(False)
        self._fit()

    def let_go(self) -> None:
        """Take that chip away."""
        if not self.chosen.isHidden():
            self.chosen.hide()
            self._fit()
            self.chips["all"].setChecked(not self.on())
            self.unchosen.emit()

    def _chip_row(self) -> QWidget:
        self._add("all", self.tr("All"), "photos", "text.secondary")
        self._add("face", self.tr("With faces"))
        self._add("place", self.tr("With location"))
        self._add("text", self.tr("With text"))
        self._add("window", self.tr("In the 30-day window"), "calendar", exposure.foreground("time"))
        self._add("hidden", self.tr("Hidden extras"))
        self._add("cleaned", self.tr("Cleaned"), "capcheck", "accent.base")
        self.chips["all"].setChecked(True)
        held = QWidget()
        held.setObjectName("chips")
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chosen)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch()
        return held

    def _add(self, key: str, text: str, icon: str = "", color: str = "") -> None:
        chip = Chip(text, icon or exposure.icon(key), color or exposure.foreground(key))
        chip.clicked.connect(lambda: self._pressed(key))
        self.chips[key] = chip

    def _pressed(self, key: str) -> None:
        if key == "all":
            self.clear()
            return
        self.chips["all"].setChecked(not self.on() and self.chosen.isHidden())
        self.filtered.emit(self.on())

    def _order(self) -> MenuChoice:
        orders = {"newest": self.tr("Newest first"), "oldest": self.tr("Oldest first"), "name": self.tr("Name")}
        made = MenuChoice("sort", self.tr("Order: {choice}"), orders)
        made.chosen.connect(self.arranged)
        made.chosen.connect(lambda _: self._fit())
        return made

    def _groups(self) -> MenuChoice:
        ways = {"nothing": self.tr("No groups"), "day": self.tr("By day"), "place": self.tr("By place")}
        made = MenuChoice("calendar", self.tr("Groups: {choice}"), ways)
        made.chosen.connect(self.grouped)
        made.chosen.connect(lambda _: self._fit())
        return made

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(theme.SIZE["thumb_min"], theme.SIZE["thumb_max"])
        slider.setValue(theme.SIZE["thumb_default"])
        slider.setFixedWidth(84)
        slider.setAccessibleName(self.tr("Size of the photos"))
        slider.setToolTip(self.tr("Size of the photos"))
        slider.valueChanged.connect(self.resized)
        return slider


class _Chosen(Chip):
    """Photos that were chosen on another page: what they are, how many, and a cross. Pressed, it goes away."""

    _LONGEST = 260

    def __init__(self) -> None:
        super().__init__("", "cloud")
        self.setChecked(True)
        self.setToolTip(self.tr("Show all photos"))
        self.hide()

    def nextCheckState(self) -> None:
        """It is on as long as it is there."""

    def setText(self, text: str) -> None:
        """Show other words, shortened where they are too long."""
        metrics = QFontMetrics(theme.font("strong"))
        super().setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, theme.px(self._LONGEST)))

    def set_count(self, count: int) -> None:
        """Show another number, and say what pressing does."""
        super().set_count(count)
        self.setAccessibleName(self.tr("{title}, {n}. Show all photos").format(title=self.text(), n=count))

    def sizeHint(self) -> QSize:
        """Room for the cross."""
        return super().sizeHint() + QSize(_CROSS, 0)

    minimumSizeHint = sizeHint  # noqa: N815

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross too."""
        super().paintEvent(event)
        painter = QPainter(self)
        cross = icons.pixmap("x", theme.ink(self, "accent.on_soft"), 14, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 24, (self.height() - 14) // 2, cross)

    def _right(self) -> int:
        return super()._right() + _CROSS


class Sideways(QScrollArea):
    """A row that scrolls sideways, by wheel or when the keyboard reaches what is out of sight; without a bar."""

    def __init__(self, row: QWidget) -> None:
        super().__init__()
        self._row = row
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(row.sizeHint().height() + 8)
        self.setWidget(row)
        for chip in row.findChildren(Chip):
            chip.installEventFilter(self)

    def wanted(self) -> int:
        """How wide the row is."""
        return self._row.sizeHint().width()

    def settle(self) -> None:
        """Make the row as long as its parts have become, before they are drawn in the room they had."""
        self._row.setMinimumWidth(self._row.sizeHint().width())
        if layout := self._row.layout():
            layout.activate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the chip that has the keyboard into sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 24, 0)
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways with either wheel."""
        turned = event.angleDelta().x() or event.angleDelta().y()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - turned // 2)
        event.accept()


def _glyph(name: str, size: int) -> QLabel:
    made = QLabel()
    icons.dress(made, name, "text.secondary", size)
    return made
