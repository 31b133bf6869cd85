"""A small picture in which a rotation, a mirror image or a wrong colour is seen at once."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

WIDTH = 96
HEIGHT = 64


def pixels(width: int = WIDTH, height: int = HEIGHT, shift: int = 0) -> NDArray[np.uint8]:
    """A gradient, red to the right and green downwards; ``shift`` makes another frame of it."""
    x = np.linspace(0, 255, width)[None, :].repeat(height, 0)
    y = np.linspace(0, 255, height)[:, None].repeat(width, 1)
    blue = (x + y + shift) % 256
    return np.stack([x, y, blue], axis=2).astype(np.uint8)


def picture(width: int = WIDTH, height: int = HEIGHT, mode: str = "RGB", shift: int = 0) -> Image.Image:
    """The gradient with three different shapes in three corners, if there is room for them."""
    image = Image.fromarray(pixels(width, height, shift))
    if min(width, height) >= 16:
        _shapes(ImageDraw.Draw(image), width, height)
    return image.convert(mode)


def _shapes(draw: ImageDraw.ImageDraw, width: int, height: int) -> None:
    w, h = width // 4, height // 4
    draw.rectangle((1, 1, w, h), fill=(255, 0, 0))
    draw.ellipse((width - w, 1, width - 2, h), fill=(0, 0, 255))
    draw.polygon([(1, height - 2), (w, height - 2), (1, height - h)], fill=(255, 255, 0))


def translucent(width: int = WIDTH, height: int = HEIGHT, shift: int = 0) -> Image.Image:
    """The picture with an alpha channel that grows to the right."""
    image = picture(width, height, shift=shift)
    alpha = Image.fromarray(pixels(width, height)[:, :, 0])
    image.putalpha(alpha)
    return image


def encode(image: Image.Image, form: str, **options: Any) -> bytes:
    """A picture as the bytes of a file that Pillow writes, without any metadata."""
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()
