"""Bytes → blocks → bytes. One container per file; each module of this package that has a ``NAME`` is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules
from typing import Any, Protocol, TypeVar, cast

from lenscap.binary.ondisk import Piece
from lenscap.errors import MalformedError
from lenscap.model import Block, Bytes, Fresh, Layout

HEAD = 64
"""How many bytes of a file decide what it is."""
MOST_PARTS = 100_000
"""How many segments or chunks a file may have: no photo has nearly as many, and each takes memory."""

_TEXT = re.compile(rb"[\x20-\x7e]{12}")

Part = TypeVar("Part")


class Container(Protocol):
    """A file format. Its blocks tile the file; what ``write`` keeps, it keeps byte for byte."""

    NAME: str
    SUFFIXES: tuple[str, ...]
    TYPES: tuple[str, ...]
    """What desktops and browsers call it (MIME)."""
    SEEN: bool
    """Whether its pictures can be decoded here, so that faces are found in them."""
    COVERED: bool
    """Whether they can be covered here, and encoded again."""
    SLICED: bool
    """Whether large ones are not read into memory: ``data`` may then be any ``Sliced``, and is sliced sparingly."""

    def recognises(self, head: bytes) -> bool:
        """Say whether a file that begins with ``head`` (up to ``HEAD`` bytes) is one of this format."""
        ...

    def read(self, data: Any, deep: bool = False) -> Layout:
        """Divide a file into blocks; raise ``MalformedError`` where the bytes contradict the format.

        ``data`` is a ``memoryview``, or a ``Sliced`` where the format is ``SLICED``.

        ``deep`` also looks into the compressed picture data, for damage and for bytes that no decoder shows.
        """
        ...

    def write(self, data: Any, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Piece]:
        """Yield the bytes of a copy with the blocks that ``keep`` wants and the ``fresh`` metadata.

        Where a viewer needs a part of a block that goes, that part is written anew.
        """
        ...


@cache
def containers() -> tuple[Container, ...]:
    """All the formats, in the order of their module names."""
    return tuple(filter(None, map(_container, sorted(_modules()))))


def recognise(head: bytes) -> Container | None:
    """The container whose file begins with ``head``, or ``None``.

    JPEG is asked first and no other module is loaded for it: most photos are JPEGs.
    """
    return next((found for name in _modules() if (found := _container(name)) and found.recognises(head)), None)


@cache
def _modules() -> tuple[str, ...]:
    return tuple(sorted((module.name for module in iter_modules(__path__)), key=lambda name: name != "jpeg"))


@cache
def _container(name: str) -> Container | None:
    """The container in a module of this package, if there is one in it."""
    module = import_module(f"{__name__}.{name}")
    return cast(Container, module) if hasattr(module, "NAME") else None


def bounded(parts: Iterator[Part]) -> list[Part]:
    """All the parts of a file; raise ``MalformedError`` if there are more than any picture has."""
    found = list(islice(parts, MOST_PARTS + 1))
    if len(found) > MOST_PARTS:
        raise MalformedError(f"It is made of more than {MOST_PARTS:,} parts, which no photo is.")
    return found


def is_text(numbers: Bytes) -> bool:
    """Whether somebody wrote in bytes that should be a few numbers, which hardly ever look so."""
    return bool(_TEXT.search(numbers))


def check_numbers(*parts: Bytes) -> None:
    """Raise ``MalformedError`` if there is text in bytes that should be a few numbers."""
    if any(map(is_text, parts)):
        raise MalformedError("There is text in it where only numbers belong.")
