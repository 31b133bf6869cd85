"""One file → its clean copy: plan, candidate, second look, and only then the final name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from lenscap import output
from lenscap.errors import LenscapError, NotCleanError, UnreadableError
from lenscap.metadata import exif, icc, xmp
from lenscap.model import (
    PICTURE,
    Block,
    Bytes,
    Cover,
    Finding,
    Fresh,
    Kind,
    Outcome,
    Plan,
    Policy,
    Report,
    Result,
    Role,
)
from lenscap.pipeline.inspecting import Opened, colour_findings, content, divided, opened, report
from lenscap.pipeline.repainting import check_outside, hidden_share, is_lossy, painted_upright, repaint
from lenscap.policy import Fate, cover, edits_of, fate, plan, removes_all_metadata

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_LOOKS = 6
"""How many candidates are made: faces that only the second look finds are covered in the next one."""
_COVERED = 0.6
"""What is found in a copy is the cover and not what it hides, if this part of its box is covered."""
_AT_ONCE = 48
"""How many values are searched for together; up to 64 are, by vector instructions, twenty times as fast as more."""
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


def clean(source: Path, target: Path, policy: Policy) -> Result:
    """Make a clean copy of ``source`` at ``target``, or say why there is none. Never raises a ``LenscapError``."""
    before: Report | None = None
    try:
        file = opened(source, deep=True)
        before = report(source, file, _effort(policy))
        return _cleaned(file, before, plan(before, policy, target), policy)
    except UnreadableError as error:
        return Result(source, None, Outcome.FAILED, before, reason=f"{error} The original is unchanged.")
    except LenscapError as error:
        return Result(source, None, Outcome.REFUSED, before, reason=f"{error} The original is unchanged.")


def preview(source: Path, policy: Policy, before: Report) -> Image:
    """The upright picture as a copy would show it, with the covers that ``policy`` asks for."""
    covers = plan(before, policy, source).covers
    return painted_upright(opened(source), before.orientation, covers)


def _effort(policy: Policy) -> str:
    return "careful" if policy.cover else "off"


def _cleaned(file: Opened, before: Report, wish: Plan, policy: Policy) -> Result:
    """Make candidates until the second look finds nothing more to cover in one."""
    case = _case(file, before, wish, policy)
    for _ in range(_MOST_LOOKS):
        scratch = output.write_scratch(wish.target, _apply(case, wish))
        try:
            after = _verify(scratch, case, wish)
            missed = _uncovered(after, case, wish)
            if not missed:
                target = output.commit(scratch, wish.target)
                return _result(case, replace(wish, target=target), replace(after, path=target))
        except BaseException:
            output.discard(scratch)
            raise
        output.discard(scratch)
        wish = replace(wish, covers=(*wish.covers, *missed))
    raise NotCleanError("Faces could still be found in the copy after covering, so it was deleted.")


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


def _apply(case: _Case, wish: Plan) -> Iterable[Bytes]:
    """The bytes of a candidate."""
    if case.untouched:
        return [case.file.data]
    file = case.file
    if wish.covers:
        file = divided(repaint(file, case.before.orientation, wish.covers))
    return file.container.write(memoryview(file.data), file.layout, _is_needed, case.fresh)


def _is_needed(block: Block) -> bool:
    return block.role in _NEEDED


def _verify(scratch: Path, case: _Case, wish: Plan) -> Report:
    """The second look: read a candidate from the bytes up; raise ``NotCleanError`` if it is not what was planned."""
    copy = divided(content(scratch))
    same_pixels = _pixels(copy) == _pixels(case.file)
    if not same_pixels:  # those of the original were looked into already
        copy = divided(copy.data, deep=True)
    after = report(wish.target, copy, _effort(case.policy) if not same_pixels else "off")
    if same_pixels:
        told = after.findings
        seen = (finding for finding in case.before.findings if finding.where == PICTURE and finding not in told)
        after = replace(after, findings=(*told, *seen))
    else:
        check_outside(case.file, copy, case.before.orientation, wish.covers)
    if (copy.container.NAME, after.size, after.orientation) != (
        case.file.container.NAME,
        case.before.size,
        case.before.orientation,
    ):
        raise NotCleanError("The copy did not show the picture as the original does, so it was deleted.")
    _check_blocks(copy, case)
    _check_findings(after, case.policy)
    _check_traces(copy, case)
    return after


def _pixels(file: Opened) -> list[bytes]:
    """The compressed picture data, block by block."""
    return [file.data[block.start : block.end] for block in file.layout.blocks if block.role == Role.PIXELS]


def _check_blocks(copy: Opened, case: _Case) -> None:
    """Every block of the copy is needed, or is one that we wrote: writing it again gives the same bytes."""
    if case.untouched:
        return
    fresh = replace(case.fresh, icc=None, gain_map_icc=None)
    again = copy.container.write(memoryview(copy.data), copy.layout, _is_needed, fresh)
    if b"".join(again) != copy.data:
        raise NotCleanError("The copy held a block that it should not, so it was deleted.")


def _check_findings(after: Report, policy: Policy) -> None:
    left = next((finding for finding in after.findings if fate(finding, policy) == Fate.REMOVED), None)
    if left:
        raise NotCleanError(f"The copy still held something ({left.where}), so it was deleted.")


def _check_traces(copy: Opened, case: _Case) -> None:
    """None of the values that were to go is anywhere in the copy.

    What stays may repeat some of them, as a camera's note does its maker's name; but it never repeats a place.
    """
    edits = edits_of(case.before.path, case.policy)
    removed = (each for each in case.before.findings if fate(each, case.policy, edits) == Fate.REMOVED)
    written = (case.fresh.exif or b"") + (case.fresh.xmp or b"")
    traces = [
        (trace, finding)
        for finding in removed
        for trace in finding.traces
        if finding.kind == Kind.PLACE or trace not in written
    ]
    for start, finding in _found(copy.data, traces):
        if _role_at(copy, start) not in _apart(finding):
            raise NotCleanError(f"The copy still held a value ({finding.where}), so it was deleted.")


def _found(data: bytes, traces: list[tuple[bytes, Finding]]) -> Iterator[tuple[int, Finding]]:
    """Where traces are in ``data``, with their findings; the first of those that overlap is enough to know."""
    for batch in (traces[start : start + _AT_ONCE] for start in range(0, len(traces), _AT_ONCE)):
        search = BytesAhoCorasick([trace for trace, _ in batch], matchkind=MatchKind.LeftmostFirst)
        if any(search.find_matches_as_indexes(data)):
            for trace, finding in batch:
                yield from ((match.start(), finding) for match in re.finditer(re.escape(trace), data))


def _apart(finding: Finding) -> set[Role]:
    """Where bytes like those of a finding are none of its: a colour profile was read for itself, and a hidden copy
    of the picture may have bytes in common with the picture."""
    return {Role.COLOUR, Role.PIXELS} if finding.kind == Kind.PREVIEW else {Role.COLOUR}


def _role_at(file: Opened, position: int) -> Role:
    return next(block.role for block in file.layout.blocks if position < block.end)


def _uncovered(after: Report, case: _Case, wish: Plan) -> tuple[Cover, ...]:
    """Covers for what can still be seen in a copy although it should be covered."""
    edits = edits_of(wish.source, case.policy)
    seen = (finding for finding in after.findings if finding.where == PICTURE and finding.box)
    boxes = [each.box for each in seen if each.box and fate(each, case.policy, edits) == Fate.COVERED]
    orientation = case.before.orientation
    left = [box for box in boxes if hidden_share(case.file, orientation, wish.covers, box) < _COVERED]
    return tuple(cover(box, case.policy.style) for box in left)


def _result(case: _Case, wish: Plan, after: Report) -> Result:
    same = not wish.covers and wish.target.stat().st_size == len(case.file.data)
    outcome = Outcome.ALREADY_CLEAN if same and content(wish.target) == case.file.data else Outcome.CLEANED
    remark = _remark(case) if wish.covers else None
    return Result(wish.source, wish.target, outcome, case.before, after, len(wish.covers), remark)


def _remark(case: _Case) -> str:
    """What the person should know about a picture that was encoded again."""
    way = ", at its own quality." if is_lossy(case.file) else "; outside the covers every pixel is the same."
    lost = " Its HDR gain map was left out." if _has_gain_map(case.before) else ""
    return f"To cover parts of it, the picture was encoded again{way}{lost}"


def _has_gain_map(report: Report) -> bool:
    return any(finding.where == PICTURE and finding.kind == Kind.PREVIEW for finding in report.findings)
