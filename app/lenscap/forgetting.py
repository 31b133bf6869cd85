"""Everything that was remembered of photos goes: what was seen in them, decisions, unfinished work, recent folders.

The choices in the settings stay, and so do models that were added; they say nothing about photos.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import platformdirs

from lenscap import models, settings, store


class Forgotten(NamedTuple):
    """What is gone: bytes of what was seen in photos, other files, recent folders. ``stuck`` could not be deleted."""

    seen: int = 0
    files: int = 0
    folders: int = 0
    stuck: int = 0


def forget() -> Forgotten:
    """Delete all that was remembered. What a link leads to stays: only the link goes."""
    done = [_deleted(path) for path in _remembered()]
    folders, stuck = _recent_gone()
    return Forgotten(
        sum(each.seen for each in done),
        sum(each.files for each in done),
        folders,
        sum(each.stuck for each in done) + stuck,
    )


def _remembered() -> Iterator[Path]:
    """What lies in Lenscap's own folders, but for what is not about photos."""
    stay = {settings.path(), models.folder()}
    places = (platformdirs.user_cache_dir, platformdirs.user_state_dir, platformdirs.user_data_dir)
    for folder in dict.fromkeys(Path(place("lenscap", appauthor=False)) for place in places):
        yield from (path for path in _within(folder) if path not in stay)


def _within(folder: Path) -> list[Path]:
    """What is in a folder that is no link; where it is closed, one thing that will be said to have stayed."""
    try:
        return [] if folder.is_symlink() else sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError:
        return [folder / "unknown"]


def _deleted(path: Path) -> Forgotten:
    """Delete a file, a link, or a folder with all in it."""
    is_store = path.name.startswith(store.path().name)
    try:
        status = path.lstat()
        count = sum(len(files) for _, _, files in os.walk(path)) if stat.S_ISDIR(status.st_mode) else 1
        shutil.rmtree(path) if stat.S_ISDIR(status.st_mode) else path.unlink()
    except OSError:
        return Forgotten(stuck=1)
    return Forgotten(seen=status.st_size) if is_store else Forgotten(files=count)


def _recent_gone() -> tuple[int, int]:
    """Empty the list of recent folders; how many were in it, and whether that could not be done."""
    wishes = settings.load()
    if not wishes.recent:
        return 0, 0
    try:
        settings.save(replace(wishes, recent=()))
    except OSError:
        return 0, 1
    return len(wishes.recent), 0
