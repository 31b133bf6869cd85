"""HEIF and AVIF: which items stay, where they are put, and what is told of those that go."""

from __future__ import annotations

import struct
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from lenscap import media
from lenscap.errors import LenscapError, MalformedError, UnsupportedError
from lenscap.formats import HEAD, avif, heif, recognise
from lenscap.metadata import auxiliary
from lenscap.model import PICTURE, Finding, Fresh, Layout, Outcome, Size
from lenscap.pipeline import clean, inspect
from lenscap.policy import PRESETS
from tests.formats import cleaning
from tests.oracle.exiftool import Tag, _ask, needs_exiftool
from tests.samples import canary, exif, icc, named
from tests.samples.heif import (
    IN_IDAT,
    MATTE,
    File,
    Item,
    Property,
    Reference,
    build,
    coded,
    decoded,
    heic,
    taken_apart,
    with_items,
)  # fmt: skip
from tests.samples.heif import avif as avif_file
from tests.samples.heif_samples import SEI, in_item, liked, mapped, message, nal, thumbnail
from tests.samples.heif_samples import auxiliary as auxiliary_item
from tests.samples.trailers import box

cleaned = partial(cleaning.cleaned, cleaning.container("HEIF"))
FORMS = pytest.mark.parametrize("base", [heic("alpha"), avif_file("alpha")], ids=["heif", "avif"])


def read(file: File, deep: bool = True) -> Layout:
    return heif.read(memoryview(build(file)), deep)


def told(file: File) -> dict[str, bytes]:
    """What goes, by where it was."""
    return {payload.where: bytes(payload.data) for payload in read(file).payloads}


def kinds(data: bytes) -> dict[int, bytes]:
    """The items of a file, by their numbers."""
    return {item.number: item.kind for item in taken_apart(data).items}


@pytest.mark.parametrize(
    ("brands", "container"),
    [
        (b"heic\0\0\0\0mif1heic", heif), (b"mif1\0\0\0\0mif1heic", heif), (b"avif\0\0\0\0avifmif1", avif),
        (b"mif1\0\0\0\0mif1avif", avif), (b"mif1\0\0\0\0mif1avifheic", heif), (b"heic\0\0\0\0mif1avif", heif),
        (b"avis\0\0\0\0avifmsf1", avif),
    ],
)  # fmt: skip
def test_a_file_is_known_by_its_brands(brands: bytes, container: object) -> None:
    assert recognise((box(b"ftyp", brands) + bytes(HEAD))[:HEAD]) is container


@pytest.mark.parametrize("brands", [b"crx \0\0\0\1crx isom", b"qt  \0\0\0\0qt  ", b"jxl \0\0\0\0jxl "])
def test_a_file_of_another_kind_is_none_of_these(brands: bytes) -> None:
    head = (box(b"ftyp", brands) + bytes(HEAD))[:HEAD]
    assert not heif.recognises(head)
    assert not avif.recognises(head)


@pytest.mark.parametrize("name", ["heif-turned", "heif-cut", "heif-odd", "heif-grid-idat"])
def test_the_size_is_that_of_the_picture_as_shown(name: str) -> None:
    layout = heif.read(memoryview(named(name).data))
    assert layout.size == decoded(named(name).data).size
    assert layout.exif is None


def test_what_was_cut_off_a_picture_and_is_still_in_it_is_said(tmp_path: Path) -> None:
    source = tmp_path / "cut.heic"
    source.write_bytes(named("heif-cut").data)
    whole = Size(96, 64)
    result = clean(source, tmp_path / "copy.heic", PRESETS["metadata"])
    for report in (result.before, result.after):
        assert report is not None
        [said] = [each.tells for each in report.findings if each.where == PICTURE]
        assert said.startswith(f"{whole.width * whole.height - 48 * 64:,} pixels that were cut off")
    source.write_bytes(named("heif-turned").data)
    assert not [each for each in inspect(source).findings if "cut off" in each.tells]


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("mirror", [None, 0, 1])
def test_a_turned_avif_is_seen_as_it_is_shown(turn: int, mirror: int | None) -> None:
    more = () if mirror is None else (Property(b"imir", bytes([mirror]), True),)
    data = build(liked(avif_file(), Property(b"irot", bytes([turn]), True), *more))
    seen, copied = media.upright(data, 1), media.upright(cleaned(data), 1)
    expected = decoded(build(avif_file())).rotate(90 * turn, expand=True)
    if mirror is not None:
        expected = expected.transpose(Image.Transpose.FLIP_LEFT_RIGHT if mirror else Image.Transpose.FLIP_TOP_BOTTOM)
    assert heif.read(memoryview(data)).size == seen.size == expected.size
    assert seen.tobytes() == copied.tobytes() == expected.convert("RGB").tobytes()


