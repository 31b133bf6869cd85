"""The parts of each page, between which F6 goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from lenscap.gui.window import Window

_LINE = 24
"""Pixels by which the middles of two widgets differ that stand on lines of their own."""


def step(window: Window, way: int) -> None:
    """Give the keyboard to the next part of the page (1) or the one before (-1), and round again."""
    found = [(pane, where) for pane in of(window) if (where := _landing(pane))]
    focus = QApplication.focusWidget()
    inside = [number for number, (pane, _) in enumerate(found) if focus and (pane is focus or pane.isAncestorOf(focus))]
    if found:
        at = inside[-1] + way if inside else (0 if way > 0 else -1)
        found[at % len(found)][1].setFocus(Qt.FocusReason.TabFocusReason)


def of(window: Window) -> tuple[QWidget, ...]:
    """The parts that can be seen now, in the order of reading."""
    parts = (window.toolbar, *_parts(window))
    return tuple(part for part in parts if part.isVisible())


def _parts(window: Window) -> tuple[QWidget, ...]:
    roll, viewer, cloud, cleaning = window.roll, window.viewer, window.cloud, window.cleaning
    parts: dict[QWidget, tuple[QWidget, ...]] = {
        window.welcome: (window.welcome.drop_area, window.welcome.recent),
        roll: (roll.bar, roll.grid, roll.inspector, roll.clean_bar),
        viewer: (viewer.bar, viewer.tools, viewer.stage, viewer.panel, viewer.strip),
        cloud: (cloud.head, cloud.people, cloud.places, cloud.when, cloud.making),
        cleaning: (cleaning.pause, cleaning.chips[None], cleaning.table, cleaning.side),
        window.guide: (window.guide.phones, window.guide.steps, window.guide.objecting, window.guide.known),
    }
    return next((found for page, found in parts.items() if page.isVisible()), (window.pages,))


def _landing(pane: QWidget) -> QWidget | None:
    """The first thing in a part that takes the keyboard, as one reads.

    The focus chain would know, but PySide takes each link of it for the child of the one before: when that goes, so
    does, for Python, all that comes after it.
    """
    if _takes(pane):
        return pane
    found = [each for each in pane.findChildren(QWidget) if _takes(each)]
    return min(found, key=lambda each: _place(each, pane), default=None)


def _place(widget: QWidget, pane: QWidget) -> tuple[int, int]:
    """Where it is in a part: lines are what the middles of widgets lie on."""
    middle = widget.mapTo(pane, widget.rect().center())
    return middle.y() // _LINE, middle.x()


def _takes(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value
    return bool(widget.focusPolicy().value & tab) and widget.isVisible() and widget.isEnabled()
