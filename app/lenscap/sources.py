"""Where paths come from: files as they are given, folders with all that is in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
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


def walk(paths: Iterable[Path], leave_out: Path | None = None) -> Iterator[Source]:
    """Yield the photos under ``paths`` in a stable order, each once; ``leave_out`` is a folder not to go into.

    Links to folders are not followed, so that a loop has an end. A folder that cannot be looked into is passed on
    like a photo, so that somebody says what is wrong with it.
    """
    seen: dict[int, set[int]] = {}
    for path in paths:
        found = _in_folder(path, leave_out) if is_folder(path) else [Source(path, Path(path.name))]
        for source in found:
            if _is_new(source.path, seen):
                yield source


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name that we may look up; whoever opens it will tell why not."""
    try:
        return path.is_dir()
    except OSError:  # a name that is too long, or a folder around it that is closed to us
        return False


def _is_new(path: Path, seen: dict[int, set[int]]) -> bool:
    """A file that cannot be looked up is passed on, so that somebody says what is wrong with it.

    Only the numbers of files are remembered, by their disks: there may be a million.
    """
    try:
        status = path.stat()
    except OSError:
        return True
    numbers = seen.setdefault(status.st_dev, set())
    if status.st_ino in numbers and status.st_ino:
        return False
    numbers.add(status.st_ino)
    return True


def _in_folder(root: Path, leave_out: Path | None) -> Iterator[Source]:
    """The photos of a folder, and then those of the folders in it, however deep they lie."""
    waiting = [root]
    while waiting:
        here = waiting.pop()
        try:
            folders, files = _listed(here)
        except OSError:
            yield Source(here, here.relative_to(root))
            continue
        yield from (Source(here / file, (here / file).relative_to(root)) for file in files)
        waiting += (here / each for each in reversed(folders) if not _is_same(here / each, leave_out))


def _is_same(folder: Path, other: Path | None) -> bool:
    """Whether two folders are one; the other may have come since we began."""
    try:
        return other is not None and folder.samefile(other)
    except OSError:
        return False


def _listed(folder: Path) -> tuple[list[str], list[str]]:
    """The names of the folders in a folder and of the photos in it, sorted; what is hidden is left out."""
    folders, files = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            elif os.path.splitext(entry.name)[1].lower() in SUFFIXES and not _is_linked_folder(entry):  # noqa: PTH122
                files.append(entry.name)
    return sorted(folders), sorted(files)


def _is_linked_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:
        return False