@FORMS
def test_the_list_of_items_is_written_before_the_pictures(base: File) -> None:
    copies = {cleaned(build(base._replace(last=last, width=width))) for last in (False, True) for width in (4, 8)}
    assert len(copies) == 1
    copy = copies.pop()
    assert copy.index(b"meta") < copy.index(b"mdat")
    assert decoded(copy).tobytes() == decoded(build(base)).tobytes()


@FORMS
def test_pictures_that_are_parts_of_another_item_are_taken_out_of_it(base: File) -> None:
    copy = cleaned(build(in_item(base, "formats-heif").file))
    assert canary("formats-heif") not in copy
    assert decoded(copy).tobytes() == decoded(build(base)).tobytes()


@FORMS
def test_two_items_may_be_the_same_bytes(base: File) -> None:
    item = base.items[0]
    data = bytearray(build(with_items(base, [item._replace(number=9)])))
    at = data.index(b"iloc") + 12
    data[at + 2 * 20 + 8 : at + 2 * 20 + 20] = data[at + 8 : at + 20]
    copy = cleaned(bytes(data))
    assert copy.count(item.data) == 1
    assert [each.data for each in taken_apart(copy).items].count(item.data) == 2


def test_thumbnails_depth_maps_and_mattes_go_and_gain_maps_stay() -> None:
    for name in ("thumbnail", "depth", "matte", "hidden-picture", "unknown-auxiliary", "thumbnail-of-tiles"):
        assert kinds(cleaned(named(f"heif-{name}").data)) == {1: b"hvc1"}
    assert kinds(cleaned(named("heif-gain-map").data)) == {1: b"hvc1", 44: b"hvc1"}
    copy = cleaned(named("heif-tone-mapped").data)
    assert kinds(copy) == {1: b"hvc1", 2: b"tmap", 3: b"hvc1"}
    assert struct.pack(">IIII", 99, 2, 2, 1) in copy[copy.index(b"altr") :]


def test_a_gain_map_of_an_unknown_kind_is_refused() -> None:
    file = mapped()
    base, tone, gain = file.items
    items = base, tone._replace(data=b"\0\0\1" + tone.data[3:]), gain
    with pytest.raises(UnsupportedError, match="gain map of a kind"):
        read(file._replace(items=items))


def test_a_thumbnail_that_is_the_picture_stays() -> None:
    """As some programs write it, the wrong way round."""
    small, _ = thumbnail("formats-heif")
    file = with_items(heic(), [small._replace(hidden=False)], [Reference(b"thmb", 1, (40,))])
    assert kinds(cleaned(build(file))) == {1: b"hvc1", 40: b"hvc1"}
    assert decoded(cleaned(build(file))).tobytes() == decoded(build(file)).tobytes()


def test_what_goes_is_told() -> None:
    expected = {
        "Exif", "XMP", "Thumbnail", "Auxiliary picture", "Motion clip", "HEIF handler", "HEIF udes", "HEIF item name",
        "Between the pictures", "In the compressed picture", "Content credentials", "Behind the picture",
    }  # fmt: skip
    payloads = heif.read(memoryview(named("heif-everything").data)).payloads
    assert expected <= {payload.where for payload in payloads}


def test_nothing_is_told_of_a_copy() -> None:
    for name in ("heif-everything", "avif-everything", "heif-tone-mapped", "heif-gain-map"):
        assert heif.read(memoryview(cleaned(named(name).data)), True).payloads == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [(b"urn:mpeg:hevc:2015:auxid:2", "depth map"), (MATTE, "outline of a person"), (b"urn:x", "“urn:x”")],
)
def test_auxiliary_pictures_tell_what_they_are(name: bytes, words: str) -> None:
    file = with_items(heic(), [auxiliary_item(name, 42)], [Reference(b"auxl", 42, (1,))])
    (finding,) = auxiliary.read(told(file)["Auxiliary picture"], "")
    assert isinstance(finding, Finding)
    assert words in finding.tells


def test_messages_to_the_decoder_go_unless_they_are_about_brightness() -> None:
    item = heic().items[0]
    graded, secret = nal(SEI, b"\x90\4\0\x64\0\x32\x80"), nal(SEI, message("formats-heif"))
    both = nal(SEI, b"\x90\4\0\x64\0\x32" + message("formats-heif"))
    copy = cleaned(build(heic()._replace(items=(item._replace(data=graded + secret + both + item.data),))))
    assert taken_apart(copy).items[0].data == graded + item.data


def test_text_in_the_setup_of_a_decoder_is_refused() -> None:
    item = heic().items[0]
    for kind in (33, 34):
        unit = nal(kind, canary("formats-heif"))
        with pytest.raises(MalformedError, match="text in it where only numbers"):
            read(heic()._replace(items=(item._replace(data=unit + item.data),)))
        setup, *rest = item.has
        body = setup.body[:22] + bytes([setup.body[22] + 1]) + setup.body[23:] + bytes([kind, 0, 1]) + unit[2:]
        more = (setup._replace(body=body), *rest)
        with pytest.raises(MalformedError, match="text in it where only numbers"):
            read(heic()._replace(items=(item._replace(has=more),)))


