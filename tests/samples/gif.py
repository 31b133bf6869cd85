"""GIF files taken apart and put together (GIF89a)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PIL import Image

from .picture import encode, picture
from .sample import Part, Sample, canaries_of, places_of

HEAD = 13
END = b";"
XMP_TAIL = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
LOOP = b"\x01\x02\0"
"""Twice more."""


def chain(body: bytes, length: int = 255) -> bytes:
    """Sub-blocks of a length, and the terminator."""
    pieces = [body[at : at + length] for at in range(0, len(body), length)]
    return b"".join(bytes([len(piece)]) + piece for piece in pieces) + b"\0"


def extension(label: int, body: bytes) -> bytes:
    """An extension whose sub-blocks and terminator are given."""
    return b"!" + bytes([label]) + body


def comment(body: bytes) -> bytes:
    return extension(0xFE, chain(body))


def application(name: bytes, body: bytes) -> bytes:
    """An application extension, whose name has 11 bytes."""
    return extension(0xFF, bytes([len(name)]) + name + body)


def loop(body: bytes = chain(LOOP), name: bytes = b"NETSCAPE2.0") -> bytes:
    """The extension by which an animation repeats."""
    return application(name, body)


def control(packed: int = 0, delay: int = 10, colour: int = 0, more: bytes = b"") -> bytes:
    """A graphic control; ``more`` is what it holds beyond the four bytes that it needs."""
    return extension(0xF9, chain(struct.pack("<BHB", packed, delay, colour) + more))


def profile(data: bytes, length: int = 255) -> bytes:
    """An ICC profile."""
    return application(b"ICCRGBG1012", chain(data, length))


def xmp(data: bytes) -> bytes:
    """XMP as Adobe puts it: not in sub-blocks, with a tail for those who do not know."""
    return application(b"XMP DataXMP", data + XMP_TAIL)


def table(packed: int) -> int:
    """How many bytes of colours follow a descriptor."""
    return 3 << (packed & 7) + 1 if packed & 0x80 else 0


def head(gif: bytes) -> bytes:
    """The header, the screen and the global colours."""
    return gif[: HEAD + table(gif[10])]


def parts_of(gif: bytes) -> list[bytes]:
    """The parts of a GIF that we made, between the head and the trailer."""
    found, at = [], len(head(gif))
    while gif[at] != END[0]:
        start = at
        at += 10 + table(gif[at + 9]) + 1 if gif[at] == ord(",") else 2
        while gif[at]:
            at += 1 + gif[at]
        at += 1
        found.append(gif[start:at])
    return found


def compressed(image: bytes) -> bytes:
    """The byte before the compressed data of a picture, and its sub-blocks, without the terminator."""
    return image[10 + table(image[9]) : -1]


def bits(codes: Iterable[tuple[int, int]]) -> bytes:
    """Codes with their lengths, the lowest bit first."""
    whole = at = 0
    for code, width in codes:
        whole |= code << at
        at += width
    return whole.to_bytes(-(-at // 8), "little")


def plain_codes(indices: bytes, least: int, end: Sequence[int]) -> list[tuple[int, int]]:
    """Codes of a picture that is not compressed: the table is cleared before it grows beyond one more bit."""
    codes: list[tuple[int, int]] = []
    for at, index in enumerate(indices):
        if at % ((1 << least) - 2) == 0:
            codes.append((1 << least, least + 1))
        codes.append((index, least + 1))
    return codes + [(code, least + 1) for code in end]


def uncompressed(size: tuple[int, int], indices: bytes, end: Sequence[int], least: int = 2, tail: bytes = b"") -> bytes:
    """An image with a choice of what stands behind its last pixel: codes, and bytes."""
    data = bits(plain_codes(indices, least, end)) + tail
    return b"," + struct.pack("<HHHHB", 0, 0, *size, 0) + bytes([least]) + chain(data)


def still(**options: Any) -> bytes:
    """A picture of 64 colours."""
    return encode(picture().quantize(64), "GIF", **options)


def pictures() -> dict[str, bytes]:
    """GIFs of all kinds, without metadata."""
    one = Image.new("P", (1, 1), 1)
    one.putpalette([0, 0, 0, 255, 255, 255])
    return {
        "colours": still(),
        "rows-in-order": still(interlace=0),
        "grey": encode(picture(mode="L"), "GIF"),
        "two-colours": encode(picture(mode="1"), "GIF"),
        "transparent": still(transparency=3),
        "odd-size": encode(picture(61, 43).quantize(256), "GIF"),
        "one-pixel": encode(one, "GIF"),
        "87a": b"GIF87a" + still()[6:],
        "local-colours": local(still()),
    }


def local(gif: bytes) -> bytes:
    """The same with its colours in the picture and not in the head."""
    colours = head(gif)[HEAD:]
    image = parts_of(gif)[-1]
    packed = 0x80 | image[9] & 0x40 | gif[10] & 7
    screen = gif[:10] + b"\x70\0\0"
    return screen + b"".join(parts_of(gif)[:-1]) + image[:9] + bytes([packed]) + colours + image[10:] + END


def animated(disposal: int = 1) -> bytes:
    """Three frames with three durations, shown three times."""
    frames = [picture(shift=shift).quantize(32) for shift in (0, 50, 100)]
    options = {"save_all": True, "append_images": frames[1:], "duration": [100, 200, 300], "loop": 2}
    return encode(frames[0], "GIF", disposal=disposal, optimize=False, **options)


class Parts(NamedTuple):
    """What is put where: behind the head, between frames, before the end, behind the end."""

    front: Sequence[Part] = ()
    between: Sequence[Part] = ()
    end: Sequence[Part] = ()
    behind: Sequence[Part] = ()

    def all(self) -> tuple[Part, ...]:
        """Every part, in the order of the file."""
        return (*self.front, *self.between, *self.end, *self.behind)


NOTHING = Parts()


def _joined(parts: Sequence[Part]) -> bytes:
    return b"".join(part.data for part in parts)


def splice(gif: bytes, parts: Parts) -> bytes:
    """Put parts into a GIF."""
    found = parts_of(gif)
    numbers = [number for number, one in enumerate(found) if one[:1] == b","]
    for number in numbers[-2::-1]:
        found.insert(number + 1, _joined(parts.between))
    middle = b"".join(found)
    return head(gif) + _joined(parts.front) + middle + _joined(parts.end) + END + _joined(parts.behind)


def kept(gif: bytes) -> tuple[bytes, ...]:
    """What a decoder needs: the colours, and the compressed data of each picture."""
    images = [one for one in parts_of(gif) if one[:1] == b","]
    return (head(gif)[HEAD:], *(part for one in images for part in (one[10 : 10 + table(one[9])], compressed(one))))


def profile_in(gif: bytes) -> bytes | None:
    """The first ICC profile of a file that we made; Pillow does not look for it."""
    at = gif.find(b"!\xff\x0bICCRGBG1012")
    if at < 0:
        return None
    pieces, at = [], at + 14
    while gif[at]:
        pieces.append(gif[at + 1 : at + 1 + gif[at]])
        at += 1 + gif[at]
    return b"".join(pieces)


def sample(name: str, gif: bytes, parts: Parts = NOTHING, icc: bytes | None = None, frames: int = 1) -> Sample:
    """A GIF sample: a clean picture with parts put in."""
    every = parts.all()
    data = splice(gif, parts)
    return Sample(
        f"gif-{name}", "GIF", ".gif", data, canaries_of(every), places_of(every), 1, icc, kept(gif), frames,
    )  # fmt: skip
