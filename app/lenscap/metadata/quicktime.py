"""What films say of themselves: QuickTime File Format ("Metadata", "User data"), ISO/IEC 14496-12, 3GPP TS 26.244.

The data is a row of boxes: headers with times, handlers with names, ``udta``, ``meta``, and tracks that go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from lenscap.binary.boxes import Atom, boxes, title
from lenscap.errors import MalformedError
from lenscap.metadata import quicktime_headers as headers
from lenscap.metadata import quicktime_tracks
from lenscap.metadata.dates import moment
from lenscap.metadata.places import place, place_words
from lenscap.metadata.quicktime_terms import LANGUAGE_BOXES, NUMBERS, POSITIONS, TERMS, TIMES, Term
from lenscap.metadata.wording import LONG, decoded, middle, plural, printable, quoted, strings, traces
from lenscap.model import Finding, Kind, Payload

NAME = "quicktime"

Found = Iterator[Finding | Payload]

_ISO_6709 = re.compile(r"\s*([+-]\d{2,6}(?:\.\d+)?)([+-]\d{3,7}(?:\.\d+)?)(?:([+-]\d+(?:\.\d+)?))?")
_UTF_16, _PICTURES, _SIGNED, _UNSIGNED, _FLOATS = 2, (13, 14, 27), (21, 65, 66, 67, 74), (22, 75, 76, 77, 78), (23, 24)
_MOST, _DEEPEST = 4000, 6


def read(data: bytes, where: str) -> Found:
    """Yield what a row of boxes tells."""
    yield from _row(bytes(data), 0, len(data), where, 0)


def _row(data: bytes, start: int, end: int, where: str, depth: int) -> Found:
    times = set[str]()
    for number, atom in enumerate(_boxes(data, start, end)):
        if number >= _MOST or depth > _DEEPEST:
            return
        body = data[atom.body : atom.end]
        if atom.kind in headers.HEADERS:
            yield from headers.header(body, atom.kind, where, times)
        elif atom.kind in (b"udta", b"meta", b"ilst"):
            inside = _row if atom.kind == b"udta" else _meta if atom.kind == b"meta" else _items
            yield from inside(data, atom.body, atom.end, where, depth + 1)
        elif atom.kind in _READERS:
            yield from _READERS[atom.kind](body, where)
        else:
            yield from _user_data(title(atom.kind), atom.kind, body, where)


def _boxes(data: bytes, start: int, end: int) -> Iterator[Atom]:
    """The boxes of a row, as far as they are sound; what follows them may be four zeros, or anything."""
    try:
        yield from boxes(data, start, end)
    except MalformedError:
        return


def _track(body: bytes, where: str) -> Found:
    """A track that goes: what it is, what its samples tell, and its own user data."""
    yield from quicktime_tracks.read(body, where)
    for atom in _boxes(body, 0, len(body)):
        if atom.kind in (b"udta", b"meta"):
            yield from _row(body, atom.start, atom.end, where, 1)


_READERS: dict[bytes, Callable[[bytes, str], Found]] = {
    b"hdlr": headers.handler, b"stsd": headers.encoder, b"ftyp": headers.file_type, b"prft": headers.clock,
    b"trak": _track,
    **dict.fromkeys((b"avcC", b"hvcC", b"lhvC", b"hvcE", b"av1C", b"esds", b"wave", b"dfLa"), headers.configuration),
}  # fmt: skip


def _user_data(name: str, kind: bytes, body: bytes, where: str) -> Found:
    """One box of ``udta``."""
    if kind == b"XMP_":
        yield Payload("xmp", f"{where} XMP", body)
    elif kind == b"loci":
        yield from _location_box(body, where)
    elif kind in (b"GPMF", b"gpmd"):
        yield from quicktime_tracks.gpmf(body, where)
    elif kind[:1] in (b"\xa9", b"@"):
        length = int.from_bytes(body[:2])
        listed = kind[:1] == b"\xa9" and 0 < length <= len(body) - 4
        yield from _text(decoded(kind[1:]), body[4 : 4 + length] if listed else body, where)
        yield from _rest(body[4 + length :] if listed else b"", name, where)
    elif name in LANGUAGE_BOXES and len(body) > 6:
        yield from _text(name, body[6:], where)
    elif body.strip(b"\0 "):
        if b"\xff\xd8\xff" in body[:4096] and len(body) > 512:
            yield from _thumbnail(body[body.find(b"\xff\xd8\xff") :], where)
        elif name in TERMS or name in TIMES:
            yield from _text(name, body, where, body.hex() if name in NUMBERS else "")
        else:
            yield Payload("unknown", f"{where} {name}", body)


def _rest(raw: bytes, name: str, where: str) -> Iterator[Payload]:
    """The same text in other languages, or what else stands behind it."""
    if raw.strip(b"\0"):
        yield Payload("unknown", f"{where} {name}", raw)


def _text(name: str, raw: bytes, where: str, text: str = "") -> Iterator[Finding]:
    """A text by its name."""
    said = text or decoded(raw)
    if not printable(said):
        return
    found = traces(raw)
    data: dict[str, Any] = {"key": printable(name, 80), "text": printable(said, LONG)}
    if name in POSITIONS and (spot := _position(said, where, found, data)):
        yield spot
    elif name in TIMES and (when := moment(said)):
        kept = {"xmp": {"exif:DateTimeOriginal" if "Taken" in TIMES[name] else "xmp:CreateDate": when.iso}}
        yield Finding(Kind.TIME, when.said(TIMES[name]), where, data=data | {"iso": when.iso} | kept, traces=found)
    elif name in POSITIONS or name.startswith("location"):
        term = TERMS.get(name, Term(Kind.PLACE, "A position that cannot be read: {}"))
        yield Finding(
            Kind.PLACE, _filled(term.sentence, said), where, data=data | {"words": place_words([said])}, traces=found
        )  # fmt: skip
    else:
        term = TERMS.get(name) or Term(Kind.TEXT, f"A text that is called {quoted(name)}: {{}}")
        if term.xmp:
            data["xmp"] = {term.xmp: data["text"]}
        traced = headers.own(raw) if term.kind == Kind.HISTORY else found
        yield Finding(term.kind, _filled(term.sentence, said), where, data=data, traces=traced)


def _filled(sentence: str, text: str) -> str:
    head, _, tail = sentence.rpartition("{}")
    return f"{head}{quoted(text)}{tail}"


def _position(text: str, where: str, found: tuple[bytes, ...], data: dict[str, Any]) -> Finding | None:
    """A position as ISO 6709 writes it: degrees, degrees and minutes, or degrees, minutes and seconds."""
    match = _ISO_6709.match(text)
    return place(_degrees(match[1], 2), _degrees(match[2], 3), where, found, data) if match else None


def _degrees(text: str, width: int) -> float:
    whole, _, fraction = text[1:].partition(".")
    parts = [whole[:width], *(whole[at : at + 2] for at in range(width, len(whole), 2))]
    parts[-1] += f".{fraction}" if fraction else ""
    degrees: float = sum(float(part) / 60.0**power for power, part in enumerate(parts))
    return -degrees if text[0] == "-" else degrees


def _location_box(body: bytes, where: str) -> Iterator[Finding]:
    """Location information (3GPP TS 26.244, section 8.4): a name, a role, and a position in 16.16 bits."""
    wide = body[6:8] in (b"\xfe\xff", b"\xff\xfe")
    end = body.find(b"\0\0" if wide else b"\0", 6)
    name = body[6:end].decode("utf-16" if wide else "utf-8", "replace") if end > 6 else ""
    start = end + (3 if wide else 2)
    numbers = [int.from_bytes(body[at : at + 4], signed=True) / 65536 for at in (start, start + 4)]
    raw = body[start : start + 8]
    spot = place(numbers[1], numbers[0], where, traces(raw)) if len(raw) == 8 else None
    yield spot or Finding(Kind.PLACE, "A position that cannot be read", where, traces=traces(body))
    if printable(name):
        words = {"words": place_words([name])}
        yield Finding(Kind.PLACE, f"Taken in {quoted(name)}", where, data=words, traces=traces(body[6:end]))
    rest = strings(body[start + 8 :])
    if rest:
        said = f"A note on the place: {quoted(decoded(rest[0]))}"
        yield Finding(Kind.PLACE, said, where, traces=traces(*rest))


def _meta(data: bytes, start: int, end: int, where: str, depth: int) -> Found:
    """The box ``meta``, which has a version and flags in MP4 and none in QuickTime: keys, and what they say."""
    start += 0 if data[start + 4 : start + 8] == b"hdlr" else 4
    keys: list[str] = []
    for atom in _boxes(data, start, end):
        body = data[atom.body : atom.end]
        if atom.kind == b"keys":
            inside = list(_boxes(body, 8, len(body)))[:_MOST]
            keys = [decoded(body[each.body : each.end]).removeprefix("com.apple.quicktime.") for each in inside]
        elif atom.kind == b"ilst":
            yield from _items(data, atom.body, atom.end, where, depth, keys)
        elif atom.kind in (b"xml ", b"bxml"):
            yield Payload("xmp" if b"xmpmeta" in body else "unknown", f"{where} XML", body[4:])
        elif atom.kind == b"hdlr":
            yield from headers.handler(body, where) if body[20:].strip(b"\0") else ()
        elif body.strip(b"\0"):
            yield Payload("unknown", f"{where} {title(atom.kind)}", body)


def _items(data: bytes, start: int, end: int, where: str, depth: int, keys: list[str] | None = None) -> Found:
    """A list of items; their kinds are names, or numbers in a list of keys."""
    for number, atom in enumerate(_boxes(data, start, end)):
        if number >= _MOST:
            return
        place_in_keys = int.from_bytes(atom.kind)
        name = (
            keys[place_in_keys - 1] if keys and 0 < place_in_keys <= len(keys) else decoded(atom.kind.lstrip(b"\xa9@"))
        )
        parts = {each.kind: data[each.body : each.end] for each in _boxes(data, atom.body, atom.end)}
        if b"name" in parts and atom.kind == b"----":
            name = decoded(parts[b"name"][4:])
        if value := parts.get(b"data"):
            yield from _item(name, int.from_bytes(value[:4]), value[8:], where)
        elif atom.end - atom.body:
            yield Payload("unknown", f"{where} {printable(name, 40)}", data[atom.body : atom.end])


def _item(name: str, form: int, raw: bytes, where: str) -> Found:
    if form in _PICTURES or name == "covr":
        yield from _thumbnail(raw, where)
    elif form == _UTF_16:
        yield from _text(name, raw, where, raw.decode("utf-16-be", "replace"))
    elif form in (*_SIGNED, *_UNSIGNED) and len(raw) <= 8:
        yield from _text(name, raw, where, str(int.from_bytes(raw, signed=form in _SIGNED)))
    elif form in _FLOATS and len(raw) in (4, 8):
        yield from _text(name, raw, where, f"{quicktime_tracks.real(raw):.6g}")
    elif form == 1:
        yield from _text(name, raw, where)
    elif raw.strip(b"\0"):
        yield Payload("unknown", f"{where} {printable(name, 40)}", raw)


def _thumbnail(raw: bytes, where: str) -> Found:
    """A picture inside a film."""
    said = f"A small picture inside the film ({plural(len(raw), 'byte', 'bytes')})"
    yield Finding(Kind.PREVIEW, said, where, data={"bytes": len(raw)}, traces=middle(raw))
    yield Payload("picture", f"{where}, picture", raw)
