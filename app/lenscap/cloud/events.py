"""Photos that belong together, cut by gaps in time and place that are large for this person's own rhythm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from math import exp, log
from pathlib import Path

from lenscap.cloud.nouns import Statement
from lenscap.cloud.photos import Photo
from lenscap.gazetteer import Town

_SHORTEST, _LONGEST = 20 * 60.0, 6 * 3600.0
"""Between how many seconds of silence an event ends, whatever the rhythm."""
_MOVED = 1500.0
"""Metres; who has gone so far in half the silence is somewhere else."""
_BINS = 64


def events(photos: Iterable[Photo]) -> Iterator[list[Photo]]:
    """Yield the photos of each event, in order; those without a time of day are in none."""
    timed = [photo for photo in photos if photo.instant is not None]
    gaps = [_seconds(one, other) for one, other in pairwise(timed)]
    limit = silence(gaps)
    event: list[Photo] = []
    for number, photo in enumerate(timed):
        if event and _ends(event[-1], photo, gaps[number - 1], limit):
            yield event
            event = []
        event.append(photo)
    if event:
        yield event


def silence(gaps: Sequence[float]) -> float:
    """How many seconds without a photo end an event: what divides this person's short gaps from the long ones.

    Of the logarithms of the gaps, the threshold with the least variance on both its sides (Otsu, 1979).
    """
    logs = [log(gap) for gap in gaps if gap >= 1]
    low, high = min(logs, default=0.0), max(logs, default=0.0)
    if high - low < log(4):
        return _LONGEST
    counts = [0] * _BINS
    for each in logs:
        counts[min(_BINS - 1, int((each - low) / (high - low) * _BINS))] += 1
    edge = low + (high - low) * (_best_cut(counts) + 1) / _BINS
    return min(_LONGEST, max(_SHORTEST, exp(edge)))


def _best_cut(counts: Sequence[int]) -> int:
    """The bin behind which a histogram falls into two parts that differ most (Otsu's variance between classes)."""
    total, weighted = sum(counts), sum(place * count for place, count in enumerate(counts))
    best, cut, below, sum_below = -1.0, 0, 0, 0
    for place, count in enumerate(counts[:-1]):
        below += count
        sum_below += place * count
        if 0 < below < total:
            apart = sum_below / below - (weighted - sum_below) / (total - below)
            between = below * (total - below) * apart * apart
            if between > best:
                best, cut = between, place
    return cut


def _seconds(one: Photo, other: Photo) -> float:
    return ((other.instant or datetime.max) - (one.instant or datetime.max)).total_seconds()


def _ends(last: Photo, photo: Photo, gap: float, limit: float) -> bool:
    """Whether an event ends between two photos."""
    if gap > limit:
        return True
    return bool(gap > limit / 2 and last.spot and photo.spot and last.spot.metres_to(photo.spot) > _MOVED)


def said_of(event: Sequence[Photo], towns: Mapping[Path, Town]) -> Statement:
    """An event in words."""
    first, last = event[0], event[-1]
    place = next((towns[photo.path].name for photo in event if photo.path in towns), "")
    assert first.at is not None
    assert last.at is not None
    days = f"{first.at:%d %B %Y}".lstrip("0")
    says = f"{days}, {first.at:%H:%M}–{last.at:%H:%M}" + (f", {place}" if place else "")
    because = tuple(each for photo in event for each in photo.because(photo.when, photo.where))
    data = {"start": first.at.isoformat(), "end": last.at.isoformat(), "place": place}
    return Statement("event", says, tuple(photo.path for photo in event), because, 0.8, data)
