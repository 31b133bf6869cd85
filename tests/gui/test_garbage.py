"""Garbage is looked for in the window's thread, in steps that nobody notices, and is found all the same."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lenscap.gui.garbage import Garbage
from lenscap.gui.roll.photo import Photo


class Loop:
    """Refers to itself, so that only a look at it shows that nobody else does."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    """Looks for garbage, in steps."""
    made = Garbage()
    yield made
    made.stop()


def test_what_is_new_and_unused_goes_soon(garbage: Garbage, qtbot: QtBot) -> None:
    gone = weakref.ref(Loop())
    held = [[number] for number in range(5000)]
    qtbot.waitUntil(lambda: gone() is None, timeout=3000)
    assert len(held) == 5000


def test_fifty_thousand_photos_are_not_looked_at_each_time(garbage: Garbage, qtbot: QtBot) -> None:
    photos = [Photo(Path(f"/nowhere/{number}.jpg"), "", identity=1 + number) for number in range(50_000)]
    garbage.look()
    held = [[number] for number in range(5000)]
    began = time.thread_time()
    garbage.look()
    assert time.thread_time() - began < 0.05
    assert len(gc.get_objects(generation=2)) < 50_000 < len(photos) + len(held)


def test_what_was_taken_for_lasting_goes_when_everything_is_looked_at(garbage: Garbage) -> None:
    loop = Loop()
    gone = weakref.ref(loop)
    garbage.look_at_all()
    garbage.look()
    del loop
    garbage.look_at_all()
    garbage.look()
    assert gone() is None


def test_python_looks_for_garbage_itself_when_the_window_is_closed(qtbot: QtBot) -> None:
    Garbage().stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
