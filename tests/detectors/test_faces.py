"""The face detector on real faces."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from lenscap import detectors, inference
from lenscap.detectors import agreement, centerface, faces
from lenscap.errors import MissingPartError
from lenscap.model import SURE, Box, Kind, Looking, Size
from tests.pictures import ASTRONAUT_FACE, astronaut, grace_hopper


@pytest.mark.parametrize("effort", ["fast", "careful", "thorough"])
def test_a_face_is_found_where_it_is(effort: str) -> None:
    found = faces.find(astronaut(), Size(512, 512), Looking(effort))
    assert found[0].kind == Kind.FACE
    assert found[0].certainty > 0.5
    assert found[0].box is not None
    assert found[0].box.is_same(ASTRONAUT_FACE)


def test_boxes_are_in_pixels_of_the_full_picture() -> None:
    picture = grace_hopper()
    small = picture.resize((picture.width // 2, picture.height // 2))
    whole, half = (faces.find(each, Size(*picture.size), Looking("fast"))[0].box for each in (picture, small))
    assert whole is not None
    assert half is not None
    assert whole.is_same(half)


@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270])
def test_a_thorough_look_finds_turned_faces_where_they_are(turn: Image.Transpose) -> None:
    turned = astronaut().transpose(turn)
    marked = Image.new("L", (512, 512))
    box = ASTRONAUT_FACE
    marked.paste(255, (box.x, box.y, box.x + box.w, box.y + box.h))
    left, top, right, bottom = marked.transpose(turn).getbbox() or (0, 0, 0, 0)
    found = faces.find(turned, Size(512, 512), Looking("thorough"))
    assert any(each.box and each.box.is_same(Box(left, top, right - left, bottom - top)) for each in found)


def test_a_picture_without_a_face_has_no_sure_one() -> None:
    found = faces.find(Image.linear_gradient("L").convert("RGB"), Size(256, 256), Looking("careful"))
    assert not [each for each in found if each.certainty >= SURE]


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (65535, 1), (31, 33), (9000, 40)])
def test_any_size_can_be_looked_at(size: tuple[int, int]) -> None:
    faces.find(Image.new("RGB", size), Size(*size), Looking("careful"))


def test_a_missing_model_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(centerface, "find_spec", lambda _: None)
    with pytest.raises(MissingPartError, match=r"missing\. Install"):
        faces.find(Image.new("RGB", (64, 64)), Size(64, 64), Looking("fast"))


def test_a_model_that_was_altered_is_not_used(tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(b"something else")
    with pytest.raises(MissingPartError, match="altered"):
        inference.run(model, "0" * 64, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("at", [(700, 2300), (3300, 1500)])
def test_a_small_face_in_a_large_picture_is_found_where_it_is(at: tuple[int, int]) -> None:
    face = astronaut().resize((110, 110))
    picture = _cloudy((4000, 3000))
    picture.paste(face, at)
    x, y, w, h = (side * 110 / 512 for side in ASTRONAUT_FACE)
    found = faces.find(picture, Size(4000, 3000), Looking("careful"))
    assert [each.box for each in found if each.box and each.box.is_same(_box(at[0] + x, at[1] + y, w, h))]


@pytest.mark.parametrize("where", ["across", "before", "after"])
def test_a_face_at_the_seam_of_two_tiles_is_found_once_where_it_is(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "LOOKS", {"careful": (faces.Look(2560, zoom=1.0),)})
    first, second = centerface.spans(2048, 1280)
    middle = {"across": (first[1] + second[0]) // 2, "before": second[0], "after": first[1]}[where]
    face = astronaut().resize((256, 256))
    picture = _cloudy((2048, 1024))
    box = Box(*(side // 2 for side in ASTRONAUT_FACE))
    left = middle - box.x - box.w // 2
    picture.paste(face, (left, 300))
    found = [each.box for each in faces.find(picture, Size(2048, 1024), Looking("careful")) if each.box]
    assert len(found) == 1
    assert found[0].is_same(box._replace(x=left + box.x, y=300 + box.y))


@pytest.mark.parametrize("length", [1, 640, 1280, 1281, 2048, 2560, 4032, 8192, 12345])
def test_tiles_cover_a_picture_and_share_what_a_face_needs(length: int) -> None:
    spans = centerface.spans(length, 1280)
    assert spans[0][0] == 0
    assert spans[-1][1] == length
    assert len({end - start for start, end in spans}) == 1
    assert all(0 < end - start <= 1280 for start, end in spans)
    assert all(one[1] - other[0] >= 64 for one, other in pairwise(spans))


def test_a_face_that_one_of_three_looks_sees_weakly_is_dropped_and_one_that_all_see_is_surer_than_each_said() -> None:
    alone, shared = [0.1, 0.1, 0.2, 0.2, 0.25], [0.5, 0.5, 0.6, 0.6, 0.4]
    found = agreement.agreed([np.array([alone, shared]), np.array([shared]), np.array([shared])], [400, 800, 1200])
    assert found[:, :4].tolist() == [shared[:4]]
    assert 0.5 < found[0, 4] < 0.7


def test_a_look_that_is_too_small_for_a_face_has_no_say() -> None:
    seen, nothing = np.array([[0.5, 0.5, 0.51, 0.51, 0.4]]), np.empty((0, 5))
    assert agreement.agreed([nothing, seen], [400, 2000])[0, 4] == pytest.approx(0.4)
    assert agreement.agreed([nothing, seen], [1500, 2000])[0, 4] < 0.3


def test_a_turned_face_has_to_be_surer_than_an_upright_one() -> None:
    boxes = np.array([[0.1, 0.1, 0.2, 0.2, certainty] for certainty in (0.3, 0.4, 0.9)])
    certainties = agreement.doubted(boxes)[:, 4]
    assert len(certainties) == 2
    assert 0.2 < certainties[0] < 0.4
    assert certainties[1] == 0.9


def test_a_look_is_taken_only_where_it_shows_more_than_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, ...]] = []

    def detect(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
        seen.append(pixels.shape[:2])
        return np.empty((0, 5))

    monkeypatch.setattr(centerface, "detect", detect)
    for size in [(640, 480), (320, 240), (1400, 1050), (4000, 3000)]:
        faces.find(Image.new("RGB", size), Size(*size), Looking("careful"))
    assert [width for _, width in seen] == [480, 800, 1280, 480, 640, 480, 800, 1280, 480, 800, 1280, 2560]


def test_a_panorama_is_seen_with_as_many_pixels_as_an_ordinary_picture() -> None:
    careful = Looking("careful")
    ordinary = detectors.longest_side(careful, Size(4000, 3000))
    assert ordinary == detectors.longest_side(careful) == faces.longest_side(careful)
    longer = detectors.longest_side(careful, Size(1500, 12000))
    assert longer * longer / 8 == pytest.approx(ordinary * ordinary * 3 / 4, rel=0.01)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("group", "effort", "step", "least"),
    [
        ("wider", "careful", 1, 0.89),
        ("wider", "thorough", 2, 0.9),
        ("composites", "careful", 1, 0.8),
        ("composites", "thorough", 2, 0.95),
    ],
)
def test_most_faces_of_a_public_test_set_are_found(
    group: str, effort: str, step: int, least: float, face_pictures: Path
) -> None:
    truth = json.loads((face_pictures / "ground_truth.json").read_text())
    wanted = found = 0
    for name in [name for name in truth if name.startswith(group)][::step]:
        picture = Image.open(face_pictures / name).convert("RGB")
        seen = [each.box for each in faces.find(picture, Size(*picture.size), Looking(effort)) if each.box]
        for face in truth[name]["faces"]:
            if not face["ignore"] and face["box"][3] >= 20:
                wanted += 1
                found += any(_overlap(_box(*face["box"]), box) >= 0.4 for box in seen)
    assert wanted >= 30
    assert found / wanted >= least


def _overlap(one: Box, other: Box) -> float:
    shared = one.shared(other)
    return shared / (one.w * one.h + other.w * other.h - shared)


def _box(*sides: float) -> Box:
    return Box(*map(round, sides))


def _cloudy(size: tuple[int, int]) -> Image.Image:
    """A picture in which there is nothing to find."""
    return Image.linear_gradient("L").resize(size).convert("RGB")


def test_face_recognition_installs_and_imports_without_ending_the_process() -> None:
    """It ends the process where its models do not load; it also changes a setting of Pillow for everybody."""
    import subprocess
    import sys

    code = "import face_recognition; print(len(face_recognition.face_encodings.__doc__))"
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
