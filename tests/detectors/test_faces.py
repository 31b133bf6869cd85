"""The face detector on real faces."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from lenscap import inference
from lenscap.detectors import faces
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


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (31, 33)])
def test_any_size_can_be_looked_at(size: tuple[int, int]) -> None:
    faces.find(Image.new("RGB", size), Size(*size), Looking("careful"))


def test_a_model_that_was_altered_is_not_used(tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(b"something else")
    with pytest.raises(MissingPartError, match="altered"):
        inference.run(model, "0" * 64, None)  # type: ignore[arg-type]


@pytest.mark.slow
def test_most_faces_of_a_public_test_set_are_found(face_pictures: Path) -> None:
    truth = json.loads((face_pictures / "ground_truth.json").read_text())
    wanted = found = 0
    for name in [name for name in truth if name.startswith("wider/")][::3]:
        picture = Image.open(face_pictures / name).convert("RGB")
        seen = [each.box for each in faces.find(picture, Size(*picture.size), Looking("careful")) if each.box]
        for face in truth[name]["faces"]:
            if not face["ignore"] and face["box"][3] >= 20:
                wanted += 1
                found += any(_overlap(Box(*map(round, face["box"])), box) >= 0.4 for box in seen)
    assert wanted > 60
    assert found / wanted >= 0.85


def _overlap(one: Box, other: Box) -> float:
    shared = one.shared(other)
    return shared / (one.w * one.h + other.w * other.h - shared)


def test_face_recognition_installs_and_imports_without_ending_the_process() -> None:
    """It ends the process where its models do not load; it also changes a setting of Pillow for everybody."""
    import subprocess
    import sys

    code = "import face_recognition; print(len(face_recognition.face_encodings.__doc__))"
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
