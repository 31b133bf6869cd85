"""One row of the viewer's panel: a crop of the area, what it is called, and what happens to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lenscap.gui import theme
from lenscap.gui.speech import spoken
from lenscap.gui.viewer.boxes import name, verb
from lenscap.gui.viewer.keys import keep_arrows
from lenscap.gui.viewer.marks import Look, Mark
from lenscap.gui.widgets import ElidedLabel, explain
from lenscap.model import Box, Kind

CROP = 40

COVER, KEEP, REMOVE = "cover", "keep", "remove"


class Verdict(QFrame):
    """Two buttons of which one is on, or neither while the person is being asked."""

    decided = Signal(str)

    def __init__(self, words: dict[str, str], current: str | None, about: str) -> None:
        super().__init__()
        self.setProperty("frame", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(current is not None)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for key, word in words.items():
            button = self._button(key, word, key == current)
            button.setAccessibleName(f"{about}: {word}")
            button.setAutoExclusive(self._group.exclusive())
            row.addWidget(button)

    def _button(self, key: str, word: str, on: bool) -> QPushButton:
        button = QPushButton()
        button.setText(word)
        button.setFont(theme.font("body"))
        button.setCheckable(True)
        button.setChecked(on)
        button.setProperty("verdict", key)
        button.setFixedHeight(theme.px(28))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.decided.emit(key))
        keep_arrows(button)
        self._group.addButton(button)
        return button


class Row(QFrame):
    """A face, a text or a drawn area. A click on the row chooses it on the stage."""

    chosen = Signal()
    decided = Signal(str)

    def __init__(self, mark: Mark, crop: QPixmap, style: str) -> None:
        super().__init__()
        self.mark = mark
        self.setProperty("frame", "row")
        self.setProperty("chosen", False)
        said = dict.fromkeys((name(mark), _line(mark), _state(mark), spoken(mark.tells)))
        self.setAccessibleName(", ".join(filter(None, said)))
        explain(self, spoken(mark.tells))
        self._picture = QLabel()
        self._picture.setFixedSize(CROP, CROP)
        self._picture.setPixmap(crop)
        large = theme.has_large_text()
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 6)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._picture, 0, 0)
        grid.addLayout(self._words(mark), 0, 1)
        verdict = self._verdict(mark, style)
        grid.addWidget(verdict, 1, 1, Qt.AlignmentFlag.AlignLeft) if large else grid.addWidget(verdict, 0, 2)

    def _words(self, mark: Mark) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(ElidedLabel(name(mark), "strong"))
        words.addWidget(ElidedLabel(_line(mark), "small", "secondary"))
        words.addStretch()
        return words

    def _verdict(self, mark: Mark, style: str) -> QWidget:
        if mark.look is Look.DRAWN:
            words: dict[str, str] = {REMOVE: self.tr("Remove")}
            current: str | None = ""
        elif mark.look is Look.UNSURE:
            words, current = {COVER: self.tr("Yes"), KEEP: self.tr("No")}, None
        else:
            words = {COVER: verb(style), KEEP: self.tr("Keep")}
            current = COVER if mark.look is Look.COVERED else KEEP
        verdict = Verdict(words, current, name(mark))
        verdict.decided.connect(self.decided)
        return verdict

    def show_crop(self, crop: QPixmap) -> None:
        """Show the area from a sharper picture, or not at all."""
        self._picture.setPixmap(crop)

    def buttons(self) -> list[QPushButton]:
        """What can be pressed, from left to right."""
        return self.findChildren(QPushButton)

    def take_focus(self, verdict: str) -> None:
        """Give the keyboard to the button of that verdict, or to the first one."""
        buttons = self.buttons()
        next((one for one in buttons if one.property("verdict") == verdict), buttons[0]).setFocus()

    def set_chosen(self, chosen: bool) -> None:
        """Show which row belongs to the chosen frame."""
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere but on the buttons."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()


def _line(mark: Mark) -> str:
    """The line under the name: how far somebody is known, or what happens to an area."""
    if mark.photos > 1 and mark.look is not Look.UNSURE:
        return QCoreApplication.translate("Viewer", "in {n} photos").format(n=mark.photos)
    return _state(mark)


def _state(mark: Mark) -> str:
    if mark.look is Look.UNSURE:
        return QCoreApplication.translate("Viewer", "not sure, so covered")
    if mark.look is Look.DRAWN or mark.covered:
        return QCoreApplication.translate("Viewer", "covered")
    return QCoreApplication.translate("Viewer", "stays visible")


def crop(image: QImage | None, scale: float, mark: Mark, ratio: float) -> QPixmap:
    """The area itself, small: a face in a circle, anything else as it is. ``scale`` leads from boxes to the image."""
    made = QPixmap(QSize(CROP, CROP) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    if image is None:
        return made
    round_ = mark.kind is Kind.FACE
    source = _around(mark.box, scale, 0.15 if round_ else 0.0)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, CROP, CROP), CROP / 2 if round_ else 4, CROP / 2 if round_ else 4)
    painter.setClipPath(path)
    size = QSize(CROP, CROP) * ratio
    small = image.copy(source.toRect()).scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (small.width() - size.width()) / 2, (small.height() - size.height()) / 2
    painter.drawImage(QRectF(0, 0, CROP, CROP), small, QRectF(left, top, size.width(), size.height()))
    painter.end()
    return made


def _around(box: Box, scale: float, margin: float) -> QRectF:
    """The square around a box, a little larger than it, in pixels of the image."""
    edge = max(box.w, box.h) * (1 + 2 * margin)
    middle = QRectF(*box).center()
    return QRectF((middle.x() - edge / 2) * scale, (middle.y() - edge / 2) * scale, edge * scale, edge * scale)
