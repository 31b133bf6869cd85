"""Pixels → findings. One sense per file; each module of this package that has a ``NAME`` is one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

from lenscap.model import Finding, Looking, Size

if TYPE_CHECKING:
    from PIL.Image import Image

_USUAL_SHAPE = Size(4, 3)
EFFORTS = ("off", "fast", "careful", "thorough")


class Sense(Protocol):
    """Something that sees."""

    NAME: str

    def longest_side(self, looking: Looking) -> int:
        """How large a picture this sense wants to see, in pixels of its longer side; 0 if it is not asked for."""
        ...

    def find(self, picture: Image, size: Size, looking: Looking) -> list[Finding]:
        """Look at an upright RGB ``picture``; boxes in the answer are in pixels of a picture of ``size``."""
        ...


@cache
def senses() -> tuple[Sense, ...]:
    """All the senses, in the order of their module names."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return tuple(cast(Sense, module) for module in modules if hasattr(module, "NAME"))


def longest_side(looking: Looking, size: Size = _USUAL_SHAPE) -> int:
    """How large a picture the most demanding sense wants to see; 0 if there is nothing to look for.

    A panorama is as many pixels as an ordinary picture, and so it is longer.
    """
    longest = max(sense.longest_side(looking) for sense in senses())
    shape, usual = max(size) / max(1, min(size)), _USUAL_SHAPE.width / _USUAL_SHAPE.height
    return round(longest * math.sqrt(max(1.0, shape / usual)))


def look(frames: Iterable[Image], size: Size, looking: Looking) -> list[Finding]:
    """What the senses that are asked for find in the frames of a picture; the same in several frames counts once."""
    asked = [sense for sense in senses() if sense.longest_side(looking)]
    found: list[Finding] = []
    for frame in frames:
        for sense in asked:
            for finding in sense.find(frame, size, looking):
                if not any(_is_same(finding, other) for other in found):
                    found.append(finding)
    return found


def _is_same(one: Finding, other: Finding) -> bool:
    return one.kind == other.kind and one.box is not None and other.box is not None and one.box.is_same(other.box)
