"""People on the command line: who is who, whose faces are covered, and that nothing biometric is written."""

from __future__ import annotations

import base64
import json
import os
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from lenscap.cli import main
from lenscap.model import SURE, Box, Looking, Size
from lenscap.people import told
from lenscap.pipeline import inspect, run
from lenscap.pipeline.knowing import acquainted
from lenscap.policy import PRESETS, with_people
from lenscap.sources import Source
from tests.detectors.test_identity import beside, compressed, head

BOTH = 560, 280
"""The size of a picture of the two: Collins on the left, Hopper on the right."""


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    folder = tmp_path / "roll"
    folder.mkdir()
    both().save(folder / "both.png")
    return folder


@pytest.fixture
def collins(tmp_path: Path) -> Path:
    path = tmp_path / "me.jpg"
    head("collins").transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(path)
    return path


def both() -> Image.Image:
    return beside(head("collins"), head("hopper"))


def cleaned(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    assert main(["clean", "--json", "--style", "solid", *map(str, arguments)]) == 0
    return dict(json.loads(capsys.readouterr().out.splitlines()[0]))


def covered_parts(copy: str) -> tuple[float, float]:
    """How much of the left and of the right half of the copy is not as it was."""
    before, after = (np.asarray(picture.convert("RGB"), np.int16) for picture in (both(), Image.open(copy)))
    changed = np.abs(before - after).max(axis=2) > 0
    return float(changed[:, : BOTH[0] // 2].mean()), float(changed[:, BOTH[0] // 2 :].mean())


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_person_stays_visible_and_all_others_are_covered(
    roll: Path, collins: Path, jobs: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = (roll, "--to", tmp_path / "out", "--policy", "faces", "--keep-person", collins, "--jobs", jobs)
    result = cleaned(capsys, *arguments)
    left, right = covered_parts(result["target"])
    assert left == 0 < 0.1 < right
    assert result["covered"] >= 1


def test_a_person_alone_is_covered(
    roll: Path, collins: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = cleaned(capsys, roll, "--to", tmp_path / "out", "--policy", "faces", "--only-person", collins)
    left, right = covered_parts(result["target"])
    assert right == 0 < 0.1 < left


def test_a_policy_file_says_it_too(
    roll: Path, collins: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "mine.toml"
    policy.write_text(f'base = "faces"\nkeep_people = ["{collins.name}"]\n')
    left, right = covered_parts(cleaned(capsys, roll, "--to", tmp_path / "out", "--policy", policy)["target"])
    assert left == 0 < 0.1 < right


def test_a_picture_that_is_encoded_again_keeps_the_same_people(
    roll: Path, collins: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both().save(roll / "both.jpg", quality=40)
    result = cleaned(capsys, roll / "both.jpg", "--to", tmp_path / "out", "--policy", "faces", "--keep-person", collins)
    assert result["covered"] == 1


def test_boxes_by_hand_win_over_rules_by_person(
    roll: Path, collins: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = inspect(roll / "both.png", Looking("careful")).findings
    boxes = sorted(each.box for each in found if each.box and each.certainty >= SURE)
    left_box, right_box = (",".join(map(str, box)) for box in boxes)
    by_hand = ("--cover", left_box, "--keep", right_box)
    arguments = (roll, "--to", tmp_path / "out", "--policy", "faces", "--keep-person", collins, *by_hand)
    left, right = covered_parts(cleaned(capsys, *arguments)["target"])
    assert right == 0 < 0.1 < left


def test_a_box_is_covered_without_looking_for_faces(
    roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = cleaned(capsys, roll, "--to", tmp_path / "out", "--cover", "400,20,100,100")
    left, right = covered_parts(result["target"])
    assert (left, result["covered"]) == (0, 1)
    assert right > 0.1


def test_a_photo_that_shows_nobody_clearly_is_refused_before_anything_is_written(
    roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (300, 300), "grey").save(tmp_path / "wall.png")
    head("collins").resize((100, 100)).save(tmp_path / "small.png")
    (tmp_path / "text.jpg").write_text("no picture")
    sentences = {
        "wall.png": "shows no face for sure",
        "small.png": "too small or too unclear",
        "text.jpg": "cannot be used",
        "nothing.jpg": "cannot be used",
        "roll/both.png": "shows 2 faces",
    }
    for name, sentence in sentences.items():
        arguments = ["clean", str(roll), "--to", str(tmp_path / "out"), "--policy", "faces", "--keep-person"]
        assert main([*arguments, str(tmp_path / name)]) == 2
        assert sentence in capsys.readouterr().err
    assert main([*arguments[:-3], "--keep-person", str(roll / "both.png")]) == 2
    assert "no faces are covered" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_photo_of_a_person_is_looked_at_once(
    roll: Path, collins: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = acquainted(with_people(PRESETS["faces"], [collins]))
    assert policy.persons
    assert len(policy.persons.likenesses) == 1
    collins.unlink()
    (result,) = run([Source(roll / "both.png", Path("both.png"))], tmp_path / "out", policy)
    assert result.covered == 1


def test_people_are_named_across_the_roll(roll: Path, collins: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compressed(head("hopper")).save(roll / "hopper.png")
    head("hopper").resize((250, 250)).save(roll / "again.png")
    photos = [str(roll), str(collins)]
    assert main(["inspect", "--json", "--people", *photos]) == 0
    lines = {Path(line["path"]).name: line for line in map(json.loads, capsys.readouterr().out.splitlines())}
    faces = {name: [each for each in line["findings"] if each["kind"] == "face"] for name, line in lines.items()}
    named = {name: [each["data"].get("person") for each in found] for name, found in faces.items()}
    assert named["again.png"] == named["hopper.png"] == ["Person 1"]
    assert named["me.jpg"] == ["Person 2"]
    left, right = sorted((each for each in faces["both.png"] if each["data"]), key=lambda each: each["box"])
    assert (left["data"], right["data"]) == ({"person": "Person 2"}, {"person": "Person 1"})


def test_people_get_a_table_of_people(
    roll: Path, collins: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(collins.parent)
    assert main(["inspect", "--people", "roll", "me.jpg"]) == 0
    table = capsys.readouterr().out
    assert re.search(r"Person 1 +2 +\S+(png|jpg)", table)
    assert re.search(r"Person 2 +1 +roll.both\.png", table)
    Image.new("RGB", (64, 64)).save("wall.png")
    assert main(["inspect", "--people", "wall.png"]) == 0
    assert "No face is clear enough to be known again." in capsys.readouterr().out
    assert main(["inspect", "--people", "--faces", "off", "wall.png"]) == 2
    assert "known by their faces" in capsys.readouterr().err


def test_nobody_is_named_unless_it_is_asked_for(roll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "--json", str(roll)]) == 0
    (line,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert {str(each["data"]) for each in line["findings"] if each["kind"] == "face"} == {"{}"}


def spellings(likeness: bytes) -> Iterator[bytes]:
    """How 128 numbers may be written down: a part is enough."""
    numbers = struct.unpack("128f", likeness)
    yield likeness[8:24]
    yield struct.pack("4d", *numbers[2:6])
    yield base64.b64encode(likeness[9:30])[:24]
    yield likeness[8:24].hex().encode()
    yield from (f"{abs(number):.5f}".encode() for number in numbers if abs(number) > 0.1)
    yield repr(likeness[8:24])[2:-1].encode()


def written(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_likeness_is_written_anywhere(
    roll: Path, collins: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    photos = (roll / "both.png", collins)
    known = [each.likeness for path in photos for each in inspect(path, Looking("careful", True)).findings]
    likenesses = [each for each in known if each]
    assert len(likenesses) == 3
    assert main(["inspect", "--json", "--people", str(roll)]) == 0
    assert main(["inspect", "--people", str(collins)]) == 0
    cleaning = ["clean", str(roll), "--policy", "faces", "--keep-person", str(collins), "--to"]
    assert main([*cleaning, str(tmp_path / "out"), "--json"]) == 0
    output = capfd.readouterr()
    homes = {os.environ[name] for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    everything = output.out.encode() + output.err.encode() + caplog.text.encode() + written(tmp_path)
    everything += b"".join(written(Path(home)) for home in homes)
    assert b"Person 1" in everything
    assert not [one for likeness in likenesses for one in spellings(likeness) if one in everything]


@pytest.mark.parametrize(
    "write", [bytes, lambda each: json.dumps(struct.unpack("128f", each)).encode(), base64.b64encode]
)
def test_a_likeness_that_was_written_would_be_noticed(write: Any) -> None:
    likeness = np.random.default_rng(1).normal(0, 0.1, 128).astype(np.float32).tobytes()
    assert any(one in write(likeness) for one in spellings(likeness))


def test_names_are_for_boxes_of_the_same_photo(roll: Path) -> None:
    report = inspect(roll / "both.png", Looking("careful", people=True))
    assert told(report, ()) == report
    assert report.size == Size(*BOTH)
    assert all(each.box != Box(0, 0, 0, 0) for each in report.findings)
