"""What lies behind the end of a picture: second images, motion clips, vendors' trailers, scraps."""

from __future__ import annotations

import struct

from . import exif
from .jpeg import APP1, APP2, Parts, pieces, plain, segment, splice
from .picture import encode, picture
from .sample import Part, canary

MP_HEAD = segment(APP2, b"MPF\0" + bytes(8 + 2 + 36 + 4 + 32))


def box(kind: bytes, data: bytes) -> bytes:
    """A box of the ISO base media format."""
    return struct.pack(">I4s", len(data) + 8, kind) + data


def clip(place: str) -> Part:
    """A motion clip: its own place, maker and date, and media bytes."""
    where, maker, media = (canary(f"{place}-{name}") for name in ("xyz", "maker", "mdat"))
    made = struct.pack(">I", 0xA2A2A2A2)
    header = box(b"mvhd", bytes(4) + made * 2 + struct.pack(">II", 1000, 3000) + bytes(80))
    texts = [box(b"\xa9xyz", struct.pack(">HH", len(where), 0) + where)]
    texts.append(box(b"\xa9mak", struct.pack(">HH", len(maker), 0) + maker))
    moov = box(b"moov", header + box(b"udta", b"".join(texts)))
    data = box(b"ftyp", b"mp42\0\0\0\0isommp42") + box(b"mdat", media) + moov
    return Part("motion clip behind the picture", data, (where, maker, media, made * 2))


def second_jpeg(place: str, shift: int = 60) -> Part:
    """Another picture with an Exif of its own."""
    tiff = exif.full(">", place)
    jpeg = encode(picture(48, 32, shift=shift), "JPEG")
    data = splice(jpeg, Parts([Part("", segment(APP1, b"Exif\0\0" + tiff.data))]))
    pixels = pieces(jpeg)[-2][-24:]
    return Part("a second picture", data, (*tiff.canaries, pixels))


def samsung(place: str) -> Part:
    """Samsung's trailer: a date, a clip behind a name, and the directory that points back to them."""
    values = {b"Image_UTC_Data": canary(f"{place}-utc"), b"MCC_Data": canary(f"{place}-mcc")}
    moving = clip(f"{place}-clip")
    data = sef(values | {b"MotionPhoto_Data": moving.data})
    return Part("Samsung trailer", data, (*values.values(), *moving.canaries))


def sef(values: dict[bytes, bytes]) -> bytes:
    """Named blocks, and the directory that points back to them."""
    kinds = {b"Image_UTC_Data": 0x0A01, b"MCC_Data": 0x0AA1, b"MotionPhoto_Data": 0x0A30}
    blocks = [struct.pack("<HHI", 0, kinds.get(name, 1), len(name)) + name + value for name, value in values.items()]
    total, entries = sum(map(len, blocks)), b""
    for block in blocks:
        entries += block[:4] + struct.pack("<II", total, len(block))
        total -= len(block)
    directory = b"SEFH" + struct.pack("<II", 106, len(blocks)) + entries
    return b"".join(blocks) + directory + struct.pack("<I", len(directory)) + b"SEFT"


def photo_trailers() -> tuple[Part, ...]:
    """Trailers of other programs, told by the name at their end."""
    ends = {"vivo": b'vivo{"uniqueId"', "cbi": b"cbipcbbl", "fotostation": b"\xa1\xb2\xc3\xd4", "mie": b"~\0\6MIE"}
    return tuple(Part(f"{name} trailer", canary(f"trailer-{name}") + end, (canary(f"trailer-{name}"),))
                 for name, end in ends.items())  # fmt: skip


def scraps(place: str) -> Part:
    """Plain bytes behind the end."""
    return Part("bytes behind the end", canary(place) + b"\n", (canary(place),))


def zeros() -> Part:
    """Padding behind the end that tells nothing but the size of what was there."""
    return Part("zeros behind the end", bytes(777))


def archive(place: str) -> Part:
    """An archive behind the picture: a stored file of a ZIP."""
    name, data = canary(f"{place}-name"), canary(f"{place}-data")
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 0, 0, 0, 0, len(data), len(data), len(name), 0)
    return Part("an archive behind the end", local + name + data, (name, data))


def multi_picture(place: str) -> tuple[bytes, Part]:
    """A JPEG with a multi-picture index (CIPA DC-007), which tells where the second picture lies, and that picture."""
    second = second_jpeg(place)
    first = splice(plain(), Parts([Part("", MP_HEAD)]))
    at = first.index(b"MPF\0") + 4
    index = mp_index(len(first), len(second.data), len(first) - at)
    return first[:at] + index + first[at + len(index) :], second


def mp_index(first: int, second: int, offset: int) -> bytes:
    """A multi-picture index: two lengths, and where the second picture lies, counted from the index."""
    entries = struct.pack(">IIIHH", 0x20030000, first, 0, 0, 0) + struct.pack(">IIIHH", 0, second, offset, 0, 0)
    fields = [exif.raw(0xB000, b"0100"), exif.numbers(0xB001, exif.LONG, [2], ">"), exif.raw(0xB002, entries)]
    tiff = exif.Tiff(">")
    return tiff.done(tiff.directory(fields))
