"""The policies that the window offers, and what it makes of those in the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from lenscap.gui.window import Window
from lenscap.model import Box, Edits
from lenscap.policy import PRESETS
from lenscap.settings import load

Open = Callable[..., Window]


@pytest.fixture
def opened(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens the window with settings."""
    made: list[Window] = []

    def begin(**wishes: str) -> Window:
        made.append(Window(replace(load(), output=tmp_path / "copies", **wishes)))  # type: ignore[arg-type]
        qtbot.addWidget(made[-1])
        made[-1].show()
        made[-1].tell_problems()
        return made[-1]

    yield begin
    for window in made:
        window.close()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A policy of somebody's own."""
    file = tmp_path / "<b>mine.toml"
    file.write_text('base = "everything"\nstyle = "solid"\n[photos."dated.jpg"]\ncover = [[1, 2, 30, 40]]\n')
    return file


def test_a_policy_of_ones_own_is_offered_by_its_name_and_used(opened: Open, own: Path) -> None:
    window = opened(policy=str(own))
    choice = window.roll.clean_bar.preset
    assert choice.currentText() == "<b>mine"
    assert "<b>" not in choice.toolTip()
    assert [choice.itemText(row) for row in range(choice.count())][-3:] == ["<b>mine", "", "My own…"]
    assert window.roll.policy() == replace(PRESETS["everything"], name="<b>mine", style="solid")


def test_what_it_decides_about_single_photos_shows_in_the_window(
    opened: Open, own: Path, qtbot: QtBot, folder: Path
) -> None:
    window = opened(policy=str(own))
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])
    assert window.roll.policy().edits == {str(folder / "dated.jpg"): Edits(cover=(Box(1, 2, 30, 40),))}


def test_what_it_decides_holds_also_if_it_is_chosen_later(opened: Open, own: Path, qtbot: QtBot, folder: Path) -> None:
    window = opened(policy=str(own))
    window.roll.clean_bar.set_policy("faces")
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])
    assert window.roll.policy().edits == {}
    window.roll.clean_bar.set_policy(str(own))
    assert len(window.roll.policy().edits) == 1


def test_a_policy_that_cannot_be_read_is_told_and_left_in_the_settings(opened: Open, own: Path) -> None:
    own.write_text("base =")
    window = opened(policy=str(own))
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "is not a TOML file" in box.text()
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert [said.text() for said in box.findChildren(QLabel) if "Share safely" in said.text()]
    assert window.roll.policy() == PRESETS["faces"]
    box.close()


def test_a_style_that_does_not_exist_is_as_if_nobody_had_chosen(opened: Open) -> None:
    window = opened(style="blur")
    assert window.roll.policy().style == "soft"
    assert window.findChild(QMessageBox) is None
