"""A policy as answers to the questions of the editor, and back. What is not asked stays as it was. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lenscap.details import EXACT, REMOVE, keeping
from lenscap.model import Kind, Persons, Policy
from lenscap.policy import PRESETS, removes_all_metadata

EVERYBODY, BUT, ONLY = "everybody", "but", "only"


@dataclass(frozen=True, slots=True)
class Answers:
    """What goes and what stays, what is covered and how.

    ``rest``: whether all goes that is not asked about. ``whose`` faces: everybody's, everybody's ``but`` those of the
    people on ``photos``, or ``only`` theirs.
    """

    rest: bool
    date: str
    place: str
    settings: bool
    copyright: bool
    neutral_names: bool
    file_times: bool
    cover: frozenset[Kind]
    style: str
    whose: str = EVERYBODY
    photos: tuple[Path, ...] = ()


def answers(policy: Policy) -> Answers:
    """What a policy says."""
    rest, keep, persons = removes_all_metadata(policy), policy.keep, policy.persons
    return Answers(
        rest=rest,
        date=keep.time or (REMOVE if Kind.TIME in policy.remove else EXACT),
        place=keep.place or (REMOVE if Kind.PLACE in policy.remove else EXACT),
        settings=not rest or keep.settings,
        copyright=not rest or keep.copyright,
        neutral_names=policy.neutral_names,
        file_times=policy.file_times,
        cover=policy.cover,
        style=policy.style,
        whose=EVERYBODY if persons is None else ONLY if persons.only else BUT,
        photos=persons.photos if persons else (),
    )


def answered(policy: Policy, said: Answers) -> Policy:
    """The policy with other answers."""
    whose = said.whose if said.photos and Kind.FACE in said.cover else EVERYBODY
    return replace(
        keeping(replace(policy, remove=_removed(policy, said)), _kept(said)),
        neutral_names=said.neutral_names,
        file_times=said.file_times,
        cover=said.cover,
        style=said.style,
        persons=None if whose == EVERYBODY else Persons(whose == ONLY, said.photos),
    )


def _removed(policy: Policy, said: Answers) -> frozenset[Kind]:
    """What goes, before anything of it is kept."""
    if said.rest:
        return policy.remove if removes_all_metadata(policy) else PRESETS["metadata"].remove
    return PRESETS["location"].remove


def _kept(said: Answers) -> dict[str, str | bool]:
    """What of it is kept; where the rest stays, a time that stays whole needs no word."""
    kept: dict[str, str | bool] = {"place": said.place}
    if said.rest or said.date != EXACT:
        kept["time"] = said.date
    return kept | ({"settings": said.settings, "copyright": said.copyright} if said.rest else {})
