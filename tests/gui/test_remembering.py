"""What was decided in a window is there in the next one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lenscap import decisions
from lenscap.gui.window import Window
from lenscap.model import Box, Edits
from lenscap.settings import load

EDITS = Edits(cover=(Box(10, 20, 60, 50),))


def opened(qtbot: QtBot, folder: Path) -> Window:
    window = Window(load())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])
    return window


def edits(window: Window, name: str) -> Edits:
    return next(photo.edits for photo in window.photos.photos() if photo.name == name)


def decide(window: Window, path: Path, what: Edits = EDITS) -> None:
    window.history.decide({path: what}, "Draw a box")


def test_a_box_is_there_in_the_next_window_also_if_the_photo_was_renamed(qtbot: QtBot, folder: Path) -> None:
    window = opened(qtbot, folder)
    decide(window, folder / "dated.jpg")
    window.close()
    (folder / "dated.jpg").rename(folder / "trip" / "renamed.jpg")
    again = opened(qtbot, folder)
    assert edits(again, str(Path("trip/renamed.jpg"))) == EDITS
    assert edits(again, "plain.jpg") == Edits()
    assert again.history.count() == 0
    again.close()


def test_it_is_written_without_closing_and_undoing_it_is_written_too(qtbot: QtBot, folder: Path) -> None:
    window = opened(qtbot, folder)
    known = decisions.identity(folder / "dated.jpg")
    assert known
    decide(window, folder / "dated.jpg")
    qtbot.waitUntil(lambda: decisions.recalled(known) == EDITS, timeout=5000)
    window.history.step_back()
    qtbot.waitUntil(lambda: decisions.recalled(known) == Edits(), timeout=5000)
    window.close()


def test_a_photo_that_was_changed_since_has_no_boxes(qtbot: QtBot, folder: Path) -> None:
    window = opened(qtbot, folder)
    decide(window, folder / "dated.jpg")
    window.close()
    with (folder / "dated.jpg").open("ab") as file:
        file.write(b"more")
    again = opened(qtbot, folder)
    assert edits(again, "dated.jpg") == Edits()
    again.close()


def test_what_is_decided_before_a_photo_was_read_wins_and_is_kept(qtbot: QtBot, folder: Path) -> None:
    window = opened(qtbot, folder)
    decide(window, folder / "dated.jpg", Edits(cover=(Box(1, 1, 9, 9),)))
    window.close()
    again = Window(load())
    qtbot.addWidget(again)
    again.photos.rowsInserted.connect(lambda: decide(again, folder / "dated.jpg"))
    with qtbot.waitSignal(again.roll.reading.settled, timeout=20_000):
        again.open_paths([folder])
    assert edits(again, "dated.jpg") == EDITS
    again.close()
    assert decisions.recalled(decisions.identity(folder / "dated.jpg") or b"") == EDITS


def test_opening_another_folder_at_once_loses_nothing(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    window = opened(qtbot, folder)
    decide(window, folder / "dated.jpg")
    (tmp_path / "empty").mkdir()
    window.open_paths([tmp_path / "empty"])
    window.close()
    assert decisions.recalled(decisions.identity(folder / "dated.jpg") or b"") == EDITS


@pytest.mark.expects_log
def test_a_damaged_store_stops_nothing(qtbot: QtBot, folder: Path) -> None:
    decisions.path().parent.mkdir(parents=True)
    decisions.path().write_bytes(b"damaged" * 1000)
    window = opened(qtbot, folder)
    decide(window, folder / "dated.jpg")
    assert edits(window, "dated.jpg") == EDITS
    window.close()
    assert decisions.recalled(decisions.identity(folder / "dated.jpg") or b"") == EDITS
