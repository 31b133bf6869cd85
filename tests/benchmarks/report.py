"""What a report on many photos costs: PHOTOS (10,000 by default). Prints processor time, size and memory."""

from __future__ import annotations

import resource
import sys
import time
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from lenscap.model import PICTURE, Box, Finding, Kind, Outcome, Report, Result, Size
from lenscap.reporting import About, draft

_BEFORE = (
    Finding(Kind.PLACE, "Taken in Lisbon, Portugal", "Exif GPS"),
    Finding(Kind.DEVICE, "Taken with a phone", "Exif"),
    Finding(Kind.FACE, "A face", PICTURE, box=Box(0, 0, 9, 9)),
)
_AFTER = (
    Finding(Kind.TIME, "Taken in June 2026", "Exif"),
    Finding(Kind.FILENAME, "The name is a camera's", "File name"),
)


def main(photos: int) -> None:
    """Write one report of each kind."""
    with TemporaryDirectory() as folder:
        for suffix in (".html", ".json"):
            to = Path(folder) / f"report{suffix}"
            start = time.process_time()
            with draft(to, About("faces", Path("copies"), datetime.now())) as report:
                for number in range(photos):
                    report.add(_result(number))
            spent = time.process_time() - start
            print(f"{suffix}: {photos} photos, {spent:.2f} s of processor time, {to.stat().st_size / 1e6:.1f} MB")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _result(number: int) -> Result:
    before, after = (
        Report(Path(f"{number}.jpg"), "JPEG", Size(4000, 3000), findings) for findings in (_BEFORE, _AFTER)
    )
    return Result(Path("roll") / f"{number}.jpg", Path("copies") / f"{number}.jpg", Outcome.CLEANED, before, after, 1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
