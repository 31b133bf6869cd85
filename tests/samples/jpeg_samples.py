"""The JPEG samples: every kind of picture with a little, one kind of picture with each hiding place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import exif, icc, jpeg_parts, trailers
from .jpeg import Parts, bare, by_component, pictures, plain, plain_cmyk, sample, segment
from .jpeg_surplus import surplus_samples
from .picture import encode, picture
from .sample import Part, Sample, canary


def jpeg_samples() -> Iterator[Sample]:
    """All of them."""
    yield sample("clean", plain())
    yield from _kinds()
    yield from _orientations()
    yield from _exifs()
    yield from _fronts()
    yield from _inside()
    yield from _colours()
    yield from _behind()
    yield from surplus_samples()
    parts = _everything("jpeg-everything")
    yield sample("everything", plain(progressive=True), parts, orientation=8, icc=icc.plain(), suffix=".jpeg")


def _little(name: str) -> Parts:
    front = [jpeg_parts.exif_segment(exif.simple("<", f"{name}-exif")), jpeg_parts.comment(f"{name}-com")]
    return Parts(front, behind=[trailers.scraps(f"{name}-tail")])


def _kinds() -> Iterator[Sample]:
    for name, jpeg in pictures().items():
        yield sample(name, jpeg, _little(f"jpeg-{name}"))


def _orientations() -> Iterator[Sample]:
    for orientation in range(1, 9):
        order: exif.Order = "<" if orientation % 2 else ">"
        tiff = exif.simple(order, f"jpeg-orientation-{orientation}", orientation)
        yield sample(f"orientation-{orientation}", plain(), Parts([jpeg_parts.exif_segment(tiff)]), orientation)


def _exifs() -> Iterator[Sample]:
    names: dict[str, exif.Order] = {"little": "<", "big": ">"}
    for name, order in names.items():
        tiff = exif.full(order, f"jpeg-exif-{name}", 6)
        yield sample(f"exif-{name}-endian", plain(), Parts([jpeg_parts.exif_segment(tiff)]), orientation=6)
    hostile = jpeg_parts.exif_segment(exif.hostile("jpeg-hostile"))
    yield sample("exif-hostile-texts", plain(), Parts([hostile]))
    twice = (exif.full("<", "jpeg-first", 3), exif.full(">", "jpeg-second", 3))
    yield sample("exif-twice", plain(), Parts([*map(jpeg_parts.exif_segment, twice)]), orientation=3)
    late = [jpeg_parts.exif_segment(exif.full("<", "jpeg-late", 5))]
    yield sample("exif-behind-the-tables", plain(), Parts(before_scan=late), orientation=5)


def _fronts() -> Iterator[Sample]:
    """One sample for each thing that stands in front of the picture."""
    fronts: dict[str, Sequence[Part]] = {
        "com": [jpeg_parts.comment("jpeg-com-first"), jpeg_parts.comment("jpeg-com-second")],
        "xmp": [jpeg_parts.xmp("jpeg-xmp")],
        "xmp-extended": jpeg_parts.extended_xmp("jpeg-xmp-extended"),
        "photoshop": [jpeg_parts.photoshop("jpeg-photoshop")],
        "jfxx": [jpeg_parts.jfxx("jpeg-jfxx")],
        "ciff": [jpeg_parts.ciff("jpeg-ciff")],
        "flir": [jpeg_parts.flir("jpeg-flir")],
        "ducky": [jpeg_parts.ducky("jpeg-ducky")],
        "jumbf": [jpeg_parts.jumbf("jpeg-jumbf")],
        "unknown-segments": jpeg_parts.unknown_segments(),
        "early-unknown-segments": jpeg_parts.early_unknown_segments(),
        "junk": [jpeg_parts.junk("jpeg-junk")],
        "picture-in-comment": [jpeg_parts.frame_without_scan("jpeg-com-picture")],
    }
    for name, parts in fronts.items():
        yield sample(name, plain(), Parts(parts))
    thumb = Parts([jpeg_parts.jfif_with_thumbnail("jpeg-jfif-thumb")])
    yield sample("jfif-thumbnail", bare(plain()), thumb)
    yield sample("jfif-twice", plain(), thumb._replace(front=[jpeg_parts.jfif_with_thumbnail("jpeg-jfif-twice")]))


def _inside() -> Iterator[Sample]:
    """Metadata next to the tables, between scans, and after the last scan."""
    places = ("app9-between", "com-between")
    between = [
        Part("APP9 between scans", segment(0xE9, canary(f"jpeg-{places[0]}")),
             (canary(f"jpeg-{places[0]}"),)),
        jpeg_parts.comment(f"jpeg-{places[1]}"),
        jpeg_parts.exif_segment(exif.simple("<", "jpeg-exif-between")),
        jpeg_parts.junk("jpeg-junk-between"),
    ]  # fmt: skip
    tables = [jpeg_parts.comment("jpeg-com-tables"), jpeg_parts.xmp("jpeg-xmp-tables")]
    end = [jpeg_parts.comment("jpeg-com-end"), jpeg_parts.xmp("jpeg-xmp-end")]
    parts = Parts(before_scan=tables, between=between, end=end)
    yield sample("between-scans", plain(progressive=True), parts)
    yield sample("between-scans-by-component", by_component(), parts)
    yield sample("before-the-end", plain(), Parts(end=end))
    junk = [jpeg_parts.comment("jpeg-end"), jpeg_parts.junk("jpeg-end-junk")]
    yield sample("junk-before-the-end", plain(), Parts(end=junk))


def _colours() -> Iterator[Sample]:
    well_known = jpeg_parts.plain_icc()
    yield sample("icc-well-known", plain(), Parts([jpeg_parts.icc_segments(well_known, 1)]), icc=well_known.data)
    for chunks in (1, 3):
        profile = icc.private(f"jpeg-{chunks}")
        segments = Parts([jpeg_parts.icc_segments(profile, chunks)])
        yield sample(f"icc-in-{chunks}", plain(), segments, icc=profile.data)
    utf16 = icc.localised("jpeg")
    yield sample("icc-utf-16", plain(), Parts([jpeg_parts.icc_segments(utf16, 1)]), icc=utf16.data)


def _behind() -> Iterator[Sample]:
    """What lies behind EOI."""
    behind = {
        "motion-clip": [trailers.clip("jpeg-clip")],
        "samsung-trailer": [trailers.samsung("jpeg-samsung")],
        "second-jpeg": [trailers.second_jpeg("jpeg-second-jpeg")],
        "scraps": [trailers.scraps("jpeg-scraps")],
        "zeros": [trailers.zeros()],
        "zeros-and-scraps": [trailers.zeros(), trailers.scraps("jpeg-zeros-scraps")],
        "archive": [trailers.archive("jpeg-archive")],
        "trailers": trailers.photo_trailers(),
        "second-png": [_png_behind()],
    }
    for name, parts in behind.items():
        yield sample(name, plain(), Parts(behind=parts))
    first, second = trailers.multi_picture("jpeg-mpf")
    yield sample("multi-picture", first, Parts(behind=[second]))
    yield sample("cmyk-motion-clip", plain_cmyk(), Parts(behind=[trailers.clip("jpeg-cmyk-clip")]))


def _png_behind() -> Part:
    png = encode(picture(40, 30, shift=99), "PNG")
    mark = png[41:70]
    return Part("a PNG behind the end", png, (mark,))


def _everything(name: str) -> Parts:
    """All places at once."""
    front = [
        jpeg_parts.exif_segment(exif.full(">", f"{name}-exif", 8)), jpeg_parts.jfxx(f"{name}-jfxx"),
        *jpeg_parts.extended_xmp(f"{name}-xmp"), jpeg_parts.photoshop(f"{name}-photoshop"),
        jpeg_parts.icc_segments(jpeg_parts.plain_icc(), 2), jpeg_parts.ducky(f"{name}-ducky"),
        jpeg_parts.ciff(f"{name}-ciff"), jpeg_parts.jumbf(f"{name}-jumbf"), jpeg_parts.comment(f"{name}-com"),
        jpeg_parts.junk(f"{name}-junk"),
    ]  # fmt: skip
    between = [jpeg_parts.comment(f"{name}-between"), jpeg_parts.xmp(f"{name}-between-xmp")]
    behind = [trailers.second_jpeg(f"{name}-mp"), trailers.clip(f"{name}-clip"), trailers.samsung(f"{name}-samsung")]
    return Parts(front, [jpeg_parts.comment(f"{name}-tables")], between, [jpeg_parts.comment(f"{name}-end")], behind)
