"""Films inside of photos: their length, and whether they have sound (ISO/IEC 14496-12, sections 8.2.2 and 8.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice, takewhile
from typing import NamedTuple

from lenscap.binary.boxes import Atom, boxes
from lenscap.errors import MalformedError
from lenscap.metadata.wording import strings, traces
from lenscap.model import Finding, Kind, Payload

_ROW = frozenset(
    (
        b"ftyp",
        b"moov",
        b"mdat",
        b"free",
        b"skip",
        b"wide",
        b"uuid",
        b"meta",
        b"moof",
        b"mfra",
        b"sidx",
        b"styp",
        b"udta",
    )
)
"""The boxes that stand side by side in a film."""
_MOST_BOXES, _MOST_TRACKS, _MOST_HEADER = 10_000, 64, 4 << 20
_MOST_SEARCHED = 256 << 20
_MOST_STRINGS = 1 << 20
_LONGEST = 86_400.0


class Film(NamedTuple):
    """The span of a film, how long it plays, and whether there is sound in it."""

    start: int
    end: int
    seconds: float | None
    sound: bool


def film(data: bytes) -> Film | None:
    """The first film in some bytes; ``None`` if there is none."""
    start = data.find(b"ftyp", 4, _MOST_SEARCHED) - 4
    if start < 0 or not data[start + 8 : start + 12].isascii():
        return None
    row = list(takewhile(lambda box: box.kind in _ROW, _parts(data, start, len(data))))
    if not row:
        return Film(start, len(data), None, False)
    header = next((box for box in row if box.kind == b"moov" and box.end - box.body <= _MOST_HEADER), None)
    parts = _parts(data, header.body, header.end) if header else []
    tracks = [part for part in parts if part.kind == b"trak"][:_MOST_TRACKS]
    times = (_seconds(data[part.body : part.end]) for part in parts if part.kind == b"mvhd")
    return Film(start, row[-1].end, next(times, None), any(_is_sound(data, track) for track in tracks))


def _parts(data: bytes, start: int, end: int) -> list[Atom]:
    """The boxes in a span, as far as they are sound."""
    found: list[Atom] = []
    with suppress(MalformedError):
        found.extend(islice(boxes(data, start, end), _MOST_BOXES))
    return found


def _is_sound(data: bytes, track: Atom) -> bool:
    media = (part for part in _parts(data, track.body, track.end) if part.kind == b"mdia")
    handlers = (part for one in islice(media, 1) for part in _parts(data, one.body, one.end) if part.kind == b"hdlr")
    return any(data[handler.body + 8 : handler.body + 12] == b"soun" for handler in handlers)


def _seconds(header: bytes) -> float | None:
    """The length in a movie header."""
    scale_at, width = (20, 8) if header[:1] == b"\1" else (12, 4)
    scale = int.from_bytes(header[scale_at : scale_at + 4])
    length = int.from_bytes(header[scale_at + 4 : scale_at + 4 + width])
    return length / scale if scale and 0 < length / scale < _LONGEST else None


def read(data: bytes, found: Film, where: str) -> Iterator[Finding | Payload]:
    """Yield what a film tells: that it is there, and itself."""
    raw = data[found.start : found.end]
    length = f"{found.seconds:.1f} s " if found.seconds else ""
    said = f"This photo hides a {length}video{' with sound' if found.sound else ''}"
    facts = {"bytes": len(raw), "seconds": found.seconds, "sound": found.sound}
    yield Finding(Kind.MOTION, said, where, data=facts, traces=traces(*strings(raw[:_MOST_STRINGS])))
    yield Payload("picture", f"{where}, video", raw)
