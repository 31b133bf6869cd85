"""The TIFF samples, and the places of a TIFF that can hide something."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

from . import exif, icc, tiff
from .exif import BYTE, LONG, RATIONAL, SHORT, UNDEFINED, Field, Order, Tiff, numbers, raw
from .jpeg_parts import packet
from .picture import picture, pixels, translucent
from .sample import Part, Sample, canary
from .tiff import Big, Sheet, below, sample, sheet, text_field, tiles, whole

DOUBLE = 12
ICC, EXIF_IFD, GPS_IFD, XMP = 34675, 0x8769, 0x8825, 700


def tiff_samples() -> Iterator[Sample]:
    """All of them."""
    yield sample("clean", whole([rgb()]), pages=[rgb()])
    yield from _kinds()
    yield from _orientations()
    yield from _orders()
    yield from _vocabularies()
    yield from _colours()
    yield from _pages()
    yield from _copies()
    yield from _gaps()
    yield from _surplus([name for name in SURPLUS if name not in ODD])
    yield from _strips()
    yield everything("everything")


def odd_tiff_samples() -> Iterator[Sample]:
    """Files that Pillow cannot read, or not whole; other programs can."""
    for lzw in (False, True):
        yield _signed(f"big-big-endian{'-lzw' if lzw else ''}", rgb(">", lzw=lzw), ">", True)
    yield _exif("exif-big-big-endian", ">", True)
    yield _masked()
    yield _jpeg_thumbnail()
    yield from _surplus(ODD)
    yield _more_strips("more-strips")


def rgb(order: Order = "<", shift: int = 0, lzw: bool = False) -> Sheet:
    """The usual picture as a page, in four strips if it is not compressed."""
    if lzw:
        return sheet(picture(shift=shift), order, compression="tiff_lzw")
    return cut(sheet(picture(shift=shift), order), 16, order)


def cut(page: Sheet, rows: int, order: Order = "<") -> Sheet:
    """An uncompressed page in strips of some rows."""
    data = b"".join(page.strips)
    size = len(data) * rows // 64
    strips = tuple(data[at : at + size] for at in range(0, len(data), size))
    return page.plus(numbers(278, SHORT, [rows], order))._replace(strips=strips)


def _artist(place: str) -> Part:
    return Part("a text", b"", (canary(place),))


def _signed(name: str, page: Sheet, order: Order = "<", big: bool = False, frames: int = 1) -> Sample:
    """A page with an artist, and with bytes behind it."""
    artist, tail = canary(f"tiff-{name}-artist"), canary(f"tiff-{name}-tail")
    parts = [Part("a text", b"", (artist,)), Part("bytes behind the picture", b"", (tail,))]
    data = whole([page.plus(text_field(0x13B, artist))], order, big, behind=tail)
    return sample(name, data, parts, [page], frames=frames)


def deflated(page: Sheet, order: Order = "<") -> Sheet:
    """An uncompressed page with each strip compressed by itself: bytes beside a strip are never taken for pixels."""
    strips = tuple(zlib.compress(strip) for strip in page.strips)
    return page.plus(numbers(259, SHORT, [8], order))._replace(strips=strips)


def kinds() -> dict[str, Sheet]:
    """Pages of all kinds."""
    grey, sixteen = picture(mode="L"), pixels()[:, :, 0].astype(np.uint16) * 257
    found = {
        "rgb": rgb(),
        "grey": sheet(grey),
        "rgba": sheet(translucent()),
        "cmyk": sheet(picture(mode="CMYK")),
        "palette": sheet(picture(mode="P")),
        "one-bit": sheet(picture(mode="1")),
        "lab": sheet(picture().convert("LAB")).without(ICC),
        "ycbcr": sheet(picture(mode="YCbCr")),
        "grey-alpha": sheet(picture(mode="LA")),
        "sixteen-bits": sheet(Image.fromarray(sixteen)),
        "float": sheet(picture(mode="L").convert("F")),
        "odd-size": sheet(picture(61, 43)),
        "one-pixel": sheet(picture(1, 1)),
        "tiles": tiles(sheet(picture()), 96, 64),
        "planes": planes(),
        "predictor": predicted(),
    }
    for way in ("tiff_lzw", "tiff_adobe_deflate", "tiff_deflate", "packbits", "jpeg", "lzma", "zstd"):
        found[way.removeprefix("tiff_").replace("_", "-")] = sheet(picture(), compression=way)
    for way in ("group3", "group4", "tiff_ccitt"):
        found[way.removeprefix("tiff_")] = sheet(picture(mode="1"), compression=way)
    found["jpeg-grey"] = sheet(grey, compression="jpeg")
    found["jpeg-cmyk"] = sheet(picture(mode="CMYK"), compression="jpeg")
    return found


def planes() -> Sheet:
    """Each colour in a strip of its own."""
    page = sheet(picture())
    colours = tuple(np.asarray(picture())[:, :, colour].tobytes() for colour in range(3))
    return page.plus(numbers(284, SHORT, [2], "<"))._replace(strips=colours)


def predicted() -> Sheet:
    """Each pixel is stored as the difference from the one to its left."""
    array = np.asarray(picture())
    array = np.diff(array, axis=1, prepend=np.zeros((64, 1, 3), np.uint8))
    page = sheet(picture()).plus(numbers(259, SHORT, [8], "<"), numbers(317, SHORT, [2], "<"))
    return page._replace(strips=(zlib.compress(array.tobytes()),))


def _kinds() -> Iterator[Sample]:
    for name, page in kinds().items():
        yield _signed(name, page)


def _orientations() -> Iterator[Sample]:
    for orientation in range(1, 9):
        order: Order = "<" if orientation % 2 else ">"
        place = f"tiff-orientation-{orientation}"
        page = rgb(order).plus(numbers(274, SHORT, [orientation], order), text_field(0x13B, canary(place)))
        yield sample(f"orientation-{orientation}", whole([page], order), [_artist(place)], [page], orientation)


def _orders() -> Iterator[Sample]:
    for lzw in (False, True):
        yield _signed(f"big-endian{'-lzw' if lzw else ''}", rgb(">", lzw=lzw), ">")
        yield _signed(f"big{'-lzw' if lzw else ''}", rgb(lzw=lzw), big=True)


def _vocabularies() -> Iterator[Sample]:
    yield _exif("exif", "<")
    yield _exif("exif-big-endian", ">")
    yield _exif("exif-big", "<", True)
    xmp, layers = packet("tiff-xmp"), canary("tiff-layers") + bytes(range(256))
    others = {
        "xmp": (raw(XMP, xmp.data, BYTE), xmp.canaries),
        "layers": (raw(0x935C, layers), (canary("tiff-layers"),)),
        "unknown-tag": (raw(0xFE00, canary("tiff-unknown")), (canary("tiff-unknown"),)),
        "geotiff": (text_field(34737, canary("tiff-geo")), (canary("tiff-geo"),)),
        "gdal": (text_field(42112, canary("tiff-gdal")), (canary("tiff-gdal"),)),
        "ink-names": (text_field(333, canary("tiff-inks")), (canary("tiff-inks"),)),
        "hostile": (text_field(0x13B, canary("tiff-hostile") + exif.HOSTILE.encode()), (canary("tiff-hostile"),)),
    }
    for name, (field, canaries) in others.items():
        yield sample(name, whole([rgb().plus(field)]), [Part(name, b"", canaries)], [rgb()])


def _exif(name: str, order: Order, big: bool = False) -> Sample:
    file = Big(order) if big else Tiff(order)
    fields, canaries = exif.spread(file, f"tiff-{name}")
    page = rgb(order)
    data = file.done(tiff.put(file, page.plus(*fields)))
    return sample(name, data, [Part("Exif", b"", canaries)], [page])


def _colours() -> Iterator[Sample]:
    well_known = Part("ICC profile, well-known", icc.plain())
    profiles = {"well-known": well_known, "private": icc.private("tiff"), "utf-16": icc.localised("tiff")}
    for name, profile in profiles.items():
        page = rgb().plus(raw(ICC, profile.data))
        yield sample(f"icc-{name}", whole([page]), [profile], [page], icc=profile.data)
    pages = [rgb().plus(raw(ICC, icc.private("tiff-pages").data)), rgb(shift=60)]
    pages[1] = pages[1].plus(pages[0].fields[-1])
    profile = icc.private("tiff-pages")
    yield sample("icc-of-two-pages", whole(pages), [profile], pages[::-1], icc=profile.data)


def _pages() -> Iterator[Sample]:
    orders: dict[str, Order] = {"pages": "<", "pages-big-endian": ">"}
    for name, order in orders.items():
        pages, parts = [], []
        for number in range(3):
            place = f"tiff-{name}-{number}"
            parts.append(_artist(place))
            page = rgb(order, 60 * number).plus(text_field(0x13B, canary(place)), numbers(254, LONG, [2], order))
            pages.append(page.plus(numbers(297, SHORT, [number, 3], order)))
        yield sample(name, whole(pages, order), parts, pages[::-1])
    shared = rgb()
    file = Tiff("<")
    second = tiff.put(file, shared.plus(text_field(0x13B, canary("tiff-shared-strips"))))
    starts = [8 + sum(map(len, shared.strips[:number])) for number in range(4)]
    first = shared.plus(numbers(273, LONG, starts, "<"))._replace(strips=())
    first = first.plus(numbers(279, LONG, [len(strip) for strip in shared.strips], "<"))
    data = file.done(tiff.put(file, first, second))
    yield sample("shared-strips", data, [_artist("tiff-shared-strips")], [shared], frames=2)


def _masked() -> Sample:
    """A second page that says where the first one is transparent."""
    mask = sheet(picture(mode="1")).plus(numbers(254, LONG, [4], "<"), numbers(262, SHORT, [4], "<"))
    signed = mask.plus(text_field(0x13B, canary("tiff-mask")))
    return sample("mask", whole([rgb(), signed]), [_artist("tiff-mask")], [mask, rgb()], frames=1)


def thumbnail(place: str, order: Order = "<") -> tuple[Sheet, Part]:
    """A small copy of the picture with a text of its own; its pixels are a canary, too."""
    small = sheet(picture(32, 24, shift=40), order).plus(numbers(254, LONG, [1], order))
    seen = b"".join(small.strips)[1000:1032]
    return small.plus(text_field(0x10E, canary(place))), Part("a thumbnail", b"", (canary(place), seen))


def _copies() -> Iterator[Sample]:
    small, part = thumbnail("tiff-reduced-page")
    yield sample("reduced-page", whole([rgb(), small]), [part], [rgb()], frames=2)
    small, part = thumbnail("tiff-sub-ifd")
    file = Tiff("<")
    page = rgb().plus(below(330, tiff.put(file, small)))
    yield sample("sub-ifd", file.done(tiff.put(file, page)), [part], [rgb()])


def _jpeg_thumbnail() -> Sample:
    """What Exif calls the first thumbnail, in a TIFF."""
    part = exif.thumbnail("tiff-jpeg-thumbnail")
    file = Tiff("<")
    at = file.block(part.data)
    fields = [numbers(259, SHORT, [6], "<"), below(513, at), numbers(514, LONG, [len(part.data)], "<")]
    return sample("jpeg-thumbnail", file.done(tiff.put(file, rgb(), file.directory(fields))), [part], [rgb()])


def _gaps() -> Iterator[Sample]:
    before, gap, behind = map(canary, ("tiff-before", "tiff-gap", "tiff-behind"))
    yield sample("bytes-before", whole([rgb()], before=before), [Part("bytes before", b"", (before,))], [rgb()])
    yield sample("bytes-between", whole([rgb()], gap=gap), [Part("bytes between", b"", (gap,))], [rgb()])
    yield sample("bytes-behind", whole([rgb()], behind=behind), [Part("bytes behind", b"", (behind,))], [rgb()])
    second = whole([rgb(shift=80).plus(text_field(0x13B, canary("tiff-second-file")))])
    part = Part("a second file", b"", (canary("tiff-second-file"),))
    yield sample("second-file", whole([rgb()], behind=second), [part], [rgb()])
    zeros = Part("zeros behind the end", bytes(99))
    yield sample("zeros", whole([rgb()], behind=zeros.data), [zeros], [rgb()])


def _hidden(tag: int, kind: int, place: str, unit: int) -> Field:
    """A canary as the numbers of a tag."""
    secret = canary(place)
    return raw_of(tag, kind, secret + b"!" * (-len(secret) % unit), unit)


def raw_of(tag: int, kind: int, data: bytes, unit: int) -> Field:
    """Bytes as numbers of some length."""
    return Field(tag, kind, data, len(data) // unit)


SURPLUS = {
        "orientation": (274, SHORT, 2), "resolution-unit": (296, SHORT, 2), "rows": (278, LONG, 4),
        "white-point": (318, SHORT, 2), "reference": (532, RATIONAL, 8), "resolution": (283, RATIONAL, 8),
        "transfer": (301, SHORT, 2), "dots": (336, BYTE, 1), "smallest": (340, DOUBLE, 8), "largest": (281, SHORT, 2),
        "tables": (347, UNDEFINED, 1), "colour-map": (320, SHORT, 2), "extra-samples": (338, SHORT, 2),
        "tile-places": (324, LONG, 4), "subsampling": (530, SHORT, 2), "fill-order": (266, SHORT, 2),
        "inks": (334, SHORT, 2), "fax": (292, LONG, 4),
    }  # fmt: skip
"""Tags that a viewer needs, with more in them than it needs, or where it does not need them: number, type, length."""
ODD = ("orientation", "resolution-unit", "rows", "resolution", "extra-samples", "fill-order")


def _surplus(names: Sequence[str]) -> Iterator[Sample]:
    ones = (274, 296, 266, 278)
    for name in names:
        tag, kind, unit = SURPLUS[name]
        place = f"tiff-surplus-{name}"
        field = _hidden(tag, kind, place, unit)
        if tag in ones:
            assert isinstance(field.value, bytes)
            one = struct.pack("<H", 1) if unit == 2 else struct.pack("<I", 16)
            field = raw_of(tag, kind, one + field.value, unit)
        part = Part(f"tag {tag}", b"", (canary(place),))
        yield sample(f"surplus-{name}", whole([rgb().plus(field)]), [part], [rgb()])


def _more_strips(name: str) -> Sample:
    """A fifth strip, which is below the picture."""
    page, place = rgb(), canary(f"tiff-{name}")
    below_it = page._replace(strips=(*page.strips, place))
    return sample(name, whole([below_it]), [Part("a strip below the picture", b"", (place,))], [page])


def _strips() -> Iterator[Sample]:
    """Strips that are longer than the picture in them."""
    ways = {
        "none": rgb(),
        "tiles": tiles(sheet(picture()), 96, 64),
        "deflate": sheet(picture(), compression="tiff_adobe_deflate"),
        "lzw": sheet(picture(), compression="tiff_lzw"),
        "packbits": sheet(picture(), compression="packbits"),
        "jpeg": sheet(picture(), compression="jpeg"),
        "group4": sheet(picture(mode="1"), compression="group4"),
        "lzma": sheet(picture(), compression="lzma"),
        "zstd": sheet(picture(), compression="zstd"),
    }
    for name, page in ways.items():
        place = canary(f"tiff-tail-{name}")
        longer = page._replace(strips=tuple(strip + place for strip in page.strips))
        yield sample(f"tail-{name}", whole([longer]), [Part("the end of a strip", b"", (place,))], [page])


def everything(name: str, order: Order = ">", orientation: int = 6) -> Sample:
    """All places at once, in two pages with a profile."""
    place = f"tiff-{name}"
    file = Tiff(order)
    orphan, gap, tail = (canary(f"{place}-{where}") for where in ("orphan", "gap", "tail"))
    file.block(orphan)
    fields, canaries = exif.spread(file, place, orientation)
    small, part = thumbnail(f"{place}-sub-ifd", order)
    xmp, secret = packet(f"{place}-xmp"), canary(f"{place}-second-page")
    second = deflated(cut(sheet(picture(shift=60), order), 32, order), order)
    link = tiff.put(file, second.plus(text_field(0x13B, secret)))
    first = deflated(rgb(order), order)
    more = [below(330, tiff.put(file, small)), raw(XMP, xmp.data, BYTE), raw(ICC, icc.plain())]
    more.append(_hidden(532, RATIONAL, f"{place}-reference", 8))
    full = first.plus(*(field for field in fields if field.tag != XMP), *more)
    longer = full._replace(strips=tuple(strip + canary(f"{place}-strip") for strip in full.strips))
    data = file.done(tiff.put(file, longer, link, gap)) + tail
    kept = tuple(one for one in canaries if one != canary(f"{place}-xmp-in-exif"))
    names = (orphan, gap, tail, secret, canary(f"{place}-reference"), canary(f"{place}-strip"))
    parts: Sequence[Part] = [Part("everything", b"", (*kept, *names)), part, xmp]
    return sample(name, data, parts, [second, first], orientation, icc.plain())
