"""Runs that meet disks, people and photos as they are: full, pulled out, in a hurry, changed meanwhile."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from lenscap import isolation, pipeline
from lenscap.gui.cleaning import CleaningPage
from lenscap.gui.cleaning.feed import Feed, found, without_copies
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.window import Window
from lenscap.model import Outcome, Policy, Result
from lenscap.policy import PRESETS
from lenscap.sources import Source
from tests.disks import disk, make_read_only, pull
from tests.gui.scenes import drop, put_up
from tests.pipeline.rolls import do_badly

LEFT = Qt.MouseButton.LeftButton
METADATA = PRESETS["metadata"]
Run = Callable[[Iterable[Source], Path, Policy, int], Iterator[Result]]


@pytest.fixture
def page(qtbot: QtBot, thumbnails: Thumbnails) -> Iterator[CleaningPage]:
    made = CleaningPage(thumbnails)
    put_up(qtbot, made)
    made.retry.connect(lambda paths: made.again(paths, made._to, METADATA))
    yield made
    made.stop()


def photos(room: Path, n: int, kilobytes: int = 8) -> list[Path]:
    room.mkdir(parents=True, exist_ok=True)
    made, told = [], PngInfo()
    told.add_text("Author", "Marta")
    for number in range(n):
        pixels = os.urandom(kilobytes * 1024)
        Image.frombytes("RGB", (32, kilobytes * 1024 // 96), pixels).save(room / f"{number:02}.png", pnginfo=told)
        made.append(room / f"{number:02}.png")
    return made


def ended(qtbot: QtBot, page: CleaningPage) -> None:
    qtbot.waitUntil(lambda: not page.working, timeout=20_000)


def slowly(seconds: float) -> Run:
    def run(sources: Iterable[Source], to: Path, policy: Policy, jobs: int = 1, **_: object) -> Iterator[Result]:
        for source in sources:
            time.sleep(seconds)
            yield Result(source.path, to / source.relative, Outcome.CLEANED)

    return run


def after_each(act: Callable[[int], object]) -> Run:
    """The real pipeline, and something that happens after each photo."""
    real = pipeline.run

    def run(sources: Iterable[Source], to: Path, policy: Policy, jobs: int = 1, **_: object) -> Iterator[Result]:
        for number, result in enumerate(real(sources, to, policy, 1), 1):
            yield result
            act(number)

    return run


def scratch(folder: Path) -> list[Path]:
    return list(folder.rglob(".lenscap-*"))


# -- disks ---------------------------------------------------------------------------------------------------------


def test_a_full_disk_is_said_once_and_the_rest_can_go_elsewhere(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = photos(tmp_path / "in", 12)
    with disk(tmp_path / "disk", 60) as small:
        page.start(given, small / "out", METADATA)
        ended(qtbot, page)
        copies = len(page.record.results)
        assert 2 < copies < 12
        assert page.title.text() == f"Stopped. {copies} finished copies are kept."
        assert "There is no room left where the copies go." in page.line.text()
        assert page.ways.more.text() == f"Try again with {12 - copies} photos"
        assert not scratch(small)
        monkeypatch.setattr(
            "lenscap.gui.cleaning.stopped.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path / "elsewhere")
        )
        page.folder_chosen.connect(lambda folder: setattr(page, "_to", folder))
        with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
            QTest.mouseClick(page.ways.folder, LEFT)
        assert len(finished.args[0]) == 12
        assert len(list((tmp_path / "elsewhere").iterdir())) == 12 - copies


def test_a_disk_for_copies_that_is_pulled_out_ends_the_run_and_nothing_is_written_in_its_place(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = photos(tmp_path / "in", 8)
    with disk(tmp_path / "disk", 400) as stick:
        monkeypatch.setattr("lenscap.pipeline.run", after_each(lambda n: pull(stick) if n == 2 else None))
        page.start(given, stick, METADATA)
        ended(qtbot, page)
    assert "The folder for the copies is not there any more." in page.line.text()
    assert (len(page.record.results), len(page.record.rest())) == (2, 6)
    assert all(path.is_file() for path in given)


def test_a_disk_with_photos_that_is_pulled_out_is_said_once_and_works_again_when_it_is_back(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = photos(tmp_path / "stick" / "DCIM", 8)
    away = tmp_path / "away"
    stick, real = tmp_path / "stick", pipeline.run
    monkeypatch.setattr("lenscap.pipeline.run", after_each(lambda n: stick.rename(away) if n == 1 else None))
    page.start(given, tmp_path / "out", METADATA)
    ended(qtbot, page)
    assert "The folder with the photos is not there any more." in page.line.text()
    assert [result.outcome for result in page.record.results] == [Outcome.CLEANED]
    QTest.mouseClick(page.ways.more, LEFT)
    ended(qtbot, page)
    assert "The folder with the photos is not there any more." in page.line.text()
    away.rename(stick)
    monkeypatch.setattr("lenscap.pipeline.run", real)
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        QTest.mouseClick(page.ways.more, LEFT)
    assert [result.outcome for result in finished.args[0]] == [Outcome.CLEANED] * 8


def test_a_disk_that_may_only_be_read_is_said_before_the_first_photo(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path
) -> None:
    with disk(tmp_path / "disk", 60) as locked:
        make_read_only(locked)
        page.start(photos(tmp_path / "in", 2), locked / "out", METADATA)
        ended(qtbot, page)
    assert "Nothing may be written into the folder for the copies." in page.line.text()
    assert not page.record.results


def test_a_file_where_the_folder_should_be_stays_as_it_is(qtbot: QtBot, page: CleaningPage, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    page.start(photos(tmp_path / "in", 2), tmp_path / "out", METADATA)
    ended(qtbot, page)
    assert "is a file, not a folder" in page.line.text()
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_for_copies_that_cannot_even_be_looked_up_is_said_in_a_sentence(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path
) -> None:
    page.start(photos(tmp_path / "in", 2), tmp_path / ("x" * 300) / "out", METADATA)
    ended(qtbot, page)
    reasons = {result.reason or "" for result in page.record.results}
    assert page.record.outcomes[Outcome.FAILED] == 2
    assert all("too long" in reason for reason in reasons)


def test_a_quota_is_said_in_the_words_of_the_system_and_once(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(122, "Disk quota exceeded")

    monkeypatch.setattr("lenscap.scratch._fill", full)
    monkeypatch.setattr("lenscap.pipeline.run", after_each(lambda _: None))  # in this process
    page.start(photos(tmp_path / "in", 9), tmp_path / "out", METADATA)
    ended(qtbot, page)
    assert page.line.text().startswith("The copy could not be written: disk quota exceeded.")
    assert len(page.record.results) == 2
    assert len(page.record.rest()) == 7
    assert not scratch(tmp_path)


# -- photos --------------------------------------------------------------------------------------------------------


def test_a_photo_that_goes_away_meanwhile_fails_alone_and_can_be_tried_again(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = photos(tmp_path / "in", 4)
    kept = given[2].read_bytes()
    monkeypatch.setattr("lenscap.pipeline.run", after_each(lambda _: given[2].unlink(missing_ok=True)))
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        page.start(given, tmp_path / "out", METADATA)
    assert [result.outcome for result in finished.args[0]].count(Outcome.FAILED) == 1
    monkeypatch.undo()
    given[2].write_bytes(kept)
    page.table.selectAll()
    again = next(action for action in page.table.menu().actions() if action.text() == "Try again")
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        again.trigger()
    assert [result.outcome for result in finished.args[0]] == [Outcome.CLEANED] * 4
    assert page.table.model().rowCount() == 4
    assert page.chips[Outcome.CLEANED].count() == 4
    assert page.chips[Outcome.FAILED].count() == 0


def test_a_photo_that_is_edited_elsewhere_before_its_turn_is_cleaned_as_it_is_then(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = photos(tmp_path / "in", 4)
    edited = tmp_path / "edited.png"
    told = PngInfo()
    told.add_text("Comment", "Anna was here")
    Image.new("RGB", (50, 40), "red").save(edited, pnginfo=told)
    written = edited.read_bytes()
    monkeypatch.setattr("lenscap.pipeline.run", after_each(lambda _: given[2].write_bytes(written)))
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        page.start(given, tmp_path / "out", METADATA)
    assert [result.outcome for result in finished.args[0]] == [Outcome.CLEANED] * 4
    with Image.open(tmp_path / "out" / given[2].name) as copy:
        assert (copy.size, copy.getpixel((0, 0))) == ((50, 40), (255, 0, 0))
    assert b"Anna" not in (tmp_path / "out" / given[2].name).read_bytes()
    assert given[2].read_bytes() == written


def test_a_photo_that_another_program_still_writes_to_is_said_so_and_can_be_tried_again(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = photos(tmp_path / "in", 3)
    restless = iter(range(1, 1_000_000))
    real = os.fstat

    def fstat(handle: int) -> os.stat_result:
        if os.path.samestat(real(handle), given[1].stat()):
            os.utime(given[1], (1_000_000_000, 1_000_000_000 + next(restless)))
        return real(handle)

    monkeypatch.setattr("lenscap.opening.os.fstat", fstat)
    monkeypatch.setattr("lenscap.pipeline.run", after_each(lambda _: None))  # in this process
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        page.start(given, tmp_path / "out", METADATA)
    (left,) = [result for result in finished.args[0] if result.outcome is not Outcome.CLEANED]
    assert left.path == given[1]
    assert "Try again when no other program writes to it." in (left.reason or "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [given[0].name, given[2].name]
    monkeypatch.undo()
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        page.retry.emit([given[1]])
    assert [result.outcome for result in finished.args[0]] == [Outcome.CLEANED] * 3


def test_copies_of_an_earlier_run_are_not_taken_for_photos(qtbot: QtBot, page: CleaningPage, tmp_path: Path) -> None:
    given, copies = photos(tmp_path / "in", 3), photos(tmp_path / "in" / "clean", 2)
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        page.start([*given, *copies], tmp_path / "in" / "clean", METADATA)
    assert [result.path for result in finished.args[0]] == given
    assert page.notice.text() == "2 photos in the folder for the copies were passed over."
    assert without_copies(copies, tmp_path / "in" / "clean") == copies


# -- people --------------------------------------------------------------------------------------------------------


def test_cancel_waits_for_no_photo_and_what_still_comes_is_counted(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slowly(2))
    page.start(photos(tmp_path / "in", 5), tmp_path / "out", METADATA)
    qtbot.waitUntil(lambda: len(page.record.results) == 1, timeout=10_000)
    QTest.mouseClick(page.cancel, LEFT)
    before = time.monotonic()
    qtbot.waitUntil(lambda: not page.working, timeout=10_000)
    assert time.monotonic() - before < 1.5  # the photo in hand takes two seconds
    assert page.title.text() == "Stopped. 1 finished copy is kept."
    qtbot.waitUntil(lambda: page.title.text() == "Stopped. 2 finished copies are kept.", timeout=10_000)
    assert page.ways.more.text() == "Clean the 3 photos that are left"


@pytest.mark.parametrize("jobs", [1, 2])
def test_cancel_ends_processes_within_half_a_second_whatever_they_do(
    jobs: int, qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.gui.cleaning.run._jobs", lambda _: jobs)
    monkeypatch.setattr("lenscap.pipeline.batch.do", do_badly)
    given = photos(tmp_path / "in", 4)
    for number in (2, 3):
        given[number] = given[number].rename(tmp_path / "in" / f"hang {number}.png")
    page.start(given, tmp_path / "out", METADATA)
    qtbot.waitUntil(lambda: len(page.record.results) == 2, timeout=20_000)
    qtbot.wait(300)
    workers = [each for each in active_children() if each.name != isolated()]
    assert workers
    before = time.monotonic()
    QTest.mouseClick(page.cancel, LEFT)
    qtbot.waitUntil(lambda: not page.working and not any(each.is_alive() for each in workers), timeout=5_000)
    assert time.monotonic() - before < 0.5
    assert page.title.text() == "Stopped. 2 finished copies are kept."
    assert len(list((tmp_path / "out").iterdir())) == 2


def isolated() -> str:
    """The process beside ours that earlier tests left, which is used again."""
    return isolation._worker._process.name if isolation._worker else ""


def test_photos_that_are_dropped_join_the_run_once(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, more = photos(tmp_path / "in", 3), photos(tmp_path / "more" / "deep", 3)
    monkeypatch.setattr("lenscap.pipeline.run", after_each(lambda _: time.sleep(0.3)))
    page.start(given, tmp_path / "out", METADATA)
    page.add([tmp_path / "more", given[0]])
    page.add([more[0]])
    qtbot.waitUntil(lambda: page.record.total == 6)
    assert page.title.text() == "Cleaning 6 photos"
    assert page.bar.maximum() == 6
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        pass
    assert [result.path for result in finished.args[0]] == [*given, *more]
    copies = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.png"))
    assert len(copies) == 6
    assert str(Path("deep/00.png")) in copies


def test_photos_that_come_while_the_last_one_is_cleaned_are_not_lost(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, more = photos(tmp_path / "in", 1), photos(tmp_path / "more", 2)

    def hasty(sources: Iterable[Source], to: Path, policy: Policy, jobs: int = 1, **_: object) -> Iterator[Result]:
        for source in list(sources):  # as workers do, who have taken all there is
            time.sleep(0.3)
            yield Result(source.path, to / source.relative, Outcome.CLEANED)

    monkeypatch.setattr("lenscap.pipeline.run", hasty)
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        page.start(given, tmp_path / "out", METADATA)
        qtbot.wait(100)
        page.add(more)
    assert [result.path for result in finished.args[0]] == [*given, *more]


def test_nothing_new_is_said(qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = photos(tmp_path / "in", 2)
    os.link(given[0], tmp_path / "same.png")
    monkeypatch.setattr("lenscap.pipeline.run", slowly(0.5))
    page.start(given, tmp_path / "out", METADATA)
    page.add([given[0], tmp_path / "same.png", tmp_path / "in"])
    qtbot.waitUntil(lambda: page.notice.text() == "Nothing was added: no other photo is in it.")
    assert page.record.total == 2


def test_a_feed_goes_on_after_it_ran_dry() -> None:
    one, two = Source(Path("a"), Path("a")), Source(Path("b"), Path("b"))
    feed = Feed([one])
    assert list(feed) == [one]
    assert not feed.more()
    feed.add([two])
    assert list(feed) == [two]


def test_the_folder_for_copies_is_left_out_of_what_is_added(tmp_path: Path) -> None:
    (new,) = photos(tmp_path / "in", 1)
    photos(tmp_path / "in" / "out", 1)
    assert [source.path for source in found([tmp_path / "in"], [], tmp_path / "in" / "out")] == [new]


def test_progress_is_told_every_tenth_and_at_the_end(
    qtbot: QtBot, page: CleaningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def hear(event: object) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        told.append(event.message())

    monkeypatch.setattr("lenscap.gui.cleaning.parts.QAccessible.updateAccessibility", hear)

    def in_step(sources: Iterable[Source], to: Path, policy: Policy, jobs: int = 1, **_: object) -> Iterator[Result]:
        for number, source in enumerate(sources, 1):
            yield Result(source.path, to / source.relative, Outcome.CLEANED)
            while len(page.record.results) < number:  # the window has not shown it yet
                time.sleep(0.001)

    monkeypatch.setattr("lenscap.pipeline.run", in_step)
    with qtbot.waitSignal(page.finished, timeout=20_000):
        page.start(photos(tmp_path / "in", 20, 1), tmp_path / "out", METADATA)
    assert told[-1] == "Finished."
    assert told[:-1] == [f"{n} of 20 done" for n in range(2, 21, 2)]


def test_a_drop_on_the_window_joins_the_run_and_opens_nothing(
    window: Window, qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slowly(0.3))
    window._go(window.cleaning)
    window.cleaning.start(photos(tmp_path / "in", 3), tmp_path / "out", METADATA)
    drop(window, folder / "plain.jpg")
    qtbot.waitUntil(lambda: window.cleaning.record.total == 4)
    assert window.pages.currentWidget() is window.cleaning
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=20_000)
    assert window.done.title.text() == "All 4 photos are ready to share"


def question(window: Window) -> QMessageBox:
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def press(box: QMessageBox, text: str) -> None:
    QTest.mouseClick(next(each for each in box.buttons() if each.text() == text), LEFT)


def test_closing_during_work_asks_and_stopping_keeps_finished_copies_and_no_scratch(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, done = photos(tmp_path / "in", 6), list[Result]()
    window.cleaning.cleaned.connect(done.extend)
    monkeypatch.setattr("lenscap.pipeline.run", after_each(lambda _: time.sleep(0.2)))
    window._go(window.cleaning)
    window.cleaning.start(given, tmp_path / "out", METADATA)
    qtbot.waitUntil(lambda: bool(done))
    assert not window.close()
    assert not window.close()  # asked once
    assert len([box for box in window.findChildren(QMessageBox) if box.isVisible()]) == 1
    press(question(window), "Go on")
    assert window.isVisible()
    assert window.cleaning.working
    assert not window.close()
    press(question(window), "Stop and close")
    assert not window.isVisible()
    copies = list((tmp_path / "out").glob("*.png"))
    assert 1 <= len(copies) < 6
    assert not scratch(tmp_path)


def test_the_question_goes_away_when_the_run_ends_by_itself_with_a_problem(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slowly(0.3))
    window._go(window.cleaning)
    window.cleaning.start(photos(tmp_path / "in", 3), tmp_path / "out", METADATA)
    assert not window.close()
    assert question(window).isVisible()
    run = window.cleaning._run
    assert run
    run._end("There is no room left where the copies go.")
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert window.isVisible()


def test_a_run_that_stopped_leaves_the_way_to_other_pages_open(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.run", slowly(0.3))
    window._go(window.cleaning)
    window.cleaning.start(photos(tmp_path / "in", 3), tmp_path / "out", METADATA)
    assert not window.toolbar.tabs.isEnabled()
    QTest.mouseClick(window.cleaning.cancel, LEFT)
    qtbot.waitUntil(lambda: not window.cleaning.working)
    assert window.toolbar.tabs.isEnabled()
    QTest.mouseClick(window.toolbar.tabs.segment("guide"), LEFT)
    assert window.pages.currentWidget() is window.guide


def test_closing_after_the_work_asks_nothing(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.cleaning.start(photos(tmp_path / "in", 1), tmp_path / "out", METADATA)
    ended(qtbot, window.cleaning)
    assert window.close()
