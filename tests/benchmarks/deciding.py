"""What it takes to decide about a detail of all the photos of a roll at once, and to take that back.

    python tests/benchmarks/deciding.py [--number 50000]

The photos are not on the disk; what they tell is made up. Times are those of the window's thread, in seconds of the
processor, until the window has painted what follows.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from lenscap import settings
from lenscap.gui import theme
from lenscap.gui.roll.photo import Photo
from lenscap.gui.window import Window
from lenscap.model import Edits, Finding, Kind, Report, Size


def main() -> None:
    """Show the photos and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=50_000)
    options = parser.parse_args()
    app = QApplication([])
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as scratch:
        setattr(settings, "path", lambda: Path(scratch) / "settings.toml")  # noqa: B010
        window = Window(settings.load())
        window.show()
        window.photos.append(map(photo, range(options.number)))
        window.show_roll()
        changes: list[object] = []
        window.photos.dataChanged.connect(lambda *_: changes.append(None))
        edits = {each.path: Edits(details={Kind.PLACE: "country"}) for each in window.photos.photos()}
        deeds: dict[str, Callable[[], object]] = {
            "decide": lambda: window.history.decide(edits, "Places"),
            "take back": window.history.step_back,
        }
        for said, deed in deeds.items():
            print(f"{said}: {taken(app, deed):.2f} s, {len(changes):,} changes told")
            changes.clear()
        window.close()


def photo(number: int) -> Photo:
    """A photo that tells a place and a time."""
    path = Path(f"/not there/{number // 1000:03}/IMG_{number:05}.jpg")
    place = Finding(Kind.PLACE, "Taken in Lisbon, Portugal", "Exif GPS", data={"lat": 38.71, "lon": -9.13})
    when = Finding(Kind.TIME, "Taken on 1 June 2024", "Exif", data={"iso": "2024-06-01T12:00:00"})
    return Photo(path, path.name, Report(path, "JPEG", Size(4000, 3000), (place, when)), seen=True)


def taken(app: QApplication, deed: Callable[[], object]) -> float:
    """Seconds of this thread's processor time for a deed and what is painted after it."""
    app.processEvents()
    began = time.thread_time()
    deed()
    app.processEvents()
    return time.thread_time() - began


if __name__ == "__main__":
    main()
