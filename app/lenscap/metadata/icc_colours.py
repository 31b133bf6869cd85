"""The values of a profile that are numbers for colours (ICC.1:2022, section 10): which tag has which, and how long.

Only what is as long as its own counts say, and whose numbers can be colours, is taken for one. What the tables of
printers' profiles hold cannot be told from chance.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from struct import Struct, unpack_from

_U32, _U16 = Struct(">I"), Struct(">H")
_WHOLE = 1 << 16
"""One, in numbers with sixteen bits behind the point."""

_CURVES = frozenset((b"curv", b"para"))
_TABLES = frozenset((b"mft1", b"mft2", b"mAB ", b"mBA "))

NEEDED: dict[bytes, frozenset[bytes]] = (
    dict.fromkeys((b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt"), frozenset((b"XYZ ",)))
    | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC", b"kTRC"), _CURVES)
    | dict.fromkeys((b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2"), _TABLES)
    | {b"chad": frozenset((b"sf32",))}
)
"""The tags without which a profile shows other colours, and the types of their values."""

_SPARE: dict[bytes, frozenset[bytes]] = {
    b"bkpt": frozenset((b"XYZ ",)), b"lumi": frozenset((b"XYZ ",)), b"arts": frozenset((b"sf32",)),
    b"view": frozenset((b"view",)), b"meas": frozenset((b"meas",)), b"chrm": frozenset((b"chrm",)),
    b"cicp": frozenset((b"cicp",)), b"tech": frozenset((b"sig ",)), b"ciis": frozenset((b"sig ",)),
    b"rig0": frozenset((b"sig ",)), b"rig2": frozenset((b"sig ",)), b"gamt": _TABLES, b"pre0": _TABLES,
    b"pre1": _TABLES, b"pre2": _TABLES, b"aarg": _CURVES, b"aagg": _CURVES, b"aabg": _CURVES,
}  # fmt: skip
_KINDS = NEEDED | _SPARE

_SIGNATURES = frozenset(
    code.ljust(4).encode()
    for code in (
        "fscn", "dcam", "rscn", "ijet", "twax", "epho", "esta", "dsub", "rpho", "fprn", "vidm", "vidc", "pjtv", "CRT",
        "PMD", "AMD", "KPCD", "imgs", "grav", "offs", "silk", "flex", "mpfs", "mpfr", "dmpc", "dcpj", "scoe", "sape",
        "fpce", "rhoc", "rpoc", "prmg",
    )
)  # fmt: skip
"""Kinds of devices and of pictures."""


def holds(tag: bytes, kind: bytes) -> bool:
    """Whether values of type ``kind`` are what ``tag`` has for colours."""
    return kind in _KINDS.get(tag, ())


def settled(kind: bytes, data: bytes) -> bytes | None:
    """A value with zeros wherever its type has no use for the bytes; ``None`` if it can be no colours.

    What is returned differs from ``data`` where somebody could have put something in.
    """
    length = _LENGTHS[kind](data) if len(data) >= 12 else None
    if length is None or length > len(data):
        return None
    fresh = bytearray(data)
    fresh[4:8] = bytes(4)
    fresh[length:] = bytes(len(data) - length)
    if kind == b"curv":
        _even(fresh, length)
    elif kind == b"para":
        fresh[10:12] = bytes(2)
    return bytes(fresh)


def _even(data: bytearray, length: int) -> None:
    """Let a curve rise, or fall, all the way, as those of devices do and letters do not."""
    layout = Struct(f">{(length - 12) // 2}H")
    numbers = layout.unpack_from(data, 12)
    if len(numbers) > 1:
        falls = numbers[-1] < numbers[0]
        data[12:length] = layout.pack(*accumulate(numbers, min if falls else max))


def _are_small(data: bytes, start: int, end: int, most: int = 16) -> bool:
    """Whether all numbers are ones that measure colours; letters would be larger."""
    numbers = unpack_from(f">{(end - start) // 4}i", data, start) if end <= len(data) else (1 << 31,)
    return all(abs(number) <= most * _WHOLE for number in numbers)


def _point(data: bytes) -> int | None:
    return 20 if _are_small(data, 8, 20, 2000) else None


def _matrix(data: bytes) -> int | None:
    return 44 if _are_small(data, 8, 44) else None


def _curve(data: bytes) -> int | None:
    many = _U32.unpack_from(data, 8)[0]
    return int(12 + 2 * many) if 12 + 2 * many <= len(data) else None


def _formula(data: bytes) -> int | None:
    many = {0: 1, 1: 3, 2: 4, 3: 5, 4: 7}.get(_U16.unpack_from(data, 8)[0])
    return 12 + 4 * many if many and _are_small(data, 12, 12 + 4 * many) else None


def _view(data: bytes) -> int | None:
    return 36 if _are_small(data, 8, 32, 2000) and _U32.unpack_from(data, 32)[0] <= 8 else None


def _measured(data: bytes) -> int | None:
    if not _are_small(data, 12, 24, 2000) or len(data) < 36:
        return None
    observer, geometry, flare, light = (_U32.unpack_from(data, at)[0] for at in (8, 24, 28, 32))
    return 36 if observer <= 2 and geometry <= 2 and flare <= _WHOLE and light <= 8 else None


def _named(data: bytes) -> int | None:
    return 12 if data[8:12] in _SIGNATURES or not any(data[8:12]) else None


def _primaries(data: bytes) -> int | None:
    many, colorant = _U16.unpack_from(data, 8)[0], _U16.unpack_from(data, 10)[0]
    return 36 if many == 3 and colorant <= 4 and _are_small(data, 12, 36, 2) else None


def _coded(data: bytes) -> int | None:
    return 12


def _table_8(data: bytes) -> int | None:
    """Type mft1: a matrix, 256 numbers for each channel that goes in, a grid, 256 for each that comes out."""
    if len(data) < 48:
        return None
    into, out, grid = data[8:11]
    return 48 + 256 * into + out * grid**into + 256 * out if not data[11] and _are_small(data, 12, 48) else None


def _table_16(data: bytes) -> int | None:
    """Type mft2: the same with two bytes for each number, and as many numbers as it says."""
    if len(data) < 52:
        return None
    into, out, grid = data[8:11]
    first, last = _U16.unpack_from(data, 48)[0], _U16.unpack_from(data, 50)[0]
    whole = 52 + 2 * (into * first + out * grid**into + out * last)
    return whole if not data[11] and _are_small(data, 12, 48) else None


def _staged(data: bytes) -> int | None:
    """Types mAB and mBA: curves, a matrix, curves, a grid, curves; they fill the value without a gap."""
    if len(data) < 32 or any(data[10:12]):
        return None
    into, out = data[8], data[9]
    low, high = (out, into) if data[:4] == b"mAB " else (into, out)
    spans = [(0, 32)]
    for at, width in ((12, low), (20, low), (28, high)):
        if start := _U32.unpack_from(data, at)[0]:
            spans.append((start, _curves_end(data, start, width)))
    if start := _U32.unpack_from(data, 16)[0]:
        spans.append((start, start + 48))
    if start := _U32.unpack_from(data, 24)[0]:
        spans.append((start, _grid_end(data, start, into, out)))
    end = 0
    for start, stop in sorted(spans):
        if not end <= start < stop or any(data[end:start]):
            return None
        end = stop
    # The last curve may lack the bytes that would round its length up.
    return min(end, len(data)) if end <= len(data) + 3 else None


def _curves_end(data: bytes, start: int, many: int) -> int:
    """Where some curves that follow each other end; 0 if one is none."""
    for _ in range(many):
        if data[start : start + 4] not in _CURVES or len(data) < start + 12 or any(data[start + 4 : start + 8]):
            return 0
        length = (_curve if data[start : start + 4] == b"curv" else _formula)(data[start:])
        if length is None:
            return 0
        start += (length + 3) // 4 * 4
    return start


def _grid_end(data: bytes, start: int, into: int, out: int) -> int:
    """Where a grid of colours ends; 0 if it is none."""
    head = data[start : start + 20]
    if len(head) < 20 or head[16] not in (1, 2) or any(head[17:]) or any(head[into:16]):
        return 0
    many = out * head[16]
    for steps in head[:into]:
        many *= steps
    return start + (20 + many + 3) // 4 * 4


_LENGTHS: dict[bytes, Callable[[bytes], int | None]] = {
    b"XYZ ": _point, b"sf32": _matrix, b"curv": _curve, b"para": _formula, b"view": _view, b"meas": _measured,
    b"sig ": _named, b"chrm": _primaries, b"cicp": _coded, b"mft1": _table_8, b"mft2": _table_16, b"mAB ": _staged,
    b"mBA ": _staged,
}  # fmt: skip
