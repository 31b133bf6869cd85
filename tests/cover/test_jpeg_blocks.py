"""Covers on JPEGs: only the blocks under them change, and nothing of what these showed is left."""

from __future__ import annotations

import io
import os
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import piexif
import pytest
from PIL import Image, ImageOps

from lenscap import isolation
from lenscap.cover import jpeg_blocks, jpeg_frame, raster
from lenscap.cover.styles import STYLES
from lenscap.model import Box, Cover, Edits, Kind, Outcome, Policy, Result, Size
from lenscap.opening import divided
from lenscap.pipeline import clean, repainting
from lenscap.policy import PRESETS
from tests.cover.jpegs import KINDS, WHOLE, blocks, changed_units, cmyk, pair, under, unit, widened
from tests.pictures import ASTRONAUT_FACE, astronaut, encoded, with_noise
from tests.samples import named

SIZE, HIDDEN = Size(200, 150), Box(50, 37, 61, 44)
ODD = [Size(1, 1), Size(7, 9), Size(8, 8), Size(16, 16), Size(15, 17), Size(17, 33), Size(33, 47), Size(47, 33)]


def result_of(jpeg: bytes, folder: Path, *boxes: Box, style: str = "soft") -> Result:
    """Clean a JPEG with some boxes covered by hand."""
    folder.mkdir(exist_ok=True)
    source = folder / "photo.jpg"
    source.write_bytes(jpeg)
    policy = Policy("test", PRESETS["metadata"].remove, style=style, edits={source.name: Edits(cover=boxes)})
    return clean(source, folder / "copies" / source.name, policy)


def cleaned(jpeg: bytes, folder: Path, *boxes: Box, style: str = "soft") -> bytes:
    """The bytes of the copy that cleaning makes, in which nothing but blocks was changed."""
    result = result_of(jpeg, folder, *boxes, style=style)
    assert result.outcome == Outcome.CLEANED, result.reason
    assert result.reason is None
    assert result.target is not None
    return result.target.read_bytes()


def covered(jpeg: bytes, *boxes: Box, style: str = "soft") -> bytes:
    """A JPEG with covers of exactly these sizes."""
    file, covers = divided(jpeg, deep=True), [Cover(box, style) for box in boxes]
    copy = repainting.repaint_blocks(file, 1, covers)
    assert copy is not None
    repainting.check_blocks(file, divided(copy), 1, covers)
    return copy


def shown(jpeg: bytes) -> np.ndarray[Any, np.dtype[np.int64]]:
    return np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB")).astype(int)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_law_8_jpegs_that_differ_only_under_the_cover_give_the_same_file(kind: str, style: str) -> None:
    one, other = pair(KINDS[kind], SIZE, HIDDEN)
    assert covered(one, HIDDEN, style=style) == covered(other, HIDDEN, style=style)


@pytest.mark.parametrize("kind", KINDS)
def test_law_8_holds_for_clean_copies(kind: str, tmp_path: Path) -> None:
    one, other = pair(KINDS[kind], SIZE, HIDDEN)
    assert cleaned(one, tmp_path / "1", HIDDEN) == cleaned(other, tmp_path / "2", HIDDEN)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_law_9_blocks_that_no_cover_touches_stay(kind: str, style: str) -> None:
    jpeg = KINDS[kind](with_noise(astronaut().crop((150, 40, 350, 190)), HIDDEN, 1))
    copy = covered(jpeg, HIDDEN, style=style)
    assert (changed_units(jpeg, copy) == under(jpeg, HIDDEN)).all()
    before, after = (Image.open(io.BytesIO(data)) for data in (jpeg, copy))
    assert (before.size, before.mode) == (after.size, after.mode)
    assert before.quantization == after.quantization  # type: ignore[attr-defined]
    assert [layer[1:] for layer in before.layer] == [layer[1:] for layer in after.layer]  # type: ignore[attr-defined]
    x, y, w, h = widened(HIDDEN, unit(jpeg))
    moved = np.abs(np.asarray(before).astype(int) - np.asarray(after))
    moved[y - 2 : y + h + 2, x - 2 : x + w + 2] = 0  # decoders let colours reach so far over the edge of a block
    assert not moved.any()


