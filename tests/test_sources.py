"""Where photos come from, whatever a disk holds."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from lenscap.model import Outcome
from lenscap.pipeline import run
from lenscap.policy import PRESETS
from lenscap.sources import walk
from tests.pipeline.rolls import contents, small_photo

METADATA = PRESETS["metadata"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and long paths")


def names(*paths: Path) -> list[str]:
    return [source.relative.as_posix() for source in walk(paths)]


def test_the_order_is_stable_files_before_folders(tmp_path: Path) -> None:
    for name in ("b.jpg", "a/z.jpg", "a/b/c.png", "c/a.jpg", "a.jpg", ".hidden/x.jpg", ".x.jpg", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert names(tmp_path) == ["a.jpg", "b.jpg", "a/z.jpg", "a/b/c.png", "c/a.jpg"]


@posix
def test_loops_of_links_end_and_a_photo_is_given_once(tmp_path: Path) -> None:
    small_photo(tmp_path / "a" / "x.jpg")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "folder.jpg").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self.jpg").symlink_to(tmp_path / "a" / "self.jpg")
    os.link(tmp_path / "a" / "x.jpg", tmp_path / "a" / "y.jpg")
    assert names(tmp_path, tmp_path / "a") == ["a/self.jpg", "a/x.jpg", "self.jpg"]


@posix
def test_paths_of_four_thousand_bytes_are_walked_and_what_is_longer_is_said(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(26):
        os.mkdir("d" * 190, dir_fd=here)
        there = os.open("d" * 190, os.O_RDONLY, dir_fd=here)
        os.close(os.open("a.jpg", os.O_WRONLY | os.O_CREAT, dir_fd=there))
        os.close(here)
        here = there
    os.close(here)
    found = list(walk([tmp_path]))
    assert len(found) > 20
    assert len(os.fsencode(found[-1].path)) > 3900
    results = list(run(iter(found[-3:]), tmp_path / "out", METADATA))
    assert all(each.outcome in (Outcome.FAILED, Outcome.REFUSED) and each.reason for each in results)
    assert results[-1].reason == "It cannot be read: file name too long. The original is unchanged."


@posix
def test_folders_in_folders_in_folders_are_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"d" * 1200)
    subprocess.run(["mkdir", "-p", str(deep)], check=True)
    (deep / "a.jpg").touch()
    try:
        assert len(names(tmp_path)) == 1
    finally:  # Python's own way of deleting a tree does not get so far down
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)


def test_a_folder_that_cannot_be_looked_into_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_photo(tmp_path / "open" / "x.jpg")
    (tmp_path / "closed").mkdir()
    real_list, real_open = os.scandir, os.open

    def listed(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return real_list(path)

    def opened(path: Path, *arguments: int, **options: int) -> int:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return real_open(path, *arguments, **options)

    monkeypatch.setattr(os, "scandir", listed)
    monkeypatch.setattr(os, "open", opened)
    results = list(run(walk([tmp_path]), tmp_path / "out", METADATA))
    assert [each.path.name for each in results] == ["closed", "x.jpg"]
    assert results[0].reason == "It cannot be read: permission denied. The original is unchanged."


@posix
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "null.jpg").symlink_to(os.devnull)
    results = list(run(walk([tmp_path]), tmp_path / "out", PRESETS["everything"]))
    assert {each.reason for each in results} == {"It is not a file. The original is unchanged."}
    assert len(results) == 2


def test_photos_that_vanish_fail_with_a_sentence(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        small_photo(tmp_path / "in" / name)
    results = run(walk([tmp_path / "in"]), tmp_path / "out", METADATA)
    next(results)
    (tmp_path / "in" / "b.jpg").unlink()
    (gone,) = results
    assert gone.outcome == Outcome.FAILED
    assert gone.reason == (
        "It is not there: it may have been moved or deleted. Find it where it is now, then try again."
    )


def test_names_that_a_disk_takes_for_the_same_get_numbers(tmp_path: Path) -> None:
    for name in ("a/X.jpg", "b/x.JPG", "c/x.jpg", "d/caf\u00e9.jpg", "e/cafe\u0301.jpg"):
        small_photo(tmp_path / name, ord(name[0]))
    folders = [tmp_path / name for name in "abcde"]
    results = list(run(walk(folders), tmp_path / "out", METADATA, jobs=1))
    targets = [each.target.name for each in results if each.target]
    assert targets == ["X.jpg", "x (2).JPG", "x (3).jpg", "caf\u00e9.jpg", "cafe\u0301 (2).jpg"]
    assert len(contents(tmp_path / "out")) == 5


def test_a_folder_of_very_many_photos_is_walked_in_little_memory(tmp_path: Path) -> None:
    for number in range(5000):
        (tmp_path / f"IMG_{number:06}.jpg").touch()
    program = (  # in a process of its own: what other tests left running would be counted, too
        "import sys, tracemalloc; from pathlib import Path; from lenscap.sources import walk; tracemalloc.start()\n"
        "assert sum(1 for _ in walk([Path(sys.argv[1])])) == 5000; print(tracemalloc.get_traced_memory()[1])"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    most = int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert most < 5000 * 250
    assert len(list(islice(walk([tmp_path]), 3))) == 3
