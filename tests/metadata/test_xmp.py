"""XMP: what is told, hostile packets, and what is written anew."""

from __future__ import annotations

import json

import pytest

from lenscap.metadata import xmp
from lenscap.model import Finding, Kind, Payload
from tests.metadata.metadata_samples import xmp_sample
from tests.metadata.telling import everything, findings, tells

_HEAD = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
_TAIL = "</rdf:RDF></x:xmpmeta>"


def packet(inside: str) -> bytes:
    return (_HEAD + inside + _TAIL).encode()


def test_places_are_told() -> None:
    told = tells("xmp", xmp_sample(), Kind.PLACE)
    assert told[0].startswith("Taken in ")
    assert told[0].endswith("Portugal")
    assert told[1] == "Taken in Alfama, Portugal"


def test_names_times_devices_and_history_are_told() -> None:
    told = tells("xmp", xmp_sample())
    for said in (
        "Made by “Zoë Canary, Ann & Co”",
        "A title: “A <b>party</b>”",
        "Keywords: “Marta, birthday”",
        "Made on 15 June 2026 at 18:42:07 (+01:00)",
        "Taken with an Apple iPhone 12",
        "The camera's serial number is “XSN-CANARY”",
        "Its history: edited with Canary Shop 3, on 16 June 2026 at 08:00:00 (UTC)",
        "Its metadata was written with “Canary Core 1.0”",
        "How the picture was developed: 1 setting of Camera Raw, for the raw file “canary_0042.dng”",
        "1 more technical detail (mine:secret)",
    ):
        assert said in told


def test_a_name_beside_a_face_is_told_with_its_area() -> None:
    found = next(found for found in findings("xmp", xmp_sample()) if "beside a face" in found.tells)
    assert found.kind is Kind.NAME
    assert found.data["name"] == "Marta S."
    assert found.data["area"] == {"x": 0.5, "y": 0.25, "w": 0.1, "h": 0.2, "unit": "normalized"}


def test_microsofts_names_beside_faces_are_told() -> None:
    inside = """<rdf:Description xmlns:MP="http://ns.microsoft.com/photo/1.2/" xmlns:I="http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
      xmlns:R="http://ns.microsoft.com/photo/1.2/t/Region#"><MP:RegionInfo><rdf:Description><I:Regions><rdf:Bag><rdf:li>
      <rdf:Description R:Rectangle="0.1, 0.2, 0.3, 0.4" R:PersonDisplayName="Marta S."/></rdf:li></rdf:Bag></I:Regions>
      </rdf:Description></MP:RegionInfo></rdf:Description>"""
    (found,) = findings("xmp", packet(inside))
    assert found.tells == "The name “Marta S.” beside a face"
    assert found.data["area"] == {"x": 0.1, "y": 0.2, "w": 0.3, "h": 0.4}


@pytest.mark.parametrize("number", ["nan", "inf", "-Infinity", "1e999"])
def test_areas_hold_only_numbers_that_end(number: str) -> None:
    data = xmp_sample().replace(b'stArea:x="0.5"', f'stArea:x="{number}"'.encode())
    found = next(found for found in findings("xmp", data) if "beside a face" in found.tells)
    assert found.data["area"]["x"] == number
    json.dumps([one.data for one in findings("xmp", data)], allow_nan=False)


def test_a_motion_photo_and_a_small_picture_are_told() -> None:
    kinds = {found.kind for found in findings("xmp", xmp_sample())}
    assert {Kind.MOTION, Kind.PREVIEW} <= kinds
    picture = next(found for found in everything("xmp", xmp_sample()) if isinstance(found, Payload))
    assert picture.vocabulary == "picture"
    assert bytes(picture.data) == b"\xff\xd8\xff\xdb\0\1\2\3\4\5"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_every_encoding_tells_the_same(encoding: str) -> None:
    data = xmp_sample().decode().replace("\ufeff", "").encode(encoding)
    assert tells("xmp", data) == tells("xmp", xmp_sample())


