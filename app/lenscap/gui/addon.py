"""The dialog in which a model is added that finds objects. The program fetches nothing: the person does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from lenscap import models
from lenscap.errors import LenscapError
from lenscap.gui.scrolled import ScrolledDialog
from lenscap.gui.tasks import Task
from lenscap.gui.widgets import button, label, link


class AddOnDialog(ScrolledDialog):
    """Says where the model is got and how it is known, adds it and takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("AddOnDialog", "Find objects, too"), 560, parent)
        self.said = label("", "small", "secondary", wrap=True)
        self.open_address, self.copy_address = link(self.tr("Open in your browser")), link(self.tr("Copy address"))
        self.add, self.remove = button(self.tr("Add…"), "plus", primary=True), button(self.tr("Remove"))
        self._lay_out()
        self.open_address.clicked.connect(self._open_address)
        self.copy_address.clicked.connect(self._copy_address)
        self.add.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self._show()
        self.settle()

    def _lay_out(self) -> None:
        column = self.column
        column.setSpacing(8)
        column.addWidget(label(self.tr("Pets, food, vehicles, sports"), "title"))
        for text in self._says():
            column.addWidget(label(text, "body", "secondary", wrap=True))
        for text in (models.ADDRESS.replace("/", "/\u200b"), f"SHA-256 {_parted(models.YOLOX_NANO.sha256)}"):
            column.addWidget(label(text, "caption", "tertiary", wrap=True))
        column.addLayout(_row(self.open_address, self.copy_address))
        column.addSpacing(8)
        column.addWidget(self.said)
        column.addLayout(_row(self.add, self.remove))
        column.addStretch(1)

    def _says(self) -> tuple[str, ...]:
        return (
            self.tr("To find things in photos, Lenscap needs a model, a file of 3.7 MB, and never fetches it itself."),
            self.tr("1. Get yolox_nano.onnx with your browser. It is free (Apache-2.0), and knows 80 things."),
            self.tr("2. Choose the file with “Add…”. Lenscap uses it only if it is exactly the file with this hash."),
        )

    def add_file(self, file: Path) -> None:
        """Add a model, and say how that went."""
        self.add.setEnabled(False)
        self._show(self.tr("Checking the file…"))
        self._task = Task(lambda: iter((models.add(file),)))
        self._task.item.connect(self._added)
        self._task.failed.connect(self._show)
        for ended in (self._task.done, self._task.failed):
            ended.connect(lambda *_: self.add.setEnabled(True))
        self._task.start()

    def _added(self, model: models.Model) -> None:
        done = self.tr("Added. It knows {n} things. Photos that you open from now on are looked at for them.")
        self._show(done.format(n=len(model.labels)))

    def _show(self, said: str = "") -> None:
        names = [model.name for model in models.installed()]
        has = self.tr("Added: {names}.").format(names=", ".join(names)) if names else self.tr("No model was added yet.")
        self.said.setText(said or has)
        self.remove.setVisible(bool(names))

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Add a model"), str(Path.home()), self.tr("Model (*.onnx)")
        )
        if chosen:
            self.add_file(Path(chosen))

    def _remove(self) -> None:
        try:
            for model in models.installed():
                models.remove(model.name)
        except (LenscapError, OSError):
            self._show(self.tr("The model could not be removed."))
        else:
            self._show()

    def _open_address(self) -> None:
        if not QDesktopServices.openUrl(QUrl(models.ADDRESS)):
            self._show(self.tr("No browser could be opened. Copy the address instead."))

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(models.ADDRESS)
        self._show(self.tr("The address is copied."))


def _parted(digits: str) -> str:
    """Digits that may break after every eight, without a gap that would be seen."""
    return "\u200b".join(digits[at : at + 8] for at in range(0, len(digits), 8))


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
