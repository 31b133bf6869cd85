"""Covers painted on the blocks of a JPEG: decode what is around them, paint, encode what is under them.

Every component is decoded and encoded by itself, without mixing neighbouring blocks (ITU-T T.81, annex A).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from lenscap.cover import raster
from lenscap.cover.jpeg_frame import Frame
from lenscap.cover.raster import Area

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MIDDLE = 128
"""The sample that coefficients of zero stand for."""


class _Span(NamedTuple):
    """Which units of a picture (MCUs) an area touches."""

    top: int
    left: int
    bottom: int
    right: int


class Coefficients(NamedTuple):
    """Coefficients, an array of shape (rows, columns, 8, 8) for each component, and how coarse they are."""

    planes: list[NDArray[np.int16]]
    steps: list[NDArray[np.float32]]


def cover(frame: Frame, content: Coefficients, places: Sequence[Area]) -> None:
    """Put what is around ``places`` on a canvas, paint the covers on it, and take these over."""
    import numpy as np

    spans, under = _spans(frame, places), hidden(frame, places)
    width, height = frame.unit
    rows, columns = under.shape
    canvas = np.zeros((rows * height, columns * width, len(frame.samplings)), np.uint8)  # costs memory where it is used
    _draw(frame, content, canvas, _around(spans, under))
    areas = [
        Area(
            span.top * height,
            span.left * width,
            min(frame.size.height, span.bottom * height),
            min(frame.size.width, span.right * width),
            place.style,
        )
        for span, place in zip(spans, places, strict=True)
    ]
    raster.cover(canvas[: frame.size.height, : frame.size.width], areas)
    for span, area in zip(spans, areas, strict=True):
        _take_over(frame, content, canvas[area.top : area.bottom, area.left : area.right], span)


def _spans(frame: Frame, places: Sequence[Area]) -> list[_Span]:
    width, height = frame.unit
    return [
        _Span(top // height, left // width, -(-bottom // height), -(-right // width))
        for top, left, bottom, right, _ in places
    ]


def hidden(frame: Frame, places: Sequence[Area]) -> NDArray[np.bool_]:
    """Which units of the picture are under a cover."""
    import numpy as np

    under = np.zeros((-(-frame.size.height // frame.unit.height), -(-frame.size.width // frame.unit.width)), bool)
    for top, left, bottom, right in _spans(frame, places):
        under[top:bottom, left:right] = True
    return under


def _around(spans: Sequence[_Span], under: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which units are near enough to a cover to be part of its border."""
    import numpy as np

    near = np.zeros_like(under)
    for top, left, bottom, right in spans:
        reach = 1 + max(bottom - top, right - left) // raster.BAND
        near[max(0, top - reach) : bottom + reach, max(0, left - reach) : right + reach] = True
    return near & ~under


def _draw(frame: Frame, content: Coefficients, canvas: NDArray[np.uint8], units: NDArray[np.bool_]) -> None:
    """Decode some units of the picture onto a canvas, each component by itself."""
    import numpy as np
    from scipy.fft import idctn

    width, height = frame.unit
    on_canvas = canvas.reshape(units.shape[0], height, units.shape[1], width, -1)
    top, left = np.nonzero(units)
    for number, (across, down) in enumerate(frame.samplings):
        plane = content.planes[number]
        rows = np.minimum(top[:, None, None] * down + np.arange(down)[:, None], plane.shape[0] - 1)
        columns = np.minimum(left[:, None, None] * across + np.arange(across), plane.shape[1] - 1)
        samples = idctn(plane[rows, columns] * content.steps[number], axes=(3, 4), norm="ortho") + np.float32(_MIDDLE)
        samples = np.clip(np.rint(samples), 0, 255).swapaxes(2, 3).reshape(-1, down * 8, across * 8)
        on_canvas[top, :, left, :, number] = samples.repeat(height // (down * 8), 1).repeat(width // (across * 8), 2)


def _take_over(frame: Frame, content: Coefficients, pixels: NDArray[np.uint8], span: _Span) -> None:
    """Encode what was painted in a span; what lies beyond the edge of the picture is like the edge."""
    import numpy as np
    from scipy.fft import dctn

    width, height = frame.unit
    tall, wide = span.bottom - span.top, span.right - span.left
    beyond = ((0, tall * height - pixels.shape[0]), (0, wide * width - pixels.shape[1]), (0, 0))
    pixels = np.pad(pixels, beyond, mode="edge")
    for number, (across, down) in enumerate(frame.samplings):
        cells = pixels[..., number].reshape(tall * down * 8, height // (down * 8), wide * across * 8, -1)
        means = cells.mean(axis=(1, 3), dtype=np.float32)
        blocks = means.reshape(tall * down, 8, wide * across, 8).swapaxes(1, 2) - np.float32(_MIDDLE)
        plane, step = content.planes[number], np.maximum(content.steps[number], 1)
        place = plane[span.top * down : span.bottom * down, span.left * across : span.right * across]
        place[:] = np.rint(dctn(blocks, axes=(2, 3), norm="ortho") / step)[: place.shape[0], : place.shape[1]]
