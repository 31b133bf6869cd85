"""Reports on their way to the disk: photo by photo, in bounded memory, and under their name only when they are whole.

The totals stand above the photos, and are known only after them: so the photos wait in a file that has no name.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from types import ModuleType, TracebackType
from typing import IO

from lenscap.errors import PolicyError, UnreadableError
from lenscap.model import Result
from lenscap.reporting import page, programs
from lenscap.reporting.entries import About, Totals, entry_of

_FORMS: dict[str, ModuleType] = {".html": page, ".htm": page, ".json": programs}
SUFFIXES = tuple(_FORMS)


def draft(to: Path, about: About, replace: bool = False) -> Draft:
    """Begin a report; ``replace`` whatever file has that name, or else only an older report.

    Raises ``PolicyError`` if the name is no report's, and ``UnreadableError`` if nothing can be written there.
    """
    form = _FORMS.get(to.suffix.lower())
    if form is None:
        raise PolicyError("A report is a web page or JSON: let its name end in .html or .json.")
    if to.is_dir():
        raise UnreadableError("The report could not be saved: a folder has that name. Choose another name.")
    if not replace and os.path.lexists(to) and not is_report(to):
        raise PolicyError(f"“{to.name}” is not a report, and stays as it is. Choose another name for the report.")
    return Draft(to, about, form)


def is_report(path: Path) -> bool:
    """Whether a file was written here."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(max(len(page.MARK), len(programs.MARK))).startswith((page.MARK, programs.MARK))
    except OSError:
        return False


class Draft:
    """A report that is being written. Leaving its ``with`` saves it, also where the person stopped the run."""

    def __init__(self, to: Path, about: About, form: ModuleType) -> None:
        self._to, self._about, self._form = to, about, form
        self._totals = Totals()
        self._problem: OSError | None = None
        try:
            self._rows: IO[bytes] = TemporaryFile(dir=to.parent)  # noqa: SIM115 (closed by ``finish``)
        except OSError as error:
            raise _unsaved(error) from error

    def __enter__(self) -> Draft:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or issubclass(kind, KeyboardInterrupt):
            self.finish()
        else:
            self._rows.close()

    def add(self, result: Result) -> None:
        """Take what became of one more photo. A disk that is full stops no cleaning: ``finish`` tells of it."""
        entry = entry_of(result)
        try:
            if self._problem is None:
                _write(self._rows, self._form.row(entry, self._about, self._totals.photos))
        except OSError as error:
            self._problem = error
        self._totals.add(entry)

    def finish(self) -> None:
        """Put it together and give it its name."""
        scratch = self._to.with_name(f".lenscap-{os.urandom(8).hex()}.part")
        try:
            if self._problem is not None:
                raise self._problem
            with self._rows, os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                _write(file, self._form.head(self._about, self._totals))
                self._rows.seek(0)
                shutil.copyfileobj(self._rows, file)
                _write(file, self._form.foot(self._about))
                file.flush()
                os.fsync(file.fileno())
            os.replace(scratch, self._to)
        except OSError as error:
            raise _unsaved(error) from error
        finally:
            with suppress(OSError):
                self._rows.close()
            with suppress(OSError):
                scratch.unlink()


def _write(file: IO[bytes], pieces: Iterable[str]) -> None:
    for piece in pieces:
        file.write(piece.encode("utf-8", "backslashreplace"))


def _unsaved(error: OSError) -> UnreadableError:
    why = (error.strerror or "unknown error").lower()
    return UnreadableError(f"The report could not be saved: {why}. Choose another place for it.")
