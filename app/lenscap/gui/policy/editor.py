"""The questions about one policy, and the sentence that says what copies will still tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from lenscap.errors import LenscapError
from lenscap.gui import theme
from lenscap.gui.policy.answers import EVERYBODY, Answers, answered, answers
from lenscap.gui.policy.people import WhoseFaces
from lenscap.gui.policy.sentence import sentence
from lenscap.gui.policy.styles import StyleTiles
from lenscap.gui.roll import words
from lenscap.gui.speech import spoken
from lenscap.gui.widgets import CheckBox, Choice, Flow, divider, label
from lenscap.model import Kind, Policy
from lenscap.policy import PRESETS

_LONGEST, _WIDEST = 60, 290
_WHEREVER = Qt.AlignmentFlag(0)
translate = QCoreApplication.translate


class PolicyEditor(QWidget):
    """Shows a policy and changes it; ``changed`` tells that it did. What is not asked stays as it was."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._policy = PRESETS["metadata"]
        self._filling = False
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST)
        self.name.setProperty("look", "field")
        self.name.setAccessibleName(self.tr("Name of the policy"))
        self.name.textEdited.connect(self.changed)
        self._make_parts()
        self.tells = label("", "strong", wrap=True)
        self.note = label("", "small", "secondary", wrap=True)
        self._lay_out()

    def policy(self) -> Policy:
        """The policy as it is answered now."""
        return answered(self._policy, self.answers())

    def show_policy(self, name: str, policy: Policy) -> None:
        """Show another policy."""
        self._policy = policy
        self.name.setText(name)
        self._fill(answers(policy))

    def problem(self) -> str:
        """What keeps it from being used; empty if nothing does."""
        said = self.answers()
        if Kind.FACE in said.cover and said.whose != EVERYBODY and not said.photos:
            return self.tr("Choose a photo of somebody, or cover everybody's faces.")
        from lenscap.pipeline.cleaning import check_parts  # without it the window is up sooner

        try:
            check_parts(self.policy())
        except LenscapError as error:
            return spoken(str(error))
        return ""

    def answers(self) -> Answers:
        """What is answered now."""
        boxes = {Kind.FACE: self.faces, Kind.TEXT: self.text, Kind.CODE: self.codes}
        return Answers(
            rest=self.rest.currentData() == "goes",
            date=str(self.date.currentData()),
            place=str(self.place.currentData()),
            settings=self.settings.isChecked(),
            copyright=self.copyright.isChecked(),
            neutral_names=self.names.currentData() == "neutral",
            file_times=self.times.currentData() == "keep",
            cover=frozenset(kind for kind, box in boxes.items() if box.isChecked()),
            style=self.style_tiles.current(),
            whose=self.whose.whose(),
            photos=self.whose.photos(),
        )

    # -- putting together --------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        presets = ((name, words.preset(name)) for name in words.PRESETS)
        self.start = self._choice("cap", self.tr("Start from"), [("", self.tr("As it is")), *presets])
        self.date = self._choice("time", self.tr("Date"), _dates())
        self.place = self._choice("place", self.tr("Position"), _places())
        rest = [("goes", self.tr("Remove")), ("stays", self.tr("Keep what can be written anew"))]
        self.rest = self._choice("device", self.tr("All the rest"), rest)
        self.settings, self.copyright = self._box(self.tr("Camera settings")), self._box(self.tr("Copyright line"))
        names = [("keep", self.tr("Keep")), ("neutral", self.tr("Neutral: photo-0001"))]
        self.names = self._choice("doc", self.tr("File names"), names)
        times = [("neutral", self.tr("The same for all copies")), ("keep", self.tr("Those of the originals"))]
        self.times = self._choice("calendar", self.tr("File times"), times)
        self.faces, self.text = self._box(self.tr("Faces")), self._box(self.tr("Text"))
        self.codes = self._box(self.tr("QR and bar codes"))
        self.style_tiles, self.whose = StyleTiles(), WhoseFaces()
        self.start.activated.connect(self._start_from)
        self.style_tiles.changed.connect(self._change)
        self.whose.changed.connect(self._change)

    def _choice(self, icon: str, name: str, entries: Iterable[tuple[str, str]]) -> Choice:
        made = Choice(icon, name, most=_WIDEST)
        for key, text in entries:
            made.addItem(text, key)
        made.currentIndexChanged.connect(self._change)
        return made

    def _box(self, text: str) -> CheckBox:
        made = CheckBox(text)
        made.toggled.connect(self._change)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self.name.setFont(theme.font("body"))
        self.name.setMinimumHeight(theme.px(theme.SIZE["control"]))
        column.addLayout(_grid((self.tr("Name"), self.name), (self.start.accessibleName(), self.start)))
        column.addWidget(divider())
        column.addWidget(label(self.tr("What the file tells"), "title"))
        named = (self.date, self.place, self.rest)
        asked = ((part.accessibleName(), part) for part in named)
        column.addLayout(_grid(*asked, ("", _beside(self.settings, self.copyright))))
        column.addWidget(divider())
        column.addWidget(label(self.tr("What the picture shows"), "title"))
        column.addLayout(
            _grid(
                (self.tr("Cover"), _beside(self.faces, self.text, self.codes)),
                (self.tr("Style"), self.style_tiles),
                (self.tr("Whose faces"), self.whose),
            )
        )
        column.addWidget(divider())
        column.addWidget(label(self.tr("The files of the copies"), "title"))
        column.addLayout(_grid(*((part.accessibleName(), part) for part in (self.names, self.times))))
        column.addWidget(self.note)
        column.addStretch()

    # -- answers -----------------------------------------------------------------------------------------------------

    def _fill(self, said: Answers) -> None:
        self._filling = True
        self.start.setCurrentIndex(0)
        for choice, key in (
            (self.date, said.date),
            (self.place, said.place),
            (self.rest, "goes" if said.rest else "stays"),
            (self.names, "neutral" if said.neutral_names else "keep"),
            (self.times, "keep" if said.file_times else "neutral"),
        ):
            choice.setCurrentIndex(max(0, choice.findData(key)))
        self.settings.setChecked(said.settings)
        self.copyright.setChecked(said.copyright)
        for kind, box in ((Kind.FACE, self.faces), (Kind.TEXT, self.text), (Kind.CODE, self.codes)):
            box.setChecked(kind in said.cover)
        self.style_tiles.set_current(said.style)
        self.whose.set_answer(said.whose, said.photos)
        self._filling = False
        self._say()

    def _start_from(self) -> None:
        """Answer all as a preset does; what was decided about single photos stays."""
        if name := str(self.start.currentData()):
            self._policy = replace(PRESETS[name], edits=self._policy.edits)
            self._fill(answers(self._policy))
            self.start.setCurrentIndex(self.start.findData(name))
            self.changed.emit()

    def _change(self) -> None:
        if not self._filling and self.sender() is not self.start:
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        said = self.answers()
        for box in (self.settings, self.copyright):
            box.setEnabled(said.rest)
            box.setToolTip("" if said.rest else self.tr("It stays with all the rest."))
        self.whose.setEnabled(Kind.FACE in said.cover)
        self.style_tiles.setEnabled(bool(said.cover))
        self.tells.setText(sentence(said))
        self.note.setText(self._about_photos())
        self.note.setVisible(bool(self.note.text()))

    def _about_photos(self) -> str:
        number = len(self._policy.edits)
        if not number:
            return ""
        kept = self.tr("What it decides about {photos} by name stays as it is.")
        return kept.format(photos=words.photos(number))


