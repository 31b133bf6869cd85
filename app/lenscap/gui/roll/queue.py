"""Photos that wait for a worker."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from threading import Lock


class Queue:
    """The photos that wait to be read, each once. The window adds to it and reorders it; the worker takes from it."""

    def __init__(self) -> None:
        self._paths: dict[Path, None] = {}
        self._next: dict[Path, None] = {}
        self._lock = Lock()
        self._halted = False

    def __len__(self) -> int:
        with self._lock:
            return len(self._paths) + len(self._next)

    def add(self, paths: Iterable[Path]) -> None:
        """Let more photos wait, at the end."""
        with self._lock:
            self._paths.update((path, None) for path in paths if path not in self._next)

    def drop(self, paths: Collection[Path]) -> None:
        """Let photos wait no longer."""
        with self._lock:
            for waiting in filter(None, (self._paths, self._next)):
                for path in paths:
                    waiting.pop(path, None)

    def first(self, path: Path) -> None:
        """Let a photo that still waits be the next."""
        with self._lock:
            if path in self._paths:
                del self._paths[path]
                self._next = {path: None, **self._next}

    def clear(self) -> None:
        """Let none wait."""
        with self._lock:
            self._paths, self._next = {}, {}

    def halt(self, halted: bool = True) -> None:
        """Let the worker stop after the photo in hand, though others wait; or let the next one work."""
        self._halted = halted

    def __iter__(self) -> Iterator[Path]:
        while not self._halted:
            with self._lock:
                waiting = self._next or self._paths
                if not waiting:
                    self._paths = {}  # one that was emptied keeps its memory
                    return
                path = next(iter(waiting))
                del waiting[path]
            yield path
