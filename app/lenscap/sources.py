"""Where paths come from: files as they are given, folders with all that is in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

SUFFIXES = frozenset({
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".heif",
    ".hif", ".avif", ".jxl", ".jp2", ".psd", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2", ".pef",
    ".mp4", ".mov", ".m4v", ".3gp",
})  # fmt: skip
"""What is taken for a photo or video in a folder. A file that is given by name is always looked at."""


class Source(NamedTuple):
    """A file to look at, and its path under the folder that was given."""

    path: Path
    relative: Path


def walk(
    paths: Iterable[Path], leave_out: Path | None = None, closed: Callable[[Path], object] | None = None
) -> Iterator[Source]:
    """Yield the photos under ``paths`` in a stable order, each once; ``leave_out`` is a folder not to go into.

    Links to folders are not followed, so that a loop has an end. ``closed`` is told of folders that cannot be opened.
    """
    seen: set[tuple[int, int]] = set()
    apart = leave_out.resolve() if leave_out else None
    for path in paths:
        found = _in_folder(path, path, apart, closed) if is_folder(path) else [Source(path, Path(path.name))]
        for source in found:
            if _is_new(source.path, seen):
                yield source


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name that we may look up; whoever opens it will tell why not."""
    try:
        return path.is_dir()
    except OSError:  # a name that is too long, or a folder around it that is closed to us
        return False


def _is_new(path: Path, seen: set[tuple[int, int]]) -> bool:
    """A file that cannot be looked up is passed on, so that somebody says what is wrong with it."""
    try:
        status = path.stat()
    except OSError:
        return True
    identity = (status.st_dev, status.st_ino)
    if identity in seen and status.st_ino:
        return False
    seen.add(identity)
    return True


def _in_folder(
    folder: Path, root: Path, leave_out: Path | None, closed: Callable[[Path], object] | None
) -> Iterator[Source]:
    def tell(error: OSError) -> None:
        if closed is not None:
            closed(Path(error.filename))

    for name, folders, files in os.walk(folder, onerror=tell):
        here = Path(name)
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and (here / each).resolve() != leave_out
        )
        for file in sorted(files):
            if not file.startswith(".") and Path(file).suffix.lower() in SUFFIXES:
                yield Source(here / file, (here / file).relative_to(root))
