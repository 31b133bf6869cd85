"""The dialog *Settings*: colours, size of text, motion, language, and what is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from lenscap import forgetting
from lenscap.gui.appearance import TEXT_SIZES
from lenscap.gui.scrolled import ScrolledDialog
from lenscap.gui.tasks import Task
from lenscap.gui.widgets import Choice, button, label
from lenscap.settings import Settings

translate = QCoreApplication.translate


def schemes() -> tuple[tuple[str, str], ...]:
    """The colours that can be chosen: key and name."""
    return (
        ("system", translate("Settings", "As the system")),
        ("light", translate("Settings", "Light")),
        ("dark", translate("Settings", "Dark")),
        ("contrast", translate("Settings", "High contrast")),
    )


class SettingsDialog(ScrolledDialog):
    """``wished`` tells every choice at once, as fields of the settings; there is nothing to confirm."""

    wished = Signal(dict)

    def __init__(self, wishes: Settings, parent: QWidget | None = None) -> None:
        super().__init__(translate("Settings", "Settings"), 560, parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self.colours = self._choice("scheme", translate("Settings", "Colours"), "theme", schemes(), wishes.scheme)
        self.sizes = self._choice("text_size", translate("Settings", "Text size"), "text", _sizes(), wishes.text_size)
        self.languages = self._choice(
            "language", translate("Settings", "Language"), "info", _languages(), wishes.language
        )
        self.motion = self._choice(
            "less_motion", translate("Settings", "Motion"), "camera_motion", _motions(), wishes.less_motion
        )
        self.later = label(
            translate("Settings", "Text size and language change when Lenscap is started again."),
            "small",
            "secondary",
            wrap=True,
        )
        self.forget = button(translate("Settings", "Clear the list of recent folders"))
        self.forget.setEnabled(bool(wishes.recent))
        self.forget.clicked.connect(self._forget)
        self.forget_all = button(translate("Settings", "Forget all photos"))
        self.forget_all.clicked.connect(self._forget_all)
        self.said = label(
            translate(
                "Settings",
                "Lenscap remembers these settings, the folders that were open, what it saw in photos, "
                "and what you decided about them. It is kept on this computer, for you alone.",
            ),
            "small",
            "secondary",
            wrap=True,
        )
        self._fill()

    def _fill(self) -> None:
        self.column.setSpacing(12)
        self.column.addLayout(self._grid)
        self.column.addWidget(self.later)
        for part in (self.forget, self.forget_all):
            self.column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        self.settle()

    def _choice(
        self, field: str, name: str, icon: str, choices: Sequence[tuple[object, str]], chosen: object
    ) -> Choice:
        made = Choice(icon, name, most=280)
        for key, text in choices:
            made.addItem(text, key)
        made.setCurrentIndex(max(0, made.findData(chosen)))
        made.currentIndexChanged.connect(lambda at: self.wished.emit({field: made.itemData(at)}))
        row = self._grid.rowCount()
        named = label(name, "body")
        named.setBuddy(made)
        self._grid.addWidget(named, row, 0)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid.addWidget(made, row, 1)
        return made

    def _forget(self) -> None:
        self.forget.setEnabled(False)
        self.wished.emit({"recent": ()})

    def _forget_all(self) -> None:
        """As “lenscap forget” does."""
        self.forget_all.setEnabled(False)
        self._task = Task(lambda: iter((forgetting.forget(),)))
        self._task.item.connect(self._say_forgotten)
        self._task.failed.connect(self.said.setText)
        self._task.start()

    def _say_forgotten(self, gone: forgetting.Forgotten) -> None:
        self._forget()
        done = translate("Settings", "Forgotten. Photos that are opened from now on are remembered anew.")
        stuck = translate("Settings", "Something could not be deleted. Look at who owns Lenscap’s folders.")
        self.said.setText(stuck if gone.stuck else done)


def _sizes() -> tuple[tuple[int, str], ...]:
    return tuple((size, translate("Settings", "{n} %").format(n=size)) for size in TEXT_SIZES)


def _motions() -> tuple[tuple[bool, str], ...]:
    return ((False, translate("Settings", "As the system")), (True, translate("Settings", "Less motion")))


def _languages() -> tuple[tuple[str, str], ...]:
    return (("system", translate("Settings", "As the system")), ("en", "English"), ("de", "Deutsch"))
