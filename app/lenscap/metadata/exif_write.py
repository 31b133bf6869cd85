"""A fresh Exif structure out of the findings that are kept (Exif 3.0, section 4.5). Nothing old is copied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import piexif

from lenscap.metadata.exif_tags import HOMES, ORIENTATION, XP
from lenscap.model import Finding

_ASCII, _BYTE, _UNDEFINED = 2, 1, 7
_LIMITS = {1: (0, 0xFF), 3: (0, 0xFFFF), 4: (0, 0xFFFFFFFF), 9: (-(1 << 31), (1 << 31) - 1)}
_CHARSETS = frozenset(("UserComment", "GPSProcessingMethod", "GPSAreaInformation"))


def write(findings: Iterable[Finding], orientation: int = 1) -> bytes | None:
    """A TIFF structure with what ``findings`` carry in ``data["exif"]``; ``None`` if that is nothing.

    Of several values for a tag the first counts.
    """
    rooms: dict[str, dict[int, Any]] = {"0th": {}, "Exif": {}, "GPS": {}}
    for finding in findings:
        for name, value in finding.data.get("exif", {}).items():
            _put(rooms, name, value)
    if orientation != 1:
        rooms["0th"][ORIENTATION] = orientation
    full = {room: tags for room, tags in rooms.items() if tags}
    # piexif puts JPEG's "Exif\0\0" first.
    return bytes(piexif.dump(full)[6:]) if full else None


def _put(rooms: dict[str, dict[int, Any]], name: str, value: Any) -> None:
    """Add one tag, unless its value cannot be written as that tag's type."""
    if name not in HOMES:
        return
    room, tag, kind = HOMES[name]
    fitting = _fitting(name, tag, kind, value)
    if fitting is not None and tag != ORIENTATION:
        rooms[room].setdefault(tag, fitting)


def _fitting(name: str, tag: int, kind: int, value: Any) -> Any:
    """``value`` as piexif wants it, or ``None``."""
    if isinstance(value, str):
        return _text(name, tag, kind, value)
    if kind in (5, 10):
        return _fractions(value, 4 if kind == 5 else 9)
    many = value if isinstance(value, list) else [value]
    low, high = _LIMITS.get(_BYTE if kind == _UNDEFINED else kind, (0, -1))
    if not many or not all(isinstance(number, int) and low <= number <= high for number in many):
        return None
    if kind == _UNDEFINED:
        return bytes(many)
    return many[0] if len(many) == 1 else tuple(many)


def _text(name: str, tag: int, kind: int, value: str) -> Any:
    if name in _CHARSETS:
        charset = b"ASCII\0\0\0" if value.isascii() else b"UNICODE\0"
        return charset + value.encode("ascii" if value.isascii() else "utf-16-be")
    if tag in XP:
        return tuple(value.encode("utf-16-le") + b"\0\0")
    return value.encode() if kind == _ASCII else None


def _fractions(value: Any, kind: int) -> Any:
    """One pair of numbers, or several."""
    low, high = _LIMITS[kind]
    if not isinstance(value, list | tuple):
        return None
    many = value if value and isinstance(value[0], list | tuple) else [value]
    for pair in many:
        if (
            not isinstance(pair, list | tuple)
            or len(pair) != 2
            or not all(isinstance(number, int) and low <= number <= high for number in pair)
        ):
            return None
    return tuple(many[0]) if len(many) == 1 else tuple(map(tuple, many))
