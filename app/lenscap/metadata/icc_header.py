"""The header of a colour profile (ICC.1:2022, section 7.2): what in it says how to read the colours, and what else."""

from __future__ import annotations

from hashlib import md5
from struct import Struct
from typing import NamedTuple

from lenscap.metadata.dates import Moment, moment

HEADER = 128
SOME_DAY = bytes((0x07, 0xCE, 0, 2, 0, 9, 0, 6, 0, 49, 0, 0))
"""9 February 1998 at 6:49: when the sRGB profile was made that is in most pictures."""

_DATE_PARTS = Struct(">6H")
_DATES = frozenset(
    _DATE_PARTS.pack(*parts)
    for parts in (
        (0, 0, 0, 0, 0, 0), (1998, 2, 9, 6, 49, 0), (1998, 12, 1, 18, 58, 21), (1999, 6, 3, 0, 0, 0),
        (1999, 12, 7, 18, 59, 22), (2000, 7, 26, 5, 41, 53), (2000, 8, 11, 19, 51, 59), (2000, 8, 11, 19, 54, 18),
        (2009, 2, 25, 11, 26, 11), (2012, 1, 25, 3, 41, 57), (2015, 10, 14, 13, 8, 57), (2016, 1, 1, 0, 0, 0),
        (2016, 5, 21, 2, 44, 44), (2016, 12, 8, 9, 38, 28), (2017, 7, 7, 13, 22, 32), (2019, 12, 1, 0, 0, 0),
        (2022, 1, 1, 0, 0, 0), (2022, 4, 29, 23, 17, 57), (2022, 7, 1, 0, 0, 0), (2023, 3, 9, 10, 57, 0),
    )
)  # fmt: skip
"""When profiles were made that are the same in many pictures."""

_CODES = frozenset(
    code.ljust(4).encode()
    for code in (
        "none", "Lino", "HP", "IEC", "sRGB", "ROMM", "KODA", "KCMS", "APPL", "appl", "ADBE", "MSFT", "SUNW", "lcms",
        "GOOG", "ICC", "saws", "scrn", "NKON", "SGI", "TGNT", "argl", "UCCM", "EPSO", "CANO", "jxl", "*nix", "FB",
    )
) | {bytes(4), b"\0\0\0\1", b"SEC\0", b"HP\0\0", b"IEC\0", b"ICC\0"}  # fmt: skip
"""Makers of profiles, of the modules that apply them, and of systems."""

_CLASSES = frozenset((b"mntr", b"scnr", b"prtr", b"spac", b"link", b"abst", b"nmcl"))
_SPACES = frozenset(
    (b"RGB ", b"GRAY", b"CMYK", b"Lab ", b"XYZ ", b"YCbr", b"HSV ", b"HLS ", b"CMY ", b"Luv ", b"Yxy ")
) | {b"%XCLR" % number for number in range(2, 16)}
_CONNECTIONS = frozenset((b"XYZ ", b"Lab "))
_MAJORS = (2, 4, 5)
_PROFILE_IDS = frozenset((bytes.fromhex("22c763837663f1a6838d943e71f46efb"),))
"""Numbers of well-known profiles that are not the digest they should be."""

_D50 = Struct(">3i")
_WHITE = (0xF6D6, 0x10000, 0xD32D)
_SIZE = Struct(">I")
_MOST_PADDING = 3

_DATE, _FLAGS, _ATTRIBUTES, _INTENT = slice(24, 36), slice(44, 48), slice(56, 64), slice(64, 68)
_ILLUMINANT, _ID, _RESERVED = slice(68, 80), slice(84, 100), slice(100, HEADER)


class Fault(NamedTuple):
    """A field that holds what everybody's profile does not: where it is, and what belongs there."""

    field: slice
    fresh: bytes


def is_readable(data: bytes) -> bool:
    """Whether these bytes begin as a profile does whose colours can be understood."""
    return (
        len(data) > HEADER
        and data[36:40] == b"acsp"
        and data[8] in _MAJORS
        and data[12:16] in _CLASSES
        and data[16:20] in _SPACES
        and data[20:24] in (_SPACES if data[12:16] == b"link" else _CONNECTIONS)
    )


def faults(data: bytes) -> list[Fault]:
    """The fields of the header that could tell something; that of the date comes first."""
    found = [Fault(_DATE, SOME_DAY)] if data[_DATE] not in _DATES else []
    for start in (4, 40, 48, 52, 80):
        if data[start : start + 4] not in _CODES:
            found.append(Fault(slice(start, start + 4), bytes(4)))
    size = _SIZE.unpack_from(data)[0]
    if not size <= len(data) <= size + _MOST_PADDING:
        found.append(Fault(slice(0, 4), _SIZE.pack(len(data))))
    if any(data[10:12]):
        found.append(Fault(slice(10, 12), bytes(2)))
    for field, most in ((_FLAGS, 3), (_ATTRIBUTES, 15), (_INTENT, 3)):
        value = int.from_bytes(data[field])
        if value > most:
            found.append(Fault(field, (value & most).to_bytes(field.stop - field.start)))
    white = _D50.unpack_from(data, _ILLUMINANT.start)
    if any(white) and any(abs(one - other) > 3 for one, other in zip(white, _WHITE, strict=True)):
        found.append(Fault(_ILLUMINANT, _D50.pack(*_WHITE)))
    if any(data[_RESERVED]):
        found.append(Fault(_RESERVED, bytes(HEADER - 100)))
    return found if _is_own_id(data) else [*found, Fault(_ID, bytes(16))]


def without_faults(data: bytearray) -> None:
    """Put what belongs there into the fields of a profile that was changed."""
    for field, fresh in faults(bytes(data)):
        data[field] = fresh
    # The number was the digest of the profile as it was.
    data[_ID] = bytes(16)


def made(data: bytes) -> Moment | None:
    """When the profile was made; ``None`` if it is one that many have, or if there is no such moment."""
    if data[_DATE] in _DATES:
        return None
    year, month, day, hour, minute, second = _DATE_PARTS.unpack(data[_DATE])
    return moment(f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")


def _is_own_id(data: bytes) -> bool:
    """Whether the number of the profile is missing, or the digest of the rest, which tells nothing more."""
    number = data[_ID]
    if not any(number) or number in _PROFILE_IDS:
        return True
    rest = data[:44] + bytes(4) + data[48:64] + bytes(4) + data[68:84] + bytes(16) + data[100:]
    return md5(rest, usedforsecurity=False).digest() == number
