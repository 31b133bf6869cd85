"""HDR gain maps of JPEGs: which stay, and what is written of them."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from lenscap.formats import gain_map, jpeg
from lenscap.model import PICTURE, Box, Edits, Fresh, Kind, Outcome, Result, Role
from lenscap.pipeline import clean, inspect
from lenscap.policy import PRESETS, Fate, fate
from tests.oracle.exiftool import needs_exiftool
from tests.samples import Sample, canary, exif, jpeg_parts, samples
from tests.samples.gain_maps import NUMBERS, THREE, Pair, announcement, grey, iso_numbers, kept, numbers
from tests.samples.jpeg import SOS, plain

KEPT = [sample for sample in samples() if sample.name.startswith("jpeg-gain-map-")]
GONE = [sample for sample in samples() if sample.name.startswith("jpeg-no-gain-map-")]


def cleaned(sample: Sample, folder: Path, policy: str = "metadata", edits: Edits | None = None) -> tuple[Result, bytes]:
    source = folder / "photo.jpg"
    source.write_bytes(sample.data)
    wish = PRESETS[policy]
    wish = replace(wish, edits={source.name: edits}) if edits else wish
    result = clean(source, folder / "copies" / source.name, wish)
    assert result.target is not None, result.reason
    return result, result.target.read_bytes()


def behind(data: bytes) -> bytes:
    """The second picture, where the multi-picture index says that it lies, to the end of the file."""
    base = data.index(b"MPF\0") + 4
    start, length = (int.from_bytes(data[base + at : base + at + 4]) for at in (50 + 16 + 8, 50 + 16 + 4))
    assert base + start + length == len(data)
    return data[base + start :]


def small(sample: Sample) -> bytes:
    """The map of a sample, put together from its pieces: what stands behind the last scan before its frame."""
    frame = max(number for number, piece in enumerate(sample.keeps) if piece[1] in (0xC0, 0xC2))
    before = max(number for number, piece in enumerate(sample.keeps[:frame]) if piece[1] == SOS)
    return b"".join([b"\xff\xd8", *sample.keeps[before + 1 :], b"\xff\xd9"])


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).tobytes()


@pytest.mark.parametrize("sample", KEPT, ids=str)
def test_the_index_leads_to_a_map_with_the_same_pixels(sample: Sample, tmp_path: Path) -> None:
    _, copy = cleaned(sample, tmp_path)
    second = behind(copy)
    assert second[:2] == b"\xff\xd8"
    assert second[-2:] == b"\xff\xd9"
    assert pixels(second) == pixels(small(sample))
    assert f'Item:Length="{len(second)}"'.encode() in copy or b"hdrgm" not in second


@pytest.mark.parametrize("sample", KEPT, ids=str)
def test_the_map_is_told_and_stays(sample: Sample, tmp_path: Path) -> None:
    result, _ = cleaned(sample, tmp_path)
    for report in (result.before, result.after):
        assert report is not None
        (told,) = [finding for finding in report.findings if finding.where == PICTURE]
        assert told.kind is Kind.PREVIEW
        assert "gain map" in told.tells
        assert fate(told, PRESETS["metadata"]) is Fate.STAYS
    assert result.after is not None
    assert {finding.kind for finding in result.after.findings} == {Kind.PREVIEW}


@pytest.mark.parametrize("sample", GONE, ids=str)
def test_what_is_no_gain_map_goes_and_is_told(sample: Sample, tmp_path: Path) -> None:
    result, copy = cleaned(sample, tmp_path)
    assert copy == plain()
    assert result.before is not None
    assert any(finding.kind is Kind.PREVIEW and finding.where != PICTURE for finding in result.before.findings)


@pytest.mark.parametrize("sample", KEPT, ids=str)
def test_nothing_of_the_map_stays_when_a_part_is_covered(sample: Sample, tmp_path: Path) -> None:
    result, copy = cleaned(sample, tmp_path, "faces", Edits(cover=(Box(20, 20, 20, 20),)))
    assert result.covered == 1
    assert result.reason is not None
    assert result.reason.endswith("Its HDR gain map was left out.")
    assert copy.count(b"\xff\xd8\xff") == 1
    assert not any(word in copy for word in (b"MPF\0", b"hdr-gain-map", b"21496", b"GainMap"))
    assert result.after is not None
    assert result.after.findings == ()


def test_faces_without_a_face_keeps_the_map(tmp_path: Path) -> None:
    result, copy = cleaned(KEPT[0], tmp_path, "faces")
    assert result.covered == 0
    assert pixels(behind(copy)) == pixels(grey())


def test_a_damaged_map_goes(tmp_path: Path) -> None:
    sample = KEPT[0]
    scan = sample.keeps[-1]
    broken = replace(sample, data=sample.data.replace(scan, scan[:-6] + b"\xff\x02" + scan[-4:]))
    _, copy = cleaned(broken, tmp_path)
    assert copy == plain()


def test_what_a_policy_keeps_stands_beside_the_directory(tmp_path: Path) -> None:
    place = "gain-location"
    gps = jpeg_parts.exif_segment(exif.full("<", f"{place}-exif"))
    sample = kept("location", plain(), grey(), Pair([gps, announcement(place)], [numbers(f"{place}-numbers")]))
    result, copy = cleaned(sample, tmp_path, "location")
    assert canary(f"{place}-creator") in copy
    assert canary(f"{place}-city") not in copy
    assert copy.count(b"http://ns.adobe.com/xap/1.0/\0") == 2
    assert b'Item:Semantic="GainMap"' in copy
    again = clean(result.target or tmp_path, tmp_path / "again" / "photo.jpg", PRESETS["location"])
    assert again.outcome is Outcome.ALREADY_CLEAN


def test_what_the_map_says_of_its_maker_is_never_said_of_the_picture(tmp_path: Path) -> None:
    own = jpeg_parts.exif_segment(exif.full("<", "gain-maker", 6))
    city = jpeg_parts.xmp("gain-maker-xmp")
    front = [city, announcement("gain-maker-front")]
    sample = kept("maker", plain(), grey(), Pair(front, [own, numbers("gain-maker-numbers")]))
    result, copy = cleaned(sample, tmp_path, "location")
    assert canary("gain-maker-artist") not in copy
    assert result.before is not None
    assert result.before.orientation == 1


def test_a_copy_is_read_as_nothing_but_the_picture(tmp_path: Path) -> None:
    for sample in KEPT:
        _, copy = cleaned(sample, tmp_path)
        layout = jpeg.read(memoryview(copy), True)
        assert {block.role for block in layout.blocks} <= {Role.STRUCTURE, Role.PIXELS, Role.COLOUR}
        assert [payload.vocabulary for payload in layout.payloads] == ["gain map"]


def test_one_more_byte_in_what_we_write_is_noticed(tmp_path: Path) -> None:
    _, copy = cleaned(next(sample for sample in KEPT if sample.name.endswith("both")), tmp_path)
    for old, new in ((b'"1.0"', b"'1.0'"), (b"MM\0*", b"MM\0+"), (b"21496:-1\0\0\0\0\0", b"21496:-1\0\0\0\0\1")):
        assert old in copy
        changed = replace(KEPT[0], data=copy.replace(old, new, 1))
        result, again = cleaned(changed, tmp_path)
        assert again == copy
        assert result.outcome is Outcome.CLEANED


def test_what_we_write_may_not_stand_there_twice(tmp_path: Path) -> None:
    _, copy = cleaned(KEPT[0], tmp_path)
    at = copy.index(b"\xff\xe1")
    end = at + 2 + int.from_bytes(copy[at + 2 : at + 4])
    twice = replace(KEPT[0], data=copy[:end] + copy[at:end] + copy[end:])
    result, again = cleaned(twice, tmp_path)
    assert (again, result.outcome) == (copy, Outcome.CLEANED)


def test_a_policy_that_keeps_everything_may_write_beside_the_map() -> None:
    data = memoryview(KEPT[0].data)
    layout = jpeg.read(data)
    assert b"".join(jpeg.write(data, layout, lambda _: True, Fresh())) == data
    more = b"".join(jpeg.write(data, layout, lambda _: True, Fresh(exif=b"II*\0")))
    assert jpeg.read(memoryview(more)).exif == b"II*\0"


def _told(path: Path) -> dict[str, Any]:
    """What exiftool reads out of the map of a file."""
    program = shutil.which("exiftool") or ""
    options = ("-j", "-n", "-b", "-MPImage2")
    raw = subprocess.run([program, *options[2:], str(path)], capture_output=True, check=True).stdout
    inner = path.with_name("map.jpg")
    inner.write_bytes(raw)
    done = subprocess.run([program, *options[:2], "-XMP-hdrgm:all", str(inner)], capture_output=True, check=True)
    record: dict[str, Any] = json.loads(done.stdout)[0]
    return record


@needs_exiftool
def test_exiftool_reads_the_same_numbers(tmp_path: Path) -> None:
    sample = next(sample for sample in KEPT if sample.name.endswith("three-channels"))
    result, _ = cleaned(sample, tmp_path)
    assert result.target is not None
    told = _told(result.target)
    for name, value in (NUMBERS | THREE).items():
        if name == "BaseRenditionIsHDR":
            assert told[name] is False
        elif " " in value:
            assert told[name] == [float(each) for each in value.split()]
        else:
            assert told[name] == float(value)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("common", [False, True])
def test_the_numbers_in_binary_are_read_and_written(channels: int, common: bool) -> None:
    body = iso_numbers("any", channels, common=common).data[4 + 28 :]
    gains = gain_map.from_iso(body)
    assert gains is not None
    assert gains.high == round(round(2.65 * (1 << 20)) / (1 << 20) * 10**7)
    assert gain_map.from_iso(gain_map.to_iso(gains)) == gains
    assert len(gain_map.to_iso(gains)) == 5 + 16 + 40


@pytest.mark.parametrize("body", [b"", bytes(4), bytes(61), b"\0\1" + bytes(59), bytes(4) + b"\x40" + bytes(56)])
def test_numbers_in_binary_that_are_none_are_refused(body: bytes) -> None:
    assert gain_map.from_iso(body) is None


@pytest.mark.parametrize(
    "packet",
    [
        b"http://ns.adobe.com/hdr-gain-map/1.0/",
        b"<a xmlns='http://ns.adobe.com/hdr-gain-map/1.0/'>",
        b"\xff\xfe<a xmlns='http://ns.adobe.com/hdr-gain-map/1.0/'/>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><a xmlns='http://ns.adobe.com/hdr-gain-map/1.0/'>&b;</a>",
        b"<a xmlns='http://ns.adobe.com/hdr-gain-map/1.0/'>" + b"<a>" * 20_000 + b"</a>" * 20_001,
    ],
)
def test_a_packet_that_is_none_is_no_gain_map(packet: bytes) -> None:
    assert gain_map.from_xmp(packet) is None
    assert not gain_map.is_announced(packet)


def test_a_number_that_is_said_twice_is_none() -> None:
    packet = numbers("twice").data[4 + len(jpeg_parts.XMP_HEAD) :]
    assert gain_map.from_xmp(packet) is not None
    twice = packet.replace(b"</rdf:Description>", b"<hdrgm:Gamma>2</hdrgm:Gamma></rdf:Description>")
    assert gain_map.from_xmp(twice) is None


def test_an_inspection_tells_of_the_map(tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(KEPT[0].data)
    assert any("gain map" in finding.tells for finding in inspect(source).findings if finding.where == PICTURE)
