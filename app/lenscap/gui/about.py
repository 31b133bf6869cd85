"""What Lenscap can and cannot do, said plainly."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from lenscap import __version__
from lenscap.gui import theme
from lenscap.gui.widgets import label

translate = QCoreApplication.translate


class AboutDialog(QDialog):
    """A page of text with a button to close it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What this can and cannot do"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(6)
        for title, lines in _sections():
            column.addWidget(label(title, "title"))
            for line in lines:
                column.addWidget(label("•  " + line, "body", "secondary", wrap=True))
            column.addSpacing(10)
        column.addWidget(label(self.tr("Lenscap {version}").format(version=__version__), "small", "tertiary"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        width = theme.px(560)
        self.setFixedSize(width, column.heightForWidth(width))


def _sections() -> tuple[tuple[str, tuple[str, ...]], ...]:
    can = (
        translate("About", "It shows what a photo tells: faces, position, date, device, names and hidden copies."),
        translate("About", "It makes copies without those details. Your originals stay as they are."),
        translate("About", "It reads every copy again, and calls it clean only when the details are gone."),
        translate("About", "It works without the internet. Nothing is sent anywhere."),
    )
    cannot = (
        translate("About", "It may not find every face. Look at your photos before you share them."),
        translate("About", "A picture still shows what is in it: a place, a room, clothes, a tattoo."),
        translate("About", "It cannot take back what was uploaded before."),
        translate("About", "It cannot stop an app on your phone from reading the originals there."),
    )
    return ((translate("About", "What it does"), can), (translate("About", "What it cannot do"), cannot))
