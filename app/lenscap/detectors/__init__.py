"""Pixels → findings. One sense per file; each module of this package that has a ``NAME`` is one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

from lenscap.detectors import identity
from lenscap.model import Finding, Looking, Size
from lenscap.people import is_near

if TYPE_CHECKING:
    from PIL.Image import Image

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


def longest_side(looking: Looking) -> int:
    """How large a picture the most demanding sense wants to see; 0 if there is nothing to look for."""
    return max(identity.longest_side(looking), *(sense.longest_side(looking) for sense in senses()))


def look(frames: Iterable[Image], size: Size, looking: Looking) -> list[Finding]:
    """What the senses that are asked for find in the frames of a picture; the same in several frames counts once."""
    found: list[Finding] = []
    for frame in frames:
        for finding in _seen(frame, size, looking):
            if not any(_is_same(finding, other) for other in found):
                found.append(finding)
    return found


def _seen(frame: Image, size: Size, looking: Looking) -> list[Finding]:
    asked = [sense for sense in senses() if sense.longest_side(looking)]
    seen = [finding for sense in asked for finding in sense.find(frame, size, looking)]
    return identity.with_likenesses(frame, size, seen) if looking.people else seen


def _is_same(one: Finding, other: Finding) -> bool:
    if one.kind != other.kind or one.box is None or other.box is None or not one.box.is_same(other.box):
        return False
    return is_near(one.likeness, other.likeness)  # where somebody was, somebody else may be in another frame
