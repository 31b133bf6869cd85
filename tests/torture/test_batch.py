"""A small round of what ``tests/torture/batch.py`` does: no photo is lost, however a run is disturbed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.batch import mount_small, tortured, wrong

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="asks /proc, and mounts")]


@pytest.fixture
def small_disks(tmp_path: Path) -> None:
    try:
        mount_small(tmp_path, 4096)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("nobody lets us mount a small disk")
    subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.parametrize("way", ["group", "parent"])
def test_a_run_that_is_killed_a_dozen_times_ends_as_if_it_had_not_been(way: str, tmp_path: Path) -> None:
    figures = tortured([str(tmp_path / "here"), "--way", way, "--photos", "40", "--kills", "12", "--seed", "7"])
    assert not wrong(figures), figures
    assert figures["kills"] == 12


def test_a_run_whose_workers_are_killed_every_second_ends_as_if_they_had_not_been(tmp_path: Path) -> None:
    more = ["--photos", "40", "--policy", "faces", "--kills", "12"]
    figures = tortured([str(tmp_path / "here"), "--way", "worker", *more])
    assert not wrong(figures), figures
    assert figures["kills"] >= 2


@pytest.mark.usefixtures("small_disks")
def test_a_run_onto_a_full_disk_goes_on_when_there_is_room(tmp_path: Path) -> None:
    figures = tortured([str(tmp_path / "here"), "--way", "full", "--photos", "40"])
    assert not wrong(figures), figures
    assert figures["failed_by_try"][0] > figures["failed_by_try"][-1]
