"""What goes, what stays, what is covered: the presets, a person's own policies, and the plan for one file. All pure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from lenscap.coarsening import CHOICES, coarsened
from lenscap.details import details, for_photo, keeping, not_to_be_repeated
from lenscap.errors import PolicyError
from lenscap.model import FILE_NAME, PICTURE, Box, Cover, Edits, Finding, Kind, Persons, Plan, Policy, Report
from lenscap.people import FAR, NEAR, distance

STYLES = ("soft", "mosaic", "solid")
EVERY_PHOTO = "*"
"""Stands for the name of a photo where something was decided by hand about all."""
IN_PIXELS = frozenset({Kind.FACE, Kind.TEXT, Kind.CODE})

_METADATA = frozenset(Kind) - {Kind.FILENAME}

PRESETS: Mapping[str, Policy] = {
    policy.name: policy
    for policy in (
        Policy("metadata", remove=_METADATA),
        Policy("location", remove=frozenset({Kind.PLACE})),
        Policy("faces", remove=_METADATA, cover=frozenset({Kind.FACE})),
        Policy("everything", remove=frozenset(Kind), cover=IN_PIXELS, neutral_names=True),
    )
}


class Fate(StrEnum):
    """What cleaning does with one finding."""

    REMOVED = "removed"
    COVERED = "covered"
    KEPT = "kept"  # could be taken away, but the policy or the person wants it to stay
    STAYS = "stays"  # part of the picture, or of the name that the person gave


def named(name: str) -> Policy:
    """The preset of that name, or the policy in the TOML file of that path."""
    if name in PRESETS:
        return PRESETS[name]
    if name.endswith(".toml"):
        return load(Path(name))
    raise PolicyError(f"There is no policy “{name}”. Choose one of {', '.join(PRESETS)}, or a file that ends in .toml.")


def fate(finding: Finding, policy: Policy, edits: Edits = Edits()) -> Fate:  # noqa: B008 (frozen)
    """Say what ``policy`` and a person's ``edits`` of this photo do with a finding."""
    if finding.where == PICTURE:
        if finding.box is None:
            return Fate.STAYS
        decided = edits.covers(finding.box)
        if decided:
            return Fate.COVERED
        if finding.kind not in policy.cover:
            return Fate.STAYS
        kept = decided is False or _may_be_seen(finding, policy.persons)
        return Fate.KEPT if kept else Fate.COVERED
    if finding.where == FILE_NAME:
        return Fate.REMOVED if policy.neutral_names else Fate.STAYS
    if finding.kind in for_photo(policy, edits).remove:
        return Fate.REMOVED
    return Fate.KEPT if can_be_kept(finding) else Fate.REMOVED


def _may_be_seen(finding: Finding, persons: Persons | None) -> bool:
    """Whether a face stays visible because of whose it is; if that is not sure, it does not."""
    if finding.kind != Kind.FACE or finding.likeness is None or persons is None or not persons.likenesses:
        return False
    apart = min(distance(finding.likeness, likeness) for likeness in persons.likenesses)
    return apart > FAR if persons.only else apart <= NEAR


def removes_all_metadata(policy: Policy) -> bool:
    """Whether nothing but the picture is to stay; else what nobody asked to take away is left as it is."""
    return policy.remove >= _METADATA


def can_be_kept(finding: Finding) -> bool:
    """Only what we can write anew may stay: in a block that is copied, anything could ride along."""
    return "exif" in finding.data or "xmp" in finding.data


_FARTHEST = 1 << 31
"""No picture has a pixel with a larger number."""
_MARGIN = 0.15
"""How much wider a cover is than what was found, on each side: without it, a recogniser still finds most faces."""
_MARGIN_OF_TEXT = 0.25
"""The same for text, in its height (or its width, if it stands upright): what was found has the letters just in it."""


def plan(report: Report, policy: Policy, target: Path) -> Plan:
    """Decide what stays in the copy of one file, and what is covered in it."""
    edits = edits_of(report.path, policy)
    policy = for_photo(policy, edits)
    hidden = [
        (finding.box, finding.kind)
        for finding in report.findings
        if finding.box and fate(finding, policy, edits) == Fate.COVERED
    ]
    boxes = [box for box, _ in hidden]
    hidden += [(box, Kind.FACE) for box in edits.cover if box not in boxes]
    return Plan(
        source=report.path,
        target=target,
        keep=(*kept(report.findings, policy, edits), *coarsened(report.findings, policy.keep)),
        covers=tuple(cover(box, policy.style, kind) for box, kind in hidden),
    )


