"""JPEGs with an HDR gain map (Ultra HDR 1.0, ISO 21496-1), whole ones and ones that only look like it."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from . import exif, icc, jpeg_parts, trailers
from .jpeg import APP1, APP2, APP14, SOS, Parts, picture_pieces, pieces, plain, segment, splice
from .picture import encode, picture
from .sample import Part, Sample, canaries_of, canary, places_of, text

ISO_NAME = b"urn:iso:std:iso:ts:21496:-1\0"
HDRGM = 'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/"'
NUMBERS = {
    "GainMapMin": "-0.25", "GainMapMax": "2.656715", "Gamma": "1.000000", "HDRCapacityMin": "0",
    "HDRCapacityMax": "2.656715", "OffsetSDR": "0.015625", "OffsetHDR": "1.5625e-2", "BaseRenditionIsHDR": "False",
}  # fmt: skip
THREE = {"GainMapMin": "-1 -0.5 0", "GainMapMax": "3 3.5 3.947876", "Gamma": "1.1 0.63 0.61"}


class Pair(NamedTuple):
    """What is put into a picture and into its gain map, and between and behind them."""

    front: Sequence[Part] = ()
    inside: Sequence[Part] = ()
    between: Sequence[Part] = ()
    behind: Sequence[Part] = ()


def announcement(place: str, version: str = "1.0") -> Part:
    """The XMP of a picture that has a gain map."""
    return jpeg_parts.xmp(place, f'{HDRGM} hdrgm:Version="{version}"')


def numbers(place: str, **changes: str) -> Part:
    """The XMP of a gain map, with a remark in it; three numbers make a list."""
    values = NUMBERS | changes
    single = "".join(f' hdrgm:{name}="{value}"' for name, value in values.items() if " " not in value)
    lists = "".join(_list(name, value) for name, value in values.items() if " " in value)
    xml = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="{text(place)}">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {HDRGM} hdrgm:Version="1.0" hdrgm:Secret="{text(f"{place}-secret")}"{single}>
{lists}</rdf:Description></rdf:RDF></x:xmpmeta>"""
    data = segment(APP1, jpeg_parts.XMP_HEAD + xml.encode())
    return Part("XMP of a gain map", data, (canary(place), canary(f"{place}-secret")))


def _list(name: str, values: str) -> str:
    items = "".join(f"<rdf:li>{each}</rdf:li>" for each in values.split())
    return f"<hdrgm:{name}><rdf:Seq>{items}</rdf:Seq></hdrgm:{name}>"


def iso_version(place: str) -> Part:
    """The versions that ISO 21496-1 wants in the picture, and something behind them."""
    return Part("versions of ISO 21496-1", segment(APP2, ISO_NAME + bytes(4) + canary(place)), (canary(place),))


def iso_numbers(place: str, channels: int = 1, below: int = 1 << 20, common: bool = False) -> Part:
    """The numbers of ISO 21496-1, and something behind them."""
    flags = 0x80 * (channels == 3) | 0x40 | 0x08 * common
    fractions = [0, 2.65, *[-0.25, 2.65, 1.0, 0.015625, 0.015625] * channels]
    above = [struct.pack(">i", round(number * below)) for number in fractions]
    rest = struct.pack(">I", below)
    body = rest + b"".join(above) if common else b"".join(one + rest for one in above)
    data = segment(APP2, ISO_NAME + struct.pack(">HHB", 0, 0, flags) + body + canary(place))
    return Part("numbers of ISO 21496-1", data, (canary(place),))


def grey(width: int = 24, height: int = 16) -> bytes:
    """A map of one channel, which shares no bytes with the picture."""
    return encode(picture(width, height, "L", shift=77), "JPEG", quality=70)


def pair(whole: bytes, small: bytes, parts: Pair, index: bool = True, wrong_by: int = 0) -> bytes:
    """A picture and its map behind each other, with an index that says where."""
    inner = splice(small, Parts(parts.inside))
    between = b"".join(part.data for part in parts.between)
    heads = [*parts.front, *([Part("", trailers.MP_HEAD)] if index else [])]
    outer = splice(whole, Parts(heads))
    if index:
        at = outer.index(b"MPF\0") + 4
        told = trailers.mp_index(len(outer), len(inner), len(outer) + len(between) - at + wrong_by)
        outer = outer[:at] + told + outer[at + len(told) :]
    return outer + between + inner + b"".join(part.data for part in parts.behind)


def kept(
    name: str, whole: bytes, small: bytes, parts: Pair, icc_profile: bytes | None = None, **options: bool
) -> Sample:
    """A sample whose gain map stays."""
    every = (*parts.front, *parts.inside, *parts.between, *parts.behind)
    data = pair(whole, small, parts, **options)
    keeps = (*picture_pieces(whole), *picture_pieces(small))
    return Sample(
        f"jpeg-gain-map-{name}", "JPEG", ".jpg", data, canaries_of(every), places_of(every), 1, icc_profile, keeps
    )


def gone(name: str, small: bytes, parts: Pair, whole: bytes | None = None, **options: int) -> Sample:
    """A sample whose second picture is no gain map, so that even its pixels must go."""
    every = (*parts.front, *parts.inside, *parts.between, *parts.behind)
    pixels = next(piece for piece in pieces(small) if piece[1] == SOS)[-40:]
    data = pair(whole or plain(), small, parts, **options)  # type: ignore[arg-type]
    places = (*places_of(every), "a picture that is no gain map")
    return Sample(f"jpeg-no-gain-map-{name}", "JPEG", ".jpg", data, (*canaries_of(every), pixels), places, 1, None,
                  picture_pieces(whole or plain()))  # fmt: skip


