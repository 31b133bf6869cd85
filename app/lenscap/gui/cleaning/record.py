"""What became of the photos of a run so far, and which of them still wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from lenscap.gui.cleaning import tally
from lenscap.model import Outcome, Result
from lenscap.sources import Source


class Record:
    """``waiting`` are the photos of this run without a result, ``left`` those that it does not try."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self.sources = {source.path: source for source in sources}
        self.waiting = dict.fromkeys(self.sources)
        self.left: dict[Path, None] = {}
        self.results: list[Result] = []
        self.outcomes: Counter[Outcome] = Counter()
        self.gains: Counter[str] = Counter()

    @property
    def total(self) -> int:
        """How many photos there are."""
        return len(self.sources)

    def rest(self) -> list[Path]:
        """The photos that have no result."""
        return [*self.waiting, *self.left]

    def add(self, sources: Iterable[Source]) -> list[Source]:
        """Take more photos; gives those that are new."""
        fresh = {each.path: each for each in sources if each.path not in self.sources}
        self.sources |= fresh
        self.waiting |= dict.fromkeys(fresh)
        return list(fresh.values())

    def again(self, paths: Collection[Path]) -> list[Source]:
        """Forget what became of these photos, as they are tried once more."""
        wanted = dict.fromkeys(path for path in paths if path in self.sources)
        kept = [result for result in self.results if result.path not in wanted]
        self.left = {path: None for path in self.rest() if path not in wanted}
        self.waiting = wanted
        self.results, self.outcomes, self.gains = [], Counter(), Counter()
        self.take(kept)
        return [self.sources[path] for path in wanted]

    def take(self, results: Sequence[Result]) -> None:
        """Take what became of photos."""
        self.results += results
        for result in results:
            self.waiting.pop(result.path, None)
            self.outcomes[result.outcome] += 1
            self.gains.update(tally.gain(result))
