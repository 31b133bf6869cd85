"""The surface of a cover of any size: a large one is computed smaller and stretched.

It is smooth, so that it looks the same, and takes a small part of the memory.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lenscap.cover.styles import STYLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_SOLVED = 1 << 16
"""Areas of more pixels are computed smaller."""
_AT_ONCE = 1 << 19


def surface(
    style: str, ring: NDArray[np.float64], height: int, width: int
) -> Iterator[tuple[range, NDArray[np.float64]]]:
    """Yield the rows of the surface that meets a border, some at a time, with their numbers."""
    scale = max(1, math.ceil(math.sqrt(height * width / _MOST_SOLVED)))
    high, wide = -(-height // scale), -(-width // scale)
    border = _shorter(ring, height, width, high, wide)
    small = STYLES[style](border, high, wide)
    if scale == 1:
        yield range(height), small
        return
    framed = _framed(small, border)
    many = max(1, _AT_ONCE // width)
    for top in range(0, height, many):
        rows = range(top, min(height, top + many))
        yield rows, _sharp(small, rows, height, width) if style == "mosaic" else _smooth(framed, rows, height, width)


def _sharp(small: NDArray[np.float64], rows: range, height: int, width: int) -> NDArray[np.float64]:
    """Some rows of a surface that was computed smaller, each of its values as often as it is needed."""
    import numpy as np

    high, wide = small.shape[:2]
    return np.asarray(small[np.asarray(rows) * high // height][:, np.arange(width) * wide // width])


def _smooth(framed: NDArray[np.float64], rows: range, height: int, width: int) -> NDArray[np.float64]:
    """Some rows of a surface that was computed smaller, interpolated so that it still meets the border."""
    import numpy as np

    down = (np.asarray(rows) + 1) * ((len(framed) - 1) / (height + 1))
    across = (np.arange(width) + 1) * ((framed.shape[1] - 1) / (width + 1))
    y, x = down.astype(int), across.astype(int)
    below, right = (down - y)[:, None, None], (across - x)[:, None]
    lines = framed[y] * (1 - below) + framed[y + 1] * below
    return np.asarray(lines[:, x] * (1 - right) + lines[:, x + 1] * right)


def _framed(small: NDArray[np.float64], ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """A surface with the border around it, whose corners are the means of what is beside them."""
    import numpy as np

    high, wide = small.shape[:2]
    framed = np.pad(small, ((1, 1), (1, 1), (0, 0)), mode="edge")
    top, right, bottom, left = np.split(ring, [wide, wide + high, 2 * wide + high])
    framed[0, 1:-1], framed[-1, 1:-1] = top, bottom[::-1]
    framed[1:-1, 0], framed[1:-1, -1] = left[::-1], right
    for row, column, beside, above in ((0, 0, 1, 1), (0, -1, -2, 1), (-1, 0, 1, -2), (-1, -1, -2, -2)):
        framed[row, column] = (framed[row, beside] + framed[above, column]) / 2
    return framed


def _shorter(ring: NDArray[np.float64], height: int, width: int, rows: int, columns: int) -> NDArray[np.float64]:
    """The border of a smaller area of the same shape."""
    import numpy as np

    sides = np.split(ring, [width, width + height, 2 * width + height])
    return np.concatenate(
        [_pooled(side, many) for side, many in zip(sides, (columns, rows, columns, rows), strict=True)]
    )


def _pooled(side: NDArray[np.float64], many: int) -> NDArray[np.float64]:
    """The means of so many parts of one side of a border."""
    import numpy as np

    starts = np.arange(many) * len(side) // many
    lengths = np.diff([*starts, len(side)])
    return np.asarray(np.add.reduceat(side, starts, axis=0) / lengths[:, None]) if many < len(side) else side
