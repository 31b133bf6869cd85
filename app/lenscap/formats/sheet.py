"""A picture as the samples that are stored of it: what the readers and writers of pixels hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(slots=True)
class Sheet:
    """A page or a frame, as stored."""

    samples: NDArray[np.generic]
    """Of shape (height, width) or (height, width, channels), from the left upper corner."""
    most: float | NDArray[np.float64]
    """The largest value of a sample, or that of each channel."""
    palette: NDArray[np.uint8] | None = None
    """Rows of red, green, blue and alpha, if the samples are numbers of colours."""
    orientation: int | None = None
    """Exif's, if it has one of its own."""
    block: int = 0
    """The side of the blocks in which it was compressed with loss; 0 if it was not."""


def unpacked_bits(rows: NDArray[np.uint8], bits: int, many: int) -> NDArray[np.uint8]:
    """Rows of bytes as so ``many`` numbers of 1, 2, 4 or 8 bits each, the first in the highest bits."""
    import numpy as np

    if bits == 8:
        return rows[:, :many]
    parts = [(rows >> shift) & ((1 << bits) - 1) for shift in range(8 - bits, -1, -bits)]
    return np.stack(parts, axis=-1).reshape(len(rows), -1)[:, :many]


def packed_bits(values: NDArray[np.uint8], bits: int) -> NDArray[np.uint8]:
    """Rows of numbers of 1, 2, 4 or 8 bits each as whole bytes; the last ones are filled up with zeros."""
    import numpy as np

    if bits == 8:
        return values
    each = 8 // bits
    padded = np.pad(values, ((0, 0), (0, -values.shape[1] % each))).reshape(len(values), -1, each)
    shifts = np.arange(8 - bits, -1, -bits, dtype=np.uint8)
    return np.asarray(np.bitwise_or.reduce(padded << shifts, axis=2), np.uint8)
