"""The dialog in which a folder is chosen to be watched, and which says how it goes. It may be closed meanwhile."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lenscap.errors import LenscapError
from lenscap.gui import icons, theme
from lenscap.gui.cleaning import words as outcomes
from lenscap.gui.roll import words
from lenscap.gui.roll.presets import Presets
from lenscap.gui.scrolled import room
from lenscap.gui.speech import spoken
from lenscap.gui.watching.running import Running
from lenscap.gui.widgets import Choice, ElidedLabel, button, card, explain, label
from lenscap.model import Outcome, Result
from lenscap.sources import is_folder

_LAST = 5
"""How many of the last photos are shown."""


class WatchDialog(QDialog):
    """Watches one folder at a time."""

    def __init__(self, presets: Presets, style: str, to: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Watch a folder"))
        self._presets, self._style = presets, style
        self.folder, self.to = Path(), to
        self._count: Counter[Outcome] = Counter()
        self._last: list[Result] = []
        self.running = Running(self)
        self.folder_button = button(self.tr("Choose…"), "folder")
        self.to_button = button(self.tr("Choose…"), "folder")
        self.preset = self._preset_field()
        self.action = button(self.tr("Watch"), "eye", primary=True)
        self._folder_line, self._to_line = ElidedLabel(), ElidedLabel()
        self.status, self.counts = label("", "strong", wrap=True), label("", "body", "secondary", wrap=True)
        self._rows = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._show()

    def set_folder(self, folder: Path) -> None:
        """Watch this one, once it is started."""
        self.folder = folder
        self._show()

    def set_to(self, to: Path) -> None:
        """Save copies there."""
        self.to = to
        self._show()

    def toggle(self) -> None:
        """Begin, or end it."""
        if self.running.on:
            self.action.setEnabled(False)
            self.status.setText(self.tr("Ending…"))
            self.running.stop()
            return
        from lenscap.watching import check_folders

        try:
            check_folders(self.folder, self.to)
        except LenscapError as error:
            self.status.setText(spoken(str(error)))
            return
        self._count, self._last = Counter(), []
        policy = replace(self._presets[str(self.preset.currentData())], style=self._style)
        self.running.start(self.folder, self.to, policy)
        self.status.setText(self.tr("Looking at what is there…"))
        self._show_running()

    def wait(self) -> None:
        """End it and block until it has; for the end of the program."""
        self.running.wait()

    # -- putting together --------------------------------------------------------------------------------------------

    def _preset_field(self) -> Choice:
        made = Choice("cap", self.tr("Preset"))
        for name in self._presets:
            made.addItem(words.preset(name), name)
        made.setCurrentIndex(made.findData(self._presets.chosen))
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Clean photos as they come"), "title"))
        says = self.tr(
            "New photos in a folder are cleaned into another one, for as long as Lenscap is open. "
            "Originals stay as they are, and each copy is read again."
        )
        column.addWidget(label(says, "body", "secondary", wrap=True))
        column.addSpacing(8)
        column.addLayout(self._fields())
        column.addSpacing(8)
        column.addWidget(self._progress())
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(self.action)
        foot.addStretch()
        foot.addWidget(buttons)
        column.addLayout(foot)
        self.action.setDefault(True)
        self.resize(QSize(theme.px(600), theme.px(480)).boundedTo(room(self)))

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Photos come to"), self._folder_line, self.folder_button),
            (self.tr("Save copies to"), self._to_line, self.to_button),
        )
        for row, (name, line, choose) in enumerate(rows):
            choose.setAccessibleName(name)
            grid.addWidget(label(name, "body", "secondary"), row, 0)
            grid.addWidget(line, row, 1)
            grid.addWidget(choose, row, 2)
        caption = label(self.tr("Preset"), "body", "secondary")
        caption.setBuddy(self.preset)
        grid.addWidget(caption, 2, 0)
        grid.addWidget(self.preset, 2, 1, 1, 2)
        return grid

    def _progress(self) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.status)
        column.addWidget(self.counts)
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        return frame

    def _connect(self) -> None:
        self.folder_button.clicked.connect(self._choose_folder)
        self.to_button.clicked.connect(self._choose_to)
        self.action.clicked.connect(self.toggle)
        self.running.results.connect(self._take)
        self.running.news.connect(self._tell)
        self.running.ended.connect(self._ended)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        chosen = self.folder != Path()
        self._folder_line.set_whole(words.folder(self.folder) if chosen else self.tr("No folder is chosen yet."))
        self._to_line.set_whole(words.folder(self.to))
        self.action.setEnabled(chosen and is_folder(self.folder))
        explain(self.action, "" if self.action.isEnabled() else self._folder_line.whole())
        if not self.running.on:
            self.status.setText(self.tr("Nothing is watched."))

    def _show_running(self) -> None:
        on = self.running.on
        for part in (self.folder_button, self.to_button, self.preset):
            part.setEnabled(not on)
        self.action.setText(self.tr("Stop") if on else self.tr("Watch"))
        icons.dress(self.action, "x" if on else "eye", "text.on_accent", 16)
        self.action.setEnabled(True)
        self._show_counts()

    def _take(self, results: list[Result]) -> None:
        self._count.update(result.outcome for result in results)
        self._last = [*self._last, *results][-_LAST:]
        self._show_counts()

    def _show_counts(self) -> None:
        ready = self._count[Outcome.CLEANED] + self._count[Outcome.ALREADY_CLEAN]
        missing = self._count.total() - ready
        said = self.tr("Copies: {n}. Without a copy: {m}.")
        self.counts.setText(said.format(n=words.number(ready), m=words.number(missing)))
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for result in reversed(self._last):
            line = self.tr("{photo}: {what}").format(photo=result.path.name, what=outcomes.happened(result))
            self._rows.addWidget(ElidedLabel(line, "small", "secondary"))

    def _tell(self, news: str) -> None:
        said = {
            "waiting": self.tr("Waiting for photos. You can close this: it goes on while Lenscap is open."),
            "gone": self.tr("The folder is not there any more. Lenscap waits until it is back."),
            "back": self.tr("The folder is back."),
        }
        self.status.setText(said[news])

    def _ended(self, problem: str) -> None:
        self._show()
        self.status.setText(problem or self.tr("Stopped. Copies that were finished are kept."))
        self._show_running()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Photos come to"), str(Path.home()))
        if chosen:
            self.set_folder(Path(chosen))

    def _choose_to(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Save copies to"), str(self.to))
        if chosen:
            self.set_to(Path(chosen))
