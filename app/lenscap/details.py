"""What a person decides about one sort of detail: that it goes, stays, or stays coarser, whatever the policy says.

A choice is a word: "remove", "keep" (or "exact"), or how exact what stays may be. All pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lenscap.coarsening import PLACES, TIMES
from lenscap.errors import PolicyError
from lenscap.model import Edits, Keep, Kind, Policy

REMOVE, KEEP, EXACT = "remove", "keep", "exact"
_MEANINGS = {Kind.TIME: "time", Kind.PLACE: "place", Kind.NAME: "copyright", Kind.DEVICE: "settings"}
"""The kinds of which something can be written anew, and what ``Keep`` calls that."""
_WAYS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TIME: (*TIMES, KEEP, REMOVE),
    Kind.PLACE: (*PLACES, KEEP, REMOVE),
    Kind.NAME: (KEEP, REMOVE),
    Kind.DEVICE: (KEEP, REMOVE),
}
_BESIDE = frozenset(Kind) - {Kind.FILENAME}
"""What a file tells beside its picture; its name is the policy's."""


def for_photo(policy: Policy, edits: Edits) -> Policy:
    """The policy as it is for a photo with these ``edits``. Doing it twice is doing it once."""
    for kind, choice in edits.details.items():
        policy = _with(policy, kind, choice)
    return policy


def _with(policy: Policy, kind: Kind, choice: str) -> Policy:
    keeps = choice in (KEEP, EXACT)
    if keeps and (kind not in policy.remove or kind not in _MEANINGS):
        return policy  # it stays whole, or nothing of it can be written anew
    keep = replace(policy.keep, **{_MEANINGS[kind]: _kept(kind, choice)}) if kind in _MEANINGS else policy.keep
    return replace(policy, remove=policy.remove | {kind}, keep=keep)


def _kept(kind: Kind, choice: str) -> Any:
    """The choice as ``Keep`` has it."""
    if kind in (Kind.NAME, Kind.DEVICE):
        return choice == KEEP
    return {REMOVE: "", KEEP: EXACT}.get(choice, choice)


def keeping(policy: Policy, wish: Mapping[str, Any]) -> Policy:
    """The policy with the table ``[keep]`` of a policy file: what is made coarser does not stay as it was, too."""
    keep = replace(Keep(), **{name: value for name, value in wish.items() if value != REMOVE})
    gone = {kind for kind, name in _MEANINGS.items() if isinstance(wish.get(name), str) and wish[name] != EXACT}
    return replace(policy, keep=keep, remove=policy.remove | gone)


def not_to_be_repeated(policy: Policy, edits: Edits) -> frozenset[Kind]:
    """Of which kinds what stays may not even repeat a value, as a caption does that names a place."""
    by_hand = {kind for kind, choice in edits.details.items() if choice == REMOVE}
    return frozenset(by_hand if policy.keep.place else by_hand | {Kind.PLACE})


def keep_only(kind: Kind, choice: str) -> Keep:
    """What alone is kept by a choice about one kind."""
    return replace(Keep(), **{_MEANINGS[kind]: _kept(kind, choice)}) if kind in _MEANINGS else Keep()


def details(name: str, wish: Any) -> dict[Kind, str]:
    """The table ``details`` of a photo in a policy file."""
    if not isinstance(wish, dict):
        raise PolicyError(f"For “{name}”, details is not a table of what goes and what stays.")
    return {_kind(name, kind): _choice(name, kind, choice) for kind, choice in wish.items()}


def _kind(name: str, kind: str) -> Kind:
    if kind not in _BESIDE:
        raise PolicyError(f"For “{name}”, details speaks of “{kind}”, which does not exist.")
    return Kind(kind)


def _choice(name: str, kind: str, choice: Any) -> str:
    ways = _WAYS.get(_kind(name, kind), (REMOVE,))
    if choice not in ways:
        raise PolicyError(f"For “{name}”, details.{kind} is none of these: {', '.join(ways)}.")
    return str(choice)
