"""The page on switching the feature off: what it says and since when, what can be copied, and that it opens nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui import theme
from lenscap.gui.guide import GuidePage, facts
from lenscap.gui.guide.nouns import Fact
from lenscap.gui.window import Window
from tests.gui.scenes import put_up

LEFT = Qt.MouseButton.LeftButton
NEVER = re.compile(r"\b(danger|risk|expos|leak|spy|spies|protect|safe|anonym)|\b100 ?%", re.IGNORECASE)
MUST = (
    "“on an ongoing basis”",
    "About the last 30 days",
    "may reach older photos",
    "goes after 30 days",
    "not used for ads",
    "“unless you choose to edit this media with our AI tools, or share”",
    "17 October 2025, but not in Illinois and Texas",
    "16 April 2026",
    "Originals left on the phone stay eligible",
    "It does not switch camera roll processing off",
    "Camera roll sharing suggestions",
    "ticks are not stored",
)
AS_OF = re.compile(r"\bAs of \S+ \d{4}\b")


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> GuidePage:
    if not qapp.styleSheet():
        theme.apply(qapp, "light")
    made = GuidePage()
    put_up(qtbot, made)
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What was handed to the person's browser."""
    urls: list[QUrl] = []

    def take(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr("lenscap.gui.guide.objecting.QDesktopServices.openUrl", take)
    return urls


def shown(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and label.isVisibleTo(widget)]


def said(widget: QWidget) -> Iterator[str]:
    """Every word that can be seen, hovered over or heard, now or after a press."""
    for part in (widget, *widget.findChildren(QWidget)):
        yield from (part.toolTip(), part.accessibleName())
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()


def choose(control: QWidget, text: str) -> None:
    QTest.mouseClick(next(each for each in control.findChildren(QAbstractButton) if each.text() == text), LEFT)


def stated(phone: str, region: str) -> list[Fact]:
    """All that the page states, with its date."""
    told = [Fact(deed.title, text, deed.as_of) for deed in facts.deeds() for text in (deed.does, deed.does_not)]
    steps = [step.says for step in facts.steps(phone)]
    form = [] if region == "elsewhere" else [facts.form()]
    return [facts.cannot(), *facts.feature(), *steps, *told, *facts.right(region), *form]


# -- what it says -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phone", "phone_text", "region", "region_text"),
    [
        ("iphone", "iPhone", "eu", "EU"),
        ("android", "Android", "uk", "UK"),
        ("iphone", "iPhone", "elsewhere", "Elsewhere"),
    ],
)
def test_each_fact_is_on_the_page_with_its_month(
    page: GuidePage, phone: str, phone_text: str, region: str, region_text: str
) -> None:
    choose(page.phones, phone_text)
    choose(page.objecting.regions, region_text)
    texts = shown(page)
    for fact in stated(phone, region):
        month = f"As of {fact.as_of:%B %Y}"
        at = next(place for place, text in enumerate(texts) if fact.text in text)
        assert any(month in text for text in texts[at - 1 : at + 2]) or _is_deed(page, fact.text, month), fact


def _is_deed(page: GuidePage, text: str, month: str) -> bool:
    """Whether a text is in the table, with the month in the first column of its row."""
    said = next(label for label in page.findChildren(QLabel) if label.text() == text)
    height = said.mapTo(page, said.rect().center()).y()
    months = [label for label in page.findChildren(QLabel) if label.text() == month]
    return any(abs(each.mapTo(page, each.rect().center()).y() - height) < 30 for each in months)


def test_there_are_as_many_months_as_facts(page: GuidePage) -> None:
    deeds = len(facts.deeds())
    months = AS_OF.findall(" | ".join(shown(page)))
    assert len(months) == len(stated("iphone", "eu")) - deeds  # both sides of a deed share one


def test_the_words_that_are_never_used_do_not_occur(page: GuidePage) -> None:
    assert NEVER.search("Your photos are protected")
    for phone in ("Android", "iPhone"):
        choose(page.phones, phone)
        for region in ("UK", "Elsewhere", "EU"):
            choose(page.objecting.regions, region)
            assert not [text for text in said(page) if NEVER.search(text)]
    assert not any(NEVER.search(facts.letter(region)) for region in facts.REGIONS)


def test_what_must_be_told_is_told(page: GuidePage) -> None:
    told = " ".join(shown(page))
    assert [part for part in MUST if part not in told] == []


def test_it_is_not_claimed_that_uploads_train_the_ai(page: GuidePage) -> None:
    about = [text for text in shown(page) if "train" in text.lower()]
    assert about
    assert all("not for training" in text or "public posts" in text or text == "Ads and training" for text in about)


def test_the_way_to_the_photo_permission_is_that_of_the_chosen_phone(page: GuidePage) -> None:
    assert "Privacy & Security → Photos → the app → None" in " ".join(shown(page.steps))
    choose(page.phones, "Android")
    assert "Permissions → Photos and videos → Don’t allow" in " ".join(shown(page.steps))
    assert "None" not in " ".join(shown(page.steps))


