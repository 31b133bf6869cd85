"""The index of a file with several pictures (CIPA DC-007, Multi-Picture Format)."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct

from lenscap.binary.ifd import Tiff
from lenscap.metadata.wording import plural, strings, traces
from lenscap.model import Finding, Kind

NAME = "multi-picture index"

_ENTRIES = 0xB002
_ENTRY = Struct("I12x")
_MOST = 64
_TYPE = 0xFFFFFF
_TYPES = {
    0x010001: "a large copy of 640 × 480 pixels or so", 0x010002: "a large copy for a screen", 0x010003: "a large copy",
    0x010004: "a large copy", 0x010005: "a large copy", 0x020001: "a part of a panorama", 0x020002: "another viewpoint",
    0x020003: "a picture from another angle", 0x030000: "the picture itself",
    0x040000: "the original, before it was edited", 0x050000: "a gain map",
}  # fmt: skip


def read(data: bytes, where: str) -> Iterator[Finding]:
    """Yield one finding: which pictures the file is said to hold."""
    tiff = Tiff(data)
    entries = {entry.tag: entry for entry in tiff.directory(tiff.first).entries}
    raw = tiff.raw(entries[_ENTRIES], _MOST * _ENTRY.size) if _ENTRIES in entries else b""
    whole = raw[: len(raw) // _ENTRY.size * _ENTRY.size]
    kinds = [kind & _TYPE for (kind,) in Struct(tiff.order + _ENTRY.format).iter_unpack(whole)]
    words = [_TYPES[kind] for kind in dict.fromkeys(kinds) if kind in _TYPES]
    said = f"A list of {plural(len(kinds), 'picture', 'pictures')} in the file" + (
        f": {', '.join(words)}" if words else ""
    )
    yield Finding(Kind.UNKNOWN, said, where, data={"types": kinds}, traces=traces(*strings(data)))
