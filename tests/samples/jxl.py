"""JPEG XL files of boxes (ISO/IEC 18181-2)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

import brotli
import pillow_jxl
from PIL import Image

from . import jxl_bits
from .jxl_bits import Frame, Head
from .sample import Part, Sample, canaries_of, places_of

LAST = 1 << 31


def box(kind: bytes, data: bytes) -> bytes:
    """Length, type, data."""
    return struct.pack(">I4s", len(data) + 8, kind) + data


MARK = box(b"JXL ", b"\r\n\x87\n")
TYPE = box(b"ftyp", b"jxl \0\0\0\0jxl ")


def parts(codestream: bytes, *at: int) -> bytes:
    """A codestream in ``jxlp`` boxes, cut at some places."""
    ends = [*at, len(codestream)]
    spans = zip([0, *at], ends, strict=True)
    return b"".join(
        box(b"jxlp", struct.pack(">I", number | LAST * (end == ends[-1])) + codestream[start:end])
        for number, (start, end) in enumerate(spans)
    )


def whole(codestream: bytes) -> bytes:
    """A codestream in one box."""
    return box(b"jxlc", codestream)


def exif_box(part: Part, before: bytes = b"") -> Part:
    """Exif, which begins as many bytes behind its first number as that says."""
    return Part("Exif", box(b"Exif", struct.pack(">I", len(before)) + before + part.data), part.canaries)


def named(kind: bytes, part: Part) -> Part:
    """A part as a box."""
    return Part(repr(kind), box(kind, part.data), part.canaries)


def packed(kind: bytes, part: Part) -> Part:
    """A part as a compressed box."""
    return Part(f"{kind!r} compressed", box(b"brob", kind + brotli.compress(part.data)), part.canaries)


def reconstruction(jpeg: bytes) -> tuple[bytes, bytes]:
    """The codestream and the ``jbrd`` box of a JPEG that was made into a JPEG XL without loss."""
    encoder: Any = pillow_jxl.Encoder
    made = encoder(mode="RGB", lossless=True)(jpeg, 96, 64, jpeg_encode=True)
    found = dict(boxes(made))
    return b"".join(data[12:] for kind, data in boxes(made) if kind == b"jxlp"), found[b"jbrd"]


def boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    """The boxes in a file that we made, by type."""
    found, at = [], 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big") or len(data) - at
        found.append((data[at + 4 : at + 8], data[at : at + length]))
        at += length
    return found


class Parts(NamedTuple):
    """What is put where: before the picture, behind it, and behind the last box."""

    front: Sequence[Part] = ()
    end: Sequence[Part] = ()
    behind: Sequence[Part] = ()


def sample(
    name: str,
    frames: Sequence[Frame],
    put: Parts = Parts(),  # noqa: B008 (frozen)
    head: Head = Head(),  # noqa: B008 (frozen)
    data: bytes | None = None,
    inside: Sequence[Part] = (),
    picture: bytes = b"",
) -> Sample:
    """A JPEG XL sample. ``inside`` are the parts in the codestream, ``picture`` the boxes around it, if not one."""
    every = [*put.front, *put.end, *put.behind, *inside]
    stream = jxl_bits.codestream([*frames], head)
    before, end, behind = (b"".join(part.data for part in some) for some in put)
    made = MARK + TYPE + before + (picture or whole(stream)) + end + behind if data is None else data
    return Sample(
        f"jxl-{name}", "JPEG XL", ".jxl", made, canaries_of(every), places_of(every),
        icc=Image.open(BytesIO(stream)).info["icc_profile"], keeps=tuple(frame.body for frame in frames),
        frames=len(frames) if head.animated else 1,
    )  # fmt: skip
