"""The window in a real X window, moved by the pointer and the keys of the X server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from lenscap.model import Looking
from lenscap.pipeline import inspect
from tests.gui.x.walk import SCREEN
from tests.pictures import astronaut, grace_hopper

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"),
]


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "{}x{}x24".format(*SCREEN), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL) as server:
        os.close(theirs)
        with os.fdopen(ours) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


def test_drop_look_draw_undo_clean_and_drag_out(display: str, tmp_path: Path) -> None:
    folder, copies, heard = tmp_path / "roll", tmp_path / "copies", tmp_path / "heard"
    folder.mkdir()
    astronaut().save(folder / "astronaut.jpg", quality=92, exif=_dated())
    grace_hopper().save(folder / "hopper.jpg", quality=92, exif=_dated())
    command = [sys.executable, "-m", "tests.gui.x.walk", str(folder), str(copies), str(heard)]
    apart = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "DISPLAY": display}
    environment = {**os.environ, **apart, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stderr
    actions, *paths = heard.read_text().split("\n")
    assert actions == "copy"
    assert paths
    for path in map(Path, paths):
        assert path.parent == copies
        assert not [each for each in inspect(path, Looking()).findings if each.where.startswith("Exif")]


def _dated() -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2020:05:04 10:20:30"
    return exif
