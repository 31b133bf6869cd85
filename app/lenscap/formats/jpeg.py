"""JPEG: ITU-T T.81 (markers, annex B), JFIF (T.871), Exif 2.32 section 4.5, ICC.1 annex B.4, XMP part 3 section 1.1.3.

A file is a chain of segments around entropy-coded scans. Only what a decoder needs stays; whatever follows the
end of the picture (second images, gain maps, motion clips, trailers) goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from struct import Struct
from typing import NamedTuple

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.model import Block, Bytes, Fresh, Layout, Payload, Role, Size

NAME = "JPEG"
SUFFIXES = (".jpg", ".jpeg", ".jpe", ".jfif")

_SOI, _EOI, _SOS, _DNL, _COM = 0xD8, 0xD9, 0xDA, 0xDC, 0xFE
_APP0, _APP1, _APP2, _APP11, _APP13, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEB, 0xED, 0xEE, 0xEF
_JUNK, _TRAILER = -1, -2
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES = frozenset({0xC4, 0xCC, 0xDB, 0xDC, 0xDD})  # DHT, DAC, DQT, DNL, DRI
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
_MOST_EXTENDED_XMP = 64 << 20

_MARKER = re.compile(rb"\xff[^\x00\xff]", re.DOTALL)
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
_LAST_RESERVED = 0xBF
_U16 = Struct(">H")
_SOF = Struct(">xHH")


class _Segment(NamedTuple):
    """One marker with its body, or a span without one (``_JUNK``, ``_TRAILER``)."""

    marker: int
    start: int
    body: int
    end: int


def recognises(head: bytes) -> bool:
    """A start-of-image marker and the beginning of another one."""
    return head[:3] == b"\xff\xd8\xff"


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a JPEG into its segments, its scans, and what follows the picture."""
    segments = list(_segments(data, deep))
    if not any(segment.marker == _SOS for segment in segments):
        raise MalformedError("It ends before its picture begins.")
    icc = [data[segment.body : segment.end] for segment in segments if _is_icc(data, segment)]
    return Layout(
        size=_size(data, segments),
        blocks=tuple(_blocks(data, segments)),
        payloads=tuple(_payloads(data, segments)),
        icc=b"".join(chunk[14:] for chunk in sorted(icc, key=lambda chunk: chunk[12])) if icc else None,
    )


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield the segments that are kept; fresh ones stand behind SOI and JFIF."""
    waiting = [*_exif_segments(fresh), *_icc_segments(fresh)]
    for block in layout.blocks:
        if waiting and block.name not in ("SOI", "JFIF"):
            yield from waiting
            waiting = []
        if block.name == "ICC profile" and fresh.icc is not None:
            continue
        if keep(block):
            yield data[block.start : block.end]
        elif block.name in ("JFIF", "Adobe"):
            yield _needed_part(block.name, data[block.start : block.end])


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
    for number, chunk in enumerate(chunks, start=1):
        yield _segment(_APP2, _ICC + bytes([number, len(chunks)]) + chunk)


def _segments(data: memoryview, deep: bool) -> Iterator[_Segment]:
    """Walk from marker to marker, as a decoder does; the spans tile the file."""
    end, position, scanned = len(data), 2, False
    yield _Segment(_SOI, 0, 2, 2)
    while position < end:
        found = _MARKER.search(data, position)
        start = found.start() if found else end
        if start > position:
            yield _Segment(_JUNK, position, position, start)
        if found is None:
            return
        segment = _segment_at(data, start, scanned, deep)
        yield segment
        scanned = scanned or segment.marker == _SOS
        position = segment.end
        if segment.marker == _EOI and position < end:
            yield _Segment(_TRAILER, position, position, end)
        if segment.marker == _EOI:
            return


def _segment_at(data: memoryview, start: int, scanned: bool, deep: bool) -> _Segment:
    """The segment whose marker is at ``start``. Behind the first scan, a broken one is taken for a trailer."""
    marker, end = data[start + 1], len(data)
    if marker == _EOI or marker in _STANDALONE:
        return _Segment(marker, start, start + 2, start + 2)
    if marker == _SOI:
        return _Segment(_TRAILER, start, start, end)
    length = _U16.unpack_from(data, start + 2)[0] if start + 4 <= end else 0
    stop = start + 2 + length
    if length < 2 or stop > end:
        if scanned:
            return _Segment(_TRAILER, start, start, end)
        raise MalformedError(f"Its {_title(marker)} segment claims {length:,} bytes that it does not have.")
    if marker == _SOS:
        stop = _scan_end(data, stop, deep)
    return _Segment(marker, start, start + 4, stop)


def _scan_end(data: memoryview, start: int, deep: bool) -> int:
    """Where the scan ends whose entropy-coded data begin at ``start``.

    A marker that is reserved stops a decoder, or does not: whether what follows it is picture, nobody can tell.
    """
    found = _AFTER_SCAN.search(data, start)
    while found and data[found.end() - 1] <= _LAST_RESERVED:
        if deep:
            raise MalformedError("Its picture data is damaged: it holds a marker that does not exist.")
        found = _AFTER_SCAN.search(data, found.end())
    return _without_fill(data, found.start()) if found else len(data)


def _without_fill(data: memoryview, end: int) -> int:
    """Where a scan ends whose next marker is at ``end``: fill bytes may stand between (section B.1.1.2)."""
    while data[end - 1] == 0xFF:
        end -= 1
    return end


def _title(marker: int) -> str:
    """What the standard calls a marker: "APP7"."""
    return f"APP{marker - _APP0}" if _APP0 <= marker <= _APP15 else _TITLES.get(marker, f"{marker:02X}")


_TITLES = {_COM: "comment", _SOS: "scan", _DNL: "line count", 0xC4: "Huffman table", 0xDB: "quantisation table"}


def _blocks(data: memoryview, segments: list[_Segment]) -> Iterator[Block]:
    jfif_seen = False
    for segment in segments:
        role, name = _role(data, segment)
        if name == "JFIF" and jfif_seen:
            role, name = Role.METADATA, "another JFIF"
        jfif_seen = jfif_seen or name == "JFIF"
        yield Block(role, name, segment.start, segment.end)


def _role(data: memoryview, segment: _Segment) -> tuple[Role, str]:
    marker = segment.marker
    if marker == _SOS:
        return Role.PIXELS, "scan"
    if marker in _TABLES or marker in _FRAMES:
        return Role.STRUCTURE, _title(marker)
    if marker in (_SOI, _EOI):
        return Role.STRUCTURE, "SOI" if marker == _SOI else "EOI"
    if marker == _JUNK:
        return Role.UNKNOWN, "junk"
    if marker == _TRAILER:
        return Role.METADATA, "trailer"
    return _application_role(data, segment)


def _application_role(data: memoryview, segment: _Segment) -> tuple[Role, str]:
    """The role of an APPn, comment or reserved segment: metadata, but for JFIF, Adobe and the colour profile."""
    body = data[segment.body : segment.end]
    if segment.marker == _APP0 and body[:5] == _JFIF and len(body) >= _JFIF_BODY:
        bare = len(body) == _JFIF_BODY and not any(body[12:])
        return Role.STRUCTURE if bare else Role.METADATA, "JFIF"
    if segment.marker == _APP14 and body[:5] == _ADOBE and len(body) >= _ADOBE_BODY:
        return Role.STRUCTURE if len(body) == _ADOBE_BODY else Role.METADATA, "Adobe"
    if _is_icc(data, segment):
        return Role.COLOUR, "ICC profile"
    known = segment.marker == _COM or _APP0 <= segment.marker <= _APP15
    return Role.METADATA if known else Role.UNKNOWN, f"{_title(segment.marker)} segment"


def _is_icc(data: memoryview, segment: _Segment) -> bool:
    return (
        segment.marker == _APP2
        and segment.end - segment.body > len(_ICC) + 2
        and data[segment.body : segment.body + len(_ICC)] == _ICC
    )


def _size(data: memoryview, segments: list[_Segment]) -> Size:
    """The size in the frame header, or the lines that a DNL segment counts after the first scan."""
    frame = next((segment for segment in segments if segment.marker in _FRAMES), None)
    if frame is None or frame.end - frame.body < 6:
        raise MalformedError("It has no frame header, so there is no picture in it.")
    height, width = _SOF.unpack_from(data, frame.body)
    if height == 0:
        lines = (segment for segment in segments if segment.marker == _DNL and segment.end - segment.body >= 2)
        height = next((_U16.unpack_from(data, segment.body)[0] for segment in lines), 0)
    return Size(width, height)


def _payloads(data: memoryview, segments: list[_Segment]) -> Iterator[Payload]:
    """What the metadata segments hold; Photoshop's, JUMBF's and extended XMP's are put together first."""
    photoshop, jumbf, extended = [], [], []
    for segment in segments:
        marker, body = segment.marker, data[segment.body : segment.end]
        if marker == _APP13 and body[:14] == _PHOTOSHOP:
            photoshop.append(body[14:])
        elif marker == _APP11 and body[:2] == _JUMBF and len(body) > 16:
            jumbf.append(body)
        elif marker == _APP1 and body[:35] == _EXTENDED_XMP:
            extended.append(body[35:])
        else:
            yield from _payload(segment, body)
    if photoshop:
        yield Payload("photoshop", "Photoshop", b"".join(photoshop))
    if jumbf:
        yield Payload("c2pa", "Content credentials", _join_jumbf(jumbf))
    if extended:
        yield Payload("xmp", "Extended XMP", _join_extended(extended))


