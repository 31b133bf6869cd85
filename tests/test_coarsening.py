"""What a policy keeps by its meaning: as much as was asked for, and nothing finer."""

from __future__ import annotations

import io
from pathlib import Path

import piexif
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from lenscap import policy
from lenscap.coarsening import PLACES, TIMES, coarsened
from lenscap.errors import PolicyError
from lenscap.model import FILE_NAME, Finding, Keep, Kind, Outcome, Policy, Result
from lenscap.pipeline import clean
from tests.oracle.exiftool import needs_exiftool, private_tags

SUFFIXES = (".jpg", ".png", ".webp")
SERIAL = b"SN-20260615-9A41"


def photo(folder: Path, suffix: str) -> Path:
    """A photo taken in the Alfama at a known second, with a copyright line, settings and a serial number."""
    exif = piexif.dump({
        "0th": {piexif.ImageIFD.Make: b"Fabrikam", piexif.ImageIFD.Copyright: b"(c) 2026 Marta Sample"},
        "Exif": {
            piexif.ExifIFD.DateTimeOriginal: b"2026:06:15 18:42:07",
            piexif.ExifIFD.BodySerialNumber: SERIAL,
            piexif.ExifIFD.FNumber: (18, 10),
            piexif.ExifIFD.ISOSpeedRatings: 400,
        },
        "GPS": {
            piexif.GPSIFD.GPSLatitudeRef: b"N",
            piexif.GPSIFD.GPSLatitude: ((38, 1), (42, 1), (4248, 100)),
            piexif.GPSIFD.GPSLongitudeRef: b"W",
            piexif.GPSIFD.GPSLongitude: ((9, 1), (7, 1), (4440, 100)),
        },
    })  # fmt: skip
    path = folder / f"picture{suffix}"
    Image.new("RGB", (64, 48), "teal").save(path, exif=exif)
    return path


def cleaned(folder: Path, suffix: str, keep: Keep) -> tuple[Result, bytes]:
    wish = Policy("mine", policy.PRESETS["metadata"].remove, keep=keep)
    result = clean(photo(folder, suffix), folder / "copies" / f"picture{suffix}", wish)
    assert result.outcome == Outcome.CLEANED, result.reason
    assert result.target is not None
    again = clean(result.target, folder / "again" / f"picture{suffix}", wish)
    assert again.outcome == Outcome.ALREADY_CLEAN, again.reason
    return result, result.target.read_bytes()


def told(result: Result, kind: Kind) -> list[Finding]:
    assert result.after is not None
    return [finding for finding in result.after.findings if finding.kind == kind and finding.where != FILE_NAME]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(("exactness", "iso"), [("year", "2026"), ("month", "2026-06"), ("day", "2026-06-15")])
def test_a_time_stays_as_exact_as_was_asked(exactness: str, iso: str, suffix: str, tmp_path: Path) -> None:
    result, copy = cleaned(tmp_path, suffix, Keep(time=exactness))
    assert [finding.data["iso"] for finding in told(result, Kind.TIME)] == [iso]
    assert iso.encode() in copy
    assert b"18:42" not in copy
    assert SERIAL not in copy
    assert not told(result, Kind.PLACE)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_of_a_place_the_country_can_stay(suffix: str, tmp_path: Path) -> None:
    result, copy = cleaned(tmp_path, suffix, Keep(place="country"))
    assert [finding.data["name"] for finding in told(result, Kind.PLACE)] == ["Portugal"]
    assert b"Alfama" not in copy
    assert not told(result, Kind.TIME)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_of_a_place_the_town_can_stay_and_its_position_is_the_towns(suffix: str, tmp_path: Path) -> None:
    result, _ = cleaned(tmp_path, suffix, Keep(place="town"))
    position = next(finding.data for finding in told(result, Kind.PLACE) if "lat" in finding.data)
    assert (round(position["lat"], 4), round(position["lon"], 4)) != (38.7118, -9.129)
    assert abs(position["lat"] - 38.71) < 0.05
    assert "Alfama, Portugal" in {finding.data["name"] for finding in told(result, Kind.PLACE)}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_copyright_line_and_the_settings_can_stay(suffix: str, tmp_path: Path) -> None:
    result, copy = cleaned(tmp_path, suffix, Keep(copyright=True, settings=True))
    assert {finding.data["text"] for finding in told(result, Kind.NAME)} == {"(c) 2026 Marta Sample"}
    assert [finding.tells for finding in told(result, Kind.DEVICE)] == ["Camera settings: f/1.8, ISO 400"]
    assert SERIAL not in copy
    assert b"Fabrikam" not in copy


