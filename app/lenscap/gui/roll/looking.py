"""What reads photos for the window, in a process beside it: nothing of Qt's is touched here.

What it takes to read has its memory there and not in the window, and a file that ends the process ends no window.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import NamedTuple

from lenscap import decisions, settings, store
from lenscap.gui.roll.facts import Facts, read
from lenscap.model import PICTURE, Kind, Looking, Report
from lenscap.store import Store

_READ = (Kind.TEXT, Kind.CODE)


class Told(NamedTuple):
    """What was found in a photo; its report is not packed yet."""

    path: Path
    facts: Facts


class Asked(NamedTuple):
    """A photo, and what is looked for in it.

    Where that is nothing but what the file says, ``known`` are the ways of looking whose results may be remembered, the
    one for text last; ``anew``: what is remembered of the photo is forgotten first.
    """

    path: Path
    looking: Looking = Looking()
    known: tuple[Looking, ...] = ()
    anew: bool = False


def prepare(threads: int, _warm_for: object = None) -> None:
    """What the process does first. What it takes to read is loaded there alone."""
    from lenscap.pipeline import workers

    workers.prepare(threads)


def look(asked: Sequence[Asked]) -> list[list[object]]:
    """What each photo tells: ``Told``, or a ``Result`` that says what is wrong; and ``Recalled``, the first time."""
    return [list(_found(each, _store())) for each in asked]


@cache
def _store() -> Store:
    """What is remembered; it stays open from photo to photo, and is closed when the process ends."""
    made = Store(store.path(), settings.remembers_people)
    Finalize(made, made.close, exitpriority=0)
    return made


def _found(asked: Asked, seen: Store) -> Iterator[object]:
    from lenscap import pipeline

    path, at_first = asked.path, asked.looking == Looking()
    if asked.anew:
        seen.forget_photo(path)
    known = _remembered(asked, seen) if at_first else None
    for item in (known,) if known else pipeline.inspect_all([path], asked.looking, seen):
        yield Told(item.path, read(item)) if isinstance(item, Report) else item
        if at_first and isinstance(item, Report) and (decided := decisions.recall(item.path)):
            yield decided  # now, as the system has what it takes in memory


def _remembered(asked: Asked, seen: Store) -> Report | None:
    """What was seen in a photo on another day; its text, too, if that was looked for."""
    from lenscap import pipeline

    found = [next(pipeline.seen_before([asked.path], looking, seen), None) for looking in asked.known]
    if not found or not found[0]:
        return None
    return with_text(found[0], found[1]) if len(found) > 1 and found[1] else found[0]


def with_text(report: Report, text: Report) -> Report:
    """A report with the text and codes that were seen in the picture when another one was made."""
    seen = [each for each in text.findings if each.where == PICTURE and each.kind in _READ]
    rest = [each for each in report.findings if each.where != PICTURE or each.kind not in _READ]
    looked = replace(report.looked, text=text.looked.text, codes=text.looked.codes)
    return replace(report, findings=(*rest, *seen), looked=looked)
