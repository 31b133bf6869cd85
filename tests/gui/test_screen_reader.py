"""What a screen reader is told, walked from the window down as it does: names, roles, states and explanations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui.widgets import SegmentedControl, explain
from lenscap.gui.window import Window
from tests.gui import tour

Role, Text = QAccessible.Role, QAccessible.Text
_MOST = 5000
_NAMED = {
    *(Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.Slider),
    *(Role.EditableText, Role.Link, Role.MenuItem, Role.PageTab, Role.ListItem, Role.List, Role.Table, Role.Tree),
    *(Role.Dialog, Role.Window, Role.ProgressBar, Role.ColumnHeader),
}
_CELLS = {Role.TreeItem, Role.Cell}
"""Those of a table may be empty: the first of each row is the name of a photo."""


def walked(root: QAccessibleInterface) -> Iterator[tuple[str, QAccessibleInterface]]:
    """All that a screen reader finds below ``root`` and that can be seen, with the way that leads there."""
    waiting = [("", root)]
    for _ in range(_MOST):
        if not waiting:
            return
        way, here = waiting.pop()
        yield way, here
        for at in range(here.childCount()):
            child = here.child(at)
            if child is not None and child.isValid() and not child.state().invisible:
                waiting.append((f"{way}/{here.text(Text.Name)[:20] or here.role().name}", child))


def test_what_is_on_the_pages_has_names_and_explanations_in_plain_words(
    window: Window, qtbot: QtBot, folder: Path
) -> None:
    wrong, seen = [], 0
    for stop, root in tour.stops(window, qtbot, folder):
        for way, each in walked(QAccessible.queryAccessibleInterface(root)):
            seen += 1
            name, more = each.text(Text.Name), each.text(Text.Description)
            reached = each.role() in _NAMED or (each.state().focusable and each.role() not in _CELLS)
            if reached and not name.strip() and _stands_alone(each):
                wrong.append(f"{stop}: {way}: {each.role().name} has no name")
            if name != name.strip() or name.endswith(". ") or "<span" in name + more:
                wrong.append(f"{stop}: {way}: {name!r}, {more!r}")
    assert seen > 900
    assert not wrong, "\n".join(sorted(set(wrong)))


def test_what_is_one_of_a_few_is_told_as_such(window: Window, qtbot: QtBot, folder: Path) -> None:
    seen = 0
    for stop, root in tour.stops(window, qtbot, folder):
        for control in tour.controls(root):
            if isinstance(control, SegmentedControl):
                roles = {
                    QAccessible.queryAccessibleInterface(each).role() for each in control.findChildren(QAbstractButton)
                }
                assert roles == {Role.RadioButton}, stop
                seen += 1
    assert seen > 10


def test_lists_that_open_are_told_with_what_they_are_about(window: Window, qtbot: QtBot, folder: Path) -> None:
    wrong, seen = [], 0
    for stop, root in tour.stops(window, qtbot, folder):
        for control in tour.controls(root):
            if isinstance(control, QComboBox):
                seen += 1
                if not _about(control):
                    wrong.append(f"{stop}: {control.accessibleName()}")
    assert seen > 10
    assert not wrong


def test_a_sentence_is_told_and_not_only_what_it_is_about(window: Window, qtbot: QtBot, folder: Path) -> None:
    for stop, root in tour.stops(window, qtbot, folder):
        for control in tour.controls(root):
            if isinstance(control, QLabel) and control.text() and "…" not in control.text():
                told = QAccessible.queryAccessibleInterface(control).text(Text.Name)
                assert control.text() in told, stop


def test_the_photo_that_is_open_is_told_and_no_longer_that_it_is_being_opened(
    window: Window, qtbot: QtBot, folder: Path
) -> None:
    for stop, _root in tour.stops(window, qtbot, folder):
        if stop == "viewer":
            break
    stage = window.viewer.stage
    assert stage.accessibleName().startswith("plain.jpg, ")
    assert stage.accessibleDescription() != "Opening…"
    window.viewer.stage.setFocus()
    window.viewer.step(1)
    qtbot.waitUntil(lambda: not stage.accessibleName().startswith("plain.jpg"))


def test_markup_in_an_explanation_is_shown_and_told_as_it_is(qtbot: QtBot) -> None:
    made = QWidget()
    qtbot.addWidget(made)
    explain(made, "a <b>bold</b> name & more")
    assert QAccessible.queryAccessibleInterface(made).text(Text.Description) == "a <b>bold</b> name & more"
    assert "<b>" not in made.toolTip()


def _stands_alone(each: QAccessibleInterface) -> bool:
    """Not what is inside of a scroll area, which has the name."""
    widget = each.object()
    return not (isinstance(widget, QWidget) and isinstance(widget.parentWidget(), QScrollArea))


def _about(control: QComboBox) -> bool:
    labels = QAccessible.queryAccessibleInterface(control).relations(QAccessible.RelationFlag.Label)
    parent = control.parentWidget()
    return bool(labels) or (parent is not None and parent.accessibleName() == control.accessibleName())
