"""Pictures with covers: decoded, painted over, encoded again, and compared with what they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from lenscap.cover import jpeg_blocks, raster
from lenscap.errors import NotCleanError, UnsupportedError
from lenscap.model import Box, Cover, Fresh, Role, Size
from lenscap.opening import Opened
from lenscap.pipeline import sheets
from lenscap.pipeline.forms import form_of, is_lossy

if TYPE_CHECKING:
    from PIL.Image import Image

_BLOCK, _FILTERED = Size(16, 16), 8
"""The blocks of codecs that come from films, and how far the filters reach that smooth the edges of blocks."""
_SPACE = b"colrnclx"
_PNG_HEAD = 33
"""The signature and the IHDR chunk."""
_PNG_DEPTH = 24
_CARRIED_OVER = ("gAMA", "cHRM", "sRGB", "cICP", "mDCV", "cLLI", "sBIT", "pHYs")
_MOST_DIFFERENCE = 8.0
"""How far the pixels of a lossy picture may move on average, in 256ths, when it is encoded again."""
_STRIP = 256
_NO_METADATA = frozenset({Role.STRUCTURE, Role.PIXELS, Role.COLOUR})
_NOT_THE_SAME = "The copy did not show the same picture outside the covers, so it was deleted."


def repaint_blocks(file: Opened, orientation: int, covers: Sequence[Cover]) -> bytes | None:
    """A JPEG in which only the blocks under ``covers`` are other ones, without metadata.

    Returns ``None`` of what is no JPEG, or none whose blocks can be changed: then it has to be encoded again.
    """
    if file.container.NAME != "JPEG":
        return None
    return jpeg_blocks.covered(_only_picture(file), raster.areas(covers, file.layout.size, orientation, None))


def check_blocks(file: Opened, copy: Opened, orientation: int, covers: Sequence[Cover]) -> None:
    """Raise ``NotCleanError`` if a JPEG's copy has other blocks than its original where nothing was covered."""
    places = raster.areas(covers, file.layout.size, orientation, None)
    if not jpeg_blocks.is_same_outside(_only_picture(file), _only_picture(copy), places):
        raise NotCleanError("The copy did not have the same blocks outside the covers, so it was deleted.")


def _only_picture(file: Opened) -> bytes:
    """The bytes of a JPEG that its picture is made of; nothing of what follows it."""
    blocks = file.layout.blocks
    end = next((number for number, block in enumerate(blocks, start=1) if block.name == "EOI"), 0)
    layout = replace(file.layout, blocks=blocks[:end])
    pieces = file.container.write(file.view, layout, lambda block: block.role in _NO_METADATA, Fresh())
    return b"".join(map(bytes, pieces))


def repaint(file: Opened, orientation: int, covers: Sequence[Cover]) -> bytes:
    """A file of the same format with ``covers`` painted over its picture, every frame of it, without metadata."""
    from lenscap import media

    if not file.container.COVERED:
        raise UnsupportedError(
            f"Faces in {file.container.NAME} files cannot be covered yet. Export it as JPEG or PNG first."
        )
    if sheets.has_samples(file):
        return sheets.repaint(file, orientation, covers)
    original = media.stored(file.picture)
    if file.container.NAME == "PNG" and file.picture[_PNG_DEPTH] == 16 and not original.mode.startswith("I"):
        raise UnsupportedError("It has 16 bits a channel, and covering would leave 8. Export it with 8 bits first.")
    frames = _frames(file)
    if any(frame.mode == "P" for frame in frames):  # a palette may have colours that only hidden pixels need
        frames = [_in_colour(frame) for frame in frames]
        original.info.pop("transparency", None)
    painted = [raster.paint(frame, _areas(file, original, orientation, covers)) for frame in frames]
    form = form_of(file)
    encoded = media.encode(painted, original, form.lossless, form.pillow, form.quality, form.sampling)
    if form.name == "AVIF":
        encoded = _with_space_of(file, encoded)
    return _with_chunks_of(file, encoded) if file.container.NAME == "PNG" else encoded


def _in_colour(frame: Image) -> Image:
    """A frame in RGBA, with its duration."""
    converted = frame.convert("RGBA")
    converted.info = {key: value for key, value in frame.info.items() if key != "transparency"}
    return converted


def _with_space_of(file: Opened, avif: bytes) -> bytes:
    """An AVIF whose colours mean what those of another one do; the encoder writes what is usual."""
    from lenscap.formats.heif_coding import coding

    space = coding(file.picture).space
    at = avif.find(_SPACE) + len(_SPACE)
    return avif[:at] + space + avif[at + len(space) :] if space and at >= len(_SPACE) else avif


def _with_chunks_of(file: Opened, png: bytes) -> bytes:
    """A PNG with the chunks of another one that say how its colours and its size are meant."""
    chunks = [
        file.picture[block.start : block.end]
        for block in file.layout.blocks
        if block.name in _CARRIED_OVER and block.role in (Role.COLOUR, Role.STRUCTURE)
    ]
    return b"".join([png[:_PNG_HEAD], *chunks, png[_PNG_HEAD:]])


