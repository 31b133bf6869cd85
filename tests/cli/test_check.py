"""Is anything private left? The answer for builds and hooks: kinds and an exit code, and nothing that is told."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from lenscap import store
from lenscap.cli import main
from lenscap.policy import PRESETS
from tests.pictures import astronaut
from tests.samples import named, samples

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "told.jpg").write_bytes(named("jpeg-everything").data)
    Image.new("RGB", (64, 48), "teal").save(folder / "plain.png")
    return folder


def check(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str]]:
    code = main(["check", *map(str, arguments)])
    return code, capsys.readouterr().out.splitlines()


def test_one_line_says_which_kinds_are_left_and_none_what_they_tell(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, (said,) = check(capsys, site)
    assert code == 1
    path, kinds = said.rsplit(": ", 1)
    assert path == str(site / "told.jpg")
    assert {"place", "time", "device", "name"} <= set(kinds.split(", "))


def test_clean_photos_need_no_words(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, site / "plain.png") == (0, [])


@pytest.mark.parametrize("policy", ["metadata", "location"])
def test_what_clean_made_is_clean(policy: str, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for sample in samples():
        (site / f"{sample.name}.jpg").write_bytes(sample.data)
    main(["clean", str(site), "--to", str(tmp_path / "copies"), "--policy", policy])
    capsys.readouterr()
    assert check(capsys, "--policy", policy, tmp_path / "copies") == (0, [])


def test_what_a_policy_keeps_coarser_may_stay(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy = tmp_path / "mine.toml"
    policy.write_text('[keep]\ntime = "month"\nplace = "country"\n')
    main(["clean", str(site), "--to", str(tmp_path / "copies"), "--policy", str(policy)])
    capsys.readouterr()
    assert check(capsys, "--policy", policy, tmp_path / "copies") == (0, [])
    code, said = check(capsys, tmp_path / "copies")
    assert code == 1
    assert "time" in said[0]
    assert check(capsys, "--policy", policy, site)[0] == 1


def test_what_was_decided_about_one_photo_holds_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photo, copies, policy = tmp_path / "told.jpg", tmp_path / "copies", tmp_path / "mine.toml"
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:06:15 18:42:07"
    Image.new("RGB", (64, 48), "teal").save(photo, exif=exif)
    assert check(capsys, "--policy", "location", photo) == (0, [])
    policy.write_text('base = "location"\n[photos."told.jpg"]\ndetails = { time = "month" }\n')
    assert check(capsys, "--policy", policy, photo) == (1, [f"{photo}: time"])
    assert main(["clean", str(photo), "--to", str(copies), "--policy", str(policy)]) == 0
    capsys.readouterr()
    assert check(capsys, "--policy", policy, copies) == (0, [])


def test_faces_are_looked_for_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photo, copies = tmp_path / "astronaut.png", tmp_path / "copies"
    astronaut().save(photo)
    assert check(capsys, photo) == (0, [])
    assert check(capsys, "--policy", "faces", photo) == (1, [f"{photo}: face"])
    assert main(["clean", str(photo), "--to", str(copies), "--policy", "faces"]) == 0
    capsys.readouterr()
    assert check(capsys, "--policy", "faces", copies) == (0, [])


def test_what_cannot_be_read_is_not_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torn = tmp_path / "torn.jpg"
    torn.write_bytes(b"not a photo")
    code, said = check(capsys, torn, tmp_path / "gone.jpg")
    assert code == 1
    assert len(said) == 2
    assert "It is not there" in said[1]


def test_a_film_is_not_clean_where_faces_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    film = next(sample for sample in samples() if sample.format == "MP4")
    (tmp_path / "film.mp4").write_bytes(film.data)
    main(["clean", str(tmp_path), "--to", str(tmp_path / "copies")])
    capsys.readouterr()
    assert check(capsys, tmp_path / "copies") == (0, [])
    assert check(capsys, tmp_path / "copies", "--policy", "faces") == (
        1,
        [f"{tmp_path / 'copies' / 'film.mp4'}: Faces in MP4 files cannot be found yet."],
    )


def test_what_lies_beside_a_file_is_none_of_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "plain.mov").write_bytes(b"")
    (site / "plain.aae").write_bytes(b"edits")
    assert check(capsys, site / "plain.png") == (0, [])


def test_programs_get_a_line_for_each(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = check(capsys, "--json", site, site / "gone.jpg")
    plain, told, gone = map(json.loads, lines)
    assert code == 1
    assert plain == {"path": str(site / "plain.png"), "clean": True, "left": {}, "reason": None}
    assert not told["clean"]
    assert told["left"]["place"] >= 1
    assert not gone["clean"]
    assert gone["reason"]


def test_a_policy_that_does_not_exist_is_wrong_usage(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--policy", "all", str(site)]) == 2
    said = capsys.readouterr().err
    assert all(name in said for name in PRESETS)


def test_it_remembers_for_the_next_build(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_SETTLED", 0.0)
    first = check(capsys, site)
    monkeypatch.setattr("lenscap.pipeline.recalling.opened", None)
    assert check(capsys, site) == first
    monkeypatch.undo()
    assert check(capsys, "--no-store", site) == first


HOOK = ROOT / ".pre-commit-hooks.yaml"


def hook() -> dict[str, str]:
    """The fields of the only hook: one a line, so that no library is needed to read them."""
    lines = HOOK.read_text(encoding="utf-8").removeprefix("- ").splitlines()
    return {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


def test_the_hook_says_what_pre_commit_needs() -> None:
    said = hook()
    assert (said["id"], said["language"]) == ("lenscap-check", "system")
    assert (said["types"], said["exclude_types"]) == ("[image]", "[svg]")


@pytest.mark.parametrize(("names", "code"), [(["plain.png"], 0), (["plain.png", "told.jpg"], 1)])
def test_the_hook_stops_a_commit_of_photos_that_tell(site: Path, names: list[str], code: int) -> None:
    """As pre-commit does it: the entry with the names of the files behind it, in the folder of the repository."""
    program, *arguments = shlex.split(hook()["entry"])
    assert program == "lenscap"
    command = [sys.executable, "-m", program, *arguments, *names]
    done = subprocess.run(command, cwd=site, env=surroundings(), capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith("told.jpg: ") == bool(code)


def surroundings() -> dict[str, str]:
    """Where our package is found from any folder."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), os.environ.get("PYTHONPATH", "")])}
