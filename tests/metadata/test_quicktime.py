"""What films say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from lenscap.metadata import quicktime
from lenscap.model import Finding, Kind, Outcome
from lenscap.pipeline import clean, inspect
from lenscap.policy import PRESETS
from tests.samples import named
from tests.samples.mp4 import Film, box, film, full
from tests.samples.mp4_samples import gpmd
from tests.samples.sample import text


def told(name: str, folder: Path) -> list[Finding]:
    sample = named(name)
    path = folder / f"film{sample.suffix}"
    path.write_bytes(sample.data)
    return list(inspect(path).findings)


def sentences(name: str, folder: Path) -> dict[str, Kind]:
    return {finding.tells: finding.kind for finding in told(name, folder)}


def read(*boxes: bytes) -> list[Finding]:
    return [item for item in quicktime.read(b"".join(boxes), "Film") if isinstance(item, Finding)]


def test_times_of_all_headers_are_told_once(tmp_path: Path) -> None:
    found = [finding for finding in told("mp4-times-mp4", tmp_path) if finding.kind == Kind.TIME]
    assert [finding.data["iso"] for finding in found] == ["2017-04-17T19:27:57Z", "2017-04-18T13:44:30Z"]
    assert found[0].tells == "The film was made on 17 April 2017 at 19:27:57 (UTC)"
    assert found[0].traces


def test_times_of_eight_bytes_are_told(tmp_path: Path) -> None:
    assert "The recording was made on 17 April 2017 at 19:27:57 (UTC)" in sentences("mp4-long-times-mov", tmp_path)


def test_texts_of_quicktime_3gpp_and_cameras_are_told(tmp_path: Path) -> None:
    found = sentences("mp4-user-data-mp4", tmp_path)
    place = "mp4-user-data-mp4"
    assert found[f"A title: “{text(f'{place}-nam')}”"] == Kind.TEXT
    assert found[f"Made by “{text(f'{place}-ART')}”"] == Kind.NAME
    assert found[f"Taken with “{text(f'{place}-mod')}”"] == Kind.DEVICE
    assert found[f"Made by “{text(f'{place}-auth')}”"] == Kind.NAME
    assert found[f"The lens's serial number is “{text(f'{place}-LENS')}”"] == Kind.DEVICE
    assert found["Taken in Lisbon, Portugal"] == Kind.PLACE
    assert found[f"Taken in “{text(f'{place}-loci')}”"] == Kind.PLACE


def test_keys_and_their_values_are_told(tmp_path: Path) -> None:
    found = told("mp4-keys-mov", tmp_path)
    spot = next(finding for finding in found if finding.kind == Kind.PLACE)
    assert spot.tells == "Taken in Lisbon, Portugal"
    assert (spot.data["lat"], spot.data["lon"]) == (38.7167, -9.1333)
    said = {finding.tells: finding.kind for finding in found}
    assert said["Taken on 13 June 2025 at 18:42:07 (+01:00)"] == Kind.TIME
    assert said[f"The number that it has in common with a Live Photo: “{text('mp4-keys-mov-content.identifier')}”"]
    assert any(finding.kind == Kind.PREVIEW for finding in found)
    assert any("CANARY-mp4-keys-mov-cover-artist-" in finding.tells for finding in found)  # in its Exif


@pytest.mark.parametrize(
    ("written", "degrees"),
    [
        ("+38.7167-009.1333/", (38.7167, -9.1333)),
        ("+3843.002-00907.998+012.5/", (38.7167, -9.1333)),
        ("-334512.0+0181530.0/", (-33.7533333, 18.2583333)),
        ("+00.0000+000.0000/", (0.0, 0.0)),
    ],
)
def test_positions_are_read_in_all_spellings(written: str, degrees: tuple[float, float]) -> None:
    raw = written.encode()
    found = read(box(b"udta", box(b"\xa9xyz", len(raw).to_bytes(2), b"\x15\xc7", raw)))
    assert (round(found[0].data["lat"], 4), round(found[0].data["lon"], 4)) == tuple(round(one, 4) for one in degrees)


@pytest.mark.parametrize("written", ["nowhere", "+99.9-999.9/", "+", "+38", "+38.7223", "\0\0", "+1e9-1e9"])
def test_a_position_that_is_none_is_still_told(written: str) -> None:
    raw = written.encode() + b"!"
    found = read(box(b"udta", box(b"\xa9xyz", len(raw).to_bytes(2), b"\x15\xc7", raw)))
    assert [finding.kind for finding in found] == [Kind.PLACE]


def test_a_gps_track_of_a_gopro_is_told(tmp_path: Path) -> None:
    found = told("mp4-track-gpmd", tmp_path)
    spot = next(finding for finding in found if finding.kind == Kind.PLACE)
    assert spot.tells == "A GPS track of 2 points, beginning in Lisbon, Portugal"
    assert (spot.data["lat"], spot.data["lon"], spot.data["points"]) == (38.7167, -9.1333, 2)
    said = {finding.tells for finding in found}
    assert f"Recorded with “{text('mp4-track-gpmd-device')}”" in said
    assert "The satellites said 2025-06-13 18:42:07 (UTC)" in said


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("camm", Kind.PLACE, "A GPS track of 1 point, beginning in Lisbon, Portugal"),
        ("mebx", Kind.FACE, "A timed track that tells: detected-face."),
        ("text", Kind.TEXT, "Texts beside the film, as subtitles or chapters are: “CANARY-mp4-track-text-text-"),
        ("tmcd", Kind.TIME, "A timecode, which may be the time of day"),
        ("still", Kind.PREVIEW, "Other pictures inside the film, which players do not show"),
        ("data", Kind.UNKNOWN, "A track with a Sony camera's own records"),
    ],
)
def test_tracks_that_go_are_told(name: str, kind: Kind, words: str, tmp_path: Path) -> None:
    found = [finding for finding in told(f"mp4-track-{name}", tmp_path) if finding.tells.startswith(words)]
    assert [finding.kind for finding in found] == [kind]


def test_a_picture_in_a_hidden_track_is_read_too(tmp_path: Path) -> None:
    assert any("CANARY-mp4-track-still-still" in said for said in sentences("mp4-track-still", tmp_path))


def test_a_wall_clock_between_fragments_is_told() -> None:
    clock = full(b"prft", bytes(4), (0xED000000 << 32).to_bytes(8), bytes(4))
    assert [finding.kind for finding in read(clock)] == [Kind.TIME]


def test_records_in_records_end() -> None:
    deep = b""
    for _ in range(2000):
        deep = b"DEVC\0\1" + (len(deep) & 0xFFFF).to_bytes(2) + deep
    assert read(box(b"udta", box(b"GPMF", deep)))
    boxes = b""
    for _ in range(5000):
        boxes = box(b"udta", boxes)
    assert read(boxes) == []


def test_a_place_goes_and_the_rest_stays_when_only_places_are_to_go(tmp_path: Path) -> None:
    one = Film(film())
    raw = b"+38.7167-009.1333/"
    texts = [box(b"\xa9xyz", len(raw).to_bytes(2), b"\x15\xc7", raw), box(b"\xa9nam", b"\0\5\x15\xc7", b"Hello")]
    one.moov["mvhd"].put(4, (0xD51AC7BD).to_bytes(4) * 2)
    one.moov.add(box(b"udta", *texts))
    source = tmp_path / "film.mp4"
    source.write_bytes(one.build())
    result = clean(source, tmp_path / "copies" / "film.mp4", PRESETS["location"])
    assert result.outcome == Outcome.CLEANED, result.reason
    assert result.after
    said = {finding.tells for finding in result.after.findings}
    assert "A title: “Hello”" in said
    assert "Made on 17 April 2017 at 19:27:57 (UTC)" in said
    assert not any(finding.kind == Kind.PLACE for finding in result.after.findings)


def test_what_nobody_knows_is_no_reason_to_fail() -> None:
    assert quicktime.read(gpmd("x"), "Film") is not None
    kinds = (b"meta", b"hdlr", b"stsd", b"prft", b"ftyp", b"trak", b"mvhd", b"mdhd", b"udta", b"avcC", b"loci")
    empty = [box(kind, bytes(length)) for kind in kinds for length in (0, 1, 4, 8, 20)]
    for data in (b"", b"\0", bytes(8), b"\0\0\0\x09udta\0", *empty):
        list(quicktime.read(data, "Film"))
