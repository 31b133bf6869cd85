"""A walk through every page and dialog of the window, with something to see on each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui.about import AboutDialog
from lenscap.gui.addon import AddOnDialog
from lenscap.gui.crash import CrashDialog
from lenscap.gui.keys import KeysDialog
from lenscap.gui.memory import MemoryDialog
from lenscap.gui.policy import PoliciesDialog
from lenscap.gui.preferences import SettingsDialog
from lenscap.gui.watching import WatchDialog
from lenscap.gui.window import Window
from lenscap.model import PICTURE, Box, Finding, Kind, Outcome, Report, Result, Size
from lenscap.settings import Settings

STOPPED = "There is no room left where the copies go. Make room or choose another folder, then try again."


def stops(window: Window, qtbot: QtBot, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield the name of what can be seen now, and what is to be looked at."""
    window.welcome.show_recent([folder, folder / "trip"])
    yield "welcome", window
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])
    qtbot.waitUntil(lambda: not window.roll.reading.running, timeout=60_000)
    window.photos.set_report(folder / "plain.jpg", _telling(folder / "plain.jpg"), seen=True)
    qtbot.wait(300)
    yield from _roll(window, qtbot)
    window._open_viewer(folder / "plain.jpg")
    qtbot.waitUntil(lambda: not window.viewer.stage._before.empty, timeout=10_000)
    yield "viewer", window
    window.show_roll()
    window.toolbar.tabs.segment("cloud").click()
    qtbot.waitUntil(lambda: window.cloud._now is not None, timeout=10_000)
    qtbot.wait(300)
    yield "cloud", window
    qtbot.waitUntil(window.cloud.which.segment("after").isEnabled, timeout=10_000)
    window.cloud.which.segment("after").click()
    qtbot.wait(300)
    yield "cloud after", window
    window.roll.clean_bar.set_policy("metadata")
    window.work.start([photo.path for photo in window.photos.photos()])
    yield "cleaning", window
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=60_000)
    window.cleaning._end(STOPPED)
    window.pages.setCurrentWidget(window.cleaning)
    yield "stopped", window
    window.pages.setCurrentWidget(window.done)
    window.done.show_results(_results(folder), folder)
    qtbot.wait(200)
    yield "done", window
    window.done.see_left.click()
    qtbot.wait(200)
    yield "left", window
    window.toolbar.tabs.segment("guide").click()
    yield "guide", window
    for dialog in _dialogs(window):
        dialog.show()
        qtbot.wait(20)
        yield type(dialog).__name__, dialog
        dialog.hide()  # closed, the one with policies asks what becomes of what is not saved
        dialog.deleteLater()


def _roll(window: Window, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """The page with all photos: as it opens, with the details of one and of several, in groups, with nothing."""
    roll = window.roll
    yield "roll", window
    roll.arrange(0, "open")
    roll.inspector.show()
    roll.grid.go_to_row(window.photos.row(_telling_path(window)))
    qtbot.wait(100)
    yield "roll, details", window
    roll.grid.selectAll()
    roll.bar.groups.choose("day")
    qtbot.wait(100)
    yield "roll, several", window
    roll.grid.clearSelection()
    roll.bar.groups.choose("nothing")
    roll.bar.chips["face"].click()
    roll.bar.chips["cleaned"].click()
    yield "roll, filtered", window
    roll.bar.clear()
    roll.arrange(0, "")
    roll.inspector.hide()


def _telling_path(window: Window) -> Path:
    return max(window.photos.photos(), key=lambda photo: len(photo.report.findings) if photo.report else 0).path


def controls(root: QWidget) -> list[QWidget]:
    """What can be seen of the parts below ``root``."""
    QApplication.processEvents()
    return [each for each in root.findChildren(QWidget) if each.isVisible()]


def _dialogs(window: Window) -> Iterator[QDialog]:
    yield AboutDialog(window)
    yield KeysDialog(window)
    yield SettingsDialog(Settings(), window)
    yield AddOnDialog(window)
    yield MemoryDialog(True, window)
    yield WatchDialog(window.roll.presets, "soft", Path.home() / "Pictures" / "Lenscap", window)
    yield PoliciesDialog("metadata", window.roll.policy(), window)
    yield CrashDialog("ValueError\nlenscap/gui/window.py:1 fail")


def _telling(path: Path) -> Report:
    found = (
        Finding(Kind.FACE, "A face", PICTURE, 0.9, Box(40, 60, 60, 80)),
        Finding(Kind.FACE, "A face", PICTURE, 0.3, Box(150, 60, 60, 80)),
        Finding(Kind.TEXT, "CENTRAL STATION", PICTURE, 0.9, Box(20, 10, 60, 20)),
        Finding(Kind.PLACE, "Taken in Lisbon, Portugal", "Exif GPS", data={"lat": 38.7, "lon": -9.1, "name": "Lisbon"}),
        Finding(Kind.TIME, "Taken on 7 June 2021", "Exif", data={"iso": "2021-06-07T08:09:10"}),
        Finding(Kind.DEVICE, "Taken with a camera whose name is long enough to need some room", "Exif"),
        Finding(Kind.PREVIEW, "A small copy of the picture", "Exif thumbnail"),
    )
    return Report(path, "JPEG", Size(320, 240), found)


def _results(folder: Path) -> list[Result]:
    copy = folder / "plain.jpg"
    return [
        Result(copy, copy, Outcome.CLEANED, _telling(copy), Report(copy, "JPEG", Size(320, 240), ()), covered=2),
        Result(folder / "torn.jpg", None, Outcome.REFUSED, reason="It is not a photo. Nothing was written."),
        Result(folder / "dated.jpg", None, Outcome.FAILED, reason="The copy still held a position, so it was deleted."),
    ]
