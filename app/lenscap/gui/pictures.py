"""Photos for the window to show: read as carefully as they are inspected, decoded, and turned upright."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lenscap.errors import LenscapError, UnsupportedError
from lenscap.model import Size

if TYPE_CHECKING:
    from PIL.Image import Image


_JPEG = b"\xff\xd8"
_HEAD = 1 << 18
_LARGE = 6_000_000
MOST_WHOLE = 100_000_000
"""Pixels of the largest photo that is shown whole; of a larger one half of the width and height are enough."""
_DRAFT = 1600
"""From how many pixels on a photo is shown smaller at first, and how long its longer side is then."""


def glimpse(path: Path) -> Image | None:
    """The small picture that the file of a photo begins with, to be shown until there is a better one. For a worker."""
    from lenscap import media
    from lenscap.opening import beginning

    head = beginning(path, _HEAD)
    try:
        return media.embedded(head) if head.startswith(_JPEG) else None
    except LenscapError:
        return None


def picture(path: Path, at_most: int | None = None) -> Image:
    """The photo at ``path`` in mode RGB or RGBA, its longer side at most ``at_most`` pixels. Slow: for a worker.

    Of a film it is the first picture. Raises a ``LenscapError`` if it cannot be read or decoded.
    """
    from lenscap import media, media_film
    from lenscap.opening import is_film

    if is_film(path):
        return media_film.first(path, at_most)
    return media.upright(_data(path), at_most=at_most)


def pictures(path: Path) -> Iterator[tuple[Image, Size, bool]]:
    """The same photo, with how large it is; where that is quick, a smaller one comes first. Last: is it the last one?

    Of a very large JPEG only half of the width and height is decoded.
    """
    from lenscap import media, media_film
    from lenscap.opening import is_film

    if is_film(path):
        first = media_film.first(path)
        yield first, Size(*first.size), True
        return
    data = _data(path)
    header = media.header(data)
    pixels = header.width * header.height
    if data[:2] != _JPEG:
        whole = media.upright(data)
        yield whole, Size(*whole.size), True
        return
    if pixels > _LARGE:
        draft = media.upright(data, at_most=_DRAFT)
        yield draft, _whole(header, draft), False
    made = media.upright(data, share=1 if pixels <= MOST_WHOLE else 2)
    yield made, _whole(header, made), True


def _whole(header: Image, made: Image) -> Size:
    """How large a photo is that was decoded upright, but smaller."""
    lies = (made.width > made.height) != (header.width > header.height)
    return Size(header.height, header.width) if lies else Size(*header.size)


def _data(path: Path) -> bytes:
    from lenscap.opening import content

    data = content(path)
    if not isinstance(data, bytes):
        data.close()
        raise UnsupportedError("It is a film, of which no picture can be shown.")
    return data
