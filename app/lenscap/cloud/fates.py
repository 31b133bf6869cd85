"""What becomes of suggestions when the photos are cleaned, by the views before and after. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from lenscap.cloud.nouns import Because, CloudView, Statement

_SAME = 0.5
"""The part of all their photos that two suggestions of a kind share when they are taken for the same."""

Ground = tuple[str, Path, str]


class Fate(NamedTuple):
    """A suggestion, and what could still be made in its place.

    ``gone`` and ``few`` are the kinds of findings that it rested on of which none, or less than half, are left.
    """

    made: Statement
    left: Statement | None
    gone: tuple[str, ...] = ()
    few: tuple[str, ...] = ()


def fates(now: CloudView, after: CloudView) -> list[Fate]:
    """What becomes of each suggestion, in order."""
    known = {(each.kind, each.says) for each in now.suggestions}
    by_photo: dict[Path, list[Statement]] = defaultdict(list)
    for each in after.suggestions:
        for path in each.photos:
            by_photo[path].append(each)
    told = _told(after)
    return [Fate(made, _same(made, by_photo, known), *_lost(made, told)) for made in now.suggestions]


def _same(
    made: Statement, by_photo: Mapping[Path, Sequence[Statement]], known: Set[tuple[str, str]]
) -> Statement | None:
    """What could still be made of mostly the same photos; what could be made before stands for itself only."""
    found = {id(each): each for path in made.photos for each in by_photo.get(path, ()) if each.kind == made.kind}
    shared = Counter(id(each) for path in made.photos for each in by_photo.get(path, ()))
    alike = [
        (shared[key] / (len(made.photos) + len(each.photos) - shared[key]), key)
        for key, each in found.items()
        if each.says == made.says or (each.kind, each.says) not in known
    ]
    share, key = max(alike, default=(0.0, 0))
    return found[key] if share >= _SAME else None


def _told(after: CloudView) -> set[Ground]:
    """All that is still told, as far as suggestions rest on it."""
    told = {("place", path, "") for path in after.placed}
    days = (paths for day, paths in after.dates.items() if len(day) >= len("2026-06-15"))
    told |= {("time", path, "") for paths in days for path in paths}
    return told | {_ground(because) for each in (*after.people, *after.themes) for because in each.because}


def _ground(because: Because) -> Ground:
    """A finding as something that is told or not: its kind, its photo, and who it is."""
    kind = str(because.finding.kind)
    return kind, because.photo, str(because.finding.data.get("person", "")) if kind == "face" else ""


def _lost(made: Statement, told: Set[Ground]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of which nothing, and of which little is left."""
    grounds: dict[str, set[Ground]] = defaultdict(set)
    for because in made.because:
        ground = _ground(because)
        grounds[ground[0]].add(ground)
    left = {kind: len(found & told) / len(found) for kind, found in grounds.items()}
    gone, few = (kind for kind, share in left.items() if not share), (kind for kind in left if 0 < left[kind] < _SAME)
    return tuple(gone), tuple(few)
