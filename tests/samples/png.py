"""PNG files made by hand (PNG third edition): every depth and colour type, interlaced or not, animated or not."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .picture import encode, picture, pixels, translucent
from .sample import Part, Sample, canaries_of, places_of

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
NEEDED = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT".split()
)  # fmt: skip
IEND_SIZE = 12

COLOUR_CHUNKS: dict[bytes, bytes] = {
    b"cICP": bytes([1, 13, 0, 1]),
    b"mDCV": struct.pack(">8HII", 35400, 14600, 8500, 39850, 6550, 2300, 15635, 16450, 10_000_000, 50),
    b"cLLI": struct.pack(">II", 10_000_000, 4_000_000),
    b"gAMA": struct.pack(">I", 45455),
    b"cHRM": struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000),
    b"sRGB": b"\0",
    b"sBIT": b"\5\6\5",
}
"""What makes the colours right, for an RGB picture; these go before the palette."""
LATER_CHUNKS: dict[bytes, bytes] = {b"bKGD": struct.pack(">3H", 1, 2, 3), b"pHYs": struct.pack(">IIB", 2835, 2835, 1)}


def chunk(kind: bytes, payload: bytes = b"") -> bytes:
    """Length, name, payload, checksum."""
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def header(width: int, height: int, depth: int, colour: int, interlaced: bool = False) -> bytes:
    """IHDR."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))


def rows(values: NDArray[Any], depth: int) -> bytes:
    """The rows of a picture (height, width, channels), each with filter 0 before it."""
    height = values.shape[0]
    flat = values.reshape(height, -1)
    if depth == 16:
        packed = flat.astype(">u2").view(np.uint8).reshape(height, -1)
    elif depth == 8:
        packed = flat.astype(np.uint8)
    else:
        packed = _packed(flat, depth)
    return np.hstack([np.zeros((height, 1), np.uint8), packed]).tobytes()


def _packed(flat: NDArray[Any], depth: int) -> NDArray[np.uint8]:
    """Values of less than a byte, the first one in the highest bits."""
    bits = np.unpackbits(flat.astype(np.uint8)[:, :, None], axis=2)[:, :, 8 - depth :]
    return np.packbits(bits.reshape(flat.shape[0], -1), axis=1)


def interlaced_rows(values: NDArray[Any], depth: int) -> bytes:
    """The seven passes of Adam7."""
    passes = (values[y::dy, x::dx] for x, y, dx, dy in ADAM7)
    return b"".join(rows(part, depth) for part in passes if part.size)


def made(values: NDArray[Any], depth: int, colour: int, extra: bytes = b"") -> bytes:
    """A whole PNG; ``extra`` are chunks before IDAT."""
    height, width = values.shape[:2]
    data = chunk(b"IDAT", zlib.compress(rows(values, depth)))
    return SIGNATURE + header(width, height, depth, colour) + extra + data + chunk(b"IEND")


def _interlaced() -> bytes:
    values = np.asarray(picture())
    height, width = values.shape[:2]
    data = chunk(b"IDAT", zlib.compress(interlaced_rows(values, 8)))
    return SIGNATURE + header(width, height, 8, RGB, interlaced=True) + data + chunk(b"IEND")


def paletted(alpha: bool = True) -> bytes:
    """Sixteen colours at four bits, of which the first four let something through."""
    ramp = np.arange(16, dtype=np.uint8)
    palette = np.stack([ramp * 17, 255 - ramp * 17, ramp * 5], axis=1).tobytes()
    values = (pixels()[:, :, :1] >> 4).astype(np.uint8)
    extra = chunk(b"PLTE", palette) + (chunk(b"tRNS", bytes([0, 60, 120, 180])) if alpha else b"")
    return made(values, 4, PALETTE, extra)


