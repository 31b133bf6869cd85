"""The list of what is hidden in a photo's file: small copies, second pictures, maps, films. A row opens it large."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.speech import place, spoken
from lenscap.gui.widgets import ElidedLabel
from lenscap.model import Finding, Kind, Report

_MOST = 24
"""More rows say nothing more to a person."""


def extras(report: Report | None) -> list[Finding]:
    """What is hidden in a photo and may be looked at."""
    found = report.findings if report else ()
    return [each for each in found if each.kind in (Kind.PREVIEW, Kind.MOTION)][:_MOST]


class Extras(QWidget):
    """``opened`` asks to see one of them large."""

    opened = Signal(object)  # Finding

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[Finding, bool]] = []
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.setSpacing(2)

    def show_extras(self, found: Sequence[Finding], stay: Sequence[Finding]) -> None:
        """List these; some ``stay`` in a copy, the others do not."""
        shown = [(each, each in stay) for each in found]
        if shown == self._shown:
            return
        self._shown = shown
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(finding, stays) for finding, stays in shown]
        for row, (finding, _) in zip(self._rows, shown, strict=True):
            row.clicked.connect(partial(self.opened.emit, finding))
            self._column.addWidget(row)
            row.show()
        icons.redress(self)  # they were made outside of what is always dark

    def set_open(self, finding: Finding | None) -> None:
        """Show which one is seen large."""
        for row, (each, _) in zip(self._rows, self._shown, strict=True):
            row.setChecked(each is finding or each == finding)


class _Row(QPushButton):
    """What it is, where it sits, and whether it goes."""

    def __init__(self, finding: Finding, stays: bool) -> None:
        super().__init__()
        self.setProperty("look", "row")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fate = self.tr("{where} · stays in the copy") if stays else self.tr("{where} · not in the copy")
        tells, said = spoken(finding.tells), fate.format(where=place(finding.where))
        self.setAccessibleName(f"{tells}, {said}")
        icon = QLabel()
        icons.dress(icon, "camera_motion" if finding.kind is Kind.MOTION else "photo", "exposure.hidden.fg", 20)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(icon)
        row.addLayout(_lines(_short(tells), said), 1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(120, theme.px(46))

    minimumSizeHint = sizeHint  # noqa: N815


def _short(tells: str) -> str:
    """What it is, without what that means; all of it is said beside the picture."""
    return re.split(r"[,:(]", tells, maxsplit=1)[0].strip()


def _lines(tells: str, said: str) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(0)
    for text, font, ink in ((tells, "strong", "primary"), (said, "small", "secondary")):
        lines.addWidget(ElidedLabel(text, font, ink))
    return lines
