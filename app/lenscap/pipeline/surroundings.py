"""What lies around a file and tells of it too: notes that the system keeps about it, and files that belong to it.

None of it goes into a copy.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from lenscap import metadata
from lenscap.errors import LenscapError
from lenscap.metadata.wording import decoded, plural, printable, quoted, traces
from lenscap.model import Finding, Kind
from lenscap.opening import content

_LONGEST_SIDECAR = 1 << 22
_MOST_ATTRIBUTES = 64
_OWN = "user."
_SOURCES = ("user.xdg.origin.url", "user.xdg.referrer.url", "user.com.apple.metadata:kMDItemWhereFroms")
"""Where browsers note from which address a file came."""
_STILLS = frozenset((".heic", ".heif", ".jpg", ".jpeg"))
_FILMS = (".mov", ".mp4")
_TAKEOUT = (".json", ".supplemental-metadata.json")
_BESIDE = (".xmp", ".aae", *_FILMS, *_TAKEOUT)


def look_around(path: Path) -> Iterator[Finding]:
    """Yield what is told beside the file at ``path``; what cannot be read is left out."""
    yield from _attributes(path)
    if names := _names_beside(path):
        yield from _sidecars(path, names)
        yield from _edits(path, names)
        yield from _takeout(path, names)
        yield from _live_photo(path, names)


def _attributes(path: Path) -> Iterator[Finding]:
    """Extended attributes, which only the system's own tools show."""
    names: list[str] = []
    with suppress(OSError, AttributeError):  # there are none on this system, or on this disk
        names = [name for name in os.listxattr(path) if name.startswith(_OWN)][:_MOST_ATTRIBUTES]
    for name in names:
        with suppress(OSError):
            yield _attribute(name, os.getxattr(path, name))


def _attribute(name: str, value: bytes) -> Finding:
    where = f"File attribute {printable(name.removeprefix(_OWN), 80)}"
    if name in _SOURCES:
        data = {"address": printable(decoded(value))}
        return Finding(
            Kind.HISTORY, f"It was loaded from {quoted(decoded(value))}", where, data=data, traces=traces(value)
        )
    said = f"A note of {plural(len(value), 'byte', 'bytes')} that the system keeps about the file"
    return Finding(Kind.UNKNOWN, said, where, data={"bytes": len(value)}, traces=traces(value))


def _sidecars(path: Path, names: frozenset[str]) -> Iterator[Finding]:
    """XMP beside the photo, as photo editors write it: all that it tells is about this photo."""
    for sidecar in _existing(path, names, (".xmp",)):
        where = f"Beside it, in {printable(sidecar.name)}"
        with suppress(OSError, LenscapError):
            if sidecar.stat().st_size <= _LONGEST_SIDECAR:
                for item in metadata.vocabularies()["xmp"].read(bytes(content(sidecar)[:]), where):
                    if isinstance(item, Finding):
                        yield replace(
                            item, data={key: item.data[key] for key in item.data if key not in ("xmp", "exif")}
                        )


def _edits(path: Path, names: frozenset[str]) -> Iterator[Finding]:
    for beside in _existing(path, names, (".aae",)):
        said = "A file beside it says how it was edited in Apple's Photos"
        yield Finding(Kind.HISTORY, said, f"Beside it, in {printable(beside.name)}")


def _takeout(path: Path, names: frozenset[str]) -> Iterator[Finding]:
    for suffix in _TAKEOUT:
        if path.name + suffix in names:
            said = "A file beside it holds what Google Photos knew of it: time, place, names, views"
            yield Finding(Kind.HISTORY, said, f"Beside it, in {printable(path.name + suffix)}")


def _live_photo(path: Path, names: frozenset[str]) -> Iterator[Finding]:
    """The film of a Live Photo has the name of its photo."""
    if path.suffix.lower() in _STILLS:
        for film in _existing(path, names, _FILMS):
            said = "A film of the same name lies beside it: together they are a live photo, with sound"
            yield Finding(Kind.MOTION, said, f"Beside it, in {printable(film.name)}")


def _existing(path: Path, names: frozenset[str], suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Files that have the name of ``path`` with another suffix, or with a further one."""
    for suffix in suffixes:
        for name in (stem + end for stem in (path.stem, path.name) for end in (suffix, suffix.upper())):
            if name in names and name != path.name:
                yield path.with_name(name)


def _names_beside(path: Path) -> frozenset[str]:
    """The names of the files in a photo's folder that may belong to it; it is listed again when it has changed."""
    try:
        return _names_in(path.parent, path.parent.stat().st_mtime_ns)
    except OSError:
        return frozenset()


@lru_cache(maxsize=16)
def _names_in(folder: Path, _changed: int) -> frozenset[str]:
    with os.scandir(folder) as entries:
        return frozenset(entry.name for entry in entries if entry.name.lower().endswith(_BESIDE) and entry.is_file())
