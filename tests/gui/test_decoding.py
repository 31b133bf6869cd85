"""The processes beside the window that decode pictures: what ends one costs one picture and no window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from PIL import Image, ImageCms
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenscap import memory
from lenscap.errors import MalformedError, NotStartedError, UnsupportedError
from lenscap.gui import bitmaps, decoding, pictures
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.window import Window

pytestmark = pytest.mark.reads_apart
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
KILLER, HANG = "killer.jpg", "hang.jpg"


def decode_badly(path: Path, at_most: int | None = None) -> Image.Image:
    """End the process, or work for ever, at photos of such names."""
    if path.name == KILLER:
        os.kill(os.getpid(), signal.SIGSEGV)
    if path.name == HANG:
        time.sleep(60)
    return pictures.picture(path, at_most)


def take_all_memory(_: Path) -> Image.Image:
    """Ask for more memory than one picture gets, if not for more than there is."""
    return Image.frombytes("L", (1, 1), bytes(memory._MOST + (1 << 30))[:1])


def colour(_: Path) -> Image.Image:
    """The number of the process, as a colour."""
    return Image.new("RGB", (1, 1), tuple(os.getpid().to_bytes(3, "big")))


def number() -> int:
    """The number of the process that decodes the next picture."""
    return int.from_bytes(seen(decoding.image(colour, Path())).tobytes()[:3], "big")


def lose_picture(path: Path, times: int) -> Image.Image:
    """Decode a large picture; whoever asks for its rows finds another process, so many times."""
    marks = len(list(path.parent.glob("lost*")))
    if marks < times:
        path.with_name(f"lost{marks}").touch()
        bitmaps.strip = _end  # type: ignore[assignment]
    return pictures.picture(path)


def rest(_: Path) -> None:
    """Take a moment."""
    time.sleep(0.2)


def _end(*_: object) -> bytes:
    os._exit(3)


def seen(image: QImage | None) -> np.ndarray:
    """The pixels of a picture of Qt's: red, green, blue, and how opaque."""
    assert image is not None
    assert image.hasAlphaChannel() or set(bytes(image.constBits())[3::4]) == {255}, "else Qt draws nothing of textures"
    made = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(bytes(made.constBits()), np.uint8).reshape(made.height(), made.width(), 4)


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def noise(size: tuple[int, int], bands: int) -> Image.Image:
    return Image.fromarray(np.random.default_rng(1).integers(0, 256, (size[1], size[0], bands), np.uint8))


def test_pictures_are_decoded_outside_the_windows_process() -> None:
    first, (process,) = number(), decoding._processes._free
    assert first == process.hand.pid != os.getpid()
    assert number() == first, "the same process is used again"


@pytest.mark.parametrize("size", [(3, 2), (1, 1), (2500, 1700), (4_200_000, 2), (3, 1_500_000)])
@pytest.mark.parametrize("bands", [3, 4])
def test_each_pixel_arrives_as_it_was_decoded(tmp_path: Path, size: tuple[int, int], bands: int) -> None:
    """Also of those that travel in pieces; an opaque picture is compared as it is, as Qt premultiplies others."""
    made = noise(size, bands)
    if bands == 4:
        made.putalpha(255)
        made.putpixel((0, 0), (9, 9, 9, 0))
    made.save(tmp_path / "a.tiff")
    shown = seen(decoding.image(pictures.picture, tmp_path / "a.tiff"))
    expected = np.asarray(made.convert("RGBA")).copy()
    if bands == 4:
        expected[0, 0] = 0
    assert (shown == expected).all()


def test_a_photo_that_was_decoded_smaller_says_how_large_it_is(tmp_path: Path) -> None:
    Image.new("RGB", (4000, 2000)).save(tmp_path / "a.jpg")
    found = decoding.sized(pictures.draft, tmp_path / "a.jpg")
    assert found is not None
    assert (found[0].size().toTuple(), found[1]) == ((1600, 800), (4000, 2000))


def test_wide_colours_are_shown_as_the_screen_has_them(tmp_path: Path) -> None:
    """A profile whose red is the screen's green."""
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red, green = swapped.index(b"rXYZ"), swapped.index(b"gXYZ")
    tags = bytearray(swapped)
    tags[red : red + 4], tags[green : green + 4] = b"gXYZ", b"rXYZ"
    Image.new("RGB", (8, 8), "red").save(tmp_path / "a.png", icc_profile=bytes(tags))
    assert seen(decoding.image(pictures.picture, tmp_path / "a.png"))[0, 0].tolist() == [0, 255, 0, 255]


