"""The page after cleaning: honest headings, numbers, what needs a look, what stays visible."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lenscap.gui.done import DonePage, phrases
from lenscap.gui.done.visible import stays
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.window import Window
from lenscap.model import PICTURE, Box, Finding, Kind, Outcome, Result
from lenscap.reporting import About, draft
from lenscap.reporting import stays as stays_of
from tests.gui.scenes import put_up, report, saved

LEFT = Qt.MouseButton.LeftButton
FACE = Finding(Kind.FACE, "A face", PICTURE, box=Box(40, 60, 60, 80))
PLACE = Finding(Kind.PLACE, "Taken in Lisbon", "Exif GPS")
DATE = Finding(Kind.TIME, "Taken on 3 June 2026", "Exif")


@pytest.fixture
def page(qtbot: QtBot, thumbnails: Thumbnails) -> Iterator[DonePage]:
    made = DonePage(thumbnails)
    put_up(qtbot, made)
    yield made
    made.wait()


def good(name: str = "a.jpg", after: tuple[Finding, ...] = ()) -> Result:
    return Result(Path(name), Path("out") / name, Outcome.CLEANED, report(PLACE, DATE), report(*after))


def bad(outcome: Outcome, name: str = "b.jpg") -> Result:
    return Result(Path(name), None, outcome, reason="The file is incomplete. Copy it again.")


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


@pytest.mark.parametrize(
    ("results", "heading"),
    [
        ([good("a"), good("b"), bad(Outcome.FAILED)], "2 of 3 photos are ready to share"),
        ([good("a"), bad(Outcome.FAILED)], "1 of 2 photos is ready to share"),
        ([good("a"), good("b")], "All 2 photos are ready to share"),
        ([good()], "1 photo is ready to share"),
        ([bad(Outcome.REFUSED)], "No copy was made of this photo"),
        ([bad(Outcome.FAILED, "a"), bad(Outcome.REFUSED)], "No copy was made of these 2 photos"),
        ([], "No photo was cleaned"),
    ],
)
def test_the_heading_is_honest(page: DonePage, results: list[Result], heading: str) -> None:
    page.show_results(results, Path("out"))
    assert page.title.text() == heading
    assert page.show_folder.isVisibleTo(page) == ("ready" in heading)


def test_how_long_it_took_is_said(page: DonePage) -> None:
    page.show_results([good()], Path("out"), took=91.2)
    assert page.line.text().endswith("It took 1 min 31 s.")
    page.show_results([good()], Path("out"), took=8)
    assert page.line.text().endswith("It took 8 s.")


def test_nothing_is_said_to_be_checked_where_nothing_was_cleaned(page: DonePage) -> None:
    page.show_results([bad(Outcome.FAILED)], Path("out"))
    assert "Checked" not in page.line.text()
    assert not page.cards.isVisibleTo(page)


def test_only_what_occurred_has_a_card(page: DonePage) -> None:
    page.show_results([good("a"), good("b", after=(DATE,))], Path("out"))
    said = texts(page.cards)
    assert "2 | positions removed | no copy carries one" in said
    assert "1 | date removed" in said
    assert "face" not in said


def test_a_failed_photo_can_be_tried_again(qtbot: QtBot, page: DonePage) -> None:
    page.show_results([good(), bad(Outcome.FAILED, "x.jpg"), bad(Outcome.REFUSED, "y.psd")], Path("out"))
    assert "2 photos need a look" in texts(page.look)
    with qtbot.waitSignal(page.retry) as again:
        QTest.mouseClick(button(page.look, "Try again"), LEFT)
    assert again.args == [[Path("x.jpg")]]


def test_the_list_is_gone_when_all_went_well(page: DonePage) -> None:
    page.show_results([bad(Outcome.FAILED)], Path("out"))
    page.show_results([good()], Path("out"))
    assert not page.look.isVisibleTo(page)


def test_show_in_folder_opens_the_folder(
    qtbot: QtBot, page: DonePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def take(url: QUrl) -> bool:
        opened.append(url)
        return False

    monkeypatch.setattr("lenscap.gui.done.page.QDesktopServices.openUrl", take)
    page.show_results([good()], tmp_path)
    QTest.mouseClick(page.show_folder, LEFT)
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    assert str(tmp_path) in page.said.text()


def choose(monkeypatch: pytest.MonkeyPatch, target: Path, kind: str) -> None:
    """Let the dialog answer with this file and the kind whose words begin so."""

    def answer(_parent: QWidget, _title: str, _proposed: str, kinds: str) -> tuple[str, str]:
        return str(target), next(each for each in kinds.split(";;") if each.startswith(kind))

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)


def save(qtbot: QtBot, page: DonePage) -> None:
    QTest.mouseClick(page.save, LEFT)
    qtbot.waitUntil(lambda: "being written" not in page.said.text())


def test_the_report_is_saved_as_json(
    qtbot: QtBot, page: DonePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "report", "For programs")
    page.show_results([good(after=(DATE,)), bad(Outcome.FAILED)], tmp_path, policy="Share safely")
    save(qtbot, page)
    text = (tmp_path / "report.json").read_text(encoding="utf-8")
    report = json.loads(text)
    assert report["policy"] == "Share safely"
    first, second = report["photos"]
    assert first["removed"] == {"place": 1}
    assert first["kept"] == ["Taken on 3 June 2026"]
    assert second["outcome"] == "failed"
    assert "Lisbon" not in text


def test_the_report_is_saved_as_a_page(
    qtbot: QtBot, page: DonePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = saved(tmp_path, "copy.jpg")
    choose(monkeypatch, tmp_path / "report.html", "Web page (")
    page.show_results([Result(copy, copy, Outcome.CLEANED, report(PLACE), report())], tmp_path)
    save(qtbot, page)
    assert page.said.text() == "The report was saved as report.html."
    assert "1 position" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<img" not in (tmp_path / "report.html").read_text(encoding="utf-8")
    choose(monkeypatch, tmp_path / "report.html", "Web page with small pictures")
    save(qtbot, page)
    assert "<img" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_file_of_which_the_dialog_did_not_ask_is_not_replaced(
    qtbot: QtBot, page: DonePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.html").write_text("mine")
    choose(monkeypatch, tmp_path / "mine", "Web page (")
    page.show_results([good()], tmp_path)
    save(qtbot, page)
    assert "stays as it is" in page.said.text()
    assert (tmp_path / "mine.html").read_text() == "mine"
    choose(monkeypatch, tmp_path / "mine.html", "Web page (")
    save(qtbot, page)
    assert "Lenscap" in (tmp_path / "mine.html").read_text()


def test_a_report_that_cannot_be_saved_says_so(
    qtbot: QtBot, page: DonePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "missing" / "report.html", "Web page (")
    page.show_results([good(os.fsdecode(b"caf\xe9.jpg"))], tmp_path)
    save(qtbot, page)
    assert "could not be saved: no such file or directory" in page.said.text()


def test_every_phrase_of_a_report_is_in_the_language_of_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()

    def listen(phrase: str) -> str:
        asked.add(phrase)
        return phrase

    sentences = {f"By {n}" for n in range(30)} | {"0", "1"}

    findings = [Finding(kind, f"{n}", "Exif") for kind in Kind for n in range(2)]
    few = [Finding(kind, "one", "Exif") for kind in Kind]
    about = About("x", tmp_path, datetime.now(), say=listen)
    with draft(tmp_path / "r.html", about) as page:
        for outcome in Outcome:
            for before in (findings, few):
                page.add(Result(Path("a"), Path("a"), outcome, report(*before), report(*findings[:1])))
        page.add(Result(Path("a"), Path("a"), Outcome.CLEANED, report(), report(*findings * 30)))
        page.add(Result(Path("a"), Path("a"), Outcome.CLEANED, report(), report(*map(named, range(30)))))
    stays_of(Result(Path("a"), Path("a"), Outcome.CLEANED, report(), report()), listen)
    assert asked - sentences == set(phrases._phrases())


def named(n: int) -> Finding:
    return Finding(Kind.NAME, f"By {n}", "Exif")


def test_what_is_left_is_listed_for_each_copy(qtbot: QtBot, page: DonePage) -> None:
    page.show_results([good("a.jpg", (FACE, DATE)), good("b.jpg"), bad(Outcome.FAILED)], Path("out"))
    QTest.mouseClick(page.see_left, LEFT)
    model = page.left.table.model()
    shown = [[str(model.index(row, column).data()) for column in (0, 2)] for row in range(model.rowCount())]
    assert shown == [["a.jpg", "Taken on 3 June 2026, 1 face"], ["b.jpg", "Only the picture itself"]]
    assert page.left.table.isVisible()
    assert page.left.detail.text() == "Taken on 3 June 2026\n1 face"
    QTest.keyClick(page.left.table, Qt.Key.Key_Down)
    assert page.left.detail.text() == "Only the picture itself"
    QTest.mouseClick(page.left.leave, LEFT)
    assert page.title.isVisible()


def test_photos_that_were_not_tried_can_be_cleaned_from_here(qtbot: QtBot, page: DonePage) -> None:
    page.show_results([good()], Path("out"), [Path("x.jpg"), Path("y.jpg")])
    assert page.title.text() == "1 of 3 photos is ready to share"
    assert "2 photos were not cleaned yet." in texts(page.look)
    with qtbot.waitSignal(page.retry) as again:
        QTest.mouseClick(button(page.look, "Clean them now"), LEFT)
    assert again.args == [[Path("x.jpg"), Path("y.jpg")]]


def test_all_that_have_no_copy_can_be_tried_again_at_once(qtbot: QtBot, page: DonePage) -> None:
    page.show_results([good(), bad(Outcome.REFUSED, "y.psd"), bad(Outcome.FAILED, "x.jpg")], Path("out"))
    with qtbot.waitSignal(page.retry) as again:
        QTest.mouseClick(button(page.look, "Try all again"), LEFT)
    assert again.args == [[Path("x.jpg"), Path("y.psd")]]


def test_what_stays_visible_comes_from_the_copies() -> None:
    kept = {title for _, title, _ in stays([good(after=(FACE, PLACE)), good("b.jpg")])}
    assert kept == {"The picture itself", "1 face", "The position in 1 photo", "File names"}


def test_before_and_after_are_real_pictures_and_hidden_without_covers(
    qtbot: QtBot, page: DonePage, tmp_path: Path
) -> None:
    original, copy = saved(tmp_path, "a.jpg"), saved(tmp_path, "copy.jpg")
    covered = Result(original, copy, Outcome.CLEANED, report(FACE, PLACE), report(), covered=1)
    page.show_results([covered], tmp_path)
    qtbot.waitUntil(lambda: "Original · 2 details" in texts(page.side))
    page.show_results([good()], tmp_path)
    assert "Before and after" not in texts(page.side)


def test_everything_that_can_be_used_has_a_name(qtbot: QtBot, page: DonePage) -> None:
    page.show_results([good(after=(FACE,)), bad(Outcome.REFUSED)], Path("out"), [Path("x.jpg")])
    for kind in (QAbstractButton, QAbstractItemView):
        for part in page.findChildren(kind):
            assert part.accessibleName() or getattr(part, "text", str)(), part


def test_back_leads_back(qtbot: QtBot, page: DonePage) -> None:
    page.show_results([good()], Path("out"))
    with qtbot.waitSignal(page.back):
        QTest.mouseClick(page.leave, LEFT)


# -- the column on the right -----------------------------------------------------------------------------------------


@pytest.fixture(params=[1.0, 1.5, 2.0])
def scaled(
    request: pytest.FixtureRequest, dressed: QApplication, qtbot: QtBot, thumbnails: Thumbnails,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[DonePage]:  # fmt: skip
    """The page with text of several sizes."""
    monkeypatch.setattr("lenscap.gui.theme.text_scale", lambda: request.param)
    made = DonePage(thumbnails)
    put_up(qtbot, made)
    yield made
    made.wait()


@pytest.mark.parametrize("size", [(1024, 628), (1440, 848)])
def test_the_column_on_the_right_never_scrolls_sideways(
    scaled: DonePage, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    copy = saved(tmp_path, "copy.jpg")
    covered = Result(saved(tmp_path, "a.jpg"), copy, Outcome.CLEANED, report(FACE), report(FACE), covered=1)
    scaled.resize(*size)
    scaled.show_results([covered, good(after=(FACE, PLACE, DATE))], tmp_path)
    side = scaled.side
    qtbot.waitUntil(lambda: "Before and after" in texts(side), timeout=5000)
    qtbot.wait(50)
    area = side.findChild(QScrollArea)
    assert area
    assert area.horizontalScrollBar().maximum() == 0
    for label in side.findChildren(QLabel):
        if label.isVisibleTo(side) and label.text():
            assert label.mapTo(side, label.rect().topRight()).x() < side.width(), label.text()
            assert label.height() >= label.heightForWidth(label.width()), label.text()


@pytest.mark.parametrize("scaled", [2.0], indirect=True)
def test_with_large_text_the_foot_of_the_column_does_not_take_its_room(
    scaled: DonePage, qtbot: QtBot, tmp_path: Path
) -> None:
    scaled.resize(1024, 628)
    scaled.show_results([good(after=(FACE, PLACE, DATE))], tmp_path)
    area = scaled.side.findChild(QScrollArea)
    assert area
    qtbot.waitUntil(lambda: area.height() > 560, timeout=2000)
    way = button(scaled, "Switch that off")
    area.ensureWidgetVisible(way)
    with qtbot.waitSignal(scaled.switch_off):
        QTest.mouseClick(way, LEFT)


def test_the_word_on_the_originals_leads_to_the_page_on_how_to_switch_it_off(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = saved(tmp_path, "a.jpg")
    with qtbot.waitSignal(window.roll.reading.settled, timeout=20_000):
        window.open_paths([path])
    window.work.start([path])
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=20_000)
    QTest.mouseClick(button(window.done, "Switch that off"), LEFT)
    assert window.pages.currentWidget() is window.guide
    assert window.toolbar.tabs.segment("guide").isChecked()
    QTest.mouseClick(window.toolbar.tabs.segment("roll"), LEFT)
    assert window.pages.currentWidget() is window.roll
