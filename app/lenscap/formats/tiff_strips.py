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
from lenscap.formats.tiff_shape import JPEG, UNCOMPRESSED, Shape
from lenscap.model import Bytes, Role

_MORE = "Its picture data hold more than the picture."
_DAMAGED = "Its picture data are damaged."
_AT_ONCE = 1 << 20
_MOST_MEMORY = 256 << 20
REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def end_of(data: memoryview, shape: Shape, part: int, span: tuple[int, int]) -> int:
    """Where the data of a strip or tile really end that claims the bytes of ``span``."""
    start, end = span
    if shape.compression in (UNCOMPRESSED, JPEG) or start == end:
        return end
    raw = bytes(data[start:end])
    if shape.fill_order == 2:
        raw = raw.translate(REVERSED)
    return start + _ENDS[shape.compression](raw, shape.size_of(part))


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


def jpeg_ends(data: memoryview, shape: Shape, strips: Sequence[tuple[int, int]], tables: bytes) -> list[int]:
    """Where the JPEG streams of a page end. Those with more in them than the picture are refused."""
    if tables and (tables[:2] != b"\xff\xd8" or tables[-2:] != b"\xff\xd9"):
        raise MalformedError("Its JPEG tables are damaged.")
    ends, unneeded = [], set[int]()
    for number, (start, end) in enumerate(strips):
        if start == end:
            ends.append(end)
            continue
        stop, spare = _jpeg_end(data[start:end], shape, tables[:-2])
        ends.append(start + stop)
        unneeded = spare if number == 0 else unneeded & spare
    if unneeded:
        raise UnsupportedError("Its JPEG tables hold more than the picture needs. Save it again, as TIFF with LZW.")
    return ends


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
