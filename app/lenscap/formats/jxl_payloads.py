"""What the boxes of a JPEG XL tell that are not needed to see it (ISO/IEC 18181-2, section 9), and its headers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import brotli

from lenscap.binary.boxes import Atom, box, boxes, title
from lenscap.binary.reader import Reader
from lenscap.formats.jxl_codestream import Codestream
from lenscap.model import Block, Bytes, Payload, Role

_MOST = 64 << 20
"""To how many bytes all that is compressed in a file may be unpacked."""
_STEP = 1 << 20
_IN_CODESTREAM = frozenset(("header (with more)", "preview", "behind"))


def of_boxes(data: memoryview, blocks: list[Block]) -> Iterator[Payload]:
    """What the blocks tell that go."""
    left = _MOST
    for block in blocks:
        if block.role not in (Role.METADATA, Role.UNKNOWN) or block.name in _IN_CODESTREAM:
            continue
        if block.name == "trailer":
            yield Payload("trailer", "Behind the picture", data[block.start : block.end])
            continue
        atom = next(boxes(data, block.start, block.end))
        if atom.kind == b"brob" and atom.end - atom.body > 4:
            inside = _unpacked(data[atom.body + 4 : atom.end], left)
            left -= len(inside or b"")
            yield from _compressed(data, atom, inside)
        else:
            yield from _of_box(atom.kind, data[atom.body : atom.end], data[atom.start : atom.end])


def of_codestream(stream: Bytes, found: Codestream) -> Iterator[Payload]:
    """What the codestream tells that nobody needs: in its headers, before its frames and behind them."""
    if found.preview:
        yield Payload("preview", "Hidden picture", stream[found.preview.header : found.preview.end])
    if found.end < len(stream):
        yield Payload("trailer", "Behind the picture", stream[found.end :])
    for cut in found.cuts:
        if cut.what.endswith("name"):
            yield Payload("text", f"JPEG XL {cut.what.lower()}", cut.what.encode() + b"\0" + cut.told)
        elif cut.what:
            yield Payload("unknown", f"JPEG XL {cut.what.lower()}", cut.told)


def _of_box(kind: bytes, body: Bytes, whole: Bytes) -> Iterator[Payload]:
    """What one box tells; ``whole`` is the box with its header."""
    if kind == b"Exif":
        yield from _exif(bytes(body))
    elif kind == b"xml ":
        yield Payload("xmp", "XMP", body)
    elif kind == b"jumb":
        yield Payload("c2pa", "Content credentials", whole)
    elif kind == b"jbrd":
        yield Payload("reconstruction", "JPEG reconstruction data", body)
    elif kind == b"jhgm":
        yield Payload("preview", "Gain map", body, partial(_gain_map, body))
    elif kind == b"uuid":
        yield Payload("unknown", "JPEG XL uuid", whole)
    elif len(body):
        yield Payload("unknown", f"JPEG XL {title(kind)}", body)


def _gain_map(body: Bytes) -> Bytes:
    """The codestream of a gain map (ISO/IEC 18181-2, annex B), which stands behind what is said about it."""
    reader = Reader(body, 1)
    reader.skip(reader.u16())
    reader.skip(reader.u8())
    reader.skip(reader.u32())
    return body[reader.position :]


def _exif(body: bytes) -> Iterator[Payload]:
    """The Exif begins so many bytes behind the number that stands before it, which some programs forget."""
    if body[:4] in (b"II*\0", b"MM\0*", b"Exif"):
        yield Payload("exif", "Exif", body.removeprefix(b"Exif\0\0"))
        return
    start = 4 + int.from_bytes(body[:4])
    between = body[4:start].removeprefix(b"Exif\0\0")
    if between.strip(b"\0"):
        yield Payload("unknown", "JPEG XL Exif", between)
    if body[start:]:
        yield Payload("exif", "Exif", body[start:].removeprefix(b"Exif\0\0"))


def _compressed(data: memoryview, atom: Atom, inside: bytes | None) -> Iterator[Payload]:
    """What a compressed box tells, whose type is in its first four bytes."""
    kind = bytes(data[atom.body : atom.body + 4])
    if inside is None:
        yield Payload("unknown", f"JPEG XL {title(kind)}, compressed", data[atom.body : atom.end])
    else:
        yield from _of_box(kind, inside, box(kind, inside))


def _unpacked(packed: Bytes, most: int) -> bytes | None:
    """What a Brotli stream holds, as far as there is room; ``None`` if it is damaged, or there is none."""
    if most <= 0:
        return None
    engine, found = brotli.Decompressor(), bytearray()
    try:
        found += engine.process(bytes(packed), output_buffer_limit=_STEP)
        while len(found) < most and not engine.is_finished():
            more = engine.process(b"", output_buffer_limit=_STEP)
            if not more and engine.can_accept_more_data():
                break
            found += more
    except brotli.error:
        return bytes(found[:most]) or None
    return bytes(found[:most])
