"""Text and codes are covered like faces: nobody reads them in a copy, and no copy is made where nobody looked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenscap import cli, detectors, isolation
from lenscap.detectors import codes, text
from lenscap.errors import MissingPartError
from lenscap.model import PICTURE, Box, Edits, Finding, Kind, Looking, Outcome, Policy, Size
from lenscap.pipeline import clean, inspect, inspect_all, run
from lenscap.pipeline.verifying import _part_to_hide
from lenscap.policy import PRESETS, cover, fate
from lenscap.sources import walk
from tests.detectors.writing import code, write
from tests.pictures import astronaut, encoded, saved

EVERYTHING = PRESETS["everything"]
CANARY = "hunter2canary"
LINE, SYMBOL = Box(40, 560, 640, 40), Box(650, 200, 165, 165)


def scene() -> Image.Image:
    """A face, a line of text and a QR code."""
    picture = Image.new("RGB", (900, 640), (180, 200, 190))
    picture.paste(astronaut(), (0, 0))
    write(picture, "Write to anna@example.com", (LINE.x, LINE.y), 36, "navy")
    picture.paste(code(f"WIFI:T:WPA;S:Home;P:{CANARY};;", scale=5), (SYMBOL.x, SYMBOL.y))
    return picture


def read_in(picture: Image.Image) -> list[str]:
    """What both readers see."""
    both = Looking(text=True, codes=True)
    size = Size(*picture.size)
    return [each.tells for sense in (text, codes) for each in sense.find(picture, size, both)]


@pytest.mark.slow
@pytest.mark.parametrize("style", ["soft", "solid"])
def test_nobody_reads_text_and_codes_in_a_copy_and_all_else_stays(style: str, tmp_path: Path) -> None:
    original = scene()
    source = saved(original, tmp_path / "in.png")
    assert len(read_in(original)) >= 2

    result = clean(source, tmp_path / "photo-0001.png", replace(EVERYTHING, style=style))

    assert result.outcome == Outcome.CLEANED, result.reason
    assert result.target is not None
    copy = Image.open(result.target).convert("RGB")
    left = [tells for tells in read_in(copy) if tells != "Perhaps text, which cannot be read"]
    assert not [tells for tells in left if len(tells) > len("The text “ab”")]
    changed = np.any(np.asarray(copy) != np.asarray(original), axis=2)
    assert all(changed[box.y : box.y + box.h, box.x : box.x + box.w].any() for box in (LINE, SYMBOL))
    assert not changed[:20, 600:].any()
    assert not changed[620:, :].any()
    assert CANARY not in json.dumps(result.for_programs())


def planted(monkeypatch: pytest.MonkeyPatch, *answers: list[text.Area]) -> None:
    """Let the reader of text give these answers, one a look; the last one again and again."""
    rest = list(answers)
    monkeypatch.setattr(isolation, "call", lambda *_: rest.pop(0) if len(rest) > 1 else rest[0])


ONLY_TEXT = Policy("text", frozenset(Kind), cover=frozenset({Kind.TEXT}), neutral_names=True)


def test_what_only_the_second_look_reads_is_covered_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first, second = text.Area(0.1, 0.1, 0.6, 0.2, "first", 0.9), text.Area(0.1, 0.6, 0.6, 0.7, "second", 0.9)
    planted(monkeypatch, [first], [first, second], [])

    result = clean(saved(astronaut(), tmp_path / "in.png"), tmp_path / "photo-0001.png", ONLY_TEXT)

    assert result.covered == 2


def test_words_that_a_cover_hides_in_part_are_covered_as_a_whole(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, longer = text.Area(0.1, 0.1, 0.5, 0.2, "Happy birth", 0.9), text.Area(0.1, 0.1, 0.6, 0.2, "birthday", 0.9)
    planted(monkeypatch, [first], [longer], [])

    result = clean(saved(astronaut(), tmp_path / "in.png"), tmp_path / "photo-0001.png", ONLY_TEXT)

    assert result.covered == 2


def test_where_text_never_ends_there_is_no_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    planted(monkeypatch, *([text.Area(0.1, 0.1 * n, 0.6, 0.1 * n + 0.05, "again", 0.9)] for n in range(9)))

    result = clean(saved(astronaut(), tmp_path / "in.png"), tmp_path / "photo-0001.png", ONLY_TEXT)

    assert result.outcome == Outcome.REFUSED
    assert not (tmp_path / "photo-0001.png").exists()


def test_text_that_a_person_keeps_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    planted(monkeypatch, [text.Area(0.1, 0.1, 0.6, 0.2, "Lenscap", 0.9)])
    policy = replace(ONLY_TEXT, edits={"in.png": Edits(keep=(Box(51, 51, 256, 52),))})
    source = saved(astronaut(), tmp_path / "in.png")

    result = clean(source, tmp_path / "photo-0001.png", policy)

    assert result.target is not None
    assert result.covered == 0
    assert "The text “Lenscap”" in result.for_programs()["kept"]


def test_a_letter_at_the_corner_of_a_cover_is_the_cover() -> None:
    def found(kind: Kind, said: str, certainty: float) -> Finding:
        return Finding(kind, "", PICTURE, certainty, Box(0, 0, 9, 9), {"text": said})

    assert _part_to_hide(found(Kind.TEXT, "L", 0.9)) < _part_to_hide(found(Kind.TEXT, "Lenscap", 0.9))
    assert _part_to_hide(found(Kind.CODE, "1", 1.0)) == _part_to_hide(found(Kind.TEXT, "Lenscap", 0.9))


def test_the_cover_of_a_long_line_is_wider_by_a_part_of_its_height() -> None:
    wide, tall = (cover(box, "soft", Kind.TEXT).box for box in (Box(100, 100, 1000, 40), Box(100, 100, 40, 1000)))

    assert wide == Box(89, 89, 1022, 62)
    assert tall == Box(89, 89, 62, 1022)


def test_the_preset_covers_text_and_codes_and_the_others_do_not() -> None:
    seen = [Finding(kind, "", PICTURE, box=Box(1, 1, 9, 9)) for kind in (Kind.TEXT, Kind.CODE)]

    assert {fate(each, EVERYTHING) for each in seen} == {"covered"}
    assert {fate(each, PRESETS["faces"]) for each in seen} == {"stays"}


@pytest.fixture
def _nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detectors, "find_spec", lambda _: None)


@pytest.mark.usefixtures("_nothing_installed")
class TestWithoutTheExtra:
    """Nothing is called clean of what nobody looked for."""

    def test_a_run_is_refused_before_it_begins(self, tmp_path: Path) -> None:
        with pytest.raises(MissingPartError, match=r"lenscap\[text\]"):
            run([], tmp_path / "copies", EVERYTHING)

        assert not (tmp_path / "copies").exists()

    def test_one_file_is_refused(self, tmp_path: Path) -> None:
        result = clean(saved(astronaut(), tmp_path / "in.png"), tmp_path / "photo-0001.png", EVERYTHING)

        assert result.outcome == Outcome.REFUSED
        assert result.reason
        assert "lenscap[text]" in result.reason
        assert not (tmp_path / "photo-0001.png").exists()

    def test_inspecting_is_refused_only_if_it_is_asked_for(self, tmp_path: Path) -> None:
        path = saved(astronaut(), tmp_path / "in.png")
        for looking in (Looking(text=True), Looking(codes=True)):
            with pytest.raises(MissingPartError):
                list(inspect_all([path], looking))

        assert inspect(path, Looking("fast")).findings

    def test_the_command_line_says_how_to_install_it(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = saved(astronaut(), tmp_path / "in.png")
        to = tmp_path / "copies"
        for command in (
            ["clean", str(path), "--to", str(to), "--policy", "everything"],
            ["inspect", "--text", str(path)],
        ):
            assert cli.main(command) == 2

            assert "lenscap[text]" in capsys.readouterr().err
        assert not to.exists()

    def test_other_policies_need_nothing(self, tmp_path: Path) -> None:
        sources = list(walk([saved(astronaut(), tmp_path / "in.png")]))

        (result,) = run(sources, tmp_path / "copies", PRESETS["faces"])

        assert result.outcome == Outcome.CLEANED


def test_the_command_line_reads_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("zxingcpp")
    (tmp_path / "in.jpg").write_bytes(encoded(scene(), "JPEG", quality=85))

    assert cli.main(["inspect", "--json", "--faces", "off", "--codes", str(tmp_path)]) == 0

    found = json.loads(capsys.readouterr().out)["findings"]
    assert [each["tells"] for each in found if each["kind"] == "code"] == ["A Wi-Fi password (network “Home”)"]