@pytest.mark.parametrize("declaration", ["", '<?xml version="1.0" encoding="ISO-8859-1"?>'])
def test_a_packet_of_an_old_program_is_read(declaration: str) -> None:
    inside = "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' dc:creator='Zoë Müller' dc:rights='© Zoë'/>"
    data = declaration.encode() + packet(inside).decode().encode("cp1252")
    found = findings("xmp", data)
    assert [one.tells for one in found] == ["Made by “Zoë Müller”", "A copyright line: “© Zoë”"]
    assert all(trace in data for one in found for trace in one.traces)


def test_one_broken_letter_does_not_spoil_the_others() -> None:
    inside = "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' dc:creator='Zoë Müller, Bjørk X'/>"
    assert "Zoë Müller, Bjørk" in tells("xmp", packet(inside).replace(b"X", b"\xe9"))[0]


def test_places_carry_the_names_that_a_caption_could_repeat() -> None:
    near, address = findings("xmp", xmp_sample(), Kind.PLACE)[:2]
    assert "portugal" in near.data["words"]
    assert near.data["words"][0] in near.tells.casefold()
    assert address.data["words"] == ["alfama", "portugal"]


def test_texts_and_names_carry_all_of_what_they_say() -> None:
    long = "A party at the beach. " * 50
    inside = f"<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' dc:description='{long}'/>"
    (found,) = findings("xmp", packet(inside))
    assert found.data["text"] == long.strip()


def test_a_rating_can_be_kept() -> None:
    (found,) = findings("xmp", packet("<rdf:Description xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='4'/>"))
    assert found.tells == "A rating: “4”"
    fresh = xmp.write([found])
    assert fresh is not None
    assert tells("xmp", fresh) == [found.tells]


def test_two_lists_of_names_become_one() -> None:
    kept = [Finding(Kind.NAME, "", "", data={"xmp": {"dc:creator": name, "dc:title": name}}) for name in ("Ann", "Bob")]
    fresh = xmp.write([*kept, kept[0]])
    assert fresh is not None
    assert tells("xmp", fresh) == ["Made by “Ann, Bob”", "A title: “Ann”"]


def test_the_traces_stand_in_the_packet() -> None:
    for data in (xmp_sample(), xmp_sample().decode().encode("utf-16-le")):
        found = [trace for finding in findings("xmp", data) for trace in finding.traces]
        assert len(found) > 10
        assert all(trace in data for trace in found)


def test_padding_and_an_empty_packet_tell_nothing() -> None:
    assert tells("xmp", packet('<rdf:Description rdf:about=""/>') + b" \n" * 2000) == []
    assert tells("xmp", b" \0\n") == []


def test_what_stands_outside_of_the_properties_is_told() -> None:
    data = packet("<!-- hidden by a canary --><rdf:Description rdf:about='uuid:canary-document'/>")
    told = tells("xmp", data + b"<?xpacket end='w'?>and behind it")
    assert "A remark beside the XMP: “hidden by a canary”" in told
    assert "A remark beside the XMP: “and behind it”" in told
    assert "Numbers by which copies of the picture find each other" in told


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY b "canary canary">]><a>&b;</a>',
        b"<x:xmpmeta>canary secret",
        b"canary secret, no XML",
        b"\xff\xfe\0\xd8canary",
        b"<a>" * 300_000 + b"canary secret",
        b"<a>" * 500_000,
    ],
)
def test_a_packet_that_is_no_sound_xml_is_one_finding(data: bytes) -> None:
    (found,) = findings("xmp", data)
    assert found.tells == "An XMP packet that cannot be read"
    assert found.kind is Kind.UNKNOWN


def test_deep_nesting_costs_no_stack() -> None:
    depth = 100_000
    assert findings("xmp", packet("<a>" * depth + "canary" + "</a>" * depth))


def test_kept_findings_tell_the_same_after_they_were_written() -> None:
    kept = [found for found in findings("xmp", xmp_sample()) if "xmp" in found.data]
    assert len(kept) >= 7
    fresh = xmp.write(kept)
    assert fresh is not None
    assert b"xmptk" not in fresh
    assert sorted(found.tells for found in findings("xmp", fresh)) == sorted(found.tells for found in kept)


def test_nothing_to_keep_writes_nothing() -> None:
    assert xmp.write([found for found in findings("xmp", xmp_sample()) if "xmp" not in found.data]) is None
