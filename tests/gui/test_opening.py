"""Opening with files: from a file manager, and when a window is open already."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from pathlib import Path
from threading import Timer

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from lenscap import cli
from lenscap.formats import containers
from lenscap.gui import app, calls
from lenscap.gui.arrivals import Arrivals
from lenscap.gui.calls import Call
from lenscap.gui.only import Listening, Turn
from lenscap.gui.window import Window
from lenscap.model import Box, Edits

ROOT = Path(__file__).resolve().parent.parent.parent
STARTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from lenscap.gui.window import Window
from lenscap.__main__ import main
from lenscap.gui.roll.page import RollPage
def telling(show):
    def tell(page, paths):
        for path in paths: print("opened", ascii(str(path)), flush=True)
        show(page, paths)
    return tell
RollPage.start, RollPage.add = telling(RollPage.start), telling(RollPage.add)
shown = Window.show
def show(window):
    shown(window)
    print("window", flush=True)
Window.show = show
sys.exit(main())
"""
HUNG = "import sys, time; from pathlib import Path; from lenscap.gui.only import Turn; " + (
    "turn = Turn(Path(sys.argv[1])); print(turn.first, flush=True); time.sleep(600)"
)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runtime folder of the test's own; gives the room in it."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    made = calls.room()
    assert made is not None
    return made


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts programs and ends those that are left."""
    begun: list[subprocess.Popen[str]] = []

    def begin(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
        environment = os.environ | {"PYTHONPATH": str(ROOT / "app"), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", code, *map(str, arguments)]
        begun.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment))
        return begun[-1]

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


def _says(process: subprocess.Popen[str], wanted: str) -> None:
    assert process.stdout is not None
    patience = Timer(120, process.kill)
    patience.start()
    try:
        if any(line.strip() == wanted for line in process.stdout):
            return
    finally:
        patience.cancel()
    raise AssertionError(f"it ended without “{wanted}”")


def test_files_and_folders_alone_are_for_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("clean", "IMG 1.jpg", "trip"):
        (tmp_path / name).mkdir()
    assert cli.is_for_the_window(["IMG 1.jpg", "trip"])
    assert cli.is_for_the_window(["./clean"])
    assert not cli.is_for_the_window(["clean"])
    assert not cli.is_for_the_window(["clean", "trip"])
    assert not cli.is_for_the_window(["trip", "--json"])
    assert not cli.is_for_the_window(["trip", "gone"])
    assert not cli.is_for_the_window([""])


@pytest.mark.parametrize("arguments", [["nothing.jpg"], ["trip", "nothing.jpg"], ["trip", "--json"], ["--nothing"]])
def test_what_is_neither_a_command_nor_there_is_wrong_usage(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "trip").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["lenscap", *arguments])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("lenscap", run_name="__main__")
    assert ended.value.code == 2
    assert "usage: lenscap" in capsys.readouterr().err


def test_the_program_hands_paths_to_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[Path]] = []

    def show(paths: list[Path]) -> int:
        asked.append(paths)
        return 0

    monkeypatch.setattr(app, "main", show)
    monkeypatch.setattr(sys, "argv", ["lenscap", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("lenscap", run_name="__main__")
    assert ended.value.code == 0
    assert asked == [[tmp_path]]


def test_the_desktop_is_told_all_the_kinds_of_files_that_are_known() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(ROOT / "packaging" / "lenscap.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    assert told["Exec"] == "lenscap %F"
    known = {kind for container in containers() for kind in container.TYPES}
    assert set(told["MimeType"].strip(";").split(";")) == known | {"inode/directory"}


def test_a_call_is_handed_over_whole_and_is_nobody_elses_business(room: Path) -> None:
    odd = Path(os.fsdecode(b"/photos/caf\xe9\n.jpg"))
    left = calls._written(room, [odd, Path("near.jpg")])
    assert left.stat().st_mode & 0o777 == 0o600
    (call,) = calls.take(room)
    assert call.paths == (odd, Path.cwd() / "near.jpg")
    assert not list(room.iterdir())


def test_a_room_that_others_may_enter_is_not_used(room: Path) -> None:
    room.chmod(0o755)
    assert calls.room() is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        b'{"paths": 3, "token": ""}',
        b'{"paths": ["/a"]}',
        json.dumps({"paths": ["/a"] * 100_001, "token": ""}).encode(),
    ],
    ids=range(7),
)
def test_what_is_no_call_is_thrown_away(room: Path, body: bytes) -> None:
    (room / "call-x.json").write_bytes(body)
    assert calls.take(room) == []
    assert not list(room.iterdir())


def test_relative_paths_numbers_and_nul_are_left_out_of_a_call(room: Path) -> None:
    (room / "call-x.json").write_text('{"paths": ["a.jpg", 3, "/a\\u0000b", "/b.jpg"], "token": "\\u0000x"}')
    (call,) = calls.take(room)
    assert call.paths == (Path("/b.jpg"),)
    assert "\0" not in call.token


def test_links_pipes_and_files_of_others_are_left_alone(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = '{"paths": ["/a.jpg"], "token": ""}'
    (tmp_path / "elsewhere.json").write_text(whole)
    (room / "call-link.json").symlink_to(tmp_path / "elsewhere.json")
    os.mkfifo(room / "call-pipe.json")
    (room / "call-theirs.json").write_text(whole)
    monkeypatch.setattr(calls, "_is_ours", lambda _: False)
    assert calls.take(room) == []
    assert len(list(room.iterdir())) == 3
    monkeypatch.undo()
    assert len(calls.take(room)) == 1
    assert len(list(room.iterdir())) == 2


def test_a_call_of_long_ago_opens_nothing(room: Path) -> None:
    left = calls._written(room, [Path("/a.jpg")])
    os.utime(left, (0, 0))
    assert calls.take(room) == []
    assert not left.exists()


def test_a_call_that_nobody_takes_is_taken_back(room: Path) -> None:
    assert not calls.hand_over(room, [Path("/a.jpg")], 0.05)
    assert not list(room.iterdir())


def test_the_second_is_not_first_until_the_first_has_ended(room: Path) -> None:
    first = Turn(room)
    assert first.first
    assert not Turn(room).first
    first.end()
    assert Turn(room).first


def test_without_a_room_every_start_is_the_first() -> None:
    turn = Turn(None)
    assert turn.first
    assert not turn.leave_to_first([])


def test_calls_are_heard_at_once(room: Path, qtbot: QtBot) -> None:
    listening = Listening(room)
    listening._clock.stop()
    with qtbot.waitSignal(listening.called, timeout=5000) as heard:
        calls._written(room, [Path("/a.jpg")])
    assert heard.args[0].paths == (Path("/a.jpg"),)


def test_calls_are_heard_where_no_change_of_a_folder_is_told(room: Path, qtbot: QtBot) -> None:
    listening = Listening(room)
    listening._watcher.removePaths(listening._watcher.directories())
    with qtbot.waitSignal(listening.called, timeout=5000):
        calls._written(room, [])


def test_photos_that_are_sent_are_shown_and_the_window_comes_up(window: Window, qtbot: QtBot, folder: Path) -> None:
    window.showMinimized()
    Arrivals(window).take(Call((folder,), ""))
    assert not window.isMinimized()
    qtbot.waitUntil(lambda: window.photos.rowCount() == 4)


def test_photos_that_are_sent_stand_beside_those_that_are_open(window: Window, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder / "plain.jpg"])
    edits = Edits(cover=(Box(1, 2, 30, 40),))
    window.history.decide({folder / "plain.jpg": edits}, "Draw a box")
    Arrivals(window).take(Call((folder / "trip",), ""))
    qtbot.waitUntil(lambda: window.photos.rowCount() == 2)
    assert window.photos.edits() == {str(folder / "plain.jpg"): edits}


def test_photos_that_come_while_others_are_cleaned_wait(window: Window, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder / "plain.jpg"])
    arrivals = Arrivals(window)
    window._go(window.cleaning)
    for name in ("trip", "dated.jpg"):
        arrivals.take(Call((folder / name,), ""))
    assert window.pages.currentWidget() is window.cleaning
    window.show_roll()
    qtbot.waitUntil(lambda: window.photos.rowCount() == 3)


@pytest.mark.slow
def test_a_second_start_ends_and_the_first_window_shows_its_photos(
    room: Path, folder: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    first = start(STARTED, folder / "trip")
    _says(first, "window")
    second = start(STARTED, folder / "plain.jpg", folder / "dated.jpg")
    assert second.wait(30) == 0
    _says(first, f"opened {str(folder / 'plain.jpg')!a}")
    _says(first, f"opened {str(folder / 'dated.jpg')!a}")
    assert second.stdout is not None
    assert "window" not in second.stdout.read()


@pytest.mark.slow
def test_the_lock_of_a_window_that_was_killed_holds_nobody_up(
    room: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    first = start(STARTED)
    _says(first, "window")
    first.kill()
    first.wait()
    assert (room / "window.lock").exists()
    began = time.monotonic()
    _says(start(STARTED), "window")
    assert time.monotonic() - began < 60


@pytest.mark.slow
def test_where_the_first_window_does_not_answer_the_second_opens_its_own(
    room: Path, folder: Path, start: Callable[..., subprocess.Popen[str]]
) -> None:
    hung = start(HUNG, room)
    _says(hung, "True")
    _says(start(STARTED, folder / "trip"), f"opened {str(folder / 'trip')!a}")
    assert [each.name for each in room.iterdir()] == ["window.lock"]


def test_a_lock_that_was_left_by_a_program_that_is_gone_is_taken_over(room: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    with_name = QLockFile(str(room / "window.lock"))
    assert with_name.tryLock(0)
    written = (room / "window.lock").read_text().splitlines()
    with_name.unlock()
    (room / "window.lock").write_text("\n".join([str(gone.pid), *written[1:]]) + "\n")
    assert Turn(room).first
