"""Faces: several looks at a picture, at sizes in which the network sees small faces and large ones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from lenscap.detectors import agreement, centerface
from lenscap.model import PICTURE, SURE, Box, Finding, Kind, Looking, Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

NAME = "faces"

_USUAL_SHAPE = 4 / 3
_WORTH_A_LOOK = 1.2
"""How much larger than the one before a look has to be to see something new."""


class Look(NamedTuple):
    """One look: the longer side of a picture of the usual shape, and how much it may be enlarged for that.

    ``turns`` are quarter turns to the left.
    """

    side: int
    zoom: float = 2.0
    turns: int = 0
    mirrored: bool = False


_CAREFUL = (Look(480), Look(800), Look(1280), Look(2560, zoom=1.0))
LOOKS: dict[str, tuple[Look, ...]] = {
    "off": (),
    "fast": (Look(480), Look(1280, zoom=1.25)),
    "careful": _CAREFUL,
    "thorough": (
        *_CAREFUL,
        Look(4096, zoom=1.0),
        Look(8192, zoom=1.0),
        Look(640, mirrored=True),
        Look(1024, mirrored=True),
        *(look._replace(turns=turns) for turns in (1, 2, 3) for look in _CAREFUL),
    ),
}
"""Of each turn, the smaller ones first."""


def longest_side(looking: Looking) -> int:
    """How large a picture the most demanding look needs."""
    return max((look.side for look in LOOKS[looking.faces]), default=0)


def find(picture: Image, size: Size, looking: Looking) -> list[Finding]:
    """Find the faces in an upright RGB picture, the surest first; boxes are in pixels of a picture of ``size``."""
    import numpy as np

    looks = _worth_taking(LOOKS[looking.faces], Size(*picture.size))
    found = [_by(picture, [look for look in looks if look.turns == turns]) for turns in {look.turns for look in looks}]
    boxes = agreement.merged(np.concatenate(found)) * (size.width, size.height, size.width, size.height, 1)
    return [_finding(box, size) for box in boxes.tolist()]


def _finding(row: list[float], size: Size) -> Finding:
    """The finding for a row of left, top, right, bottom and certainty."""
    box = Box.within(row[:4], size)
    certainty = round(row[4], 3)
    return Finding(Kind.FACE, "A face" if certainty >= SURE else "Perhaps a face", PICTURE, certainty, box)


def _worth_taking(looks: tuple[Look, ...], size: Size) -> list[Look]:
    """Looks that a picture of this size is large enough for."""
    taken: list[Look] = []
    for look in looks:
        before = [_scale(one, size) for one in taken if (one.turns, one.mirrored) == (look.turns, look.mirrored)]
        if not before or _scale(look, size) > _WORTH_A_LOOK * max(before):
            taken.append(look)
    return taken


def _scale(look: Look, size: Size) -> float:
    """How much a look enlarges a picture; wide ones have as many pixels in it as those of the usual shape."""
    pixels = look.side**2 / _USUAL_SHAPE
    scale = math.sqrt(pixels / (size.width * size.height))
    if min(size) * scale < centerface.MULTIPLE:  # what is lower is made as high as that
        scale = min(scale, pixels / (centerface.MULTIPLE * max(size)))
    return min(look.zoom, scale)


def _by(picture: Image, looks: list[Look]) -> NDArray[np.float64]:
    """What looks in one direction agree on; boxes are in parts of the picture's size."""
    import numpy as np

    width, height = picture.size
    sides = [_scale(look, Size(width, height)) * math.sqrt(width * height) for look in looks]
    seen = [_look(picture, look) for look in looks]
    found = agreement.agreed(seen, sides)
    if looks[0].turns:
        return agreement.doubted(found)
    careful = [number for number, look in enumerate(looks) if look in _CAREFUL]
    if len(careful) == len(looks):
        return found
    # Who looks harder finds no less: a face that only some of the looks agree on is one all the same.
    first = agreement.agreed([seen[number] for number in careful], [sides[number] for number in careful])
    return np.concatenate([found, first])


def _look(picture: Image, look: Look) -> NDArray[np.float64]:
    """Boxes as rows of left, top, right, bottom (parts of the picture's size) and certainty."""
    import numpy as np

    pixels = np.rot90(np.asarray(_resized(picture, _scale(look, Size(*picture.size)))), look.turns)
    if look.mirrored:
        pixels = pixels[:, ::-1]
    height, width = pixels.shape[:2]
    found = centerface.detect(pixels) / (width, height, width, height, 1)
    if look.mirrored:
        found[:, [0, 2]] = 1 - found[:, [2, 0]]
    for _ in range(look.turns):
        found = found[:, [3, 0, 1, 2, 4]]
        found[:, [0, 2]] = 1 - found[:, [0, 2]]
    return found


def _resized(picture: Image, scale: float) -> Image:
    """The picture in another size, both sides multiples of what the network asks for."""
    multiple = centerface.MULTIPLE
    width, height = (max(multiple, round(length * scale / multiple) * multiple) for length in picture.size)
    return picture.resize((width, height), reducing_gap=2.0)
