"""The dialog in which a model is added that finds objects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from lenscap import models
from lenscap.cloud import NO_OBJECTS
from lenscap.gui.addon import AddOnDialog
from lenscap.gui.roll.reading import _all_there_is
from lenscap.gui.window import Window
from tests.detectors.test_objects import model


@pytest.fixture(autouse=True)
def own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(models, "folder", lambda: tmp_path / "added")
    return tmp_path / "added"


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[AddOnDialog]:
    made = AddOnDialog()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_it_says_where_the_model_is_got_and_fetches_nothing(
    dialog: AddOnDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def browse(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", browse)
    dialog.copy_address.click()
    assert QGuiApplication.clipboard().text() == models.ADDRESS
    assert not opened
    dialog.open_address.click()
    assert opened == [models.ADDRESS]
    assert not models.installed()
    assert dialog.remove.isHidden()


def test_a_model_is_added_and_removed(
    dialog: AddOnDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = model(tmp_path / "tiny.onnx", [])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    assert not _all_there_is().objects
    dialog.add.click()
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    assert dialog.said.text().startswith("Added. It knows 2 things")
    assert _all_there_is().objects
    assert dialog.remove.isVisible()
    dialog.remove.click()
    assert not models.installed()
    assert dialog.said.text() == "No model was added yet."


def test_a_file_that_is_no_model_is_refused_in_words(dialog: AddOnDialog, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "holiday.onnx"
    file.write_bytes(b"no model")
    dialog.add_file(file)
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    assert "holiday.toml" in dialog.said.text()
    assert not models.installed()


def test_the_page_about_the_cloud_leads_there(window: Window, qtbot: QtBot) -> None:
    window.cloud.making._show_unseen([NO_OBJECTS])
    buttons = window.cloud.making.findChildren(QAbstractButton)
    wanted = next(each for each in buttons if each.text().startswith("Find objects"))
    wanted.click()
    qtbot.waitUntil(lambda: any(isinstance(each, AddOnDialog) for each in QApplication.topLevelWidgets()))
    for each in QApplication.topLevelWidgets():
        if isinstance(each, AddOnDialog):
            each.close()
