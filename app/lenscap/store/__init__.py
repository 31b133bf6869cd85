"""What was seen in photos before, so that a photo that did not change is not looked at again.

One file in the person's cache folder. A photo is known by a hash of its path; what was seen holds as long as its size,
its times and its place on the disk are the same, and this program and its models are. What faces are known by is kept
only where the person asks for it. Cleaning never asks here.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

from lenscap import __version__, models
from lenscap.database import Database
from lenscap.detectors import EFFORTS
from lenscap.model import Looking, Report
from lenscap.store import writing

_VERSION = 1
_TABLES = """
CREATE TABLE reports (
    photo BLOB, looked TEXT, state BLOB, used INTEGER, report BLOB, likenesses BLOB, PRIMARY KEY (photo, looked)
);
CREATE INDEX by_use ON reports (used);
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB);
"""
_MOST_REPORTS, _MOST_BYTES, _LARGEST_REPORT = 40_000, 256 << 20, 1 << 20
_LONGEST_UNUSED = 180 * 86400
"""Seconds after which a report goes that nobody asked for."""
_DAY = 86400
_TOGETHER = 64
"""How many reports are written at a time."""
_PATIENCE = 1.0
"""Seconds to wait for another process that writes."""
_SETTLED = 2.0
"""Seconds. What changed less long ago may change again without another time: some disks know the time no better."""

_KEEP = "INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?)"
_USE = "UPDATE reports SET used = ? WHERE photo = ? AND looked = ?"
_FORGET = "DELETE FROM reports WHERE photo = ? AND looked GLOB ?"
_FIND = "SELECT state, report, likenesses, used FROM reports WHERE photo = ? AND looked = ?"


class Photo(NamedTuple):
    """A photo as the store knows it: by its path, and by what tells that it did not change."""

    path: Path
    name: bytes
    state: bytes


def path() -> Path:
    """Where the store lies."""
    return Path(platformdirs.user_cache_dir("lenscap", appauthor=False)) / "reports.sqlite"


def nobody() -> bool:
    """People are not remembered."""
    return False


@contextmanager
def opened(people: Callable[[], bool] = nobody) -> Iterator[Store]:
    """The store, for as long as it is used; ``people`` says whether what faces are known by may be kept."""
    made = Store(path(), people)
    try:
        yield made
    finally:
        made.close()


class Store:
    """Reports by photo and by what was looked for. To be used in one thread; without a database it is empty.

    ``people`` says whether what faces are known by is kept, too. It is asked whenever something is written.
    """

    def __init__(self, file: Path, people: Callable[[], bool] = nobody) -> None:
        self._database = Database(file, _TABLES, _VERSION, "What was seen in photos", patience=_PATIENCE)
        self.people = people
        self._kept: list[tuple[Any, ...]] = []
        self._used: list[tuple[Any, ...]] = []
        self._salt = b""

    def photo(self, path: Path) -> Photo | None:
        """The photo at ``path`` as it is now; none if it cannot be looked up or changed just now."""
        state = _state(path)
        if state is None:
            return None
        return Photo(path, self.hashed(os.fsencode(os.path.abspath(path))), state)  # noqa: PTH100 (takes less time)

    def report(self, photo: Photo, looking: Looking) -> Report | None:
        """What was seen when a photo was looked at in this way; with people, only if that was kept, too."""
        alone = replace(looking, people=False)
        for state, report, likenesses, used in self._database.ask(_FIND, photo.name, _written(alone)):
            if state != photo.state or (looking.people and likenesses is None):
                continue
            with suppress(ValueError):
                found = writing.read(report, photo.path, alone)
                found = writing.with_likenesses(found, likenesses) if looking.people else found
                if used < time.time() - _DAY:
                    self._used.append((int(time.time()), photo.name, _written(alone)))
                return found
        return None

    def keep(self, photo: Photo, report: Report) -> None:
        """Keep what was seen, unless the photo changed meanwhile."""
        if _state(photo.path) != photo.state:
            return
        known = writing.written_likenesses(report) if report.looked.people else None
        data = writing.written(report)
        if len(data) <= _LARGEST_REPORT:
            looked = _written(replace(report.looked, people=False))
            self._kept.append((photo.name, looked, photo.state, int(time.time()), data, known))
        if len(self._kept) >= _TOGETHER:
            self._write()

    def mark(self, photo: Photo, name: str, value: bytes) -> None:
        """Keep a few bytes about a photo, until it changes."""
        self._kept.append((photo.name, name, photo.state, int(time.time()), value, None))

    def marked(self, photo: Photo, name: str) -> bytes | None:
        """The bytes that were kept about a photo, if it did not change."""
        rows = self._database.ask(_FIND, photo.name, name)
        return next((value for state, value, *_ in rows if state == photo.state), None)

    def forget_photo(self, path: Path) -> None:
        """Let go of what was seen in a photo; what is marked about it stays."""
        self._write()
        name = self.hashed(os.fsencode(os.path.abspath(path)))  # noqa: PTH100 (as in ``photo``)
        self._database.change((_FORGET, [(name, f"{effort}{more}") for effort in EFFORTS for more in ("", " *")]))

    def forget_people(self) -> bool:
        """Let go of all that faces are known by; whether it is gone."""
        return self._database.change(("UPDATE reports SET likenesses = NULL WHERE likenesses IS NOT NULL", [()]))

    def close(self) -> None:
        """Write what is not written yet, and let go of the file."""
        self._write()
        self._database.close()

    def _write(self) -> None:
        if self._kept or self._used:
            if not self.people():
                self._kept = [(*row[:-1], None) for row in self._kept]
            self._database.change((_KEEP, self._kept), (_USE, self._used))
            self._make_room()
        self._kept, self._used = [], []

    def _make_room(self) -> None:
        """Let go of what was not used for long, and of what was not used longest where it is too much."""
        self._database.change(("DELETE FROM reports WHERE used < ?", [(int(time.time()) - _LONGEST_UNUSED,)]))
        size = "SELECT count(*), coalesce(sum(length(report) + coalesce(length(likenesses), 0)), 0) FROM reports"
        for number, taken in self._database.ask(size):
            share = max(number / _MOST_REPORTS, taken / _MOST_BYTES)
            if share > 1:
                oldest = "DELETE FROM reports WHERE rowid IN (SELECT rowid FROM reports ORDER BY used, rowid LIMIT ?)"
                self._database.change((oldest, [(int(number - number / share * 0.9),)]))

    def hashed(self, value: bytes) -> bytes:
        """A hash that nobody can compare with those of other stores."""
        return hashlib.blake2b(value, digest_size=16, key=self._own_salt()).digest()

    def _own_salt(self) -> bytes:
        """Random bytes of this store, so that hashes of paths cannot be compared with others.

        Where another program made the store, what is in it goes.
        """
        if not self._salt:
            facts: dict[str, bytes] = dict(self._database.ask("SELECT name, value FROM facts"))
            if facts.get("program") != _program() or len(facts.get("salt", b"")) != 16:
                facts = {"program": _program(), "salt": os.urandom(16)}
                fresh = [*facts.items()]
                self._database.change(
                    ("DELETE FROM reports", [()]), ("INSERT OR REPLACE INTO facts VALUES (?, ?)", fresh)
                )
            self._salt = facts["salt"]
        return self._salt


def _state(path: Path) -> bytes | None:
    """What is another one when a file was changed; none if that cannot be known, or not yet."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    if max(status.st_mtime, status.st_ctime) > time.time() - _SETTLED:
        return None
    facts = repr((status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns))
    return hashlib.blake2b(facts.encode(), digest_size=16).digest()


def _written(looking: Looking) -> str:
    """What was looked for, in a line; objects are those that the added models know."""
    asked = [looking.faces, *(name for name in ("text", "codes") if getattr(looking, name))]
    return " ".join([*asked, *(model.sha256 for model in (models.installed() if looking.objects else ()))])


@cache
def _program() -> bytes:
    """What tells that the program is the same: its version, and when its files were written, where there are such."""
    room = Path(__file__).parent.parent
    files = sorted((str(file.relative_to(room)), file.stat()) for file in room.rglob("*.py"))
    facts = [__version__, *(f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in files)]
    return hashlib.blake2b("\n".join(facts).encode("utf-8", "surrogateescape"), digest_size=16).digest()