@pytest.mark.parametrize("size", ODD, ids=str)
@pytest.mark.parametrize("kind", ["4:2:0", "4:4:4", "4:1:1", "grey", "cmyk", "progressive", "restart markers"])
def test_laws_8_and_9_hold_at_the_edges_of_small_pictures(kind: str, size: Size) -> None:
    corner = Box(size.width // 2, size.height // 2, size.width, size.height)
    for box in (corner, Box(-3, -3, 4, 4), WHOLE):
        one, other = pair(KINDS[kind], size, Box(max(0, box.x), max(0, box.y), min(box.w, 64), min(box.h, 64)))
        copies = [covered(jpeg, box) for jpeg in (one, other)]
        assert copies[0] == copies[1]
        assert (changed_units(one, copies[0]) <= under(one, box)).all()
        assert shown(copies[0]).shape == (size.height, size.width, 3)


def test_covers_that_overlap_touch_or_leave_the_picture_hide_all_the_same() -> None:
    boxes = (
        Box(40, 40, 50, 40),
        Box(70, 60, 50, 50),
        Box(120, 110, 20, 20),
        Box(180, -20, 60, 60),
        Box(500, 500, 9, 9),
    )
    picture = astronaut().crop((150, 40, 350, 190))
    versions = []
    for seed in (1, 2):
        changed = picture
        for number, box in enumerate(boxes[:-1]):
            inside = widened(Box(box.x, max(0, box.y), box.w, box.h + min(0, box.y)), Size(16, 16))
            changed = with_noise(changed, inside, seed * 10 + number)
        versions.append(KINDS["optimised"](changed))
    assert (changed_units(*versions) == under(versions[0], *boxes)).all()
    copies = [covered(jpeg, *boxes) for jpeg in versions]
    assert copies[0] == copies[1]
    assert (changed_units(versions[0], copies[0]) == under(versions[0], *boxes)).all()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_cover_is_where_the_upright_picture_shows_what_it_hides(orientation: int, tmp_path: Path) -> None:
    upright = Image.new("RGB", (181, 117), "white")
    upright.paste("red", (35, 19, 77, 60))
    back = {6: 8, 8: 6}.get(orientation, orientation)
    exif = Image.Exif()
    exif[0x0112] = back
    upright_as_tagged = upright.copy()
    upright_as_tagged.getexif()[0x0112] = back
    turned = ImageOps.exif_transpose(upright_as_tagged)
    exif[0x0112] = orientation
    jpeg = encoded(turned, "JPEG", exif=exif)
    assert ImageOps.exif_transpose(Image.open(io.BytesIO(jpeg))).size == upright.size
    copy = ImageOps.exif_transpose(Image.open(io.BytesIO(cleaned(jpeg, tmp_path, Box(35, 19, 42, 41), style="solid"))))
    assert copy.size == upright.size
    pixels = np.asarray(copy).astype(int)
    assert (pixels > 200).all()


@pytest.mark.parametrize("kind", ["4:2:0", "4:4:4", "quality 30", "cmyk", "progressive"])
def test_a_soft_cover_has_no_seam(kind: str) -> None:
    """At its edge, pixels differ no more than neighbours of the picture itself do there."""
    jpeg = KINDS[kind](astronaut().crop((150, 40, 350, 190)))
    again = repainting.repaint(divided(jpeg), 1, [Cover(HIDDEN, "soft")])
    box = widened(HIDDEN, unit(jpeg))
    assert step_across(covered(jpeg, HIDDEN), box) <= 1.02 * step_across(jpeg, box)
    assert step_across(again, box, margin=2) <= 1.02 * step_across(jpeg, box)


def step_across(jpeg: bytes, box: Box, margin: int = 0) -> float:
    """How far pixels inside the edge of a cover differ from those outside it, on average."""
    pixels = shown(jpeg)
    left, top, right, bottom = box.x - margin, box.y - margin, box.x + box.w + margin, box.y + box.h + margin
    steps = [
        pixels[top, left:right] - pixels[top - 1, left:right],
        pixels[bottom - 1, left:right] - pixels[bottom, left:right],
        pixels[top:bottom, left] - pixels[top:bottom, left - 1],
        pixels[top:bottom, right - 1] - pixels[top:bottom, right],
    ]
    return float(np.abs(np.concatenate(steps)).mean())


def test_a_cover_in_a_smooth_picture_cannot_be_told_from_it() -> None:
    rows, columns = np.mgrid[0:240, 0:320]
    smooth = Image.fromarray(np.stack([rows // 2 + 40, columns // 2 + 30, 200 - rows // 3], axis=2).astype(np.uint8))
    jpeg = encoded(smooth, "JPEG", quality=90)
    copy = repainting.repaint_blocks(divided(jpeg), 1, [Cover(Box(90, 70, 130, 100), "soft")])
    assert copy is not None
    assert np.abs(shown(jpeg) - shown(copy)).mean() < 2
    assert np.abs(shown(jpeg) - shown(copy)).max() < 24


def test_the_fourth_component_is_covered_too() -> None:
    picture = astronaut().crop((150, 40, 350, 190))
    jpeg = cmyk(picture)
    copy = covered(jpeg, HIDDEN, style="solid")
    area = widened(HIDDEN, Size(8, 8))
    black = np.asarray(Image.open(io.BytesIO(copy)).getchannel("K"))[area.y : area.y + area.h, area.x : area.x + area.w]
    original = np.asarray(Image.open(io.BytesIO(jpeg)).getchannel("K"))
    assert np.ptp(original[area.y : area.y + area.h, area.x : area.x + area.w]) > 100
    assert np.ptp(black) <= 1


def test_restart_intervals_huffman_tables_and_scans_are_not_those_of_the_original() -> None:
    for kind in ("restart markers", "optimised", "progressive"):
        jpeg = KINDS[kind](astronaut())
        copy = covered(jpeg, HIDDEN)
        assert b"\xff\xdd" not in copy
        assert not re.search(rb"\xff[\xd0-\xd7]", copy)
        assert b"\xff\xc2" not in copy
        tables = re.findall(rb"\xff\xc4\0.(?:.{17})", jpeg, re.DOTALL)
        assert tables
        assert kind == "restart markers" or not [table for table in tables if table in copy]


def test_the_colour_profile_and_density_stay_and_everything_else_goes(tmp_path: Path) -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = piexif.dump(
        {"0th": {piexif.ImageIFD.Artist: b"CANARY"}, "1st": {}, "thumbnail": encoded(astronaut(), "JPEG")}
    )
    jpeg = encoded(astronaut(), "JPEG", icc_profile=profile, dpi=(300, 300), exif=exif, comment=b"CANARY")
    copy = cleaned(jpeg + b"CANARY" * 100, tmp_path, HIDDEN)
    assert b"CANARY" not in copy
    assert copy.count(b"\xff\xd8\xff") == 1
    assert Image.open(io.BytesIO(copy)).info["dpi"] == (300, 300)
    assert Image.open(io.BytesIO(copy)).info.get("icc_profile") is not None


def test_no_metadata_and_no_profile_is_given_to_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bytes] = []

    def listen(function: Any, *arguments: Any) -> Any:
        given.extend(each for each in arguments if isinstance(each, bytes))
        return function(*arguments)

    monkeypatch.setattr(isolation, "call", listen)
    exif = piexif.dump({"0th": {piexif.ImageIFD.Artist: b"CANARY"}})
    jpeg = encoded(astronaut(), "JPEG", icc_profile=b"CANARY" * 30, exif=exif, comment=b"CANARY") + b"CANARY"
    covers = [Cover(HIDDEN, "soft")]
    assert repainting.repaint_blocks(divided(jpeg), 1, covers)
    assert given
    bare = [jpeg_frame.bare(each) for each in given]
    assert all(b"CANARY" not in each and b"JFIF" not in each for each in bare)
    assert all(each.count(b"CANARY") <= 30 for each in given)


def test_a_second_cleaning_changes_nothing(tmp_path: Path) -> None:
    for kind in ("4:2:0", "cmyk", "progressive"):
        copy = cleaned(KINDS[kind](astronaut()), tmp_path / "1", HIDDEN)
        source = tmp_path / "again.jpg"
        source.write_bytes(copy)
        assert clean(source, tmp_path / "2" / "again.jpg", PRESETS["metadata"]).outcome == Outcome.ALREADY_CLEAN


@pytest.mark.parametrize("style", STYLES)
def test_a_face_is_covered_and_the_rest_of_the_photo_is_the_same(style: str, tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(encoded(astronaut(), "JPEG", quality=92))
    result = clean(source, tmp_path / "copies" / "photo.jpg", replace(PRESETS["faces"], style=style))
    assert (result.outcome, result.reason) == (Outcome.CLEANED, None)
    assert result.covered >= 1
    assert result.target is not None
    changed = changed_units(source.read_bytes(), result.target.read_bytes())
    face = under(source.read_bytes(), ASTRONAUT_FACE)
    assert changed[face].mean() > 0.9
    assert changed.mean() < 0.4
    assert result.before is not None
    places = [each.box for each in result.before.findings if each.kind == Kind.FACE and each.box]
    near = [Box(b.x - b.w, b.y - b.h, 3 * b.w, 3 * b.h) for b in places]
    assert (changed <= under(source.read_bytes(), *near)).all()


def test_a_copy_with_another_block_outside_the_covers_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = jpeg_blocks.covered

    def elsewhere_too(picture: bytes, places: list[raster.Area]) -> bytes | None:
        return real(picture, [*places, raster.Area(0, 0, 8, 8, "soft")])

    monkeypatch.setattr(jpeg_blocks, "covered", elsewhere_too)
    result = result_of(KINDS["4:2:0"](astronaut()), tmp_path, HIDDEN)
    assert result.outcome == Outcome.REFUSED
    assert "same blocks" in (result.reason or "")
    assert not list((tmp_path / "copies").glob("**/*.jpg"))


@pytest.mark.parametrize("kind", ["4:2:0", "cmyk"])
def test_without_the_library_the_picture_is_encoded_again_and_the_result_says_so(
    kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(jpeg_blocks, "_is_installed", lambda: False)
    result = result_of(KINDS[kind](astronaut()), tmp_path, HIDDEN)
    assert result.outcome == Outcome.CLEANED
    assert result.reason == "To cover parts of it, the picture was encoded again, at its own quality."


def test_a_crash_of_the_library_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jpeg_blocks, "_IN_MEMORY", tmp_path)
    monkeypatch.setattr(jpeg_blocks, "_covered", leave_and_crash)
    jpeg = KINDS["4:2:0"](astronaut())
    assert jpeg_blocks.covered(jpeg, [raster.Area(0, 0, 8, 8, "soft")]) is None
    assert not list(tmp_path.iterdir())


def leave_and_crash(picture: bytes, places: list[raster.Area], folder: str) -> None:
    (Path(folder) / "picture.jpg").write_bytes(picture)
    os.abort()


def test_the_folder_is_for_this_user_alone_and_goes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: list[int] = []

    def look(function: Any, *arguments: Any) -> Any:
        seen.append(Path(arguments[-1]).stat().st_mode & 0o777)
        answer = function(*arguments)
        assert (Path(arguments[-1]) / "written.jpg").exists()
        return answer

    monkeypatch.setattr(isolation, "call", look)
    monkeypatch.setattr(jpeg_blocks, "_IN_MEMORY", tmp_path)
    before = tempfile.tempdir
    assert jpeg_blocks.covered(KINDS["4:2:0"](astronaut()), [raster.Area(0, 0, 8, 8, "soft")])
    assert seen == [0o700]
    assert not list(tmp_path.iterdir())
    assert tempfile.tempdir == before


def test_a_picture_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    jpeg = KINDS["4:2:0"](astronaut())
    for number, data in enumerate((jpeg[: len(jpeg) // 2], jpeg[:-2000])):
        result = result_of(data, tmp_path / str(number), HIDDEN)
        assert result.outcome == Outcome.REFUSED, result.reason


def test_a_damaged_picture_is_encoded_again_and_nothing_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    jpeg = KINDS["4:2:0"](astronaut())
    result = result_of(jpeg[: len(jpeg) // 2] + b"\xff\xd9", tmp_path, HIDDEN)
    assert result.outcome == Outcome.CLEANED
    assert "encoded again" in (result.reason or "")
    assert capfd.readouterr() == ("", "")


def test_a_second_table_for_the_same_component_behind_the_scan_is_not_misread() -> None:
    jpeg = KINDS["progressive"](astronaut())
    at = jpeg.index(b"\xff\xda")
    end = jpeg.index(b"\xff\xc4", at)
    assert jpeg_frame.read(jpeg) is not None
    assert jpeg_frame.read(jpeg[:end] + b"\xff\xdb\0\x43\0" + bytes(range(1, 65)) + jpeg[end:]) is None


@pytest.mark.parametrize("marker", [0xC3, 0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF])
def test_lossless_and_hierarchical_pictures_are_left_to_the_other_way(marker: int) -> None:
    jpeg = KINDS["4:2:0"](astronaut())
    assert jpeg_frame.read(jpeg.replace(b"\xff\xc0", bytes([0xFF, marker]), 1)) is None


def test_12_bits_no_lines_and_odd_samplings_are_left_to_the_other_way() -> None:
    jpeg = KINDS["4:2:0"](astronaut())
    at = jpeg.index(b"\xff\xc0") + 4
    for place, value in ((at, b"\x0c"), (at + 1, b"\0\0"), (at + 10, b"\x32"), (at + 7, b"\x02"), (at + 5, b"\2")):
        assert jpeg_frame.read(jpeg[:place] + value + jpeg[place + len(value) :]) is None


def test_tables_of_16_bits_stay_and_the_picture_is_marked_as_extended() -> None:
    jpeg = KINDS["grey"](astronaut())
    at = jpeg.index(b"\xff\xdb")
    wide = b"\xff\xdb\0\x83\x10" + b"".join(bytes([0, value]) for value in jpeg[at + 5 : at + 69])
    jpeg = (jpeg[:at] + wide + jpeg[at + 69 :]).replace(b"\xff\xc0", b"\xff\xc1", 1)
    copy = covered(jpeg, HIDDEN)
    assert wide in copy
    assert b"\xff\xc1\0\x0b" in copy
    assert (changed_units(jpeg, copy) == under(jpeg, HIDDEN)).all()


def test_a_gain_map_goes_with_a_cover_and_the_result_says_so(tmp_path: Path) -> None:
    jpeg = named("jpeg-gain-map-both").data
    result = result_of(jpeg, tmp_path, Box(0, 0, 8, 8))
    assert result.outcome == Outcome.CLEANED
    assert result.reason == "Its HDR gain map was left out."
    assert result.target is not None
    assert result.target.read_bytes().count(b"\xff\xd8\xff") == 1


def test_a_very_wide_picture_is_covered() -> None:
    wide = Image.new("RGB", (65_500, 9), "white")
    wide.paste("red", (60_000, 0, 60_100, 9))
    jpeg = encoded(wide, "JPEG")
    copy = covered(jpeg, Box(59_980, 0, 140, 9))
    assert (shown(copy) > 200).all()


def test_extreme_coefficients_do_not_stop_the_cover() -> None:
    noise = np.random.default_rng(5).choice([0, 255], (120, 160, 3)).astype(np.uint8)
    jpeg = encoded(Image.fromarray(noise), "JPEG", quality=100, subsampling=0)
    copy = covered(jpeg, HIDDEN)
    assert (changed_units(jpeg, copy) == under(jpeg, HIDDEN)).all()
    assert all((np.abs(plane) <= 1024 * 2).all() for plane in blocks(copy))


def test_what_a_killed_program_left_is_deleted_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jpeg_blocks, "_IN_MEMORY", tmp_path)
    old, new, other = (tmp_path / name for name in ("lenscap-cover-old", "lenscap-cover-new", "somebody-else"))
    for folder in (old, new, other):
        folder.mkdir()
        (folder / "written.jpg").write_bytes(b"a picture")
    for folder in (old, other):
        os.utime(folder, (0, 0))
    (tmp_path / "lenscap-cover-link").symlink_to(other)
    with jpeg_blocks._folder(1) as made:
        assert Path(made).parent == tmp_path
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"lenscap-cover-link", "lenscap-cover-new", "somebody-else"}
    assert (other / "written.jpg").exists()
