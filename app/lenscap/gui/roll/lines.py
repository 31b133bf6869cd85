"""What the inspector says about a photo: findings put together into lines, group by group. Nothing of it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from lenscap.gui import exposure
from lenscap.gui.roll.becoming import Becomes, becoming
from lenscap.gui.speech import place, spoken
from lenscap.gui.writing import number
from lenscap.model import PICTURE, Edits, Finding, Kind, Policy
from lenscap.policy import Fate

_MANY = 12
"""More lines than this in one group say nothing more to a person."""


class Line(NamedTuple):
    """One line of the inspector: what can be read, where it sits, what becomes of it, for how many findings.

    ``about`` is one of these, where they are all alike. ``word`` is said instead of what becomes of it.
    """

    text: str
    where: str
    becomes: Becomes
    number: int = 1
    about: Finding | None = None
    word: str = ""

    @property
    def fate(self) -> Fate:
        """What becomes of it."""
        return self.becomes.fate


class Tally(NamedTuple):
    """How many details there are, how many of them cleaning takes away, and how many it makes vaguer."""

    details: int
    gone: int
    vaguer: int = 0

    @property
    def left(self) -> int:
        """How many stay visible as they are."""
        return self.details - self.gone - self.vaguer


def tally(findings: Sequence[Finding], policy: Policy, edits: Edits) -> Tally:
    """Count the details of a photo and those that cleaning removes, covers or makes vaguer."""
    each = becoming(findings, policy, edits)
    gone = sum(one.fate in (Fate.REMOVED, Fate.COVERED) for one in each)
    return Tally(len(each), gone, sum(bool(one.vaguer) for one in each))


def groups(findings: Sequence[Finding], policy: Policy, edits: Edits) -> dict[str, list[Line]]:
    """The lines of each exposure key, in the order in which they are shown.

    Findings that are the same but for their boxes become one line with a number.
    """
    found: dict[str, dict[tuple[str, str, Becomes], list[Finding]]] = {key: {} for key in exposure.KEYS}
    each = zip(findings, becoming(findings, policy, edits), strict=True)
    for finding, becomes in sorted(each, key=lambda pair: pair[0].where != PICTURE):
        same = _several(finding, 1), place(finding.where), becomes
        found[exposure.of(finding)].setdefault(same, []).append(finding)
    return {key: _shortened([_line(*one) for one in lines.items()]) for key, lines in found.items() if lines}


def _line(same: tuple[str, str, Becomes], alike: list[Finding]) -> Line:
    _, where, becomes = same
    return Line(_several(alike[0], len(alike)), where, becomes, len(alike), alike[0])


def _several(finding: Finding, count: int) -> str:
    if finding.kind is Kind.FACE:
        return faces(count) if exposure.is_sure(finding) else _perhaps(count)
    said = spoken(finding.tells)
    return said if count == 1 else f"{said} × {number(count)}"


def faces(count: int) -> str:
    """So many faces, in words."""
    if count == 1:
        return QCoreApplication.translate("Lines", "1 face")
    return QCoreApplication.translate("Lines", "{n} faces").format(n=number(count))


def _perhaps(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Lines", "1 spot that may be a face")
    return QCoreApplication.translate("Lines", "{n} spots that may be faces").format(n=number(count))


def _shortened(lines: list[Line]) -> list[Line]:
    """At most so many lines; the rest in one, which says the least that becomes of any."""
    if len(lines) <= _MANY:
        return lines
    rest = lines[_MANY - 1 :]
    worst = max((line.fate for line in rest), key=list(Fate).index)
    more = QCoreApplication.translate("Lines", "and {n} more").format(n=number(sum(line.number for line in rest)))
    return [*lines[: _MANY - 1], Line(more, "", Becomes(worst), sum(line.number for line in rest))]
