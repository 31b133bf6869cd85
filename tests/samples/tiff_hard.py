"""TIFF files that hide something inside the compressed picture."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from .exif import SHORT, numbers, raw
from .jpeg import COM, segment
from .picture import picture
from .sample import Sample, canary
from .tiff import Sheet, sample, sheet, whole
from .tiff_samples import kinds


def tiff_hard() -> Iterator[Sample]:
    """All of them."""
    secret = canary("tiff-hard")
    jpeg = sheet(picture(), compression="jpeg")
    comment = segment(COM, secret)
    (strip,) = jpeg.strips
    pages = {
        "more-rows-deflated": _deflated(np.asarray(picture()).tobytes() + secret),
        "comment-in-a-strip": jpeg._replace(strips=(strip[:2] + comment + strip[2:],)),
        "comment-in-the-tables": jpeg.plus(raw(347, _tables(jpeg)[:-2] + comment + b"\xff\xd9")),
        "table-that-no-strip-needs": jpeg.plus(raw(347, _tables(jpeg)[:-2] + _table(secret) + b"\xff\xd9")),
        "more-rows-in-zstd": _block_behind(kinds()["zstd"], secret),
        "fax-tail": _longer(kinds()["group3"], secret),
        "run-length-tail": _longer(kinds()["ccitt"], secret),
    }
    for name, page in pages.items():
        made = sample(name, whole([page]), pages=[page])
        yield replace(made, canaries=(secret,), hides=(name,), keeps=())


def _deflated(rows: bytes) -> Sheet:
    return sheet(picture()).plus(numbers(259, SHORT, [8], "<"))._replace(strips=(zlib.compress(rows),))


def _tables(page: Sheet) -> bytes:
    (tables,) = (field.value for field in page.fields if field.tag == 347)
    assert isinstance(tables, bytes)
    return tables


def _table(secret: bytes) -> bytes:
    """A quantisation table with the number 3."""
    return segment(0xDB, b"\3" + secret.ljust(64, b"!"))


def _longer(page: Sheet, secret: bytes) -> Sheet:
    return page._replace(strips=tuple(strip + secret for strip in page.strips))


def _block_behind(page: Sheet, secret: bytes) -> Sheet:
    """A block that is not compressed behind the only one, which begins at byte 6 (RFC 8878, section 3.1.1.2)."""
    (strip,) = page.strips
    assert strip[6] & 1, "Pillow writes more than one block"
    block = (len(secret) << 3 | 1).to_bytes(3, "little") + secret
    return page._replace(strips=(strip[:6] + bytes([strip[6] & 0xFE]) + strip[7:] + block,))
