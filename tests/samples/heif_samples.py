"""The HEIF and AVIF samples, and the items, properties and boxes that can hide something."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from . import exif, icc
from .heif import (
    DEPTH,
    GAIN_MAP,
    IN_IDAT,
    IN_ITEM,
    MATTE,
    File,
    Item,
    Property,
    Reference,
    avif,
    build,
    coded,
    full,
    heic,
    keeps,
)  # fmt: skip
from .jpeg_parts import iptc, jumbf_box, packet
from .sample import Part, Sample, canary
from .trailers import box, clip

UUID_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
UUID_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
SEI, SUFFIX_SEI, FILLER = 39, 40, 38
METADATA_OBU, PADDING_OBU, RESERVED_OBU = 5, 15, 9


class Hidden(NamedTuple):
    """A file with something in it that should not be there."""

    file: File
    canaries: tuple[bytes, ...]
    place: str


def heif_samples() -> Iterator[Sample]:
    """All of them."""
    yield _sample("heif-clean", heic())
    yield _sample("avif-clean", avif())
    for kind in ("rgb", "alpha", "grey", "odd"):
        yield _hidden(f"heif-{kind}", with_metadata(heic(kind), f"heif-{kind}"), heic(kind))
    for kind in ("rgb", "alpha"):
        yield _hidden(f"avif-{kind}", with_metadata(avif(kind), f"avif-{kind}"), avif(kind))
    for form, base in (("heif", heic("alpha")), ("avif", avif("alpha"))):
        yield from _items(form, base)
        yield from _boxes(form, base)
        yield from _properties(form, base)
        yield from _layouts(form, base)
        yield from _colours(form, base)
    yield from _pictures()
    yield from _streams()
    yield _hidden("heif-everything", everything(heic("alpha"), "heif-everything"), heic("alpha"), icc.plain())
    yield _hidden("avif-everything", everything(avif("alpha"), "avif-everything"), avif("alpha"), icc.plain())


def _sample(
    name: str, file: File, canaries: Sequence[bytes] = (), places: Sequence[str] = (), profile: bytes | None = None,
    kept: tuple[bytes, ...] | None = None, frames: int = 1,
) -> Sample:  # fmt: skip
    is_avif = name.startswith("avif")
    return Sample(
        name, "AVIF" if is_avif else "HEIF", ".avif" if is_avif else ".heic", build(file), tuple(canaries),
        tuple(places), 1, profile, keeps(file) if kept is None else kept, frames,
    )  # fmt: skip


def _hidden(name: str, hidden: Hidden, base: File, profile: bytes | None = None, frames: int = 1) -> Sample:
    """A sample, of which a copy keeps the pictures of ``base``."""
    return _sample(name, hidden.file, hidden.canaries, (hidden.place,), profile, keeps(base), frames)


def added(file: File, part: Part, kind: bytes, data: bytes, tail: bytes = b"", name: bytes = b"") -> Hidden:
    """A file with one more item, which describes the picture."""
    number = max(item.number for item in file.items) + 1
    item = Item(number, kind, data, name=name, hidden=True, tail=tail)
    reference = Reference(b"cdsc", number, (file.primary,))
    file = file._replace(items=(*file.items, item), references=(*file.references, reference))
    return Hidden(file, part.canaries, part.place)


def exif_item(file: File, part: Part, prefix: bytes = b"Exif\0\0") -> Hidden:
    """An Exif item: the distance to the TIFF structure, and that."""
    return added(file, part, b"Exif", struct.pack(">I", len(prefix)) + prefix + part.data)


def mime(file: File, part: Part, kind: bytes = b"application/rdf+xml") -> Hidden:
    """XMP, or anything else that has a MIME type."""
    return added(file, part, b"mime", part.data, kind + b"\0")


def simple(place: str) -> Part:
    """A canary and nothing else."""
    return Part(place, canary(place), (canary(place),))


def with_metadata(file: File, name: str) -> Hidden:
    """Exif and a name."""
    hidden = exif_item(file, exif.simple("<", f"{name}-exif", 6))
    return Hidden(
        hidden.file._replace(handler=canary(f"{name}-handler")), (*hidden.canaries, canary(f"{name}-handler")), ""
    )


def _items(form: str, base: File) -> Iterator[Sample]:
    """Items that are metadata."""
    full_exif, lone = exif.full(">", f"{form}-exif", 8), simple(f"{form}-lone")
    manifest = jumbf_box(f"{form}-jumbf-item")
    twice = exif_item(exif_item(base, exif.simple("<", f"{form}-1")).file, exif.simple(">", f"{form}-2"))
    found = {
        "exif": exif_item(base, full_exif),
        "exif-without-prefix": exif_item(base, exif.full("<", f"{form}-bare"), b""),
        "exif-twice": twice._replace(canaries=(*twice.canaries, canary(f"{form}-1-artist"))),
        "exif-hostile-texts": exif_item(base, exif.hostile(f"{form}-hostile")),
        "xmp": mime(base, packet(f"{form}-xmp")),
        "json": mime(base, simple(f"{form}-json"), b"application/json"),
        "c2pa-item": mime(base, manifest, b"application/c2pa"),
        "mime-named": mime(base, simple(f"{form}-named"), canary(f"{form}-content-type")),
        "mime-encoded": mime(base, simple(f"{form}-coded"), b"text/plain\0" + canary(f"{form}-encoding")),
        "uri": added(base, lone, b"uri ", lone.data, canary(f"{form}-uri") + b"\0"),
        "iptc": added(base, iptc(f"{form}-iptc"), b"iptc", iptc(f"{form}-iptc").data),
        "unknown-item": added(base, lone, b"zzzz", lone.data, name=canary(f"{form}-item-name")),
    }  # fmt: skip
    more = {
        "mime-named": f"{form}-content-type", "mime-encoded": f"{form}-encoding",
        "uri": f"{form}-uri", "unknown-item": f"{form}-item-name",
    }  # fmt: skip
    for name, hidden in found.items():
        others = (canary(more[name]),) if name in more else ()
        yield _hidden(f"{form}-{name}", hidden._replace(canaries=(*hidden.canaries, *others)), base)
    first = base.items[0]._replace(name=canary(f"{form}-name"), tail=canary(f"{form}-behind-name"))
    named = base._replace(items=(first, *base.items[1:]))
    yield _hidden(f"{form}-names", Hidden(named, (first.name, first.tail), "names of items"), base)


def outside(place: str) -> tuple[tuple[bytes, ...], bytes]:
    """Boxes beside the list of items, each with a canary."""
    manifest, xmp, moving = jumbf_box(f"{place}-c2pa"), packet(f"{place}-xmp-box"), clip(f"{place}-clip")
    kinds = (b"free", b"skip", b"sefd", b"Xtra", b"\0\1\2\3")
    plain = {kind: canary(f"{place}-box-{number}") for number, kind in enumerate(kinds)}
    data = b"".join(box(kind, body) for kind, body in plain.items())
    data += box(b"uuid", UUID_C2PA + bytes(4) + b"manifest\0" + bytes(8) + manifest.data)
    data += box(b"uuid", UUID_XMP + xmp.data) + box(b"uuid", canary(f"{place}-uuid").ljust(40, b"!"))
    data += box(b"mpvd", moving.data) + box(b"mdat", canary(f"{place}-mdat"))
    names = (*plain.values(), canary(f"{place}-uuid"), canary(f"{place}-mdat"))
    return (*names, *manifest.canaries, *xmp.canaries, *moving.canaries), data


def _boxes(form: str, base: File) -> Iterator[Sample]:
    """Boxes and bytes beside the items."""
    names, data = outside(f"{form}-outside")
    tail = canary(f"{form}-tail")
    early = box(b"free", canary(f"{form}-free")) + box(b"uuid", canary(f"{form}-early-uuid").ljust(40))
    inside = box(b"free", canary(f"{form}-in-meta")) + box(b"uuid", canary(f"{form}-in-meta-uuid").ljust(40))
    address = canary(f"{form}-dref")
    dref = full(b"dref", struct.pack(">I", 1) + full(b"url ", address + b"\0"))
    found = {
        "behind": (base._replace(behind=data), names),
        "trailer": (base._replace(behind=b"\xff\xff\xff\xff" + tail), (tail,)),
        "front": (base._replace(front=early), (canary(f"{form}-free"), canary(f"{form}-early-uuid"))),
        "in-meta": (base._replace(inside=inside), (canary(f"{form}-in-meta"), canary(f"{form}-in-meta-uuid"))),
        "dref": (base._replace(inside=box(b"dinf", dref)), (address,)),
        "handler": (base._replace(handler=canary(f"{form}-hdlr")), (canary(f"{form}-hdlr"),)),
        "handler-reserved": (base._replace(reserved=b"Eve Example!"), (b"Eve Example!",)),
        "gaps": (base._replace(gap=canary(f"{form}-gap")), (canary(f"{form}-gap"),)),
        "idat-gap": (base._replace(idat_gap=canary(f"{form}-idat")), (canary(f"{form}-idat"),)),
        "tables": (base._replace(tails=canary(f"{form}-tables")), (canary(f"{form}-tables"),)),
        "brands": (base._replace(brands=base.brands + b"CANARY-brand"), (b"CANARY-brand",)),
        "groups": (
            base._replace(groups=full(b"zzzz", struct.pack(">II", 9, 5) + b"CANARY-groups-------")),
            (b"CANARY-groups",),
        ),
    }
    for name, (file, canaries) in found.items():
        yield _hidden(f"{form}-{name}", Hidden(file, canaries, name), base)


def descriptions(place: str) -> tuple[Property, ...]:
    """Properties that describe, each with a canary."""
    texts = [
        canary(f"{place}-{name}") for name in ("title", "words", "tags", "alternative", "camera", "uuid", "unknown")
    ]
    title, words, tags, alternative, camera, uuid, unknown = texts
    return (
        Property(b"udes", bytes(4) + b"en\0" + title + b"\0" + words + b"\0" + tags + b"\0"),
        Property(b"altt", bytes(4) + alternative + b"\0en\0"),
        Property(b"crtt", bytes(4) + (1 << 51 | 0xABCDEF).to_bytes(8, "big")),
        Property(b"cmin", bytes(4) + camera),
        Property(b"uuid", uuid.ljust(32)),
        Property(b"zzzz", unknown),
        Property(b"free", canary(f"{place}-free-property")),
    )


def description_canaries(place: str) -> tuple[bytes, ...]:
    """What is in them."""
    names = ("title", "words", "tags", "alternative", "camera", "uuid", "unknown", "free-property")
    return tuple(canary(f"{place}-{name}") for name in names)


def liked(file: File, *more: Property, at: int = 0) -> File:
    """A file whose first picture is like something more."""
    item = file.items[at]
    return file._replace(items=(*file.items[:at], item._replace(has=(*item.has, *more)), *file.items[at + 1 :]))


def tailed(file: File, place: str) -> Hidden:
    """A file with something behind the end of each property."""
    names: dict[bytes, bytes] = {}
    items = []
    for item in file.items:
        has = []
        for one in item.has:
            name = one.kind.decode()
            names[one.kind] = canary(f"{place}-{name}")
            has.append(one._replace(body=one.body + names[one.kind]))
        items.append(item._replace(has=tuple(has)))
    return Hidden(file._replace(items=tuple(items)), tuple(names.values()), "bytes behind properties")


def _properties(form: str, base: File) -> Iterator[Sample]:
    """What items are like."""
    place = f"{form}-like"
    yield _hidden(
        f"{form}-descriptions", Hidden(liked(base, *descriptions(place)), description_canaries(place), ""), base
    )
    yield _hidden(
        f"{form}-unused", Hidden(base._replace(unused=descriptions(place)), description_canaries(place), ""), base
    )
    if form == "heif":  # Pillow leaves it to others to turn an AVIF
        turned = liked(base, Property(b"irot", b"\xfd", True), Property(b"imir", b"\xfe", True))
        cut = liked(turned, Property(b"clap", struct.pack(">8I", 48, 1, 64, 1, 0, 1, 0, 1), True))
        yield _hidden("heif-turned", exif_item(turned, exif.simple("<", "heif-turned", 6)), base)
        yield _hidden("heif-cut", exif_item(cut, exif.simple("<", "heif-cut", 6)), base)
    yield _hidden(f"{form}-tails", tailed(base, f"{form}-tails"), base)


def _layouts(form: str, base: File) -> Iterator[Sample]:
    """Other ways to say where items are."""
    described = with_metadata(base, f"{form}-layout")
    file = described.file
    pieces = base._replace(items=tuple(item._replace(extents=3) for item in base.items), gap=canary(f"{form}-pieces"))
    within = tuple(item._replace(method=IN_IDAT) for item in file.items)
    big = {item.number: item.number + 70_000 for item in file.items}
    large = file._replace(
        items=tuple(item._replace(number=big[item.number]) for item in file.items),
        references=tuple(
            Reference(each.kind, big[each.source], tuple(big[one] for one in each.targets)) for each in file.references
        ),
        primary=big[file.primary],
    )
    for name, changed, canaries in (
        ("pieces", pieces, (canary(f"{form}-pieces"),)),
        ("last", file._replace(last=True), ()),
        ("idat", file._replace(items=within, idat_gap=canary(f"{form}-idat-gap")), (canary(f"{form}-idat-gap"),)),
        ("wide", file._replace(width=8), ()),
        ("large-numbers", large._replace(version=2), ()),
    ):
        same = () if name == "pieces" else described.canaries
        kept = cut(base) if name == "pieces" else keeps(base)
        yield _sample(f"{form}-{name}", changed, (*same, *canaries), (name,), None, kept)


def cut(file: File) -> tuple[bytes, ...]:
    """The coded pictures of a file in three pieces each."""
    steps = [(data, -(-len(data) // 3)) for data in keeps(file)]
    return tuple(data[at : at + step] for data, step in steps for at in range(0, len(data), step))


def in_item(base: File, place: str) -> Hidden:
    """A file whose pictures are parts of an item that is none."""
    holder = Item(50, b"zzzz", canary(place) + b"".join(item.data for item in base.items) + b"!", hidden=True)
    inner = (holder, *(item._replace(method=IN_ITEM) for item in base.items))
    return Hidden(base._replace(items=inner), (canary(place),), "an item that holds others")


def _profiled(file: File, profile: bytes) -> File:
    """A file with an ICC profile; its own numbers for the colours go."""
    item = file.items[0]
    has = tuple(one for one in item.has if one.kind != b"colr")
    return file._replace(items=(item._replace(has=(*has, Property(b"colr", b"prof" + profile))), *file.items[1:]))


def _colours(form: str, base: File) -> Iterator[Sample]:
    well_known = Part("ICC profile, well-known", icc.plain())
    profiles = {"well-known": well_known, "private": icc.private(form), "utf-16": icc.localised(form)}
    for name, part in profiles.items():
        hidden = Hidden(_profiled(base, part.data), part.canaries, part.place)
        yield _hidden(f"{form}-icc-{name}", hidden, base, part.data)


def thumbnail(place: str, number: int = 40) -> tuple[Item, bytes]:
    """A small copy of another picture, and some of its bytes."""
    item = coded(heic("small"), number)._replace(hidden=True)
    return item, item.data[100:140]


def auxiliary(kind: bytes, number: int, subtype: bytes = b"", shift: str = "grey") -> Item:
    """A picture that belongs to another one."""
    item = coded(heic(shift), number)
    return item._replace(hidden=True, has=(*item.has, Property(b"auxC", bytes(4) + kind + b"\0" + subtype)))


def grid(number: int, method: int = IN_IDAT, tail: bytes = b"") -> Item:
    """A picture of two tiles, side by side."""
    body = bytes([0, 0, 0, 1]) + struct.pack(">HH", 128, 64)
    size = Property(b"ispe", bytes(4) + struct.pack(">II", 128, 64))
    return Item(number, b"grid", body + tail, (size,), method=method)


def tiled(tail: bytes = b"", method: int = IN_IDAT) -> File:
    """A file whose picture is made of tiles."""
    tiles = coded(heic("small"), 2)._replace(hidden=True), coded(heic("tile"), 3)._replace(hidden=True)
    base = heic()
    return base._replace(items=(grid(1, method, tail), *tiles), references=(Reference(b"dimg", 1, (2, 3)),))


def mapped(tail: bytes = b"") -> File:
    """A file with a gain map as ISO 21496-1 has it."""
    numbers = struct.pack(">4I", 0, 1, 2, 1) + struct.pack(">iIiIIIiIiI", 0, 1, 2, 1, 1, 1, 1, 64, 1, 64)
    body = bytes(5) + b"\x40" + numbers + tail
    base = heic()
    has = tuple(one for one in base.items[0].has if one.kind in (b"ispe", b"colr", b"pixi"))
    tone = Item(2, b"tmap", body, has, method=IN_IDAT)
    gain = coded(heic("grey"), 3)._replace(hidden=True)
    groups = full(b"altr", struct.pack(">IIII", 99, 2, 2, 1))
    items = (base.items[0], tone, gain)
    return base._replace(
        items=items, references=(Reference(b"dimg", 2, (1, 3)),), groups=groups, brands=base.brands + b"tmap"
    )


def _pictures() -> Iterator[Sample]:
    """Pictures beside the picture, and made of pictures."""
    base = heic()
    small, seen = thumbnail("heif-thumbnail")
    other = coded(heic("other"), 41)
    depth = auxiliary(DEPTH, 42, canary("heif-depth-subtype"))
    matte = auxiliary(MATTE, 43, shift="other")
    gone = {
        "thumbnail": ((small,), (Reference(b"thmb", 40, (1,)),), (seen,)),
        "depth": ((depth,), (Reference(b"auxl", 42, (1,)),), (depth.data[200:240], canary("heif-depth-subtype"))),
        "matte": ((matte,), (Reference(b"auxl", 43, (1,)),), (matte.data[200:240],)),
        "hidden-picture": ((other._replace(hidden=True),), (), (other.data[200:240],)),
        "unknown-auxiliary": (
            (auxiliary(canary("heif-urn"), 44),),
            (Reference(b"auxl", 44, (1,)),),
            (canary("heif-urn"),),
        ),
        "thumbnail-of-tiles": (
            (
                grid(45)._replace(hidden=True),
                coded(heic("small"), 46)._replace(hidden=True),
                coded(heic("tile"), 47)._replace(hidden=True),
            ),
            (Reference(b"thmb", 45, (1,)), Reference(b"dimg", 45, (46, 47))),
            (seen,),
        ),
    }
    for name, (items, references, canaries) in gone.items():
        file = base._replace(items=(*base.items, *items), references=(*base.references, *references))
        yield _hidden(f"heif-{name}", Hidden(file, canaries, name), base)
    gain = auxiliary(GAIN_MAP, 44, canary("heif-gain-subtype"))
    bright = base._replace(items=(*base.items, gain), references=(Reference(b"auxl", 44, (1,)),))
    described = mime(bright, packet("heif-gain-xmp"))
    yield _hidden(
        "heif-gain-map", described._replace(canaries=(*described.canaries, canary("heif-gain-subtype"))), bright
    )
    pages = base._replace(items=(*base.items, other))
    yield _hidden("heif-pages", with_metadata(pages, "heif-pages"), pages, frames=2)
    for name, method in (("idat", IN_IDAT), ("mdat", 0)):
        tail = canary(f"heif-grid-tail-{name}")
        yield _hidden(f"heif-grid-{name}", Hidden(tiled(tail, method), (tail,), "bytes behind a grid"), tiled())
    tail = canary("heif-tmap-tail")
    yield _hidden("heif-tone-mapped", Hidden(mapped(tail), (tail,), "bytes behind a gain map"), mapped())


def nal(kind: int, body: bytes) -> bytes:
    """A NAL unit of HEVC, after its length."""
    return struct.pack(">IBB", len(body) + 2, kind << 1, 1) + body


def message(place: str) -> bytes:
    """User data that nobody registered: 16 bytes that name it, and text."""
    body = bytes(range(16)) + canary(place)
    return bytes([5, len(body)]) + body + b"\x80"


def obu(kind: int, body: bytes) -> bytes:
    """A unit of AV1, with its length."""
    return bytes([kind << 3 | 2, len(body)]) + body


def with_messages(file: File, place: str) -> tuple[File, tuple[bytes, ...]]:
    """Messages before and behind what is in the coded picture, and in the set-up of its decoder."""
    item = file.items[0]
    names = [f"{place}-{number}" for number in range(5)]
    if item.kind == b"av01":
        front = obu(METADATA_OBU, b"\4\xb5" + canary(names[0]) + b"\x80") + obu(PADDING_OBU, canary(names[1]))
        behind = obu(RESERVED_OBU, canary(names[2])) + obu(METADATA_OBU, b"\x1f" + canary(names[3]))
        extra = obu(METADATA_OBU, b"\4\xb5" + canary(names[4]) + b"\x80")
        kind = b"av1C"
    else:
        front = nal(SEI, message(names[0])) + nal(SEI, message(names[1]))
        behind = nal(FILLER, canary(names[2])) + nal(SUFFIX_SEI, message(names[3]))
        unit = nal(SEI, message(names[4]))[2:]
        extra = bytes([SEI, 0, 1]) + unit
        kind = b"hvcC"
    has = []
    for one in item.has:
        body = one.body + extra if one.kind == kind else one.body
        body = body[:22] + bytes([body[22] + 1]) + body[23:] if one.kind == kind == b"hvcC" else body
        has.append(one._replace(body=body))
    changed = item._replace(data=front + item.data + behind, has=tuple(has))
    return file._replace(items=(changed, *file.items[1:])), tuple(map(canary, names))


def _streams() -> Iterator[Sample]:
    """What is inside the coded pictures and is none of them."""
    for form, base in (("heif", heic("alpha")), ("avif", avif("alpha"))):
        file, canaries = with_messages(base, f"{form}-message")
        yield _hidden(f"{form}-messages", Hidden(file, canaries, "messages to the decoder"), base)
    graded = nal(SEI, b"\x90\4\0\x64\0\x32\x80")
    item = heic().items[0]
    bright = heic()._replace(items=(item._replace(data=graded + item.data),))
    yield _sample("heif-brightness", bright)


def everything(base: File, place: str) -> Hidden:
    """All of it at once."""
    file, messages = with_messages(_profiled(base, icc.plain()), f"{place}-message")
    canaries = list(messages)
    for part in (exif.full(">", f"{place}-exif", 6), exif.simple("<", f"{place}-second")):
        file, canaries = exif_item(file, part).file, [*canaries, *part.canaries]
    xmp, lone = packet(f"{place}-xmp"), simple(f"{place}-lone")
    file = added(mime(file, xmp).file, lone, b"zzzz", lone.data, name=canary(f"{place}-name")).file
    small, seen = thumbnail(place)
    depth = auxiliary(DEPTH, 42, canary(f"{place}-depth"))
    references = (Reference(b"thmb", 40, (1,)), Reference(b"auxl", 42, (1,)))
    file = file._replace(items=(*file.items, small, depth), references=(*file.references, *references))
    names, data = outside(place)
    file = liked(file, *descriptions(f"{place}-like"))._replace(
        behind=data + b"\xff\xff\xff\xff" + canary(f"{place}-tail"), front=box(b"free", canary(f"{place}-front")),
        gap=canary(f"{place}-gap"), idat_gap=canary(f"{place}-idat"), tails=canary(f"{place}-tables"),
        handler=canary(f"{place}-handler"), inside=box(b"free", canary(f"{place}-inside")),
    )  # fmt: skip
    more = ("name", "depth", "tail", "front", "gap", "idat", "tables", "handler", "inside")
    canaries += [*xmp.canaries, *lone.canaries, seen, *names, *description_canaries(f"{place}-like")]
    return Hidden(file, (*canaries, *(canary(f"{place}-{name}") for name in more)), "everything")
