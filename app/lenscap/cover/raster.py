"""Covers on decoded pictures: areas are painted over in any mode that Pillow knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from lenscap.cover.styles import STYLES
from lenscap.model import Cover, Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

_MARGIN_OF_LOSSY = 2
"""Decoders of 4:2:0 pictures let the colour of a block reach this far into its neighbours."""
BAND = 16
"""The border is averaged over a band of this part of the cover's shorter side."""
_SMOOTHING = 12
"""… and along this part of its length."""


class Area(NamedTuple):
    """A rectangle in a stored picture, within it and not empty, and its style."""

    top: int
    left: int
    bottom: int
    right: int
    style: str


def areas(covers: Sequence[Cover], stored: Size, orientation: int, grid: Size | None) -> list[Area]:
    """Where upright ``covers`` lie in the picture as stored.

    With a ``grid`` they are widened to whole compressed blocks of that size and what these reach into, so that
    nothing outside depends on what is inside.
    """
    placed = (_placed(cover, stored, orientation, grid) for cover in covers)
    return [area for area in placed if area.bottom > area.top and area.right > area.left]


def _placed(cover: Cover, stored: Size, orientation: int, grid: Size | None) -> Area:
    left, top, right, bottom = cover.box.x, cover.box.y, cover.box.x + cover.box.w, cover.box.y + cover.box.h
    upright = Size(stored.height, stored.width) if orientation >= 5 else stored
    if orientation in (2, 3, 6, 7):
        left, right = upright.width - right, upright.width - left
    if orientation in (3, 4, 7, 8):
        top, bottom = upright.height - bottom, upright.height - top
    if orientation >= 5:
        left, top, right, bottom = top, left, bottom, right
    if grid:
        left, right = _widened(left, right, grid.width)
        top, bottom = _widened(top, bottom, grid.height)
    return Area(max(0, top), max(0, left), min(stored.height, bottom), min(stored.width, right), cover.style)


def _widened(start: int, end: int, step: int) -> tuple[int, int]:
    return start // step * step - _MARGIN_OF_LOSSY, -(-end // step) * step + _MARGIN_OF_LOSSY


def paint(image: Image, places: Sequence[Area]) -> Image:
    """A copy of a picture with ``places`` covered, in the same mode; a palette stays as it is."""
    import numpy as np
    from PIL import Image as Pillow

    if image.mode == "1":
        return paint(image.convert("L"), places).convert("1", dither=Pillow.Dither.NONE)
    if image.mode == "PA":
        return paint(image.convert("RGBA"), places)
    if image.mode == "P":
        painted = Pillow.frombytes("P", image.size, _covered_indices(image, places).tobytes())
        painted.putpalette(image.getpalette() or b"")
    else:
        pixels = np.array(image)
        cover(pixels, places)
        painted = Pillow.frombytes(image.mode, image.size, pixels.tobytes())
    painted.info = dict(image.info)
    return painted


def _covered_indices(image: Image, places: Sequence[Area]) -> NDArray[np.uint8]:
    """The indices of a picture with a palette, those under covers being of the nearest colours that it has."""
    import numpy as np
    from scipy.spatial import cKDTree

    indices, colours = np.array(image), np.array(image.convert("RGBA"))
    cover(colours, places)
    palette = cKDTree(_palette(image))
    for top, left, bottom, right, _ in places:
        indices[top:bottom, left:right] = palette.query(colours[top:bottom, left:right])[1]
    return indices


def _palette(image: Image) -> NDArray[np.uint8]:
    """The colours of a palette as rows of red, green, blue and alpha."""
    import numpy as np

    ramp = image.resize((256, 1))
    ramp.putdata(range(256))
    ramp.info = image.info
    entries = len(image.getpalette() or ()) // 3
    return np.array(ramp.convert("RGBA"))[0, : max(1, entries)]


