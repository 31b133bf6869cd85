"""What a run of many photos costs: memory of the one who drives it, and time with one and with two processes.

    python tests/benchmarks/batch.py memory FOLDER [--number 10000]
    python tests/benchmarks/batch.py jobs FOLDER [--number 20] [--policy faces]
    python tests/benchmarks/batch.py resume FOLDER [--number 20] [--policy faces]

``memory`` cleans small photos in a process and prints what this one holds after the 1,000th and after the last.
``jobs`` prints the wall time of one and of two processes, and the processor's, to tell a busy machine from a slow
program. ``resume`` prints what the same command costs once all is done.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]
_FROM = 1000


def main() -> None:
    """Measure one thing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("memory", "jobs", "resume"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--policy", default="faces")
    options = parser.parse_args()
    os.environ["XDG_CACHE_HOME"] = str(options.folder / "home")
    {"memory": memory, "jobs": jobs, "resume": resume}[options.what](options)


def memory(options: argparse.Namespace) -> None:
    """The resident memory of the process that drives a run."""
    from lenscap import pipeline, sources
    from lenscap.policy import PRESETS
    from tests.pipeline.rolls import roll

    folder = roll(options.folder / "in", options.number or 10_000)
    began = at_first = time.monotonic()
    number = start = 0
    results = pipeline.run(sources.walk([folder]), options.folder / "out", PRESETS["metadata"], apart=True)
    for number, _ in enumerate(results, 1):
        if number == _FROM:
            start, at_first = resident(), time.monotonic()
    grown = resident() - start
    pace = 1000 * (time.monotonic() - at_first) / max(1, number - _FROM)
    print(f"{number:,} photos: {start / 1e6:.1f} MB after {_FROM:,}, {grown / 1e6:+.1f} MB after the last")
    print(f"{time.monotonic() - began:.1f} s, {pace:.1f} ms a photo after the first {_FROM:,}")


def resident() -> int:
    """Bytes of memory that are this process's now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def jobs(options: argparse.Namespace) -> None:
    """Wall and processor time by number of processes, in turns; of the wall's, the best counts.

    A machine that others use shows in a wall time above the processor's by number of processes, which is the least.
    """
    _fill(options)
    photos = len(list((options.folder / "in").iterdir()))
    best: dict[int, tuple[float, float]] = {}
    for turn in range(options.turns):
        for number in (1, 2):
            best[number] = min(best.get(number, (1e9, 0)), _clean(options, f"out {number} {turn}", number))
            wall, cpu = best[number]
            print(f"{number} job(s): {wall:.1f} s wall, {cpu:.1f} s processor, {cpu / photos:.2f} s a photo")
    print(f"two are {best[1][0] / best[2][0]:.2f} times as fast as one")


def resume(options: argparse.Namespace) -> None:
    """The same command twice."""
    _fill(options)
    first, again = (_clean(options, "out", 1)[1] for _ in range(2))
    print(f"first: {first:.1f} s processor; again: {again:.1f} s processor, {first / again:.1f} times less")


def _fill(options: argparse.Namespace) -> None:
    from tests.benchmarks import roll

    roll.fill(options.folder / "in", options.number or 20)


def _clean(options: argparse.Namespace, out: str, number: int) -> tuple[float, float]:
    command = [sys.executable, "-m", "lenscap", "clean", str(options.folder / "in"), "--to", str(options.folder / out)]
    command += ["--policy", options.policy, "--jobs", str(number), "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "app")}
    before, began = os.times(), time.monotonic()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return time.monotonic() - began, cpu


if __name__ == "__main__":
    main()
