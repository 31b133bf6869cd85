"""Covers: laws 8 and 9 on pixels, and on whole files."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from lenscap.cover import raster
from lenscap.cover.styles import STYLES
from lenscap.model import Box, Cover, Edits, Outcome, Policy, Size
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.pictures import astronaut, with_noise

HIDDEN = Box(160, 64, 96, 128)
"""Whole blocks of 16, so that pictures that differ here differ nowhere else in a JPEG."""

FORMS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "jpeg 4:2:0": ("RGB", "JPEG", {"quality": 90}),
    "jpeg 4:4:4": ("RGB", "JPEG", {"quality": 90, "subsampling": 0}),
    "jpeg progressive": ("RGB", "JPEG", {"quality": 80, "progressive": True}),
    "jpeg grey": ("L", "JPEG", {"quality": 90}),
    "jpeg cmyk": ("CMYK", "JPEG", {"quality": 90}),
    "png rgb": ("RGB", "PNG", {}),
    "png rgba": ("RGBA", "PNG", {}),
    "png grey": ("L", "PNG", {}),
    "png grey 16": ("I;16", "PNG", {}),
    "png palette": ("P", "PNG", {}),
    "png 1 bit": ("1", "PNG", {}),
    "webp lossless": ("RGB", "WEBP", {"lossless": True}),
}
STORED_SUFFIX = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}


def in_mode(mode: str) -> Image.Image:
    if mode == "I;16":
        return Image.fromarray(np.asarray(astronaut().convert("L")).astype(np.uint16) * 257)
    return astronaut().convert(mode)


def covered(path: Path, to: Path, style: str, box: Box = HIDDEN) -> bytes:
    """The bytes of a copy in which ``box`` was covered by hand."""
    policy = Policy("test", PRESETS["metadata"].remove, style=style, edits={path.name: Edits(cover=(box,))})
    result = clean(path, to / path.name, policy)
    assert result.outcome == Outcome.CLEANED, result.reason
    assert result.covered == 1
    assert result.target is not None
    return result.target.read_bytes()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", FORMS)
def test_law_8_pictures_that_differ_only_under_the_cover_give_the_same_file(
    name: str, style: str, tmp_path: Path
) -> None:
    mode, form, options = FORMS[name]
    copies = []
    for seed in (1, 2):
        path = tmp_path / str(seed) / f"photo{STORED_SUFFIX[form]}"
        path.parent.mkdir()
        with_noise(in_mode(mode), HIDDEN, seed).save(path, form, **options)
        copies.append(covered(path, tmp_path / f"copies {seed}", style))
    originals = [(tmp_path / str(seed) / f"photo{STORED_SUFFIX[form]}").read_bytes() for seed in (1, 2)]
    assert originals[0] != originals[1]
    assert copies[0] == copies[1]


@pytest.mark.parametrize("name", [name for name in FORMS if not name.startswith("jpeg")])
def test_law_9_outside_the_cover_a_lossless_picture_keeps_every_pixel(name: str, tmp_path: Path) -> None:
    mode, form, options = FORMS[name]
    path = tmp_path / f"photo{STORED_SUFFIX[form]}"
    in_mode(mode).save(path, form, **options)
    before, after = (
        Image.open(io.BytesIO(data)) for data in (path.read_bytes(), covered(path, tmp_path / "copies", "soft"))
    )
    assert before.mode == after.mode
    one, other = (np.array(image.convert("RGBA") if image.mode == "P" else image) for image in (before, after))
    changed = one != other
    rows, columns = np.nonzero(changed if changed.ndim == 2 else changed.any(axis=2))
    margin = 20
    assert rows.size
    assert HIDDEN.y - margin <= rows.min()
    assert rows.max() < HIDDEN.y + HIDDEN.h + margin
    assert HIDDEN.x - margin <= columns.min()
    assert columns.max() < HIDDEN.x + HIDDEN.w + margin


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_the_cover_is_where_the_upright_picture_shows_what_it_hides(
    orientation: int, suffix: str, tmp_path: Path
) -> None:
    upright = Image.new("RGB", (192, 128), "white")
    upright.paste("red", (32, 16, 80, 64))
    exif = Image.Exif()
    exif[0x0112] = orientation
    turned = ImageOps.exif_transpose(upright)  # a copy
    for step in _UNDO[orientation]:
        turned = turned.transpose(step)
    path = tmp_path / f"photo{suffix}"
    turned.save(path, exif=exif, lossless=True)
    assert _reds(ImageOps.exif_transpose(Image.open(path))) > 2000
    copy = covered(path, tmp_path / "copies", "solid", Box(32, 16, 48, 48))
    shown = ImageOps.exif_transpose(Image.open(io.BytesIO(copy)))
    assert shown.size == upright.size
    assert _reds(shown) == 0


_T = Image.Transpose
_UNDO = {
    1: (),
    2: (_T.FLIP_LEFT_RIGHT,),
    3: (_T.ROTATE_180,),
    4: (_T.FLIP_TOP_BOTTOM,),
    5: (_T.TRANSPOSE,),
    6: (_T.ROTATE_90,),
    7: (_T.TRANSVERSE,),
    8: (_T.ROTATE_270,),
}


def _reds(image: Image.Image) -> int:
    pixels = np.asarray(image.convert("RGB")).astype(int)
    return int(((pixels[..., 0] - pixels[..., 1]) > 100).sum())


boxes = st.builds(Box, st.integers(-20, 70), st.integers(-20, 70), st.integers(1, 60), st.integers(1, 60))


@settings(max_examples=150, deadline=None)
@given(
    places=st.lists(boxes, min_size=1, max_size=4),
    style=st.sampled_from(sorted(STYLES)),
    grid=st.sampled_from([None, Size(16, 16), Size(32, 8)]),
)
def test_covers_that_overlap_or_leave_the_picture_hide_all_the_same(
    places: list[Box], style: str, grid: Size | None
) -> None:
    size = Size(64, 48)
    areas = raster.areas([Cover(box, style) for box in places], size, 1, grid)
    hidden = np.zeros((48, 64), bool)
    for area in areas:
        hidden[area.top : area.bottom, area.left : area.right] = True
    one = np.random.default_rng(1).integers(0, 256, (48, 64, 3), np.uint8)
    other = one.copy()
    other[hidden] = np.random.default_rng(2).integers(0, 256, (int(hidden.sum()), 3), np.uint8)
    before = one.copy()
    raster.cover(one, areas)
    raster.cover(other, areas)
    assert (one == other).all()
    assert (one[~hidden] == before[~hidden]).all()


@pytest.mark.parametrize("style", STYLES)
def test_a_large_cover_hides_as_a_small_one_does_and_meets_its_border(style: str) -> None:
    """Larger ones than a megapixel are computed smaller and stretched."""
    down, across = np.mgrid[:1300, :1500]
    one = np.stack((down / 8, across / 8, (down + across) / 16), axis=-1).astype(np.uint8)
    other, before = one.copy(), one.copy()
    place = raster.Area(40, 50, 1240, 1450, style)
    inside = (slice(place.top, place.bottom), slice(place.left, place.right))
    other[inside] = np.random.default_rng(1).integers(0, 256, other[inside].shape)
    for pixels in (one, other):
        raster.cover(pixels, [place])
    assert (one == other).all()
    assert (one != before)[inside].mean() > 0.2
    seen = np.ones(one.shape[:2], bool)
    seen[inside] = False
    assert (one[seen] == before[seen]).all()
    if style == "soft":
        step = np.abs(one[place.top].astype(int) - one[place.top - 1])[150:-150]
        assert step.max() <= 4
        assert np.abs(np.diff(one[inside].astype(int), axis=0)).max() <= 4


def test_every_frame_of_an_animation_is_covered(tmp_path: Path) -> None:
    frames = [with_noise(astronaut(), Box(0, 400, 64, 64), seed) for seed in range(3)]
    for suffix in (".png", ".webp"):
        path = tmp_path / f"photo{suffix}"
        frames[0].save(path, save_all=True, append_images=frames[1:], duration=[50, 60, 70], loop=3, lossless=True)
        copy = Image.open(io.BytesIO(covered(path, tmp_path / "copies", "soft")))
        assert getattr(copy, "n_frames", 1) == 3
        assert copy.info["loop"] == 3
        for number, duration in enumerate((50, 60, 70)):
            copy.seek(number)
            copy.load()
            assert copy.info["duration"] == duration
            shown, original = (np.asarray(image.convert("RGB")) for image in (copy, frames[number]))
            inside = (slice(HIDDEN.y, HIDDEN.y + HIDDEN.h), slice(HIDDEN.x, HIDDEN.x + HIDDEN.w))
            assert (shown[inside] != original[inside]).mean() > 0.5
            assert (shown[:, 300:] == original[:, 300:]).all()
