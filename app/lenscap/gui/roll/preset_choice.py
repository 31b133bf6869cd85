"""The field in which a policy is chosen: the presets, the person's own, and the way to make another one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel, QWheelEvent

from lenscap.gui.roll import words
from lenscap.gui.roll.presets import Presets
from lenscap.gui.widgets import Choice, escaped, explain

_OWN = "own"
"""Stands for the entry that leads to the person's own policies. No policy is called that."""


class PresetChoice(Choice):
    """``chosen`` tells the name of a policy; ``own_wanted``: the person wants to make or change one of their own."""

    chosen = Signal(str)
    own_wanted = Signal()

    def __init__(self, presets: Presets) -> None:
        super().__init__("cap", "")
        self.setAccessibleName(self.tr("Preset"))
        self._name = presets.chosen
        self._stepping = False
        self.fill(presets)
        self.currentIndexChanged.connect(self._choose)

    def name(self) -> str:
        """The policy that is chosen."""
        return self._name

    def set_name(self, name: str) -> None:
        """Choose a policy; the first preset where there is none of that name."""
        row = self.findData(name)
        self.setCurrentIndex(row if row >= 0 and self._is_open(row) else 0)

    def fill(self, presets: Presets) -> None:
        """Offer what there is now; what is chosen stays so, if it is still there."""
        self.blockSignals(True)
        self.clear()
        for name in presets:
            self._add(words.preset(name), name, words.explained(name))
        for name, problem in presets.broken.items():
            self._add(self.tr("{name} (cannot be read)").format(name=words.preset(name)), name, problem)
            self._close(self.count() - 1)
        self.insertSeparator(self.count())
        self._add(self.tr("My own…"), _OWN, self.tr("Make a policy of your own, or change one."))
        if self._name not in presets:
            self._name = next(iter(presets))
        self.setCurrentIndex(self.findData(self._name))
        self.blockSignals(False)
        self._say()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that step through the list without opening it open no dialog at its end."""
        self._stepping = True
        super().keyPressEvent(event)
        self._stepping = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nor does the wheel."""
        self._stepping = True
        super().wheelEvent(event)
        self._stepping = False

    def _add(self, text: str, name: str, says: str) -> None:
        self.addItem(text, name)
        self.setItemData(self.count() - 1, escaped(says), Qt.ItemDataRole.ToolTipRole)
        self.setItemData(self.count() - 1, says, Qt.ItemDataRole.AccessibleDescriptionRole)

    def _close(self, row: int) -> None:
        """Let an entry be read and not be chosen."""
        model = self.model()
        if isinstance(model, QStandardItemModel):
            model.item(row).setEnabled(False)

    def _is_open(self, row: int) -> bool:
        return bool(self.model().flags(self.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled)

    def _choose(self, row: int) -> None:
        name = str(self.itemData(row))
        if name == _OWN:
            self.blockSignals(True)
            self.setCurrentIndex(self.findData(self._name))
            self.blockSignals(False)
            if not self._stepping:
                self.own_wanted.emit()
            return
        self._name = name
        self._say()
        self.chosen.emit(name)

    def _say(self) -> None:
        explain(self, words.explained(self._name))