def cover(pixels: NDArray[np.generic], places: Sequence[Area]) -> None:
    """Cover ``places`` in an array of shape (height, width) or (height, width, channels), in place.

    What one area hides is not part of another one's border; once it is painted, it is.
    """
    import numpy as np

    planes = pixels if pixels.ndim == 3 else pixels[..., None]
    hidden = np.zeros(planes.shape[:2], bool)
    for place in places:
        hidden[place.top : place.bottom, place.left : place.right] = True
    for place in sorted(places, key=lambda each: _hidden_around(hidden, each)):
        height, width = place.bottom - place.top, place.right - place.left
        fill = STYLES[place.style](_border(planes, hidden, place), height, width)
        planes[place.top : place.bottom, place.left : place.right] = _as_pixels(fill, pixels.dtype)
        hidden[place.top : place.bottom, place.left : place.right] = False


def _hidden_around(hidden: NDArray[np.bool_], place: Area) -> float:
    """Which part of the pixels around an area other areas hide."""
    top, left = max(0, place.top - 1), max(0, place.left - 1)
    around = hidden[top : place.bottom + 1, left : place.right + 1]
    outside = around.size - (place.bottom - place.top) * (place.right - place.left)
    return (int(around.sum()) - (around.size - outside)) / max(1, outside)


def _as_pixels(values: NDArray[np.floating], dtype: np.dtype[np.generic]) -> NDArray[np.generic]:
    import numpy as np

    if dtype.kind == "f":
        return values.astype(dtype)
    np.rint(values, out=values)
    return np.clip(values, 0, _brightest(dtype), out=values).astype(dtype)


def _brightest(dtype: np.dtype[np.generic]) -> float:
    return 1.0 if dtype.kind == "f" else float(256**dtype.itemsize / (2 if dtype.kind == "i" else 1) - 1)


def _border(planes: NDArray[np.generic], hidden: NDArray[np.bool_], place: Area) -> NDArray[np.float64]:
    """The colours around an area, clockwise from its left upper corner, smoothed along the way.

    Where it leaves the picture or another area covers it, it is interpolated from the rest.
    """
    import numpy as np
    from scipy.ndimage import uniform_filter1d

    top, left, bottom, right, _ = place
    band = max(1, min(bottom - top, right - left) // BAND)
    sides = (
        (slice(max(0, top - band), top), slice(left, right), 0),
        (slice(top, bottom), slice(right, right + band), 1),
        (slice(bottom, bottom + band), slice(right - 1, left - 1 if left else None, -1), 0),
        (slice(bottom - 1, top - 1 if top else None, -1), slice(max(0, left - band), left), 1),
    )
    ring = np.concatenate([_mean(planes[rows, columns], hidden[rows, columns], axis) for rows, columns, axis in sides])
    known = np.flatnonzero(~np.isnan(ring[:, 0]))
    if not known.size:
        return _grey(ring, planes.dtype)
    steps = np.arange(len(ring))
    for channel in range(ring.shape[1]):
        ring[:, channel] = np.interp(steps, known, ring[known, channel], period=len(ring))
    return np.asarray(uniform_filter1d(ring, max(1, len(ring) // _SMOOTHING), axis=0, mode="wrap"))


def _mean(values: NDArray[np.generic], hidden: NDArray[np.bool_], axis: int) -> NDArray[np.float64]:
    """The mean of a band across its depth, of shape (length, channels); NaN where nothing of it is visible."""
    import numpy as np

    visible = ~hidden
    count = visible.sum(axis=axis)[:, None].astype(float)
    total = (values.astype(float) * visible[..., None]).sum(axis=axis)
    return np.asarray(np.divide(total, count, out=np.full(total.shape, np.nan), where=count > 0))


def _grey(ring: NDArray[np.float64], dtype: np.dtype[np.generic]) -> NDArray[np.float64]:
    """Half of the brightest value; in full alpha, or full black of CMYK."""
    most = _brightest(dtype)
    ring[:] = most / 2
    if ring.shape[1] in (2, 4):
        ring[:, -1] = most
    return ring
