"""The page on what the whole roll gives away: people, places, dates, and what could be made from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from lenscap.cloud import CloudView
from lenscap.cloud.fates import Fate
from lenscap.gui import theme
from lenscap.gui.cloud import heading
from lenscap.gui.cloud.faces import FacePictures
from lenscap.gui.cloud.heading import Head
from lenscap.gui.cloud.making import Making
from lenscap.gui.cloud.mending import Mending
from lenscap.gui.cloud.parts import sentence, tr
from lenscap.gui.cloud.people import PeopleCard
from lenscap.gui.cloud.places import HEIGHT, PlacesCard
from lenscap.gui.cloud.seeing import Predict, Seeing
from lenscap.gui.cloud.when import WhenCard
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.thumbnails import Thumbnails
from lenscap.model import Size

_ONE_COLUMN = 1240
_LEFT, _RIGHT = 856, 500
_ABOVE, _BELOW, _GAP = 14, 20, 14


class CloudPage(QWidget):
    """``chosen`` tells the title and the photos of what was pressed. ``predict`` says what a copy would tell."""

    chosen = Signal(str, list)

    def __init__(
        self,
        photos: PhotoModel,
        thumbnails: Thumbnails,
        predict: Predict | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self._photos = photos
        self._now: CloudView | None = None
        self._after: CloudView | None = None
        self._became: Sequence[Fate] = ()
        self._preset = self._wished = ""
        self.seeing = Seeing(photos, today, self)
        self.pictures = FacePictures(self._size_of, self)
        self.head = Head()
        self.which = self.head.which
        self.people, self.places, self.when = PeopleCard(self.pictures), PlacesCard(), WhenCard()
        self.making = Making(thumbnails)
        self.mending = Mending(self, self.pictures)
        self.nothing = sentence()
        self._lay_out()
        self._connect()
        self.set_predict(predict)
        self._show()

    def set_predict(self, predict: Predict | None, preset: str = "") -> None:
        """Say what a copy would tell; ``preset`` is what the policy is called."""
        self._wished = preset
        if predict is None:
            self._after = None
        self.head.offer(self._after is not None)
        self.seeing.set_predict(predict)

    def show_views(self, now: CloudView, after: CloudView | None, became: Sequence[Fate] = ()) -> None:
        """Show what the photos tell, what their copies would, and what ``became`` of the suggestions."""
        self._now, self._after, self._became, self._preset = now, after, became, self._wished
        self.head.offer(after is not None)
        self._show()

    def start_over(self) -> None:
        """Other photos are opened."""
        self._now = self._after = None
        self.pictures.forget()
        self.making.start_over()
        self.which.set_current("now")
        self._show()

    def wait(self) -> None:
        """Block until all workers have ended; for the end of the program."""
        self.seeing.wait()
        self.pictures.wait()
        self.places.map.wait()

    # -- putting together --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("What the cloud sees"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, _ABOVE, 32, _BELOW)
        column.setSpacing(_GAP)
        column.addWidget(self.head)
        column.addWidget(self.nothing)
        column.addWidget(self._columns(), 1)
        area = QScrollArea()
        area.setAccessibleName(self.accessibleName())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.setFocusProxy(area)  # so that the keys that scroll do so
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(area)

    def _columns(self) -> QWidget:
        self._held = QWidget()
        left = QWidget()
        cards = QVBoxLayout(left)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(_GAP)
        for part in (self.people, self.places, self.when):
            cards.addWidget(part)
        cards.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._held)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(20)
        self._sides.addWidget(left, _LEFT)
        self._sides.addWidget(self.making, _RIGHT)
        return self._held

    def _connect(self) -> None:
        self.which.changed.connect(self._show)
        self.seeing.seen.connect(self.show_views)
        self.seeing.failed.connect(self._tell_problem)
        self.people.asked.connect(lambda name, at: self.mending.offer(self.seeing.known, name, at))
        self.mending.mended.connect(self.seeing.mend)
        self._photos.modelReset.connect(self.start_over)
        self.people.installEventFilter(self)
        self.when.installEventFilter(self)
        for part in (self.people, self.places, self.when, self.making):
            part.chosen.connect(self.chosen)

    # -- showing -----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        now = self._now
        self._held.setVisible(bool(now and now.photos))
        self.nothing.setVisible(not (now and now.photos))
        if now is None or not now.photos:
            self.head.line.setText("")
            waiting = tr("No photo has been read yet. What can be told from them comes here as they are read.")
            self.nothing.setText(waiting if self._photos.rowCount() else tr("No photos are open."))
            return
        after = self._after if self.which.current() == "after" else None
        before = heading.estimated(now.photos, self._photos.photos())
        self.head.line.setText(heading.cleaned(now.photos, self._preset) if after else before)
        self.people.show_views(now, after, heading.looked(self._photos.photos()))
        self.places.show_views(now, after)
        self.when.show_view(after or now, after is not None)
        self.making.show_views(now, after, self._became)

    def _tell_problem(self, sentence: str) -> None:
        self.nothing.setText(sentence)
        self.nothing.show()

    def _size_of(self, path: Path) -> Size | None:
        row = self._photos.row(path)
        report = self._photos.photo(row).report if row >= 0 else None
        return report.size if report else None

    # -- events ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the photos while somebody looks at this."""
        super().showEvent(event)
        self.seeing.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave off."""
        super().hideEvent(event)
        self.seeing.watch(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card became higher or lower."""
        if event.type() == QEvent.Type.Resize:
            self._fit_map()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two; the map takes what height is left over."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_ONE_COLUMN)
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        for side, share in enumerate((_LEFT, _RIGHT)):
            self._sides.setStretch(side, 0 if narrow else share)
        self._fit_map()

    def _fit_map(self) -> None:
        """Give the map what the page has left over beside it."""
        narrow = self._sides.direction() == QBoxLayout.Direction.TopToBottom
        others = (self.people.sizeHint(), self.when.sizeHint(), self.head.sizeHint())
        taken = sum(each.height() for each in others) + 3 * _GAP + _ABOVE + _BELOW
        self.places.set_height(HEIGHT if narrow else max(HEIGHT, self.height() - taken))
