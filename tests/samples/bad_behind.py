"""Gain maps, indexes, phones' directories and films behind a picture that lie."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from . import gain_maps, jpeg, trailers
from .bad import Bad
from .jpeg import APP1, segment
from .sample import Part, canary


def bad_behind() -> Iterator[Bad]:
    """All of them."""
    secret = canary("bad-gain-map")
    scrap = Part("", secret)
    said, told = gain_maps.announcement("bad-gain"), gain_maps.numbers("bad-gain-numbers")
    good = gain_maps.pair(jpeg.plain(), gain_maps.grey(), gain_maps.Pair([said], [told], behind=[scrap]))
    index = good.index(b"MPF\0") + 4
    changes = {
        "many": (index + 34, b"\xff" * 4, "an index of four thousand million bytes"),
        "circle": (index + 74, bytes(4), "an index that leads to the picture itself"),
        "far": (index + 74, b"\xff\xff\xff\xf0", "an index that leads behind the end"),
        "directory": (index + 4, b"\0\0\0\4", "an index whose directory is its head"),
    }
    for name, (at, value, what) in changes.items():
        data = good[:at] + value + good[at + len(value) :]
        yield Bad(f"gain-map-index-{name}.jpg", ".jpg", data, what, secret)
    doctype = b"<!DOCTYPE x:xmpmeta [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><x:xmpmeta"
    packets = {
        "entities": told.data[4:].replace(b"<x:xmpmeta", doctype, 1),
        "deep": told.data[4:] + b"<a>" * 20_000,
        "long-number": told.data[4:].replace(b"2.656715", b"2" * 20_000),
        "exponent": told.data[4:].replace(b"2.656715", b"1e999999999"),
    }
    for name, body in packets.items():
        inside = [Part("", segment(APP1, body))]
        data = gain_maps.pair(jpeg.plain(), gain_maps.grey(), gain_maps.Pair([said], inside, behind=[scrap]))
        yield Bad(f"gain-map-xmp-{name}.jpg", ".jpg", data, f"a gain map with XMP: {name}", secret)
    nested = b"".join([good[: -len(secret)]] * 200) + secret
    yield Bad("gain-map-in-gain-map.jpg", ".jpg", nested, "two hundred pictures with gain maps in a row", secret)
    indexes = [Part("", good[index - 8 : index + 82])] * 3000
    many = gain_maps.pair(jpeg.plain(), gain_maps.grey(), gain_maps.Pair([said, *indexes], [told], behind=[scrap]))
    yield Bad("gain-map-many-indexes.jpg", ".jpg", many, "three thousand indexes", secret)
    for name, trailer in _phones(secret).items():
        yield Bad(f"phone-{name}.jpg", ".jpg", jpeg.plain() + trailer, f"a trailer of a phone: {name}", secret)


def _phones(secret: bytes) -> dict[str, bytes]:
    """Directories and films behind a picture that lie."""
    sound = trailers.sef({b"MCC_Data": secret})
    head = sound.index(b"SEFH")
    film = trailers.box(b"ftyp", b"mp42\0\0\0\0isommp42")
    return {
        "many": sound[: head + 8] + b"\xff" * 4 + sound[head + 12 :],
        "far": sound[: head + 16] + b"\xff" * 8 + sound[head + 24 :],
        "overlapping": secret + b"SEFH" + struct.pack("<II", 106, 250) + struct.pack("<4xII", 30, 30) * 250
        + struct.pack("<I", 12 + 3000) + b"SEFT",
        "many-boxes": film + trailers.box(b"moov", trailers.box(b"free", b"") * 200_000) + secret,
        "deep-boxes": film + b"".join(struct.pack(">I4s", 8 * (9000 - at), b"moov") for at in range(9000)) + secret,
        "many-films": (film + secret) * 5000,
    }  # fmt: skip
