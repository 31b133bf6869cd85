"""The page after cleaning: honest headings, numbers, what needs a look, what stays visible."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lenscap.gui.done import DonePage
from lenscap.gui.done.visible import stays
from lenscap.gui.thumbnails import Thumbnails
from lenscap.model import PICTURE, Box, Finding, Kind, Outcome, Result
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
    made.side.wait()


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


def test_the_report_is_saved_as_json(
    qtbot: QtBot, page: DonePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.show_results([good(after=(DATE,)), bad(Outcome.FAILED)], tmp_path)
    QTest.mouseClick(page.save, LEFT)
    first, second = json.loads(target.read_text(encoding="utf-8"))
    assert first["removed"] == {"place": 1}
    assert first["kept"] == ["Taken on 3 June 2026"]
    assert second["outcome"] == "failed"
    assert "Lisbon" not in target.read_text(encoding="utf-8")


def test_a_report_on_a_name_that_is_no_text_is_saved(page: DonePage, tmp_path: Path) -> None:
    page.show_results([good(os.fsdecode(b"caf\xe9.jpg"))], tmp_path)
    page.save_report(tmp_path / "report.json")
    (entry,) = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert os.fsencode(entry["path"]) == b"caf\xe9.jpg"


def test_a_report_that_cannot_be_saved_says_so(page: DonePage, tmp_path: Path) -> None:
    page.show_results([good()], tmp_path)
    page.save_report(tmp_path / "missing" / "report.json")
    assert "could not be saved" in page.said.text()


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


def test_back_leads_back(qtbot: QtBot, page: DonePage) -> None:
    page.show_results([good()], Path("out"))
    with qtbot.waitSignal(page.back):
        QTest.mouseClick(page.leave, LEFT)
