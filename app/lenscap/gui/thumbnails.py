"""Small pictures of photos: decoded off the window's thread in the order of the wishes, kept within bounds."""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage, QPixmap

from lenscap.errors import LenscapError, NotStartedError, outline
from lenscap.gui import decoding, pictures
from lenscap.gui.tasks import PATIENCE

_log = logging.getLogger(__name__)

_LEAST, _MOST = 16 << 20, 80 << 20
_SCREENS = 3
"""So many times what is in sight is kept, within these bounds in bytes."""
_STEPS = (192, 384, 768)
"""Sizes that are decoded, so that a slider that is drawn does not decode every photo anew at each step."""


_GLIMPSE = 1
"""The size of what is shown until one of these is there."""
_MOST_WISHES = 600
_NOT_NOW = QImage()


class Thumbnails(QObject):
    """Pictures of photos by path. ``get`` what is there, ``request`` what is missing, hear ``ready``.

    Of a photo that holds a small copy of itself that is shown at once; the right one follows.
    """

    ready = Signal(Path)
    _decoded = Signal(Path, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache: OrderedDict[Path, tuple[int, QPixmap | None]] = OrderedDict()
        self._wanted: OrderedDict[Path, int] = OrderedDict()
        self._glimpses: OrderedDict[Path, None] = OrderedDict()
        self._working: set[tuple[Path, int]] = set()
        self._outdated: set[Path] = set()
        self._bytes, self._room = 0, _LEAST
        self.stuck = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(max(1, min(4, (os.cpu_count() or 2) - 1)))
        self._decoded.connect(self._take)

    def get(self, path: Path) -> QPixmap | None:
        """The picture, in whatever size there is, or ``None``."""
        if path not in self._cache:
            return None
        self._cache.move_to_end(path)
        return self._cache[path][1]

    def failed(self, path: Path) -> bool:
        """Whether it was tried and there is no picture in it that we can show."""
        return path in self._cache and self._cache[path][1] is None

    def request(self, path: Path, size: int) -> None:
        """Wish for a picture whose shorter side is about ``size`` device pixels."""
        step = next((step for step in _STEPS if step >= size), _STEPS[-1])
        if (path, step) in self._working or self._cache.get(path, (0, None))[0] >= step:
            return
        if path not in self._cache and path not in self._wanted:
            self._glimpses[path] = None
        self._wanted[path] = max(step, self._wanted.get(path, 0))
        for wishes in (self._wanted, self._glimpses):
            if len(wishes) > _MOST_WISHES:
                wishes.popitem(last=False)
        self._work()

    def keep_only(self, paths: Collection[Path]) -> None:
        """Drop the wishes for photos that nobody looks at any more, and pictures of more than a few times as many."""
        seen = sum(_cost(self._cache[path][1]) for path in paths if path in self._cache)
        self._room = min(_MOST, max(_LEAST, _SCREENS * seen))
        self._make_room()
        for wishes in (self._wanted, self._glimpses):
            for path in [path for path in wishes if path not in paths]:
                del wishes[path]

    def forget(self, paths: Collection[Path] | None = None) -> None:
        """Let go of all pictures and wishes, or of those of some photos."""
        for path in paths or ():
            self._bytes -= _cost(self._cache.pop(path, (0, None))[1])
        self._outdated |= {path for path, _ in self._working if paths is None or path in paths}
        if paths is not None:
            return
        for held in (self._cache, self._wanted, self._glimpses):
            held.clear()
        self._bytes = 0

    def wait(self) -> None:
        """Drop all wishes and block until the last worker has ended, or a while; for the end of the program."""
        self._wanted.clear()
        self._glimpses.clear()
        self.stuck = not self._pool.waitForDone(PATIENCE)

    def _work(self) -> None:
        while (self._wanted or self._glimpses) and len(self._working) < self._pool.maxThreadCount():
            if self._glimpses:
                path, size = self._glimpses.popitem(last=False)[0], _GLIMPSE
            else:
                path, size = self._wanted.popitem(last=False)
            self._working.add((path, size))
            self._pool.start(lambda path=path, size=size: self._decoded.emit(path, size, _decode(path, size)))

    def _take(self, path: Path, size: int, image: QImage | None) -> None:
        self._working.discard((path, size))
        known = self._cache.get(path, (0, None))[0]
        is_new = path not in self._outdated and known < size
        if is_new and image is not _NOT_NOW and (image or size != _GLIMPSE):
            self._store(path, size, QPixmap.fromImage(image) if image else None)
            self.ready.emit(path)
        if not any(path == each for each, _ in self._working):
            self._outdated.discard(path)
        self._work()

    def _store(self, path: Path, size: int, made: QPixmap | None) -> None:
        self._bytes += _cost(made) - _cost(self._cache.get(path, (0, None))[1])
        self._cache[path] = (size if made else _STEPS[-1], made)
        self._cache.move_to_end(path)
        self._make_room()

    def _make_room(self) -> None:
        while self._bytes > self._room and len(self._cache) > 1:
            _, (_, old) = self._cache.popitem(last=False)
            self._bytes -= _cost(old)


def _cost(held: QPixmap | None) -> int:
    return held.width() * held.height() * 4 if held else 0


def _decode(path: Path, size: int) -> QImage | None:
    """The photo at about ``size`` on its shorter side; ``None`` if there is nothing to show.

    It is ``_NOT_NOW`` where that is not for the photo: whoever looks at it again wishes for it again.
    """
    try:
        if size == _GLIMPSE:
            return decoding.image(pictures.glimpse, path)
        return decoding.image(pictures.picture, path, size * 3 // 2)
    except NotStartedError:
        return _NOT_NOW
    except LenscapError:
        return None
    except Exception as error:
        _log.error("A thumbnail could not be made.\n%s", outline(error))
        return None