# -- what can be pressed ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("region", "law"), [("EU", "of the GDPR"), ("UK", "of the UK GDPR")])
def test_the_letter_is_copied_with_the_law_of_the_place(page: GuidePage, region: str, law: str) -> None:
    choose(page.objecting.regions, region)
    QGuiApplication.clipboard().clear()
    QTest.mouseClick(page.objecting.copy_letter, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert copied == page.objecting.letter.text()
    assert f"Objection under Article 21 {law}\n" in copied
    assert "brackets" in page.objecting.said.text()


def test_the_letter_can_be_read_before_it_is_copied(page: GuidePage) -> None:
    assert not page.objecting.letter.isVisible()
    QTest.mouseClick(page.objecting.read_letter, LEFT)
    assert page.objecting.letter.isVisible()
    assert "Hide" in page.objecting.read_letter.text()
    QTest.mouseClick(page.objecting.read_letter, LEFT)
    assert not page.objecting.letter.isVisible()


def test_where_there_is_no_such_right_there_is_no_letter(page: GuidePage) -> None:
    QTest.mouseClick(page.objecting.copy_letter, LEFT)
    choose(page.objecting.regions, "Elsewhere")
    assert not page.objecting.copy_letter.isVisible()
    assert not page.objecting.open_form.isVisible()
    assert not page.objecting.said.isVisible()


def test_the_browser_is_opened_by_the_link_and_by_nothing_else(page: GuidePage, opened: list[QUrl]) -> None:
    others = [each for each in page.findChildren(QAbstractButton) if each is not page.objecting.open_form]
    assert len(others) > 10
    for other in others:
        QTest.mouseClick(other, LEFT)
    choose(page.objecting.regions, "EU")
    QTest.mouseClick(page.objecting.copy_address, LEFT)
    assert QGuiApplication.clipboard().text() == facts.FORM
    assert opened == []
    QTest.mouseClick(page.objecting.open_form, LEFT)
    assert opened == [QUrl(facts.FORM)]
    assert facts.FORM in shown(page.objecting)
    assert not any(label.openExternalLinks() for label in page.findChildren(QLabel))


def test_without_a_browser_the_page_says_so(page: GuidePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lenscap.gui.guide.objecting.QDesktopServices.openUrl", lambda _url: False)
    QTest.mouseClick(page.objecting.open_form, LEFT)
    assert page.objecting.said.isVisible()
    assert "Copy the address" in page.objecting.said.text()


def test_a_step_is_ticked_and_only_the_one_that_changes_with_the_phone_loses_it(page: GuidePage) -> None:
    first, last = page.steps.cards[0].tick, page.steps.cards[-1].tick
    for tick in (first, last):
        QTest.mouseClick(tick, LEFT)
        assert tick.isChecked()
    choose(page.phones, "Android")
    assert first.isChecked()
    assert not last.isChecked()
    assert last.accessibleName() == "Step 5 is done: Take photo access away"


def test_the_keyboard_reaches_everything_from_top_to_bottom(window: Window, qtbot: QtBot) -> None:
    QTest.mouseClick(window.toolbar.tabs.segment("guide"), LEFT)
    page = window.guide
    ticks = [each.tick for each in page.steps.cards]
    objecting = page.objecting
    way = [page.phones.segment("iphone"), *ticks, objecting.regions.segment("eu"), objecting.copy_letter]
    way += [objecting.copy_address, objecting.read_letter, objecting.open_form]
    page.phones.segment("iphone").setFocus(Qt.FocusReason.TabFocusReason)
    met: list[QWidget | None] = []
    for _ in range(20):
        met.append(QApplication.focusWidget())
        QTest.keyClick(window, Qt.Key.Key_Tab)
    assert [each for each in met if each in way][: len(way)] == way
    ticks[1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(ticks[1], Qt.Key.Key_Space)
    assert ticks[1].isChecked()


def test_all_that_can_be_pressed_has_a_name_and_is_large_enough(page: GuidePage) -> None:
    for each in page.findChildren(QAbstractButton):
        assert each.accessibleName() or each.text()
        assert min(each.width(), each.height()) >= 28, each.text()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [1024, 1440])
def test_no_text_is_cut_off(
    dressed: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, scale: float, width: int
) -> None:
    monkeypatch.setattr("lenscap.gui.theme.text_scale", lambda: scale)
    page = GuidePage()
    put_up(qtbot, page)
    page.resize(width, 680)
    QTest.mouseClick(page.objecting.read_letter, LEFT)
    qtbot.wait(50)
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()
        right = label.mapTo(page, label.rect().topRight()).x()
        assert right < width, label.text()


# -- in the window ----------------------------------------------------------------------------------------------------


def test_the_tab_shows_the_page_and_leads_back_to_the_first(window: Window) -> None:
    QTest.mouseClick(window.toolbar.tabs.segment("guide"), LEFT)
    assert window.pages.currentWidget() is window.guide
    assert window.guide.isVisible()
    QTest.mouseClick(window.toolbar.tabs.segment("roll"), LEFT)
    assert window.pages.currentWidget() is window.welcome


def test_with_photos_open_the_tabs_lead_to_them_and_their_name_stays(
    window: Window, qtbot: QtBot, folder: Path
) -> None:
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([folder])
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget() is window.guide
    assert window.toolbar.roll.isVisible()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget() is window.roll
    window.show_welcome()
    QTest.mouseClick(window.toolbar.tabs.segment("guide"), LEFT)
    assert not window.toolbar.roll.isVisible()


def test_another_page_puts_the_tab_back(window: Window, folder: Path) -> None:
    QTest.mouseClick(window.toolbar.tabs.segment("guide"), LEFT)
    window.open_paths([folder])
    assert window.toolbar.tabs.current() == "roll"


def test_while_photos_are_cleaned_the_tabs_lead_nowhere(window: Window, folder: Path) -> None:
    window._go(window.cleaning)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(window.toolbar.tabs.segment("guide"), LEFT)
    assert window.pages.currentWidget() is window.cleaning
    window.show_roll()
    assert window.toolbar.tabs.segment("guide").isEnabled()
