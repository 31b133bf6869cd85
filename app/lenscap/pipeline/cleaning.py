"""One file → its clean copy: plan, candidate, second look, and only then the final name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from lenscap import detectors, output
from lenscap.binary.boxes import Sliced
from lenscap.binary.ondisk import Piece, is_same, pieces
from lenscap.errors import LenscapError, NotCleanError, UnreadableError
from lenscap.metadata import exif, icc, xmp
from lenscap.model import (
    PICTURE,
    SURE,
    Block,
    Box,
    Cover,
    Finding,
    Fresh,
    Kind,
    Layout,
    Looking,
    Outcome,
    Payload,
    Plan,
    Policy,
    Report,
    Result,
    Role,
    Size,
)
from lenscap.pipeline.forms import form_of, remark, target_for
from lenscap.pipeline.inspecting import colour_findings, report, told, with_surroundings
from lenscap.pipeline.knowing import acquainted
from lenscap.pipeline.opening import Opened, divided, opened
from lenscap.pipeline.repainting import (
    check_blocks,
    check_outside,
    hidden_share,
    painted_upright,
    repaint,
    repaint_blocks,
)
from lenscap.policy import Fate, cover, edits_of, fate, plan, removes_all_metadata

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_LOOKS = 6
"""How many candidates are made: faces that only the second look finds are covered in the next one."""
_COVERED = 0.6
"""What is found in a copy is the cover and not what it hides, if this part of its box is covered."""
_COVERED_WORDS = 0.9
"""The same for words and codes, which can be read by a part of theirs."""
_AT_ONCE = 48
"""How many values are searched for together; up to 64 are, by vector instructions, twenty times as fast as more."""
_WINDOW = 1 << 22
"""How many bytes of a copy are searched at a time."""
_MADE_FOR_SRGB = tuple(name.encode("utf-16-be") for name in ("sRGB", "Gra_D65_Rel_SRG"))
"""How libjxl calls the profiles that it makes for sRGB."""
_NEEDED = frozenset({Role.STRUCTURE, Role.PIXELS, Role.COLOUR, Role.ORIENTATION})


@dataclass(frozen=True, slots=True)
class _Case:
    """One file on its way: what it is, what it tells, what is wished."""

    file: Opened
    before: Report
    policy: Policy
    fresh: Fresh
    untouched: bool
    """Nothing has to go, and the policy does not ask for more: the copy is the same, byte for byte."""


class _Candidate(NamedTuple):
    """What may become a copy."""

    pieces: Iterable[Piece]
    again: bool = False
    """Whether the whole picture was encoded again."""


def clean(source: Path, target: Path, policy: Policy) -> Result:
    """Make a clean copy of ``source`` at ``target``, or say why there is none. Never raises a ``LenscapError``."""
    before: Report | None = None
    try:
        policy = acquainted(policy)
        with opened(source, deep=True) as file:
            before = with_surroundings(report(source, file, _looking(policy)))
            return _cleaned(file, before, plan(before, policy, target), policy)
    except UnreadableError as error:
        return Result(source, None, Outcome.FAILED, before, reason=f"{error} The original is unchanged.")
    except LenscapError as error:
        return Result(source, None, Outcome.REFUSED, before, reason=f"{error} The original is unchanged.")


def preview(source: Path, policy: Policy, before: Report) -> Image:
    """The upright picture as a copy would show it, with the covers that ``policy`` asks for."""
    covers = plan(before, policy, source).covers
    return painted_upright(opened(source), before.orientation, covers)


def _looking(policy: Policy) -> Looking:
    faces = "careful" if Kind.FACE in policy.cover else "off"
    people = policy.persons is not None
    return Looking(faces, people, text=Kind.TEXT in policy.cover, codes=Kind.CODE in policy.cover)


def check_parts(policy: Policy) -> None:
    """Raise ``MissingPartError`` if something that ``policy`` covers cannot be looked for."""
    detectors.check(_looking(policy))


def _cleaned(file: Opened, before: Report, wish: Plan, policy: Policy) -> Result:
    """Make candidates until the second look finds nothing more to cover in one."""
    case = _case(file, before, wish, policy)
    for _ in range(_MOST_LOOKS):
        if wish.covers:
            wish = replace(wish, target=target_for(file, wish.target))
        candidate = _apply(case, wish)
        scratch = output.write_scratch(wish.target, candidate.pieces)
        try:
            with opened(scratch) as copy:
                after = _verify(copy, case, wish, candidate.again)
                unchanged = _is_unchanged(copy, case)
            missed = _uncovered(after, case, wish)
            if not missed:
                target = output.commit(scratch, wish.target, _file_time(case))
                return _result(case, wish, replace(after, path=target), unchanged, candidate.again)
        except BaseException:
            output.discard(scratch)
            raise
        output.discard(scratch)
        wish = replace(wish, covers=(*wish.covers, *missed))
    raise NotCleanError("Something to cover could still be found in the copy after covering, so it was deleted.")


def _file_time(case: _Case) -> float | None:
    """The original's time of modification, where the policy keeps it."""
    try:
        return case.before.path.stat().st_mtime if case.policy.file_times else None
    except OSError as error:
        raise UnreadableError("It is not there any more.") from error