@pytest.mark.parametrize(("kind", "refused"), [(b"udes", False), (b"cmin", False), (b"zzzz", True), (b"iscl", True)])
def test_what_is_essential_and_unknown_is_refused(kind: bytes, refused: bool) -> None:
    file = liked(heic(), Property(kind, bytes(4) + canary("formats-heif"), True))
    if refused:
        with pytest.raises(UnsupportedError, match=kind.decode()):
            read(file)
    else:
        assert canary("formats-heif") not in cleaned(build(file))


@FORMS
def test_fresh_metadata_is_read_by_others(base: File) -> None:
    tiff, packet = exif.orientation_only(1), b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    copy = cleaned(build(base), Fresh(tiff, packet))
    image = Image.open(BytesIO(copy))
    assert image.info["exif"].removeprefix(b"Exif\0\0") == tiff
    assert image.info["xmp"].rstrip(b"\0") == packet
    assert cleaned(copy, Fresh(tiff, packet)) == copy
    assert cleaned(copy) == cleaned(build(base))


@needs_exiftool
def test_the_witness_reads_fresh_metadata(tmp_path: Path) -> None:
    tiff = exif.simple("<", "formats-heif")
    path = tmp_path / "fresh.heic"
    path.write_bytes(cleaned(build(heic()), Fresh(tiff.data)))
    tags: list[Tag] = _ask([path])[path]
    assert ("IFD0", tiff.canaries[0].decode()) in [(tag.group, tag.value) for tag in tags]


@FORMS
def test_a_profile_is_replaced_or_left_out(base: File) -> None:
    item = base.items[0]
    profile = Property(b"colr", b"prof" + icc.private("formats").data)
    file = base._replace(items=(item._replace(has=(*item.has, profile)), *base.items[1:]))
    assert heif.read(memoryview(cleaned(build(file), Fresh(icc=icc.plain())))).icc == icc.plain()
    assert heif.read(memoryview(cleaned(build(file), Fresh(icc=b"")))).icc is None
    assert b"prof" not in cleaned(build(file), Fresh(icc=b""))


@pytest.mark.parametrize(("profile", "is_fine"), [(icc.plain(), True), (icc.private("formats").data, False)])
def test_another_picture_with_a_profile_of_its_own(profile: bytes, is_fine: bool, tmp_path: Path) -> None:
    other = coded(heic("other"), 41)
    other = other._replace(has=(*other.has, Property(b"colr", b"prof" + profile)))
    path = tmp_path / "pages.heic"
    path.write_bytes(build(with_items(heic(), [other])))
    result = clean(path, tmp_path / "copy.heic", PRESETS["metadata"])
    assert (result.outcome == Outcome.CLEANED) == is_fine
    assert is_fine or "Colour profile of another picture" in str(result.reason)


def test_a_list_that_is_as_we_write_it_stays_as_it_is() -> None:
    copy = cleaned(named("heif-everything").data)
    assert {block.role for block in heif.read(memoryview(copy)).blocks} == set(cleaning.NEEDED)
    for behind in (box(b"ftyp", b""), box(b"mdat", b""), box(b"free", b"")):
        assert cleaned(copy + behind) == copy


@pytest.mark.parametrize("at", [4, 20, 60])
def test_a_picture_that_lies_over_another_is_refused(at: int) -> None:
    file = with_items(heic(), [coded(heic("other"), 9)])
    data = bytearray(build(file))
    place = data.index(b"iloc") + 12 + 20 + 12
    start = int.from_bytes(data[place : place + 4], "big")
    data[place : place + 4] = (start - at).to_bytes(4, "big")
    with pytest.raises(LenscapError):
        heif.read(memoryview(data))


def test_an_overlay_keeps_its_numbers_and_nothing_else() -> None:
    body = (
        bytes(2) + struct.pack(">4H", 0, 0, 0, 65535) + struct.pack(">HH", 96, 64) + struct.pack(">4h", 0, 0, 10, -10)
    )
    overlay = Item(1, b"iovl", body + canary("formats-heif"), (heic().items[0].has[2],), method=IN_IDAT)
    parts = (coded(heic(), 2)._replace(hidden=True), coded(heic("small"), 3)._replace(hidden=True))
    file = heic()._replace(items=(overlay, *parts), references=(Reference(b"dimg", 1, (2, 3)),))
    copy = cleaned(build(file))
    assert taken_apart(copy).items[0].data == body
    assert read(file).size == Size(96, 64)
    assert decoded(copy).tobytes() == decoded(build(file)).tobytes()
