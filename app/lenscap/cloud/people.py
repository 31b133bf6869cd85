"""Who is in the photos: persons by number of photos, who appears together, who appears when and where.

Persons are told by ``data["person"]`` of faces, which a look at all the photos together puts there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from lenscap.cloud.nouns import Because, Statement
from lenscap.cloud.photos import Photo
from lenscap.gazetteer import Town

_TOGETHER = 3
"""In how many photos two persons have to be for it to be said."""
_MOST_PAIRS = 50
_MOST_IN_A_PHOTO = 30
"""A crowd says nothing about who belongs together."""
_HABIT, _MOSTLY = 5, 0.6
"""How many photos make a habit, and which part of them has to follow it."""
_SATURDAY, _EVENING = 5, 18

Persons = Mapping[str, Sequence[Photo]]


def persons(photos: Iterable[Photo]) -> dict[str, list[Photo]]:
    """The photos of each person, most photos first."""
    found: dict[str, list[Photo]] = defaultdict(list)
    for photo in photos:
        for name in _names(photo):
            found[name].append(photo)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def people(photos: Sequence[Photo], known: Persons, towns: Mapping[Path, Town]) -> Iterator[Statement]:
    """Yield what the faces tell."""
    for name, theirs in known.items():
        if len(theirs) > 1:
            yield _person(name, theirs, towns)
    yield from _pairs(photos)
    once = [photo for theirs in known.values() if len(theirs) == 1 for photo in theirs]
    if once:
        yield _said("once", f"{_faces(len(once))} once", once, {"faces": len(once)})
    nameless = [photo for photo in photos if any("person" not in face.data for face in photo.faces)]
    if nameless:
        count = sum("person" not in face.data for photo in nameless for face in photo.faces)
        yield _said("faces", f"{_faces(count)} in {len(nameless):,} photos", nameless, {"faces": count})


def _faces(count: int) -> str:
    return "1 face appears" if count == 1 else f"{count:,} faces appear"


def _names(photo: Photo) -> list[str]:
    return sorted({str(face.data["person"]) for face in photo.faces if "person" in face.data})


def _person(name: str, photos: Sequence[Photo], towns: Mapping[Path, Town]) -> Statement:
    habits = list(_habits(photos, towns))
    data = {"name": name, "photos": len(photos), "habits": habits}
    says = f"{name} is in {len(photos):,} photos" + "".join(f", {habit}" for habit in habits)
    because = tuple(
        each for photo in photos for each in photo.because(*(f for f in photo.faces if f.data.get("person") == name))
    )
    return Statement("person", says, tuple(photo.path for photo in photos), because, 0.9, data)


def _habits(photos: Sequence[Photo], towns: Mapping[Path, Town]) -> Iterator[str]:
    """Where and when somebody appears most of the time, if there is such a habit."""
    here = Counter(towns[photo.path].name for photo in photos if photo.path in towns)
    if here.total() >= _HABIT and (most := here.most_common(1)[0])[1] >= _MOSTLY * here.total():
        yield f"mostly in {most[0]}"
    timed = [photo.at for photo in photos if photo.at]
    if len(timed) < _HABIT:
        return
    if sum(at.weekday() >= _SATURDAY for at in timed) >= _MOSTLY * len(timed):
        yield "mostly at weekends"
    elif sum(at.weekday() < _SATURDAY for at in timed) == len(timed):
        yield "on working days only"
    if sum(at.hour >= _EVENING for at in timed) >= _MOSTLY * len(timed):
        yield "mostly in the evening"


def _pairs(photos: Iterable[Photo]) -> Iterator[Statement]:
    """Who appears together, the most frequent first."""
    together: dict[tuple[str, str], list[Photo]] = defaultdict(list)
    for photo in photos:
        for pair in combinations(_names(photo)[:_MOST_IN_A_PHOTO], 2):
            together[pair].append(photo)
    often = [(pair, found) for pair, found in together.items() if len(found) >= _TOGETHER]
    for pair, found in sorted(often, key=lambda item: (-len(item[1]), item[0]))[:_MOST_PAIRS]:
        says = f"{pair[0]} and {pair[1]} are together in {len(found):,} photos"
        yield _said("together", says, found, {"names": list(pair), "photos": len(found)})


def _said(kind: str, says: str, photos: Sequence[Photo], data: Mapping[str, object]) -> Statement:
    because: tuple[Because, ...] = tuple(each for photo in photos for each in photo.because(*photo.faces))
    return Statement(kind, says, tuple(photo.path for photo in photos), because, 0.9, data)
