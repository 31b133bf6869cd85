"""Many files: what goes wrong with one costs one, and everything can be stopped at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lenscap.errors import LostWorkerError
from lenscap.model import Outcome
from lenscap.pipeline import run
from lenscap.pipeline import workers as workers_module
from lenscap.pipeline.jobs import Job
from lenscap.policy import PRESETS
from lenscap.sources import Source, walk
from tests.pipeline.rolls import contents, do_badly, do_once_killed, leave_scratch, roll, small_photo

METADATA = PRESETS["metadata"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="sends signals")


@pytest.fixture
def badly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lenscap.pipeline.batch.do", do_badly)


def photos(folder: Path, *names: str) -> Path:
    for number, name in enumerate(names):
        small_photo(folder / f"{name}.jpg", number)
    return folder


@pytest.mark.usefixtures("badly")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_decoder_that_crashes_costs_one_file(jobs: int, tmp_path: Path) -> None:
    folder = photos(tmp_path / "in", "a", "crash", "c", "d")
    results = list(run(walk([folder]), tmp_path / "out", METADATA, jobs, apart=True))
    assert [each.path.stem for each in results] == ["a", "c", "crash", "d"]
    assert [each.outcome for each in results] == [*[Outcome.CLEANED] * 2, Outcome.FAILED, Outcome.CLEANED]
    assert results[2].reason == "Working on it ended a worker, twice. The original is unchanged."


@posix
@pytest.mark.usefixtures("badly")
def test_a_file_whose_worker_is_killed_each_time_costs_itself(tmp_path: Path) -> None:
    folder = photos(tmp_path / "in", "a", "killed")
    results = list(run(walk([folder]), tmp_path / "out", METADATA, apart=True))
    assert [each.outcome for each in results] == [Outcome.CLEANED, Outcome.FAILED]


@pytest.mark.usefixtures("badly")
def test_a_decoder_that_hangs_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lenscap.pipeline.resuming._patience", lambda path: 1.0 if "hang" in path.name else 60.0)
    folder = photos(tmp_path / "in", "a", "hang", "z")
    results = list(run(walk([folder]), tmp_path / "out", METADATA, apart=True))
    assert [each.outcome for each in results] == [Outcome.CLEANED, Outcome.FAILED, Outcome.CLEANED]
    assert results[1].reason is not None
    assert "takes longer than Lenscap waits" in results[1].reason


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
@pytest.mark.usefixtures("badly")
def test_a_picture_that_asks_for_all_the_memory_costs_one_file(tmp_path: Path) -> None:
    folder = photos(tmp_path / "in", "a", "greedy", "z")
    results = list(run(walk([folder]), tmp_path / "out", METADATA, apart=True))
    assert [each.outcome for each in results] == [Outcome.CLEANED, Outcome.FAILED, Outcome.CLEANED]
    assert results[1].reason == ("Its picture needs more memory than Lenscap takes for one. The original is unchanged.")


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
@pytest.mark.slow
def test_the_limit_of_memory_holds_for_what_is_written_to_and_faces_are_found_under_it() -> None:
    code = (
        "from lenscap.pipeline.workers import prepare; prepare()\n"
        "import resource; assert resource.getrlimit(resource.RLIMIT_DATA)[0] <= 6 << 30\n"
        "from PIL import Image; from lenscap.detectors import faces; from lenscap.model import Looking, Size\n"
        "faces.find(Image.new('RGB', (4000, 3000)), Size(4000, 3000), Looking('careful'))\n"
        "try: block = bytearray(7 << 30)\n"
        "except MemoryError: print('bounded')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "bounded\n"


@posix
def test_a_file_whose_worker_something_else_killed_is_done_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.batch.do", do_once_killed)
    folder = photos(tmp_path / "in", "a", "b")
    results = list(run(walk([folder]), tmp_path / "out", METADATA, apart=True))
    assert [each.outcome for each in results] == [Outcome.CLEANED] * 2
    assert sorted(contents(tmp_path / "out")) == ["a.jpg", "b.jpg"]


@pytest.mark.usefixtures("badly")
def test_workers_are_free_of_qt(tmp_path: Path) -> None:
    folder = photos(tmp_path / "in", "qt")
    (result,) = run(walk([folder]), tmp_path / "out", METADATA, apart=True)
    assert result.outcome == Outcome.CLEANED


@pytest.mark.usefixtures("badly")
def test_sources_are_asked_for_as_work_goes_on_and_results_keep_their_order(tmp_path: Path) -> None:
    folder = photos(tmp_path / "in", "0 slow", *(f"{number:03}" for number in range(1, 60)))
    asked: list[Source] = []

    def sources() -> Iterator[Source]:
        for source in walk([folder]):
            asked.append(source)
            yield source

    results = run(sources(), tmp_path / "out", METADATA, jobs=2)
    assert not asked
    names = []
    for number, result in enumerate(results, 1):
        names.append(result.path.name)
        assert len(asked) <= number + 8
    assert names == sorted(names)
    assert len(names) == 60


@pytest.mark.usefixtures("badly")
@pytest.mark.parametrize("jobs", [1, 2])
def test_stopping_takes_half_a_second_whatever_is_under_way(jobs: int, tmp_path: Path) -> None:
    folder = photos(tmp_path / "in", "a", "hang", "hang 2", "z")
    stopped = False
    results = run(walk([folder]), tmp_path / "out", METADATA, jobs, apart=True, is_stopped=lambda: stopped)
    assert next(results).path.stem == "a"
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(lambda: list(results))
        time.sleep(0.3)
        stopped, before = True, time.monotonic()
        assert waiting.result() == []
    assert time.monotonic() - before < 0.5


@pytest.mark.parametrize("jobs", [1, 2])
def test_closing_ends_what_is_under_way_and_leaves_no_scratch(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = photos(tmp_path / "in", "a", "b", "c")
    out = tmp_path / "out"
    results = run(walk([folder]), out, METADATA, jobs, apart=True, is_stopped=lambda: any(contents(out)))
    monkeypatch.setattr("lenscap.pipeline.batch.do", leave_scratch)
    out.mkdir()
    assert list(results) == []
    assert contents(out) == {}


def test_any_executor_does_the_work(tmp_path: Path) -> None:
    folder = photos(tmp_path / "in", "a", "b", "c")
    executor = ThreadPoolExecutor(2)
    results = list(run(walk([folder]), tmp_path / "out", METADATA, jobs=2, executor=executor))
    assert [each.outcome for each in results] == [Outcome.CLEANED] * 3
    with pytest.raises(RuntimeError):
        executor.submit(print)


def test_an_executor_that_is_broken_ends_the_run_with_a_sentence(tmp_path: Path) -> None:
    folder = photos(tmp_path / "in", "a")
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    with pytest.raises(LostWorkerError, match="the same command goes on"):
        list(run(walk([folder]), tmp_path / "out", METADATA, executor=executor))


def test_a_process_is_started_anew_after_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers_module, "_MOST_JOBS", 2)
    hand = workers_module.made()
    seen = []
    for number in range(4):
        job = Job(small_photo(tmp_path / f"{number}.jpg"), tmp_path / "out" / f"{number}.jpg", METADATA)
        workers_module.work(hand, do_badly, job)
        seen.append(hand._worker)
    hand.end()
    assert seen[1] is None
    assert seen[3] is None


def test_a_policy_travels_with_what_it_says_of_one_photo_only(tmp_path: Path) -> None:
    from lenscap.model import Box, Edits
    from lenscap.pipeline.sums import narrowed

    edits = {str(number): Edits(cover=(Box(0, 0, number, 1),)) for number in range(1, 1000)}
    policy = narrowed(METADATA.__class__("mine", frozenset(), edits={**edits, "*": Edits()}), Path("7"))
    assert policy.edits == {"7": edits["7"], "*": Edits()}


def test_memory_does_not_grow_with_the_roll(tmp_path: Path) -> None:
    """The full size is tests/benchmarks/batch.py; here, what is kept of each photo."""
    import tracemalloc

    folder = roll(tmp_path / "in", 60)
    sizes = []
    tracemalloc.start()
    try:
        for number, _ in enumerate(run(walk([folder]), tmp_path / "out", METADATA)):
            if number in (19, 59):
                sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert sizes[1] - sizes[0] < 40 * 5000


@posix
def test_a_worker_ends_with_its_parent_in_the_middle_of_a_file(tmp_path: Path) -> None:
    photos(tmp_path / "in", "hang")
    code = (
        "import sys, multiprocessing as m; from pathlib import Path; from threading import Thread\n"
        "from lenscap.pipeline import batch; from lenscap.policy import PRESETS; from lenscap.sources import walk\n"
        "from tests.pipeline.rolls import do_badly\n"
        "if __name__ == '__main__':\n"
        "    batch.do, place = do_badly, Path(sys.argv[1])\n"
        "    results = batch.run(walk([place / 'in']), place / 'out', PRESETS['metadata'], apart=True)\n"
        "    Thread(target=lambda: list(results), daemon=True).start()\n"
        "    while not m.active_children(): pass\n"
        "    print(m.active_children()[0].pid, flush=True); input()"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "app")},
    ) as ours:
        assert ours.stdout is not None
        other = Path("/proc") / ours.stdout.readline().strip()
        time.sleep(1)
        ours.kill()
    deadline = time.monotonic() + 20
    while other.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not other.exists()
