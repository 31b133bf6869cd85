"""Photos that come to a folder are cleaned as they come: with real files, real events and a real clock."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from lenscap import sources, store, watching
from lenscap.errors import PolicyError
from lenscap.model import Kind, Outcome, Result
from lenscap.pipeline import inspect
from lenscap.policy import PRESETS
from lenscap.watching import News, watch
from lenscap.watching import waking as wakes
from lenscap.watching.waking import Waking

METADATA = PRESETS["metadata"]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_QUIET", 0.15)
    monkeypatch.setattr(store, "_SETTLED", 0.0)
    monkeypatch.setattr(watching, "_SOON", 0.05)
    monkeypatch.setattr(wakes, "_AT_LEAST", 0.02)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def photo(path: Path, colour: str = "teal") -> Path:
    exif = Image.Exif()
    exif[0x010F] = "Marta's camera"
    Image.new("RGB", (64, 48), colour).save(path, exif=exif)
    return path


class Watched:
    """Somebody who watches in a thread of her own, and what she saw."""

    def __init__(self, folder: Path, to: Path) -> None:
        self.waking = Waking(folder, to)
        self.seen: list[Result | News] = []
        self.problem: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(folder, to))
        self._thread.start()

    def _run(self, folder: Path, to: Path) -> None:
        try:
            self.seen.extend(watch(folder, to, METADATA, self.waking))
        except Exception as error:
            self.problem = error

    @property
    def results(self) -> list[Result]:
        return [item for item in self.seen if isinstance(item, Result)]

    def wait(self, results: int = 0, news: News | None = None, seconds: float = 20.0) -> None:
        end = time.monotonic() + seconds
        while len(self.results) < results or (news is not None and news not in self.seen):
            assert time.monotonic() < end, self.seen
            assert self.problem is None
            time.sleep(0.01)

    def end(self) -> None:
        self.waking.end()
        self._thread.join(20)
        assert not self._thread.is_alive()


class Watching:
    """Starts watching, as often as a test wants, and ends all of it."""

    def __init__(self, folder: Path, to: Path) -> None:
        self._folders = folder, to
        self.all: list[Watched] = []

    def __call__(self) -> Watched:
        self.all.append(Watched(*self._folders))
        return self.all[-1]


@pytest.fixture
def start(inbox: Path, copies: Path) -> Iterator[Watching]:
    made = Watching(inbox, copies)
    yield made
    for each in made.all:
        each.end()


def test_what_is_there_and_what_comes_is_cleaned(start: Watching, inbox: Path, copies: Path) -> None:
    photo(inbox / "first.jpg")
    watched = start()
    watched.wait(1, News.WAITING)
    (inbox / "trip").mkdir()
    photo(inbox / "trip" / "second.jpg")
    watched.wait(2)
    assert [result.outcome for result in watched.results] == [Outcome.CLEANED] * 2
    for copy in (copies / "first.jpg", copies / "trip" / "second.jpg"):
        assert {each.kind for each in inspect(copy).findings} == {Kind.FILENAME}


def test_an_event_wakes_it_long_before_it_would_look_anyway(start: Watching, inbox: Path) -> None:
    watched = start()
    watched.wait(0, News.WAITING)
    time.sleep(0.2)
    began = time.monotonic()
    photo(inbox / "a.jpg")
    watched.wait(1)
    assert time.monotonic() - began < wakes._OFTEN  # it would have looked after a minute


def test_on_a_disk_that_tells_nothing_it_looks_by_itself(
    start: Watching, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wakes, "is_local", lambda _: False)
    monkeypatch.setattr(wakes, "_OFTEN", 0.05)
    watched = start()
    watched.wait(0, News.WAITING)
    photo(inbox / "a.jpg")
    watched.wait(1)
    assert watched.waking._observer is None


def test_nothing_is_done_twice_after_a_restart_and_what_came_meanwhile_is_done(
    start: Watching, inbox: Path, copies: Path
) -> None:
    photo(inbox / "first.jpg")
    watched = start()
    watched.wait(1)
    watched.end()
    photo(inbox / "second.jpg", "red")
    again = start()
    again.wait(1, News.WAITING)
    assert [result.path.name for result in again.results] == ["second.jpg"]
    assert sorted(path.name for path in copies.iterdir()) == ["first.jpg", "second.jpg"]


def test_a_copy_that_is_not_there_any_more_is_made_again(start: Watching, inbox: Path, copies: Path) -> None:
    photo(inbox / "first.jpg")
    watched = start()
    watched.wait(1)
    watched.end()
    (copies / "first.jpg").unlink()
    start().wait(1)
    assert (copies / "first.jpg").exists()


def test_copies_may_go_into_a_folder_inside(inbox: Path) -> None:
    photo(inbox / "a.jpg")
    watched = Watched(inbox, inbox / "clean")
    watched.wait(1, News.WAITING)
    time.sleep(0.3)
    watched.end()
    assert len(watched.results) == 1
    assert [path.name for path in (inbox / "clean").iterdir()] == ["a.jpg"]


@pytest.mark.parametrize("to", [".", "..", "../inbox"])
def test_copies_that_would_come_back_as_photos_are_refused_in_words(to: str, inbox: Path) -> None:
    with pytest.raises(PolicyError, match="Choose another folder"):
        next(watch(inbox, inbox / to, METADATA, Waking(inbox, inbox / to)))


def test_a_folder_that_goes_is_waited_for(
    start: Watching, inbox: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wakes, "_OFTEN", 0.05)
    monkeypatch.setattr(wakes, "_RARELY", 0.2)
    photo(inbox / "a.jpg")
    watched = start()
    watched.wait(1)
    shutil.rmtree(inbox)
    watched.wait(1, News.GONE)
    inbox.mkdir()
    photo(inbox / "b.jpg", "red")
    watched.wait(2, News.BACK)
    photo(inbox / "c.jpg", "blue")
    watched.wait(3)
    assert {path.name for path in copies.iterdir()} == {"a.jpg", "b.jpg", "c.jpg"}


def test_a_photo_that_cannot_be_cleaned_costs_itself_and_is_not_tried_again(start: Watching, inbox: Path) -> None:
    (inbox / "torn.jpg").write_bytes(b"not a photo")
    watched = start()
    watched.wait(1, News.WAITING)
    photo(inbox / "a.jpg")
    watched.wait(2)
    assert [result.outcome for result in watched.results] == [Outcome.REFUSED, Outcome.CLEANED]


def test_what_failed_for_want_of_a_disk_is_tried_again(
    start: Watching, inbox: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_LATER", 0.1)
    monkeypatch.setattr(wakes, "_RARELY", 0.1)
    copies.write_bytes(b"a file where the folder should be")
    photo(inbox / "a.jpg")
    watched = start()
    watched.wait(1)
    assert watched.results[0].outcome == Outcome.FAILED
    copies.unlink()
    watched.wait(2)
    assert watched.results[-1].outcome in (Outcome.CLEANED, Outcome.FAILED)
    watched.wait(len(watched.results))
    deadline = time.monotonic() + 10
    while not (copies / "a.jpg").exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.slow
def test_a_thousand_at_once_need_no_thread_each(start: Watching, inbox: Path, copies: Path) -> None:
    watched = start()
    watched.wait(0, News.WAITING)
    data = photo(inbox / "0000.jpg").read_bytes()
    threads = []
    for number in range(1, 1000):
        (inbox / f"{number:04}.jpg").write_bytes(data)
        threads.append(threading.active_count())
    watched.wait(1000, seconds=120)
    assert max(threads) < 10
    assert len(list(copies.iterdir())) == 1000


def test_ending_it_leaves_no_scratch_and_no_thread(start: Watching, inbox: Path, copies: Path) -> None:
    for number in range(50):
        photo(inbox / f"{number}.jpg")
    watched = start()
    watched.wait(3)
    watched.end()
    assert len(watched.results) < 50
    assert not [path for path in copies.iterdir() if path.suffix != ".jpg"]
    assert threading.active_count() <= 2
