"""The dialogs of the window: each is opened here, and what is chosen in it is handed on or written down."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from lenscap.gui import appearance, theme
from lenscap.gui.about import AboutDialog
from lenscap.gui.addon import AddOnDialog
from lenscap.gui.keys import KeysDialog
from lenscap.gui.memory import Forgetting, MemoryDialog
from lenscap.gui.preferences import SettingsDialog
from lenscap.gui.roll.presets import Presets
from lenscap.gui.toolbar import Toolbar
from lenscap.gui.watching import WatchDialog
from lenscap.gui.wishes import Wishes


class Dialogs(QObject):
    """``folder`` and ``photos`` tell what to open, ``scheme`` and ``cleared`` what was chosen in the settings."""

    folder = Signal(Path)
    photos = Signal(list)
    scheme = Signal(str)
    cleared = Signal()

    def __init__(self, window: QWidget, wishes: Wishes, presets: Presets) -> None:
        super().__init__(window)
        self._window, self._wishes, self._presets = window, wishes, presets
        self.forgetting = Forgetting(window)
        self.forgetting.forgotten.connect(self.forget_recent)
        self.watching: WatchDialog | None = None

    def connect_to(self, toolbar: Toolbar) -> None:
        """Open them from the menu."""
        toolbar.open_folder.connect(self.choose_folder)
        toolbar.open_photos.connect(self.choose_photos)
        toolbar.scheme_chosen.connect(self.choose_scheme)
        toolbar.about.connect(lambda: self._open(AboutDialog(self._window)))
        toolbar.addon.connect(lambda: self._open(AddOnDialog(self._window)))
        toolbar.keys.connect(lambda: self._open(KeysDialog(self._window)))
        toolbar.settings.connect(self._open_settings)
        toolbar.watch.connect(self._open_watching)
        toolbar.memory.connect(self._open_memory)
        toolbar.forget.connect(self.forgetting.ask)

    # -- what to open ------------------------------------------------------------------------------------------------

    def choose_folder(self) -> None:
        """Ask for a folder."""
        recent = self._wishes.now.recent
        start = str(recent[0] if recent else Path.home())
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Choose folder"), start)
        if chosen:
            self.folder.emit(Path(chosen))

    def choose_photos(self) -> None:
        """Ask for photos."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Choose photos"), str(Path.home()))
        if chosen:
            self.photos.emit([Path(each) for each in chosen])

    # -- what is wished ----------------------------------------------------------------------------------------------

    def take_wishes(self, changes: Mapping[str, object]) -> None:
        """Heed what was chosen in the settings; fields of them."""
        self._wishes.wish(**changes)
        app = QApplication.instance()
        if "scheme" in changes:
            self.choose_scheme(str(changes["scheme"]))
        if "less_motion" in changes and isinstance(app, QApplication):
            appearance.set_less_motion(app, self._wishes.now.less_motion)
        if "recent" in changes:
            self.cleared.emit()

    def choose_scheme(self, scheme: str) -> None:
        """Dress the program in other colours."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, theme.scheme_named(scheme))
        self._wishes.wish(scheme=scheme)
        self.scheme.emit(scheme)

    def forget_recent(self) -> None:
        """Empty the list of folders that were opened."""
        self.take_wishes({"recent": ()})

    def tell_problem(self, problem: str) -> None:
        """Say what of the settings could not be heeded."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Lenscap"), problem, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(self.tr("Lenscap goes on with “Share safely”."))
        self._open(box)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open_settings(self) -> None:
        dialog = SettingsDialog(self._wishes.now, self._window)
        dialog.wished.connect(self.take_wishes)
        self._open(dialog)

    def _open_watching(self) -> None:
        """One dialog, which works on when it is closed."""
        if self.watching is None:
            now = self._wishes.now
            self.watching = WatchDialog(self._presets, now.style, now.output, self._window)
        self.watching.show()
        self.watching.raise_()

    def _open_memory(self) -> None:
        dialog = MemoryDialog(self._wishes.now.remember_people, self._window)
        dialog.remember_people.connect(self._choose_people)
        dialog.forget.connect(self.forgetting.ask)
        self._open(dialog)

    def _choose_people(self, remember: bool) -> None:
        self._wishes.wish(remember_people=remember)
        if not remember:
            self.forgetting.forget_people()
