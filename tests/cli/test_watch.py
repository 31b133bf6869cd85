"""``lenscap watch`` on the command line, ended by signals as people and services do it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lenscap.cli import main
from tests.pictures import astronaut


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_a_sentence_and_leaves_no_scratch(number: signal.Signals, tmp_path: Path) -> None:
    inbox, copies = tmp_path / "inbox", tmp_path / "copies"
    inbox.mkdir()
    for n in range(3):
        astronaut().resize((64, 64)).save(inbox / f"{n}.jpg")
    command = [sys.executable, "-m", "lenscap", "watch", str(inbox), "--to", str(copies), "--json"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ})
    assert running.stdout
    lines = [json.loads(running.stdout.readline()) for _ in range(3)]
    time.sleep(0.3)
    running.send_signal(number)
    rest, said = running.communicate(timeout=30)
    assert running.returncode == 0
    assert rest == ""
    assert {line["outcome"] for line in lines} == {"already_clean"}
    assert "Waiting for photos in" in said
    assert said.splitlines()[-1] == f"lenscap: Stopped. 3 photos were copied to {copies}."
    assert sorted(path.name for path in copies.iterdir()) == ["0.jpg", "1.jpg", "2.jpg"]


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", str(tmp_path / "inbox"), "--to", str(tmp_path / "copies")]) == 2
    assert "There is no folder “inbox”" in capsys.readouterr().err


def test_copies_that_would_come_back_are_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", str(tmp_path), "--to", str(tmp_path)]) == 2
    assert "Choose another folder" in capsys.readouterr().err
