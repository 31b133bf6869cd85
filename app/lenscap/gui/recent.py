"""The folders that were open before, each with a few of its photos."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.hint import Hint
from lenscap.gui.roll import words
from lenscap.gui.roll.delegate import cropped
from lenscap.gui.tasks import Task
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import explain, label, link

_MOSAIC = 56
_MOST = 10_000
"""Counting ends here: a folder with more photos is said to have more."""


class Glance(NamedTuple):
    """A folder, looked at quickly: is it there, how many photos, the first four."""

    folder: Path
    there: bool
    photos: int
    first: tuple[Path, ...]


class RecentFolders(QFrame):
    """The list, or a sentence where there is none."""

    opened = Signal(Path)
    cleared = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._task = Task(lambda: _glances(()))
        self.rows: list[RecentRow] = []
        self.setProperty("frame", "surface")
        self._empty = label(self.tr("Folders that you open are listed here."), "body", "secondary", wrap=True)
        self._empty.setContentsMargins(10, 4, 10, 0)
        self.clear_button = link(self.tr("Clear this list"))
        self.clear_button.clicked.connect(self.cleared)
        self.hint = self._hint()
        title = label(self.tr("Recent folders"), "title")
        title.setContentsMargins(10, 0, 0, 6)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 40, 18, 24)
        column.setSpacing(4)
        for part in (title, self._empty):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addLayout(_indented(self.clear_button))
        column.addStretch(1)
        column.addLayout(_indented(self.hint, fills=True))
        thumbnails.ready.connect(self._show_thumb)

    def show_folders(self, folders: Sequence[Path]) -> None:
        """Show these folders and look into them off the window's thread."""
        self._task.abandon()
        for row in self.rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = [RecentRow(folder, self._thumbnails) for folder in folders]
        for row in self.rows:
            row.clicked.connect(partial(self.opened.emit, row.folder))
            self._list.addWidget(row)
        self._empty.setVisible(not self.rows)
        self.clear_button.setVisible(bool(self.rows))
        if self.rows:
            self._look(tuple(folders))

    def wait(self) -> None:
        """Leave off looking and block until the worker has; for the end of the program."""
        self._task.abandon()
        self._task.wait()

    def _hint(self) -> Hint:
        says = self.tr("Then it sees photos that you never shared. That can be switched off on the phone.")
        return Hint("switchoff", self.tr("Does an app read your whole camera roll?"), says, self.tr("Show me how"))

    def _look(self, folders: Sequence[Path]) -> None:
        self._task = Task(lambda: _glances(folders))
        self._task.item.connect(self._take)
        self._task.start()

    def _take(self, glance: object) -> None:
        for row in self.rows:
            if isinstance(glance, Glance) and row.folder == glance.folder:
                row.show_glance(glance)

    def _show_thumb(self, path: Path) -> None:
        for row in self.rows:
            if row.shows(path):
                row.update()


def _indented(part: QWidget, fills: bool = False) -> QHBoxLayout:
    """In line with the words of the rows, on both sides if it ``fills`` the width."""
    row = QHBoxLayout()
    row.setContentsMargins(10, 4, 10 if fills else 0, 0)
    row.addWidget(part, 1 if fills else 0)
    if not fills:
        row.addStretch()
    return row


class RecentRow(QAbstractButton):
    """One folder: four of its photos, name, place, number of photos."""

    def __init__(self, folder: Path, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.folder, self._thumbnails = folder, thumbnails
        self._glance: Glance | None = None
        self.name = folder.name or str(folder)  # not the button's text, where “&” would mean a key
        explain(self, str(folder))
        self.setAccessibleName(self.name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for three lines."""
        return QSize(200, theme.px(76))

    def shows(self, path: Path) -> bool:
        """Whether a photo is one of the four."""
        return self._glance is not None and path in self._glance.first

    def show_glance(self, glance: Glance) -> None:
        """Show what was found in the folder."""
        self._glance = glance
        self.setEnabled(glance.there)
        self.setAccessibleName(f"{self.name}, {self._says()}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg.pressed" if self.isDown() else "bg.hover"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        self._paint_mosaic(painter)
        self._paint_words(painter)
        ink = theme.color("text.secondary" if self.isEnabled() else "text.disabled")
        side = icons.grown(16)
        arrow = icons.pixmap("right", ink, side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 10 - side, (self.height() - side) // 2, arrow)

    def _says(self) -> str:
        if self._glance is None:
            return ""
        if not self._glance.there:
            return self.tr("not connected")
        if self._glance.photos > _MOST:
            return self.tr("more than {n} photos").format(n=words.number(_MOST))
        return words.photos(self._glance.photos)

    def _paint_mosaic(self, painter: QPainter) -> None:
        painter.setOpacity(1 if self.isEnabled() else 0.5)
        top, half = (self.height() - _MOSAIC) // 2, _MOSAIC // 2 - 1
        first = self._glance.first if self._glance else ()
        for at in range(4):
            area = QRect(10 + (at % 2) * (half + 2), top + (at // 2) * (half + 2), half, half)
            self._paint_tile(painter, area, first[at] if at < len(first) else None)
        painter.setOpacity(1)

    def _paint_tile(self, painter: QPainter, area: QRect, path: Path | None) -> None:
        thumb = self._thumbnails.get(path) if path else None
        if thumb is not None:
            painter.drawPixmap(area.topLeft(), cropped(thumb, area.width(), self.devicePixelRatioF()))
            return
        if path is not None:
            self._thumbnails.request(path, 192)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("bg.hover"))
        painter.drawRoundedRect(area, theme.RADIUS["thumb"], theme.RADIUS["thumb"])

    def _paint_words(self, painter: QPainter) -> None:
        lines = (
            (self.name, "strong", "text.primary"),
            (words.folder(self.folder), "small", "text.secondary"),
            (self._says(), "small", "text.tertiary"),
        )
        room = QRect(80, (self.height() - theme.px(50)) // 2, self.width() - 80 - 34, theme.px(18))
        for text, font, ink in lines:
            painter.setFont(theme.font(font))
            painter.setPen(theme.color(ink if self.isEnabled() else "text.disabled"))
            fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitted)
            room.translate(0, theme.px(16))


def _glances(folders: Sequence[Path]) -> Iterator[Glance]:
    """Look into each folder; one item each."""
    from lenscap import sources

    for folder in folders:
        if not sources.is_folder(folder):
            yield Glance(folder, False, 0, ())
            continue
        paths = [source.path for source in islice(sources.walk([folder]), _MOST + 1)]
        yield Glance(folder, True, len(paths), tuple(paths[:4]))
