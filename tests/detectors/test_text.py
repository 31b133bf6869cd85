"""Text is found and read, by a part of Lenscap that may be missing and that keeps to itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from lenscap import detectors, isolation
from lenscap.detectors import text
from lenscap.errors import MissingPartError
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Size
from tests.detectors.writing import write
from tests.pictures import astronaut

pytest.importorskip("rapidocr")

ASKED = Looking(text=True)


def found(picture: Image.Image, size: Size | None = None) -> list[Finding]:
    return text.find(picture, size or Size(*picture.size), ASKED)


def party() -> Image.Image:
    picture = Image.new("RGB", (900, 400), (190, 205, 200))
    write(picture, "Happy birthday", (60, 40), 48)
    write(picture, "Write to anna@example.com", (60, 200), 36, "navy")
    return picture


@pytest.mark.slow
def test_text_is_read_where_it_is_and_named_if_it_matters() -> None:
    first, second = found(party())

    assert (first.kind, first.where, first.tells) == (Kind.TEXT, PICTURE, "The text “Happy birthday”")
    assert first.data == {"text": "Happy birthday", "is": None}
    assert first.box is not None
    assert first.box.is_same(Box(60, 45, 350, 50))
    assert second.tells == "The e-mail address “anna@example.com”"
    assert second.data == {"text": "Write to anna@example.com", "is": "email"}


@pytest.mark.slow
def test_boxes_are_in_pixels_of_the_full_picture() -> None:
    twice = found(party(), Size(1800, 800))[0]

    assert twice.box is not None
    assert twice.box.is_same(Box(120, 90, 700, 100))


@pytest.mark.slow
def test_text_that_lies_on_its_side_is_read() -> None:
    turned = party().transpose(Image.Transpose.ROTATE_90)

    assert {each.data["is"] for each in found(turned)} == {None, "email"}


@pytest.mark.slow
def test_a_picture_without_text_has_none() -> None:
    assert found(astronaut().crop((150, 40, 300, 240))) == []


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (31, 33)])
def test_any_size_can_be_looked_at(size: tuple[int, int]) -> None:
    assert found(Image.new("RGB", size)) == []


def test_it_is_asked_only_if_somebody_wants_it() -> None:
    assert text.longest_side(Looking("thorough", codes=True)) == 0
    assert text.longest_side(ASKED) > 0


def test_what_is_read_is_one_line_of_bounded_length(monkeypatch: pytest.MonkeyPatch) -> None:
    area = text.Area(0.1, 0.1, 0.9, 0.2, "\x1b[31mred\u202e\n" + "long " * 1000, 0.9)
    monkeypatch.setattr(isolation, "call", lambda *_: [area])

    (finding,) = found(Image.new("RGB", (500, 500)))

    assert finding.tells.isprintable()
    assert len(finding.tells) < 300
    assert len(finding.data["text"]) <= 2000


def test_what_cannot_be_read_is_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    areas = [text.Area(0.1, 0.1, 0.4, 0.13, "", 0.0), text.Area(0.5, 0.1, 0.9, 0.15, "b@c.org", 0.3)]
    monkeypatch.setattr(isolation, "call", lambda *_: areas)

    unread, unsure = found(Image.new("RGB", (500, 500)))

    assert unread.tells == "Perhaps text, which cannot be read"
    assert (unsure.tells, unsure.data["is"]) == ("Perhaps the text “b@c.org”", None)


def test_lines_that_are_written_at_a_slant_are_all_told_and_those_of_other_frames_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Their boxes have much in common."""
    slanted = [text.Area(0.1, 0.1, 0.5, 0.5, "first", 0.9), text.Area(0.15, 0.15, 0.55, 0.55, "second", 0.9)]
    later = [slanted[0], text.Area(0.1, 0.1, 0.6, 0.5, "longer", 0.9)]
    answers = [slanted, later]
    monkeypatch.setattr(isolation, "call", lambda *_: answers.pop(0))

    seen = detectors.look([Image.new("RGB", (99, 99))] * 2, Size(990, 990), ASKED)

    assert [each.data["text"] for each in seen] == ["first", "second", "longer"]


def test_without_its_package_a_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detectors, "find_spec", lambda _: None)

    with pytest.raises(MissingPartError, match=r"text in pictures.*lenscap\[text\]"):
        detectors.look([Image.new("RGB", (9, 9))], Size(9, 9), ASKED)


def test_a_model_that_was_altered_is_not_used(tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(b"something else")

    with pytest.raises(MissingPartError, match="altered"):
        text._checked(model, "0" * 64)


WATCHED = """
import sys
seen = []
def watch(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname" and "__new__" not in event:
        seen.append((event, str(arguments)))
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        seen.append((event, str(arguments[0])))
    if event in ("os.mkdir", "os.rename", "subprocess.Popen", "os.system"):
        seen.append((event, str(arguments)))
sys.addaudithook(watch)
from lenscap.detectors import text
from lenscap.model import Size
from tests.detectors.test_text import party
picture = party()
areas = text.read(picture.tobytes(), Size(*picture.size))
assert any("birthday" in area.text for area in areas), areas
print(seen)
"""


@pytest.mark.slow
def test_reading_opens_no_connection_writes_nothing_and_says_nothing(tmp_path: Path) -> None:
    import os

    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **home},
        cwd=Path(__file__).resolve().parents[2],
    )

    assert done.stderr == ""
    assert done.stdout == "[]\n"
    assert list(tmp_path.rglob("*")) == []
