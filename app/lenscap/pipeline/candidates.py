"""A file and a wish → a candidate: what may become the copy, once a second look has found it clean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from lenscap.binary.ondisk import Piece, pieces
from lenscap.details import for_photo
from lenscap.metadata import exif, icc, xmp
from lenscap.model import (
    FILE_NAME,
    PICTURE,
    Block,
    Finding,
    Fresh,
    Kind,
    Layout,
    Looking,
    Payload,
    Plan,
    Policy,
    Report,
    Role,
    Size,
)
from lenscap.opening import Opened, divided
from lenscap.pipeline.inspecting import colour_findings, told
from lenscap.pipeline.repainting import repaint, repaint_blocks
from lenscap.policy import Fate, edits_of, fate, plan, removes_all_metadata

_MADE_FOR_SRGB = tuple(name.encode("utf-16-be") for name in ("sRGB", "Gra_D65_Rel_SRG"))
"""How libjxl calls the profiles that it makes for sRGB."""
_NEEDED = frozenset({Role.STRUCTURE, Role.PIXELS, Role.COLOUR, Role.ORIENTATION})


@dataclass(frozen=True, slots=True)
class Case:
    """One file on its way: what it is, what it tells, what is wished for it (``policy`` heeds the photo's details)."""

    file: Opened
    before: Report
    policy: Policy
    fresh: Fresh
    untouched: bool
    """Nothing has to go, and the policy does not ask for more: the copy is the same, byte for byte."""


class Candidate(NamedTuple):
    """What may become a copy."""

    pieces: Iterable[Piece]
    again: bool = False
    """Whether the whole picture was encoded again."""


def looking(policy: Policy) -> Looking:
    """What has to be looked for in the picture, for ``policy`` to know what to cover."""
    faces = "careful" if Kind.FACE in policy.cover else "off"
    people = policy.persons is not None
    return Looking(faces, people, text=Kind.TEXT in policy.cover, codes=Kind.CODE in policy.cover)


def is_enough(report: Report, policy: Policy) -> bool:
    """Whether all that ``policy`` covers was looked for, so that what a copy will show can be said."""
    wanted, looked = looking(policy), report.looked
    faces = wanted.faces == "off" or looked.faces != "off"
    return faces and all((not wanted.text or looked.text, not wanted.codes or looked.codes))


def case_of(file: Opened, before: Report, wish: Plan, policy: Policy) -> Case:
    """Put together what is known of a file and of what is wished for it."""
    policy = for_photo(policy, edits_of(before.path, policy))
    profiles = map(_neutral, (file.layout.icc, file.layout.gain_map_icc))
    fresh = Fresh(exif.write(wish.keep, before.orientation), xmp.write(wish.keep), *profiles)
    return Case(file, before, policy, fresh, _is_untouched(before, wish, policy))


def written_anew(report: Report, policy: Policy) -> Fresh:
    """What a copy of a file would say because ``policy`` keeps it."""
    keep = plan(report, policy, report.path).keep
    return Fresh(exif.write(keep, report.orientation), xmp.write(keep))


def _neutral(profile: bytes | None) -> bytes | None:
    """What takes the place of a colour profile that tells something."""
    return icc.neutral(profile) if profile and colour_findings(profile) else None


def candidate(case: Case, wish: Plan) -> Candidate:
    """Make what may become the copy."""
    if case.untouched:
        return Candidate(pieces(case.file.view, 0, len(case.file.data)))
    file, fresh, again = case.file, case.fresh, False
    if wish.covers:
        in_blocks = repaint_blocks(file, case.before.orientation, wish.covers)
        again = in_blocks is None
        file = divided(in_blocks or repaint(file, case.before.orientation, wish.covers))
        fresh = replace(fresh, icc=_profile_after(file, case), gain_map_icc=None)
    return Candidate(file.container.write(file.view, file.layout, is_needed, fresh), again)


def _profile_after(painted: Opened, case: Case) -> bytes | None:
    """What takes the place of the profile of a picture that was encoded again.

    The decoder of JPEG XL makes one where there was none; what it says of sRGB goes without saying.
    """
    profile = painted.layout.icc
    is_made = profile is not None and case.file.layout.icc is None
    is_usual = is_made and any(name in (profile or b"") for name in _MADE_FOR_SRGB)
    return b"" if is_usual else _neutral(profile)


def is_needed(block: Block) -> bool:
    """Whether a viewer needs a block."""
    return block.role in _NEEDED


def told_by(fresh: Fresh) -> list[Finding]:
    """What the blocks tell that we write anew because the policy keeps something."""
    payloads = (Payload("exif", "Exif", fresh.exif or b""), Payload("xmp", "XMP", fresh.xmp or b""))
    return told(Layout(Size(0, 0), (), tuple(payload for payload in payloads if payload.data)))[0]


def predicted(before: Report, policy: Policy) -> Report:
    """The report that a copy would have, as far as it can be said before there is one."""
    wish, edits = plan(before, policy, before.path), edits_of(before.path, policy)
    policy = for_photo(policy, edits)
    if _is_untouched(before, wish, policy):
        return before
    stays = (each for each in before.findings if fate(each, policy, edits) in (Fate.STAYS, Fate.KEPT))
    seen = [each for each in stays if each.where in (PICTURE, FILE_NAME) and not (wish.covers and _is_behind(each))]
    return replace(before, findings=(*told_by(Fresh(exif.write(wish.keep, 1), xmp.write(wish.keep))), *seen))


def _is_untouched(before: Report, wish: Plan, policy: Policy) -> bool:
    """Whether nothing has to go, and nothing more is asked for."""
    edits = edits_of(before.path, policy)
    goes = any(fate(finding, policy, edits) == Fate.REMOVED for finding in before.findings)
    return not goes and not wish.covers and not removes_all_metadata(policy)


def _is_behind(finding: Finding) -> bool:
    """Whether it is behind what is seen, as a gain map is and what was cut off; nothing of that is covered."""
    return finding.where == PICTURE and finding.kind == Kind.PREVIEW


def has_gain_map(report: Report) -> bool:
    """Whether a picture has a map for HDR screens."""
    return any(_is_behind(finding) and "pixels" not in finding.data for finding in report.findings)
