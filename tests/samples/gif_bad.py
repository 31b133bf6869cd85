"""GIF files that lie."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from . import gif
from .bad import MEBIBYTE, SHARES, Bad
from .gif import END, chain, comment, control, extension, loop, parts_of
from .sample import canary

SECRET = canary("bad-gif")


def gif_bad() -> Iterator[Bad]:
    """All of them."""
    text = comment(SECRET)
    film = gif.splice(gif.animated(), gif.NOTHING)
    whole = film[: len(gif.head(film))] + text + film[len(gif.head(film)) :] + SECRET
    for share in SHARES:
        yield _bad(f"cut-{share}", whole[: len(whole) * share // 100], f"the first {share} % of a file")
    yield _bad("called-gif", b"GIF89a" + SECRET * 100, "a signature and then something else")
    yield _bad("signature", b"GIF89a", "the signature alone")
    yield _bad("zeros-behind-the-signature", b"GIF89a" + bytes(5000), "a signature and zeros")
    for name, data, what in (*_structures(text), *_pictures(text), *_bombs(text)):
        yield _bad(name, data, what)


def _bad(name: str, data: bytes, what: str) -> Bad:
    return Bad(f"{name}.gif", ".gif", data, what, SECRET if SECRET in data else b"")


def _structures(text: bytes) -> Iterator[tuple[str, bytes, str]]:
    base = gif.still()
    head, image, film = gif.head(base), parts_of(base)[-1], gif.animated()
    between = parts_of(film)
    yield "no-picture", head + text + END, "no picture"
    yield "no-picture-no-end", head + text, "no picture and no end"
    yield "only-controls", head + control() * 9 + text + END, "controls of nothing"
    yield "junk", head + text + image + SECRET + image + END, "bytes between two pictures"
    yield "junk-first", head + SECRET + image + END, "bytes before the first picture"
    yield "zeros-first", head + bytes(9) + text + image + END, "zeros before the first picture"
    yield "endless-comment", head + image + b"!\xfe" + (b"\x08" + SECRET[:8]) * 99, "a comment without an end"
    yield "short-control", head + extension(0xF9, b"\2\0\1\0") + text + image + END, "a control of two bytes"
    yield "empty-control", head + extension(0xF9, b"\0") + text + image + END, "a control of nothing at all"
    yield "empty-application", head + extension(0xFF, b"\0") + text + image + END, "an application without a name"
    two = control(5, colour=2) + control(4)
    yield "contradicting-controls", head + text + two + image + END, "two controls that contradict each other"
    loops = loop() + loop(chain(b"\1\7\0"))
    yield "contradicting-loops", head + text + loops + b"".join(between) + END, "two loops that contradict each other"
    yield "xmp-without-tail", head + gif.xmp(SECRET * 3)[:-250] + image + END, "XMP without its tail"
    yield "large-table", head[:10] + b"\xf7" + head[11:] + text + image + END, "a table of colours that is cut off"


def _pictures(text: bytes) -> Iterator[tuple[str, bytes, str]]:
    base = gif.still()
    head, image = gif.head(base), parts_of(base)[-1]
    body = image[10:]
    places = {
        "outside": (50, 50, 96, 64), "no-width": (0, 0, 0, 64), "no-height": (0, 0, 96, 0), "far": (65535, 0, 1, 1),
        "too-high": (0, 0, 96, 65535), "too-small": (0, 0, 4, 4),
    }  # fmt: skip
    for name, place in places.items():
        frame = b"," + struct.pack("<HHHH", *place) + b"\0" + body
        yield f"frame-{name}", head + text + frame + END, f"a frame at {place}"
    for size in (0, 1, 9, 12, 13, 255):
        yield f"codes-{size}", head + text + image[:10] + bytes([size]) + body[1:] + END, f"codes of {size} bits"
    for name, data in (("none", b""), ("zeros", bytes(300)), ("ones", b"\xff" * 300), ("text", SECRET * 20)):
        frame = image[:10] + body[:1] + chain(data)
        yield f"data-{name}", head + text + frame + END, f"picture data: {name}"


def _bombs(text: bytes) -> Iterator[tuple[str, bytes, str]]:
    base = gif.still()
    head, image = gif.head(base), parts_of(base)[-1]
    large = head[:6] + b"\xff\xff\xff\xff" + head[10:]
    yield "canvas-bomb", large + text + image + END, "a canvas of 65535×65535"
    frame = b"," + bytes(4) + b"\xff\xff\xff\xff\0" + image[10:]
    yield "frame-bomb", large + text + frame + END, "a frame of 65535×65535"
    clears = gif.bits([(4, 3)] * 8) * (MEBIBYTE // 2)
    frame = b"," + bytes(4) + b"\xff\xff\xff\xff\0\2"
    yield "clears", large + text + frame + chain(clears) + END, "half a million clearings of a table, eight times"
    pixels = gif.bits([(4, 3), (1, 3)] * 4) * (MEBIBYTE // 4)
    yield "clears-and-pixels", large + text + frame + chain(pixels) + END, "a clearing before each pixel"
    yield "small-sub-blocks", large + text + frame + chain(bytes(MEBIBYTE), 1) + END, "sub-blocks of one byte"
    tiny = gif.uncompressed((1, 1), b"\1", (5,))
    yield "many-frames", head + text + tiny * 40_000 + END, "forty thousand frames"
    yield "many-comments", head + text * 40_000 + image + END, "forty thousand comments"
    yield "many-controls", head + text + control() * 40_000 + image + END, "forty thousand controls"
