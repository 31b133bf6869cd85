"""How the viewer is put together: its parts, where they stand, and what they do without knowing the photo."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.viewer.bar import TopBar
from lenscap.gui.viewer.canvas import AFTER, ORIGINAL, SPLIT
from lenscap.gui.viewer.panel import Panel
from lenscap.gui.viewer.stage import Stage
from lenscap.gui.viewer.strip import FilmStrip
from lenscap.gui.viewer.tools import HintBar, ToolStrip


class ViewerParts(QWidget):
    """Bar, tools, stage, panel, film strip and hints. Dark in both schemes."""

    def __init__(self, model: QAbstractItemModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.bar, self.tools, self.stage = TopBar(), ToolStrip(), Stage()
        self.panel, self.strip, self.hints = Panel(), FilmStrip(model, thumbnails), HintBar()
        self._build()
        self._darken()
        theme.scheme_changed.connect(self._darken)
        self.bar.mode_changed.connect(self.stage.set_mode)
        self.bar.details.connect(lambda: self.panel.setVisible(self.bar.info.isChecked()))

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Viewer"))
        for flowing in (self.stage, self.strip, self.hints):  # the next photo is on the right everywhere, as its key is
            flowing.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for part in (self.tools, self.stage, self.panel):
            middle.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)
        column.addWidget(self.hints)

    def _darken(self) -> None:
        """Dark in every scheme but that of high contrast."""
        self.setProperty("scheme", "dark")
        self.setPalette(theme.palette("dark"))
        self.setStyleSheet(theme.stylesheet("dark") + theme.stylesheet("dark", "viewer"))
        icons.redress(self)

    def hold(self, pen: bool) -> None:
        """Take the pen that draws boxes into the hand, or the pointer."""
        self.tools.set_drawing(pen)
        self.stage.set_drawing(pen)

    @property
    def drawing(self) -> bool:
        """Whether the pen is in the hand."""
        return self.tools.button("draw").isChecked()

    def compare(self) -> None:
        """Original, both, copy, and round again."""
        order = [ORIGINAL, SPLIT, AFTER]
        mode = order[(order.index(self.bar.modes.current()) + 1) % 3]
        self.bar.modes.set_current(mode)
        self.stage.set_mode(mode)

    def hide_boxes(self) -> None:
        """Show or hide the frames, as the tool says."""
        self.stage.hide_boxes(self.tools.button("hide").isChecked())
