"""The lights of the towns at night, as a picture. May run in any thread."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage

from lenscap.gui import theme
from lenscap.gui.cloud.projection import Projection

if TYPE_CHECKING:
    from numpy import float32, float64
    from numpy.typing import NDArray

_DENSITY = 0.011
"""How many lights a pixel has: the largest towns of what is shown, so that the whole world is no white spot."""
_POLAR = 84.0


@cache
def _towns() -> NDArray[float64]:
    """Longitude, Mercator's latitude and population of each town, a column each."""
    import numpy as np

    from lenscap import gazetteer

    table = np.array(list(gazetteer.lights()), dtype=np.float64)
    lat = np.radians(np.clip(table[:, 0], -_POLAR, _POLAR))
    return np.stack((table[:, 1], np.degrees(np.arcsinh(np.tan(lat))), table[:, 2]))


def picture(at: Projection, width: int, height: int, ratio: float) -> QImage:
    """The lights as they are seen in a projection, on a map of that size."""
    import numpy as np

    glow = _glow(at, width, height, ratio)
    steps = [0.0, 0.25, 0.6, 1.0]
    inks = [_rgb("map.sea"), _rgb("map.city_dim"), _rgb("map.city_mid"), _rgb("map.city_bright")]
    pixels = np.full((*glow.shape, 4), 255, dtype=np.uint8)
    for channel in range(3):
        pixels[..., channel] = np.interp(glow, steps, [ink[channel] for ink in inks]).astype(np.uint8)
    rows, columns = glow.shape
    made = QImage(pixels.tobytes(), columns, rows, columns * 4, QImage.Format.Format_RGBX8888).copy()
    made.setDevicePixelRatio(ratio)
    return made


def _glow(at: Projection, width: int, height: int, ratio: float) -> NDArray[float32]:
    """How bright each pixel is, 0 to 1."""
    import numpy as np
    from scipy.ndimage import gaussian_filter

    columns, rows = round(width * ratio), round(height * ratio)
    x, y, people = _in_sight(at, width, height)
    if not len(people):
        return np.zeros((rows, columns), dtype=np.float32)
    share = _shares(people)
    spot = np.minimum((y * ratio).astype(int), rows - 1) * columns + np.minimum((x * ratio).astype(int), columns - 1)

    def spread(strength: NDArray[float64], sigma: float) -> NDArray[float32]:
        light = np.bincount(spot, strength, rows * columns).reshape(rows, columns).astype(np.float32)
        return np.asarray(gaussian_filter(light, sigma * ratio), dtype=np.float32) * np.float32((sigma * ratio) ** 2)

    near = spread(0.3 + share, 0.65) * 7
    far = spread(np.maximum(0.0, share - 0.45) ** 2, 3.2) * 8
    return np.asarray(1 - np.exp(-(near + far)), dtype=np.float32)


def _in_sight(at: Projection, width: int, height: int) -> tuple[NDArray[float64], NDArray[float64], NDArray[float64]]:
    """The largest towns on the map: where each is in pixels, and its population."""
    import numpy as np

    lon, up, people = _towns()
    x = at.x + ((lon - at.lon + 180) % 360 - 180) * at.scale
    y = at.y - (up - at.up) * at.scale
    seen = np.flatnonzero((x >= 0) & (x < width) & (y >= 0) & (y < height) & (people > 0))
    most = round(width * height * _DENSITY)
    if len(seen) > most:
        seen = seen[np.argpartition(people[seen], -most)[-most:]]
    return x[seen], y[seen], people[seen]


def _shares(people: NDArray[float64]) -> NDArray[float64]:
    """How large each town is beside the others, from 0 for the smallest to 1, by orders of magnitude."""
    import numpy as np

    size = np.log10(people)
    return np.asarray((size - size.min()) / max(1.0, size.max() - size.min()))


def _rgb(path: str) -> tuple[int, int, int]:
    ink: QColor = theme.color(path)
    return ink.red(), ink.green(), ink.blue()
