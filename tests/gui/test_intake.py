"""What comes into the window: dropped files, pasted files and pictures, and addresses that are never fetched."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from lenscap.errors import UnreadableError
from lenscap.gui.pasted import Pasted, sweep
from lenscap.gui.window import Window
from tests.gui.scenes import drop_data, held, hold_over

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    room = tmp_path / "temporary"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    return room


def red(width: int = 40, height: int = 30) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(200, 20, 20))
    made.setText("Author", "Marta")
    return made


def pictured() -> QMimeData:
    data = QMimeData()
    data.setImageData(red())
    return data


def addressed() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/photo.jpg")])
    return data


def paste(window: Window, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)


def answers(window: Window) -> list[str]:
    said = [box.text() for box in window.findChildren(QMessageBox) if box.isVisible()]
    for box in window.findChildren(QMessageBox):
        box.close()
    return said


def test_pasted_files_are_shown(window: Window, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        paste(window, held(folder / "plain.jpg"))
    assert [photo.name for photo in window.photos.photos()] == ["plain.jpg"]


def test_a_pasted_picture_is_kept_for_this_person_alone_until_the_end(
    window: Window, qtbot: QtBot, temporary: Path
) -> None:
    for n in (1, 2):
        with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
            paste(window, pictured())
        assert {photo.name for photo in window.photos.photos()} == {f"Pasted picture {m}.png" for m in range(1, n + 1)}
    (folder,) = temporary.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    kept = QImage(str(folder / "Pasted picture 1.png"))
    assert kept.size() == red().size()
    assert kept.pixelColor(5, 5) == QColor(200, 20, 20)
    window.close()
    assert not list(temporary.iterdir())


def test_a_picture_is_dropped_as_a_browser_does_it(window: Window, qtbot: QtBot) -> None:
    data = pictured()
    data.setUrls([QUrl("https://example.org/photo.jpg")])
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        drop_data(window, data)
    assert [photo.name for photo in window.photos.photos()] == ["Pasted picture 1.png"]


def test_an_address_is_answered_with_a_sentence_and_never_fetched(window: Window) -> None:
    assert hold_over(window, addressed()).isAccepted()
    drop_data(window, addressed())
    assert answers(window) == ["Save the picture first, then drop the file."]
    paste(window, addressed())
    assert answers(window) == ["Save the picture first, then drop the file."]
    assert window.pages.currentWidget() is window.welcome


def test_nothing_to_paste_is_said(window: Window) -> None:
    data = QMimeData()
    data.setText("just words")
    paste(window, data)
    assert answers(window) == ["There is no picture to paste."]
    QGuiApplication.clipboard().clear()
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)
    assert answers(window) == ["There is no picture to paste."]


def test_words_are_still_pasted_into_a_field(window: Window, qtbot: QtBot) -> None:
    field = QLineEdit(window.welcome)
    field.show()
    field.setFocus()
    QGuiApplication.clipboard().setText("a name")
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert field.text() == "a name"
    assert not answers(window)


def test_no_room_for_a_picture_is_said_and_nothing_stays(
    window: Window, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "missing"))
    paste(window, pictured())
    assert answers(window) == ["The picture could not be kept: there is no room for it on the disk."]


def test_a_picture_that_cannot_be_written_leaves_no_half_file(temporary: Path) -> None:
    room = Pasted()
    room.keep(red())
    with pytest.raises(UnreadableError):
        room.keep(QImage())
    assert [path.name for path in next(temporary.iterdir()).glob("*.png")] == ["Pasted picture 1.png"]
    room.close()


def test_what_a_picture_is_said_to_be_does_not_go_into_the_file(temporary: Path) -> None:
    room = Pasted()
    assert b"Marta" not in room.keep(red()).read_bytes()
    room.close()


KILLED = """
import os, sys, tempfile
tempfile.tempdir = sys.argv[1]
from PySide6.QtGui import QImage
from lenscap.gui.pasted import Pasted
image = QImage(9, 9, QImage.Format.Format_RGB32)
image.fill(0)
room = Pasted()
room.keep(image)
os._exit(9)
"""


def test_what_a_killed_program_left_is_swept_and_what_another_uses_is_not(temporary: Path) -> None:
    used = Pasted()
    mine = used.keep(red())
    subprocess.run([sys.executable, "-c", KILLED, str(temporary)], check=False)
    assert len(list(temporary.iterdir())) == 2
    sweep()
    assert list(temporary.iterdir()) == [mine.parent]
    used.close()


def test_what_only_has_the_name_is_not_swept(temporary: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (temporary / "lenscap-pasted-link").symlink_to(precious)
    (temporary / "lenscap-pasted-file").write_text("mine")
    sweep()
    assert len(list(temporary.iterdir())) == 2
    assert precious.is_dir()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs the right to give files away")
def test_what_another_person_made_is_not_swept(temporary: Path) -> None:
    theirs = temporary / "lenscap-pasted-theirs"
    theirs.mkdir()
    os.chown(theirs, 12345, 12345)
    sweep()
    assert theirs.is_dir()


def test_a_large_picture_is_kept_at_full_size(temporary: Path) -> None:
    room = Pasted()
    assert QImage(str(room.keep(red(3000, 2000)))).width() == 3000
    room.close()
