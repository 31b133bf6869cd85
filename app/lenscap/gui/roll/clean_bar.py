"""The bar below the grid: which photos, what goes, where the copies go, and the button that does it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QVBoxLayout, QWidget

from lenscap.gui import theme
from lenscap.gui.roll import words
from lenscap.gui.roll.folding import Folding
from lenscap.gui.roll.preset_choice import PresetChoice
from lenscap.gui.roll.presets import Presets
from lenscap.gui.widgets import MenuField, SegmentedControl, button, divider, explain, label
from lenscap.sources import is_folder

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
        self._promise = label(self.tr("Originals stay as they are."), "small", "secondary", wrap=True)
        self._progress = label("", "small", "secondary", wrap=True)
        self._lasting = ""
        self._forgetting = QTimer(self, singleShot=True, interval=_NOTE)
        self._forgetting.timeout.connect(lambda: self._say(self._lasting))
        self._captions = [label(self.tr("Preset"), "small", "secondary")]
        self._captions[0].setBuddy(self.preset)
        self._captions.append(label(self.tr("Save copies to"), "small", "secondary"))
        self._lay_out()
        self.show_counts(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave captions out or take a second line where there is no room; screen readers still say all."""
        super().resizeEvent(event)
        self._folding.fit(self.width())

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
        self._folding.fit(self.width())

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
        wide = strong.horizontalAdvance(self.button.text()) + 70
        self.button.setMinimumWidth(max(wide, self.button.sizeHint().width()))

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
        line = divider(vertical=True)
        line.setFixedHeight(32)
        fields = [line, self._captions[0], self.preset, self._captions[1], self.folder_field]
        self._folding = Folding(self, self.scope, fields, [line, *self._captions], self._assurance(), self.button)

    def _assurance(self) -> QWidget:
        made = QWidget()
        made.setMinimumWidth(self._promise.fontMetrics().horizontalAdvance(self._promise.text()) + 2)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch()
        for line in (self._promise, self._progress):
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(line)
        column.addStretch()
        return made

    def minimumSizeHint(self) -> QSize:
        """No wider than its two lines have to be."""
        least = super().minimumSizeHint().expandedTo(QSize(0, theme.px(theme.SIZE["clean_bar"])))
        return QSize(self._folding.least(), least.height())
