"""Faces in every format: found, covered, and not found again in the copy."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pillow_heif
import pillow_jxl  # noqa: F401 (opens JPEG XL)
import pytest
from PIL import Image

from lenscap import detectors, media
from lenscap.model import Box, Cover, Edits, Finding, Looking, Policy, Result, Size
from lenscap.opening import divided
from lenscap.pipeline import clean
from lenscap.pipeline.repainting import hidden_share
from lenscap.policy import PRESETS
from tests.pictures import ASTRONAUT_FACE, astronaut, encoded

pillow_heif.register_heif_opener(thumbnails=False)

FORMS = {".tif": "TIFF", ".gif": "GIF", ".bmp": "BMP", ".heic": "HEIF", ".avif": "AVIF", ".jxl": "JXL"}


def covered(data: bytes, name: str, folder: Path) -> Result:
    source = folder / name
    source.write_bytes(data)
    return clean(source, folder / "copies" / name, PRESETS["faces"])


def with_cover(policy: Policy, name: str) -> Policy:
    """A policy that covers the left end of a picture."""
    return replace(policy, edits={name: Edits(cover=(Box(0, 0, 50, 8),))})


def seen(picture: Image.Image) -> list[Finding]:
    """The faces that can still be seen where there was one."""
    found = detectors.look([picture.convert("RGB")], Size(*picture.size), Looking("careful"))
    return [each for each in found if each.certainty > 0.5 and each.box and each.box.shared(ASTRONAUT_FACE)]


@pytest.mark.parametrize("suffix", FORMS)
def test_no_face_is_left_in_a_copy_of_any_format(suffix: str, tmp_path: Path) -> None:
    result = covered(encoded(astronaut(), FORMS[suffix]), f"party{suffix}", tmp_path)
    assert result.target is not None, result.reason
    assert result.covered >= 1
    assert seen(astronaut())
    assert not seen(media.upright(result.target.read_bytes()))


def test_a_face_on_the_second_page_is_covered_there(tmp_path: Path) -> None:
    """The page is larger than the first one, and stored on its side."""
    blank = Image.new("RGB", (200, 200), "white")
    turned = astronaut().transpose(Image.Transpose.ROTATE_90)
    turned.encoderinfo = {"tiffinfo": {274: 6}}
    buffer = io.BytesIO()
    blank.save(buffer, "TIFF", save_all=True, append_images=[turned], compression="tiff_lzw")
    data = buffer.getvalue()
    pages = Image.open(io.BytesIO(data))
    pages.seek(1)
    assert (pages.size, pages.getexif().get(274)) == ((512, 512), 6)
    result = covered(data, "party.tif", tmp_path)
    assert result.target is not None, result.reason
    assert result.covered >= 1
    after = Image.open(io.BytesIO(result.target.read_bytes()))
    after.seek(1)
    assert after.getexif().get(274) == 6
    assert not seen(after.copy())


def test_a_face_in_the_last_frame_of_a_gif_is_covered(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (512, 512), "white"), astronaut()]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[500, 500])
    result = covered(data, "party.gif", tmp_path)
    assert result.target is not None, result.reason
    assert result.covered >= 1
    after = Image.open(io.BytesIO(result.target.read_bytes()))
    after.seek(1)
    assert not seen(after.convert("RGB"))


def test_a_wide_picture_can_be_covered(tmp_path: Path) -> None:
    pixels = np.tile(np.arange(65_535, dtype=np.uint8), (8, 1))
    policy_of = PRESETS["metadata"]
    for form, suffix in (("PNG", ".png"), ("BMP", ".bmp"), ("TIFF", ".tif"), ("GIF", ".gif")):
        source = tmp_path / f"wide{suffix}"
        source.write_bytes(encoded(Image.fromarray(pixels), form))
        result = clean(source, tmp_path / "copies" / source.name, with_cover(policy_of, source.name))
        assert result.target is not None, result.reason
        after = np.asarray(Image.open(io.BytesIO(result.target.read_bytes())).convert("L"))
        assert np.array_equal(after[:, 60:], pixels[:, 60:])
        assert not np.array_equal(after[:, :50], pixels[:, :50])


def test_what_is_beside_the_blocks_of_a_covered_jpeg_does_not_count_as_hidden() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (160, 160), "grey").save(buffer, "JPEG", subsampling=2)
    file, covers = divided(buffer.getvalue()), [Cover(Box(16, 16, 48, 48), "soft")]
    assert hidden_share(file, 1, covers, Box(16, 16, 48, 48)) == 1
    assert hidden_share(file, 1, covers, Box(64, 16, 2, 48)) == 0
