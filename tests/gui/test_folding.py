"""How the bars above and below the photos use the room they have."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui.roll.clean_bar import CleanBar
from lenscap.gui.roll.filter_bar import FilterBar
from lenscap.gui.roll.folding import Fold
from lenscap.gui.roll.presets import Presets
from lenscap.policy import PRESETS


@pytest.fixture
def host(dressed: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def bar(host: QWidget) -> CleanBar:
    made = CleanBar(Presets(next(iter(PRESETS))), Path("/home/marta/Pictures/Summer"))
    made.setParent(host)
    made.show()
    return made


@pytest.mark.parametrize(("width", "fold"), [(1440, Fold.CAPTIONS), (1000, Fold.LINE), (700, Fold.TWO_LINES)])
def test_the_clean_bar_drops_captions_and_then_takes_a_second_line(bar: CleanBar, width: int, fold: Fold) -> None:
    bar.show_counts(412, 3)
    bar.resize(width, bar.minimumSizeHint().height())
    QApplication.processEvents()
    assert bar._folding.now is fold
    shown = [part for part in bar.findChildren(QWidget) if part.isVisible() and part.parentWidget() is bar]
    assert all(part.width() >= part.minimumSizeHint().width() for part in shown)
    assert max(part.geometry().right() for part in shown) < width


def test_the_clean_bar_needs_no_more_width_than_its_two_lines(bar: CleanBar) -> None:
    bar.show_counts(12_840, 12_840)
    assert bar.minimumSizeHint().width() < 640


def test_a_bar_that_grows_again_is_one_line_again(bar: CleanBar) -> None:
    for width in (700, 1440, 700, 1440):
        bar.resize(width, 200)
        QApplication.processEvents()
    assert bar._folding.now is Fold.CAPTIONS
    assert bar._folding._lines[1].count() == 0
    assert all(caption.isVisible() for caption in bar._captions)


def test_words_that_a_tooltip_says_too_make_room_for_chips(dressed: QApplication, qtbot: QtBot) -> None:
    filters = FilterBar()
    qtbot.addWidget(filters)
    filters.show()
    filters.show_counts(412, {key: 412 for key in filters.chips if key != "all"})
    worded = {}
    for width in (1900, 1560, 1100):
        filters.resize(width, filters.height())
        QApplication.processEvents()
        worded[width] = (not filters.order._narrow, not filters.groups._narrow)
    assert worded == {1900: (True, True), 1560: (True, False), 1100: (False, False)}
    assert filters.groups.toolTip() == "Groups: No groups"
