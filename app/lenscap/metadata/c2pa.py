"""C2PA content credentials in JUMBF boxes (ISO 19566-5; C2PA technical specification 2.1, section 11).

The CBOR is not parsed: the words that matter follow known keys, and certificates name people at known numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lenscap.binary.reader import Reader
from lenscap.errors import MalformedError
from lenscap.metadata.dates import moment
from lenscap.metadata.wording import decoded, listing, middle, printable, quoted, strings, traces
from lenscap.model import Finding, Kind, Payload

NAME = "c2pa"

_MOST_BOXES, _MOST_LEVELS, _MOST_VALUES = 2000, 12, 64
_KEYS = re.compile(
    rb"(?:claim_generator|dc:title|title|softwareAgent|dc:creator|author|name|instanceID|digitalSourceType)"
    rb"(?=[\x60-\x79])"
)
_JSON_NAMES = re.compile(rb'"(?:name|author|creator|identifier|credit)"\s*:\s*"((?:[^"\\]|\\.){1,256})"')
_DATES = re.compile(rb"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?")
# X.509: common name, organisation, e-mail (ITU-T X.520), each as a printable or UTF-8 string.
_NAMED = re.compile(
    rb"\x06(?:\x03\x55\x04[\x03\x0a\x0b]|\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01)[\x0c\x13\x16]([\x01-\x7f])"
)
_CLAIMED = {
    b"claim_generator": "made with",
    b"softwareAgent": "edited with",
    b"dc:title": "of the file",
    b"title": "of the file",
}


class _Box(NamedTuple):
    """A box that holds no others: its type, the label of the box around it, and its content."""

    kind: bytes
    label: str
    data: bytes


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield what content credentials tell."""
    data = bytes(data)
    if not data.strip(b"\0"):
        return
    boxes, sound = _boxes(data)
    yield _summary(data, boxes, where)
    yield from _dates(data, where)
    yield from _names(boxes, where)
    yield from _pictures(boxes, where)
    if not sound:
        yield Finding(Kind.UNKNOWN, "The content credentials are damaged", where, traces=traces(*strings(data)))


def _boxes(data: bytes) -> tuple[list[_Box], bool]:
    """The innermost boxes, and whether all could be read."""
    found: list[_Box] = []
    stack, sound, many = [(0, len(data), "", 0)], True, 0
    while stack:
        start, end, label, level = stack.pop()
        reader = Reader(data, start, end)
        try:
            while reader.left:
                many += 1
                if many > _MOST_BOXES:
                    return found, False
                kind, inside, stop = _box(reader)
                if kind == b"jumb" and level < _MOST_LEVELS:
                    stack.append((inside, stop, label, level + 1))
                elif kind == b"jumd":
                    label = _label(data[inside:stop]) or label
                else:
                    found.append(_Box(kind, label, data[inside:stop]))
        except MalformedError:
            sound = False
    return found, sound


def _box(reader: Reader) -> tuple[bytes, int, int]:
    """The type of the next box and where its content begins and ends."""
    start = reader.position
    length, kind = reader.u32(), reader.take(4)
    if length == 1:
        length = reader.u64()
    elif length == 0:
        length = reader.end - start
    inside = reader.position
    reader.skip(start + length - inside)
    return kind, inside, reader.position


def _label(description: bytes) -> str:
    """The label in a description box: after a 16-byte type and a byte of flags."""
    return printable(decoded(description[17:].partition(b"\0")[0]), 80)


def _values(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Known keys of CBOR maps and the texts that follow them."""
    for _, match in zip(range(_MOST_VALUES), _KEYS.finditer(data), strict=False):
        position, lead = match.end() + 1, data[match.end()]
        length = lead - 0x60
        if lead in (0x78, 0x79):
            wide = lead - 0x77
            length = int.from_bytes(data[position : position + wide], "big")
            position += wide
        yield match[0], data[position : position + min(length, 1024)]


def _signers(data: bytes) -> list[bytes]:
    found = (data[match.end() : match.end() + match[1][0]] for match in _NAMED.finditer(data))
    return list(dict.fromkeys(one for _, one in zip(range(_MOST_VALUES), found, strict=False)))


def _summary(data: bytes, boxes: list[_Box], where: str) -> Finding:
    words: dict[str, list[str]] = {}
    raws = []
    for key, value in _values(data):
        raws.append(value)
        if key in _CLAIMED:
            words.setdefault(_CLAIMED[key], []).append(quoted(decoded(value)))
    signers = _signers(data)
    if signers:
        words["signed by"] = [quoted(decoded(signer)) for signer in signers]
    said = "; ".join(f"{verb} {listing(list(dict.fromkeys(found)), 3)}" for verb, found in words.items())
    labels = list(dict.fromkeys(box.label for box in boxes if box.label))[:64]
    is_c2pa = b"c2pa" in data
    title = "Content credentials: who made and edited this picture" if is_c2pa else "A block of labelled boxes (JUMBF)"
    words_of_boxes = (run for box in boxes if not _is_picture(box) for run in strings(box.data, 8))
    found = traces(*raws, *signers, *words_of_boxes)
    kind = Kind.HISTORY if is_c2pa else Kind.UNKNOWN
    return Finding(kind, title + (f"; {said}" if said else ""), where, data={"labels": labels}, traces=found)


def _dates(data: bytes, where: str) -> Iterator[Finding]:
    found = dict.fromkeys(match[0] for _, match in zip(range(1000), _DATES.finditer(data), strict=False))
    for raw in list(found)[:16]:
        when = moment(raw.decode())
        if when:
            said = f"The content credentials name {when}"
            yield Finding(Kind.TIME, said, where, data={"iso": when.iso}, traces=traces(raw))


def _names(boxes: list[_Box], where: str) -> Iterator[Finding]:
    raws = (match[1] for box in boxes if box.kind == b"json" for match in _JSON_NAMES.finditer(box.data[: 1 << 20]))
    for raw in list(dict.fromkeys(raw for _, raw in zip(range(256), raws, strict=False)))[:16]:
        said = f"The content credentials name {quoted(decoded(raw))}"
        yield Finding(Kind.NAME, said, where, traces=traces(raw))


def _is_picture(box: _Box) -> bool:
    return (box.kind == b"bidb" and "thumbnail" in box.label) or box.data[:3] == b"\xff\xd8\xff"


def _pictures(boxes: list[_Box], where: str) -> Iterator[Finding | Payload]:
    for box in boxes:
        if _is_picture(box):
            said = "A small copy of the picture, as it was before or after an edit"
            place = f"{where} thumbnail"
            yield Finding(Kind.PREVIEW, said, place, data={"bytes": len(box.data)}, traces=middle(box.data))
            yield Payload("picture", place, box.data)
