"""The first picture of a film."""

from __future__ import annotations

import struct
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from lenscap import media_film
from lenscap.errors import LenscapError, MalformedError, MissingPartError, UnreadableError, UnsupportedError
from lenscap.media import turned
from tests.samples import bad_samples, named, samples
from tests.samples.mp4 import Film, film
from tests.samples.picture import picture

_TURNS = {
    1: (1, 0, 0, 1), 2: (-1, 0, 0, 1), 3: (-1, 0, 0, -1), 4: (1, 0, 0, -1),
    5: (0, 1, 1, 0), 6: (0, 1, -1, 0), 7: (0, -1, -1, 0), 8: (0, -1, 1, 0),
}  # fmt: skip


def with_matrix(a: int, b: int, c: int, d: int) -> bytes:
    """A film whose track is turned, or mirrored."""
    changed = Film(film())
    track = next(each for each in changed.tracks if each["mdia/hdlr"].body[8:12] == b"vide")
    numbers = [part * 65536 for part in (a, b, 0, c, d, 0, 0, 0)]
    track["tkhd"].put(40, struct.pack(">9i", *numbers, 1 << 30))
    return changed.build()


def nearest(seen: Image.Image, others: dict[int, Image.Image]) -> int:
    """Which of the pictures it looks like."""
    return min((number for number in others if others[number].size == seen.size), key=lambda n: _far(seen, others[n]))


def _far(one: Image.Image, other: Image.Image) -> float:
    return float(sum(ImageStat.Stat(ImageChops.difference(one, other)).mean))


@pytest.mark.parametrize("codec", ["libx264", "libx265", "mpeg4", "mjpeg"])
def test_the_first_picture_of_a_film_is_seen(codec: str) -> None:
    pixels = "yuvj420p" if codec == "mjpeg" else "yuv420p"
    seen = media_film.first(film(codec, pixels=pixels))

    assert seen.mode == "RGB"
    assert seen.size == (96, 64)
    assert nearest(seen, {shift: picture(96, 64, shift=shift) for shift in range(0, 96, 12)}) == 0


@pytest.mark.parametrize("orientation", _TURNS)
def test_it_stands_upright_as_its_track_asks(orientation: int) -> None:
    seen = media_film.first(with_matrix(*_TURNS[orientation]))

    assert nearest(seen, {each: turned(picture(96, 64), each) for each in _TURNS}) == orientation


def test_it_is_as_small_as_is_asked_for() -> None:
    seen = media_film.first(film(), at_most=48)

    assert seen.size == (48, 32)
    assert nearest(seen, {each: turned(picture(96, 64), each).resize((48, 32)) for each in (1, 2, 3, 4)}) == 1


def test_a_film_on_the_disk_is_read_there(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(film())

    assert media_film.first(path).tobytes() == media_film.first(film()).tobytes()


def test_a_film_in_memory_is_written_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watching = False
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []
    sys.addaudithook(lambda event, given: opened.append(str(given)) if event == "open" and watching else None)
    media_film.read(film(), None)  # what is loaded is loaded
    watching = True

    media_film.read(film(), None)

    watching = False
    assert not opened
    assert not list(tmp_path.iterdir())


def test_what_is_no_film_is_a_sentence(tmp_path: Path) -> None:
    for data in (b"", b"ftyp", bytes(5000), named("jpeg-everything").data, film()[:-200], b"#EXTM3U\n/etc/passwd\n"):
        with pytest.raises(MalformedError):
            media_film.first(data)
    with pytest.raises(UnreadableError):
        media_film.first(tmp_path / "gone.mp4")


def test_a_list_of_other_files_is_not_followed(tmp_path: Path) -> None:
    """FFmpeg knows kinds of films that are texts with the names of others."""
    (tmp_path / "film.mp4").write_bytes(film())
    for text in ("ffconcat version 1.0\nfile film.mp4\n", "#EXTM3U\n#EXTINF:1,\nfilm.mp4\n#EXT-X-ENDLIST\n"):
        (tmp_path / "list.mp4").write_text(text)
        with pytest.raises(MalformedError):
            media_film.first(tmp_path / "list.mp4")


def test_a_film_without_pictures_is_a_sentence() -> None:
    only_sound = Film(film())
    video = next(each for each in only_sound.tracks if each["mdia/hdlr"].body[8:12] == b"vide")
    assert only_sound.moov.children
    only_sound.moov.children.remove(video)

    with pytest.raises(MalformedError):
        media_film.first(only_sound.build())


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Films are decoded in this process, where its bounds can be changed."""
    monkeypatch.setattr("lenscap.isolation.call", lambda function, *given: function(*given))
    return monkeypatch


@pytest.mark.parametrize(("name", "bound"), [("_MOST_READ", 1000), ("_LONGEST", -1.0)])
def test_bytes_and_seconds_are_bounded(here: pytest.MonkeyPatch, name: str, bound: float) -> None:
    here.setattr(media_film, name, bound)

    with pytest.raises(UnsupportedError, match="longer than Lenscap waits"):
        media_film.first(film())


def test_pixels_are_bounded(here: pytest.MonkeyPatch) -> None:
    here.setattr(media_film, "_MOST_PIXELS", 96 * 63)

    with pytest.raises(LenscapError):
        media_film.first(film())


def test_the_packets_that_are_tried_are_bounded(here: pytest.MonkeyPatch) -> None:
    here.setattr(media_film, "_MOST_PACKETS", 0)

    with pytest.raises(MalformedError, match="No picture"):
        media_film.first(film())


def test_other_codecs_are_not_tried(here: pytest.MonkeyPatch) -> None:
    here.setattr(media_film, "_CODECS", "hevc")

    with pytest.raises(MalformedError):
        media_film.first(film())


def test_damage_is_a_sentence_or_a_picture(here: pytest.MonkeyPatch) -> None:
    data = film()
    for at in range(0, len(data), 97):
        broken = bytearray(data)
        broken[at : at + 3] = b"\xff\xff\xff"
        with suppress(LenscapError):
            assert media_film.first(bytes(broken)).width > 0


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_film, "find_spec", lambda _: None)

    with pytest.raises(MissingPartError, match=r"lenscap\[film\]"):
        media_film.first(film())


def test_nothing_is_written_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    for data in (film(), film()[:-200], bytes(5000)):
        with suppress(LenscapError):
            media_film.first(data)

    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_films_of_the_samples_end_well(here: pytest.MonkeyPatch) -> None:
    films = [each.data for each in samples() if each.format == "MP4"]
    films += [each.data for each in bad_samples() if each.name.startswith("mp4")]
    for data in films:
        with suppress(LenscapError):
            assert media_film.first(data[: 1 << 20]).width > 0
