"""Everything can be reached and is named: with the keyboard, and for those who hear what is on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

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
    for row in range(model.rowCount()) if model else ():
        yield model.index(row, 0)
