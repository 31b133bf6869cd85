"""A look at what hides in a photo."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from lenscap.errors import LenscapError, MalformedError
from lenscap.model import PICTURE, Finding, Kind
from lenscap.pipeline import inspect, previews
from tests.samples import bad_samples, named, samples
from tests.samples.gain_maps import grey


def looked(folder: Path, data: bytes) -> list[tuple[Finding, bytes]]:
    source = folder / "photo.jpg"
    source.write_bytes(data)
    found = list(previews(source))
    told = inspect(source).findings
    assert all(finding in told for finding, _ in found)
    return found


def test_the_gain_map_can_be_looked_at(tmp_path: Path) -> None:
    ((finding, data),) = looked(tmp_path, named("jpeg-gain-map-xmp").data)
    assert finding.where == PICTURE
    assert Image.open(io.BytesIO(data)).tobytes() == Image.open(io.BytesIO(grey())).tobytes()


def test_all_that_hides_in_a_photo_is_handed_out_once(tmp_path: Path) -> None:
    found = looked(tmp_path, named("jpeg-everything").data)
    places = [finding.where for finding, _ in found]
    assert len(set(places)) == len(places)
    assert set(places) >= {"Exif thumbnail", "JFXX thumbnail", "Photoshop thumbnail", "Behind the picture, picture 2"}
    assert "Behind the picture, MotionPhoto_Data" in places
    for finding, data in found:
        if finding.kind is Kind.PREVIEW:
            assert Image.open(io.BytesIO(data)).size == (finding.data["width"], finding.data["height"])
            assert f"{finding.data['width']:,} × {finding.data['height']:,} pixels" in finding.tells


def test_bare_pixels_are_handed_out_as_a_picture(tmp_path: Path) -> None:
    ((finding, data),) = looked(tmp_path, named("jpeg-jfif-thumbnail").data)
    assert finding.where == "JFIF thumbnail"
    image = Image.open(io.BytesIO(data))
    assert image.size == (8, 8)
    assert image.tobytes().startswith(b"CANARY")


def test_a_second_picture_says_how_it_differs(tmp_path: Path) -> None:
    def said(name: str) -> str:
        return next(one.tells for one, _ in looked(tmp_path, named(name).data) if one.where.endswith("picture 2"))

    assert said("jpeg-second-jpeg") == "Another picture, hidden behind this one (48 × 32 pixels)"
    assert said("jpeg-no-gain-map-larger").endswith("(192 × 128 pixels, larger than this one)")
    assert said("jpeg-no-gain-map-of-another-shape").endswith("(16 × 60 pixels, of another shape than this one)")


def test_what_is_too_large_for_a_look_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lenscap.pipeline.inspecting._LARGEST_PREVIEW", 10)
    assert looked(tmp_path, named("jpeg-everything").data) == []


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"")
    with pytest.raises(MalformedError):
        list(previews(tmp_path / "photo.jpg"))


def test_a_look_at_any_file_ends_well(tmp_path: Path) -> None:
    source = tmp_path / "photo"
    files = [sample.data for sample in samples()] + [bad.data for bad in bad_samples() if len(bad.data) < 1 << 20]
    for data in files:
        source.write_bytes(data)
        with suppress(LenscapError):
            assert all(isinstance(hidden, bytes) for _, hidden in previews(source))
