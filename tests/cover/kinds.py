"""Pictures of every kind that is covered without loss: an array of samples, and a file that holds it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from tests.pictures import astronaut, encoded

Pixels = NDArray[Any]
SIDE = 256


class Kind(NamedTuple):
    """How samples are made out of a picture in RGB, how they are written, and how others than Lenscap read them."""

    suffix: str
    samples: Callable[[Pixels], Pixels]
    written: Callable[[Pixels], bytes]
    read: Callable[[bytes], Pixels]


@cache
def picture() -> Pixels:
    """A photo of a person, in RGB."""
    return np.asarray(astronaut().resize((SIDE, SIDE)))


def _rgb(pixels: Pixels) -> Pixels:
    return pixels


def _grey(pixels: Pixels) -> Pixels:
    return np.asarray(pixels.mean(axis=2).astype(np.uint8))


def _alpha(pixels: Pixels) -> Pixels:
    return np.dstack((pixels, 255 - pixels[..., 0] // 4))


def _opaque(pixels: Pixels) -> Pixels:
    return np.dstack((pixels, np.full_like(pixels[..., 0], 255)))


def _grey_alpha(pixels: Pixels) -> Pixels:
    return np.dstack((_grey(pixels), 255 - pixels[..., 0] // 4))


def _wide(make: Callable[[Pixels], Pixels]) -> Callable[[Pixels], Pixels]:
    """Sixteen bits a channel, of which the lower ones say something."""
    return lambda pixels: make(pixels).astype(np.uint16) * 257 ^ 0x35


def _float(pixels: Pixels) -> Pixels:
    return pixels.astype(np.float32) / np.float32(255)


def _few(bits: int) -> Callable[[Pixels], Pixels]:
    return lambda pixels: _grey(pixels) >> (8 - bits)


def _bits(pixels: Pixels) -> Pixels:
    return _grey(pixels) > 127


COLOURS = np.random.default_rng(5).integers(0, 256, (256, 3), np.uint8)


def _numbers(pixels: Pixels) -> Pixels:
    """The numbers of colours of a palette; not all are used."""
    return _grey(pixels) // 2


def _with_palette(numbers: Pixels) -> Image.Image:
    image = Image.fromarray(numbers, "P")
    image.putpalette(COLOURS.tobytes())
    return image


def _saved(form: str, mode: str | None = None, **options: Any) -> Callable[[Pixels], bytes]:
    def write(samples: Pixels) -> bytes:
        image = (
            Image.fromarray(samples) if mode is None else Image.frombytes(mode, samples.shape[1::-1], samples.tobytes())
        )
        return encoded(image, form, **options)

    return write


def _saved_with_palette(form: str, **options: Any) -> Callable[[Pixels], bytes]:
    return lambda numbers: encoded(_with_palette(numbers), form, **options)


def shown(data: bytes) -> Pixels:
    """What Pillow shows."""
    return np.array(Image.open(io.BytesIO(data)))


def in_colour(data: bytes) -> Pixels:
    """What Pillow shows, in RGBA; of a GIF, what cannot be seen has no colour."""
    image = Image.open(io.BytesIO(data))
    pixels = np.array(image.convert("RGBA"))
    if image.format == "GIF":
        pixels[pixels[..., 3] == 0] = 0
    return pixels


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(colour: int, depth: int) -> Callable[[Pixels], bytes]:
    """A PNG of any depth, without filters."""

    def write(samples: Pixels) -> bytes:
        height, width = samples.shape[:2]
        flat = samples.reshape(height, -1)
        if depth == 16:
            rows = [row.astype(">u2").tobytes() for row in flat]
        else:
            bits = np.unpackbits(flat.astype(np.uint8)[..., None], axis=2)[..., 8 - depth :].reshape(height, -1)
            rows = [row.tobytes() for row in np.packbits(bits, axis=1)]
        head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
        data = zlib.compress(b"".join(b"\0" + row for row in rows))
        return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")

    return write


def unfiltered(data: bytes) -> Pixels:
    """The samples of a PNG that is not interlaced, read by the rules of its standard, byte by byte."""
    width, height, depth, colour = struct.unpack_from(">IIBB", data, 16)
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    stream, position = b"", 8
    while position < len(data):
        (length,) = struct.unpack_from(">I", data, position)
        if data[position + 4 : position + 8] == b"IDAT":
            stream += data[position + 8 : position + 8 + length]
        position += 12 + length
    raw, step, many = zlib.decompress(stream), max(1, channels * depth // 8), -(-width * channels * depth // 8)
    above, rows = bytearray(many), []
    for top in range(height):
        row = bytearray(raw[top * (many + 1) + 1 : (top + 1) * (many + 1)])
        _unfilter(raw[top * (many + 1)], row, above, step)
        rows.append(bytes(row))
        above = row
    if depth == 16:
        return np.frombuffer(b"".join(rows), ">u2").reshape(height, width, channels).squeeze().astype(np.uint16)
    bits = np.unpackbits(np.frombuffer(b"".join(rows), np.uint8).reshape(height, -1), axis=1)
    values = bits[:, : width * channels * depth].reshape(height, width, -1) @ (1 << np.arange(depth)[::-1])
    return np.asarray(values.astype(np.uint8))


def _unfilter(kind: int, row: bytearray, above: bytearray, step: int) -> None:
    for at in range(len(row)):
        left, up = row[at - step] if at >= step else 0, above[at]
        corner = above[at - step] if at >= step else 0
        guess = left + up - corner
        nearest = min((left, up, corner), key=lambda each: abs(guess - each))
        row[at] = (row[at] + (0, left, up, (left + up) // 2, nearest)[kind]) & 255


def _tiff(**options: Any) -> Callable[[Pixels], bytes]:
    def write(samples: Pixels) -> bytes:
        buffer = io.BytesIO()
        tifffile.imwrite(buffer, samples, **options)
        return buffer.getvalue()

    return write


def by_tifffile(data: bytes) -> Pixels:
    return np.asarray(tifffile.imread(io.BytesIO(data)))


RGB: dict[str, Any] = {"photometric": "rgb"}
GREY: dict[str, Any] = {"photometric": "minisblack"}
KINDS: dict[str, Kind] = {
    "png grey 16": Kind(".png", _wide(_grey), _png(0, 16), unfiltered),
    "png grey and alpha 16": Kind(".png", _wide(_grey_alpha), _png(4, 16), unfiltered),
    "png rgb 16": Kind(".png", _wide(_rgb), _png(2, 16), unfiltered),
    "png rgba 16": Kind(".png", _wide(_alpha), _png(6, 16), unfiltered),
    "png grey 2": Kind(".png", _few(2), _png(0, 2), unfiltered),
    "png grey 4": Kind(".png", _few(4), _png(0, 4), unfiltered),
    "png 1 bit": Kind(".png", _bits, _saved("PNG"), shown),
    "png grey and alpha": Kind(".png", _grey_alpha, _saved("PNG"), shown),
    "png rgba": Kind(".png", _alpha, _saved("PNG"), shown),
    "png palette": Kind(".png", _numbers, _saved_with_palette("PNG"), in_colour),
    "png transparent palette": Kind(
        ".png", _numbers, _saved_with_palette("PNG", transparency=bytes(range(256))), in_colour
    ),
    "gif": Kind(".gif", _numbers, _saved_with_palette("GIF"), in_colour),
    "gif transparent": Kind(".gif", _numbers, _saved_with_palette("GIF", transparency=40), in_colour),
    "bmp": Kind(".bmp", _rgb, _saved("BMP"), shown),
    "bmp grey": Kind(".bmp", _grey, _saved("BMP"), in_colour),
    "bmp palette": Kind(".bmp", _numbers, _saved_with_palette("BMP"), in_colour),
    "bmp 1 bit": Kind(".bmp", _bits, _saved("BMP"), in_colour),
    "bmp 32": Kind(".bmp", _opaque, _saved("BMP"), in_colour),
    "tiff rgb": Kind(".tif", _rgb, _tiff(**RGB), by_tifffile),
    "tiff rgb 16": Kind(".tif", _wide(_rgb), _tiff(**RGB), by_tifffile),
    "tiff rgb 16 big-endian": Kind(".tif", _wide(_rgb), _tiff(**RGB, byteorder=">"), by_tifffile),
    "tiff rgb 16 deflate": Kind(".tif", _wide(_rgb), _tiff(**RGB, compression="zlib", predictor=True), by_tifffile),
    "tiff rgba 16": Kind(".tif", _wide(_alpha), _tiff(**RGB, extrasamples=[2]), by_tifffile),
    "tiff tiles": Kind(".tif", _rgb, _tiff(**RGB, tile=(64, 48), compression="zlib"), by_tifffile),
    "tiff big": Kind(".tif", _grey, _tiff(**GREY, bigtiff=True), by_tifffile),
    "tiff grey 16": Kind(".tif", _wide(_grey), _tiff(**GREY), by_tifffile),
    "tiff float": Kind(".tif", lambda pixels: _float(_grey(pixels)), _tiff(**GREY), by_tifffile),
    "tiff grey 32": Kind(
        ".tif", lambda pixels: _grey(pixels).astype(np.int32) * 1_000_003 - 9, _tiff(**GREY), by_tifffile
    ),
    "tiff lzw": Kind(".tif", _rgb, _saved("TIFF", compression="tiff_lzw"), by_tifffile),
    "tiff packbits": Kind(".tif", _grey, _saved("TIFF", compression="packbits"), by_tifffile),
    "tiff group 4": Kind(".tif", _bits, _saved("TIFF", compression="group4"), shown),
    "tiff 1 bit": Kind(".tif", _bits, _saved("TIFF"), shown),
    "tiff cmyk": Kind(".tif", _alpha, _saved("TIFF", "CMYK", compression="tiff_lzw"), shown),
    "tiff palette": Kind(".tif", _numbers, _saved_with_palette("TIFF"), in_colour),
}
