"""Sleep until something happens in a folder, or it is time to look anyway.

The system's word is a hint and no more: what there is, is seen by looking. On disks of other computers the system tells
nothing of what they do there, so they are looked at often.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

_RARELY, _OFTEN = 60.0, 5.0
"""Seconds between two looks where the system tells of changes, and where it does not."""
_AT_LEAST = 0.5
"""Seconds between two looks, however much happens."""
_WANTED: list[type[FileSystemEvent]] = [
    FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileClosedEvent, DirCreatedEvent, DirMovedEvent,
    DirDeletedEvent,
]  # fmt: skip
"""Not that files are opened and read: we do that ourselves."""
_LOCAL = frozenset(
    {"ext2", "ext3", "ext4", "btrfs", "xfs", "zfs", "f2fs", "tmpfs", "vfat", "exfat", "ntfs3", "overlay"}
)
_MOUNTS = Path("/proc/self/mountinfo")


class Waking(FileSystemEventHandler):
    """One folder; changes under ``leave_out`` wake nobody."""

    def __init__(self, folder: Path, leave_out: Path) -> None:
        self._folder, self._own = folder, os.path.join(os.path.abspath(leave_out), "")  # noqa: PTH118, PTH100
        self._happened, self._ended = Event(), Event()
        self._observer: BaseObserver | None = None
        self._inode = 0

    def start(self) -> None:
        """Let the system tell of changes from now on, if it can; anew where the folder is another one by now."""
        with suppress(OSError):
            inode = self._folder.stat().st_ino
            if inode == self._inode:
                return
            self.stop()
            self._inode = inode
            self._observe()

    def _observe(self) -> None:
        if not is_local(self._folder):
            return
        from watchdog.observers import Observer

        observer = Observer()
        try:
            observer.schedule(self, os.path.abspath(self._folder), recursive=True, event_filter=_WANTED)  # noqa: PTH100
            observer.start()
        except (OSError, RuntimeError):  # more folders than the system watches for one person
            return
        self._observer = observer

    def stop(self) -> None:
        """Listen no more."""
        self._inode = 0
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None

    def end(self) -> None:
        """Wake whoever waits, for good. May be called by a signal or another thread."""
        self._ended.set()
        self._happened.set()

    def is_ended(self) -> bool:
        """Whether it is to end."""
        return self._ended.is_set()

    def wait(self, longest: float = _RARELY, rest: float = 0.0) -> None:
        """Wait until something happens, or for as many seconds; less where nobody would tell. First, ``rest``."""
        if self._ended.wait(max(_AT_LEAST, rest)):
            return
        self._happened.wait(min(longest, _RARELY if self._observer else _OFTEN))
        self._happened.clear()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called in a thread of the observer."""
        paths = (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        if any(not path.startswith(self._own) for path in paths):
            self._happened.set()


def is_local(folder: Path) -> bool:
    """Whether a folder is on a disk of this computer; where that cannot be known, it is taken for one."""
    if sys.platform != "linux":
        return True
    try:
        device = os.stat(folder).st_dev  # noqa: PTH116
        rows = [line.split() for line in _MOUNTS.read_text(errors="surrogateescape").splitlines()]
    except OSError:
        return False
    name = f"{os.major(device)}:{os.minor(device)}"
    forms = [row[row.index("-") + 1] for row in rows if row[2:3] == [name] and "-" in row]
    return all(form in _LOCAL for form in forms)
