"""Keywords and texts of PNG, JPEG and GIF."""

from __future__ import annotations

import pytest

from lenscap.metadata import xmp
from lenscap.model import Kind, Payload
from tests.metadata.metadata_samples import exif_sample, iptc_sample, photoshop_sample, text_sample, xmp_sample
from tests.metadata.telling import everything, findings


@pytest.mark.parametrize(
    ("data", "kind", "tells"),
    [
        (b"Author\0Zo\xc3\xab", Kind.NAME, "Made by “Zoë”"),
        (b"Copyright\0Zo\xeb", Kind.NAME, "A copyright line: “Zoë”"),
        (b"Software\0Canary 3", Kind.HISTORY, "Written by “Canary 3”"),
        (b"Title\0Marta", Kind.TEXT, "A title: “Marta”"),
        (b"\0hello Marta", Kind.TEXT, "A comment: “hello Marta”"),
        (b"hello Marta", Kind.TEXT, "A comment: “hello Marta”"),
        (b"\0CREATOR: gd-jpeg v1.0", Kind.HISTORY, "Written by “CREATOR: gd-jpeg v1.0”"),
        (b"parameters\0a cat", Kind.TEXT, "The words given to an image generator: “a cat”"),
        (b"date:create\x002026-06-15T18:42:07+00:00", Kind.TIME, "Made on 15 June 2026 at 18:42:07 (+00:00)"),
        (b"Creation Time\0Mon, 15 Jun 2026 18:42:07 GMT", Kind.TIME, "Made on 15 June 2026 at 18:42:07 (UTC)"),
        (b"date:modify\x002026-06-15", Kind.TIME, "Changed on 15 June 2026"),
        (b"Mood\0merry", Kind.TEXT, "A text that is called “Mood”: “merry”"),
        (b"Author\0", Kind.UNKNOWN, "An empty text that is called “Author”"),
        (b"Raw profile type exif\0nonsense", Kind.UNKNOWN, "A block of 8 bytes (“exif”) that cannot be read"),
    ],
)
def test_keywords_say_what_a_text_is(data: bytes, kind: Kind, tells: str) -> None:
    (found,) = findings("text", data)
    assert (found.kind, found.tells) == (kind, tells)


@pytest.mark.parametrize(
    "data",
    [
        b"Author\0Zo\xc3\xab", b"Artist\0Ann", b"Copyright\0Zo\xeb", b"Title\0A party", b"Description\0A <b>cake</b>",
        b"Comment\0hello", b"\0hello Marta", b"hello Marta", b"Software\0Canary 3", b"\0CREATOR: gd-jpeg v1.0",
        b"date:create\x002026-06-15T18:42:07+00:00", b"date:modify\x002026-06-15",
        b"Creation Time\0Mon, 15 Jun 2026 18:42:07 GMT",
    ],
)  # fmt: skip
def test_what_is_kept_tells_the_same_after_it_was_written(data: bytes) -> None:
    (found,) = findings("text", data)
    fresh = xmp.write([found])
    assert fresh is not None
    (again,) = findings("xmp", fresh)
    assert (again.kind, again.tells) == (found.kind, found.tells)


@pytest.mark.parametrize("data", [b"Mood\0merry", b"parameters\0a cat", b"Source\0a scanner", b"\0\1\2\3"])
def test_what_xmp_has_no_word_for_is_not_kept(data: bytes) -> None:
    (found,) = findings("text", data)
    assert "xmp" not in found.data


def test_wrapped_metadata_is_handed_on() -> None:
    found = next(iter(everything("text", text_sample())))
    assert isinstance(found, Payload)
    assert found.vocabulary == "exif"
    assert found.data == exif_sample()


@pytest.mark.parametrize(
    ("name", "body", "vocabulary"),
    [
        (b"iptc", photoshop_sample(), "photoshop"),
        (b"iptc", iptc_sample(), "iptc"),
        (b"xmp", xmp_sample(), "xmp"),
        (b"APP1", b"http://ns.adobe.com/xap/1.0/\0" + xmp_sample(), "xmp"),
    ],
)
def test_every_raw_profile_has_its_vocabulary(name: bytes, body: bytes, vocabulary: str) -> None:
    data = b"Raw profile type " + name + b"\0\n" + name + b"\n  %d\n" % len(body) + body.hex("\n", 36).encode() + b"\n"
    found = next(iter(everything("text", data)))
    assert isinstance(found, Payload)
    assert found.vocabulary == vocabulary


def test_xmp_is_handed_on() -> None:
    found = next(iter(everything("text", b"XML:com.adobe.xmp\0" + xmp_sample())))
    assert isinstance(found, Payload)
    assert found.data == xmp_sample()
