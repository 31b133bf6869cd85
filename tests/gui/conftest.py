"""A window without a screen, photos made here, and no word of warning from Qt."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PIL import Image
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenscap.gui import decoding, theme
from lenscap.gui.history import History
from lenscap.gui.roll import looking
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.viewer.page import ViewerPage
from lenscap.gui.window import Window
from lenscap.policy import PRESETS
from lenscap.settings import load
from tests.gui.scenes import photos_in, put_up, show


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning of Qt's fails the test that caused it; an exception in a slot does so anyway."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """As in the program, nobody looks for garbage but the window's thread: elsewhere it would take widgets away."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def same_language() -> Iterator[None]:
    """Whatever language a test chooses, the next one begins as the first did: numbers are written as before."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings that are nobody's."""
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    monkeypatch.setattr("lenscap.settings.path", lambda: file)
    return file


@pytest.fixture(autouse=True)
def no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text is not looked for, as where that is not installed: it takes seconds for each photo."""
    monkeypatch.setattr("lenscap.gui.roll.reading._text_there_is", lambda: None)


@pytest.fixture(autouse=True)
def read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Photos are read and decoded in this process, which starts at once and can be told what to find."""
    if not request.node.get_closest_marker("reads_apart"):
        monkeypatch.setattr("lenscap.gui.roll.reader.Hand", ReadsHere)
        monkeypatch.setattr("lenscap.gui.decoding.Hand", Here)
    processes = decoding._Processes()  # none that an earlier test still uses
    monkeypatch.setattr(decoding, "_processes", processes)
    yield
    processes.stop()


class Here:
    """What a process beside the window does, done in the thread that asks for it."""

    def __init__(self, *_: object) -> None:
        pass

    def call(self, function: Callable[..., object], *arguments: object, seconds: float) -> object:
        """What a function returns; what travels both ways has to be such that it can."""
        assert seconds > 0
        return _sent(function(*_sent(arguments)))

    def end(self) -> None:
        """There is nothing to end."""

    stop = end


class ReadsHere(Here):
    """The same for reading: SQLite wants each thread to open its own."""

    def call(self, function: Callable[..., object], *arguments: object, seconds: float) -> object:
        """What a function returns; what is remembered is closed again."""
        try:
            return super().call(function, *arguments, seconds=seconds)
        finally:
            if looking._store.cache_info().currsize:
                looking._store().close()
            looking._store.cache_clear()


def _sent(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 (our own)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The program in light colours."""
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The whole window, with copies going to a folder of the test."""
    made = Window(replace(load(), output=tmp_path / "copies"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def thumbnails() -> Iterator[Thumbnails]:
    """Thumbnails for a page that is tested without the window."""
    made = Thumbnails()
    yield made
    made.wait()


@pytest.fixture
def photos(tmp_path: Path) -> PhotoModel:
    """The photos of the viewer's tests."""
    return photos_in(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, photos: PhotoModel, thumbnails: Thumbnails) -> Iterator[ViewerPage]:
    """The viewer alone, with the first of these photos; tests of other pages have a page of their own."""
    made = ViewerPage(photos, photos, thumbnails, History(photos, photos))
    made.set_policy(PRESETS["faces"])
    put_up(qtbot, made)
    qtbot.waitExposed(made)
    made.activateWindow()
    show(qtbot, made, 0)
    yield made
    made.wait()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three photos: one with a position, one with a date, one with nothing, and a file that is none."""
    room = tmp_path / "photos"
    (room / "trip").mkdir(parents=True)
    _photo(room / "plain.jpg", "red")
    _photo(room / "dated.jpg", "green", date="2020:05:04 10:20:30")
    _photo(room / "trip" / "placed.jpg", "blue", date="2021:06:07 08:09:10", placed=True)
    (room / "torn.jpg").write_bytes(b"not a photo")
    return room


def _photo(path: Path, colour: str, date: str = "", placed: bool = False) -> None:
    exif = Image.Exif()
    if date:
        exif.get_ifd(0x8769)[0x9003] = date
    if placed:
        exif[0x8825] = {1: "N", 2: (38.0, 42.0, 0.0), 3: "W", 4: (9.0, 7.0, 0.0)}
    Image.new("RGB", (320, 240), colour).save(path, exif=exif)
