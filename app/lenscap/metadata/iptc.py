"""IPTC-IIM: what press photographers and agencies write (IPTC Information Interchange Model 4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lenscap.binary.reader import Reader
from lenscap.errors import MalformedError
from lenscap.metadata.dates import moment
from lenscap.metadata.exif_tags import Words
from lenscap.metadata.places import place_words
from lenscap.metadata.wording import LONG, decoded, listing, plural, printable, quoted, strings, traces
from lenscap.model import Finding, Kind, Payload

NAME = "iptc"

_MOST = 4000
_MARK = 0x1C
_CHARSET = (1, 90)
_HARMLESS = frozenset(((1, 0), (2, 0), _CHARSET))
_NAME, _TEXT = Kind.NAME, Kind.TEXT


class _Field(NamedTuple):
    """What a dataset of record 2 tells, and the XMP property that says the same."""

    words: Words
    xmp: str = ""


_FIELDS = {
    5: _Field(Words(_TEXT, "A title: {}"), "dc:title"),
    15: _Field(Words(_TEXT, "A category: {}"), "photoshop:Category"),
    20: _Field(Words(_TEXT, "More categories: {}"), "photoshop:SupplementalCategories"),
    25: _Field(Words(_TEXT, "Keywords: {}"), "dc:subject"),
    40: _Field(Words(_TEXT, "Instructions: {}"), "photoshop:Instructions"),
    65: _Field(Words(Kind.HISTORY, "Written by {}"), "xmp:CreatorTool"),
    80: _Field(Words(_NAME, "Made by {}"), "dc:creator"),
    85: _Field(Words(_NAME, "Its maker's position is {}"), "photoshop:AuthorsPosition"),
    103: _Field(Words(_TEXT, "A job's number: {}"), "photoshop:TransmissionReference"),
    105: _Field(Words(_TEXT, "A headline: {}"), "photoshop:Headline"),
    110: _Field(Words(_NAME, "To be credited: {}"), "photoshop:Credit"),
    115: _Field(Words(_NAME, "It comes from {}"), "photoshop:Source"),
    116: _Field(Words(_NAME, "A copyright line: {}"), "dc:rights"),
    118: _Field(Words(_NAME, "How to reach its maker: {}")),
    120: _Field(Words(_TEXT, "A description: {}"), "dc:description"),
    122: _Field(Words(_NAME, "Described by {}"), "photoshop:CaptionWriter"),
    26: _Field(Words(Kind.PLACE, "The code of its place is {}")),
    27: _Field(Words(Kind.PLACE, "Its place is {}")),
    221: _Field(Words(_TEXT, "The settings of a program: {}")),
    230: _Field(Words(_TEXT, "Notes on the document: {}")),
    231: _Field(Words(Kind.HISTORY, "What was done to it: {}")),
}
_ADDRESS = {
    92: "Iptc4xmpCore:Location", 90: "photoshop:City", 95: "photoshop:State", 101: "photoshop:Country",
    100: "Iptc4xmpCore:CountryCode",
}  # fmt: skip
_DATES = (
    ((2, 55), (2, 60), "Taken on {}", "photoshop:DateCreated"),
    ((2, 62), (2, 63), "Digitised on {}", "exif:DateTimeDigitized"),
    ((2, 30), (2, 35), "To be published on {}", ""),
    ((2, 37), (2, 38), "Not to be used after {}", ""),
    ((1, 70), (1, 80), "Sent on {}", ""),
)
_NAMES = {
    (2, 7): "EditStatus", (2, 8): "EditorialUpdate", (2, 10): "Urgency", (2, 12): "SubjectReference",
    (2, 22): "FixtureIdentifier", (2, 47): "ReferenceDate", (2, 70): "ProgramVersion", (2, 75): "ObjectCycle",
    (2, 130): "ImageType", (2, 131): "ImageOrientation", (2, 187): "UniqueDocumentID", (1, 20): "FileFormat",
    (1, 30): "ServiceIdentifier", (1, 40): "EnvelopeNumber", (1, 50): "ProductID", (1, 100): "UniqueObjectName",
}  # fmt: skip

Key = tuple[int, int]
Datasets = dict[Key, list[bytes]]


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield what the datasets tell."""
    datasets, broken = _datasets(data)
    is_utf8 = b"\x1b%G" in datasets.get(_CHARSET, [])
    yield from _address(datasets, where)
    yield from _dates(datasets, where)
    yield from _texts(datasets, where, is_utf8)
    yield from _rest(datasets, where)
    if broken.strip(b"\0 "):
        said = f"The IPTC data is damaged: {plural(len(broken), 'byte', 'bytes')} cannot be read"
        yield Finding(Kind.UNKNOWN, said, where, data={"bytes": len(broken)}, traces=traces(*strings(broken)))


