"""The JPEG XL samples, and the boxes and headers that can hide something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from . import exif, icc, jpeg
from .jpeg_parts import comment, jumbf_box, packet
from .jxl import MARK, TYPE, Parts, box, boxes, exif_box, named, packed, parts, reconstruction, sample, whole
from .jxl_bits import Frame, Head, codestream, frame
from .picture import encode, picture
from .sample import Part, Sample, canary


def unknown(kind: bytes, place: str) -> Part:
    """A box that nobody knows, or that nobody needs."""
    return Part(repr(kind), box(kind, canary(place)), (canary(place),))


def unknowns(place: str) -> list[Part]:
    """Boxes with all kinds of names."""
    kinds = (
        b"free",
        b"skip",
        b"uuid",
        b"jxli",
        b"jhgm",
        b"ABCD",
        b"exif",
        b"XML ",
        b"mdat",
        b"jxll",
        b"\0\1\2\3",
    )
    return [unknown(kind, f"{place}-{index}") for index, kind in enumerate(kinds)]


def scraps(place: str) -> Part:
    """Bytes that are no box."""
    return Part("bytes behind the boxes", canary(place), (canary(place),))


def jxl_samples() -> Iterator[Sample]:
    """All of them."""
    plain = frame()
    yield sample("clean", [plain])
    yield sample("bare", [plain], data=codestream([plain]))
    for lossless in (False, True):
        for alpha in (False, True):
            name = f"{'lossless' if lossless else 'lossy'}{'-alpha' if alpha else ''}"
            yield sample(name, [frame(lossless, alpha)], Parts([exif_box(exif.simple("<", f"jxl-{name}"))]))
    yield sample("level", [plain], Parts([Part("level", box(b"jxll", b"\12"))], [unknown(b"jxll", "jxl-level")]))
    for orientation in range(1, 9):
        part = exif_box(exif.simple("<", f"jxl-orientation-{orientation}"))
        yield sample(f"turned-{orientation}", [plain], Parts([part]), Head(orientation))
    yield from _vocabularies(plain)
    yield from _pieces(plain)
    yield from _headers(plain)
    yield from _behind(plain)
    yield from _others(plain)
    yield _everything(plain)


def _vocabularies(plain: Frame) -> Iterator[Sample]:
    manifest = jumbf_box("jxl-c2pa")
    inner = manifest._replace(data=manifest.data[8:])
    fronts = {
        "exif": [exif_box(exif.full("<", "jxl-exif"))],
        "exif-big-endian": [exif_box(exif.full(">", "jxl-exif-big"))],
        "exif-prefixed": [exif_box(exif.full(">", "jxl-exif-prefixed"), b"Exif\0\0")],
        "exif-twice": [exif_box(exif.simple("<", "jxl-exif-1")), exif_box(exif.simple(">", "jxl-exif-2"))],
        "exif-hostile-texts": [exif_box(exif.hostile("jxl-hostile"))],
        "xmp": [named(b"xml ", packet("jxl-xmp"))],
        "c2pa": [Part("jumb", manifest.data, manifest.canaries)],
        "exif-compressed": [packed(b"Exif", _prefixed(exif.full("<", "jxl-exif-packed")))],
        "xmp-compressed": [packed(b"xml ", packet("jxl-xmp-packed"))],
        "c2pa-compressed": [packed(b"jumb", inner)],
        "unknown-compressed": [packed(b"ABCD", Part("", canary("jxl-packed") * 3, (canary("jxl-packed"),)))],
        "unknown-boxes": unknowns("jxl-unknown"),
    }
    for name, found in fronts.items():
        yield sample(name, [plain], Parts(found))
        if "hostile" not in name:
            yield sample(f"{name}-late", [plain], Parts(end=found))
    between = canary("jxl-exif-gap")
    gap = exif_box(exif.simple("<", "jxl-exif-shifted"), between)
    yield sample("exif-shifted", [plain], Parts([gap._replace(canaries=(*gap.canaries, between))]))


def _prefixed(part: Part) -> Part:
    return part._replace(data=bytes(4) + part.data)


def _pieces(plain: Frame) -> Iterator[Sample]:
    """The codestream in several boxes, with others between them."""
    stream, own = codestream([plain]), unknown(b"ABCD", "jxl-between")
    for name, at in {"header": (5,), "start": (2,), "many": (1, 3, 8, 9, 10, 11, 400, 1000)}.items():
        first, *rest = _split(parts(stream, *at))
        found = sample(f"parts-{name}", [plain], Parts([own]), picture=first + own.data + b"".join(rest))
        start = len(stream) - len(plain.body)
        spans = zip(
            [start, *(each for each in at if each > start)],
            [each for each in at if each > start] + [len(stream)],
            strict=True,
        )
        yield replace(found, keeps=tuple(stream[one:other] for one, other in spans))


def _split(row: bytes) -> list[bytes]:
    return [data for _, data in boxes(row)]


def _headers(plain: Frame) -> Iterator[Sample]:
    """What the bits of the headers hide."""
    place = Part("a header of the codestream", b"")
    for name, length in (("short", 13), ("long", 30)):
        secret = canary(f"jxl-name-{name}")[-length:]
        inside = [place._replace(canaries=(secret,))]
        yield sample(f"layer-name-{name}", [replace(plain, name=secret)], inside=inside)
    secret = canary("jxl-channel")
    head = Head(channel=secret)
    inside = [place._replace(canaries=(secret,))]
    yield sample("channel-name", [frame(alpha=True)], head=head, inside=inside)
    bare = codestream([frame(True, True)], head)
    yield sample("channel-name-bare", [frame(True, True)], head=head, inside=inside, data=bare)
    secrets = canary("jxl-extension"), canary("jxl-frame-extension")
    inside = [place._replace(canaries=secrets)]
    yield sample(
        "extensions", [replace(plain, extension=secrets[1])], head=Head(6, extension=secrets[0]), inside=inside
    )
    other = frame(shift=90)
    inside = [Part("a preview", b"", (other.body[200:240],))]
    yield sample("preview", [plain], head=Head(preview=other), inside=inside)
    yield sample("animated", _film(b"", 0), head=Head(animated=True))
    secret = canary("jxl-film")[-31:]
    inside = [place._replace(canaries=(secret,))]
    yield sample("animated-names", _film(secret, 0x78563412), head=Head(animated=True), inside=inside)
    whole_profile = Head(profile=icc.plain())
    yield sample("icc-well-known", [frame(True)], Parts(unknowns("jxl-icc")[:2]), whole_profile)


def _film(name: bytes, timecode: int) -> list[Frame]:
    shown = [replace(frame(shift=shift), duration=3, timecode=timecode, last=shift == 90) for shift in (0, 50, 90)]
    return [replace(one, name=name) for one in shown]


def _behind(plain: Frame) -> Iterator[Sample]:
    """Bytes behind the end of the codestream, and behind the last box."""
    stream, second = codestream([plain]), codestream([frame(shift=90)])
    yield sample("behind-scraps", [plain], Parts(behind=[scraps("jxl-tail")]))
    second_jpeg = encode(picture(shift=90), "JPEG")
    yield sample("behind-jpeg", [plain], Parts(behind=[Part("a picture", second_jpeg, (second_jpeg[-60:-20],))]))
    yield sample("behind-second", [plain], Parts(end=[Part("a second picture", whole(second), (second[200:240],))]))
    tail = canary("jxl-codestream-tail")
    inside = [Part("bytes behind the codestream", tail, (tail,))]
    yield sample("codestream-tail", [plain], inside=inside, picture=whole(stream + tail))
    yield sample("codestream-tail-bare", [plain], inside=inside, data=stream + tail)
    cut = len(stream) + 3
    for name, at in {"cut": cut, "apart": len(stream)}.items():
        found = sample(f"codestream-tail-{name}", [plain], inside=inside, picture=parts(stream + tail, at))
        yield replace(found, canaries=(tail[4:],))
    part = Part("a second picture", b"", (second[200:240],))
    yield sample("codestream-twice-bare", [plain], inside=[part], data=stream + second)
    yield sample("parts-behind", [plain], Parts(end=[Part("parts", parts(second), (second[200:240],))]))


def _others(plain: Frame) -> Iterator[Sample]:
    """A type that says more, and a JPEG that can be made again."""
    stream = codestream([plain])
    odd = box(b"ftyp", b"jxl \0\0\0\0jxl " + canary("jxl-ftyp"))
    yield sample(
        "type-with-more", [plain], inside=[Part("ftyp", odd, (canary("jxl-ftyp"),))], data=MARK + odd + whole(stream)
    )
    endless = whole(stream)
    yield sample("endless-box", [plain], data=MARK + TYPE + bytes(4) + endless[4:])
    large = b"\0\0\0\1jxlc" + (len(stream) + 16).to_bytes(8, "big") + stream
    yield sample("large-box", [plain], Parts(end=[scraps("jxl-large")]), picture=large)
    said = comment("jxl-jpeg-comment")
    made, again = reconstruction(jpeg.splice(jpeg.plain(), jpeg.Parts([said])))
    found = sample("reconstruction", [plain], inside=[said], data=MARK + TYPE + again + whole(made))
    yield replace(found, keeps=(made[-200:],))


def _everything(plain: Frame) -> Sample:
    place = "jxl-everything"
    secrets = canary(f"{place}-name")[-31:], canary(f"{place}-extension")
    manifest = jumbf_box(f"{place}-c2pa")
    front = [
        exif_box(exif.full(">", f"{place}-exif")), named(b"xml ", packet(f"{place}-xmp")),
        Part("jumb", manifest.data, manifest.canaries), packed(b"Exif", _prefixed(exif.full("<", f"{place}-packed"))),
        *unknowns(f"{place}-unknown"),
    ]  # fmt: skip
    named_frame = replace(plain, name=secrets[0])
    head = Head(3, extension=secrets[1], preview=frame(shift=90))
    inside = [Part("the headers", b"", (*secrets, frame(shift=90).body[200:240]))]
    tail = unknown(b"tail", f"{place}-tail")
    stream = codestream([named_frame], head) + tail.data
    put = Parts(front, [tail, packed(b"xml ", packet(f"{place}-late"))], [scraps(f"{place}-scraps")])
    return sample("everything", [named_frame], put, head, inside=inside, picture=whole(stream))
