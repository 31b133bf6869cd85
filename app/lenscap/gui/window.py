"""The main window: it puts the pages together and leads from one to the next. What they do is theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from lenscap.gui import decoding, drop, fitting, geometry, icons, keys, panes
from lenscap.gui.cleaning import CleaningPage, Leaving
from lenscap.gui.cleaning.work import Work
from lenscap.gui.cloud import CloudPage
from lenscap.gui.dialogs import Dialogs
from lenscap.gui.done import DonePage
from lenscap.gui.guide import GuidePage
from lenscap.gui.history import History
from lenscap.gui.intake import Intake
from lenscap.gui.policy import OwnPolicies
from lenscap.gui.remembering import Remembering
from lenscap.gui.roll import words
from lenscap.gui.roll.page import RollPage
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.toolbar import Toolbar
from lenscap.gui.viewer.page import ViewerPage
from lenscap.gui.welcome import WelcomePage
from lenscap.gui.widgets import FocusRing
from lenscap.gui.wishes import Wishes
from lenscap.settings import Settings

_RECENT = 5


class Worker(Protocol):
    """Something that can be waited for at the end of the program."""

    def wait(self) -> None:
        """Leave off, and block until that is done, or a while."""


class Window(QMainWindow):
    """Lenscap."""

    def __init__(self, wishes: Settings) -> None:
        super().__init__()
        decoding.begin()
        self.wishes = Wishes(wishes)
        self._name = self._first_name = self._where = ""
        self.setWindowTitle(self.tr("Lenscap"))
        self.setWindowIcon(icons.emblem())
        self.setMinimumSize(fitting.smallest())
        self.setAcceptDrops(True)
        self.photos = PhotoModel(self)
        self.history = History(self.photos, self)
        self.remembering = Remembering(self.photos, self.history, self)
        self.thumbnails = Thumbnails(self)
        self.toolbar = Toolbar(wishes.scheme)
        self.welcome = WelcomePage(self.thumbnails)
        self.roll = RollPage(self.photos, self.thumbnails, self.history, wishes.policy, wishes.output, wishes.style)
        self.own_policies = OwnPolicies(self, self.roll)
        self.viewer = ViewerPage(self.roll.filtered, self.photos, self.thumbnails, self.history)
        self.cloud = CloudPage(self.photos, self.thumbnails)
        self.cleaning, self.done = CleaningPage(self.thumbnails), DonePage(self.thumbnails)
        self.work = Work(self.roll, self.cleaning, self.done, self)
        self.guide = GuidePage()
        self.dialogs = Dialogs(self, self.wishes, self.roll.presets)
        self.pages = QStackedWidget()
        self._outline = drop.DropOutline(self.pages)
        self.intake, self._leaving = Intake(self), Leaving(self, self.cleaning)
        self._lay_out()
        self._connect()
        self._ring = FocusRing(self)
        geometry.restore(self, wishes)
        self.show_welcome()

    def open_paths(self, paths: list[Path]) -> None:
        """Show the photos in these files and folders."""
        if not paths:
            return
        alone = paths[0] if len(paths) == 1 else None
        self._name = alone.name or str(alone) if alone else self.tr("Chosen photos")
        self._first_name, self._where = self._name, str(alone or "")
        self.thumbnails.forget()
        self.roll.start(paths)
        self._go(self.roll)
        self.roll.grid.setFocus()

    def add_paths(self, paths: list[Path]) -> None:
        """Show the photos in these files and folders beside those that are open, if any are."""
        if not self._name:
            self.open_paths(paths)
        elif paths:
            self._name, self._where = self.tr("{name} and more").format(name=self._first_name), ""
            self.roll.add(paths)
            if self.pages.currentWidget() not in (self.viewer, self.cloud):
                self.show_roll()

    def tell_problems(self) -> None:
        """Say what of the settings could not be heeded."""
        if self.roll.presets.problem:
            self.dialogs.tell_problem(self.roll.presets.problem)

    def show_welcome(self) -> None:
        """Show the first page."""
        self.roll.reading.stop()
        self._name = ""
        self.welcome.show_recent(self.wishes.now.recent[:_RECENT])
        self._go(self.welcome)
        self.welcome.folder_button.setFocus()

    def show_roll(self) -> None:
        """Go back to all photos."""
        self.roll.reading.resume()
        self._go(self.roll)
        self.roll.grid.setFocus()

    # -- putting together --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for page in (self.welcome, self.roll, self.viewer, self.cloud, self.cleaning, self.done, self.guide):
            self.pages.addWidget(page)
        self.toolbar.add_page("roll", self.tr("Photos"), "grid")
        self.toolbar.add_page("cloud", self.tr("What the cloud sees"), "cloud")
        self.toolbar.add_page("guide", self.tr("Switch it off"), "switchoff")
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(fitting.FittingArea(self.pages), 1)
        self.setCentralWidget(held)

    def _connect(self) -> None:
        self.dialogs.connect_to(self.toolbar)
        self.dialogs.folder.connect(lambda folder: self.open_paths([folder]))
        self.dialogs.photos.connect(self.add_paths)
        self.dialogs.scheme.connect(self.toolbar.show_scheme)
        self.dialogs.cleared.connect(lambda: self.welcome.show_recent(()))
        self.dialogs.forgetting.begins.connect(self.remembering.wait)
        self.toolbar.close_roll.connect(self.show_welcome)
        self.toolbar.leave.connect(self.close)
        self.welcome.choose_folder.connect(self.dialogs.choose_folder)
        self.welcome.choose_photos.connect(self.dialogs.choose_photos)
        self.welcome.opened.connect(lambda folder: self.open_paths([folder]))
        self.welcome.cleared.connect(self.dialogs.forget_recent)
        self.welcome.about.connect(self.toolbar.about)
        self.welcome.switch_off.connect(lambda: self._go(self.guide))
        self._opening = QShortcut(QKeySequence("Ctrl+O"), self, self.dialogs.choose_folder)
        keys.bind(self, self._deeds())
        self.history.bind(self.cloud, lambda _path: self._predict())
        self._connect_roll()
        self._connect_cloud()
        self._connect_cleaning()

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What keys do on every page."""
        return {
            "Ctrl+Q": self.close,
            "Ctrl+,": self.toolbar.settings.emit,
            "F1": self.toolbar.keys.emit,
            "?": self.toolbar.keys.emit,
            "F6": lambda: panes.step(self, 1),
            "Shift+F6": lambda: panes.step(self, -1),
        }

    def _connect_roll(self) -> None:
        self.roll.opened.connect(self._open_viewer)
        self.roll.reading.opened.connect(self._remember)
        self.roll.reading.recalled.connect(self.remembering.take_up)
        self.roll.clean.connect(self.work.start)
        self.roll.choose.connect(self.dialogs.choose_folder)
        self.roll.counted.connect(self._say_roll)
        self.roll.decided.connect(self.history.decide)
        self.roll.preset_changed.connect(lambda name: self.wishes.wish(policy=name))
        self.roll.folder_changed.connect(lambda folder: self.wishes.wish(output=folder))
        self.viewer.shown.connect(self.roll.reading.first)
        self.viewer.watched.connect(self.cloud.seeing.ask)
        self.cloud.seeing.met.connect(self.viewer.set_people)
        self.viewer.back.connect(self.show_roll)
        self.viewer.clean.connect(self.work.start)
        self.viewer.style_changed.connect(self._choose_style)
        self.viewer.policy_wanted.connect(self._choose_policy)

    def _connect_cloud(self) -> None:
        self.toolbar.tabs.changed.connect(self._choose_tab)
        for number, key in enumerate(("roll", "cloud", "guide"), 1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, self.toolbar.tabs.segment(key).click)
        self.cloud.chosen.connect(self._show_chosen)
        self.cloud.making.addon_wanted.connect(self.toolbar.addon)

    def _connect_cleaning(self) -> None:
        self.work.shown.connect(self._go)
        self.cleaning.ended.connect(lambda: self._be_busy(False))
        self.cleaning.back.connect(self.show_roll)
        self.done.back.connect(self.show_roll)
        self.done.switch_off.connect(lambda: self._go(self.guide))
        self.intake.given.connect(self._take_in)

    # -- from page to page -------------------------------------------------------------------------------------------

    def _go(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.toolbar.setVisible(page is not self.viewer)
        self._be_busy(page is self.cleaning)
        tabs = {self.cloud: "cloud", self.guide: "guide"}
        self.toolbar.tabs.set_current(tabs.get(page, "roll"))
        self._say_roll(self.photos.rowCount())

    def _be_busy(self, busy: bool) -> None:
        """While photos are being cleaned, there is no way to other pages and other photos."""
        self.toolbar.set_busy(busy)
        self._opening.setEnabled(not busy)

    def _choose_tab(self, key: str) -> None:
        if key == "guide":
            self._go(self.guide)
        elif not self._name:
            self._go(self.welcome)
        elif key == "cloud":
            self.roll.reading.resume()
            self._predict()
            self._go(self.cloud)
            self.cloud.setFocus()
        else:
            self.show_roll()

    def _predict(self) -> None:
        """Let the page on the cloud say what copies would tell that are made as the clean bar says."""
        from lenscap import pipeline  # without it the window is up sooner

        predict = partial(pipeline.predicted, policy=self.roll.policy())
        self.cloud.set_predict(predict, words.preset(self.roll.clean_bar.policy_name()))

    def _show_chosen(self, title: str, paths: list[Path]) -> None:
        """Show these photos, and nothing but them, among all."""
        self.roll.show_only(title, paths)
        self.show_roll()

    def _say_roll(self, count: int) -> None:
        self.toolbar.tabs.segment("cloud").setEnabled(bool(self._name))  # what is said of photos takes photos
        if not self._name:
            self.toolbar.show_nothing()
        else:
            self.toolbar.show_roll(self._name, words.photos(count), self._where)

    def _open_viewer(self, path: Path) -> None:
        self.viewer.set_policy(self.roll.policy())
        self._go(self.viewer)
        self.viewer.show_photo(self.roll.filtered.row(path))

    def _take_in(self, paths: list[Path]) -> None:
        """Show what was dropped or pasted; while photos are cleaned, it joins them."""
        if self.own_policies.take_over(paths):
            return
        if self.cleaning.working:
            self.cleaning.add(paths)
        else:
            self.add_paths(paths)

    # -- what the person wishes --------------------------------------------------------------------------------------

    def _choose_style(self, style: str) -> None:
        self.wishes.wish(style=style)
        self.roll.set_style(style)
        self.viewer.set_policy(self.roll.policy())

    def _choose_policy(self, name: str) -> None:
        self.roll.clean_bar.set_policy(name)
        self.viewer.set_policy(self.roll.policy())

    def _remember(self, folder: Path) -> None:
        """It is a folder indeed; only one that was opened alone is told among those opened last."""
        if str(folder) == self._where:
            self.wishes.remember(folder)

    def _with_workers(self) -> Iterator[Worker]:
        """What has work under way off the window's thread."""
        yield from (self.welcome.recent, self.roll.watching, self.roll.reading, self.roll.deeds.copying)
        yield from (self.thumbnails, self.remembering, self.viewer, self.cloud, self.done)
        if self.dialogs.watching:
            yield self.dialogs.watching

    # -- events ------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files may be dropped here."""
        if self.intake.welcomes(event):
            event.acceptProposedAction()
            self._outline.cover(joining=self.cleaning.working)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went away again."""
        self._outline.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._outline.hide()
        self.intake.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the workers end what they are doing."""
        if self._leaving.holds(event):
            return
        self.wishes.wish(**geometry.of(self))
        self.hide()
        self.cleaning.stop()
        decoding.stop()
        for part in self._with_workers():
            part.wait()
        self.intake.close()
        super().closeEvent(event)
