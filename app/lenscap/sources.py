"""Where paths come from: files as they are given, folders with all that is in them, and with all that comes to them."""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

SUFFIXES = frozenset({
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".heif",
    ".hif", ".avif", ".jxl", ".jp2", ".psd", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2", ".pef",
    ".mp4", ".mov", ".m4v", ".3gp",
})  # fmt: skip
"""What is taken for a photo or video in a folder. A file that is given by name is always looked at."""


_QUIET = 2.0
"""Seconds in which a file does not change that is whole."""
_TEMPORARY = ("~", "._")
"""How names begin that programs give to files which they will rename or take away."""


class Source(NamedTuple):
    """A file to look at, and its path under the folder that was given."""

    path: Path
    relative: Path


def walk(
    paths: Iterable[Path], leave_out: Path | None = None, closed: Callable[[Path], object] | None = None
) -> Iterator[Source]:
    """Yield the photos under ``paths`` in a stable order, each once; ``leave_out`` is a folder not to go into.

    Links to folders are not followed, so that a loop has an end. ``closed`` is told of folders that cannot be opened;
    without it, such a folder is passed on like a photo, so that somebody says what is wrong with it.
    """
    seen: dict[int, set[int]] = {}
    for path in paths:
        found = _in_folder(path, leave_out, closed) if is_folder(path) else [Source(path, Path(path.name))]
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


def _in_folder(root: Path, leave_out: Path | None, closed: Callable[[Path], object] | None) -> Iterator[Source]:
    """The photos of a folder, and then those of the folders in it, however deep they lie."""
    waiting = [root]
    while waiting:
        here = waiting.pop()
        try:
            folders, files = _listed(here)
        except OSError:
            if closed is None:
                yield Source(here, here.relative_to(root))
            else:
                closed(here)
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


class Look(NamedTuple):
    """What one look at a folder shows: whether it is there, which photos are whole now, whether some still come."""

    there: bool
    ready: tuple[Source, ...] = ()
    growing: bool = False


State = tuple[int, int, int, int]


def settled(folder: Path, leave_out: Path | None = None) -> Iterator[Look]:
    """Look at a folder, once for each look that is asked for: its photos come, each when nobody writes it any more.

    A photo comes again when it was changed. Nothing is yielded by itself: who asks decides when it is time.
    """
    came: dict[Path, State] = {}
    growing: dict[Path, tuple[State, float]] = {}
    while True:
        if not is_folder(folder):
            growing = {}
            yield Look(there=False)
            continue
        found = {source: state for source in walk([folder], leave_out) if (state := _state(source.path))}
        fresh = {source: state for source, state in found.items() if came.get(source.path) != state}
        growing = {source.path: _since(growing.get(source.path), state) for source, state in fresh.items()}
        ready = [source for source in fresh if _is_whole(source.path, growing[source.path][1])]
        came = {source.path: came.get(source.path, state) for source, state in found.items() if source not in fresh}
        came |= {source.path: fresh[source] for source in ready}
        yield Look(True, tuple(ready), len(ready) < len(fresh))


def _state(path: Path) -> State | None:
    """What changes when a file does; none of what is no photo yet: browsers hold the name with an empty file."""
    try:
        status = path.stat()
    except OSError:
        return None
    if not status.st_size or not stat.S_ISREG(status.st_mode) or path.name.startswith(_TEMPORARY):
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _since(before: tuple[State, float] | None, state: State) -> tuple[State, float]:
    """The state of a file, and since when it is seen; what lay there for long was seen, one may say, all the time."""
    if before and before[0] == state:
        return before
    age = time.time() - max(state[2], state[3]) / 1e9
    return state, time.monotonic() - max(0.0, age)


def _is_whole(path: Path, since: float) -> bool:
    return time.monotonic() - since >= _QUIET and not is_being_written(path)


def is_being_written(path: Path) -> bool:
    """Whether some program has a file open to write to it; where the system does not tell, that is not known.

    Linux gives a lease to read only where nobody writes.
    """
    if sys.platform != "linux":
        return False
    import fcntl

    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        # Who opens the file meanwhile waits for this moment, and we get a signal that is ignored.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(handle)
    return False
