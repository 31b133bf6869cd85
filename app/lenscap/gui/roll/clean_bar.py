"""The bar below the grid: which photos, what goes, where the copies go, and the button that does it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QVBoxLayout

from lenscap.gui import theme
from lenscap.gui.roll import words
from lenscap.gui.roll.preset_choice import PresetChoice
from lenscap.gui.roll.presets import Presets
from lenscap.gui.widgets import MenuField, SegmentedControl, button, divider, explain, label
from lenscap.sources import is_folder

_SMALLEST = 1000
NARROW = 1180
"""Below this width the captions of fields are left out; screen readers still say them."""
_NOTE = 10_000
"""Milliseconds for which a note is shown."""


class CleanBar(QFrame):
    """``clean`` is pressed, ``preset_changed`` and ``folder_changed`` tell the new wish."""

    clean = Signal()
    preset_changed = Signal(str)
    folder_changed = Signal(Path)

    def __init__(self, presets: Presets, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._shown = self._selected = 0
        self._by_itself = False
        self.setProperty("frame", "chrome")
        self.setMinimumHeight(theme.px(theme.SIZE["clean_bar"]))
        self.scope = self._scope()
        self.preset = PresetChoice(presets)
        self.preset.chosen.connect(self.preset_changed)
        self.folder_field = self._folder_field()
        self.button = button("", "cap", primary=True, large=True)
        self.button.clicked.connect(self.clean)
        self._promise = label(self.tr("Originals stay as they are."), "small", "secondary")
        self._progress = label("", "small", "secondary")
        self._lasting = ""
        self._forgetting = QTimer(self, singleShot=True, interval=_NOTE)
        self._forgetting.timeout.connect(lambda: self._say(self._lasting))
        self._captions = [label(self.tr("Preset"), "small", "secondary")]
        self._captions[0].setBuddy(self.preset)
        self._captions.append(label(self.tr("Save copies to"), "small", "secondary"))
        self._lay_out()
        self.show_counts(0, 0)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out, or show, the captions."""
        for caption in self._captions:
            caption.setVisible(not narrow)
        self._promise.setVisible(not narrow or theme.text_scale() == 1)

    def folder(self) -> Path:
        """Where copies go."""
        return self._folder

    def policy_name(self) -> str:
        """The policy that is chosen."""
        return self.preset.name()

    def show_counts(self, shown: int, selected: int) -> None:
        """Show how many photos there are in either scope. To select several is to mean them."""
        several = selected > 1
        if several and self._selected <= 1 and self.scope.current() == "shown":
            self.scope.set_current("selected")
            self._by_itself = True
        elif not several and self._by_itself:
            self.scope.set_current("shown")
            self._by_itself = False
        self._shown, self._selected = shown, selected
        self.scope.set_count("shown", shown)
        self.scope.set_count("selected", selected)
        self._say_button()

    def show_progress(self, text: str) -> None:
        """Say what is still being read; nothing when all is."""
        self._progress.setText(text)
        self._progress.setVisible(bool(text))

    def show_note(self, note: str, lasting: bool = False) -> None:
        """Say something for a while in the place of the promise; ``lasting``: when there is nothing newer."""
        if lasting:
            self._lasting = note
        if not lasting or not self._forgetting.isActive():
            self._say(note or self._lasting)
        if not lasting:
            self._forgetting.start()

    def _say(self, note: str) -> None:
        self._promise.setText(note or self.tr("Originals stay as they are."))

    def count(self) -> int:
        """How many photos the button cleans."""
        return self._shown if self.scope.current() == "shown" else self._selected

    def _say_button(self) -> None:
        count = self.count()
        self.button.setText(self.tr("Clean {photos}").format(photos=words.photos(count)))
        self.button.setEnabled(count > 0)
        self.button.setToolTip("" if count else self.tr("No photo is shown or selected."))
        strong = QFontMetrics(theme.font("strong"))
        self.button.setMinimumWidth(strong.horizontalAdvance(self.button.text()) + 70)

    def _chose_scope(self) -> None:
        self._by_itself = False
        self._say_button()

    def _scope(self) -> SegmentedControl:
        made = SegmentedControl(self.tr("Which photos"))
        made.add("shown", self.tr("All shown"), count=0)
        made.add("selected", self.tr("Selected"), count=0)
        made.changed.connect(self._chose_scope)
        return made

    def set_policy(self, name: str) -> None:
        """Choose a policy."""
        self.preset.set_name(name)

    def _folder_field(self) -> MenuField:
        made = MenuField("folder", self.tr("Save copies to"))
        menu = QMenu(made)
        menu.addAction(self.tr("Choose another folder…"), self._choose_folder)
        menu.addAction(self.tr("Show in folder"), self._show_folder)
        made.setMenu(menu)
        made.setText(words.folder(self._folder))
        explain(made, str(self._folder))
        return made

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Save copies to"), str(self._folder))
        if chosen:
            self.set_folder(Path(chosen))

    def set_folder(self, folder: Path) -> None:
        """Save copies to another folder."""
        self._folder = folder
        self.folder_field.setText(words.folder(folder))
        explain(self.folder_field, str(folder))
        self.folder_changed.emit(folder)

    def _show_folder(self) -> None:
        near = next((each for each in (self._folder, *self._folder.parents) if is_folder(each)), self._folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(near)))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        line = divider(vertical=True)
        line.setFixedHeight(32)
        for part in (self.scope, line, self._captions[0], self.preset, self._captions[1], self.folder_field):
            row.addWidget(part)
        row.addStretch(1)
        row.addLayout(self._assurance())
        row.addWidget(self.button)

    def _assurance(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        for line in (self._promise, self._progress):
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(line)
        column.addStretch()
        return column

    def minimumSizeHint(self) -> QSize:
        """As wide as need be, but with usual text no wider than the window may be small."""
        least = super().minimumSizeHint().expandedTo(QSize(0, theme.px(theme.SIZE["clean_bar"])))
        return least.boundedTo(QSize(_SMALLEST, least.height())) if theme.text_scale() == 1 else least
