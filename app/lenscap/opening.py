"""A path → the bytes of a file, and how its container divides them."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from types import TracebackType

from lenscap.binary.boxes import Sliced
from lenscap.binary.ondisk import OnDisk, quietly, stamp
from lenscap.errors import MalformedError, UnreadableError, UnsupportedError
from lenscap.formats import HEAD, Container, recognise
from lenscap.model import Layout

_LARGEST_PICTURE = 1 << 30
_MOST_IN_MEMORY = 1 << 26
"""Films that are larger are read piece by piece."""
_MORE = 1 << 20
_MOST_READINGS = 3


@dataclass(frozen=True, slots=True)
class Opened:
    """A file, and how its container divides it."""

    data: bytes | OnDisk
    container: Container
    layout: Layout

    @property
    def view(self) -> Sliced:
        """The data, to be sliced without copying it where it is in memory."""
        return memoryview(self.data) if isinstance(self.data, bytes) else self.data

    @property
    def picture(self) -> bytes:
        """All the bytes of a file that is small enough to be decoded."""
        assert isinstance(self.data, bytes)
        return self.data

    def check_unchanged(self) -> None:
        """Raise ``UnreadableError`` if parts of it may have been read from what it became later."""
        if isinstance(self.data, OnDisk):
            self.data.check_unchanged()

    def __enter__(self) -> Opened:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(self.data, OnDisk):
            self.data.close()


def opened(path: Path, deep: bool = False) -> Opened:
    """Read a file and divide it into blocks; ``deep`` as in ``Container.read``.

    Raises a ``LenscapError`` if it cannot be read or is none that Lenscap knows.
    """
    data = content(path)
    try:
        return divided(data, deep)
    except BaseException:
        if isinstance(data, OnDisk):
            data.close()
        raise


def divided(data: bytes | OnDisk, deep: bool = False) -> Opened:
    """Divide the bytes of a file into blocks."""
    if not data:
        raise MalformedError("It is empty.")
    container = recognise(data[:HEAD])
    if container is None:
        from lenscap.formats.refused import LOOKED_AT, refused

        kind = refused(data[:LOOKED_AT])
        general = "Lenscap does not know this kind of file. Export it as JPEG, PNG or WebP first."
        raise UnsupportedError(kind.sentence if kind else general)
    view = memoryview(data) if isinstance(data, bytes) else data
    return Opened(data, container, container.read(view, deep))


def content(path: Path) -> bytes | OnDisk:
    """The bytes of a file, read without leaving a trace on it where the system allows that."""
    try:
        handle = quietly(path)
        with FileIO(handle) as file:
            status = os.fstat(handle)
            if status.st_size > _MOST_IN_MEMORY and stat.S_ISREG(status.st_mode) and _is_film(file):
                return OnDisk(FileIO(os.dup(handle)), status.st_size)
            return _all_of(handle, status)
    except FileNotFoundError as error:
        raise UnreadableError(
            "It is not there: it may have been moved or deleted. Find it where it is now, then try again."
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableError(f"It cannot be read: {_why(error)}.") from error


def _is_film(file: FileIO) -> bool:
    """Whether a file is of a kind that is read piece by piece."""
    container = recognise(file.read(HEAD) or b"")
    file.seek(0)
    return container is not None and container.SLICED


def _all_of(handle: int, status: os.stat_result) -> bytes:
    """The bytes of an open file as they were at one moment: a file that is written to meanwhile is read again."""
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("It is not a file.")
    for _ in range(_MOST_READINGS):
        data = _bytes(handle, status.st_size)
        before, status = status, os.fstat(handle)
        if stamp(status) == stamp(before):
            return data
        os.lseek(handle, 0, os.SEEK_SET)
    raise UnreadableError("It changes while it is read. Try again when no other program writes to it.")


def _bytes(handle: int, size: int) -> bytes:
    """What is in an open file from where it stands, and what comes to it meanwhile."""
    if size > _LARGEST_PICTURE:
        raise UnsupportedError("It is larger than a gigabyte, which no photo of a known kind is.")
    data = os.read(handle, size + 1)
    while more := os.read(handle, _MORE):
        data += more
        if len(data) > _LARGEST_PICTURE:
            raise UnreadableError("It grows while it is read.")
    return data


def beginning(path: Path, length: int) -> bytes:
    """The first bytes of a file, or nothing if it cannot be read."""
    try:
        with os.fdopen(quietly(path), "rb") as file:
            return file.read(length)
    except (OSError, ValueError):
        return b""


def is_film(path: Path) -> bool:
    """Whether a file is a film, and no picture; False if it cannot be read."""
    container = recognise(beginning(path, HEAD))
    return container is not None and not container.SEEN


def suffix_for(path: Path) -> str:
    """The suffix that fits what a file holds; none if that cannot be known."""
    container = recognise(beginning(path, HEAD))
    return container.SUFFIXES[0] if container else ""


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or "its name cannot be used").lower()
