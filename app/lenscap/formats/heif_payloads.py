"""What goes from a HEIF file, and in which vocabulary it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial

from lenscap.binary.boxes import Atom, title
from lenscap.formats.heif_alone import alone
from lenscap.formats.heif_items import CODED, DERIVED, PICTURES, Items
from lenscap.formats.heif_list import Item, Span
from lenscap.formats.heif_properties import NEEDED, PROFILES, Kept
from lenscap.formats.heif_write import unknown_brands
from lenscap.model import Bytes, Payload

_XMP_TYPE = b"application/rdf+xml"
_C2PA_TYPES = (b"application/c2pa", b"application/x-c2pa-manifest-store")
_NAMES = frozenset({
    b"", b"HEVC Image", b"Image", b"Color", b"Alpha", b"Derived image", b"Exif", b"XMP", b"Gain map", b"GMap",
    b"Exif data", b"XMP data", b"mime", b"exif", b"Tone-mapped", b"Thumbnail",
})  # fmt: skip
"""Names of items that tell nothing but what they are."""
_XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_C2PA_BOX = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_TIMES = {b"crtt": b"Creation time", b"mdft": b"Modify time"}
_TEXTS = {b"udes": (b"", b"title", b"description", b"keywords"), b"altt": (b"description", b"")}
"""Properties that are texts, and what their texts are; a nameless one is a language."""


def told(items: Items) -> Iterator[Payload]:
    """What is in the items that go, and their names."""
    gone = {item.number for item in items.gone}
    inside = {part for maker in gone for part in items.inputs.get(maker, ())}
    for item in items.gone:
        if item.kind in PICTURES:
            if item.number not in inside:
                yield (told_as := _picture(items, item))
                if item.kind == b"jpeg":
                    yield told_as._replace(vocabulary="picture", alone=None)
        elif len(body := items.content(item)):
            yield from _metadata(item, body)
    for item in items.meta.items.values():
        if item.name not in _NAMES:
            yield Payload("text", "HEIF item name", b"title\0" + item.name)
        if item.content_type not in (b"", _XMP_TYPE):
            yield Payload("text", "HEIF item type", b"type\0" + item.content_type)
        if item.surplus.strip(b"\0"):
            yield Payload("unknown", "HEIF item", item.surplus)


def _picture(items: Items, item: Item) -> Payload:
    """A small copy of the picture, or something like its depth."""
    body: Bytes = items.content(item)
    if item.kind in DERIVED:
        parts = (items.meta.items.get(number) for number in items.inputs.get(item.number, ()))
        first = next((part for part in parts if part and part.kind in CODED), item)
        body = items.content(first)
    file = partial(alone, items, item)
    if item.number in items.auxiliaries:
        return Payload("auxiliary", "Auxiliary picture", items.auxiliaries[item.number] + b"\0" + bytes(body), file)
    return Payload("preview", "Thumbnail" if item.number in items.thumbnails else "Hidden picture", body, file)


def _metadata(item: Item, body: memoryview) -> Iterator[Payload]:
    if item.kind == b"Exif":
        start = 4 + int.from_bytes(body[:4], "big")
        start = start if start <= len(body) else 4
        before = bytes(body[4:start])
        if before.strip(b"\0") not in (b"", b"Exif"):
            yield Payload("unknown", "Before the Exif", before)
        data = body[start:]
        yield Payload("exif", "Exif", data[6:] if bytes(data[:6]) == b"Exif\0\0" else data)
    elif item.content_type == _XMP_TYPE:
        yield Payload("xmp", "XMP", body)
    elif item.content_type in _C2PA_TYPES:
        yield Payload("c2pa", "Content credentials", body)
    elif item.kind == b"iptc" and bytes(body[:1]) == b"\x1c":
        yield Payload("iptc", "IPTC", body)
    else:
        yield Payload("unknown", f"HEIF {title(item.kind) or 'item'}", body)


def surplus(items: Items, kept: dict[int, tuple[bytes, Kept]]) -> Iterator[Payload]:
    """What is left out of the list of items, and of what they are like."""
    meta = items.meta
    if meta.author:
        yield Payload("text", "HEIF handler", b"software\0" + meta.author)
    yield from (Payload("unknown", f"HEIF {where}", body) for where, body in meta.surplus)
    for kind, left in kept.values():
        yield from (Payload("unknown", f"HEIF {title(kind)}", part) for part in left.surplus)
    used = {index for has in meta.has.values() for index, _ in has}
    for index, atom in enumerate(meta.properties, start=1):
        if index not in kept and atom.end > atom.body:
            yield from _property(atom.kind, items.data[atom.body : atom.end], index in used)
    for item in items.kept:
        if item.kind in DERIVED:
            body, written = bytes(items.content(item)), items.derived(item)
            if body != written:
                yield Payload("unknown", f"HEIF {title(item.kind)}", body[_same(body, written) :])


def _same(one: bytes, other: bytes) -> int:
    """How many bytes two rows of bytes begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _property(kind: bytes, body: memoryview, is_used: bool) -> Iterator[Payload]:
    """A property that goes. What a hidden picture is like tells nothing more than that picture."""
    if kind in _TEXTS:
        for name, text in zip(_TEXTS[kind], bytes(body[4:]).split(b"\0", len(_TEXTS[kind])), strict=False):
            if name and text:
                yield Payload("text", f"HEIF {title(kind)}", name + b"\0" + text)
    elif kind in _TIMES and len(body) >= 12:
        micro = int.from_bytes(body[4:12], "big") % (1 << 53)
        yield Payload("text", f"HEIF {title(kind)}", _TIMES[kind] + b"\0" + _moment(micro))
    elif kind == b"colr" and body[:4] in PROFILES:
        yield Payload("icc", "Colour profile of a hidden picture", body[4:])
    elif kind not in NEEDED or not is_used:
        yield Payload("unknown", f"HEIF {title(kind)}", body)


