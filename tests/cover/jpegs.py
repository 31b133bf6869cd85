"""JPEGs of all kinds, and a look at their blocks that shares no code with ours."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jpeglib
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lenscap.model import Box, Size
from tests.pictures import astronaut, encoded, with_noise

Encode = Callable[[Image.Image], bytes]

WHOLE = Box(0, 0, 1 << 17, 1 << 17)


def _by_pillow(mode: str = "RGB", **options: Any) -> Encode:
    return lambda image: encoded(image.convert(mode), "JPEG", **{"quality": 85, **options})


def _by_jpeglib(sampling: Any, library: str = "6b", **options: Any) -> Encode:
    """What Pillow does not write: other samplings, as pairs (down, across)."""

    def encode(image: Image.Image) -> bytes:
        with TemporaryDirectory() as folder, jpeglib.version(library):
            file = Path(folder) / "picture.jpg"
            jpeg = jpeglib.from_spatial(np.asarray(image.convert("RGB")))
            jpeg.samp_factor = sampling
            jpeg.write_spatial(str(file), qt=85, **options)
            return file.read_bytes()

    return encode


def ycck(image: Image.Image) -> bytes:
    """A picture of four components whose Adobe segment says that they are YCCK."""
    cmyk = encoded(image.convert("CMYK"), "JPEG", quality=85)
    at = cmyk.index(b"Adobe") + 11
    assert cmyk[at] == 0
    return cmyk[:at] + b"\2" + cmyk[at + 1 :]


def cmyk(image: Image.Image) -> bytes:
    """Four components with something in the fourth, where converting from RGB leaves nothing."""
    return encoded(Image.merge("CMYK", (*image.convert("RGB").split(), image.convert("L"))), "JPEG", quality=85)


def arithmetic(image: Image.Image) -> bytes:
    with TemporaryDirectory() as folder, jpeglib.version("turbo210"):
        file = Path(folder) / "picture.jpg"
        file.write_bytes(encoded(image.convert("RGB"), "JPEG", quality=85))
        jpeglib.read_dct(str(file)).write_dct(str(file), flags=["ARITH_CODE"])
        assert b"\xff\xc9" in file.read_bytes()
        return file.read_bytes()


KINDS: dict[str, Encode] = {
    "4:2:0": _by_pillow(),
    "4:2:2": _by_pillow(subsampling="4:2:2"),
    "4:4:4": _by_pillow(subsampling="4:4:4"),
    "4:4:0": _by_jpeglib([[2, 1], [1, 1], [1, 1]]),
    "4:1:1": _by_jpeglib([[1, 4], [1, 1], [1, 1]]),
    "unlike": _by_jpeglib([[2, 2], [2, 1], [1, 2]]),
    "grey": _by_pillow("L"),
    "cmyk": cmyk,
    "ycck": ycck,
    "rgb": _by_pillow(keep_rgb=True),
    "progressive": _by_pillow(progressive=True),
    "progressive grey": _by_pillow("L", progressive=True),
    "optimised": _by_pillow(optimize=True),
    "restart markers": _by_pillow(restart_marker_blocks=3),
    "restart rows": _by_pillow(restart_marker_rows=1, progressive=True),
    "arithmetic": arithmetic,
    **{f"quality {quality}": _by_pillow(quality=quality) for quality in (30, 60, 95, 100)},
}


def samplings(jpeg: bytes) -> list[tuple[int, int]]:
    """How many blocks each component has in a group (MCU), across and down."""
    header = re.search(rb"\xff[\xc0-\xc2\xc9]\0.\x08....(.)", jpeg, re.DOTALL)
    assert header
    return [(both >> 4, both & 15) for both in jpeg[header.end() + 1 :: 3][: header[1][0]]]


def unit(jpeg: bytes) -> Size:
    """The size in pixels of a group of blocks."""
    return Size(*(8 * max(factors) for factors in zip(*samplings(jpeg), strict=True)))


def widened(box: Box, by: Size) -> Box:
    """A box to the next whole groups of blocks."""
    left, top = box.x // by.width * by.width, box.y // by.height * by.height
    return Box(
        left, top, -(-(box.x + box.w) // by.width) * by.width - left, -(-(box.y + box.h) // by.height) * by.height - top
    )


def blocks(jpeg: bytes) -> list[NDArray[np.int16]]:
    """The coefficients of each component, shape (rows, columns, 8, 8), as another library reads them."""
    with TemporaryDirectory() as folder, jpeglib.version("turbo210" if b"\xff\xc9" in jpeg else "9f"):
        file = Path(folder) / "picture.jpg"
        file.write_bytes(jpeg)
        read = jpeglib.read_dct(str(file))
        return [plane.copy() for plane in (read.Y, read.Cb, read.Cr, read.K) if plane is not None]


def changed_units(one: bytes, other: bytes) -> NDArray[np.bool_]:
    """Which groups of blocks differ in any component; all, if the pictures have not the same blocks."""
    size, by = Image.open(io.BytesIO(one)).size, unit(one)
    rows, columns = -(-size[1] // by.height), -(-size[0] // by.width)
    changed = np.zeros((rows, columns), bool)
    for before, after, (across, down) in zip(blocks(one), blocks(other), samplings(one), strict=True):
        assert before.shape == after.shape
        different = (before != after).any(axis=(2, 3))
        for row, column in np.argwhere(different):
            changed[row // down, column // across] = True
    return changed


def under(jpeg: bytes, *boxes: Box) -> NDArray[np.bool_]:
    """Which groups of blocks some boxes touch, in pixels as stored."""
    size, by = Image.open(io.BytesIO(jpeg)).size, unit(jpeg)
    touched = np.zeros((-(-size[1] // by.height), -(-size[0] // by.width)), bool)
    for x, y, w, h in boxes:
        left, top = max(0, x) // by.width, max(0, y) // by.height
        touched[top : -(-(y + h) // by.height), left : -(-(x + w) // by.width)] = True
    return touched


def pair(encode: Encode, size: Size, hidden: Box) -> tuple[bytes, bytes]:
    """Two pictures that differ in the groups of blocks that ``hidden`` touches, and nowhere else."""
    picture = astronaut().crop((150, 40, 150 + size.width, 40 + size.height))
    box = widened(hidden, unit(encode(picture)))
    one, other = (encode(with_noise(picture, box, seed)) for seed in (1, 2))
    assert (changed_units(one, other) <= under(one, hidden)).all()
    assert (changed_units(one, other) == under(one, hidden)).any()
    assert one != other
    return one, other
