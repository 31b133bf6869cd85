"""The command line, run as a person or a program does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lenscap.cli import main
from lenscap.model import Outcome, Result
from tests.pictures import astronaut, grace_hopper
from tests.samples import named


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    folder = tmp_path / "roll"
    folder.mkdir()
    astronaut().save(folder / "face.jpg")
    (folder / "told.jpg").write_bytes(named("jpeg-everything").data)
    (folder / "told.png").write_bytes(named("png-everything").data)
    return folder


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    out = capsys.readouterr().out
    return [json.loads(line) for line in out.splitlines()]


def test_inspect_prints_one_object_a_line(roll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "--json", str(roll)]) == 0
    reports = lines(capsys)
    assert [Path(report["path"]).name for report in reports] == ["face.jpg", "told.jpg", "told.png"]
    assert all(report.keys() == {"path", "format", "width", "height", "findings"} for report in reports)
    finding = {"kind", "tells", "where", "certainty", "box", "data"}
    assert all(each.keys() == finding for report in reports for each in report["findings"])
    face = next(each for each in reports[0]["findings"] if each["kind"] == "face")
    assert len(face["box"]) == 4
    assert all(isinstance(number, int) for number in face["box"])
    place = next(each for each in reports[1]["findings"] if each["kind"] == "place" and "lat" in each["data"])
    assert place["data"].keys() >= {"lat", "lon", "name"}
    assert any("iso" in each["data"] for each in reports[1]["findings"] if each["kind"] == "time")


def test_inspect_without_faces_finds_none(roll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "--json", "--faces", "off", str(roll / "face.jpg")]) == 0
    assert not [each for each in lines(capsys)[0]["findings"] if each["kind"] == "face"]


def test_clean_prints_outcomes_and_exits_with_0_when_all_is_clean(
    roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["clean", "--json", str(roll), "--to", str(tmp_path / "out")]) == 0
    results = lines(capsys)
    keys = {"path", "target", "outcome", "removed", "kept", "covered", "reason"}
    assert all(result.keys() == keys for result in results)
    assert {result["outcome"] for result in results} <= {"cleaned", "already_clean"}
    assert results[1]["removed"]["place"] >= 1
    assert all(Path(result["target"]).is_file() for result in results)


def test_a_run_is_written_down_for_people_and_for_programs(roll: Path, tmp_path: Path) -> None:
    page, data = tmp_path / "r.html", tmp_path / "r.json"
    (roll / "torn.jpg").write_bytes(b"not a photo")
    assert main(["clean", str(roll), "--to", str(tmp_path / "out"), "--report", str(page), "--report", str(data)]) == 1
    assert "3 of 4 photos are ready to share." in page.read_text(encoding="utf-8")
    report = json.loads(data.read_text(encoding="ascii"))
    assert [Path(each["path"]).name for each in report["photos"]] == ["face.jpg", "told.jpg", "told.png", "torn.jpg"]
    assert report["policy"] == "metadata"


@pytest.mark.parametrize("name", ["precious.html", "r.txt", "missing/r.html"])
def test_a_report_that_cannot_be_saved_is_told_before_the_first_photo(
    name: str, roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "precious.html").write_text("mine")
    assert main(["clean", str(roll), "--to", str(tmp_path / "out"), "--report", str(tmp_path / name)]) == 2
    assert "report" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "precious.html").read_text() == "mine"


def test_clean_covers_faces(roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["clean", "--json", str(roll / "face.jpg"), "--to", str(tmp_path / "out"), "--policy", "faces"]
    assert main([*arguments, "--style", "mosaic", "--names", "neutral"]) == 0
    (result,) = lines(capsys)
    assert result["covered"] >= 1
    assert Path(result["target"]).name == "photo-0001.jpg"
    assert result["reason"] is None


def test_one_bad_file_gives_exit_code_1_and_the_others_are_done(
    roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (roll / "empty.jpg").touch()
    assert main(["clean", "--json", str(roll), "--to", str(tmp_path / "out")]) == 1
    outcomes = {Path(result["path"]).name: result["outcome"] for result in lines(capsys)}
    assert outcomes["empty.jpg"] == "refused"
    assert len(outcomes) == 4
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_a_file_that_is_not_there_fails_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "--json", str(tmp_path / "nothing.jpg")]) == 1
    (result,) = lines(capsys)
    assert result["outcome"] == "failed"
    assert result["reason"].startswith("It is not there: it may have been moved or deleted.")


def test_wrong_usage_exits_with_2(roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = ["--to", str(tmp_path / "out")]
    jobs = (["clean", str(roll), *to, "--jobs", number] for number in ("0", "many", "9" * 5000))
    for arguments in (["clean", str(roll)], ["nonsense"], *jobs):
        with pytest.raises(SystemExit) as exit_:
            main(arguments)
        assert exit_.value.code == 2
    assert capsys.readouterr().err.count("choose a number between 1 and 256") == 3
    assert main(["clean", str(roll), *to, "--policy", "nothing"]) == 2
    assert "There is no policy “nothing”." in capsys.readouterr().err
    assert main(["clean", str(roll), "--to", str(roll / "face.jpg")]) == 2


def test_a_policy_file_decides_about_single_faces(
    roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["inspect", "--json", str(roll / "face.jpg")])
    boxes = [each["box"] for each in lines(capsys)[0]["findings"] if each["kind"] == "face"]
    policy = tmp_path / "mine.toml"
    policy.write_text(f'base = "faces"\nstyle = "solid"\n[photos."face.jpg"]\nkeep = {boxes}\n')
    arguments = ["clean", "--json", str(roll / "face.jpg"), "--to", str(tmp_path / "out"), "--policy", str(policy)]
    assert main(arguments) == 0
    (result,) = lines(capsys)
    assert result["covered"] == 0
    assert "A face" in result["kept"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("base = 3", "starts from a preset that does not exist"),
        ("colour = 'red'", "asks for “colour”, which does not exist"),
        ("base =", "is not a TOML file"),
        ("style = 'blur'", "no cover style “blur”"),
        ("a = " + "[" * 100_000, "too many brackets"),
        (f"base = {'9' * 5000}", "is not a TOML file"),
        ("names = 'nuetral'", "neither “keep” nor “neutral”"),
        ("photos = 3", "not a table of photos"),
        ("[photos.'a.jpg']\ncover = [[1, 2]]", "not four whole numbers"),
        ("[photos.'a.jpg']\ncover = [[1, 2, inf, 4]]", "not four whole numbers"),
        ("[photos.'a.jpg']\ncover = [[1, 2, 3, 4.5]]", "not four whole numbers"),
        (f"[photos.'a.jpg']\ncover = [[1, 2, 3, 1{'0' * 400}]]", "not four whole numbers"),
        ("[photos.'a.jpg']\ncovers = [[1, 2, 3, 4]]", "which boxes to keep, which to cover, and the details"),
        ("[photos]\n'a.jpg' = 3", "which boxes to keep, which to cover, and the details"),
        ('"\\u001B[31mred" = 1', "asks for “·red”"),
    ],
)
def test_a_policy_file_that_makes_no_sense_is_a_sentence(
    text: str, sentence: str, roll: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "mine.toml"
    policy.write_text(text)
    assert main(["clean", str(roll), "--to", str(tmp_path / "out"), "--policy", str(policy)]) == 2
    assert sentence in capsys.readouterr().err


def test_people_get_words_and_text_out_of_a_file_is_never_a_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "esc\x1b[31m[bold]x[bold]\n\u202e.jpg"
    (tmp_path / name).write_bytes(named("jpeg-everything").data)
    assert main(["inspect", "--faces", "off", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "Exif GPS" in out
    assert "[bold]x[bold]" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_a_reason_that_quotes_a_file_is_no_command_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    quoting = Result(tmp_path, None, Outcome.REFUSED, reason="Its “\x1b[31m” box is torn.")
    monkeypatch.setattr("lenscap.pipeline.inspect_all", lambda *_: iter([quoting]))
    monkeypatch.setattr("lenscap.pipeline.run", lambda *_, **__: (each for each in [quoting]))
    (tmp_path / "a.jpg").touch()
    assert main(["inspect", str(tmp_path)]) == 1
    assert main(["clean", str(tmp_path), "--to", str(tmp_path / "out")]) == 1
    out = capsys.readouterr().out
    assert out.count("box is torn.") == 2
    assert "\x1b" not in out


def test_a_terminal_that_lacks_a_character_ends_nothing(roll: Path) -> None:
    command = [sys.executable, "-m", "lenscap", "inspect", "--faces", "off", str(roll)]
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=ascii_only, capture_output=True, text=True, check=True)
    assert "told.png" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_fault(roll: Path) -> None:
    command = [sys.executable, "-m", "lenscap", "inspect", "--json", "--faces", "off", str(roll)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_an_empty_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(tmp_path)]) == 0
    assert "No photos were found there." in capsys.readouterr().err


def test_formats_lists_what_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats", "--json"]) == 0
    listed = lines(capsys)
    assert {line["format"] for line in listed if line["cleaned"]} >= {"JPEG", "PNG", "WebP"}
    photoshop = next(line for line in listed if ".psd" in line["suffixes"])
    assert photoshop["format"] == "Photoshop document (PSD)"
    assert [photoshop[done] for done in ("inspected", "cleaned", "covered")] == [False] * 3
    assert main(["formats"]) == 0
    assert "left out" in capsys.readouterr().out


def test_without_a_display_the_window_says_so_in_one_sentence(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "lenscap"], env=environment, capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 2
    assert done.stderr.startswith("lenscap: ")
    assert len(done.stderr.strip().splitlines()) == 1


def test_nothing_but_json_is_on_stdout(roll: Path, tmp_path: Path) -> None:
    grace_hopper().save(roll / "hopper.webp")
    command = [sys.executable, "-m", "lenscap", "clean", "--json", "--policy", "faces", str(roll), "--to"]
    done = subprocess.run([*command, str(tmp_path / "out")], capture_output=True, text=True, check=True)
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 4
    assert done.stderr == ""
