"""Themes that a feature could find, each by a rule that is written down here.

What no finding says is not claimed: a beach is a beach if a word or an object says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lenscap.cloud.nouns import Because, Statement
from lenscap.cloud.photos import Photo
from lenscap.gazetteer import Town
from lenscap.model import FILE_NAME, PICTURE, SURE, Finding, Kind

_CLOSE = 0.08
"""Which part of the picture a face takes up in a portrait."""
_GROUP = 4
_WORDS_OF: Mapping[str, str] = {
    "birthday": r"birthday|alles gute|geburtstag|joyeux anniversaire|cumplea|buon compleanno",
    "wedding": r"just married|wedding|hochzeit|mariage|boda|matrimonio|casamento",
    "graduation": r"graduation|class of (?:19|20)\d\d|abschlussfeier|abitur|remise des dipl|graduaci",
    "beach": r"beach|strand|playa|plage|praia|spiaggia",
    "mountains": r"mountain|gipfel|berghütte|montagne|montaña|alpe?n?\b|refuge|summit",
    "receipts": r"receipt|invoice|rechnung|quittung|kassenbon|\btotal\b|factura|recibo|\bmwst\b|\btva\b",
    "demonstrations": r"\bprotest|demonstration|kundgebung|manifestation|strike now|no justice",
}
"""What is written in a picture, or in its captions and keywords, that names a theme."""
_SHOWN: Mapping[str, frozenset[str]] = {
    "pets": frozenset({"cat", "dog", "bird", "horse"}),
    "food": frozenset(
        {"pizza", "donut", "sandwich", "hot dog", "banana", "apple", "orange", "broccoli", "carrot", "bowl"}
    ),
    "birthday": frozenset({"cake"}),
    "vehicles": frozenset({"car", "motorcycle", "bicycle", "bus", "train", "truck", "boat", "airplane"}),
    "sports": frozenset(
        {
            "sports ball",
            "skis",
            "snowboard",
            "surfboard",
            "tennis racket",
            "baseball bat",
            "skateboard",
            "kite",
            "frisbee",
        }
    ),
    "documents": frozenset({"book", "laptop"}),
}
"""Objects that make a theme, by the names that the object add-on gives them (COCO)."""
_TITLES: Mapping[str, str] = {
    "portraits": "Portraits",
    "groups": "Groups of people",
    "screenshots": "Screenshots",
    "tickets": "Tickets and codes",
    "clips": "Hidden clips",
    "travel": "Travel",
}
_SCREENSHOT = re.compile(
    r"screen ?shot|screenshot|bildschirmfoto|capture d.écran|captura de pantalla|schermata|スクリーンショット",
    re.IGNORECASE,
)
_WRITTEN = {name: re.compile(words, re.IGNORECASE) for name, words in _WORDS_OF.items()}
_ANY_WORD = re.compile("|".join(_WORDS_OF.values()), re.IGNORECASE)
_LONGEST_TEXT = 2000
_CALLED = frozenset({Kind.TEXT, Kind.NAME, Kind.HISTORY, Kind.FILENAME})
_SAID = frozenset({Kind.TEXT, Kind.NAME, Kind.CODE, Kind.PLACE, Kind.FILENAME})


class Part(NamedTuple):
    """A photo that belongs to a theme, and the findings that say so."""

    photo: Photo
    because: tuple[Finding, ...]


def themes(photos: Sequence[Photo], away: Iterable[Photo], towns: Mapping[Path, Town]) -> tuple[Statement, ...]:
    """What could be found in the photos, most photos first. ``away`` are those of trips."""
    found: dict[str, list[Part]] = defaultdict(list)
    for photo in photos:
        told: dict[str, tuple[Finding, ...]] = {}
        for name, because in _of(photo, towns.get(photo.path)):
            told[name] = told.get(name, ()) + because
        for name, because in told.items():
            found[name].append(Part(photo, because))
    found["travel"] += [Part(photo, tuple(f for f in (photo.where, photo.when) if f)) for photo in away]
    return tuple(
        _said(name, parts) for name, parts in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])) if parts
    )


def _said(name: str, parts: Sequence[Part]) -> Statement:
    because = tuple(Because(part.photo.path, finding) for part in parts for finding in part.because)
    paths = tuple(part.photo.path for part in parts)
    return Statement("theme", title(name), paths, because, 0.8, {"name": name, "photos": len(parts)})


def title(name: str) -> str:
    """A theme's name for people."""
    return _TITLES.get(name, name[:1].upper() + name[1:])


