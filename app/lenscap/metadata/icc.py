"""ICC colour profiles: what in them is not the same everywhere (ICC.1:2022, sections 7 to 10; ICC.1:2001-04).

Colours and the texts of well-known makers are on a list; whatever is not on it is told and does not stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lenscap.errors import MalformedError
from lenscap.metadata import icc_colours, icc_header
from lenscap.metadata.icc_known import is_known
from lenscap.metadata.icc_parts import Part, gaps, parts, without
from lenscap.metadata.wording import decoded, plural, quoted, readable, strings, traces
from lenscap.model import Finding, Kind, Payload

__all__ = ["NAME", "neutral", "read"]

NAME = "icc"

_MOST_REMEMBERED = 8192

_WORDS = {
    b"desc": (Kind.UNKNOWN, "The colour profile is called {}"),
    b"cprt": (Kind.NAME, "A copyright line in the colour profile: {}"),
    b"dmnd": (Kind.DEVICE, "The colour profile is for a device made by {}"),
    b"dmdd": (Kind.DEVICE, "The colour profile is for the device {}"),
}
_OTHER = (Kind.UNKNOWN, "A text in the colour profile: {}")
_TEXTS = frozenset((*_WORDS, b"vued", b"dscm", b"meta"))
_WRITTEN = frozenset((b"text", b"desc", b"mluc", b"dict"))
_DISPLAY = frozenset((b"mmod", b"ndin", b"vcgt", b"vcgp"))
"""Apple's tags that describe one display: its make, model and serial number, and how it was adjusted."""

_PROPHOTO = bytes.fromhex("0610 00009d03 01010101 b0cf3b80")
"""The make and model in Kodak's ProPhoto RGB, which is the same everywhere."""

_REQUIRED = frozenset((b"desc", b"cprt"))
"""The texts that every profile must have (section 8.2)."""


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield what is not the same in everybody's profile."""
    data = bytes(data)
    if data.strip(b"\0") and not (len(data) <= _MOST_REMEMBERED and _is_everybodys(data)):
        yield from _findings(data, where)


@lru_cache(maxsize=64)
def _is_everybodys(data: bytes) -> bool:
    """Whether a profile tells nothing. The photos of a roll have few different ones, so that is remembered."""
    return not any(_findings(data, ""))


def _findings(data: bytes, where: str) -> Iterator[Finding]:
    try:
        found = _parts(data)
    except MalformedError:
        words = traces(*strings(data[: 1 << 20]))
        yield Finding(Kind.UNKNOWN, "A colour profile that cannot be read", where, traces=words)
        return
    for part in found:
        yield from _told(part, where)
    yield from _hidden(data, found, where)
    yield from _header(data, where)


def neutral(profile: bytes) -> bytes | None:
    """The profile with all that is somebody's own blanked, as long as it was.

    ``None`` if there is nothing to blank, and no bytes at all if the profile cannot stay: it cannot be read, or its
    very colours are something else.
    """
    profile = bytes(profile)
    if not any(read(profile, "")):
        return None
    try:
        found = _parts(profile)
    except MalformedError:
        return b""
    fresh, unwanted = bytearray(profile), set[bytes]()
    for part in found:
        fit = {tag for tag in part.tags if _fits(tag, part.kind)}
        value = _neutral(part, fit)
        gone = set(part.tags) - fit if value else set(part.tags)
        if gone & icc_colours.NEEDED.keys():
            return b""
        unwanted |= gone
        fresh[part.start : part.end] = value or bytes(part.end - part.start)
    for start, end in gaps(profile, found):
        fresh[start:end] = bytes(end - start)
    fresh = without(fresh, unwanted)
    icc_header.without_faults(fresh)
    return bytes(fresh)


def _parts(data: bytes) -> list[Part]:
    if not icc_header.is_readable(data):
        raise MalformedError("These bytes do not begin as a colour profile does.")
    return parts(data)


def _fits(tag: bytes, kind: bytes) -> bool:
    """Whether a value of this type is what the tag has in profiles everywhere."""
    return icc_colours.holds(tag, kind) or (tag in _TEXTS and kind in _WRITTEN) or tag in _DISPLAY


def _neutral(part: Part, fit: set[bytes]) -> bytes | None:
    """The value without what is somebody's own; ``None`` if nothing of it may stay."""
    if not fit or (fit & _DISPLAY and not _is_any_display(part)):
        return None
    if fit & _DISPLAY:
        return part.data
    if part.kind not in _WRITTEN:
        return icc_colours.settled(part.kind, part.data)
    if not _private(part):
        return part.data
    return part.blank() if fit & _REQUIRED else None


def _told(part: Part, where: str) -> Iterator[Finding]:
    """What one value tells; nothing if it holds colours or texts that everybody has."""
    strange = [tag for tag in part.tags if not _fits(tag, part.kind)]
    if part.kind in _WRITTEN and (private := _private(part)):
        kind, sentence = _WORDS.get(part.tags[0], _OTHER)
        yield Finding(kind, sentence.format(quoted(", ".join(private))), where, traces=part.traces(private))
    elif strange:
        words = readable(part.data)
        said = f"{plural(len(part.data), 'byte', 'bytes')} in the colour profile that are no colours"
        said += f": {quoted(', '.join(words))}" if words else ""
        yield Finding(Kind.UNKNOWN, said, where, traces=traces(*strings(part.data)))
    elif part.tags[0] in _DISPLAY:
        if not _is_any_display(part):
            said = "The colour profile describes one particular display"
            data = {"tag": decoded(part.tags[0])}
            yield Finding(Kind.DEVICE, said, where, data=data, traces=traces(*strings(part.data)))
    elif part.kind not in _WRITTEN and icc_colours.settled(part.kind, part.data) != part.data:
        said = f"Numbers in the colour profile that are no colours ({quoted(decoded(part.tags[0]))})"
        yield Finding(Kind.UNKNOWN, said, where, traces=traces(*strings(part.data)))


def _is_any_display(part: Part) -> bool:
    return part.data[8:].strip(b"\0") in (b"", _PROPHOTO)


def _private(part: Part) -> list[str]:
    """The texts of a value that not everybody's profile has."""
    texts = part.texts() if not any(part.data[4:8]) else None
    if texts is None:
        return readable(part.data[4:]) or [decoded(part.data[4:])] if part.data[4:].strip(b"\0 ") else []
    return list(dict.fromkeys(text for text in texts if not is_known(text)))


def _hidden(data: bytes, found: list[Part], where: str) -> Iterator[Finding]:
    """Bytes that no tag leads to."""
    lost = [data[start:end] for start, end in gaps(data, found)]
    if lost:
        said = f"{plural(sum(map(len, lost)), 'byte', 'bytes')} in the colour profile that nothing leads to"
        yield Finding(Kind.UNKNOWN, said, where, traces=traces(*lost))


def _header(data: bytes, where: str) -> Iterator[Finding]:
    """When the profile was made, and codes in its header that no well-known one has."""
    when = icc_header.made(data)
    if when:
        said = f"The colour profile was made on {when}"
        yield Finding(Kind.TIME, said, where, data={"iso": when.iso})
    faults = icc_header.faults(data)[1 if when else 0 :]
    if faults:
        raws = [data[fault.field] for fault in faults]
        words = ", ".join(word for raw in raws if len(word := decoded(raw)) > 2 and word.isascii())
        said = "The header of the colour profile holds what no well-known one does"
        said += f": {quoted(words)}" if words else ""
        yield Finding(Kind.UNKNOWN, said, where, traces=traces(*raws))
