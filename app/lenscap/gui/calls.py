"""What a second start of the program leaves for the first: a file with paths, in a folder that is the person's alone.

There are no sockets in this program. The first window takes such a file away, and that is its answer.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from time import monotonic, sleep, time
from typing import NamedTuple

import platformdirs

from lenscap.quoting import printable

_PREFIX, _SUFFIX = "call-", ".json"
_LARGEST = 8 << 20
"""Bytes of one file: more than a system lets a command line have."""
_MOST_PATHS, _MOST_CALLS = 100_000, 64
_OLD = 60.0
"""Seconds after which whoever called has long opened a window by itself, or was ended."""
_LOOK_AGAIN = 0.02
_LONGEST_TOKEN = 256
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


class Call(NamedTuple):
    """The files and folders of a later start, and what the desktop gave it so that a window may come to the front."""

    paths: tuple[Path, ...]
    token: str


def room() -> Path | None:
    """The folder for lock and calls, made if need be; nothing where it is not the person's alone."""
    folder = Path(platformdirs.user_runtime_dir("lenscap", appauthor=False))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return None
    closed = os.name == "nt" or not status.st_mode & 0o077
    return folder if stat.S_ISDIR(status.st_mode) and _is_ours(status) and closed else None


def hand_over(folder: Path, paths: Sequence[Path], patience: float) -> bool:
    """Leave a call for the first window; say whether it was taken within ``patience`` seconds."""
    try:
        left = _written(folder, paths)
    except OSError:
        return False
    end = monotonic() + patience
    while monotonic() < end:
        if not left.exists():
            return True
        sleep(_LOOK_AGAIN)
    try:
        left.unlink()
    except FileNotFoundError:  # at the last moment
        return True
    except OSError:
        return False
    return False


def _written(folder: Path, paths: Sequence[Path]) -> Path:
    """Write a call; it has its name only when it is whole."""
    token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
    body = json.dumps({"paths": [os.path.abspath(path) for path in paths], "token": token})  # noqa: PTH100 (no links)
    number, scratch = tempfile.mkstemp(prefix=".", dir=folder)  # 0600
    with os.fdopen(number, "w", encoding="ascii") as file:
        file.write(body)
    target = folder / f"{_PREFIX}{Path(scratch).name.lstrip('.')}{_SUFFIX}"
    os.replace(scratch, target)
    return target


def take(folder: Path) -> list[Call]:
    """Take all calls away, in no particular order. What is not the person's own, or too large, is no call."""
    try:
        names = [each for each in folder.iterdir() if each.name.startswith(_PREFIX) and each.suffix == _SUFFIX]
    except OSError:
        return []
    return [call for name in islice(names, _MOST_CALLS) if (call := _taken(name))]


def _taken(file: Path) -> Call | None:
    try:
        body, age = _read(file)
        file.unlink()
    except OSError:
        return None
    return next(_parsed(body), None) if age < _OLD else None


def _read(file: Path) -> tuple[bytes, float]:
    """What is in a file of ours, and how old it is. A link, a pipe and somebody else's file are errors."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(file, flags), "rb") as opened:
        status = os.fstat(opened.fileno())
        if not stat.S_ISREG(status.st_mode) or not _is_ours(status):
            raise PermissionError
        return opened.read(_LARGEST + 1), abs(time() - status.st_mtime)


def _parsed(body: bytes) -> Iterator[Call]:
    """The call in these bytes, if they are one."""
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        said = json.loads(body) if len(body) <= _LARGEST else {}
        given, token = said["paths"], said["token"]
        if isinstance(given, list) and len(given) <= _MOST_PATHS and isinstance(token, str):
            yield Call(tuple(Path(each) for each in given if _is_path(each)), printable(token, _LONGEST_TOKEN))


def _is_path(given: object) -> bool:
    return isinstance(given, str) and "\0" not in given and Path(given).is_absolute()


def _is_ours(status: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()
