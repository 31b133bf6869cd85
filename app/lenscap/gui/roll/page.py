"""The page with all photos: filters, grid, inspector, clean bar, and the reading behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.history import History
from lenscap.gui.roll.arranging import Arranging
from lenscap.gui.roll.clean_bar import CleanBar
from lenscap.gui.roll.deeds import PhotoDeeds
from lenscap.gui.roll.filter_bar import FilterBar
from lenscap.gui.roll.filters import PhotoFilter
from lenscap.gui.roll.grid import PhotoGrid
from lenscap.gui.roll.inspecting import Inspecting
from lenscap.gui.roll.inspector import Inspector
from lenscap.gui.roll.nothing import Middle, Nothing
from lenscap.gui.roll.numbers import Numbers, here
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
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
        self._arranging = Arranging(photos, self.grid)
        self.numbers = Numbers(photos, self.grid, self.bar, self.clean_bar)
        self._problem = ""
        self._inspector_wished: bool | None = None
        self._lay_out()
        self._connect()
        self._add_shortcuts()

    def start(self, paths: Iterable[Path]) -> None:
        """Show other photos."""
        self._problem = ""
        self.numbers.closed.clear()
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
        self.numbers.count()

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
        return here(wanted)

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
        self.bar.arranged.connect(self._arranging.choose_order)
        self.bar.grouped.connect(self._arranging.choose_groups)
        self.bar.resized.connect(self.grid.set_thumb_size)
        self.grid.zoomed.connect(self.bar.size_slider.setValue)
        self.grid.opened.connect(self.opened)
        self.grid.current_changed.connect(self._read_first)
        self.inspector.decided.connect(self.decided)
        self.reading.progressed.connect(self.numbers.tell_progress)
        self.reading.settled.connect(self._settle)
        self.reading.failed.connect(self._tell_problem)
        self.reading.closed.connect(self.numbers.closed.append)
        self.reading.finished.connect(self._rest)
        self._nothing.show_all.connect(self.bar.clear)
        self._nothing.choose.connect(self.choose)
        self._nothing.take_back.connect(self.deeds.step_back)
        self.deeds.clean.connect(self.clean)
        self.deeds.said.connect(self.clean_bar.show_note)
        self.deeds.said.connect(self.numbers.count)
        self.watching.changed.connect(self.deeds.read_again)
        self.watching.back.connect(self.deeds.show_anew)
        self.clean_bar.clean.connect(lambda: self.clean.emit([photo.path for photo in self.wanted()]))
        self.clean_bar.preset_changed.connect(self._take_policy)
        self.clean_bar.preset_changed.connect(self.preset_changed)
        self.clean_bar.folder_changed.connect(self.folder_changed)
        self.photos.dataChanged.connect(self._refresh)
        self.photos.rowsInserted.connect(lambda _, first, last: self._take_over(first, last))
        self.numbers.counted.connect(self._show_counted)
        self.numbers.counted.connect(self.counted)

    def _add_shortcuts(self) -> None:
        QShortcut(QKeySequence(Qt.Key.Key_I), self, self.toggle_inspector)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.clean_bar.button.click)
        QShortcut(QKeySequence("Ctrl+F"), self, self.bar.chips["all"].setFocus)

    def _filter(self, on: frozenset[str]) -> None:
        self.filtered.turn_on(on)
        self.numbers.count()

    def _show_any(self) -> None:
        self.filtered.show_only(None)
        self.numbers.count()

    def _settle(self) -> None:
        """All dates are known."""
        self._arranging.arrange()
        self.numbers.count()

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

    def _show_counted(self, total: int) -> None:
        """Begin where nobody has begun yet; say it where there is nothing to be shown."""
        shown = self.filtered.rowCount()
        if shown and not self.grid.currentIndex().isValid():
            self._arranging.begin_at_first()
        something = shown > 0 or self.reading.running
        if not something:
            removed = 0 if total else self.deeds.removed()
            self._nothing.explain(self._problem or self.numbers.left_out(), no_photos=not total, removed=removed)
        self._middle.show_grid(something)

    def _tell_problem(self, sentence: str) -> None:
        self._problem = sentence

    def _rest(self) -> None:
        self.clean_bar.show_progress("")
        self.numbers.count()
