"""What is shown as the copy is the copy: the same pixels as those of the file that cleaning makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from lenscap import media, pipeline
from lenscap.errors import LenscapError, UnreadableError, UnsupportedError
from lenscap.model import Box, Edits, Policy
from lenscap.policy import PRESETS, styled
from tests.pictures import astronaut

KINDS: dict[str, dict[str, Any]] = {
    "jpg": {"quality": 88},
    "progressive.jpg": {"quality": 80, "progressive": True, "subsampling": 2},
    "png": {},
    "lossless.webp": {"lossless": True},
    "webp": {"quality": 80},
    "tif": {},
    "gif": {},
}


def photo(folder: Path, kind: str, orientation: int = 1) -> Path:
    path = folder / f"photo.{kind}"
    exif = Image.Exif()
    exif[274] = orientation
    options = KINDS[kind] | ({"exif": exif} if kind != "gif" else {})
    astronaut().crop((0, 0, 512, 300)).save(path, **options)
    return path


def wish(path: Path, style: str = "soft") -> Policy:
    return replace(
        styled(PRESETS["metadata"], style), edits={str(path): Edits(cover=(Box(33, 21, 90, 77), Box(150, 100, 60, 60)))}
    )


@pytest.mark.parametrize("orientation", [1, 6, 3, 5])
@pytest.mark.parametrize("kind", KINDS)
def test_the_preview_has_the_pixels_of_the_copy(tmp_path: Path, kind: str, orientation: int) -> None:
    path = photo(tmp_path, kind, orientation)
    policy = wish(path)
    shown = pipeline.preview(path, policy, pipeline.inspect(path))
    result = pipeline.clean(path, tmp_path / "copies" / path.name, policy)
    assert result.target, result.reason
    copy = media.upright(result.target.read_bytes())
    assert shown.size == copy.size
    assert np.array_equal(np.asarray(shown), np.asarray(copy))
    original = media.upright(path.read_bytes())
    assert not np.array_equal(np.asarray(shown.convert("RGB")), np.asarray(original.convert("RGB")))


@pytest.mark.parametrize("style", ["mosaic", "solid"])
def test_in_every_style(tmp_path: Path, style: str) -> None:
    path = photo(tmp_path, "jpg", 6)
    shown = pipeline.preview(path, wish(path, style), pipeline.inspect(path))
    result = pipeline.clean(path, tmp_path / "copy.jpg", wish(path, style))
    assert result.target
    assert np.array_equal(np.asarray(shown), np.asarray(media.upright(result.target.read_bytes())))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_sketch_of_half_the_size_covers_the_same_place(tmp_path: Path, orientation: int) -> None:
    path = photo(tmp_path, "jpg", orientation)
    before = pipeline.inspect(path)
    whole, half = (pipeline.sketch(path, wish(path, "solid"), before, share) for share in (1, 2))
    assert half.size == (whole.width // 2, whole.height // 2)
    difference = np.asarray(whole.resize(half.size, Image.Resampling.BOX)).astype(int) - np.asarray(half)
    assert np.abs(difference).mean() < 3


def test_a_preview_leaves_nothing_beside_the_photo(tmp_path: Path) -> None:
    path = photo(tmp_path, "jpg")
    before = path.stat()
    pipeline.preview(path, wish(path), pipeline.inspect(path))
    pipeline.sketch(path, wish(path), pipeline.inspect(path))
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_atime_ns == before.st_atime_ns


def test_where_nothing_is_covered_the_copy_looks_as_the_original_does(tmp_path: Path) -> None:
    path = photo(tmp_path, "jpg")
    assert not pipeline.covered(PRESETS["metadata"], pipeline.inspect(path))
    assert pipeline.covered(wish(path), pipeline.inspect(path))


@pytest.mark.parametrize("look", [pipeline.preview, pipeline.sketch])
def test_a_photo_that_became_another_one_is_said_so(tmp_path: Path, look: object) -> None:
    path = photo(tmp_path, "jpg")
    before = pipeline.inspect(path)
    Image.new("RGB", (64, 48)).save(path)
    with pytest.raises(UnreadableError, match="changed since it was read"):
        look(path, wish(path), before)  # type: ignore[operator]
    path.unlink()
    with pytest.raises(LenscapError):
        look(path, wish(path), before)  # type: ignore[operator]


def test_what_would_be_left_out_is_not_shown_as_a_copy(tmp_path: Path) -> None:
    animated = tmp_path / "many.avif"
    astronaut().resize((64, 64)).save(animated, save_all=True, append_images=[Image.new("RGB", (64, 64))])
    with pytest.raises(UnsupportedError):
        pipeline.preview(animated, wish(animated), pipeline.inspect(animated))
