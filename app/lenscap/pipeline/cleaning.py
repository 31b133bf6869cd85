"""One file → its clean copy: plan, candidate, second look, and only then the final name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lenscap import detectors, output, scratch
from lenscap.errors import LenscapError, NotCleanError, UnreadableError
from lenscap.model import Outcome, Plan, Policy, Report, Result
from lenscap.opening import Opened, opened
from lenscap.pipeline.candidates import Case, candidate, case_of, has_gain_map, looking
from lenscap.pipeline.forms import remark, target_for
from lenscap.pipeline.inspecting import report, upright_size, with_surroundings
from lenscap.pipeline.knowing import acquainted
from lenscap.pipeline.repainting import painted_upright
from lenscap.pipeline.sums import Sums, copy_sum, origin_sum
from lenscap.pipeline.verifying import is_unchanged, uncovered, verify
from lenscap.policy import plan

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_LOOKS = 6
"""How many candidates are made: faces that only the second look finds are covered in the next one."""


class Made(NamedTuple):
    """What happened to a file, and hashes of it and of its copy, if there is one and they were asked for."""

    result: Result
    sums: Sums | None = None


def clean(source: Path, target: Path, policy: Policy) -> Result:
    """Make a clean copy of ``source`` at ``target``, or say why there is none. Never raises a ``LenscapError``."""
    return make(source, target, policy).result


def make(source: Path, target: Path, policy: Policy, summed: bool = False) -> Made:
    """The same, with hashes of the very bytes that were read and written, if ``summed``."""
    before: Report | None = None
    try:
        policy = acquainted(policy)
        with opened(source, deep=True) as file:
            before = with_surroundings(report(source, file, looking(policy)))
            return _cleaned(file, before, plan(before, policy, target), policy, summed)
    except UnreadableError as error:
        untouched = "" if isinstance(error.__cause__, FileNotFoundError) else " The original is unchanged."
        return Made(Result(source, None, Outcome.FAILED, before, reason=f"{error}{untouched}"))
    except LenscapError as error:
        return Made(Result(source, None, Outcome.REFUSED, before, reason=f"{error} The original is unchanged."))


def sketch(source: Path, policy: Policy, before: Report, share: int = 1) -> Image:
    """The upright picture with the covers that ``policy`` asks for painted on it: nearly what a copy would show.

    A JPEG may be sketched in half (``share`` 2) of its width and height, or less: that takes less memory.
    """
    file = opened(source)
    _check_same(file, before)
    return painted_upright(file, before.orientation, plan(before, acquainted(policy), source).covers, share)


def preview(source: Path, policy: Policy, before: Report) -> Image:
    """The upright picture of the copy that cleaning would make, which is made in memory and decoded.

    It has no covers for what only the second look at a copy finds. Raises a ``LenscapError`` as cleaning would.
    """
    from lenscap import media

    policy = acquainted(policy)
    with opened(source, deep=True) as file:
        _check_same(file, before)
        wish = plan(before, policy, source)
        made = candidate(case_of(file, before, wish, policy), wish)
        return media.upright(b"".join(map(bytes, made.pieces)))


def covered(policy: Policy, before: Report) -> bool:
    """Whether the picture of a copy would be another one than that of the original."""
    return bool(plan(before, acquainted(policy), before.path).covers)


def _check_same(file: Opened, before: Report) -> None:
    if upright_size(file.layout.size, before.orientation) != before.size:
        raise UnreadableError("It was changed since it was read. Open the folder again.")


def check_parts(policy: Policy) -> None:
    """Raise ``MissingPartError`` if something that ``policy`` covers cannot be looked for."""
    detectors.check(looking(policy))


def _cleaned(file: Opened, before: Report, wish: Plan, policy: Policy, summed: bool) -> Made:
    """Make candidates until the second look finds nothing more to cover in one."""
    case = case_of(file, before, wish, policy)
    origin = origin_sum(file, before.path, policy) if summed else b""
    for _ in range(_MOST_LOOKS):
        if wish.covers:
            wish = replace(wish, target=target_for(file, wish.target))
        made = candidate(case, wish)
        draft = scratch.write(wish.target, made.pieces)
        try:
            with opened(draft.path) as copy:
                after = verify(copy, case, wish, made.again)
                unchanged = is_unchanged(copy, case)
                missed = uncovered(after, case, wish)
                sums = Sums(origin, copy_sum(copy)) if summed and not missed else None
            file.check_unchanged()
            if not missed:
                target = output.commit(draft, wish.target, _file_time(case))
                return Made(_result(case, wish, replace(after, path=target), unchanged, made.again), sums)
        finally:
            draft.discard()
        wish = replace(wish, covers=(*wish.covers, *missed))
    raise NotCleanError("Something to cover could still be found in the copy after covering, so it was deleted.")


def _file_time(case: Case) -> float | None:
    """The original's time of modification, where the policy keeps it."""
    try:
        return case.before.path.stat().st_mtime if case.policy.file_times else None
    except OSError as error:
        raise UnreadableError("It is not there any more.") from error


def _result(case: Case, wish: Plan, after: Report, unchanged: bool, again: bool) -> Result:
    outcome = Outcome.ALREADY_CLEAN if unchanged else Outcome.CLEANED
    remark = _remark(case, again) if wish.covers else None
    return Result(wish.source, after.path, outcome, case.before, after, len(wish.covers), remark)


def _remark(case: Case, again: bool) -> str | None:
    """What the person should know about a picture that was covered."""
    said = [remark(case.file)] if again else []
    if has_gain_map(case.before):
        said.append("Its HDR gain map was left out.")
    return " ".join(said) or None
