"""The public test sets: real files from real devices."""

from __future__ import annotations

import io
import json
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pillow_heif
import pillow_jxl  # noqa: F401 (opens JPEG XL)
import pytest
from PIL import Image, ImageCms, ImageOps

from lenscap.model import Outcome, Result
from lenscap.opening import divided
from lenscap.pipeline import run
from lenscap.policy import PRESETS
from lenscap.sources import walk
from tests.oracle import films
from tests.oracle.exiftool import PROGRAM, needs_exiftool, private_tags

pillow_heif.register_heif_opener(thumbnails=False)

FILMS = (".mp4", ".mov")
SUFFIXES = (
    ".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".jxl", ".heic", ".heif", ".hif", ".avif", ".tif",
    ".tiff", ".dng", *FILMS,
)  # fmt: skip

MOST_PIXELS = 100_000_000
"""Larger pictures are not compared: two of them would take gigabytes."""

REFUSED = {
    "corrupted.jpg": "Its picture data is damaged: it holds a marker that does not exist.",
    "QuickTime.mov": "Its chunks hold 0 samples; there are 149.",  # its samples were cut out
    "JXL.jxl": "Its picture ends too early.",  # “dummy” in place of a picture
    "JXL2.jxl": "Its picture ends too early.",
    "corrupted.heic": "Its “····” box claims",
    "corrupted.hif": "Its “mdat” box claims",
    "truncated.heic": "Its “mdat” box claims",
    "empty.heic": "It is empty.",
    "QuickTime.heic": "The data of its picture is damaged",
    "DNG.dng": "It is a raw photo (DNG).",
}
"""The files that are not cleaned, and why."""


@pytest.fixture(scope="module")
def results(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Result]:
    sources = [source for source in walk([corpora]) if source.path.suffix.lower() in SUFFIXES]
    return list(run(sources, tmp_path_factory.mktemp("copies"), PRESETS["metadata"]))


def test_all_but_the_named_ones_are_cleaned(results: list[Result]) -> None:
    assert len(results) >= 236
    refused = {result.path.name: result.reason or "" for result in results if result.target is None}
    assert refused.keys() == REFUSED.keys()
    assert all(reason.startswith(REFUSED[name]) for name, reason in refused.items())


@needs_exiftool
def test_exiftool_sees_nothing_private_in_any_copy(results: list[Result]) -> None:
    originals = private_tags([result.path for result in results])
    assert sum(bool(tags) for tags in originals.values()) > 160
    seen = private_tags([result.target for result in results if result.target])
    left = {path.name: set(tags) for path, tags in seen.items() if tags}
    assert left == STANDARD


@needs_exiftool
def test_no_private_text_of_an_original_is_anywhere_in_its_copy(results: list[Result]) -> None:
    """All that ExifTool calls private and that stands in the original as it is; a well-known profile may say it too."""
    searched = 0
    for path, target, said in _private_texts(results):
        copy = target.read_bytes()
        layout = divided(copy).layout
        known = b"".join(filter(None, (layout.icc, layout.gain_map_icc, *PUBLIC)))
        found = [text for text in said if text in copy and text not in known]
        assert found == [], path
        searched += len(said)
    assert searched >= 2500


def _private_texts(results: list[Result]) -> Iterator[tuple[Path, Path, list[bytes]]]:
    tags = private_tags([result.path for result in results if result.target])
    for result in results:
        if result.target:
            original = result.path.read_bytes()
            spelled = (value.strip().encode(code) for value in tags[result.path].values() for code in SPELLINGS)
            yield result.path, result.target, [text for text in spelled if len(text) >= 6 and text in original]


PUBLIC = (b"image/jpeg", b"urn:com:samsung:photo:2024:aux:hdrgainmap")
"""How a gain map is called."""
SPELLINGS = ("utf-8", "utf-16-le", "utf-16-be")


STANDARD = {
    "sample_prophoto_rgb.jpg": {"ICC_Profile:MakeAndModel"},
    "GIF.gif": {
        "ICC-header:ProfileCMMType", "ICC-header:ProfileDateTime",
        "ICC_Profile:ProfileDescription", "ICC_Profile:ProfileCopyright",
    },
}  # fmt: skip
"""Kodak's ProPhoto RGB names its device, and Nikon's Adobe RGB its maker: the same in every copy of the profile."""


