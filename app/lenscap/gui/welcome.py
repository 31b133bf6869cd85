"""The first page: where photos are dropped, what is promised, and the folders that were open before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lenscap.formats import containers
from lenscap.gui import icons, theme
from lenscap.gui.recent import RecentFolders
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import button, divider, label, link

_SIDE, _SIDE_NARROW = 387, 308
_NARROW = 1180
_LOW = 760
_LARGE = 1.25
"""From this scale of text on, the recent folders stand below: beside each other there is no room."""
translate = QCoreApplication.translate


class WelcomePage(QWidget):
    """Asks for a folder or photos by signal; ``opened`` asks for a folder of the list."""

    choose_folder = Signal()
    choose_photos = Signal()
    opened = Signal(Path)
    cleared = Signal()
    about = Signal()
    switch_off = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.drop_area = DropArea()
        self.folder_button = self.drop_area.folder_button
        self.photos_button = self.drop_area.photos_button
        self.recent = RecentFolders(thumbnails)
        self.folder_button.clicked.connect(self.choose_folder)
        self.photos_button.clicked.connect(self.choose_photos)
        self.recent.opened.connect(self.opened)
        self.recent.cleared.connect(self.cleared)
        self.recent.hint.followed.connect(self.switch_off)
        self._left = QVBoxLayout()
        self._promises = _promises()
        self.about_link = link(self.tr("What this can and cannot do"), "info")
        self.about_link.clicked.connect(self.about)
        self._left.addWidget(self.drop_area, 1)
        self._left.addLayout(self._promises)
        self._left.addWidget(self.about_link, 0, Qt.AlignmentFlag.AlignHCenter)
        self._large = theme.text_scale() >= _LARGE
        row = QVBoxLayout(self) if self._large else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left, 1)
        row.addWidget(divider(vertical=not self._large))
        row.addWidget(self.recent)

    def show_recent(self, folders: Sequence[Path]) -> None:
        """Show the folders that were open before."""
        self.recent.show_folders(folders)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a small window less air."""
        super().resizeEvent(event)
        narrow, low = self.width() < _NARROW, self.height() < _LOW
        if not self._large:
            self.recent.setFixedWidth(_SIDE_NARROW if narrow else _SIDE)
        side, top = (24 if narrow else 48), (16 if low else 40)
        self._left.setContentsMargins(side, top, side, 16 if low else 32)
        self._left.setSpacing(16 if low else 24)
        self._promises.setSpacing(16 if narrow else 40)
        self.drop_area.set_low(low)


class DropArea(QWidget):
    """The frame with the dashed edge. The whole window takes drops; this is where one would aim."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Drop photos or a folder here"))
        self.folder_button = button(self.tr("Choose folder…"), "folder", primary=True, large=True)
        self.photos_button = button(self.tr("Choose photos…"), "photos", large=True)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._gaps: list[tuple[int, int, int]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 12)
        self._column.setSpacing(0)
        self._fill()
        self._width = 210
        self._draw()
        theme.scheme_changed.connect(self._draw)

    def set_low(self, low: bool) -> None:
        """Use less height."""
        self._width = 150 if low else 210
        self._draw()
        for at, roomy, tight in self._gaps:
            item = self._column.itemAt(at)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None:
                spacer.changeSize(0, tight if low else roomy)
        self._column.invalidate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the dashed edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme.color("line.strong"), 1)
        edge.setDashPattern([3, 3])
        painter.setPen(edge)
        painter.setBrush(theme.color("bg.surface"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, theme.RADIUS["sheet"], theme.RADIUS["sheet"])

    def _draw(self) -> None:
        self._picture.setPixmap(icons.illustration(self._width, self.devicePixelRatioF()))

    def _fill(self) -> None:
        says = self.tr("Drop photos or a folder here. Lenscap shows what they tell about you")
        large = theme.text_scale() >= _LARGE
        says += (" " if large else "\n") + self.tr("and lets you cover it before you upload.")
        title = label(self.tr("See what a cloud would see"), "display")
        lead = label(says, "title", "secondary")
        lead.setFont(_lead_font())
        for words in (title, lead):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setWordWrap(large)
        self._column.addStretch(1)
        self._column.addWidget(self._picture)
        self._gap(34, 16)
        self._column.addWidget(title)
        self._gap(10, 6)
        self._column.addWidget(lead)
        self._gap(22, 14)
        self._column.addLayout(_centred(self.folder_button, self.photos_button))
        self._gap(12, 8)
        self._column.addLayout(_formats())
        self._gap(32, 16)
        self._column.addLayout(_centred(_promise_pill()))
        self._column.addStretch(1)

    def _gap(self, roomy: int, tight: int) -> None:
        self._gaps.append((self._column.count(), roomy, tight))
        self._column.addSpacing(roomy)


def _lead_font() -> QFont:
    made = theme.font("title")
    made.setWeight(theme.font("body").weight())
    return made


def _centred(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch()
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row


def _formats() -> QVBoxLayout:
    """The formats, and the keys that open a folder: beside them, or below where text is large."""
    names = ", ".join(container.NAME for container in containers())
    large = theme.text_scale() >= _LARGE
    known = label(names if large else f"{names} ·", "small", "secondary", wrap=large)
    known.setAlignment(Qt.AlignmentFlag.AlignCenter)
    keys = _key(translate("Welcome", "Ctrl")), _key("O")
    row, column = _centred(*keys) if large else _centred(known, *keys), QVBoxLayout()
    row.setSpacing(4)
    if large:
        column.addWidget(known)
    column.addLayout(row)
    return column


def _key(text: str) -> QFrame:
    made = QFrame()
    made.setProperty("frame", "key")
    row = QHBoxLayout(made)
    row.setContentsMargins(5, 0, 5, 0)
    row.addWidget(label(text, "caption", "secondary"))
    return made


def _promise_pill() -> QFrame:
    pill = QFrame()
    pill.setProperty("frame", "soft")
    pill.setFixedHeight(icons.grown(36))
    row = QHBoxLayout(pill)
    row.setContentsMargins(17, 0, 17, 0)
    row.setSpacing(10)
    glyph = QLabel()
    icons.dress(glyph, "offline", "accent.on_soft", 16)
    row.addWidget(glyph)
    row.addWidget(label(translate("Welcome", "Your photos never leave this computer"), "strong", "on_soft"))
    return pill


def _promises() -> QHBoxLayout:
    row = QHBoxLayout()
    for icon, title, text in _kept():
        row.addWidget(_promise(icon, title, text), 1)
    return row


def _kept() -> tuple[tuple[str, str, str], ...]:
    """What is promised: icon, title, sentence."""
    return (
        (
            "eye",
            translate("Welcome", "See it first"),
            translate(
                "Welcome", "Faces, places, dates, text and hidden extras, photo by photo and for the whole roll."
            ),
        ),
        (
            "blur",
            translate("Welcome", "Cover what matters"),
            translate("Welcome", "Blur the faces you choose. Remove positions, names and serial numbers."),
        ),
        (
            "capcheck",
            translate("Welcome", "Share a checked copy"),
            translate("Welcome", "Originals stay as they are. Each copy is read again before you get it."),
        ),
    )


def _promise(icon: str, title: str, text: str) -> QWidget:
    held = QWidget()
    glyph = QLabel()
    icons.dress(glyph, icon, "text.secondary", 20)
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label(title, "strong"))
    column.addWidget(label(text, "body", "secondary", wrap=True))
    column.addStretch()
    row.addLayout(column, 1)
    return held
