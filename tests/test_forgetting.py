"""One command, and nothing is remembered any more."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from lenscap import forgetting, models, settings, store
from lenscap.cli import main
from lenscap.pipeline import inspect_all
from tests.pictures import astronaut


@pytest.fixture
def photo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "_SETTLED", 0.0)
    path = tmp_path / "Marta in Lisbon.jpg"
    astronaut().resize((64, 64)).save(path)
    return path


@pytest.fixture
def remembered(photo: Path, tmp_path: Path) -> Path:
    with store.opened() as it:
        list(inspect_all([photo], store=it))
    settings.save(replace(settings.Settings(), style="solid", recent=(tmp_path, tmp_path / "b")))
    return photo


def test_what_was_seen_and_recent_folders_go_and_choices_stay(
    remembered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert store.path().exists()
    assert main(["forget"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Deleted: what was seen in photos (")
    assert "2 recent folders" in said
    assert not [path for path in store.path().parent.iterdir() if path != settings.path()]
    assert settings.load() == replace(settings.Settings(), style="solid")
    assert main(["forget"]) == 0
    assert capsys.readouterr().out == "Nothing was remembered.\n"


def test_programs_are_told_what_went(remembered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget", "--json"]) == 0
    gone = json.loads(capsys.readouterr().out)
    assert gone["seen"] > 4096
    assert (gone["folders"], gone["stuck"]) == (2, 0)


@pytest.mark.parametrize(
    "place", [platformdirs.user_cache_dir, platformdirs.user_state_dir, platformdirs.user_data_dir]
)
def test_whatever_else_is_kept_of_photos_goes_with_it(place: object) -> None:
    folder = Path(place("lenscap", appauthor=False))  # type: ignore[operator]
    (folder / "decisions" / "deep").mkdir(parents=True)
    (folder / "decisions" / "deep" / "one.json").write_text("{}")
    (folder / "journal.sqlite").write_text("")
    assert forgetting.forget().files == 2
    assert not list(folder.iterdir())


def test_models_that_were_added_stay() -> None:
    models.folder().mkdir(parents=True)
    (models.folder() / "yolox.onnx").write_bytes(b"a model")
    forgetting.forget()
    assert (models.folder() / "yolox.onnx").exists()


def test_what_a_link_leads_to_stays(tmp_path: Path) -> None:
    album = tmp_path / "album"
    album.mkdir()
    (album / "photo.jpg").write_bytes(b"a photo")
    folder = store.path().parent
    folder.mkdir(parents=True)
    store.path().symlink_to(album / "photo.jpg")
    (folder / "decisions").symlink_to(album, target_is_directory=True)
    (folder / "journal").mkdir()
    (folder / "journal" / "inside").symlink_to(album, target_is_directory=True)
    forgetting.forget()
    assert (album / "photo.jpg").read_bytes() == b"a photo"
    assert not list(folder.iterdir())


def test_a_folder_of_ours_that_is_a_link_is_neither_filled_nor_emptied(
    photo: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    request.node.add_marker("expects_log")
    album = tmp_path / "album"
    album.mkdir()
    (album / "photo.jpg").write_bytes(b"a photo")
    store.path().parent.parent.mkdir(parents=True, exist_ok=True)
    store.path().parent.symlink_to(album, target_is_directory=True)
    with store.opened() as it:
        list(inspect_all([photo], store=it))
    forgetting.forget()
    assert [path.name for path in album.iterdir()] == ["photo.jpg"]
    assert "Its folder is a link" in caplog.text


def test_what_cannot_be_deleted_is_said(
    remembered: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert main(["forget"]) == 1
    assert "could not be deleted" in capsys.readouterr().err


def test_a_folder_of_ours_that_is_closed_is_said_and_nothing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ("x" * 300)))  # closed to root, too
    assert forgetting.forget().stuck == 1
