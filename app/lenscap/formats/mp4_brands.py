"""What kind of file the boxes make (ISO/IEC 14496-12, section 4.3): ``ftyp`` and the brands in it.

Cameras write brands and versions of their own, which tell who made them: only those of standards stay.
"""

from __future__ import annotations

STILL = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"mif2", b"mif3", b"msf1",
     b"avif", b"avis", b"avio", b"jpeg", b"jpgs", b"j2ki", b"j2is", b"1pic", b"vvic", b"vvis", b"evbi", b"evbs",
     b"crx ", b"jp2 ", b"jpx ", b"jpm ", b"jph ", b"mjp2", b"jxl ", b"JXL ", b"miaf", b"MiHA", b"MiHB", b"MiHE",
     b"MiPr")
)  # fmt: skip
"""Brands of pictures: other containers read these."""

_FILMS = frozenset(
    (b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"isoa", b"isob", b"isoc",
     b"mp41", b"mp42", b"mp71", b"avc1", b"hvc1", b"hev1", b"av01", b"dby1", b"dash", b"msdh", b"msix", b"cmfc",
     b"cmfs", b"cmf2", b"cmff", b"qt  ", b"M4V ", b"M4VH", b"M4VP", b"M4A ", b"M4B ", b"f4v ", b"mmp4", b"vp09",
     *(b"3g%c%c" % (kind, number) for kind in b"p2ergsh" for number in b"123456789a"))
)  # fmt: skip
_VERSIONS = frozenset((0, 1, 0x200, 0x20050300))
_MOST = 64


def brands(head: bytes) -> list[bytes]:
    """The brands in the beginning of an ``ftyp`` box, the main one first."""
    end = min(len(head), int.from_bytes(head[:4]))
    return [head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))]


def fresh_brands(body: bytes) -> bytes:
    """The body of an ``ftyp`` box, written anew."""
    listed = [body[at : at + 4] for at in range(8, min(len(body), 8 + 4 * _MOST) - 3, 4)]
    known = list(dict.fromkeys(brand for brand in listed if brand in _FILMS))
    main = body[:4] if body[:4] in _FILMS else next(iter(known), b"isom")
    version = int.from_bytes(body[4:8])
    return main + (version if version in _VERSIONS else 0).to_bytes(4) + b"".join(known or [main])
