"""How much sooner a roll that did not change is inspected the second time: FOLDER [--number 12].

    python tests/benchmarks/store.py FOLDER

FOLDER is made and filled if it is not there. Each figure is that of a whole command, with the start of the program,
in seconds by the clock and of the processor.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.roll import fill

WAYS = {"careful faces": (), "faces off": ("--faces", "off"), "careful faces, people": ("--people",)}


def main() -> None:
    """Measure each way of looking."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=12)
    options = parser.parse_args()
    if not options.folder.exists():
        fill(options.folder, options.number)
    time.sleep(3)  # what changed just now is not remembered
    for name, arguments in WAYS.items():
        with tempfile.TemporaryDirectory() as home:
            first, again = (inspect(options.folder, home, *arguments) for _ in range(2))
            kept = sum(path.stat().st_size for path in Path(home).rglob("*") if path.is_file())
        print(
            f"{name:<22} first {first[0]:7.2f} s ({first[1]:7.2f} s cpu)  again {again[0]:6.2f} s ({again[1]:6.2f} s "
            f"cpu)  {first[0] / again[0]:6.1f} × sooner, {first[1] / again[1]:6.1f} × less cpu; {kept:,} bytes kept"
        )


def inspect(folder: Path, home: str, *arguments: str) -> tuple[float, float]:
    """Run the command for somebody whose home is ``home``; how long that took by the clock and of the processor."""
    environment = os.environ | {f"XDG_{name}_HOME": home for name in ("CACHE", "CONFIG", "DATA")} | {"HOME": home}
    before, began = _cpu(), time.perf_counter()
    command = [sys.executable, "-m", "lenscap", "inspect", "--json", *arguments, str(folder)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began, _cpu() - before


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
