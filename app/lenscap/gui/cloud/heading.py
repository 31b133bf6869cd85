"""The top of the page: title, what the estimate was made from and what is missing, and the choice of now or after."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui.cloud import words
from lenscap.gui.cloud.parts import tr
from lenscap.gui.roll.photo import Photo
from lenscap.gui.widgets import SegmentedControl, label


class Head(QWidget):
    """``which`` is "now" or "after"."""

    def __init__(self) -> None:
        super().__init__()
        self.line = label("", "body", "secondary", wrap=True)
        self.which = SegmentedControl(tr("Before or after cleaning"))
        self.which.add("now", tr("Now"), "lens")
        self.which.add("after", tr("After cleaning"), "cap")
        row, texts = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(4)
        texts.addWidget(label(tr("What the cloud sees"), "heading", wrap=True))
        texts.addWidget(self.line)
        row.addLayout(texts, 1)
        row.addWidget(self.which, 0, Qt.AlignmentFlag.AlignVCenter)

    def offer(self, after: bool) -> None:
        """Let the person choose what the copies would tell, if that is known."""
        segment = self.which.segment("after")
        segment.setEnabled(after)
        segment.setToolTip("" if after else tr("What the copies would tell cannot be estimated yet."))
        if not after:
            self.which.set_current("now")


def estimated(count: int, open_ones: Iterable[Photo]) -> str:
    """From how many photos, and how many still wait."""
    said = tr("An estimate made on this computer from {photos}. Nothing was sent anywhere.")
    return " ".join(filter(None, (said.format(photos=words.photos(count)), _missing(open_ones))))


def cleaned(count: int, preset: str) -> str:
    """The same after cleaning, by the name of a policy if it has one."""
    if not preset:
        return tr("The same estimate, as if {photos} had been cleaned.").format(photos=words.photos(count))
    said = tr("The same estimate, as if {photos} had been cleaned with “{preset}”.")
    return said.format(photos=words.photos(count), preset=preset)


def looked(open_ones: Iterable[Photo]) -> bool:
    """Whether faces were looked for in any of the photos."""
    return any(photo.facts.common.looked for photo in open_ones)


def _missing(open_ones: Iterable[Photo]) -> str:
    waiting = [photo for photo in open_ones if photo.problem is None]
    unread = sum(not photo.known for photo in waiting)
    if unread:
        return tr("1 photo is not read yet.") if unread == 1 else _many(tr("{n} photos are not read yet."), unread)
    faceless = sum(not photo.seen for photo in waiting)
    if faceless == 1:
        return tr("Faces are not looked for yet in 1 photo.")
    return _many(tr("Faces are not looked for yet in {n} photos."), faceless) if faceless else ""


def _many(said: str, count: int) -> str:
    return said.format(n=words.number(count))
