"""Covers on JPEGs: only the blocks under a cover change, and those are made from the blocks around it.

A picture is made of blocks of 8 × 8 samples of one component, kept as coefficients (ITU-T T.81, annex A). Decoders mix
neighbouring blocks when they enlarge colours; here nothing is mixed, so that no cover tells of what was under it.
Coefficients are read and written by jpeglib, in the process beside ours: it may crash, and it writes to the console.
"""

from __future__ import annotations

import io
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lenscap import isolation
from lenscap.cover import jpeg_frame, jpeg_painting
from lenscap.cover.jpeg_painting import Coefficients
from lenscap.cover.raster import Area
from lenscap.errors import LostWorkerError

_LIBRARY = "turbo210"
"""Of the libraries that jpeglib carries, the fastest."""
_IN_MEMORY = Path("/dev/shm")
_PREFIX = "lenscap-cover-"
_LONGEST_NEEDED = 900.0
"""Seconds."""
_ROOM = 6
"""So many times the size of a picture is needed to read and to write it."""


def covered(picture: bytes, places: Sequence[Area]) -> bytes | None:
    """A JPEG without metadata with ``places`` of it covered, all its other blocks as they are.

    Returns ``None`` where that cannot be done: then it has to be encoded again.
    """
    from lenscap import media

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
    room = _IN_MEMORY if in_memory else Path(tempfile.gettempdir())
    _sweep(room)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=room, ignore_cleanup_errors=True) as folder:
        yield folder


def _sweep(room: Path) -> None:
    """Delete folders of ours that a killed program left there; none is needed for as long as that."""
    for folder in room.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            status = folder.lstat()
            ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
            if stat.S_ISDIR(status.st_mode) and ours and time.time() - status.st_mtime > _LONGEST_NEEDED:
                shutil.rmtree(folder, ignore_errors=True)


# What follows runs in the other process.


def _covered(picture: bytes, places: Sequence[Area], folder: str) -> bytes | None:
    frame = jpeg_frame.read(picture)
    assert frame is not None
    with _quiet(folder) as warnings:
        read = _read(picture, frame)
        if read is None or _is_any_text(warnings):
            return None
        jpeg, content = read
        jpeg_painting.cover(frame, content, places)
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
    hidden = jpeg_painting.hidden(frame, places)
    for number, (across, down) in enumerate(frame.samplings):
        before, after = (content.planes[number] for content in contents)
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


def _read(picture: bytes, frame: jpeg_frame.Frame) -> tuple[Any, Coefficients] | None:
    """The library's picture, and what is in it; nothing if it refuses."""
    import numpy as np

    try:
        jpeg = _opened(picture, frame)
        jpeg.load()
    except (ImportError, OSError, RuntimeError):
        return None
    every = [jpeg.Y, jpeg.Cb, jpeg.Cr, jpeg.K][: len(frame.samplings)]
    return jpeg, Coefficients(every, [jpeg.get_component_qt(number).astype(np.float32) for number in range(len(every))])


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


def _scans(frame: jpeg_frame.Frame, jpeg: Any, content: Coefficients, folder: str) -> list[bytes]:
    """The coefficients as scans, with standard tables or some made for them alone; none if the library refuses.

    It never writes a fourth component: of a picture with four, each one is written as if it were alone.
    """
    import jpeglib
    import numpy as np

    if len(content.planes) <= 3:
        jpeg.content = None  # else the library reads it once more, to write what was not changed
        return _written(jpeg, frame.names, folder, frame.is_sequential)
    scans = []
    for name, plane in zip(frame.names, content.planes, strict=True):
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
