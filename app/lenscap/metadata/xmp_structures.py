"""The properties of XMP that are structures: faces with names, histories, embedded pictures, motion photos.

After the Metadata Working Group's guidelines 2.0 (regions), Microsoft's People Tagging, XMP part 2 (xmpMM), Google's
Motion Photo 1.0, Depth Map and Dynamic Depth, and Adobe's and Android's Ultra HDR (hdrgm).
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from math import isfinite, nan
from typing import Any

from lenscap.metadata.dates import moment
from lenscap.metadata.wording import listing, middle, plural, printable, quoted
from lenscap.metadata.xmp_packet import Leaf
from lenscap.metadata.xmp_values import found_again
from lenscap.model import Finding, Kind, Payload

Leaves = dict[str, list[Leaf]]

_REGIONS = {
    "mwg-rs:Regions": ("mwg-rs:Name", "mwg-rs:Area/"),
    "MP:RegionInfo": ("MPReg:PersonDisplayName", "MPReg:Rectangle"),
}
_MOTION = re.compile(r"GCamera:(?:MotionPhoto|MicroVideo)")
_PICTURES = {"xmp:Thumbnails": "xmpGImg:image", "GImage:Data": "", "GDepth:Data": "", "GDepth:Confidence": ""}
_CLIPS = {"GAudio:Data": "A sound was recorded with the picture"}
_COPY = "A small copy of the picture, which may show what was cropped or covered later"
_BEHIND = "A second picture behind the picture (depth or the uncropped original)"
_GAIN = ("hdrgm", "HDRGainMap")
_ITEMS = {
    "MotionPhoto": "a video", "GainMap": "an HDR gain map", "RecoveryMap": "an HDR gain map", "Depth": "a depth map",
    "Confidence": "how sure the depths are", "Original": "the original, before it was edited",
}  # fmt: skip
_HARMLESS = frozenset(("Primary", "GainMap"))
"""Items that are the picture and what screens need to show it."""


def read(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding | Payload]:
    """Yield what structures tell; take out of ``leaves`` what was told."""
    yield from _regions(leaves, where, encoding)
    yield from _history(leaves, where, encoding)
    yield from _pictures(leaves, where)
    yield from _motion(leaves, where, encoding)
    yield from _gain_map(leaves, where)
    yield from _development(leaves, where, encoding)
    for leaf in leaves.pop("xmpNote:HasExtendedXMP", ()):
        said = "More of the XMP lies in another part of the file"
        yield Finding(Kind.UNKNOWN, said, where, traces=found_again([leaf], encoding))


def _regions(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    """Names beside faces. A region without a name still says that somebody marked a face."""
    for top, (name_key, area_key) in _REGIONS.items():
        groups: dict[tuple[int, ...], list[Leaf]] = {}
        for leaf in leaves.pop(top, ()):
            groups.setdefault(leaf.items, []).append(leaf)
        for found in list(groups.values())[:64]:
            names = [leaf.value for leaf in found if leaf.below.endswith(name_key)]
            area = {
                leaf.below.rpartition(":")[2]: printable(leaf.value, 80) for leaf in found if area_key in leaf.below
            }
            marked = names or any("Type" in leaf.below or "Rectangle" in leaf.below for leaf in found)
            said = (
                f"The name {quoted(names[0])} beside a face"
                if names
                else "An area that somebody marked, such as a face"
            )
            if not marked and not area:
                said = "How faces were marked in the picture"
            data: dict[str, Any] = {"area": _numbers(area)} | ({"name": printable(names[0])} if names else {})
            yield Finding(Kind.NAME, said, where, data=data, traces=found_again(found, encoding))


def _numbers(area: dict[str, str]) -> dict[str, Any]:
    """An area as numbers; Microsoft's are four in one text: x, y, w, h."""
    if "Rectangle" in area:
        area = dict(zip("xywh", area["Rectangle"].split(","), strict=False))
    found: dict[str, Any] = {}
    for name, text in area.items():
        try:
            number = float(text)
        except ValueError:
            number = nan
        # JSON has no word for what is no number, so it stays a text.
        found[name] = number if isfinite(number) else text.strip()
    return found