def painted_upright(file: Opened, orientation: int, covers: Sequence[Cover], share: int = 1) -> Image:
    """The first frame with ``covers`` painted over it, upright, in mode RGB or RGBA; ``share`` as media has it."""
    from lenscap import media

    frame = media.stored(file.picture, share)
    if share > 1 and file.container.NAME == "JPEG":
        places = [_smaller(each, share) for each in _areas(file, media.header(file.picture), orientation, covers)]
    else:
        places = _areas(file, frame, orientation, covers)
    return media.displayed(media.turned(raster.paint(frame, places), orientation))


def _smaller(place: raster.Area, share: int) -> raster.Area:
    """The same place in a picture of which only a part of the width and height was decoded."""
    top, left, bottom, right, style = place
    return raster.Area(top // share, left // share, -(-bottom // share), -(-right // share), style)


def hidden_share(file: Opened, orientation: int, covers: Sequence[Cover], box: Box) -> float:
    """How much of an upright ``box`` is under the covers as they are painted at least, from 0 to 1."""
    import numpy as np

    from lenscap import media

    width, height = file.layout.size
    hidden = np.zeros((height, width), bool)
    for top, left, bottom, right, _ in _surely_hidden(file, media.header(file.picture), orientation, covers):
        hidden[top:bottom, left:right] = True
    places = raster.areas([Cover(box, "soft")], file.layout.size, orientation, None)
    return min((float(hidden[top:bottom, left:right].mean()) for top, left, bottom, right, _ in places), default=1.0)


def check_outside(file: Opened, copy: Opened, orientation: int, covers: Sequence[Cover]) -> None:
    """Raise ``NotCleanError`` if a copy differs from its original where nothing was covered."""
    from lenscap import media

    if sheets.has_samples(file):
        if not sheets.is_same_outside(file, copy, orientation, covers):
            raise NotCleanError(_NOT_THE_SAME)
        return
    before, after = _frames(file), _frames(copy)
    places = _areas(file, media.header(file.picture), orientation, covers)
    for one, other in _side_by_side(before, after):
        if one.size != other.size or not _is_same_outside(one, other, places, is_lossy(file)):
            raise NotCleanError(_NOT_THE_SAME)


def _side_by_side(before: list[Image], after: list[Image]) -> Iterator[tuple[Image, Image]]:
    """The frames that are shown at the same time.

    The encoder joins equal ones that follow each other; where covers hide all that moves, a still picture is left.
    """
    if len(after) in (1, len(before)):
        yield from zip(before, after * (len(before) // len(after)), strict=True)
        return
    ends = list(accumulate(frame.info.get("duration", 0) for frame in after))
    if ends[-1] != sum(frame.info.get("duration", 0) for frame in before):
        raise NotCleanError("The copy did not have the timing of the original, so it was deleted.")
    time, number = 0, 0
    for frame in before:
        while number < len(after) - 1 and time >= ends[number]:
            number += 1
        yield frame, after[number]
        time += frame.info.get("duration", 0)


def _is_same_outside(before: Image, after: Image, places: Sequence[raster.Area], lossy: bool) -> bool:
    """Whether two frames show the same outside ``places``; compared in strips, to need little memory."""
    import numpy as np

    mode = before.mode if before.mode == "CMYK" or before.mode.startswith(("I", "F")) else "RGBA"
    moved = 0.0
    for top in range(0, before.height, _STRIP):
        span = (0, top, before.width, min(top + _STRIP, before.height))
        one, other = (np.asarray(image.crop(span).convert(mode)).astype(np.int32) for image in (before, after))
        difference = np.abs(one - other)
        for area in places:
            difference[max(0, area.top - top) : max(0, area.bottom - top), area.left : area.right] = 0
        moved += float(difference.sum())
    channels = 4 if mode in ("RGBA", "CMYK") else 1
    return moved <= (_MOST_DIFFERENCE * before.width * before.height * channels if lossy else 0)


def _frames(file: Opened) -> list[Image]:
    from lenscap import media

    return [media.stored(file.picture)] if file.layout.frames == 1 else list(media.stored_frames(file.picture))


def _areas(file: Opened, image: Image, orientation: int, covers: Sequence[Cover]) -> list[raster.Area]:
    if file.container.NAME == "JPEG":
        return raster.areas(covers, Size(*image.size), orientation, _grid(file, image))
    return raster.areas(covers, Size(*image.size), orientation, _grid(file, image), _FILTERED)


def _surely_hidden(file: Opened, image: Image, orientation: int, covers: Sequence[Cover]) -> list[raster.Area]:
    """What covers hide in any way of painting them: of a JPEG whose blocks stay, nothing beyond those they touch."""
    if file.container.NAME == "JPEG":
        return raster.areas(covers, Size(*image.size), orientation, _grid(file, image), 0)
    return _areas(file, image, orientation, covers)


def _grid(file: Opened, image: Image) -> Size | None:
    """The size of the blocks in which a lossy picture was compressed."""
    from lenscap import media

    if file.container.NAME == "JPEG":
        return Size(*media.block_size(image))
    return _BLOCK if is_lossy(file) else None