@needs_exiftool
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_exiftool_sees_what_stays_and_nothing_else(suffix: str, tmp_path: Path) -> None:
    result, _ = cleaned(tmp_path, suffix, Keep("month", "country", copyright=True))
    assert result.target is not None
    seen = private_tags([result.target])[result.target]
    assert seen["XMP-photoshop:DateCreated"] == "2026:06"
    assert seen["XMP-photoshop:Country"] == "Portugal"
    assert seen["XMP-dc:Rights"] == "(c) 2026 Marta Sample"
    assert not [name for name in seen if "GPS" in name or "DateTime" in name or "Serial" in name]


def test_a_colour_profiles_date_is_not_the_photos() -> None:
    profile = Finding(Kind.TIME, "Made on 9 March 1998", "Colour profile", data={"iso": "1998-03-09"})
    assert coarsened([profile], Keep(time="year")) == ()


def test_without_a_town_nearby_nothing_stays_of_a_place() -> None:
    ocean = Finding(Kind.PLACE, "Taken at", "Exif GPS", data={"lat": -48.9, "lon": -123.4, "name": "", "words": []})
    assert coarsened([ocean], Keep(place="town")) == ()
    assert coarsened([ocean], Keep(place="exact"))[0].data["exif"]["GPSLatitude"] == [[48, 1], [54, 1], [0, 100]]


def test_a_png_comment_can_hold_the_copyright_line(tmp_path: Path) -> None:
    text = PngInfo()
    text.add_text("Copyright", "Marta Sample")
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "PNG", pnginfo=text)
    (tmp_path / "picture.png").write_bytes(buffer.getvalue())
    wish = Policy("mine", policy.PRESETS["metadata"].remove, keep=Keep(copyright=True))
    result = clean(tmp_path / "picture.png", tmp_path / "copy.png", wish)
    assert {finding.data["text"] for finding in told(result, Kind.NAME)} == {"Marta Sample"}


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("place", PLACES)
def test_a_policy_file_says_what_stays(time: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f'times = "keep"\n[keep]\ntime = "{time}"\nplace = "{place}"\ncopyright = true\n')
    wish = policy.load(path)
    assert wish.keep == Keep(time, place, copyright=True)
    assert wish.file_times


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('[keep]\ntime = "minute"', "wants to keep “time” in a way that does not exist"),
        ("[keep]\ncopyright = 1", "wants to keep “copyright” in a way that does not exist"),
        ("[keep]\nserial = true", "wants to keep “serial” in a way that does not exist"),
        ("keep = 3", "keep is not a table"),
        ('times = "maybe"', "times is neither “keep” nor “neutral”"),
    ],
)
def test_a_policy_file_with_a_mistake_is_a_sentence(line: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(line)
    with pytest.raises(PolicyError, match=sentence):
        policy.load(path)


def test_a_copy_can_have_the_originals_time(tmp_path: Path) -> None:
    source = photo(tmp_path, ".jpg")
    wish = Policy("mine", policy.PRESETS["metadata"].remove, file_times=True)
    result = clean(source, tmp_path / "copy.jpg", wish)
    assert result.target is not None
    assert result.target.stat().st_mtime == source.stat().st_mtime
