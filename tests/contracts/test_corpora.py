"""The public test sets: real files from real devices."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageOps

from lenscap.model import Outcome, Result
from lenscap.pipeline import run
from lenscap.policy import PRESETS
from lenscap.sources import walk
from tests.oracle.exiftool import needs_exiftool, private_tags

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".dng")

REFUSED = {
    "corrupted.jpg": "Its picture data is damaged: it holds a marker that does not exist.",
    "DNG.dng": "It is a raw photo (DNG).",
}
"""The files that are not cleaned, and why."""


@pytest.fixture(scope="module")
def results(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Result]:
    sources = [source for source in walk([corpora]) if source.path.suffix.lower() in SUFFIXES]
    return list(run(sources, tmp_path_factory.mktemp("copies"), PRESETS["metadata"]))


def test_all_but_the_named_ones_are_cleaned(results: list[Result]) -> None:
    assert len(results) >= 187
    refused = {result.path.name: result.reason or "" for result in results if result.target is None}
    assert refused.keys() == REFUSED.keys()
    assert all(reason.startswith(REFUSED[name]) for name, reason in refused.items())


@needs_exiftool
def test_exiftool_sees_nothing_private_in_any_copy(results: list[Result]) -> None:
    originals = private_tags([result.path for result in results])
    assert sum(bool(tags) for tags in originals.values()) > 140
    seen = private_tags([result.target for result in results if result.target])
    left = {path.name: set(tags) for path, tags in seen.items() if tags}
    assert left == STANDARD


STANDARD = {"sample_prophoto_rgb.jpg": {"ICC_Profile:MakeAndModel"}}
"""Kodak's ProPhoto RGB names its device, which is the same in every copy of the profile."""


def test_every_copy_shows_the_same_picture_the_same_way_up_in_the_same_colours(results: list[Result]) -> None:
    compared = 0
    for result in results:
        if result.target and (before := _picture(result.path)):
            after = _picture(result.target)
            assert after is not None, result.path
            assert (before.mode, before.size) == (after.mode, after.size), result.path
            assert before.tobytes() == after.tobytes(), result.path
            assert _shown(before) == _shown(after), result.path
            compared += 1
    assert compared >= 180


def _shown(image: Image.Image) -> bytes | None:
    """What its colour profile makes of a picture; that may be written anew, without its texts."""
    profile = image.info.get("icc_profile")
    if profile is None or image.mode == "P":
        return profile
    screen, image = ImageCms.createProfile("sRGB"), image.convert("RGB") if image.mode == "RGBA" else image
    shown = ImageCms.profileToProfile(image, io.BytesIO(profile), screen, outputMode="RGB")
    assert shown is not None
    return shown.tobytes()


def _picture(path: Path) -> Image.Image | None:
    """The upright picture as Pillow sees it; ``None`` if it cannot be decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            stored = Image.open(io.BytesIO(path.read_bytes()))
            profile = stored.info.get("icc_profile")
            image = ImageOps.exif_transpose(stored)
        except (OSError, SyntaxError, ValueError):
            return None
    image.info["icc_profile"] = profile
    return image


def test_cleaning_the_copies_again_changes_nothing(results: list[Result], tmp_path: Path) -> None:
    copies = [result.target for result in results if result.target]
    for again in run(walk(copies), tmp_path, PRESETS["metadata"]):
        assert again.outcome == Outcome.ALREADY_CLEAN, again
        assert again.target is not None
        assert again.target.read_bytes() == again.path.read_bytes()
