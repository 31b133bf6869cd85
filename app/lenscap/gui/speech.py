"""What the core says, in the language of the window.

The core speaks English sentences and knows of no other language: ``Finding.tells``, errors, the reasons of results,
what a roll gives away. Here the template of a sentence is found again, with the values in its holes, and said in the
other language. Values out of files are data: they stay as they are, and are never taken for templates. A sentence that
nobody knows stays English. ``packaging/translations.py`` writes ``resources/translations/sentences.json``, which has
the templates.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from lenscap import resources
from lenscap.gui import writing

_LONGEST = 4000
_KEY = 4
"""By how many letters at their beginning templates are looked up."""
_HOLE = re.compile(r"\{(\w*)\}")
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
_WORDS = re.compile(r"(?:what|instead|sentence|words|error|lower|reason|why|length|named|symbol|unit|some|way)\d?")
"""The holes that hold words of the core's own, one or several."""
_SHAPES = {"number": _NUMBER.pattern, "when": rf"(?:on |in )?(?:{writing.MOMENT})|on “.*”", "clock": r"\d\d:\d\d"}
_SENTENCES = re.compile(r"(?<=\.) (?=[A-Z“])")
_WHERE = "{where}"
_INSIDE = ": "


class Template(NamedTuple):
    """A sentence with holes: ``names`` are those of the holes, ``pattern`` finds it."""

    text: str
    names: tuple[str, ...]
    pattern: re.Pattern[str]


class _Catalogue(NamedTuple):
    plain: frozenset[str]
    starting: Mapping[str, tuple[Template, ...]]
    others: tuple[Template, ...]
    """Those that begin with a hole, or nearly so."""
    places: tuple[Template, ...]
    """Those on where something sits."""


@lru_cache(maxsize=8192)
def spoken(text: str) -> str:
    """A sentence of the core's in the language of the window; one that is not known as it is."""
    if len(text) > _LONGEST or _is_english():
        return text
    return _said(text) or _sentences(text) or _listed(text) or text


@lru_cache(maxsize=2048)
def place(where: str) -> str:
    """Where something sits in a file ("Exif thumbnail: Exif GPS"), in the language of the window."""
    if len(where) > _LONGEST or _is_english():
        return where
    return _INSIDE.join(_said(part) or _found(part, _catalogue().places) or part for part in where.split(_INSIDE))


def forget() -> None:
    """Begin anew, with the language that is set now."""
    spoken.cache_clear()
    place.cache_clear()


def _is_english() -> bool:
    """Whether nobody knows other words."""
    return _translated("“{}”") == "“{}”"


def _translated(template: str) -> str:
    return QCoreApplication.translate("Core", template)


# -- finding the template ----------------------------------------------------------------------------------------------


def _said(text: str) -> str | None:
    """A whole sentence, or ``None`` if it is not known."""
    known = _catalogue()
    if text in known.plain:
        return _translated(text)
    if (date := writing.said(text)) is not None:
        return date
    return _found(text, known.starting.get(text[:_KEY], ())) or _found(text, known.others)


def _found(text: str, templates: tuple[Template, ...]) -> str | None:
    """A sentence by the first of the templates that fits it."""
    for template in templates:
        if match := template.pattern.fullmatch(text):
            return _filled(template, match)
    return None


def _sentences(text: str) -> str | None:
    """Several sentences, one after the other."""
    parts = _SENTENCES.split(text)
    said = [_said(part) for part in parts]
    return " ".join(part for part in said if part) if len(parts) > 1 and all(said) else None


def _listed(text: str) -> str | None:
    """Words with commas between them, all of which are known, the first of them with a capital."""
    parts = text.split(", ")
    said = [_said(part) or _said(part[:1].lower() + part[1:]) for part in parts]
    if not all(said):
        return None
    whole = ", ".join(part for part in said if part)
    return whole[:1].upper() + whole[1:] if text[:1].isupper() else whole


# -- saying it ---------------------------------------------------------------------------------------------------------


def _filled(template: Template, match: re.Match[str]) -> str:
    """The translation with the values in its holes; what a value looks like makes no difference."""
    values = {name: _value(name, match[number]) for number, name in enumerate(template.names, 1)}
    return _HOLE.sub(lambda hole: values.get(hole[1], ""), _translated(template.text))


def _value(name: str, value: str) -> str:
    """What stands in a hole of this name."""
    if name.startswith("number"):
        return _number(value) or _said(value) or value
    if name == "when" and value.startswith("on “"):
        return _quoted(value.removeprefix("on "))
    if name == "when":
        return writing.said(value) or value
    if name == "where":
        return place(value)
    if _WORDS.fullmatch(name):
        return _said(value) or ", ".join(_said(part) or part for part in value.split(", "))
    return _quoted(value) if value.startswith("“") and value.endswith("”") else value


def _quoted(value: str) -> str:
    """Data between the quotation marks of the language."""
    before, _, after = _translated("“{}”").partition("{}")
    return f"{before}{value[1:-1]}{after}"


def _number(value: str) -> str | None:
    """A number with the separators of the language."""
    if not _NUMBER.fullmatch(value):
        return None
    plain, _, decimals = value.replace(",", "").partition(".")
    if decimals:
        return QLocale().toString(float(f"{plain}.{decimals}"), "f", len(decimals))
    return QLocale().toString(int(plain)) if "," in value and len(plain) < 18 else plain


# -- the templates -----------------------------------------------------------------------------------------------------


@cache
def _catalogue() -> _Catalogue:
    texts: list[str] = json.loads(resources.find("translations/sentences.json").read_text(encoding="utf-8"))
    # What says most comes first; "in June 2026" is a date before it is the name of a place.
    templates = sorted(_templates(texts), key=lambda each: ("when" not in each.names, -len(_HOLE.sub("", each.text))))
    starting: dict[str, list[Template]] = defaultdict(list)
    for each in templates:
        starting[each.text[:_KEY]].append(each)
    others = (each for each in templates if "{" in each.text[:_KEY] and not each.text.startswith(_WHERE))
    return _Catalogue(
        frozenset(text for text in texts if "{" not in text),
        {key: tuple(found) for key, found in starting.items() if "{" not in key},
        tuple(others),
        tuple(each for each in templates if each.text.startswith(_WHERE)),
    )


def _templates(texts: list[str]) -> Iterator[Template]:
    for text in texts:
        if names := tuple(_HOLE.findall(text)):
            yield Template(text, names, _pattern(text))


def _pattern(text: str) -> re.Pattern[str]:
    """What finds a template: numbers and dates where it has them, anything in the other holes."""
    parts = _HOLE.split(text)
    holes = [_SHAPES.get(name.rstrip("0123456789"), ".*?") for name in parts[1::2]]
    words = [re.escape(part) for part in parts[::2]]
    return re.compile(
        words[0] + "".join(f"({hole}){word}" for hole, word in zip(holes, words[1:], strict=True)), re.DOTALL
    )
