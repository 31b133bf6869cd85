"""What a photo tells, counted sort by sort: of 50,000 selected photos that is looked at, and no report is unpacked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lenscap.coarsening import anew
from lenscap.details import KEEP, keep_only
from lenscap.gui import exposure
from lenscap.model import FILE_NAME, PICTURE, Finding, Kind
from lenscap.policy import can_be_kept


class Sort(NamedTuple):
    """What findings have in common that are counted together; ``where`` is empty for all but picture and name."""

    group: str
    kind: Kind
    where: str


class Alike(NamedTuple):
    """The findings of one sort in a photo.

    ``examples`` stand for all of them, one for each outcome that they can have unless something was decided by hand
    about their boxes. ``fresh``: something of it can be written anew.
    """

    sort: Sort
    number: int
    examples: tuple[tuple[bool, bool], ...]
    fresh: bool


_WRITTEN_ANEW = (Kind.TIME, Kind.PLACE, Kind.NAME, Kind.DEVICE)


def alike(findings: Sequence[Finding]) -> tuple[Alike, ...]:
    """What a photo tells, counted. May be called in any thread."""
    found: dict[Sort, list[Finding]] = {}
    for finding in findings:
        found.setdefault(sort(finding), []).append(finding)
    fresh = {kind: _is_fresh(kind, findings) for kind in _WRITTEN_ANEW}
    counted = (
        Alike(each, len(those), _examples(those), not each.where and fresh.get(each.kind, False))
        for each, those in found.items()
    )
    return tuple(counted)


def sort(finding: Finding) -> Sort:
    """The sort of a finding."""
    where = finding.where if finding.where in (PICTURE, FILE_NAME) else ""
    return Sort(exposure.of(finding), finding.kind, where)


def _examples(findings: Iterable[Finding]) -> tuple[tuple[bool, bool], ...]:
    """Whether there is a box, and whether it can be kept."""
    return tuple(sorted({(each.box is not None, can_be_kept(each)) for each in findings}))


def _is_fresh(kind: Kind, findings: Iterable[Finding]) -> bool:
    told = [each for each in findings if each.kind == kind and each.where not in (PICTURE, FILE_NAME)]
    return bool(told and anew(told, keep_only(kind, KEEP)))
