"""HEIF and AVIF files that hide something in the numbers of a picture, or in units that a decoder passes over."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from .heif import File, Property, avif, build, heic
from .heif_samples import METADATA_OBU, SEI, liked, mapped, nal, obu
from .sample import Sample, canary

REDUNDANT_OBU = 7
SECRET = canary("heif-hard")


def heif_hard() -> Iterator[Sample]:
    """All of them."""
    mastered = SECRET[:24].ljust(24, b"!")
    still, moving = heic().items[0], avif().items[0]
    files = {
        "heif-bits-of-colours": _like(b"pixi", bytes(4) + bytes([len(SECRET)]) + SECRET),
        "heif-main-picture-as-auxiliary": _like(b"auxC", bytes(4) + SECRET + b"\0"),
        "heif-clean-aperture": _like(b"clap", SECRET.ljust(32, b"!")),
        "heif-mastering-display": _like(b"mdcv", mastered),
        "heif-reference-viewing": _like(b"reve", bytes(4) + SECRET[:16]),
        "heif-colour-volume": _like(b"cclv", b"\x3c" + SECRET.ljust(36, b"!")),
        "heif-message-of-light": _coded(heic(), nal(SEI, b"\x89\x18" + mastered + b"\x80") + still.data),
        "heif-gain-numbers": _gains(),
        "avif-message-of-light": _coded(avif(), moving.data + obu(METADATA_OBU, b"\2" + mastered + b"\x80")),
        "avif-header-once-more": _coded(avif(), moving.data + obu(REDUNDANT_OBU, SECRET)),
    }
    for name, file in files.items():
        is_avif = name.startswith("avif")
        suffix = ".avif" if is_avif else ".heic"
        yield Sample(
            name,
            "AVIF" if is_avif else "HEIF",
            suffix,
            build(file),
            (SECRET[:16],),
            (name,),
            opens=name != "avif-header-once-more",
        )


def _like(kind: bytes, body: bytes) -> File:
    base = heic()
    item = base.items[0]
    bare = item._replace(has=tuple(one for one in item.has if one.kind != kind))
    return liked(base._replace(items=(bare, *base.items[1:])), Property(kind, body))


def _coded(base: File, data: bytes) -> File:
    return base._replace(items=(base.items[0]._replace(data=data), *base.items[1:]))


def _gains() -> File:
    base = mapped()
    numbers = SECRET[:24].ljust(32, b"!") + struct.pack(">6I", 1, 1, 1, 64, 1, 64)
    tone = base.items[1]._replace(data=bytes(5) + b"\x40" + numbers)
    return base._replace(items=(base.items[0], tone, base.items[2]))
