"""What can be read in one photo, or in those that are selected, beside the grid; and what is chosen about it there."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from lenscap.gui import icons, theme
from lenscap.gui.roll import body, several
from lenscap.gui.roll.choices import Choosing
from lenscap.gui.roll.group import Choice, ExposureRow
from lenscap.gui.roll.header import THUMB, Header
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.together import Together
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import divider
from lenscap.model import Policy

_ALL = attrgetter("report", "seen", "problem", "edits", "result", "outdated")
"""What is another one when something has to be said anew of a photo."""


class Inspector(QFrame):
    """Details of the photo that has the keyboard or of all that are selected, and what the policy does with them.

    ``decided`` tells the new edits of photos by path, and what the choice is called.
    """

    decided = Signal(object, str)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._photo: Photo | None = None
        self._several: Together | None = None
        self._choosing: Choosing | None = None
        self._drawn: Any = None
        self._return_to = ""
        self.setProperty("frame", "surface")
        self.setAccessibleName(self.tr("Details of the photo"))
        self._header = Header()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the keys that scroll do so
        self._area.setAccessibleName(self.tr("Details of the photo"))
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(divider())
        column.addWidget(self._area, 1)
        thumbnails.ready.connect(self._take_thumb)

    def sizeHint(self) -> QSize:
        """As wide as the design has it."""
        return QSize(icons.grown(theme.SIZE["inspector"]), 600)

    def photo(self) -> Photo | None:
        """The photo that is shown, if it is one."""
        return self._photo

    def show_photo(self, photo: Photo | None, policy: Policy) -> None:
        """Show a photo, or nothing; build it anew only where something changed."""
        drawn = (*_ALL(photo), policy) if photo else None
        if drawn == self._drawn and photo is self._photo:
            return
        self._photo, self._several, self._drawn = photo, None, drawn
        self._choosing = Choosing(Together([photo]), policy) if photo else None
        self._header.show_photo(photo)
        if photo is not None:
            self._thumbnails.request(photo.path, round(THUMB * self.devicePixelRatioF()))
            self._take_thumb(photo.path)
        self._fill(body.of_photo(photo, policy))

    def show_several(self, photos: Sequence[Photo], policy: Policy) -> None:
        """Show what several photos tell together."""
        those = Together(photos)
        self._choosing = Choosing(those, policy)
        if self._several is not None and policy == self._drawn and those.looks_like(self._several):
            return
        self._photo, self._several, self._drawn = None, those, policy
        self._header.show_several(those)
        self._fill(body.of_several(those, several.groups(those, policy), policy))

    def _fill(self, made: body.Body) -> None:
        """Show other words; the keyboard and the scroll bar stay where they were."""
        at, key = self._area.verticalScrollBar().value(), self._return_to or self._focused()
        self._return_to = ""
        made.decided.connect(self._decide, Qt.ConnectionType.QueuedConnection)  # the menu has to end first
        if old := self._area.takeWidget():
            old.deleteLater()  # whoever watches where the keyboard is hears of it while all that is still there
        self._area.setWidget(made)
        made.settle(self._area.viewport().width())
        self._area.verticalScrollBar().setValue(at)
        if key and (row := made.row(key)):
            row.pill.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> str:
        """The row that has the keyboard."""
        widget = self.window().focusWidget()
        row = widget.parentWidget() if widget and self.isAncestorOf(widget) else None
        return row.key if isinstance(row, ExposureRow) else ""

    def _decide(self, choice: Choice) -> None:
        if self._choosing is not None:
            self._return_to = choice.row
            after = self._choosing.after(choice.kind, choice.way)
            self.decided.emit(after, self._choosing.words(choice.kind, choice.way))

    def _take_thumb(self, path: Path) -> None:
        if self._photo is not None and path == self._photo.path:
            self._header.show_thumb(self._thumbnails.get(path))
