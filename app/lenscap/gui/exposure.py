"""The seven sorts of things that a photo tells, as the window shows them: key, icon, title.

What reads photos beside the window counts by them, too, and does without Qt.
"""

from __future__ import annotations

from collections.abc import Iterable

from lenscap.model import SURE, Finding, Kind

KEYS = ("face", "place", "time", "identity", "text", "hidden", "theme")

_ICONS = {"identity": "device"}

_KEYS: dict[Kind, str] = {
    Kind.FACE: "face",
    Kind.PERSON: "theme",
    Kind.OBJECT: "theme",
    Kind.TEXT: "text",
    Kind.CODE: "text",
    Kind.PLACE: "place",
    Kind.TIME: "time",
    Kind.DEVICE: "identity",
    Kind.NAME: "identity",
    Kind.HISTORY: "identity",
    Kind.FILENAME: "identity",
    Kind.PREVIEW: "hidden",
    Kind.MOTION: "hidden",
    Kind.UNKNOWN: "hidden",
}


def key(kind: Kind) -> str:
    """The sort that a kind belongs to."""
    return _KEYS[kind]


def of(finding: Finding) -> str:
    """The sort of a finding. The name written at a face says who that is."""
    if finding.kind is Kind.NAME and finding.box is not None:
        return "face"
    return key(finding.kind)


def icon(name: str) -> str:
    """The icon of a sort."""
    return _ICONS.get(name, name)


def foreground(name: str) -> str:
    """The colour token of a sort's icon."""
    return f"exposure.{name}.fg"


def background(name: str) -> str:
    """The colour token of the tile behind a sort's icon."""
    return f"exposure.{name}.soft"


def title(name: str) -> str:
    """The heading over what a photo tells of one sort."""
    from PySide6.QtCore import QCoreApplication

    return {
        "face": QCoreApplication.translate("Exposure", "Who"),
        "place": QCoreApplication.translate("Exposure", "Where"),
        "time": QCoreApplication.translate("Exposure", "When"),
        "identity": QCoreApplication.translate("Exposure", "Device and identity"),
        "text": QCoreApplication.translate("Exposure", "Readable text"),
        "hidden": QCoreApplication.translate("Exposure", "Hidden extras"),
        "theme": QCoreApplication.translate("Exposure", "Themes"),
    }[name]


def short(name: str) -> str:
    """One word for a sort, for a screen reader's list."""
    from PySide6.QtCore import QCoreApplication

    return {
        "face": QCoreApplication.translate("Exposure", "faces"),
        "place": QCoreApplication.translate("Exposure", "position"),
        "time": QCoreApplication.translate("Exposure", "date"),
        "identity": QCoreApplication.translate("Exposure", "device or identity"),
        "text": QCoreApplication.translate("Exposure", "text"),
        "hidden": QCoreApplication.translate("Exposure", "hidden extras"),
        "theme": QCoreApplication.translate("Exposure", "themes"),
    }[name]


def is_sure(finding: Finding) -> bool:
    """Whether it is what it is said to be; a face that is not may be something else that looks like one."""
    return finding.kind is not Kind.FACE or finding.certainty >= SURE


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each sort. Only faces that can be seen and are sure are counted as faces.

    Where there are none of these but may be some, the number is 0.
    """
    found: dict[str, int] = {}
    for finding in findings:
        if finding.kind is not Kind.NAME or finding.box is None:
            found[of(finding)] = found.get(of(finding), 0) + is_sure(finding)
    return found
