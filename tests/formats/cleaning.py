"""Reading and cleaning with one container alone, without what the pipeline looks after."""

from __future__ import annotations

from lenscap.formats import Container, containers
from lenscap.model import Fresh, Layout, Role

NEEDED = (Role.STRUCTURE, Role.PIXELS, Role.COLOUR)


def container(name: str) -> Container:
    """The container of that name."""
    return next(each for each in containers() if name == each.NAME)


def read(container: Container, data: bytes, deep: bool = True) -> Layout:
    """What a container makes of a file in memory."""
    return container.read(memoryview(data), deep)


def cleaned(container: Container, data: bytes, fresh: Fresh | None = None) -> bytes:
    """A copy of what a viewer needs, and of what is ``fresh``."""
    layout = read(container, data)
    kept = container.write(memoryview(data), layout, lambda block: block.role in NEEDED, fresh or Fresh())
    return b"".join(map(bytes, kept))
