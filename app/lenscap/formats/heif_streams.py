"""The coded pictures of HEIF: HEVC (ITU-T H.265, ISO/IEC 14496-15) and AV1 (AV1 bitstream specification, AV1-ISOBMFF).

A coded picture is a row of units. Those that a decoder needs stay as they are; the rest (messages, filler, padding,
what belongs to layers that no viewer of still pictures shows) goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lenscap.binary.reader import Reader
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import check_numbers
from lenscap.model import Bytes

_MOST_UNITS = 20_000
"""Per picture: one has a handful, or one for each of its tiles."""

_VPS, _SPS, _PPS, _SEI, _SUFFIX_SEI = 32, 33, 34, 39, 40
_PARAMETERS = frozenset({_VPS, _SPS, _PPS})
_ENDS = frozenset({36, 37})
"""That what follows does not build upon what was before."""
_INTRA = frozenset(range(16, 22))
_PREDICTED = frozenset(range(16))
_MESSAGES = {137: 24, 144: 4, 147: 1}
"""The messages that say how bright a picture is and was graded (H.265, annex D), and their lengths."""

_SEQUENCE, _DELIMITER, _HEADER, _TILES, _METADATA, _FRAME = 1, 2, 3, 4, 5, 6
_NEEDED_OBUS = frozenset({_SEQUENCE, _HEADER, _TILES, _FRAME})
"""A frame's header that is there once more is not among them."""
_BRIGHTNESS = {1: 4, 2: 24}
"""AV1's metadata of that kind (section 6.7), and their lengths."""


class Unit(NamedTuple):
    """The bytes ``start`` to ``end`` of a coded picture, and whether a decoder needs them."""

    start: int
    end: int
    needed: bool


class Configuration(NamedTuple):
    """The set-up of a decoder, with only what it needs, and what was left out of it."""

    body: bytes
    surplus: tuple[bytes, ...]


def hevc(body: Bytes, width: int, is_still: bool = True) -> list[Unit]:
    """The NAL units of a picture, each after a length of ``width`` bytes; only a still one must not need others."""
    units, slices = list[Unit](), list[tuple[int, int]]()
    position, end = 0, len(body)
    while position < end:
        start = position + width
        stop = start + int.from_bytes(body[position:start], "big")
        if start + 2 > end or not start + 2 <= stop <= end or len(units) == _MOST_UNITS:
            raise MalformedError("The data of its picture is damaged: its parts do not fit together.")
        kind, is_needed = _nal(body[start:stop])
        is_needed |= kind in _ENDS and stop - start == 2 and not is_still
        if kind in _PREDICTED and is_needed and is_still:
            raise UnsupportedError("One of its pictures needs others to be decoded, which Lenscap cannot clean yet.")
        if kind in _INTRA | _PREDICTED and is_needed:
            slices.append((kind, body[start + 2] >> 7 if stop > start + 2 else 0))
        units.append(Unit(position, stop, is_needed))
        position = stop
    if [is_first for _, is_first in slices] != [1] + [0] * (len(slices) - 1) or len({kind for kind, _ in slices}) > 1:
        raise MalformedError("The data of its picture is damaged: it is not that of one picture.")
    return units


def _nal(unit: Bytes) -> tuple[int, bool]:
    """The type of a NAL unit, and whether a decoder of a still picture needs it."""
    kind, layer = unit[0] >> 1 & 63, (unit[0] & 1) << 5 | unit[1] >> 3
    if kind in (_SEI, _SUFFIX_SEI):
        return kind, not layer and _is_about_brightness(bytes(unit[2:258]))
    return kind, not layer and kind in _PARAMETERS | _INTRA | _PREDICTED


def _is_about_brightness(messages: bytes) -> bool:
    """Whether a supplemental unit holds nothing but such messages, as long as they have to be."""
    messages = messages.replace(b"\0\0\3", b"\0\0")
    while len(messages) > 2 and _MESSAGES.get(messages[0]) == messages[1]:
        messages = messages[2 + messages[1] :]
    return messages == b"\x80"


