"""The numbers by which an HDR gain map is applied to a picture: read, bounded, and written anew.

They are written in XMP (Adobe's Gain Map 1.0, which Android's Ultra HDR 1.0 uses) or in binary (ISO 21496-1, annex C).
"""

from __future__ import annotations

import re
from itertools import chain
from struct import Struct
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser

from lenscap.errors import MalformedError
from lenscap.model import Bytes, Size

SPACE = b"http://ns.adobe.com/hdr-gain-map/1.0/"
_HDRGM = f"{{{SPACE.decode()}}}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"

_PACKET = (
    b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">%s</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
)
_END = b"</rdf:RDF>"
_DIRECTORY = (
    b'<rdf:Description rdf:about="" xmlns:hdrgm="' + SPACE + b'"'
    b' xmlns:Container="http://ns.google.com/photos/1.0/container/"'
    b' xmlns:Item="http://ns.google.com/photos/1.0/container/item/" hdrgm:Version="1.0"><Container:Directory><rdf:Seq>'
    b'<rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="Primary" Item:Mime="image/jpeg"/></rdf:li>'
    b'<rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="GainMap" Item:Mime="image/jpeg"'
    b' Item:Length="%d"/></rdf:li></rdf:Seq></Container:Directory></rdf:Description>'
)

_UNIT = 10_000_000
"""Numbers are kept as whole multiples of a ten-millionth: none can carry more than it says."""
_MOST = 100 * _UNIT
_NUMBER = re.compile(r"[+-]?\d{1,6}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,2})?")
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_MANY, _BASE_COLOURS, _COMMON, _BACKWARD = 0x80, 0x40, 0x08, 0x04
_FLAGS = Struct(">HHB")
_PAIR, _SIGNED_PAIR = Struct(">II"), Struct(">iI")
_SIGNED = (True, True, False, True, True)
"""Of the five numbers of a channel: the gamma has no sign."""
NO_NUMBERS = bytes(4)
"""What ISO 21496-1 wants in the picture itself: the two versions."""

Channels = tuple[int, ...]
"""A number for the whole map, or one for each of its three channels."""


class Gains(NamedTuple):
    """How a map is applied, in ten-millionths; ``low`` and ``high`` are the headrooms of its two renditions."""

    low: int
    high: int
    curve: tuple[Channels, ...]
    """The least and the most gain, the gamma, and the offsets of the two renditions."""
    backward: bool = False
    """Whether the picture is the HDR rendition, and the map leads to the other one."""
    base_colours: bool = True

    @property
    def is_sound(self) -> bool:
        """Whether a viewer can work with them."""
        least, most, gamma, *_ = map(_three, self.curve)
        return (
            all(abs(number) <= _MOST for number in (self.low, self.high, *chain(*self.curve)))
            and self.low >= 0 <= self.high != self.low
            and min(gamma) > 0
            and all(one <= other for one, other in zip(least, most, strict=True))
        )


def _three(channels: Channels) -> Channels:
    return channels * 3 if len(channels) == 1 else channels


def _shortest(channels: Channels) -> Channels:
    """One number where all are equal."""
    return channels[:1] if len(set(channels)) == 1 else channels


def is_announced(packet: Bytes) -> bool:
    """Whether the XMP of a picture says that there is a gain map."""
    return _properties(packet).get("Version") == ("1.0",)


def from_xmp(packet: Bytes) -> Gains | None:
    """The numbers in the XMP of a gain map; ``None`` if they are not all there, or are none."""
    found = _properties(packet)
    if found.get("Version") != ("1.0",) or not found.keys() >= {"GainMapMax", "HDRCapacityMax"}:
        return None
    backward = found.get("BaseRenditionIsHDR", ("False",))
    try:
        low, high = (_channels(found.get(name, ("0",))) for name in ("HDRCapacityMin", "HDRCapacityMax"))
        curve = tuple(_channels(found.get(name, (usual,))) for name, usual in _XMP_NAMES.items())
    except ValueError:
        return None
    if backward not in (("True",), ("False",)) or len(low) != 1 or len(high) != 1 or high <= low:
        return None
    gains = Gains(low[0], high[0], curve, backward == ("True",))
    return gains if gains.is_sound else None


_XMP_NAMES = {"GainMapMin": "0", "GainMapMax": "", "Gamma": "1", "OffsetSDR": "0.015625", "OffsetHDR": "0.015625"}
"""The properties for each channel, and what stands for those that may be left out."""


def _channels(texts: tuple[str, ...]) -> Channels:
    if len(texts) not in (1, 3) or not all(_NUMBER.fullmatch(text.strip()) for text in texts):
        raise ValueError
    return _shortest(tuple(round(min(max(float(text), -1e6), 1e6) * _UNIT) for text in texts))


def _properties(packet: Bytes) -> dict[str, tuple[str, ...]]:
    """The values of the gain map's properties by name; nothing where a packet is unsound or says one thing twice."""
    raw = bytes(packet)
    if SPACE not in raw:
        return {}
    try:
        root = _root(raw.decode("utf-8"))
    except (ParseError, ValueError, OverflowError):
        return {}
    rdf = root if root.tag == f"{_RDF}RDF" else root.find(f"{_RDF}RDF")
    pairs = [pair for about in ([] if rdf is None else rdf) for pair in _pairs(about)]
    found = dict(pairs)
    return found if len(found) == len(pairs) else {}


