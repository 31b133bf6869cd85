"""Edit lists (ISO/IEC 14496-12, section 8.6.6): which samples of a track are played. The others are in the file too."""

from __future__ import annotations

from struct import Struct

from lenscap.errors import MalformedError
from lenscap.formats import check_numbers
from lenscap.formats.mp4_notes import Notes

_ENTRY = {0: Struct(">Iii"), 1: Struct(">Qqi")}
_REPEATED = 1
_MOST = 100_000
"""How many edits are looked at; films that are put together have some hundreds."""


def written(body: bytes, where: str, notes: Notes) -> bytes:
    """The body of a box ``elst``, written anew."""
    length = 8 + _entry(body).size * int.from_bytes(body[4:8])
    if not length <= len(body) < length + _entry(body).size:  # some players count its bytes and not its entries
        raise MalformedError("Its “elst” box holds more or less than it claims.")
    notes.add(f"{where} elst", body[length:])
    check_numbers(body[8:length])
    return body[:1] + bytes([0, 0, body[3] & _REPEATED]) + body[4:length]


def unplayed(body: bytes, second: int, media_second: int, length: int) -> float:
    """How many seconds of a track are never played.

    ``second`` is one in the units of the film, ``media_second`` and the ``length`` of all its samples are in those of
    the track.
    """
    if not second or not media_second:
        return 0.0
    entries = list(_entry(body).iter_unpack(body[8 : 8 + _MOST * _entry(body).size]))
    played, end = 0.0, 0.0
    for duration, start, _ in sorted(entries, key=lambda entry: entry[1]):
        stop = min(length, start + (duration * media_second / second or length))  # zero stands for all the rest
        if start >= 0 and stop > end:
            played += stop - max(start, end)
            end = stop
    return max(0.0, length - played) / media_second


def _entry(body: bytes) -> Struct:
    entry = _ENTRY.get(body[0] if len(body) >= 8 else 9)
    if entry is None:
        raise MalformedError("Its “elst” box holds more or less than it claims.")
    return entry
