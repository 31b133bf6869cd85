"""``lenscap cloud`` and ``lenscap models``."""

from __future__ import annotations

import json
from pathlib import Path

import piexif
import pytest
from PIL import Image

from lenscap import models
from lenscap.cli import main
from tests.detectors.test_objects import model


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    """Ten photos of a weekend in Lisbon, and one of long ago."""
    folder = tmp_path / "roll"
    folder.mkdir()
    for number in range(11):
        day = b"2026:06:%02d 1%d:00:00" % (13 + number // 5, number % 5) if number < 10 else b"2024:01:01 12:00:00"
        place = {1: b"N", 2: ((38, 1), (43, 1), (20, 1)), 3: b"W", 4: ((9, 1), (8, 1), (21, 1))}
        exif = piexif.dump({"Exif": {36867: day}, "GPS": place})
        Image.new("RGB", (64, 48), (number, 0, 0)).save(folder / f"IMG_{number}.jpg", exif=exif)
    return folder


@pytest.fixture
def own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(models, "folder", lambda: tmp_path / "added")
    return tmp_path / "added"


def test_programs_get_one_object(roll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cloud", str(roll), "--faces", "off", "--today", "2026-06-28", "--json"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    seen = json.loads(line)
    assert {"window", "people", "places", "events", "themes", "suggestions"} <= seen.keys()
    assert len(seen["window"]["inside"]) == 10
    assert len(seen["window"]["older"]) == 1
    assert seen["places"][0]["says"] == "Lisbon, Portugal"


def test_people_get_a_page(roll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cloud", str(roll), "--faces", "off", "--today", "2026-06-28"]) == 0
    page = capsys.readouterr().out
    assert "\n       10  ████████████████████████████████  29 May 2026" in page
    for words in (
        "Nothing was sent anywhere",
        "29 May 2026 – 28 June 2026",
        "Lisbon, Portugal",
        "Faces were not looked",
    ):
        assert words in page


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_shown(
    roll: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (roll / "bad.jpg").write_bytes(b"\xff\xd8\xff")
    assert main(["cloud", str(roll), "--faces", "off", "--json", "--today", "2026-06-28"]) == 1
    told = capsys.readouterr()
    assert len(json.loads(told.out)["window"]["inside"]) == 10
    assert "bad.jpg" in told.err


def test_no_photos_make_an_empty_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cloud", str(tmp_path), "--faces", "off"]) == 0
    assert "from 0 photos" in capsys.readouterr().out


def test_it_says_what_cleaned_copies_would_still_give_away(roll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["cloud", str(roll), "--faces", "off", "--today", "2026-06-28", "--policy", "metadata"]
    assert main(asked) == 0
    assert "no longer: June 2026 (without dates)" in capsys.readouterr().out
    assert main([*asked, "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert seen["places"]
    assert not seen["after"]["places"]
    assert not seen["after"]["suggestions"]


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "28.6.2026"])
def test_a_day_that_is_none_is_wrong_usage(day: str, roll: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["cloud", str(roll), "--today", day])
    assert ended.value.code == 2


def test_a_model_is_added_listed_used_and_removed(
    tmp_path: Path, roll: Path, own_models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(roll), "--faces", "off", "--objects"]) == 2
    file = model(tmp_path / "tiny.onnx", [(5, [0.5, 0.5, 0.0, 0.0, 0.9, 1.0, 0.0])])
    assert main(["models", "add", str(file)]) == 0
    assert main(["models", "list", "--json"]) == 0
    capsys.readouterr()
    assert main(["inspect", str(roll / "IMG_0.jpg"), "--faces", "off", "--objects", "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [each["tells"] for each in findings if each["kind"] == "object"] == ["A dog"]
    assert main(["models", "remove", "tiny"]) == 0
    assert not list(own_models.iterdir())
    assert main(["models", "remove", "tiny"]) == 2


def test_without_a_model_it_is_said_where_one_is_got(own_models: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == 0
    told = capsys.readouterr().out
    assert models.ADDRESS in told
    assert models.YOLOX_NANO.sha256 in told
