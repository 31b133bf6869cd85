"""JPEG XL: what its boxes and headers hide, which way up it is shown, and where its picture ends."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial
from pathlib import Path

import brotli
import pytest
from PIL import Image

from lenscap import media
from lenscap.errors import LenscapError, MalformedError, UnsupportedError
from lenscap.formats import jxl
from lenscap.model import Finding, Fresh, Kind, Layout, Looking, Outcome, Role
from lenscap.pipeline import clean, inspect
from lenscap.policy import PRESETS
from tests.formats import cleaning
from tests.samples import canary, exif, icc, jpeg, named, samples
from tests.samples.jxl import MARK, TYPE, box, boxes, exif_box, packed, parts, reconstruction, whole
from tests.samples.jxl_bits import Frame, Head, Writer, codestream, frame, size_fields
from tests.samples.picture import picture
from tests.samples.sample import Part, Sample

PLAIN = codestream([frame()])
cleaned = partial(cleaning.cleaned, cleaning.container("JPEG XL"))
SECRET = canary("formats-jxl")


def read(data: bytes, deep: bool = True) -> Layout:
    return jxl.read(memoryview(data), deep)


def file(*rest: bytes) -> bytes:
    return MARK + TYPE + b"".join(rest)


def told(data: bytes, folder: Path) -> list[Finding]:
    """What is found in a file."""
    path = folder / "a.jxl"
    path.write_bytes(data)
    return [finding for finding in inspect(path).findings if finding.where != "File name"]


@pytest.mark.parametrize("sample", [each for each in samples() if each.format == "JPEG XL"], ids=str)
def test_the_size_is_that_of_the_upright_picture(sample: Sample) -> None:
    layout = read(sample.data)
    assert layout.size == media.header(sample.data).size
    assert layout.size in ((96, 64), (64, 96))
    assert layout.exif is None
    assert layout.frames == sample.frames


def test_the_exif_does_not_turn_the_picture(tmp_path: Path) -> None:
    lying = file(exif_box(exif.simple("<", "jxl-lying", 6)).data, whole(PLAIN))
    (tmp_path / "a.jxl").write_bytes(lying)
    assert inspect(tmp_path / "a.jxl").size == (96, 64)
    result = clean(tmp_path / "a.jxl", tmp_path / "b.jxl", PRESETS["metadata"])
    assert result.outcome == Outcome.CLEANED
    assert (tmp_path / "b.jxl").read_bytes() == file(whole(PLAIN))
    before, after = (media.upright((tmp_path / name).read_bytes()).tobytes() for name in ("a.jxl", "b.jxl"))
    assert before == after


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_header_turns_the_picture(orientation: int) -> None:
    turned, upright = (codestream([frame(lossless=True)], Head(number)) for number in (orientation, 1))
    assert media.stored(turned).tobytes() == media.turned(media.stored(upright), orientation).tobytes()
    assert read(turned).size == media.stored(turned).size


def test_a_bare_codestream_stays_bare_unless_something_is_put_in() -> None:
    assert cleaned(PLAIN + SECRET) == PLAIN
    tiff, packet = exif.orientation_only(1), b"<x:xmpmeta/>"
    with_both = cleaned(PLAIN, Fresh(exif=tiff, xmp=packet))
    assert [kind for kind, _ in boxes(with_both)] == [b"JXL ", b"ftyp", b"Exif", b"xml ", b"jxlc"]
    image = Image.open(io.BytesIO(with_both))
    assert image.info["exif"] == tiff
    assert image.tobytes() == media.stored(PLAIN).tobytes()
    assert cleaned(with_both) == file(whole(PLAIN))


def test_a_level_stays_and_what_is_put_in_stands_behind_it() -> None:
    level = box(b"jxll", b"\12")
    copy = cleaned(file(level, box(b"free", SECRET), whole(PLAIN)), Fresh(xmp=b"<x/>"))
    assert copy == file(level, box(b"xml ", b"<x/>"), whole(PLAIN))
    assert cleaned(file(box(b"free", SECRET), level, whole(PLAIN), level)) == file(level, whole(PLAIN))
    assert cleaned(file(box(b"jxll", b"\77"), whole(PLAIN))) == file(whole(PLAIN))


def test_parts_stay_parts_in_their_order() -> None:
    cut = parts(PLAIN, 4, 700)
    between = [data + box(b"free", SECRET) for _, data in boxes(cut)]
    assert cleaned(file(*between)) == file(cut)
    assert cleaned(file(parts(PLAIN + SECRET, 4, len(PLAIN)))) == file(parts(PLAIN, 4))


@pytest.mark.parametrize("name", ["", "a", "fifteen letters", "sixteen letters!", "x" * 47])
def test_a_header_without_a_name_is_as_if_there_had_been_none(name: str) -> None:
    with_name = codestream([replace(frame(), name=name.encode())], Head(orientation=7))
    without = codestream([frame()], Head(orientation=7))
    assert cleaned(with_name) == without
    alpha = frame(alpha=True)
    assert cleaned(codestream([alpha], Head(channel=name.encode()))) == codestream([alpha], Head())


def test_names_times_and_extensions_are_told_and_go(tmp_path: Path) -> None:
    film = [replace(frame(), duration=2, timecode=0x01020304, last=False, name=b"Lisbon"), frame(shift=90)]
    film[1] = replace(film[1], duration=2, extension=SECRET)
    data = codestream(film, Head(animated=True, extension=b"Hidden words here"))
    found = told(data, tmp_path)
    assert {each.where for each in found} == {"JPEG XL layer name", "JPEG XL time code", "JPEG XL extension"}
    assert any("“Lisbon”" in each.tells for each in found)
    plain = [replace(each, timecode=0, name=b"", extension=b"") for each in film]
    assert cleaned(data) == codestream(plain, Head(animated=True))


def test_a_preview_goes_with_the_bits_that_tell_of_it() -> None:
    assert cleaned(codestream([frame()], Head(preview=frame(shift=90)))) == codestream([frame()], Head())


def test_compressed_boxes_are_read(tmp_path: Path) -> None:
    part = exif.full("<", "jxl-packed")
    data = file(packed(b"Exif", part._replace(data=bytes(4) + part.data)).data, whole(PLAIN))
    plain = file(exif_box(part).data, whole(PLAIN))
    assert [each.tells for each in told(data, tmp_path)] == [each.tells for each in told(plain, tmp_path)]


def test_no_more_is_unpacked_than_there_is_room_for() -> None:
    bomb = box(b"brob", b"ABCD" + brotli.compress(bytes(40 << 20)))
    sizes = [len(payload.data) for payload in read(file(bomb * 3, whole(PLAIN))).payloads]
    assert sizes[:2] == [40 << 20, 24 << 20]
    assert sizes[2] < 1000


def test_the_jpeg_that_it_can_give_back_goes(tmp_path: Path) -> None:
    stream, again = reconstruction(jpeg.splice(jpeg.plain(), jpeg.Parts()))
    (finding,) = told(file(again, whole(stream)), tmp_path)
    assert (finding.kind, finding.where) == ("history", "JPEG reconstruction data")
    assert cleaned(file(again, whole(stream))) == file(whole(stream))


def test_a_gain_map_is_told_as_a_picture_and_goes(tmp_path: Path) -> None:
    (finding,) = told(file(box(b"jhgm", bytes(9) + PLAIN), whole(PLAIN)), tmp_path)
    assert (finding.kind, finding.where) == ("preview", "Gain map")
    assert cleaned(file(whole(PLAIN), box(b"jhgm", PLAIN))) == file(whole(PLAIN))


@pytest.mark.parametrize("profile", [icc.plain(), icc.private("jxl").data, icc.localised("jxl").data])
def test_the_profile_is_the_one_that_other_programs_see(profile: bytes) -> None:
    data = codestream([frame(True)], Head(profile=profile))
    assert read(data).icc == profile == Image.open(io.BytesIO(data)).info["icc_profile"]


def test_a_profile_that_tells_something_cannot_go_so_there_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "a.jxl").write_bytes(codestream([frame(True)], Head(profile=icc.private("jxl").data)))
    result = clean(tmp_path / "a.jxl", tmp_path / "b.jxl", PRESETS["metadata"])
    assert result.outcome == Outcome.REFUSED
    assert result.reason
    assert "(Colour profile" in result.reason
    assert not (tmp_path / "b.jxl").exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (file(box(b"jxlp", b"\0\0\0\1" + PLAIN)), "not in order"),
        (file(box(b"free", b"")), "ends before its picture begins"),
        (file(whole(b"\x89PNG")), "does not begin as one does"),
        (PLAIN[:-1], "ends too early"),
        (PLAIN[:9], "ends too early"),
        (codestream([Frame(b"")]), "frames is empty"),
        (file(whole(PLAIN[:2] + b"\xff" * 99)), "picture"),
    ],
)
def test_what_makes_no_sense_is_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(LenscapError, match=sentence):
        read(data)


def test_the_metadata_of_a_damaged_picture_is_told(tmp_path: Path) -> None:
    data = file(exif_box(exif.full("<", "jxl-damaged")).data, whole(PLAIN[:40]))
    assert any("CANARY" in finding.tells for finding in told(data, tmp_path))


def test_bits_between_the_parts_of_a_header_are_zeros() -> None:
    header = Writer().put((0xFF, 8), (0x0A, 8), *size_fields(), (1, 1), (1, 1))
    padding = header.put((1, 1)).done() + frame().body
    with pytest.raises(MalformedError, match="bits between"):
        read(padding)


def test_a_picture_that_claims_to_be_huge_is_not_decoded(tmp_path: Path) -> None:
    fields = [(0, 1), (2, 2), (60_000, 18), (0, 3), (2, 2), (60_000, 18), (1, 1), (1, 1)]
    stream = Writer().put((0xFF, 8), (0x0A, 8), *fields).done() + PLAIN[4:]
    for data in (stream, file(whole(stream)), file(parts(stream, 1, 3))):
        with pytest.raises(UnsupportedError, match="60,001 × 60,001 pixels"):
            media.header(data)


def test_faces_are_not_sought_in_one_frame_of_many(tmp_path: Path) -> None:
    (tmp_path / "a.jxl").write_bytes(named("jxl-animated").data)
    with pytest.raises(UnsupportedError, match="only one of its 3 frames"):
        inspect(tmp_path / "a.jxl", Looking("fast"))


def test_a_damaged_picture_is_a_sentence_for_the_decoder() -> None:
    with pytest.raises(MalformedError, match="damaged or incomplete"):
        media.stored(PLAIN[:400])


def test_an_offset_in_the_exif_is_followed() -> None:
    part = exif_box(Part("", exif.simple("<", "jxl-offset").data), SECRET)
    payloads = {payload.vocabulary: bytes(payload.data) for payload in read(file(part.data, whole(PLAIN))).payloads}
    assert payloads == {"unknown": SECRET, "exif": exif.simple("<", "jxl-offset").data}


def test_other_sizes_are_read_as_other_programs_do() -> None:
    for width, height in ((1, 1), (7, 300), (256, 256), (1000, 300), (300, 200), (161, 90), (2050, 40)):
        data = io.BytesIO()
        picture(width, height).save(data, "JXL", quality=60, effort=1)
        layout = read(data.getvalue())
        assert layout.size == (width, height)
        assert layout.blocks[-1].end == len(data.getvalue())
        assert layout.blocks[-1].role == Role.PIXELS


@pytest.mark.parametrize("prefix", [b"", b"Exif\0\0"])
def test_exif_without_the_number_before_it_is_read_too(prefix: bytes, tmp_path: Path) -> None:
    part = exif.simple("<", "jxl-bare-exif", 1)
    (tmp_path / "a.jxl").write_bytes(file(box(b"Exif", prefix + part.data), whole(PLAIN)))
    assert any(each.where == "Exif" and each.kind == Kind.NAME for each in inspect(tmp_path / "a.jxl").findings)
