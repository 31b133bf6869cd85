"""Covers on JPEGs: only the blocks under a cover change, and those are made from the blocks around it.

A picture is made of blocks of 8 × 8 samples of one component, kept as coefficients (ITU-T T.81, annex A). Decoders mix
neighbouring blocks when they enlarge colours; here nothing is mixed, so that no cover tells of what was under it.
Coefficients are read and written by jpeglib, in the process beside ours: it may crash, and it writes to the console.
"""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lenscap import isolation, media
from lenscap.cover import jpeg_frame, raster
from lenscap.cover.raster import Area
from lenscap.errors import LostWorkerError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LIBRARY = "turbo210"
"""Of the libraries that jpeglib carries, the fastest."""
_IN_MEMORY = Path("/dev/shm")
_ROOM = 6
"""So many times the size of a picture is needed to read and to write it."""
_MIDDLE = 128
"""The sample that coefficients of zero stand for."""


class _Span(NamedTuple):
    """Which units of a picture (MCUs) an area touches."""

    top: int
    left: int
    bottom: int
    right: int


class _Picture(NamedTuple):
    """Coefficients, an array of shape (rows, columns, 8, 8) for each component, and how coarse they are."""

    coefficients: list[NDArray[np.int16]]
    steps: list[NDArray[np.float32]]


def covered(picture: bytes, places: Sequence[Area]) -> bytes | None:
    """A JPEG without metadata with ``places`` of it covered, all its other blocks as they are.

    Returns ``None`` where that cannot be done: then it has to be encoded again.
    """
    frame = jpeg_frame.read(picture)
    if frame is None or frame.size.width * frame.size.height > media.MOST_PIXELS or not _is_installed():
        return None
    with _folder(len(picture)) as folder:
        try:
            return isolation.call(_covered, picture, tuple(places), folder)
        except LostWorkerError:
            return None


def is_same_outside(one: bytes, other: bytes, places: Sequence[Area]) -> bool:
    """Whether two JPEGs without metadata have the same blocks, but for those that ``places`` touch."""
    with _folder(max(len(one), len(other))) as folder:
        return isolation.call(_is_same_outside, one, other, tuple(places), folder)


def _is_installed() -> bool:
    """There is no jpeglib for some systems."""
    return find_spec("jpeglib") is not None


@contextmanager
def _folder(size: int) -> Iterator[str]:
    """A folder for this user alone, in memory if there is room; it goes even if the other process does not end well."""
    in_memory = os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ROOM * size
    with tempfile.TemporaryDirectory(
        prefix="lenscap-", dir=_IN_MEMORY if in_memory else None, ignore_cleanup_errors=True
    ) as folder:
        yield folder


# What follows runs in the other process.


def _covered(picture: bytes, places: Sequence[Area], folder: str) -> bytes | None:
    frame = jpeg_frame.read(picture)
    assert frame is not None
    with _quiet(folder) as warnings:
        read = _read(picture, frame)
        if read is None or _is_any_text(warnings):
            return None
        jpeg, content = read
        _cover(frame, content, places)
        scans = _scans(frame, jpeg, content, folder)
    return jpeg_frame.joined(frame, scans) if scans else None


def _is_same_outside(one: bytes, other: bytes, places: Sequence[Area], folder: str) -> bool:

    frame, twin = jpeg_frame.read(one), jpeg_frame.read(other)
    if frame is None or twin is None or frame.header != twin.header:
        return False
    with _quiet(folder):
        contents = [read[1] for picture in (one, other) if (read := _read(picture, frame))]
    if len(contents) != 2:
        return False
    hidden = _hidden(frame, _spans(frame, places))
    for number, (across, down) in enumerate(frame.samplings):
        before, after = (content.coefficients[number] for content in contents)
        changed = (before != after).any(axis=(2, 3))
        mask = hidden.repeat(down, axis=0).repeat(across, axis=1)[: changed.shape[0], : changed.shape[1]]
        if (changed & ~mask).any() or (contents[0].steps[number] != contents[1].steps[number]).any():
            return False
    return True


@contextmanager
def _quiet(folder: str) -> Iterator[Path]:
    """Keep what the library prints off the console, in a file; and its temporary files in a folder of ours."""
    said = Path(folder) / "said"
    kept = None
    with suppress(OSError):  # a program with a window may have no console
        kept = os.dup(2)
    before, tempfile.tempdir = tempfile.tempdir, folder
    with said.open("wb") as file, redirect_stdout(io.StringIO()):
        os.dup2(file.fileno(), 2)
        try:
            yield said
        finally:
            tempfile.tempdir = before
            os.close(2) if kept is None else os.dup2(kept, 2)
            if kept is not None:
                os.close(kept)


def _is_any_text(file: Path) -> bool:
    """Whether the library warned: it goes on where a picture is cut short or damaged."""
    return file.stat().st_size > 0


def _read(picture: bytes, frame: jpeg_frame.Frame) -> tuple[Any, _Picture] | None:
    """The library's picture, and what is in it; nothing if it refuses."""
    import numpy as np

    try:
        jpeg = _opened(picture, frame)
        jpeg.load()
    except (ImportError, OSError, RuntimeError):
        return None
    every = [jpeg.Y, jpeg.Cb, jpeg.Cr, jpeg.K][: len(frame.samplings)]
    return jpeg, _Picture(every, [jpeg.get_component_qt(number).astype(np.float32) for number in range(len(every))])


