"""What a person can decide about the details of a photo: only what can be done, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from lenscap.coarsening import anew
from lenscap.details import KEEP, REMOVE, keep_only
from lenscap.gui.roll.alike import Alike
from lenscap.gui.roll.together import Together
from lenscap.model import FILE_NAME, PICTURE, Edits, Finding, Kind, Policy
from lenscap.policy import can_be_kept

translate = QCoreApplication.translate

AS_PRESET = ""
"""The choice to choose nothing."""
_COARSER = {Kind.TIME: ("day", "month", "year"), Kind.PLACE: ("town", "country")}
_LOOKED_AT = 40
"""Of how many photos that are shown together it is found out what can be chosen."""


def is_open(kind: Kind, findings: Iterable[Finding], policy: Policy) -> bool:
    """Whether there is anything to choose about a kind: else it goes, or is not a matter of a photo's details."""
    return bool(_whole(kind, _beside(kind, findings), policy))


def offered(kind: Kind, findings: Iterable[Finding], policy: Policy) -> list[str]:
    """The choices about a kind of detail of a photo, in order; none where nothing of it can stay.

    ``policy`` is the preset, without what was decided by hand.
    """
    told = _beside(kind, findings)
    ways = _whole(kind, told, policy)
    if not ways:
        return []
    ways += [way for way in _COARSER.get(kind, ()) if anew(told, keep_only(kind, way))]
    return [REMOVE, *ways]


def _beside(kind: Kind, findings: Iterable[Finding]) -> list[Finding]:
    return [each for each in findings if each.kind == kind and each.where not in (PICTURE, FILE_NAME)]


def _whole(kind: Kind, told: Sequence[Finding], policy: Policy) -> list[str]:
    """The choice to keep it, where something can be kept."""
    stays = kind not in policy.remove and any(map(can_be_kept, told))
    return [KEEP] if stays or anew(told, keep_only(kind, KEEP)) else []


def named(choice: str, kind: Kind, policy: Policy) -> str:
    """A choice in words, as an entry of a menu."""
    if choice == KEEP and kind in policy.remove and kind in (Kind.NAME, Kind.DEVICE):
        only = translate("Choices", "Keep the copyright line"), translate("Choices", "Keep the camera settings")
        return only[kind is Kind.DEVICE]
    return {
        AS_PRESET: translate("Choices", "As the preset says"),
        REMOVE: translate("Choices", "Remove"),
        KEEP: translate("Choices", "Keep"),
        "exact": translate("Choices", "Keep"),
        "day": translate("Choices", "Keep the day"),
        "month": translate("Choices", "Keep the month"),
        "year": translate("Choices", "Keep the year"),
        "town": translate("Choices", "Keep the town"),
        "country": translate("Choices", "Keep the country"),
    }[choice]


def closed_because(finding: Finding) -> str:
    """Why there is nothing to choose about a detail here."""
    if finding.where == PICTURE:
        return translate("Choices", "Open the photo to choose what is covered in the picture.")
    if finding.where == FILE_NAME:
        return translate("Choices", "What files are called is part of the preset.")
    return translate("Choices", "It always goes: what cannot be written anew is left out of copies.")


def about(kind: Kind) -> str:
    """What one chooses about, for tooltips and screen readers."""
    return {
        Kind.TIME: translate("Choices", "Choose what becomes of the date"),
        Kind.PLACE: translate("Choices", "Choose what becomes of the position"),
        Kind.DEVICE: translate("Choices", "Choose what becomes of the details of the camera"),
        Kind.NAME: translate("Choices", "Choose what becomes of the names"),
        Kind.HISTORY: translate("Choices", "Choose what becomes of the history"),
        Kind.TEXT: translate("Choices", "Choose what becomes of the texts"),
    }.get(kind, translate("Choices", "Choose what becomes of this detail"))


class Choosing:
    """The choices about some photos that are shown together; ``policy`` is the preset.

    It looks at what is at hand of them: there may be 50,000.
    """

    def __init__(self, those: Together, policy: Policy) -> None:
        self._those, self._policy = those, policy

    def is_open(self, kind: Kind) -> bool:
        """Whether there is anything to choose about a kind in any of them."""
        return any(_is_open(kind, common.alike, self._policy) for common in self._those.counts)

    def entries(self, kind: Kind) -> list[tuple[str, str]]:
        """All that can be chosen in one of them at least, with its words."""
        wanted = (each for each in self._those.photos if _is_open(kind, each.facts.common.alike, self._policy))
        told = (photo.report.findings for photo in islice(wanted, _LOOKED_AT) if photo.report)
        ways = {way for findings in told for way in offered(kind, findings, self._policy)}
        inorder = [way for way in (REMOVE, KEEP, *_COARSER.get(kind, ())) if way in ways]
        return [(way, named(way, kind, self._policy)) for way in (*inorder, AS_PRESET)]

    def now(self, kind: Kind) -> str | None:
        """What was chosen before; ``None`` if not the same in all of them."""
        chosen = {edits.details.get(kind, AS_PRESET) for edits in self._those.edits()}
        return {"exact": KEEP}.get(way := chosen.pop(), way) if len(chosen) == 1 else None

    def after(self, kind: Kind, choice: str) -> dict[Path, Edits]:
        """The edits of all of them with a choice taken; photos that tell nothing of the kind stay as they are."""
        telling = {each for each in self._those.counts if not each.alike or _tells(kind, each.alike)}
        new = {id(edits): _edited(edits, kind, choice) for edits in self._those.edits()}
        return {photo.path: new[id(photo.edits)] for photo in self._those.photos if photo.facts.common in telling}

    def words(self, kind: Kind, choice: str) -> str:
        """What the choice is called in the list of what can be undone."""
        return named(choice, kind, self._policy)


def _tells(kind: Kind, told: Iterable[Alike]) -> list[Alike]:
    """What is told of a kind beside the picture and the name of the file."""
    return [each for each in told if each.sort.kind == kind and not each.sort.where]


def _is_open(kind: Kind, told: Iterable[Alike], policy: Policy) -> bool:
    """The same as ``is_open``, of what is counted."""
    stays = kind not in policy.remove
    return any(each.fresh or (stays and any(kept for _, kept in each.examples)) for each in _tells(kind, told))


def _edited(edits: Edits, kind: Kind, choice: str) -> Edits:
    details = {other: way for other, way in edits.details.items() if other != kind}
    return replace(edits, details=details | ({kind: choice} if choice != AS_PRESET else {}))
