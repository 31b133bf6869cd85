"""What Lenscap remembers of photos: the dialog that says it, the choice about people, and how all of it goes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QWidget

from lenscap import forgetting, store
from lenscap.gui.scrolled import ScrolledDialog
from lenscap.gui.widgets import SegmentedControl, button, label

translate = QCoreApplication.translate


class MemoryDialog(ScrolledDialog):
    """``remember_people`` tells what is chosen, ``forget`` that everything shall go."""

    remember_people = Signal(bool)
    forget = Signal()

    def __init__(self, remembers_people: bool, parent: QWidget | None = None) -> None:
        super().__init__(translate("MemoryDialog", "What Lenscap remembers"), 560, parent)
        self.people = SegmentedControl(self.tr("Remember people"))
        self.people.add("no", self.tr("No"))
        self.people.add("yes", self.tr("Yes"))
        self.people.set_current("yes" if remembers_people else "no")
        self.everything = button(self.tr("Forget everything…"))
        self.people.changed.connect(lambda key: self.remember_people.emit(key == "yes"))
        self.everything.clicked.connect(self.forget)
        self._lay_out()

    def _lay_out(self) -> None:
        column = self.column
        column.setSpacing(8)
        column.addWidget(label(self.tr("On this computer only"), "title"))
        for text in self._says():
            column.addWidget(label("•  " + text, "body", "secondary", wrap=True))
        column.addSpacing(10)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Remember people"), "strong"), 1)
        row.addWidget(self.people)
        column.addLayout(row)
        column.addWidget(label(self._of_people(), "body", "secondary", wrap=True))
        column.addSpacing(10)
        column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.settle()

    def _says(self) -> tuple[str, ...]:
        return (
            self.tr("What was seen in photos, so that a folder that did not change opens at once. No picture is kept."),
            self.tr("Which copies are made, so that none is made twice."),
            self.tr("What you decided about photos, and the folders that you opened last."),
            self.tr("No copy is called clean because of what is remembered: every copy is read again."),
        )

    def _of_people(self) -> str:
        return self.tr(
            "Keeps the numbers by which faces are known again, 128 for each face, so that who is who is there at once. "
            "They describe people. Without this, they are computed anew each time and gone when Lenscap is closed."
        )


class Forgetting(QObject):
    """Asks whether everything shall go, does it and says what went.

    ``begins`` tells whoever still has something to write down to do it now, ``forgotten`` that all is gone.
    """

    begins = Signal()
    forgotten = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.box: QMessageBox | None = None

    def ask(self) -> None:
        """Say what goes, and let the person decide."""
        box = self._shown(self.tr("Forget everything?"), _goes())
        forget = box.addButton(self.tr("Forget everything"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        forget.clicked.connect(self.forget)
        box.open()

    def forget(self) -> None:
        """Let everything go, and say what it was."""
        self.begins.emit()
        gone = forgetting.forget()
        self.forgotten.emit()
        box = self._shown(self.tr("Forgotten") if not gone.stuck else self.tr("Not everything is gone"), _went(gone))
        box.addButton(QMessageBox.StandardButton.Ok)
        box.open()

    def forget_people(self) -> None:
        """Let go of what faces are known by, and of nothing else."""
        with store.opened() as seen:
            gone = seen.forget_people()
        if not gone:
            says = self.tr(
                "People could not be forgotten just now. “Forget everything” lets them go with all the rest."
            )
            self._shown(self.tr("People are still remembered"), says).open()

    def _shown(self, title: str, text: str) -> QMessageBox:
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Lenscap"), title, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box = box
        return box


def _goes() -> str:
    return translate(
        "Forgetting",
        "What was seen in photos, which copies were made, what you decided about photos, people who are remembered, "
        "and the list of recent folders go. Your photos, your copies, your settings and models that you added stay.",
    )


def _went(gone: forgetting.Forgotten) -> str:
    """What is gone, a line each."""
    lines = []
    if gone.seen:
        said = translate("Forgetting", "What was seen in photos: {size}.")
        lines.append(said.format(size=QLocale().formattedDataSize(gone.seen)))
    if gone.files:
        lines.append(translate("Forgetting", "Other files about photos: {n}.").format(n=gone.files))
    if gone.folders:
        lines.append(translate("Forgetting", "Recent folders: {n}.").format(n=gone.folders))
    if gone.stuck:
        said = translate("Forgetting", "Could not be deleted: {n}. Look at who owns Lenscap's folders.")
        lines.append(said.format(n=gone.stuck))
    return "\n".join(lines) or translate("Forgetting", "Nothing was remembered.")
