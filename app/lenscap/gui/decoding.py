"""Pictures for the window, decoded in processes beside it.

A file that ends such a process, holds it up or asks for all the memory costs its own picture and no window.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock, Timer
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColorSpace, QImage, QPainter

from lenscap.errors import LostWorkerError, UnsupportedError
from lenscap.gui import bitmaps
from lenscap.hands import Hand
from lenscap.model import Size

if TYPE_CHECKING:
    from lenscap.gui.bitmaps import Make

_SECONDS = 120.0
"""So long may a picture take; a disk may be slow."""
_TRIES = 3
"""How often a picture is decoded whose process was killed on the way."""
_MOST_PICTURES = 2000
"""After as many, what libraries left behind goes with the process."""
_MOST_AT_ONCE = 6
"""How many processes there are; who wants one more waits."""
_IDLE = 60.0
"""Seconds for which a process waits for the next picture."""
_FURTHEST = 1 << 23
"""What is as many pixels from the corner, Qt does not draw."""
_OPAQUE = QImage.Format.Format_RGB32, QImage.Format.Format_RGBX8888
_CLEAR = QImage.Format.Format_ARGB32_Premultiplied, QImage.Format.Format_RGBA8888
"""In which form Qt draws quickest, and the one in which pixels travel; the second where some of them are clear."""


def image(make: Make, *arguments: object) -> QImage | None:
    """What a function of ``pictures`` makes, if there is something, in sRGB. Slow: for a thread of its own.

    Raises a ``LenscapError`` as the function does, or if the process ends over it.
    """
    found = sized(make, *arguments)
    return found[0] if found else None


def sized(make: Make, *arguments: object) -> tuple[QImage, Size] | None:
    """The same, with how large the picture is, as it may have been decoded smaller."""
    try:
        with _processes.one() as process:
            return _decoded(process, make, arguments)
    except LostWorkerError as error:
        raise UnsupportedError(
            QCoreApplication.translate(
                "Decoding", "It ends the part of Lenscap that decodes pictures. It may be damaged; it was not changed."
            )
        ) from error


def begin() -> None:
    """Decode pictures, also after a stop."""
    _processes.begin()


def stop() -> None:
    """End all processes, also in the middle of a picture, and decode none any more; for the end of the program."""
    _processes.stop()


def _decoded(process: Hand, make: Make, arguments: tuple[object, ...]) -> tuple[QImage, Size] | None:
    for _ in range(_TRIES):
        bitmap = process.call(bitmaps.decode, make, *arguments, seconds=_SECONDS)
        if bitmap is None:
            return None
        if (made := _image(process, bitmap)) is not None:
            return made, bitmap.size
    raise LostWorkerError("The process that decoded it was killed on the way, again and again.")


def _image(process: Hand, bitmap: bitmaps.Bitmap) -> QImage | None:
    """A picture in the form from which Qt draws quickest; nothing if its process was lost before all of it was here."""
    form, theirs = _CLEAR if bitmap.clear else _OPAQUE
    made = QImage(bitmap.width, bitmap.height, form)
    if made.isNull():
        raise UnsupportedError("Its picture needs more memory than there is.")
    if max(bitmap.width, bitmap.height) >= _FURTHEST:
        made.fill(Qt.GlobalColor.black)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    try:
        for top, rows in _strips(process, bitmap):
            if not rows:
                return None
            painter.drawImage(0, top, QImage(rows, bitmap.width, len(rows) // (4 * bitmap.width), theirs))
    finally:
        painter.end()  # before its picture goes, or it takes the program with it
    return _in_srgb(made, bitmap.profile) if bitmap.profile else made


def _strips(process: Hand, bitmap: bitmaps.Bitmap) -> Iterator[tuple[int, bytes]]:
    """All rows of a picture, some at a time, each time with the number of the first."""
    if bitmap.rows is not None:
        yield 0, bitmap.rows
        return
    step = max(1, bitmaps.STRIP // bitmap.width)
    for top in range(0, bitmap.height, step):
        yield top, process.call(bitmaps.strip, top, min(top + step, bitmap.height), seconds=_SECONDS)


def _in_srgb(made: QImage, profile: bytes) -> QImage:
    """Wide colours as the screen shows them; a profile that cannot be read changes nothing."""
    space = QColorSpace.fromIccProfile(profile)
    if space.isValid() and space.colorModel() is QColorSpace.ColorModel.Rgb:
        made.setColorSpace(space)
        made.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return made


class _Process:
    """One that decodes pictures: how many it has decoded, and when it was free again."""

    def __init__(self) -> None:
        self.hand = Hand(bitmaps.prepare)
        self.pictures, self.since = 0, 0.0


class _Processes:
    """One that is free is used again, the last one first, and ends when it was not wanted for a while."""

    def __init__(self) -> None:
        self._guard, self._room = Lock(), BoundedSemaphore(_MOST_AT_ONCE)
        self._free: list[_Process] = []
        self._taken: set[_Process] = set()
        self._clock: Timer | None = None
        self._stopped = False

    @contextmanager
    def one(self) -> Iterator[Hand]:
        """A process for one picture. Raises ``LostWorkerError`` after a stop."""
        with self._room:
            process = self._take()
            try:
                yield process.hand
            finally:
                self._give_back(process)

    def _take(self) -> _Process:
        with self._guard:
            if self._stopped:
                raise LostWorkerError("The program ends.")
            process = self._free.pop() if self._free else _Process()
            self._taken.add(process)
            return process

    def _give_back(self, process: _Process) -> None:
        process.pictures, process.since = process.pictures + 1, monotonic()
        with self._guard:
            is_wanted = process in self._taken and process.pictures < _MOST_PICTURES
            self._taken.discard(process)
            if is_wanted:
                self._free.append(process)
                self._watch()
        if not is_wanted:
            process.hand.end()

    def begin(self) -> None:
        """Give processes, also after a stop."""
        self._stopped = False

    def stop(self) -> None:
        """End them all, and give none any more."""
        with self._guard:
            self._stopped = True
            taken, self._taken = self._taken, set()
            free, self._free = self._free, []
            if self._clock:
                self._clock.cancel()
            self._clock = None
        for process in (*taken, *free):
            process.hand.stop()
        for process in free:
            process.hand.end()

    def _watch(self) -> None:
        if self._clock is None:
            clock = Timer(_IDLE, self._end_idle)
            clock.daemon = True
            clock.start()
            self._clock = clock

    def _end_idle(self) -> None:
        with self._guard:
            idle = [each for each in self._free if monotonic() - each.since >= _IDLE]
            self._free = [each for each in self._free if each not in idle]
            self._clock = None
            if self._free:
                self._watch()
        for process in idle:
            process.hand.end()


_processes = _Processes()
