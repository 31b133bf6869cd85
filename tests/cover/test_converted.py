"""Pictures that are encoded again with loss, or as something else: HEIC, AVIF, JPEG XL, lossy WebP."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pillow_jxl  # noqa: F401 (opens JPEG XL)
import pytest
from PIL import Image

from lenscap.formats.webp_quality import quality
from lenscap.model import Box, Edits, Outcome, Policy, Result
from lenscap.opening import divided
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.pictures import astronaut, encoded, with_noise
from tests.samples import heif, icc, samples
from tests.samples.heif_samples import liked

pillow_heif.register_heif_opener(thumbnails=False)

HIDDEN = Box(160, 64, 96, 128)


def covered(data: bytes, name: str, folder: Path, box: Box = HIDDEN) -> Result:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    policy = Policy("test", PRESETS["metadata"].remove, edits={name: Edits(cover=(box,))})
    return clean(path, folder / "copies" / name, policy)


def copy_of(result: Result) -> bytes:
    assert result.target is not None, result.reason
    return result.target.read_bytes()


def moved(one: bytes, other: bytes, margin: int = 40) -> float:
    """How far the pixels outside the cover are from each other on average, in 256ths."""
    pixels = [np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int) for data in (one, other)]
    difference = np.abs(pixels[0] - pixels[1])
    seen = np.ones(difference.shape[:2], bool)
    seen[HIDDEN.y - margin : HIDDEN.y + HIDDEN.h + margin, HIDDEN.x - margin : HIDDEN.x + HIDDEN.w + margin] = False
    return float(difference[seen].mean())


FORMS: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "heic": ("HEIF", ".heic", ".jpg", {"quality": 80}),
    "avif": ("AVIF", ".avif", ".avif", {"quality": 70}),
    "avif 4:4:4": ("AVIF", ".avif", ".avif", {"quality": 70, "subsampling": "4:4:4"}),
    "jxl": ("JXL", ".jxl", ".jpg", {"quality": 85}),
    "jxl lossless": ("JXL", ".jxl", ".png", {"lossless": True}),
    "webp": ("WEBP", ".webp", ".webp", {"quality": 80}),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_copy_says_in_its_name_what_it_is_and_changes_little_outside(name: str, tmp_path: Path) -> None:
    form, suffix, after, options = FORMS[name]
    data = encoded(astronaut(), form, **options)
    result = covered(data, f"photo{suffix}", tmp_path)
    copy = copy_of(result)
    assert result.target == tmp_path / "copies" / f"photo{after}"
    assert divided(copy).container.SUFFIXES[0] == after
    assert Image.open(io.BytesIO(copy)).size == astronaut().size
    assert moved(data, copy) <= (0 if "lossless" in name else 2.5)
    assert result.reason
    assert "encoded again" in result.reason


@pytest.mark.parametrize("name", [name for name in FORMS if "lossless" not in name])
def test_law_8_the_copy_hangs_on_nothing_but_the_decoded_pixels_outside_the_cover(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An encoder lets a change show everywhere, so that it is the decoder's pixels that are changed here."""
    from lenscap import media

    form, suffix, _, options = FORMS[name]
    data = encoded(astronaut(), form, **options)
    decode, copies = media.stored, []
    for seed in (1, 2):

        def changed(raw: bytes, seed: int = seed) -> Image.Image:
            image = decode(raw)
            if raw != data:
                return image
            other = with_noise(image, HIDDEN, seed)
            other.info, other.format = image.info, image.format
            return other

        monkeypatch.setattr(media, "stored", changed)
        copies.append(copy_of(covered(data, f"photo{suffix}", tmp_path / str(seed))))
    assert copies[0] == copies[1]


def test_a_colour_profile_goes_along_into_another_format(tmp_path: Path) -> None:
    for form, suffix in (("HEIF", ".heic"), ("AVIF", ".avif")):
        data = encoded(astronaut(), form, icc_profile=icc.plain())
        copy = Image.open(io.BytesIO(copy_of(covered(data, f"photo{suffix}", tmp_path / form))))
        assert copy.info["icc_profile"] == icc.plain()


def test_a_private_profile_is_written_anew_in_another_format(tmp_path: Path) -> None:
    private = icc.private("heif-covered")
    data = encoded(astronaut(), "HEIF", icc_profile=private.data)
    copy = copy_of(covered(data, "photo.heic", tmp_path))
    assert all(canary in data and canary not in copy for canary in private.canaries)


