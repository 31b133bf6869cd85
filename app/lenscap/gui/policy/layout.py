"""What the dialog of policies is put together from, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lenscap.gui import icons, theme
from lenscap.gui.policy.drafts import Draft
from lenscap.gui.policy.editor import PolicyEditor
from lenscap.gui.widgets import Flow, button, divider, label, link

_LIST, _WIDE, _HIGH = 210, 860, 660
translate = QCoreApplication.translate


class Parts:
    """The list, the editor or the sentence beside it, and the buttons; none of them knows what it is for."""

    def __init__(self, dialog: QDialog) -> None:
        self._dialog = dialog
        self.list = QListWidget()
        self.list.setProperty("look", "menu")
        self.list.setFont(theme.font("body"))
        self.list.setAccessibleName(translate("PoliciesDialog", "My own policies"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.new, self.take = (
            button(translate("PoliciesDialog", "New"), "plus"),
            button(translate("PoliciesDialog", "Import…"), "folderopen"),
        )
        self.copy, self.delete = (
            link(translate("PoliciesDialog", "Duplicate"), "copy"),
            link(translate("PoliciesDialog", "Delete"), "x"),
        )
        self.show = link(translate("PoliciesDialog", "Show file"), "doc")
        self.close, self.save = (
            button(translate("PoliciesDialog", "Close")),
            button("", primary=True),
        )
        self.editor, self.said = PolicyEditor(), label("", "small", "error", wrap=True)
        self._hint = label("", "small", "secondary", wrap=True)
        self._broken, self._why = _broken_page()
        self._pages = QStackedWidget()
        self._lay_out()

    def fill(self, names: Iterable[str]) -> None:
        """Show other names in the list; the one that is looked at is set afterwards."""
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems(list(names))
        self.list.blockSignals(False)

    def show_draft(self, draft: Draft) -> None:
        """Show one of them."""
        if draft.policy is None:
            self._why.setText(draft.problem)
        else:
            self.editor.show_policy(draft.name, draft.policy)
        self._pages.setCurrentIndex(0 if draft.policy else 1)
        self.editor.tells.setVisible(draft.policy is not None)
        self._hint.setText(self._hinted(draft))
        self._hint.setVisible(bool(self._hint.text()))
        self.show.setEnabled(draft.path is not None)
        self.copy.setEnabled(draft.policy is not None)
        self.delete.setEnabled(not draft.is_elsewhere)
        self.show_saved(draft.saved)

    def show_saved(self, saved: bool) -> None:
        """Say on the button whether there is something to save."""
        use, both = translate("PoliciesDialog", "Use"), translate("PoliciesDialog", "Save and use")
        self.save.setText(use if saved else both)

    def say(self, problem: str, can_save: bool) -> None:
        """Say what is in the way."""
        self.said.setText(problem)
        self.said.setVisible(bool(problem))
        self.save.setEnabled(can_save)

    def _hinted(self, draft: Draft) -> str:
        if draft.is_elsewhere:
            return translate(
                "PoliciesDialog",
                "Its file lies in another folder and is left as it is: a change makes a new policy here.",
            )
        if draft.has_notes:
            return translate(
                "PoliciesDialog", "Its file has comments. When you change it here, it is written anew without them."
            )
        return ""

    def _lay_out(self) -> None:
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(self.editor)
        scrolled.setAccessibleName(translate("PoliciesDialog", "My own policies"))
        self._pages.addWidget(scrolled)
        self._pages.addWidget(self._broken)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._pages, 1)
        right.addWidget(divider())
        right.addWidget(self._foot())
        row = QHBoxLayout(self._dialog)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(divider(vertical=True))
        row.addLayout(right, 1)
        self.save.setDefault(True)
        self._dialog.resize(theme.px(_WIDE), theme.px(_HIGH))
        if parent := self._dialog.parentWidget():
            self._dialog.resize(self._dialog.size().boundedTo(parent.size()))

    def _side(self) -> QWidget:
        side = QFrame()
        side.setProperty("frame", "chrome")
        side.setFixedWidth(icons.grown(_LIST))
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        for part in (self.new, self.take):
            column.addWidget(part)
        return side

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("frame", "chrome")
        column = QVBoxLayout(foot)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(6)
        for words in (self.editor.tells, self._hint, self.said):
            column.addWidget(words)
        row, deeds = QHBoxLayout(), Flow(spacing=16)
        row.setSpacing(6)
        for deed in (self.copy, self.delete, self.show):
            deeds.addWidget(deed)
        if not theme.has_large_text():
            row.addLayout(deeds, 1)
        else:
            column.addLayout(deeds)
            row.addStretch(1)
        row.addWidget(self.close)
        row.addWidget(self.save)
        column.addLayout(row)
        return foot


def _broken_page() -> tuple[QWidget, QLabel]:
    page, note = QWidget(), QFrame()
    note.setProperty("frame", "note")
    column, inner = QVBoxLayout(page), QVBoxLayout(note)
    column.setContentsMargins(20, 20, 20, 20)
    why = label("", "body", wrap=True)
    inner.addWidget(label(translate("PoliciesDialog", "This policy cannot be read"), "strong", "note"))
    inner.addWidget(why)
    inner.addWidget(
        label(
            translate("PoliciesDialog", "Its file is left as it is. Mend it with “Show file”, or delete it."),
            "small",
            wrap=True,
        )
    )
    column.addWidget(note)
    column.addStretch()
    return page, why
