"""Law 0: every sample really carries what a test looks for, and is a picture."""

from __future__ import annotations

import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from tests.oracle import films
from tests.samples import Bad, Sample, bad_samples, canary, find, hard_samples, named, profile_in, samples, survivors
from tests.samples.bad import MEBIBYTE, zeros_bomb
from tests.samples.jpeg import pieces, plain
from tests.samples.mp4 import film
from tests.samples.picture import pixels

ORIENTATION = 0x112
ALL = [*samples(), *hard_samples()]
FORMATS = {
    "JPEG": ("JPEG", "MPO"),
    "PNG": ("PNG",),
    "WebP": ("WEBP",),
    "GIF": ("GIF",),
    "BMP": ("BMP",),
    "JPEG XL": ("JXL",),
    "HEIF": ("HEIF",),
    "AVIF": ("AVIF",),
    "TIFF": ("TIFF",),
}
TURNED_BY_EXIF = ("JPEG", "PNG", "WebP", "TIFF")
"""The formats in which a viewer obeys the orientation in Exif."""
CONTRAST = 0.15
HARMLESS = {"zeros behind the end", "ICC profile, well-known"}

every_sample = pytest.mark.parametrize("sample", ALL, ids=str)
SERIES = [each for each in ALL if "-series-" in each.name]
ALONE = "heif-series-alone"
"""A series without a list of items, which Pillow does not open."""
PICTURES = [each for each in ALL if each.opens and each.format != "MP4" and not each.name.startswith(ALONE)]
every_picture = pytest.mark.parametrize("sample", PICTURES, ids=str)
every_film = pytest.mark.parametrize("sample", [each for each in ALL if each.opens and each.format == "MP4"], ids=str)


def _opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@every_sample
def test_every_canary_is_in_its_sample(sample: Sample) -> None:
    assert all(find(sample.data, one) for one in sample.canaries)
    assert survivors(sample, sample.data) == sample.canaries


@every_sample
def test_every_sample_that_hides_something_has_a_canary(sample: Sample) -> None:
    assert sample.canaries or set(sample.hides) <= HARMLESS


@every_picture
def test_every_sample_opens_as_what_it_says(sample: Sample) -> None:
    image = Image.open(BytesIO(sample.data))  # not loaded: Pillow turns a TIFF upright and forgets how it lay
    assert image.format in FORMATS[sample.format]
    assert profile_in(sample.data) == sample.icc
    assert sample.format not in TURNED_BY_EXIF or image.getexif().get(ORIENTATION, 1) == sample.orientation


@every_film
def test_every_film_plays_and_moves(sample: Sample) -> None:
    pictures = [stream for stream in films.streams(sample.data).values() if stream.kind == "video"]
    assert len(pictures[0].packets) >= 8
    assert len(set(pictures[0].frames)) >= 8


@every_picture
def test_every_sample_shows_more_than_one_colour(sample: Sample) -> None:
    shown = np.asarray(_opened(sample.data)).astype(float)
    assert min(shown.shape[:2]) == 1 or shown.std() > CONTRAST * shown.max()


@every_sample
def test_no_canary_is_in_what_must_be_kept(sample: Sample) -> None:
    assert not any(find(keep, one) for keep in sample.keeps for one in sample.canaries)


@pytest.mark.parametrize("sample", samples(), ids=str)
def test_what_must_be_kept_is_there_in_order(sample: Sample) -> None:
    at = 0
    assert sample.keeps
    for keep in sample.keeps:
        at = sample.data.index(keep, at) + len(keep)


@pytest.mark.parametrize(
    "sample",
    [each for each in samples() if each.format not in ("JPEG", "JPEG XL", "MP4") and each not in SERIES],
    ids=str,
)
def test_frames_are_counted(sample: Sample) -> None:
    assert getattr(_opened(sample.data), "n_frames", 1) == sample.frames


@pytest.mark.parametrize("sample", SERIES, ids=str)
def test_the_pictures_of_a_series_are_counted_and_one_beside_it(sample: Sample) -> None:
    longest = max(len(stream.packets) for stream in films.streams(sample.data).values())
    assert longest + sample.name.endswith("-still") == sample.frames


def test_names_are_given_once() -> None:
    names = [sample.name for sample in ALL] + [bad.name for bad in bad_samples()]
    assert len(set(names)) == len(names)


def test_the_maker_makes_the_same_bytes_twice() -> None:
    before = [sample.data for sample in samples()]
    samples.cache_clear()
    film.cache_clear()
    assert [sample.data for sample in samples()] == before


def test_all_orientations_are_there_for_all_formats() -> None:
    turned = {(sample.format, sample.orientation) for sample in samples() if sample.format in TURNED_BY_EXIF}
    assert turned == {(form, number) for form in TURNED_BY_EXIF for number in range(1, 9)}
    assert all(named(f"jxl-turned-{number}") for number in range(1, 9))


def test_the_picture_has_no_symmetry() -> None:
    image = np.asarray(_opened(named("png-rgb").data))
    turned = [np.rot90(image, times) for times in range(4)]
    all_eight = [*turned, *(np.fliplr(one) for one in turned)]
    assert len({one.tobytes() for one in all_eight}) == 8


def test_taking_a_jpeg_apart_loses_nothing() -> None:
    for options in ({}, {"progressive": True}, {"restart_marker_blocks": 2}):
        jpeg = plain(**options)
        assert b"".join(pieces(jpeg)) == jpeg


def test_the_canary_is_found_in_every_spelling() -> None:
    one = canary("spelling")
    wide = one.decode().encode("utf-16-be")
    for data in (one, wide, one.hex().encode(), zlib.compress(b"x" + one), zlib.compress(one.hex().encode())):
        assert find(b"before" + data + b"after", one)
    assert not find(one[:-1], one)


def test_a_canary_is_not_found_in_the_clean_samples() -> None:
    clean = [named(f"{form}-clean").data for form in ("jpeg", "png", "webp", "gif", "bmp", "heif", "avif", "tiff")]
    everything = {one for sample in samples() for one in sample.canaries}
    assert not any(find(data, one) for data in clean for one in everything)


def test_sixteen_bits_are_sixteen_bits() -> None:
    image = _opened(named("png-grey-16").data)
    assert np.array_equal(np.asarray(image) >> 8, pixels()[:, :, 0])


@pytest.mark.parametrize("bad", bad_samples(), ids=str)
def test_a_bad_file_carries_its_secret(bad: Bad) -> None:
    assert find(bad.data, bad.secret)
    assert bad.what


def test_the_bomb_inflates_to_what_it_promises() -> None:
    assert zlib.decompress(zeros_bomb(3)) == bytes(3 * MEBIBYTE)
    assert len(zeros_bomb(1024)) < 2 * MEBIBYTE
