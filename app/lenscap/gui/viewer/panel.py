"""The right side of the viewer: faces, texts and what is hidden, what happens to each, and how covers look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lenscap.gui import theme
from lenscap.gui.viewer.changed import ChangedCard
from lenscap.gui.viewer.extras import Extras
from lenscap.gui.viewer.listing import Listing
from lenscap.gui.viewer.marks import Look, Mark
from lenscap.gui.widgets import SegmentedControl, button, divider, explain, label, link
from lenscap.model import Finding, Kind, Policy

WIDTH, _WIDEST = theme.SIZE["viewer_panel"], 460


def width() -> int:
    """How wide the panel is: it grows with the text, but leaves the photo its room."""
    return min(theme.px(WIDTH), _WIDEST)


class Panel(QFrame):
    """Lists what the stage shows. It decides nothing: what a person wants goes out as signals."""

    chosen = Signal(int)
    decided = Signal(int, str)
    all_decided = Signal(bool)  # True: cover all
    everywhere = Signal(bool)  # the chosen person, in all her photos
    peeked = Signal(object)  # Finding
    style_changed = Signal(str)
    cover_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "panel")
        self.setFixedWidth(width())
        self.setAccessibleName(self.tr("Faces and covers"))
        self._faces, self._texts, self.extras, self.changed = Listing(), Listing(), Extras(), ChangedCard()
        for each in (self._faces, self._texts):
            each.chosen.connect(self.chosen)
            each.decided.connect(self.decided)
        self.extras.opened.connect(self.peeked)
        self._marks: list[Mark] = []
        self._style = "soft"
        self._count = label("", "small", "secondary")
        self._note = label("", "body", "secondary", wrap=True)
        self._cover_faces = button(self.tr("Cover faces"), "cap")
        self._cover_faces.clicked.connect(self.cover_wanted)
        self._cover_all, self._keep_all = button(""), button(self.tr("Keep all"))
        self._cover_all.clicked.connect(lambda: self.all_decided.emit(True))
        self._keep_all.clicked.connect(lambda: self.all_decided.emit(False))
        self._cover_person, self._keep_person = link("", "people"), link("", "people")
        self._cover_person.clicked.connect(lambda: self.everywhere.emit(True))
        self._keep_person.clicked.connect(lambda: self.everywhere.emit(False))
        self._text_count, self._extra_count = label("", "small", "secondary"), label("", "small", "secondary")
        self._styles, self._line = self._style_control(), label("", "small", "secondary", wrap=True)
        self._build()

    def _build(self) -> None:
        inner = QFrame()
        inner.setProperty("frame", "window")
        self._page = QVBoxLayout(inner)
        self._page.setContentsMargins(0, 12, 0, 16)
        self._page.setSpacing(0)
        self._page.addWidget(self.changed)
        self._page.addLayout(_line(label(self.tr("Faces"), "title"), self._count))
        self._page.addWidget(self._faces)
        self._page.addWidget(_padded(self._note, self._cover_faces))
        self._both = _padded_row(self._cover_all, self._keep_all)
        self._page.addWidget(self._both)
        self._person = _padded(self._cover_person, self._keep_person)
        self._page.addWidget(self._person)
        self._page.addSpacing(8)
        self._text = _section(label(self.tr("Readable text"), "title"), self._text_count, self._texts)
        self._hidden = _section(label(self.tr("Hidden extras"), "title"), self._extra_count, self.extras)
        self._page.addWidget(self._text)
        self._page.addWidget(self._hidden)
        self._how = self._how_to_cover()
        self._page.addWidget(self._how)
        self._page.addStretch(1)
        self._scroll_around(inner)
        self.show_extras((), ())

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
        bare = theme.has_large_text()
        for key, word, icon in (
            ("soft", self.tr("Blur"), "blur"),
            ("mosaic", self.tr("Pixels"), "mosaic"),
            ("solid", self.tr("Solid"), "solid"),
        ):
            styles.add(key, word, None if bare else icon)
        styles.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        styles.changed.connect(self.style_changed)
        return styles

    def _how_to_cover(self) -> QWidget:
        room, content = QWidget(), QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 12, 16, 0)
        inside.setSpacing(8)
        inside.addWidget(label(self.tr("How to cover"), "title"))
        inside.addWidget(self._styles)
        inside.addWidget(self._line)
        whole = QVBoxLayout(room)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(divider())
        whole.addWidget(content)
        return room

    def set_picture(self, image: QImage | None, scale: float = 1.0) -> None:
        """Where the crops come from; ``scale`` leads from boxes to pixels of the image."""
        self._faces.set_picture(image, scale)
        self._texts.set_picture(image, scale)

    def show_marks(self, marks: list[Mark], policy: Policy, note: str) -> None:
        """List the areas. ``note`` is said where there is something to say instead or as well."""
        self._marks, self._style = marks, policy.style
        count = sum(mark.kind is Kind.FACE for mark in marks)
        self._texts.first = count
        self._faces.show_marks(marks[:count], policy.style)
        self._texts.show_marks(marks[count:], policy.style)
        self._text.setVisible(len(marks) > count)
        self._text_count.setText(areas(len(marks) - count))
        faces = [mark for mark in marks if mark.kind is Kind.FACE and mark.look is not Look.DRAWN]
        visible = Kind.FACE not in policy.cover
        self._count.setText(self._counted(len(faces), sum(mark.look is Look.DRAWN for mark in marks)))
        self._say(note, offer=visible and bool(faces))
        self._cover_all.setText(self.tr("Blur all") if policy.style == "soft" else self.tr("Cover all"))
        self._both.setVisible(len(faces) > 1)
        self._styles.set_current(policy.style)
        self._line.setText(self._described(policy.style))

    def show_changed(self, changed: bool) -> None:
        """Say, or say no more, that the photo is newer than boxes on it; what is said for the first time is seen."""
        if changed and self.changed.isHidden():
            self._area.verticalScrollBar().setValue(0)
        self.changed.setVisible(changed)

    def set_coverable(self, coverable: bool) -> None:
        """Whether there is anything to say on how to cover: in a film nothing can be covered."""
        self._how.setVisible(coverable)

    def _say(self, note: str, offer: bool) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._cover_faces.setVisible(offer)

    def set_chosen(self, chosen: int) -> None:
        """Show the row of the frame that is chosen on the stage."""
        for each in (self._faces, self._texts):
            each.set_chosen(chosen)
            if row := each.row(chosen):
                self._area.ensureWidgetVisible(row)
                self._area.horizontalScrollBar().setValue(0)
        self._offer(self._marks[chosen] if 0 <= chosen < len(self._marks) else None)

    def show_extras(self, found: Sequence[Finding], stay: Sequence[Finding]) -> None:
        """List what is hidden in the file; some of it may ``stay`` in a copy."""
        self.extras.show_extras(found, stay)
        self._hidden.setVisible(bool(found))
        self._extra_count.setText(self.tr("{n} found").format(n=len(found)))

    def _offer(self, mark: Mark | None) -> None:
        """Offer to decide about the person in all her photos, if she is in several."""
        several = mark is not None and mark.photos > 1
        self._person.setVisible(several)
        if mark is None or not several:
            return
        cover = self.tr("Blur {name} in all {n} photos")
        if self._style != "soft":
            cover = self.tr("Cover {name} in all {n} photos")
        for link_, words in (
            (self._cover_person, cover),
            (self._keep_person, self.tr("Keep {name} in all {n} photos")),
        ):
            whole = words.format(name=mark.person, n=mark.photos)
            fitted = link_.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, width() - 80)
            link_.setText(fitted.replace("&", "&&"))
            link_.setAccessibleName(whole)
            explain(link_, whole if fitted != whole else "")

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


def _say(offer: QPushButton, whole: str) -> None:
    """Put words on a button that may be too narrow for them."""
    fitted = offer.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, width() - 80)
    offer.setText(fitted.replace("&", "&&"))
    offer.setAccessibleName(whole)
    explain(offer, whole if fitted != whole else "")


def areas(count: int) -> str:
    """So many areas with text."""
    if count == 1:
        return QCoreApplication.translate("Viewer", "1 area")
    return QCoreApplication.translate("Viewer", "{n} areas").format(n=count)


def _section(title: QLabel, count: QLabel, content: QWidget) -> QWidget:
    room = QWidget()
    inside = QVBoxLayout(room)
    inside.setContentsMargins(0, 0, 0, 4)
    inside.setSpacing(0)
    inside.addWidget(divider())
    inside.addSpacing(10)
    inside.addLayout(_line(title, count))
    inside.addWidget(content)
    return room


def _line(title: QLabel, count: QLabel) -> QBoxLayout:
    """A title and how many there are; with large text one below the other."""
    large = theme.has_large_text()
    line = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
    line.setSpacing(0 if large else 6)
    line.setContentsMargins(16, 0, 16, 0)
    title.setWordWrap(True)
    line.addWidget(title, 1)
    line.addWidget(count)
    return line


def _padded(*widgets: QWidget) -> QWidget:
    room = QWidget()
    inside = QVBoxLayout(room)
    inside.setContentsMargins(16, 4, 16, 4)
    inside.setSpacing(4)
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
