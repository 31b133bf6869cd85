"""Decoded pictures on their way to the window, in the process beside it: nothing of Qt's is touched here."""

from __future__ import annotations

from collections.abc import Callable
from threading import local
from typing import TYPE_CHECKING, NamedTuple

from lenscap.gui.pictures import Sized
from lenscap.memory import keep_freed_memory, limit_memory
from lenscap.model import Size

if TYPE_CHECKING:
    from PIL.Image import Image

    Make = Callable[..., Image | Sized | None]

STRIP = 1 << 18
"""How many pixels travel at a time: a megabyte stays in the processor's cache on its way, which is three times as quick
as all at once, and a large picture is not twice in memory on either side.
"""

_LARGEST_PROFILE = 4 << 20
"""Bytes; those of printers have two million. A file may name any length."""

_in_hand = local()
"""The ``picture`` whose rows are asked for; each thread has its own, where tests decode in one process."""


class Bitmap(NamedTuple):
    """Pixels of four bytes in rows from the top: red, green, blue, and how opaque, which is 255 if none is ``clear``.

    ``size`` is that of the picture, which may have been decoded smaller; ``profile`` its ICC profile. Of a large one
    the rows are still to be asked for.
    """

    width: int
    height: int
    clear: bool
    profile: bytes | None
    size: Size
    rows: bytes | None


def prepare(_warm_for: object = None) -> None:
    """What the process does first."""
    limit_memory()
    keep_freed_memory()


def decode(make: Make, *arguments: object) -> Bitmap | None:
    """What a function of ``pictures`` makes, which may be nothing. Raises what it raises."""
    made = make(*arguments)
    if made is None:
        return None
    image, size = made if isinstance(made, Sized) else (made, Size(*made.size))
    clear, profile = image.has_transparency_data, image.info.get("icc_profile")
    _in_hand.picture = image if image.mode in ("RGB", "RGBA") else image.convert("RGBA" if clear else "RGB")
    small = image.width * image.height <= STRIP
    rows = strip(0, image.height) if small else None
    fits = isinstance(profile, bytes) and len(profile) <= _LARGEST_PROFILE
    return Bitmap(*image.size, clear, profile if fits else None, size, rows)


def strip(top: int, bottom: int) -> bytes:
    """Rows of the picture that was decoded last; with its last row it is let go of.

    There are none if this is another process than the one that decoded it.
    """
    image: Image | None = getattr(_in_hand, "picture", None)
    if image is None:
        return b""
    if bottom >= image.height:
        _in_hand.picture = None
    return image.crop((0, top, image.width, bottom)).convert("RGBA").tobytes()
