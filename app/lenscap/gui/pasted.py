"""Pictures that were pasted: kept as files in a folder of this person's alone, until the program ends."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile
from PySide6.QtGui import QImage

from lenscap.errors import UnreadableError

_PREFIX = "lenscap-pasted-"
_LOCK = ".lock"
_LITTLE_COMPRESSION = 10


class Pasted:
    """The folder of one running program. It is made with the first picture, and locked as long as it is used."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lock: QLockFile | None = None

    def keep(self, image: QImage) -> Path:
        """Save a picture without loss; raises ``UnreadableError`` if there is no room."""
        folder = self._folder or self._made()
        path = next(path for n in count(1) if not (path := folder / _name(n)).exists())
        plain = image.copy()
        for key in plain.textKeys():
            plain.setText(key, "")
        if plain.isNull() or not plain.save(str(path), "PNG", _LITTLE_COMPRESSION):  # type: ignore[call-overload]
            path.unlink(missing_ok=True)
            raise UnreadableError(_unkept())
        return path

    def close(self) -> None:
        """Delete all of it; for the end of the program."""
        if self._lock:
            self._lock.unlock()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = self._lock = None

    def _made(self) -> Path:
        try:
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        except OSError as error:
            raise UnreadableError(_unkept()) from error
        self._lock = QLockFile(str(self._folder / _LOCK))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        return self._folder


def sweep() -> None:
    """Delete what programs left that were ended before they could do it themselves."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        lock = QLockFile(str(folder / _LOCK))
        lock.setStaleLockTime(0)
        if _is_ours(folder) and lock.tryLock(0):
            lock.unlock()
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder, and this person's own: in a shared place, anybody can make one of that name."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and (not hasattr(os, "getuid") or status.st_uid == os.getuid())


def _name(n: int) -> str:
    return QCoreApplication.translate("Pasted", "Pasted picture {n}.png").format(n=n)


def _unkept() -> str:
    return QCoreApplication.translate("Pasted", "The picture could not be kept: there is no room for it on the disk.")