def many_idats(png: bytes, size: int = 500) -> bytes:
    """The same picture over many IDATs, one of them empty."""
    found = chunks(png)
    stream = b"".join(one[8:-4] for one in found if one[4:8] == b"IDAT")
    spans = [stream[at : at + size] for at in range(0, len(stream), size)]
    data = b"".join(chunk(b"IDAT", span) for span in [*spans[:1], b"", *spans[1:]])
    return SIGNATURE + found[0] + data + chunk(b"IEND")


def animated() -> bytes:
    """Three frames with three durations; the first is the still picture."""
    frames = [picture(shift=shift) for shift in (0, 50, 100)]
    return encode(frames[0], "PNG", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=2)


def animated_with_still() -> bytes:
    """Frames that do not include the still picture."""
    frames = [picture(shift=shift) for shift in (50, 100, 150)]
    return encode(picture(), "PNG", save_all=True, append_images=frames, default_image=True, duration=80)


def wide_values() -> NDArray[Any]:
    """The gradient with sixteen bits a channel."""
    return (pixels().astype(np.uint16) << 8) | pixels(shift=77)


def pictures() -> dict[str, bytes]:
    """PNGs of all kinds, without metadata."""
    return {
        "rgb": encode(picture(), "PNG"),
        "rgba": encode(translucent(), "PNG"),
        "palette": paletted(alpha=False),
        "palette-translucent": paletted(),
        "grey": encode(picture(mode="L"), "PNG"),
        "grey-alpha": encode(translucent().convert("LA"), "PNG"),
        "grey-16": made(wide_values()[:, :, :1], 16, GREY),
        "grey-transparent": made(pixels()[:, :, :1], 8, GREY, chunk(b"tRNS", b"\0\x10")),
        "rgb-16": made(wide_values(), 16, RGB),
        "one-bit": made(pixels()[:, :, :1] >> 7, 1, GREY),
        "two-bit": made(pixels()[:, :, :1] >> 6, 2, GREY),
        "interlaced": _interlaced(),
        "many-idats": many_idats(encode(picture(), "PNG")),
        "one-pixel": encode(picture(1, 1), "PNG"),
    }


def chunks(png: bytes) -> list[bytes]:
    """The chunks of a PNG that we made."""
    found, at = [], len(SIGNATURE)
    while at < len(png):
        end = at + 12 + int.from_bytes(png[at : at + 4], "big")
        found.append(png[at:end])
        at = end
    return found


class Parts(NamedTuple):
    """What is put where: behind IHDR, before the first IDAT, between frames, before IEND, behind it."""

    front: Sequence[Part] = ()
    before_data: Sequence[Part] = ()
    between: Sequence[Part] = ()
    end: Sequence[Part] = ()
    behind: Sequence[Part] = ()

    def all(self) -> tuple[Part, ...]:
        """Every part, in the order of the file."""
        return (*self.front, *self.before_data, *self.between, *self.end, *self.behind)


NOTHING = Parts()


def _joined(parts: Sequence[Part]) -> bytes:
    return b"".join(part.data for part in parts)


def splice(png: bytes, parts: Parts) -> bytes:
    """Put parts into a PNG; those between go before every frame control but the first, and before each fdAT."""
    first, *middle, last = chunks(png)
    data = next(index for index, one in enumerate(middle) if one[4:8] == b"IDAT")
    body = [_joined(parts.between) + one if one[4:8] in (b"fcTL", b"fdAT") else one for one in middle[data:]]
    before = [first, _joined(parts.front), *middle[:data], _joined(parts.before_data)]
    return SIGNATURE + b"".join([*before, *body, _joined(parts.end), last, _joined(parts.behind)])


def sample(
    name: str, png: bytes, parts: Parts = NOTHING, orientation: int = 1, icc: bytes | None = None, frames: int = 1
) -> Sample:
    """A PNG sample: a clean picture with parts put in. What it keeps are its chunks, in order."""
    every = parts.all()
    keeps = tuple(one for one in chunks(png) if one[4:8] in NEEDED)
    return Sample(
        f"png-{name}", "PNG", ".png", splice(png, parts), canaries_of(every), places_of(every), orientation, icc,
        keeps, frames,
    )  # fmt: skip
