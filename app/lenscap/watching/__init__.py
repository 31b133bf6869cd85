"""Photos that come to a folder are cleaned as they come, and those that came meanwhile, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from time import monotonic

from lenscap import pipeline
from lenscap.errors import PolicyError
from lenscap.model import Outcome, Policy, Result
from lenscap.pipeline.cleaning import check_parts
from lenscap.pipeline.knowing import acquainted
from lenscap.sources import Source, settled
from lenscap.watching.record import Record
from lenscap.watching.waking import Waking

_SOON = 1.0
"""Seconds until the next look while a photo still comes."""
_LATER = 60.0
"""Seconds until the next look where nothing is heard of, and until a photo is tried again that the system did not let
us read, or write a copy of."""
_REST = 3
"""A look that takes long, as in a folder with very many photos, is followed by so many times as long a rest."""


class News(StrEnum):
    """What happens to the folder itself."""

    WAITING = "waiting"  # all that is there is done
    GONE = "gone"
    BACK = "back"


def check_folders(folder: Path, to: Path) -> None:
    """Raise ``PolicyError`` if copies would come back to the folder as photos."""
    watched, copies = folder.resolve(), to.resolve()
    if watched == copies or watched.is_relative_to(copies):
        raise PolicyError(
            "The copies would come into the folder that is watched. Choose another folder for them: one inside is fine."
        )


def watch(folder: Path, to: Path, policy: Policy, waking: Waking, jobs: int | None = None) -> Iterator[Result | News]:
    """Clean what is in ``folder`` and what comes to it into the folder ``to``, until ``waking`` is ended.

    Raises what ``pipeline.run`` raises, and ``PolicyError`` if these two folders do not go together.
    """
    check_folders(folder, to)
    check_parts(policy)
    policy = acquainted(policy)
    work, there = _Work(to, policy), True
    looks = settled(folder, to)
    try:
        while not waking.is_ended():
            waking.start()  # before the look, so that nothing comes in between
            began = monotonic()
            look, took = next(looks), monotonic() - began
            if look.there != there:
                there = look.there
                yield News.BACK if there else News.GONE
            if not there:
                waking.stop()
            for result in pipeline.run(work.due(look.ready), to, policy, jobs):
                work.done(result)
                yield result
                if waking.is_ended():
                    return
            work.write()
            if there and not look.growing:
                yield News.WAITING
            waking.wait(_SOON if look.growing else _LATER, rest=_REST * took)
    finally:
        work.write()
        waking.stop()


class _Work:
    """What is to be cleaned: what came, and what failed and may go better now, as on a disk that was full."""

    def __init__(self, to: Path, policy: Policy) -> None:
        self._record = Record(to, policy)
        self._begun: dict[Path, Source] = {}
        self._again: dict[Source, float] = {}

    def due(self, came: Iterable[Source]) -> list[Source]:
        """What is to be done now."""
        late = [source for source, time in self._again.items() if time <= monotonic()]
        due = dict.fromkeys((*came, *late))
        self._again = {source: time for source, time in self._again.items() if source not in due}
        found = self._record.undone(source for source in due if source.path.exists())
        self._begun = {source.path: source for source in found}
        return found

    def done(self, result: Result) -> None:
        """Take what became of a photo."""
        source = self._begun[result.path]
        if result.target is not None and result.outcome in (Outcome.CLEANED, Outcome.ALREADY_CLEAN):
            self._record.note(source, result.target)
        elif result.outcome == Outcome.FAILED:
            self._again[source] = monotonic() + _LATER

    def write(self) -> None:
        """Write down what was done."""
        self._record.write()
