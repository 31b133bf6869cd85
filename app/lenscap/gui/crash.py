"""An error that nobody expected: told once, with a report that can be copied, and the work goes on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from lenscap import __version__
from lenscap.errors import outline
from lenscap.gui import theme
from lenscap.gui.scrolled import room
from lenscap.gui.widgets import label

_log = logging.getLogger(__name__)
_told: set[str] = set()
_open: set[CrashDialog] = set()


def install() -> None:
    """Tell of exceptions wherever they end: Qt and Python would print them, with the paths in them."""
    sys.excepthook = tell
    threading.excepthook = _tell_of_thread
    sys.unraisablehook = _tell_of_end


def _tell_of_thread(what: threading.ExceptHookArgs) -> None:
    if what.exc_value is not None:
        tell(what.exc_type, what.exc_value, what.exc_traceback)


def _tell_of_end(what: sys.UnraisableHookArgs) -> None:
    """What went wrong while something was thrown away, as a generator that was left."""
    if what.exc_value is not None:
        tell(type(what.exc_value), what.exc_value, what.exc_traceback)


def tell(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """Log an error, and show it if this one was not shown before."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    said = report(error)
    _log.error("Unexpected error\n%s", said)
    app = QApplication.instance()
    if app is not None:
        QTimer.singleShot(0, app, lambda: _show(said))  # in the window's thread, wherever it happened


def _show(said: str) -> None:
    if said in _told:
        return
    _told.add(said)
    dialog = CrashDialog(said)
    _open.add(dialog)  # where no window is active, nobody else holds it
    dialog.finished.connect(lambda: _close(dialog))
    dialog.open()


def _close(dialog: CrashDialog) -> None:
    _open.discard(dialog)
    dialog.deleteLater()


def report(error: BaseException) -> str:
    """The error for whoever mends it, and the versions of what it happened in."""
    about = f"Lenscap {__version__}, Python {platform.python_version()}, Qt {qt_version}, {platform.system()}"
    return f"{outline(error)}\n{about}"


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
        self.resize(QSize(theme.px(560), theme.px(360)).boundedTo(room(self)))

    def _says(self) -> str:
        return self.tr(
            "Your photos were not changed, and you can go on. The report below names no file of yours; "
            "copy it if you want to tell somebody who can mend this."
        )
