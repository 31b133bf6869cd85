"""Draw every page of the window into PNG files, in both schemes and two sizes: PHOTOS OUTPUT [LANGUAGE]."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from lenscap import settings
from lenscap.gui import language, theme
from lenscap.gui.window import Window

SIZES = ((1440, 900), (1024, 680))
PATIENCE = 900.0
TODAY = date(2026, 6, 28)


def main(photos: Path, output: Path, spoken: str = "en") -> None:
    """Walk through the window as a person would and draw each page."""
    app = QApplication([])
    language.install(app, spoken)
    output.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch, _wishes_apart(Path(scratch)):
        os.environ["HOME"] = scratch  # paths are shown as seen from home
        wishes = replace(settings.load(), recent=(photos,), output=Path(scratch) / "Pictures" / "Lenscap")
        theme.apply(app, "light")
        window = Window(wishes)
        window.show()
        _walk(app, window, photos, output)
        window.close()


def _walk(app: QApplication, window: Window, photos: Path, output: Path) -> None:
    _settle(app, 1.5)
    _draw(app, window, output, "welcome")
    window.open_paths([photos])
    _wait(app, lambda: window.photos.rowCount() > 0)
    _settle(app, 1)
    _draw(app, window, output, "roll-reading")
    _wait(app, lambda: not window.roll.reading.running)
    window.roll.grid.go_to_row(window.photos.row(_most_telling(window)))
    _draw(app, window, output, "roll")
    _see_the_cloud(app, window)
    _draw(app, window, output, "cloud")
    window.show_roll()
    window.roll.opened.emit(_most_telling(window))
    _settle(app, 2)
    _draw(app, window, output, "viewer")
    window.show_roll()
    window.start_cleaning([photo.path for photo in window.photos.photos()])
    _settle(app, 1)
    _draw(app, window, output, "cleaning")
    _wait(app, lambda: window.pages.currentWidget() is window.done)
    _settle(app, 1)
    _draw(app, window, output, "done")
    window.toolbar.tabs.segment("guide").click()
    _draw(app, window, output, "guide")


def _see_the_cloud(app: QApplication, window: Window) -> None:
    """Go to the page on what the cloud sees, as on a day on which the sample photos are recent."""
    window.cloud.seeing.today = lambda: TODAY
    window.toolbar.tabs.segment("cloud").click()
    _wait(app, lambda: bool(window.cloud.making.cards()))
    _settle(app, 2)


def _most_telling(window: Window) -> Path:
    """The photo with the most faces."""
    return max(window.photos.photos(), key=lambda photo: photo.counts.get("face", 0)).path


def _draw(app: QApplication, window: Window, output: Path, name: str) -> None:
    for width, height in SIZES:
        window.resize(width, height)
        for scheme in ("light", "dark"):
            theme.apply(app, theme.scheme_named(scheme))
            _settle(app, 0.3)
            window.grab().save(str(output / f"{name}-{width}-{scheme}.png"))


def _settle(app: QApplication, seconds: float) -> None:
    end = monotonic() + seconds
    while monotonic() < end:
        app.processEvents()


def _wait(app: QApplication, happened: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not happened():
        if monotonic() > end:
            raise SystemExit("The window took too long.")
        app.processEvents()


@contextmanager
def _wishes_apart(scratch: Path) -> Iterator[None]:
    """Leave the person's own settings as they are."""
    where = settings.path
    setattr(settings, "path", lambda: scratch / "settings.toml")  # noqa: B010 (mypy lets no function be assigned)
    try:
        yield
    finally:
        setattr(settings, "path", where)  # noqa: B010


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        raise SystemExit("screenshots.py PHOTOS OUTPUT [LANGUAGE]")
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
