"""The tags of one directory: their values as text and numbers, and which of them were told already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Any

from lenscap.binary.ifd import ASCII, BYTE, UNDEFINED, UTF8, Entry, Tiff
from lenscap.metadata import exif_tags as tags
from lenscap.metadata.wording import LONG, decoded, printable

_LETTERED = frozenset((BYTE, ASCII, UNDEFINED, UTF8))
_SHORT_TEXT = 256


class Tags:
    """Tags that belong together, such as those of the picture, and of the Exif directory below it.

    ``spare`` are entries whose tag was there before; no reader would show them.
    """

    __slots__ = ("entries", "names", "spare", "tiff", "told", "where")

    def __init__(self, tiff: Tiff, where: str, names: dict[int, str] = tags.NAMES) -> None:
        self.tiff, self.where, self.names = tiff, where, names
        self.entries: dict[int, Entry] = {}
        self.spare: list[Entry] = []
        self.told: set[int] = set()

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in the entries of a directory."""
        for entry in entries:
            if self.entries.setdefault(entry.tag, entry) is not entry:
                self.spare.append(entry)

    def __contains__(self, tag: int) -> bool:
        return tag in self.entries

    def raw(self, tag: int) -> bytes:
        """The bytes of a value; none if there is no such tag."""
        entry = self.entries.get(tag)
        return self.tiff.raw(entry) if entry else b""

    def numbers(self, tag: int) -> list[Any]:
        """The numbers of a value; none if there is no such tag."""
        entry = self.entries.get(tag)
        return self.tiff.numbers(entry) if entry else []

    def text(self, tag: int) -> str:
        """A value as text, whatever its type; empty if it is blank or missing."""
        entry = self.entries.get(tag)
        return self.text_of(entry) if entry else ""

    def text_of(self, entry: Entry) -> str:
        """The same for an entry, which may be a spare one."""
        if entry.type not in _LETTERED:
            return " ".join(map(_said, self.tiff.numbers(entry)))
        raw = self.tiff.raw(entry, 4 * LONG)
        if entry.tag in tags.XP:
            return raw.decode("utf-16-le", "replace").strip("\0 ")
        if entry.tag == tags.USER_COMMENT or (self.names is tags.GPS_NAMES and entry.tag in (27, 28)):
            return charset_text(raw, self.tiff.order)
        return decoded(raw)

    def words(self) -> str:
        """All short texts, a line each, in small letters."""
        short = (entry for entry in self.entries.values() if entry.type in (ASCII, UTF8) and entry.many <= _SHORT_TEXT)
        return "\n".join(decoded(self.tiff.raw(entry)).casefold() for entry in short)

    def fraction(self, tag: int) -> float | None:
        """The first number of a value; ``None`` if there is none."""
        found = self.numbers(tag)
        return ratio(found[0]) if found else None

    def plain(self, tag: int) -> Any:
        """A value as JSON and ``exif_write`` have it: a text, a number, a fraction, or a list of them."""
        entry = self.entries[tag]
        if entry.type not in _LETTERED or (entry.type != ASCII and entry.many <= 4):
            found = [_json(number) for number in self.tiff.numbers(entry)]
            return found[0] if len(found) == 1 else found
        return printable(self.text_of(entry), LONG)

    def kept(self, *chosen: int) -> dict[str, Any]:
        """The values of these tags by name, as far as they can be written anew."""
        return {self.names[tag]: self.plain(tag) for tag in chosen if tag in self.entries and self.names.get(tag)}

    def rest(self) -> Iterator[Entry]:
        """The entries that were not told."""
        yield from (entry for tag, entry in self.entries.items() if tag not in self.told)
        yield from self.spare


def ratio(number: Any) -> float | None:
    """A number, or a fraction; ``None`` if it divides by nothing or has no end."""
    if isinstance(number, tuple):
        return number[0] / number[1] if number[1] else None
    return float(number) if isfinite(number) else None


def charset_text(raw: bytes, order: str) -> str:
    """A text that begins with eight bytes that name its characters (Exif 3.0, section 4.6.6.6)."""
    charset, rest = raw[:8].rstrip(b"\0 ").upper(), raw[8:]
    if charset == b"UNICODE":
        return rest.decode(_utf_16(rest, order), "replace").strip("\0 \ufeff")
    if charset == b"JIS":
        return _jis(rest)
    return decoded(rest if charset in (b"ASCII", b"") else raw)


def _utf_16(raw: bytes, order: str) -> str:
    """The byte order of a text: many programs do not use that of the file, so look where the zeros are."""
    high, low = raw[0:512:2].count(0), raw[1:512:2].count(0)
    if high == low:
        return "utf-16-le" if order == "<" else "utf-16-be"
    return "utf-16-be" if high > low else "utf-16-le"


def _jis(raw: bytes) -> str:
    try:
        return raw.decode("iso2022_jp").strip("\0 ")
    except UnicodeDecodeError:
        return decoded(raw)


def _json(number: Any) -> Any:
    if isinstance(number, tuple):
        return list(number)
    return number if isfinite(number) else 0


def _said(number: Any) -> str:
    return f"{number[0]}/{number[1]}" if isinstance(number, tuple) else str(number)
