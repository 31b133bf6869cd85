"""Who is who on a roll: faces that are near to each other are a person's. All pure.

A person's faces are found by Chinese whispers (Biemann, 2006): each face goes over, again and again, to the group that
most of the faces near to it belong to. What somebody mends by hand is fixed: such a person keeps her faces when there
are more photos, no two such persons become one, and other faces go to whom they are nearest to.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lenscap.model import PICTURE, Box, Finding, Kind, Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.5
"""Likenesses that are no farther apart are those of the same person when it must not be wrong: 182 of 225 pairs of one
person's, and none of 3,400 of different people's."""
SAME_PERSON = 0.55
"""The distance that groups best."""
FAR = 0.65
"""Likenesses that are farther apart are those of different people when that must not be wrong: none of 225 pairs of one
person's was."""
_ROWS = 512
"""How many faces are compared with all at a time."""
_MOST_ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Face:
    """A face on a roll: in which photo and where. It is the same face whatever it is taken to look like."""

    path: Path
    box: Box
    certainty: float = field(compare=False)
    likeness: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose faces are on a roll. ``mended``: it was said by hand which these are; ``named``: who she is."""

    name: str
    faces: tuple[Face, ...]
    mended: bool = False
    named: bool = False

    @property
    def photos(self) -> tuple[Path, ...]:
        """The photos that she is in."""
        return tuple(dict.fromkeys(face.path for face in self.faces))

    def boxes(self) -> dict[Path, set[Box]]:
        """Where her faces are, by photo."""
        found: dict[Path, set[Box]] = {}
        for face in self.faces:
            found.setdefault(face.path, set()).add(face.box)
        return found

    @property
    def cover(self) -> Face:
        """The face that shows best who she is: a sure and large one."""
        return max(self.faces, key=lambda face: face.certainty * math.sqrt(face.box.w * face.box.h))


People = tuple[Person, ...]


def distance(one: bytes, other: bytes) -> float:
    """How far two likenesses are apart."""
    return math.dist(array("f", one), array("f", other))


def is_near(one: bytes | None, other: bytes | None) -> bool:
    """Whether two faces are so alike that they are one person's; of those without a likeness nothing is known."""
    if one is None or other is None:
        return one is other
    return distance(one, other) <= NEAR


def people(reports: Iterable[Report], before: People = ()) -> People:
    """The persons on a roll, those in most photos first; what was mended in ``before`` stays as it is.

    Faces without a likeness are nobody's. The order of the reports decides no more than who is named first of those
    in equally many photos.
    """
    faces = [face for report in reports for face in _faces(report)]
    here = set(faces)
    mended = [_only(person, here) for person in before if person.mended]
    return _numbered(person for person in _around(mended, _grouped(faces)) if person.faces)


def told(report: Report, persons: People) -> Report:
    """The same report, with the names of the persons in the data of their faces."""
    names = {face.box: person.name for person in persons for face in person.faces if face.path == report.path}
    return replace(report, findings=tuple(_named(finding, names) for finding in report.findings))


def merged(persons: People, one: Person, other: Person) -> People:
    """The same people where two persons are one, who has the name that the first or else the second was given."""
    name = one if one.named or not other.named else other
    both = Person(name.name, (*one.faces, *other.faces), mended=True, named=name.named)
    return _numbered(both if person == one else person for person in persons if person != other)


def split(persons: People, person: Person, faces: Iterable[Face]) -> People:
    """The same people where some ``faces`` of a person are somebody else's, who has no name yet."""
    theirs = set(faces)
    stay = tuple(face for face in person.faces if face not in theirs)
    go = tuple(face for face in person.faces if face in theirs)
    if not stay or not go:
        return persons
    parts = replace(person, faces=stay, mended=True), Person("", go, mended=True)
    return _numbered(part for each in persons for part in (parts if each == person else (each,)))


def renamed(persons: People, person: Person, name: str) -> People:
    """The same people where a person has a name of her own."""
    return tuple(replace(each, name=name, mended=True, named=True) if each == person else each for each in persons)


