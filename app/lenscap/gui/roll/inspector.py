"""What can be read in one photo, beside the grid."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lenscap.gui import theme
from lenscap.gui.roll import words
from lenscap.gui.roll.delegate import cropped
from lenscap.gui.roll.group import ExposureGroup
from lenscap.gui.roll.lines import groups, tally
from lenscap.gui.roll.photos import Photo
from lenscap.gui.speech import spoken
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import ElidedLabel, divider, label
from lenscap.model import Edits, Outcome, Policy, Report, Result

_THUMB = 52
translate = QCoreApplication.translate


class Inspector(QFrame):
    """Details of the photo that has the keyboard, and what the policy does with them."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._photo: Photo | None = None
        self._drawn: tuple[Report | None, bool, str | None, Edits, Policy, Result | None] | None = None
        self.setProperty("frame", "surface")
        self.setAccessibleName(self.tr("Details of the photo"))
        self._header = _Header()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the keys that scroll do so
        self._area.setAccessibleName(self.tr("Details of the photo"))
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(divider())
        column.addWidget(self._area, 1)
        thumbnails.ready.connect(self._take_thumb)

    def sizeHint(self) -> QSize:
        """As wide as the design has it."""
        return QSize(theme.SIZE["inspector"], 600)

    def photo(self) -> Photo | None:
        """The photo that is shown."""
        return self._photo

    def show_photo(self, photo: Photo | None, policy: Policy) -> None:
        """Show a photo, or nothing; build it anew only where something changed."""
        fresh = photo is not self._photo
        self._photo = photo
        drawn = (photo.report, photo.seen, photo.problem, photo.edits, policy, photo.result) if photo else None
        if drawn == self._drawn and not fresh:
            return
        self._drawn = drawn
        self._header.show_photo(photo)
        if photo is not None:
            self._thumbnails.request(photo.path, round(_THUMB * self.devicePixelRatioF()))
            self._take_thumb(photo.path)
        self._fill(_body(photo, policy))

    def _fill(self, body: QWidget) -> None:
        at = self._area.verticalScrollBar().value()
        self._area.setWidget(body)
        self._area.verticalScrollBar().setValue(at)

    def _take_thumb(self, path: Path) -> None:
        if self._photo is not None and path == self._photo.path:
            self._header.show_thumb(self._thumbnails.get(path))


class _Header(QWidget):
    """Thumbnail, name, date and size."""

    def __init__(self) -> None:
        super().__init__()
        self._thumb = QLabel()
        self._thumb.setFixedSize(_THUMB, _THUMB)
        self._name = ElidedLabel("", "title")
        self._date = ElidedLabel("", "small", "secondary")
        self._size = ElidedLabel("", "small", "tertiary")
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch()
        for line in (self._name, self._date, self._size):
            text.addWidget(line)
        text.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._thumb)
        row.addLayout(text, 1)

    def show_photo(self, photo: Photo | None) -> None:
        """Show the names of a photo; its thumbnail comes when it is ready."""
        self._thumb.clear()
        self._thumb.setVisible(photo is not None and photo.problem is None)
        self._name.set_whole(Path(photo.name).name if photo else self.tr("No photo chosen"))
        self._date.set_whole(words.moment(photo) if photo else "")
        self._size.set_whole(words.measures(photo) if photo else "")

    def show_thumb(self, thumb: QPixmap | None) -> None:
        """Show the thumbnail."""
        if thumb is not None:
            self._thumb.setPixmap(cropped(thumb, _THUMB, self.devicePixelRatioF()))


def _body(photo: Photo | None, policy: Policy) -> QWidget:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(16, 8, 16, 16)
    column.setSpacing(0)
    if photo is None:
        column.addWidget(
            label(translate("Inspector", "Choose a photo to see what it tells."), "body", "secondary", wrap=True)
        )
    elif photo.problem is not None:
        column.addWidget(_problem(photo.problem))
    elif photo.report is None:
        column.addWidget(label(translate("Inspector", "Reading this photo…"), "body", "secondary"))
    else:
        _add_findings(column, photo, photo.report, policy)
    column.addStretch()
    return body


def _add_findings(column: QVBoxLayout, photo: Photo, report: Report, policy: Policy) -> None:
    if note := _outcome(photo):
        column.addWidget(note)
        column.addSpacing(8)
    for line in _summary(photo, report, policy):
        column.addWidget(line)
    column.addSpacing(8)
    for key, lines in groups(report.findings, policy, photo.edits).items():
        column.addWidget(ExposureGroup(key, lines, policy.style))
        column.addSpacing(14)


def _summary(photo: Photo, report: Report, policy: Policy) -> list[QLabel]:
    counted = tally(report.findings, policy, photo.edits)
    if not counted.details:
        found = translate("Inspector", "No details found in this photo")
        return [label(found, "strong"), label(_looked(photo), "small", "secondary", wrap=True)]
    found = translate("Inspector", "1 detail readable in this photo")
    if counted.details > 1:
        found = translate("Inspector", "{n} details readable in this photo").format(n=counted.details)
    goes = translate("Inspector", "{gone} removed or covered, {left} stay visible.")
    if counted.left == 1:
        goes = translate("Inspector", "{gone} removed or covered, {left} stays visible.")
    line = goes.format(gone=counted.gone, left=counted.left)
    if not photo.seen:
        line += " " + translate("Inspector", "Faces have not been looked for yet.")
    return [label(found, "strong"), label(line, "small", "secondary", wrap=True)]


def _looked(photo: Photo) -> str:
    if photo.seen:
        return translate("Inspector", "Lenscap read the file and looked for faces.")
    return translate("Inspector", "Lenscap read the file. Faces have not been looked for yet.")


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
    column.addWidget(label(title, "strong", {"note": "note", "error": "error"}.get(frame, "on_soft")))
    if sentence:
        column.addWidget(label(sentence, "small", "primary", wrap=True))
    return made
