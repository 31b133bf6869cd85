"""The witness must see: one that is blind proves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.oracle.exiftool import Tag, is_private, needs_exiftool, private_tags, warnings
from tests.samples import Sample, samples
from tests.samples.picture import encode, picture, translucent

pytestmark = needs_exiftool

SEES = {
    "jpeg-com": "jpeg-com-first", "jpeg-exif-little-endian": "jpeg-exif-little-artist",
    "jpeg-exif-big-endian": "jpeg-exif-big-user-comment", "jpeg-exif-behind-the-tables": "jpeg-late-owner",
    "jpeg-xmp": "jpeg-xmp-city", "jpeg-xmp-extended": "jpeg-xmp-extended-extended",
    "jpeg-photoshop": "jpeg-photoshop-iptc-headline", "jpeg-ducky": "jpeg-ducky-comment",
    "jpeg-jumbf": "jpeg-jumbf-claim", "jpeg-ciff": "jpeg-ciff", "jpeg-before-the-end": "jpeg-com-end",
    "jpeg-between-scans": "jpeg-com-between", "jpeg-icc-in-1": "jpeg-1-icc-desc", "jpeg-icc-in-3": "jpeg-3-icc-cprt",
    "jpeg-icc-utf-16": "jpeg-icc4-desc", "jpeg-multi-picture": "jpeg-mpf-artist",
    "jpeg-samsung-trailer": "jpeg-samsung-mcc", "jpeg-exif-twice": "jpeg-second-artist",
    "jpeg-exif-hostile-texts": "jpeg-hostile-13b", "jpeg-everything": "jpeg-everything-exif-artist",
    "png-text": "png-author", "png-text-compressed": "png-ztxt", "png-text-international": "png-itxt-z",
    "png-text-late": "png-text", "png-xmp": "png-xmp-creator", "png-xmp-compressed": "png-xmp-z-city",
    "png-exif": "png-exif-artist", "png-exif-late": "png-exif-artist", "png-zxif": "png-zxif-artist",
    "png-raw-profile-exif": "png-raw-artist", "png-raw-profile-iptc": "png-raw-iptc-city",
    "png-raw-profile-xmp": "png-raw-xmp-city", "png-cabx": "png-cabx-claim", "png-icc-private": "png-icc-name",
    "png-behind-text": "png-text-behind", "png-animated": "png-apng-text",
    "webp-exif": "webp-exif-artist", "webp-exif-prefixed": "webp-exif-prefixed-artist", "webp-xmp": "webp-xmp-creator",
    "webp-icc-private": "webp-icc-desc", "webp-animated": "webp-animated-xmp-city",
    "webp-untold-exif": "webp-untold-exif-artist", "webp-behind-chunk": "webp-exif-behind-artist",
    "gif-comment-early": "gif-comment", "gif-plain-text-late": "gif-plain-text", "gif-xmp-early": "gif-xmp-creator",
    "gif-icc-private": "gif-icc-desc", "gif-everything": "gif-everything-comment",
    "bmp-linked": "bmp-linked", "bmp-icc-private": "bmp-icc-desc",
    "mp4-user-data-mp4": "mp4-user-data-mp4-nam", "mp4-keys-mov": "mp4-keys-mov-author",
    "mp4-handlers-mp4": "mp4-handlers-mp4", "mp4-boxes-before": "mp4-row-xmp-city",
    "mp4-track-gpmd": "mp4-track-gpmd-device", "mp4-track-text": "mp4-track-text-text",
    "heif-exif": "heif-exif-artist", "heif-xmp": "heif-xmp-city", "heif-handler": "heif-hdlr",
    "heif-icc-private": "heif-icc-desc",
    "heif-behind": "heif-outside-xmp-box-city", "avif-exif": "avif-exif-artist", "avif-xmp": "avif-xmp-creator",
    "tiff-exif": "tiff-exif-owner", "tiff-exif-big": "tiff-exif-big-gps-area", "tiff-xmp": "tiff-xmp-creator",
    "tiff-pages": "tiff-pages-2", "tiff-reduced-page": "tiff-reduced-page", "tiff-sub-ifd": "tiff-sub-ifd",
    "tiff-gdal": "tiff-gdal", "tiff-icc-private": "tiff-icc-desc", "tiff-everything": "tiff-everything-document",
}  # fmt: skip
"""Sample and a text in it that the witness reads out."""

NOTICES = {
    "jpeg-jfxx": "JFXX:ThumbnailImage", "jpeg-jfif-thumbnail": "JFIF:ThumbnailTIFF",
    "jpeg-exif-little-endian": "GPS:GPSDateStamp", "jpeg-motion-clip": "File:EmbeddedVideo",
    "png-time": "PNG:ModifyDate", "png-measures": "PNG:ImageOffset", "png-histogram": "PNG:PaletteHistogram",
    "png-suggested-palette": "PNG:SuggestedPalette", "png-private-chunks": "PNG:AppleDataOffsets",
    "webp-unknown-chunks": "RIFF:Unknown_PSAI", "webp-xmp-misnamed": "RIFF:Unknown_XMPx00",
    "webp-behind-second": "RIFF:Doc1:Copy2:ImageWidth", "mp4-times-mp4": "QuickTime:CreateDate",
    "mp4-track-camm": "Track3:Doc1:GPSLatitude", "mp4-brands-mp4": "QuickTime:MinorVersion",
    "mp4-boxes-behind": "QuickTime:Unknown_ABCD",
}  # fmt: skip
"""Sample and a tag without a readable value."""

COMPLAINS = {
    "jpeg-unknown-segments": "Unknown APP15 segment", "jpeg-early-unknown-segments": "Unknown APP2 segment",
    "jpeg-junk": "Skipped unknown", "jpeg-flir": "FLIR", "png-behind-scraps": "Trailer data after PNG IEND",
    "webp-behind-scraps": "Error reading RIFF",
}  # fmt: skip
"""Sample and a complaint: the witness sees something and cannot read it."""

CLEAN = ("jpeg-clean", "png-clean", "webp-clean", "jpeg-zeros", "jpeg-icc-well-known", "png-icc-well-known",
         "webp-icc-well-known", "webp-told-but-absent", "gif-clean", "gif-icc-well-known", "bmp-icc-well-known",
         "bmp-clean", "heif-clean", "avif-clean", "tiff-clean", "tiff-icc-well-known", "tiff-zeros")  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All samples as files."""
    folder = tmp_path_factory.mktemp("samples")
    return {sample.name: _written(folder, sample) for sample in samples()}


