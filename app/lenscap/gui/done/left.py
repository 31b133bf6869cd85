"""What is left in the copies, one line a photo: what the file still tells, and what can be seen in the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui.cleaning.model import HAPPENED, OUTCOME, SIZE, ResultModel, Role
from lenscap.gui.cleaning.table import ResultTable
from lenscap.gui.done.phrases import say
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import button, label, link
from lenscap.model import Result
from lenscap.quoting import LONG, printable
from lenscap.reporting import stays


class LeftModel(ResultModel):
    """The copies."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        named = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return (
            self.tr("What stays visible")
            if named and section == HAPPENED
            else super().headerData(section, orientation, role)
        )

    def said_of(self, result: Result) -> str:
        """What a copy tells."""
        return ", ".join(left(result))


def left(result: Result) -> list[str]:
    """What a copy tells, in words."""
    return [printable(each, LONG) for each in stays(result, say)]


class Left(QWidget):
    """A table of the copies, and all that one of them tells."""

    back = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._model = LeftModel(self)
        self.table = ResultTable(self._model, thumbnails)
        self.table.setAccessibleName(self.tr("What stays visible in each copy"))
        for column in (OUTCOME, SIZE):
            self.table.setColumnHidden(column, True)
        self.all = button(self.tr("Copy"), "copy")
        self.all.setAccessibleDescription(self.tr("Copies the chosen files to the clipboard"))
        self.leave = link(self.tr("Back to the result"), "left")
        self.detail = label("", "body", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.notice = label("", "small", "secondary", wrap=True)
        self._build()
        self.leave.clicked.connect(self.back)
        self.all.clicked.connect(self.table.copy)
        self.table.said.connect(self.notice.setText)
        self.table.selectionModel().currentChanged.connect(self._tell)

    def _build(self) -> None:
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(32, 20, 28, 20)
        column.setSpacing(10)
        head.addWidget(label(self.tr("What stays visible in the copies"), "heading", wrap=True), 1)
        head.addWidget(self.all)
        column.addWidget(self.leave)
        column.addLayout(head)
        words = self.tr("Drag copies from here into a mail, a browser or a folder.")
        column.addWidget(label(words, "small", "secondary", wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addWidget(self.notice)

    def show_results(self, results: Sequence[Result]) -> None:
        """Show these copies."""
        self._model.show_copies(results)
        self.notice.setText("")
        self.detail.setText("")
        if self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(0, 0))

    def _tell(self, index: QModelIndex) -> None:
        item = index.data(Role.ITEM)
        if item is not None and item.result is not None:
            self.detail.setText("\n".join(left(item.result)))
