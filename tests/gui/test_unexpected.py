"""Errors that nobody foresaw, on all the roads on which they come: told once, naming nothing, and the work goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRunnable, QThread, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from lenscap.gui import crash
from lenscap.gui.tasks import Task

_kept: list[QObject] = []
SECRET = "/home/marta/Lisbon 38.7,-9.1/secret.jpg"


class UnforeseenError(Exception):
    """Carries what nobody may see."""


def _fail() -> None:
    raise UnforeseenError(SECRET)


class _Slot(QObject):
    def go(self) -> None:
        QTimer.singleShot(0, _fail)


class _Filter(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.User:
            _fail()
        return False


class _Painted(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        _fail()


class _Runnable(QRunnable):
    def run(self) -> None:
        _fail()


class _Thread(QThread):
    def run(self) -> None:
        _fail()


def _left() -> Iterator[int]:
    try:
        yield 1
    finally:
        _fail()


def _in_slot(_: QtBot) -> None:
    _Slot().go()


def _in_filter(qtbot: QtBot) -> None:
    watched, watching = QWidget(), _Filter()
    qtbot.addWidget(watched)
    watched.installEventFilter(watching)
    QApplication.postEvent(watched, QEvent(QEvent.Type.User))
    _kept.extend((watched, watching))


def _in_paint(qtbot: QtBot) -> None:
    painted = _Painted()
    qtbot.addWidget(painted)
    painted.show()
    qtbot.waitUntil(lambda: bool(_dialogs()), timeout=10_000)
    painted.hide()


def _in_pool(_: QtBot) -> None:
    pool = QThreadPool()
    pool.start(_Runnable())
    pool.waitForDone()


def _in_thread(_: QtBot) -> None:
    thread = _Thread()
    thread.start()
    thread.wait()


def _in_python_thread(_: QtBot) -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()


def _in_what_is_thrown_away(_: QtBot) -> None:
    left = _left()
    next(left)
    del left


@pytest.fixture
def told(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program's own hooks, and nothing told yet."""
    monkeypatch.setattr(crash, "_told", set())
    with capture_exceptions():
        for name in ("excepthook", "unraisablehook"):
            monkeypatch.setattr(sys, name, getattr(sys, name))
        monkeypatch.setattr(threading, "excepthook", threading.excepthook)
        crash.install()
        yield
        for dialog in _dialogs():
            dialog.close()
        monkeypatch.undo()


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "road",
    [_in_slot, _in_filter, _in_paint, _in_pool, _in_thread, _in_python_thread, _in_what_is_thrown_away],
    ids=lambda road: road.__name__.strip("_"),
)
def test_an_error_is_told_once_and_names_nothing(
    told: None, qtbot: QtBot, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str],
    road: Callable[[QtBot], None],
) -> None:  # fmt: skip
    road(qtbot)
    qtbot.waitUntil(lambda: bool(_dialogs()), timeout=10_000)
    (dialog,) = _dialogs()
    road(qtbot)
    qtbot.wait(50)
    assert len(_dialogs()) == 1
    copy = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy report")
    copy.click()
    shown = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    everything = [shown, QGuiApplication.clipboard().text(), caplog.text, *capfd.readouterr()]
    assert "UnforeseenError" in shown
    assert not [text for text in everything for word in ("marta", "secret", "38.7", "/home") if word in text]


@pytest.mark.expects_log
def test_an_error_in_a_task_comes_as_a_sentence_without_a_report(
    told: None, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    task = Task(_left)
    with qtbot.waitSignal(task.failed) as said:
        task.start()
    assert "Your photos were not changed" in said.args[0]
    assert "marta" not in caplog.text + said.args[0]


def _fail_because_of_another() -> None:
    try:
        _fail()
    except UnforeseenError as error:
        raise ValueError(SECRET) from error


def test_the_chain_of_causes_is_left_out_of_the_report() -> None:
    with pytest.raises(ValueError, match="marta") as raised:
        _fail_because_of_another()
    assert "marta" not in crash.report(raised.value)


def _dialogs() -> list[crash.CrashDialog]:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, crash.CrashDialog)]
    return [each for each in found if each.isVisible()]