def _of(photo: Photo, town: Town | None) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """The themes of one photo."""
    for name, rule in _RULES.items():
        if because := rule(photo):
            yield name, because
    yield from _written(photo)
    yield from _seen(photo)
    if town and photo.day and photo.when and (name := holiday(town.code, photo.day)):
        yield name, tuple(finding for finding in (photo.when, photo.where) if finding)


def _portrait(photo: Photo) -> tuple[Finding, ...]:
    """One face, and close."""
    sure = _sure(photo)
    area = photo.report.size.width * photo.report.size.height
    close = len(sure) == 1 and sure[0].box and sure[0].box.w * sure[0].box.h >= _CLOSE * area
    return tuple(sure) if close else ()


def _group(photo: Photo) -> tuple[Finding, ...]:
    sure = _sure(photo)
    return tuple(sure) if len(sure) >= _GROUP else ()


def _sure(photo: Photo) -> list[Finding]:
    return [face for face in photo.faces if face.certainty >= SURE]


def _screenshot(photo: Photo) -> tuple[Finding, ...]:
    """Its name or its notes call it one."""
    findings = photo.report.findings
    if _SCREENSHOT.search(photo.path.name):
        return tuple(finding for finding in findings if finding.where == FILE_NAME)
    return tuple(finding for finding in findings if finding.kind in _CALLED and _SCREENSHOT.search(_text(finding)))


def _ticket(photo: Photo) -> tuple[Finding, ...]:
    return tuple(finding for finding in photo.report.findings if finding.kind == Kind.CODE)


def _clip(photo: Photo) -> tuple[Finding, ...]:
    return tuple(finding for finding in photo.report.findings if finding.kind == Kind.MOTION)


_RULES: Mapping[str, Callable[[Photo], tuple[Finding, ...]]] = {
    "portraits": _portrait,
    "groups": _group,
    "screenshots": _screenshot,
    "tickets": _ticket,
    "clips": _clip,
}


def _written(photo: Photo) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Themes that are named in words."""
    said = [f for f in photo.report.findings if f.kind in _SAID and _ANY_WORD.search(_text(f))]
    for name, words in _WRITTEN.items() if said else ():
        if because := tuple(finding for finding in said if words.search(_text(finding))):
            yield name, because


def _text(finding: Finding) -> str:
    """The words that a finding quotes."""
    return f"{finding.tells} {finding.data.get('text', '')} {finding.data.get('name', '')}"[:_LONGEST_TEXT]


def _seen(photo: Photo) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Themes that objects show."""
    objects = [f for f in photo.report.findings if f.kind == Kind.OBJECT and f.where == PICTURE]
    for name, labels in _SHOWN.items() if objects else ():
        if because := tuple(finding for finding in objects if finding.data.get("label") in labels):
            yield name, because


@lru_cache(maxsize=4096)
def holiday(code: str, day: date) -> str:
    """The public holiday of a country (ISO 3166-1, two letters) on a day, or an empty text."""
    found = _holidays(code, day.year).get(day, "")
    return found.removesuffix(" (observed)")


@lru_cache(maxsize=512)
def _holidays(code: str, year: int) -> Mapping[date, str]:
    import holidays  # its tables take a moment to load

    try:
        return dict(holidays.country_holidays(code, years=year, language="en_US"))
    except NotImplementedError:  # a country whose holidays it does not know
        return {}
