"""TIFF files that lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

from . import tiff
from .bad import SHARES, Bad
from .exif import ASCII, LONG, SHORT, Field, Tiff, directory, numbers, raw
from .picture import picture
from .sample import canary
from .tiff import Sheet, below, sheet, text_field, whole
from .tiff_samples import everything, rgb, thumbnail

SLONG, SRATIONAL, FLOAT = 9, 10, 11
SECRET = canary("bad-tiff")
SIGNED = text_field(0x13B, SECRET)


def tiff_bad() -> Iterator[Bad]:
    """All of them."""
    yield from _cut()
    yield from _headers()
    yield from _chains()
    for name, (page, what) in _lies().items():
        yield _bad(name, whole([page.plus(SIGNED)]), what)
    yield from _raw_photos()


def _bad(name: str, data: bytes, what: str) -> Bad:
    return Bad(f"{name}.tif", ".tif", data, what, SECRET)


def _cut() -> Iterator[Bad]:
    data = everything("bad-tiff-cut").data
    for share in SHARES:
        yield Bad(f"cut-{share}.tif", ".tif", data[: len(data) * share // 100], f"the first {share} % of a file")
    yield Bad("cut-front.tif", ".tif", data[1:], "a file without its first byte")
    yield Bad("empty.tif", ".tif", b"", "an empty file")


def _headers() -> Iterator[Bad]:
    heads = {
        "header-only": b"II*\0\x08\0\0\0", "no-directory": b"MM\0*\0\0\0\0", "far-directory": b"II*\0\xff\xff\xff\xff",
        "half-header": b"II*\0", "directory-in-header": b"II*\0\x02\0\0\0",
        "big-with-odd-sizes": b"II+\0\x04\0\0\0" + struct.pack("<Q", 16), "half-big": b"MM\0+\0\x08\0\0",
    }  # fmt: skip
    for name, head in heads.items():
        yield _bad(name, head + SECRET, "a header that leads nowhere")


def _chains() -> Iterator[Bad]:
    data = bytearray(whole([rgb().plus(SIGNED)]))
    (first,) = struct.unpack_from("<I", data, 4)
    (many,) = struct.unpack_from("<H", data, first)
    end = first + 2 + 12 * many
    links = {"circle": first, "far-page": 0xFFFFFF00, "page-in-the-picture": 100, "page-in-the-directory": first + 2}
    for name, link in links.items():
        data[end : end + 4] = struct.pack("<I", link)
        yield _bad(name, bytes(data), "a next page that is none")
    file = Tiff("<")
    link = 0
    for _ in range(12_000):
        link = file.directory([numbers(256, SHORT, [1], "<")], link)
    file.block(SECRET)
    yield _bad("many-pages", file.done(link), "twelve thousand pages")
    yield _bad("many-entries", b"II*\0\x08\0\0\0" + b"\xff\xff" + SECRET * 40_000, "a directory of 65535 entries")
    file = Tiff("<")
    at = len(file.data)
    file.directory([below(330, at), below(0x8769, at), below(0x8825, at), SIGNED], at)
    yield _bad("circle-below", file.done(at), "directories inside each other")
    small, _ = thumbnail("bad-tiff-small")
    file = Tiff("<")
    starts = [tiff.put(file, small) for _ in range(400)]
    page = rgb().plus(numbers(330, LONG, starts, "<"), SIGNED)
    yield _bad("many-thumbnails", file.done(tiff.put(file, page)), "four hundred thumbnails")
    shared = _sharing()
    yield _bad("shared-values", shared, "nine thousand pages with one large palette")
    yield _bad("shared-arrays", _hiding(), "six thousand small copies of a thousand strips each")
    zeros = zlib.compress(bytes(100_000_000), 9)
    yield _bad("shared-strip", _repeating([10_000] * 200, 8, zeros), "200 pages of 100 megabytes in one strip")
    sizes = range(9_000, 10_000, 5)
    yield _bad("shared-strip-of-sizes", _repeating(sizes, 8, zeros[: 1 << 16]), "200 pages of any size in one strip")
    clearings = (int("100000000" * (1 << 20), 2)).to_bytes(9 << 17, "big")
    yield _bad("lzw-of-clearings", _repeating([8], 5, clearings), "LZW that clears its table and says nothing else")
    tables = b"\xff\xd8" + b"\xff\xfe\0\2" * 100_000 + b"\xff\xd9"
    pages = [sheet(picture(), compression="jpeg").plus(raw(347, tables), SIGNED)] * 200
    yield _bad("long-jpeg-tables", whole(pages), "200 pages with tables of 400 kilobytes")


def _repeating(heights: Sequence[int], compression: int, strip: bytes) -> bytes:
    """Grey pages, 10,000 pixels wide, that all have the same strip."""
    file = Tiff("<")
    at, link = file.block(strip), 0
    for height in heights:
        fields = [
            numbers(256, LONG, [10_000], "<"), numbers(257, LONG, [height], "<"), numbers(258, SHORT, [8], "<"),
            numbers(259, SHORT, [compression], "<"), numbers(262, SHORT, [1], "<"), numbers(273, LONG, [at], "<"),
            numbers(279, LONG, [len(strip)], "<"), SIGNED,
        ]  # fmt: skip
        link = file.directory(fields, link)
    return file.done(link)


def _hiding() -> bytes:
    """A page, and behind it small copies that all have the same places of strips."""
    file = Tiff("<")
    starts, lengths = (file.block(struct.pack("<1000I", *[number] * 1000)) for number in (8, 1))
    fields = [numbers(254, LONG, [1], "<"), SIGNED]
    fields += [Field(tag, LONG, starts, 1000) for tag in (273, 324)]
    fields += [Field(tag, LONG, lengths, 1000) for tag in (279, 325)]
    link = 0
    for _ in range(6000):
        link = file.directory(fields, link)
    return file.done(tiff.put(file, rgb(), link))


def _sharing() -> bytes:
    """Pages that all lead to the same long values: written once for each, they would fill a disk."""
    file = Tiff("<")
    palette, profile, strip = file.block(bytes(393_216)), file.block(bytes(500_000)), file.block(SECRET)
    link = 0
    fields = [
        numbers(256, SHORT, [1], "<"), numbers(257, SHORT, [1], "<"), numbers(258, SHORT, [16], "<"),
        numbers(259, SHORT, [1], "<"), numbers(262, SHORT, [3], "<"), numbers(273, LONG, [strip], "<"),
        numbers(279, LONG, [2], "<"), Field(320, SHORT, palette, 196_608), Field(34675, 7, profile, 500_000),
    ]  # fmt: skip
    for _ in range(9000):
        link = file.directory(fields, link)
    return file.done(link)


def _lies() -> dict[str, tuple[Sheet, str]]:
    page = rgb()
    packed = sheet(picture(), compression="tiff_lzw")
    deflated = sheet(picture(), compression="tiff_adobe_deflate")
    jpeg = sheet(picture(), compression="jpeg")
    return {
        "no-width": (page.without(256), "no width"),
        "zero-height": (page.plus(numbers(257, SHORT, [0], "<")), "no height"),
        "bomb": (page.plus(numbers(256, LONG, [0xFFFFFFFF], "<"), numbers(257, LONG, [0xFFFFFFFF], "<")), "a bomb"),
        "large": (page.plus(numbers(256, LONG, [60_000], "<"), numbers(257, LONG, [60_000], "<")), "a large picture"),
        "many-strips": (page.plus(numbers(257, LONG, [1 << 30], "<"), numbers(278, LONG, [1], "<")), "2^30 strips"),
        "no-rows": (page.plus(numbers(278, SHORT, [0], "<")), "strips without rows"),
        "no-places": (page._replace(strips=()), "no strips"),
        "places-as-text": (page.plus(Field(273, ASCII, b"ABCD", 4)), "places that are letters"),
        "places-as-fractions": (page.plus(raw(273, bytes(32), 5)), "places that are fractions"),
        "kind-as-float": (page.plus(Field(254, FLOAT, struct.pack("<f", 0), 1)), "a kind of page that is a float"),
        "kind-as-fraction": (page.plus(Field(254, SRATIONAL, bytes(8), 1)), "a kind of page that is a fraction"),
        "fax-as-fraction": (page.plus(Field(292, SRATIONAL, bytes(8), 1)), "bits that are a fraction"),
        "negative-lengths": (packed.plus(_less_than_nothing(packed)), "compressed strips of less than nothing"),
        "negative-places": (page.plus(Field(273, SLONG, struct.pack("<i", -8) * 4, 4)), "strips before the file"),
        "negative-bytes": (page.plus(_less_than_nothing(page)), "strips of less than nothing"),
        "far-strip": (page.plus(numbers(273, LONG, [8, 9, 10, 0xFFFFFFF0], "<")), "a strip behind the end"),
        "long-strip": (page.plus(numbers(279, LONG, [0xFFFFFFFF] * 4, "<")), "strips of four gigabytes"),
        "strips-over-each-other": (page.plus(numbers(273, LONG, [8, 9, 10, 11], "<")), "strips over each other"),
        "strips-in-the-header": (page.plus(numbers(273, LONG, [1, 2, 3, 4], "<")), "strips in the header"),
        "short-strips": (page.plus(numbers(279, LONG, [5] * 4, "<")), "strips that are shorter than their rows"),
        "huge-value": (page.plus(Field(0x10E, ASCII, 8, 0xFFFFFFFF)), "a text of four gigabytes"),
        "value-in-the-picture": (page.plus(Field(0x10E, ASCII, 100, 5000)), "a text in the picture"),
        "unknown-type": (page.plus(Field(0x10E, 99, b"abcd", 1)), "a value of no type"),
        "width-twice": (page._replace(fields=(*page.fields, numbers(256, LONG, [97], "<"))), "two widths"),
        "width-of-nothing": (page.plus(Field(256, SHORT, b"", 0)), "a width without a number"),
        "many-samples": (page.plus(numbers(277, SHORT, [65535], "<")), "65535 colours"),
        "odd-bits": (page.plus(numbers(258, SHORT, [8, 8, 5], "<")), "colours of different depths"),
        "tiny-tiles": (_tiled(page, 1), "as many tiles as pixels"),
        "no-tiles": (_tiled(page, 0), "tiles without a size"),
        "huge-tiles": (_tiled(page, 0xFFFFFFFF), "a tile that is larger than all pictures"),
        "unknown-compression": (page.plus(numbers(259, SHORT, [4711], "<")), "an unknown way of compression"),
        "old-jpeg": (page.plus(numbers(259, SHORT, [6], "<")), "the old kind of JPEG"),
        "jpeg-2000": (page.plus(numbers(259, SHORT, [34712], "<")), "JPEG 2000"),
        "unknown-colours": (page.plus(numbers(262, SHORT, [4711], "<")), "unknown colours"),
        "no-lzw": (packed._replace(strips=(b"\x80\x3f\xff\xff" + SECRET * 9,)), "LZW that is none"),
        "lzw-of-zeros": (packed._replace(strips=(bytes(5000),)), "LZW that is zeros"),
        "no-deflate": (deflated._replace(strips=(SECRET * 9,)), "a deflate stream that is none"),
        "no-jpeg": (jpeg._replace(strips=(SECRET * 9,)), "a JPEG that is none"),
        "jpeg-start": (jpeg._replace(strips=(b"\xff\xd8\xff\xd9",)), "a JPEG without a picture"),
        "jpeg-tables": (jpeg.plus(raw(347, b"\xff\xd8\xff\xdb\xff\xff\xff\xd9")), "JPEG tables that are cut short"),
        "no-packbits": (sheet(picture(), compression="packbits")._replace(strips=(b"\x81",)), "half a run"),
        "no-zstd": (sheet(picture(), compression="zstd")._replace(strips=(b"\x28\xb5\x2f\xfd",)), "a zstd header"),
        "no-lzma": (sheet(picture(), compression="lzma")._replace(strips=(b"\xfd7zXZ\0",)), "an xz header"),
        "two-profiles": (page.plus(raw(34675, b"x" * 200)), "a colour profile that is none"),
    }  # fmt: skip


def _less_than_nothing(page: Sheet) -> Field:
    many = len(page.strips)
    return Field(279, SLONG, struct.pack("<i", -5) * many, many)


def _tiled(page: Sheet, size: int) -> Sheet:
    return page.plus(numbers(322, LONG, [size], "<"), numbers(323, LONG, [size], "<"))


def _raw_photos() -> Iterator[Bad]:
    """Raw photos, as far as a program that knows none can see."""
    dng = rgb().plus(Field(50706, 1, b"\1\4\0\0", 4), SIGNED)
    mosaic = sheet(picture(mode="L")).plus(numbers(262, SHORT, [32803], "<"), SIGNED)
    yield _bad("dng", whole([dng]), "a DNG")
    yield _bad("mosaic", whole([mosaic]), "the pixels of a sensor")
    small, _ = thumbnail("bad-tiff-raw")
    file = Tiff("<")
    page = small.plus(below(330, tiff.put(file, rgb())), SIGNED)
    yield _bad("main-picture-below", file.done(tiff.put(file, page)), "a picture whose small copy comes first")
    file = Tiff("<")
    page = rgb().plus(below(330, tiff.put(file, mosaic)), SIGNED)
    yield _bad("mosaic-below", file.done(tiff.put(file, page)), "the pixels of a sensor below the picture")
    data = directory([SIGNED], "<", 16)
    for name, head in (("olympus", b"IIRO"), ("panasonic", b"IIU\0"), ("canon", b"II*\0")):
        yield _bad(name, head + struct.pack("<I", 16) + b"CR\2\0" + bytes(4) + data, "a raw photo")
