"""Covers on pictures whose stored samples are painted over: outside the covers, not a bit of any sample changes."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from lenscap.cover import palette, raster
from lenscap.formats.sheet import Sheet
from lenscap.model import Box, Cover, Size
from lenscap.opening import Opened
from lenscap.pipeline.inspecting import upright_size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MODULES = {"BMP": "bmp_raster", "GIF": "gif_raster", "PNG": "png_raster", "TIFF": "tiff_raster"}
_STRIP = 256


class _Raster(Protocol):
    """Reads and writes the samples of a format."""

    def sheets(self, data: bytes) -> list[Sheet]: ...

    def rebuilt(self, data: bytes, painted: Sequence[Sheet]) -> bytes: ...


def has_samples(file: Opened) -> bool:
    """Whether the samples of this file can be painted over as they are stored. Those of an animated PNG are not."""
    return file.container.NAME in _MODULES and (file.container.NAME != "PNG" or file.layout.frames == 1)


def _raster(file: Opened) -> _Raster:
    return cast(_Raster, import_module(f"lenscap.formats.{_MODULES[file.container.NAME]}"))


def repaint(file: Opened, orientation: int, covers: Sequence[Cover]) -> bytes:
    """The file with ``covers`` painted over all its pages or frames, without metadata."""
    sheets = _raster(file).sheets(file.picture)
    for sheet in sheets:
        places = _areas(file, sheet, orientation, covers)
        if sheet.palette is None:
            raster.cover(sheet.samples, places, sheet.most)
        else:
            numbers = cast("NDArray[np.integer]", sheet.samples)
            palette.cover(numbers, sheet.palette, places)
            sheet.samples, sheet.palette = palette.compacted(numbers, sheet.palette)
    return _raster(file).rebuilt(file.picture, sheets)


def _areas(file: Opened, sheet: Sheet, orientation: int, covers: Sequence[Cover]) -> list[raster.Area]:
    """Where covers lie on a page. They are in pixels of the first one, and hide the same part of the others."""
    height, width = sheet.samples.shape[:2]
    turn = orientation if sheet.orientation is None else sheet.orientation
    first, own = upright_size(file.layout.size, orientation), upright_size(Size(width, height), turn)
    fitted = covers if first == own else [Cover(_fitted(each.box, first, own), each.style) for each in covers]
    return raster.areas(fitted, Size(width, height), turn, Size(sheet.block, sheet.block) if sheet.block else None)


def _fitted(box: Box, first: Size, own: Size) -> Box:
    """A box on a page of another size."""
    left, right = box.x * own.width // first.width, -(-(box.x + box.w) * own.width // first.width)
    top, bottom = box.y * own.height // first.height, -(-(box.y + box.h) * own.height // first.height)
    return Box(left, top, right - left, bottom - top)


def is_same_outside(file: Opened, copy: Opened, orientation: int, covers: Sequence[Cover]) -> bool:
    """Whether every sample of every page is the same in a copy, but for those under the covers."""
    before, after = (_raster(each).sheets(each.picture) for each in (file, copy))
    return len(before) == len(after) and all(
        _is_same(one, other, _areas(file, one, orientation, covers)) for one, other in zip(before, after, strict=True)
    )


def _is_same(one: Sheet, other: Sheet, places: Sequence[raster.Area]) -> bool:
    import numpy as np

    if one.samples.shape != other.samples.shape:
        return False
    for top in range(0, len(one.samples), _STRIP):
        rows = slice(top, top + _STRIP)
        differs = np.not_equal(_values(one, rows), _values(other, rows)).any(axis=2)
        for area in places:
            differs[max(0, area.top - top) : max(0, area.bottom - top), area.left : area.right] = False
        if differs.any():
            return False
    return True


def _values(sheet: Sheet, rows: slice) -> NDArray[np.generic]:
    """Some rows of samples, or of the colours whose numbers they are. Floating point numbers are compared as bytes."""
    import numpy as np

    samples = sheet.samples[rows]
    if sheet.palette is not None:
        return np.asarray(sheet.palette[np.minimum(samples, len(sheet.palette) - 1)])
    samples = np.ascontiguousarray(samples if samples.ndim == 3 else samples[..., None])
    return samples.view(np.uint8) if samples.dtype.kind == "f" else samples
