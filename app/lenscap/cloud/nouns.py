"""What is said of a roll as a whole, and what each of it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from lenscap.model import Finding


class Because(NamedTuple):
    """A finding that a statement rests on, and the photo that tells it."""

    photo: Path
    finding: Finding


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a roll gives away.

    ``says`` is a sentence or a title that a person reads, ``kind`` a word for programs ("home", "trip", "recap").
    ``photos`` are those that it is about, ``because`` the findings that it rests on. ``certainty`` runs from 0 to 1.
    ``data`` holds the same for programs.
    """

    kind: str
    says: str
    photos: tuple[Path, ...]
    because: tuple[Because, ...]
    certainty: float = 1.0
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Window:
    """Which photos are taken by when they were made: from ``first`` to ``last``, both included.

    ``perhaps`` may be from then, for only their month or year is told; ``older`` are those that a theme could reach.
    """

    first: date
    last: date
    inside: tuple[Path, ...]
    perhaps: tuple[Path, ...]
    older: tuple[Path, ...]
    undated: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class CloudView:
    """What a roll gives away. ``unseen`` are sentences on what could not be looked at.

    ``dates`` are the photos by what is told of their day ("2026-06-15", "2026-06", "2026"), ``placed`` those with a
    position.
    """

    photos: int
    window: Window
    people: tuple[Statement, ...] = ()
    places: tuple[Statement, ...] = ()
    events: tuple[Statement, ...] = ()
    themes: tuple[Statement, ...] = ()
    suggestions: tuple[Statement, ...] = ()
    unseen: tuple[str, ...] = ()
    dates: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    placed: tuple[Path, ...] = ()