def _opened(picture: bytes, frame: jpeg_frame.Frame) -> Any:
    """What the library's ``read_dct`` would give, but for decoding the picture to know its size."""
    import jpeglib
    import numpy as np

    jpeglib.version.set(_LIBRARY)
    unknown = dict.fromkeys(("path", "markers", "huffmans", "Y", "Cb", "Cr", "K", "qt", "quant_tbl_no"))
    count = len(frame.samplings)
    return jpeglib.DCTJPEG(
        **unknown,
        content=jpeg_frame.bare(picture),
        height=frame.size.height,
        width=frame.size.width,
        block_dims=np.array([frame.blocks(number) for number in range(count)], np.int32),
        samp_factor=np.array([(down, across) for across, down in frame.samplings], np.int32),
        jpeg_color_space={1: jpeglib.JCS_GRAYSCALE, 3: jpeglib.JCS_YCbCr, 4: jpeglib.JCS_CMYK}[count],
        progressive_mode=None,
        num_scans=1,
    )


def _scans(frame: jpeg_frame.Frame, jpeg: Any, content: _Picture, folder: str) -> list[bytes]:
    """The coefficients as scans, with standard tables or some made for them alone; none if the library refuses.

    It never writes a fourth component: of a picture with four, each one is written as if it were alone.
    """
    import jpeglib
    import numpy as np

    if len(content.coefficients) <= 3:
        jpeg.content = None  # else the library reads it once more, to write what was not changed
        return _written(jpeg, frame.names, folder, frame.is_sequential)
    scans = []
    for name, plane in zip(frame.names, content.coefficients, strict=True):
        alone = jpeglib.from_dct(plane, qt=np.ones((1, 8, 8), np.uint16))
        scans += _written(alone, bytes([name]), folder, False)
    return scans if len(scans) == len(frame.names) else []


def _written(jpeg: Any, names: bytes, folder: str, standard: bool) -> list[bytes]:
    file = Path(folder) / "written.jpg"
    try:
        jpeg.write_dct(str(file), flags=[] if standard else ["OPTIMIZE_CODING"])
        return [jpeg_frame.scan(file.read_bytes(), names)]
    except OSError:
        return []


def _cover(frame: jpeg_frame.Frame, content: _Picture, places: Sequence[Area]) -> None:
    """Put what is around ``places`` on a canvas, paint the covers on it, and take these over."""
    import numpy as np

    spans = _spans(frame, places)
    hidden = _hidden(frame, spans)
    width, height = frame.unit
    rows, columns = hidden.shape
    canvas = np.zeros((rows * height, columns * width, len(frame.samplings)), np.uint8)  # costs memory where it is used
    _draw(frame, content, canvas, _around(spans, hidden))
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


def _spans(frame: jpeg_frame.Frame, places: Sequence[Area]) -> list[_Span]:
    width, height = frame.unit
    return [
        _Span(top // height, left // width, -(-bottom // height), -(-right // width))
        for top, left, bottom, right, _ in places
    ]


def _hidden(frame: jpeg_frame.Frame, spans: Sequence[_Span]) -> NDArray[np.bool_]:
    """Which units of the picture are under a cover."""
    import numpy as np

    hidden = np.zeros((-(-frame.size.height // frame.unit.height), -(-frame.size.width // frame.unit.width)), bool)
    for top, left, bottom, right in spans:
        hidden[top:bottom, left:right] = True
    return hidden


def _around(spans: Sequence[_Span], hidden: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which units are near enough to a cover to be part of its border."""
    import numpy as np

    near = np.zeros_like(hidden)
    for top, left, bottom, right in spans:
        reach = 1 + max(bottom - top, right - left) // raster.BAND
        near[max(0, top - reach) : bottom + reach, max(0, left - reach) : right + reach] = True
    return near & ~hidden


def _draw(frame: jpeg_frame.Frame, content: _Picture, canvas: NDArray[np.uint8], units: NDArray[np.bool_]) -> None:
    """Decode some units of the picture onto a canvas, each component by itself."""
    import numpy as np
    from scipy.fft import idctn

    width, height = frame.unit
    on_canvas = canvas.reshape(units.shape[0], height, units.shape[1], width, -1)
    top, left = np.nonzero(units)
    for number, (across, down) in enumerate(frame.samplings):
        plane = content.coefficients[number]
        rows = np.minimum(top[:, None, None] * down + np.arange(down)[:, None], plane.shape[0] - 1)
        columns = np.minimum(left[:, None, None] * across + np.arange(across), plane.shape[1] - 1)
        samples = idctn(plane[rows, columns] * content.steps[number], axes=(3, 4), norm="ortho") + np.float32(_MIDDLE)
        samples = np.clip(np.rint(samples), 0, 255).swapaxes(2, 3).reshape(-1, down * 8, across * 8)
        on_canvas[top, :, left, :, number] = samples.repeat(height // (down * 8), 1).repeat(width // (across * 8), 2)


def _take_over(frame: jpeg_frame.Frame, content: _Picture, pixels: NDArray[np.uint8], span: _Span) -> None:
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
        plane, step = content.coefficients[number], np.maximum(content.steps[number], 1)
        place = plane[span.top * down : span.bottom * down, span.left * across : span.right * across]
        place[:] = np.rint(dctn(blocks, axes=(2, 3), norm="ortho") / step)[: place.shape[0], : place.shape[1]]
