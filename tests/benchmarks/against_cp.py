"""What cleaning costs beside plain copying, and beside ExifTool: a roll of 12 MP photos, and a long film.

    python tests/benchmarks/against_cp.py [--photos 500] [--megabytes 2000]

Times are of the clock, since several processes work at a time; the best of the rounds counts. The film is a second
of noise, repeated until it is as long as is asked for.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.roll import fill  # noqa: E402 (the tests are no package that is installed)

ROUNDS = 3
RATE = 30
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def main() -> None:
    """Measure, and print a line for each thing that is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--megabytes", type=int, default=2000)
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        photos(Path(scratch), options.photos)
    with TemporaryDirectory() as scratch:
        film(Path(scratch), options.megabytes)


def photos(scratch: Path, number: int) -> None:
    """A whole roll."""
    roll, out = scratch / "roll", scratch / "out"
    fill(roll, number)
    print(f"{number} photos of 12 MP, {sum(path.stat().st_size for path in roll.iterdir()) / 1e6:,.0f} MB")
    times = compare(
        out,
        {
            "cp -r": lambda: run("cp", "-r", str(roll), str(out / "roll")),
            "exiftool": lambda: run("exiftool", "-all=", "-q", "-q", "-o", f"{out}/", str(roll)),
            "lenscap": lambda: lenscap("clean", str(roll), "--to", str(out), "--jobs", "2"),
            "inspect": lambda: lenscap("inspect", "--no-store", "--faces", "off", str(roll)),
        },
    )
    beside_cp, beside_exiftool = times["lenscap"] / times["cp -r"], times["exiftool"] / times["lenscap"]
    print(f"clean: {beside_cp:.2f} × cp -r, {beside_exiftool:.2f} × as fast as exiftool -all=")
    print(f"inspect: {number / times['inspect']:,.0f} files a second")


def film(scratch: Path, megabytes: int) -> None:
    """One file that is larger than what may be held in memory."""
    path, out = scratch / "film.mp4", scratch / "out"
    make_film(path, megabytes)
    print(f"a film of {path.stat().st_size / 1e6:,.0f} MB")
    times = compare(
        out,
        {
            "cp": lambda: run("cp", str(path), str(out)),
            "lenscap": lambda: lenscap("clean", str(path), "--to", str(out)),
        },
    )
    shutil.rmtree(out)
    memory = memory_of(sys.executable, "-m", "lenscap", "clean", str(path), "--to", str(out), "--json")
    print(f"clean: {times['lenscap'] / times['cp']:.2f} × cp, {memory:,.0f} MB of memory at most")


def memory_of(*command: str) -> float:
    """The most memory that a program has at a time, in megabytes; a small process asks, since its own size counts."""
    done = subprocess.run([sys.executable, "-c", MEASURE, *command], stdout=subprocess.PIPE, check=True)
    return int(done.stdout) / 1024


def make_film(path: Path, megabytes: int) -> None:
    """A film of noise, a second of it over and over, with the notes that a phone makes."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "use_metadata_tags"}) as container:
        container.metadata.update({"title": "At the lake", "location": "+38.7118-009.1290/"})
        stream = container.add_stream("mpeg4", rate=RATE, options={"qscale": "2", "g": "1"})
        stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuv420p"
        stream.codec_context.time_base = Fraction(1, RATE)
        second = [bytes(packet) for frame in noise() for packet in stream.encode(frame)]
        for number in range(megabytes * 1_000_000 // (sum(map(len, second)) // len(second))):
            packet = av.Packet(second[number % len(second)])
            packet.stream, packet.time_base, packet.is_keyframe = stream, Fraction(1, RATE), True
            packet.pts = packet.dts = number
            packet.duration = 1
            container.mux(packet)


def noise() -> Iterator[av.VideoFrame]:
    """A second of pictures that no encoder makes small."""
    random = np.random.default_rng(1)
    for number in range(RATE):
        frame = av.VideoFrame.from_ndarray(random.integers(0, 255, (720, 1280, 3), dtype=np.uint8), format="rgb24")
        frame.pts = number
        yield frame


def lenscap(*arguments: str) -> None:
    """Run the program that lies beside this one."""
    run(sys.executable, "-m", "lenscap", *arguments, "--json")


def run(*command: str) -> None:
    """Run a program to its end."""
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def compare(out: Path, programs: dict[str, Callable[[], None]]) -> dict[str, float]:
    """Run programs in turn, each into an empty folder; the seconds that each took."""
    best = dict.fromkeys(programs, float("inf"))
    for _ in range(ROUNDS):
        for name, work in programs.items():
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            os.sync()
            start = time.perf_counter()
            work()
            best[name] = min(best[name], time.perf_counter() - start)
    print("  ".join(f"{name} {seconds:.2f} s" for name, seconds in best.items()))
    return best


if __name__ == "__main__":
    main()
