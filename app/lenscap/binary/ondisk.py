"""A file that is too large for memory: it is sliced like bytes and read from the disk then."""

from __future__ import annotations

from collections.abc import Iterator
from io import FileIO

from lenscap.binary.boxes import Sliced
from lenscap.errors import UnreadableError
from lenscap.model import Bytes

_PIECE = 1 << 17
"""Small enough for the processor's cache, large enough that the calls do not count."""


class OnDisk:
    """The bytes of an open file, as many as there were when it was opened."""

    def __init__(self, file: FileIO, size: int) -> None:
        self._file, self._size = file, size

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

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def pieces(data: Sliced, start: int, end: int) -> Iterator[Bytes]:
    """The bytes from ``start`` to ``end``, a few at a time."""
    for at in range(start, end, _PIECE):
        yield data[at : min(at + _PIECE, end)]


def is_same(one: Sliced, start: int, end: int, other: Sliced, at: int) -> bool:
    """Whether the bytes from ``start`` to ``end`` are also in ``other``, at ``at``; compared a few at a time."""
    if at + end - start > len(other):
        return False
    both = zip(pieces(one, start, end), pieces(other, at, at + end - start), strict=True)
    return all(bytes(piece) == bytes(its) for piece, its in both)
