"""The segments of a JPEG that can hide something."""

from __future__ import annotations

import base64
import struct
import zlib
from hashlib import md5

from . import exif, icc
from .jpeg import APP0, APP1, APP2, APP11, APP12, APP13, COM, SOF0, pieces, segment
from .picture import encode, picture
from .sample import Part, canary, text

XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED_HEAD = b"http://ns.adobe.com/xmp/extension/\0"
NAMED = {
    0xE3: (b"META\0\0", b"Stim\0", b"_JPSJPS_"),
    0xE4: (b"SCALADO\0", b"FPXR\0", b""),
    0xE5: (b"RMETA\0", b"ssuniqueid\0", b""),
    0xE6: (b"EPPIM\0", b"NTIF\0", b"GoPro\0", b"DTAT\0\0"),
    0xE7: (b"PENTAX \0", b"HUAWEI\0\0", b"\x1aQualcomm Camera Attributes"),
    0xE8: (b"SPIFF\0", b""),
    0xE9: (b"Media Jukebox\0", b""),
    0xEA: (b"UNICODE\0", b"AROT\0\0"),
    0xEB: (b"HDR_RI ver=11", b""),
    0xEC: (b"[picture info]\nType=", b""),
    0xED: (b"Adobe_CM", b""),
    0xEE: (b"Adobe\0", b""),
    0xEF: (b"Q 100 ", b"TEXT\0", b""),
}
"""Segments that programs and cameras are known to write, and one without a name for most markers."""


def wrap(marker: int, part: Part, head: bytes = b"", name: str = "") -> Part:
    """A part as a segment."""
    return Part(name or part.place, segment(marker, head + part.data), part.canaries)


def comment(place: str) -> Part:
    """A COM segment."""
    return Part("COM", segment(COM, canary(place)), (canary(place),))


def exif_segment(part: Part) -> Part:
    """An Exif as APP1."""
    return wrap(APP1, part, b"Exif\0\0")


def packet(place: str, more: str = "") -> Part:
    """An XMP packet with a creator, a place, a history, and a padding that is not empty."""
    names = [f"{place}-{name}" for name in ("creator", "city", "history", "attribute", "padding")]
    creator, city, history, attribute, padding = map(text, names)
    xml = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmp:CreatorTool="{attribute}" photoshop:City="{city}" {more}>
<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>
<xmpMM:DocumentID>{history}</xmpMM:DocumentID>
</rdf:Description></rdf:RDF></x:xmpmeta>
<!-- {padding} -->{" " * 64}
<?xpacket end="w"?>"""
    return Part("XMP", xml.encode("utf-8"), tuple(map(canary, names)))


def xmp(place: str, more: str = "") -> Part:
    """An XMP packet as APP1."""
    return wrap(APP1, packet(place, more), XMP_HEAD)


def extended_xmp(place: str, chunks: int = 3) -> tuple[Part, ...]:
    """An XMP packet and its extension over several segments; a preview in base64 is in it."""
    preview, note = exif.thumbnail(f"{place}-preview"), text(f"{place}-extended")
    image = base64.b64encode(preview.data).decode("ascii")
    xml = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:GImage="http://ns.google.com/photos/1.0/image/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" GImage:Mime="image/jpeg" dc:source="{note}" GImage:Data="{image}"/>
</rdf:RDF></x:xmpmeta>""".encode()
    guid = md5(xml, usedforsecurity=False).hexdigest().upper()
    step = -(-len(xml) // chunks)
    data = b""
    for at in range(0, len(xml), step):
        head = EXTENDED_HEAD + guid.encode() + struct.pack(">II", len(xml), at)
        data += segment(APP1, head + xml[at : at + step])
    canaries = (canary(f"{place}-extended"), guid.encode(), *preview.canaries)
    return xmp(place, f'xmpNote:HasExtendedXMP="{guid}"'), Part("extended XMP", data, canaries)


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def iptc(place: str) -> Part:
    """IPTC-IIM: headline, by-line, city, keywords, caption and a date."""
    numbers = {105: "headline", 80: "byline", 90: "city", 25: "keyword", 120: "caption", 118: "contact"}
    data = _dataset(1, 90, b"\x1b%G")
    data += b"".join(_dataset(2, number, canary(f"{place}-{name}")) for number, name in numbers.items())
    data += _dataset(2, 55, b"19870605") + _dataset(2, 60, b"040321+0000")
    return Part("IPTC", data, (*(canary(f"{place}-{name}") for name in numbers.values()), b"19870605"))


def _resource(number: int, data: bytes, name: bytes = b"") -> bytes:
    pascal = bytes([len(name)]) + name
    pascal += bytes(len(pascal) % 2)
    return b"8BIM" + struct.pack(">H", number) + pascal + struct.pack(">I", len(data)) + data + bytes(len(data) % 2)


def photoshop(place: str) -> Part:
    """Photoshop's resources: IPTC, a named one, a thumbnail, a URL, a print path, XMP and Exif."""
    text_part, small, packed = iptc(f"{place}-iptc"), exif.thumbnail(f"{place}-thumb"), packet(f"{place}-xmp")
    tiff = exif.simple(">", f"{place}-exif")
    own = [canary(f"{place}-{name}") for name in ("name", "url", "unknown")]
    thumb_head = struct.pack(">6I2H", 1, 32, 24, 96, 2304, len(small.data), 24, 1)
    data = b"".join([
        _resource(0x404, text_part.data), _resource(0x7D0, b"path", own[0]), _resource(0x40B, own[1]),
        _resource(0x40C, thumb_head + small.data), _resource(0x4321, own[2]), _resource(0x424, packed.data),
        _resource(0x422, tiff.data),
    ])  # fmt: skip
    canaries = (*own, *text_part.canaries, *small.canaries, *packed.canaries, *tiff.canaries)
    return Part("Photoshop resources", segment(APP13, b"Photoshop 3.0\0" + data), canaries)


def jfif_with_thumbnail(place: str) -> Part:
    """A JFIF whose uncompressed 8×8 thumbnail is a canary."""
    thumb = canary(place).ljust(192, b"\x80")
    return Part("JFIF thumbnail", segment(APP0, b"JFIF\0\1\2\0\0\1\0\1\x08\x08" + thumb), (canary(place),))


def jfxx(place: str) -> Part:
    """A JFXX thumbnail, which is a JPEG with metadata of its own."""
    return wrap(APP0, exif.thumbnail(place), b"JFXX\0\x10", "JFXX thumbnail")


def ciff(place: str) -> Part:
    """Canon's camera image file format in APP0: one directory with a made-up user comment."""
    value = canary(place) + b"\0"
    table = struct.pack("<HHII", 1, 0x0805, len(value), 0)
    heap = value + table + struct.pack("<I", len(value))
    return Part("CIFF", segment(APP0, b"II" + struct.pack("<I", 26) + b"HEAPJPGM" + bytes(12) + heap), (canary(place),))


def flir(place: str) -> Part:
    """A thermal picture's records in APP1."""
    return Part("FLIR", segment(APP1, b"FLIR\0\1\0\0FFF\0" + canary(place).ljust(60, b"\0")), (canary(place),))


def ducky(place: str) -> Part:
    """What "Save for Web" writes: quality, comment, copyright."""
    names = [f"{place}-comment", f"{place}-copyright"]
    data = b"Ducky" + struct.pack(">HHI", 1, 4, 60)
    for number, name in enumerate(names, 2):
        wide = text(name).encode("utf-16-be")
        data += struct.pack(">HHI", number, len(wide) + 4, len(wide) // 2) + wide
    wides = tuple(text(name).encode("utf-16-be") for name in names)
    return Part("Ducky", segment(APP12, data + b"\0\0"), wides)


def _box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data) + 8, kind) + data


