"""A look at what hides in a photo."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from lenscap import media
from lenscap.errors import LenscapError, MalformedError
from lenscap.model import PICTURE, Finding, Kind
from lenscap.pipeline import inspect, previews
from tests.samples import bad_samples, heif, named, samples
from tests.samples.gain_maps import grey
from tests.samples.heif_samples import auxiliary
from tests.samples.trailers import box


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


@pytest.mark.parametrize(
    ("name", "kind", "size"),
    [
        ("heif-depth", "grey", (96, 64)),
        ("heif-matte", "other", (96, 64)),
        ("heif-unknown-auxiliary", "grey", (96, 64)),
        ("heif-thumbnail", "small", (64, 64)),
        ("heif-hidden-picture", "other", (96, 64)),
    ],
)
def test_a_picture_hidden_in_heif_is_handed_out_as_a_file_of_its_own(
    tmp_path: Path, name: str, kind: str, size: tuple[int, int]
) -> None:
    ((_, data),) = looked(tmp_path, named(name).data)
    image = media.upright(data)
    assert image.size == size
    assert image.tobytes() == media.upright(heif.build(heif.heic(kind))).tobytes()
    assert not named(name).canaries or not any(canary in data for canary in named(name).canaries if b"CANARY" in canary)


def test_a_hidden_picture_of_tiles_is_put_together(tmp_path: Path) -> None:
    ((_, data),) = looked(tmp_path, named("heif-thumbnail-of-tiles").data)
    image = media.upright(data)
    assert image.size == (128, 64)
    assert image.crop((0, 0, 64, 64)).tobytes() == media.upright(heif.build(heif.heic("small"))).tobytes()


def test_a_hidden_picture_is_turned_as_it_says_itself(tmp_path: Path) -> None:
    depth = auxiliary(heif.DEPTH, 42)
    turned = depth._replace(has=(*depth.has, heif.Property(b"irot", b"\1", True)))
    file = heif.with_items(heif.heic(), [turned], [heif.Reference(b"auxl", 42, (1,))])
    ((finding, data),) = looked(tmp_path, heif.build(file))
    assert finding.tells.startswith("A depth map")
    assert media.upright(data).size == (64, 96)


def test_a_picture_hidden_in_avif_is_handed_out_as_a_file_of_its_own(tmp_path: Path) -> None:
    depth = heif.coded(heif.avif("other"), 42)
    depth = depth._replace(hidden=True, has=(*depth.has, heif.Property(b"auxC", bytes(4) + heif.DEPTH + b"\0", True)))
    file = heif.with_items(heif.avif(), [depth], [heif.Reference(b"auxl", 42, (1,))])
    ((_, data),) = looked(tmp_path, heif.build(file))
    assert media.upright(data).tobytes() == media.upright(heif.build(heif.avif("other"))).tobytes()


def test_of_a_hidden_picture_that_cannot_stand_alone_nothing_is_handed_out_and_the_others_are(tmp_path: Path) -> None:
    depth, other = auxiliary(heif.DEPTH, 42), heif.coded(heif.heic("other"), 43)._replace(hidden=True)
    strange = depth._replace(has=(*depth.has, heif.Property(b"zzzz", b"unknown", True)))
    file = heif.with_items(heif.heic(), [strange, other], [heif.Reference(b"auxl", 42, (1,))])
    ((finding, _),) = looked(tmp_path, heif.build(file))
    assert finding.where == "Hidden picture"


def test_the_gain_map_of_jpeg_xl_is_handed_out(tmp_path: Path) -> None:
    stream = named("jxl-bare").data
    body = bytes(1) + (3).to_bytes(2) + b"abc" + b"\2xy" + (4).to_bytes(4) + b"icc!" + stream
    ((finding, data),) = looked(tmp_path, named("jxl-clean").data + box(b"jhgm", body))
    assert finding.where == "Gain map"
    assert data == stream
    assert media.upright(data).size == media.upright(stream).size


def test_a_picture_hidden_in_webp_is_handed_out_as_a_file_of_its_own(tmp_path: Path) -> None:
    whole = media.encode([Image.new("RGB", (40, 30), "teal")], media.header(named("webp-clean").data), lossless=True)
    chunks = named("webp-clean").data[12:] + whole[12:]
    ((finding, data),) = looked(tmp_path, b"RIFF" + (4 + len(chunks)).to_bytes(4, "little") + b"WEBP" + chunks)
    assert finding.where == "Hidden picture"
    assert media.upright(data).tobytes() == bytes((0, 128, 128)) * 1200


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
