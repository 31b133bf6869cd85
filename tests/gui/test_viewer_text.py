"""Text in a picture, with the real reader in the real window: found, shown, covered by a click, gone in the copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenscap.gui.viewer.marks import Look, Mark
from lenscap.gui.viewer.page import ViewerPage
from lenscap.gui.window import Window
from lenscap.model import Box, Finding, Kind, Looking
from lenscap.pipeline import inspect
from tests.gui.scenes import LEFT, middle

pytest.importorskip("rapidocr")

SIGN, PLATE = "Rua Augusta 24", "AB 123 CD"


@pytest.fixture(autouse=True)
def no_text() -> None:
    """Here it is looked for: the reader is the real one."""


@pytest.fixture
def street(tmp_path: Path) -> Path:
    """A picture with two lines of text in it, far from each other."""
    picture = Image.new("RGB", (1200, 800), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((120, 120), SIGN, "black", ImageFont.load_default(90))
    draw.text((600, 560), PLATE, "black", ImageFont.load_default(90))
    (tmp_path / "roll").mkdir()
    picture.save(tmp_path / "roll" / "street.png")
    return tmp_path / "roll" / "street.png"


def read(path: Path) -> list[Finding]:
    """What the reader makes of a picture, by itself."""
    return [each for each in inspect(path, Looking(text=True)).findings if each.kind is Kind.TEXT and each.box]


def said(found: list[Finding]) -> str:
    return "".join("".join(each.tells.split()) for each in found)


def mark(page: ViewerPage, words: str) -> Mark:
    return next(each for each in page._marks if "".join(words.split()) in "".join(each.tells.split()))


@pytest.mark.slow
def test_text_is_found_covered_by_a_click_and_cannot_be_read_in_the_copy(
    window: Window, qtbot: QtBot, street: Path, tmp_path: Path
) -> None:
    window.roll.clean_bar.set_policy("faces")
    with qtbot.waitSignal(window.roll.reading.finished, timeout=180_000):
        window.open_paths([street.parent])
    window.roll.opened.emit(street)
    page = window.viewer
    qtbot.waitUntil(lambda: not page.stage.empty, timeout=20_000)
    assert {each.look for each in page._marks} == {Look.KEPT}
    assert SIGN.split()[1] in mark(page, SIGN).tells
    covered, kept = mark(page, PLATE).box, mark(page, SIGN).box
    QTest.mouseClick(page.stage.viewport(), LEFT, pos=middle(page, covered))
    assert mark(page, PLATE).look is Look.COVERED
    assert mark(page, SIGN).look is Look.KEPT
    QTest.mouseClick(page.bar.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=180_000)
    copy = read(tmp_path / "copies" / "street.png")
    assert "".join(SIGN.split()) in said(copy)
    assert "123" not in said(copy)
    assert not [each for each in copy if each.box and overlap(each.box, covered)]
    assert [each for each in copy if each.box and each.box.is_same(kept)]


@pytest.mark.slow
def test_where_the_policy_covers_text_none_is_left_to_be_read(
    window: Window, qtbot: QtBot, street: Path, tmp_path: Path
) -> None:
    window.roll.clean_bar.set_policy("everything")
    with qtbot.waitSignal(window.roll.reading.finished, timeout=180_000):
        window.open_paths([street.parent])
    window.roll.opened.emit(street)
    qtbot.waitUntil(lambda: not window.viewer.stage.empty, timeout=20_000)
    assert {each.look for each in window.viewer._marks} == {Look.COVERED}
    QTest.mouseClick(window.viewer.bar.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=180_000)
    (copy,) = (tmp_path / "copies").iterdir()
    assert not read(copy)


def overlap(one: Box, other: Box) -> bool:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return across > 0 and down > 0
