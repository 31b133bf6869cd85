"""Where the compressed data of a strip or tile end (TIFF 6.0, sections 9 to 13; technical note 2; RFC 1950 and 8878).

Bytes behind that end are shown by no decoder. A stream that goes on behind the last row is refused.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Callable, Sequence
from functools import cache

from isal import isal_zlib

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import jpeg
from lenscap.formats.tiff_lzw import lzw_end
from lenscap.formats.tiff_page import Span
from lenscap.formats.tiff_shape import JPEG, UNCOMPRESSED, Shape
from lenscap.model import Bytes, Role

_MORE = "Its picture data hold more than the picture."
_DAMAGED = "Its picture data are damaged."
_AT_ONCE = 1 << 20
_MOST_MEMORY = 256 << 20
_MOST_TIMES, _MOST_UNPACKED = 2, 16 << 30
"""How often all the bytes of a file may be looked at, and to how many they may unpack."""
_MOST_OF_ONE = 1 << 13
"""To how many bytes one may unpack."""
_LONGEST_TABLES = 1 << 12
"""Those of a JPEG: four for its quantisation and eight for its codes have less."""
REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class Strips:
    """The strips and tiles of a file, which may be those of many pages: each is looked into once.

    How many bytes that may take is bounded: a page may also say of the strip of another one that it is larger.
    """

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._packed, self._unpacked = _MOST_TIMES * len(data), _MOST_UNPACKED
        self._ends: dict[tuple[Span, int, int, int], int] = {}
        self._jpegs: dict[tuple[Span, int, int, bytes], tuple[int, set[int]]] = {}

    def end_of(self, shape: Shape, part: int, span: Span) -> int:
        """Where the data of a strip or tile really end that claims the bytes of ``span``."""
        start, end = span
        if shape.compression in (UNCOMPRESSED, JPEG) or start == end:
            return end
        size = shape.size_of(part)
        key = span, shape.compression, shape.fill_order, size
        if key not in self._ends:
            self._spend(end - start, size)
            raw = bytes(self._data[start:end])
            if shape.fill_order == 2:
                raw = raw.translate(REVERSED)
            self._ends[key] = start + _ENDS[shape.compression](raw, size)
        return self._ends[key]

    def jpeg_ends(self, shape: Shape, strips: Sequence[Span], tables: bytes) -> list[int]:
        """Where the JPEG streams of a page end. Those with more in them than the picture are refused."""
        if tables and (tables[:2] != b"\xff\xd8" or tables[-2:] != b"\xff\xd9" or len(tables) > _LONGEST_TABLES):
            raise MalformedError("Its JPEG tables are damaged.")
        ends, unneeded = [], set[int]()
        for number, span in enumerate(strips):
            start, end = span
            if start == end:
                ends.append(end)
                continue
            stop, spare = self._jpeg(shape, span, tables)
            ends.append(start + stop)
            unneeded = spare if number == 0 else unneeded & spare
        if unneeded:
            raise UnsupportedError("Its JPEG tables hold more than the picture needs. Save it again, as TIFF with LZW.")
        return ends

    def _jpeg(self, shape: Shape, span: Span, tables: bytes) -> tuple[int, set[int]]:
        key = span, shape.across, shape.down, tables
        if key not in self._jpegs:
            self._spend(span[1] - span[0], 0)
            self._jpegs[key] = _jpeg_end(self._data[slice(*span)], shape, tables[:-2])
        return self._jpegs[key]

    def _spend(self, packed: int, unpacked: int) -> None:
        self._packed -= packed
        self._unpacked -= min(unpacked, packed * _MOST_OF_ONE)
        if min(self._packed, self._unpacked) < 0:
            raise MalformedError("Its picture data are those of more pictures than they can be.")


def _deflate_end(raw: bytes, size: int) -> int:
    inflater = isal_zlib.decompressobj()
    rest: Bytes = raw
    inflated = 0
    while rest and not inflater.eof:
        try:
            inflated += len(inflater.decompress(rest, _AT_ONCE))
        except isal_zlib.IsalError as error:  # type: ignore[misc]  # its stub does not say that it is an exception
            raise MalformedError(_DAMAGED) from error
        if inflated > size:
            raise MalformedError(_MORE)
        rest = inflater.unconsumed_tail
    return len(raw) - len(inflater.unused_data)


def _packbits_end(raw: bytes, size: int) -> int:
    position, unpacked, end = 0, 0, len(raw)
    while unpacked < size and position < end:
        head = raw[position]
        if head < 128:
            unpacked += head + 1
            position += head + 2
        else:
            unpacked += 257 - head if head > 128 else 0
            position += 2 if head > 128 else 1
    if unpacked > size:
        raise MalformedError(_MORE)
    return min(position, end)


def _fax_end(raw: bytes, _: int) -> int:
    """Behind the two codes that end a page in T.6; where there are none, the end cannot be known."""
    found = _end_of_page().search(raw)
    return found.end() if found else len(raw)


@cache
def _end_of_page() -> re.Pattern[bytes]:
    """The 24 bits 000000000001 000000000001 at each place that they may have in a byte. No other codes look so."""
    shapes = [rb"\x00\x10\x01"]
    for shift in range(1, 8):
        first, second, third, fourth = (0x001001 << (8 - shift)).to_bytes(4, "big")
        before = [byte for byte in range(256) if byte & (0xFF >> shift) == first]
        behind = [byte for byte in range(256) if byte >> (8 - shift) == fourth >> (8 - shift)]
        shapes.append(_any_of(before) + re.escape(bytes([second, third])) + _any_of(behind))
    return re.compile(b"|".join(shapes), re.DOTALL)


def _any_of(allowed: list[int]) -> bytes:
    return b"[" + b"".join(b"\\x%02x" % byte for byte in allowed) + b"]"


def _any_end(raw: bytes, _: int) -> int:
    return len(raw)


def _lzma_end(raw: bytes, size: int) -> int:
    inflater = lzma.LZMADecompressor(memlimit=_MOST_MEMORY)
    inflated, rest = 0, raw
    try:
        while not inflater.eof:
            piece = inflater.decompress(rest, _AT_ONCE)
            inflated, rest = inflated + len(piece), b""
            if inflated > size:
                raise MalformedError(_MORE)
            if not piece and inflater.needs_input:
                break
    except (lzma.LZMAError, EOFError) as error:
        raise MalformedError(_DAMAGED) from error
    return len(raw) - len(inflater.unused_data)


_ZSTD = b"\x28\xb5\x2f\xfd"


def _zstd_end(raw: bytes, size: int) -> int:
    """Behind the last block of the first frame (RFC 8878, section 3.1.1). Only the claimed size is looked at."""
    if raw[:4] != _ZSTD or len(raw) < 6:
        raise MalformedError(_DAMAGED)
    described = raw[4]
    single = described >> 5 & 1
    width = (1 if single else 0, 2, 4, 8)[described >> 6]
    start = 5 + (not single) + (0, 1, 2, 4)[described & 3]
    claimed = int.from_bytes(raw[start : start + width], "little") + 256 * (width == 2)
    if width and claimed > size:
        raise MalformedError(_MORE)
    position, last = start + width, 0
    while not last:
        head = int.from_bytes(raw[position : position + 3], "little")
        last, kind = head & 1, head >> 1 & 3
        position += 3 + (1 if kind == 1 else head >> 3)
        if position > len(raw) or kind == 3:
            raise MalformedError(_DAMAGED)
    end = position + 4 * (described >> 2 & 1)
    if raw[end : end + 4] == _ZSTD:
        raise MalformedError(_MORE)
    return min(end, len(raw))


_ENDS: dict[int, Callable[[bytes, int], int]] = {
    2: _any_end,
    3: _any_end,
    4: _fax_end,
    5: lzw_end,
    8: _deflate_end,
    32771: _any_end,
    32773: _packbits_end,
    32946: _deflate_end,
    34925: _lzma_end,
    50000: _zstd_end,
}


def _jpeg_end(strip: memoryview, shape: Shape, tables: bytes) -> tuple[int, set[int]]:
    """Where one stream ends, and where in the common tables those begin that it does not need."""
    if bytes(strip[:2]) != b"\xff\xd8":
        raise MalformedError(_DAMAGED)
    whole = tables + bytes(strip[2:]) if tables else bytes(strip)
    shift = len(tables) - 2 if tables else 0
    layout = jpeg.read(memoryview(whole), deep=True)
    if layout.size.width > shape.across or layout.size.height > shape.down:
        raise MalformedError(_MORE)
    end, spare = len(whole), set[int]()
    for block in layout.blocks:
        if block.name == "trailer":
            end = block.start
        elif block.role in (Role.METADATA, Role.UNKNOWN) and block.start < len(tables):
            spare.add(block.start)
        elif block.role not in (Role.STRUCTURE, Role.PIXELS):
            what = f"A part of its picture is a JPEG with metadata of its own ({block.name})."
            raise UnsupportedError(f"{what} Save it again, as TIFF with LZW.")
    return end - shift, spare
