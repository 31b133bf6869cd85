"""Exif: what a camera writes about a photo (CIPA DC-008, Exif 3.0, section 4.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lenscap.binary.ifd import ASCII, UNDEFINED, UTF8, Entry, Tiff
from lenscap.errors import MalformedError
from lenscap.metadata import exif_gps
from lenscap.metadata import exif_tags as tags
from lenscap.metadata.dates import moment
from lenscap.metadata.exif_album import Album
from lenscap.metadata.exif_settings import settings
from lenscap.metadata.exif_values import Tags, ratio
from lenscap.metadata.exif_write import write
from lenscap.metadata.wording import LONG, listing, middle, plural, printable, quoted, readable, strings, trace, traces
from lenscap.model import Bytes, Finding, Kind, Payload

__all__ = ["NAME", "orientation", "read", "write"]

NAME = "exif"

_LONG_VALUE, _LONG_VALUE_HEAD = 1 << 20, 1 << 16


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield what a TIFF structure tells; its picture data, if it is a whole file, is not looked at."""
    album = Album(Tiff(data), where)
    for number, group in enumerate(album.pictures):
        yield from map(_cannot_stay, _picture(group)) if number else _picture(group)
    for group in album.gps:
        yield from exif_gps.read(group)
        yield from _rest(group, tags.HARMLESS_GPS)
    for group in album.interop:
        yield from _rest(group, tags.HARMLESS_INTEROP)
    yield from album.leftovers()


def _cannot_stay(item: Finding | Payload) -> Finding | Payload:
    """What a thumbnail or another page says is not about the first picture, so it is never written anew."""
    if isinstance(item, Payload):
        return item
    return replace(item, data={key: value for key, value in item.data.items() if key != "exif"})


def orientation(data: Bytes) -> int:
    """How the picture is turned, 1 to 8; 1 if that cannot be read."""
    try:
        tiff = Tiff(data)
        for entry in tiff.directory(tiff.first).entries:
            if entry.tag == tags.ORIENTATION and entry.many:
                found = tiff.numbers(entry, 1)[0]
                return found if isinstance(found, int) and 1 <= found <= 8 else 1
    except MalformedError:
        pass
    return 1


def _picture(group: Tags) -> Iterator[Finding | Payload]:
    """What is told of one picture: the main one, a thumbnail, a page."""
    yield from _camera(group)
    yield from _lens(group)
    yield from settings(group)
    yield from _dates(group)
    yield from _texts(group)
    yield from _maker_note(group)
    yield from _copies(group)
    yield from _map(group)
    yield from _payloads(group)
    yield from _rest(group, tags.HARMLESS)


def _camera(group: Tags) -> Iterator[Finding]:
    make, model = printable(group.text(tags.MAKE)), printable(group.text(tags.MODEL))
    if make or model:
        group.told.update((tags.MAKE, tags.MODEL))
        name = model if model.lower().startswith(make.split(" ")[0].lower()) else f"{make} {model}".strip()
        article = "an" if name[:1].upper() in "AEIOU" else "a"
        data = {"make": make, "model": model, "exif": group.kept(tags.MAKE, tags.MODEL)}
        # A maker's name alone stands in many colour profiles too: no trace.
        yield Finding(
            Kind.DEVICE, f"Taken with {article} {name}", group.where, data=data, traces=_traces(group, 0x0110)
        )


def _lens(group: Tags) -> Iterator[Finding]:
    make, model, _ = (printable(group.text(tag)) for tag in tags.LENS)
    numbers = [number for pair in group.numbers(tags.LENS[2])[:2] if (number := ratio(pair))]
    if not (make or model or any(numbers)):
        return
    group.told.update(tags.LENS)
    reach = "–".join(f"{number:.3g}" for number in dict.fromkeys(numbers))
    name = f"{make} {model}".strip() if not model.startswith(make) else model
    said = f"Taken with the lens {name}" if name else f"Taken with a lens of {reach} mm"
    yield Finding(Kind.DEVICE, said, group.where, data={"exif": group.kept(*tags.LENS)}, traces=_traces(group, 0xA434))


