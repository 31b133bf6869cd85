"""Draw every page and dialog of the window into PNG files: PHOTOS OUTPUT.

Light and dark, English and German, in two sizes; in light colours also with text of twice the size ("large").
Languages and sizes of text are chosen before the first window, so that each pair is a process of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from lenscap import settings
from lenscap.gui import appearance, language, theme
from lenscap.gui.crash import CrashDialog
from lenscap.gui.roll import numbers
from lenscap.gui.viewer.canvas import AFTER, ORIGINAL, SPLIT
from lenscap.gui.window import Window
from lenscap.model import Outcome

LANGUAGES, TEXT_SIZES = ("en", "de"), (100, 200)
SIZES = ((1440, 900), (1024, 680))
SCREEN = {"screens": [{"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1080}]}
PATIENCE = 1800.0
TODAY = date(2026, 6, 28)
"""The sample photos are recent on this day."""


class _Day(date):
    """A calendar on which it is always that day."""

    @classmethod
    def today(cls) -> _Day:
        """That day."""
        return cls(TODAY.year, TODAY.month, TODAY.day)


def main(photos: Path, output: Path) -> None:
    """Draw all, with two processes at a time."""
    output.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        screen = Path(scratch) / "screen.json"
        screen.write_text(json.dumps(SCREEN))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        for percent in TEXT_SIZES:
            runs = [_started(photos, output, spoken, percent) for spoken in LANGUAGES]
            ended = [run.wait() for run in runs]
            if any(ended):
                raise SystemExit("Some pages could not be drawn.")


def _started(*about: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, __file__, *map(str, about)])


class Walk:
    """Goes through the window as a person would, in one language and with one size of text."""

    def __init__(self, app: QApplication, window: Window, photos: Path, output: Path, tail: str) -> None:
        self._app, self._window, self._photos = app, window, photos
        self._output, self._tail = output, tail
        self._schemes = ("light",) if theme.text_scale() > 1 else ("light", "dark")

    def go(self) -> None:
        """From page to page."""
        self._settle(1.5)
        self._draw("welcome")
        self._see_the_roll()
        self._see_one_photo()
        self._see_the_cloud()
        self._clean()
        self._window.toolbar.tabs.segment("guide").click()
        self._draw_down("guide", self._window.guide)
        self._see_dialogs()

    def _see_the_roll(self) -> None:
        window = self._window
        window.open_paths([self._photos])
        self._wait(lambda: any(photo.known for photo in window.photos.photos()))
        self._draw("roll-reading")
        self._wait(lambda: not window.roll.reading.running)
        grid, bar = window.roll.grid, window.roll.bar
        grid.go_to_row(window.photos.row(self._most_telling()))
        self._draw("roll")
        window.roll.arrange(0, "open")
        self._draw("roll-details")
        for row in range(3):
            grid.selectionModel().select(grid.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)
        self._draw("roll-several")
        window.roll.arrange(0, "")
        grid.clearSelection()
        for way in ("day", "place"):
            bar.groups.choose(way)
            self._draw(f"roll-by-{way}")
        bar.groups.choose("nothing")
        self._see_less_of_the_roll()

    def _see_less_of_the_roll(self) -> None:
        window, bar = self._window, self._window.roll.bar
        bar.chips["place"].click()
        self._draw("roll-filtered")
        bar.chips["cleaned"].click()
        self._draw("roll-nothing-passes")
        bar.clear()
        window.roll.grid.selectAll()
        window.roll.deeds.remove()
        self._draw("roll-removed")
        window.roll.deeds.step_back()
        self._wait(lambda: not window.roll.reading.running)

    def _see_one_photo(self) -> None:
        viewer = self._window.viewer
        self._window.roll.opened.emit(self._most_telling())
        self._wait(lambda: not viewer.stage._before.empty)
        self._wait(lambda: not viewer.stage._after.empty)
        self._settle(1.5)
        self._draw("viewer")
        viewer._choose(0)
        self._draw("viewer-chosen")
        for mode in (ORIGINAL, AFTER):
            viewer.bar.modes.segment(mode).click()
            self._draw(f"viewer-{mode}")
        viewer.bar.modes.segment(SPLIT).click()
        viewer.panel.extras._rows[0].click()
        self._settle(1.5)
        self._draw("viewer-hidden")
        viewer.return_to_photo()
        viewer.show_photo(self._window.photos.row(self._with_text()))
        self._settle(2)
        self._draw("viewer-text")
        self._window.show_roll()

    def _see_the_cloud(self) -> None:
        cloud = self._window.cloud
        cloud.seeing.today = lambda: TODAY
        self._window.toolbar.tabs.segment("cloud").click()
        self._wait(lambda: bool(cloud.making.cards()) and cloud.which.segment("after").isEnabled())
        self._settle(2)
        self._draw_down("cloud", cloud)
        cloud.which.segment("after").click()
        self._draw_down("cloud-after", cloud)
        self._window.show_roll()

    def _clean(self) -> None:
        window, cleaning, done = self._window, self._window.cleaning, self._window.done
        photos = [photo.path for photo in window.photos.photos()]
        window.work.start(photos)
        self._wait(lambda: len(cleaning.record.results) > 4)
        run = cleaning._run
        assert run is not None
        run.blockSignals(True)  # so that it stays as it is while it is drawn
        self._draw("cleaning")
        cleaning.cancel.click()
        self._settle(0.5)
        run.blockSignals(False)
        run.ended.emit("")
        self._draw("stopped")
        run.wait()
        cleaning.ways.more.click()
        self._wait(lambda: window.pages.currentWidget() is done)
        self._settle(1)
        self._draw_down("done", done)
        done.see_left.click()
        self._draw("left")
        done.left.leave.click()
        self._see_failures()
        window.show_roll()
        self._draw("roll-cleaned")

    def _see_failures(self) -> None:
        """The page after cleaning where some photos have no copy."""
        window = self._window
        first, second, *rest = window.cleaning.record.results
        held = "This copy still held a position, so it was deleted. The original was not changed."
        bad = [
            replace(first, target=None, outcome=Outcome.FAILED, reason=held),
            replace(
                second, target=None, outcome=Outcome.REFUSED, reason="It is damaged. The original was not changed."
            ),
        ]
        window.done.show_results([*bad, *rest], window.roll.clean_bar.folder())
        self._draw_down("done-with-failures", window.done)

    def _see_dialogs(self) -> None:
        bar = self._window.toolbar
        opened: dict[str, Callable[[], object]] = {
            "policies": self._window.own_policies.open,
            "settings": bar.settings.emit,
            "keys": bar.keys.emit,
            "about": bar.about.emit,
            "watch": bar.watch.emit,
            "memory": bar.memory.emit,
            "forget": bar.forget.emit,
            "add-on": bar.addon.emit,
            "crash": CrashDialog("ValueError\nlenscap/gui/window.py:1 fail").open,
        }
        for name, open_it in opened.items():
            open_it()
            self._settle(0.5)
            for dialog in QApplication.topLevelWidgets():
                if isinstance(dialog, QDialog) and dialog.isVisible():
                    self._grab(dialog, name)
                    dialog.hide()

    def _with_text(self) -> Path:
        """The photo with the most text."""
        return max(self._window.photos.photos(), key=lambda photo: photo.counts.get("text", 0)).path

    def _most_telling(self) -> Path:
        """The photo with the most faces."""
        return max(self._window.photos.photos(), key=lambda photo: photo.counts.get("face", 0)).path

    def _draw(self, name: str) -> None:
        for width, height in SIZES:
            self._window.resize(width, height)
            self._grab(self._window, f"{name}-{width}")

    def _draw_down(self, name: str, page: QWidget) -> None:
        """A page that scrolls: from its top, and from where it ends."""
        self._draw(name)
        area = max(page.findChildren(QScrollArea), key=lambda each: each.isVisible() and each.width())
        for width, height in SIZES:
            self._window.resize(width, height)
            self._settle(0.4)
            end = area.verticalScrollBar().maximum()
            if end:
                area.verticalScrollBar().setValue(end)
                self._grab(self._window, f"{name}-end-{width}")
                area.verticalScrollBar().setValue(0)

    def _grab(self, seen: QWidget, name: str) -> None:
        for scheme in self._schemes:
            if theme.scheme() != scheme:
                theme.apply(self._app, theme.scheme_named(scheme))
            self._settle(0.4)
            seen.grab().save(str(self._output / f"{name}-{self._tail}-{scheme}.png"))

    def _settle(self, seconds: float) -> None:
        end = monotonic() + seconds
        while monotonic() < end:
            self._turn()

    def _wait(self, happened: Callable[[], bool]) -> None:
        end = monotonic() + PATIENCE
        while not happened():
            if monotonic() > end:
                raise SystemExit("The window took too long.")
            self._turn()

    def _turn(self) -> None:
        """Let the window work, and leave the processor to the threads and processes behind it."""
        self._app.processEvents()
        sleep(0.005)


def walk(photos: Path, output: Path, spoken: str, percent: int) -> None:
    """Draw all pages in one language and with one size of text."""
    app = QApplication([])
    language.install(app, spoken)
    with TemporaryDirectory() as scratch, _home_apart(Path(scratch)):
        pictures = Path(scratch) / "Pictures"
        roll = Path(shutil.copytree(photos, pictures / photos.name))
        recent = (roll, pictures / "Allotment club")
        wishes = replace(settings.load(), recent=recent, output=pictures / "Lenscap", text_size=percent, scheme="light")
        appearance.dress(app, wishes)
        vars(numbers)["date"] = _Day  # the chip of the 30-day window counts from today
        window = Window(wishes)
        window.show()
        Walk(app, window, roll, output, spoken if percent == 100 else f"{spoken}-large").go()
        window.close()


@contextmanager
def _home_apart(scratch: Path) -> Iterator[None]:
    """Leave the person's own settings as they are, and remember nothing; paths are shown as seen from home."""
    before = {name: os.environ.get(name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    os.environ.update(dict.fromkeys(before, str(scratch)))
    try:
        yield
    finally:
        os.environ.update({name: value for name, value in before.items() if value is not None})


if __name__ == "__main__":
    if len(sys.argv) == 5:
        walk(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    elif len(sys.argv) == 3:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        raise SystemExit("screenshots.py PHOTOS OUTPUT")
