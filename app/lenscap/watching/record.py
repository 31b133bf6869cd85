"""Which photos have a copy already, from one day to the next: no name is written down, only hashes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from lenscap import store
from lenscap.model import Policy
from lenscap.sources import Source, walk

_TOGETHER = 100


class Record:
    """The copies in one folder that one policy made."""

    def __init__(self, to: Path, policy: Policy) -> None:
        self._to = to
        self._made: list[tuple[Source, Path]] = []
        self._name = f"copy {blake2b(_said(to, policy).encode('utf-8', 'surrogateescape'), digest_size=16).hexdigest()}"

    def undone(self, sources: Iterable[Source]) -> list[Source]:
        """Those that have no copy of what they are now, or had one that is not there any more."""
        wanted = list(sources)
        if not wanted:
            return []
        with store.opened() as it:
            there = {_hash(it, each.path) for each in walk([self._to])} if self._to.is_dir() else set()
            photos = ((source, it.photo(source.path)) for source in wanted)
            return [source for source, photo in photos if not photo or it.marked(photo, self._name) not in there]

    def note(self, source: Source, target: Path) -> None:
        """There is a copy now. A few are written down together; one that never is, is made once more."""
        self._made.append((source, target))
        if len(self._made) >= _TOGETHER:
            self.write()

    def write(self) -> None:
        """Write down what is not written yet."""
        made, self._made = self._made, []
        if made:
            with store.opened() as it:
                for source, target in made:
                    if photo := it.photo(source.path):
                        it.mark(photo, self._name, _hash(it, target))


def _hash(it: store.Store, path: Path) -> bytes:
    return it.hashed(os.fsencode(path.absolute()))


def _said(to: Path, policy: Policy) -> str:
    """Where copies go and what the policy is, in words that are the same each time."""
    sets = [sorted(policy.remove), sorted(policy.cover), sorted(map(repr, policy.edits.items()))]
    rest = (policy.style, policy.neutral_names, policy.keep, policy.file_times, policy.persons)
    return repr((str(to.absolute()), sets, rest))
