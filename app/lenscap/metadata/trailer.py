"""What stands behind the end of a picture: second pictures, clips, and the directories of phones.

Google's and Samsung's motion photos and multi-picture files (CIPA DC-007) all hang whole files there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from lenscap.metadata.wording import strings, traces
from lenscap.model import Finding, Kind, Payload

NAME = "trailer"

_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_WEBP = re.compile(rb"RIFF(?=....WEBP)", re.DOTALL)
# From the end of a picture to the next one: no other end between them, so that no byte is looked at often.
_NEXT = rb"(?=((?:(?!\xff\xd9).){0,64}?)(?:\xff\xd8\xff|\x89PNG\r\n\x1a\n))"
_ENDS = {mark: re.compile(re.escape(mark) + _NEXT, re.DOTALL) for mark in (b"\xff\xd9", b"IEND\xaeB`\x82")}
_MOVIE_HEADER = b"mvhd"
_SOUND = b"smhd"
_MOST_PICTURES = 8
_MOST_SEARCHED = 256 << 20
_MOST_STRINGS = 1 << 20


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield the clips and pictures in a trailer, and one finding for what is neither."""
    clip = _clip_start(data)
    end = len(data) if clip is None else clip
    starts = _starts(data, end)
    for number, (start, stop) in enumerate(pairwise([*starts, end]), start=2):
        if number > _MOST_PICTURES + 1:
            yield _rest(data[start:stop], where)
            break
        name = f"{where}, picture {number}"
        yield Finding(Kind.PREVIEW, "Another picture, hidden behind this one", name, data={"bytes": stop - start})
        yield Payload("picture", name, data[start:stop])
    if clip is not None:
        yield _clip(data[clip:], where)
    if clip is None and not starts:
        yield _rest(data, where)


def _starts(data: bytes, end: int) -> list[int]:
    """Where the pictures of a row of them begin, no more than one too many; the first may have something before it.

    Each is looked into as far as the next one begins. A thumbnail inside one is found with it, not here.
    """
    first = end
    for beginning in _BEGINNINGS:
        found = data.find(beginning, 0, first)
        first = first if found < 0 else found
    if webp := _WEBP.search(data, 0, first):
        first = webp.start()
    if first == end:
        return []
    following: list[int] = []
    for mark, pattern in _ENDS.items():
        if data.find(mark, first, end) >= 0:
            following += [match.end(1) for match in islice(pattern.finditer(data, first, end), _MOST_PICTURES)]
    return [first, *sorted(following)[:_MOST_PICTURES]]


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
