"""Files that lie: cut, mislabelled, circular, or made to eat memory and time."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from . import exif, jpeg, png, webp
from .jpeg import APP1, COM, DQT, EOI, SOF0, SOI, Parts, segment
from .picture import encode, picture
from .sample import Part, canary

MEBIBYTE = 1 << 20
SHARES = (1, 10, 25, 50, 75, 90, 99)


class Bad(NamedTuple):
    """A file that no program should trip over. ``secret`` is in it and must not be in anything called clean."""

    name: str
    suffix: str
    data: bytes
    what: str
    secret: bytes = b""

    def __str__(self) -> str:
        """The name, which a test shows."""
        return self.name


def bad() -> Iterator[Bad]:
    """All of them."""
    yield from _scraps()
    yield from _cut()
    yield from _mislabelled()
    yield from _jpegs()
    yield from _pngs()
    yield from _webps()
    yield from _exifs()


def _scraps() -> Iterator[Bad]:
    for suffix in (".jpg", ".png", ".webp"):
        yield Bad(f"empty{suffix}", suffix, b"", "an empty file")
        yield Bad(f"one-byte{suffix}", suffix, b"\xff", "a single byte")
        yield Bad(f"text{suffix}", suffix, b"This is not a picture.\n" * 9, "text")
        yield Bad(f"zeros{suffix}", suffix, bytes(5000), "zeros")
    yield Bad("signature.jpg", ".jpg", b"\xff\xd8\xff", "the first three bytes alone")
    yield Bad("signature.png", ".png", png.SIGNATURE, "the signature alone")
    yield Bad("signature.webp", ".webp", webp.riff(b""), "a RIFF without a chunk")


def _whole() -> dict[str, bytes]:
    """One good file of each format, with Exif and a trailer."""
    tiff = exif.full("<", "bad")
    front = Part("", segment(APP1, b"Exif\0\0" + tiff.data))
    chunk = Part("", png.chunk(b"eXIf", tiff.data))
    last = Part("", webp.chunk(b"EXIF", tiff.data))
    return {
        ".jpg": jpeg.splice(jpeg.plain(progressive=True), Parts([front])),
        ".png": png.splice(encode(picture(), "PNG"), png.Parts([chunk])),
        ".webp": webp.splice(encode(picture(), "WEBP"), webp.Parts(end=[last])),
    }


def _cut() -> Iterator[Bad]:
    for suffix, data in _whole().items():
        for share in SHARES:
            what = f"the first {share} % of a file"
            yield Bad(f"cut-{share}{suffix}", suffix, data[: len(data) * share // 100], what)
        yield Bad(f"cut-last-byte{suffix}", suffix, data[:-1], "a file without its last byte")
        yield Bad(f"cut-last-two{suffix}", suffix, data[:-2], "a file without its last two bytes")
        yield Bad(f"cut-front{suffix}", suffix, data[1:], "a file without its first byte")


def _mislabelled() -> Iterator[Bad]:
    whole = _whole()
    suffixes = tuple(whole)
    for suffix, other in zip(suffixes, (*suffixes[1:], suffixes[0]), strict=True):
        name = f"{other[1:]}-called{suffix}"
        yield Bad(name, suffix, whole[other], f"a {other} file that is called {suffix}", canary("bad-artist"))


def _jpeg(*middle: bytes) -> bytes:
    return bytes([0xFF, SOI]) + b"".join(middle) + bytes([0xFF, EOI])


def _jpegs() -> Iterator[Bad]:
    plain = jpeg.plain()
    head, rest = plain[:20], plain[20:]
    secret = canary("bad-jpeg")
    inner = {
        "length-zero": (b"\xff\xe1\0\0" + secret, "a segment of length 0"),
        "length-one": (b"\xff\xe1\0\1" + secret, "a segment of length 1"),
        "length-beyond": (b"\xff\xe1\xff\xff" + secret, "a segment that swallows the picture"),
        "reserved-marker": (segment(0xF0, secret), "a reserved marker"),
        "lone-restart": (b"\xff\xd3" + segment(COM, secret), "a restart marker outside of a scan"),
        "lone-tem": (b"\xff\1" + segment(COM, secret), "a TEM marker"),
        "second-soi": (b"\xff\xd8" + segment(COM, secret), "a second SOI in the middle"),
        "end-first": (b"\xff\xd9" + segment(COM, secret), "an EOI before the picture"),
        "many-segments": (segment(COM, secret) * 40_000, "forty thousand segments"),
        "many-fill-bytes": (b"\xff" * MEBIBYTE + segment(COM, secret)[1:], "a mebibyte of fill bytes"),
    }
    for name, (data, what) in inner.items():
        yield Bad(f"{name}.jpg", ".jpg", head + data + rest, what, secret)
    yield Bad("soi-only.jpg", ".jpg", bytes([0xFF, SOI]), "SOI and nothing else")
    yield Bad("soi-eoi.jpg", ".jpg", _jpeg(), "SOI and EOI")
    yield Bad("no-scan.jpg", ".jpg", _jpeg(*jpeg.pieces(plain)[1:-2]), "tables and a frame without a scan")
    yield Bad("no-frame.jpg", ".jpg", _jpeg(*(one for one in jpeg.pieces(plain)[1:-1] if one[1] != SOF0)), "no frame")
    yield Bad("no-eoi.jpg", ".jpg", plain[:-2], "no EOI")
    yield Bad("no-tables.jpg", ".jpg", _jpeg(*(one for one in jpeg.pieces(plain)[1:-1] if one[1] != DQT)), "no tables")
    at = plain.index(b"\xff\xc0") + 5
    for name, size in (("bomb", b"\xff\xff\xff\xff"), ("no-width", b"\0\x40\0\0"), ("no-height", b"\0\0\0\x60")):
        yield Bad(f"{name}.jpg", ".jpg", plain[:at] + size + plain[at + 4 :], f"a frame of {size.hex()}")
    components = plain[: at + 4] + b"\xff" + plain[at + 5 :]
    yield Bad("components.jpg", ".jpg", components, "a frame of 255 components")


def zeros_bomb(mebibytes: int) -> bytes:
    """A zlib stream that inflates to so many mebibytes of zeros, made without holding them."""
    packer = zlib.compressobj(9)
    first = packer.compress(bytes(MEBIBYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    again = zlib.compressobj(9, wbits=-15)
    block = again.compress(bytes(MEBIBYTE)) + again.flush(zlib.Z_FULL_FLUSH)
    checksum = struct.pack(">HH", mebibytes * MEBIBYTE % 65521, 1)
    return first + block * (mebibytes - 1) + b"\x03\0" + checksum


def _pngs() -> Iterator[Bad]:
    base, secret = encode(picture(), "PNG"), canary("bad-png")
    head, rest = base[:33], base[33:]
    text = png.chunk(b"tEXt", b"Comment\0" + secret)
    bomb = zeros_bomb(1024)
    inner = {
        "length-huge": (b"\x7f\xff\xff\xfftEXt" + secret, "a chunk of two gigabytes"),
        "length-negative": (b"\xff\xff\xff\xfftEXt" + secret, "a chunk of four gigabytes"),
        "checksum-text": (text[:-1] + bytes([text[-1] ^ 1]), "a text with a wrong checksum"),
        "text-bomb": (png.chunk(b"zTXt", b"Comment\0\0" + bomb), "a text that inflates to a gigabyte"),
        "xmp-bomb": (png.chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb), "an XMP that inflates to a gigabyte"),
        "icc-bomb": (png.chunk(b"iCCP", b"icc\0\0" + bomb), "a colour profile that inflates to a gigabyte"),
        "icc-garbage": (png.chunk(b"iCCP", b"icc\0\0garbage") + text, "a colour profile that does not inflate"),
        "second-header": (head[8:] + text, "two headers"),
        "odd-name": (png.chunk(b"\0\1\2\3", secret), "a chunk name that is not made of letters"),
        "critical-unknown": (png.chunk(b"ABCD", secret), "an unknown chunk that claims to be critical"),
        "many-chunks": (png.chunk(b"abCd", secret) * 40_000, "forty thousand chunks"),
    }
    for name, (data, what) in inner.items():
        yield Bad(f"{name}.png", ".png", head + data + rest, what, secret if secret in data else b"")
    for name, width in (("bomb", 0x7FFFFFFF), ("no-width", 0), ("negative-width", 0x80000000)):
        changed = png.SIGNATURE + png.header(width, width, 8, png.RGB) + rest
        yield Bad(f"{name}.png", ".png", changed, f"a picture {width} wide and high")
    kinds = (("checksum-header", 29), ("checksum-data", len(base) - 16), ("checksum-end", len(base) - 1))
    for name, at in kinds:
        yield Bad(f"{name}.png", ".png", base[:at] + bytes([base[at] ^ 1]) + base[at + 1 :], "a wrong checksum")
    yield Bad("no-data.png", ".png", head + png.chunk(b"IEND"), "no picture data")
    yield Bad("no-end.png", ".png", base[: -png.IEND_SIZE] + text, "no IEND", secret)


def _webps() -> Iterator[Bad]:
    base, secret = encode(picture(), "WEBP"), canary("bad-webp")
    body = base[12:]
    own = webp.chunk(b"ABCD", secret)
    canvas = webp.extended(16384, 16384, 0)
    larger = webp.extended(1 << 24, 1 << 24, 0)
    files = {
        "canvas-bomb": (webp.riff(canvas + body + own), "a canvas of 16384×16384"),
        "canvas-huge": (webp.riff(larger + body + own), "a canvas of 2^24×2^24"),
        "animated-bomb": (webp.riff(webp.extended(16384, 16384, 2) + webp.chunk(b"ANIM", bytes(6)) + own), "no frames"),
        "chunk-huge": (webp.riff(body + b"ABCD\xff\xff\xff\xff" + secret), "a chunk of four gigabytes"),
        "riff-huge": (b"RIFF\xff\xff\xff\xffWEBP" + body + own, "a RIFF of four gigabytes"),
        "riff-zero": (b"RIFF\0\0\0\0WEBP" + body + own, "a RIFF of no size"),
        "no-picture": (webp.riff(webp.extended(96, 64, 0) + own), "no picture"),
        "two-pictures": (webp.riff(webp.extended(96, 64, 0) + body + body + own), "two pictures"),
        "short-header": (webp.riff(webp.chunk(b"VP8X", b"\0\0") + body + own), "a VP8X of two bytes"),
        "late-header": (webp.riff(body + webp.extended(96, 64, 0) + own), "a VP8X behind the picture"),
        "many-chunks": (webp.riff(webp.extended(96, 64, 0) + body + own * 40_000), "forty thousand chunks"),
    }
    for name, (data, what) in files.items():
        yield Bad(f"{name}.webp", ".webp", data, what, secret)
    sizes = {"too-small": -10, "too-large": 10, "off-by-one": 1}
    for name, wrong_by in sizes.items():
        data = webp.riff(webp.extended(96, 64, 0) + body + own, wrong_by)
        yield Bad(f"riff-{name}.webp", ".webp", data, f"a RIFF size that is wrong by {wrong_by}", secret)
    reserved = webp.riff(webp.extended(96, 64, 0xC1) + body + own)
    yield Bad("reserved-flags.webp", ".webp", reserved, "flags that no specification knows", secret)


def _circle(order: exif.Order) -> bytes:
    """A directory whose next directory is itself."""
    tiff = exif.Tiff(order)
    return tiff.done(tiff.directory([exif.ascii_field(0x13B, "circle")], link=8))


def _circle_below(order: exif.Order) -> bytes:
    """Directories that have each other inside."""
    tiff = exif.Tiff(order)
    at = tiff.directory([exif.pointer(0x8769, 8), exif.pointer(0x8825, 8), exif.pointer(0x14A, 8)])
    return tiff.done(at)


def _exifs() -> Iterator[Bad]:
    many = struct.pack("<H", 65535) + struct.pack("<HHII", 0x13B, 2, 4, 0x41414141) * 5000
    head = b"II*\0\x08\0\0\0"
    huge = exif.Field(0x13B, exif.ASCII, 8, 0xFFFFFFFF)
    tiffs = {
        "circle": (_circle("<"), "a directory that leads to itself"),
        "circle-below": (_circle_below(">"), "directories inside each other"),
        "many-entries": (head + many, "a directory of 65535 entries"),
        "huge-value": (head + exif.directory([huge], "<", 8), "a value of four gigabytes"),
        "far-directory": (b"II*\0\xff\xff\xff\xff", "a directory behind the end"),
        "header-only": (b"MM\0*", "half a header"),
        "no-order": (b"XX*\0\x08\0\0\0", "an unknown byte order"),
        "empty": (b"", "nothing"),
    }
    secret = canary("bad-exif")
    for name, (tiff, what) in tiffs.items():
        data = tiff + secret
        for suffix, whole in _around(data).items():
            yield Bad(f"exif-{name}{suffix}", suffix, whole, f"an Exif with {what}", secret)


def _around(tiff: bytes) -> dict[str, bytes]:
    """An Exif in a picture of each format."""
    front = Part("", segment(APP1, (b"Exif\0\0" + tiff)[:65533]))
    return {
        ".jpg": jpeg.splice(jpeg.plain(), Parts([front])),
        ".png": png.splice(encode(picture(), "PNG"), png.Parts([Part("", png.chunk(b"eXIf", tiff))])),
        ".webp": webp.splice(encode(picture(), "WEBP"), webp.Parts(end=[Part("", webp.chunk(b"EXIF", tiff))])),
    }
