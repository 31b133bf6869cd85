"""What a sample is, and how a canary is named and found again."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, NamedTuple

import brotli
import pillow_jxl

Format = Literal["JPEG", "PNG", "WebP", "GIF", "BMP", "TIFF", "HEIF", "AVIF", "JPEG XL", "MP4"]

MOST = 1 << 22
"""No compressed place of a sample holds more bytes than this."""

CHAINS = re.compile(rb"!(?:[\x01\xf9\xfe]|\xff(?=\x0b))")
"""Where the sub-blocks of a GIF's extensions begin."""
MOST_HEADERS = 1 << 14
"""No JPEG XL of ours has longer headers before its last frame."""

ZLIB_HEADS = re.compile(rb"\x78[\x01\x5e\x9c\xda]")


class Part(NamedTuple):
    """A piece of a file that hides something: where it hides it, its bytes, and the canaries in them."""

    place: str
    data: bytes
    canaries: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A picture with canaries.

    ``keeps`` are byte strings that are the picture itself (compressed pixels, tables, colour): they must be
    in a clean copy as they are and in this order. ``icc`` is the colour profile in the file, texts and all.
    ``orientation`` is the one that a viewer obeys, 1 to 8.
    """

    name: str
    format: Format
    suffix: str
    data: bytes
    canaries: tuple[bytes, ...] = ()
    hides: tuple[str, ...] = ()
    orientation: int = 1
    icc: bytes | None = None
    keeps: tuple[bytes, ...] = ()
    frames: int = 1
    opens: bool = True
    """Whether a decoder shows it all; what hides in its set-up keeps it from that."""

    def __str__(self) -> str:
        """The name, which a test shows."""
        return self.name


def canary(place: str) -> bytes:
    """A string that is found nowhere by chance, different for each place: ``CANARY-jpeg-com-0c1d``."""
    return b"CANARY-%s-%s" % (place.encode("ascii"), sha256(place.encode("ascii")).hexdigest()[:4].encode("ascii"))


def text(place: str) -> str:
    """The canary of a place, as text."""
    return canary(place).decode("ascii")


def canaries_of(parts: Iterable[Part]) -> tuple[bytes, ...]:
    """The canaries of all parts, each once."""
    return tuple(dict.fromkeys(one for part in parts for one in part.canaries))


def places_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """The hiding places of all parts."""
    return tuple(part.place for part in parts)


def find(data: bytes, needle: bytes) -> bool:
    """Say whether a canary is in a file: as it is, in another spelling, or in a compressed place."""
    spellings = tuple(_spellings(needle))
    return any(spelling in view for view in _views(data) for spelling in spellings)


def survivors(sample: Sample, data: bytes) -> tuple[bytes, ...]:
    """The canaries of a sample that are in ``data``, which may be a copy of it."""
    views = tuple(_views(data))
    return tuple(one for one in sample.canaries if any(s in view for s in _spellings(one) for view in views))


def _spellings(needle: bytes) -> Iterator[bytes]:
    yield needle
    if needle.isascii():
        yield from _wide(needle.decode("ascii"))
    yield needle.hex().encode("ascii")
    yield needle.hex().upper().encode("ascii")
    yield from _base64(needle)


def _wide(string: str) -> Iterator[bytes]:
    yield string.encode("utf-16-le")
    yield string.encode("utf-16-be")


def _base64(needle: bytes) -> Iterator[bytes]:
    """The part of a needle's base64 that does not depend on what is around it, for each of three alignments."""
    for skip in range(3):
        whole = needle[skip : skip + (len(needle) - skip) // 3 * 3]
        yield base64.b64encode(whole)


def _views(data: bytes) -> Iterator[bytes]:
    """The file, what each zlib stream in it inflates to, and what a GIF has in sub-blocks.

    Of a JPEG XL also what its compressed boxes hold, the JPEG that it can give back, and its headers at every bit.
    All of them also without the line breaks that hexadecimal has.
    """
    streams = (_inflate(data[head.start() :]) for head in ZLIB_HEADS.finditer(data))
    chains = (_unchained(data, head.end()) for head in CHAINS.finditer(data) if data[:3] == b"GIF")
    more = _jxl_views(data) if data[4:8] == b"JXL " or data[:2] == b"\xff\x0a" else ()
    for view in (data, *filter(None, streams), *chains, *more):
        yield view
        yield view.replace(b"\n", b"")


def _unchained(data: bytes, at: int) -> bytes:
    """What sub-blocks hold together."""
    pieces = []
    while data[at : at + 1] not in (b"", b"\0"):
        pieces.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return b"".join(pieces)


def _inflate(stream: bytes) -> bytes:
    """As much as a zlib stream gives; nothing where there is none."""
    try:
        return zlib.decompressobj().decompress(stream, MOST)
    except zlib.error:
        return b""


def _jxl_views(data: bytes) -> Iterator[bytes]:
    for match in re.finditer(rb"....brob....", data, re.DOTALL):
        yield _unpack(data[match.end() : match.start() + int.from_bytes(match[0][:4], "big")])
    if b"jbrd" in data:
        yield from _rebuilt(data)
    start = max(0, data.find(b"\xff\x0a"))
    headers = int.from_bytes(data[start : start + MOST_HEADERS], "little")
    yield from ((headers >> shift).to_bytes(MOST_HEADERS, "little") for shift in range(1, 8))


def _unpack(stream: bytes) -> bytes:
    try:
        return bytes(brotli.Decompressor().process(stream, output_buffer_limit=MOST))
    except brotli.error:
        return b""


def _rebuilt(data: bytes) -> Iterator[bytes]:
    """The JPEG that a JPEG XL can give back."""
    try:
        is_jpeg, _, jpeg, *_ = pillow_jxl.Decoder()(data)
    except Exception:  # the data may be damaged in any way
        return
    if is_jpeg:
        yield bytes(jpeg)
