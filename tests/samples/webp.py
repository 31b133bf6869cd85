"""WebP files taken apart and put together (RFC 9649)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

from .picture import encode, picture, translucent
from .sample import Part, Sample, canaries_of, places_of

ICC_BIT, ALPHA_BIT, EXIF_BIT, XMP_BIT, ANIMATION_BIT = 0x20, 0x10, 0x08, 0x04, 0x02
NEEDED = frozenset((b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"))


def chunk(kind: bytes, payload: bytes, padding: bytes = b"\0") -> bytes:
    """Name, length, payload, and ``padding`` if the length is odd."""
    return kind + struct.pack("<I", len(payload)) + payload + (padding if len(payload) % 2 else b"")


def riff(body: bytes, wrong_by: int = 0) -> bytes:
    """The container around the chunks."""
    return b"RIFF" + struct.pack("<I", len(body) + 4 + wrong_by) + b"WEBP" + body


def extended(width: int, height: int, flags: int) -> bytes:
    """VP8X."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return chunk(b"VP8X", bytes([flags, 0, 0, 0]) + size)


def chunks(body: bytes) -> list[bytes]:
    """The chunks in a body that we made."""
    found, at = [], 0
    while at < len(body):
        size = int.from_bytes(body[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        found.append(body[at:end])
        at = end
    return found


def pictures() -> dict[str, bytes]:
    """WebPs of all kinds, without metadata."""
    return {
        "lossy": encode(picture(), "WEBP", quality=80),
        "lossless": encode(picture(), "WEBP", lossless=True),
        "lossless-alpha": encode(translucent(), "WEBP", lossless=True),
        "lossy-alpha": encode(translucent(), "WEBP", quality=80),
        "odd-size": encode(picture(61, 43), "WEBP", quality=80),
        "one-pixel": encode(picture(1, 1), "WEBP", lossless=True),
    }


def animated(lossless: bool = True) -> bytes:
    """Three frames with three durations."""
    frames = [picture(shift=shift) for shift in (0, 50, 100)]
    options = {"save_all": True, "append_images": frames[1:], "duration": [100, 200, 300], "loop": 2}
    return encode(frames[0], "WEBP", lossless=lossless, **options)


class Parts(NamedTuple):
    """What is put where: before the picture, between frames, inside each frame, behind the picture, behind the RIFF."""

    front: Sequence[Part] = ()
    between: Sequence[Part] = ()
    inside: Sequence[Part] = ()
    end: Sequence[Part] = ()
    behind: Sequence[Part] = ()

    def all(self) -> tuple[Part, ...]:
        """Every part, in the order of the file."""
        return (*self.front, *self.between, *self.inside, *self.end, *self.behind)

    def flags(self) -> int:
        """The bits of VP8X that tell of the parts."""
        bits = {b"ICCP": ICC_BIT, b"EXIF": EXIF_BIT, b"XMP ": XMP_BIT}
        told = {bits.get(part.data[:4], 0) for part in (*self.front, *self.end)}
        return sum(told)


NOTHING = Parts()


def _joined(parts: Sequence[Part]) -> bytes:
    return b"".join(part.data for part in parts)


def _with_inside(frame: bytes, inside: bytes) -> bytes:
    """An ANMF with more chunks in it."""
    return chunk(b"ANMF", frame[8:] + inside) if frame[:4] == b"ANMF" else frame


def splice(webp: bytes, parts: Parts, flags: int | None = None) -> bytes:
    """Put parts into a WebP, with a VP8X before them; ``flags`` is what it claims if that is not the truth."""
    width, height, own, body = taken_apart(webp)
    told = own | parts.flags() if flags is None else flags
    inside, between = _joined(parts.inside), _joined(parts.between)
    middle = between.join(_with_inside(one, inside) for one in body)
    whole = extended(width, height, told) + _joined(parts.front) + middle + _joined(parts.end)
    return riff(whole) + _joined(parts.behind)


def taken_apart(webp: bytes) -> tuple[int, int, int, list[bytes]]:
    """Width, height, the flags it needs, and the chunks of the picture."""
    found = chunks(webp[12:])
    body = [one for one in found if one[:4] in NEEDED]
    if found[0][:4] == b"VP8X":
        width, height = (int.from_bytes(found[0][at : at + 3], "little") + 1 for at in (12, 15))
        return width, height, found[0][8], body
    if found[0][:4] == b"VP8L":
        bits = int.from_bytes(found[0][9:13], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, ALPHA_BIT if bits >> 28 & 1 else 0, body
    width, height = struct.unpack("<HH", found[0][14:18])
    return width & 0x3FFF, height & 0x3FFF, 0, body


def picture_chunks(webp: bytes) -> tuple[bytes, ...]:
    """What a decoder needs: the pictures in their chunks, those of frames too."""
    body = taken_apart(webp)[3]
    frames = [chunks(one[24:]) if one[:4] == b"ANMF" else [one] for one in body]
    return tuple(one for frame in frames for one in frame if one[:4] in NEEDED)


def sample(
    name: str,
    webp: bytes,
    parts: Parts = NOTHING,
    orientation: int = 1,
    icc: bytes | None = None,
    frames: int = 1,
    flags: int | None = None,
) -> Sample:
    """A WebP sample: a clean picture with parts put in."""
    every = parts.all()
    data = splice(webp, parts, flags)
    return Sample(
        f"webp-{name}", "WebP", ".webp", data, canaries_of(every), places_of(every), orientation, icc,
        picture_chunks(webp), frames,
    )  # fmt: skip
