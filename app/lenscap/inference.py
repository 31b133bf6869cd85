"""The only door to onnxruntime: models are checked, then run on the processor."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lenscap.errors import MissingPartError

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray

_FATAL_ONLY = 4
_MOST_THREADS = 4
_allowed = 1 if multiprocessing.parent_process() else _MOST_THREADS
"""Threads. Processes that work beside others, as workers do, say so if there is more for each."""


def allow_threads(number: int) -> None:
    """Let this process run models on so many threads: more than a few cost much time and gain little."""
    global _allowed
    _allowed = max(1, min(number, _MOST_THREADS))


def run(
    path: Path, sha256: str, picture: NDArray[np.float32], free_sizes: bool = True
) -> Sequence[NDArray[np.float32]]:
    """Run the model at ``path`` on one picture of shape (1, 3, height, width).

    With ``free_sizes``, these may be any multiples of 32; else they are those that are written in the model.
    Raises ``MissingPartError`` if the file is not there or is not the one whose hash is given.
    """
    session = _session(path, sha256, free_sizes)
    outputs = session.run(None, {session.get_inputs()[0].name: picture})
    return cast("Sequence[NDArray[np.float32]]", outputs)


def shapes(model: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The shapes of a model's first input and output. Raises ``MissingPartError`` if it cannot be run."""
    try:
        session = _started(model)
        first, answer = session.get_inputs()[0], session.get_outputs()[0]
        return tuple(map(int, first.shape)), tuple(map(int, answer.shape))
    except Exception as error:  # onnxruntime's own are of many kinds, and have no root
        raise MissingPartError("The model cannot be run.") from error


@cache
def _session(path: Path, sha256: str, free_sizes: bool) -> onnxruntime.InferenceSession:
    content = _checked(path, sha256)
    return _started(_with_free_sizes(content) if free_sizes else content)


def _started(model: bytes) -> onnxruntime.InferenceSession:
    # Otherwise onnxruntime reports its use to its makers, and leaves an identifier in the person's cache folder.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = _FATAL_ONLY
    options.intra_op_num_threads = min(os.cpu_count() or 1, _allowed)
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _checked(path: Path, sha256: str) -> bytes:
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise MissingPartError(
            f"The model “{path.name}” is missing or was altered. Install Lenscap, or add the model, again."
        )
    return content


def _with_free_sizes(content: bytes) -> bytes:
    """A model with its input and output sizes made free: exporters write those of their example into it.

    They also call weights inputs, which may change, so that onnxruntime could prepare nothing and took twice as long.
    """
    import onnx

    model = onnx.load_model_from_string(content)
    weights = {tensor.name for tensor in model.graph.initializer}
    inputs = [value for value in model.graph.input if value.name not in weights]
    del model.graph.input[:]
    model.graph.input.extend(inputs)
    for value in (*model.graph.input, *model.graph.output):
        for place, dimension in enumerate(value.type.tensor_type.shape.dim):
            if place != 1:
                dimension.dim_param = f"{value.name}_{place}"
    return bytes(model.SerializeToString())
