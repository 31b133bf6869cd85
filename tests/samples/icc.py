"""Colour profiles made by hand: an sRGB-like display profile whose texts are ours (ICC.1:2010)."""

from __future__ import annotations

import struct

from .sample import Part, canary, text

DATE = struct.pack(">6H", 1987, 6, 5, 4, 3, 21)
PLAIN_DATE = struct.pack(">6H", 1998, 2, 9, 6, 49, 0)
COLOURS = {
    b"wtpt": (0.9642, 1.0, 0.8249),
    b"rXYZ": (0.4361, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7141),
}


def _description(string: str) -> bytes:
    """A version 2 description with its ASCII part alone."""
    ascii_part = string.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(ascii_part)) + ascii_part + bytes(4 + 4 + 2 + 1 + 67)


def _localised(string: str) -> bytes:
    """A version 4 text: one record, US English, UTF-16."""
    wide = string.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(wide), 28) + wide


def _text(string: str) -> bytes:
    return b"text\0\0\0\0" + string.encode("ascii") + b"\0"


def _xyz(numbers: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(number * 65536) for number in numbers))


def _colour_tags() -> dict[bytes, bytes]:
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256))
    tags = {name: _xyz(numbers) for name, numbers in COLOURS.items()}
    return tags | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)


def _header(size: int, version: int, date: bytes, maker: bytes, reserved: bytes) -> bytes:
    head = struct.pack(">I4sI4s4s4s", size, b"lcms", version, b"mntr", b"RGB ", b"XYZ ")
    head += date + b"acspAPPL" + bytes(4) + maker + bytes(4) + bytes(8) + bytes(4)
    head += struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D) + b"lcms"
    return head + bytes(16) + reserved.ljust(28, b"\0")


def _assemble(tags: dict[bytes, bytes], version: int, date: bytes, maker: bytes, hidden: bytes, spare: bytes) -> bytes:
    """A profile; ``hidden`` are bytes between the tag table and the first tag that nothing points to."""
    at = 128 + 4 + 12 * len(tags) + len(hidden)
    table, body = struct.pack(">I", len(tags)), hidden
    for name, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, at, len(data))
        body += padded
        at += len(padded)
    return _header(at, version, date, maker, spare) + table + body


def plain() -> bytes:
    """A profile that tells nobody anything."""
    tags = _colour_tags() | {b"desc": _description("sRGB IEC61966-2.1"), b"cprt": _text("No copyright, use freely")}
    return _assemble(tags, 0x02100000, PLAIN_DATE, bytes(4), b"", b"")


def private(form: str) -> Part:
    """A version 2 profile with a canary in every text, in the header, and between the tags."""
    names = {tag: f"{form}-icc-{tag}" for tag in ("desc", "cprt", "dmnd", "dmdd", "vued", "targ", "priv")}
    tags = _colour_tags()
    for tag in ("desc", "dmnd", "dmdd", "vued"):
        tags[tag.encode()] = _description(text(names[tag]))
    for tag in ("cprt", "targ", "priv"):
        tags[tag.encode()] = _text(text(names[tag]))
    hidden = canary(f"{form}-icc-orphan")
    reserved = canary("icc-hdr")
    data = _assemble(tags, 0x02100000, DATE, b"CNRY", hidden + bytes(-len(hidden) % 4), reserved)
    return Part("ICC profile texts", data, (*map(canary, names.values()), hidden, reserved, DATE + b"acsp"))


def localised(form: str) -> Part:
    """A version 4 profile: its texts are UTF-16."""
    names = (f"{form}-icc4-desc", f"{form}-icc4-cprt")
    tags = _colour_tags() | {b"desc": _localised(text(names[0])), b"cprt": _localised(text(names[1]))}
    data = _assemble(tags, 0x04200000, PLAIN_DATE, bytes(4), b"", b"")
    return Part("ICC profile texts (UTF-16)", data, tuple(canary(name) for name in names))