def _root(text: str) -> Element:
    text = text.strip("\ufeff\0 \t\r\n")
    if _DECLARATION.search(text):
        raise ValueError
    parser = XMLParser()  # noqa: S314 - declarations of entities were refused above
    parser.feed(text)
    root: Element = parser.close()
    return root


def _pairs(about: Element) -> list[tuple[str, tuple[str, ...]]]:
    """The names and values in a description: attributes, texts, and lists."""
    own: list[tuple[str, tuple[str, ...]]] = [(name, (value,)) for name, value in about.items()]
    for child in about:
        items = child.findall(f"{_RDF}Seq/{_RDF}li")
        own.append((child.tag, tuple(item.text or "" for item in items or [child])))
    return [(name.removeprefix(_HDRGM), values) for name, values in own if name.startswith(_HDRGM)]


def to_xmp(gains: Gains) -> bytes:
    """The packet of a gain map."""
    whole = {"HDRCapacityMin": (gains.low,), "HDRCapacityMax": (gains.high,)}
    values = dict(zip(_XMP_NAMES, gains.curve, strict=True)) | whole
    plain = "".join(f' hdrgm:{name}="{_text(value[0])}"' for name, value in values.items() if len(value) == 1)
    lists = "".join(_list(name, value) for name, value in values.items() if len(value) > 1)
    head = f'<rdf:Description rdf:about="" xmlns:hdrgm="{SPACE.decode()}" hdrgm:Version="1.0"{plain}'
    head += f' hdrgm:BaseRenditionIsHDR="{gains.backward}"'
    return _PACKET % (f"{head}>{lists}</rdf:Description>" if lists else f"{head}/>").encode()


def _list(name: str, value: Channels) -> str:
    items = "".join(f"<rdf:li>{_text(number)}</rdf:li>" for number in value)
    return f"<hdrgm:{name}><rdf:Seq>{items}</rdf:Seq></hdrgm:{name}>"


def _text(number: int) -> str:
    whole, rest = divmod(abs(number), _UNIT)
    return ("-" * (number < 0) + f"{whole}.{rest:07}").rstrip("0").rstrip(".")


def directory(length: int) -> bytes:
    """What the XMP of a picture says of its gain map of so many bytes."""
    return _DIRECTORY % length


def with_directory(packet: bytes | None, length: int) -> bytes:
    """A packet of ours, or an empty one, with the directory in it."""
    before, end, behind = (packet or _PACKET % b"").rpartition(_END)
    return before + directory(length) + end + behind


def without_directory(packet: Bytes, length: int) -> bytes:
    """The rest of a packet; empty if there is nothing but the directory in it, as we write it."""
    raw = bytes(packet)
    return b"" if raw == with_directory(None, length) else raw.replace(directory(length), b"", 1)


def from_iso(body: Bytes) -> Gains | None:
    """The numbers in binary; ``None`` if they are for later readers than us, or are none."""
    try:
        return _from_iso(bytes(body[:256]))
    except (MalformedError, ArithmeticError):
        return None


def _from_iso(body: bytes) -> Gains | None:
    if len(body) < _FLAGS.size:
        return None
    least_version, _, flags = _FLAGS.unpack_from(body)
    numbers = _Fractions(body, _FLAGS.size, bool(flags & _COMMON))
    low, high = numbers.take(False), numbers.take(False)
    rows = [[numbers.take(signed) for signed in _SIGNED] for _ in range(3 if flags & _MANY else 1)]
    curve = tuple(_shortest(column) for column in zip(*rows, strict=True))
    gains = Gains(low, high, curve, bool(flags & _BACKWARD), bool(flags & _BASE_COLOURS))
    return gains if least_version == 0 and gains.is_sound else None


class _Fractions:
    """A row of fractions, each with its denominator, or all with the one that stands before them."""

    def __init__(self, body: bytes, position: int, common: bool) -> None:
        self.body, self.position = body, position
        self.common = int.from_bytes(self._next(4)) if common else 0
        self.has_common = common

    def take(self, signed: bool) -> int:
        """The next number, in ten-millionths."""
        above = int.from_bytes(self._next(4), signed=signed)
        below = self.common if self.has_common else int.from_bytes(self._next(4))
        return round(above * _UNIT / below)

    def _next(self, length: int) -> bytes:
        span = self.body[self.position : self.position + length]
        if len(span) < length:
            raise MalformedError("The numbers of a gain map are cut short.")
        self.position += length
        return span


def to_iso(gains: Gains) -> bytes:
    """The numbers in binary."""
    many = max(map(len, gains.curve)) > 1
    flags = _MANY * many | _BASE_COLOURS * gains.base_colours | _BACKWARD * gains.backward
    rows = list(zip(*map(_three, gains.curve), strict=True))[: 3 if many else 1]
    head = _FLAGS.pack(0, 0, flags) + _PAIR.pack(gains.low, _UNIT) + _PAIR.pack(gains.high, _UNIT)
    return head + b"".join(_SIGNED_PAIR.pack(number, _UNIT) for row in rows for number in row)


def fits(size: Size, whole: Size) -> bool:
    """Whether a map of this size can be laid over a picture: no larger, and of its shape but for rounding."""
    if not (0 < size.width <= whole.width and 0 < size.height <= whole.height):
        return False
    one, other = size.width * whole.height, size.height * whole.width
    return abs(one - other) <= max(one, other) * _SHAPE + whole.width + whole.height


_SHAPE = 0.02
