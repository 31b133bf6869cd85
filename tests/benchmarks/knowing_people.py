"""How well the same people are known: B-cubed precision, recall and F1 on photos whose folders say who is in them.

    python tests/benchmarks/knowing_people.py FOLDER [STRANGERS]

FOLDER has a folder for each person, STRANGERS pictures of many other people, who are added to the roll; of them the
sure faces count as a person each. The whole way is measured: faces are found by our own detector, and of each photo
the one in the middle counts.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from lenscap import isolation
from lenscap.errors import LenscapError
from lenscap.model import PICTURE, SURE, Finding, Kind, Looking, Report
from lenscap.people import FAR, NEAR, distance, people
from lenscap.pipeline import inspect

Truth = dict[tuple[Path, object], object]


def central(report: Report) -> Finding | None:
    """The face that is nearest to the middle of a photo."""
    faces = [each for each in report.findings if each.kind == Kind.FACE and each.where == PICTURE]
    sure = [each for each in faces if each.certainty >= SURE]
    return min(sure, key=lambda each: _off(each, report), default=None)


def _off(face: Finding, report: Report) -> float:
    assert face.box
    middle = face.box.x + face.box.w / 2, face.box.y + face.box.h / 2
    return math.dist(middle, (report.size.width / 2, report.size.height / 2))


def b_cubed(truth: Truth, found: Truth) -> tuple[float, float]:
    """Precision and recall, averaged over the faces (Bagga and Baldwin, 1998)."""
    precision = recall = 0.0
    for one in truth:
        together = sum(found[one] == found[other] for other in truth)
        belong = sum(truth[one] == truth[other] for other in truth)
        both = sum(found[one] == found[other] and truth[one] == truth[other] for other in truth)
        precision, recall = precision + both / together, recall + both / belong
    return precision / len(truth), recall / len(truth)


def shown(title: str, truth: Truth, reports: Iterable[Report]) -> None:
    """Print how well the faces in ``truth`` are grouped on the roll of ``reports``; an unknown one is alone."""
    found: Truth = {(face.path, face.box): who.name for who in people(reports) for face in who.faces}
    precision, recall = b_cubed(truth, {face: found.get(face, face) for face in truth})
    alone = sum(face not in found for face in truth)
    score = 2 * precision * recall / (precision + recall)
    print(
        f"{title}: {len(truth)} faces in {len(set(truth.values()))} people, {len(set(found.values()))} groups", end=""
    )
    print(f", {alone} without a likeness: precision {precision:.4f}, recall {recall:.4f}, F1 {score:.4f}")


def looked_at(folder: Path, people: bool = True) -> list[Report]:
    """Reports on the pictures below a folder."""
    reports = []
    for path in sorted(folder.rglob("*.jpg")):
        try:
            reports.append(inspect(path, Looking("careful", people)))
        except LenscapError as error:
            print(f"{path.name}: {error}")
    return reports


def rules(known: list[tuple[str, Finding]], strangers: list[Finding]) -> None:
    """Print how often rules by person would be right: each face is a reference for all the others."""
    pairs = [
        (one[0] == other[0], distance(one[1].likeness, other[1].likeness))
        for one, other in combinations(known, 2)
        if one[1].likeness and other[1].likeness
    ]
    pairs += [
        (False, distance(one[1].likeness, other.likeness))
        for one in known
        for other in strangers
        if one[1].likeness and other.likeness
    ]
    for name, limit in (("kept: at most", NEAR), ("not covered alone: more than", FAR)):
        same = [apart <= limit for is_same, apart in pairs if is_same]
        different = [apart <= limit for is_same, apart in pairs if not is_same]
        print(
            f"within {limit} ({name}): {sum(same)} of {len(same)} pairs of one person, "
            f"{sum(different)} of {len(different)} of different people"
        )


def processor_time() -> float:
    """Seconds of both processes."""
    return time.process_time() + isolation.call(time.process_time)


def seconds(folder: Path) -> None:
    """Print what likenesses cost."""
    some = next(folder.iterdir())
    looked_at(some)  # loads the models
    spent = []
    for wanted in (False, True):
        start = processor_time()
        reports = looked_at(some, wanted)
        spent.append(processor_time() - start)
    faces = [each for report in reports for each in report.findings if each.likeness]
    print(f"{(spent[1] - spent[0]) / len(faces):.3f} s of processor time a face")


def main(folder: Path, others: Path | None) -> None:
    """Measure and print."""
    reports = looked_at(folder)
    faces = [(report, face) for report in reports if (face := central(report)) is not None]
    truth: Truth = {(report.path, face.box): report.path.parent.name for report, face in faces}
    shown("known people", truth, reports)
    more = looked_at(others) if others else []
    strangers = [(report, each) for report in more for each in report.findings if each.likeness]
    if more:
        with_others = truth | {(report.path, each.box): (report.path, each.box) for report, each in strangers}
        shown("among strangers", with_others, [*reports, *more])
    rules([(report.path.parent.name, face) for report, face in faces], [each for _, each in strangers])
    seconds(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
