"""Kill a run again and again, let it go on, and compare what it leaves with a run that nobody disturbed.

    python tests/torture/batch.py FOLDER [--photos 200] [--kills 100] [--jobs 2] [--policy metadata] [--way group]

FOLDER is made anew. Ways: ``group`` kills all processes of the run at random moments, ``parent`` the one that drives
it and leaves its workers to themselves, ``worker`` kills one worker, or what works beside one, every second, and
``full`` lets the run write to a small disk (a tmpfs: needs root), where what it remembers lies, too, and that has room
only after some tries. It prints how many copies differ, are partial, were lost or came twice, and whether the originals
are what they were.
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
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_ROOMS = (0.05, 0.3, 0.31, 0.7, 3.0)
"""How large the small disk is with each try, in parts of what the copies need."""
_JOURNAL = 1 << 20
"""Bytes for what is remembered of a run, at most."""


def main(arguments: Sequence[str]) -> int:
    """Do it, print figures, and exit with 1 if anything went wrong."""
    figures = tortured(arguments)
    print(json.dumps(figures))
    return int(bool(wrong(figures)))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--every", type=float, default=1.0, metavar="SECONDS", help="a worker is killed")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--policy", default="metadata")
    parser.add_argument("--names", default="keep")
    parser.add_argument("--way", choices=("group", "parent", "worker", "full"), default="group")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(arguments)


def tortured(arguments: Sequence[str]) -> dict[str, Any]:
    """Figures of one whole round."""
    options = _options(arguments)
    place: Path = options.folder
    (place / "disk").mkdir(parents=True)
    fill(place / "in", options.photos)
    originals = state(place / "in")
    began = time.monotonic()
    quiet, _ = clean(options, place / "quiet", place / "home").communicate()
    options.longest = time.monotonic() - began
    figures = {"group": kill_runs, "parent": kill_runs, "worker": kill_workers, "full": fill_disk}[options.way](options)
    expected, found = state(place / "quiet"), state(place / "disk" / "out")
    refused = _failed(quiet, options.photos)  # as some videos are
    figures["failed"] -= refused
    return {
        "way": options.way,
        "seed": options.seed,
        "photos": options.photos,
        "copies": len(expected),
        **figures,
        "seconds": round(time.monotonic() - began, 1),
        "quiet_seconds": round(options.longest, 1),
        "refused": refused,
        "different": sum(found[name][0] != expected[name][0] for name in found.keys() & expected.keys()),
        "lost": len(expected.keys() - found.keys()),
        "more": len(found.keys() - expected.keys()),
        "scratch": sum(name.endswith(".part") for name in found),
        "originals_changed": sum(originals[name] != now for name, now in state(place / "in").items()),
    }


def wrong(figures: dict[str, Any]) -> dict[str, Any]:
    """Those figures that say that something was done badly."""
    bad = ("partial", "failed", "different", "lost", "more", "scratch", "originals_changed")
    return {name: figures[name] for name in bad if figures.get(name)} | ({} if figures["copies"] else {"copies": 0})


def fill(folder: Path, number: int) -> None:
    """Photos of several formats, each with a note of its own, in some folders; one in ten shows a face."""
    sys.path[:0] = [str(ROOT), str(ROOT / "app")]
    from tests.pipeline.rolls import small_photo
    from tests.pipeline.test_cleaning import photo
    from tests.samples import named

    others = [named(name) for name in ("png-everything", "webp-everything", "heif-everything", "mp4-everything")]
    for index in range(number):
        path = folder / f"day {index % 3}" / f"IMG_{index:05}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        if index % 5 == 4:
            other = others[index // 5 % len(others)]
            path.with_suffix(f".{other.format.lower()}").write_bytes(other.data)
        elif index % 10 == 0:
            photo(path.with_suffix(""))
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


def _again(options: argparse.Namespace) -> subprocess.Popen[bytes]:
    """Start the run that is disturbed, or let it go on."""
    disk: Path = options.folder / "disk"
    return clean(options, disk / "out", disk / "home")


def _failed(lines: bytes, photos: int) -> int:
    """Photos of which a run does not say that they are clean; all that it did not name are among them."""
    outcomes = [json.loads(line)["outcome"] for line in lines.splitlines()]
    return photos - outcomes.count("cleaned") - outcomes.count("already_clean")


def _partial(options: argparse.Namespace) -> int:
    """Files under a copy's name that are no copy."""
    whole = {digest for digest, _ in state(options.folder / "quiet").values()}
    left = state(options.folder / "disk" / "out")
    return sum(digest not in whole for name, (digest, _) in left.items() if not name.endswith(".part"))


