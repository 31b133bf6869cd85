"""How long it takes to cover three faces in a JPEG, beside decoding and encoding it with Pillow.

    python tests/benchmarks/covering.py [PHOTO.jpg]

Without a photo, one of 12 megapixels is made. Finding the faces is not part of it. Both are timed in turns, by the
clock, and the fastest of each counts.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from lenscap.model import Box, Cover
from lenscap.opening import Opened, divided
from lenscap.pipeline.repainting import check_blocks, repaint, repaint_blocks

TURNS = 7
FACES = (Box(400, 500, 420, 560), Box(1500, 620, 500, 660), Box(2700, 400, 640, 800))
COVERS = [Cover(box, "soft") for box in FACES]


def made_photo() -> bytes:
    """Something of the size of a phone's photo: smooth shapes with a little noise."""
    rows, columns = np.mgrid[0:3000, 0:4000]
    shapes = np.stack([np.sin(rows / 97) * np.cos(columns / 61 + n) * 90 + 128 for n in range(3)], axis=2)
    noisy = shapes + np.random.default_rng(1).normal(0, 6, shapes.shape)
    buffer = io.BytesIO()
    Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def with_pillow(photo: bytes) -> None:
    """Decode and encode with the same tables, as anybody would."""
    image = Image.open(io.BytesIO(photo))
    image.load()
    image.save(io.BytesIO(), "JPEG", quality="keep")


def in_blocks(file: Opened) -> None:
    assert repaint_blocks(file, 1, COVERS)


def checked(file: Opened, copy: Opened) -> None:
    check_blocks(file, copy, 1, COVERS)


def fastest(*ways: Callable[[], object]) -> list[float]:
    """The shortest time of each way, tried in turns."""
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(TURNS):
        for taken, way in zip(times, ways, strict=True):
            start = time.perf_counter()
            way()
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]


def main() -> None:
    photo = Path(sys.argv[1]).read_bytes() if len(sys.argv) > 1 else made_photo()
    file = divided(photo, deep=True)
    covered = repaint_blocks(file, 1, COVERS)  # the first call starts the other process
    assert covered
    copy = divided(covered)
    pillow, blocks, again, check = fastest(
        lambda: with_pillow(photo),
        lambda: in_blocks(file),
        lambda: repaint(file, 1, COVERS),
        lambda: checked(file, copy),
    )
    width, height = file.layout.size
    print(f"{width} × {height}, {len(photo):,} bytes; covered {len(covered):,} bytes")
    for name, seconds in (("Pillow", pillow), ("in blocks", blocks), ("all again", again), ("comparing", check)):
        print(f"{name:10} {seconds:6.3f} s {seconds / pillow:6.2f} ×")


if __name__ == "__main__":
    main()
