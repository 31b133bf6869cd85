"""The process beside the window that reads photos, for as long as there are some to be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from PySide6.QtCore import QCoreApplication

from lenscap.decisions import Recalled
from lenscap.errors import LostWorkerError, UnsupportedError
from lenscap.gui.roll import looking
from lenscap.gui.roll.facts import kept
from lenscap.gui.roll.looking import Asked, Told
from lenscap.hands import Hand
from lenscap.model import Outcome, Result

_MOST_PHOTOS = 5000
"""After as many, what libraries left behind goes with the process."""
_SECONDS = 300.0
"""So long may a photo take."""
_PATIENCE, _LAST_WORDS = 2.0, 0.5
"""Seconds for which the end of the program waits for a photo that is in hand, and for what was killed."""


class Reader:
    """Starts with the first photo that it is asked for. One thread at a time asks; any may ``end`` or ``kill`` it."""

    def __init__(self) -> None:
        threads = max(1, (os.cpu_count() or 2) - 1)  # one core is left to the window
        self._hand = Hand(partial(looking.prepare, threads), _MOST_PHOTOS)
        self._turn = Lock()
        self._over = False

    def read(self, asked: Iterable[Asked], together: int = 1) -> Iterator[object]:
        """``Told``, or a ``Result`` that says what is wrong, and ``Recalled``, photo by photo.

        So many of them are sent ``together``: of what is quick, sending takes as long as reading. Raises
        ``MissingPartError`` if something that is asked for cannot be looked for.
        """
        waiting = iter(asked)
        while not self._over and (some := list(islice(waiting, together))):
            with self._turn:
                found = self._look(some)
            yield from found

    def end(self) -> None:
        """Ask for no other photo, and end once the one in hand is done and what is to be remembered is written."""
        self._over = True
        with self._turn:
            self._hand.end()

    def kill(self) -> None:
        """End what is under way, for good."""
        self._over = True
        self._hand.stop()

    def _look(self, some: list[Asked]) -> list[object]:
        if self._over:
            return []
        try:
            found = self._hand.call(looking.look, some, seconds=_SECONDS)
        except (LostWorkerError, UnsupportedError) as error:
            if len(some) > 1:
                return [item for each in some for item in self._look([each])]
            why = _lost() if isinstance(error, LostWorkerError) else str(error)
            return [] if self._over else [Result(some[0].path, None, Outcome.FAILED, reason=why)]
        return [_here(item, each.path) for each, items in zip(some, found, strict=True) for item in items]


def _lost() -> str:
    return QCoreApplication.translate(
        "Reader", "It ends the part of Lenscap that reads photos. It may be damaged; it was not changed."
    )


def _here(item: object, path: Path) -> object:
    """What came out of the other process, with the path that is known here: each copy of it takes memory."""
    if isinstance(item, Told):
        return Told(path, kept(item.facts))
    return item._replace(path=path) if isinstance(item, Recalled) else item


_ending: dict[Thread, Reader] = {}


def end(reader: Reader) -> None:
    """Have a reader end in its own time; nobody waits for it."""
    for thread in [each for each in _ending if not each.is_alive()]:
        del _ending[thread]
    thread = Thread(target=reader.end, daemon=True)
    _ending[thread] = reader
    thread.start()


def wait() -> bool:
    """Block until all that shall end have ended, or a while; what has not by then is killed. Whether none is left."""
    if not _have_ended(_PATIENCE):
        for reader in _ending.values():
            reader.kill()
    return _have_ended(_LAST_WORDS)


def _have_ended(seconds: float) -> bool:
    until = monotonic() + seconds
    for thread in _ending:
        thread.join(max(0.0, until - monotonic()))
    return not any(thread.is_alive() for thread in _ending)