def kept(findings: Iterable[Finding], policy: Policy, edits: Edits) -> tuple[Finding, ...]:
    """What a file tells beside its picture and its copy shall tell as well, as it is."""
    fates = [(finding, fate(finding, policy, edits)) for finding in findings if finding.where != PICTURE]
    gone = [finding for finding, what in fates if what == Fate.REMOVED]
    keep = (finding for finding, what in fates if what == Fate.KEPT)
    return tuple(_without(not_to_be_repeated(for_photo(policy, edits), edits), keep, gone))


def cover(box: Box, style: str, kind: Kind = Kind.FACE) -> Cover:
    """The cover for what was found in ``box``, with a margin around it."""
    across, down = round(box.w * _MARGIN), round(box.h * _MARGIN)
    if kind == Kind.TEXT:
        across = down = 1 + round(min(box.w, box.h) * _MARGIN_OF_TEXT)
    return Cover(Box(box.x - across, box.y - down, box.w + 2 * across, box.h + 2 * down), style)


def edits_of(path: Path, policy: Policy) -> Edits:
    """What a person decided by hand about the photo at ``path``, and about all photos."""
    own = policy.edits.get(str(path)) or policy.edits.get(path.name) or Edits()
    every = policy.edits.get(EVERY_PHOTO, Edits())
    return Edits(own.keep + every.keep, own.cover + every.cover, {**every.details, **own.details})


def from_anywhere(policy: Policy) -> Policy:
    """The same where the working folder is another one: photos that were decided on have their whole paths."""
    whole = {name if Path(name).name == name else str(Path(name).absolute()): name for name in policy.edits}
    return replace(policy, edits={name: policy.edits[given] for name, given in whole.items()})


def _without(kinds: frozenset[Kind], keep: Iterable[Finding], gone: list[Finding]) -> Iterator[Finding]:
    """What may stay, less what repeats something of these kinds that goes, as a caption does that names a place."""
    traces = {trace for finding in gone if finding.kind in kinds for trace in finding.traces}
    words = {word for finding in gone if finding.kind == Kind.PLACE for word in finding.data.get("words", ())}
    named_in = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)).search if words else None
    for finding in keep:
        repeats = any(trace in kept for kept in finding.traces for trace in traces)
        said = f"{finding.tells} {finding.data.get('text', '')}".casefold()
        if not repeats and not (named_in and named_in(said)):
            yield finding


_ENTRIES = frozenset({"base", "style", "names", "times", "cover", "keep", "photos", "keep_people", "only_people"})


def load(path: Path) -> Policy:
    """Read a person's own policy, a TOML file.

    ``base`` names the preset to start from, ``style`` the style of covers, ``names`` and ``times`` (of the files) are
    "keep" or "neutral", ``cover`` which of "face", "text" and "code". A table ``[keep]`` says what of the metadata
    stays, as ``Keep`` has it, or that a time or place goes ("remove"). A table ``[photos."IMG_4127.jpg"]`` (a file
    name, a path as it is given, or ``*`` for all) lists boxes ``keep`` and ``cover`` for a photo, and in ``details``
    what becomes of what it says beside its picture. ``keep_people`` or ``only_people`` lists photos, as seen from the
    file's folder, which show one person each: whose faces stay visible, or whose alone are covered.
    """
    wish = _written(path)
    unknown = wish.keys() - _ENTRIES
    if unknown:
        raise PolicyError(f"The policy “{path.name}” asks for “{min(unknown)}”, which does not exist.")
    base = PRESETS.get(str(wish.get("base", "metadata")))
    photos = wish.get("photos", {})
    if base is None:
        raise PolicyError(f"The policy “{path.name}” starts from a preset that does not exist.")
    if not isinstance(photos, dict):
        raise PolicyError(f"In the policy “{path.name}”, photos is not a table of photos.")
    base = replace(base, cover=_covered(path, wish.get("cover", [*base.cover])))
    photos_of = (_photos_of_people(path, name, wish.get(name, [])) for name in ("keep_people", "only_people"))
    return replace(
        keeping(with_people(styled(base, str(wish.get("style", base.style))), *photos_of), _keep(path, wish)),
        name=path.stem,
        neutral_names=_is_neutral(path, wish, "names", base.neutral_names),
        file_times=not _is_neutral(path, wish, "times", True),
        edits={name: _edits(name, boxes) for name, boxes in photos.items()},
    )


