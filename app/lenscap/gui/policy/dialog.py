"""The dialog with all policies of the person's own: a list, and beside it the one that is looked at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from lenscap import own_policies
from lenscap.errors import PolicyError
from lenscap.gui.policy.drafts import Draft, all_of_them, of
from lenscap.gui.policy.layout import Parts
from lenscap.gui.speech import spoken
from lenscap.model import Policy


class PoliciesDialog(QDialog):
    """``chosen`` tells the path of a policy to be used from now on, ``changed`` that files came, went or changed."""

    chosen = Signal(str)
    changed = Signal()

    def __init__(self, now: str, start: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = replace(start, edits={}, persons=start.persons)
        self._drafts = all_of_them(now)
        self._at = -1
        self.setWindowTitle(self.tr("My own policies"))
        self.parts = Parts(self)
        self._connect()
        known = [str(draft.path) for draft in self._drafts]
        if self._drafts:
            self._list(known.index(now) if now in known else 0)
        else:
            self.new()

    def draft(self) -> Draft:
        """The one that is looked at."""
        return self._drafts[self._at]

    def new(self) -> None:
        """Begin another one, as the preset is that is chosen."""
        name = self.tr("My policy")
        self._add(Draft(name, replace(self._start, name=name), saved=False))
        self.parts.editor.name.setFocus()
        self.parts.editor.name.selectAll()

    def take_over(self, path: Path) -> None:
        """Take a policy file from elsewhere over."""
        self._try(lambda: self._add(of(own_policies.take_over(path))))
        self.changed.emit()

    # -- putting together --------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        parts = self.parts
        parts.list.currentRowChanged.connect(self._look_at)
        parts.editor.changed.connect(self._take_change)
        parts.new.clicked.connect(self.new)
        parts.take.clicked.connect(self._choose_file)
        parts.copy.clicked.connect(self._duplicate)
        parts.delete.clicked.connect(self._ask_to_delete)
        parts.show.clicked.connect(self._show_file)
        parts.save.clicked.connect(self._save)
        parts.close.clicked.connect(self.reject)

    def _list(self, row: int) -> None:
        """Fill the list anew and look at one of them."""
        self._at = -1
        self.parts.fill([self._titled(draft) for draft in self._drafts])
        self.parts.list.setCurrentRow(min(row, len(self._drafts) - 1))

    def _titled(self, draft: Draft) -> str:
        if draft.problem:
            return self.tr("{name} (cannot be read)").format(name=draft.name)
        return draft.name if draft.saved else self.tr("{name} (not saved)").format(name=draft.name)

    def _look_at(self, row: int) -> None:
        if not 0 <= row < len(self._drafts) or row == self._at:
            return
        self._at = row
        self.parts.show_draft(self.draft())
        self._say()

    # -- what is done ------------------------------------------------------------------------------------------------

    def _add(self, draft: Draft) -> None:
        self._drafts.append(draft)
        self._list(len(self._drafts) - 1)

    def _take_change(self) -> None:
        editor = self.parts.editor
        self._drafts[self._at] = replace(self.draft(), name=editor.name.text(), policy=editor.policy(), saved=False)
        self.parts.list.item(self._at).setText(self._titled(self.draft()))
        self.parts.show_saved(saved=False)
        self._say()

    def _say(self, problem: str = "") -> None:
        """Say what keeps the policy from being used, or what was not possible."""
        of_policy = "" if self.draft().problem else self.parts.editor.problem()
        self.parts.say(problem or of_policy, can_save=not of_policy and not self.draft().problem)

    def _save(self) -> None:
        """Save it if it changed, and use it."""
        at = self._at

        def store() -> None:
            if not self.draft().saved:
                self._drafts[at] = self.draft().stored()
            self.changed.emit()
            self.chosen.emit(str(self._drafts[at].path))
            self.accept()

        self._try(store)

    def _duplicate(self) -> None:
        draft = self.draft()
        name = self.tr("{name} copy").format(name=draft.name)
        self._add(replace(draft, name=name, path=None, saved=False))

    def _ask_to_delete(self) -> None:
        asked = QMessageBox(self)
        asked.setWindowTitle(self.windowTitle())
        asked.setText(self.tr("Delete the policy “{name}”?").format(name=self.draft().name))
        asked.setInformativeText(self.tr("Photos and copies stay as they are."))
        asked.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        asked.button(QMessageBox.StandardButton.Yes).setText(self.tr("Delete"))
        asked.button(QMessageBox.StandardButton.No).setText(self.tr("Keep it"))
        asked.button(QMessageBox.StandardButton.Yes).clicked.connect(self.delete)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def delete(self) -> None:
        """Delete the one that is looked at."""

        def forget() -> None:
            if self.draft().path is not None:
                own_policies.delete(self.draft().path or Path())
            del self._drafts[self._at]
            self.changed.emit()
            self._list(self._at) if self._drafts else self.new()

        self._try(forget)

    def _try(self, deed: object) -> None:
        """Do something with a file; what is not possible is said."""
        try:
            deed()  # type: ignore[operator]
        except PolicyError as error:
            self._say(spoken(str(error)))

    def _show_file(self) -> None:
        if self.draft().path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.draft().path)))

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a policy"), str(Path.home()), self.tr("Policy (*.toml)")
        )
        if chosen:
            self.take_over(Path(chosen))

    def reject(self) -> None:
        """Close; what is not saved is asked about first."""
        if all(draft.saved for draft in self._drafts) or not self.isVisible():
            super().reject()
            return
        asked = QMessageBox(self)
        asked.setWindowTitle(self.windowTitle())
        asked.setText(self.tr("Close without saving?"))
        asked.setInformativeText(self.tr("What you changed here goes. The files stay as they were."))
        asked.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
        asked.button(QMessageBox.StandardButton.Discard).clicked.connect(self._leave)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _leave(self) -> None:
        super().reject()
