"""The tags of a colour profile, and the texts in the types that hold texts (ICC.1:2022, sections 7.3 and 10)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from struct import Struct
from typing import NamedTuple

from lenscap.metadata.wording import decoded, trace

HEADER = 128
_COUNT, _ENTRY, _RECORD = Struct(">I"), Struct(">4sII"), Struct(">4sII")
_MOST_TAGS, _MOST_RECORDS = 256, 256
_TITLE = "Colour profile"
_TABLE = HEADER + 4


class Part(NamedTuple):
    """The value of a tag: its type and the bytes ``start`` to ``end`` of the profile."""

    tag: bytes
    kind: bytes
    start: int
    end: int
    data: bytes

    def texts(self) -> list[str] | None:
        """The texts of the value; ``None`` if it is of a type that holds none, or is broken."""
        if self.kind == b"text":
            return [decoded(self.data[8:]), *_unused(self.data[8:])]
        if self.kind == b"desc":
            return _described(self.data)
        if self.kind == b"mluc":
            return _translated(self.data)
        if self.kind == b"dict" and len(self.data) >= 16 and not self.data[8:].strip(b"\0"):
            return []
        return None

    def blank(self) -> bytes:
        """A value of the same length and type that tells nothing."""
        room = len(self.data) - 8
        if self.kind == b"text":
            return self.data[:4] + bytes(4) + (b" " * (room - 1) + b"\0" if room else b"")
        if self.kind == b"desc" and room >= 82:
            title = _TITLE.encode() + b"\0"
            return (self.data[:4] + bytes(4) + _COUNT.pack(len(title)) + title).ljust(len(self.data), b"\0")
        if self.kind == b"mluc" and room >= 8 + _RECORD.size:
            title_16 = _TITLE.encode("utf-16-be")[: (room - 20) // 2 * 2]
            record = _RECORD.pack(b"enUS", len(title_16), 28)
            return (self.data[:4] + bytes(4) + _COUNT.pack(1) + _COUNT.pack(12) + record + title_16).ljust(
                len(self.data), b"\0"
            )
        return self.data[:4] + bytes(max(0, len(self.data) - 4))

    def traces(self, texts: list[str]) -> tuple[bytes, ...]:
        """The bytes of some of its texts as they stand there."""
        encoding = "utf-16-be" if self.kind == b"mluc" else "utf-8"
        return tuple(
            found for text in texts[:32] for found in trace(text[:100].strip("\0 ").encode(encoding, "replace"))
        )


def parts(data: bytes) -> Iterator[Part]:
    """The values of a profile, each once although several tags may share it."""
    seen = set()
    table = list(_table(data))
    first = _TABLE + len(table) * _ENTRY.size
    for tag, start, size in table:
        end = min(start + size, len(data))
        if start >= first and end - start >= 8 and (start, end) not in seen:
            seen.add((start, end))
            yield Part(tag, data[start : start + 4], start, end, data[start:end])


def gaps(data: bytes) -> Iterator[tuple[int, int]]:
    """The spans of a profile that are neither header, table nor a value, and are not blank."""
    table = list(_table(data))
    end = _TABLE + len(table) * _ENTRY.size
    spans = sorted((part.start, part.end) for part in parts(data))
    for start, stop in (*spans, (len(data), len(data))):
        if start > end and data[end:start].strip(b"\0"):
            yield end, start
        end = max(end, stop)


def without(data: bytearray, starts: set[int]) -> bytearray:
    """The profile without the tags whose values begin at ``starts``; all values stay where they are."""
    table = list(_table(bytes(data)))
    kept = [_ENTRY.pack(*entry) for entry in table if entry[1] not in starts]
    entries = b"".join(kept).ljust(len(table) * _ENTRY.size, b"\0")
    return data[:HEADER] + _COUNT.pack(len(kept)) + entries + data[_TABLE + len(entries) :]


def _table(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    if len(data) < _TABLE:
        return
    many = min(_COUNT.unpack_from(data, HEADER)[0], _MOST_TAGS, (len(data) - _TABLE) // _ENTRY.size)
    yield from islice(_ENTRY.iter_unpack(data[_TABLE : _TABLE + many * _ENTRY.size]), many)


def _unused(raw: bytes) -> list[str]:
    """What stands behind the NUL that ends a text."""
    return [decoded(rest)] if (rest := raw.partition(b"\0")[2].strip(b"\0 ")) else []


def _described(data: bytes) -> list[str] | None:
    """The old description type: one text in ASCII, one in UTF-16, one in Macintosh characters."""
    if len(data) < 12:
        return None
    length = _COUNT.unpack_from(data, 8)[0]
    rest = data[12 + length :]
    found = [decoded(data[12 : 12 + length].partition(b"\x00")[0]), *_unused(data[12 : 12 + length])]
    if len(rest) < 8:
        return found + ([decoded(rest)] if rest.strip(b"\0") else [])
    wide = min(_COUNT.unpack_from(rest, 4)[0] * 2, len(rest) - 8)
    found.append(rest[8 : 8 + wide].decode("utf-16-be", "replace").strip("\0\ufeff"))
    # Some programs count the Unicode text wrongly, or leave the Macintosh text out.
    return [*found, decoded(rest[8 + wide + 3 :])]


def _translated(data: bytes) -> list[str] | None:
    """The new description type: texts in UTF-16, by language."""
    if len(data) < 16:
        return None
    many = min(_COUNT.unpack_from(data, 8)[0], _MOST_RECORDS, (len(data) - 16) // _RECORD.size)
    found, end = [], 16 + many * _RECORD.size
    covered = [(16, end)]
    for _, length, start in _RECORD.iter_unpack(data[16:end]):
        found.append(data[start : start + length].decode("utf-16-be", "replace").strip("\0\ufeff"))
        covered.append((start, start + length))
    position = 16
    for start, stop in sorted(covered):
        if start > position and data[position:start].strip(b"\0"):
            found.append(decoded(data[position:start]))
        position = max(position, stop)
    return [*found, decoded(data[position:])]
