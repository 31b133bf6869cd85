"""The film samples, and the places in a film that can hide something."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import replace

from . import exif
from .jpeg_parts import jumbf_box, packet
from .mp4 import C2PA_UUID, QUARTER, XMP_UUID, Film, box, film, full, nodes, sample, track
from .picture import encode, picture
from .sample import Part, Sample, canary

MADE, CHANGED = 0xD51AC7BD, 0xD51BC8BE
LISBON = (38.7167, -9.1333)


def mp4_samples() -> Iterator[Sample]:
    """All of them."""
    yield from _kinds()
    yield from _hidden()
    yield from _tracks()
    yield from _fragments()
    yield from _everything()


def _kinds() -> Iterator[Sample]:
    """Films of all kinds, each with a little to hide."""
    plain = Film(film())
    yield sample("untouched", film(), keeps=plain.keeps)
    kinds = {
        "mpeg4": (film("mpeg4"), ".mp4"), "mov": (film(form="mov"), ".mov"), "hevc": (film("libx265"), ".mp4"),
        "vp9-opus": (film("libvpx-vp9", "libopus"), ".mp4"), "alac": (film("mpeg4", "alac", "mov"), ".mov"),
        "mjpeg-pcm": (film("mjpeg", "pcm_s16le", "mov", pixels="yuvj420p"), ".mov"),
        "mp3": (film("libx264", "libmp3lame"), ".mp4"), "silent": (film(audio=""), ".m4v"),
        "3gp": (film("h263", "", "3gp", size=(128, 96)), ".3gp"),
    }  # fmt: skip
    for name, (data, suffix) in kinds.items():
        for first in (False, True):
            one = Film(data)
            parts = [_user_text(one, f"mp4-{name}-{first}")]
            order = "moov-first" if first else "moov-last"
            yield sample(f"{name}-{order}", one.build(moov_first=first), parts, one.keeps, suffix)
    yield from _forms()


def _forms() -> Iterator[Sample]:
    large = Film(film())
    parts = [_user_text(large, "mp4-large")]
    yield sample("large-header", large.build(large=True), parts, large.keeps)
    old = Film(film(form="mov"))
    old.brands = b""
    parts = [_user_text(old, "mp4-no-ftyp")]
    yield sample("no-ftyp", old.build(), parts, old.keeps, ".mov")
    turned = Film(film())
    turned.tracks[0]["tkhd"].put(40, QUARTER)
    parts = [_user_text(turned, "mp4-turned")]
    yield sample("turned", turned.build(), parts, turned.keeps)
    split = Film(film())
    half = split.insert(len(split.media) // 2, b"")
    split.insert(half, box(b"free", canary("mp4-between")))
    hidden = Part("between chunks", b"", (canary("mp4-between"),))
    yield sample("gap", split.build(moov_first=True), [hidden], split.keeps)


def _user_text(one: Film, place: str) -> Part:
    """A comment in ``udta``."""
    if not any(node.kind == b"udta" for node in one.moov.children or ()):
        one.moov.add(box(b"udta"))
    one.moov["udta"].add(_international(b"cmt", place))
    return Part("udta ©cmt", b"", (canary(place),))


def _international(name: bytes, place: str) -> bytes:
    text = canary(place)
    return box(b"\xa9" + name, struct.pack(">HH", len(text), 0x55C4), text)


Change = Callable[[Film, str], tuple[bytes, ...]]
"""Hides something in a film and says what; the text is the place's name."""


def _times(one: Film, place: str) -> tuple[bytes, ...]:
    raw = struct.pack(">II", MADE, CHANGED)
    for head in (one.moov["mvhd"], *one.moov.all(b"tkhd"), *one.moov.all(b"mdhd")):
        head.put(4, raw)
    return (raw,)


def _long_times(one: Film, place: str) -> tuple[bytes, ...]:
    """Version 1: eight bytes for each time."""
    raw = struct.pack(">QQ", MADE, CHANGED)
    for head in one.moov.all(b"mdhd"):
        scale, length = struct.unpack_from(">II", head.body, 12)
        head.body = b"\1\0\0\0" + raw + struct.pack(">IQ", scale, length) + head.body[20:]
    return (raw,)


