"""What pictures of HEIF are like: the item properties that a viewer needs (ISO/IEC 23008-12, section 6.5; MIAF; AVIF).

Each is written anew from what it says, as long as it has to be. Those that only describe are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import Struct, error
from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.formats import check_numbers
from lenscap.formats.heif_streams import av1_configuration, hevc_configuration
from lenscap.model import Bytes, Size

PROFILES = (b"prof", b"rICC")
"""The kinds of a ``colr`` box that hold an ICC profile."""
ALPHA = frozenset({
    b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1", b"urn:mpeg:avc:2015:auxid:1",
})  # fmt: skip
GAIN_MAPS = frozenset({
    b"urn:com:apple:photo:2020:aux:hdrgainmap", b"urn:com:samsung:photo:2024:aux:hdrgainmap",
    b"urn:com:photo:aux:hdrgainmap",
})  # fmt: skip
"""Without one of them, a picture would not be as bright in its highlights as it was."""

DESCRIPTIONS = frozenset({
    b"udes", b"altt", b"crtt", b"mdft", b"cmin", b"cmex", b"aebr", b"wbbr", b"fobr", b"afbr", b"dobr", b"pano",
    b"tols", b"free", b"skip", b"uuid", b"subs",
})  # fmt: skip
"""What may go although a file calls it essential: no viewer shows another picture without it."""

_LENGTHS = {
    b"ispe": 12, b"pasp": 8, b"clap": 32, b"irot": 1, b"imir": 1, b"lsel": 2, b"a1op": 1, b"clli": 4, b"mdcv": 24,
    b"amve": 8, b"ndwt": 8, b"reve": 20,
}  # fmt: skip
_FULL = frozenset({b"ispe", b"ndwt", b"reve"})
_BITS = {b"irot": 3, b"imir": 1}
_RATIONALS = Struct(">IIIIiIiI")
_WITH_TEXT = frozenset({b"colr", b"auxC"})
"""Those in which something else than numbers is looked at by itself."""
_MOST_BITS = 32


class Kept(NamedTuple):
    """A property as a copy has it, and what is left out of it."""

    body: bytes
    surplus: tuple[bytes, ...] = ()


def canonical(kind: bytes, body: Bytes, deep: bool) -> Kept | None:
    """A property with nothing but what a viewer needs; ``None`` if it needs nothing of it."""
    if kind == b"hvcC":
        return Kept(*hevc_configuration(body, deep))
    if kind == b"av1C":
        return Kept(*av1_configuration(body, deep))
    written = _fixed(kind, body) if kind in _LENGTHS else _WRITERS[kind](body) if kind in _WRITERS else None
    if written is None:
        return None
    if len(written) > len(body):
        raise MalformedError(f"Its “{kind.decode()}” box is too short for what it should say.")
    if deep and kind not in _WITH_TEXT:
        check_numbers(written)
    return Kept(written, _different(written, bytes(body)) if written != body else ())


def _different(written: bytes, body: bytes) -> tuple[bytes, ...]:
    """What of ``body`` is not in what was written."""
    same = next((at for at, (new, old) in enumerate(zip(written, body, strict=False)) if new != old), len(written))
    return (body[same:],)


def _fixed(kind: bytes, body: Bytes) -> bytes:
    """A property of numbers: one of so many bytes, of which some are not used."""
    written = bytes(body[: _LENGTHS[kind]]).ljust(_LENGTHS[kind], b"\0")
    if kind in _BITS:
        written = bytes([written[0] & _BITS[kind]])
    return bytes(4) + written[4:] if kind in _FULL else written


def _colour(body: Bytes) -> bytes | None:
    """Numbers of colour spaces, or an ICC profile as it is."""
    kind = bytes(body[:4])
    if kind in PROFILES:
        return bytes(body)
    if kind == b"nclx":
        return bytes(body[:10]).ljust(10, b"\0") + bytes([body[10] & 0x80 if len(body) > 10 else 0])
    return bytes(body[:10]).ljust(10, b"\0") if kind == b"nclc" else None


def _channels(body: Bytes) -> bytes:
    """``pixi``: how many bits each channel has."""
    count = body[4] if len(body) > 4 else 0
    bits = bytes(body[5 : 5 + count]).ljust(count, b"\0")
    if max(bits, default=0) > _MOST_BITS:
        raise MalformedError("It says that its colours have more bits than any have.")
    return bytes(4) + bytes([count]) + bits


def _auxiliary(body: Bytes) -> bytes | None:
    """``auxC``: what an auxiliary picture is that stays; what else it may say about itself is for depth maps."""
    kind = auxiliary_type(body)
    return bytes(4) + kind + b"\0" if kind in ALPHA | GAIN_MAPS else None


def auxiliary_type(body: Bytes) -> bytes:
    """The name in an ``auxC`` box."""
    return bytes(body[4:260]).partition(b"\0")[0]


def _layers(body: Bytes) -> bytes:
    """``a1lx``: the lengths of three layers, of two or four bytes each."""
    is_wide = len(body) > 0 and body[0] & 1
    return bytes([is_wide]) + bytes(body[1 : 13 if is_wide else 7]).ljust(12 if is_wide else 6, b"\0")


def _volume(body: Bytes) -> bytes:
    """``cclv``: which of the colours are used, and how bright they are, as far as its first byte says so."""
    flags = body[0] & 0x3C if len(body) else 0
    length = 24 * (flags >> 5 & 1) + 4 * (flags >> 2 & 7).bit_count()
    return bytes([flags]) + bytes(body[1 : 1 + length]).ljust(length, b"\0")


_WRITERS: dict[bytes, Callable[[Bytes], bytes | None]] = {
    b"colr": _colour, b"pixi": _channels, b"auxC": _auxiliary, b"a1lx": _layers, b"cclv": _volume,
}  # fmt: skip
NEEDED = frozenset({b"hvcC", b"av1C", *_LENGTHS, *_WRITERS})
"""The kinds of properties that say what a picture is like."""


def shown_size(parts: list[tuple[bytes, Bytes]]) -> Size:
    """The size of a picture as shown: its own, cut and turned as its properties say, in their order."""
    width = height = 0
    try:
        for kind, body in parts:
            if kind == b"ispe":
                width, height = Struct(">II").unpack_from(body, 4)
            elif kind == b"clap":
                wide, per_wide, high, per_high, *_ = _RATIONALS.unpack_from(body)
                width, height = min(width, round(wide / per_wide)), min(height, round(high / per_high))
            elif kind == b"irot" and body[0] & 1:
                width, height = height, width
    except (error, ZeroDivisionError, IndexError):
        raise MalformedError("It does not say how large its picture is.") from None
    if not width or not height:
        raise MalformedError("It does not say how large its picture is.")
    return Size(width, height)
