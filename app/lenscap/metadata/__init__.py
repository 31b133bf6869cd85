"""Block payload → findings. One vocabulary per file; each module of this package that has a ``NAME`` is one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from lenscap.model import Finding, Payload


class Vocabulary(Protocol):
    """A way of writing metadata down: Exif, XMP, IPTC …"""

    NAME: str

    def read(self, data: bytes, where: str) -> Iterator[Finding | Payload]:
        """Yield what ``data`` tells, and the payloads of other vocabularies inside it.

        ``where`` says in which block it sat. Raise ``MalformedError`` where it cannot be read on.
        """
        ...


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """All the vocabularies by name."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {module.NAME: cast(Vocabulary, module) for module in modules if hasattr(module, "NAME")}