def test_photos_are_seen_in_the_grid_in_their_colours(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    Image.new("RGB", (2000, 1500), "red").save(tmp_path / "photos.png")
    with qtbot.waitSignal(window.roll.reading.settled, timeout=60_000):
        window.open_paths([tmp_path / "photos.png"])
    grid = window.roll.grid
    at = grid.visualRect(grid.photos.index(0)).center()
    qtbot.waitUntil(lambda: grid.viewport().grab().toImage().pixelColor(at).name() == "#ff0000", timeout=10_000)


@posix
def test_a_picture_that_ends_the_process_costs_itself(
    dressed: QApplication, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "picture", decode_badly)
    names = ["plain.jpg", KILLER, "dated.jpg"]
    (folder / KILLER).write_bytes((folder / "plain.jpg").read_bytes())
    thumbnails = Thumbnails()
    for name in names:
        thumbnails.request(folder / name, 100)
    qtbot.waitUntil(
        lambda: all(thumbnails.get(folder / n) or thumbnails.failed(folder / n) for n in names), timeout=30_000
    )
    assert [thumbnails.failed(folder / name) for name in names] == [False, True, False]


@posix
def test_of_a_photo_that_ends_the_process_the_viewer_says_so(
    window: Window, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "whole", decode_badly)
    (folder / KILLER).write_bytes((folder / "plain.jpg").read_bytes())
    with qtbot.waitSignal(window.roll.reading.finished, timeout=60_000):
        window.open_paths([folder])
    window.roll.opened.emit(folder / KILLER)
    stage = window.viewer.stage
    qtbot.waitUntil(
        lambda: "ends the part of Lenscap that decodes pictures" in stage.accessibleDescription(), timeout=30_000
    )
    window.viewer.show_photo(window.roll.filtered.row(folder / "dated.jpg"))
    qtbot.waitUntil(lambda: not stage.empty, timeout=30_000)


def test_a_picture_that_takes_for_ever_costs_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(decoding, "_SECONDS", 2.0)
        with pytest.raises(UnsupportedError, match="takes longer"):
            decoding.image(decode_badly, folder / HANG)
    assert decoding.image(decode_badly, folder / "plain.jpg")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited there alone")
def test_a_picture_that_asks_for_all_the_memory_costs_itself(folder: Path) -> None:
    with pytest.raises(UnsupportedError, match="more memory"):
        decoding.image(take_all_memory, folder)
    assert decoding.image(pictures.picture, folder / "plain.jpg")


def test_a_picture_whose_process_was_lost_on_the_way_is_decoded_again(tmp_path: Path) -> None:
    path = tmp_path / "a.tiff"
    noise((2500, 1700), 3).save(path)
    assert (seen(decoding.image(lose_picture, path, 1))[..., :3] == np.asarray(Image.open(path))).all()
    with pytest.raises(UnsupportedError, match="ends the part"):
        decoding.image(lose_picture, path, 99)


def test_a_process_is_replaced_between_two_pictures_and_not_within_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "_MOST_PICTURES", 2)
    path = tmp_path / "a.tiff"
    noise((2500, 1700), 3).save(path)
    first = number()
    assert decoding.image(pictures.picture, path)
    assert number() != first


def test_a_photo_that_is_refused_costs_no_process(folder: Path) -> None:
    first = number()
    with pytest.raises(MalformedError):
        decoding.image(pictures.picture, folder / "torn.jpg")
    assert number() == first


def test_a_profile_of_any_length_is_left_out(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8), "red").save(tmp_path / "a.tiff", icc_profile=bytes(bitmaps._LARGEST_PROFILE + 1))
    bitmap = bitmaps.decode(pictures.picture, tmp_path / "a.tiff")
    assert bitmap is not None
    assert bitmap.profile is None


def test_no_more_than_a_few_pictures_are_decoded_at_once(folder: Path) -> None:
    threads = [Thread(target=decoding.image, args=(rest, folder), daemon=True) for _ in range(12)]
    most = 0
    for each in threads:
        each.start()
    while any(each.is_alive() for each in threads):
        most = max(most, len(decoding._processes._taken))
        time.sleep(0.01)
    assert 1 < most <= decoding._MOST_AT_ONCE


def test_where_no_process_starts_there_is_no_picture(
    dressed: QApplication, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thumbnails = Thumbnails()
    with monkeypatch.context() as patch:
        patch.setattr(bitmaps, "prepare", _end)
        with pytest.raises(NotStartedError):
            decoding.image(pictures.picture, folder / "plain.jpg")
        thumbnails.request(folder / "plain.jpg", 100)
        qtbot.waitUntil(lambda: not thumbnails._working and not thumbnails._wanted, timeout=60_000)
        assert not thumbnails.failed(folder / "plain.jpg"), "it is not for the photo"
    decoding._processes._free.clear()  # which would begin as badly
    thumbnails.request(folder / "plain.jpg", 100)
    qtbot.waitUntil(lambda: thumbnails.get(folder / "plain.jpg") is not None, timeout=60_000)


@posix
def test_the_end_of_the_program_waits_for_no_picture_and_leaves_no_process(folder: Path) -> None:
    caught: list[Exception] = []

    def decode() -> None:
        for _ in range(3):
            try:
                decoding.image(decode_badly, folder / HANG)
            except UnsupportedError as error:
                caught.append(error)

    decoding.image(pictures.picture, folder / "plain.jpg")
    (process,) = decoding._processes._free
    pid = process.hand.pid
    thread = Thread(target=decode)
    thread.start()
    while not decoding._processes._taken:
        time.sleep(0.01)
    time.sleep(0.5)
    began = time.monotonic()
    decoding.stop()
    thread.join(5)
    assert time.monotonic() - began < 3
    assert len(caught) == 3
    assert pid
    assert not _is_there(pid)
    decoding.begin()
    assert decoding.image(pictures.picture, folder / "plain.jpg"), "another window can be opened"


@posix
def test_a_process_ends_when_nobody_looks_at_photos_for_a_while(folder: Path) -> None:
    decoding.image(pictures.picture, folder / "plain.jpg")
    (process,) = decoding._processes._free
    pid = process.hand.pid
    assert pid
    decoding._processes._end_idle()
    assert _is_there(pid)
    process.since -= decoding._IDLE
    decoding._processes._end_idle()
    assert not _is_there(pid)
    assert not decoding._processes._free


def test_what_decodes_is_not_loaded_in_the_windows_process(folder: Path) -> None:
    """The whole way: photos read, thumbnails made, one opened in the viewer."""
    script = Path(__file__).with_name("looking_on.py")
    done = subprocess.run([sys.executable, script, folder], check=False, capture_output=True, text=True, timeout=300)
    assert (done.stdout.strip(), done.returncode) == ("set()", 0), done.stderr
