"""Covers on decoded pictures: areas are painted over in any mode that Pillow knows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from lenscap.cover import palette, stretching
from lenscap.model import Cover, Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

    Most = float | NDArray[np.float64]

_MARGIN_OF_LOSSY = 2
"""Decoders of 4:2:0 pictures let the colour of a block reach this far into its neighbours."""
BAND = 48
"""The border is averaged over a band of this part of the cover's shorter side."""
_WIDEST_BAND = 64
_SMOOTHING = 64
"""… and along this part of its length."""
_ROWS = 256


class Area(NamedTuple):
    """A rectangle in a stored picture, within it and not empty, and its style."""

    top: int
    left: int
    bottom: int
    right: int
    style: str


def areas(
    covers: Sequence[Cover], stored: Size, orientation: int, grid: Size | None, margin: int = _MARGIN_OF_LOSSY
) -> list[Area]:
    """Where upright ``covers`` lie in the picture as stored.

    With a ``grid`` they are widened to whole compressed blocks of that size and what these reach into, which is a
    ``margin`` around them, so that nothing outside depends on what is inside.
    """
    placed = (_placed(cover, stored, orientation, grid, margin) for cover in covers)
    return [area for area in placed if area.bottom > area.top and area.right > area.left]


def _placed(cover: Cover, stored: Size, orientation: int, grid: Size | None, margin: int) -> Area:
    left, top, right, bottom = cover.box.x, cover.box.y, cover.box.x + cover.box.w, cover.box.y + cover.box.h
    upright = Size(stored.height, stored.width) if orientation >= 5 else stored
    if orientation in (2, 3, 6, 7):
        left, right = upright.width - right, upright.width - left
    if orientation in (3, 4, 7, 8):
        top, bottom = upright.height - bottom, upright.height - top
    if orientation >= 5:
        left, top, right, bottom = top, left, bottom, right
    if grid:
        left, right = _widened(left, right, grid.width, margin)
        top, bottom = _widened(top, bottom, grid.height, margin)
    return Area(max(0, top), max(0, left), min(stored.height, bottom), min(stored.width, right), cover.style)


def _widened(start: int, end: int, step: int, margin: int) -> tuple[int, int]:
    return start // step * step - margin, -(-end // step) * step + margin


def paint(image: Image, places: Sequence[Area]) -> Image:
    """A picture with ``places`` covered, in the same mode; a palette stays as it is. The picture itself may change."""
    from PIL import Image as Pillow

    if image.mode == "1":
        return paint(image.convert("L"), places).convert("1", dither=Pillow.Dither.NONE)
    if image.mode == "PA":
        return paint(image.convert("RGBA"), places)
    image.load()
    pixels = _pixels(image)
    if image.mode == "P":
        palette.cover(pixels, _palette(image), places)
    else:
        cover(pixels, places)
    for top, left, bottom, right, _ in places:
        for row in range(top, bottom, _ROWS):
            part = pixels[row : min(bottom, row + _ROWS), left:right]
            size = part.shape[1], part.shape[0]
            image.paste(Pillow.frombytes(image.mode, size, part.tobytes()), (left, row))
    return image


def _pixels(image: Image) -> NDArray[Any]:
    """The samples of a picture, taken in strips: all at once they would be in memory twice."""
    import numpy as np

    strips = (np.asarray(image.crop((0, top, image.width, top + _ROWS))) for top in range(0, image.height, _ROWS))
    first = next(strips)
    made = np.empty((image.height, *first.shape[1:]), first.dtype)
    for number, strip in enumerate(chain((first,), strips)):
        made[number * _ROWS : (number + 1) * _ROWS] = strip[: image.height - number * _ROWS]
    return made


def _palette(image: Image) -> NDArray[np.uint8]:
    """The colours of a palette as rows of red, green, blue and alpha."""
    import numpy as np

    ramp = image.resize((256, 1))
    ramp.putdata(range(256))
    ramp.info = image.info
    entries = len(image.getpalette() or ()) // 3
    return np.array(ramp.convert("RGBA"))[0, : max(1, entries)]


