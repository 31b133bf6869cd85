"""Photoshop's image resources (Adobe Photoshop File Formats Specification, "Image Resources Section")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lenscap.binary.reader import Reader
from lenscap.errors import MalformedError
from lenscap.metadata.wording import (
    LONG,
    decoded,
    listing,
    middle,
    plural,
    printable,
    quoted,
    readable,
    strings,
    traces,
)
from lenscap.model import Finding, Kind, Payload

NAME = "photoshop"

_MOST = 2000
_SIGNATURES = frozenset((b"8BIM", b"MeSa", b"PHUT", b"AgHg", b"DCSR"))
_PAYLOADS = {
    0x0404: ("iptc", "IPTC"), 0x0422: ("exif", "Exif"), 0x0423: ("exif", "Exif"), 0x0424: ("xmp", "XMP"),
    0x040F: ("icc", "colour profile"),
}  # fmt: skip
_THUMBNAILS = frozenset((0x0409, 0x040C))
_THUMBNAIL_HEADER = 28
_TEXTS = {
    0x03F0: (Kind.TEXT, "A description: {}"), 0x040B: (Kind.TEXT, "An address: {}"), 0x0BB7: (Kind.TEXT, "A path: {}"),
}  # fmt: skip
_NAMES = {
    0x03E9: "MacPrintInfo", 0x03EA: "MacPageFormat", 0x03ED: "ResolutionInfo", 0x03EE: "AlphaChannelNames",
    0x03F3: "PrintFlags", 0x03F5: "ColorHalftoning", 0x03F8: "ColorTransfer", 0x0400: "LayerState",
    0x0402: "LayerGroups", 0x0408: "Guides", 0x040A: "CopyrightFlag", 0x040D: "GlobalAngle", 0x0411: "ICCUntagged",
    0x0414: "IDsBase", 0x0415: "UnicodeAlphaNames", 0x0419: "GlobalAltitude", 0x041A: "Slices", 0x041E: "URLList",
    0x0421: "VersionInfo", 0x0425: "CaptionDigest", 0x0426: "PrintScale", 0x0428: "PixelAspectRatio",
    0x0429: "LayerComps", 0x042D: "LayerSelectionIDs", 0x0430: "LayerGroupsEnabled", 0x0433: "PathSelection",
    0x043A: "PrintInfo", 0x043B: "PrintStyle", 0x043C: "MacNSPrintInfo", 0x043D: "WindowsDeviceMode",
    0x0406: "JPEGQuality", 0x2710: "PrintFlagsInfo",
}  # fmt: skip


class _Resource(NamedTuple):
    number: int
    name: bytes
    data: bytes


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield what image resources tell; ``data`` begins with the first ``8BIM``."""
    resources, broken = _resources(data)
    rest = []
    for resource in resources:
        if resource.number in _PAYLOADS and resource.data:
            vocabulary, words = _PAYLOADS[resource.number]
            yield Payload(vocabulary, f"{where} {words}", resource.data.removeprefix(b"Exif\0\0"))
        elif resource.number in _THUMBNAILS:
            yield from _thumbnail(resource, where)
        elif resource.number in _TEXTS and printable(decoded(resource.data)):
            kind, sentence = _TEXTS[resource.number]
            text = decoded(resource.data[resource.number in (0x03F0, 0x0BB7) :])
            said, kept = sentence.format(quoted(text)), {"text": printable(text, LONG)}
            yield Finding(kind, said, where, data=kept, traces=traces(resource.data))
        else:
            rest.append(resource)
    yield from _named(resources, where)
    yield from _rest(rest, where)
    if broken.strip(b"\0 "):
        said = f"The Photoshop data is damaged: {plural(len(broken), 'byte', 'bytes')} cannot be read"
        yield Finding(Kind.UNKNOWN, said, where, data={"bytes": len(broken)}, traces=traces(*strings(broken)))


def _resources(data: bytes) -> tuple[list[_Resource], bytes]:
    """The resources, and what follows the last one that is sound."""
    found: list[_Resource] = []
    reader, position = Reader(data), 0
    try:
        while reader.left and len(found) < _MOST:
            position = reader.position
            if reader.take(4) not in _SIGNATURES:
                return found, bytes(data[position:])
            number, length = reader.u16(), reader.u8()
            name = reader.take(length)
            reader.skip((length + 1) % 2)
            found.append(_Resource(number, name, reader.take(reader.u32())))
            # Some programs leave the last padding byte out.
            reader.skip(min(len(found[-1].data) % 2, reader.left))
            position = reader.position
    except MalformedError:
        pass
    return found, bytes(data[position:])


def _thumbnail(resource: _Resource, where: str) -> Iterator[Finding | Payload]:
    picture = resource.data[_THUMBNAIL_HEADER:]
    said = "A small copy of the picture, which may show what was cropped or covered later"
    place = f"{where} thumbnail"
    yield Finding(Kind.PREVIEW, said, place, data={"bytes": len(picture)}, traces=middle(picture))
    if picture:
        yield Payload("picture", place, picture)


def _named(resources: list[_Resource], where: str) -> Iterator[Finding]:
    """Names that somebody gave to parts of the picture, such as paths."""
    raws = [resource.name for resource in resources if resource.name]
    if raws:
        names = list(dict.fromkeys(printable(decoded(raw), 80) for raw in raws))
        said = f"Parts of it are called {quoted(', '.join(names))}"
        yield Finding(Kind.TEXT, said, where, data={"names": names[:100]}, traces=traces(*raws))


def _rest(resources: list[_Resource], where: str) -> Iterator[Finding]:
    if not resources:
        return
    fields: dict[str, str] = {}
    for resource in resources[:100]:
        words = "; ".join(readable(resource.data[:65536], 4))
        fields[_name(resource.number)] = printable(words, 80) if words else plural(len(resource.data), "byte", "bytes")
    said = f"{plural(len(resources), 'more detail', 'more details')} of Photoshop ({listing(list(fields))})"
    found = traces(*(run for resource in resources for run in strings(resource.data[:65536], 8)))
    yield Finding(Kind.UNKNOWN, said, where, data={"fields": fields}, traces=found)


def _name(number: int) -> str:
    if 0x07D0 <= number <= 0x0BB6:
        return "Path"
    return _NAMES.get(number, f"0x{number:04X}")
