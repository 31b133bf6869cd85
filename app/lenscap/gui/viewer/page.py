"""The viewer: one photo on a dark stage, with the decisions about it beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton

from lenscap.gui.history import History
from lenscap.gui.roll.filters import PhotoFilter
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.viewer.keys import ARROWS, keep_arrows
from lenscap.gui.viewer.marks import Look
from lenscap.gui.viewer.peeking import Peeking
from lenscap.gui.viewer.rows import COVER, KEEP, REMOVE
from lenscap.gui.widgets import SegmentedControl
from lenscap.model import Box

_KEYS = {"draw": "D", "in": "+", "out": "-", "fit": "0", "compare": "C"}
"""The tools that do what a key does."""
_SHIFT = Qt.Modifier.SHIFT


class ViewerPage(Peeking):
    """Shows the photos of ``model`` one at a time; what a person decides goes to ``photos``."""

    back = Signal()
    clean = Signal(list)
    policy_wanted = Signal(str)
    style_changed = Signal(str)

    def __init__(
        self, model: PhotoFilter | PhotoModel, photos: PhotoModel, thumbnails: Thumbnails, history: History
    ) -> None:
        super().__init__(model, photos, thumbnails, history)
        self._history = history
        self._keys = self._deeds()
        self._buttons = {tool: self._keys[key] for tool, key in _KEYS.items()}
        self._buttons |= {"undo": self._undo, "redo": self._redo}
        history.bind(self, self._show_path)
        self._upright: list[QShortcut] = []
        self._connect()
        self._bind_keys()

    # -- putting together --------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.bar.back.connect(self.back)
        self.emptied.connect(self.back)
        self.bar.clean.connect(self._clean)
        self.tools.used.connect(self._use)
        self.strip.picked.connect(self.show_photo)
        self._connect_stage()
        self._connect_panel()

    def _connect_stage(self) -> None:
        self.stage.chosen.connect(self._choose)
        self.stage.toggled.connect(self._toggle)
        self.stage.drawn.connect(self._draw)
        self.stage.moved.connect(self._move)
        self.stage.nudged.connect(self._nudge)
        self.stage.stepped.connect(self.step)

    def _connect_panel(self) -> None:
        self.panel.chosen.connect(self._choose)
        self.panel.decided.connect(self._decide)
        self.panel.all_decided.connect(self._decide_all)
        self.panel.everywhere.connect(self._decide_everywhere)
        self.panel.style_changed.connect(self.style_changed)
        self.panel.changed.right.connect(self._decisions.confirm_old)
        self.panel.changed.drop.connect(self._decisions.drop_old)
        self.panel.cover_wanted.connect(lambda: self.policy_wanted.emit("faces"))

    def _deeds(self) -> dict[str, Callable[[], object]]:
        return {
            "B": lambda: self._decide(self._chosen, COVER),
            "K": lambda: self._decide(self._chosen, KEEP),
            "D": lambda: self.hold(pen=not self.peeking and not self.filming),
            "H": self.tools.button("hide").click,
            "C": self.compare,
            "Z": self._show_pixels,
            "0": self.stage.fit,
            "+": lambda: self.stage.zoom_by(1.25),
            "=": lambda: self.stage.zoom_by(1.25),
            "-": lambda: self.stage.zoom_by(0.8),
            "I": self.bar.info.click,
            "Del": self._remove,
            "Backspace": self._remove,
            "Esc": self._escape,
            "PgUp": lambda: self.step(-1),
            "PgDown": lambda: self.step(1),
        }

    def _bind_keys(self) -> None:
        for key, deed in self._keys.items():
            QShortcut(QKeySequence(key), self, deed)  # also with the keyboard in the panel or the film strip
        for arrow, way in ARROWS.items():
            for keys, step in ((QKeyCombination(arrow), 1), (_SHIFT | arrow, 10)):
                shortcut = QShortcut(QKeySequence(keys), self, lambda way=way, step=step: self.stage.go(way, step))
                if way[1]:
                    self._upright.append(shortcut)
        choices = [
            button
            for control in self.findChildren(SegmentedControl)
            for button in control.findChildren(QAbstractButton)
        ]
        keep_arrows(self.stage, self.strip, *choices)

    # -- decisions ---------------------------------------------------------------------------------------------------

    def _toggle(self, row: int) -> None:
        self._decisions.toggle(self._marks[row])

    def _decide(self, row: int, what: str) -> None:
        if 0 <= row < len(self._marks):
            self._decisions.decide(self._marks[row], what == COVER)

    def _decide_all(self, cover: bool) -> None:
        self._decisions.decide_all(self._marks, cover)

    def _decide_everywhere(self, cover: bool) -> None:
        photo = self._decisions.photo
        person = self._persons(photo).get(self._marks[self._chosen].box) if photo and self._chosen >= 0 else None
        if person:
            self._decisions.decide_person(person, cover)

    def _draw(self, box: Box) -> None:
        drawn = self._decisions.draw(box)
        if drawn:
            self.hold(pen=False)
            self._choose_box(drawn)

    def _move(self, row: int, new: Box) -> None:
        self._choose_box(self._decisions.move(self._marks[row], new) or self._marks[row].box)

    def _nudge(self, dx: int, dy: int) -> None:
        mark = self._marks[self._chosen]
        self._choose_box(self._decisions.nudge(mark, dx, dy) or mark.box)

    def _remove(self) -> None:
        if self._drawn_is_chosen():
            self._decide(self._chosen, REMOVE)

    def _choose(self, row: int) -> None:
        super()._choose(row)
        for shortcut in self._upright:  # else up and down scroll the panel
            shortcut.setEnabled(self._drawn_is_chosen())

    def _drawn_is_chosen(self) -> bool:
        return 0 <= self._chosen < len(self._marks) and self._marks[self._chosen].look is Look.DRAWN

    def _choose_box(self, box: Box) -> None:
        rows = [row for row, mark in enumerate(self._marks) if mark.box == box]
        self._choose(min(rows, key=lambda row: self._marks[row].look is not Look.DRAWN, default=-1))

    def _undo(self) -> None:
        self._show_path(self._history.step_back())

    def _redo(self) -> None:
        self._show_path(self._history.step_forward())

    def _show_path(self, path: Path | None) -> None:
        self.show_photo(self._model.row(path) if path else -1)

    # -- tools -------------------------------------------------------------------------------------------------------

    def _use(self, tool: str) -> None:
        if tool == "pointer":
            self.hold(pen=False)
        elif tool == "hide":
            self.hide_boxes()
        else:
            self._buttons[tool]()

    def _show_pixels(self) -> None:
        self.stage.zoom_to(1)
        self.stage.reveal(self._chosen)

    def _escape(self) -> None:
        if self.stage.give_up():
            self._show_frames()
        elif self.drawing:
            self.hold(pen=False)
        elif self.peeking:
            self.return_to_photo()
        elif self._drawn_is_chosen():
            self._choose(-1)
        else:
            self.back.emit()

    def _clean(self) -> None:
        if self._decisions.path:
            self.clean.emit([self._decisions.path])
