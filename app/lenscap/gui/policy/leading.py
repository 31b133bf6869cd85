"""Leads from the window to the person's own policies and back: the dialog, and policy files that are dropped."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from lenscap.gui.policy.dialog import PoliciesDialog
from lenscap.gui.roll.page import RollPage


class OwnPolicies(QObject):
    """Opens the dialog over ``window``; what is made there is offered and used on the page with all photos."""

    def __init__(self, window: QWidget, roll: RollPage) -> None:
        super().__init__(window)
        self._window, self._roll = window, roll
        self._dialog: PoliciesDialog | None = None
        roll.clean_bar.preset.own_wanted.connect(self.open)

    def open(self) -> PoliciesDialog:
        """Show the dialog."""
        if self._dialog is None:
            self._dialog = PoliciesDialog(self._roll.clean_bar.policy_name(), self._roll.policy(), self._window)
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.changed.connect(self._roll.renew_presets)
            self._dialog.chosen.connect(self._roll.renew_presets)
            self._dialog.finished.connect(self._forget)
            self._dialog.open()
        return self._dialog

    def take_over(self, paths: Iterable[Path]) -> bool:
        """Take policy files over, if that is what all of these are."""
        paths = list(paths)
        if not paths or not all(path.suffix.casefold() == ".toml" for path in paths):
            return False
        dialog = self.open()
        for path in paths:
            dialog.take_over(path)
        return True

    def _forget(self) -> None:
        self._dialog = None
