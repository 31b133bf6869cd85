"""Likenesses: 128 numbers for a face, which lie near those of other pictures of the same person.

Five landmarks and a residual network by dlib (King, JMLR 10, 2009), with the models that ``face_recognition`` uses.
That package itself is not imported: it ends the process where its models do not load, and changes a setting of Pillow
for everybody. dlib works in the process beside ours. A likeness is biometric: it is kept in memory only. Nothing else
is derived from a face: neither age nor sex nor anything like it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lenscap.detectors import faces
from lenscap.errors import MissingPartError
from lenscap.model import SURE, Box, Finding, Kind, Looking, Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

LONGEST_SIDE = 2000
"""How large a picture likenesses are taken from; a decoder gives half of a 12 megapixel photo in little time."""
_SMALLEST = 56
"""How many pixels high a face must be in that picture. Small faces of different people look alike: in crowds, of 20 to
32 pixels, one pair of strangers in six is nearer than the distance by which faces are grouped; of 60 to 100, one in
forty."""
_MOST = 200
"""How many faces of a picture get a likeness: the largest."""
_AT_ONCE = 25
"""How many faces go through the pipe together; each takes a tenth of a second, on a busy computer much more."""
_CROP = 200
"""The side in pixels of the square that is cut out around a face."""
_WIDER = 2.0
"""The same in heights of the face."""
_SOUGHT, _LOWER = 0.9, 0.03
"""The square in which the landmarks are sought: its side, and how much lower than what our detector found its middle
is, in heights of the face. They were trained on the answers of dlib's own detector, which are such squares."""
_GLANCE = 64
"""The side in pixels of the crop in which our detector says which way up a face is."""
_UPRIGHT = 0.75
"""A face of which it is so certain is upright; one of which it is less may lie on its side."""
_SEEN = 0.3
"""If it is less certain whichever way up the face is, it is not clear enough."""

_POINTS = "shape_predictor_5_face_landmarks.dat"
_NETWORK = "dlib_face_recognition_resnet_model_v1.dat"
_SHA256 = {
    _POINTS: "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888",
    _NETWORK: "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
}


def longest_side(looking: Looking) -> int:
    """How large a picture is wanted, in pixels of its longer side; 0 if nobody is to be known."""
    return LONGEST_SIDE if looking.people and looking.faces != "off" else 0


def with_likenesses(picture: Image, size: Size, found: Sequence[Finding]) -> list[Finding]:
    """The same findings; faces that are sure, large and clear enough have a likeness.

    ``picture`` is upright RGB; boxes are in pixels of a picture of ``size``.
    """
    from lenscap import isolation  # what starts processes takes its time to load

    crops = list(_crops(picture, size, found))
    likenesses: dict[int, bytes] = {}
    for start in range(0, len(crops), _AT_ONCE):
        numbers, squares = zip(*crops[start : start + _AT_ONCE], strict=True)
        likenesses |= zip(numbers, isolation.call(_likenesses, squares), strict=True)
    return [replace(each, likeness=likenesses.get(number)) for number, each in enumerate(found)]


def _crops(picture: Image, size: Size, found: Sequence[Finding]) -> Iterator[tuple[int, NDArray[np.uint8]]]:
    """The faces that can be known, cut out and upright, with the numbers of their findings."""
    import numpy as np

    scale = picture.height / size.height
    boxes = [(each.box, number) for number, each in enumerate(found) if each.kind == Kind.FACE and each.box]
    large = [(box, number) for box, number in boxes if box.h * scale >= _SMALLEST and found[number].certainty >= SURE]
    for box, number in sorted(large, key=lambda one: -one[0].h)[:_MOST]:
        if (upright := _upright(_around(picture, box, scale))) is not None:
            yield number, np.asarray(upright)


def _around(picture: Image, box: Box, scale: float) -> Image:
    """The square around a face, of ``_CROP`` pixels; black where there is no picture."""
    from PIL import Image

    side = box.h * scale * _WIDER
    left, top = (box.x + box.w / 2) * scale - side / 2, (box.y + box.h / 2) * scale - side / 2
    inside = (max(0.0, left), max(0.0, top), min(picture.width, left + side), min(picture.height, top + side))
    zoom = _CROP / side
    width, height = (max(1, round((inside[end] - inside[end - 2]) * zoom)) for end in (2, 3))
    square = Image.new("RGB", (_CROP, _CROP))
    part = picture.resize((width, height), Image.Resampling.BILINEAR, inside, reducing_gap=2.0)
    square.paste(part, (round((inside[0] - left) * zoom), round((inside[1] - top) * zoom)))
    return square


def _upright(face: Image) -> Image | None:
    """The face turned by quarters until it is upright; none if it is seen no way.

    Landmarks are found in anything. What is computed from those of faces that lie on their side, or are none, is near
    to the same of other people.
    """
    certainty, turned = _certainty(face), face
    if certainty < _UPRIGHT:
        turns = [face, *(face.rotate(quarters * 90) for quarters in (1, 2, 3))]
        certainty, turned = max(((_certainty(each), each) for each in turns), key=lambda one: one[0])
    return turned if certainty >= _SEEN else None


def _certainty(face: Image) -> float:
    """How sure our detector is that there is an upright face in the middle."""
    small, middle = face.resize((_GLANCE, _GLANCE), reducing_gap=2.0), Box(_GLANCE // 2, _GLANCE // 2, 1, 1)
    found = faces.find(small, Size(_GLANCE, _GLANCE), Looking("fast"))
    return max((each.certainty for each in found if each.box and each.box.shared(middle)), default=0.0)


# in the process beside ours


def _likenesses(faces: Sequence[NDArray[np.uint8]]) -> list[bytes]:
    """The likenesses of faces that were cut out: 128 numbers of single precision."""
    import numpy as np

    return [np.asarray(_described(face), np.float32).tobytes() for face in faces]


def _described(face: NDArray[np.uint8]) -> Any:
    import dlib

    middle, low = _CROP / 2, _CROP * _LOWER / _WIDER
    half = _CROP * _SOUGHT / _WIDER / 2
    sides = (middle - half, middle + low - half, middle + half, middle + low + half)
    landmarks = _model(_POINTS, "shape_predictor")(face, dlib.rectangle(*map(round, sides)))
    return _model(_NETWORK, "face_recognition_model_v1").compute_face_descriptor(face, landmarks)


@cache
def _model(name: str, kind: str) -> Any:
    """A model in the file called ``name``, which is looked at before dlib reads it."""
    import dlib

    spec = find_spec("face_recognition_models")
    path = Path(spec.origin).with_name("models") / name if spec and spec.origin else Path(name)
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != _SHA256[name]:
        raise MissingPartError(f"The model “{name}” is missing or was altered. Install Lenscap again.")
    return getattr(dlib, kind)(str(path))
