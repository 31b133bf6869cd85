"""Names of copies: nothing is overwritten, nothing is taken twice."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from lenscap import output, scratch
from lenscap.model import Kind
from lenscap.output import Names
from lenscap.pipeline.resuming import Work
from lenscap.policy import PRESETS
from lenscap.sources import walk
from tests.samples import named


def no_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def commit(folder: Path, data: bytes) -> Path:
    return output.commit(scratch.write(folder / "a.jpg", [data]), folder / "a.jpg")


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_name_that_somebody_takes_meanwhile_is_left_to_them(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where there are no hard links, between our look and our move."""
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "a.jpg").write_bytes(b"somebody else's")
    monkeypatch.setattr(Path, "exists", lambda path: path.name.startswith("."))
    assert commit(tmp_path, b"ours").name == "a (2).jpg"
    assert commit(tmp_path, b"ours").name == "a (2).jpg"
    assert (tmp_path / "a.jpg").read_bytes() == b"somebody else's"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a (2).jpg", "a.jpg"]


def test_the_place_of_a_name_is_found_again(tmp_path: Path) -> None:
    planned = tmp_path / "IMG.heic"
    for name in ("IMG.heic", "IMG (2).heic", "IMG.jpg", "IMG (7).jpg"):
        place = output.place_among_names(planned, tmp_path / name)
        assert place is not None
        assert output.among_names(planned, *place) == tmp_path / name
    assert output.place_among_names(planned, tmp_path / "other.jpg") is None


def test_a_photo_that_came_since_takes_a_number_that_nobody_has() -> None:
    names = Names(Path("out"), True, {Path("b"): 1, Path("d"): 3}.get, {1, 3}.__contains__)
    targets = [names.target(Path(name), ".jpg").name for name in ("a.jpg", "b.jpg", "c.jpg", "d.jpg", "d.mov")]
    assert targets == ["photo-0002.jpg", "photo-0001.jpg", "photo-0004.jpg", "photo-0003.jpg", "photo-0003 (2).jpg"]


@pytest.mark.parametrize("order", ["photo first", "HEIC first"])
def test_a_heic_that_may_become_a_jpeg_shares_its_name_with_none(order: str, tmp_path: Path) -> None:
    """Whoever is finished first, both names are those that they would be in any other run."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "IMG_1.heic").write_bytes(named("heif-everything").data)
    (folder / ("IMG_1.JPG" if order == "photo first" else "IMG_1.jpg")).write_bytes(named("jpeg-everything").data)
    work = Work(walk([folder]), tmp_path / "out", PRESETS["faces"])
    forms = [
        {job.target.with_suffix(end).name.casefold() for end in (".jpg", ".avif", ".heic")} for _, job in work.jobs()
    ]
    assert not forms[0] & forms[1]


def test_without_covers_such_names_stay_as_they_are(tmp_path: Path) -> None:
    for name in ("IMG_1.heic", "IMG_1.jpg"):
        (tmp_path / name).write_bytes(named("heif-everything").data)
    policy = replace(PRESETS["metadata"], remove=frozenset(Kind))
    work = Work(walk([tmp_path]), tmp_path / "out", policy)
    assert [job.target.name for _, job in work.jobs()] == ["IMG_1.heic", "IMG_1.jpg"]
