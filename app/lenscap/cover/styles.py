"""What a cover looks like. Each style is a function of the cover's border alone: what it hides cannot be computed back.

A border is an array of shape (2 · (height + width), channels): the colours around a rectangle of ``height`` × ``width``
pixels, clockwise from its left upper corner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CELLS_ACROSS = 8


def soft(border: NDArray[np.floating], height: int, width: int) -> NDArray[np.floating]:
    """Looks like a strong blur: the smoothest surface (harmonic) that meets the border, of shape (h, w, channels).

    The discrete Laplace equation on a rectangle, solved by sine transforms (Numerical Recipes, section 20.4).
    """
    import numpy as np
    from scipy.fft import dstn, idstn

    top, right, bottom, left = np.split(border, [width, width + height, 2 * width + height])
    edge = np.zeros((height, width, border.shape[1]), border.dtype)
    edge[0] += top
    edge[-1] += bottom[::-1]
    edge[:, 0] += left[::-1]
    edge[:, -1] += right
    rows, columns = (2 - 2 * np.cos(np.pi * np.arange(1, n + 1) / (n + 1)) for n in (height, width))
    waves = dstn(edge, type=1, axes=(0, 1)) / (rows[:, None] + columns)[..., None].astype(edge.dtype)
    return np.asarray(idstn(waves, type=1, axes=(0, 1)))


def mosaic(border: NDArray[np.floating], height: int, width: int) -> NDArray[np.floating]:
    """Looks like large pixels: the soft surface, one colour a cell."""
    import numpy as np

    surface = soft(border, height, width)
    cell = max(1, -(-max(height, width) // _CELLS_ACROSS))
    rows, columns = np.arange(0, height, cell), np.arange(0, width, cell)
    sums = np.add.reduceat(np.add.reduceat(surface, rows, axis=0), columns, axis=1)
    tall, wide = np.diff([*rows, height]), np.diff([*columns, width])
    means = sums / (tall[:, None] * wide)[..., None]
    return np.asarray(means.repeat(tall, axis=0).repeat(wide, axis=1))


def solid(border: NDArray[np.floating], height: int, width: int) -> NDArray[np.floating]:
    """One colour: the mean of the border."""
    import numpy as np

    return np.tile(border.mean(axis=0), (height, width, 1))


STYLES: Mapping[str, Callable[[NDArray[np.floating], int, int], NDArray[np.floating]]] = {
    "soft": soft,
    "mosaic": mosaic,
    "solid": solid,
}
