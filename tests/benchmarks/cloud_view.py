"""What the view of a whole roll costs, by how many photos there are.

    python tests/benchmarks/cloud_view.py [--most 100000]

Seconds are of the processor. The photos are those of made lives of several years; each number is ten times the last,
so "growth" says how many times as long a photo takes as in the smaller roll.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from lenscap.cloud import view  # noqa: E402
from lenscap.model import Report  # noqa: E402
from tests.cloud.lives import TODAY, life, report  # noqa: E402 (the tests are no package that is installed)

DAYS = 2000


def main() -> None:
    """Measure rolls of 1,000, 10,000 … photos, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=100_000)
    options = parser.parse_args()
    roll = reports(options.most)
    view(roll[:10], TODAY)  # the list of towns is read once
    number, before = 1000, 0.0
    while number <= options.most:
        start = time.process_time()
        seen = view(roll[:number], TODAY)
        seconds = time.process_time() - start
        growth = f", growth {seconds / before / 10:.2f}" if before else ""
        print(f"{number:>7,} photos: {seconds:6.2f} s{growth}, {len(seen.events):,} events and trips")
        number, before = number * 10, seconds


def reports(number: int) -> list[Report]:
    """As many reports as are asked for, from several lives one after the other."""
    made: list[Report] = []
    seed = 0
    while len(made) < number:
        lived = life(seed, DAYS).reports
        made += [report(Path(f"{seed}") / each.path, *each.findings) for each in lived]
        seed += 1
    return made[:number]


if __name__ == "__main__":
    main()
