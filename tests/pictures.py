"""Pictures for tests: real faces that come with test dependencies, and noise to hide."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lenscap.model import Box

ASTRONAUT_FACE = Box(170, 60, 110, 150)
"""Where Eileen Collins's face is in the picture (512 × 512) that comes with scikit-image."""


@cache
def astronaut() -> Image.Image:
    from skimage import data

    return Image.fromarray(data.astronaut())  # type: ignore[no-untyped-call]


@cache
def grace_hopper() -> Image.Image:
    from matplotlib import cbook

    return Image.open(str(cbook.get_sample_data("grace_hopper.jpg", asfileobj=False))).convert("RGB")


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def saved(image: Image.Image, path: Path, **options: Any) -> Path:
    image.save(path, **options)
    return path


def with_noise(image: Image.Image, box: Box, seed: int) -> Image.Image:
    """The same picture with other pixels in ``box``."""
    pixels = np.array(image)
    inside: NDArray[Any] = pixels[box.y : box.y + box.h, box.x : box.x + box.w]
    most = 2 if pixels.dtype == bool else 256
    inside[:] = np.random.default_rng(seed).integers(0, most, inside.shape).astype(pixels.dtype)
    changed = (
        Image.frombytes(image.mode, image.size, pixels.tobytes()) if image.mode != "1" else Image.fromarray(pixels)
    )
    if image.mode == "P":
        changed.putpalette(image.getpalette() or [])
    return changed
