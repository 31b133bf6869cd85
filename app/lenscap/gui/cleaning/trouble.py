"""What stops a whole run: a disk that is full or was pulled out. It is said once, not once for each photo."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from lenscap import output
from lenscap.gui.speech import spoken
from lenscap.model import Outcome, Result
from lenscap.sources import is_folder

_LITTLE = 1 << 16
_OFTEN = 3
"""So many photos in a row that could not be written, whatever the reason, stop a run."""


class Watch:
    """Looks at the folders of a run, before it and after each photo. For the worker: disks are asked here."""

    def __init__(self, to: Path, photos: Iterable[Path]) -> None:
        self._to = to
        self._there = is_folder(to)
        self._disk = _disk(to)
        folders = {str(path.absolute().parent) for path in photos}
        self._photos = Path(_common(folders)) if folders else None
        self._photos_disk = _disk(self._photos) if self._photos else None
        self._unwritten = 0

    def before(self) -> str:
        """What is wrong before the first photo; nothing if all is well."""
        return self._is_file() or self._not_writable() or self._originals_gone()

    def after(self, result: Result) -> str:
        """What went wrong with more than this photo."""
        if gone := self._gone():
            return gone
        failed = result.outcome is Outcome.FAILED
        unwritten = failed and (result.reason or "").startswith(output.UNWRITTEN)
        self._unwritten = self._unwritten + 1 if unwritten else 0
        if unwritten:
            return self._not_writable() or self._full(result.path) or self._again(result)
        return self._originals_gone() if failed else ""

    def _is_file(self) -> str:
        if os.path.lexists(self._to) and not is_folder(self._to):
            return _tr("What is chosen for the copies is a file, not a folder. Choose another folder for the copies.")
        return ""

    def _gone(self) -> str:
        here = is_folder(self._to)
        if (self._there and not here) or _disk(self._to) != self._disk:
            return self._is_file() or _tr(
                "The folder for the copies is not there any more. Plug its disk in again or choose another folder, "
                "then try again. The originals were not changed."
            )
        self._there = here
        return ""

    def _originals_gone(self) -> str:
        if self._photos and (not is_folder(self._photos) or _disk(self._photos) != self._photos_disk):
            return _tr(
                "The folder with the photos is not there any more. Plug its disk in again, then try again. "
                "Finished copies are kept."
            )
        return ""

    def _not_writable(self) -> str:
        if os.access(_nearest(self._to), os.W_OK | os.X_OK):
            return ""
        return _tr("Nothing may be written into the folder for the copies. Choose another folder for the copies.")

    def _full(self, photo: Path) -> str:
        try:
            needed = max(_LITTLE, photo.stat().st_size)
            if shutil.disk_usage(_nearest(self._to)).free >= needed:
                return ""
        except OSError:
            return ""
        return _tr(
            "There is no room left where the copies go. Make room or choose another folder, then try again. "
            "The originals were not changed."
        )

    def _again(self, result: Result) -> str:
        """Quotas and broken disks: nobody can ask for these, but they fail in the same way again and again."""
        return spoken(result.reason or "") if self._unwritten >= _OFTEN else ""


def _common(folders: Iterable[str]) -> str:
    try:
        return os.path.commonpath(list(folders))
    except ValueError:  # on several drives
        return os.curdir


def _nearest(folder: Path) -> Path:
    """The folder, or the one nearest above it that is there."""
    return next((each for each in (folder, *folder.absolute().parents) if is_folder(each)), folder)


def _disk(folder: Path) -> int | None:
    try:
        return _nearest(folder).stat().st_dev
    except OSError:
        return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cleaning", text)