def _moment(micro: int) -> bytes:
    """A time that counts from 1904 (ISO/IEC 23008-12, section 6.5.18)."""
    return (datetime(1904, 1, 1) + timedelta(microseconds=micro)).isoformat(timespec="seconds").encode()


def outside(data: memoryview, top: Iterable[Atom], items: Items, samples: list[Span]) -> Iterator[Payload]:
    """Boxes beside the lists of items and ``samples``, and the bytes between these."""
    places = [atom for atom in top if atom.kind == b"mdat"]
    for atom in top:
        body = data[atom.body : atom.end]
        if atom.kind == b"ftyp":
            if left := unknown_brands(bytes(body)):
                yield Payload("unknown", "HEIF ftyp", left)
        elif atom.kind not in (b"meta", b"moov", b"mdat") and len(body):
            yield _box(atom, body, data[atom.start : atom.end])
    spans = sorted([*(span for item in items.meta.items.values() for span in item.spans), *samples])
    areas = [(atom.body, atom.end) for atom in places] + [items.meta.idat]
    yield from (
        Payload("unknown", "Between the pictures", data[start:end]) for start, end in _gaps(sorted(areas), spans)
    )


def _gaps(areas: list[Span], spans: list[Span]) -> Iterator[Span]:
    """The parts of areas that no span covers; both are sorted."""
    at, reached = 0, 0
    for start, stop in areas:
        reached = max(reached, start)
        while at < len(spans) and spans[at][0] < stop:
            if spans[at][0] > reached:
                yield reached, spans[at][0]
            reached = max(reached, spans[at][1])
            at += 1
        if reached < stop:
            yield reached, stop


def _box(atom: Atom, body: memoryview, whole: memoryview) -> Payload:
    if atom.uuid == _XMP_BOX:
        return Payload("xmp", "XMP", body)
    if atom.uuid == _C2PA_BOX:
        _, _, rest = bytes(body[4:]).partition(b"\0")
        return Payload("c2pa", "Content credentials", rest[8:])
    if atom.kind == b"jumb":
        return Payload("c2pa", "Content credentials", whole)
    if atom.kind == b"mpvd":
        return Payload("trailer", "Motion clip", body)
    if atom.kind == b"uuid":
        return Payload("unknown", "uuid box", whole[8:])
    return Payload("trailer" if atom.kind == b"" else "unknown", title(atom.kind) or "Behind the picture", body)