def _written(path: Path) -> dict[str, Any]:
    """What a TOML file says."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PolicyError(f"The policy “{path.name}” cannot be read: {(error.strerror or '').lower()}.") from error
    except UnicodeDecodeError as error:
        raise PolicyError(
            f"The policy “{path.name}” is not a text file. Save it as UTF-8 text, or choose another one."
        ) from error
    except RecursionError as error:
        raise PolicyError(f"The policy “{path.name}” has too many brackets in brackets.") from error
    except ValueError as error:  # also of numbers that are too long
        raise PolicyError(f"The policy “{path.name}” is not a TOML file: {error}.") from error


def _is_neutral(path: Path, wish: Mapping[str, Any], what: str, default: bool) -> bool:
    value = wish.get(what, "neutral" if default else "keep")
    if value not in ("keep", "neutral"):
        raise PolicyError(f"In the policy “{path.name}”, {what} is neither “keep” nor “neutral”.")
    return bool(value == "neutral")


def _covered(path: Path, wish: Any) -> frozenset[Kind]:
    """The list of what is covered in pictures."""
    if not isinstance(wish, list) or not all(isinstance(one, str) and one in IN_PIXELS for one in wish):
        raise PolicyError(f"In the policy “{path.name}”, cover is not a list of “face”, “text” and “code”.")
    return frozenset(map(Kind, wish))


def _keep(path: Path, wish: Mapping[str, Any]) -> Mapping[str, Any]:
    """The table of what stays; each entry must be one that there is."""
    keep = wish.get("keep", {})
    if not isinstance(keep, dict):
        raise PolicyError(f"In the policy “{path.name}”, keep is not a table of what stays.")
    for name, value in keep.items():
        if name not in CHOICES or not isinstance(value, str | bool) or not CHOICES[name](value):
            raise PolicyError(f"The policy “{path.name}” wants to keep “{name}” in a way that does not exist.")
    return keep


def styled(policy: Policy, style: str) -> Policy:
    """The same policy with another style of covers."""
    if style not in STYLES:
        raise PolicyError(f"There is no cover style “{style}”. Choose one of {', '.join(STYLES)}.")
    return replace(policy, style=style)


def with_people(policy: Policy, keep: Iterable[Path] = (), only: Iterable[Path] = ()) -> Policy:
    """The same policy, where the faces of the people on some photos stay visible, or are the only ones covered."""
    keep, only = tuple(keep), tuple(only)
    if not keep and not only:
        return policy
    if keep and only:
        raise PolicyError("Choose whose faces stay visible, or whose alone are covered. Both at once cannot be.")
    if Kind.FACE not in policy.cover:
        raise PolicyError(
            f"Under “{policy.name}” no faces are covered. Rules about people need “faces” or “everything”."
        )
    return replace(policy, persons=Persons(bool(only), keep or only))


def _photos_of_people(path: Path, name: str, wish: Any) -> tuple[Path, ...]:
    """Photos that a policy file names."""
    if not isinstance(wish, list) or not all(isinstance(one, str) for one in wish):
        raise PolicyError(f"In the policy “{path.name}”, {name} is not a list of photos.")
    return tuple(path.parent / one for one in wish)


def with_boxes(policy: Policy, keep: Iterable[str] = (), cover: Iterable[str] = ()) -> Policy:
    """The same policy with boxes for all photos, each written as “x,y,w,h”."""
    more = Edits(tuple(map(_box, keep)), tuple(map(_box, cover)))
    before = policy.edits.get(EVERY_PHOTO, Edits())
    every = replace(before, keep=before.keep + more.keep, cover=before.cover + more.cover)
    return replace(policy, edits={**policy.edits, EVERY_PHOTO: every}) if every != before else policy


def _box(text: str) -> Box:
    try:
        row = [int(number) for number in text.split(",")]
    except ValueError:
        row = []
    if not _is_box(row):
        raise PolicyError("A box is four whole numbers with commas between them: x,y,width,height.")
    return Box(*row)


def _edits(name: str, wish: Any) -> Edits:
    if not isinstance(wish, dict) or wish.keys() - {"keep", "cover", "details"}:
        raise PolicyError(f"For “{name}”, a policy can only say which boxes to keep, which to cover, and the details.")
    keep, cover = (_boxes(name, wish.get(what, [])) for what in ("keep", "cover"))
    return Edits(keep, cover, details(name, wish.get("details", {})))


def _boxes(name: str, rows: Any) -> tuple[Box, ...]:
    if not isinstance(rows, list) or not all(map(_is_box, rows)):
        raise PolicyError(f"A box for “{name}” is not four whole numbers: x, y, width, height.")
    return tuple(Box(*row) for row in rows)


def _is_box(row: Any) -> bool:
    """Whether these are four numbers that pixels can have."""
    return isinstance(row, list) and len(row) == 4 and all(type(one) is int and abs(one) <= _FARTHEST for one in row)
