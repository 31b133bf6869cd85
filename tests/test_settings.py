"""What is remembered from one day to the next."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from lenscap import settings
from lenscap.settings import Settings


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings lie in these tests."""
    monkeypatch.setattr(settings, "path", lambda: tmp_path / "config" / "settings.toml")
    return settings.path()


def test_what_was_chosen_is_there_again() -> None:
    chosen = Settings((Path("/a"), Path("/b")), Path("/copies"), "metadata", "solid", "dark")
    settings.save(chosen)
    assert settings.load() == chosen


def test_a_folder_whose_name_is_no_text_is_remembered() -> None:
    chosen = replace(Settings(), recent=(Path(os.fsdecode(b"/caf\xe9")),))
    settings.save(chosen)
    assert settings.load() == chosen


def test_nobody_else_can_read_them(file: Path) -> None:
    settings.save(Settings())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "written", ["", "policy = 3\nrecent = 'x'\noutput = 1", "policy =", "a = " + "[" * 100_000, "\0", "future = 1"]
)
def test_what_makes_no_sense_is_as_if_nobody_had_chosen(file: Path, written: str) -> None:
    file.parent.mkdir()
    file.write_text(written)
    assert settings.load() == Settings()


def test_the_last_folder_comes_first_and_old_ones_go() -> None:
    chosen = Settings()
    for number in (*range(20), 15):
        chosen = chosen.with_recent(Path(str(number)))
    kept = [15, 19, 18, 17, 16, 14, 13, 12, 11, 10, 9, 8]
    assert [folder.name for folder in chosen.recent] == [str(number) for number in kept]


def test_a_write_that_fails_leaves_what_was_there_and_nothing_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(Settings(scheme="dark"))

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError):  # noqa: PT011 (any will do)
        settings.save(Settings(scheme="light"))
    assert settings.load().scheme == "dark"
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_settings_that_others_could_read_are_ours_alone_after_a_change(file: Path) -> None:
    file.parent.mkdir()
    file.touch(mode=0o644)
    settings.save(Settings())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_link_to_settings_kept_elsewhere_stays_a_link(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    (tmp_path / "elsewhere.toml").touch()
    file.symlink_to(tmp_path / "elsewhere.toml")
    settings.save(Settings(scheme="dark"))
    assert file.is_symlink()
    assert settings.load().scheme == "dark"


def test_a_number_is_not_taken_for_a_yes(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("less_motion = 1\ntext_size = true\nlanguage = 'de'")
    assert settings.load() == Settings(language="de")