def _reserved(one: Film, place: str) -> tuple[bytes, ...]:
    one.moov["mvhd"].put(72, b"CANARYpredefined-24bytes")
    one.tracks[0]["tkhd"].put(24, b"CANARY24")
    one.tracks[0]["mdia/minf/stbl/stsd"].put(8 + 16 + 24, b"CANARY-12byt")  # sizes in QuickTime, reserved here
    return (b"CANARYpredefined-24bytes", b"CANARY24")


def _handlers(one: Film, place: str) -> tuple[bytes, ...]:
    for head in one.moov.all(b"hdlr"):
        head.body = head.body[:12] + b"CNRY" + bytes(8) + canary(place) + b"\0"
    return (canary(place),)


def _compressor(one: Film, place: str) -> tuple[bytes, ...]:
    name = b"CANARY-compressor-name"
    one.tracks[0]["mdia/minf/stbl/stsd"].put(8 + 8 + 42, bytes([len(name)]) + name.ljust(31, b"\0"))
    one.tracks[0]["mdia/minf/stbl/stsd"].put(8 + 8 + 12, b"CNRV")
    return (name,)


def _in_entry(one: Film, place: str) -> tuple[bytes, ...]:
    """A box that nobody knows in a sample description, and bytes behind the fields of known ones."""
    table = one.tracks[0]["mdia/minf/stbl/stsd"]
    entry = nodes(table.body[8:])[0]
    inside = nodes(entry.body[78:])
    for node in inside:
        node.body += canary(f"{place}-{node.kind.decode()}")
    more = box(b"ABCD", canary(f"{place}-unknown"))
    body = entry.body[:78] + b"".join(map(bytes, inside)) + more
    table.body = table.body[:8] + box(entry.kind, body)
    return (*(canary(f"{place}-{node.kind.decode()}") for node in inside), canary(f"{place}-unknown"))


def _behind_tables(one: Film, place: str) -> tuple[bytes, ...]:
    found = []
    for number, head in enumerate(one.tracks):
        for node in head.all(b"stbl")[0].children or ():
            if node.kind not in (b"stsd", b"sbgp", b"sgpd"):
                secret = canary(f"{place}-{number}-{node.kind.decode()}")
                node.body += secret
                found.append(secret)
        for kind in (b"vmhd", b"smhd", b"mdhd", b"tkhd"):
            for node in head.all(kind):
                secret = canary(f"{place}-{number}-{kind.decode()}")
                node.body += secret
                found.append(secret)
    one.moov["mvhd"].body += canary(f"{place}-mvhd")
    return (*found, canary(f"{place}-mvhd"))


def _surplus_tables(one: Film, place: str) -> tuple[bytes, ...]:
    """Tables and groups that nobody knows, and rows about samples that do not exist."""
    stbl = one.tracks[0]["mdia/minf/stbl"]
    secrets = [canary(f"{place}-{kind}") for kind in ("abcd", "sgpd", "subs", "free")]
    stbl.add(box(b"ABCD", secrets[0]), full(b"sgpd", b"ABCD", secrets[1]), box(b"subs", secrets[2]),
             box(b"free", secrets[3]))  # fmt: skip
    rows = stbl["stts"]
    rows.body = rows.body[:4] + (int.from_bytes(rows.body[4:8]) + 1).to_bytes(4) + rows.body[8:] + b"\0\0\0\0NRY!"
    one.tracks[0].add(box(b"free", secrets[3]), box(b"load", b"CANARY-load-sett"))
    return (*secrets, b"CANARY-load-sett")


def _references(one: Film, place: str) -> tuple[bytes, ...]:
    """The path of a file on a disk, beside the flag that says that it is not needed."""
    secret = b"/Users/" + canary(place) + b"/film.mov"
    one.tracks[0]["mdia/minf/dinf"].children = nodes(full(b"dref", b"\0\0\0\1", full(b"url ", secret, flags=1)))
    return (canary(place),)


