"""A SQLite file that may be damaged, locked or gone, on a disk that may be full: then nothing is in it.

It is readable by the person alone, and is begun anew where it is damaged. What goes wrong is told, without names.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any, TypeVar

_log = logging.getLogger(__name__)

T = TypeVar("T")

_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
    }
)
"""What says nothing against the file itself."""
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PAUSE = 0.01
"""Seconds between two tries while somebody else has the file."""
_BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite calls the files of a database, behind its name."""


class Database:
    """Used in the thread that uses it first. ``tables`` is the SQL that makes them, ``version`` that of their form.

    ``what`` says what is in it, in the words of a log, and ``tell`` takes the sentences for it. ``patience`` is for how
    many seconds it waits for another process that writes.
    """

    def __init__(
        self,
        file: Path,
        tables: str,
        version: int,
        what: str,
        tell: Callable[[str], object] = _log.warning,
        patience: float = 1.0,
    ) -> None:
        self._file, self._tables, self._version = file, tables, version
        self._what, self._tell, self._patience = what, tell, patience
        self._connection: sqlite3.Connection | None = None
        self._given_up = False

    def ask(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows that answer a question; none if there is no database."""
        return self._tried(lambda it: it.execute(question, values).fetchall(), [])

    def change(self, *changes: tuple[str, Sequence[tuple[Any, ...]]]) -> bool:
        """Make changes, each an SQL statement for some rows, all or none; whether they were made."""

        def make(connection: sqlite3.Connection) -> bool:
            with connection:
                for statement, rows in changes:
                    connection.executemany(statement, rows)
            return True

        return self._tried(make, False)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _tried(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do some work; where the file is damaged, once more with a new one."""
        for _ in range(2):
            if self._given_up:
                break
            try:
                return self._patiently(work)
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING:
                    self._give_up(getattr(error, "sqlite_errorname", "unknown"))
                else:
                    self._begin_again()
            except OSError as error:
                self._give_up(error.strerror or "unknown")
        self._given_up = True
        return otherwise

    def _patiently(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do some work. SQLite does not wait by itself for another one that opens the same new file."""
        until = monotonic() + self._patience
        while True:
            try:
                return work(self._connected())
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BUSY or monotonic() > until:
                    raise
            self.close()
            sleep(_PAUSE)

    def _give_up(self, why: str) -> None:
        self._tell(f"{self._what} can be neither read nor written ({why}).")
        self._given_up = True
        self.close()

    def _begin_again(self) -> None:
        self._tell(f"{self._what} could not be read: the file was damaged, and is begun anew.")
        self.close()
        with suppress(OSError):
            delete(self._file)

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            made_for_us_alone(self._file)
            self._connection = sqlite3.connect(self._file, timeout=self._patience)
            self._connection.executescript("PRAGMA auto_vacuum = FULL; PRAGMA secure_delete = ON;")
            self._connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
            self._set_up(self._connection)
        return self._connection

    def _set_up(self, connection: sqlite3.Connection) -> None:
        """Make the tables, unless somebody else does at this very moment."""
        if self._is_set_up(connection):
            return
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            if not self._is_set_up(connection):
                for statement in self._tables.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {self._version}")

    def _is_set_up(self, connection: sqlite3.Connection) -> bool:
        """Whether the tables are there; raises ``sqlite3.DatabaseError`` if they have another form."""
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version not in (0, self._version):
            raise sqlite3.DatabaseError("It was written by another version.")
        return bool(version)


def made_for_us_alone(file: Path) -> None:
    """Make sure that a file is there that nobody else can read, in such a folder; raise ``OSError`` if it cannot be."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if file.parent.is_symlink():
        raise OSError(0, "Its folder is a link")
    file.parent.chmod(0o700)
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o600)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "It is not a file")
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o600)
    finally:
        os.close(handle)


def delete(file: Path) -> None:
    """Delete a database; a link that has its name goes, what it leads to stays."""
    for ending in _BESIDE:
        file.with_name(file.name + ending).unlink(missing_ok=True)
