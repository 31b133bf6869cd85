"""``lenscap clean`` over many files: it goes on where it was, stops at once, and says what it cannot do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import platformdirs
import pytest

from lenscap import cli
from lenscap.model import Outcome
from tests.pipeline.rolls import contents, do_badly, do_not, roll, small_photo

ROOT = Path(__file__).parents[2]
SLOW = (
    "import sys; from lenscap import cli; from lenscap.pipeline import batch\n"
    "from tests.pipeline.rolls import do_badly\n"
    "if __name__ == '__main__': batch.do = do_badly; sys.exit(cli.main(sys.argv[1:]))"
)


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-c", SLOW, *map(str, arguments)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)])}


def test_one_job_works_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("lenscap.pipeline.batch.do", do_badly)
    for name in ("a.jpg", "crash.jpg", "z.jpg"):
        small_photo(tmp_path / "in" / name)
    assert cli.main(["clean", str(tmp_path / "in"), "--to", str(tmp_path / "out"), "--json"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["outcome"] for line in lines] == [Outcome.CLEANED, Outcome.FAILED, Outcome.CLEANED]


def test_the_same_command_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    roll(tmp_path / "in", 3)
    arguments = ["clean", str(tmp_path / "in"), "--to", str(tmp_path / "out"), "--policy", "metadata"]
    assert cli.main(arguments) == 0
    monkeypatch.setattr("lenscap.pipeline.batch.do", do_not)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["clean", "in", "--to", "out", "--jobs", "2"]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="sends the signal of Ctrl+C")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_a_run_at_once_and_leaves_whole_copies_only(jobs: int, tmp_path: Path) -> None:
    for name in ("a.jpg", "b hang.jpg", "c.jpg"):
        small_photo(tmp_path / "in" / name)
    with subprocess.Popen(
        command("clean", tmp_path / "in", "--to", tmp_path / "out", "--json", "--jobs", jobs),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as ours:
        assert ours.stdout is not None
        assert json.loads(ours.stdout.readline())["outcome"] == "cleaned"
        time.sleep(0.5)
        os.killpg(ours.pid, signal.SIGINT)
        began = time.monotonic()
        said = ours.communicate(timeout=60)[1]
        took = time.monotonic() - began
    assert said == "lenscap: Stopped. Copies that were finished are kept.\n"
    assert ours.returncode == 130
    assert took < 2
    assert set(contents(tmp_path / "out")) <= {"a.jpg", "c.jpg"}


def test_copies_into_the_folder_of_the_photos_itself_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roll(tmp_path / "in", 1)
    (tmp_path / "link").symlink_to(tmp_path / "in", target_is_directory=True)
    assert cli.main(["clean", str(tmp_path / "in"), "--to", str(tmp_path / "link")]) == 2
    assert "is the folder of the photos itself" in capsys.readouterr().err
    assert len(contents(tmp_path / "in")) == 1


def test_a_folder_for_copies_inside_the_roll_is_not_cleaned(tmp_path: Path) -> None:
    roll(tmp_path / "in", 3)
    for _ in range(2):
        assert cli.main(["clean", str(tmp_path / "in"), "--to", str(tmp_path / "in" / "clean")]) == 0
    assert len(contents(tmp_path / "in")) == 6


def test_two_runs_at_once_finish_and_make_each_copy_once(tmp_path: Path) -> None:
    roll(tmp_path / "in", 30)
    arguments = command("clean", tmp_path / "in", "--to", tmp_path / "out", "--json")
    runs = [subprocess.Popen(arguments, env=environment(), stdout=subprocess.PIPE) for _ in range(2)]
    for each in runs:
        out = each.communicate(timeout=120)[0]
        assert each.returncode == 0
        assert len(out.splitlines()) == 30
    assert sorted(contents(tmp_path / "out")) == sorted(contents(tmp_path / "in"))


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files")
def test_a_disk_that_fills_up_costs_the_photos_that_have_no_place(tmp_path: Path) -> None:
    """A copy that is larger than may be written fails; smaller ones are made; nothing is left of the former."""
    roll(tmp_path / "in", 2)
    big = small_photo(tmp_path / "in" / "B.jpg")
    big.write_bytes(big.read_bytes() + bytes(1))
    from PIL import Image

    Image.effect_noise((900, 900), 90).save(tmp_path / "in" / "B.png")
    limit = f"ulimit -f {200}; trap '' XFSZ; exec \"$@\""
    done = subprocess.run(
        ["bash", "-c", limit, "_", *command("clean", tmp_path / "in", "--to", tmp_path / "out", "--json")],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    lines = {Path(line["path"]).name: line for line in map(json.loads, done.stdout.splitlines())}
    assert lines["B.png"]["reason"] == "The copy could not be written: file too large. The original is unchanged."
    assert sorted(contents(tmp_path / "out")) == ["B.jpg", "IMG_00000.jpg", "IMG_00001.jpg"]


def test_help_says_that_a_cluster_is_reached_over_the_network(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["clean", "--help"])
    assert "opens network connections to your cluster" in " ".join(capsys.readouterr().out.split())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
def test_the_bar_counts_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lenscap.cli import showing

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    shown = list(showing.with_progress(iter("abc"), lambda: "abc", "Cleaning"))
    assert shown == ["a", "b", "c"]


def test_without_a_store_nothing_of_a_run_is_remembered(tmp_path: Path) -> None:
    roll(tmp_path / "in", 2)
    out = tmp_path / "out"
    assert cli.main(["clean", str(tmp_path / "in"), "--to", str(out), "--json", "--no-store"]) == 0
    assert len(contents(out)) == 2
    assert not (Path(platformdirs.user_cache_dir("lenscap", appauthor=False)) / "runs").exists()


def test_decisions_under_a_relative_path_hold_on_a_cluster_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its workers have other working folders, so paths are made whole."""
    monkeypatch.chdir(tmp_path)
    small_photo(tmp_path / "in" / "a.jpg")
    (tmp_path / "mine.toml").write_text('base = "metadata"\n[photos."in/a.jpg"]\ncover = [[8, 8, 32, 32]]\n')
    worker = nullcontext((ThreadPoolExecutor(1), 1))
    monkeypatch.setattr("lenscap.pipeline.cluster.connected", lambda _: worker)
    for more in ([], ["--cluster", "tcp://here"]):
        out = f"out {len(more)}"
        assert cli.main(["clean", "in", "--to", out, "--json", "--policy", "mine.toml", *more]) == 0
    assert contents(tmp_path / "out 0") == contents(tmp_path / "out 2")
    assert cli.main(["clean", "in", "--to", "plain", "--json"]) == 0
    assert contents(tmp_path / "plain") != contents(tmp_path / "out 0")
