"""What stands behind the end of a picture: second pictures, clips, and the directories of phones.

Google's and Samsung's motion photos and multi-picture files (CIPA DC-007) all hang whole files there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from lenscap.metadata import samsung
from lenscap.metadata.clip import film
from lenscap.metadata.clip import read as read_film
from lenscap.metadata.wording import strings, traces
from lenscap.model import Finding, Kind, Payload

NAME = "trailer"

_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_WEBP = re.compile(rb"RIFF(?=....WEBP)", re.DOTALL)
# From the end of a picture to the next one: no other end between them, so that no byte is looked at often.
_NEXT = rb"(?=((?:(?!\xff\xd9).){0,64}?)(?:\xff\xd8\xff|\x89PNG\r\n\x1a\n))"
_ENDS = {mark: re.compile(re.escape(mark) + _NEXT, re.DOTALL) for mark in (b"\xff\xd9", b"IEND\xaeB`\x82")}
_MOST_PICTURES = 8
_MOST_STRINGS = 1 << 20


def read(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield the named blocks, clips and pictures in a trailer, and one finding for what is none of them."""
    blocks = samsung.directory(data)
    if blocks is None or not blocks.entries:
        yield from _row(data, where)
        return
    yield from samsung.read(data, blocks, where)
    for rest in _between(data, [(entry.start, entry.end) for entry in blocks.entries] + [blocks[:2]]):
        yield from _row(rest, where)


def _between(data: bytes, spans: list[tuple[int, int]]) -> Iterator[bytes]:
    """What no span covers and is not empty."""
    end = 0
    for start, stop in [*sorted(spans), (len(data), len(data))]:
        if data[end:start].strip(b"\0"):
            yield data[end:start]
        end = max(end, stop)


def _row(data: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield what pictures and a clip in a row tell, and what stands behind them."""
    clip = film(data)
    end = clip.start if clip else len(data)
    starts = _starts(data, end)
    for number, (start, stop) in enumerate(pairwise([*starts, end]), start=2):
        if number > _MOST_PICTURES + 1:
            yield _rest(data[start:stop], where)
            break
        name = f"{where}, picture {number}"
        yield Finding(Kind.PREVIEW, "Another picture, hidden behind this one", name, data={"bytes": stop - start})
        yield Payload("picture", name, data[start:stop])
    if clip:
        yield from read_film(data, clip, where)
    behind = data[clip.end :] if clip else b"" if starts else data
    if behind.strip(b"\0") or not (clip or starts):
        yield _rest(behind, where)


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


def _rest(data: bytes, where: str) -> Finding:
    empty = not any(data[:4096]) and not data.strip(b"\0")
    tells = f"{len(data):,} empty bytes" if empty else f"{len(data):,} bytes that the picture does not need"
    return Finding(Kind.UNKNOWN, tells, where, data={"bytes": len(data)}, traces=traces(*strings(data[:_MOST_STRINGS])))
