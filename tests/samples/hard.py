"""Hiding places inside the compressed picture: found only by a program that decodes it.

They are apart from the other samples because a program may refuse such a file or say that it does not look there.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from . import bmp, gif, jpeg, jxl, jxl_bits, png, webp
from .picture import encode, picture, pixels
from .sample import Sample, canary


def hard() -> Iterator[Sample]:
    """All of them."""
    yield _scan_tail("jpeg-scan-tail")
    yield _more_rows("png-more-rows")
    yield _unused_colours("png-unused-colours")
    yield from _chunk_tails()
    yield from _unused_entries()
    yield _section_tail("jxl-section-tail")
    yield _hidden_layer("jxl-hidden-layer")


def _told(sample: Sample, place: str, data: bytes, hides: str) -> Sample:
    return replace(sample, data=data, canaries=(canary(place),), hides=(hides,), keeps=())


def _scan_tail(place: str) -> Sample:
    """Bytes in the scan after the last block of the picture."""
    plain = jpeg.plain()
    data = plain[:-2] + canary(place) + plain[-2:]
    return _told(jpeg.sample("scan-tail", plain), place, data, "the scan after the last block")


def _more_rows(place: str) -> Sample:
    """A compressed stream that goes on after the last row."""
    base = encode(picture(), "PNG")
    rows = png.rows(np.asarray(picture()), 8)
    data = base[:33] + png.chunk(b"IDAT", zlib.compress(rows + canary(place))) + png.chunk(b"IEND")
    return _told(png.sample("more-rows", base), place, data, "the stream after the last row")


def _unused_colours(place: str) -> Sample:
    """Colours of the palette that no pixel has, although it could."""
    few = bytes([0, 0, 0, 90, 90, 90, 180, 0, 0, 255, 255, 255])
    palette = png.chunk(b"PLTE", (few + canary(place)).ljust(48, b"\0"))
    data = png.made(pixels()[:, :, :1] >> 6, 4, png.PALETTE, palette)
    base = png.made(pixels()[:, :, :1] >> 6, 4, png.PALETTE, png.chunk(b"PLTE", few))
    return _told(png.sample("unused-colours", base), place, data, "colours that no pixel has")


def _chunk_tails() -> Iterator[Sample]:
    """Bytes in the picture's chunk after the picture."""
    for name, kind in (("lossy", b"VP8 "), ("lossless", b"VP8L")):
        base = webp.pictures()[name]
        one = webp.chunks(base[12:])[0]
        size = int.from_bytes(one[4:8], "little")
        place = f"webp-{name}-tail"
        data = webp.riff(webp.chunk(kind, one[8 : 8 + size] + canary(place)))
        yield _told(webp.sample(f"{name}-chunk-tail", base), place, data, f"{kind.decode()} after the picture")


def _unused_entries() -> Iterator[Sample]:
    """Colours of a GIF's and a BMP's palette that no pixel has."""
    place = "gif-unused-colours"
    base = gif.local(gif.still())
    image = gif.parts_of(base)[-1]
    wide = image[:9] + bytes([image[9] & 0xF8 | 6]) + image[10:202] + canary(place).ljust(192, b"\0") + image[202:]
    yield _told(gif.sample("unused-colours", base), place, base.replace(image, wide), "colours that no pixel has")
    place = "bmp-unused-colours"
    four = bmp.indexed(2)
    full = four._replace(rows=bmp.rows(np.asarray(picture().quantize(4), np.uint8)), bits=8, colours=64)
    text = b"".join(canary(place)[at : at + 3].ljust(4, b"\0") for at in range(0, len(canary(place)), 3))
    data = full._replace(palette=(four.palette + text).ljust(256, b"\0")).made()
    plain = Sample("bmp-unused-colours", "BMP", ".bmp", data)
    yield replace(plain, canaries=(text[:8],), hides=("colours that no pixel has",))


def _section_tail(place: str) -> Sample:
    """Bytes in the section of a frame after the picture."""
    plain = jxl_bits.frame(lossless=True)
    stream = jxl_bits.codestream([replace(plain, body=plain.body + canary(place))])
    return _told(jxl.sample("section-tail", [plain]), place, jxl.MARK + jxl.TYPE + jxl.whole(stream), "a section's end")


def _hidden_layer(place: str) -> Sample:
    """A frame that another one covers as a whole before anybody sees it."""
    under, over = replace(jxl_bits.frame(shift=90), last=False), jxl_bits.frame()
    hidden = under.body[-60:-20]
    data = jxl_bits.codestream([under, over])
    return replace(jxl.sample("hidden-layer", [over], data=data), canaries=(hidden,), hides=("a layer",), keeps=())