def _history(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    """What was done to the document with which programs, and the numbers by which copies of it find each other."""
    found = [leaf for name in [name for name in leaves if name.startswith("xmpMM:")] for leaf in leaves.pop(name)]
    found += leaves.pop("rdf:about", [])
    if not found:
        return
    agents = list(dict.fromkeys(printable(leaf.value, 80) for leaf in found if leaf.below.endswith("softwareAgent")))
    days = [when for leaf in found if leaf.below.endswith(":when") and (when := moment(leaf.value))]
    paths = [leaf.value for leaf in found if leaf.below.endswith(":filePath")]
    words = [f"edited with {listing(agents)}"] if agents else []
    words += [f"between {min(days)} and {max(days)}" if len(days) > 1 else f"on {days[0]}"] if days else []
    words += [f"from the file {quoted(paths[0])}"] if paths else []
    said = "Its history: " + ", ".join(words) if words else "Numbers by which copies of the picture find each other"
    fields = {f"{leaf.top}/{leaf.below}".rstrip("/"): printable(leaf.value, 80) for leaf in found[:100]}
    data = {"fields": fields, "dates": [when.iso for when in days[:100]]}
    yield Finding(Kind.HISTORY, said, where, data=data, traces=found_again(found, encoding))


def _pictures(leaves: Leaves, where: str) -> Iterator[Finding | Payload]:
    for top, below in _PICTURES.items():
        for leaf in leaves.pop(top, ())[:64]:
            if leaf.below.endswith(below) and (picture := _unpacked(leaf.value)):
                said = _COPY if top == "xmp:Thumbnails" else _BEHIND
                yield Finding(Kind.PREVIEW, said, where, data={"bytes": len(picture)}, traces=_ends(leaf.value))
                yield Payload("picture", f"{where} {top.partition(':')[2].lower()}", picture)
            elif leaf.below.endswith(below):
                yield Finding(Kind.PREVIEW, f"A small picture that cannot be read ({top})", where)
    for top, said in _CLIPS.items():
        for leaf in leaves.pop(top, ()):
            yield Finding(Kind.MOTION, said, where, traces=_ends(leaf.value))


def _unpacked(text: str) -> bytes:
    try:
        return b64decode("".join(text.split()))
    except ValueError:
        return b""


def _ends(text: str) -> tuple[bytes, ...]:
    """Traces of a long base64 text, which may be broken into lines."""
    longest = max(text.split() or [""], key=len)
    return middle(longest.encode("utf-8", "replace"))


def _motion(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    names = [name for name in leaves if _MOTION.match(name)]
    items = [leaf.value for leaf in leaves.get("GContainer:Directory", ()) if leaf.below.endswith("Semantic")]
    fields = {name: printable(leaves.pop(name)[0].value, 80) for name in names}
    if "MotionPhoto" in items or any(
        value != "0" for name, value in fields.items() if name.endswith(("Photo", "Video"))
    ):
        said = "A short film belongs to the picture: what happened before and after it, perhaps with sound"
        yield Finding(Kind.MOTION, said, where, data={"fields": fields})
    elif fields:
        yield Finding(
            Kind.HISTORY, "The camera noted that no film belongs to the picture", where, data={"fields": fields}
        )
    directory = leaves.pop("GContainer:Directory", [])
    if directory:
        named = [_ITEMS.get(item, printable(item, 40)) for item in dict.fromkeys(items) if item != "Primary"]
        said = f"A list of what lies behind the picture: {listing(named, 8)}" if named else "A list of hidden pictures"
        kind = Kind.PREVIEW if {*items} - _HARMLESS else Kind.UNKNOWN
        facts = {"items": [printable(item, 40) for item in items[:64]]}
        own = [
            leaf
            for leaf in directory
            if not (leaf.value in _ITEMS or leaf.value in _HARMLESS or leaf.value.isdecimal())
        ]
        yield Finding(kind, said, where, data=facts, traces=found_again(own, encoding))


def _gain_map(leaves: Leaves, where: str) -> Iterator[Finding]:
    names = [name for name in leaves if name.partition(":")[0] in _GAIN]
    fields = {name: printable(leaves.pop(name)[0].value, 80) for name in names}
    if fields:
        yield Finding(Kind.UNKNOWN, "Numbers that describe an HDR gain map", where, data={"fields": fields})


def _development(leaves: Leaves, where: str, encoding: str) -> Iterator[Finding]:
    names = [name for name in leaves if name.startswith("crs:")]
    found = [leaf for name in names for leaf in leaves.pop(name)]
    if found:
        raw = next((leaf.value for leaf in found if leaf.top == "crs:RawFileName"), "")
        said = f"How the picture was developed: {plural(len(names), 'setting', 'settings')} of Camera Raw"
        said += f", for the raw file {quoted(raw)}" if raw else ""
        fields = {f"{leaf.top}/{leaf.below}".rstrip("/"): printable(leaf.value, 80) for leaf in found[:100]}
        words = [leaf for leaf in found if not leaf.value[:1].isdecimal() and leaf.value[:1] not in "+-"]
        yield Finding(Kind.HISTORY, said, where, data={"fields": fields}, traces=found_again(words, encoding))
