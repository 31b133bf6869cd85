"""A picture that is hidden in a HEIF or AVIF file, as a file of its own: for somebody who wants to see it.

Decoders show the main picture of a file. So the hidden one becomes that, with the tiles that it is made of and with
what it is like; nobody is asked to decode depth maps or mattes, and of what is beside it nothing is in that file.
"""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.binary.boxes import box
from lenscap.errors import UnsupportedError
from lenscap.formats.heif_items import CODED, DERIVED, Items
from lenscap.formats.heif_list import Item, Reference, Span
from lenscap.formats.heif_properties import canonical
from lenscap.formats.heif_write import Entry, Picture, file_type, meta

_BRANDS = {b"hvc1": b"heic\0\0\0\0mif1heic", b"av01": b"avif\0\0\0\0mif1avifmiaf"}
_LARGEST = 32 << 20
"""What is hidden in a photo is smaller than the photo."""
_MOST_PARTS = 4096
_CANNOT = "This hidden picture cannot stand alone."
_AUXILIARY = b"auxC"
"""Says that a picture belongs to another one, which this one does not any more."""

Properties = list[tuple[bytes, bytes]]


def alone(items: Items, item: Item) -> bytes:
    """A file with nothing but one of the pictures; raises a ``LenscapError`` where that cannot be made."""
    parts = _parts(items, item)
    coded = next((part.kind for part in parts if part.kind in CODED), b"")
    if not coded or any(part.kind not in CODED | DERIVED or part.kind == b"tmap" for part in parts):
        raise UnsupportedError(_CANNOT)
    if sum(end - start for part in parts for start, end in part.spans) > _LARGEST:
        raise UnsupportedError(_CANNOT)
    entries, data = _entries(items, parts)
    properties, has = _likes(items, parts)
    references = [
        Reference(b"dimg", part.number, items.inputs[part.number]) for part in parts if part.number in items.inputs
    ]
    head = file_type(_BRANDS[coded])
    listing = meta(Picture(item.number, entries, references, properties, has, []), len(head))
    return head + listing + box(b"mdat", data)


def _parts(items: Items, item: Item) -> list[Item]:
    """The picture, and all that it is made of."""
    found, waiting = dict[int, Item](), [item.number]
    while waiting and len(found) <= _MOST_PARTS:
        number = waiting.pop()
        part = items.meta.items.get(number)
        if part is None or not part.is_sound or part.is_protected or part.is_elsewhere:
            raise UnsupportedError(_CANNOT)
        if number not in found:
            found[number] = part
            waiting += items.inputs.get(number, ())
    if len(found) > _MOST_PARTS:
        raise UnsupportedError(_CANNOT)
    return list(found.values())


def _entries(items: Items, parts: list[Item]) -> tuple[list[Entry], bytes]:
    """What the list says of the pictures, and the bytes of those that are coded."""
    entries, data = list[Entry](), bytearray()
    for number, part in enumerate(parts):
        if part.kind in DERIVED:
            entries.append(Entry(part.number, part.kind, number > 0, inside=items.derived(part)))
            continue
        span: Span = len(data), len(data) + sum(end - start for start, end in part.spans)
        data += items.content(part)
        entries.append(Entry(part.number, part.kind, number > 0, spans=(span,)))
    return entries, bytes(data)


def _likes(items: Items, parts: list[Item]) -> tuple[Properties, list[tuple[int, list[tuple[int, bool]]]]]:
    """What there is that pictures can be like, and which of the parts is like what."""
    numbers, written = dict[int, int](), Properties()
    rows = []
    for part in parts:
        row = []
        for index, is_essential, kind, body in _kept(items, part):
            if index not in numbers:
                written.append((kind, body))
                numbers[index] = len(written)
            row.append((numbers[index], is_essential))
        rows.append((part.number, row))
    return written, [row for row in rows if row[1]]


def _kept(items: Items, part: Item) -> Iterator[tuple[int, bool, bytes, bytes]]:
    for index, is_essential in items.properties(part):
        atom = items.meta.properties[index - 1]
        kept = canonical(atom.kind, items.data[atom.body : atom.end], deep=False) if atom.kind != _AUXILIARY else None
        if kept:
            yield index, is_essential, atom.kind, kept.body
        elif atom.kind != _AUXILIARY:
            items.check_missing(atom.kind, is_essential)