def _dates() -> list[tuple[str, str]]:
    return [
        ("remove", translate("PolicyEditor", "Remove")),
        ("year", translate("PolicyEditor", "Keep the year")),
        ("month", translate("PolicyEditor", "Keep the month")),
        ("day", translate("PolicyEditor", "Keep the day")),
        ("exact", translate("PolicyEditor", "Keep date and time")),
    ]


def _places() -> list[tuple[str, str]]:
    return [
        ("remove", translate("PolicyEditor", "Remove")),
        ("country", translate("PolicyEditor", "Keep the country")),
        ("town", translate("PolicyEditor", "Keep the town")),
        ("exact", translate("PolicyEditor", "Keep the exact position")),
    ]


def _grid(*rows: tuple[str, QWidget]) -> QGridLayout:
    """Captions on the left, what they are about on the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, theme.px(110))
    grid.setColumnStretch(1, 1)
    for number, (caption, part) in enumerate(rows):
        said = label(caption, "body", "secondary")
        said.setMinimumHeight(theme.px(theme.SIZE["control"]))
        said.setBuddy(part)
        grid.addWidget(said, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(part, number, 1, Qt.AlignmentFlag.AlignLeft if isinstance(part, Choice) else _WHEREVER)
    return grid


def _beside(*parts: QWidget) -> QFrame:
    made = QFrame()
    row = Flow(made, spacing=16)
    for part in parts:
        row.addWidget(part)
    return made
