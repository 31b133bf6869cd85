"""Photos for the window to show: read as carefully as they are inspected, decoded, and turned upright."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lenscap.errors import LenscapError, UnsupportedError

if TYPE_CHECKING:
    from PIL.Image import Image


_HEAD = 1 << 18


def glimpse(path: Path) -> Image | None:
    """The small picture that the file of a photo begins with, to be shown until there is a better one. For a worker."""
    from lenscap import media
    from lenscap.pipeline.opening import beginning

    head = beginning(path, _HEAD)
    try:
        return media.embedded(head) if head[:2] == b"\xff\xd8" else None
    except LenscapError:
        return None


def picture(path: Path, at_most: int | None = None) -> Image:
    """The photo at ``path`` in mode RGB or RGBA, its longer side at most ``at_most`` pixels. Slow: for a worker.

    Raises a ``LenscapError`` if it cannot be read or decoded.
    """
    from lenscap import media
    from lenscap.pipeline.opening import content

    data = content(path)
    if not isinstance(data, bytes):
        data.close()
        raise UnsupportedError("It is a film, of which no picture can be shown.")
    return media.upright(data, at_most=at_most)
