"""Pictures that the window shows, as carefully read as they are inspected, decoded, upright.

All of it is done in a process beside the window: nothing of Qt's is touched here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lenscap.errors import LenscapError, UnsupportedError
from lenscap.model import Box, Finding, Kind, Policy, Report, Size

if TYPE_CHECKING:
    from PIL.Image import Image


_JPEG = b"\xff\xd8"
_HEAD = 1 << 18
_LARGE = 6_000_000
MOST_WHOLE = 100_000_000
"""Pixels of the largest photo that is shown whole; of a larger one half of the width and height are enough."""
_DRAFT = 1600
"""From how many pixels on a photo is shown smaller at first, and how long its longer side is then."""
_AROUND_FACE, _AROUND_COVERS, _SHARE = 1.7, 3.0, 0.45
"""How much larger than a face, or what is covered, is what is cut out around it; and how much of a photo at least."""


class Sized(NamedTuple):
    """A picture, and how large it is: it may have been decoded smaller."""

    image: Image
    size: Size


def glimpse(path: Path) -> Image | None:
    """The small picture that the file of a photo begins with, to be shown until there is a better one."""
    from lenscap import media
    from lenscap.opening import beginning

    head = beginning(path, _HEAD)
    try:
        return media.embedded(head) if head.startswith(_JPEG) else None
    except LenscapError:
        return None


def picture(path: Path, at_most: int | None = None) -> Image:
    """The photo at ``path`` in mode RGB or RGBA, its longer side at most ``at_most`` pixels.

    Of a film it is the first picture. Raises a ``LenscapError`` if it cannot be read or decoded.
    """
    from lenscap import media, media_film
    from lenscap.opening import is_film

    if is_film(path):
        return media_film.first(path, at_most)
    return media.upright(_data(path), at_most=at_most)


# -- for the stage of the viewer ---------------------------------------------------------------------------------------


def draft(path: Path) -> Sized | None:
    """A photo decoded much smaller, where that is quick and the whole takes its time. Raises a ``LenscapError``."""
    from lenscap import media
    from lenscap.opening import beginning

    if beginning(path, len(_JPEG)) != _JPEG:
        return None
    data = _data(path)
    header = media.header(data)
    if header.width * header.height <= _LARGE:
        return None
    made = media.upright(data, at_most=_DRAFT)
    return Sized(made, _whole(header, made))


def whole(path: Path) -> Sized:
    """The photo, or the first picture of a film; of a very large one half of the width and height.

    Raises a ``LenscapError`` if it cannot be read or decoded.
    """
    from lenscap import media, media_film
    from lenscap.opening import is_film

    if is_film(path):
        return _bounded(media_film.first(path))
    data = _data(path)
    if data[:2] != _JPEG:
        return _bounded(media.upright(data))
    header = media.header(data)
    made = media.upright(data, share=1 if header.width * header.height <= MOST_WHOLE else 2)
    return Sized(made, _whole(header, made))


def sketch(path: Path, policy: Policy, report: Report) -> Sized | None:
    """Nearly what a copy would show, which is there soon; nothing if that is what the original shows."""
    from lenscap import pipeline

    if not pipeline.covered(policy, report):
        return None
    made = pipeline.sketch(path, policy, report, share=1 if _is_shown_whole(report) else 2)
    return Sized(_bounded(made).image, report.size)


def copy(path: Path, policy: Policy, report: Report) -> Sized | None:
    """What the very copy shows that would be made; nothing if it is huge, or not known what it covers."""
    from lenscap import pipeline

    if not _is_shown_whole(report) or not pipeline.is_enough(report, policy):
        return None
    return Sized(pipeline.preview(path, policy, report), report.size)


def hidden(path: Path, finding: Finding) -> Sized | None:
    """The picture that a finding is about, the first one of a film; nothing of what is no picture by itself."""
    from lenscap import media, media_film, pipeline

    data = next((data for found, data in pipeline.previews(path) if found == finding), None)
    if data is None:
        return None
    return _bounded(media_film.first(data) if finding.kind is Kind.MOTION else media.upright(data))


def _whole(header: Image, made: Image) -> Size:
    """How large a photo is that was decoded upright, but smaller."""
    lies = (made.width > made.height) != (header.width > header.height)
    return Size(header.height, header.width) if lies else Size(*header.size)


def _bounded(made: Image) -> Sized:
    """A decoded picture; of one that is too large, half of its width and height."""
    size = Size(*made.size)
    return Sized(made.reduce(2) if size.width * size.height > MOST_WHOLE else made, size)


def _is_shown_whole(report: Report) -> bool:
    return report.size.width * report.size.height <= MOST_WHOLE


# -- parts of pictures -------------------------------------------------------------------------------------------------


def face(path: Path, box: Box, size: Size | None, edge: int) -> Image:
    """A square around a face, ``edge`` pixels wide at most; the photo is decoded no larger than it takes.

    ``size`` is that of the whole photo, in whose pixels the box is. Raises a ``LenscapError``.
    """
    side = max(box.w, box.h, 1)
    longest = max(size) if size else 0
    at_most = round(longest * edge / side)
    made = picture(path, at_most=at_most if 0 < at_most < longest else None)
    scale = max(made.size) / longest if longest else 1.0
    half = min(side * _AROUND_FACE * scale, *made.size) / 2
    x = _within((box.x + box.w / 2) * scale, half, made.width)
    y = _within((box.y + box.h / 2) * scale, half, made.height)
    return _cut(made, (round(x - half), round(y - half), round(x + half), round(y + half)), edge)


def around(path: Path, boxes: Sequence[Box], edge: int) -> Image:
    """A square around the largest box, or the middle, ``edge`` pixels wide at most. Raises a ``LenscapError``."""
    made = picture(path)
    side = min(made.size)
    x, y = made.width // 2, made.height // 2
    if boxes:
        box = max(boxes, key=lambda box: box.w * box.h)
        side = min(side, max(round(max(box.w, box.h) * _AROUND_COVERS), round(side * _SHARE)))
        x, y = box.x + box.w // 2, box.y + box.h // 2
    left, top = min(max(x - side // 2, 0), made.width - side), min(max(y - side // 2, 0), made.height - side)
    return _cut(made, (left, top, left + side, top + side), edge)


def _within(at: float, half: float, length: int) -> float:
    return min(max(at, half), length - half)


def _cut(made: Image, area: tuple[int, int, int, int], edge: int) -> Image:
    part = made.crop(area)
    part.thumbnail((edge, edge))
    return part


def _data(path: Path) -> bytes:
    from lenscap.opening import content

    data = content(path)
    if not isinstance(data, bytes):
        data.close()
        raise UnsupportedError("It is a film, of which no picture can be shown.")
    return data
