"""Models that the person added: found by name, checked before each use. The program never fetches one.

A detector of objects is a file in ONNX form. The one that is known needs nothing else; any other of the same form
needs a TOML file of the same name beside it, with ``sha256``, ``side`` (of the square it looks at, in pixels) and
``labels`` (what it tells apart, in its own order).
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
import tomli_w

from lenscap import inference
from lenscap.errors import MissingPartError, PolicyError, UnreadableError

_LARGEST, _LARGEST_SIDE, _MOST_LABELS, _LONGEST_LABEL = 512 << 20, 2048, 10_000, 80
_LONGEST_NAME = 64
_STRIDES = (8, 16, 32)
_COCO = (
    "person bicycle car motorcycle airplane bus train truck boat traffic_light fire_hydrant stop_sign parking_meter "
    "bench bird cat dog horse sheep cow elephant bear zebra giraffe backpack umbrella handbag tie suitcase frisbee "
    "skis snowboard sports_ball kite baseball_bat baseball_glove skateboard surfboard tennis_racket bottle wine_glass "
    "cup fork knife spoon bowl banana apple sandwich orange broccoli carrot hot_dog pizza donut cake chair couch "
    "potted_plant bed dining_table toilet tv laptop mouse remote keyboard cell_phone microwave oven toaster sink "
    "refrigerator book clock vase scissors teddy_bear hair_drier toothbrush"
)


@dataclass(frozen=True, slots=True)
class Model:
    """A detector of objects: its hash, the side of the square that it looks at in pixels, and what it tells apart."""

    name: str
    sha256: str
    side: int
    labels: tuple[str, ...]

    @property
    def path(self) -> Path:
        """Where it lies once it was added."""
        return folder() / f"{self.name}.onnx"

    @property
    def answers(self) -> int:
        """How many answers it gives: one for each cell of three grids."""
        return sum((self.side // stride) ** 2 for stride in _STRIDES)


YOLOX_NANO = Model(
    "yolox_nano",
    "695e750a5d5754bb5a8d5325643b59282191a7e7a564e435a415fd3c578eab14",
    416,
    tuple(label.replace("_", " ") for label in _COCO.split()),
)
"""YOLOX-nano (Ge et al., arXiv 2107.08430; Apache-2.0), which knows the 80 things of COCO."""
ADDRESS = (
    "https://github.com/Kazuhito00/YOLOX-ONNX-TFLite-Sample/raw/3d4f1119d0694200671c08069ecb847aa0d8495a/"
    "model/yolox_nano.onnx"
)
"""Where a person gets it, with a browser."""


def folder() -> Path:
    """Where added models lie."""
    return Path(platformdirs.user_data_dir("lenscap", appauthor=False)) / "models"


def installed() -> tuple[Model, ...]:
    """The models that were added, by name; what was altered since is found out when it is used."""
    found = []
    for path in sorted(folder().glob("*.onnx")):
        with suppress(PolicyError, UnreadableError):
            found.append(YOLOX_NANO if path.stem == YOLOX_NANO.name else _described(path))
    return tuple(found)


def add(file: Path) -> Model:
    """Check a model and keep a copy of it.

    Raises ``PolicyError`` if it is none that can be used, ``UnreadableError`` if it cannot be read or kept.
    """
    content = _content(file)
    known = hashlib.sha256(content).hexdigest() == YOLOX_NANO.sha256
    model = YOLOX_NANO if known else _described(file)
    if hashlib.sha256(content).hexdigest() != model.sha256:
        raise PolicyError(f"“{file.name}” is not the file whose hash stands in “{file.stem}.toml”. Get it again.")
    _check(model, content)
    try:
        folder().mkdir(parents=True, exist_ok=True)
        if not known:
            _write(model.path.with_suffix(".toml"), tomli_w.dumps(_description(model)).encode())
        _write(model.path, content)
    except OSError as error:
        raise UnreadableError(f"The model cannot be kept: {(error.strerror or 'unknown error').lower()}.") from error
    return model


def remove(name: str) -> None:
    """Delete an added model. Raises ``PolicyError`` if there is none of that name."""
    model = next((each for each in installed() if each.name == name), None)
    if model is None:
        raise PolicyError(f"There is no model “{name}”. “lenscap models list” shows those that there are.")
    for path in (model.path, model.path.with_suffix(".toml")):
        path.unlink(missing_ok=True)


def _check(model: Model, content: bytes) -> None:
    """Raise ``PolicyError`` if the model does not have the shape that a detector of this form has."""
    wanted = ((1, 3, model.side, model.side), (1, model.answers, 5 + len(model.labels)))
    try:
        shapes = inference.shapes(content)
    except MissingPartError as error:
        raise PolicyError(f"“{model.name}” is no model that can be run. Get it again.") from error
    if shapes != wanted:
        raise PolicyError(f"“{model.name}” takes or gives something else than a YOLOX detector of that description.")


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise PolicyError(f"“{file.name}” is too large for a model.")
        return file.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"“{file.name}” cannot be read: {(error.strerror or 'unknown error').lower()}."
        ) from error


def _described(file: Path) -> Model:
    """The model in ``file``, as the TOML file beside it describes it."""
    path = file.with_suffix(".toml")
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PolicyError(
            f"“{file.name}” is not the model that Lenscap knows, and there is no “{path.name}” that describes it."
        ) from error
    except (ValueError, RecursionError) as error:
        raise PolicyError(f"“{path.name}” is not a TOML file.") from error
    return _sound(file.stem[:_LONGEST_NAME], path, written)


def _sound(name: str, path: Path, written: Mapping[str, Any]) -> Model:
    """A description, if it makes sense."""
    sha256, side, labels = (written.get(key) for key in ("sha256", "side", "labels"))
    if not (isinstance(sha256, str) and type(side) is int and 0 < side <= _LARGEST_SIDE and side % _STRIDES[-1] == 0):
        raise PolicyError(f"“{path.name}” needs “sha256”, and “side”: a number of pixels that 32 divides.")
    if not (isinstance(labels, list) and 0 < len(labels) <= _MOST_LABELS and all(map(_is_label, labels))):
        raise PolicyError(f"“{path.name}” needs “labels”: a list of short names, in the order of the model.")
    return Model(name, sha256.lower(), side, tuple(labels))


def _is_label(label: object) -> bool:
    return isinstance(label, str) and label.isprintable() and 0 < len(label) <= _LONGEST_LABEL


def _description(model: Model) -> dict[str, Any]:
    return {"sha256": model.sha256, "side": model.side, "labels": list(model.labels)}


def _write(path: Path, content: bytes) -> None:
    """Write a file whole, or not at all."""
    scratch = path.with_name(f".{path.name}.part")
    scratch.write_bytes(content)
    os.replace(scratch, path)
