"""Everything can be reached and is named: with the keyboard, and for those who hear what is on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui import keys, panes
from lenscap.gui.keys import KeysDialog
from lenscap.gui.window import Window
from tests.gui import tour

_PRESSED = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ButtonDropDown,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.Slider,
    QAccessible.Role.EditableText,
    QAccessible.Role.Link,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PageTab,
}


def test_whatever_takes_the_keyboard_or_a_click_has_a_name(window: Window, qtbot: QtBot, folder: Path) -> None:
    nameless = []
    seen = 0
    for stop, root in tour.stops(window, qtbot, folder):
        for widget in tour.controls(root):
            if _is_reached(widget):
                seen += 1
                if not _named(QAccessible.queryAccessibleInterface(widget)):
                    nameless.append(f"{stop}: {_told(widget)}")
    assert seen > 120
    assert not nameless, "\n".join(sorted(set(nameless)))


def test_every_item_of_a_list_says_what_it_is(window: Window, qtbot: QtBot, folder: Path) -> None:
    silent = []
    seen = 0
    for stop, root in tour.stops(window, qtbot, folder):
        for view in tour.controls(root):
            if isinstance(view, QAbstractItemView):
                for index in _items(view.model()):
                    said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
                    seen += 1
                    if not said:
                        silent.append(f"{stop}: {_told(view)} {index.row()},{index.column()}")
    assert seen > 4
    assert not silent


DESIGNED = {
    "": {"Ctrl+O", "Ctrl+1", "Ctrl+2", "Ctrl+3", "F6", "F1"},
    "roll": {"Ctrl+F", "Left", "Right", "Shift+Right", "Space", "Ctrl+A", "Return", "I", "Ctrl+Return", "+", "-"},
    "viewer": {
        *("Left", "Right", "Tab", "Shift+Tab", "B", "K", "D", "Del", "Up", "Down", "Shift+Right"),
        *("C", "Z", "0", "Ctrl+Z", "Esc"),
    },
}
"""The keys of the design, by page."""


def test_the_table_of_keys_has_all_that_the_design_has() -> None:
    told = {group.page: {text for key in group.keys for text in key.sequences} for group in keys.table()}
    for page, wanted in DESIGNED.items():
        assert wanted <= told[page]


def test_the_table_of_keys_tells_what_works_and_nothing_else(window: Window) -> None:
    works: dict[str, set[str]] = {}
    for shortcut in window.findChildren(QShortcut):
        works.setdefault(_page(window, shortcut), set()).add(shortcut.key().toString())
    for group in keys.table():
        told = {_normal(text) for key in group.keys if not key.near for text in key.sequences}
        near = {_normal(text) for key in group.keys if key.near for text in key.sequences}
        assert told == works.pop(group.page, set()) - near
    assert not works


def _normal(keys: str) -> str:
    return QKeySequence(keys).toString()


def _page(window: Window, shortcut: QShortcut) -> str:
    pages = {"roll": window.roll, "viewer": window.viewer, "cloud": window.cloud, "cleaning": window.cleaning}
    pages |= {"done": window.done, "guide": window.guide, "welcome": window.welcome}
    above = list(_up(shortcut.parent()))  # type: ignore[arg-type]
    return next((name for name, page in pages.items() if page in above), "")


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_f1_shows_the_keys_and_esc_closes_them(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(window, key)
    (dialog,) = window.findChildren(KeysDialog)
    said = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert all(entry.does in said for group in keys.table() for entry in group.keys)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(KeysDialog))


def test_f6_goes_round_the_parts_of_every_page_and_back(window: Window, qtbot: QtBot, folder: Path) -> None:
    for stop, root in tour.stops(window, qtbot, folder):
        if root is not window:
            break
        window.activateWindow()
        parts = panes.of(window)
        seen = [_part(window)] if stop != "roll" else []
        for _ in range(2 * len(parts)):
            QTest.keyClick(window, Qt.Key.Key_F6)
            seen.append(_part(window))
        assert len(set(seen) - {-1}) >= min(3, len(parts)), stop
        here = _part(window)
        QTest.keyClick(window, Qt.Key.Key_F6)
        QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert _part(window) == here, stop


def test_the_parts_of_the_roll_come_in_the_order_of_the_design(window: Window, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])
    roll = window.roll
    assert panes.of(window) == (window.toolbar, roll.bar, roll.grid, roll.inspector, roll.clean_bar)
    reached = []
    roll.grid.setFocus()
    for _ in range(5):
        QTest.keyClick(window, Qt.Key.Key_F6)
        reached.append(_part(window))
    assert reached == [3, 4, 0, 1, 2]


def _part(window: Window) -> int:
    focus = window.focusWidget()
    parts = panes.of(window)
    return next((at for at, part in enumerate(parts) if focus and (part is focus or part.isAncestorOf(focus))), -1)


def _is_reached(widget: QWidget) -> bool:
    if isinstance(widget.parentWidget(), QAbstractScrollArea) and not widget.focusPolicy():
        return False  # the viewport of what is itself looked at
    interface = QAccessible.queryAccessibleInterface(widget)
    state = interface.state()
    tabbed = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return bool(state.focusable) or tabbed or interface.role() in _PRESSED


def _named(interface: QAccessibleInterface) -> bool:
    return bool(interface.text(QAccessible.Text.Name).strip())


def _told(widget: QWidget) -> str:
    line = [type(each).__name__ for each in _up(widget)]
    return " < ".join(line[:4])


def _up(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _items(model: QAbstractItemModel | None) -> Iterator[QModelIndex]:
    if model is not None:
        yield from (model.index(row, 0) for row in range(model.rowCount()))
