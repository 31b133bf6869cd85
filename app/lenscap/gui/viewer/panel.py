"""The right side of the viewer: the faces of the photo, what happens to each, and how covers look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lenscap.gui import theme
from lenscap.gui.viewer.boxes import verb
from lenscap.gui.viewer.listing import Listing
from lenscap.gui.viewer.marks import Look, Mark
from lenscap.gui.widgets import SegmentedControl, button, divider, label
from lenscap.model import Kind, Policy

WIDTH = theme.SIZE["viewer_panel"]
_WIDEST = 440


class Panel(QFrame):
    """Lists what the stage shows. It decides nothing: what a person wants goes out as signals."""

    chosen = Signal(int)
    decided = Signal(int, str)
    all_decided = Signal(bool)  # True: cover all
    style_changed = Signal(str)
    cover_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "panel")
        self.setFixedWidth(min(theme.px(WIDTH), _WIDEST))
        self.setAccessibleName(self.tr("Faces and covers"))
        self._list = Listing()
        self._list.chosen.connect(self.chosen)
        self._list.decided.connect(self.decided)
        self._count = label("", "small", "secondary")
        self._note = label("", "body", "secondary", wrap=True)
        self._cover_faces = button(self.tr("Cover faces"), "cap")
        self._cover_faces.clicked.connect(self.cover_wanted)
        self._cover_all, self._keep_all = button(""), button(self.tr("Keep all"))
        self._cover_all.clicked.connect(lambda: self.all_decided.emit(True))
        self._keep_all.clicked.connect(lambda: self.all_decided.emit(False))
        self._styles, self._line = self._style_control(), label("", "small", "secondary", wrap=True)
        self._build()

    def _build(self) -> None:
        inner = QFrame()
        inner.setProperty("frame", "window")
        self._page = QVBoxLayout(inner)
        self._page.setContentsMargins(0, 12, 0, 16)
        self._page.setSpacing(0)
        self._page.addLayout(_line(label(self.tr("Faces"), "title"), self._count))
        self._page.addWidget(self._list)
        self._page.addWidget(_padded(self._note, self._cover_faces))
        self._both = _padded_row(self._cover_all, self._keep_all)
        self._page.addWidget(self._both)
        self._page.addSpacing(8)
        self._page.addWidget(divider())
        self._how = self._how_to_cover()
        self._page.addWidget(self._how)
        self._page.addStretch(1)
        self._scroll_around(inner)

    def _scroll_around(self, inner: QWidget) -> None:
        area = QScrollArea()
        area.setAccessibleName(self.accessibleName())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(area)
        self._area = area

    def _style_control(self) -> SegmentedControl:
        styles = SegmentedControl(self.tr("How to cover"))
        styles.add("soft", self.tr("Blur"), "blur")
        styles.add("mosaic", self.tr("Pixels"), "mosaic")
        styles.add("solid", self.tr("Solid"), "solid")
        styles.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        styles.changed.connect(self.style_changed)
        return styles

    def _how_to_cover(self) -> QWidget:
        room = QWidget()
        inside = QVBoxLayout(room)
        inside.setContentsMargins(16, 12, 16, 0)
        inside.setSpacing(8)
        inside.addWidget(label(self.tr("How to cover"), "title"))
        inside.addWidget(self._styles)
        inside.addWidget(self._line)
        return room

    def set_picture(self, image: QImage | None, scale: float = 1.0) -> None:
        """Where the crops come from; ``scale`` leads from boxes to pixels of the image."""
        self._list.set_picture(image, scale)

    def show_marks(self, marks: list[Mark], policy: Policy, note: str) -> None:
        """List the areas. ``note`` is said where there is something to say instead or as well."""
        self._list.show_marks(marks, policy.style)
        faces = [mark for mark in marks if mark.kind is Kind.FACE and mark.look is not Look.DRAWN]
        visible = Kind.FACE not in policy.cover
        self._count.setText(self._counted(len(faces), sum(mark.look is Look.DRAWN for mark in marks)))
        self._say(note, offer=visible and bool(faces))
        self._cover_all.setText(self.tr("{verb} all").format(verb=verb(policy.style)))
        self._both.setVisible(len(faces) > 1)
        self._styles.set_current(policy.style)
        self._line.setText(self._described(policy.style))

    def _say(self, note: str, offer: bool) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._cover_faces.setVisible(offer)

    def set_chosen(self, chosen: int) -> None:
        """Show the row of the frame that is chosen on the stage."""
        self._list.set_chosen(chosen)
        row = self._list.row(chosen)
        if row:
            self._area.ensureWidgetVisible(row)

    def _counted(self, found: int, drawn: int) -> str:
        if not drawn:
            return self.tr("{n} found").format(n=found) if found else ""
        if not found:
            return self.tr("{n} drawn").format(n=drawn)
        return self.tr("{found} found · {drawn} drawn").format(found=found, drawn=drawn)

    def _described(self, style: str) -> str:
        return {
            "soft": self.tr("A soft patch, made only from the colours around the cover. Nothing under it is used."),
            "mosaic": self.tr("Coarse squares, made only from the colours around the cover. Nothing under it is used."),
            "solid": self.tr("One plain colour. Everybody sees that something was covered."),
        }[style]


def _line(title: QLabel, count: QLabel) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(16, 0, 16, 0)
    line.addWidget(title)
    line.addStretch()
    line.addWidget(count)
    return line


def _padded(*widgets: QWidget) -> QWidget:
    room = QWidget()
    inside = QVBoxLayout(room)
    inside.setContentsMargins(16, 0, 16, 8)
    inside.setSpacing(8)
    for widget in widgets:
        inside.addWidget(widget)
    return room


def _padded_row(*widgets: QWidget) -> QWidget:
    room = QWidget()
    inside = QHBoxLayout(room)
    inside.setContentsMargins(16, 0, 16, 0)
    inside.setSpacing(6)
    for widget in widgets:
        inside.addWidget(widget, 1)
    return room
