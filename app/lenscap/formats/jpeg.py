"""JPEG: ITU-T T.81 (markers, annex B), JFIF (T.871), Exif 2.32 section 4.5, ICC.1 annex B.4, XMP part 3 section 1.1.3.

A file is a chain of segments around entropy-coded scans. Only what a decoder needs stays; whatever follows the
end of the picture (second images, motion clips, trailers) goes, but for an HDR gain map (see jpeg_gain_map).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from struct import Struct

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import bounded
from lenscap.formats.jpeg_gain_map import ISO, MPF, has_gain_map, with_gain_map, written
from lenscap.formats.jpeg_scans import DNL, FRAMES, SOS, TABLES, Segment, Use, use
from lenscap.model import Block, Bytes, Fresh, Layout, Payload, Role

NAME = "JPEG"
SUFFIXES = (".jpg", ".jpeg", ".jpe", ".jfif")
TYPES = ("image/jpeg",)
SEEN = COVERED = True
SLICED = False

_SOI, _EOI, _COM = 0xD8, 0xD9, 0xFE
_APP0, _APP1, _APP2, _APP11, _APP13, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEB, 0xED, 0xEE, 0xEF
_JUNK, _TRAILER = -1, -2
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # TEM and restart markers outside a scan

_EXIF = b"Exif\0\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\0"
_ICC = b"ICC_PROFILE\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_JUMBF = b"JP"
_JFIF = b"JFIF\0"
_ADOBE = b"Adobe"
_JFXX = b"JFXX\0"

_JFIF_BODY = 14  # the least: without a thumbnail
_ADOBE_BODY = 12
_MOST_IN_A_SEGMENT = 0xFFFF - 2
_MOST_ICC_SEGMENTS = 255
_MOST_EXTENDED_XMP = 64 << 20

_MARKER = re.compile(rb"\xff[^\x00\xff]", re.DOTALL)
_LAST_RESERVED = 0xBF
_END = BytesAhoCorasick([bytes([0xFF, _EOI])], matchkind=MatchKind.LeftmostFirst)
_IN_SCAN = [
    BytesAhoCorasick([bytes([0xFF, marker]) for marker in some], matchkind=MatchKind.LeftmostFirst)
    for markers in [sorted({*range(1, 0xFF)} - {*range(0xD0, 0xD8)})]
    for some in (markers[number::4] for number in range(4))
]
"""Find all that is a marker in a scan: four searches by vector instructions, each for no more than these can take."""
_WINDOW = 1 << 18
_LONGEST_SEGMENT = 2 + 0xFFFF
_U16 = Struct(">H")


def recognises(head: bytes) -> bool:
    """A start-of-image marker and the beginning of another one."""
    return head[:3] == b"\xff\xd8\xff"


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a JPEG into its segments, its scans, and what follows the picture."""
    return with_gain_map(data, _read(data, deep), partial(_read, deep=deep))


