"""Starts the window, or brings the one to the front that is open."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from lenscap import memory
from lenscap.errors import MissingPartError

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(paths: list[Path]) -> int:
    """Show these files and folders: in a window that is open already, or in one that stays until it is closed.

    Raises ``MissingPartError`` where there is no display: Qt would end the program without a word for people.
    """
    require_display()
    from lenscap.gui import calls
    from lenscap.gui.only import Turn

    turn = Turn(calls.room())
    try:
        return 0 if turn.leave_to_first(paths) else _show(paths, turn.folder if turn.first else None)
    finally:
        turn.end()


def _show(paths: list[Path], room: Path | None) -> int:
    """Show a window until it is closed; what later starts leave in the ``room`` is shown in it, too."""
    sys.setswitchinterval(0.001)  # a worker in Python holds the window up for no longer than this
    memory.give_back_freed_memory()
    from PySide6.QtWidgets import QApplication

    from lenscap import settings
    from lenscap.gui import appearance, crash, language, tasks
    from lenscap.gui.arrivals import Arrivals
    from lenscap.gui.garbage import Garbage
    from lenscap.gui.only import Listening
    from lenscap.gui.window import Window

    app = QApplication(sys.argv[:1])
    app.setApplicationName("Lenscap")
    app.setDesktopFileName("lenscap")
    crash.install()
    wishes = settings.load()
    language.install(app, wishes.language)
    appearance.dress(app, wishes)
    window = Window(wishes)
    window.show()
    garbage = Garbage(app)
    window.photos.modelReset.connect(garbage.look_at_all)
    window.tell_problems()
    if room:
        listening = Listening(room, window)
        listening.called.connect(Arrivals(window).take)
        listening.look()
    window.open_paths([path.absolute() for path in paths])
    code = app.exec()
    if tasks.behind() or any(each.stuck for each in (window.thumbnails, window.roll.watching, window.roll.reading)):
        logging.shutdown()
        os._exit(code)  # all is saved; to wait for a worker that the system holds could take for ever
    return code


def require_display() -> None:
    """Make sure, on Linux, that there is something to show a window on."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _DISPLAYS):
        raise MissingPartError(
            "There is no display to show a window on. Use the command line instead: “lenscap --help” says how."
        )