def gain_map_samples() -> Iterator[Sample]:
    """All of them."""
    yield from _kept()
    yield from _gone()
    yield everything()


def _both(name: str) -> Pair:
    return Pair([announcement(f"{name}-xmp")], [numbers(f"{name}-numbers")])


def _kept() -> Iterator[Sample]:
    yield kept("xmp", plain(), grey(), _both("gain-xmp"))
    yield kept("not-indexed", plain(), grey(), _both("gain-not-indexed"), index=False)
    three = Pair([announcement("gain-three")], [numbers("gain-three-numbers", **THREE)])
    colours = encode(picture(48, 32, shift=30), "JPEG", quality=60)
    yield kept("three-channels", plain(progressive=True), colours, three)
    yield kept("of-the-same-size", plain(), grey(96, 64), _both("gain-same-size"))
    for name, options in {"iso": {}, "iso-common": {"common": True}, "iso-three": {"channels": 3}}.items():
        parts = Pair([iso_version(f"gain-{name}")], [iso_numbers(f"gain-{name}-numbers", **options)])  # type: ignore[arg-type]
        yield kept(name, plain(), grey(), parts)
    inside = [numbers("gain-both-numbers"), iso_numbers("gain-both-iso")]
    yield kept("both", plain(), grey(), Pair([announcement("gain-both"), iso_version("gain-both-version")], inside))
    gap = _both("gain-gap")._replace(between=[trailers.scraps("gain-gap-scraps")])
    yield kept("behind-a-gap", plain(), grey(), gap)
    second = _both("gain-second")._replace(between=[trailers.second_jpeg("gain-second-jpeg")])
    yield kept("behind-another", plain(), grey(), second)
    clip = _both("gain-clip")._replace(behind=[trailers.clip("gain-clip-clip"), trailers.samsung("gain-clip-samsung")])
    yield kept("before-a-clip", plain(), grey(), clip)


def everything() -> Sample:
    """All hiding places of a picture and of its gain map."""
    name = "gain-map-everything"
    own = jpeg_parts.plain_icc()
    front = [
        jpeg_parts.exif_segment(exif.full("<", f"{name}-exif")), announcement(f"{name}-xmp"),
        iso_version(f"{name}-version"), jpeg_parts.comment(f"{name}-com"), jpeg_parts.icc_segments(own, 1),
    ]  # fmt: skip
    private = icc.private(f"{name}-icc")
    inside = [
        jpeg_parts.exif_segment(exif.full(">", f"{name}-inner-exif")), numbers(f"{name}-numbers"),
        iso_numbers(f"{name}-iso"), jpeg_parts.comment(f"{name}-inner-com"), jpeg_parts.photoshop(f"{name}-photoshop"),
        jpeg_parts.icc_segments(private, 1), *jpeg_parts.extended_xmp(f"{name}-inner-xmp"),
    ]  # fmt: skip
    between = [trailers.scraps(f"{name}-between"), trailers.second_jpeg(f"{name}-second")]
    behind = [trailers.clip(f"{name}-clip"), trailers.samsung(f"{name}-samsung")]
    return kept("everything", plain(), grey(), Pair(front, inside, between, behind), own.data)


def _gone() -> Iterator[Sample]:
    """Second pictures that a viewer would not lay over the first one."""
    small = encode(picture(24, 16, shift=33), "JPEG", quality=95)
    wrong = {
        "unsaid": Pair([jpeg_parts.xmp("no-unsaid")], [numbers("no-unsaid-numbers")]),
        "later-version": Pair([announcement("no-later", "2.0")], [numbers("no-later-numbers")]),
        "without-numbers": Pair([announcement("no-numbers")], [jpeg_parts.comment("no-numbers-com")]),
        "words": Pair([announcement("no-words")], [numbers("no-words-numbers", GainMapMax="two")]),
        "not-a-number": Pair([announcement("no-nan")], [numbers("no-nan-numbers", GainMapMax="nan")]),
        "huge": Pair([announcement("no-huge")], [numbers("no-huge-numbers", HDRCapacityMax="1e9")]),
        "upside-down": Pair([announcement("no-upside")], [numbers("no-upside-numbers", GainMapMin="3")]),
        "no-headroom": Pair([announcement("no-headroom")], [numbers("no-headroom-numbers", HDRCapacityMax="0")]),
        "two-numbers": Pair([announcement("no-two")], [numbers("no-two-numbers", GainMapMax="1 2")]),
        "no-gamma": Pair([announcement("no-gamma")], [numbers("no-gamma-numbers", Gamma="0")]),
        "divided-by-zero": Pair([iso_version("no-zero")], [iso_numbers("no-zero-numbers", below=0)]),
    }  # fmt: skip
    for name, parts in wrong.items():
        yield gone(name, small, parts)
    tall = encode(picture(16, 60, shift=33), "JPEG", quality=95)
    yield gone("of-another-shape", tall, _both("no-shape"))
    yield gone("larger", encode(picture(192, 128, shift=33), "JPEG", quality=95), _both("no-larger"))
    cmyk = encode(picture(24, 16, "CMYK", shift=33), "JPEG", quality=95)
    assert any(piece[1] == APP14 for piece in pieces(cmyk))
    yield gone("of-four-channels", cmyk, _both("no-cmyk"))
    elsewhere = _both("no-elsewhere")._replace(between=[trailers.scraps("no-elsewhere-scraps")])
    yield gone("that-the-index-misses", small, elsewhere, wrong_by=3)