def cover(pixels: NDArray[np.generic], places: Sequence[Area], most: Most | None = None) -> None:
    """Cover ``places`` in an array of shape (height, width) or (height, width, channels), in place.

    ``most`` is the brightest value, or that of each channel, where it is not the largest one of the type. What one
    area hides is not part of another one's border; once it is painted, it is.
    """
    import numpy as np

    planes = pixels if pixels.ndim == 3 else pixels[..., None]
    most = np.broadcast_to(_brightest(pixels.dtype) if most is None else most, planes.shape[2:]).astype(float)
    hidden = np.zeros(planes.shape[:2], bool)
    for place in places:
        hidden[place.top : place.bottom, place.left : place.right] = True
    for place in sorted(places, key=lambda each: _hidden_around(hidden, each)):
        _fill(planes, place, _border(planes, hidden, place, most), most)
        hidden[place.top : place.bottom, place.left : place.right] = False


def _fill(planes: NDArray[np.generic], place: Area, ring: NDArray[np.float64], most: NDArray[np.float64]) -> None:
    """Paint an area, some rows at a time."""
    height, width = place.bottom - place.top, place.right - place.left
    for rows, part in stretching.surface(place.style, ring, height, width):
        inside = planes[place.top + rows.start : place.top + rows.stop, place.left : place.right]
        inside[:] = _as_pixels(part, planes.dtype, most)


def _hidden_around(hidden: NDArray[np.bool_], place: Area) -> float:
    """Which part of the pixels around an area other areas hide."""
    top, left = max(0, place.top - 1), max(0, place.left - 1)
    around = hidden[top : place.bottom + 1, left : place.right + 1]
    outside = around.size - (place.bottom - place.top) * (place.right - place.left)
    return (int(around.sum()) - (around.size - outside)) / max(1, outside)


def _as_pixels(
    values: NDArray[np.floating], dtype: np.dtype[np.generic], most: NDArray[np.float64]
) -> NDArray[np.generic]:
    import numpy as np

    if dtype.kind == "f":
        return values.astype(dtype)
    least = -_brightest(dtype) - 1 if dtype.kind == "i" else 0.0
    return np.asarray(np.clip(np.rint(values), least, most)).astype(dtype)


def _brightest(dtype: np.dtype[np.generic]) -> float:
    return 1.0 if dtype.kind == "f" else float(256**dtype.itemsize / (2 if dtype.kind == "i" else 1) - 1)


def _border(
    planes: NDArray[np.generic], hidden: NDArray[np.bool_], place: Area, most: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The colours around an area, clockwise from its left upper corner, smoothed along the way.

    Where it leaves the picture or another area covers it, it is interpolated from the rest.
    """
    import numpy as np
    from scipy.ndimage import uniform_filter1d

    top, left, bottom, right, _ = place
    band = max(1, min(_WIDEST_BAND, min(bottom - top, right - left) // BAND))
    sides = (
        (slice(max(0, top - band), top), slice(left, right), 0),
        (slice(top, bottom), slice(right, right + band), 1),
        (slice(bottom, bottom + band), slice(right - 1, left - 1 if left else None, -1), 0),
        (slice(bottom - 1, top - 1 if top else None, -1), slice(max(0, left - band), left), 1),
    )
    ring = np.concatenate([_mean(planes[rows, columns], hidden[rows, columns], axis) for rows, columns, axis in sides])
    known = np.flatnonzero(~np.isnan(ring).any(axis=1))
    if not known.size:
        return _grey(ring, most)
    steps = np.arange(len(ring))
    for channel in range(ring.shape[1]):
        ring[:, channel] = np.interp(steps, known, ring[known, channel], period=len(ring))
    return np.asarray(uniform_filter1d(ring, max(1, len(ring) // _SMOOTHING), axis=0, mode="wrap"))


def _mean(values: NDArray[np.generic], hidden: NDArray[np.bool_], axis: int) -> NDArray[np.float64]:
    """The mean of a band across its depth, of shape (length, channels); NaN where nothing of it is visible."""
    import numpy as np

    visible = ~hidden
    count = visible.sum(axis=axis)[:, None].astype(float)
    total = np.where(visible[..., None], values, 0).astype(float).sum(axis=axis)
    total[~np.isfinite(total)] = np.nan
    return np.asarray(np.divide(total, count, out=np.full(total.shape, np.nan), where=count > 0))


def _grey(ring: NDArray[np.float64], most: NDArray[np.float64]) -> NDArray[np.float64]:
    """Half of the brightest value; in full alpha, or full black of CMYK."""
    ring[:] = most / 2
    if ring.shape[1] in (2, 4):
        ring[:, -1] = most[-1]
    return ring
