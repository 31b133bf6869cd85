"""Text of twice the size in the smallest window: every page fits its width in every language, nothing is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lenscap.gui import appearance, language, theme
from lenscap.gui.fitting import FittingArea
from lenscap.gui.roll.filter_bar import Sideways
from lenscap.gui.viewer.strip import FilmStrip
from lenscap.gui.widgets import ElidedLabel
from lenscap.gui.window import Window
from lenscap.settings import Settings
from tests.gui import tour
from tests.gui.languages import german

WIDTH, HEIGHT = 1024, 680
SLACK = 2
"""Pixels that a rounded measure may be off."""
_WORDS = re.compile("[\\s\u200b-]+")
MEANT_TO = (Sideways, FilmStrip, QGraphicsView)
"""What scrolls sideways by design."""


@pytest.fixture(autouse=True)
def usual_text_again() -> Iterator[None]:
    yield
    theme.set_text_size(100)


@pytest.fixture(params=["en", "de"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    if request.param == "de":
        yield from german(qapp)
    else:
        language.install(qapp, "en")
        yield


@pytest.fixture
def large(dressed: QApplication, qtbot: QtBot, tmp_path: Path, spoken: None) -> Iterator[Window]:
    appearance.dress(dressed, replace(Settings(), scheme="light", text_size=200))
    made = Window(replace(Settings(), output=tmp_path / "Pictures" / "Summer with the Lenscap copies"))
    qtbot.addWidget(made)
    made.setMinimumSize(1, 1)
    made.resize(WIDTH, HEIGHT)
    made.show()
    yield made
    made.close()


@pytest.mark.slow
def test_no_page_scrolls_sideways_and_nothing_is_cut_off(large: Window, qtbot: QtBot, folder: Path) -> None:
    wrong = []
    for stop, root in tour.stops(large, qtbot, folder):
        QApplication.processEvents()
        wrong += [f"{stop}: {each}" for each in _faults(root)]
    assert not wrong, "\n" + "\n".join(dict.fromkeys(wrong))


def _faults(root: QWidget) -> Iterator[str]:
    if root.width() > WIDTH or root.height() > HEIGHT:
        yield f"it is {root.width()} × {root.height()}"
    for each in tour.controls(root):
        if isinstance(each, QAbstractScrollArea) and not isinstance(each, MEANT_TO):
            yield from _sideways(each)
        elif each.visibleRegion().isEmpty() and not _can_be_scrolled_to(each):
            yield f"{_told(each)} is out of sight"
        if short := _cut_off(each):
            yield f"{_told(each)} is cut off: {short}"
        yield from _over_each_other(each)


def _sideways(area: QAbstractScrollArea) -> Iterator[str]:
    beyond = area.horizontalScrollBar().maximum()
    if beyond > SLACK:
        yield f"{_told(area)} scrolls sideways by {beyond}"
    if isinstance(area, FittingArea):
        page = area._pages.currentWidget()
        assert page
        if page.minimumSizeHint().width() > WIDTH:
            yield f"{_told(page)} is at least {page.minimumSizeHint().width()} wide"


def _cut_off(widget: QWidget) -> str:
    """How much room a text has, and needs."""
    if isinstance(widget, ElidedLabel) or not isinstance(widget, QLabel | QPushButton | QToolButton | QComboBox):
        return ""
    if isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
        longest = max(widget.fontMetrics().horizontalAdvance(word) for word in _WORDS.split(widget.text()))
        high = widget.heightForWidth(widget.width())
        if longest > widget.width() + SLACK:
            return f"{widget.width()} wide for a word of {longest}"
        return f"{widget.height()} high for {high}" if high > widget.height() + SLACK else ""
    needed = widget.minimumSizeHint()
    if needed.width() > widget.width() + SLACK or needed.height() > widget.height() + SLACK:
        return f"{widget.size().toTuple()} for {needed.toTuple()}"
    return ""


def _over_each_other(above: QWidget) -> Iterator[str]:
    """Texts and buttons that lie on others beside them."""
    parts = [each for each in above.children() if isinstance(each, QLabel | QAbstractButton | QComboBox)]
    there = [each for each in parts if each.isVisible() and (isinstance(each, QWidget) and each.geometry().isValid())]
    for number, one in enumerate(there):
        for other in there[number + 1 :]:
            common = one.geometry() & other.geometry()
            if common.width() > SLACK and common.height() > SLACK:
                yield f"{_told(one)} lies over {_told(other)}"


def _can_be_scrolled_to(widget: QWidget) -> bool:
    above: QWidget | None = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            inner = above.widget() if isinstance(above, QScrollArea) else None
            if inner is None or not inner.isAncestorOf(widget):
                return True
            return inner.rect().intersects(QRect(widget.mapTo(inner, QPoint()), widget.size()))
        above = above.parentWidget()
    return False


def _told(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return f"{type(widget).__name__} “{(text() if callable(text) else '') or widget.accessibleName()}”"
