"""What several photos tell together: kind by kind, in how many of them, and what becomes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from lenscap.details import for_photo
from lenscap.gui import exposure
from lenscap.gui.roll import words
from lenscap.gui.roll.becoming import Becomes
from lenscap.gui.roll.lines import Line, faces
from lenscap.gui.roll.photos import Photo
from lenscap.model import FILE_NAME, PICTURE, Edits, Finding, Kind, Policy, Report
from lenscap.policy import Fate, can_be_kept, fate

translate = QCoreApplication.translate


class _Sort(NamedTuple):
    """What findings have in common that are counted together."""

    group: str
    kind: Kind
    where: str


class Told:
    """What photos tell, counted once for each report."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Report, Counter[_Sort], dict[_Sort, list[Finding]]]] = {}

    def groups(self, photos: Sequence[Photo], policy: Policy) -> dict[str, list[Line]]:
        """The lines of each exposure key; ``policy`` is the preset."""
        numbers: Counter[_Sort] = Counter()
        within: Counter[_Sort] = Counter()
        outcomes: dict[_Sort, set[Becomes]] = {}
        self._forget_but(photos)
        for photo in photos:
            counted, kinds = self._of(photo.report) if photo.report else (Counter[_Sort](), {})
            numbers += counted
            within.update(counted.keys())
            for sort, findings in kinds.items():
                outcomes.setdefault(sort, set()).update(_outcomes(findings, policy, photo.edits))
        found: dict[str, list[Line]] = {key: [] for key in exposure.KEYS}
        for sort in sorted(numbers, key=lambda each: each.where != PICTURE):
            line = _line(sort, numbers[sort], within[sort], len(photos), outcomes[sort])
            found[sort.group].append(line)
        return {key: lines for key, lines in found.items() if lines}

    def _of(self, report: Report) -> tuple[Counter[_Sort], dict[_Sort, list[Finding]]]:
        """How many findings of each sort, and a few that stand for all of them."""
        if id(report) not in self._known:
            sorts = [(_sort(finding), finding) for finding in report.findings]
            kinds: dict[_Sort, list[Finding]] = {}
            for sort, finding in sorts:
                some = kinds.setdefault(sort, [])
                if finding.box or not any(can_be_kept(finding) == can_be_kept(other) for other in some):
                    some.append(finding)
            self._known[id(report)] = report, Counter(sort for sort, _ in sorts), kinds
        return self._known[id(report)][1:]

    def _forget_but(self, photos: Iterable[Photo]) -> None:
        shown = {id(photo.report) for photo in photos}
        self._known = {number: told for number, told in self._known.items() if number in shown}


def _sort(finding: Finding) -> _Sort:
    where = finding.where if finding.where in (PICTURE, FILE_NAME) else ""
    return _Sort(exposure.of(finding), finding.kind, where)


def _outcomes(findings: Iterable[Finding], policy: Policy, edits: Edits) -> set[Becomes]:
    wish = for_photo(policy, edits)
    return {_becomes(finding, wish, edits) for finding in findings}


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


def _line(sort: _Sort, number: int, within: int, of: int, outcomes: set[Becomes]) -> Line:
    where = translate("Several", "in all {n} photos").format(n=words.number(of))
    if within < of:
        where = translate("Several", "in {n} of {total} photos").format(n=words.number(within), total=words.number(of))
    example = Finding(sort.kind, "", sort.where or "file")
    if len(outcomes) == 1:
        return Line(_noun(sort, number), where, outcomes.pop(), number, example)
    return Line(_noun(sort, number), where, Becomes(Fate.KEPT), number, example, translate("Several", "Differs"))


def _noun(sort: _Sort, number: int) -> str:
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
