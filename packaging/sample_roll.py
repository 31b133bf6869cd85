"""Make a small roll of photos that tell something, for screenshots and for trying things out: FOLDER.

The pictures come with scikit-image (public domain or CC0) and matplotlib (public domain); what they tell is made up.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import piexif
from PIL import Image

LONG_SIDE = 1600


class Shot(NamedTuple):
    """One photo: its name, where it comes from, when and where it was taken, and how it is cut."""

    name: str
    source: str
    when: str
    where: tuple[float, float] | None
    cut: tuple[float, float, float, float] = (0, 0, 1, 1)


SHOTS = (
    Shot("IMG_4127.jpg", "astronaut", "2026:06:15 18:42:07", (38.7118, -9.129)),
    Shot("IMG_4131.jpg", "coffee", "2026:06:15 09:12:40", (38.7139, -9.1335)),
    Shot("IMG_4138.jpg", "rocket", "2026:06:14 21:05:13", (38.6916, -9.216)),
    Shot("IMG_4140.jpg", "chelsea", "2026:06:13 17:30:51", (45.7640, 4.8357)),
    Shot("IMG_4142.jpg", "hopper", "2026:06:12 11:20:09", None),
    Shot("IMG_4145.jpg", "coffee", "2026:06:11 08:02:33", (45.7597, 4.8422), (0.1, 0.1, 0.8, 0.9)),
    Shot("IMG_4150.jpg", "chelsea", "2026:06:10 19:44:18", None, (0.2, 0.1, 0.8, 0.8)),
    Shot("IMG_4151.jpg", "astronaut", "2026:06:09 10:15:02", (45.7719, 4.8901), (0.15, 0.0, 0.75, 0.55)),
    Shot("IMG_4160.jpg", "rocket", "2026:06:08 22:58:47", None, (0.2, 0.1, 0.8, 0.8)),
    Shot("scan-0007.png", "page", "2026:06:07 14:00:00", None),
    Shot("scan-0008.png", "coins", "2026:06:07 14:03:00", None),
    Shot("IMG_4163.jpg", "moon", "2026:06:06 23:11:20", (45.7640, 4.8357)),
    Shot("IMG_4166.jpg", "grass", "2026:06:06 13:41:55", (45.7772, 4.8556)),
    Shot("IMG_4168.jpg", "brick", "2026:06:05 17:20:31", (50.8503, 4.3517)),
    Shot("IMG_4171.jpg", "hopper", "2026:06:05 16:36:25", (50.8466, 4.3528), (0.1, 0.0, 0.9, 0.7)),
)


def main(folder: Path) -> None:
    """Write the photos."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, shot in enumerate(SHOTS):
        picture, file = _cut(_picture(shot.source), shot), folder / shot.name
        if shot.name.endswith(".png"):
            picture.save(file)
        else:
            clip = b"\0\0\0\x18ftypmp42" + bytes(400) if number % 3 == 0 else b""
            file.write_bytes(_jpeg(picture, exif=_exif(shot, picture), quality=90) + clip)
        taken = datetime.strptime(shot.when, "%Y:%m:%d %H:%M:%S").timestamp()
        os.utime(file, (taken, taken))


def _picture(source: str) -> Image.Image:
    from matplotlib import cbook
    from skimage import data

    if source == "hopper":
        return Image.open(str(cbook.get_sample_data("grace_hopper.jpg", asfileobj=False))).convert("RGB")
    return Image.fromarray(getattr(data, source)()).convert("RGB")


def _cut(picture: Image.Image, shot: Shot) -> Image.Image:
    width, height = picture.size
    left, top, right, bottom = shot.cut
    part = picture.crop((int(left * width), int(top * height), int(right * width), int(bottom * height)))
    scale = LONG_SIDE / max(part.size)
    return part.resize((round(part.width * scale), round(part.height * scale)), Image.Resampling.LANCZOS)


def _jpeg(picture: Image.Image, **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", **options)
    return buffer.getvalue()


def _exif(shot: Shot, picture: Image.Image) -> bytes:
    small = picture.copy()
    small.thumbnail((160, 160))
    position = dict(_position(*shot.where)) if shot.where else {}
    exif: bytes = piexif.dump(
        {
            "0th": {piexif.ImageIFD.Make: "Fabrikam", piexif.ImageIFD.Model: "Phone 7"},
            "Exif": {
                piexif.ExifIFD.DateTimeOriginal: shot.when,
                piexif.ExifIFD.OffsetTimeOriginal: "+01:00",
                piexif.ExifIFD.BodySerialNumber: "F7-2026-9A41",
                piexif.ExifIFD.ISOSpeedRatings: 100,
                piexif.ExifIFD.FNumber: (18, 10),
            },
            "GPS": position,
            "1st": {piexif.ImageIFD.Compression: 6},
            "thumbnail": _jpeg(small),
        }
    )
    return exif


def _position(lat: float, lon: float) -> Iterator[tuple[int, Any]]:
    for value, name, directions, at in ((lat, 1, "NS", 2), (lon, 3, "EW", 4)):
        yield name, directions[value < 0]
        degrees, rest = divmod(abs(value), 1)
        minutes, rest = divmod(rest * 60, 1)
        yield at, ((int(degrees), 1), (int(minutes), 1), (round(rest * 6000), 100))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
