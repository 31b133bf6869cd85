"""A policy as the TOML file that ``policy.load`` reads again: the same policy, by the name of its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomli_w

from lenscap.details import REMOVE, keeping
from lenscap.errors import PolicyError
from lenscap.model import Box, Edits, Kind, Persons, Policy
from lenscap.policy import PRESETS


def written(policy: Policy) -> str:
    """What a file says that is read as this policy; photos of people are named by their whole paths.

    Raises ``PolicyError`` where no file can say it.
    """
    base = _base(policy)
    wish: dict[str, Any] = {"base": base.name}
    if policy.style != base.style:
        wish["style"] = policy.style
    if policy.neutral_names != base.neutral_names:
        wish["names"] = "neutral" if policy.neutral_names else "keep"
    if policy.file_times:
        wish["times"] = "keep"
    if policy.cover != base.cover:
        wish["cover"] = sorted(policy.cover)
    wish |= _people(policy.persons)
    if keep := _keep(policy, base):
        wish["keep"] = keep
    if photos := {name: _edits(edits) for name, edits in policy.edits.items()}:
        wish["photos"] = photos
    return _text(wish)


def _text(wish: Mapping[str, Any]) -> str:
    said = tomli_w.dumps(wish)
    try:
        said.encode()
    except UnicodeEncodeError as error:
        raise PolicyError(
            "The path of a photo is no text that a policy file can hold. Choose another photo."
        ) from error
    return said


def _base(policy: Policy) -> Policy:
    """The preset to start from, if possible one that covers the same."""
    fitting = [base for base in PRESETS.values() if keeping(base, _keep(policy, base)).remove == policy.remove]
    if not fitting:
        raise PolicyError(f"What “{policy.name}” takes away cannot be said in a policy file.")
    return next((base for base in fitting if base.cover == policy.cover), fitting[0])


def _keep(policy: Policy, base: Policy) -> dict[str, Any]:
    """The table of what stays; a time or place that ``base`` would leave may go."""
    said: dict[str, Any] = {}
    for kind, name, exactness in ((Kind.TIME, "time", policy.keep.time), (Kind.PLACE, "place", policy.keep.place)):
        if exactness:
            said[name] = exactness
        elif kind in policy.remove and kind not in base.remove:
            said[name] = REMOVE
    flags = {"copyright": policy.keep.copyright, "settings": policy.keep.settings}
    return said | {name: True for name, on in flags.items() if on}


def _people(persons: Persons | None) -> dict[str, list[str]]:
    if persons is None:
        return {}
    return {"only_people" if persons.only else "keep_people": [str(Path(photo).absolute()) for photo in persons.photos]}


def _edits(edits: Edits) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for name, boxes in (("keep", edits.keep), ("cover", edits.cover)):
        if boxes:
            said[name] = _boxes(boxes)
    if edits.details:
        said["details"] = {str(kind): choice for kind, choice in edits.details.items()}
    return said


def _boxes(boxes: Iterable[Box]) -> list[list[int]]:
    return [list(box) for box in boxes]
