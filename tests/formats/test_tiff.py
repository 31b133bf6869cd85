"""TIFF: what a viewer needs of its directories, and where the data of a strip end."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from lenscap.binary.ifd import Tiff
from lenscap.errors import LenscapError, MalformedError, UnsupportedError
from lenscap.formats import recognise, tiff, tiff_lzw
from lenscap.metadata import exif as vocabulary
from lenscap.model import Finding, Fresh, Kind, Layout, Outcome, Role
from lenscap.pipeline import clean, inspect
from lenscap.policy import PRESETS
from tests.formats import cleaning
from tests.oracle.exiftool import needs_exiftool, private_tags
from tests.samples import Sample, canary, icc, samples, survivors
from tests.samples import tiff as maker
from tests.samples.exif import LONG, RATIONAL, SHORT, Field, numbers, raw
from tests.samples.picture import picture
from tests.samples.tiff import Sheet, sheet, text_field, whole
from tests.samples.tiff_samples import everything, kinds, odd_tiff_samples, rgb, thumbnail

SECRET = canary("formats-tiff")
cleaned = partial(cleaning.cleaned, cleaning.container("TIFF"))
ODD = list(odd_tiff_samples())
ALL = [*(sample for sample in samples() if sample.format == "TIFF"), *ODD]
every_odd_sample = pytest.mark.parametrize("sample", ODD, ids=str)


def read(data: bytes, deep: bool = True) -> Layout:
    return tiff.read(memoryview(data), deep)


def tags_of(data: bytes) -> dict[int, list[Any]]:
    """The numbers of the first directory."""
    found = Tiff(data)
    return {entry.tag: found.numbers(entry, 4000) for entry in found.directory(found.first).entries}


def shown(data: bytes) -> list[bytes]:
    """All pages, as the witness sees them that decodes them: tifffile, or Pillow."""
    with tifffile.TiffFile(io.BytesIO(data)) as file:
        try:
            return [page.asarray().tobytes() for page in file.pages if page.shape != (0, 0) and page.size]
        except (ValueError, ImportError):
            return [stored_strips(data)]


def stored_strips(data: bytes) -> bytes:
    """The strips, where no witness can decode them."""
    with tifffile.TiffFile(io.BytesIO(data)) as file:
        page = file.pages.first
        places = zip(page.dataoffsets, page.databytecounts, strict=True)
        return b"".join(data[start : start + length] for start, length in places)


@every_odd_sample
@pytest.mark.expects_log  # tifffile's, about the originals
@pytest.mark.filterwarnings("ignore")
def test_laws_0_to_5_hold_for_what_pillow_cannot_read(sample: Sample, tmp_path: Path) -> None:
    assert survivors(sample, sample.data) == sample.canaries
    blocks = read(sample.data).blocks
    assert (blocks[0].start, blocks[-1].end) == (0, len(sample.data))
    assert all(one.end == other.start for one, other in pairwise(blocks))
    for deep in (False, True):
        data = memoryview(sample.data)
        assert b"".join(tiff.write(data, read(sample.data, deep), lambda _: True, Fresh())) == sample.data
    source = tmp_path / "original.tif"
    source.write_bytes(sample.data)
    result = clean(source, tmp_path / "copies" / "copy.tif", PRESETS["metadata"])
    assert result.target, result.reason
    copy = result.target.read_bytes()
    assert survivors(sample, copy) == ()
    assert shown(copy) == shown(sample.data)
    again = clean(result.target, tmp_path / "again" / "copy.tif", PRESETS["metadata"])
    assert again.outcome == Outcome.ALREADY_CLEAN


@needs_exiftool
def test_the_oracle_sees_nothing_private_in_their_copies(tmp_path: Path) -> None:
    copies = []
    for sample in ODD:
        copies.append(tmp_path / f"{sample.name}.tif")
        copies[-1].write_bytes(cleaned(sample.data))
    assert {path: tags for path, tags in private_tags(copies).items() if tags} == {}


@pytest.mark.parametrize("sample", ALL, ids=str)
def test_frames_are_the_pages_without_small_copies_and_masks(sample: Sample) -> None:
    hidden = ("tiff-reduced-page",)
    assert read(sample.data).frames == (1 if sample.name in hidden else sample.frames)


@pytest.mark.parametrize("name", kinds())
def test_what_is_written_anew_is_the_same_picture_and_written_so_again(name: str) -> None:
    data = whole([kinds()[name].plus(text_field(0x13B, SECRET))])
    copy = cleaned(data)
    assert Image.open(io.BytesIO(copy)).tobytes() == Image.open(io.BytesIO(data)).tobytes()
    layout = read(copy)
    assert b"".join(tiff.write(memoryview(copy), layout, lambda block: block.role == Role.PIXELS, Fresh())) == copy


def test_a_copy_is_made_of_header_directories_values_and_strips() -> None:
    layout = read(cleaned(everything("formats").data))
    names = [block.name for block in layout.blocks if block.name != "padding"]
    assert names[:2] == ["header", "directory"]
    assert names[-6:] == ["picture"] * 6
    assert {block.role for block in layout.blocks} == set(cleaning.NEEDED)


def test_the_orientation_of_the_first_page_is_obeyed_and_stays_as_a_tag() -> None:
    for kind in (SHORT, LONG):
        data = whole([rgb().plus(numbers(274, kind, [6], "<"), text_field(0x13B, SECRET)), rgb()])
        exif = read(data).exif
        assert exif is not None
        assert vocabulary.orientation(exif) == 6
        assert tags_of(cleaned(data))[274] == [6]


def test_a_wrong_orientation_goes() -> None:
    assert 274 not in tags_of(cleaned(whole([rgb().plus(numbers(274, SHORT, [0x4343], "<"))])))


def test_fractions_keep_no_more_digits_than_anybody_needs() -> None:
    odd = Field(282, RATIONAL, b"CANARY-8", 1)
    plain = numbers(283, RATIONAL, [1_207_959_552, 16_777_216], "<")
    found = tags_of(cleaned(whole([rgb().plus(odd, plain)])))
    (near,) = found[282]
    assert near[1] <= 100_000
    exact = int.from_bytes(b"CANA", "little") / int.from_bytes(b"RY-8", "little")
    assert near[0] / near[1] == pytest.approx(exact, 1e-4)
    assert found[283] == [(1_207_959_552, 16_777_216)]


def test_the_spare_bytes_of_an_entry_go_and_are_told() -> None:
    data = bytearray(whole([rgb()]))
    (at,) = struct.unpack_from("<I", data, 4)
    entry = data.index(struct.pack("<HHI", 259, SHORT, 1), at)
    data[entry + 10 : entry + 12] = b"Eve"[:2]
    assert [bytes(payload.data) for payload in read(bytes(data)).payloads] == [b"Ev"]
    assert b"Ev" not in cleaned(bytes(data))[:300]


def test_curves_stay_and_texts_in_their_place_go() -> None:
    curve = numbers(301, SHORT, [number * 257 for number in range(256)] * 3, "<")
    assert tags_of(cleaned(whole([rgb().plus(curve, text_field(0x13B, SECRET))])))[301][:3] == [0, 257, 514]
    text = Field(301, SHORT, SECRET.ljust(1536, b"!"), 768)
    assert 301 not in tags_of(cleaned(whole([rgb().plus(text)])))


def test_a_thumbnail_is_told_and_what_it_says_does_not_become_what_the_picture_says(tmp_path: Path) -> None:
    small, _ = thumbnail("formats-tiff-small")
    source = tmp_path / "photo.tif"
    source.write_bytes(whole([rgb().plus(text_field(0x10E, b"A house")), small]))
    assert Kind.PREVIEW in [finding.kind for finding in inspect(source).findings]
    result = clean(source, tmp_path / "copies" / "photo.tif", PRESETS["location"])
    assert result.target
    told = [finding.tells for finding in inspect(result.target).findings]
    assert told[0] == "A description: “A house”"
    assert Kind.PREVIEW not in [finding.kind for finding in inspect(result.target).findings]


def test_what_a_policy_keeps_stands_in_the_directories_of_the_first_page(tmp_path: Path) -> None:
    for name in ("tiff-exif", "tiff-exif-big", "tiff-exif-big-endian"):
        source = tmp_path / f"{name}.tif"
        source.write_bytes(next(sample.data for sample in ALL if sample.name == name))
        result = clean(source, tmp_path / "copies" / source.name, PRESETS["location"])
        assert result.target, result.reason
        kept = [finding for finding in inspect(result.target).findings if finding.where != "File name"]
        assert {"Taken on 5 June 1987 at 04:03:21", "The satellites said 5 June 1987"} <= {each.tells for each in kept}
        assert not any(finding.kind == Kind.PLACE for finding in kept)


def test_a_profile_is_replaced_left_out_and_added() -> None:
    with_one = whole([rgb().plus(raw(34675, icc.plain())), rgb(shift=60)])
    assert read(cleaned(with_one)).icc == icc.plain()
    assert read(cleaned(with_one, Fresh(icc=b"x" * 300))).icc == b"x" * 300
    assert read(cleaned(with_one, Fresh(icc=b""))).icc is None
    assert read(cleaned(whole([rgb()]), Fresh(icc=icc.plain()))).icc == icc.plain()


def test_pages_with_different_profiles_are_refused() -> None:
    pages = [rgb().plus(raw(34675, icc.plain())), rgb(shift=60).plus(raw(34675, icc.private("formats-tiff").data))]
    with pytest.raises(UnsupportedError, match="different colour profiles"):
        read(whole(pages))


def test_long_values_of_many_pages_are_written_once() -> None:
    shared = rgb().plus(raw(34675, icc.plain()), text_field(0x13B, SECRET))
    copy = cleaned(whole([shared, shared, shared]))
    assert copy.count(icc.plain()) == 1
    image = Image.open(io.BytesIO(copy))
    for number in range(3):
        image.seek(number)
        assert image.info["icc_profile"] == icc.plain()


def test_a_missing_strip_stays_missing() -> None:
    page = rgb()._replace(strips=(rgb().strips[0], b"", *rgb().strips[2:]))
    copy = cleaned(whole([page.plus(text_field(0x13B, SECRET))]))
    assert tags_of(copy)[279] == [4608, 0, 4608, 4608]
    assert tags_of(copy)[273][1] == 0


def test_the_length_of_a_strip_that_is_not_compressed_is_known_without_being_told() -> None:
    page = sheet(picture())
    for lengths in ((), (numbers(279, LONG, [0], "<"),)):
        data = whole([page.without(279).plus(text_field(0x13B, SECRET), *lengths)])
        data = data if lengths else data.replace(struct.pack("<HHI", 279, LONG, 1), struct.pack("<HHI", 280, LONG, 1))
        assert cleaned(data).endswith(page.strips[0])
        assert tags_of(cleaned(data))[279] == [96 * 64 * 3]
    with pytest.raises(MalformedError, match="claims 0 bytes"):
        read(whole([sheet(picture(), compression="packbits").plus(numbers(279, LONG, [0], "<"))]))


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (rgb().plus(numbers(277, SHORT, [1], "<")), "fewer colours"),
        (rgb().plus(numbers(259, SHORT, [4], "<")), "as a fax"),
        (kinds()["ycbcr"].without(530).plus(numbers(530, SHORT, [2, 2], "<")), "do not fit its colours"),
        (rgb().plus(numbers(273, LONG, [0] * 4, "<"), numbers(279, LONG, [0] * 4, "<")), "no picture in it"),
    ],
)
def test_what_viewers_may_see_otherwise_is_refused(page: Sheet, sentence: str) -> None:
    with pytest.raises(MalformedError, match=sentence):
        read(whole([page]))


def test_a_lossless_stream_that_is_shorter_than_the_picture_is_copied_as_it_is() -> None:
    page = sheet(picture(), compression="tiff_adobe_deflate")._replace(strips=(zlib.compress(b"abc"),))
    assert cleaned(whole([page.plus(text_field(0x13B, SECRET))])).endswith(page.strips[0])


def _bits(codes: list[tuple[int, int]]) -> bytes:
    text = "".join(f"{code:0{width}b}" for code, width in codes)
    return int(text.ljust(-(-len(text) // 8) * 8, "0"), 2).to_bytes(-(-len(text) // 8), "big")


def test_the_end_of_an_lzw_stream_is_found() -> None:
    stream = _bits([(256, 9), (65, 9), (258, 9), (259, 9), (257, 9)])
    assert tiff_lzw.lzw_end(stream + SECRET, 6) == len(stream)
    assert tiff_lzw.lzw_end(stream, 9) == len(stream)
    with pytest.raises(MalformedError, match="more than the picture"):
        tiff_lzw.lzw_end(stream, 5)
    with pytest.raises(MalformedError, match="damaged"):
        tiff_lzw.lzw_end(_bits([(256, 9), (300, 9), (257, 9)]), 100)
    with pytest.raises(UnsupportedError, match="before TIFF"):
        tiff_lzw.lzw_end(b"\0\1" + stream, 100)


@pytest.mark.parametrize("length", [100, 5000, 300_000])
def test_the_end_of_what_libtiff_compressed_is_found(length: int) -> None:
    noise = np.random.default_rng(7).integers(0, 40, (length // 100, 100), np.uint8)
    for way in ("tiff_lzw", "packbits", "tiff_adobe_deflate"):
        page = sheet(Image.fromarray(noise), compression=way)
        longer = page._replace(strips=tuple(strip + SECRET for strip in page.strips))
        assert [block for block in read(whole([page])).blocks if block.role == Role.UNKNOWN] == []
        ends = [block.end - block.start for block in read(whole([longer])).blocks if block.role == Role.PIXELS]
        assert ends == [len(strip) for strip in page.strips]


def test_strips_with_their_bits_turned_around_are_understood() -> None:
    turned = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
    for way in ("tiff_lzw", "packbits", "tiff_adobe_deflate"):
        page = sheet(picture(), compression=way)
        strips = tuple((strip + SECRET).translate(turned) for strip in page.strips)
        data = whole([page.plus(numbers(266, SHORT, [2], "<"))._replace(strips=strips)])
        assert cleaned(data).endswith(strips[0][: -len(SECRET)])
        assert Image.open(io.BytesIO(cleaned(data))).tobytes() == picture().tobytes()


def test_rows_below_the_picture_go() -> None:
    page = sheet(picture())
    data = whole([page.plus(numbers(257, SHORT, [60], "<"), numbers(278, SHORT, [64], "<"))])
    copy = cleaned(data)
    assert copy.endswith(page.strips[0][: 60 * 96 * 3])
    assert len(copy) == len(data) - 4 * 96 * 3


def test_a_jpeg_that_is_higher_than_its_strip_is_refused() -> None:
    page = sheet(picture(), compression="jpeg").plus(numbers(257, SHORT, [32], "<"), numbers(278, SHORT, [32], "<"))
    with pytest.raises(MalformedError, match="more than the picture"):
        read(whole([page]))


@pytest.mark.parametrize("head", [b"II*\0\x10\0\0\0CR\2\0", b"II*\0\x08\0\0\0IIII"])
def test_raw_photos_are_known_by_their_first_bytes(head: bytes) -> None:
    data = head.ljust(200, b"\0")
    container = recognise(data)
    assert container
    assert container.NAME == "TIFF"
    with pytest.raises(UnsupportedError, match="raw photo"):
        read(data)


def test_a_picture_of_many_pages_is_read_in_time() -> None:
    page = sheet(picture(1, 1)).plus(text_field(0x13B, SECRET))
    layout = read(whole([page] * 3000))
    assert layout.frames == 3000
    assert SECRET not in cleaned(whole([page] * 3000))


def _told(data: bytes) -> Iterator[Finding]:
    for payload in read(data).payloads:
        if payload.vocabulary == "exif":
            yield from (
                item for item in vocabulary.read(bytes(payload.data), payload.where) if isinstance(item, Finding)
            )


def test_the_tags_of_pages_are_told_by_their_number() -> None:
    pages = [rgb(), rgb().plus(text_field(0x13B, SECRET))]
    assert [(finding.kind, finding.where) for finding in _told(whole(pages))] == [(Kind.NAME, "TIFF page 2")]


def test_nothing_is_told_of_a_picture_without_metadata() -> None:
    for page in kinds().values():
        assert read(whole([page])).payloads == ()


def test_cuts_at_every_place_give_a_sentence_or_a_clean_copy() -> None:
    data = maker.whole([Sheet(rgb().fields, rgb().strips).plus(text_field(0x13B, SECRET))])
    for end in range(0, len(data), 11):
        with suppress(LenscapError):
            assert SECRET not in cleaned(data[:end])
