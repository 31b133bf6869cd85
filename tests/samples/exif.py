"""Exif with a canary in every place (Exif 2.32, TIFF 6.0), in both byte orders, written by hand."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Literal, NamedTuple

from .picture import encode, picture
from .sample import Part, canary, text

Order = Literal["<", ">"]

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED = 1, 2, 3, 4, 5, 7
UNIT = {BYTE: 1, ASCII: 1, SHORT: 2, LONG: 4, RATIONAL: 8, UNDEFINED: 1}
HOSTILE = "\x1b[2J\x1b]0;owned\x07 <img src=x onerror=alert(1)> \u202egpj.exe {0} %s \r\n"
DATE = "1987:06:05 04:03:21"


class Field(NamedTuple):
    """One entry of a directory; ``value`` is its bytes, or an offset in the file that they are at already."""

    tag: int
    kind: int
    value: bytes | int
    many: int


class Tiff:
    """A TIFF structure that grows: values and directories are put behind each other."""

    def __init__(self, order: Order) -> None:
        self.order: Order = order
        self.data = bytearray((b"II*\0" if order == "<" else b"MM\0*") + bytes(4))

    def block(self, data: bytes) -> int:
        """Put bytes in; give their offset."""
        at = len(self.data)
        self.data += data + bytes(len(data) % 2)
        return at

    def directory(self, fields: Sequence[Field], link: int = 0) -> int:
        """Put a directory in, its long values behind it; give its offset."""
        return self.block(directory(fields, self.order, len(self.data), link))

    def done(self, first: int) -> bytes:
        """The structure, beginning with the directory at ``first``."""
        self.data[4:8] = struct.pack(self.order + "I", first)
        return bytes(self.data)


def directory(fields: Sequence[Field], order: Order, at: int, link: int = 0) -> bytes:
    """A directory that will lie at offset ``at``, with the values that do not fit in it behind it."""
    behind = at + 2 + 12 * len(fields) + 4
    entries, values = struct.pack(order + "H", len(fields)), b""
    for field in sorted(fields):
        value = struct.pack(order + "I", field.value) if isinstance(field.value, int) else field.value
        if len(value) > 4:
            padded = value + bytes(len(value) % 2)
            value, values = struct.pack(order + "I", behind + len(values)), values + padded
        entries += struct.pack(order + "HHI", field.tag, field.kind, field.many) + value.ljust(4, b"\0")
    return entries + struct.pack(order + "I", link) + values


def ascii_field(tag: int, string: str) -> Field:
    """Text that ends with a zero."""
    data = string.encode("utf-8") + b"\0"
    return Field(tag, ASCII, data, len(data))


def raw(tag: int, data: bytes, kind: int = UNDEFINED) -> Field:
    """Bytes of any kind."""
    return Field(tag, kind, data, len(data) // UNIT[kind])


def numbers(tag: int, kind: int, values: Sequence[int], order: Order) -> Field:
    """Numbers; a rational is two of them."""
    letter = "H" if kind == SHORT else "I"
    return raw(tag, struct.pack(f"{order}{len(values)}{letter}", *values), kind)


def pointer(tag: int, at: int) -> Field:
    """The offset of another directory."""
    return Field(tag, LONG, at, 1)


def orientation_only(orientation: int, order: Order = ">") -> bytes:
    """The least Exif that turns a picture."""
    tiff = Tiff(order)
    return tiff.done(tiff.directory([numbers(0x112, SHORT, [orientation], order)]))


def thumbnail(place: str) -> Part:
    """A small JPEG that has an Exif and a comment of its own."""
    jpeg = encode(picture(32, 24), "JPEG", quality=60)
    tiff = Tiff("<")
    artist, comment = f"{place}-artist", f"{place}-com"
    inner = b"Exif\0\0" + tiff.done(tiff.directory([ascii_field(0x13B, text(artist))]))
    marked = [b"\xff\xe1", inner], [b"\xff\xfe", canary(comment)]
    segments = b"".join(marker + struct.pack(">H", len(payload) + 2) + payload for marker, payload in marked)
    return Part("thumbnail", jpeg[:2] + segments + jpeg[2:], (canary(artist), canary(comment)))


def _gps(order: Order, place: str) -> tuple[list[Field], tuple[bytes, ...]]:
    latitude = numbers(2, RATIONAL, [38, 1, 43, 1, 123456789, 10000019], order)
    longitude = numbers(4, RATIONAL, [9, 1, 8, 1, 234567891, 10000079], order)
    method = b"ASCII\0\0\0" + canary(f"{place}-gps-method")
    fields = [
        raw(0, b"\2\3\0\0", BYTE),
        ascii_field(1, "N"), latitude, ascii_field(3, "W"), longitude,
        raw(0x1B, method), raw(0x1C, b"ASCII\0\0\0" + canary(f"{place}-gps-area")), ascii_field(0x1D, "1987:06:05"),
    ]  # fmt: skip
    assert isinstance(latitude.value, bytes)
    assert isinstance(longitude.value, bytes)
    names = (canary(f"{place}-gps-method"), canary(f"{place}-gps-area"))
    return fields, (latitude.value, longitude.value, *names)


def _maker_note(tiff: Tiff, place: str) -> Field:
    """A Canon maker note: a directory whose offsets count from the beginning of the Exif."""
    fields = [
        ascii_field(0x6, text(f"{place}-maker-image")),
        ascii_field(0x9, text(f"{place}-maker-owner")),
        raw(0x4321, canary(f"{place}-maker-unknown")),
    ]
    note = directory(fields, tiff.order, len(tiff.data))
    return Field(0x927C, UNDEFINED, tiff.block(note), len(note))


TEXTS = {
    0x10D: "document", 0x10E: "description", 0x110: "model", 0x131: "software", 0x13B: "artist", 0x13C: "host",
    0x8298: "copyright",
}  # fmt: skip
PRIVATE_TEXTS = {
    0xA420: "image-id", 0xA430: "owner", 0xA431: "body-serial", 0xA433: "lens-make", 0xA434: "lens",
    0xA435: "lens-serial", 0x9291: "subsec", 0x9011: "offset", 0xFDE9: "unknown-exif",
}  # fmt: skip
BLOBS = {
    0x2BC: "xmp-in-exif", 0x83BB: "iptc-in-exif", 0x8649: "photoshop-in-exif", 0xC4A5: "print-im", 0xEA1C: "padding",
    0xFE00: "unknown-ifd0",
}  # fmt: skip
XP_TEXTS = {0x9C9B: "xp-title", 0x9C9C: "xp-comment", 0x9C9D: "xp-author", 0x9C9E: "xp-keywords", 0x9C9F: "xp-subject"}


def _exif_ifd(tiff: Tiff, place: str) -> tuple[list[Field], tuple[bytes, ...]]:
    comment = text(f"{place}-user-comment").encode("utf-16-le" if tiff.order == "<" else "utf-16-be")
    interop = tiff.directory([ascii_field(1, "R98"), ascii_field(0x1000, text(f"{place}-interop"))])
    fields = [ascii_field(tag, text(f"{place}-{name}")) for tag, name in PRIVATE_TEXTS.items()]
    fields += [ascii_field(0x9003, DATE), ascii_field(0x9004, DATE), raw(0x9000, b"0232")]
    fields += [raw(0x9286, b"UNICODE\0" + comment), _maker_note(tiff, place), pointer(0xA005, interop)]
    makers = ("maker-image", "maker-owner", "maker-unknown")
    names = (*PRIVATE_TEXTS.values(), *makers, "interop")
    return fields, (*(canary(f"{place}-{name}") for name in names), comment, DATE.encode())


def full(order: Order, place: str, orientation: int = 1) -> Part:
    """An Exif with a canary in every place: see the tables above; and an orphan that no tag points to."""
    tiff = Tiff(order)
    orphan = tiff.block(canary(f"{place}-orphan"))
    assert orphan == 8
    exif_fields, exif_canaries = _exif_ifd(tiff, place)
    exif_at = tiff.directory(exif_fields)
    gps_fields, gps_canaries = _gps(order, place)
    gps_at = tiff.directory(gps_fields)
    small = thumbnail(f"{place}-thumbnail")
    small_fields = [numbers(0x103, SHORT, [6], order), pointer(0x201, tiff.block(small.data))]
    small_fields += [numbers(0x202, LONG, [len(small.data)], order), ascii_field(0x10F, text(f"{place}-ifd1-make"))]
    small_at = tiff.directory(small_fields)
    fields, canaries = _first_ifd(order, place, orientation)
    first = tiff.directory([*fields, pointer(0x8769, exif_at), pointer(0x8825, gps_at)], small_at)
    tiff.block(canary(f"{place}-tail"))
    others = (canary(f"{place}-{name}") for name in ("orphan", "ifd1-make", "tail"))
    return Part(f"Exif {order}", tiff.done(first), (*canaries, *exif_canaries, *gps_canaries, *small.canaries, *others))


def _first_ifd(order: Order, place: str, orientation: int) -> tuple[list[Field], tuple[bytes, ...]]:
    wide = {tag: text(f"{place}-{name}").encode("utf-16-le") for tag, name in XP_TEXTS.items()}
    fields = [ascii_field(tag, text(f"{place}-{name}")) for tag, name in TEXTS.items()]
    fields += [raw(tag, canary(f"{place}-{name}")) for tag, name in BLOBS.items()]
    fields += [raw(tag, value + b"\0\0", BYTE) for tag, value in wide.items()]
    fields += [ascii_field(0x10F, "Canon"), ascii_field(0x132, DATE), numbers(0x112, SHORT, [orientation], order)]
    names = (*TEXTS.values(), *BLOBS.values())
    return fields, (*(canary(f"{place}-{name}") for name in names), *wide.values())


def simple(order: Order, place: str, orientation: int = 1) -> Part:
    """An Exif with an artist and an orientation."""
    tiff = Tiff(order)
    fields = [numbers(0x112, SHORT, [orientation], order), ascii_field(0x13B, text(f"{place}-artist"))]
    return Part(f"Exif {order}", tiff.done(tiff.directory(fields)), (canary(f"{place}-artist"),))


def hostile(place: str) -> Part:
    """An Exif whose texts are meant for the terminal or the browser that shows them."""
    tiff = Tiff("<")
    fields = [ascii_field(tag, f"{text(f'{place}-{tag:x}')}{HOSTILE}") for tag in (0x10E, 0x10F, 0x110, 0x131, 0x13B)]
    names = tuple(canary(f"{place}-{field.tag:x}") for field in fields)
    return Part("Exif with hostile texts", tiff.done(tiff.directory(fields)), names)


def spread(tiff: Tiff, place: str, orientation: int = 1) -> tuple[list[Field], tuple[bytes, ...]]:
    """The tags of a first directory, with those of Exif and GPS below it in ``tiff`` already; and their canaries."""
    exif_fields, exif_canaries = _exif_ifd(tiff, place)
    gps_fields, gps_canaries = _gps(tiff.order, place)
    pointers = [pointer(0x8769, tiff.directory(exif_fields)), pointer(0x8825, tiff.directory(gps_fields))]
    fields, canaries = _first_ifd(tiff.order, place, orientation)
    return [*fields, *pointers], (*canaries, *exif_canaries, *gps_canaries)