@pytest.mark.parametrize("quarters", range(4))
def test_a_turned_heic_becomes_an_upright_jpeg(quarters: int, tmp_path: Path) -> None:
    """Its container says by how many quarters it is turned to the left, and its Exif says something else."""
    upright = Image.new("RGB", (192, 128), "white")
    upright.paste("red", (32, 16, 80, 64))
    stored = Image.fromarray(np.rot90(np.asarray(upright), -quarters).copy())
    exif = Image.Exif()
    exif[0x0112] = 6
    file = heif.taken_apart(encoded(stored, "HEIF", quality=95, exif=exif))
    data = heif.build(liked(file, heif.Property(b"irot", bytes([quarters]), True)))
    assert np.asarray(Image.open(io.BytesIO(data)))[40, 50].tolist()[1] < 60
    copy = Image.open(io.BytesIO(copy_of(covered(data, "photo.heic", tmp_path, Box(32, 16, 48, 48)))))
    assert copy.getexif().get(0x0112, 1) == 1
    assert copy.size == upright.size
    pixels = np.asarray(copy).astype(int)
    assert not (pixels[..., 0] - pixels[..., 1] > 60).any()


def test_a_heic_that_is_transparent_becomes_an_avif_that_is(tmp_path: Path) -> None:
    image = astronaut().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    result = covered(encoded(image, "HEIF"), "photo.heic", tmp_path)
    copy = Image.open(io.BytesIO(copy_of(result)))
    assert result.target is not None
    assert (result.target.suffix, copy.format, copy.mode) == (".avif", "AVIF", "RGBA")


def test_colours_that_a_jpeg_cannot_tell_of_stay_what_they_are(tmp_path: Path) -> None:
    """Primaries of Display P3 without a profile: in a JPEG they would be taken for those of sRGB."""
    data = encoded(astronaut(), "AVIF")
    wide = data.replace(b"nclx\0\1\0\x0d", b"nclx\0\x0c\0\x0d")
    assert wide != data
    copy = copy_of(covered(wide, "photo.avif", tmp_path))
    assert b"nclx\0\x0c\0\x0d" in copy
    assert b"nclx\0\1\0\x0d" not in copy


def test_a_heic_of_ten_bits_says_that_it_has_eight_now(tmp_path: Path) -> None:
    pixels = (np.asarray(astronaut()).astype(np.uint16) << 8).astype(np.uint16)
    buffer = io.BytesIO()
    pillow_heif.from_bytes("RGB;16", (512, 512), pixels.tobytes()).save(buffer)
    result = covered(buffer.getvalue(), "photo.heic", tmp_path)
    assert copy_of(result)
    assert result.reason
    assert "8 bits a channel" in result.reason


def test_a_copy_does_not_take_the_name_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    other = tmp_path / "copies" / "photo.jpg"
    other.write_bytes(b"somebody else's")
    result = covered(encoded(astronaut(), "HEIF"), "photo.heic", tmp_path)
    assert other.read_bytes() == b"somebody else's"
    assert result.target == tmp_path / "copies" / "photo (2).jpg"


def test_a_series_of_pictures_is_refused_with_a_sentence(tmp_path: Path) -> None:
    for number, sample in enumerate(each for each in samples() if each.name in SERIES):
        result = covered(sample.data, f"photo{sample.suffix}", tmp_path / str(number), Box(0, 0, 20, 20))
        assert result.outcome == Outcome.REFUSED
        assert result.reason
        assert "several pictures" in result.reason
        assert not (tmp_path / str(number) / "copies").exists()


SERIES = {"avif-series-rgb", "heif-series-rgb", "heif-pages", "jxl-animated"}


@pytest.mark.parametrize("form", ["HEIF", "AVIF", "JXL", "WEBP", "PNG", "TIFF", "GIF", "BMP"])
def test_a_picture_that_ends_too_early_leaves_no_copy(form: str, tmp_path: Path) -> None:
    data = encoded(astronaut(), form)
    result = covered(data[: len(data) * 2 // 3], "photo.bin", tmp_path)
    assert result.target is None
    assert result.reason
    folder = tmp_path / "copies"
    assert not folder.exists() or not list(folder.iterdir())


@pytest.mark.parametrize("wanted", [60, 75, 80, 85, 90, 95, 100])
def test_the_quality_of_a_webp_is_read_from_its_quantiser(wanted: int) -> None:
    data = encoded(astronaut(), "WEBP", quality=wanted)
    start = data.index(b"VP8 ") + 8
    assert max(75, wanted) <= quality(data[start:]) <= max(80, min(100, wanted + 10))
