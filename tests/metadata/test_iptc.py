"""IPTC-IIM: what is told, and what of it is kept as XMP."""

from __future__ import annotations

from lenscap.metadata import xmp
from lenscap.model import Kind
from tests.metadata.metadata_samples import dataset, iptc_sample
from tests.metadata.telling import findings, tells


def test_places_dates_names_and_texts_are_told() -> None:
    assert tells("iptc", iptc_sample()) == [
        "Taken in Alfama, Portugal",
        "Taken on 15 June 2026 at 18:42:07 (+01:00)",
        "A title: “A party”",
        "Keywords: “Marta, birthday”",
        "Made by “Zoë C.”",
        "How to reach its maker: “zoe@canary.example”",
        "A description: “Marta's cake”",
        "1 more technical detail (Urgency)",
    ]


def test_version_and_encoding_alone_are_no_finding() -> None:
    assert tells("iptc", dataset(1, 90, b"\x1b%G") + dataset(2, 0, b"\0\2") + bytes(3)) == []


def test_old_encodings_are_read() -> None:
    assert tells("iptc", dataset(2, 80, "Zoë".encode("latin-1"))) == ["Made by “Zoë”"]


def test_a_long_dataset_is_read() -> None:
    data = b"\x1c\2\x78\x80\4" + (40_000).to_bytes(4, "big") + b"canary " * 5714 + b"!!"
    (found,) = findings("iptc", data)
    assert found.kind is Kind.TEXT
    assert len(found.tells) < 250
    assert found.traces[0] in data


def test_what_follows_the_datasets_is_told() -> None:
    *_, last = findings("iptc", dataset(2, 80, b"Zoe") + b"hidden canary")
    assert last.tells == "The IPTC data is damaged: 13 bytes cannot be read"
    assert b"hidden canary" in last.traces


def test_kept_findings_tell_the_same_as_xmp() -> None:
    kept = [found for found in findings("iptc", iptc_sample()) if "xmp" in found.data]
    fresh = xmp.write(kept)
    assert fresh is not None
    assert sorted(tells("xmp", fresh)) == sorted(found.tells for found in kept)


def test_places_and_texts_carry_their_words() -> None:
    place = findings("iptc", iptc_sample(), Kind.PLACE)[0]
    assert place.data["words"] == ["alfama", "portugal"]
    texts = [found for found in findings("iptc", iptc_sample()) if found.kind in (Kind.TEXT, Kind.NAME)]
    assert len(texts) == 5
    assert all(found.data["text"] in found.tells for found in texts)
