"""Pictures with covers: decoded, painted over, encoded again, and compared with what they were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lenscap.cover import raster
from lenscap.errors import NotCleanError
from lenscap.model import Box, Cover, Role, Size
from lenscap.pipeline.inspecting import Opened

if TYPE_CHECKING:
    from PIL.Image import Image

_LOSSY_BLOCK = 16
_COLOUR_CHUNKS = ("gAMA", "cHRM", "sRGB", "cICP", "sBIT", "pHYs")
_MOST_DIFFERENCE = 8.0
"""How far the pixels of a lossy picture may move on average, in 256ths, when it is encoded again."""


def is_lossy(file: Opened) -> bool:
    """Whether the picture was compressed with loss, so that encoding it again changes it a little."""
    return file.container.NAME == "JPEG" or any(block.name.endswith("VP8") for block in file.layout.blocks)


def repaint(file: Opened, orientation: int, covers: Sequence[Cover]) -> bytes:
    """A file of the same format with ``covers`` painted over its picture, every frame of it, without metadata."""
    from lenscap import media

    frames = _frames(file)
    painted = [raster.paint(frame, _areas(file, frame, orientation, covers)) for frame in frames]
    chunks = {
        block.name: file.data[block.start + 8 : block.end - 4]
        for block in file.layout.blocks
        if block.name in _COLOUR_CHUNKS and block.role != Role.METADATA
    }
    return media.encode(painted, media.stored(file.data), chunks, lossless=not is_lossy(file))


def painted_upright(file: Opened, orientation: int, covers: Sequence[Cover]) -> Image:
    """The first frame with ``covers`` painted over it, upright, in mode RGB or RGBA."""
    from lenscap import media

    frame = media.stored(file.data)
    painted = media.turned(raster.paint(frame, _areas(file, frame, orientation, covers)), orientation)
    return painted.convert("RGBA" if painted.has_transparency_data else "RGB")


def hidden_share(file: Opened, orientation: int, covers: Sequence[Cover], box: Box) -> float:
    """How much of an upright ``box`` is under the covers as they are painted, from 0 to 1."""
    import numpy as np

    width, height = file.layout.size
    hidden = np.zeros((height, width), bool)
    for top, left, bottom, right, _ in raster.areas(covers, file.layout.size, orientation, _grid(file)):
        hidden[top:bottom, left:right] = True
    places = raster.areas([Cover(box, "soft")], file.layout.size, orientation, 1)
    return min((float(hidden[top:bottom, left:right].mean()) for top, left, bottom, right, _ in places), default=1.0)


def check_outside(file: Opened, copy: Opened, orientation: int, covers: Sequence[Cover]) -> None:
    """Raise ``NotCleanError`` if a copy differs from its original where nothing was covered."""
    before, after = _frames(file), _frames(copy)
    if len(before) != len(after) or any(one.size != other.size for one, other in zip(before, after, strict=True)):
        raise NotCleanError("The copy did not have the frames of the original.")
    for one, other in zip(before, after, strict=True):
        _check_frame(one, other, _areas(file, one, orientation, covers), is_lossy(file))


def _check_frame(before: Image, after: Image, places: Sequence[raster.Area], lossy: bool) -> None:
    import numpy as np

    mode = "CMYK" if before.mode == "CMYK" else before.mode if before.mode.startswith(("I", "F")) else "RGBA"
    first, second = (np.asarray(image.convert(mode)).astype(float) for image in (before, after))
    difference = np.abs(first - second)
    for top, left, bottom, right, _ in places:
        difference[top:bottom, left:right] = 0
    if difference.mean() > _MOST_DIFFERENCE if lossy else difference.any():
        raise NotCleanError("The copy did not show the same picture outside the covers, so it was deleted.")


def _frames(file: Opened) -> list[Image]:
    from lenscap import media

    return [media.stored(file.data)] if file.layout.frames == 1 else list(media.stored_frames(file.data))


def _areas(file: Opened, frame: Image, orientation: int, covers: Sequence[Cover]) -> list[raster.Area]:
    return raster.areas(covers, Size(*frame.size), orientation, _grid(file))


def _grid(file: Opened) -> int:
    return _LOSSY_BLOCK if is_lossy(file) else 1