def _faces(report: Report) -> Iterator[Face]:
    for finding in report.findings:
        if finding.kind == Kind.FACE and finding.where == PICTURE and finding.box and finding.likeness:
            yield Face(report.path, finding.box, finding.certainty, finding.likeness)


def _only(person: Person, faces: set[Face]) -> Person:
    """A person with those of her faces that are still on the roll."""
    return replace(person, faces=tuple(face for face in person.faces if face in faces))


def _named(finding: Finding, names: dict[Box, str]) -> Finding:
    if finding.kind != Kind.FACE or finding.box not in names:
        return finding
    return replace(finding, data={**finding.data, "person": names[finding.box]})


def _numbered(persons: Iterable[Person]) -> People:
    """Those in most photos first; whom nobody named is “Person” and a number, which nobody was given as a name."""
    ordered = sorted(persons, key=lambda person: -len(person.photos))
    taken = {person.name for person in ordered if person.named}
    names = (name for number in range(1, 2 * len(ordered) + 1) if (name := f"Person {number}") not in taken)
    return tuple(person if person.named else replace(person, name=next(names)) for person in ordered)


def _around(mended: Sequence[Person], groups: Iterable[list[Face]]) -> Iterator[Person]:
    """The mended persons with the faces that came to them, and then the others.

    A group belongs to the mended person whose faces are in it; if they are several, each face to the nearest.
    """
    whose = {face: number for number, person in enumerate(mended) for face in person.faces}
    more = defaultdict(list)
    others = []
    for group in groups:
        known = [face for face in group if face in whose]
        new = [face for face in group if face not in whose]
        if not known:
            others.append(Person("", tuple(new)))
            continue
        for face, nearest in zip(new, _nearest(new, known), strict=True):
            more[whose[nearest]].append(face)
    for number, person in enumerate(mended):
        yield replace(person, faces=(*person.faces, *more[number]))
    yield from others


def _nearest(faces: Iterable[Face], others: Sequence[Face]) -> Iterator[Face]:
    """For each face the one of the others that is most like it."""
    import numpy as np

    theirs = _stacked(others)
    for face in faces:
        yield others[int(np.linalg.norm(theirs - _stacked([face]), axis=1).argmin())]


def _stacked(faces: Iterable[Face]) -> NDArray[np.float32]:
    """The likenesses of faces, a row each."""
    import numpy as np

    return np.stack([np.frombuffer(face.likeness, np.float32) for face in faces])


def _grouped(faces: Sequence[Face]) -> Iterator[list[Face]]:
    """The faces of each person, in the order of the roll, and the persons in that of their first faces."""
    if not faces:
        return
    order = sorted(range(len(faces)), key=lambda number: faces[number].likeness)  # the roll's own shall not matter
    labels = _whispers(_near(_stacked(faces[number] for number in order)))
    groups = defaultdict(list)
    for number, label in sorted(zip(order, labels, strict=True)):
        groups[label].append(faces[number])
    yield from groups.values()


def _near(likenesses: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Which faces are near to which: a row of bits for each, an eighth of a byte for a pair."""
    import numpy as np

    lengths = (likenesses**2).sum(axis=1)
    rows = []
    for start in range(0, len(likenesses), _ROWS):
        some = slice(start, start + _ROWS)
        apart = lengths[some, None] + lengths - 2 * likenesses[some] @ likenesses.T
        rows.append(np.packbits(apart < SAME_PERSON**2, axis=1))
    return np.concatenate(rows)


def _whispers(near: NDArray[np.uint8]) -> list[int]:
    """The number of the group of each face: the one that most of its neighbours are in, until none goes over."""
    import numpy as np

    groups = np.arange(len(near))
    for _ in range(_MOST_ROUNDS):
        moved = False
        for face, row in enumerate(near):
            votes = np.bincount(groups[np.flatnonzero(np.unpackbits(row, count=len(near)))])
            votes[groups[face]] -= 1  # its own
            if votes[groups[face]] < votes.max():
                groups[face], moved = votes.argmax(), True
        if not moved:
            break
    return [int(group) for group in groups]
