"""How fast Lenscap inspects and cleans, as a ratio to ExifTool: one process each, the same files, side by side.

    python tests/benchmarks/against_exiftool.py [--copies 20] [FOLDER]

FOLDER holds photos (default: the public test sets). Times are of the processor, children included; the best of the
rounds counts, since these machines are noisy.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
ROUNDS = 3


def main() -> None:
    """Measure, and print a line for each thing that is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT.parent / "shared" / "corpora")
    parser.add_argument("--copies", type=int, default=20, help="how many times each file is in the roll")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        roll = Path(scratch) / "roll"
        number = fill(roll, options.folder, options.copies)
        print(f"{number:,} files, {sum(path.stat().st_size for path in roll.iterdir()) / 1e6:,.0f} MB")
        compare("inspect", number, inspecting(roll))
        compare("clean", number, cleaning(roll, Path(scratch) / "out"))


def fill(roll: Path, folder: Path, copies: int) -> int:
    """Put copies of all the photos under ``folder`` into one flat folder; say how many there are."""
    roll.mkdir()
    photos = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES]
    for copy in range(copies):
        for number, path in enumerate(photos):
            shutil.copyfile(path, roll / f"{copy:03}-{number:04}{path.suffix.lower()}")
    return copies * len(photos)


def inspecting(roll: Path) -> dict[str, Callable[[], None]]:
    """Both programs read all of a roll and print JSON."""
    return {
        "exiftool": lambda: run("exiftool", "-j", "-q", "-q", str(roll)),
        "lenscap": lambda: run(
            sys.executable, "-m", "lenscap", "inspect", "--no-store", "--json", "--faces", "off", str(roll)
        ),
    }


def cleaning(roll: Path, out: Path) -> dict[str, Callable[[], None]]:
    """Both programs write copies without metadata; Lenscap's second look is included."""

    def with_exiftool() -> None:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        run("exiftool", "-all=", "-q", "-q", "-o", f"{out}/", str(roll))

    def with_lenscap() -> None:
        shutil.rmtree(out, ignore_errors=True)
        run(sys.executable, "-m", "lenscap", "clean", "--json", str(roll), "--to", str(out))

    return {"exiftool": with_exiftool, "lenscap": with_lenscap}


def run(*command: str) -> None:
    """Run a program to its end. Both may exit with 1: some files of the test sets are broken."""
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def compare(what: str, number: int, programs: dict[str, Callable[[], None]]) -> None:
    """Run two programs in turn; print their files a second and the ratio."""
    best = dict.fromkeys(programs, float("inf"))
    for _ in range(ROUNDS):
        for name, work in programs.items():
            before = _processor_seconds()
            work()
            best[name] = min(best[name], _processor_seconds() - before)
    rates = "  ".join(f"{name} {number / seconds:,.0f} files/s" for name, seconds in best.items())
    print(f"{what:<8} {rates}  ratio {best['exiftool'] / best['lenscap']:.1f}")


def _processor_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
