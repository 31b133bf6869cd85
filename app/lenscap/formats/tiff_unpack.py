"""The strips and tiles of a TIFF, unpacked: by Python's own libraries, or by libtiff, a strip at a time."""

from __future__ import annotations

import lzma
import zlib
from struct import Struct

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import tiff_shape as form
from lenscap.formats.tiff_page import Page
from lenscap.formats.tiff_strips import REVERSED

_FAXES = (2, 3, 4, 32771)
_DEFLATE, _LZMA = (8, 32946), 34925
_HEAD, _ENTRY = Struct("<2sHIH"), Struct("<HHII")
_SHORT, _LONG = 3, 4
_DAMAGED = "Its picture data are damaged."


def unpacked(raw: bytes, page: Page, part: int, rows: int) -> bytes:
    """The bytes of a strip or tile of so many ``rows``; raise ``MalformedError`` where some are missing."""
    shape, size = page.shape, page.shape.size_of(part)
    if shape.fill_order == 2:
        raw = raw.translate(REVERSED)
    try:
        if shape.compression == form.UNCOMPRESSED:
            plain = raw
        elif shape.compression in _DEFLATE:
            plain = zlib.decompressobj().decompress(raw, size)
        elif shape.compression == _LZMA:
            plain = lzma.LZMADecompressor().decompress(raw, size)
        else:
            plain = _by_libtiff(raw, page, rows, size)
    except (zlib.error, lzma.LZMAError) as error:
        raise MalformedError(_DAMAGED) from error
    if len(plain) < size:
        raise MalformedError(_DAMAGED)
    return plain[:size]


def _by_libtiff(raw: bytes, page: Page, rows: int, size: int) -> bytes:
    """What libtiff makes of one strip, given to it as a grey picture of its own, or a black and white one."""
    from lenscap import media

    shape = page.shape
    is_fax = shape.compression in _FAXES
    width = shape.across if is_fax else size // rows
    options = [(tag, page_option(page, tag)) for tag in (292, 293)] if is_fax else []
    numbers = [
        (256, width), (257, rows), (258, 1 if is_fax else 8), (259, shape.compression), (262, 1), (277, 1),
        (278, rows), (279, len(raw)), *((tag, number) for tag, number in options if number),
    ]  # fmt: skip
    length = _HEAD.size + (len(numbers) + 1) * _ENTRY.size + 4
    rows_of = [_ENTRY.pack(tag, _LONG, 1, number) for tag, number in sorted([*numbers, (273, length)])]
    file = _HEAD.pack(b"II", 42, 8, len(rows_of)) + b"".join(rows_of) + bytes(4) + raw
    image = media.stored(file)
    if image.mode not in ("1", "L") or image.size != (width, rows):
        raise UnsupportedError("Its pixels are stored in a way that cannot be covered. Export it as RGB first.")
    return image.tobytes()


def page_option(page: Page, tag: int) -> int:
    """The number in a tag of a fax, whose bytes may stand in either order: it is a small one."""
    value = next((value.data for value in page.values if value.tag == tag), b"")
    return max(value, default=0)
