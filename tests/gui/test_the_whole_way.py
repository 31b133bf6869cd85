"""A person's whole way: drop a folder, look at a face, keep it, clean, read the files again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenscap import cli
from lenscap.gui.pictures import picture
from lenscap.gui.viewer.boxes import BoxItem
from lenscap.gui.window import Window
from lenscap.model import SURE, Box, Edits, Kind, Looking
from lenscap.pipeline import inspect
from tests.gui.scenes import drop, middle
from tests.pictures import astronaut, grace_hopper
from tests.samples import named


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    folder = tmp_path / "roll"
    (folder / "deep").mkdir(parents=True)
    astronaut().save(folder / "astronaut.jpg", quality=92)
    grace_hopper().save(folder / "deep" / "hopper.png")
    (folder / "told.jpg").write_bytes(named("jpeg-everything").data)
    (folder / "torn.jpg").write_bytes(b"not a photo")
    return folder


def face_in(path: Path) -> Box:
    return next(
        each.box
        for each in inspect(path, Looking("careful")).findings
        if each.kind == Kind.FACE and each.box is not None
    )


def keep_by_a_click(window: Window, qtbot: QtBot, path: Path) -> None:
    """Open the photo at ``path`` large and click on the face in it."""
    window.roll.opened.emit(path)
    box, stage = face_in(path), window.viewer.stage
    qtbot.waitUntil(lambda: not stage.empty, timeout=20_000)
    qtbot.waitUntil(lambda: any(isinstance(each, BoxItem) for each in stage.items(middle(window.viewer, box))))
    QTest.mouseClick(stage.viewport(), Qt.MouseButton.LeftButton, pos=middle(window.viewer, box))
    qtbot.waitUntil(lambda: window.photos.edits().get(str(path), Edits()).keep == (box,))
    QTest.keyClick(window.viewer, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.roll.isVisible)


def clean_all(window: Window, qtbot: QtBot) -> None:
    QTest.mouseClick(window.roll.clean_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=120_000)


def difference(one: Path, other: Path, box: Box) -> float:
    """How far the pixels of two photos are apart inside a box, on average."""
    inside = (slice(box.y, box.y + box.h), slice(box.x, box.x + box.w))
    first, second = (np.asarray(picture(path).convert("RGB")).astype(int)[inside] for path in (one, other))
    return float(np.abs(first - second).mean())


def test_a_folder_is_dropped_a_face_kept_the_photos_cleaned_and_the_files_say_so(
    window: Window, qtbot: QtBot, roll: Path, tmp_path: Path
) -> None:
    window.roll.clean_bar.set_policy("faces")
    with qtbot.waitSignal(window.roll.reading.settled, timeout=120_000):
        drop(window, roll)
    kept, covered = face_in(roll / "astronaut.jpg"), face_in(roll / "deep" / "hopper.png")
    keep_by_a_click(window, qtbot, roll / "astronaut.jpg")
    clean_all(window, qtbot)
    copies = tmp_path / "copies"
    assert sorted(str(path.relative_to(copies)) for path in copies.rglob("*") if path.is_file()) == [
        "astronaut.jpg",
        str(Path("deep/hopper.png")),
        "told.jpg",
    ]
    assert difference(roll / "astronaut.jpg", copies / "astronaut.jpg", kept) < 3
    assert difference(roll / "deep" / "hopper.png", copies / "deep" / "hopper.png", covered) > 15
    seen = inspect(copies / "deep" / "hopper.png", Looking("careful")).findings
    assert not [each for each in seen if each.kind == Kind.FACE and each.certainty >= SURE]
    assert {each.kind for each in inspect(copies / "told.jpg").findings} <= {Kind.FILENAME}


def test_the_window_and_the_command_line_write_the_same_bytes(
    window: Window, qtbot: QtBot, roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = face_in(roll / "astronaut.jpg")
    window.roll.clean_bar.set_policy("faces")
    with qtbot.waitSignal(window.roll.reading.settled, timeout=120_000):
        drop(window, roll)
    keep_by_a_click(window, qtbot, roll / "astronaut.jpg")
    clean_all(window, qtbot)
    policy = tmp_path / "mine.toml"
    policy.write_text(f'base = "faces"\n[photos."astronaut.jpg"]\nkeep = [{list(box)}]\n')
    assert cli.main(["clean", str(roll), "--to", str(tmp_path / "typed"), "--policy", str(policy), "--json"]) == 1
    clicked, typed = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "copies", tmp_path / "typed")
    )
    assert len(clicked) == 3
    assert clicked == typed
