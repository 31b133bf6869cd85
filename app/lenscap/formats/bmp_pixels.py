"""The picture data of a BMP: rows, which end in padding, or runs (BI_RLE4, BI_RLE8), which have an end of their own."""

from __future__ import annotations

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats.bmp_header import RGB, RLE4, Header, Span

_MOST_RUNS = 1 << 27
_LINE_END, _PICTURE_END, _DELTA = 0, 1, 2
_DAMAGED = "Its picture data is damaged, or holds more than the picture."


def row_end(header: Header) -> int:
    """How many bytes of a row are pixels and nothing else."""
    return header.width * header.bits // 8


def needed_end(header: Header, end: bytes) -> bytes:
    """The end of a row with only the pixels in it: a few bits of its first byte, or none."""
    bits = header.width * header.bits % 8
    first = end[0] & 0xFF00 >> bits & 0xFF if bits else 0
    return bytes([first]).ljust(len(end), b"\0") if end else b""


def has_clean_ends(data: memoryview, header: Header, pixels: Span) -> bool:
    """Whether nothing stands between the last pixel of each row and the next row."""
    for place in range(row_end(header), header.stride):
        column = bytes(data[pixels.start + place : pixels.end : header.stride])
        bits = header.width * header.bits % 8 if place == row_end(header) else 0
        free = bytes(byte for byte in range(256) if byte & 0xFF >> bits)
        if len(column.translate(None, free)) != len(column):
            return False
    return True


def check_free_bits(data: memoryview, header: Header, pixels: Span) -> None:
    """Raise ``UnsupportedError`` if pixels have bits that are no colour and yet differ: some viewers show them."""
    if header.bits not in (16, 32) or (header.masks and not any(header.masks)):
        return
    import numpy as np

    whole = (1 << header.bits) - 1
    used = (0x7FFF if header.bits == 16 else 0xFFFFFF) if header.compression == RGB else sum(header.masks)
    free = whole & ~used
    rows = np.frombuffer(data[pixels.start : pixels.end], np.uint8).reshape(-1, header.stride)
    values = rows[:, : row_end(header)].view(f"<u{header.bits // 8}")
    some, every = (int(each.reduce(values, axis=None)) for each in (np.bitwise_or, np.bitwise_and))
    if some & free and every & free != free:
        raise UnsupportedError("Its pixels have bits that not all viewers show alike. Export it as PNG first.")


def runs_end(data: memoryview, header: Header, pixels: Span) -> int:
    """Where the runs of a compressed picture end."""
    if pixels.end - pixels.start > _MOST_RUNS:
        raise MalformedError("It is larger than any picture of its kind.")
    position, column, row = pixels.start, 0, 0
    while position + 2 <= pixels.end:
        count, value = data[position], data[position + 1]
        position += 2
        if count:
            column += count
        elif value == _LINE_END:
            column, row = 0, row + 1
        elif value == _PICTURE_END:
            return position
        elif value == _DELTA:
            right, up = _delta(data, position, pixels.end)
            position, column, row = position + 2, column + right, row + up
        else:
            position = _literal_end(data, header, position, value, pixels.end)
            column += value
        if column > header.width or row > header.height or (column and row == header.height):
            raise MalformedError(_DAMAGED)
    raise MalformedError("Its picture data has no end.")


def _delta(data: memoryview, position: int, end: int) -> tuple[int, int]:
    """How far the next pixel is away; it is, so that there is an end to such moves."""
    if position + 2 > end or not any(data[position : position + 2]):
        raise MalformedError(_DAMAGED)
    return data[position], data[position + 1]


def _literal_end(data: memoryview, header: Header, position: int, count: int, end: int) -> int:
    """Where pixels end that are written one by one, with a padding that must be zero."""
    length = (count + 1) // 2 if header.compression == RLE4 else count
    stop = position + length + length % 2
    if stop > end or (length % 2 and data[stop - 1]):
        raise MalformedError(_DAMAGED)
    if header.compression == RLE4 and count % 2 and data[position + length - 1] & 0x0F:
        raise MalformedError(_DAMAGED)
    return stop
