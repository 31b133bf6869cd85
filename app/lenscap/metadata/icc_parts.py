"""The tags of a colour profile, and the texts in the types that hold texts (ICC.1:2022, sections 7.3 and 10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.metadata.icc_header import HEADER
from lenscap.metadata.wording import decoded, trace

_COUNT, _ENTRY, _RECORD = Struct(">I"), Struct(">4sII"), Struct(">4sII")
_MOST_TAGS, _MOST_RECORDS = 100, 256
_MOST_SHARED = 16
"""How many languages may share one text."""
_LANGUAGE = re.compile(rb"[a-z]{2}(?:[A-Z]{2}|\0\0)")
_TITLE = "Colour profile"
_TABLE = HEADER + 4


class Part(NamedTuple):
    """A value: the tags that share it, its type, and the bytes ``start`` to ``end`` of the profile."""

    tags: tuple[bytes, ...]
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
        if self.kind == b"mluc" and room >= 20 + 2 * len(_TITLE):
            title = _TITLE.encode("utf-16-be")
            record = _RECORD.pack(b"enUS", len(title), 28)
            fresh = self.data[:4] + bytes(4) + _COUNT.pack(1) + _COUNT.pack(_RECORD.size) + record + title
            return fresh.ljust(len(self.data), b"\0")
        return self.data[:4] + bytes(max(0, len(self.data) - 4))

    def traces(self, texts: list[str]) -> tuple[bytes, ...]:
        """The bytes of some of its texts as they stand there."""
        encoding = "utf-16-be" if self.kind == b"mluc" else "utf-8"
        return tuple(
            found for text in texts[:32] for found in trace(text[:100].strip("\0 ").encode(encoding, "replace"))
        )


def parts(data: bytes) -> list[Part]:
    """The values of a profile, in the order they lie there, each once although several tags may share it.

    Raise ``MalformedError`` if the table is longer than it may be, or if values lie outside of the profile or over
    each other: then nobody can say which bytes mean what.
    """
    table = _table(data)
    shared: dict[tuple[int, int], list[bytes]] = {}
    for tag, start, size in table:
        shared.setdefault((start, start + size), []).append(tag)
    end = _TABLE + len(table) * _ENTRY.size
    if len({tag for tag, _, _ in table}) < len(table):
        raise MalformedError("A colour profile has the same tag twice.")
    found = []
    for (start, stop), tags in sorted(shared.items()):
        if start < end or stop - start < 8 or stop > len(data):
            raise MalformedError("The tags of a colour profile lie where they cannot.")
        found.append(Part(tuple(tags), data[start : start + 4], start, stop, data[start:stop]))
        end = stop
    return found


def gaps(data: bytes, found: list[Part]) -> Iterator[tuple[int, int]]:
    """The spans of a profile that are neither header, table nor a value, and are not blank."""
    end = _TABLE + len(_table(data)) * _ENTRY.size
    for start, stop in (*((part.start, part.end) for part in found), (len(data), len(data))):
        if data[end:start].strip(b"\0"):
            yield end, start
        end = stop


def without(data: bytearray, unwanted: set[bytes]) -> bytearray:
    """The profile without some tags; all values stay where they are."""
    table = _table(bytes(data))
    kept = [_ENTRY.pack(*entry) for entry in table if entry[0] not in unwanted]
    entries = b"".join(kept).ljust(len(table) * _ENTRY.size, b"\0")
    return data[:HEADER] + _COUNT.pack(len(kept)) + entries + data[_TABLE + len(entries) :]


def _table(data: bytes) -> list[tuple[bytes, int, int]]:
    """The entries of the table of tags: tag, start and length."""
    many = _COUNT.unpack_from(data, HEADER)[0] if len(data) >= _TABLE else _MOST_TAGS + 1
    end = _TABLE + many * _ENTRY.size
    if many > _MOST_TAGS or end > len(data):
        raise MalformedError("A colour profile has more tags than fit.")
    return list(_ENTRY.iter_unpack(data[_TABLE:end]))


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
    return [*found, *_code(rest[:4]), decoded(rest[8 + wide + 3 :])]


def _translated(data: bytes) -> list[str] | None:
    """The new description type: texts in UTF-16, by language."""
    if len(data) < 16:
        return None
    many, step = _COUNT.unpack_from(data, 8)[0], _COUNT.unpack_from(data, 12)[0]
    end = 16 + many * _RECORD.size
    if many > _MOST_RECORDS or end > len(data) or (many and step != _RECORD.size):
        return None
    records = list(_RECORD.iter_unpack(data[16:end]))
    if sum(length for _, length, _ in records) > _MOST_SHARED * len(data):
        return None
    found, position = [code for language, _, _ in records for code in _code(language)], end
    for _, length, start in sorted(records, key=lambda record: record[2]):
        found.append(data[start : start + length].decode("utf-16-be", "replace").strip("\0\ufeff"))
        if start > position and data[position:start].strip(b"\0"):
            found.append(decoded(data[position:start]))
        position = max(position, start + length)
    return [*found, decoded(data[position:])]


def _code(language: bytes) -> list[str]:
    """The code of a language and a country, unless it is one."""
    return [] if not any(language) or _LANGUAGE.fullmatch(language) else [f"{decoded(language)}?"]