def _dates(group: Tags) -> Iterator[Finding]:
    for day, fraction, zone, sentence in tags.DATES:
        text = group.text(day)
        if not text.strip(" :"):
            continue
        when = moment(text, group.text(fraction), group.text(zone))
        told = (day, fraction, zone) if when and when.clock else (day,)
        group.told.update(told)
        data: dict[str, Any] = {"exif": group.kept(*told)}
        if when:
            data["iso"] = when.iso
        said = when.said(sentence) if when else sentence.format(quoted(text))
        yield Finding(Kind.TIME, said, group.where, data=data, traces=_traces(group, *told))


def _texts(group: Tags) -> Iterator[Finding]:
    """Every tag that holds a text of its own."""
    for tag in sorted(group.entries.keys() & tags.TEXTS.keys()):
        text = group.text(tag)
        if not printable(text):
            continue
        group.told.add(tag)
        kind, sentence = tags.TEXTS[tag]
        raw = group.raw(tag)
        found = traces(raw[8:] if tag == tags.USER_COMMENT else raw)
        data: dict[str, Any] = {"text": printable(text, LONG)}
        if kept := group.kept(tag):
            data["exif"] = kept
        yield Finding(kind, sentence.format(quoted(text)), group.where, data=data, traces=found)


def _maker_note(group: Tags) -> Iterator[Finding]:
    """The camera maker's own block: said to be there, and found again by the strings in it."""
    raw = group.raw(tags.MAKER_NOTE)
    if not raw.strip(b"\0"):
        return
    group.told.add(tags.MAKER_NOTE)
    maker = printable(group.text(tags.MAKE)) or "the camera's maker"
    said = f"A note by {maker} of {plural(len(raw), 'byte', 'bytes')}, in a private format; "
    said += "such notes hold serial numbers and sometimes positions"
    words = _telling(readable(_ends(raw), 40))
    said += f"; readable in it: {listing([f'“{word}”' for word in words])}" if words else ""
    elsewhere = group.words()
    found = traces(*(run for run in strings(_ends(raw)) if not _is_in(run, elsewhere)))
    size = group.entries[tags.MAKER_NOTE].end - group.entries[tags.MAKER_NOTE].start
    yield Finding(Kind.UNKNOWN, said, f"{group.where} maker note", data={"bytes": size, "strings": words}, traces=found)


def _telling(words: list[str]) -> list[str]:
    """Words from a private format, those with digits first: settings have none, but serial numbers and dates do."""
    return sorted(dict.fromkeys(filter(None, words)), key=lambda word: not any(map(str.isdigit, word)))[:8]


def _ends(raw: bytes) -> bytes:
    """A value, or the beginning and the end of one that is longer than any honest one."""
    return raw if len(raw) <= _LONG_VALUE else raw[:_LONG_VALUE_HEAD] + raw[-64:]


def _is_in(run: bytes, words: str) -> bool:
    """Whether other tags say the same: what is found by those need not be found by this too."""
    return run.replace(b"\0", b"").strip().decode("ascii", "replace").casefold() in words


def _copies(group: Tags) -> Iterator[Finding | Payload]:
    """A small picture beside the picture, and the layers that Photoshop leaves."""
    if tags.LAYERS in group and group.raw(tags.LAYERS).strip(b"\0"):
        group.told.add(tags.LAYERS)
        said = "The layers the picture was made of, which may show what was covered later"
        yield Finding(Kind.PREVIEW, said, f"{group.where} layers", traces=middle(group.raw(tags.LAYERS)))
    jpeg = b"" if group.where == "TIFF" else _thumbnail(group)
    said = "A small copy of the picture, which may show what was cropped or covered later"
    if jpeg:
        yield Finding(Kind.PREVIEW, said, group.where, data={"bytes": len(jpeg)}, traces=middle(jpeg))
        yield Payload("picture", group.where, jpeg)
    elif group.where.endswith("thumbnail") and (tags.STRIPS in group or tags.THUMBNAIL in group):
        yield Finding(Kind.PREVIEW, said, group.where)