def hevc_configuration(body: Bytes, deep: bool) -> Configuration:
    """An hvcC box with parameter sets and nothing else (ISO/IEC 14496-15, section 8.3.3)."""
    reader = Reader(body)
    head = bytearray(reader.take(23))
    if head[0] != 1:
        raise UnsupportedError("Its pictures are set up in a way that is not known.")
    head[13] |= 0xF0
    head[15:19] = bytes([head[15] | 0xFC, head[16] | 0xFC, head[17] | 0xF8, head[18] | 0xF8])
    surplus, arrays = list[bytes](), list[bytes]()
    for _ in range(head[22]):
        kind, units = reader.u8(), [reader.take(reader.u16()) for _ in range(reader.u16())]
        kept = [unit for unit in units if len(unit) > 2 and kind & 63 == unit[0] >> 1 & 63 and _nal(unit)[1]]
        surplus += [unit for unit in units if unit not in kept]
        if kept and kind & 63 in _PARAMETERS:
            rows = b"".join(len(unit).to_bytes(2, "big") + unit for unit in kept)
            arrays.append(bytes([kind & 0xBF]) + len(kept).to_bytes(2, "big") + rows)
        else:
            surplus += kept
    head[22] = len(arrays)
    if deep:
        check_numbers(*arrays)
    surplus.append(reader.take(reader.left))
    return Configuration(bytes(head) + b"".join(arrays), tuple(filter(None, surplus)))


def check_hevc(body: Bytes, units: list[Unit], width: int) -> None:
    """Raise ``MalformedError`` if there is text in the parameter sets and messages between the slices of a picture."""
    parts = (body[unit.start + width : unit.end] for unit in units if unit.needed)
    check_numbers(*(part for part in parts if part[0] >> 1 & 63 not in _INTRA | _PREDICTED))


def av1(body: Bytes, is_layered: bool = False, is_still: bool = True) -> list[Unit]:
    """The open bitstream units of a picture.

    Only one that ``is_layered``, or is in a series, may hold more than one frame; in a series it may need others.
    """
    units, counts = list[Unit](), dict[int, int]()
    for start, stop, kind, payload in _obus(body):
        is_needed = kind in _NEEDED_OBUS or (kind == _DELIMITER and not payload) or _is_graded(kind, payload)
        units.append(Unit(start, stop, is_needed))
        counts[kind] = counts.get(kind, 0) + 1
        if is_still and kind in _NEEDED_OBUS and _SEQUENCE not in counts:
            raise MalformedError("The data of its picture is damaged: it does not begin as a picture does.")
    frames = counts.get(_FRAME, 0) + counts.get(_HEADER, 0)
    if not frames or (frames > 1 and is_still and not is_layered) or counts.get(_DELIMITER, 0) > 1:
        raise MalformedError("The data of its picture is damaged: it is not that of one picture.")
    return units


def _is_graded(kind: int, payload: Bytes) -> bool:
    """Whether a metadata unit says how bright a picture is and was graded."""
    if kind != _METADATA or not len(payload):
        return False
    return len(payload) == 2 + _BRIGHTNESS.get(payload[0], -2) and payload[-1] == 0x80


def _obus(body: Bytes) -> Iterator[tuple[int, int, int, Bytes]]:
    """Where each unit begins and ends, its type, and what is in it."""
    position = 0
    for _ in range(_MOST_UNITS):
        if position >= len(body):
            return
        reader = Reader(body, position)
        head = reader.u8()
        reader.skip(head >> 2 & 1)
        length = _leb128(reader.u8) if head & 2 else reader.left
        start = reader.skip(length)
        yield position, reader.position, head >> 3 & 15, body[start : reader.position]
        position = reader.position
    if position < len(body):
        raise MalformedError("The data of its picture is damaged: it is made of more parts than any is.")


def _leb128(read: Callable[[], int]) -> int:
    value = 0
    for place in range(8):
        byte = read()
        value |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            break
    return value


def av1_configuration(body: Bytes, deep: bool) -> Configuration:
    """An av1C box with a sequence header and nothing else (AV1-ISOBMFF, section 2.3)."""
    head = bytearray(Reader(body).take(4))
    if head[0] != 0x81:
        raise UnsupportedError("Its pictures are set up in a way that is not known.")
    head[3] &= 0x1F if head[3] & 0x10 else 0x10
    kept, surplus, position = list[bytes](), list[bytes](), 4
    try:
        for start, stop, kind, payload in _obus(body[4:]):
            needed = kind == _SEQUENCE or _is_graded(kind, payload)
            (kept if needed else surplus).append(bytes(body[4 + start : 4 + stop]))
            position = 4 + stop
    except MalformedError:  # decoders read the units of the picture, so what cannot be read here is not needed
        surplus.append(bytes(body[position:]))
    if deep:
        check_numbers(*kept)
    return Configuration(bytes(head) + b"".join(kept), tuple(surplus))


def check_av1(body: Bytes, units: list[Unit]) -> None:
    """Raise ``MalformedError`` if there is text in the sequence header of a picture or in the numbers of its light."""
    parts = (body[unit.start : unit.end] for unit in units if unit.needed)
    check_numbers(*(part for part in parts if part[0] >> 3 & 15 in (_SEQUENCE, _METADATA)))
