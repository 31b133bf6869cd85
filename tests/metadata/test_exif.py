"""Exif: what is told, what is not worth telling, and what is written anew."""

from __future__ import annotations

import struct

import piexif
import pytest

from lenscap.errors import MalformedError
from lenscap.metadata import exif
from lenscap.model import Finding, Kind, Payload
from tests.metadata.metadata_samples import JPEG, exif_sample
from tests.metadata.telling import everything, findings, tells


def little(entries: list[tuple[int, int, int, bytes]], tail: bytes = b"") -> bytes:
    """A little-endian TIFF structure with one directory."""
    packed = b"".join(struct.pack("<HHI", *entry[:3]) + entry[3].ljust(4, b"\0") for entry in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + packed + bytes(4) + tail


def test_the_sample_carries_its_canaries() -> None:
    for canary in (b"SN-CANARY-001", b"martas-laptop", JPEG[2:-2], b"canary-burst-uuid", b"Canary Editor"):
        assert canary in exif_sample()


def test_gps_position_is_told_with_the_nearest_town() -> None:
    place = next(found for found in findings("exif", exif_sample()) if found.where == "Here GPS")
    assert place.kind is Kind.PLACE
    assert place.tells.startswith("Taken in ")
    assert place.tells.endswith(", Portugal")
    assert (place.data["lat"], place.data["lon"]) == pytest.approx((38.711694, -9.130089), abs=1e-5)
    assert all(trace in exif_sample() for trace in place.traces)
    assert len(place.traces) == 2


def _directory(latitude: tuple[int, int, bytes], longitude: tuple[int, int, bytes]) -> bytes:
    """Exif with a position whose values are of any type: type, count, bytes."""
    start = 8 + 2 + 12 + 4
    position = start + 2 + 4 * 12 + 4
    entries = [struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0"), struct.pack("<HHI4s", 3, 2, 2, b"W\0\0\0")]
    tail = b""
    for tag, (kind, many, value) in ((2, latitude), (4, longitude)):
        entries.append(struct.pack("<HHII", tag, kind, many, position + len(tail)))
        tail += value.ljust(40, b"\0")
    entries.sort(key=lambda entry: entry[:2])
    pointer = struct.pack("<HHII", 0x8825, 4, 1, start)
    head = b"II*\0" + struct.pack("<IH", 8, 1) + pointer + bytes(4)
    return head + struct.pack("<H", 4) + b"".join(entries) + bytes(4) + tail


def test_a_position_in_plain_numbers_is_read() -> None:
    data = _directory((12, 1, struct.pack("<d", 38.7117)), (12, 1, struct.pack("<d", 9.1301)))
    (place,) = findings("exif", data)
    assert (place.data["lat"], place.data["lon"]) == (38.7117, -9.1301)


@pytest.mark.parametrize(
    "value",
    [
        (2, 10, b"38.7117 N\0"), (2, 12, b"38/1 42/1 0\0"), (7, 24, bytes(range(24))), (5, 4, b"\1\0\0\0" * 8),
        (5, 3, struct.pack("<6I", 200, 1, 0, 1, 0, 1)), (12, 1, struct.pack("<d", float("inf"))),
        (5, 3, struct.pack("<6I", 38, 0, 42, 0, 42, 0)),
    ],
)  # fmt: skip
def test_a_position_that_cannot_be_read_is_told_as_that(value: tuple[int, int, bytes]) -> None:
    data = _directory(value, (5, 3, struct.pack("<6I", 9, 1, 7, 1, 48, 1)))
    (place,) = findings("exif", data)
    assert (place.kind, place.tells) == (Kind.PLACE, "A position that cannot be read")
    assert "exif" not in place.data
    assert place.traces
    assert all(trace in data for trace in place.traces)


def test_an_empty_position_is_none() -> None:
    assert findings("exif", _directory((5, 3, bytes(24)), (5, 3, bytes(24))), Kind.PLACE) == []


def test_direction_and_altitude_are_told() -> None:
    assert "Facing south-west, 74 m above sea level" in tells("exif", exif_sample(), Kind.PLACE)
    assert "The position came from “CELLID”" in tells("exif", exif_sample(), Kind.PLACE)


def test_dates_are_told_with_fraction_and_time_zone() -> None:
    taken, *_ = findings("exif", exif_sample(), Kind.TIME)
    assert taken.tells == "Taken on 15 June 2026 at 18:42:07 (+01:00)"
    assert taken.data["iso"] == "2026-06-15T18:42:07.123+01:00"
    assert "The satellites said 15 June 2026 at 17:42:07 (UTC)" in tells("exif", exif_sample(), Kind.TIME)


def test_camera_lens_settings_and_serial_numbers_are_told() -> None:
    told = tells("exif", exif_sample(), Kind.DEVICE)
    assert "Taken with an Apple iPhone 12" in told
    assert "Taken with the lens iPhone 12 back camera" in told
    assert "Camera settings: 1/125 s, f/1.6, ISO 64, flash fired" in told
    assert "The camera's serial number is “SN-CANARY-001”" in told
    assert "The lens's serial number is “LENS-CANARY-2”" in told
    assert "Made on the computer “martas-laptop”" in told


def test_names_and_texts_are_told_in_every_character_set() -> None:
    told = tells("exif", exif_sample())
    assert "Made by “Zoë Canary”" in told
    assert "The camera belongs to “Marta S.”" in told
    assert "A comment: “Ölá, canary”" in told
    assert "Keywords: “Marta;Lisbon”" in told
    assert "The document's name is “C:\\Users\\marta\\party.tif”" in told


def test_the_thumbnail_is_told_and_handed_on() -> None:
    assert any(
        found.kind is Kind.PREVIEW and found.where == "Here thumbnail" for found in findings("exif", exif_sample())
    )
    pictures = [found for found in everything("exif", exif_sample()) if isinstance(found, Payload)]
    assert [found.vocabulary for found in pictures] == ["xmp", "picture", "picture"]
    assert bytes(pictures[-1].data) == JPEG


def test_a_maker_note_is_told_with_its_strings_as_traces() -> None:
    note = next(found for found in findings("exif", exif_sample()) if found.where.endswith("maker note"))
    assert note.tells.startswith("A note by Apple of ")
    assert b"canary-burst-uuid" in note.traces
    assert "exif" not in note.data


def test_a_maker_note_is_not_found_again_by_what_other_tags_say() -> None:
    note = b"OLYMPUS\0\1\2Camera X-1\0\1" + "Olympus Corp".encode("utf-16-le") + b"\1\2body no. 4711\0\1"
    tags = {piexif.ImageIFD.Make: b"OLYMPUS CORPORATION", piexif.ImageIFD.Model: b"Camera X-1"}
    data = piexif.dump({"0th": tags, "Exif": {piexif.ExifIFD.MakerNote: note}})[6:]
    found = next(found for found in findings("exif", data) if found.where.endswith("maker note"))
    assert found.traces == (b"body no. 4711",)


def test_a_very_long_maker_note_is_found_again_by_its_ends() -> None:
    note = b"serial number 4711" + b"\1" * (2 << 20) + b"the end of it"
    data = piexif.dump({"Exif": {piexif.ExifIFD.MakerNote: note}})[6:]
    found = next(found for found in findings("exif", data) if found.where.endswith("maker note"))
    assert found.data["bytes"] == len(note)
    assert found.traces == (b"serial number 4711", b"the end of it")


def test_places_and_texts_carry_their_words() -> None:
    place = next(found for found in findings("exif", exif_sample()) if found.where == "Here GPS")
    assert "portugal" in place.data["words"]
    source = next(found for found in findings("exif", exif_sample()) if "came from" in found.tells)
    assert source.data["words"] == []
    texts = [found for found in findings("exif", exif_sample()) if found.kind in (Kind.TEXT, Kind.NAME)]
    assert all(found.data["text"] in found.tells for found in texts if "exif" in found.data)


def test_what_no_viewer_needs_is_told_as_one_finding() -> None:
    rest = [found for found in findings("exif", exif_sample()) if "fields" in found.data and found.where == "Here"]
    assert rest[0].tells == "1 more technical detail (DeviceSettingDescription)"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_alone_is_no_finding(orientation: int) -> None:
    fresh = exif.write([], orientation)
    if orientation == 1:
        assert fresh is None
    else:
        assert fresh is not None
        assert len(fresh) <= 34
        assert exif.orientation(fresh) == orientation
        assert list(exif.read(fresh, "Exif")) == []


def test_harmless_tags_are_no_findings() -> None:
    tags = {
        piexif.ImageIFD.XResolution: (72, 1),
        piexif.ImageIFD.YResolution: (72, 1),
        piexif.ImageIFD.ResolutionUnit: 2,
    }
    more = {piexif.ExifIFD.ColorSpace: 1, piexif.ExifIFD.PixelXDimension: 4000, piexif.ExifIFD.ExifVersion: b"0232"}
    data = piexif.dump({"0th": tags | {piexif.ImageIFD.YCbCrPositioning: 1}, "Exif": more})[6:]
    assert list(exif.read(data, "Exif")) == []


def test_a_harmless_tag_with_room_for_words_is_a_finding() -> None:
    data = little([(0x011A, 2, 8, struct.pack("<I", 26))], b"MartaSS\0")
    assert "MartaSS" in str(findings("exif", data)[0].data["fields"])


def test_bytes_that_nothing_leads_to_are_a_finding() -> None:
    orphan = exif.write([], 6)
    assert orphan is not None
    (found,) = findings("exif", orphan + b"left behind by a canary")
    assert found.kind is Kind.UNKNOWN
    assert b"left behind by a canary" in found.traces


def test_a_tag_that_is_there_twice_is_not_passed_over() -> None:
    data = little([(0x013B, 2, 4, b"Ann\0"), (0x013B, 2, 4, b"Bob\0")])
    assert "Made by “Ann”" in tells("exif", data)
    assert any("Bob" in str(found.data.get("fields")) for found in findings("exif", data))


def test_a_directory_that_leads_to_itself_ends() -> None:
    data = b"II*\0" + struct.pack("<IH", 8, 1) + struct.pack("<HHI4s", 0x0112, 3, 1, b"\6\0\0\0") + struct.pack("<I", 8)
    assert tells("exif", data) == ["The Exif is damaged: parts of it cannot be read"]


def test_kept_findings_tell_the_same_after_they_were_written() -> None:
    kept = [found for found in findings("exif", exif_sample()) if "exif" in found.data]
    assert len(kept) >= 18
    fresh = exif.write(kept, 6)
    assert fresh is not None
    assert exif.orientation(fresh) == 6
    assert sorted(found.tells for found in findings("exif", fresh)) == sorted(found.tells for found in kept)


def test_what_is_written_holds_nothing_that_was_not_chosen() -> None:
    dates = findings("exif", exif_sample(), Kind.TIME)
    fresh = exif.write(dates)
    assert fresh is not None
    assert all(found.kind is Kind.TIME for found in findings("exif", fresh))
    assert b"anary" not in fresh
    assert b"Marta" not in fresh


def test_both_byte_orders_tell_the_same() -> None:
    assert tells("exif", little([(0x013B, 2, 4, b"Ann\0")])) == ["Made by “Ann”"]
    big = b"MM\0*" + struct.pack(">IHHHI4s", 8, 1, 0x013B, 2, 4, b"Ann\0") + bytes(4)
    assert tells("exif", big) == ["Made by “Ann”"]


def test_text_of_a_file_cannot_move_the_cursor() -> None:
    raw = "\x1b[2J\u202egnp.exe\n<b>".encode() + b"\0"
    data = little([(0x013B, 2, len(raw), struct.pack("<I", 26))], raw)
    assert tells("exif", data) == ["Made by “gnp.exe <b>”"]


@pytest.mark.parametrize("data", [b"", b"II", b"II*\0", b"Hello world"])
def test_what_is_no_exif_is_malformed(data: bytes) -> None:
    with pytest.raises(MalformedError):
        list(exif.read(data, "Exif"))
    assert exif.orientation(data) == 1


def test_of_two_values_for_a_tag_the_first_is_written() -> None:
    findings = [Finding(Kind.DEVICE, "", "", data={"exif": {"Make": make}}) for make in ("Fabrikam", "Contoso")]
    written = exif.write(findings)
    assert written is not None
    assert b"Fabrikam" in written
    assert b"Contoso" not in written


def test_what_can_be_read_in_a_makers_note_is_told() -> None:
    note = b"NORMAL\0\0\0\0AUTO  \0\0AUTO  \0\0SERIAL-3001006\0\0"
    data = piexif.dump({"Exif": {piexif.ExifIFD.MakerNote: note}})[6:]
    found = next(each for each in findings("exif", data) if "maker note" in each.where)
    assert found.data["strings"] == ["SERIAL-3001006", "NORMAL", "AUTO"]
    assert "“SERIAL-3001006”, “NORMAL”, “AUTO”" in found.tells
