"""The PNG samples, and the chunks that can hide something."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import exif, icc, png
from .jpeg_parts import iptc, jumbf_box, packet
from .picture import encode, picture
from .png import Parts, chunk, sample
from .sample import Part, Sample, canary

XMP_KEY = b"XML:com.adobe.xmp"
DATE = struct.pack(">HBBBBB", 1987, 6, 5, 4, 3, 21)


def whole(kind: bytes, place: str, before: bytes = b"", behind: bytes = b"") -> Part:
    """A chunk with a canary in it."""
    return Part(kind.decode(), chunk(kind, before + canary(place) + behind), (canary(place),))


def plain_text(place: str, key: bytes = b"Comment") -> Part:
    """tEXt."""
    return Part("tEXt", chunk(b"tEXt", key + b"\0" + canary(place)), (canary(place),))


def key_text(place: str) -> Part:
    """tEXt whose key is the canary."""
    key = canary(place)
    assert len(key) < 80
    return Part("tEXt key", chunk(b"tEXt", key + b"\0something"), (key,))


def compressed_text(place: str, key: bytes = b"Description") -> Part:
    """zTXt."""
    return Part("zTXt", chunk(b"zTXt", key + b"\0\0" + zlib.compress(canary(place) * 4)), (canary(place),))


def international_text(place: str, compressed: bool) -> Part:
    """iTXt, with a translated key that is a canary too."""
    translated, value = canary(f"{place}-key"), canary(place)
    body = zlib.compress(value * 4) if compressed else value
    payload = b"Title\0" + bytes([compressed, 0]) + b"en-GB\0" + translated + b"\0" + body
    return Part(f"iTXt{', compressed' if compressed else ''}", chunk(b"iTXt", payload), (value, translated))


def xmp_text(place: str, compressed: bool = False) -> Part:
    """XMP in iTXt."""
    part = packet(place)
    body = zlib.compress(part.data) if compressed else part.data
    return Part("XMP in iTXt", chunk(b"iTXt", XMP_KEY + bytes([0, compressed, 0, 0, 0]) + body), part.canaries)


def raw_profile(name: str, part: Part, compressed: bool) -> Part:
    """What ImageMagick writes: a vocabulary as hexadecimal text."""
    digits = part.data.hex()
    lines = "\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
    body = f"\n{name}\n{len(part.data):8}\n{lines}\n".encode()
    key = b"Raw profile type " + name.encode()
    if compressed:
        return Part(f"raw profile {name}", chunk(b"zTXt", key + b"\0\0" + zlib.compress(body)), part.canaries)
    return Part(f"raw profile {name}", chunk(b"tEXt", key + b"\0" + body), part.canaries)


def exif_chunk(part: Part, kind: bytes = b"eXIf") -> Part:
    """eXIf, or zxIf, which is compressed."""
    data = b"\0" + struct.pack(">I", len(part.data)) + zlib.compress(part.data) if kind == b"zxIf" else part.data
    return Part(kind.decode(), chunk(kind, data), part.canaries)


def profile_chunk(part: Part, name: bytes) -> Part:
    """iCCP; a name that is not a usual one is a canary."""
    names = (name,) if name.startswith(b"CANARY") else ()
    data = name + b"\0\0" + zlib.compress(part.data)
    return Part(part.place, chunk(b"iCCP", data), (*part.canaries, *names))


def time() -> Part:
    """tIME."""
    return Part("tIME", chunk(b"tIME", DATE), (DATE,))


def suggested_palette(place: str) -> Part:
    """sPLT, whose name is free text."""
    return whole(b"sPLT", place, behind=b"\0\x08" + bytes([255, 0, 0, 255, 0, 9]))


def private_chunks() -> tuple[Part, ...]:
    """Chunks that programs add, and some that nobody knows."""
    kinds = (b"prVW", b"iDOT", b"dSIG", b"caNv", b"vpAg", b"mkBT", b"gIFt", b"gIFx", b"meTa", b"orNT", b"iCCp", b"tXMP",
             b"heXi", b"seAl", b"abCd", b"abCD", b"skMf", b"cpIp", b"npTc")  # fmt: skip
    return tuple(whole(kind, f"png-{kind.decode().lower()}-{index}") for index, kind in enumerate(kinds))


def measures(place: str) -> tuple[Part, ...]:
    """Offsets and scales, which can tell of a screen, a scan or a crop."""
    offset = struct.pack(">iiB", 19870605, 40321987, 0)
    scale = b"\1" + b"0.19870605432119\0" + b"0.40321987605432"
    purpose = canary(f"{place}-pcal")
    calibration = purpose + struct.pack(">iiBB", 0, 255, 0, 2) + b"m\0" + b"0\0" + b"1"
    return (
        Part("oFFs", chunk(b"oFFs", offset), (offset,)),
        Part("sCAL", chunk(b"sCAL", scale), (b"0.19870605432119", b"0.40321987605432")),
        Part("pCAL", chunk(b"pCAL", calibration), (purpose,)),
    )


def png_samples() -> Iterator[Sample]:
    """All of them."""
    yield sample("clean", encode(picture(), "PNG"))
    for name, data in png.pictures().items():
        yield sample(name, data, _little(f"png-{name}"))
    yield from _orientations()
    yield from _vocabularies()
    yield from _colours()
    yield from _animations()
    yield from _behind()
    yield from _surplus()
    yield _trailing_data("png-idat-tail")
    yield sample("histogram", png.paletted(), Parts(before_data=[_histogram("png-hist")]))
    yield sample("everything", encode(picture(), "PNG"), _everything("png-everything"), orientation=6)


def _little(name: str) -> Parts:
    return Parts([plain_text(f"{name}-text")], end=[compressed_text(f"{name}-late")], behind=[_scraps(f"{name}-tail")])


def _scraps(place: str) -> Part:
    return Part("bytes behind IEND", canary(place), (canary(place),))


def _orientations() -> Iterator[Sample]:
    for orientation in range(1, 9):
        order: exif.Order = "<" if orientation % 2 else ">"
        part = exif_chunk(exif.simple(order, f"png-orientation-{orientation}", orientation))
        yield sample(f"orientation-{orientation}", encode(picture(), "PNG"), Parts([part]), orientation)
    late = exif_chunk(exif.full(">", "png-exif-late-turned", 6))
    yield sample("exif-late-turned", encode(picture(), "PNG"), Parts(end=[late]), 6)
    prefixed = exif.full("<", "png-exif-prefixed")
    part = exif_chunk(prefixed._replace(data=b"Exif\0\0" + prefixed.data))
    yield sample("exif-prefixed", encode(picture(), "PNG"), Parts([part]))


def _vocabularies() -> Iterator[Sample]:
    """One sample for each kind of chunk."""
    exif_part = exif.full("<", "png-raw")
    prefixed = exif_part._replace(data=b"Exif\0\0" + exif_part.data)
    manifest = jumbf_box("png-cabx")
    fronts: dict[str, Sequence[Part]] = {
        "text": [plain_text("png-text"), plain_text("png-author", b"Author"), key_text("png-text-key")],
        "text-hostile": [plain_text("png-hostile", b"Comment\0" + exif.HOSTILE.encode())],
        "text-compressed": [compressed_text("png-ztxt")],
        "text-international": [international_text("png-itxt", False), international_text("png-itxt-z", True)],
        "xmp": [xmp_text("png-xmp")],
        "xmp-compressed": [xmp_text("png-xmp-z", compressed=True)],
        "exif": [exif_chunk(exif.full("<", "png-exif"))],
        "zxif": [exif_chunk(exif.full(">", "png-zxif"), b"zxIf")],
        "raw-profile-exif": [raw_profile("exif", prefixed, compressed=True)],
        "raw-profile-app1": [raw_profile("APP1", prefixed, compressed=False)],
        "raw-profile-iptc": [raw_profile("iptc", iptc("png-raw-iptc"), compressed=False)],
        "raw-profile-xmp": [raw_profile("xmp", packet("png-raw-xmp"), compressed=True)],
        "time": [time()],
        "cabx": [Part("caBX", chunk(b"caBX", manifest.data), manifest.canaries)],
        "private-chunks": private_chunks(),
        "measures": measures("png"),
        "suggested-palette": [suggested_palette("png-splt")],
    }
    for name, parts in fronts.items():
        yield sample(name, encode(picture(), "PNG"), Parts(parts))
        moved = Parts(end=[part for part in parts if part.place not in ("oFFs", "sCAL", "pCAL", "sPLT")])
        if moved.end:
            yield sample(f"{name}-late", encode(picture(), "PNG"), moved)


def _colours() -> Iterator[Sample]:
    base = encode(picture(), "PNG")
    early = b"".join(chunk(kind, data) for kind, data in png.COLOUR_CHUNKS.items())
    later = b"".join(chunk(kind, data) for kind, data in png.LATER_CHUNKS.items())
    coloured = base[:33] + early + later + base[33:]
    yield sample("colours-kept", coloured, Parts([plain_text("png-colours-text")]))
    for name, profile, label in (
        ("well-known", Part("ICC profile, well-known", icc.plain()), b"ICC Profile"),
        ("private", icc.private("png"), canary("png-icc-name")),
        ("utf-16", icc.localised("png"), b"icc"),
    ):
        yield sample(f"icc-{name}", base, Parts([profile_chunk(profile, label)]), icc=profile.data)


def _animations() -> Iterator[Sample]:
    between = [plain_text("png-apng-text"), whole(b"abCd", "png-apng-unknown")]
    late = [exif_chunk(exif.full("<", "png-apng-exif"))]
    yield sample("animated", png.animated(), Parts([time()], between=between, end=late), frames=3)
    yield sample("animated-with-still", png.animated_with_still(), Parts(between=between), frames=4)


def _behind() -> Iterator[Sample]:
    second = encode(picture(40, 30, shift=90), "PNG")
    old_screenshot = png.chunks(second)[1][40:] + chunk(b"IEND")
    behind = {
        "scraps": [_scraps("png-tail")],
        "text": [plain_text("png-text-behind")],
        "second-png": [Part("a second picture", second, (second[41:80],))],
        "cropped-screenshot": [Part("the rest of a larger picture", old_screenshot, (old_screenshot[:40],))],
        "zeros-and-scraps": [Part("zeros", bytes(500)), _scraps("png-zeros-tail")],
    }
    for name, parts in behind.items():
        yield sample(f"behind-{name}", encode(picture(), "PNG"), Parts(behind=parts))


def _trailing_data(place: str) -> Sample:
    """Bytes in the last IDAT behind the end of the compressed picture; the picture itself is in another IDAT."""
    base = encode(picture(), "PNG")
    first, data, last = png.chunks(base)
    stream = data[8:-4]
    one = chunk(b"IDAT", stream[:-9])
    changed = png.SIGNATURE + first + one + chunk(b"IDAT", stream[-9:] + canary(place)) + last
    keeps = (first, one[8:-4], last)
    hides, canaries = ("IDAT behind the stream",), (canary(place),)
    return replace(sample("idat-tail", base), data=changed, hides=hides, canaries=canaries, keeps=keeps)


def _surplus() -> Iterator[Sample]:
    """Chunks that look needed and are not."""
    text = canary("png-plte-rgb")
    palette = Part("PLTE", chunk(b"PLTE", text + bytes(-len(text) % 3)), (text,))
    yield sample("palette-suggested", encode(picture(), "PNG"), Parts(before_data=[palette]))
    opaque = whole(b"tRNS", "png-trns-rgba")
    yield sample("transparency-of-alpha", png.pictures()["rgba"], Parts(before_data=[opaque]))
    text = canary("png-chrm").ljust(32, b"x")
    white = Part("cHRM", chunk(b"cHRM", text), (canary("png-chrm"),))
    yield sample("chromaticities", encode(picture(), "PNG"), Parts([white]))
    yield _long_palette("png-palette-long")
    yield from _hidden_frame()


def _long_palette(place: str) -> Sample:
    """More colours than the bits of a pixel can count."""
    base = png.paletted(alpha=False)
    more = canary(place) + bytes(-len(canary(place)) % 3)
    before, palette, *rest = png.chunks(base)
    data = png.SIGNATURE + before + chunk(b"PLTE", palette[8:-4] + more) + b"".join(rest)
    keeps = (before, palette[8:-4], *rest)
    changed = replace(sample("palette-long", base), data=data, keeps=keeps)
    return replace(changed, canaries=(canary(place),), hides=("colours beyond the depth",))


def _hidden_frame() -> Iterator[Sample]:
    """A frame beyond the number that the animation claims."""
    base = png.animated()
    hidden = next(one for one in png.chunks(encode(picture(shift=150), "PNG")) if one[4:8] == b"IDAT")
    stream, mark = hidden[8:-4], hidden[60:100]
    control = next(one for one in png.chunks(base) if one[4:8] == b"fcTL")
    number = sum(one[4:8] in (b"fcTL", b"fdAT") for one in png.chunks(base))
    more = chunk(b"fcTL", struct.pack(">I", number) + control[12:-4])
    more += chunk(b"fdAT", struct.pack(">I", number + 1) + stream)
    part = Part("a frame beyond the count", more, (mark,))
    yield sample("frame-beyond-the-count", base, Parts(end=[part]), frames=3)


def _histogram(place: str) -> Part:
    """hIST: two bytes for each of the sixteen colours."""
    counts = canary(place).ljust(32, b"\1")
    assert len(counts) == 32
    return Part("hIST", chunk(b"hIST", counts), (canary(place),))


def _everything(name: str) -> Parts:
    front = [
        exif_chunk(exif.full(">", f"{name}-exif", 6)), plain_text(f"{name}-text"), compressed_text(f"{name}-ztxt"),
        international_text(f"{name}-itxt", True), xmp_text(f"{name}-xmp"), time(), suggested_palette(f"{name}-splt"),
    ]  # fmt: skip
    end = [plain_text(f"{name}-late"), whole(b"abCd", f"{name}-unknown")]
    return Parts(front, private_chunks(), end=end, behind=[plain_text(f"{name}-behind"), _scraps(f"{name}-tail")])
