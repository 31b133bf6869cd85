"""What Lenscap can and cannot do, said plainly."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from lenscap import __version__
from lenscap.formats import Container, containers
from lenscap.formats.refused import KINDS
from lenscap.gui.limits import sections
from lenscap.gui.scrolled import ScrolledDialog
from lenscap.gui.widgets import label

translate = QCoreApplication.translate


class AboutDialog(ScrolledDialog):
    """Sections of sentences, and a table of what is done with each format."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("About", "What this can and cannot do"), 640, parent)
        for title, lines in sections():
            self._add_title(title)
            for line in lines:
                self.column.addWidget(label("•  " + line, "body", "secondary", wrap=True))
        self._add_title(translate("About", "Which files"))
        self.column.addLayout(_formats())
        self.column.addWidget(label(_left_out(), "small", "secondary", wrap=True))
        self.column.addSpacing(10)
        self.column.addWidget(label(translate("About", "Lenscap {version}").format(version=__version__), "small"))
        self.settle()

    def _add_title(self, title: str) -> None:
        if self.column.count():
            self.column.addSpacing(10)
        self.column.addWidget(label(title, "title"))


def _formats() -> QGridLayout:
    """A row for each format: its name, what is told and removed, what can be covered."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(2, 1)
    for row, container in enumerate(containers()):
        name = label(container.NAME, "strong")
        name.setToolTip(" ".join(container.SUFFIXES))
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(_deed(container), "body", "secondary", wrap=True), row, 1, 1, 2)
    return grid


def _deed(container: Container) -> str:
    if container.COVERED:
        return translate("About", "Details are shown and removed; faces are found, and covered where you wish.")
    if container.SEEN:
        return translate("About", "Details are shown and removed; faces are found, but not covered.")
    return translate("About", "Details are shown and removed; faces are not found and not covered.")


def _left_out() -> str:
    says = translate(
        "About",
        "Files of {n} other kinds, such as raw photos, are left out: you are told what they are and what to do.",
    )
    return says.format(n=len(KINDS))