def _case(file: Opened, before: Report, wish: Plan, policy: Policy) -> _Case:
    edits = edits_of(before.path, policy)
    nothing_goes = not any(fate(finding, policy, edits) == Fate.REMOVED for finding in before.findings)
    profiles = map(_neutral, (file.layout.icc, file.layout.gain_map_icc))
    fresh = Fresh(exif.write(wish.keep, before.orientation), xmp.write(wish.keep), *profiles)
    untouched = nothing_goes and not wish.covers and not removes_all_metadata(policy)
    return _Case(file, before, policy, fresh, untouched)


def _neutral(profile: bytes | None) -> bytes | None:
    """What takes the place of a colour profile that tells something."""
    return icc.neutral(profile) if profile and colour_findings(profile) else None


def _apply(case: _Case, wish: Plan) -> _Candidate:
    if case.untouched:
        return _Candidate(pieces(case.file.view, 0, len(case.file.data)))
    file, fresh, again = case.file, case.fresh, False
    if wish.covers:
        in_blocks = repaint_blocks(file, case.before.orientation, wish.covers)
        again = in_blocks is None
        file = divided(in_blocks or repaint(file, case.before.orientation, wish.covers))
        fresh = replace(fresh, icc=_profile_after(file, case), gain_map_icc=None)
    return _Candidate(file.container.write(file.view, file.layout, _is_needed, fresh), again)


def _profile_after(painted: Opened, case: _Case) -> bytes | None:
    """What takes the place of the profile of a picture that was encoded again.

    The decoder of JPEG XL makes one where there was none; what it says of sRGB goes without saying.
    """
    profile = painted.layout.icc
    is_made = profile is not None and case.file.layout.icc is None
    is_usual = is_made and any(name in (profile or b"") for name in _MADE_FOR_SRGB)
    return b"" if is_usual else _neutral(profile)


def _is_needed(block: Block) -> bool:
    return block.role in _NEEDED


def _verify(copy: Opened, case: _Case, wish: Plan, again: bool) -> Report:
    """The second look at a candidate that was read again; raise ``NotCleanError`` if it is not what was planned."""
    same_pixels = _has_same_pixels(copy, case.file)
    if not same_pixels:  # those of the original were looked into already
        copy = divided(copy.picture, deep=True)
    after = report(wish.target, copy, _looking(case.policy) if not same_pixels else Looking())
    if same_pixels:
        told = after.findings
        seen = (finding for finding in case.before.findings if finding.where == PICTURE and finding not in told)
        after = replace(after, findings=(*told, *seen))
    else:
        check_outside(case.file, copy, case.before.orientation, wish.covers)
        if wish.covers and not again:
            check_blocks(case.file, copy, case.before.orientation, wish.covers)
    if (copy.container.NAME, after.size, after.orientation) != (
        form_of(case.file).name if wish.covers else case.file.container.NAME,
        case.before.size,
        case.before.orientation,
    ):
        raise NotCleanError("The copy did not show the picture as the original does, so it was deleted.")
    _check_blocks(copy, case)
    _check_findings(after, case)
    _check_traces(copy, case)
    return after