def test_every_copy_shows_the_same_picture_the_same_way_up_in_the_same_colours(results: list[Result]) -> None:
    compared = 0
    for result in results:
        if result.target and (before := _picture(result.path)):
            after = _picture(result.target)
            assert after is not None, result.path
            assert (before.mode, before.size) == (after.mode, after.size), result.path
            assert before.tobytes() == after.tobytes(), result.path
            assert _same_colours(before, after), result.path
            compared += 1
    assert compared >= 222


def _same_colours(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures have the same profile, or, if one was somebody's own, look the same on a screen."""
    first, second = one.info.get("icc_profile"), other.info.get("icc_profile")
    return first == second or bool(first and second and _in_srgb(one, first) == _in_srgb(other, second))


def _in_srgb(image: Image.Image, profile: bytes) -> bytes:
    target = ImageCms.createProfile("sRGB")
    image = image.convert("RGB") if image.mode in ("RGBA", "P") else image.reduce(4)
    shown = ImageCms.profileToProfile(image, io.BytesIO(profile), target, outputMode="RGB")
    assert shown is not None
    return shown.tobytes()


def test_every_film_plays_the_same(results: list[Result]) -> None:
    compared = [result for result in results if result.target and result.path.suffix.lower() in FILMS]
    for result in compared:
        assert result.target
        before, after = result.path.read_bytes(), result.target.read_bytes()
        played = films.streams(before)
        assert {number: played[number] for number in films.streams(after)} == films.streams(after), result.path
        assert {stream.kind for stream in played.values()} == {"video", "audio"}
    assert len(compared) >= 3


def _picture(path: Path) -> Image.Image | None:
    """The upright picture as Pillow sees it; ``None`` if it cannot be decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            stored = Image.open(io.BytesIO(path.read_bytes()))
            profile = stored.info.get("icc_profile")
            if stored.width * stored.height > MOST_PIXELS:
                return None
            image = ImageOps.exif_transpose(stored)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return None
    image.info["icc_profile"] = profile
    return image


@needs_exiftool
def test_every_gain_map_stays_with_its_pixels_and_its_numbers(results: list[Result]) -> None:
    kept = {"old_acr.orig", "s01.orig", "s01.vipsth", "small_uhdr", "uhdr", "uhdr.vips_thumb"}
    pairs = [(result.path, result.target) for result in results if result.path.stem in kept and result.target]
    assert len(pairs) == len(kept)
    for before, after in pairs:
        one, other = _second_picture(before), _second_picture(after)
        assert Image.open(io.BytesIO(one)).tobytes() == Image.open(io.BytesIO(other)).tobytes()
        assert _gain_numbers(one) == _gain_numbers(other)
        assert other in after.read_bytes()[-len(other) :]


def _second_picture(path: Path) -> bytes:
    """The gain map of a file as ExifTool takes it out."""
    done = subprocess.run([PROGRAM, "-b", "-MPImage2", "-GainMapImage", str(path)], capture_output=True, check=True)
    return done.stdout


def _gain_numbers(data: bytes) -> dict[str, Any]:
    options = ["-j", "-n", "-XMP-hdrgm:GainMapMin", "-XMP-hdrgm:GainMapMax", "-XMP-hdrgm:HDRCapacityMax", "-"]
    done = subprocess.run([PROGRAM, *options], input=data, capture_output=True, check=True)
    numbers: dict[str, Any] = json.loads(done.stdout)[0]
    assert "GainMapMax" in numbers
    return numbers


def test_cleaning_the_copies_again_changes_nothing(results: list[Result], tmp_path: Path) -> None:
    copies = [result.target for result in results if result.target]
    for again in run(walk(copies), tmp_path, PRESETS["metadata"]):
        assert again.outcome == Outcome.ALREADY_CLEAN, again
        assert again.target is not None
        assert again.target.read_bytes() == again.path.read_bytes()
