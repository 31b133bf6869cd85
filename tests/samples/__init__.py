"""Pictures with canaries: made here, deterministic, and independent of the program that they judge.

``samples`` are good files with something hidden in them, ``hard_samples`` hide it inside the compressed picture,
``bad_samples`` are files that lie.
"""

from __future__ import annotations

from functools import cache

from .bad import Bad, bad
from .hard import hard
from .jpeg_samples import jpeg_samples
from .png_samples import png_samples
from .sample import Format, Sample, canary, find, survivors
from .tiff_bad import tiff_bad
from .tiff_hard import tiff_hard
from .tiff_samples import tiff_samples
from .webp_samples import webp_samples

__all__ = ["Bad", "Format", "Sample", "bad_samples", "canary", "find", "hard_samples", "named", "samples", "survivors"]


@cache
def samples() -> list[Sample]:
    """All good files."""
    return [*jpeg_samples(), *png_samples(), *webp_samples(), *tiff_samples()]


@cache
def hard_samples() -> list[Sample]:
    """Good files that hide something where only a decoder would see it."""
    return [*hard(), *tiff_hard()]


@cache
def bad_samples() -> list[Bad]:
    """Files that a program must survive."""
    return [*bad(), *tiff_bad()]


def named(name: str) -> Sample:
    """One sample."""
    return next(sample for sample in samples() if sample.name == name)
