"""What stands behind the end of a picture: second pictures, clips, and the directories of phones.

Google's and Samsung's motion photos and multi-picture files (CIPA DC-007) all hang whole files there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lenscap.metadata.wording import strings, traces
from lenscap.model import Finding, Kind, Payload

NAME = "trailer"

_PICTURE = b"\xff\xd8\xff"
_MOVIE_HEADER = b"mvhd"
_SOUND = b"smhd"
_MOST_PICTURES = 8
_MOST_SEARCHED = 256 << 20
_MOST_STRINGS = 1 << 20


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield the clips and pictures in a trailer, and one finding for what is neither."""
    clip = _clip_start(data)
    end = len(data) if clip is None else clip
    pictures = _pictures(data[:end])
    for number, picture in enumerate(pictures, start=2):
        name = f"{where}, picture {number}"
        yield Finding(Kind.PREVIEW, "Another picture, hidden behind this one", name, data={"bytes": len(picture)})
        yield Payload("picture", name, picture)
    if clip is not None:
        yield _clip(data[clip:], where)
    if clip is None and not pictures:
        yield _rest(data, where)


def _pictures(data: bytes) -> list[bytes]:
    """The JPEG files in a row of them. A thumbnail inside one is found with it, so it is not looked for here."""
    starts = [0] if data.startswith(_PICTURE) else []
    ends = (match.end() for match in re.finditer(rb"\xff\xd9(?=.{0,64}?\xff\xd8\xff)", data, re.DOTALL))
    for end in ends:
        starts.append(data.index(_PICTURE, end))
    return [data[start:] for start in starts[:_MOST_PICTURES]] or _first_picture(data)


def _first_picture(data: bytes) -> list[bytes]:
    start = data.find(_PICTURE)
    return [data[start:]] if start >= 0 else []


def _clip_start(data: bytes) -> int | None:
    """Where a file of boxes (ISO/IEC 14496-12) begins: four bytes before its first type."""
    start = data.find(b"ftyp", 4, _MOST_SEARCHED)
    return start - 4 if start >= 0 and data[start + 4 : start + 8].isascii() else None


def _clip(data: bytes, where: str) -> Finding:
    seconds = _seconds(data)
    length = f" of {seconds:.1f} s" if seconds else ""
    sound = " with sound" if _SOUND in data else ""
    facts = {"bytes": len(data), "seconds": seconds, "sound": bool(sound)}
    words = traces(*strings(data[:_MOST_STRINGS]))
    return Finding(Kind.MOTION, f"A video{length}{sound}", where, data=facts, traces=words)


def _seconds(data: bytes) -> float | None:
    """The length in the movie header (ISO/IEC 14496-12, section 8.2.2)."""
    start = data.find(_MOVIE_HEADER)
    if start < 0 or start + 36 > len(data):
        return None
    wide = data[start + 4] == 1
    scale_at, width = (start + 24, 8) if wide else (start + 16, 4)
    scale = int.from_bytes(data[scale_at : scale_at + 4])
    length = int.from_bytes(data[scale_at + 4 : scale_at + 4 + width])
    return length / scale if scale and 0 < length / scale < 86400 else None


def _rest(data: bytes, where: str) -> Finding:
    empty = not any(data[:4096]) and not data.strip(b"\0")
    tells = f"{len(data):,} empty bytes" if empty else f"{len(data):,} bytes that the picture does not need"
    return Finding(Kind.UNKNOWN, tells, where, data={"bytes": len(data)}, traces=traces(*strings(data[:_MOST_STRINGS])))