def _thumbnail(group: Tags) -> bytes:
    start, length = group.numbers(tags.THUMBNAIL)[:1], group.numbers(tags.THUMBNAIL_LENGTH)[:1]
    if not (start and isinstance(start[0], int) and start[0] >= 8):
        return b""
    end = start[0] + length[0] if length and isinstance(length[0], int) else len(group.tiff.data)
    return group.tiff.span(start[0], min(end, len(group.tiff.data)))


def _map(group: Tags) -> Iterator[Finding]:
    found = sorted(group.entries.keys() & tags.MAP_TAGS)
    if found:
        group.told.update(found)
        said = "Where on the map the picture lies"
        data = {"fields": _fields(group, [group.entries[tag] for tag in found])}
        yield Finding(Kind.PLACE, said, f"{group.where} GeoTIFF", data=data, traces=_traces(group, *found))


def _payloads(group: Tags) -> Iterator[Payload]:
    for tag, vocabulary in tags.PAYLOADS.items():
        raw = group.raw(tag)
        if raw:
            group.told.add(tag)
            yield Payload(vocabulary, f"{group.where} {tags.PAYLOAD_WORDS[vocabulary]}", raw)


def _rest(group: Tags, harmless: dict[int, int]) -> Iterator[Finding]:
    """All that nobody needs to see the picture and that was not told yet, in one finding."""
    rest = [entry for entry in group.rest() if not _is_harmless(entry, group, harmless)]
    if rest:
        fields = _fields(group, rest)
        said = f"{plural(len(rest), 'more technical detail', 'more technical details')} ({listing(list(fields))})"
        raws = (
            group.tiff.raw(entry, 256) for entry in rest if entry.type in _LETTERED or entry.end - entry.start >= 16
        )
        yield Finding(Kind.UNKNOWN, said, group.where, data={"fields": fields}, traces=traces(*raws))


_LETTERED = (1, ASCII, UNDEFINED, UTF8)
_WORDY = (ASCII, UTF8)


def _is_harmless(entry: Entry, group: Tags, harmless: dict[int, int]) -> bool:
    size = entry.end - entry.start
    if size <= harmless.get(entry.tag, -1):
        return size <= 4 or entry.type not in _WORDY
    if entry.tag in tags.STRUCTURE:
        return entry.type not in _LETTERED and harmless is tags.HARMLESS
    if entry.tag == tags.JPEG_TABLES:
        return _only_tables(group.tiff.raw(entry))
    if entry.tag in tags.POINTERS:
        return size <= 4 or entry.tag == tags.SUB_IFDS
    raw = group.tiff.raw(entry)
    return len(raw) == size and not raw.strip(b"\0 ")


def _only_tables(raw: bytes) -> bool:
    """Whether a JPEG stream without a picture holds nothing but tables."""
    position = 2
    while raw[position : position + 1] == b"\xff" and raw[position + 1] in (0xDB, 0xC4, 0xDD):
        position += 2 + int.from_bytes(raw[position + 2 : position + 4], "big")
    return raw[position:] in (b"\xff\xd9", b"\xff\xd9\0")


def _fields(group: Tags, entries: list[Entry]) -> dict[str, str]:
    """Names and values of tags, bounded."""
    named = [(group.names.get(entry.tag, f"0x{entry.tag:04X}"), entry) for entry in entries[:100]]
    return {name: printable(group.text_of(entry), 80) for name, entry in named}


def _traces(group: Tags, *chosen: int) -> tuple[bytes, ...]:
    return tuple(found for tag in chosen for found in trace(group.raw(tag)))
