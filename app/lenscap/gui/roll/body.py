"""What the inspector says below its head: what was done with a photo, how much it tells, and the groups of details."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lenscap.gui.roll import words
from lenscap.gui.roll.choices import Choosing
from lenscap.gui.roll.group import ExposureGroup, ExposureRow
from lenscap.gui.roll.lines import Line, groups, tally
from lenscap.gui.roll.outdated import old_boxes
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.together import Together
from lenscap.gui.speech import spoken
from lenscap.gui.widgets import label
from lenscap.model import Outcome, Policy, Report

translate = QCoreApplication.translate


class Body(QWidget):
    """A column of sentences and groups. ``decided`` tells a ``Choice``."""

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 8, 16, 4)
        self.column.setSpacing(0)

    def add_groups(self, found: Mapping[str, list[Line]], policy: Policy, choosing: Choosing) -> None:
        """Add what is told, sort by sort."""
        for key, lines in found.items():
            group = ExposureGroup(key, lines, policy.style, choosing)
            group.decided.connect(self.decided)
            self.column.addWidget(group)
            self.column.addSpacing(11)

    def settle(self, width: int) -> None:
        """Be laid out at once: rows see only now how wide they are, and which of their words take two lines."""
        for _ in range(2):
            self.resize(width, max(self.column.heightForWidth(width), self.column.minimumSize().height()))
            self.column.activate()

    def row(self, key: str) -> ExposureRow | None:
        """The row that is known by ``key``."""
        return next((row for row in self.findChildren(ExposureRow) if row.key == key), None)


def of_photo(photo: Photo | None, policy: Policy) -> Body:
    """What is said of one photo, or that there is none."""
    body = Body()
    column = body.column
    if photo is None:
        column.addWidget(
            label(translate("Inspector", "Choose a photo to see what it tells."), "body", "secondary", wrap=True)
        )
    elif photo.problem is not None:
        column.addWidget(_problem(photo.problem))
    elif photo.report is None:
        column.addWidget(label(translate("Inspector", "Reading this photo…"), "body", "secondary"))
    else:
        _add_findings(body, photo, photo.report, policy)
    column.addStretch()
    return body


def of_several(those: Together, found: Mapping[str, list[Line]], policy: Policy) -> Body:
    """What is said of several photos together; ``found`` are the lines on what they tell."""
    body = Body()
    number = sum(line.number for lines in found.values() for line in lines)
    said = translate("Inspector", "No details found in these photos")
    if number:
        said = translate("Inspector", "{n} details readable in these photos").format(n=words.number(number))
    body.column.addWidget(label(said, "strong", wrap=True))
    if unread := those.unread:
        still = translate("Inspector", "Of {photos} it is not known yet.").format(photos=words.photos(unread))
        body.column.addWidget(label(still, "small", "secondary", wrap=True))
    body.column.addSpacing(8)
    body.add_groups(found, policy, Choosing(those, policy))
    body.column.addStretch()
    return body


def _add_findings(body: Body, photo: Photo, report: Report, policy: Policy) -> None:
    if note := _outcome(photo):
        body.column.addWidget(note)
        body.column.addSpacing(8)
    if old_boxes(photo):
        body.column.addWidget(_notice(translate("Inspector", "The photo has changed"), _old(), "note"))
        body.column.addSpacing(8)
    for line in _summary(photo, report, policy):
        body.column.addWidget(line)
    body.column.addSpacing(8)
    body.add_groups(groups(report.findings, policy, photo.edits), policy, Choosing(Together([photo]), policy))


def _summary(photo: Photo, report: Report, policy: Policy) -> list[QLabel]:
    counted = tally(report.findings, policy, photo.edits)
    if not counted.details:
        found = translate("Inspector", "No details found in this photo")
        return [label(found, "strong", wrap=True), label(_looked(photo), "small", "secondary", wrap=True)]
    found = translate("Inspector", "1 detail readable in this photo")
    if counted.details > 1:
        found = translate("Inspector", "{n} details readable in this photo").format(n=counted.details)
    goes = translate("Inspector", "{gone} removed or covered, {left} stay visible.")
    if counted.vaguer:
        goes = translate("Inspector", "{gone} removed or covered, {vaguer} made vaguer, {left} stay visible.")
        if counted.left == 1:
            goes = translate("Inspector", "{gone} removed or covered, {vaguer} made vaguer, {left} stays visible.")
    elif counted.left == 1:
        goes = translate("Inspector", "{gone} removed or covered, {left} stays visible.")
    line = goes.format(gone=counted.gone, vaguer=counted.vaguer, left=counted.left)
    if not photo.seen:
        line += " " + translate("Inspector", "Faces have not been looked for yet.")
    return [label(found, "strong", wrap=True), label(line, "small", "secondary", wrap=True)]


def _looked(photo: Photo) -> str:
    if photo.seen and photo.facts.common.text:
        return translate("Inspector", "Lenscap read the file and looked for faces, text and codes.")
    if photo.seen:
        return translate("Inspector", "Lenscap read the file and looked for faces.")
    return translate("Inspector", "Lenscap read the file. Faces have not been looked for yet.")


def _old() -> str:
    return translate(
        "Inspector",
        "Another program changed it after you decided which areas are covered. Open it to see whether they are still "
        "where they should be.",
    )


def _problem(sentence: str) -> QFrame:
    return _notice(translate("Inspector", "This photo could not be read"), sentence, "note")


def _outcome(photo: Photo) -> QFrame | None:
    """What the last cleaning did with this photo."""
    result = photo.result
    if result is None:
        return None
    if photo.cleaned:
        where = words.folder(result.target.parent) if result.target else ""
        return _notice(translate("Inspector", "A clean copy was saved"), where, "soft_card")
    failed = result.outcome is Outcome.FAILED
    title = translate("Inspector", "No copy was made") if failed else translate("Inspector", "Left out")
    return _notice(title, spoken(result.reason or ""), "error" if failed else "note")


def _notice(title: str, sentence: str, frame: str) -> QFrame:
    made = QFrame()
    made.setProperty("frame", frame)
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 8, 12, 10)
    column.setSpacing(2)
    column.addWidget(label(title, "strong", {"note": "note", "error": "error"}.get(frame, "on_soft"), wrap=True))
    if sentence:
        column.addWidget(label(sentence, "small", "primary", wrap=True))
    return made
