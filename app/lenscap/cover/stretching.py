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
    style: str, ring: NDArray[np.floating], height: int, width: int
) -> Iterator[tuple[range, NDArray[np.floating]]]:
    """Yield the rows of the surface that meets a border, some at a time, with their numbers."""
    import numpy as np

    scale = max(1, math.ceil(math.sqrt(height * width / _MOST_SOLVED)))
    high, wide = -(-height // scale), -(-width // scale)
    if scale == 1:
        yield range(height), STYLES[style](ring, high, wide)
        return
    border = _shorter(ring, height, width, high, wide).astype(np.float32)  # single precision will do, and is quicker
    small = STYLES[style](border, high, wide)
    stretched = _sharpened(small, width) if style == "mosaic" else _widened(_framed(small, border), width)
    down = _sharp if style == "mosaic" else _smooth
    many = max(1, _AT_ONCE // width)
    for top in range(0, height, many):
        rows = range(top, min(height, top + many))
        yield rows, down(stretched, rows, height)


def _sharpened(small: NDArray[np.floating], width: int) -> NDArray[np.floating]:
    """A surface that was computed smaller in its full width, each of its values as often as it is needed."""
    import numpy as np

    return np.asarray(small[:, np.arange(width) * small.shape[1] // width])


def _sharp(wide: NDArray[np.floating], rows: range, height: int) -> NDArray[np.floating]:
    """Some rows of it in its full height."""
    import numpy as np

    return np.asarray(wide[np.asarray(rows) * len(wide) // height])


def _widened(framed: NDArray[np.floating], width: int) -> NDArray[np.floating]:
    """A surface with its border in its full width, interpolated so that it still meets the border."""
    return _between(framed.swapaxes(0, 1), range(width), width).swapaxes(0, 1)


def _smooth(wide: NDArray[np.floating], rows: range, height: int) -> NDArray[np.floating]:
    """Some rows of it in its full height."""
    return _between(wide, rows, height)


def _between(framed: NDArray[np.floating], lines: range, length: int) -> NDArray[np.floating]:
    """Some of ``length`` lines that lie between the first and the last of an array, which are the border."""
    import numpy as np

    places = (np.asarray(lines) + 1) * ((len(framed) - 1) / (length + 1))
    before = places.astype(int)
    part = (places - before).astype(framed.dtype)[:, None, None]
    return np.asarray(framed[before] * (1 - part) + framed[before + 1] * part)


def _framed(small: NDArray[np.floating], ring: NDArray[np.floating]) -> NDArray[np.floating]:
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


def _shorter(ring: NDArray[np.floating], height: int, width: int, rows: int, columns: int) -> NDArray[np.floating]:
    """The border of a smaller area of the same shape."""
    import numpy as np

    sides = np.split(ring, [width, width + height, 2 * width + height])
    return np.concatenate(
        [_pooled(side, many) for side, many in zip(sides, (columns, rows, columns, rows), strict=True)]
    )


def _pooled(side: NDArray[np.floating], many: int) -> NDArray[np.floating]:
    """The means of so many parts of one side of a border."""
    import numpy as np

    starts = np.arange(many) * len(side) // many
    lengths = np.diff([*starts, len(side)])
    return np.asarray(np.add.reduceat(side, starts, axis=0) / lengths[:, None]) if many < len(side) else side
