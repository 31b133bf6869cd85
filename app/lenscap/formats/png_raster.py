"""The pixels of a PNG as numbers of its own depth, and back (the W3C's PNG, third edition, sections 7 to 12).

It is written without interlacing, each row with the filter that leaves the smallest numbers (section 12.7).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lenscap.errors import UnsupportedError
from lenscap.formats import png
from lenscap.formats.png_picture import PALETTE, SIGNATURE, Picture, picture_in
from lenscap.formats.sheet import Sheet, packed_bits
from lenscap.model import Role

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

_GREY, _RGB, _GREY_ALPHA, _RGBA = 0, 2, 4, 6
_CHANNELS = {_GREY: 1, _RGB: 3, PALETTE: 1, _GREY_ALPHA: 2, _RGBA: 4}
_LIKE = {_GREY: _GREY_ALPHA, _GREY_ALPHA: _RGBA}
"""As which colours of 8 bits those of 16 can be decoded: a pixel has as many bytes."""
_CARRIED_OVER = ("gAMA", "cHRM", "sRGB", "cICP", "mDCV", "mDCv", "cLLI", "cLLi", "sBIT", "pHYs")
_DEPTH, _COLOUR = 24, 25
_ROWS = 64


def sheets(data: bytes) -> list[Sheet]:
    """The picture; raise ``UnsupportedError`` for an animation."""
    import numpy as np

    from lenscap import media

    picture = picture_in(memoryview(data), False)
    depth, colour = picture.header.depth, picture.header.colour
    if depth == 16:
        return [Sheet(_of_16_bits(data, picture), 65535.0)]
    pixels = np.array(media.stored(data))
    channels = pixels.shape[2] if pixels.ndim == 3 else 1
    if channels != _CHANNELS[colour]:
        raise UnsupportedError("Its pixels are stored in a way that cannot be covered. Export it as RGB first.")
    if colour == PALETTE:
        return [Sheet(pixels, 0, _palette(data, picture))]
    most = (1 << depth) - 1
    if depth < 8 and pixels.dtype != bool:
        pixels //= 255 // most
    return [Sheet(pixels.astype(np.uint8), float(most))]


def _of_16_bits(data: bytes, picture: Picture) -> NDArray[np.uint16]:
    """The numbers of a picture of 16 bits a channel, which Pillow cannot hold: it decodes bytes."""
    import numpy as np

    from lenscap import media

    header = picture.header
    if header.colour not in _LIKE:
        high, low = (np.asarray(half).astype(np.uint16) for half in media.halves(data))
        return np.asarray((high << 8) | low)
    like = bytearray(data)
    like[_DEPTH], like[_COLOUR] = 8, _LIKE[header.colour]
    like[29:33] = zlib.crc32(like[12:29]).to_bytes(4, "big")
    image: Image = media.stored(bytes(like))
    shape = (header.height, header.width, _CHANNELS[header.colour])
    pixels = np.frombuffer(image.tobytes(), ">u2").astype(np.uint16).reshape(shape)
    return pixels[..., 0] if header.colour == _GREY else pixels


def _palette(data: bytes, picture: Picture) -> NDArray[np.uint8]:
    import numpy as np

    chunks = {chunk.kind: data[chunk.body] for chunk in reversed(picture.chunks)}
    colours = np.frombuffer(chunks.get(b"PLTE", b"")[: 3 * picture.colours], np.uint8).reshape(-1, 3)
    if not len(colours):
        raise UnsupportedError("Its pixels have no colours. Export it as RGB first.")
    alpha = np.full(len(colours), 255, np.uint8)
    told = np.frombuffer(chunks.get(b"tRNS", b"")[: len(colours)], np.uint8)
    alpha[: len(told)] = told
    return np.column_stack((colours, alpha))


def rebuilt(data: bytes, painted: Sequence[Sheet]) -> bytes:
    """The same picture with other pixels, and the chunks that say how its colours and its size are meant."""
    picture = picture_in(memoryview(data), False)
    header, sheet = picture.header, painted[0]
    head = data[16:28] + b"\0"
    parts = [SIGNATURE, png.chunk(b"IHDR", head), *_carried_over(data)]
    if picture.profile.icc:
        parts.append(png.chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(picture.profile.icc)))
    if sheet.palette is not None:
        parts += _colours(sheet.palette)
    elif key := next((data[chunk.body] for chunk in picture.chunks if chunk.kind == b"tRNS"), b""):
        parts.append(png.chunk(b"tRNS", key))
    parts.append(png.chunk(b"IDAT", _compressed(sheet, header.depth)))
    return b"".join([*parts, png.chunk(b"IEND", b"")])


def _carried_over(data: bytes) -> Iterator[bytes]:
    for block in png.read(memoryview(data)).blocks:
        if block.name in _CARRIED_OVER and block.role in (Role.COLOUR, Role.STRUCTURE):
            yield data[block.start : block.end]


def _colours(palette: NDArray[np.uint8]) -> Iterator[bytes]:
    yield png.chunk(b"PLTE", palette[:, :3].tobytes())
    if (palette[:, 3] != 255).any():
        yield png.chunk(b"tRNS", palette[:, 3].tobytes())


def _compressed(sheet: Sheet, depth: int) -> bytes:
    """All the rows, filtered and deflated."""
    import numpy as np

    compressor = zlib.compressobj()
    height = len(sheet.samples)
    flat = sheet.samples.reshape(height, -1)
    step = max(1, flat.shape[1] // sheet.samples.shape[1] * depth // 8)
    is_plain = depth < 8 or sheet.palette is not None
    above = None
    parts = []
    for top in range(0, height, _ROWS):
        rows = _bytes(flat[top : top + _ROWS], depth)
        above = np.zeros_like(rows[:1]) if above is None else above
        lines = np.pad(rows, ((0, 0), (1, 0))) if is_plain else _filtered(rows, above, step)
        parts.append(compressor.compress(lines.tobytes()))
        above = rows[-1:]
    return b"".join([*parts, compressor.flush()])


def _bytes(rows: NDArray[np.generic], depth: int) -> NDArray[np.uint8]:
    import numpy as np

    if depth == 16:
        return rows.astype(">u2").view(np.uint8)
    return packed_bits(rows.astype(np.uint8), depth)


def _filtered(rows: NDArray[np.uint8], above: NDArray[np.uint8], step: int) -> NDArray[np.uint8]:
    """Each row with the number of its filter before it."""
    import numpy as np

    up = np.concatenate((above, rows[:-1]))
    left, corner = (np.pad(each, ((0, 0), (step, 0)))[:, : rows.shape[1]] for each in (rows, up))
    mean = ((left.astype(np.uint16) + up) // 2).astype(np.uint8)
    guesses = np.stack((np.zeros_like(rows), left, up, mean, _paeth(left, up, corner)))
    rest = rows - guesses
    best = np.abs(rest.view(np.int8).astype(np.int16)).sum(axis=2, dtype=np.int64).argmin(axis=0)
    chosen = rest[best, np.arange(len(rows))]
    return np.column_stack((best.astype(np.uint8), chosen))


def _paeth(left: NDArray[np.uint8], up: NDArray[np.uint8], corner: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Of three neighbours the one nearest to left + up - corner, the earlier if two are (section 9.4)."""
    import numpy as np

    a, b, c = (each.astype(np.int16) for each in (left, up, corner))
    far_left, far_up, far_corner = np.abs(b - c), np.abs(a - c), np.abs(a + b - 2 * c)
    nearest = np.where(
        (far_left <= far_up) & (far_left <= far_corner), left, np.where(far_up <= far_corner, up, corner)
    )
    return np.asarray(nearest, np.uint8)
