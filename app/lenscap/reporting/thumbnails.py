"""Small pictures of copies for a report, made of their pixels alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from lenscap.errors import LenscapError

_EDGE = 96
_LARGEST = 1 << 28
_QUALITY = 70


def small(copy: Path) -> bytes | None:
    """The picture as a JPEG; ``None`` of a film, or of what is not there any more."""
    from lenscap import media  # without it the window is up sooner

    try:
        if not (data := _content(copy)):
            return None
        image = media.upright(data, at_most=_EDGE).convert("RGB")
        image.info.clear()
        return media.encode([image], image, lossless=False, form="JPEG", quality=_QUALITY)
    except LenscapError:
        return None


def _content(path: Path) -> bytes | None:
    """All of a file that is one, and small enough."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            fits = stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST
            return file.read(status.st_size) if fits else None
    except OSError:
        return None
