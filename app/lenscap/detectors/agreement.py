"""What several looks at one picture agree on: boxes of all of them → one box a face, and how certain it is.

Boxes are rows of left, top, right, bottom and certainty, the sides as parts of the picture's size.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lenscap.model import SURE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = 0.2
"""What is found with less certainty is dropped."""

_SAME_BOX = 0.5
_SAME_FACE = 0.25
_PART_OF_A_FACE = 0.5
_TELLING = 3
_SMALLEST, _LARGEST = 12.0, 512.0
"""Between these sizes, in its own pixels, a look sees any face that others see."""


def agreed(looks: Sequence[NDArray[np.float64]], sides: Sequence[float]) -> NDArray[np.float64]:
    """The faces that looks found, with a certainty that all looks have a say in which could have seen the face.

    ``sides`` are those of a square with as many pixels as each look had.
    """
    import numpy as np

    boxes = np.concatenate(looks)
    numbers = np.repeat(np.arange(len(looks)), [len(look) for look in looks])
    order = boxes[:, 4].argsort(kind="stable")[::-1]
    boxes, numbers = boxes[order], numbers[order]
    found = []
    while len(boxes) and _joint(boxes[0, 4], len(looks)) >= LEAST:
        is_same = _shares(boxes[0], boxes)[0] > _SAME_BOX
        is_same[0] = True
        certainty = _certainty(boxes[is_same], numbers[is_same], np.asarray(sides))
        found.append([*boxes[0, :4], certainty])
        boxes, numbers = boxes[~is_same], numbers[~is_same]
    rows = np.array(found).reshape(-1, 5)
    return rows[rows[:, 4] >= LEAST]


def _certainty(boxes: NDArray[np.float64], numbers: NDArray[np.intp], sides: NDArray[np.float64]) -> float:
    """How certain a face is that ``boxes`` were found of, each by the look of that number; the surest comes first."""
    import numpy as np

    said = np.zeros(len(sides))
    np.maximum.at(said, numbers, boxes[:, 4])
    sizes = sides * np.sqrt((boxes[0, 2:4] - boxes[0, :2]).prod())
    has_a_say = (said > 0) | ((sizes >= _SMALLEST) & (sizes <= _LARGEST))
    return _joint(said[has_a_say].mean(), int(has_a_say.sum()))


def _joint(mean: float, looks: int) -> float:
    """The certainty of looks that are half alike: of n as good as the root of n different ones; more say little new."""
    return float(1 - (1 - mean) ** min(looks, _TELLING) ** 0.5)


def doubted(boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Boxes of faces that would be turned, which are rare: their odds are squared, if they are less than even."""
    import numpy as np

    said = boxes[:, 4]
    squared = said**2 / (said**2 + (1 - said) ** 2)
    rows = np.column_stack([boxes[:, :4], np.minimum(said, squared)])
    return rows[rows[:, 4] >= LEAST]


def merged(boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """One box a face, the surest first: the surest of those that share more than ``_SAME_FACE`` of their union.

    Of two that share ``_PART_OF_A_FACE`` of the smaller one, the other goes if it is unsure.
    """
    import numpy as np

    kept = []
    boxes = boxes[boxes[:, 4].argsort(kind="stable")[::-1]]
    while len(boxes):
        best, boxes = boxes[0], boxes[1:]
        kept.append(best)
        of_union, of_smaller = _shares(best, boxes)
        is_other = (of_union <= _SAME_FACE) & ((of_smaller <= _PART_OF_A_FACE) | (boxes[:, 4] >= SURE))
        boxes = boxes[is_other]
    return np.stack(kept) if kept else boxes


def _shares(box: NDArray[np.float64], boxes: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What one box shares with many, as parts of their union and of the smaller of the two."""
    import numpy as np

    sides = np.minimum(box[2:4], boxes[:, 2:4]) - np.maximum(box[:2], boxes[:, :2])
    shared = np.clip(sides, 0, None).prod(axis=1)
    area, areas = (box[2:4] - box[:2]).prod(), (boxes[:, 2:4] - boxes[:, :2]).prod(axis=1)
    tiny = 1e-12
    return shared / np.maximum(area + areas - shared, tiny), shared / np.maximum(np.minimum(area, areas), tiny)
