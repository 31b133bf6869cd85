"""What the viewer draws over a photo, and what a person's hand makes of it. Pure: reports and edits in, edits out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from lenscap.model import PICTURE, SURE, Box, Edits, Finding, Kind, Policy, Report, Size
from lenscap.people import Person
from lenscap.policy import IN_PIXELS, Fate, fate

SMALLEST = 4
_LONGEST = 300
"""Letters of what was read that are shown."""


class Look(Enum):
    """How an area is drawn, and thereby what happens to it."""

    COVERED = auto()
    KEPT = auto()
    UNSURE = auto()  # covered until the person has answered
    DRAWN = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """One area of the upright picture. ``number`` counts within its kind, from 1; ``kind`` is FACE for drawn ones.

    ``person`` is whose face it is, who is in so many ``photos``; ``tells`` is what was read there.
    """

    box: Box
    kind: Kind
    look: Look
    number: int
    person: str = ""
    photos: int = 0
    tells: str = ""

    @property
    def covered(self) -> bool:
        """Whether a copy hides this area."""
        return self.look is not Look.KEPT


def marks(
    report: Report | None,
    policy: Policy,
    edits: Edits,
    persons: Mapping[Box, Person] = {},
) -> list[Mark]:
    """What to draw: faces from left to right, what was drawn by hand, and then texts and codes."""
    findings = sorted(_visible(report), key=lambda finding: (finding.kind != Kind.FACE, finding.box or ()))
    numbers: dict[Kind, int] = {}
    found = []
    for finding in findings:
        numbers[finding.kind] = number = numbers.get(finding.kind, 0) + 1
        assert finding.box is not None
        mark = Mark(finding.box, finding.kind, _look(finding, policy, edits), number)
        found.append(_named(mark, finding, persons.get(finding.box)))
    drawn = [box for box in edits.cover if not any(mark.covered and mark.box.is_same(box) for mark in found)]
    faces = sum(mark.kind is Kind.FACE for mark in found)
    by_hand = [Mark(box, Kind.FACE, Look.DRAWN, number) for number, box in enumerate(drawn, 1)]
    return found[:faces] + by_hand + found[faces:]


def _named(mark: Mark, finding: Finding, person: Person | None) -> Mark:
    if mark.kind is not Kind.FACE:
        return replace(mark, tells=finding.tells[:_LONGEST])
    return replace(mark, person=person.name, photos=len(person.photos)) if person else mark


def _visible(report: Report | None) -> Iterable[Finding]:
    findings = report.findings if report else ()
    return (f for f in findings if f.where == PICTURE and f.box is not None and f.kind in IN_PIXELS)


def _look(finding: Finding, policy: Policy, edits: Edits) -> Look:
    if fate(finding, policy, edits) is not Fate.COVERED:
        return Look.KEPT
    unsure = finding.kind is Kind.FACE and finding.certainty < SURE and not _answered(finding, edits)
    return Look.UNSURE if unsure else Look.COVERED


def _answered(finding: Finding, edits: Edits) -> bool:
    return finding.box is not None and edits.covers(finding.box) is True


def toggled(edits: Edits, mark: Mark, policy: Policy) -> Edits:
    """Cover what is kept and keep what is covered. One click on an unsure face says that it is one."""
    return keep(edits, mark, policy) if mark.look is Look.COVERED else cover(edits, mark, policy)


def cover(edits: Edits, mark: Mark, policy: Policy) -> Edits:
    """Let a copy hide this area."""
    if mark.look in (Look.COVERED, Look.DRAWN):
        return edits
    kept = tuple(box for box in edits.keep if not mark.box.is_same(box))
    by_policy = mark.kind in policy.cover and mark.look is not Look.UNSURE
    return replace(edits, keep=kept, cover=edits.cover if by_policy else (*edits.cover, mark.box))


def keep(edits: Edits, mark: Mark, policy: Policy) -> Edits:
    """Let this area stay visible; a drawn one vanishes."""
    if mark.look is Look.KEPT:
        return edits
    covered = tuple(box for box in edits.cover if not mark.box.is_same(box))
    by_policy = mark.look is not Look.DRAWN and mark.kind in policy.cover
    return replace(edits, keep=(*edits.keep, mark.box) if by_policy else edits.keep, cover=covered)


def cover_all(edits: Edits, found: Iterable[Mark], policy: Policy) -> Edits:
    """Cover all the faces; the drawn areas stay."""
    for mark in _faces(found):
        edits = cover(edits, mark, policy)
    return edits


def keep_all(edits: Edits, found: Iterable[Mark], policy: Policy) -> Edits:
    """Keep all the faces visible that were found; the drawn areas stay."""
    for mark in _faces(found):
        edits = keep(edits, mark, policy)
    return edits


def _faces(found: Iterable[Mark]) -> list[Mark]:
    return [mark for mark in found if mark.kind is Kind.FACE and mark.look is not Look.DRAWN]


def drawn(edits: Edits, box: Box) -> Edits:
    """One more area, drawn by hand."""
    return edits if box in edits.cover else replace(edits, cover=(*edits.cover, box))


def moved(edits: Edits, mark: Mark, new: Box) -> Edits:
    """An area, elsewhere or of another size. What was found somewhere stays visible there, and a drawn one is new."""
    if mark.look is Look.DRAWN:
        return replace(edits, cover=tuple(new if box == mark.box else box for box in edits.cover))
    keep, cover = ([each for each in boxes if not mark.box.is_same(each)] for boxes in (edits.keep, edits.cover))
    return replace(edits, keep=(*keep, mark.box), cover=(*cover, new))


def inside(box: Box, size: Size) -> Box | None:
    """The part of ``box`` that lies in the picture; None where too little is left to be meant."""
    left, top = max(box.x, 0), max(box.y, 0)
    right, bottom = min(box.x + box.w, size.width), min(box.y + box.h, size.height)
    cut = Box(left, top, right - left, bottom - top)
    return cut if min(cut.w, cut.h) >= SMALLEST else None


def nudged(box: Box, dx: int, dy: int, size: Size) -> Box:
    """``box`` moved, stopping at the edges of the picture."""
    return box._replace(
        x=min(max(box.x + dx, 0), max(size.width - box.w, 0)),
        y=min(max(box.y + dy, 0), max(size.height - box.h, 0)),
    )
