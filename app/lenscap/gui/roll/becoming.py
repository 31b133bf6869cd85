"""What becomes of each finding of a photo under a policy, and the word for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from lenscap.coarsening import anew
from lenscap.details import EXACT, for_photo
from lenscap.gui import writing
from lenscap.gui.widgets.labels import Outcome
from lenscap.model import FILE_NAME, PICTURE, Edits, Finding, Keep, Kind, Policy
from lenscap.policy import Fate, fate, kept

translate = QCoreApplication.translate


class Becomes(NamedTuple):
    """What becomes of a finding. ``vaguer`` is what is left where it is made vaguer, ``chosen``: by hand."""

    fate: Fate
    vaguer: str = ""
    chosen: bool = False


def becoming(findings: Sequence[Finding], policy: Policy, edits: Edits) -> list[Becomes]:
    """What becomes of each of the findings."""
    wish = for_photo(policy, edits)
    staying = {id(each) for each in kept(findings, wish, edits)}
    left = {id(source): each.finding for each in anew(findings, wish.keep) for source in each.sources}
    return [_becomes(each, wish, edits, staying, left.get(id(each))) for each in findings]


def _becomes(finding: Finding, wish: Policy, edits: Edits, staying: set[int], left: Finding | None) -> Becomes:
    what = fate(finding, wish, edits)
    if finding.where in (PICTURE, FILE_NAME):
        return Becomes(what, chosen=what is Fate.KEPT)
    chosen = finding.kind in edits.details
    if id(finding) in staying:
        return Becomes(Fate.KEPT, chosen=chosen)
    if left is None:
        return Becomes(Fate.REMOVED, chosen=chosen)
    return Becomes(Fate.KEPT, "" if _is_whole(finding.kind, wish.keep) else _said(left), chosen)


def _is_whole(kind: Kind, keep: Keep) -> bool:
    """Whether what is written anew says as much as was said."""
    return {Kind.TIME: keep.time, Kind.PLACE: keep.place}.get(kind, EXACT) == EXACT


def _said(left: Finding) -> str:
    """What is left of a time or a place."""
    xmp = left.data["xmp"]
    if left.kind is Kind.TIME:
        return moment(str(xmp["photoshop:DateCreated"]))
    return ", ".join(xmp[name] for name in ("photoshop:City", "photoshop:Country") if name in xmp)


def moment(iso: str) -> str:
    """A year, a month or a day as a person says it."""
    try:
        when = date.fromisoformat((iso + "-01-01")[:10])
    except ValueError:
        return iso
    if len(iso) == len("2026"):
        return iso
    return writing.month(when) if len(iso) == len("2026-06") else writing.day(when)


def pill(becomes: Becomes) -> Outcome:
    """How the pill for it looks."""
    if becomes.vaguer:
        return "vaguer"
    looks: dict[Fate, Outcome] = {Fate.REMOVED: "removed", Fate.COVERED: "covered", Fate.STAYS: "stays"}
    return looks.get(becomes.fate, "kept")


def word(becomes: Becomes, style: str) -> str:
    """What becomes of a detail, in a word; ``style`` is that of covers."""
    if becomes.vaguer:
        return becomes.vaguer
    if becomes.fate is Fate.COVERED and style == "soft":
        return translate("Fate", "Blurred")
    if becomes.fate is Fate.KEPT and becomes.chosen:
        return translate("Fate", "Kept (your choice)")
    return {
        Fate.REMOVED: translate("Fate", "Removed"),
        Fate.COVERED: translate("Fate", "Covered"),
        Fate.KEPT: translate("Fate", "Kept"),
        Fate.STAYS: translate("Fate", "Stays"),
    }[becomes.fate]


def explained(becomes: Becomes, style: str, where: str) -> str:
    """The same in full, for tooltips and screen readers; ``where`` the detail sits."""
    if becomes.vaguer:
        return translate("Fate", "{rest} (made vaguer)").format(rest=becomes.vaguer)
    if becomes.fate is Fate.STAYS and where == PICTURE:
        return translate("Fate", "Stays (part of the picture)")
    return word(becomes, style)
