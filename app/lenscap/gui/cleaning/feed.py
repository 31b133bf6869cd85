"""The photos of a run that have not been begun. The window adds some while the worker takes from it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock

from lenscap import sources
from lenscap.sources import Source


class Feed:
    """May be iterated over again, to go on with what was added after it had run dry."""

    def __init__(self, given: Iterable[Source]) -> None:
        self._sources = deque(given)
        self._lock = Lock()

    def add(self, more: Iterable[Source]) -> None:
        """Add photos at the end."""
        with self._lock:
            self._sources.extend(more)

    def more(self) -> bool:
        """Whether anything is left."""
        return bool(self._sources)

    def __iter__(self) -> Iterator[Source]:
        while True:
            with self._lock:
                if not self._sources:
                    return
                source = self._sources.popleft()
            yield source


def without_copies(paths: Iterable[Path], to: Path) -> list[Path]:
    """The photos that are not in the folder for the copies; all of them, if no other is meant."""
    given, apart = list(paths), str(to.absolute()).rstrip(os.sep) + os.sep  # as text, as there may be 50,000 of them
    return [path for path in given if not str(path.absolute()).startswith(apart)] or given


def found(paths: Iterable[Path], known: Iterable[Path], copies: Path) -> Iterator[Source]:
    """The photos under ``paths`` that are not ``known``, by whatever name; the folder for ``copies`` is left out."""
    before = dict.fromkeys(known)
    for source in sources.walk([*before, *paths], leave_out=copies):
        if source.path not in before:
            yield source
