"""The headers of films: times, languages, handlers, encoders, brands (ISO/IEC 14496-12; QuickTime File Format)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from lenscap.metadata.dates import moment
from lenscap.metadata.wording import LONG, decoded, printable, quoted, readable, strings, traces
from lenscap.model import Finding, Kind

_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
_NTP_EPOCH = datetime(1900, 1, 1, tzinfo=UTC)
_ENCODERS = re.compile(rb"Lav[cf]|x26[45]|HandBrake")
_VISUAL_NAME, _VENDOR = 42, 12
_UNDETERMINED = frozenset(("und", "", "eng"))
HEADERS = frozenset((b"mvhd", b"tkhd", b"mdhd"))
_WHAT = {b"mvhd": "film", b"tkhd": "track", b"mdhd": "recording"}


def header(body: bytes, kind: bytes, where: str, told: set[str]) -> Iterator[Finding]:
    """The times in a header, each once, and the language of what is heard."""
    width = 8 if body[:1] == b"\1" else 4
    for at, verb in ((4, "made"), (4 + width, "changed")):
        raw = body[at : at + width]
        when = _since(_EPOCH, int.from_bytes(raw))
        said = f"The {_WHAT[kind]} was {verb} on {moment(when) or when}"
        if when and said not in told and (when + verb) not in told:
            told |= {said, when + verb}
            kept = {"xmp:CreateDate" if verb == "made" else "xmp:ModifyDate": when} if kind == b"mvhd" else {}
            data: dict[str, Any] = {"iso": when} | ({"xmp": kept} if kept else {})
            yield Finding(Kind.TIME, said, where, data=data, traces=traces(body[4 : 4 + 2 * width]))
    if kind == b"mdhd" and (language := _language(body[4 + 3 * width + 4 :][:2])) not in _UNDETERMINED:
        said = f"The language of a track is {quoted(language)}"
        if said not in told:
            told.add(said)
            yield Finding(Kind.TEXT, said, where, data={"language": language})


def _since(epoch: datetime, seconds: float) -> str:
    """A time as ISO 8601 writes it; empty if it is not set, or is none that a person would have meant."""
    try:
        when = epoch + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ") if seconds and when.year < 2200 else ""


def _language(raw: bytes) -> str:
    """Three letters, five bits each (ISO 639-2/T); Macintosh codes are smaller and mean nothing here."""
    code = int.from_bytes(raw)
    letters = [(code >> shift & 31) + 0x60 for shift in (10, 5, 0)]
    return "".join(map(chr, letters)) if code >= 0x400 and all(0x61 <= one <= 0x7A for one in letters) else ""


def handler(body: bytes, where: str) -> Iterator[Finding]:
    """The name that a program gave to what handles a track, and the four letters of its vendor."""
    name = body[20:].strip(b"\0")
    if name and name[0] == len(name) - 1:
        name = name[1:]
    words = [printable(decoded(one), 80) for one in (name, body[12:16].strip(b"\0")) if one]
    if words:
        said = f"Written with a program that calls it {quoted(words[0])}"
        yield Finding(Kind.HISTORY, said, where, data={"text": words}, traces=own(name))


def encoder(body: bytes, where: str) -> Iterator[Finding]:
    """The name of an encoder in a sample description, or the four letters of its vendor."""
    entry = body[16:]
    name = entry[_VISUAL_NAME + 1 : _VISUAL_NAME + 32] if len(entry) > _VISUAL_NAME else b""
    name = name[: entry[_VISUAL_NAME]].strip(b"\0") if name else b""
    vendor = entry[_VENDOR : _VENDOR + 4].strip(b"\0")
    if name or vendor:
        said = f"Encoded with {quoted(decoded(name or vendor))}"
        data = {"text": printable(decoded(name), LONG), "vendor": printable(decoded(vendor))}
        hidden = entry[_VISUAL_NAME : _VISUAL_NAME + 32].strip(b"\0")
        yield Finding(Kind.HISTORY, said, where, data=data, traces=own(name, *strings(hidden)))


def configuration(body: bytes, where: str) -> Iterator[Finding]:
    """What an encoder left beside what decoders need; it does so in the samples too, so there are no traces."""
    words = readable(body)
    said = f"Encoded with {quoted(' '.join(words))}" if words else "What an encoder left for itself"
    yield Finding(Kind.HISTORY, said, where, data={"text": words})


def own(*raws: bytes) -> tuple[bytes, ...]:
    """Traces of names; an encoder leaves its own in the compressed samples too, where it stays."""
    return traces(*(raw for raw in raws if not _ENCODERS.search(raw)))


def file_type(body: bytes, where: str) -> Iterator[Finding]:
    """The brands and the version that a program or a camera wrote."""
    brands = [printable(decoded(body[at : at + 4])) for at in (0, *range(8, len(body) - 3, 4))]
    said = f"It says that it is of the kinds {', '.join(dict.fromkeys(brands[:8]))}, version {body[4:8].hex()}"
    yield Finding(Kind.HISTORY, said, where, data={"brands": brands})


def clock(body: bytes, where: str) -> Iterator[Finding]:
    """Producer reference time (ISO/IEC 14496-12, section 8.16.5)."""
    when = _since(_NTP_EPOCH, int.from_bytes(body[8:16]) / (1 << 32))
    if when:
        yield Finding(
            Kind.TIME, f"Recorded on {moment(when) or when}", where, data={"iso": when}, traces=traces(body[8:16])
        )