def _read(data: memoryview, deep: bool = False) -> Layout:
    """The same, with all that follows the picture as one trailer."""
    segments = bounded(_segments(data, deep))
    first = next((number for number, segment in enumerate(segments) if segment.marker == SOS), None)
    if first is None:
        raise MalformedError("It ends before its picture begins.")
    used = use(data, segments, deep)
    blocks = list(_blocks(data, segments, first, used))
    icc = [data[block.start + 4 : block.end] for block in blocks if block.role == Role.COLOUR]
    exif = (segment for segment in segments[:first] if _begins(data, segment, _APP1, _EXIF))
    return Layout(
        size=used.size,
        blocks=tuple(blocks),
        payloads=tuple(_payloads(data, segments, blocks, used)),
        icc=b"".join(chunk[14:] for chunk in sorted(icc, key=lambda chunk: chunk[12])) if icc else None,
        exif=next((data[segment.body + len(_EXIF) : segment.end] for segment in exif), None),
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield the segments that are kept; fresh ones stand behind SOI and JFIF."""
    if not has_gain_map(layout):
        yield from _written(data, layout.blocks, keep, fresh)
    elif fresh == Fresh() and all(map(keep, layout.blocks)):
        yield data
    else:
        yield from written(data, layout, keep, fresh, _read, _written)


def _written(
    data: memoryview, blocks: Sequence[Block], keep: Callable[[Block], bool], fresh: Fresh, more: Sequence[bytes] = ()
) -> Iterator[Bytes]:
    """The blocks of one picture; ``more`` are fresh segments that stand before a colour profile, fresh or kept."""
    waiting = [*_exif_segments(fresh), *more, *_icc_segments(fresh)]
    tables: dict[int, bytes] | None = None
    for block in blocks:
        if waiting and block.name not in ("SOI", "JFIF"):
            yield from waiting
            waiting = []
        if block.name == "ICC profile" and fresh.icc is not None:
            continue
        if keep(block):
            yield data[block.start : block.end]
        elif block.name in ("JFIF", "Adobe"):
            yield _needed_part(block.name, data[block.start : block.end])
        elif block.name in _TABLE_NAMES:
            tables = use(data, list(_segments(data, False)), False).tables if tables is None else tables
            if tables.get(block.start):
                yield _segment(data[block.start + 1], tables[block.start])


def _needed_part(name: str, segment: memoryview) -> bytes:
    """A JFIF or Adobe segment cut down to the fields that a decoder reads."""
    fields = bytes(segment[4:16])
    return _segment(segment[1], fields + b"\0\0" if name == "JFIF" else fields)


def _segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + _U16.pack(len(body) + 2) + body


def _exif_segments(fresh: Fresh) -> Iterator[bytes]:
    for prefix, body in ((_EXIF, fresh.exif), (_XMP, fresh.xmp)):
        if body:
            if len(prefix) + len(body) > _MOST_IN_A_SEGMENT:
                raise UnsupportedError("What should stay does not fit into a JPEG segment. Choose to keep less.")
            yield _segment(_APP1, prefix + body)


def _icc_segments(fresh: Fresh) -> Iterator[bytes]:
    profile = fresh.icc or b""
    most = _MOST_IN_A_SEGMENT - len(_ICC) - 2
    chunks = [profile[start : start + most] for start in range(0, len(profile), most)]
    if len(chunks) > _MOST_ICC_SEGMENTS:
        raise UnsupportedError("Its colour profile is larger than a JPEG can hold. Convert it to sRGB first.")
    for number, chunk in enumerate(chunks, start=1):
        yield _segment(_APP2, _ICC + bytes([number, len(chunks)]) + chunk)


def _segments(data: memoryview, deep: bool) -> Iterator[Segment]:
    """Walk from marker to marker, as a decoder does; the spans tile the file."""
    end, position = len(data), 2
    frame: Segment | None = None
    markers: Iterator[int] | None = None
    yield Segment(_SOI, 0, 2, 2)
    while position < end:
        found = _MARKER.search(data, position)
        start = found.start() if found else end
        if start > position:
            yield Segment(_JUNK, position, position, start)
        if found is None:
            return
        segment = _segment_at(data, start, markers is not None)
        if segment.marker in FRAMES and frame is None:
            frame = segment
        elif segment.marker == SOS:
            markers = markers or _markers_in_scans(data, segment.end, deep, _is_only_scan(data, frame, segment))
            segment = segment._replace(end=_scan_end(data, segment.end, markers, deep))
        yield segment
        position = segment.end
        if segment.marker == _EOI and position < end:
            yield Segment(_TRAILER, position, position, end)
        if segment.marker == _EOI:
            return


def _segment_at(data: memoryview, start: int, scanned: bool) -> Segment:
    """The segment whose marker is at ``start``. Behind the first scan, a broken one is taken for a trailer."""
    marker, end = data[start + 1], len(data)
    if marker == _EOI or marker in _STANDALONE:
        return Segment(marker, start, start + 2, start + 2)
    if marker == _SOI:
        return Segment(_TRAILER, start, start, end)
    length = _U16.unpack_from(data, start + 2)[0] if start + 4 <= end else 0
    stop = start + 2 + length
    if length < 2 or stop > end:
        if scanned:
            return Segment(_TRAILER, start, start, end)
        raise MalformedError(f"Its {_title(marker)} segment claims {length:,} bytes that it does not have.")
    return Segment(marker, start, start + 4, stop)


def _is_only_scan(data: memoryview, frame: Segment | None, scan: Segment) -> bool:
    """Whether a scan has all the components of its frame at once, as it has in most photos."""
    if frame is None or frame.marker & 3 == 2 or frame.end < frame.body + 6 or scan.end <= scan.body:
        return False
    return data[scan.body] == data[frame.body + 5]


def _markers_in_scans(data: memoryview, start: int, deep: bool, only_scan: bool) -> Iterator[int]:
    """Where markers are that may end a scan, from ``start`` on; where it is the only one, ``deep`` makes sure of it."""
    end = None if deep or not only_scan else next(_found([_END], data, start, len(data)), None)
    if end is None or _has_marker(data, max(start, end - _LONGEST_SEGMENT), end):
        return _found(_IN_SCAN, data, start, len(data))
    return iter((end,))


def _has_marker(data: memoryview, start: int, end: int) -> bool:
    return any(data[at + 1] > _LAST_RESERVED for at in _found(_IN_SCAN, data, start, end))


def _found(searches: list[BytesAhoCorasick], data: memoryview, start: int, end: int) -> Iterator[int]:
    """Where markers are between ``start`` and ``end``, window by window: a bad file may be full of them."""
    for window in range(start, end, _WINDOW):
        piece = data[window : min(window + _WINDOW + 1, end)]
        yield from sorted(window + at for search in searches for _, at, _ in search.find_matches_as_indexes(piece))


def _scan_end(data: memoryview, start: int, markers: Iterator[int], deep: bool) -> int:
    """Where the scan ends whose entropy-coded data begin at ``start``.

    A marker that is reserved stops a decoder, or does not: whether what follows it is picture, nobody can tell.
    """
    for end in markers:
        if end >= start and data[end + 1] > _LAST_RESERVED:
            return _without_fill(data, end)
        if end >= start and deep:
            raise MalformedError("Its picture data is damaged: it holds a marker that does not exist.")
    return len(data)


def _without_fill(data: memoryview, end: int) -> int:
    """Where a scan ends whose next marker is at ``end``: fill bytes may stand between (section B.1.1.2)."""
    while data[end - 1] == 0xFF:
        end -= 1
    return end


def _title(marker: int) -> str:
    """What the standard calls a marker: "APP7"."""
    return f"APP{marker - _APP0}" if _APP0 <= marker <= _APP15 else _TITLES.get(marker, f"{marker:02X}")


_TITLES = {_COM: "comment", SOS: "scan", DNL: "line count", **TABLES}
_TABLE_NAMES = frozenset(TABLES.values())


def _blocks(data: memoryview, segments: list[Segment], first: int, used: Use) -> Iterator[Block]:
    """One block for each segment. A decoder obeys the last Adobe segment before the ``first`` scan."""
    adobe = [number for number, segment in enumerate(segments[:first]) if _is_adobe(data, segment)][-1:]
    jfif_seen = False
    for number, segment in enumerate(segments):
        role, name = _role(data, segment, used)
        if name == "JFIF" and (jfif_seen or number > first):
            role, name = Role.METADATA, "another JFIF"
        elif name == "Adobe" and number not in adobe:
            role, name = Role.METADATA, "another Adobe"
        elif name == "ICC profile" and number > first:
            role, name = Role.METADATA, "another ICC profile"
        jfif_seen = jfif_seen or name == "JFIF"
        yield Block(role, name, segment.start, segment.end)


def _role(data: memoryview, segment: Segment, used: Use) -> tuple[Role, str]:
    marker = segment.marker
    if segment.start in used.hidden:
        return Role.METADATA, f"hidden {_title(marker)}"
    if marker == SOS:
        return Role.PIXELS, "scan"
    if marker in TABLES:
        return Role.METADATA if segment.start in used.tables else Role.STRUCTURE, _title(marker)
    if marker in FRAMES or marker == DNL:
        return Role.STRUCTURE, _title(marker)
    if marker in (_SOI, _EOI):
        return Role.STRUCTURE, "SOI" if marker == _SOI else "EOI"
    if marker == _JUNK:
        return Role.UNKNOWN, "junk"
    if marker == _TRAILER:
        return Role.METADATA, "trailer"
    return _application_role(data, segment)


def _application_role(data: memoryview, segment: Segment) -> tuple[Role, str]:
    """The role of an APPn, comment or reserved segment: metadata, but for JFIF, Adobe and the colour profile."""
    body = data[segment.body : segment.end]
    if segment.marker == _APP0 and body[:5] == _JFIF and len(body) >= _JFIF_BODY:
        bare = len(body) == _JFIF_BODY and not any(body[12:])
        return Role.STRUCTURE if bare else Role.METADATA, "JFIF"
    if _is_adobe(data, segment):
        return Role.STRUCTURE if len(body) == _ADOBE_BODY else Role.METADATA, "Adobe"
    if _begins(data, segment, _APP2, _ICC) and len(body) > len(_ICC) + 2:
        return Role.COLOUR, "ICC profile"
    known = segment.marker == _COM or _APP0 <= segment.marker <= _APP15
    return Role.METADATA if known else Role.UNKNOWN, f"{_title(segment.marker)} segment"


def _begins(data: memoryview, segment: Segment, marker: int, prefix: bytes) -> bool:
    """Whether a segment has this marker and its body this beginning."""
    end = segment.body + len(prefix)
    return segment.marker == marker and end <= segment.end and data[segment.body : end] == prefix


def _is_adobe(data: memoryview, segment: Segment) -> bool:
    return _begins(data, segment, _APP14, _ADOBE) and segment.end - segment.body >= _ADOBE_BODY


def _payloads(data: memoryview, segments: list[Segment], blocks: list[Block], used: Use) -> Iterator[Payload]:
    """What the metadata segments hold; Photoshop's, JUMBF's and extended XMP's are put together first."""
    photoshop, jumbf, extended = [], [], []
    for segment, block in zip(segments, blocks, strict=True):
        marker, body = segment.marker, data[segment.body : segment.end]
        if block.role not in (Role.METADATA, Role.UNKNOWN) or marker in TABLES:
            continue
        if marker == _APP13 and body[:14] == _PHOTOSHOP:
            photoshop.append(body[14:])
        elif marker == _APP11 and body[:2] == _JUMBF and len(body) > 16:
            jumbf.append(body)
        elif marker == _APP1 and body[:35] == _EXTENDED_XMP:
            extended.append(body[35:])
        else:
            yield from _payload(segment, block.name, body)
    if photoshop:
        yield Payload("photoshop", "Photoshop", b"".join(photoshop))
    if jumbf:
        yield Payload("c2pa", "Content credentials", _join_jumbf(jumbf))
    if extended:
        yield Payload("xmp", "Extended XMP", _join_extended(extended))
    if used.surplus:
        yield Payload("unknown", "Tables that no scan needs", used.surplus)


def _payload(segment: Segment, name: str, body: memoryview) -> Iterator[Payload]:
    """The payload of a segment that stands for itself."""
    marker = segment.marker
    for place, prefix, vocabulary, where in _PREFIXES:
        if marker == place and body[: len(prefix)] == prefix:
            yield Payload(vocabulary, where, body[len(prefix) :])
            return
    if name in ("JFIF", "another JFIF"):
        yield from _jfif_thumbnail(body)
    elif name == "Adobe":
        yield Payload("unknown", "Adobe segment", body[_ADOBE_BODY:])
    elif name == "another Adobe":
        yield Payload("unknown", "Adobe segment", body[len(_ADOBE) :])
    elif marker == SOS:
        yield Payload("preview", "Hidden picture", body)
    elif marker == _COM:
        yield Payload("text", "JPEG comment", b"\0" + bytes(body))
    elif marker not in FRAMES:
        yield Payload("unknown", f"{_title(marker)} segment", body)


def _jfif_thumbnail(body: memoryview) -> Iterator[Payload]:
    """The bare pixels in a JFIF segment, and the same as a picture file (PPM), for a look at it."""
    if any(body[12:]):
        yield Payload("preview", "JFIF thumbnail", body[_JFIF_BODY:])
        if len(body) == _JFIF_BODY + 3 * body[12] * body[13]:
            yield Payload("picture", "JFIF thumbnail", b"P6 %d %d 255\n" % (body[12], body[13]) + body[_JFIF_BODY:])


_PREFIXES = (
    (_APP1, _EXIF, "exif", "Exif"),
    (_APP1, _XMP, "xmp", "XMP"),
    (_APP0, _JFXX + b"\x10", "picture", "JFXX thumbnail"),
    (_APP2, MPF, "multi-picture index", "Multi-picture index"),
    (_APP2, ISO, "unknown", "HDR gain map numbers"),
    (_TRAILER, b"", "trailer", "Behind the picture"),
    (_JUNK, b"", "unknown", "Between the segments"),
)


def _join_jumbf(bodies: list[memoryview]) -> bytes:
    """Box instances over several APP11 segments (ISO/IEC 19566-5, annex D): every one repeats the box header."""
    boxes: dict[bytes, list[tuple[int, memoryview]]] = {}
    for body in bodies:
        boxes.setdefault(bytes(body[2:4]), []).append((int.from_bytes(body[4:8]), body[8:]))
    joined = []
    for parts in boxes.values():
        parts.sort(key=lambda part: part[0])
        joined += [parts[0][1], *(part[8:] for _, part in parts[1:])]
    return b"".join(joined)


def _join_extended(parts: list[memoryview]) -> bytes:
    """Extended XMP: chunks that name their place in a whole of a claimed length, which is not trusted."""
    chunks = sorted((part for part in parts if len(part) > 40), key=lambda part: bytes(part[:32]) + bytes(part[36:40]))
    return b"".join(chunk[40:] for chunk in chunks)[:_MOST_EXTENDED_XMP]
