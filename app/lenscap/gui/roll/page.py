"""The page with all photos: filters, grid, inspector, clean bar, and the reading behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.history import History
from lenscap.gui.roll import groups, words
from lenscap.gui.roll.clean_bar import CleanBar
from lenscap.gui.roll.deeds import PhotoDeeds
from lenscap.gui.roll.filter_bar import FilterBar
from lenscap.gui.roll.filters import PhotoFilter
from lenscap.gui.roll.grid import PhotoGrid
from lenscap.gui.roll.inspecting import Inspecting
from lenscap.gui.roll.inspector import Inspector
from lenscap.gui.roll.nothing import Middle, Nothing
from lenscap.gui.roll.outdated import old_boxes
from lenscap.gui.roll.photos import Photo, PhotoModel
from lenscap.gui.roll.presets import Presets
from lenscap.gui.roll.reading import Reading
from lenscap.gui.roll.watching import Watching
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import divider
from lenscap.model import Edits, Policy
from lenscap.policy import PRESETS, STYLES, edits_of

_NARROW = 1180
"""Below this width the inspector starts closed, and words are left out that something else says too."""
_CLOSED, _OPEN = 300, 420
"""How narrow and how wide the inspector can be made."""
_RECOUNT = 150
"""Milliseconds between two counts while photos are being read."""


class RollPage(QWidget):
    """``opened`` asks for the viewer, ``clean`` for the cleaning of photos, ``choose`` for another folder.

    ``decided`` tells what was chosen about the details of photos: their new edits, and what the choice is called.
    """

    opened = Signal(Path)
    clean = Signal(list)
    choose = Signal()
    preset_changed = Signal(str)
    folder_changed = Signal(Path)
    counted = Signal(int)
    decided = Signal(object, str)

    def __init__(
        self, photos: PhotoModel, thumbnails: Thumbnails, history: History, preset: str, folder: Path, style: str
    ) -> None:
        super().__init__()
        self.photos, self.presets = photos, Presets(preset)
        self._wished_style = style if style in STYLES else STYLES[0]
        self.filtered = PhotoFilter(photos, self)
        self.reading = Reading(photos, self)
        self.bar = FilterBar()
        self.grid = PhotoGrid(self.filtered, thumbnails)
        self.inspector = Inspector(thumbnails)
        self.clean_bar = CleanBar(self.presets, folder)
        self._style = self._style_of(self.presets.chosen)
        self._inspecting = Inspecting(self.grid, self.inspector, self._preset_policy)
        self.watching = Watching(photos, self)
        self.deeds = PhotoDeeds(self, self.grid, photos, self.reading, thumbnails, history)
        self._order: groups.Order = "newest"
        self._by: groups.By = "nothing"
        self._first = Path()
        self._problem, self._away = "", 0
        self._closed: list[Path] = []
        self._inspector_wished: bool | None = None
        self._counting = QTimer(self, singleShot=True, interval=_RECOUNT)
        self._lay_out()
        self._connect()
        self._add_shortcuts()

    def start(self, paths: Iterable[Path]) -> None:
        """Show other photos."""
        self._problem = ""
        self._closed.clear()
        self.clean_bar.show_progress(self.tr("Looking for photos…"))
        self.reading.start(paths, leave_out=self.clean_bar.folder())
        self.bar.clear()  # now, as a page without photos that nobody looks for says so, and takes the keyboard
        self._middle.show_grid(True)  # last: nothing was there to be shown until now
        self._refresh()

    def add(self, paths: Iterable[Path]) -> None:
        """Show more photos; those that are shown already are passed over."""
        self._problem = ""
        self.reading.add(paths, leave_out=self.clean_bar.folder())

    def show_only(self, title: str, paths: Iterable[Path]) -> None:
        """Show only these photos, until the person takes the chip with the title away."""
        self.bar.clear()
        self.filtered.show_only(paths)
        self.bar.show_chosen(title, self.filtered.rowCount())
        self._recount()

    def policy(self) -> Policy:
        """What the clean bar asks for, with all that the person decided by hand."""
        return replace(self._preset_policy(), edits=self.photos.edits())

    def set_style(self, style: str) -> None:
        """Cover in another way."""
        self._style = self._wished_style = style
        self._refresh()

    def renew_presets(self, choose: str = "") -> None:
        """Offer the policies that there are now, and take what the chosen one says now."""
        self.presets.read_again()
        self.clean_bar.preset.fill(self.presets)
        if choose and choose != self.clean_bar.policy_name():
            self.clean_bar.set_policy(choose)
        else:
            self.clean_bar.preset_changed.emit(self.clean_bar.policy_name())

    def wanted(self) -> list[Photo]:
        """The photos that the button cleans; those that are not there any more are left out."""
        wanted = self.filtered.shown() if self.clean_bar.scope.current() == "shown" else self.grid.chosen()
        return _here(wanted)

    def arrangement(self) -> tuple[int, str]:
        """How wide the inspector is, and whether the person opened or closed it; 0 and nothing where it is as usual."""
        states = {None: "", True: "open", False: "closed"}
        return self.inspector.width() if self.inspector.isVisible() else 0, states[self._inspector_wished]

    def arrange(self, width: int, state: str) -> None:
        """The same as it was another day."""
        self._inspector_wished = {"open": True, "closed": False}.get(state)
        if _CLOSED <= width <= icons.grown(_OPEN):
            self._split.setSizes([10_000, width])

    def toggle_inspector(self) -> None:
        """Close or open the inspector; that holds until it is done again."""
        self._inspector_wished = not self.inspector.isVisible()
        self.inspector.setVisible(self._inspector_wished)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit a narrow window: the inspector closes and words go, unless the person wished otherwise."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        self.bar.set_narrow(narrow)
        self.inspector.setVisible(not narrow if self._inspector_wished is None else self._inspector_wished)

    def _preset_policy(self) -> Policy:
        return replace(self._chosen(), style=self._style)

    def _chosen(self) -> Policy:
        return self.presets[self.clean_bar.policy_name()]

    def _style_of(self, name: str) -> str:
        """A policy of the person's own knows its style; a preset has the one that was chosen last."""
        return self._wished_style if name in PRESETS else self.presets[name].style

    def _take_policy(self, name: str) -> None:
        """Another policy: its style, and what it decides about single photos."""
        self._style = self._style_of(name)
        self._take_over(0, self.photos.rowCount() - 1)
        self._refresh()

    def _lay_out(self) -> None:
        self._nothing = Nothing()
        self._middle = Middle(self.grid, self._nothing)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._middle)
        self._split.addWidget(self.inspector)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([10_000, icons.grown(theme.SIZE["inspector"])])
        self.inspector.setMinimumWidth(_CLOSED)
        self.inspector.setMaximumWidth(icons.grown(_OPEN))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, divider(), self._split, divider(), self.clean_bar):
            column.addWidget(part, 1 if part is self._split else 0)

    def _connect(self) -> None:
        self.bar.filtered.connect(self._filter)
        self.bar.unchosen.connect(self._show_any)
        self.bar.arranged.connect(self._choose_order)
        self.bar.grouped.connect(self._choose_groups)
        self.bar.resized.connect(self.grid.set_thumb_size)
        self.grid.zoomed.connect(self.bar.size_slider.setValue)
        self.grid.opened.connect(self.opened)
        self.grid.current_changed.connect(self._read_first)
        self.inspector.decided.connect(self.decided)
        self.grid.chosen_changed.connect(self._count)
        self.reading.progressed.connect(self._tell_progress)
        self.reading.settled.connect(self._settle)
        self.reading.failed.connect(self._tell_problem)
        self.reading.closed.connect(self._closed.append)
        self.reading.finished.connect(self._rest)
        self._nothing.show_all.connect(self.bar.clear)
        self._nothing.choose.connect(self.choose)
        self._nothing.take_back.connect(self.deeds.step_back)
        self.deeds.clean.connect(self.clean)
        self.deeds.said.connect(self.clean_bar.show_note)
        self.deeds.said.connect(self._recount)
        self.watching.changed.connect(self.deeds.read_again)
        self.watching.back.connect(self.deeds.show_anew)
        self.clean_bar.clean.connect(lambda: self.clean.emit([photo.path for photo in self.wanted()]))
        self.clean_bar.preset_changed.connect(self._take_policy)
        self.clean_bar.preset_changed.connect(self.preset_changed)
        self.clean_bar.folder_changed.connect(self.folder_changed)
        self.photos.dataChanged.connect(self._changed)
        self.photos.rowsInserted.connect(lambda _, first, last: self._take_over(first, last))
        self.photos.rowsInserted.connect(self._count_soon)
        self.photos.modelReset.connect(self._count_soon)
        self.photos.layoutChanged.connect(self._count_soon)
        self._counting.timeout.connect(self._recount)

    def _add_shortcuts(self) -> None:
        QShortcut(QKeySequence(Qt.Key.Key_I), self, self.toggle_inspector)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.clean_bar.button.click)
        QShortcut(QKeySequence("Ctrl+F"), self, self.bar.chips["all"].setFocus)

    def _filter(self, on: frozenset[str]) -> None:
        self.filtered.turn_on(on)
        self._recount()

    def _show_any(self) -> None:
        self.filtered.show_only(None)
        self._recount()

    def _choose_order(self, order: groups.Order) -> None:
        self._order = order
        self._arrange()

    def _choose_groups(self, by: groups.By) -> None:
        self._by = by
        self.grid.set_groups(by)
        self._arrange()

    def _arrange(self) -> None:
        """Sort by what is known; stay at the first photo if nobody has moved yet, or else at the one in hand."""
        current = self.grid.current()
        self.photos.arrange(groups.arrange(self._order, self._by))
        if current is not None and current.path == self._first:
            self._begin_at_first()
        else:
            self.grid.scrollTo(self.grid.currentIndex())

    def _begin_at_first(self) -> None:
        self.grid.go_to_row(0)
        self._first = self.filtered.photo(0).path if self.filtered.rowCount() else Path()

    def _settle(self) -> None:
        """All dates are known."""
        self._arrange()
        self._recount()

    def _take_over(self, first: int, last: int) -> None:
        """Let photos begin with what a policy of the person's own decides about them; the viewer can change that."""
        photos = self.photos.photos()[first : last + 1] if self._chosen().edits else []
        edits = {photo.path: edits_of(photo.path, self._chosen()) for photo in photos if photo.edits == Edits()}
        self.photos.change({path: {"edits": each} for path, each in edits.items() if each != Edits()})

    def _read_first(self, photo: Photo | None) -> None:
        if photo is not None:
            self.reading.first(photo.path)
            self.watching.look_at(photo.path)

    def _refresh(self) -> None:
        self._inspecting.refresh()

    def _changed(self) -> None:
        self._refresh()
        self._count_soon()

    def _count_soon(self) -> None:
        if not self._counting.isActive():
            self._counting.start()

    def _recount(self) -> None:
        """Bring all numbers up to date, a few times a second at most."""
        total, self._away = self.photos.rowCount(), sum(map(attrgetter("away"), self.photos.photos()))
        self.photos.see_day(date.today())
        self.bar.show_counts(total, self.filtered.counts())
        self._count()
        self.clean_bar.show_note(self._left_out() or self._changed_since(), lasting=True)
        if self.filtered.rowCount() and not self.grid.currentIndex().isValid():
            self._begin_at_first()
        something = self.filtered.rowCount() > 0 or self.reading.running
        if not something:
            removed = 0 if total else self.deeds.removed()
            self._nothing.explain(self._problem or self._left_out(), no_photos=not total, removed=removed)
        self._middle.show_grid(something)
        self.counted.emit(total)

    def _count(self) -> None:
        if self._away:
            self.clean_bar.show_counts(len(_here(self.filtered.shown())), len(_here(self.grid.chosen())))
        else:
            self.clean_bar.show_counts(self.filtered.rowCount(), self.grid.chosen_count())

    def _left_out(self) -> str:
        """What is not there to be cleaned, in a sentence."""
        away, closed = self._away, len(self._closed)
        if away == 1:
            return self.tr("1 photo is not there any more and is left out.")
        if away:
            return self.tr("{photos} are not there any more and are left out.").format(photos=words.photos(away))
        if closed == 1:
            return self.tr("The folder “{name}” cannot be opened.").format(name=self._closed[0].name)
        return self.tr("{n} folders cannot be opened.").format(n=words.number(closed)) if closed else ""

    def _changed_since(self) -> str:
        """On how many photos boxes are older than the photo, in a sentence."""
        count = sum(1 for photo in self.photos.photos() if photo.outdated and old_boxes(photo))
        if count == 1:
            return self.tr("1 photo changed after you decided which areas are covered.")
        said = self.tr("{photos} changed after you decided which areas are covered.")
        return said.format(photos=words.photos(count)) if count else ""

    def _tell_progress(self, step: str, done: int, total: int) -> None:
        said = {
            "listing": self.tr("{n} photos found"),
            "reading": self.tr("Reading {n} of {total}"),
            "faces": self.tr("Looking for faces: {n} of {total}"),
            "text": self.tr("Looking for text: {n} of {total}"),
        }[step]
        words_now = said.format(n=words.number(done), total=words.number(total))
        self.clean_bar.show_progress(words_now if total or step == "listing" else "")  # all were taken out meanwhile

    def _tell_problem(self, sentence: str) -> None:
        self._problem = sentence

    def _rest(self) -> None:
        self.clean_bar.show_progress("")
        self._recount()


def _here(photos: list[Photo]) -> list[Photo]:
    """Those whose files are there, as far as is known."""
    return [photo for photo in photos if not photo.away]
