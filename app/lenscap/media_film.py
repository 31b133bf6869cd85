"""Films → their first picture, by FFmpeg's libraries (PyAV), in the process beside ours. It is an extra, “film”."""

from __future__ import annotations

import io
import os
import struct
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from lenscap import isolation, media
from lenscap.binary.ondisk import quietly
from lenscap.errors import LenscapError, MalformedError, MissingPartError, UnreadableError, UnsupportedError
from lenscap.model import Size

if TYPE_CHECKING:
    from av import VideoFrame
    from PIL.Image import Image

_NEEDS = "av"

_FORMAT = "mov"
"""MP4, MOV and their like: no kind of film that names other files or addresses to be fetched."""
_CODECS = "h264,hevc,mpeg4,mjpeg,h263,vp8,vp9,av1,libdav1d,prores"
"""What phones and cameras write. Each further one is code that untrusted bytes would reach."""
_MOST_PIXELS = 50_000_000
"""A picture of an 8K film has 33 million."""
_MOST_READ = 64 << 20
_MOST_PACKETS = 64
"""How many packets are tried; a decoder may want more than a dozen before it gives its first picture."""
_LONGEST = 10.0
"""Seconds; looked at between packets and with each piece that is read. ``isolation`` bounds what is left."""
_ORIENTATIONS = {
    (1, 0, 0, 1): 1, (-1, 0, 0, 1): 2, (-1, 0, 0, -1): 3, (1, 0, 0, -1): 4,
    (0, 1, 1, 0): 5, (0, 1, -1, 0): 6, (0, -1, -1, 0): 7, (0, -1, 1, 0): 8,
}  # fmt: skip
"""The corner of a track's matrix (ISO/IEC 14496-12, section 6.2.2), by signs, in the numbers of Exif."""


def first(film: bytes | Path, at_most: int | None = None) -> Image:
    """The first picture of an MP4 or MOV, upright, in RGB, its longer side at most ``at_most`` pixels.

    A film in memory stays there. Raises ``MissingPartError`` without the extra, another ``LenscapError`` if the film
    cannot be read or decoded.
    """
    from PIL import Image as Pillow

    if find_spec(_NEEDS) is None:
        raise MissingPartError(
            f"To show the first picture of a film, Lenscap needs a part that is not installed ({_NEEDS}). "
            "Install Lenscap with its extra “film” (lenscap[film]); its README says how."
        )
    found = isolation.call(read, film, at_most)
    return media.turned(Pillow.frombytes("RGB", found.size, found.pixels), found.orientation)


class Frame(NamedTuple):
    """A picture as it is stored: red, green and blue of each pixel, and how to turn it (Exif's number)."""

    size: Size
    pixels: bytes
    orientation: int


# what follows runs in the other process


def read(film: bytes | Path, at_most: int | None) -> Frame:
    """The first picture of a film that can be decoded."""
    import av

    try:
        with _opened(film) as file:
            return _frame(next(_decoded(_Bounded(file))), at_most)
    except LenscapError:
        raise
    except StopIteration as error:
        raise MalformedError("No picture of its film can be decoded.") from error
    except (av.FFmpegError, OSError, ValueError, RuntimeError) as error:  # a film may also ask for too much memory
        raise MalformedError("Its film is damaged, or of a kind that Lenscap does not decode.") from error


def _opened(film: bytes | Path) -> BinaryIO:
    if isinstance(film, bytes):
        return io.BytesIO(film)
    try:
        return os.fdopen(quietly(film), "rb", buffering=0)
    except (OSError, ValueError) as error:
        raise UnreadableError("It cannot be read.") from error


class _Bounded:
    """A film as PyAV reads it, up to so many bytes and seconds."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._left, self._end = file, _MOST_READ, monotonic() + _LONGEST
        self.seek, self.tell = file.seek, file.tell

    def read(self, length: int) -> bytes:
        self.spend(length)
        return self._file.read(length)

    def spend(self, length: int = 0) -> None:
        """Count bytes that are read, and look at the clock."""
        self._left -= length
        if self._left < 0 or monotonic() > self._end:
            raise UnsupportedError("To find the first picture of its film takes longer than Lenscap waits.")


def _decoded(file: _Bounded) -> Iterator[VideoFrame]:
    """The pictures of a film whose header is sound, in the order of a player; few of them are ever asked for."""
    import av

    options = {"max_pixels": str(_MOST_PIXELS), "codec_whitelist": _CODECS, "threads": "1"}
    with av.open(file, "r", format=_FORMAT, options=options) as film:
        stream = film.streams.best("video")
        if stream is None or stream.codec_context is None:
            return
        stream.codec_context.options = options
        for packet in islice(film.demux(stream), _MOST_PACKETS):
            file.spend()
            with suppress(av.InvalidDataError):  # a damaged one; the next may be sound
                frames: Any = packet.decode()
                yield from (frame for frame in frames if not frame.is_corrupt)


def _frame(frame: VideoFrame, at_most: int | None) -> Frame:
    """A decoded picture in the colours of a screen, made smaller where that is asked for."""
    width, height = frame.width, frame.height
    if width * height > _MOST_PIXELS:
        raise UnsupportedError(f"Its film is {width:,} × {height:,} pixels large, more than Lenscap decodes.")
    if at_most is not None and max(width, height) > at_most:
        scale = at_most / max(width, height)
        width, height = max(1, round(width * scale)), max(1, round(height * scale))
    plain = frame.reformat(width, height, format="rgb24", interpolation="AREA")
    return Frame(Size(width, height), plain.to_ndarray().tobytes(), _orientation(frame))


def _orientation(frame: VideoFrame) -> int:
    """How the matrices of film and track turn it; none where they do something else than to turn and to mirror."""
    beside: Any = frame.side_data
    matrix = next((bytes(each) for each in beside if each.type.name == "DISPLAYMATRIX"), b"")
    if len(matrix) < 20:
        return 1
    a, b, _, c, d = struct.unpack_from("=5i", matrix)
    signs = tuple((each > 0) - (each < 0) for each in (a, b, c, d))
    return _ORIENTATIONS.get(signs, 1)
