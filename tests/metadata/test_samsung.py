"""What phones of Samsung hang behind a picture."""

from __future__ import annotations

import struct

import pytest

from lenscap.metadata import trailer
from lenscap.model import Finding, Kind, Payload
from tests.metadata.metadata_samples import JPEG
from tests.samples.trailers import box, sef


def told(data: bytes) -> list[Finding]:
    return [found for found in trailer.read(data, "Behind") if isinstance(found, Finding)]


def film(scale: int = 1000, length: int = 2100, sound: bool = True, wide: bool = False) -> bytes:
    times = struct.pack(">B3xQQIQ", 1, 0, 0, scale, length) if wide else struct.pack(">4xIIII", 0, 0, scale, length)
    handler = box(b"hdlr", bytes(8) + (b"soun" if sound else b"vide") + bytes(13))
    track = box(b"trak", box(b"tkhd", bytes(84)) + box(b"mdia", handler))
    moov = box(b"moov", box(b"mvhd", times + bytes(80)) + track)
    return box(b"ftyp", b"mp42\0\0\0\0isommp42") + box(b"mdat", b"the film itself") + moov


def test_a_motion_photo_says_how_long_it_is_and_that_it_has_sound() -> None:
    (found,) = told(sef({b"MotionPhoto_Data": film()}))
    assert (found.kind, found.tells) == (Kind.MOTION, "This photo hides a 2.1 s video with sound")
    assert found.where == "Behind, MotionPhoto_Data"
    assert found.data["seconds"] == 2.1


@pytest.mark.parametrize("wide", [False, True])
def test_a_film_without_sound_is_told_as_that(wide: bool) -> None:
    (found,) = told(film(90_000, 270_000, sound=False, wide=wide))
    assert found.tells == "This photo hides a 3.0 s video"


@pytest.mark.parametrize("scale", [0, 1])
def test_a_length_that_cannot_be_is_not_told(scale: int) -> None:
    (found,) = told(film(scale, 0xFFFFFFFF))
    assert found.tells == "This photo hides a video with sound"


def test_a_film_ends_where_its_boxes_end() -> None:
    clip, rest = told(film() + b"a canary behind the film")
    assert clip.data["bytes"] == len(film())
    assert rest.traces == (b"a canary behind the film",)


def test_the_film_is_handed_on() -> None:
    payloads = [found for found in trailer.read(JPEG + film(), "Behind") if isinstance(found, Payload)]
    assert [bytes(each.data) for each in payloads] == [JPEG, film()]


def test_the_clock_and_the_country_of_a_phone_are_told() -> None:
    when, where = told(sef({b"Image_UTC_Data": b"1750005727123", b"MCC_Data": b"268"}))
    assert (when.kind, when.tells) == (Kind.TIME, "Taken on 15 June 2025 at 16:42:07 (UTC)")
    assert when.traces == (b"1750005727123",)
    assert (where.kind, where.tells) == (Kind.PLACE, "The country of the mobile network has the code 268")


@pytest.mark.parametrize("value", [b"", b"12:30", b"9" * 15, "²".encode(), b"-5"])
def test_a_clock_that_shows_no_time_is_one_more_detail(value: bytes) -> None:
    (found,) = told(sef({b"Image_UTC_Data": value}))
    assert (found.kind, found.data["fields"].keys()) == (Kind.UNKNOWN, {"Image_UTC_Data"})


def test_depths_and_pictures_are_told() -> None:
    depth, picture, sound = told(
        sef({b"DualShot_DepthMap_1": bytes(range(99)), b"DualShot_1": JPEG, b"SoundShot_000": b"x"})
    )
    assert (depth.kind, depth.tells) == (Kind.PREVIEW, "A depth map: how far away everything in the picture is")
    assert (picture.kind, picture.where) == (Kind.PREVIEW, "Behind, DualShot_1")
    assert sound.kind is Kind.MOTION


def test_other_blocks_are_told_by_their_names() -> None:
    (found,) = told(sef({b"Camera_Scene_Info": b"canary beach", b"Remaster_Info": b"\1"}))
    assert found.tells == "What the phone noted behind the picture: Camera_Scene_Info, Remaster_Info"
    assert b"canary beach" in found.traces


def test_what_stands_beside_the_blocks_is_told() -> None:
    found = told(JPEG + sef({b"MCC_Data": b"268"}) + b"a canary at the end")
    assert {each.kind for each in found} == {Kind.PLACE, Kind.PREVIEW, Kind.UNKNOWN}
    assert found[-1].traces == (b"a canary at the end",)


@pytest.mark.parametrize("at", range(1, 60, 3))
def test_a_directory_that_lies_costs_nothing_but_what_it_says(at: int) -> None:
    data = bytearray(sef({b"MCC_Data": b"canary country", b"Image_UTC_Data": b"1750005727123"}))
    data[-at] ^= 0xFF
    found = told(bytes(data))
    assert any(b"canary country" in trace for each in found for trace in each.traces)
