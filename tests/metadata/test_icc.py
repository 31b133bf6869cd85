"""Colour profiles: which texts are somebody's own, and profiles without them."""

from __future__ import annotations

import hashlib
import io
import struct

import pytest
from PIL import Image, ImageCms

from lenscap.metadata import icc, icc_header
from lenscap.metadata.icc_known import is_known
from lenscap.model import Kind
from tests.metadata.metadata_samples import WELL_KNOWN_DATE, icc_sample
from tests.metadata.telling import findings, tells

CANARY = b"CANARY-SECRET-Anna-Lisbon"


def known(*more: tuple[bytes, bytes]) -> bytes:
    """A profile that tells nothing, but for its further tags."""
    return icc_sample("sRGB IEC61966-2.1", "Copyright Apple Inc., 2017", date=WELL_KNOWN_DATE, more=more)


def changed(at: int, fresh: bytes) -> bytes:
    """The same with some of its bytes changed."""
    profile = known()
    return profile[:at] + fresh + profile[at + len(fresh) :]


def made_by_a_library() -> bytes:
    """A profile whose header says when it was made, which is now."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert isinstance(profile, bytes)
    return profile


def shown(profile: bytes) -> bytes:
    """What some colours look like on a screen."""
    colours = Image.frombytes("RGB", (16, 16), bytes(number * 7 % 256 for number in range(768)))
    image = ImageCms.profileToProfile(colours, io.BytesIO(profile), ImageCms.createProfile("sRGB"))
    assert image is not None
    return image.tobytes()


@pytest.mark.parametrize(
    "text",
    [
        "sRGB IEC61966-2.1", "Display P3", "Adobe RGB (1998)", "ProPhoto RGB", "Dot Gain 20%", "c2", "Color LCD",
        "U.S. Web Coated (SWOP) v2", "Copyright Apple Inc., 2017", "Copyright (c) 1998 Hewlett-Packard Company",
        "Copyright 1999 Adobe Systems Incorporated", "No copyright, use freely", "GIMP built-in sRGB", "Google/Skia/"
        + "0123456789ABCDEF" * 2, "Copyright 2007 Apple Inc., all rights reserved.", "sRGB built-in", "Rec. 2020",
        "Copyright (c) 2022 Samsung Electronics Co., Ltd.", "Nikon Inc. & Nikon Corporation 2001",
        "Generic RGB Profile",
        "ISO Coated v2 (ECI)", "Coated FOGRA39 (ISO 12647-2:2004)", "IEC 61966-2.1 Default RGB colour space - sRGB",
    ],
)  # fmt: skip
def test_the_texts_of_well_known_profiles_are_nobodys(text: str) -> None:
    assert is_known(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marta's monitor",
        "Copyright Canary Ltd.",
        "sRGB of Marta",
        "Copyright Marta, Apple",
        "GIMP Marta",
        "2026",
        "Display 555 4711",
    ],
)
def test_other_texts_are_somebodys(text: str) -> None:
    assert not is_known(text)


@pytest.mark.parametrize("wide", [False, True])
def test_names_and_dates_are_told(wide: bool) -> None:
    assert tells("icc", icc_sample(wide=wide)) == [
        "The colour profile is called “Marta's monitor”",
        "A copyright line in the colour profile: “Copyright Canary Ltd.”",
        "The colour profile was made on 15 June 2026 at 18:42:07",
    ]


@pytest.mark.parametrize("wide", [False, True])
def test_a_neutral_profile_tells_nothing_and_keeps_its_colours(wide: bool) -> None:
    profile = icc_sample(wide=wide)
    fresh = icc.neutral(profile)
    assert fresh is not None
    assert len(fresh) == len(profile)
    assert tells("icc", fresh) == []
    assert icc.neutral(fresh) is None
    assert b"Canary" not in fresh
    assert b"onitor" not in fresh
    assert b"o\0n\0i" not in fresh
    assert fresh[-20:] == profile[-20:]
    assert fresh[:24] == profile[:24]


def test_a_well_known_profile_stays_as_it_is() -> None:
    assert tells("icc", known()) == []
    assert icc.neutral(known()) is None


def test_bytes_behind_the_tags_are_told_and_blanked() -> None:
    profile = known() + b"a canary at the end"
    assert "nothing leads to" in tells("icc", profile)[0]
    assert b"canary" not in (icc.neutral(profile) or b"")


@pytest.mark.parametrize("many", [101, 5000, 1 << 31])
def test_a_table_that_claims_more_than_there_is_costs_the_profile(many: int) -> None:
    profile = icc_sample()
    profile = profile[:128] + many.to_bytes(4, "big") + profile[132:]
    (found,) = findings("icc", profile)
    assert (found.kind, found.tells) == (Kind.UNKNOWN, "A colour profile that cannot be read")
    assert icc.neutral(profile) == b""


@pytest.mark.parametrize(("start", "size"), [(0, 40), (200, 0), (1 << 20, 40), (180, 1 << 20), (190, 40)])
def test_a_value_that_lies_where_it_cannot_costs_the_profile(start: int, size: int) -> None:
    profile = icc_sample()
    profile = profile[:148] + struct.pack(">II", start, size) + profile[156:]
    assert tells("icc", profile) == ["A colour profile that cannot be read"]
    assert icc.neutral(profile) == b""


@pytest.mark.parametrize("profile", [b"canary", known()[:100], known()[:128], b"canary" + known()[6:36] + bytes(200)])
def test_bytes_that_are_no_profile_cannot_stay(profile: bytes) -> None:
    assert len(tells("icc", profile)) == 1
    assert icc.neutral(profile) == b""


KINDS = (
    b"ui08", b"ui16", b"curv", b"para", b"ncl2", b"bfd ", b"XYZ ", b"clrt", b"sig ", b"view", b"meas", b"sf32", b"chrm",
    b"cicp", b"mft1", b"mft2", b"mAB ", b"mpet", b"fl32", b"text", b"anna",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tag", [b"priv", b"lumi", b"view", b"tech", b"gamt"])
def test_a_text_in_a_value_of_any_type_is_told_and_goes(tag: bytes, kind: bytes) -> None:
    profile = known((tag, kind + bytes(4) + CANARY.ljust(60, b"\0")))
    assert tells("icc", profile)
    fresh = icc.neutral(profile)
    assert fresh is not None
    assert len(fresh) == len(profile)
    assert CANARY[4:] not in fresh
    assert tells("icc", fresh) == []


@pytest.mark.parametrize("tag", [b"rXYZ", b"rTRC", b"A2B0", b"chad"])
@pytest.mark.parametrize("kind", [b"text", b"XYZ ", b"para", b"mft2", b"mAB "])
def test_a_text_instead_of_the_colours_costs_the_profile(tag: bytes, kind: bytes) -> None:
    profile = known((tag, kind + bytes(4) + CANARY.ljust(60, b"\0")))
    assert tells("icc", profile)
    assert icc.neutral(profile) == b""


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (b"curv", struct.pack(">IH", 1, 563)),
        (b"curv", struct.pack(">I5H", 5, 0, 10, 300, 300, 65535)),
        (b"curv", struct.pack(">I3H", 3, 65535, 300, 0)),
        (b"para", struct.pack(">HH5i", 3, 0, 157286, 62119, 3417, 5072, 2651)),
    ],
)
def test_bytes_behind_a_curve_are_blanked_and_the_curve_stays(kind: bytes, value: bytes) -> None:
    curve = kind + bytes(4) + value
    assert icc.neutral(known((b"rTRC", curve))) is None
    fresh = icc.neutral(known((b"rTRC", curve + CANARY)))
    assert fresh is not None
    assert curve + bytes(len(CANARY)) in fresh
    assert tells("icc", fresh) == []


def test_a_curve_of_letters_becomes_one_that_rises() -> None:
    curve = b"curv" + bytes(4) + struct.pack(">I", 20) + b"A secret of Anna from Lisbon, 1999......"
    fresh = icc.neutral(known((b"rTRC", curve)))
    assert fresh
    assert b"Anna" not in fresh
    assert tells("icc", fresh) == []


@pytest.mark.parametrize(
    ("at", "fresh"),
    [
        (4, b"LISB"), (10, b"An"), (24, struct.pack(">6H", 2026, 6, 15, 18, 42, 7)), (24, b"CANARY-SECRE"),
        (40, b"ANNA"), (44, b"ANNA"), (48, b"ANNA"), (52, b"ANNA"), (56, b"SECRLisb"), (64, b"Lisb"),
        (68, b"Anna, Lisbon"), (80, b"CANA"), (84, b"CANARY-SECRET-An"), (100, b"Lisbon"), (0, b"Anna"),
    ],
)  # fmt: skip
def test_every_field_of_the_header_is_told_and_goes(at: int, fresh: bytes) -> None:
    profile = changed(at, fresh)
    assert len(tells("icc", profile)) == 1
    neutral = icc.neutral(profile)
    assert neutral is not None
    assert neutral[at : at + len(fresh)] != fresh
    assert neutral[128:] == profile[128:]
    assert tells("icc", neutral) == []


@pytest.mark.parametrize("at", [8, 12, 16, 20, 36])
def test_a_header_whose_colours_cannot_be_understood_costs_the_profile(at: int) -> None:
    assert icc.neutral(changed(at, b"Anna")) == b""


def test_the_number_of_a_profile_may_be_its_digest() -> None:
    profile = bytearray(known())
    plain = hashlib.md5(bytes(profile)).digest()  # noqa: S324
    profile[84:100] = plain
    assert icc.neutral(bytes(profile)) is None
    profile[30:32] = b"\0\1"
    fresh = icc.neutral(bytes(profile))
    assert fresh is not None
    assert not any(fresh[84:100])


def test_a_profile_that_a_library_made_tells_when() -> None:
    profile = made_by_a_library()
    (found,) = findings("icc", profile)
    assert found.kind is Kind.TIME
    fresh = icc.neutral(profile)
    assert fresh is not None
    assert fresh[128:] == profile[128:]
    assert fresh[24:36] == icc_header.SOME_DAY
    assert tells("icc", fresh) == []
    assert icc.neutral(fresh) is None
    assert shown(fresh) == shown(profile)


def test_many_languages_that_share_one_text_take_no_time() -> None:
    record = struct.pack(">4sII", b"enUS", 90_000, 3100)
    text = b"mluc" + bytes(4) + struct.pack(">II", 250, 12) + record * 250 + b"\0a" * 50_000
    fresh = icc.neutral(known((b"dscm", text)))
    assert fresh is not None
    assert tells("icc", fresh) == []


def test_words_in_the_codes_of_languages_are_told() -> None:
    profile = icc_sample("sRGB", "none", wide=True, date=WELL_KNOWN_DATE).replace(b"enUS", b"Anna")
    assert tells("icc", profile) == ["The colour profile is called “Anna?”"]
