"""What a person decided by hand about photos, from one day to the next; in one file, which is hers alone.

A photo is known by what it is, not by what it is called or where it lies: its size, and a hash of its first and last
bytes. So decisions follow a photo that was renamed or moved, and are gone from one that was changed. No path, name,
place or time is written down. A file that is damaged, locked or on a full disk is no reason to stop: the log says it.
"""

from __future__ import annotations

import json
import logging
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

from lenscap.binary.ondisk import quietly
from lenscap.database import Database, delete
from lenscap.model import Box, Edits, Kind

_log = logging.getLogger(__name__)

_ENDS = 1 << 16
"""How much of a photo's beginning and of its end is looked at."""
_MOST_PHOTOS = 100_000
_MOST_BOXES, _MOST_BYTES, _LONGEST_WORD, _FARTHEST = 2000, 1 << 18, 20, 1 << 31
_PATIENCE, _PATIENCE_WITH_READING = 3.0, 0.2
"""Seconds to wait for another window that writes."""
_VERSION = 1
_TABLES = """
CREATE TABLE decisions (photo BLOB PRIMARY KEY, edits TEXT NOT NULL, turn INTEGER NOT NULL);
CREATE INDEX by_turn ON decisions (turn);
"""
_DELETE = "DELETE FROM decisions WHERE photo = ?"
_WRITE = "INSERT OR REPLACE INTO decisions SELECT ?, ?, coalesce(max(turn), 0) + 1 FROM decisions"
_TRIM = "DELETE FROM decisions WHERE turn <= (SELECT turn FROM decisions ORDER BY turn DESC LIMIT 1 OFFSET ?)"


class Recalled(NamedTuple):
    """A photo, what it is known by, and what was decided about it."""

    path: Path
    identity: bytes
    edits: Edits


def path() -> Path:
    """Where they lie."""
    return Path(platformdirs.user_data_dir("lenscap", appauthor=False)) / "decisions.sqlite"


def identity(photo: Path) -> bytes | None:
    """What a photo is known by; ``None`` if it cannot be read."""
    try:
        with os.fdopen(quietly(photo), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return None
            ends = file.read(_ENDS)
            file.seek(max(0, status.st_size - _ENDS))
            ends += file.read(_ENDS)
    except (OSError, ValueError):
        return None
    return blake2b(status.st_size.to_bytes(8) + ends, digest_size=20).digest()


def recall(photo: Path) -> Recalled | None:
    """What a photo is known by and what was decided about it; ``None`` if it cannot be read."""
    known = identity(photo)
    return Recalled(photo, known, recalled(known)) if known else None


def recalled(known: bytes) -> Edits:
    """What was decided about a photo."""
    if not path().exists():
        return Edits()
    with _opened(_PATIENCE_WITH_READING) as store:
        rows = store.ask("SELECT edits FROM decisions WHERE photo = ?", known)
    return _read(rows[0][0]) if rows else Edits()


def remember(decided: Mapping[bytes, Edits]) -> bool:
    """Write down what was decided, each for itself, so that two windows do not undo each other; say whether it went."""
    gone = [(known,) for known, edits in decided.items() if edits == Edits()]
    made = [(known, _written(edits)) for known, edits in decided.items() if edits != Edits()]
    with _opened(_PATIENCE) as store:
        written = store.change((_DELETE, gone), (_WRITE, made), (_TRIM, [(_MOST_PHOTOS,)]))
    if not written:
        _log.warning("What was decided about photos could not be saved.")
    return written


def forget() -> bool:
    """Delete all of it; say whether nothing is left."""
    try:
        delete(path())
    except OSError:
        return False
    return True


@contextmanager
def _opened(patience: float) -> Iterator[Database]:
    """The store, for one deed: nobody holds it open, so it can be deleted at any time."""
    with closing(Database(path(), _TABLES, _VERSION, "What was decided about photos", _say, patience)) as store:
        yield store


@cache
def _say(sentence: str) -> None:
    """Once: there may be ten thousand photos."""
    _log.warning(sentence)


def _written(edits: Edits) -> str:
    details = {str(kind): value for kind, value in edits.details.items()}
    boxes = {name: list(islice(getattr(edits, name), _MOST_BOXES)) for name in ("keep", "cover")}
    return json.dumps(boxes | ({"details": details} if details else {}), separators=(",", ":"))


def _read(text: object) -> Edits:
    """Edits out of what is written, which may be anything; what makes no sense is as if nothing had been decided."""
    try:
        said = json.loads(text) if isinstance(text, str) and len(text) <= _MOST_BYTES else {}
    except (ValueError, RecursionError):
        said = {}
    if not isinstance(said, dict):
        return Edits()
    return Edits(_boxes(said.get("keep")), _boxes(said.get("cover")), dict(_details(said.get("details"))))


def _boxes(rows: Any) -> tuple[Box, ...]:
    return tuple(Box(*row) for row in islice(rows, _MOST_BOXES) if _is_box(row)) if isinstance(rows, list) else ()


def _is_box(row: Any) -> bool:
    return isinstance(row, list) and len(row) == 4 and all(type(one) is int and abs(one) < _FARTHEST for one in row)


def _details(said: Any) -> Iterator[tuple[Kind, str]]:
    for name, value in said.items() if isinstance(said, dict) else ():
        with suppress(ValueError):
            if isinstance(value, str) and len(value) <= _LONGEST_WORD:
                yield Kind(name), value
