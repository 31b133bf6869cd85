"""A ``meta`` box written anew, from what a viewer needs of the old one (ISO/IEC 14496-12, section 8.11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lenscap.binary.boxes import box
from lenscap.formats.heif_list import Reference
from lenscap.model import Fresh

_BRANDS = frozenset({
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"mif2", b"mif3", b"msf1",
    b"miaf", b"MiHB", b"MiHA", b"MiHE", b"MiPr", b"MPrf", b"MiAB", b"MiAn", b"1pic", b"avif", b"avis", b"avio", b"MA1A",
    b"MA1B", b"tmap", b"jpeg", b"unif", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"isom",
    b"mp41", b"mp42",
})  # fmt: skip


class Entry(NamedTuple):
    """An item of a copy: its bytes are ``inside`` the meta box, or in ``spans`` of what is in ``mdat``."""

    number: int
    kind: bytes
    hidden: bool
    inside: bytes = b""
    spans: tuple[tuple[int, int], ...] = ()
    content_type: bytes = b""


class Picture(NamedTuple):
    """All that a copy says of its items, besides their bytes."""

    primary: int
    entries: list[Entry]
    references: list[Reference]
    properties: list[tuple[bytes, bytes]]
    has: list[tuple[int, list[tuple[int, bool]]]]
    groups: list[tuple[bytes, int, tuple[int, ...]]]


def file_type(body: bytes) -> bytes:
    """The ``ftyp`` box with the brands that are known, each once."""
    major, rest = body[:4], body[8:]
    brands = dict.fromkeys(rest[at : at + 4] for at in range(0, len(rest) - 3, 4))
    return box(b"ftyp", major, bytes(4), *(brand for brand in brands if brand in _BRANDS))


def unknown_brands(body: bytes) -> bytes:
    """What of an ``ftyp`` box does not stay, if it says anything: unknown brands, and a version."""
    brands = [body[at : at + 4] for at in range(8, len(body) - 3, 4)]
    left = b"".join(brand for brand in brands if brand not in _BRANDS) + body[8 + 4 * len(brands) :]
    return left + (body[4:8] if any(body[4:8]) else b"")


def with_metadata(picture: Picture, fresh: Fresh, start: int) -> tuple[Picture, list[bytes]]:
    """The picture with items for fresh metadata, and their bytes, which begin at ``start``."""
    entries, references, parts = list(picture.entries), list(picture.references), list[bytes]()
    if not entries:  # a series alone has no list of items
        return picture, []
    number = max(entry.number for entry in entries)
    exif = (6).to_bytes(4, "big") + b"Exif\0\0" + fresh.exif if fresh.exif else b""
    for kind, content_type, body in ((b"Exif", b"", exif), (b"mime", b"application/rdf+xml", fresh.xmp)):
        if body:
            number += 1
            end = start + len(body)
            entries.append(Entry(number, kind, True, spans=((start, end),), content_type=content_type))
            references.append(Reference(b"cdsc", number, (picture.primary,)))
            parts.append(body)
            start = end
    return picture._replace(entries=entries, references=references), parts


def meta(picture: Picture, ahead: int) -> bytes:
    """The ``meta`` box; ``ahead`` bytes are before it, and behind it the header of ``mdat`` and the spans."""
    length = len(_meta(picture, 0))
    return _meta(picture, ahead + length + 8)


def _meta(picture: Picture, start: int) -> bytes:
    is_wide = max(entry.number for entry in picture.entries) > 0xFFFF
    inside = b"".join(entry.inside for entry in picture.entries)
    parts = [
        _full(b"hdlr", 0, bytes(4) + b"pict" + bytes(13)),
        _full(b"pitm", is_wide, _number(picture.primary, is_wide)),
        _locations(picture.entries, start),
        _information(picture.entries, is_wide),
        _references(picture.references, is_wide),
        _properties(picture, is_wide),
        box(b"idat", inside) if inside else b"",
        _groups(picture.groups),
    ]
    return _full(b"meta", 0, b"".join(parts))


def _full(kind: bytes, version: int, body: bytes, flags: int = 0) -> bytes:
    return box(kind, bytes([version]), flags.to_bytes(3, "big"), body)


def _number(number: int, is_wide: bool) -> bytes:
    return number.to_bytes(4 if is_wide else 2, "big")


def _locations(entries: Sequence[Entry], start: int) -> bytes:
    """The ``iloc`` box: version 0 unless something is in ``idat``, version 2 for large numbers."""
    placed = [entry for entry in entries if entry.inside or entry.spans]
    is_wide = max(entry.number for entry in entries) > 0xFFFF
    version = 2 if is_wide else int(any(entry.inside for entry in placed))
    rows, offset = [], 0
    for entry in placed:
        spans = entry.spans or ((offset - start, offset - start + len(entry.inside)),)
        offset += len(entry.inside)
        method = bool(entry.inside).to_bytes(2, "big") if version else b""
        where = b"".join((start + at).to_bytes(4, "big") + (end - at).to_bytes(4, "big") for at, end in spans)
        rows.append(_number(entry.number, is_wide) + method + bytes(2) + len(spans).to_bytes(2, "big") + where)
    count = len(placed).to_bytes(4 if is_wide else 2, "big")
    return _full(b"iloc", version, b"\x44\0" + count + b"".join(rows))


def _information(entries: Sequence[Entry], is_wide: bool) -> bytes:
    """The ``iinf`` box, without names."""
    boxes = []
    for entry in entries:
        version = 3 if is_wide else 2
        text = b"\0" + (entry.content_type + b"\0" if entry.content_type else b"")
        body = _number(entry.number, is_wide) + bytes(2) + entry.kind + text
        boxes.append(_full(b"infe", version, body, flags=entry.hidden))
    is_long = len(entries) > 0xFFFF
    return _full(b"iinf", is_long, len(entries).to_bytes(4 if is_long else 2, "big") + b"".join(boxes))


def _references(references: Sequence[Reference], is_wide: bool) -> bytes:
    rows = []
    for each in references:
        targets = b"".join(_number(number, is_wide) for number in each.targets)
        rows.append(box(each.kind, _number(each.source, is_wide), len(each.targets).to_bytes(2, "big"), targets))
    return _full(b"iref", is_wide, b"".join(rows)) if rows else b""


def _properties(picture: Picture, is_wide: bool) -> bytes:
    """The ``iprp`` box: what there is, and which item has what."""
    is_long = len(picture.properties) > 0x7F
    width, top = (2, 0x8000) if is_long else (1, 0x80)
    rows = []
    for number, has in picture.has:
        values = b"".join((index | top * is_essential).to_bytes(width, "big") for index, is_essential in has)
        rows.append(_number(number, is_wide) + len(has).to_bytes(1, "big") + values)
    table = len(rows).to_bytes(4, "big") + b"".join(rows)
    container = box(b"ipco", *(box(kind, body) for kind, body in picture.properties))
    return box(b"iprp", container, _full(b"ipma", is_wide, table, flags=is_long))


def _groups(groups: Sequence[tuple[bytes, int, tuple[int, ...]]]) -> bytes:
    rows = []
    for kind, group, members in groups:
        numbers = b"".join(number.to_bytes(4, "big") for number in (group, len(members), *members))
        rows.append(_full(kind, 0, numbers))
    return box(b"grpl", *rows) if rows else b""