def _payload(segment: _Segment, body: memoryview) -> Iterator[Payload]:
    """The payload of a segment that stands for itself."""
    marker = segment.marker
    if marker in _KEPT or (marker == _APP2 and body[:12] == _ICC):
        return
    for place, prefix, vocabulary, where in _PREFIXES:
        if marker == place and body[: len(prefix)] == prefix:
            yield Payload(vocabulary, where, body[len(prefix) :])
            return
    if marker == _APP0 and body[:5] == _JFIF and len(body) >= _JFIF_BODY:
        if any(body[12:]):
            yield Payload("preview", "JFIF thumbnail", body[14:])
    elif marker == _APP14 and body[:5] == _ADOBE and len(body) >= _ADOBE_BODY:
        if len(body) > _ADOBE_BODY:
            yield Payload("unknown", "Adobe segment", body[_ADOBE_BODY:])
    elif marker == _COM:
        yield Payload("text", "JPEG comment", b"\0" + bytes(body))
    else:
        yield Payload("unknown", f"{_title(marker)} segment", body)


_PREFIXES = (
    (_APP1, _EXIF, "exif", "Exif"),
    (_APP1, _XMP, "xmp", "XMP"),
    (_APP0, _JFXX + b"\x10", "picture", "JFXX thumbnail"),
    (_TRAILER, b"", "trailer", "Behind the picture"),
    (_JUNK, b"", "unknown", "Between the segments"),
)
_KEPT = _TABLES | _FRAMES | {_SOI, _EOI, _SOS}


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
    chunks = sorted((bytes(part[:32]), int.from_bytes(part[36:40]), part[40:]) for part in parts if len(part) > 40)
    return b"".join(chunk for _, _, chunk in chunks)[:_MOST_EXTENDED_XMP]
