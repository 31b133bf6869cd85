"""The GPS directory of Exif (Exif 3.0, section 4.6.7)."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

from lenscap.binary.ifd import DOUBLE, FLOAT, LONG, RATIONAL, SHORT, SLONG, SRATIONAL
from lenscap.metadata.dates import moment
from lenscap.metadata.exif_values import Tags, ratio
from lenscap.metadata.places import place, place_words, wind
from lenscap.metadata.wording import quoted, traces
from lenscap.model import Finding, Kind

_ALTITUDE, _TIME, _SPEED, _TRACK, _DIRECTION, _DATE, _ERROR = 6, 7, 13, 15, 17, 29, 31
_AREA = 28
_TEXTS = {27: "The position came from {}", _AREA: "The name of the area is {}"}
_MEASURES = frozenset((SHORT, LONG, RATIONAL, SLONG, SRATIONAL, FLOAT, DOUBLE))


def read(tags: Tags) -> Iterator[Finding]:
    """What a GPS directory tells; the tags that were told are marked as such."""
    yield from _position(tags, (1, 2, 3, 4), "Taken")
    yield from _position(tags, (19, 20, 21, 22), "Destination")
    yield from _movement(tags)
    yield from _time(tags)
    for tag, sentence in _TEXTS.items():
        text = tags.text(tag)
        if text:
            tags.told.add(tag)
            said = sentence.format(quoted(text))
            data = {"exif": tags.kept(tag), "words": place_words([text]) if tag == _AREA else []}
            yield Finding(Kind.PLACE, said, tags.where, data=data, traces=traces(tags.raw(tag)[8:]))


def _position(tags: Tags, at: tuple[int, int, int, int], verb: str) -> Iterator[Finding]:
    raws = [tags.raw(tag) for tag in at]
    if not (raws[1].strip(b"\0") or raws[3].strip(b"\0")):
        return
    tags.told.update(at)
    lat = _degrees(_measures(tags, at[1]), tags.text(at[0]), "S")
    lon = _degrees(_measures(tags, at[3]), tags.text(at[2]), "W")
    found = None
    if lat is not None and lon is not None:
        found = place(lat, lon, tags.where, traces(raws[1], raws[3]), {"exif": tags.kept(*at)}, verb)
    yield found or Finding(Kind.PLACE, "A position that cannot be read", tags.where, traces=traces(*raws))


def _measures(tags: Tags, tag: int) -> list[Any]:
    """The numbers of a value that can be degrees, minutes and seconds; none if it is letters, or more than three."""
    entry = tags.entries.get(tag)
    return tags.numbers(tag) if entry and entry.type in _MEASURES and entry.many <= 3 else []


def _degrees(numbers: list[Any], ref: str, negative: str) -> float | None:
    """Degrees, minutes and seconds as one number. Missing seconds are written as 0/0 by some."""
    parts = [ratio(number) or 0.0 for number in numbers[:3]]
    if not parts or ratio(numbers[0]) is None:
        return None
    degrees = sum(part / 60**power for power, part in enumerate(parts))
    return (-degrees if ref[:1].upper() == negative else degrees) if isfinite(degrees) else None


def _movement(tags: Tags) -> Iterator[Finding]:
    """How high, which way and how fast."""
    parts, told = [], []
    for tag, words in ((_DIRECTION, _facing), (_ALTITUDE, _height), (_SPEED, _speed), (_TRACK, _going)):
        number = tags.fraction(tag)
        if number is not None and isfinite(number):
            parts.append(words(number, tags))
            told += [tag - 1, tag]
    error = tags.fraction(_ERROR)
    if error:
        parts.append(f"accurate to {error:.3g} m")
        told.append(_ERROR)
    if parts:
        tags.told.update(told)
        said = ", ".join(parts)
        raws = traces(*(tags.raw(tag) for tag in told))
        yield Finding(Kind.PLACE, said[0].upper() + said[1:], tags.where, data={"exif": tags.kept(*told)}, traces=raws)


def _facing(number: float, tags: Tags) -> str:
    return f"facing {wind(number)}"


def _height(number: float, tags: Tags) -> str:
    refs = tags.numbers(_ALTITUDE - 1)
    below = bool(refs) and refs[0] in (1, 3)
    return f"{abs(number):,.0f} m {'below' if below or number < 0 else 'above'} sea level"


def _speed(number: float, tags: Tags) -> str:
    unit = {"M": "mph", "N": "knots"}.get(tags.text(_SPEED - 1)[:1].upper(), "km/h")
    return f"moving at {number:.3g} {unit}"


def _going(number: float, tags: Tags) -> str:
    return f"heading {wind(number)}"


def _time(tags: Tags) -> Iterator[Finding]:
    """The time of the satellites, which is UTC; the date may be missing."""
    clock, day = _clock(tags.numbers(_TIME)), tags.text(_DATE)
    told = [tag for tag in (_DATE, _TIME) if tag in tags]
    when = moment(f"{day} {clock}Z" if clock else day) if day else None
    if not when and not clock:
        return
    data: dict[str, Any] = {"exif": tags.kept(*told)}
    if when:
        data["iso"] = when.iso
    elif day:
        told.remove(_DATE)
    tags.told.update(told)
    said = f"The satellites said {when or f'{clock} (UTC)'}"
    yield Finding(Kind.TIME, said, tags.where, data=data, traces=traces(*map(tags.raw, told)))


def _clock(numbers: list[Any]) -> str:
    """ "18:42:07.5" out of three fractions; empty if they are none."""
    parts = [ratio(number) for number in numbers[:3]]
    if len(parts) < 3 or any(part is None or not 0 <= part < 61 for part in parts):
        return ""
    hour, minute, second = (part or 0.0 for part in parts)
    whole, fraction = divmod(round(second * 1000), 1000)
    return f"{hour:02.0f}:{minute:02.0f}:{whole:02}" + (f".{fraction:03}".rstrip("0") if fraction else "")
