"""Labels whose text has more words than there is room for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenscap.gui.widgets import ElidedLabel

WIDTH = 270


@pytest.mark.parametrize("words", range(1, 60))
def test_a_text_of_up_to_three_lines_is_shown_whole_and_a_longer_one_shortened(
    dressed: QApplication, qtbot: QtBot, words: int
) -> None:
    text = " ".join(["covered", "it", "photograph"][each % 3] for each in range(words))
    made = ElidedLabel(text)
    qtbot.addWidget(made)
    lines = made.lines_in(WIDTH)
    made.set_lines(lines)
    made.resize(WIDTH, made.height())
    made.show()
    spacing = made.fontMetrics().lineSpacing()
    assert made.heightForWidth(WIDTH) <= lines * spacing or lines == 1
    needed = made.fontMetrics().horizontalAdvance(text) / WIDTH
    if needed < 2.5:
        assert made.text() == text
        assert lines <= needed + 1.5
    if needed > 3:
        assert made.text() != text
        assert made.whole() in made.toolTip()