def _has_same_pixels(copy: Opened, original: Opened) -> bool:
    """Whether the compressed picture data of two files is the same; what lies between its parts may have gone."""
    ours, theirs = _pixels(copy), _pixels(original)
    if sum(block.end - block.start for block in ours) != sum(block.end - block.start for block in theirs):
        return False
    return all(is_same(copy.view, start, end, original.view, other) for start, end, other in _beside(ours, theirs))


def _beside(ours: list[Block], theirs: list[Block]) -> Iterator[tuple[int, int, int]]:
    """Spans of our blocks, and where the same part begins in their blocks, which are cut up in another way."""
    rest = iter(theirs)
    other = stop = 0
    for block in ours:
        start = block.start
        while start < block.end:
            while other == stop:
                _, _, other, stop = next(rest)
            length = min(block.end - start, stop - other)
            yield start, start + length, other
            start, other = start + length, other + length


def _pixels(file: Opened) -> list[Block]:
    return [block for block in file.layout.blocks if block.role == Role.PIXELS]


def _is_unchanged(copy: Opened, case: _Case) -> bool:
    length = len(copy.data)
    return length == len(case.file.data) and is_same(copy.view, 0, length, case.file.view, 0)


def _check_blocks(copy: Opened, case: _Case) -> None:
    """Every block of the copy is needed, or is one that we wrote: writing it again gives the same bytes."""
    if case.untouched:
        return
    position, view = 0, copy.view
    fresh = replace(case.fresh, icc=None, gain_map_icc=None)
    for piece in copy.container.write(view, copy.layout, _is_needed, fresh):
        if not is_same(piece, 0, len(piece), view, position):
            break
        position += len(piece)
    if position != len(view):
        raise NotCleanError("The copy held a block that it should not, so it was deleted.")


def _check_findings(after: Report, case: _Case) -> None:
    """The copy tells nothing that was to go, unless it is what we wrote ourselves, coarser than it was."""
    ours = _told_by(case.fresh)
    removed = (each for each in after.findings if fate(each, case.policy) == Fate.REMOVED)
    if left := next((each for each in removed if (each.kind, each.tells) not in ours), None):
        raise NotCleanError(f"The copy still held something ({left.where}), so it was deleted.")


def _told_by(fresh: Fresh) -> set[tuple[Kind, str]]:
    """What the blocks tell that we wrote anew because the policy keeps something."""
    payloads = (Payload("exif", "", fresh.exif or b""), Payload("xmp", "", fresh.xmp or b""))
    layout = Layout(Size(0, 0), (), tuple(payload for payload in payloads if payload.data))
    return {(finding.kind, finding.tells) for finding in told(layout)[0]}


def _check_traces(copy: Opened, case: _Case) -> None:
    """None of the values that were to go is anywhere in the copy.

    What stays may repeat some of them, as a camera's note does its maker's name; but it never repeats a place that
    the policy does not keep.
    """
    edits = edits_of(case.before.path, case.policy)
    removed = (each for each in case.before.findings if fate(each, case.policy, edits) == Fate.REMOVED)
    written = (case.fresh.exif or b"") + (case.fresh.xmp or b"")
    traces = [
        (trace, finding)
        for finding in removed
        for trace in finding.traces
        if trace not in written or (finding.kind == Kind.PLACE and not case.policy.keep.place)
    ]
    for start, finding in _found(copy.view, traces):
        if _role_at(copy, start) not in _apart(finding):
            raise NotCleanError(f"The copy still held a value ({finding.where}), so it was deleted.")


