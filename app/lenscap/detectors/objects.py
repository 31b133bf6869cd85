"""Objects, found by a YOLOX detector that the person added (Ge et al., arXiv 2107.08430).

Its answer has a row for each cell of three grids: the middle of a box and its size, relative to the cell, how sure it
is that there is something, and how much it looks like each of the things it knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lenscap import inference, models
from lenscap.errors import MissingPartError
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Size
from lenscap.models import Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

NAME = "objects"

_THRESHOLD = 0.3
_SAME = 0.45
_STRIDES = (8, 16, 32)
_GROUND = 114
"""The grey beside a picture that is no square, as in training."""
_MOST = 100
_LARGEST_EXPONENT = 10.0
_PERSON = "person"


def longest_side(looking: Looking) -> int:
    """How large a picture the models want to see; 0 if objects are not asked for."""
    return max((model.side for model in models.installed()), default=0) if looking.objects else 0


def find(picture: Image, size: Size, looking: Looking) -> list[Finding]:
    """Find the things that the added models know, the surest first; boxes are in pixels of a picture of ``size``.

    Raises ``MissingPartError`` if a model was altered since it was added.
    """
    return [finding for model in models.installed() for finding in _found(picture, size, model)]


def _found(picture: Image, size: Size, model: Model) -> list[Finding]:
    import numpy as np

    pixels, scale = _square(picture, model.side)
    answer = inference.run(model.path, model.sha256, pixels, free_sizes=False)[0][0].astype(np.float64)
    if answer.shape != (model.answers, 5 + len(model.labels)):
        raise MissingPartError(f"The model “{model.name}” does not answer as it should. Remove it and add it again.")
    rows = _merged(_boxes(answer, model.side))
    rows[:, :4] *= np.array([size.width / picture.width, size.height / picture.height] * 2) / scale
    return [_finding(row, size, model) for row in rows[:_MOST].tolist()]


def _square(picture: Image, side: int) -> tuple[NDArray[np.float32], float]:
    """The picture in the left upper corner of a square, of shape (1, 3, side, side) in BGR, and how it was scaled."""
    import numpy as np

    scale = side / max(picture.size)
    width, height = (max(1, round(length * scale)) for length in picture.size)
    square = np.full((side, side, 3), _GROUND, np.float32)
    square[:height, :width] = np.asarray(picture.resize((width, height), reducing_gap=2.0))[:, :, ::-1]
    return np.ascontiguousarray(square.transpose(2, 0, 1)[None]), scale


def _boxes(answer: NDArray[np.float64], side: int) -> NDArray[np.float64]:
    """Rows of left, top, right, bottom (in pixels of the square), certainty and the number of the label."""
    import numpy as np

    likely = answer[:, 4:5] * answer[:, 5:]
    label = likely.argmax(axis=1)
    sure = likely[np.arange(len(likely)), label]
    keep = np.flatnonzero(sure > _THRESHOLD)
    grid, stride = _cells(side)
    middle = (answer[keep, :2] + grid[keep]) * stride[keep]
    half = np.exp(np.minimum(answer[keep, 2:4], _LARGEST_EXPONENT)) * stride[keep] / 2
    return np.column_stack([middle - half, middle + half, sure[keep], label[keep]])


def _cells(side: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The column and row of each cell in its grid, and how many pixels the cells of that grid are wide."""
    import numpy as np

    counts = [side // stride for stride in _STRIDES]
    grids = [np.stack(np.meshgrid(np.arange(n), np.arange(n)), axis=2).reshape(-1, 2) for n in counts]
    strides = [np.full((n * n, 1), stride) for n, stride in zip(counts, _STRIDES, strict=True)]
    return np.concatenate(grids).astype(float), np.concatenate(strides).astype(float)


def _merged(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The surest of the boxes with the same label that share much of their union."""
    import numpy as np

    rows = rows[np.argsort(-rows[:, 4], kind="stable")]
    kept: list[NDArray[np.float64]] = []
    while len(rows):
        best, rows = rows[0], rows[1:]
        kept.append(best)
        low, high = np.maximum(rows[:, :2], best[:2]), np.minimum(rows[:, 2:4], best[2:4])
        shared = np.maximum(0, high - low).prod(axis=1)
        areas = (rows[:, 2:4] - rows[:, :2]).prod(axis=1) + (best[2:4] - best[:2]).prod() - shared
        rows = rows[(shared < _SAME * areas) | (rows[:, 5] != best[5])]
    return np.array(kept).reshape(-1, 6)


def _finding(row: list[float], size: Size, model: Model) -> Finding:
    box = Box.within(row[:4], size)
    label = model.labels[int(row[5])]
    article = "An" if label[0] in "aeiou" else "A"
    kind = Kind.PERSON if label == _PERSON else Kind.OBJECT
    return Finding(kind, f"{article} {label}", PICTURE, round(row[4], 3), box, {"label": label})
