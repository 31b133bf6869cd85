"""Objects, found by models that are added: one that the tests make, and the known one where it is at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import pytest
import tomli_w
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from lenscap import models
from lenscap.detectors import longest_side, objects
from lenscap.errors import MissingPartError, PolicyError, UnreadableError
from lenscap.model import PICTURE, Box, Kind, Looking, Size
from tests.pictures import astronaut

SIDE = 32
LABELS = ["dog", "apple"]
ANSWERS = 16 + 4 + 1
OBJECTS = Looking(objects=True)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(models, "folder", lambda: tmp_path / "added")
    return tmp_path / "added"


def model(path: Path, rows: Sequence[tuple[int, list[float]]], change: Mapping[str, object] | None = None) -> Path:
    """A detector of the right form that always gives the same answer, and its description."""
    answer = np.zeros((1, ANSWERS, 5 + len(LABELS)), np.float32)
    for cell, row in rows:
        answer[0, cell] = row
    graph = helper.make_graph(
        [
            helper.make_node("ReduceSum", ["images"], ["sum"], keepdims=0),
            helper.make_node("Mul", ["sum", "nothing"], ["zero"]),
            helper.make_node("Add", ["answer", "zero"], ["output"]),
        ],
        "fixed",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, [1, 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, list(answer.shape))],
        [numpy_helper.from_array(answer, "answer"), numpy_helper.from_array(np.zeros((), np.float32), "nothing")],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    path.write_bytes(made.SerializeToString())
    described: dict[str, object] = {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "side": SIDE,
        "labels": LABELS,
    }
    described |= change or {}
    path.with_suffix(".toml").write_text(tomli_w.dumps(described))
    return path


def test_an_added_model_finds_what_it_knows_where_it_is(tmp_path: Path) -> None:
    # the cell in the second column and third row of the grid of 8 pixels, its box 8 × 16 pixels around its middle
    models.add(model(tmp_path / "tiny.onnx", [(9, [0.5, 0.5, 0.0, float(np.log(2)), 0.9, 1.0, 0.0])]))
    [found] = objects.find(Image.new("RGB", (64, 32)), Size(640, 320), OBJECTS)
    assert (found.kind, found.tells, found.where, found.certainty) == (Kind.OBJECT, "A dog", PICTURE, 0.9)
    assert found.data == {"label": "dog"}
    assert found.box is not None
    assert np.abs(np.subtract(found.box, Box(160, 240, 160, 80))).max() <= 1  # single precision rounds


def test_of_boxes_around_the_same_thing_the_surest_counts(tmp_path: Path) -> None:
    rows = [(5, [0.5, 0.5, 0, 0, 0.8, 1, 0]), (6, [-0.4, 0.5, 0, 0, 0.9, 1, 0]), (9, [0.5, -0.4, 0, 0, 0.9, 0, 1])]
    models.add(model(tmp_path / "tiny.onnx", rows))
    found = objects.find(Image.new("RGB", (32, 32)), Size(32, 32), OBJECTS)
    assert [each.tells for each in found] == ["A dog", "An apple"]


def test_without_a_model_objects_are_not_looked_for() -> None:
    assert longest_side(OBJECTS) == 0
    assert not objects.find(Image.new("RGB", (32, 32)), Size(32, 32), OBJECTS)


def test_a_model_is_only_used_when_asked_for(tmp_path: Path) -> None:
    models.add(model(tmp_path / "tiny.onnx", []))
    assert longest_side(Looking()) == 0
    assert longest_side(OBJECTS) == SIDE


def test_a_model_that_was_altered_since_is_not_used(tmp_path: Path) -> None:
    added = models.add(model(tmp_path / "tiny.onnx", []))
    added.path.write_bytes(added.path.read_bytes() + b"\0")
    with pytest.raises(MissingPartError, match="altered"):
        objects.find(Image.new("RGB", (32, 32)), Size(32, 32), OBJECTS)


def test_a_model_can_be_removed_and_leaves_nothing(tmp_path: Path, own_folder: Path) -> None:
    models.add(model(tmp_path / "tiny.onnx", []))
    assert [each.name for each in models.installed()] == ["tiny"]
    models.remove("tiny")
    assert not list(own_folder.iterdir())
    with pytest.raises(PolicyError, match="no model “tiny”"):
        models.remove("tiny")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sha256": "0" * 64}, "not the file whose hash"),
        ({"side": 64}, "takes or gives something else"),
        ({"side": 33}, "that 32 divides"),
        ({"side": 1 << 40}, "that 32 divides"),
        ({"labels": ["dog"]}, "takes or gives something else"),
        ({"labels": []}, "needs “labels”"),
        ({"labels": ["dog", "a\x1b[31m"]}, "needs “labels”"),
        ({"labels": "dog"}, "needs “labels”"),
    ],
)
def test_a_description_that_does_not_fit_is_refused(
    tmp_path: Path, own_folder: Path, change: dict[str, object], words: str
) -> None:
    file = model(tmp_path / "tiny.onnx", [], change)
    with pytest.raises(PolicyError, match=words):
        models.add(file)
    assert not own_folder.exists() or not list(own_folder.iterdir())


def test_an_unknown_model_without_a_description_is_refused(tmp_path: Path) -> None:
    file = model(tmp_path / "tiny.onnx", [])
    file.with_suffix(".toml").unlink()
    with pytest.raises(PolicyError, match="no “tiny\\.toml” that describes it"):
        models.add(file)


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    file = model(tmp_path / "tiny.onnx", [])
    file.write_bytes(b"something else")
    described = {"sha256": hashlib.sha256(b"something else").hexdigest(), "side": SIDE, "labels": LABELS}
    file.with_suffix(".toml").write_text(tomli_w.dumps(described))
    with pytest.raises(PolicyError, match="no model that can be run"):
        models.add(file)
    with pytest.raises(UnreadableError):
        models.add(tmp_path / "missing.onnx")


def test_a_model_that_reads_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(bytes(4 * ANSWERS * 7))
    file = model(tmp_path / "tiny.onnx", [])
    made = onnx.load(file)
    tensor = made.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=str(tmp_path / "secret"))
    file.write_bytes(made.SerializeToString())
    described = {"sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "side": SIDE, "labels": LABELS}
    file.with_suffix(".toml").write_text(tomli_w.dumps(described))
    with pytest.raises(PolicyError, match="no model that can be run"):
        models.add(file)


def test_the_known_model_needs_no_description_and_finds_a_person(shared_models: Path) -> None:
    added = models.add(shared_models / "yolox_nano.onnx")
    assert added == models.YOLOX_NANO
    [found] = objects.find(astronaut(), Size(512, 512), OBJECTS)
    assert (found.kind, found.tells) == (Kind.PERSON, "A person")
