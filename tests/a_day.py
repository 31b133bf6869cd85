"""What somebody does with Lenscap, as programs whose doings can be traced: batch | window | planted FOLDER.

``batch`` cleans the photos in FOLDER with two processes. ``window`` opens them in a window without a screen, looks at
the page about the cloud, and cleans them. ``planted`` asks the system for a socket, as a library could, behind Python's
back.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

PATIENCE = 300.0


def batch(folder: Path) -> None:
    """Clean on the command line."""
    from lenscap import __main__

    command = ["clean", str(folder), "--to", str(folder.with_name("copies")), "--policy", "faces", "--jobs", "2"]
    sys.argv = ["lenscap", *command, "--json"]
    if code := __main__.main():
        raise SystemExit(code)


def window(folder: Path) -> None:
    """Click through the window."""
    from lenscap import offline

    offline.refuse()
    from dataclasses import replace

    from PySide6.QtWidgets import QApplication

    from lenscap import settings
    from lenscap.gui import crash, theme
    from lenscap.gui.window import Window

    app = QApplication([])
    crash.install()
    theme.apply(app, "light")
    made = Window(replace(settings.load(), policy="faces", output=folder.with_name("copies")))
    made.resize(1440, 900)
    made.show()
    made.open_paths([folder])
    _until(app, lambda: made.photos.rowCount() > 0 and not made.roll.reading.running)
    made.toolbar.tabs.segment("cloud").click()
    _until(app, lambda: bool(made.cloud.people.somebodies))
    made.toolbar.tabs.segment("roll").click()
    made.roll.clean_bar.button.click()
    _until(app, lambda: made.pages.currentWidget() is made.done)
    made.close()


def _until(app: object, happened: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not happened():
        if monotonic() > end:
            raise SystemExit("The window took too long.")
        app.processEvents()  # type: ignore[attr-defined]


def planted(_folder: Path) -> None:
    """Make a socket as a library does that is not written in Python."""
    libc = ctypes.CDLL(None)
    af_inet6, sock_dgram = 10, 2
    os.close(libc.socket(af_inet6, sock_dgram, 0))


if __name__ == "__main__":
    {"batch": batch, "window": window, "planted": planted}[sys.argv[1]](Path(sys.argv[2]))
    maps = Path("/proc/self/maps").read_text()
    print("QtNetwork is loaded" if "Qt6Network" in maps else "QtNetwork is not loaded")
    print(f"{sum(path.is_file() for path in Path(sys.argv[2]).with_name('copies').rglob('*'))} copies")