def _datasets(data: bytes) -> tuple[Datasets, bytes]:
    """The values by record and number, and what follows the last one that is sound."""
    found: Datasets = {}
    reader = Reader(data)
    position = 0
    try:
        for _ in range(_MOST):
            position = reader.position
            if not reader.left or reader.u8() != _MARK:
                break
            key = (reader.u8(), reader.u8())
            length = reader.u16()
            if length & 0x8000:
                length = int.from_bytes(reader.take(min(length & 0x7FFF, 8)), "big")
            found.setdefault(key, []).append(reader.take(length))
    except MalformedError:
        pass
    else:
        position = reader.position - (1 if reader.left or position != reader.position else 0)
    return found, bytes(data[position:])


def _address(datasets: Datasets, where: str) -> Iterator[Finding]:
    parts = {number: raws for number in _ADDRESS if (raws := datasets.pop((2, number), []))}
    words = {_ADDRESS[number]: printable(decoded(raws[0])) for number, raws in parts.items()}
    name = printable(", ".join(dict.fromkeys(word for word in words.values() if word)))
    if name:
        found = traces(*(raw for raws in parts.values() for raw in raws))
        data = {"name": name, "words": place_words(words.values()), "xmp": words}
        yield Finding(Kind.PLACE, f"Taken in {name}", where, data=data, traces=found)


def _dates(datasets: Datasets, where: str) -> Iterator[Finding]:
    for day_key, clock_key, sentence, xmp in _DATES:
        days, clocks = datasets.pop(day_key, []), datasets.pop(clock_key, [])
        day, clock = (decoded(raws[0]) if raws else "" for raws in (days, clocks))
        if not (day.strip("0 ") or clock.strip("0 ")):
            continue
        when = moment(f"{day} {clock}") or moment(day)
        data: dict[str, Any] = {"iso": when.iso} if when else {}
        if when and xmp:
            data["xmp"] = {xmp: when.iso}
        said = when.said(sentence) if when else sentence.format(quoted(f"{day} {clock}"))
        yield Finding(Kind.TIME, said, where, data=data, traces=traces(*days, *clocks))


def _texts(datasets: Datasets, where: str, is_utf8: bool) -> Iterator[Finding]:
    for number, field in _FIELDS.items():
        raws = datasets.pop((2, number), [])
        values = [raw.decode("utf-8", "replace") if is_utf8 else decoded(raw) for raw in raws]
        values = [value for value in values if printable(value)]
        if not values:
            continue
        kept = [printable(value, LONG) for value in values[:256]]
        data: dict[str, Any] = {"values": kept}
        if field.xmp:
            data = {"xmp": {field.xmp: kept if len(kept) > 1 else kept[0]}}
        data["text"] = printable(", ".join(kept), LONG)
        if field.words.kind is Kind.PLACE:
            data["words"] = place_words(values)
        said = field.words.sentence.format(quoted(", ".join(values)))
        yield Finding(field.words.kind, said, where, data=data, traces=traces(*raws))


def _rest(datasets: Datasets, where: str) -> Iterator[Finding]:
    rest = {key: raws for key, raws in datasets.items() if not _is_harmless(key, raws)}
    if rest:
        names = {_NAMES.get(key, f"{key[0]}:{key[1]:02}"): raws for key, raws in rest.items()}
        fields = {name: printable(decoded(raws[0][:400]), 80) for name, raws in list(names.items())[:100]}
        said = f"{plural(len(rest), 'more technical detail', 'more technical details')} ({listing(list(fields))})"
        found = traces(*(raw for raws in rest.values() for raw in raws))
        yield Finding(Kind.UNKNOWN, said, where, data={"fields": fields}, traces=found)


def _is_harmless(key: Key, raws: list[bytes]) -> bool:
    """Version numbers and the encoding; nothing else."""
    return not any(raws) or (key in _HARMLESS and len(raws) == 1 and len(raws[0]) <= 3)