def _user_data(one: Film, place: str) -> tuple[bytes, ...]:
    """Texts of QuickTime, 3GPP and cameras, XMP, a thumbnail."""
    names = (b"nam", b"ART", b"day", b"xyz", b"mak", b"mod", b"swr", b"cmt", b"too")
    texts = [_international(name, f"{place}-{name.decode()}") for name in names]
    spot = box(b"\xa9xyz", struct.pack(">HH", 18, 0x15C7), b"+38.7167-009.1333/")
    position = struct.pack(">iii", round(LISBON[1] * 65536), round(LISBON[0] * 65536), 0)
    area = full(b"loci", b"\x15\xc7", canary(f"{place}-loci") + b"\0\1", position, b"Earth\0note\0")
    known = [full(kind, b"\x15\xc7", canary(f"{place}-{kind.decode()}") + b"\0") for kind in _GPP]
    cameras = [box(kind, canary(f"{place}-{kind.decode()}")) for kind in _CAMERAS]
    listed = box(b"udta", *texts, spot, area, *known, *cameras, box(b"XMP_", packet(f"{place}-xmp").data),
                 box(b"thmb", _thumbnail(f"{place}-thumbnail").data))  # fmt: skip
    one.moov.add(listed)
    heard = box(b"udta", box(b"name", canary(f"{place}-track")))
    one.tracks[-1].add(heard)
    secrets = [canary(f"{place}-{name.decode()}") for name in (*names, *_GPP, *_CAMERAS, b"loci", b"track")]
    return (*secrets, b"+38.7167-009.1333/", *packet(f"{place}-xmp").canaries,
            *_thumbnail(f"{place}-thumbnail").canaries)  # fmt: skip


_GPP = (b"titl", b"auth", b"dscp", b"cprt", b"kywd", b"albm")
_CAMERAS = (b"FIRM", b"LENS", b"CAME", b"GUMI", b"AMBA", b"SNum", b"vndr", b"smta", b"Xtra")


def _thumbnail(place: str) -> Part:
    """A JPEG that has an Exif of its own."""
    part = exif.simple(">", place)
    data = encode(picture(48, 32), "JPEG", exif=b"Exif\0\0" + part.data)
    return Part("thumbnail", data, part.canaries)


def _keys(one: Film, place: str) -> tuple[bytes, ...]:
    """QuickTime's keys, and the list of iTunes with a cover picture."""
    names = ("location.ISO6709", "creationdate", "make", "model", "software", "content.identifier", "author")
    values = [b"+38.7167-009.1333+012.000/", b"2025-06-13T18:42:07+0100",
              *(canary(f"{place}-{name}") for name in names[2:])]  # fmt: skip
    keys = [box(b"mdta", f"com.apple.quicktime.{name}".encode()) for name in names]
    many = len(keys).to_bytes(4)
    items = [box(number.to_bytes(4), _data(1, value)) for number, value in enumerate(values, start=1)]
    one.moov.add(box(b"meta", _hdlr(b"mdta"), full(b"keys", many, *keys), box(b"ilst", *items)))
    cover = _thumbnail(f"{place}-cover")
    tunes = [box(b"\xa9nam", _data(1, canary(f"{place}-name"))), box(b"covr", _data(13, cover.data)),
             box(b"----", full(b"mean", b"com.apple.iTunes"), full(b"name", b"MOOD"),
                 _data(1, canary(f"{place}-free")))]  # fmt: skip
    one.moov.add(box(b"udta", full(b"meta", _hdlr(b"mdir"), box(b"ilst", *tunes))))
    return (*values, canary(f"{place}-name"), canary(f"{place}-free"), *cover.canaries)


def _data(form: int, value: bytes) -> bytes:
    return box(b"data", form.to_bytes(4), bytes(4), value)


def _hdlr(kind: bytes) -> bytes:
    return full(b"hdlr", bytes(4), kind, bytes(13))


