"""The keys of the program in one table: it is what F1 shows, and a test compares it with the keys that work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from lenscap.gui.scrolled import ScrolledDialog
from lenscap.gui.widgets import Flow, label

translate = QCoreApplication.translate
_SHIFTED = ("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down")


class Key(NamedTuple):
    """What a key does. Those that move about a list or a picture are ``near`` it: they are no shortcuts of the page."""

    sequences: tuple[str, ...]
    does: str
    near: bool = False


class Group(NamedTuple):
    """The keys of a page; ``page`` is its name in the window, and empty for those that work everywhere."""

    page: str
    title: str
    keys: tuple[Key, ...]


def table() -> tuple[Group, ...]:
    """All keys."""
    return (
        Group("", translate("Keys", "Everywhere"), _everywhere()),
        Group("roll", translate("Keys", "Photos"), _roll()),
        Group("viewer", translate("Keys", "One photo"), _viewer()),
        Group("cloud", translate("Keys", "What the cloud sees"), _cloud()),
        Group("done", translate("Keys", "Clean copies"), _done()),
    )


def _everywhere() -> tuple[Key, ...]:
    return (
        Key(("Ctrl+O",), translate("Keys", "Open a folder")),
        Key(("Ctrl+1", "Ctrl+2", "Ctrl+3"), translate("Keys", "Photos, what the cloud sees, switch it off")),
        Key(("Ctrl+V",), translate("Keys", "Take in files or a picture that you copied")),
        Key(("F6", "Shift+F6"), translate("Keys", "Next part of the page, the one before")),
        Key(("Ctrl+,",), translate("Keys", "Settings")),
        Key(("F1", "?"), translate("Keys", "This list")),
        Key(("Ctrl+Q",), translate("Keys", "Quit")),
    )


def _roll() -> tuple[Key, ...]:
    return (
        Key(("Left", "Right", "Up", "Down"), translate("Keys", "Move among the photos"), near=True),
        Key(("Shift+Right",), translate("Keys", "Move and select"), near=True),
        Key(("Space",), translate("Keys", "Select the photo, or not"), near=True),
        Key(("Ctrl+A",), translate("Keys", "Select all that are shown"), near=True),
        Key(("Return",), translate("Keys", "Look at the photo"), near=True),
        Key(("+", "-"), translate("Keys", "Larger, smaller"), near=True),
        Key(("Esc",), translate("Keys", "Select nothing"), near=True),
        Key(("Ctrl+F",), translate("Keys", "Filters")),
        Key(("I",), translate("Keys", "Show or hide the details")),
        Key(("Ctrl+Return", "Ctrl+Enter"), translate("Keys", "Clean")),
        Key(("Del",), translate("Keys", "Take the photo out of the list; its file stays")),
        Key(("Ctrl+Z",), translate("Keys", "Undo")),
        Key(("Ctrl+Shift+Z", "Ctrl+Y"), translate("Keys", "Do it again")),
    )


def _viewer() -> tuple[Key, ...]:
    return (
        Key(("Left", "Right"), translate("Keys", "Photo before, next photo"), near=True),
        Key(("PgUp", "PgDown"), translate("Keys", "The same, also where a drawn box is chosen")),
        Key(("Tab", "Shift+Tab"), translate("Keys", "Next face, face before"), near=True),
        Key(("B",), translate("Keys", "Cover")),
        Key(("K",), translate("Keys", "Keep")),
        Key(("D",), translate("Keys", "Draw a box")),
        Key(("Del", "Backspace"), translate("Keys", "Remove the drawn box")),
        Key(("Left", "Right", "Up", "Down"), translate("Keys", "Move the drawn box by a pixel"), near=True),
        Key(_SHIFTED, translate("Keys", "Move it by ten"), near=True),
        Key(("H",), translate("Keys", "Hide the boxes, or show them")),
        Key(("C",), translate("Keys", "Original, both, copy")),
        Key(("Z",), translate("Keys", "A pixel for a pixel (100 %)")),
        Key(("0",), translate("Keys", "All of the photo")),
        Key(("+", "=", "-"), translate("Keys", "Larger, smaller")),
        Key(("I",), translate("Keys", "Show or hide the details")),
        Key(("Ctrl+Z",), translate("Keys", "Undo")),
        Key(("Ctrl+Shift+Z", "Ctrl+Y"), translate("Keys", "Do it again")),
        Key(("Esc",), translate("Keys", "Back to the photos")),
    )


def _cloud() -> tuple[Key, ...]:
    return (
        Key(("Left", "Right"), translate("Keys", "Month before, next month"), near=True),
        Key(("Return",), translate("Keys", "Show the photos of what has the keyboard"), near=True),
        Key(("Ctrl+Z",), translate("Keys", "Undo")),
        Key(("Ctrl+Shift+Z", "Ctrl+Y"), translate("Keys", "Do it again")),
    )


def _done() -> tuple[Key, ...]:
    return (Key(("Ctrl+C",), translate("Keys", "Copy the clean copies")),)


def bind(window: QWidget, deeds: Mapping[str, Callable[[], object]]) -> None:
    """Let keys work on every page of a window."""
    for key, deed in deeds.items():
        QShortcut(QKeySequence(key), window, deed)


class KeysDialog(ScrolledDialog):
    """The table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Keys", "Keys"), 620, parent)
        for group in table():
            self.column.addWidget(label(group.title, "title"))
            self.column.addLayout(_listed(group.keys))
            self.column.addSpacing(12)
        self.column.addStretch(1)
        self.settle()


_CAPS = 250
"""What the most keys beside each other take in text of usual size, so that the words of all groups stand in line."""


def _listed(keys: tuple[Key, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, _CAPS)
    for row, key in enumerate(keys):
        grid.addWidget(_caps(key.sequences), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(key.does, "body", "secondary", wrap=True), row, 1)
    return grid


def _caps(sequences: tuple[str, ...]) -> QWidget:
    """The keys as they are printed on keyboards."""
    held = QWidget()
    row = Flow(held, spacing=4)
    for sequence in sequences:
        row.addWidget(_cap(_printed(sequence)))
    return held


def _printed(sequence: str) -> str:
    """Keys as they are called on this system, arrows as arrows."""
    last = sequence.rpartition("+")[2]
    text, word = (QKeySequence(each).toString(_NATIVE) for each in (sequence, last))
    return text.removesuffix(word) + _ARROWS[last] if last in _ARROWS else text


def _cap(text: str) -> QFrame:
    made = QFrame()
    made.setProperty("frame", "key")
    row = QHBoxLayout(made)
    row.setContentsMargins(6, 1, 6, 1)
    row.addWidget(label(text, "small", "secondary"), 0, Qt.AlignmentFlag.AlignCenter)
    return made


_NATIVE = QKeySequence.SequenceFormat.NativeText
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
