"""A run and its journal: which photos were finished before, and what is noted when one is."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lenscap import __version__, output
from lenscap.journal import Journal, Row
from lenscap.model import Policy, Result
from lenscap.opening import suffix_for
from lenscap.output import Names
from lenscap.pipeline.jobs import Answer, Done, Job, told
from lenscap.pipeline.sums import Sums, narrowed, parts, spelled
from lenscap.scratch import sweep
from lenscap.sources import Source

_BASE_SECONDS, _BYTES_A_SECOND = 300.0, 1 << 20
"""How long a file may take, and how many bytes give it one second more: the slowest that are known take a tenth."""
_SWEPT_AGAIN = 1000
"""How many folders are looked into at the end; what is left in others goes with the next run."""
_OTHER_FORMS = {".heic": (".jpg", ".avif"), ".jxl": (".jpg", ".png")}
"""As what a picture may be written when something is covered in it."""


class Work:
    """The jobs of a run, made one by one as they are asked for."""

    def __init__(self, sources: Iterable[Source], to: Path, policy: Policy, remembers: bool = True) -> None:
        self._sources, self._to, self._policy = sources, to, policy
        self._journal = Journal(to if remembers else None)
        self._names = Names(to, policy.neutral_names, self._number_of, self._journal.is_given)
        self._plain = spelled(replace(policy, edits={}))
        self._swept: set[int] = set()
        self._folders: deque[Path] = deque(maxlen=_SWEPT_AGAIN)

    def jobs(self) -> Iterator[tuple[Source, Job]]:
        """Yield what is to be done, in order."""
        return ((source, self._job(source)) for source in self._sources)

    def settled(self, source: Source, job: Job, answer: Answer) -> Result:
        """The result of a job; one that left a new copy is noted."""
        result, sums = answer
        name = output.place_among_names(job.target, result.target) if sums and result.target else None
        if sums and name:
            if said := told(result):
                row = Row(sums.origin, sums.copy, {**said, "name": name})
                self._journal.note(self._made_from(source, job), row)
            if self._names.neutral:
                stem = source.relative.with_suffix("")
                self._journal.give_number(self._journal.mac("stem", stem), self._names.number(source.relative))
        return result

    def close(self) -> None:
        """Let go of the journal, and of what workers left behind that were killed on the way."""
        for folder in self._folders:
            sweep(folder)
        self._journal.close()

    def clear_up(self, jobs: Iterable[Job]) -> None:
        """Delete what jobs left behind whose worker is gone."""
        for folder in {job.target.parent for job in jobs}:
            sweep(folder)

    def _job(self, source: Source) -> Job:
        target = self._target(source)
        if (folder := hash(target.parent)) not in self._swept:
            self._swept.add(folder)
            self._folders.append(target.parent)
            sweep(target.parent)
        job = Job(source.path, target, narrowed(self._policy, source.path), seconds=_patience(source.path))
        return job._replace(done=self._done(source, job))

    def _target(self, source: Source) -> Path:
        """Where a copy goes. A name that the person chose may tell something in its suffix: a neutral one has ours."""
        covers = bool(self._policy.cover or self._policy.edits)
        suffix = suffix_for(source.path) if self._names.neutral or covers else ""
        return self._names.target(source.relative, suffix, _OTHER_FORMS.get(suffix, ()) if covers else ())

    def _done(self, source: Source, job: Job) -> Done | None:
        row = self._journal.find(self._made_from(source, job))
        if row is None:
            return None
        try:
            target = output.among_names(job.target, *row.said["name"])
            return Done(target, Sums(row.origin, row.copy), row.said)
        except (KeyError, TypeError, ValueError):  # somebody wrote into our journal
            return None

    def _made_from(self, source: Source, job: Job) -> bytes:
        """All but the bytes of the original, which are compared where they are read."""
        planned = job.target.relative_to(self._to)
        return self._journal.mac(__version__, parts(), planned, source.relative, self._plain, spelled(job.policy.edits))

    def _number_of(self, stem: Path) -> int | None:
        return self._journal.number_of(self._journal.mac("stem", stem))


def _patience(path: Path) -> float:
    """For how long a file may be worked on, in seconds."""
    try:
        return _BASE_SECONDS + path.stat().st_size / _BYTES_A_SECOND
    except OSError:
        return _BASE_SECONDS