def kill_runs(options: argparse.Namespace) -> dict[str, int]:
    """Kill all of a run at once, or its parent, at moments between the start and the end of a whole one."""
    chance = random.Random(options.seed)  # noqa: S311
    kills = partial = ended = 0
    while kills < options.kills:
        run = _again(options)
        try:
            run.communicate(timeout=chance.uniform(0.2, options.longest))
            ended += 1
            shutil.rmtree(options.folder / "disk" / "out")
        except subprocess.TimeoutExpired:
            (os.killpg if options.way == "group" else os.kill)(run.pid, signal.SIGKILL)
            run.wait()
            _closed(run)
            kills += 1
            partial += _partial(options)
    lines, _ = _again(options).communicate()
    figures = {"kills": kills, "partial": partial, "runs_that_ended_between": ended}
    return {**figures, "failed": _failed(lines, options.photos)}


def _closed(run: subprocess.Popen[bytes]) -> None:
    if run.stdout is not None:
        run.stdout.close()


def kill_workers(options: argparse.Namespace) -> dict[str, int]:
    """Kill one worker every so often, in one run, until that is enough."""
    chance = random.Random(options.seed)  # noqa: S311
    kills = 0
    with tempfile.TemporaryFile() as said:
        run = _again(options)
        assert run.stdout is not None
        os.set_blocking(run.stdout.fileno(), False)
        while run.poll() is None:
            time.sleep(options.every)
            kills += _kill_one(run.pid, chance) if kills < options.kills else 0
            said.write(run.stdout.read() or b"")
        said.write(run.stdout.read() or b"")
        _closed(run)
        said.seek(0)
        failed = _failed(said.read(), options.photos)
    return {"kills": kills, "failed": failed, "partial": _partial(options), "exit_code": int(run.returncode or 0)}


def _kill_one(parent: int, chance: random.Random) -> int:
    below = [pid for worker in _children(parent) for pid in (worker, *_children(worker))]
    workers = [pid for pid in below if b"spawn_main" in _command(pid)]
    if not workers:
        return 0
    try:
        os.kill(chance.choice(workers), signal.SIGKILL)
    except ProcessLookupError:
        return 0
    return 1


def _children(parent: int) -> list[int]:
    found = []
    for path in Path(f"/proc/{parent}/task").glob("*/children"):
        try:
            found += [int(pid) for pid in path.read_text().split()]
        except OSError:  # the thread has ended
            continue
    return found


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def fill_disk(options: argparse.Namespace) -> dict[str, Any]:
    """Copies and what is remembered go to a disk that is too small, and larger with each try."""
    disk: Path = options.folder / "disk"
    need = sum(path.stat().st_size + 8192 for path in (options.folder / "quiet").rglob("*"))
    failed: list[int] = []
    partial = 0
    try:
        for part in _ROOMS:
            mount_small(disk, int(need * part) + (_JOURNAL if part > 1 else 0), again=bool(failed))
            lines, _ = _again(options).communicate()
            failed.append(_failed(lines, options.photos))
            partial += _partial(options)
        shutil.copytree(disk / "out", options.folder / "kept")
    finally:
        subprocess.run(["umount", str(disk)], check=False)
    (options.folder / "kept").rename(disk / "out")
    return {"failed_by_try": failed, "failed": failed[-1], "partial": partial}


def mount_small(folder: Path, size: int, again: bool = False) -> None:
    """A disk in memory, of that many bytes; or another size for one that is there. Raises if that is not allowed."""
    how = f"{'remount,' if again else ''}size={-(-size // 4096) * 4096}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
