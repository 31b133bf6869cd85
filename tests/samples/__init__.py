"""Pictures with canaries: made here, deterministic, and independent of the program that they judge.

``samples`` are good files with something hidden in them, ``hard_samples`` hide it inside the compressed picture,
``bad_samples`` are files that lie.
"""

from __future__ import annotations

import io
from functools import cache

from PIL import Image

from . import bmp, gif
from .bad import Bad, bad
from .bad_behind import bad_behind
from .bmp_bad import bmp_bad
from .bmp_samples import bmp_samples
from .gain_maps import gain_map_samples
from .gif_bad import gif_bad
from .gif_samples import gif_samples
from .hard import hard
from .heif_bad import heif_bad
from .heif_hard import heif_hard
from .heif_samples import heif_samples
from .jpeg_samples import jpeg_samples
from .jxl_bad import jxl_bad
from .jxl_samples import jxl_samples
from .mp4_bad import mp4_bad
from .mp4_hard import mp4_hard
from .mp4_samples import mp4_samples
from .png_samples import png_samples
from .sample import Format, Sample, canary, find, survivors
from .sequence_bad import sequence_bad
from .sequence_samples import sequence_samples
from .tiff_bad import tiff_bad
from .tiff_hard import tiff_hard
from .tiff_samples import tiff_samples
from .webp_samples import webp_samples

__all__ = [
    "RICH",
    "Bad",
    "Format",
    "Sample",
    "bad_samples",
    "canary",
    "find",
    "hard_samples",
    "named",
    "profile_in",
    "samples",
    "survivors",
]

RICH = (
    "jpeg-everything",
    "jpeg-gain-map-everything",
    "png-everything",
    "webp-everything",
    "gif-everything",
    "bmp-everything",
    "mp4-everything",
    "jxl-everything",
    "heif-everything",
    "avif-everything",
    "heif-series-everything",
    "avif-series-everything",
    "tiff-everything",
)
"""The samples that hide something in every place that their format has."""


@cache
def samples() -> list[Sample]:
    """All good files."""
    return [
        *jpeg_samples(),
        *gain_map_samples(),
        *png_samples(),
        *webp_samples(),
        *gif_samples(),
        *bmp_samples(),
        *mp4_samples(),
        *jxl_samples(),
        *heif_samples(),
        *sequence_samples(),
        *tiff_samples(),
    ]


@cache
def hard_samples() -> list[Sample]:
    """Good files that hide something where only a decoder would see it."""
    return [*hard(), *tiff_hard(), *heif_hard(), *mp4_hard()]


@cache
def bad_samples() -> list[Bad]:
    """Files that a program must survive."""
    return [
        *bad(),
        *bad_behind(),
        *gif_bad(),
        *bmp_bad(),
        *mp4_bad(),
        *jxl_bad(),
        *heif_bad(),
        *sequence_bad(),
        *tiff_bad(),
    ]


def named(name: str) -> Sample:
    """One sample."""
    return next(sample for sample in samples() if sample.name == name)


def profile_in(data: bytes) -> bytes | None:
    """The colour profile in a file, read without the program."""
    if data[:3] == b"GIF":
        return gif.profile_in(data)
    if data[:2] == b"BM":
        return bmp.profile_in(data)
    profile: bytes | None = Image.open(io.BytesIO(data)).info.get("icc_profile")
    return profile
