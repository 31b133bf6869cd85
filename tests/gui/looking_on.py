"""The window, led through a folder and into the viewer; writes which libraries for pictures it loaded."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic

from PySide6.QtWidgets import QApplication

from lenscap.gui import theme
from lenscap.gui.window import Window
from lenscap.settings import Settings

_DECODES = {"PIL", "numpy", "onnxruntime", "lenscap.media"}


def main(folder: Path) -> None:
    """Read the photos of a folder, see their thumbnails, and the first of them large."""
    app = QApplication([])
    theme.apply(app, "light")
    window = Window(replace(Settings(), output=folder / "copies", policy="faces"))
    window.resize(1200, 800)
    window.show()
    window.open_paths([folder])
    photos = window.photos
    _until(lambda: bool(photos.rowCount()) and all(each.seen or each.problem for each in photos.photos()))
    good = [each for each in photos.photos() if not each.problem]
    _until(lambda: all(window.thumbnails.get(each.path) for each in good))
    window.roll.opened.emit(good[0].path)
    _until(lambda: window.viewer.stage.sharp)
    sys.stdout.write(repr(_DECODES & set(sys.modules)))
    window.close()


def _until(holds: Callable[[], bool]) -> None:
    until = monotonic() + 60
    while not holds():
        assert monotonic() < until, "it did not come to that"
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
