"""The second look: a candidate is read again, from the bytes up, and is clean only if nothing was found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from lenscap.binary.boxes import Sliced
from lenscap.binary.ondisk import is_same
from lenscap.details import not_to_be_repeated
from lenscap.errors import NotCleanError
from lenscap.model import PICTURE, SURE, Block, Box, Cover, Finding, Fresh, Kind, Looking, Plan, Policy, Report, Role
from lenscap.opening import Opened, divided
from lenscap.pipeline.candidates import Case, is_needed, looking, told_by
from lenscap.pipeline.forms import form_of
from lenscap.pipeline.inspecting import report
from lenscap.pipeline.repainting import check_blocks, check_outside, hidden_share
from lenscap.policy import Fate, cover, edits_of, fate

_COVERED = 0.6
"""What is found in a copy is the cover and not what it hides, if this part of its box is covered."""
_COVERED_WORDS = 0.9
"""The same for words and codes, which can be read by a part of theirs."""
_AT_ONCE = 48
"""How many values are searched for together; up to 64 are, by vector instructions, twenty times as fast as more."""
_WINDOW = 1 << 22
"""How many bytes of a copy are searched at a time."""


def verify(copy: Opened, case: Case, wish: Plan, again: bool) -> Report:
    """The second look at a candidate that was read again; raise ``NotCleanError`` if it is not what was planned."""
    same_pixels = _has_same_pixels(copy, case.file)
    if not same_pixels:  # those of the original were looked into already
        copy = divided(copy.picture, deep=True)
    after = report(wish.target, copy, looking(case.policy) if not same_pixels else Looking())
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


def _check_blocks(copy: Opened, case: Case) -> None:
    """Every block of the copy is needed, or is one that we wrote: writing it again gives the same bytes."""
    if case.untouched:
        return
    position, view = 0, copy.view
    fresh = replace(case.fresh, icc=None, gain_map_icc=None)
    for piece in copy.container.write(view, copy.layout, is_needed, fresh):
        if not is_same(piece, 0, len(piece), view, position):
            break
        position += len(piece)
    if position != len(view):
        raise NotCleanError("The copy held a block that it should not, so it was deleted.")


def _check_findings(after: Report, case: Case) -> None:
    """The copy tells nothing that was to go."""
    if found := next(left(after, case.policy, case.fresh), None):
        raise NotCleanError(f"The copy still held something ({found.where}), so it was deleted.")


def left(report: Report, policy: Policy, fresh: Fresh) -> Iterator[Finding]:
    """What is told beside a picture that ``policy`` takes away, unless it is what we wrote, coarser than it was."""
    ours = {(finding.kind, finding.tells) for finding in told_by(fresh)}
    removed = (each for each in report.findings if fate(each, policy) == Fate.REMOVED)
    return (each for each in removed if (each.kind, each.tells) not in ours)


def _check_traces(copy: Opened, case: Case) -> None:
    """None of the values that were to go is anywhere in the copy.

    What stays may repeat some of them, as a camera's note does its maker's name; but it never repeats a place that
    the policy does not keep, nor what the person took away from this photo.
    """
    edits = edits_of(case.before.path, case.policy)
    strict = not_to_be_repeated(case.policy, edits)
    removed = (each for each in case.before.findings if fate(each, case.policy, edits) == Fate.REMOVED)
    written = (case.fresh.exif or b"") + (case.fresh.xmp or b"")
    traces = [
        (trace, finding)
        for finding in removed
        for trace in finding.traces
        if trace not in written or finding.kind in strict
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


def uncovered(after: Report, case: Case, wish: Plan) -> tuple[Cover, ...]:
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


def _seen(report: Report, case: Case, what: Fate) -> list[tuple[Finding, Box]]:
    """What is in the picture that has this fate, and where."""
    edits = edits_of(case.before.path, case.policy)
    seen = [(each, each.box) for each in report.findings if each.where == PICTURE]
    return [(each, box) for each, box in seen if box and fate(each, case.policy, edits) == what]


def is_unchanged(copy: Opened, case: Case) -> bool:
    """Whether a copy is its original, byte for byte."""
    length = len(copy.data)
    return length == len(case.file.data) and is_same(copy.view, 0, length, case.file.view, 0)
