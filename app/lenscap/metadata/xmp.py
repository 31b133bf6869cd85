"""XMP: what programs write about a picture, in XML (ISO 16684-1; XMP specification, part 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lenscap.errors import MalformedError
from lenscap.metadata import xmp_structures
from lenscap.metadata.dates import moment
from lenscap.metadata.places import place, place_words
from lenscap.metadata.wording import LONG, listing, plural, printable, quoted, readable, strings, traces
from lenscap.metadata.xmp_packet import Leaf, Packet, parse
from lenscap.metadata.xmp_terms import ADDRESS, TEXTS, TIMES
from lenscap.metadata.xmp_values import found_again
from lenscap.metadata.xmp_write import write
from lenscap.model import Finding, Kind, Payload

__all__ = ["NAME", "read", "write"]

NAME = "xmp"

_POSITIONS = (
    ("exif:GPSLatitude", "exif:GPSLongitude", "Taken"),
    ("exif:GPSDestLatitude", "exif:GPSDestLongitude", "Destination"),
    ("drone-dji:GpsLatitude", "drone-dji:GpsLongitude", "Taken"),
    ("drone-dji:GpsLatitude", "drone-dji:GpsLongtitude", "Taken"),
)
_DEGREES = re.compile(
    r"\s*([+-]?\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?)?\s*([NSEW]?)\s*$", re.IGNORECASE
)
_GUESSES = (
    (re.compile(r"Serial(?:Number|No)?$", re.IGNORECASE), Kind.DEVICE),
    (
        re.compile(r"(?:GPS|Latitude|Longt?itude|Altitude|Location|City|Country|Address|Place)", re.IGNORECASE),
        Kind.PLACE,
    ),
    (
        re.compile(r"(?:Owner|Author|Person|People|Artist|Creator|Copyright|Contact|E-?mail|User)", re.IGNORECASE),
        Kind.NAME,
    ),
    (re.compile(r"(?:Date|Time|When|Created)$", re.IGNORECASE), Kind.TIME),
    (re.compile(r"(?:Software|Tool|History|Version|Agent)$", re.IGNORECASE), Kind.HISTORY),
)
_CAMERA_SPACES = frozenset(("exif", "exifEX", "aux"))


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield what a packet tells; one that is no sound XML is told as that."""
    data = bytes(data)
    if not data.strip(b"\0 \t\r\n"):
        return
    try:
        packet = parse(data)
    except MalformedError:
        yield _unreadable(data, where)
        return
    leaves = packet.leaves
    for teller in (_place, _address, _camera, _times, xmp_structures.read, _texts, _guesses, _settings, _rest):
        yield from teller(leaves, where, packet.encoding)
    yield from _asides(packet, where)


Leaves = dict[str, list[Leaf]]