def _found(data: Sliced, traces: list[tuple[bytes, Finding]]) -> Iterator[tuple[int, Finding]]:
    """Where traces are in ``data``, with their findings; the first of those that overlap is enough to know."""
    longest = max((len(trace) for trace, _ in traces), default=0)
    searches = [_search(traces[start : start + _AT_ONCE]) for start in range(0, len(traces), _AT_ONCE)]
    for start in range(0, len(data) if searches else 0, _WINDOW):
        window = data[start : start + _WINDOW + longest]
        if any(search.find_matches_as_indexes(window) for search in searches):
            for trace, finding in traces:
                yield from ((start + match.start(), finding) for match in re.finditer(re.escape(trace), window))


def _search(traces: list[tuple[bytes, Finding]]) -> BytesAhoCorasick:
    return BytesAhoCorasick(
        [trace for trace, _ in traces],
        matchkind=MatchKind.LeftmostFirst,
        implementation=Implementation.NoncontiguousNFA,  # the one that is made in the least time
    )


def _apart(finding: Finding) -> set[Role]:
    """Where bytes like those of a finding are none of its: a colour profile was read for itself, and a hidden copy
    of the picture may have bytes in common with the picture."""
    return {Role.COLOUR, Role.PIXELS} if finding.kind == Kind.PREVIEW else {Role.COLOUR}


def _role_at(file: Opened, position: int) -> Role:
    return next(block.role for block in file.layout.blocks if position < block.end)


def _uncovered(after: Report, case: _Case, wish: Plan) -> tuple[Cover, ...]:
    """Covers for what can still be seen in a copy although it should be covered.

    Who may be seen in the original may be in the copy, where encoding may have changed what she looks like.
    """
    kept, seen = _seen(case.before, case, Fate.KEPT), _seen(after, case, Fate.COVERED)
    found = [
        (each, box)
        for each, box in seen
        if not any(each.kind == other.kind and box.is_same(place) for other, place in kept)
    ]
    orientation = case.before.orientation
    return tuple(
        cover(box, case.policy.style, each.kind)
        for each, box in found
        if hidden_share(case.file, orientation, wish.covers, box) < _part_to_hide(each)
    )


def _part_to_hide(finding: Finding) -> float:
    """How much of what is found in a copy must be covered; corners of covers look like single letters to readers."""
    is_letter = finding.kind == Kind.TEXT and (finding.certainty < SURE or len(finding.data["text"]) <= 2)
    return _COVERED if finding.kind == Kind.FACE or is_letter else _COVERED_WORDS


def _seen(report: Report, case: _Case, what: Fate) -> list[tuple[Finding, Box]]:
    """What is in the picture that has this fate, and where."""
    edits = edits_of(case.before.path, case.policy)
    seen = [(each, each.box) for each in report.findings if each.where == PICTURE]
    return [(each, box) for each, box in seen if box and fate(each, case.policy, edits) == what]


def _result(case: _Case, wish: Plan, after: Report, unchanged: bool, again: bool) -> Result:
    outcome = Outcome.ALREADY_CLEAN if unchanged else Outcome.CLEANED
    remark = _remark(case, again) if wish.covers else None
    return Result(wish.source, after.path, outcome, case.before, after, len(wish.covers), remark)


def _remark(case: _Case, again: bool) -> str | None:
    """What the person should know about a picture that was covered."""
    said = [remark(case.file)] if again else []
    if _has_gain_map(case.before):
        said.append("Its HDR gain map was left out.")
    return " ".join(said) or None


def _has_gain_map(report: Report) -> bool:
    return any(finding.where == PICTURE and finding.kind == Kind.PREVIEW for finding in report.findings)
