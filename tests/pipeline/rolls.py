"""Rolls of small photos for runs, and ways of doing a job that go wrong. Workers import this by its name."""

from __future__ import annotations

import io
import os
import signal
import time
from functools import cache
from pathlib import Path

import piexif
from PIL import Image

from lenscap.pipeline.jobs import Answer, Job, do


@cache
def _picture(colour: int) -> bytes:
    data = io.BytesIO()
    Image.effect_noise((96, 64), 40 + colour).convert("RGB").save(data, "JPEG", quality=90)
    return data.getvalue()


def small_photo(path: Path, number: int = 0) -> Path:
    """A photo with a note of its own; the pictures are a few that take turns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    note = {"0th": {piexif.ImageIFD.Artist: b"Marta %d" % number}, "Exif": {piexif.ExifIFD.LensModel: b"F %d" % number}}
    data = io.BytesIO()
    piexif.insert(piexif.dump(note), _picture(number % 5), data)
    path.write_bytes(data.getvalue())
    return path


def roll(folder: Path, number: int) -> Path:
    """A folder of that many photos."""
    for index in range(number):
        small_photo(folder / f"IMG_{index:05}.jpg", index)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, what is hidden too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def do_badly(job: Job) -> Answer:
    """Do a job as a decoder would that has something against certain names."""
    if "crash" in job.source.name:
        os.abort()
    if "killed" in job.source.name:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    if "hang" in job.source.name:
        time.sleep(600)
    if "greedy" in job.source.name:
        _ = bytearray(1 << 40)
    if "qt" in job.source.name:
        import sys

        assert not {name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6")}
    if "slow" in job.source.name:
        time.sleep(0.2)
    return do(job)


def do_once_killed(job: Job) -> Answer:
    """Be killed at the first try, after the copy is there."""
    mark = job.source.with_suffix(".tried")
    if mark.exists():
        return do(job)
    mark.touch()
    do(job)
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    raise AssertionError


def do_not(job: Job) -> Answer:
    """Recognise what was done, and make nothing."""
    assert job.done is not None, "a photo was to be done again"
    answer = do(job)
    assert answer.sums is None, "a photo was done again"
    return answer


def leave_scratch(job: Job) -> Answer:
    """Write a candidate, and then take forever."""
    from lenscap import scratch

    scratch.write(job.target, [b"half a picture"])
    time.sleep(600)
    raise AssertionError
