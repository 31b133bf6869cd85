"""What several photos tell together: kind by kind, in how many of them, and what becomes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QCoreApplication

from lenscap.details import for_photo
from lenscap.gui import exposure
from lenscap.gui.roll import words
from lenscap.gui.roll.alike import Alike, Sort, sort
from lenscap.gui.roll.becoming import Becomes
from lenscap.gui.roll.lines import Line, faces
from lenscap.gui.roll.together import Together
from lenscap.model import FILE_NAME, PICTURE, Box, Edits, Finding, Kind, Policy
from lenscap.policy import Fate, fate

translate = QCoreApplication.translate

_LOOKED_AT = 200
"""Of so many photos at most it is found out what was decided about boxes in them."""


def groups(those: Together, policy: Policy) -> dict[str, list[Line]]:
    """The lines of each exposure key; ``policy`` is the preset."""
    numbers: Counter[Sort] = Counter()
    within: Counter[Sort] = Counter()
    outcomes: dict[Sort, set[Becomes]] = {}
    for common, edits, photos in those.parts():
        wish = for_photo(policy, edits)
        for told in common.alike:
            numbers[told.sort] += told.number * photos
            within[told.sort] += photos
            outcomes.setdefault(told.sort, set()).update(_outcomes(told, wish, edits))
    _add_boxes(those, policy, outcomes)
    found: dict[str, list[Line]] = {key: [] for key in exposure.KEYS}
    for each in sorted(numbers, key=lambda one: one.where != PICTURE):
        found[each.group].append(_line(each, numbers[each], within[each], len(those.photos), outcomes[each]))
    return {key: lines for key, lines in found.items() if lines}


def _outcomes(told: Alike, wish: Policy, edits: Edits) -> Iterator[Becomes]:
    """What becomes of findings about whose boxes nothing was decided."""
    for has_box, kept in told.examples:
        box = Box(0, 0, 1, 1) if has_box else None
        data: dict[str, object] = {"xmp": {}} if kept else {}
        yield _becomes(Finding(told.sort.kind, "", told.sort.where or "file", box=box, data=data), wish, edits)


def _add_boxes(those: Together, policy: Policy, outcomes: dict[Sort, set[Becomes]]) -> None:
    """Add what becomes of boxes in pictures that were decided about, by hand or by whose face it is."""
    by_hand = (photo for photo in those.by_hand if photo.edits.keep or photo.edits.cover)
    apart = (photo for photo in those.photos if photo.known) if policy.persons else by_hand
    for photo in islice(apart, _LOOKED_AT):
        wish = for_photo(policy, photo.edits)
        for finding in photo.report.findings if photo.report else ():
            if finding.where == PICTURE:
                outcomes[sort(finding)].add(_becomes(finding, wish, photo.edits))


def _becomes(finding: Finding, wish: Policy, edits: Edits) -> Becomes:
    """What becomes of a kind, without a look at what single findings say."""
    what = fate(finding, wish, edits)
    if finding.where in (PICTURE, FILE_NAME):
        return Becomes(what)
    left = _left(finding.kind, wish) if what is Fate.REMOVED and finding.kind in wish.remove else ""
    whole = (finding.kind is Kind.TIME and wish.keep.time == "exact") or (
        finding.kind is Kind.PLACE and wish.keep.place == "exact"
    )
    return Becomes(Fate.KEPT if left or whole else what, left, finding.kind in edits.details)


def _left(kind: Kind, wish: Policy) -> str:
    """What stays of a kind that goes."""
    keep = wish.keep
    ways = {
        "year": translate("Several", "Year stays"),
        "month": translate("Several", "Month stays"),
        "day": translate("Several", "Day stays"),
        "town": translate("Several", "Town stays"),
        "country": translate("Several", "Country stays"),
        "copyright": translate("Several", "Copyright line stays"),
        "settings": translate("Several", "Camera settings stay"),
    }
    way = {
        Kind.TIME: keep.time,
        Kind.PLACE: keep.place,
        Kind.NAME: "copyright" if keep.copyright else "",
        Kind.DEVICE: "settings" if keep.settings else "",
    }
    return ways.get(way.get(kind, ""), "")


def _line(sort: Sort, number: int, within: int, of: int, outcomes: set[Becomes]) -> Line:
    where = translate("Several", "in all {n} photos").format(n=words.number(of))
    if within < of:
        where = translate("Several", "in {n} of {total} photos").format(n=words.number(within), total=words.number(of))
    example = Finding(sort.kind, "", sort.where or "file")
    if len(outcomes) == 1:
        return Line(_noun(sort, number), where, outcomes.pop(), number, example)
    return Line(_noun(sort, number), where, Becomes(Fate.KEPT), number, example, translate("Several", "Differs"))


def _noun(sort: Sort, number: int) -> str:
    if sort.kind is Kind.FACE and sort.where == PICTURE:
        return faces(number)
    if sort.kind is Kind.TEXT and sort.where == PICTURE:
        return translate("Several", "Text in the picture")
    return {
        Kind.FACE: translate("Several", "Faces marked in the file"),
        Kind.PERSON: translate("Several", "People"),
        Kind.OBJECT: translate("Several", "Things and scenes"),
        Kind.TEXT: translate("Several", "Text in the file"),
        Kind.CODE: translate("Several", "Codes"),
        Kind.PLACE: translate("Several", "Positions and places"),
        Kind.TIME: translate("Several", "Dates and times"),
        Kind.DEVICE: translate("Several", "Details of the camera"),
        Kind.NAME: translate("Several", "Names"),
        Kind.PREVIEW: translate("Several", "Small or hidden pictures"),
        Kind.MOTION: translate("Several", "Video clips"),
        Kind.HISTORY: translate("Several", "History"),
        Kind.FILENAME: translate("Several", "What the file name says"),
        Kind.UNKNOWN: translate("Several", "Unknown parts"),
    }[sort.kind]
