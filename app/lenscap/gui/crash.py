"""An error that nobody expected: told once, with a report that can be copied, and the work goes on."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from lenscap import __version__
from lenscap.gui import theme
from lenscap.gui.widgets import label

_log = logging.getLogger(__name__)
_told: set[str] = set()


def install() -> None:
    """Tell of exceptions in slots, which Qt would only print."""
    sys.excepthook = tell


def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log an error, and show it if this one was not shown before."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    _log.error("Unexpected error", exc_info=(kind, error, trace))
    said = report(kind, trace)
    if said in _told or QApplication.instance() is None:
        return
    _told.add(said)
    dialog = CrashDialog(said)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The error for whoever mends it. It has no paths and no message, as both may hold names of the person's files."""
    frames = traceback.extract_tb(trace)
    lines = [f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    about = f"Lenscap {__version__}, Python {platform.python_version()}, Qt {qt_version}, {platform.system()}"
    return "\n".join([kind.__name__, *lines, about])


def _module(file: str) -> str:
    parts = file.replace("\\", "/").split("/")
    return "/".join(parts[parts.index("lenscap") :]) if "lenscap" in parts else parts[-1]


class CrashDialog(QDialog):
    """The report, and a button that copies it."""

    def __init__(self, said: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(self.tr("Something went wrong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Something went wrong inside Lenscap"), "title"))
        column.addWidget(label(self._says(), "body", "secondary", wrap=True))
        text = QPlainTextEdit(said)
        text.setReadOnly(True)
        text.setFont(theme.fixed_font())
        text.setAccessibleName(self.tr("Report"))
        column.addWidget(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(said))
        column.addWidget(buttons)
        self.resize(560, 360)

    def _says(self) -> str:
        return self.tr(
            "Your photos were not changed, and you can go on. The report below names no file of yours; "
            "copy it if you want to tell somebody who can mend this."
        )
