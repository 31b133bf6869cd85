"""Which bytes of a film are samples that stay, and where they lie in a copy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from lenscap.binary.boxes import Atom
from lenscap.errors import MalformedError
from lenscap.formats.mp4_samples import Place, Span


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same bytes as few spans as possible, in the order of the file."""
    runs: list[Span] = []
    for start, end in sorted(span for span in spans if span[1] > span[0]):
        if runs and start <= runs[-1][1]:
            if end > runs[-1][1]:
                runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def by_box(runs: list[Span], atoms: list[Atom]) -> dict[int, list[Span]]:
    """The runs in each ``mdat`` box, by where it starts; two boxes may touch, but none of their samples goes on."""
    parts: dict[int, list[Span]] = {atom.start: [] for atom in atoms}
    starts = [atom.body for atom in atoms]
    for start, end in runs:
        number = bisect_right(starts, start) - 1
        if number < 0 or end > atoms[number].end:
            raise MalformedError("Its index points to bytes that are not in its media data.")
        parts[atoms[number].start].append((start, end))
    return parts


def are_apart(runs: list[Span], others: list[Span]) -> bool:
    """Whether no byte is in a run of both lists."""
    starts = [start for start, _ in runs]
    for start, end in others:
        number = bisect_right(starts, end - 1) - 1
        if number >= 0 and runs[number][1] > start:
            return False
    return True


def between(span: Span, runs: list[Span]) -> Iterator[tuple[Span, bool]]:
    """The runs inside a span and the gaps between them, in order, each with whether it is a run."""
    position = span[0]
    for start, end in runs:
        if start > position:
            yield (position, start), False
        yield (start, end), True
        position = end
    if position < span[1]:
        yield (position, span[1]), False


def gaps(span: Span, runs: list[Span], others: list[Span]) -> Iterator[Span]:
    """What in a span is neither in its ``runs`` nor in ``others``, a list for the whole file."""
    starts = [start for start, _ in others]
    low, high = max(0, bisect_right(starts, span[0]) - 1), bisect_right(starts, span[1])
    inside = [(max(start, span[0]), min(end, span[1])) for start, end in others[low:high]]
    for part, is_run in between(span, merged([*runs, *inside])):
        if not is_run:
            yield part


def moved(runs: list[Span], starts: list[int]) -> Place:
    """Where the bytes of ``runs`` are when these begin at ``starts``."""
    old = [start for start, _ in runs]

    def place(offset: int) -> int:
        number = bisect_right(old, offset) - 1
        return starts[number] + offset - old[number]

    return place
