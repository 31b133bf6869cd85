"""Make a camera roll to measure with: 12 MP JPEGs with all that a phone writes beside the picture.

    python tests/benchmarks/roll.py FOLDER [--number 500]

Every photo has its own time, position and serial number; the pictures themselves are a few that take turns.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from random import Random

import numpy as np
import piexif
from PIL import Image

SIZE = (4000, 3000)
PICTURES = 5
QUALITY = 88
MAKER_NOTE = 2048


def main() -> None:
    """Fill the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=500)
    options = parser.parse_args()
    fill(options.folder, options.number)


def fill(folder: Path, number: int) -> None:
    """Write ``number`` photos into a new folder."""
    folder.mkdir(parents=True)
    pictures = [picture(seed) for seed in range(PICTURES)]
    for index in range(number):
        data = io.BytesIO()
        piexif.insert(exif(index), pictures[index % PICTURES], data)
        (folder / f"IMG_{index:04}.jpg").write_bytes(data.getvalue())


def picture(seed: int) -> bytes:
    """A JPEG with coarse shapes and fine grain, about as large as a phone's."""
    random = np.random.default_rng(seed)
    shapes = Image.fromarray(random.integers(0, 255, (30, 40, 3), dtype=np.uint8)).resize(
        SIZE, Image.Resampling.BICUBIC
    )
    grain = random.normal(0, 7, (SIZE[1], SIZE[0], 1))
    pixels = (np.asarray(shapes) + grain).clip(0, 255).astype(np.uint8)
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "JPEG", quality=QUALITY)
    return data.getvalue()


def exif(index: int) -> bytes:
    """What a phone writes: camera, lens, settings, times, a position, a private note and a thumbnail."""
    random = Random(index)  # noqa: S311 (the same roll every time)
    thumbnail = io.BytesIO()
    Image.effect_mandelbrot((160, 120), (-3, -2.5, 2, 2.5), 20 + index % 50).convert("RGB").save(thumbnail, "JPEG")
    time = f"2026:{1 + index // 28 % 12:02}:{1 + index % 28:02} {index % 24:02}:{index % 60:02}:07".encode()
    camera = {271: b"Fabrikam", 272: b"Phone 7", 305: b"Camera 4.2", 306: time, 282: (72, 1), 283: (72, 1)}
    settings = {
        33434: (1, random.randint(30, 4000)), 33437: (18, 10), 34855: random.randint(50, 800), 36867: time,
        36868: time, 36880: b"+01:00", 36881: b"+01:00", 37386: (425, 100), 37520: b"%03d" % random.randint(0, 999),
        37500: random.randbytes(MAKER_NOTE), 40961: 1, 40962: SIZE[0], 40963: SIZE[1], 41989: 26,
        42033: b"F7-%08d" % random.randrange(10**8), 42035: b"Fabrikam", 42036: b"Fabrikam wide 4.25mm f/1.8",
    }  # fmt: skip
    north = ((38, 1), (random.randint(40, 48), 1), (random.randint(0, 5999), 100))
    west = ((9, 1), (random.randint(5, 15), 1), (random.randint(0, 5999), 100))
    clock = ((18, 1), (42, 1), (7, 1))
    place = {0: (2, 3, 0, 0), 1: b"N", 2: north, 3: b"W", 4: west, 6: (random.randint(0, 9000), 100), 7: clock}
    written = {"0th": camera, "Exif": settings, "GPS": place, "1st": {259: 6}, "thumbnail": thumbnail.getvalue()}
    return bytes(piexif.dump(written))


if __name__ == "__main__":
    main()
