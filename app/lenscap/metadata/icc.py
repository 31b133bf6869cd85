"""ICC colour profiles: the texts in them (ICC.1:2022, sections 7 and 10; ICC.1:2001-04, section 6.5.17)."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.metadata.dates import Moment, moment
from lenscap.metadata.icc_known import is_known
from lenscap.metadata.icc_parts import HEADER, Part, gaps, parts, without
from lenscap.metadata.wording import decoded, plural, quoted, readable, strings, traces
from lenscap.model import Finding, Kind, Payload

__all__ = ["NAME", "neutral", "read"]

NAME = "icc"

_DATE = slice(24, 36)
_SOME_DAY = bytes((0x07, 0xCE, 0, 2, 0, 9, 0, 6, 0, 49, 0, 0))
"""9 February 1998 at 6:49: when the sRGB profile was made that is in most pictures."""

_ID, _RESERVED = slice(84, 100), slice(100, HEADER)
_CODES = (slice(48, 52), slice(52, 56), slice(80, 84))
_WORDS = {
    b"desc": (Kind.UNKNOWN, "The colour profile is called {}"),
    b"cprt": (Kind.NAME, "A copyright line in the colour profile: {}"),
    b"dmnd": (Kind.DEVICE, "The colour profile is for a device made by {}"),
    b"dmdd": (Kind.DEVICE, "The colour profile is for the device {}"),
}
_OTHER = (Kind.UNKNOWN, "A text in the colour profile: {}")
_DISPLAY = frozenset((b"mmod", b"ndin", b"vcgt", b"vcgp"))
"""Apple's tags that describe one display: its make, model and serial number, and how it was adjusted."""

_PROPHOTO = bytes.fromhex("0610 00009d03 01010101 b0cf3b80")
"""The make and model in Kodak's ProPhoto RGB, which is the same everywhere."""

_REQUIRED = frozenset((b"desc", b"cprt"))
"""The texts that every profile must have (section 8.2)."""

_COLOUR = frozenset(
    (
        b"XYZ ", b"curv", b"para", b"mft1", b"mft2", b"mAB ", b"mBA ", b"sf32", b"uf32", b"sig ", b"view", b"meas",
        b"chrm", b"cicp", b"ncl2", b"clro", b"mpet", b"ui08", b"ui16", b"ui32", b"ui64", b"scrn", b"bfd ", b"clrt",
        b"fl16", b"fl32",
    )
)  # fmt: skip
"""Types of values that are numbers for colours."""


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield what is not the same in everybody's profile."""
    data = bytes(data)
    if len(data) <= HEADER:
        if data.strip(b"\0"):
            yield Finding(Kind.UNKNOWN, "A colour profile that cannot be read", where, traces=traces(data))
        return
    found = [finding for part in parts(data) for finding in _told(part, where)]
    found += _hidden(data, where)
    yield from found
    if found and data[_DATE] != _SOME_DAY and (when := _made(data)):
        said = f"The colour profile was made on {when}"
        yield Finding(Kind.TIME, said, where, data={"iso": when.iso})


def neutral(profile: bytes) -> bytes | None:
    """The profile with all that is somebody's own blanked, as long as it was; ``None`` if there is nothing to blank."""
    profile = bytes(profile)
    if not any(read(profile, "")):
        return None
    if len(profile) <= HEADER:
        return bytes(len(profile))
    fresh = bytearray(profile)
    private = _private(profile)
    for part in private:
        fresh[part.start : part.end] = part.blank() if part.tag in _REQUIRED else bytes(part.end - part.start)
    # Where values overlap, blanking one may write into another: zeros settle that.
    while overlapping := _private(bytes(fresh)):
        for part in overlapping:
            fresh[part.start : part.end] = bytes(part.end - part.start)
    for start, end in gaps(profile):
        fresh[start:end] = bytes(end - start)
    fresh = without(fresh, {part.start for part in private if part.tag not in _REQUIRED})
    fresh[_DATE] = _SOME_DAY
    for field in (*_CODES, _ID, _RESERVED):
        fresh[field] = bytes(field.stop - field.start)
    return bytes(fresh)


def _private(profile: bytes) -> list[Part]:
    return [part for part in parts(profile) if any(_told(part, ""))]


def _told(part: Part, where: str) -> Iterator[Finding]:
    """What one tag tells; nothing if it holds colours or texts that everybody has."""
    if part.tag in _DISPLAY:
        if part.data[8:].strip(b"\0") not in (b"", _PROPHOTO):
            said = "The colour profile describes one particular display"
            yield Finding(Kind.DEVICE, said, where, data={"tag": decoded(part.tag)}, traces=traces(*strings(part.data)))
    elif part.kind in _COLOUR:
        return
    elif (texts := part.texts()) is not None:
        private = [text for text in texts if not is_known(text)]
        if private:
            kind, sentence = _WORDS.get(part.tag, _OTHER)
            said = sentence.format(quoted(", ".join(dict.fromkeys(private))))
            yield Finding(kind, said, where, traces=part.traces(private))
    elif part.data[8:].strip(b"\0 "):
        words = readable(part.data)
        said = f"{plural(len(part.data), 'byte', 'bytes')} in the colour profile that are no colours"
        said += f": {quoted(', '.join(words))}" if words else ""
        yield Finding(Kind.UNKNOWN, said, where, traces=traces(*strings(part.data)))


def _hidden(data: bytes, where: str) -> Iterator[Finding]:
    """Bytes that no tag leads to."""
    spare = [data[start:end] for start, end in gaps(data)] + [data[_RESERVED]]
    lost = [raw for raw in spare if raw.strip(b"\0")]
    if lost:
        said = f"{plural(sum(map(len, lost)), 'byte', 'bytes')} in the colour profile that nothing leads to"
        yield Finding(Kind.UNKNOWN, said, where, traces=traces(*lost))


def _made(data: bytes) -> Moment | None:
    year, month, day, hour, minute, second = (int.from_bytes(data[at : at + 2], "big") for at in range(24, 36, 2))
    return moment(f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
