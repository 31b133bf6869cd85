"""Starts the window."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from lenscap.errors import MissingPartError

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(paths: list[Path]) -> int:
    """Show the window with these files and folders until it is closed.

    Raises ``MissingPartError`` where there is no display: Qt would end the program without a word for people.
    """
    require_display()
    sys.setswitchinterval(0.001)  # a worker in Python holds the window up for no longer than this
    from PySide6.QtWidgets import QApplication

    from lenscap import settings
    from lenscap.gui import crash, language, tasks, theme
    from lenscap.gui.garbage import Garbage
    from lenscap.gui.window import Window

    app = QApplication(sys.argv[:1])
    app.setApplicationName("Lenscap")
    app.setDesktopFileName("lenscap")
    crash.install()
    wishes = settings.load()
    language.install(app, getattr(wishes, "language", "system"))
    theme.apply(app, theme.scheme_named(wishes.scheme))
    window = Window(wishes)
    window.resize(1440, 900)
    window.show()
    garbage = Garbage(app)
    window.photos.modelReset.connect(garbage.look_at_all)
    window.tell_problems()
    if paths:
        window.open_paths(paths)
    code = app.exec()
    if tasks.behind() or window.thumbnails.stuck or window.roll.watching.stuck:
        logging.shutdown()
        os._exit(code)  # all is saved; to wait for a worker that the system holds could take for ever
    return code


def require_display() -> None:
    """Make sure, on Linux, that there is something to show a window on."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _DISPLAYS):
        raise MissingPartError(
            "There is no display to show a window on. Use the command line instead: “lenscap --help” says how."
        )