def _gaps(one: Film, place: str) -> tuple[bytes, ...]:
    """Bytes in the media data that no track uses."""
    for name in ("front", "middle"):
        one.insert(0 if name == "front" else len(one.media) // 2, canary(f"{place}-{name}"))
    one.media += canary(f"{place}-end")
    return tuple(canary(f"{place}-{name}") for name in ("front", "middle", "end"))


def _brands(one: Film, place: str) -> tuple[bytes, ...]:
    one.brands = box(b"ftyp", b"isom", b"\x20\x13\x10\x18", b"isommp42", b"CANARY-a-row-of-brands!!")
    return (b"CANARY-a-row-of-brands!!",)


CHANGES: dict[str, Change] = {
    "times": _times, "long-times": _long_times, "reserved": _reserved, "handlers": _handlers,
    "compressor": _compressor, "in-entry": _in_entry,
    "surplus-tables": _surplus_tables, "behind-tables": _behind_tables, "references": _references,
    "user-data": _user_data, "keys": _keys,
    "gaps": _gaps, "brands": _brands,
}  # fmt: skip


def _hidden() -> Iterator[Sample]:
    for name, change in CHANGES.items():
        for suffix, form in ((".mp4", "mp4"), (".mov", "mov")):
            one = Film(film(form=form))
            secrets = change(one, f"mp4-{name}-{form}")
            parts = [Part(name, b"", secrets)]
            yield sample(f"{name}-{form}", one.build(moov_first=form == "mov"), parts, one.keeps, suffix)
    for name, (front, end) in _rows("mp4-row").items():
        one = Film(film())
        data = one.build([part.data for part in front], [part.data for part in end], moov_first=True)
        yield sample(name, data, [*front, *end], one.keeps)


def _rows(place: str) -> dict[str, tuple[list[Part], list[Part]]]:
    """Boxes around the media data."""
    xmp, manifest = packet(f"{place}-xmp"), jumbf_box(f"{place}-c2pa")
    one = [
        Part("free", box(b"free", canary(f"{place}-free")), (canary(f"{place}-free"),)),
        Part("wide", box(b"wide"), ()),
        Part("uuid XMP", box(b"uuid", XMP_UUID, xmp.data), xmp.canaries),
        Part("uuid C2PA", box(b"uuid", C2PA_UUID, bytes(4), b"manifest\0", bytes(8), manifest.data), manifest.canaries),
    ]
    other = [
        Part("uuid", box(b"uuid", b"u" * 16, canary(f"{place}-uuid")), (canary(f"{place}-uuid"),)),
        Part("skip", box(b"skip", canary(f"{place}-skip")), (canary(f"{place}-skip"),)),
        Part("unknown", box(b"ABCD", canary(f"{place}-abcd")), (canary(f"{place}-abcd"),)),
        Part("meta", full(b"meta", _hdlr(b"xml "), full(b"xml ", canary(f"{place}-xml"))), (canary(f"{place}-xml"),)),
        Part("second mdat", box(b"mdat", canary(f"{place}-mdat")), (canary(f"{place}-mdat"),)),
        Part("second moov", box(b"moov", box(b"udta", canary(f"{place}-moov"))), (canary(f"{place}-moov"),)),
    ]
    tail = Part("trailer", b"SEFT" + canary(f"{place}-tail"), (canary(f"{place}-tail"),))
    return {"boxes-before": (one, []), "boxes-behind": ([], other), "trailer": ([], [tail])}


def gpmd(place: str) -> bytes:
    """GoPro's records of two positions, a clock and a device."""
    lat, lon = (round(number * 10**7) for number in LISBON)
    fixes = struct.pack(">iiiii", lat, lon, 100, 5, 5) + struct.pack(">iiiii", lat + 100, lon + 100, 100, 5, 5)
    scale = struct.pack(">iiiii", 10**7, 10**7, 1000, 1000, 100)
    stream = _klv(b"STNM", b"c", canary(f"{place}-stream")) + _klv(b"GPSU", b"U", b"250613184207.000", 16)
    stream += _klv(b"SCAL", b"l", scale, 4) + _klv(b"GPS5", b"l", fixes, 20)
    return _klv(b"DEVC", b"\0", _klv(b"DVNM", b"c", canary(f"{place}-device")) + _klv(b"STRM", b"\0", stream))


def _klv(key: bytes, form: bytes, value: bytes, size: int = 1) -> bytes:
    return key + form + bytes([size]) + (len(value) // size).to_bytes(2) + value + bytes(-len(value) % 4)


def camm(place: str) -> bytes:
    """Two records of Google's camera motion: a position, and a turn."""
    return struct.pack("<HHddd", 0, 5, *LISBON, 12.0) + struct.pack("<HHfff", 0, 2, 0.1, 0.2, 0.3)


def others(place: str) -> dict[str, tuple[bytes, bytes, bytes, tuple[bytes, ...]]]:
    """Tracks that are neither seen nor heard: handler, sample description, samples, canaries."""
    secret = canary(f"{place}-text")
    still = _thumbnail(f"{place}-still")
    key = box(b"keyd", b"mdta", b"com.apple.quicktime.detected-face." + canary(f"{place}-key"))
    keys = box(b"keys", box(b"\0\0\0\1", key))
    shown = struct.pack(">6xH16xHHIIIH32sHh", 1, 48, 32, 72 << 16, 72 << 16, 0, 1, b"", 24, -1)
    return {
        "gpmd": (b"meta", box(b"gpmd", bytes(7), b"\1"), gpmd(place),
                 (canary(f"{place}-stream"), canary(f"{place}-device"))),
        "camm": (b"camm", box(b"camm", bytes(7), b"\1"), camm(place), (struct.pack("<dd", *LISBON),)),
        "mebx": (b"meta", box(b"mebx", bytes(7), b"\1", keys), box(b"\0\0\0\1", canary(f"{place}-value")),
                 (canary(f"{place}-value"), canary(f"{place}-key"))),
        "text": (b"text", box(b"text", bytes(7), b"\1", bytes(51)), struct.pack(">H", len(secret)) + secret, (secret,)),
        "tmcd": (b"tmcd", box(b"tmcd", bytes(7), b"\1", bytes(18), box(b"name", canary(f"{place}-reel"))),
                 b"\x00\x12\x34\x56", (canary(f"{place}-reel"),)),
        "still": (b"vide", box(b"jpeg", shown), still.data, still.canaries),
        "data": (b"data", box(b"rtmd", bytes(7), b"\1"), canary(f"{place}-data"), (canary(f"{place}-data"),)),
    }  # fmt: skip


def _with_tracks(one: Film, names: tuple[str, ...], place: str) -> tuple[Part, ...]:
    """Put tracks into a film, their samples between those of the picture."""
    parts = []
    for number, name in enumerate(names, start=7):
        handler, entry, samples, secrets = others(place)[name]
        at = one.insert(number % 3 * len(one.media) // 3, samples)
        one.add_track(track(number, handler, entry, [samples], at, name=canary(f"{place}-{name}-handler")))
        parts.append(Part(f"track {name}", b"", (*secrets, canary(f"{place}-{name}-handler"))))
    return tuple(parts)


def _tracks() -> Iterator[Sample]:
    for name in others(""):
        one = Film(film(form="mov"))
        parts = _with_tracks(one, (name,), f"mp4-track-{name}")
        yield sample(f"track-{name}", one.build(moov_first=name != "gpmd"), parts, one.keeps, ".mov")


FRAGMENTED = "frag_keyframe+empty_moov+default_base_moof"


def _fragments() -> Iterator[Sample]:
    ways = {"fragments": FRAGMENTED, "fragments-from-the-file": "frag_keyframe+empty_moov",
            "fragments-apart": "frag_keyframe+empty_moov+separate_moof"}  # fmt: skip
    for name, flags in ways.items():
        data = film(movflags=flags)
        yield replace(_fragmented(name, data, f"mp4-{name}"), keeps=_media(data))


def _media(data: bytes) -> tuple[bytes, ...]:
    return tuple(node.body for node in nodes(data) if node.kind == b"mdat")


def _fragmented(name: str, data: bytes, place: str) -> Sample:
    """A film in fragments, with clocks and messages between them where that does not move any sample."""
    top = nodes(data)
    parts = [Part(kind, b"", (canary(f"{place}-{kind}"),)) for kind in ("emsg", "prft", "sidx", "udta")]
    fixed = "default_base" in name or name == "fragments"
    before = b"".join(bytes(node) for node in top if node.kind in (b"ftyp", b"moov"))
    rest = [node for node in top if node.kind in (b"moof", b"mdat")]
    between = [
        full(b"emsg", b"urn:mpeg:dash:event\0", canary(f"{place}-emsg") + b"\0", bytes(16)),
        full(b"prft", bytes(3) + b"\1", struct.pack(">IIQ", 0xED000000, 0x12345678, 99), canary(f"{place}-prft")),
        full(b"sidx", bytes(20), canary(f"{place}-sidx")),
    ]
    tail = [box(b"udta", canary(f"{place}-udta"))]
    middle = b"".join(between) if fixed else b""
    whole = before + middle + b"".join(map(bytes, rest)) + b"".join(tail if fixed else [*between, *tail])
    return sample(name, whole, parts)


def _everything() -> Iterator[Sample]:
    one, place = Film(film()), "mp4-everything"
    parts = []
    for name, change in CHANGES.items():
        if name != "long-times":
            parts.append(Part(name, b"", change(one, f"{place}-{name}")))
    parts += _with_tracks(one, tuple(others("")), place)
    for front, end in _rows(f"{place}-row").values():
        parts += [*front, *end]
    rows = _rows(f"{place}-row")
    data = one.build(
        [part.data for part in rows["boxes-before"][0]],
        [part.data for name in ("boxes-behind", "trailer") for part in rows[name][1]], moov_first=True,
    )  # fmt: skip
    yield sample("everything", data, parts, one.keeps)
