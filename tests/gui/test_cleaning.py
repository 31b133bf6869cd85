"""The page that cleans, with the real pipeline where that matters and with a slow fake where timing does."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import piexif
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from lenscap.gui.cleaning import CleaningPage, tally, words
from lenscap.gui.cleaning.pace import Pace
from lenscap.gui.cleaning.side import Thumb
from lenscap.gui.thumbnails import Thumbnails
from lenscap.model import PICTURE, Box, Finding, Kind, Outcome, Policy, Result
from lenscap.policy import PRESETS
from lenscap.sources import Source
from tests.gui.scenes import put_up, report

LEFT = Qt.MouseButton.LeftButton
Run = Callable[..., Iterator[Result]]

PLACE = Finding(Kind.PLACE, "Taken in Lisbon", "Exif GPS")
CAPTION = Finding(Kind.TEXT, "A caption", "XMP")
SIGN = Finding(Kind.TEXT, "A sign", PICTURE, box=Box(0, 0, 9, 9))
FACES = tuple(Finding(Kind.FACE, "A face", PICTURE, box=Box(x, 0, 9, 9)) for x in (0, 50, 100))


def cleaned(*before: Finding, after: tuple[Finding, ...] = (), covered: int = 0, path: str = "a.jpg") -> Result:
    return Result(Path(path), Path("copy.jpg"), Outcome.CLEANED, report(*before), report(*after), covered)


def ended(outcome: Outcome, path: Path) -> Result:
    if outcome in tally.COPIED:
        return Result(path, path, outcome, report(PLACE), report())
    return Result(path, None, outcome, reason="A <b>reason</b>.")


def slow(outcomes: list[Outcome], pause: float = 0.02) -> Run:
    def run(
        sources: Iterable[Source], to: Path, policy: Policy, jobs: int = 1, **_: object
    ) -> Generator[Result, None, None]:
        for source, outcome in zip(sources, outcomes, strict=True):
            time.sleep(pause)
            yield ended(outcome, source.path)

    return run


@pytest.fixture
def page(qtbot: QtBot, thumbnails: Thumbnails) -> Iterator[CleaningPage]:
    made = CleaningPage(thumbnails)
    put_up(qtbot, made)
    yield made
    made.stop()


@pytest.fixture
def many(tmp_path: Path) -> list[Path]:
    return [tmp_path / f"{n:02}.jpg" for n in range(30)]


def located(path: Path) -> Path:
    exif = piexif.dump({"GPS": {1: b"N", 2: ((38, 1), (42, 1), (0, 1)), 3: b"W", 4: ((9, 1), (8, 1), (0, 1))}})
    Image.linear_gradient("L").convert("RGB").save(path, exif=exif)
    return path


def shown(page: CleaningPage, column: int) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_real_photos_come_out_clean_in_the_folder_that_keeps_their_tree(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    photo, broken = located(tmp_path / "in" / "a.jpg"), tmp_path / "in" / "b.jpg"
    broken.write_bytes(b"no picture")
    with qtbot.waitSignal(page.finished, timeout=20000) as finished:
        page.start([photo, broken], tmp_path / "out", PRESETS["metadata"], {photo: Path("day 1/a.jpg")})
    first, second = finished.args[0]
    assert first.outcome is Outcome.CLEANED
    assert second.outcome in (Outcome.REFUSED, Outcome.FAILED)
    assert (tmp_path / "out" / "day 1" / "a.jpg").exists()
    assert "Position" in shown(page, 2)[1]


def test_no_picture_is_wished_for_before_there_is_a_photo(qtbot: QtBot, thumbnails: Thumbnails) -> None:
    thumb = Thumb(thumbnails, 56)
    put_up(qtbot, thumb)
    thumb.grab()
    assert not thumbnails._working


def test_the_newest_result_stands_under_those_that_wait(
    qtbot: QtBot, page: CleaningPage, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slow([Outcome.CLEANED] * 30))
    page.start(many, many[0].parent / "to", PRESETS["faces"])
    assert shown(page, 0)[:3] == ["02.jpg", "01.jpg", "00.jpg"]
    assert shown(page, 1) == ["Waiting", "Waiting", "Cleaning"]
    qtbot.waitUntil(lambda: page.table.model().rowCount() > 8)
    names = shown(page, 0)
    assert names == sorted(names, reverse=True)
    with qtbot.waitSignal(page.finished):
        pass
    assert len(shown(page, 0)) == 30


def test_chips_count_and_filter(
    qtbot: QtBot, page: CleaningPage, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes = [Outcome.CLEANED] * 20 + [Outcome.ALREADY_CLEAN] * 6 + [Outcome.REFUSED] * 3 + [Outcome.FAILED]
    monkeypatch.setattr("lenscap.pipeline.run", slow(outcomes, 0))
    with qtbot.waitSignal(page.finished):
        page.start(many, many[0].parent / "to", PRESETS["faces"])
    assert [chip.count() for chip in page.chips.values()] == [30, 20, 6, 3, 1]
    QTest.mouseClick(page.chips[Outcome.REFUSED], LEFT)
    assert shown(page, 1) == ["Left out"] * 3
    QTest.mouseClick(page.chips[None], LEFT)
    assert len(shown(page, 1)) == 30


def test_cancel_keeps_what_is_finished_and_says_so(
    qtbot: QtBot, page: CleaningPage, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slow([Outcome.CLEANED] * 30))
    kept: list[Result] = []
    page.cleaned.connect(kept.extend)
    page.start(many, many[0].parent / "to", PRESETS["faces"])
    qtbot.waitUntil(lambda: len(kept) > 3)
    QTest.mouseClick(page.cancel, LEFT)
    qtbot.waitUntil(lambda: not page.working)
    assert page.title.text() == f"Stopped. {len(kept)} finished copies are kept."
    assert len(kept) < 30
    with qtbot.waitSignal(page.finished) as finished:
        QTest.mouseClick(page.see, LEFT)
    assert finished.args[0] == kept


def test_after_cancel_the_keyboard_is_at_the_way_to_go_on(
    qtbot: QtBot, page: CleaningPage, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slow([Outcome.CLEANED] * 30))
    page.start(many, many[0].parent / "to", PRESETS["faces"])
    qtbot.waitUntil(lambda: len(page.record.results) > 3)
    page.cancel.setFocus()
    QTest.keyClick(page.cancel, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.working)
    assert page.ways.more.hasFocus()


def test_a_run_that_ends_leaves_the_keyboard_where_it_was_in_the_table(
    qtbot: QtBot, page: CleaningPage, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slow([Outcome.CLEANED] * 30))
    page.start(many, many[0].parent / "to", PRESETS["faces"])
    qtbot.waitUntil(lambda: len(page.record.results) > 3)
    page.table.setFocus()
    page.cancel.click()  # which, unlike the mouse, leaves the keyboard where it is
    qtbot.waitUntil(lambda: not page.working)
    assert page.table.hasFocus()


def test_pause_rests_and_goes_on(
    qtbot: QtBot, page: CleaningPage, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slow([Outcome.CLEANED] * 30, 0.01))
    page.start(many, many[0].parent / "to", PRESETS["faces"])
    QTest.mouseClick(page.pause, LEFT)
    assert page.pause.text() == "Go on"
    assert "paused" in page.line.text()
    qtbot.wait(100)
    before = page.chips[None].count()
    qtbot.wait(100)
    assert page.chips[None].count() == before < 30
    with qtbot.waitSignal(page.finished):
        QTest.mouseClick(page.pause, LEFT)


def test_a_reason_out_of_a_file_is_shown_as_it_is(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slow([Outcome.REFUSED], 0))
    with qtbot.waitSignal(page.finished):
        page.start([tmp_path / "<i>.jpg"], tmp_path / "to", PRESETS["faces"])
    assert shown(page, 2) == ["A <b>reason</b>."]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel) if label.text())


def test_a_fault_of_the_run_ends_on_words_and_a_way_back(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object, **__: object) -> Iterator[Result]:
        from lenscap.errors import UnreadableError

        raise UnreadableError("The folder is not there.")

    monkeypatch.setattr("lenscap.pipeline.run", run)
    page.start([tmp_path / "a.jpg"], tmp_path / "to", PRESETS["faces"])
    qtbot.waitUntil(lambda: not page.working)
    assert page.line.text() == "The folder is not there."
    with qtbot.waitSignal(page.back):
        QTest.mouseClick(page.leave, LEFT)


def test_where_text_cannot_be_looked_for_the_sentence_that_helps_is_shown(
    qtbot: QtBot, page: CleaningPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("lenscap.detectors.find_spec", lambda _: None)
    page.start([located(tmp_path / "a.jpg")], tmp_path / "copies", PRESETS["everything"])
    qtbot.waitUntil(lambda: not page.working)
    assert "lenscap[text]" in page.line.text()
    assert not (tmp_path / "copies").exists()


def test_everything_that_can_be_used_has_a_name(page: CleaningPage) -> None:
    for kind in (QAbstractButton, QAbstractItemView, QProgressBar):
        for part in page.findChildren(kind):
            assert part.accessibleName() or part is page.ways.more or getattr(part, "text", str)(), part


def test_what_happened_is_said_in_words() -> None:
    assert words.happened(cleaned(PLACE, CAPTION)) == "Position, text removed"
    assert words.happened(cleaned(*FACES, PLACE, covered=3)) == "3 faces covered, position removed"
    assert words.happened(cleaned(FACES[0], SIGN, covered=2)) == "1 face covered, 1 text covered"
    again = replace(cleaned(PLACE), reason="It was encoded again.")
    assert words.happened(again) == "Position removed. It was encoded again."
    assert words.happened(cleaned()) == "Written again with only what the picture needs."
    assert words.happened(replace(cleaned(), outcome=Outcome.ALREADY_CLEAN)) == "Nothing to remove. Copied as is."


def test_kept_details_do_not_count_as_removed() -> None:
    result = cleaned(PLACE, CAPTION, after=(PLACE,))
    assert result.removed == [CAPTION]
    assert tally.gains([result, cleaned(PLACE, PLACE)]) == {"place": 1, "text": 1}


def test_a_kept_face_is_neither_covered_nor_forgotten() -> None:
    result = cleaned(*FACES, after=FACES[:1], covered=2)
    assert tally.covered_faces(result) == 2
    assert tally.kept_faces(result) == 1


def test_pauses_do_not_count_as_work() -> None:
    now = [0.0]
    pace = Pace(100, lambda: now[0])
    now[0] = 10
    pace.pause()
    now[0] = 1000
    pace.resume()
    now[0] = 1010
    assert pace.elapsed() == 20
    assert pace.left(50) == "about 20 seconds left"
    assert pace.left(2) == ""
