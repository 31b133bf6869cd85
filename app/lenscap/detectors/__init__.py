"""Pixels → findings. One sense per file; each module of this package that has a ``NAME`` is one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

from lenscap.detectors import identity
from lenscap.errors import MissingPartError
from lenscap.model import Finding, Kind, Looking, Size
from lenscap.people import is_near

if TYPE_CHECKING:
    from PIL.Image import Image

_USUAL_SHAPE = Size(4, 3)
EFFORTS = ("off", "fast", "careful", "thorough")
_WITHIN = 0.95


class Sense(Protocol):
    """Something that sees. ``NEEDS``, if it has that, are packages of its that are not always installed."""

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
    longest = max(identity.longest_side(looking), *(sense.longest_side(looking) for sense in senses()))
    shape, usual = max(size) / max(1, min(size)), _USUAL_SHAPE.width / _USUAL_SHAPE.height
    return round(longest * math.sqrt(max(1.0, shape / usual)))


def check(looking: Looking) -> None:
    """Raise ``MissingPartError`` if a sense that is asked for lacks a package."""
    for sense in _asked(looking):
        if missing := [package for package in getattr(sense, "NEEDS", ()) if find_spec(package) is None]:
            raise MissingPartError(
                f"To find {sense.NAME} in pictures, Lenscap needs a part that is not installed ({missing[0]}). "
                "Install Lenscap with its extra “text” (lenscap[text]); its README says how."
            )


def _asked(looking: Looking) -> list[Sense]:
    return [sense for sense in senses() if sense.longest_side(looking)]


def look(frames: Iterable[Image], size: Size, looking: Looking) -> list[Finding]:
    """What the senses that are asked for find in the frames of a picture; the same in several frames counts once."""
    check(looking)
    found: list[Finding] = []
    for frame in frames:
        found += [new for new in _seen(frame, size, looking) if not any(_is_same(new, other) for other in found)]
    return found


def _seen(frame: Image, size: Size, looking: Looking) -> list[Finding]:
    seen = [finding for sense in _asked(looking) for finding in sense.find(frame, size, looking)]
    return identity.with_likenesses(frame, size, seen) if looking.people else seen


def _is_same(new: Finding, other: Finding) -> bool:
    """Whether a finding was made in an earlier frame.

    Of words, none may reach out of the box that was found then; and where somebody was, somebody else may be now.
    """
    if new.kind != other.kind or new.box is None or other.box is None:
        return False
    if new.kind in (Kind.TEXT, Kind.CODE):
        return new.box.shared(other.box) >= _WITHIN * new.box.w * new.box.h
    return new.box.is_same(other.box) and is_near(new.likeness, other.likeness)
