"""A file that is too large for memory: it is sliced like bytes and read from the disk then."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BufferedWriter, FileIO
from pathlib import Path

from lenscap.binary.boxes import Sliced
from lenscap.errors import UnreadableError
from lenscap.model import Bytes

_PIECE = 1 << 17
"""Small enough for the processor's cache, large enough that the calls do not count."""


def quietly(path: Path) -> int:
    """Open for reading; never wait for a pipe, and leave the time of last access alone where we may."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags | getattr(os, "O_NOATIME", 0))
    except PermissionError:
        return os.open(path, flags)


def stamp(status: os.stat_result) -> tuple[int, int]:
    """What changes when somebody writes to a file: its size and the time of its last change."""
    return status.st_size, status.st_mtime_ns


class OnDisk:
    """The bytes of an open file, as many as there were when it was opened."""

    def __init__(self, file: FileIO, size: int) -> None:
        self._file, self._size = file, size
        self._stamp = stamp(os.fstat(file.fileno()))

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, span: slice, /) -> bytes:
        start, stop, _ = span.indices(self._size)
        length = max(0, stop - start)
        try:
            self._file.seek(start)
            found = self._file.read(length)
        except OSError as error:
            raise UnreadableError(f"It cannot be read: {(error.strerror or 'unknown error').lower()}.") from error
        if found is None or len(found) < length:
            raise UnreadableError("It became shorter while it was read.")
        return found

    def check_unchanged(self) -> None:
        """Raise ``UnreadableError`` if it was written to since: what was sliced may be of two different films."""
        if stamp(os.fstat(self._file.fileno())) != self._stamp:
            raise UnreadableError("It was changed while it was read. Try again when no other program writes to it.")

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def copied_by_the_system(self, start: int, end: int, target: int) -> int:
        """Let Linux append the bytes from ``start`` to ``end`` to an open file; how many it did copy, maybe none."""
        position = start
        while position < end and hasattr(os, "copy_file_range"):
            try:
                count = os.copy_file_range(self._file.fileno(), target, end - position, position)
            except OSError:  # not between these two disks
                break
            if not count:
                break
            position += count
        return position - start


class Span:
    """Bytes of a file on the disk that are only read when somebody slices them, or asks for ``bytes`` of them."""

    __slots__ = ("end", "file", "start")

    def __init__(self, file: Sliced, start: int, end: int) -> None:
        self.file, self.start, self.end = file, start, end

    def __len__(self) -> int:
        return self.end - self.start

    def __bytes__(self) -> bytes:
        return self[:]

    def __getitem__(self, span: slice, /) -> bytes:
        start, stop, _ = span.indices(len(self))
        return bytes(self.file[self.start + start : self.start + max(start, stop)])

    def append_to(self, target: BufferedWriter) -> None:
        """Write these bytes at the end of a file, by the system alone where it can do that."""
        target.flush()
        copied = 0
        if isinstance(self.file, OnDisk):
            copied = self.file.copied_by_the_system(self.start, self.end, target.fileno())
        for at in range(copied, len(self), _PIECE):
            target.write(self[at : at + _PIECE])


Piece = Bytes | Span
"""A part of a file that is written."""


def pieces(data: Sliced, start: int, end: int) -> Iterator[Piece]:
    """The bytes from ``start`` to ``end`` for a file that is written: of a file on the disk, where they are."""
    yield data[start:end] if isinstance(data, bytes | memoryview) else Span(data, start, end)


def is_same(one: Sliced, start: int, end: int, other: Sliced, at: int) -> bool:
    """Whether the bytes from ``start`` to ``end`` are also in ``other``, at ``at``; compared a few at a time."""
    if isinstance(one, Span) and one.file is other and one.start + start == at:
        return True
    if at + end - start > len(other):
        return False
    spans = ((left, min(left + _PIECE, end)) for left in range(start, end, _PIECE))
    return all(bytes(one[left:right]) == bytes(other[left - start + at : right - start + at]) for left, right in spans)