def _place(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    for north, east, verb in _POSITIONS:
        if north not in leaves or east not in leaves:
            continue
        values = {name: leaves[name][0].value for name in (north, east)}
        lat, lon = (_degrees(value) for value in values.values())
        if lat is None or lon is None:
            continue
        kept = {"xmp": {name: printable(value) for name, value in values.items()}}
        found = place(lat, lon, f"{where} GPS", found_again(leaves[north] + leaves[east], encoding), kept, verb)
        if found:
            del leaves[north], leaves[east]
            yield found


def _degrees(text: str) -> float | None:
    """``38,42.6166N`` or ``38,42,37N`` or ``38.71`` as degrees."""
    match = _DEGREES.match(text[:64])
    if match is None:
        return None
    degrees, minutes, seconds, ref = match.groups()
    value = float(degrees) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    return -value if ref.upper() in ("S", "W") else value


def _address(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    found = [leaf for name in ADDRESS for leaf in leaves.pop(name, ())]
    if found:
        name = printable(", ".join(dict.fromkeys(leaf.value for leaf in found)))
        kept = {leaf.top: printable(leaf.value, LONG) for leaf in found}
        data = {"name": name, "words": place_words(leaf.value for leaf in found), "xmp": kept}
        yield Finding(Kind.PLACE, f"Taken in {name}", where, data=data, traces=found_again(found, encoding))


def _camera(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    found = [leaf for name in ("tiff:Make", "tiff:Model") for leaf in leaves.pop(name, ())]
    if found:
        words = [printable(leaf.value) for leaf in found]
        make = words[0].split(" ")[0].lower()
        name = words[1] if len(words) > 1 and words[1].lower().startswith(make) else " ".join(words)
        data = {"xmp": {leaf.top: printable(leaf.value) for leaf in found}}
        article = "an" if name[:1].upper() in "AEIOU" else "a"
        again = found_again(found[-1:], encoding)
        yield Finding(Kind.DEVICE, f"Taken with {article} {name}", where, data=data, traces=again)


def _times(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    for name in sorted(leaves.keys() & TIMES.keys()):
        for leaf in (found := leaves.pop(name))[:16]:
            yield time_finding(leaf, TIMES[name], where, encoding, len(found) == 1)


def time_finding(leaf: Leaf, sentence: str, where: str, encoding: str, keep: bool = False) -> Finding:
    """What a date tells; one that cannot be understood is quoted."""
    when = moment(leaf.value)
    data: dict[str, Any] = {"iso": when.iso} if when else {}
    if keep:
        data["xmp"] = {leaf.top: printable(leaf.value)}
    said = when.said(sentence) if when else sentence.format(quoted(leaf.value))
    return Finding(Kind.TIME, said, where, data=data, traces=found_again([leaf], encoding))


def _texts(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    for name in [name for name in leaves if name in TEXTS]:
        found = leaves.pop(name)
        kind, sentence = TEXTS[name]
        values = list(dict.fromkeys(leaf.value for leaf in found))
        # A structure cannot be written anew from its values alone.
        flat = not any(leaf.below for leaf in found) and name != "x:xmptk"
        kept = [printable(value, LONG) for value in values[:256]]
        data: dict[str, Any] = {"xmp": {name: kept[0] if len(kept) == 1 else kept}} if flat else {"values": kept}
        data["text"] = printable(", ".join(kept), LONG)
        if kind is Kind.PLACE and name != "exif:GPSProcessingMethod":
            data["words"] = place_words(values)
        said = sentence.format(quoted(", ".join(values[:64])))
        yield Finding(kind, said, where, data=data, traces=found_again(found, encoding))


@lru_cache(maxsize=4096)
def _guess(local: str) -> Kind | None:
    """What a property is about, to judge by its name."""
    return next((kind for pattern, kind in _GUESSES if pattern.search(local)), None)


def _guesses(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    """Properties that no table has but whose names say what they are about."""
    for name in list(leaves):
        space, _, local = name.partition(":")
        kind = _guess(local)
        if kind is None or (space in _CAMERA_SPACES and kind in (Kind.TIME, Kind.HISTORY)):
            continue
        found = leaves.pop(name)
        if kind is Kind.TIME:
            yield time_finding(found[0], f"{name}: {{}}", where, encoding)
            continue
        said = f"{name}: {quoted(', '.join(leaf.value for leaf in found[:16]))}"
        data: dict[str, Any] = {"fields": _fields(found)}
        if kind is Kind.PLACE:
            data["words"] = place_words(leaf.value for leaf in found)
        yield Finding(kind, said, where, data=data, traces=found_again(found, encoding))


def _settings(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    names = [name for name in leaves if name.partition(":")[0] in _CAMERA_SPACES]
    found = [leaf for name in names for leaf in leaves.pop(name)]
    if found:
        said = f"Camera settings: {listing([name.partition(':')[2] for name in names])}"
        kept = {leaf.top: printable(leaf.value) for leaf in found if not leaf.below and not leaf.items}
        yield Finding(Kind.DEVICE, said, where, data={"fields": _fields(found), "xmp": kept})


def _rest(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    found = [leaf for values in leaves.values() for leaf in values]
    if found:
        fields = _fields(found)
        said = f"{plural(len(leaves), 'more technical detail', 'more technical details')} ({listing(list(leaves))})"
        yield Finding(Kind.UNKNOWN, said, where, data={"fields": fields}, traces=found_again(found, encoding))


def _fields(found: list[Leaf]) -> dict[str, str]:
    return {leaf.top + ("/" + leaf.below if leaf.below else ""): printable(leaf.value, 80) for leaf in found[:100]}


def _asides(packet: Packet, where: str) -> Iterator[Finding]:
    for text in packet.asides[:16]:
        again = traces(text[:256].encode(packet.encoding, "replace"))
        yield Finding(Kind.UNKNOWN, f"A remark beside the XMP: {quoted(text)}", where, traces=again)


def _unreadable(data: bytes, where: str) -> Finding:
    words = readable(data[: 1 << 20])
    return Finding(
        Kind.UNKNOWN,
        "An XMP packet that cannot be read",
        where,
        data={"bytes": len(data), "strings": words},
        traces=traces(*strings(data[: 1 << 20])),
    )
