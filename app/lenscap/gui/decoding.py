"""Pictures for the window, decoded in processes beside it.

A file that ends such a process, holds it up or asks for all the memory costs its own picture and no window.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColorSpace, QImage, QPainter

from lenscap.errors import LostWorkerError, UnsupportedError
from lenscap.gui import bitmaps
from lenscap.gui.bitmaps import STRIP, Bitmap
from lenscap.hands import Hand
from lenscap.model import Size

if TYPE_CHECKING:
    from lenscap.gui.bitmaps import Make

_SECONDS = 120.0
"""So long may a picture take; a disk may be slow."""
_MOST_PICTURES = 2000
"""After as many, what libraries left behind goes with the process."""
_OPAQUE = QImage.Format.Format_RGB32, QImage.Format.Format_RGBX8888
_CLEAR = QImage.Format.Format_ARGB32_Premultiplied, QImage.Format.Format_RGBA8888
"""In which form Qt draws quickest, and the one in which pixels travel; the second where some of them are clear."""
_IDLE = 20.0
"""Seconds for which a process waits for the next picture."""


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
            bitmap = process.call(bitmaps.decode, make, *arguments, seconds=_SECONDS)
            return (_image(process, bitmap), bitmap.size) if bitmap else None
    except LostWorkerError as error:
        raise UnsupportedError(
            QCoreApplication.translate(
                "Decoding", "It ends the part of Lenscap that decodes pictures. It may be damaged; it was not changed."
            )
        ) from error


def stop() -> None:
    """End all processes, also in the middle of a picture; for the end of the program."""
    _processes.stop()


def _image(process: Hand, bitmap: Bitmap) -> QImage:
    """A picture in the form from which Qt draws quickest."""
    form, theirs = _CLEAR if bitmap.clear else _OPAQUE
    made = QImage(bitmap.width, bitmap.height, form)
    if made.isNull():
        raise UnsupportedError("Its picture needs more memory than there is.")
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    try:
        for top, rows in _strips(process, bitmap):
            painter.drawImage(0, top, QImage(rows, bitmap.width, len(rows) // (4 * bitmap.width), theirs))
    finally:
        painter.end()  # before its picture goes, or it takes the program with it
    return _in_srgb(made, bitmap.profile) if bitmap.profile else made


def _strips(process: Hand, bitmap: Bitmap) -> Iterator[tuple[int, bytes]]:
    """All rows of a picture, some at a time, each time with the number of the first."""
    if bitmap.rows is not None:
        yield 0, bitmap.rows
        return
    step = max(1, STRIP // bitmap.width)
    for top in range(0, bitmap.height, step):
        yield top, process.call(bitmaps.strip, top, min(top + step, bitmap.height), seconds=_SECONDS)


def _in_srgb(made: QImage, profile: bytes) -> QImage:
    """Wide colours as the screen shows them; a profile that cannot be read changes nothing."""
    space = QColorSpace.fromIccProfile(profile)
    if space.isValid() and space.colorModel() is QColorSpace.ColorModel.Rgb:
        made.setColorSpace(space)
        made.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return made


class _Processes:
    """As many as are wanted at once; one that is free is used again, and ends when nobody wants one for a while."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._free: list[Hand] = []
        self._taken: set[Hand] = set()
        self._used = 0.0
        self._clock: Timer | None = None

    @contextmanager
    def one(self) -> Iterator[Hand]:
        """A process for one picture."""
        with self._guard:
            process = self._free.pop() if self._free else Hand(bitmaps.prepare, _MOST_PICTURES)
            self._taken.add(process)
        try:
            yield process
        finally:
            with self._guard:
                if process in self._taken:  # it was not stopped meanwhile
                    self._taken.discard(process)
                    self._free.append(process)
                    self._used = monotonic()
                    self._watch()

    def stop(self) -> None:
        """End them all; new ones may be wanted later."""
        with self._guard:
            free, self._free = self._free, []
            taken, self._taken = self._taken, set()
            if self._clock:
                self._clock.cancel()
            self._clock = None
        for process in (*taken, *free):
            process.stop()
        for process in free:
            process.end()

    def _watch(self) -> None:
        if self._clock is None:
            self._clock = Timer(_IDLE, self._end_idle)
            self._clock.daemon = True
            self._clock.start()

    def _end_idle(self) -> None:
        with self._guard:
            self._clock, idle = None, []
            if monotonic() - self._used >= _IDLE:
                idle, self._free = self._free, []
            elif self._free:
                self._watch()
        for process in idle:
            process.end()


_processes = _Processes()