def jumbf_box(place: str) -> Part:
    """A manifest store such as content credentials have: a JUMBF superbox with a JSON claim in it."""
    label, claim = canary(f"{place}-label"), canary(f"{place}-claim")
    store = _box(b"jumd", b"c2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71" + b"\3" + label + b"\0")
    json_type = b"json\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71" + b"\3c2pa.claim\0"
    inner = _box(b"jumb", _box(b"jumd", json_type) + _box(b"json", b'{"author": "%s"}' % claim))
    return Part("JUMBF", _box(b"jumb", store + inner), (label, claim))


def jumbf(place: str) -> Part:
    """The manifest over two APP11 segments."""
    part = jumbf_box(place)
    half = len(part.data) // 2
    first = segment(APP11, b"JP\0\1" + struct.pack(">I", 1) + part.data[:half])
    second = segment(APP11, b"JP\0\1" + struct.pack(">I", 2) + part.data[:8] + part.data[half:])
    assert all(one in first or one in second for one in part.canaries)
    return Part(part.place, first + second, part.canaries)


def unknown_segments() -> tuple[Part, ...]:
    """Every APP3 to APP15, by each name it is known for, with a canary."""
    return tuple(_unknown(marker, name, index) for marker, names in NAMED.items() for index, name in enumerate(names))


def _unknown(marker: int, name: bytes, index: int) -> Part:
    place = f"jpeg-app{marker - 0xE0}-{index}"
    return Part(f"APP{marker - 0xE0} {name!r}", segment(marker, name + canary(place)), (canary(place),))


def early_unknown_segments() -> tuple[Part, ...]:
    """APP0, APP1 and APP2 with names that nobody needs."""
    heads = {
        APP0: (b"AVI1", b"Ocad", b""),
        APP1: (b"QVCI\0", b"PARROT\0II*\0", b""),
        APP2: (b"FPXR\0", b"urn:iso:std:iso:ts:21496:-1\0", b""),
    }
    return tuple(_unknown(marker, name, index) for marker, names in heads.items() for index, name in enumerate(names))


def junk(place: str) -> Part:
    """Bytes that belong to no segment, and fill bytes before the next one."""
    return Part("junk between segments", canary(place) + b"\xff\xff\xff", (canary(place),))


def icc_segments(profile: Part, chunks: int) -> Part:
    """A colour profile over several APP2 segments."""
    step = -(-len(profile.data) // chunks)
    spans = [profile.data[at : at + step] for at in range(0, len(profile.data), step)]
    heads = [b"ICC_PROFILE\0" + bytes([number, len(spans)]) for number in range(1, len(spans) + 1)]
    data = b"".join(segment(APP2, head + span) for head, span in zip(heads, spans, strict=True))
    return Part(profile.place, data, profile.canaries)


def plain_icc() -> Part:
    """A well-known profile, which may stay as it is."""
    return Part("ICC profile, well-known", icc.plain())


def frame_without_scan(place: str) -> Part:
    """A whole small picture inside a COM segment, with a compressed text in another."""
    small = exif.thumbnail(place)
    packed = b"zlib" + zlib.compress(canary(f"{place}-zlib") * 3)
    assert any(piece[1] == SOF0 for piece in pieces(encode(picture(32, 24), "JPEG")))
    data = segment(COM, small.data) + segment(COM, packed)
    return Part("a picture in a comment", data, (*small.canaries, canary(f"{place}-zlib")))
