"""Kill a run again and again, let it go on, and compare what it leaves with a run that nobody disturbed.

    python tests/torture/batch.py FOLDER [--photos 200] [--kills 100] [--jobs 2] [--policy metadata] [--way group]

FOLDER is made anew. Ways: ``group`` kills all processes of the run at random moments, ``worker`` kills one worker every
second, ``full`` lets the run write to a small disk (a tmpfs: needs root) that has room only after some tries.
It prints how many copies differ, are partial, were lost or came twice, and whether the originals are what they were.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Do it, print figures, and exit with 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--policy", default="metadata")
    parser.add_argument("--names", default="keep")
    parser.add_argument("--way", choices=("group", "worker", "full"), default="group")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    return torture(options)


def torture(options: argparse.Namespace) -> int:
    """One whole round."""
    place: Path = options.folder
    place.mkdir(parents=True)
    fill(place / "in", options.photos)
    originals = state(place / "in")
    clean(options, place / "quiet", place / "home 1").communicate()
    began = time.monotonic()
    wrong = {"group": kill_group, "worker": kill_workers, "full": fill_disk}[options.way](options, place)
    expected, found = state(place / "quiet"), state(place / "out")
    figures = {
        "way": options.way,
        "photos": options.photos,
        **wrong,
        "seconds": round(time.monotonic() - began, 1),
        "different": sum(found[name][0] != expected[name][0] for name in found.keys() & expected.keys()),
        "lost": len(expected.keys() - found.keys()),
        "more": len(found.keys() - expected.keys()),
        "scratch": sum(name.endswith(".part") for name in found),
        "originals_changed": sum(originals[name] != now for name, now in state(place / "in").items()),
        "copies": len(expected),
    }
    print(json.dumps(figures))
    bad = ("different", "lost", "more", "scratch", "originals_changed", "partial")
    return int(any(figures.get(each) for each in bad) or not expected)


def fill(folder: Path, number: int) -> None:
    """Photos of several formats, each with a note of its own, in some folders."""
    sys.path[:0] = [str(ROOT), str(ROOT / "app")]
    from tests.pipeline.rolls import small_photo
    from tests.samples import named

    others = [named(name) for name in ("png-everything", "webp-everything", "heif-everything", "mp4-everything")]
    for index in range(number):
        path = folder / f"day {index % 3}" / f"IMG_{index:05}.jpg"
        if index % 5 == 4:
            other = others[index // 5 % len(others)]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(f".{other.format.lower()}").write_bytes(other.data)
        else:
            small_photo(path, index)


def state(folder: Path) -> dict[str, tuple[str, int]]:
    """What every file holds, and when it was changed."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in files
    }


def clean(options: argparse.Namespace, out: Path, home: Path) -> subprocess.Popen[bytes]:
    """Start a run in a group of its own, for somebody whose home is ``home``."""
    command = [sys.executable, "-m", "lenscap", "clean", str(options.folder / "in"), "--to", str(out), "--json"]
    command += ["--jobs", str(options.jobs), "--policy", options.policy, "--names", options.names]
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home), "PYTHONPATH": str(ROOT / "app")}
    return subprocess.Popen(
        command, env=environment, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def kill_group(options: argparse.Namespace, place: Path) -> dict[str, int]:
    """Kill all at once, at moments between the start and the end of a whole run; after that, let it end."""
    chance = random.Random(options.seed)  # noqa: S311
    kills = partial = ended = 0
    begun = time.monotonic()
    clean(options, place / "timing", place / "home 2").communicate()
    longest = time.monotonic() - begun
    whole = {digest for digest, _ in state(place / "quiet").values()}
    while kills < options.kills:
        run = clean(options, place / "out", place / "home")
        try:
            run.communicate(timeout=chance.uniform(0.2, longest))
            ended += 1
            shutil.rmtree(place / "out")
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.communicate()
            kills += 1
            left = state(place / "out") if (place / "out").exists() else {}
            partial += sum(digest not in whole for name, (digest, _) in left.items() if not name.endswith(".part"))
    clean(options, place / "out", place / "home").communicate()
    return {"kills": kills, "partial": partial, "runs_that_ended_between": ended}


def kill_workers(options: argparse.Namespace, place: Path) -> dict[str, int]:
    """Kill one worker every second of one run."""
    run = clean(options, place / "out", place / "home")
    kills = 0
    with tempfile.TemporaryFile() as said:
        while run.poll() is None:
            time.sleep(1)
            kills += _kill_one(run.pid)
            if run.stdout is not None:
                os.set_blocking(run.stdout.fileno(), False)
                said.write(run.stdout.read() or b"")
    return {"kills": kills, "exit_code": int(run.returncode or 0)}


def _kill_one(parent: int) -> int:
    found = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True, check=False)
    for pid in random.sample(found.stdout.split(), len(found.stdout.split())):
        line = Path("/proc") / pid / "cmdline"
        if line.exists() and b"spawn_main" in line.read_bytes():
            os.kill(int(pid), signal.SIGKILL)
            return 1
    return 0


def fill_disk(options: argparse.Namespace, place: Path) -> dict[str, int]:
    """Copies go to a disk that is too small, and larger with each try."""
    need = sum(path.stat().st_size + 8192 for path in (place / "quiet").rglob("*"))
    (place / "out").mkdir()
    failed = partial = tries = 0
    whole = {digest for digest, _ in state(place / "quiet").values()}
    for part in (0.05, 0.3, 0.31, 0.7, 3.0):
        how = "remount," if tries else ""
        size = f"{how}size={int(need * part) // 4096 * 4096}"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place / "out")], check=True)
        lines = clean(options, place / "out", place / "home").communicate()[0].splitlines()
        outcomes = [json.loads(line)["outcome"] for line in lines]
        failed, tries = outcomes.count("failed") + outcomes.count("refused"), tries + 1
        partial += sum(digest not in whole for digest, _ in state(place / "out").values())
        print(json.dumps({"room": round(part, 2), "failed": failed, "copies": len(state(place / "out"))}))
    return {"tries": tries, "failed_at_last": failed, "partial": partial}


if __name__ == "__main__":
    sys.exit(main())
