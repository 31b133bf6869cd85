"""Which photos there are in what was opened. For a worker: disks may be slow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lenscap.gui.roll.photo import Photo, identity


class Closed(NamedTuple):
    """A folder that could not be looked into."""

    folder: Path


class Opened(NamedTuple):
    """A folder that was looked into because it was asked for."""

    folder: Path


def listed(paths: Iterable[Path], leave_out: Path | None) -> Iterator[Photo | Opened | Closed]:
    """The photos under the paths, with size and time of the file; and the folders, also those that stay closed."""
    from lenscap import sources

    closed: list[Path] = []
    paths = list(paths)
    yield from (Opened(path) for path in paths if sources.is_folder(path))
    for source in sources.walk(paths, leave_out, closed.append):
        yield _photo(source.path, str(source.relative))
    yield from map(Closed, closed)


def _photo(path: Path, name: str) -> Photo:
    try:
        status = path.stat()
    except OSError:
        return Photo(path, name)
    return Photo(path, name, moment=status.st_mtime, bytes=status.st_size, identity=identity(status))
