"""JPEG files taken apart and put together (ITU-T T.81), and the pictures that the samples begin with."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PIL import Image

from .picture import encode, picture
from .sample import Part, Sample, canaries_of, places_of

SOI, EOI, SOS, DQT, DHT, DRI, DNL, SOF0 = 0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xDD, 0xDC, 0xC0
APP0, APP1, APP2, APP11, APP12, APP13, APP14, COM = 0xE0, 0xE1, 0xE2, 0xEB, 0xEC, 0xED, 0xEE, 0xFE
PICTURE_MARKERS = frozenset({*range(0xC0, 0xD0), SOS, DQT, DRI})
SCAN_END = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def segment(marker: int, payload: bytes) -> bytes:
    """A marker, the length, and what belongs to it."""
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def pieces(jpeg: bytes) -> list[bytes]:
    """The segments of a JPEG that we made: SOI, segments (SOS with its scan), EOI."""
    found, at = [jpeg[:2]], 2
    while jpeg[at + 1] != EOI:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 1] == SOS:
            scan_end = SCAN_END.search(jpeg, end)
            assert scan_end is not None
            end = scan_end.start()
        found.append(jpeg[at:end])
        at = end
    return [*found, jpeg[at:]]


def picture_pieces(jpeg: bytes) -> tuple[bytes, ...]:
    """What a decoder needs, in order: tables, frame, scans, and Adobe's APP14."""
    return tuple(piece for piece in pieces(jpeg) if piece[1] in PICTURE_MARKERS or piece[1] == APP14)


class Parts(NamedTuple):
    """What is put where into a JPEG. ``between`` goes before every scan but the first."""

    front: Sequence[Part] = ()
    before_scan: Sequence[Part] = ()
    between: Sequence[Part] = ()
    end: Sequence[Part] = ()
    behind: Sequence[Part] = ()

    def all(self) -> tuple[Part, ...]:
        """Every part, in the order of the file."""
        return (*self.front, *self.before_scan, *self.between, *self.end, *self.behind)


NOTHING = Parts()


def _joined(parts: Sequence[Part]) -> bytes:
    return b"".join(part.data for part in parts)


def splice(jpeg: bytes, parts: Parts) -> bytes:
    """Put parts into a JPEG; those in front go behind a JFIF segment."""
    soi, *middle, eoi = pieces(jpeg)
    first = next(index for index, piece in enumerate(middle) if piece[1] == SOS)
    jfif = 1 if middle[0][1] == APP0 else 0
    scans = [_joined(parts.between) + piece if piece[1] == SOS else piece for piece in middle[first + 1 :]]
    head = [soi, *middle[:jfif], _joined(parts.front), *middle[jfif:first], _joined(parts.before_scan), middle[first]]
    return b"".join([*head, *scans, _joined(parts.end), eoi, _joined(parts.behind)])


def sample(
    name: str, jpeg: bytes, parts: Parts = NOTHING, orientation: int = 1, icc: bytes | None = None, suffix: str = ".jpg"
) -> Sample:
    """A JPEG sample: a clean picture with parts put in."""
    every = parts.all()
    return Sample(
        f"jpeg-{name}", "JPEG", suffix, splice(jpeg, parts), canaries_of(every), places_of(every), orientation, icc,
        picture_pieces(jpeg),
    )  # fmt: skip


def plain(**options: object) -> bytes:
    """The picture as a baseline JPEG."""
    return encode(picture(), "JPEG", **({"quality": 85} | options))


def by_component() -> bytes:
    """A baseline JPEG with one scan for each component, put together from three grey ones."""
    bands = picture().convert("YCbCr").split()
    grey = [pieces(encode(band, "JPEG", quality=85)) for band in bands]
    soi, *middle, eoi = grey[0]
    tables = [piece for piece in middle if piece[1] in (DQT, DHT)]
    frame = next(piece for piece in middle if piece[1] == SOF0)
    triple = b"".join(bytes([number, 0x11, 0]) for number in (1, 2, 3))
    scans = [_renumbered(one[-2], number) for number, one in enumerate(grey, 1)]
    return b"".join([soi, middle[0], *tables, segment(SOF0, frame[4:9] + b"\3" + triple), *scans, eoi])


def _renumbered(scan: bytes, component: int) -> bytes:
    """A scan of component 1 as that of another one."""
    assert scan[:6] == b"\xff\xda\0\x08\1\1"
    return scan[:5] + bytes([component]) + scan[6:]


def inverted_adobe() -> bytes:
    """A CMYK JPEG whose APP14 says YCCK: four channels, other colours."""
    cmyk = plain_cmyk()
    transform = cmyk.index(b"\xff\xee") + 4 + 11
    assert cmyk[transform] == 0
    return cmyk[:transform] + b"\2" + cmyk[transform + 1 :]


def plain_cmyk() -> bytes:
    """A CMYK JPEG, with Adobe's APP14."""
    return encode(picture(mode="CMYK"), "JPEG", quality=85)


def bare(jpeg: bytes) -> bytes:
    """A JPEG without its APP segments (as MJPEG frames and some cameras have it)."""
    return b"".join(piece for piece in pieces(jpeg) if not 0xE0 <= piece[1] <= 0xEF)


def noise() -> bytes:
    """A picture of noise, so that its scan has many stuffed bytes (FF 00)."""
    dots = np.random.default_rng(7).integers(0, 256, (64, 96, 3), dtype=np.uint8)
    return encode(Image.fromarray(dots), "JPEG", quality=98, subsampling="4:4:4")


def pictures() -> dict[str, bytes]:
    """JPEGs of all kinds, without metadata."""
    kinds = {
        f"{'progressive' if progressive else 'baseline'}-{ratio.replace(':', '')}": plain(
            progressive=progressive, subsampling=ratio
        )
        for progressive in (False, True)
        for ratio in ("4:4:4", "4:2:2", "4:2:0")
    }
    return kinds | {
        "grey": encode(picture(mode="L"), "JPEG"),
        "grey-progressive": encode(picture(mode="L"), "JPEG", progressive=True),
        "cmyk": plain_cmyk(),
        "cmyk-progressive": encode(picture(mode="CMYK"), "JPEG", progressive=True),
        "ycck": inverted_adobe(),
        "rgb": plain(keep_rgb=True),
        "restarts": plain(restart_marker_blocks=3),
        "restarts-progressive": plain(restart_marker_rows=1, progressive=True),
        "by-component": by_component(),
        "optimised": plain(optimize=True),
        "odd-size": encode(picture(61, 43), "JPEG", subsampling="4:2:0"),
        "one-pixel": encode(picture(1, 1), "JPEG"),
        "bare": bare(plain()),
        "noise": noise(),
    }
