"""What was finished in a folder of copies, so that the same command goes on where it was.

It lies in the person's cache folder and not beside the copies, which are uploaded. It tells nobody which photos there
were: what they were made from is kept as hashes with a key that never leaves this computer, and no name at all.
Without it, or where it cannot be written, everything works; what was finished is then made again.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

_FORM = 2
"""Is raised when what is in the tables changes its meaning; an older journal is begun anew."""
_KEPT_DAYS, _MOST_FOLDERS, _MOST_ROWS = 180, 200, 2_000_000
_DAY = 86_400
_KEY_LENGTH, _LENGTH = 32, 16
_TABLES = """
CREATE TABLE IF NOT EXISTS copies (made_from BLOB PRIMARY KEY, origin BLOB, copy BLOB, said TEXT);
CREATE TABLE IF NOT EXISTS numbers (stem BLOB PRIMARY KEY, number INTEGER);
CREATE INDEX IF NOT EXISTS by_number ON numbers (number);
"""


class Row(NamedTuple):
    """What is known of one copy: hashes of what it was made from and of itself, and what was said of it."""

    origin: bytes
    copy: bytes
    said: Mapping[str, Any]


class Journal:
    """The journal of one folder of copies, or an empty one; several runs may write to it at the same time."""

    def __init__(self, folder: Path | None) -> None:
        self._key, self._base = b"", None
        if folder is None:
            return
        with suppress(OSError, sqlite3.Error):
            self._key = _key()
            self._base = _opened(_folder() / f"{self.mac(os.path.realpath(folder)).hex()}.db", _has_copies(folder))

    def mac(self, *parts: object) -> bytes:
        """A hash that tells nothing to somebody who has not our key; of nothing it is the same as of something else."""
        made = blake2b(key=self._key, digest_size=_LENGTH)
        for part in parts:
            data = os.fsencode(part) if isinstance(part, str | Path) else repr(part).encode()
            made.update(len(data).to_bytes(8, "big") + data)
        return made.digest()

    def find(self, made_from: bytes) -> Row | None:
        """What is known of the copy that was made from something."""
        rows = self._ask("SELECT origin, copy, said FROM copies WHERE made_from = ?", made_from)
        if not rows:
            return None
        try:
            origin, copy, said = rows[0]
            return Row(bytes(origin), bytes(copy), dict(json.loads(said)))
        except (TypeError, ValueError):  # somebody wrote into our file
            return None

    def note(self, made_from: bytes, row: Row) -> None:
        """Remember a copy that is finished."""
        said = json.dumps(row.said)
        self._ask("INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?)", made_from, row.origin, row.copy, said)

    def give_number(self, stem: bytes, number: int) -> None:
        """Remember the number that stands for a name."""
        self._ask("INSERT OR REPLACE INTO numbers VALUES (?, ?)", stem, number)

    def number_of(self, stem: bytes) -> int | None:
        """The number that stands for a name."""
        rows = self._ask("SELECT number FROM numbers WHERE stem = ?", stem)
        return int(rows[0][0]) if rows else None

    def is_given(self, number: int) -> bool:
        """Whether a number stands for some name."""
        return bool(self._ask("SELECT 1 FROM numbers WHERE number = ? LIMIT 1", number))

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def _ask(self, question: str, *values: object) -> list[Any]:
        """A journal that fails, as on a full disk, is not asked again; no photo is worse off for it."""
        if self._base is None:
            return []
        try:
            return self._base.execute(question, values).fetchall()
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self.close()
            self._base = None
            return []


def _folder() -> Path:
    return Path(platformdirs.user_cache_dir("lenscap", appauthor=False)) / "runs"


def _key() -> bytes:
    """Our key, which is made up on first use; of two runs that make one at once, one wins."""
    path = _folder() / "key"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        fresh = path.with_name(f"key-{os.urandom(8).hex()}")
        _private(fresh, os.urandom(_KEY_LENGTH))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        except OSError:
            os.replace(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
    key = path.read_bytes()
    if len(key) != _KEY_LENGTH:
        raise OSError("the key is damaged")
    return key


def _private(path: Path, data: bytes) -> None:
    """Write a file that nobody else can read."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


def _has_copies(folder: Path) -> bool:
    """Whether there is anything in a folder; what was known of one that was emptied is of no use."""
    try:
        with os.scandir(folder) as entries:
            return any(True for _ in entries)
    except OSError:
        return False


def _opened(path: Path, has_copies: bool) -> sqlite3.Connection:
    _tidy(path)
    try:
        return _connected(path, has_copies)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):  # locked, or no space: not damaged
            raise
        _delete([path])
        return _connected(path, has_copies)


def _connected(path: Path, has_copies: bool) -> sqlite3.Connection:
    with suppress(FileExistsError):
        _private(path, b"")
    base = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")  # after a power cut, the last copies are made again
        if base.execute("PRAGMA user_version").fetchone()[0] != _FORM:
            base.executescript(
                f"DROP TABLE IF EXISTS copies; DROP TABLE IF EXISTS numbers; PRAGMA user_version={_FORM}"
            )
        base.executescript(_TABLES)
        if not has_copies:
            base.executescript("DELETE FROM copies; DELETE FROM numbers")
        base.execute("DELETE FROM copies WHERE rowid <= (SELECT max(rowid) FROM copies) - ?", (_MOST_ROWS,))
    except BaseException:
        base.close()
        raise
    os.utime(path)
    return base


def _tidy(ours: Path) -> None:
    """Forget folders that nobody has cleaned into for long, and the oldest of very many."""
    ages = {path: _age(path) for path in ours.parent.glob("*.db") if path != ours}
    newest_first = sorted(ages, key=ages.__getitem__)
    old = {path for path in newest_first if ages[path] > _KEPT_DAYS * _DAY}
    _delete(old.union(newest_first[_MOST_FOLDERS:]))


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def _delete(paths: Iterable[Path]) -> None:
    for path in paths:
        for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            with suppress(OSError):
                each.unlink()
