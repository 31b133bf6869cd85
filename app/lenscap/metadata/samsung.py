"""What phones of Samsung hang behind a picture: named blocks, and a directory at the end that points back to them.

The maker has not published the format. A block is two empty bytes, its type, the length of its name, the name, and the
value.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from struct import Struct
from typing import NamedTuple

from lenscap.metadata import clip
from lenscap.metadata.dates import Moment
from lenscap.metadata.wording import decoded, listing, middle, printable, readable, strings, traces
from lenscap.model import Finding, Kind, Payload

_HEAD, _TAIL = b"SEFH", b"SEFT"
_ENTRY = Struct("<4xII")
_MOST_ENTRIES, _MOST_STRINGS = 256, 1 << 20
_PICTURE = b"\xff\xd8\xff"
_LAST = 4_102_444_800_000
"""The end of the year 2099, in milliseconds."""
_SOUNDS = ("Sound", "Audio", "Voice")
_DEPTHS = ("DepthMap", "Depth_Map", "DualShot_Core")


class Entry(NamedTuple):
    """A block from ``start`` to ``end``, with its name and where its value begins."""

    name: bytes
    start: int
    value: int
    end: int


class Directory(NamedTuple):
    """The directory from ``start`` to ``end``, and the blocks that it names."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def directory(data: bytes) -> Directory | None:
    """The last directory in some bytes; ``None`` if there is none, or none that is sound."""
    tail = data.rfind(_TAIL)
    start = tail - 4 - int.from_bytes(data[tail - 4 : tail], "little") if tail >= 4 else -1
    if start < 0 or data[start : start + 4] != _HEAD:
        return None
    many = min(
        int.from_bytes(data[start + 8 : start + 12], "little"), _MOST_ENTRIES, (tail - 16 - start) // _ENTRY.size
    )
    table = data[start + 12 : start + 12 + max(0, many) * _ENTRY.size]
    entries = (_entry(data, start - back, size, start) for back, size in _ENTRY.iter_unpack(table))
    return Directory(start, tail + len(_TAIL), tuple(entry for entry in entries if entry))


def _entry(data: bytes, start: int, size: int, most: int) -> Entry | None:
    end = start + size
    length = int.from_bytes(data[start + 4 : start + 8], "little") if start >= 0 else 0
    if start < 0 or end > most or not length or 8 + length > size:
        return None
    return Entry(data[start + 8 : start + 8 + min(length, 200)], start, start + 8 + length, end)


def read(data: bytes, found: Directory, where: str) -> Iterator[Finding | Payload]:
    """Yield what the blocks tell."""
    rest = []
    for entry in found.entries:
        name = printable(decoded(entry.name), 60)
        told = list(_told(name, data[entry.value : entry.end], f"{where}, {name}"))
        yield from told
        if not told:
            rest.append(entry)
    if rest:
        values = [(printable(decoded(entry.name), 60), data[entry.value : min(entry.end, entry.value + _MOST_STRINGS)])
                  for entry in rest]  # fmt: skip
        fields = {name: ", ".join(readable(value, 2)) or f"{len(value):,} bytes" for name, value in values[:100]}
        said = f"What the phone noted behind the picture: {listing(list(fields), 8)}"
        again = traces(*(run for _, value in values for run in (value[:256], *strings(value, 8))))
        yield Finding(Kind.UNKNOWN, said, f"{where}, Samsung", data={"fields": fields}, traces=again)


def _told(name: str, value: bytes, where: str) -> Iterator[Finding | Payload]:
    """What a block of a known name tells, or one that holds a picture or a film."""
    facts = {"bytes": len(value)}
    if found := clip.film(value):
        yield from clip.read(value, found, where)
    elif value[:3] == _PICTURE:
        yield Finding(Kind.PREVIEW, "Another picture, hidden behind this one", where, data=facts, traces=middle(value))
        yield Payload("picture", where, value)
    elif name == "Image_UTC_Data" and (when := _moment(value)):
        data = {"iso": when.iso}
        yield Finding(Kind.TIME, f"Taken on {when}", where, data=data, traces=traces(value))
    elif name == "MCC_Data" and value.strip(b"\0 "):
        said = f"The country of the mobile network has the code {printable(decoded(value), 40)}"
        yield Finding(Kind.PLACE, said, where, data={"name": printable(decoded(value), 40)}, traces=traces(value))
    elif any(word in name for word in _DEPTHS):
        said = "A depth map: how far away everything in the picture is"
        yield Finding(Kind.PREVIEW, said, where, data=facts, traces=_inside(value))
    elif any(word in name for word in _SOUNDS) and value:
        yield Finding(Kind.MOTION, "A sound was recorded with the picture", where, data=facts, traces=_inside(value))


def _inside(value: bytes) -> tuple[bytes, ...]:
    """Traces of a block that is no text."""
    return traces(*strings(value[:_MOST_STRINGS], 8), value[len(value) // 2 :][:64])


def _moment(value: bytes) -> Moment | None:
    """The milliseconds since 1970, which are written in digits."""
    digits = value.strip(b"\0 ")
    if not digits.isdigit() or len(digits) > 15 or not 0 < int(digits) < _LAST:
        return None
    when = datetime.fromtimestamp(int(digits) // 1000, UTC)
    return Moment(when.year, when.month, when.day, f"{when:%H:%M:%S}", zone="Z")
