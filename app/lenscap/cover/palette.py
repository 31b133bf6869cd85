"""Covers on pictures whose pixels are numbers of colours: only colours that are seen outside the covers are used.

What the palette has beside them may be there for the sake of what is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lenscap.cover.raster import Area

_AT_ONCE = 1 << 20
_GREY = (128, 128, 128, 255)


def cover(indices: NDArray[np.integer], colours: NDArray[np.uint8], places: Sequence[Area]) -> None:
    """Cover ``places`` in an array of numbers of ``colours``, rows of red, green, blue and alpha, in place.

    If nothing else can be seen, the first colour becomes grey.
    """
    import numpy as np
    from scipy.spatial import cKDTree

    from lenscap.cover import raster

    seen = _visible(indices, len(colours), places)
    if not seen.size:
        seen, colours[0] = np.zeros(1, np.intp), _GREY
    pixels = colours[np.minimum(indices, len(colours) - 1)]
    raster.cover(pixels, places)
    tree = cKDTree(colours[seen])
    for top, left, bottom, right, _ in places:
        rows = max(1, _AT_ONCE // (right - left))
        for row in range(top, bottom, rows):
            part = pixels[row : min(bottom, row + rows), left:right]
            indices[row : min(bottom, row + rows), left:right] = seen[tree.query(part)[1]]


def _visible(indices: NDArray[np.integer], colours: int, places: Sequence[Area]) -> NDArray[np.intp]:
    """The numbers of the colours that are seen outside ``places``, in their order."""
    import numpy as np

    hidden = np.zeros(indices.shape, bool)
    for top, left, bottom, right, _ in places:
        hidden[top:bottom, left:right] = True
    return np.flatnonzero(_counts(indices, colours, ~hidden))


def _counts(indices: NDArray[np.integer], colours: int, where: NDArray[np.bool_] | None = None) -> NDArray[np.intp]:
    """How many pixels have each colour."""
    import numpy as np

    counts = np.zeros(colours, np.intp)
    for top in range(0, len(indices), 256):
        rows = indices[top : top + 256]
        rows = rows.ravel() if where is None else rows[where[top : top + 256]]
        counts += np.bincount(np.minimum(rows, colours - 1), minlength=colours)
    return counts


def compacted(
    indices: NDArray[np.integer], colours: NDArray[np.uint8]
) -> tuple[NDArray[np.integer], NDArray[np.uint8]]:
    """The same picture with a palette of those colours alone that it uses."""
    import numpy as np

    used = np.flatnonzero(_counts(indices, len(colours)))
    numbers = np.zeros(len(colours), indices.dtype)
    numbers[used] = np.arange(len(used))
    return numbers[np.minimum(indices, len(colours) - 1)], colours[used]
