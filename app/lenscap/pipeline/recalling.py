"""One file → what it tells, as it was seen before where the file did not change.

What lies around a file is looked up each time. Cleaning does not come here: it reads bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lenscap import detectors
from lenscap.detectors import identity
from lenscap.model import SURE, Kind, Looking, Report
from lenscap.opening import Opened, opened
from lenscap.pipeline.inspecting import told_and_seen, with_surroundings

if TYPE_CHECKING:
    from lenscap.store import Store


def recalled(path: Path, looking: Looking, store: Store | None) -> Report:
    """What ``inspect`` says of a file. Raises a ``LenscapError`` as it does."""
    return with_surroundings(by_itself(path, looking, store))


def seen_before(paths: Iterable[Path], looking: Looking, store: Store) -> Iterator[Report]:
    """What is known of files without opening one; which faces are the same person's may be missing."""
    for path in paths:
        photo = store.photo(path)
        known = photo and (store.report(photo, looking) or store.report(photo, replace(looking, people=False)))
        if known:
            yield with_surroundings(known)


def by_itself(path: Path, looking: Looking, store: Store | None) -> Report:
    """The same as ``recalled`` without what lies around the file."""
    photo = store.photo(path) if store else None
    if not store or not photo:
        with opened(path) as file:
            return told_and_seen(path, file, looking)
    if known := store.report(photo, looking):
        return known
    seen = store.report(photo, replace(looking, people=False)) if looking.people else None
    if seen and not _shows_somebody(seen):
        return replace(seen, looked=looking)
    with opened(path) as file:
        alike = _looks_alike(file, looking)
        found = _with_people(file, seen, looking) if seen and alike else told_and_seen(path, file, looking)
    if alike and (not seen or store.people()):
        store.keep(photo, found)
    return found


def _shows_somebody(report: Report) -> bool:
    """Whether there is a face that may be known again."""
    return any(each.kind == Kind.FACE and each.box and each.certainty >= SURE for each in report.findings)


def _looks_alike(file: Opened, looking: Looking) -> bool:
    """Whether the same is seen in a picture when nobody asks who is who.

    In an animation it is not: where somebody was, somebody else may be in the next frame.
    """
    if not looking.people:
        return True
    sides = {detectors.longest_side(each) for each in (looking, replace(looking, people=False))}
    return len(sides) == 1 and file.layout.frames == 1


def _with_people(file: Opened, seen: Report, looking: Looking) -> Report:
    """A report with what its faces are known by: they are where they were, but are looked at again."""
    from lenscap import media

    picture = media.upright(file.picture, seen.orientation, detectors.longest_side(looking, seen.size))
    found = list(seen.findings)
    for frame in media.appearances(picture):
        known = identity.with_likenesses(frame, seen.size, found)
        found = [each if each.likeness else new for each, new in zip(found, known, strict=True)]
    return replace(seen, findings=tuple(found), looked=looking)