def _written(folder: Path, sample: Sample) -> Path:
    path = folder / (sample.name + sample.suffix)
    path.write_bytes(sample.data)
    return path


@pytest.fixture(scope="module")
def seen(files: dict[str, Path]) -> dict[str, dict[str, str]]:
    """What the witness finds private in each sample."""
    answer = private_tags(list(files.values()))
    return {name: answer[path] for name, path in files.items()}


@pytest.mark.parametrize("name", SEES)
def test_the_witness_reads_the_canary(name: str, seen: dict[str, dict[str, str]]) -> None:
    assert any(f"CANARY-{SEES[name]}-" in value for value in seen[name].values())


@pytest.mark.parametrize("name", NOTICES)
def test_the_witness_notices_what_it_cannot_read(name: str, seen: dict[str, dict[str, str]]) -> None:
    assert NOTICES[name] in seen[name]


@pytest.mark.parametrize("name", COMPLAINS)
def test_the_witness_complains(name: str, files: dict[str, Path]) -> None:
    complaints = warnings([files[name]])[files[name]]
    assert any(COMPLAINS[name] in complaint for complaint in complaints)


@pytest.mark.parametrize("name", CLEAN)
def test_the_witness_finds_nothing_in_a_sample_that_hides_nothing(name: str, seen: dict[str, dict[str, str]]) -> None:
    assert seen[name] == {}


def test_the_witness_finds_nothing_in_pictures_as_they_are_saved(tmp_path: Path) -> None:
    pictures = {
        "a.jpg": encode(picture(), "JPEG"), "b.jpg": encode(picture(mode="CMYK"), "JPEG"),
        "c.png": encode(picture(), "PNG"), "d.png": encode(translucent(), "PNG", dpi=(72, 72)),
        "e.png": encode(picture(mode="P"), "PNG"), "f.webp": encode(picture(), "WEBP"),
        "g.webp": encode(translucent(), "WEBP"), "h.tif": encode(picture(), "TIFF"),
        "i.tif": encode(picture(), "TIFF", compression="jpeg"),
    }  # fmt: skip
    for name, data in pictures.items():
        (tmp_path / name).write_bytes(data)
    answer = private_tags([tmp_path / name for name in pictures])
    assert set(map(str, answer)) == {str(tmp_path / name) for name in pictures}
    assert not any(answer.values())


def test_what_makes_the_colours_right_is_not_private(seen: dict[str, dict[str, str]]) -> None:
    assert list(seen["png-colours-kept"]) == ["PNG:Comment"]


def test_the_orientation_is_not_private(seen: dict[str, dict[str, str]]) -> None:
    assert list(seen["jpeg-orientation-6"]) == ["IFD0:Artist"]


def test_a_tag_that_nobody_has_thought_of_is_private() -> None:
    assert is_private(Tag("PNG:Brandnew", "PNG", "Main", "Brandnew", "1"))


@pytest.mark.parametrize(("value", "private"), [("isom", False), ("qt  ", False), ("CAEP", True), ("niko", True)])
def test_a_brand_is_private_if_it_is_that_of_a_maker(value: str, private: bool) -> None:
    assert is_private(Tag("QuickTime:MajorBrand", "QuickTime", "Main", "MajorBrand", value)) == private
    listed = str(["isom", value])
    assert is_private(Tag("QuickTime:CompatibleBrands", "QuickTime", "Main", "CompatibleBrands", listed)) == private


def test_the_name_of_a_colorant_is_private() -> None:
    assert is_private(Tag("ICC-clrt:Colorant1Name", "ICC-clrt", "Main", "Colorant1Name", "Eve's red"))


def test_a_picture_inside_the_picture_is_private_even_if_it_only_has_a_width() -> None:
    assert is_private(Tag("File:Doc1:ImageWidth", "File", "Doc1", "ImageWidth", "96"))


def test_a_file_that_is_missing_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="said nothing"):
        private_tags([tmp_path / "missing.jpg"])


def test_names_with_spaces_and_other_letters_are_answered_for(tmp_path: Path) -> None:
    path = tmp_path / "ein Bild, das Łódź – 東京 zeigt.jpg"
    path.write_bytes(encode(picture(), "JPEG", comment=b"CANARY"))
    assert private_tags([path]) == {path: {"File:Comment": "CANARY"}}
