"""Boarding passes in bar codes (IATA Resolution 792, "Bar Coded Boarding Pass", format M), as far as they tell."""

from __future__ import annotations

from typing import NamedTuple

_HEAD = 23
_LEG = 37
"""The fields of a flight that are always there; how long the others are stands at their end, in hexadecimal."""
_MOST_LEGS = 4


class Leg(NamedTuple):
    """One flight: airports by their three letters, and the flight's number."""

    start: str
    end: str
    flight: str


class Pass(NamedTuple):
    """Who flies, and where."""

    name: str
    legs: tuple[Leg, ...]


def read(text: str) -> Pass | None:
    """What a boarding pass says; ``None`` if ``text`` is none."""
    if len(text) < _HEAD + _LEG or text[0] != "M" or text[1] not in "1234":
        return None
    legs: list[Leg] = []
    position = _HEAD
    while len(legs) < min(int(text[1]), _MOST_LEGS):
        fields = text[position : position + _LEG]
        leg = _leg(fields)
        if leg is None:
            break
        legs.append(leg)
        position += _LEG + _length(fields[-2:])
    name = text[2:22].strip()
    return Pass(name, tuple(legs)) if legs and name else None


def _leg(fields: str) -> Leg | None:
    start, end, airline, number = fields[7:10], fields[10:13], fields[13:16].strip(), fields[16:21].strip().lstrip("0")
    if len(fields) < _LEG or not (start + end).isalpha() or not airline.isalnum():
        return None
    return Leg(start, end, airline + number)


def _length(digits: str) -> int:
    try:
        return int(digits, 16)
    except ValueError:
        return 0
