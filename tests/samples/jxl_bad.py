"""JPEG XL files that lie: about their boxes, about what is compressed in them, and in the bits of their headers."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace

import brotli

from . import exif
from .bad import MEBIBYTE, SHARES, Bad
from .jxl import LAST, MARK, TYPE, box, exif_box, parts, whole
from .jxl_bits import Frame, Head, Writer, codestream, frame, size_fields
from .picture import encode, picture
from .sample import canary

SECRET = canary("bad-jxl")
OWN = box(b"ABCD", SECRET)


def jxl_bad() -> Iterator[Bad]:
    """All of them."""
    yield from _cut()
    yield from _boxes()
    yield from _bombs()
    yield from _headers()


def _bad(name: str, data: bytes, what: str, secret: bytes = SECRET) -> Bad:
    return Bad(f"{name}.jxl", ".jxl", data, what, secret if secret in data else b"")


def _file(*boxes: bytes) -> bytes:
    return MARK + TYPE + b"".join(boxes)


def _cut() -> Iterator[Bad]:
    stream = codestream([frame()])
    files = {"": _file(exif_box(exif.full("<", "bad-jxl-exif")).data, whole(stream)), "bare-": stream}
    for name, data in files.items():
        for share in SHARES:
            yield _bad(f"{name}cut-{share}", data[: len(data) * share // 100], f"the first {share} % of a file")
        yield _bad(f"{name}cut-last-byte", data[:-1], "a file without its last byte")
    yield _bad("signature", MARK, "the first box alone")
    yield _bad("bare-signature", b"\xff\x0a", "the first two bytes of a codestream alone")
    yield Bad("jxl-called.png", ".png", _file(OWN, whole(stream)), "a .jxl file that is called .png", SECRET)
    yield _bad("jpg-called", encode(picture(), "JPEG", comment=SECRET), "a .jpg file that is called .jxl")


def _boxes() -> Iterator[Bad]:
    stream = codestream([frame()])
    good, index = whole(stream), struct.pack(">I", 1)
    last = struct.pack(">I", LAST)
    files = {
        "box-too-long": (_file(struct.pack(">I4s", 1 << 30, b"ABCD") + SECRET, good), "a box of a gigabyte"),
        "box-too-short": (_file(struct.pack(">I4s", 7, b"ABCD") + SECRET, good), "a box of seven bytes"),
        "box-large": (_file(b"\0\0\0\1ABCD" + b"\xff" * 8 + SECRET, good), "a box of 2^64 bytes"),
        "box-endless": (_file(b"\0\0\0\0ABCD" + SECRET, good), "a box that swallows the picture"),
        "box-behind": (_file(good, b"\0\0\1\0ABCD" + SECRET), "half a box behind the picture"),
        "boxes-many": (_file(OWN * 40_000, good), "forty thousand boxes"),
        "levels-many": (_file(box(b"free", b"") * 45_000, box(b"jxll", b"\5") * 45_000, OWN, good), "many levels"),
        "boxes-too-many": (_file(box(b"free", b"") * 110_000, good), "a hundred and ten thousand boxes"),
        "parts-out-of-order": (_file(OWN, box(b"jxlp", index + stream)), "a first part that is called the second"),
        "parts-short": (_file(OWN, box(b"jxlp", b"\0\0")), "a part without its number"),
        "parts-endless": (_file(OWN, box(b"jxlp", bytes(4) + stream)), "parts without a last one"),
        "parts-empty": (_file(OWN, box(b"jxlp", last)), "parts with nothing in them"),
        "parts-late": (_file(parts(stream, 60), box(b"jxlp", index + SECRET)), "a part behind the last one"),
        "parts-and-whole": (_file(box(b"jxlp", bytes(4) + stream[:9]), OWN, good), "half a part and a whole"),
        "parts-tiny": (_file(parts(stream, *range(1, len(stream)))), "a part for every byte"),
        "picture-none": (_file(OWN), "no picture"),
        "picture-empty": (_file(OWN, whole(b"")), "an empty picture"),
        "picture-other": (_file(OWN, whole(b"\x89PNG" + stream)), "a picture that is none"),
        "type-twice": (MARK + TYPE + TYPE[:-4] + SECRET[:4] + OWN + good, "two types"),
        "exif-beyond": (_file(box(b"Exif", b"\xff" * 4 + SECRET), good), "an Exif that begins behind its end"),
        "exif-empty": (_file(box(b"Exif", b""), OWN, good), "an Exif of nothing"),
        "rebuilt-garbage": (_file(box(b"jbrd", SECRET), good), "a JPEG that cannot be made again"),
    }
    for name, (data, what) in files.items():
        yield _bad(name, data, what)


def _packed_zeros(mebibytes: int) -> bytes:
    """A Brotli stream of so many mebibytes of zeros, made without holding them."""
    packer, zeros = brotli.Compressor(quality=2), bytes(MEBIBYTE)
    return b"".join([*(packer.process(zeros) for _ in range(mebibytes)), packer.finish()])


def _bombs() -> Iterator[Bad]:
    good, bomb = whole(codestream([frame()])), _packed_zeros(300)
    files = {
        "packed-exif": (box(b"brob", b"Exif" + bomb), "an Exif that unpacks to 300 megabytes"),
        "packed-many": (box(b"brob", b"xml " + bomb) * 30, "thirty XMPs of 300 megabytes"),
        "packed-garbage": (box(b"brob", b"Exif" + SECRET), "a compressed Exif that is none"),
        "packed-cut": (box(b"brob", b"Exif" + bomb[:99]), "a compressed Exif that is cut off"),
        "packed-itself": (box(b"brob", b"brob" + brotli.compress(OWN)), "a compressed box of compressed boxes"),
        "packed-nothing": (box(b"brob", b""), "a compressed box of nothing"),
        "packed-picture": (box(b"brob", b"jxlc" + brotli.compress(SECRET)), "a compressed picture"),
    }
    for name, (data, what) in files.items():
        yield _bad(name, _file(data, OWN, good), what)


def _begun(*fields: tuple[int, int]) -> bytes:
    """A codestream that begins with these fields."""
    return Writer().put((0xFF, 8), (0x0A, 8), *fields).done()


def _film(many: int) -> bytes:
    """An animation of so many frames with names, and of nothing else."""
    short = codestream([replace(frame(), body=b"\0", duration=1, last=False, name=b"x"), frame()], Head(animated=True))
    end = short.index(frame().body)
    one = Writer()
    replace(frame(), body=b"\0", duration=1, last=False, name=b"x").write(one, animated=True)
    start = short.index(one.done())
    return short[:start] + one.done() * many + short[start + len(one.done()) : end] + frame().body


def _headers() -> Iterator[Bad]:
    plain, film = frame(), replace(frame(), duration=1, last=False)
    rest = codestream([plain])[4:]
    huge = [(0, 1), (3, 2), ((1 << 30) - 1, 30), (1, 3), (1, 1), (1, 1)]
    most = [(3, 2), (0xFFF, 12), *([(1, 1), (255, 8)] * 6)]
    profile = [
        *size_fields(),
        (0, 1),
        (0, 1),
        (0, 1),
        (0, 2),
        (1, 1),
        (0, 2),
        (1, 1),
        (0, 1),
        (1, 1),
        (0, 2),
        (0, 2),
        (1, 1),
    ]
    tiny = Frame(b"\0", duration=1, last=False)
    streams = {
        "size-huge": (_begun(*huge) + rest, "a picture of a billion pixels by a billion"),
        "profile-huge": (_begun(*profile, *most) + rest, "2^60 bytes of profile"),
        "profile-garbage": (_begun(*profile, (2, 2), (99, 8), (0x5A5A5A, 24)) + SECRET * 9, "a profile of no sense"),
        "frames-endless": (codestream([film] * 3, Head(animated=True)), "an animation without an end"),
        "frames-many": (codestream([tiny] * 3000 + [plain], Head(animated=True)), "three thousand frames of nothing"),
        "frames-too-many": (_film(25_000), "more frames than any film of ours has"),
        "name-cut": (codestream([replace(plain, name=b"x" * 30)])[:30], "a name that is cut off"),
        "ones": (b"\xff\x0a" + b"\xff" * 3000, "ones"),
        "zeros": (b"\xff\x0a" + bytes(3000), "zeros"),
    }  # fmt: skip
    for name, (data, what) in streams.items():
        yield _bad(f"header-{name}", _file(OWN, whole(data)), what)
        yield _bad(f"header-{name}-bare", data, what)
