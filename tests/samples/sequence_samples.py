"""The samples of series in HEIF and AVIF, and the places in them that can hide something."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from . import exif, icc, sequence
from .heif import DEPTH, Property, coded, heic
from .heif import avif as avif_still
from .heif_samples import (
    FILLER,
    METADATA_OBU,
    PADDING_OBU,
    RESERVED_OBU,
    SEI,
    SUFFIX_SEI,
    liked,
    message,
    nal,
    obu,
    outside,
)  # fmt: skip
from .jpeg_parts import packet
from .mp4 import box, full, track
from .mp4_samples import CHANGED, CHANGES, MADE, others
from .sample import Part, Sample, canary
from .sequence import Series

Change = Callable[[Series, str], tuple[bytes, ...]]
_OF_FILMS = (
    "handlers", "compressor", "in-entry", "surplus-tables", "behind-tables", "references", "user-data", "keys", "gaps",
)  # fmt: skip
"""What hides in the index of a series as it does in that of a film."""


def sequence_samples() -> Iterator[Sample]:
    """All of them."""
    yield from _kinds()
    for form, make in (("avif", sequence.avif), ("heif", sequence.hevc)):
        for name, change in _changes(form).items():
            one = make()
            secrets = change(one, f"{form}-series-{name}")
            yield _sample(f"{form}-series-{name}", one, secrets)
        yield from _rows(form, make)
        yield _everything(form, make())


def _sample(
    name: str, one: Series, secrets: tuple[bytes, ...] = (), icc: bytes | None = None, more: int = 0, **build: Any
) -> Sample:
    """A sample, of which a copy keeps all that a decoder needs; ``more`` are pictures outside the series."""
    is_avif = name.startswith("avif")
    frames = len(one.samples(one.tracks[0])) + more
    return Sample(
        name, "AVIF" if is_avif else "HEIF", ".avif" if is_avif else ".heic", one.whole(**build), secrets, (name,), 1,
        icc, one.keeps, frames,
    )  # fmt: skip


def _kinds() -> Iterator[Sample]:
    """Series of all kinds, each with a little to hide."""
    made = {
        "avif-series-alpha": sequence.avif(), "avif-series-rgb": sequence.avif("rgb"),
        "avif-series-endless": sequence.avif("rgb", range="full"), "heif-series-rgb": sequence.hevc(),
        "heif-series-alone": sequence.hevc(with_still=False), "avif-series-turned": sequence.avif("rgb"),
    }  # fmt: skip
    made["avif-series-endless"].moov.all(b"elst")[0].put(0, b"\1\0\0\1")
    turned = made["avif-series-turned"]
    assert turned.still
    turned.still = liked(turned.still, Property(b"irot", b"\1", True))
    sequence.with_box(turned, box(b"irot", b"\1"))
    for name, one in made.items():
        one.moov.add(box(b"udta", box(b"titl", canary(name))))
        yield _sample(name, one, (canary(name),))
        yield _sample(f"{name}-index-last", one, (canary(name),), moov_first=False)
    yield from _colours()
    yield from _stills()


def _colours() -> Iterator[Sample]:
    """Colour profiles, which stand beside the items and in the index."""
    well_known = Part("ICC profile, well-known", icc.plain())
    for kind, part in {"well-known": well_known, "private": icc.private("avif-series")}.items():
        one = sequence.avif("rgb", icc_profile=part.data)
        yield replace(_sample(f"avif-series-icc-{kind}", one, part.canaries, part.data), hides=(part.place,))


def _stills() -> Iterator[Sample]:
    """Files whose first picture is not of the series."""
    for form, one, item in (
        ("avif", sequence.avif("rgb"), coded(avif_still("other"), 9)),
        ("heif", sequence.hevc(), coded(heic("other"), 9)),
    ):
        sequence.other_still(one, item)
        name = f"{form}-series-still"
        one.moov.add(box(b"udta", box(b"titl", canary(name))))
        yield _sample(name, one, (canary(name),), more=1)


def _changes(form: str) -> dict[str, Change]:
    own: dict[str, Change] = {
        "times": _times, "reserved": _reserved, "meta-in-index": _meta_in_index, "exif": _exif, "xmp": _xmp,
        "messages": _messages, "tracks": _tracks, "depth": _depth, "thumbnails": _thumbnails, "brands": _brands,
    }  # fmt: skip
    # libheif does not open a file with QuickTime's keys in its index
    films: dict[str, Change] = {name: CHANGES[name] for name in _OF_FILMS if (form, name) != ("heif", "keys")}
    return films | own


def _times(one: Series, place: str) -> tuple[bytes, ...]:
    """When it was made, in both versions of headers."""
    found = []
    for head in (one.moov["mvhd"], *one.moov.all(b"tkhd"), *one.moov.all(b"mdhd")):
        found.append(struct.pack(">QQ" if head.body[0] else ">II", MADE, CHANGED))
        head.put(4, found[-1])
    return tuple(dict.fromkeys(found))


def _reserved(one: Series, place: str) -> tuple[bytes, ...]:
    head, other = one.moov["mvhd"], one.tracks[0]["tkhd"]
    head.put(84 if head.body[0] else 72, b"CANARYpredefined-24bytes")
    other.put(36 if other.body[0] else 24, b"CANARY24")
    one.tracks[0]["mdia/minf/stbl/stsd"].put(8 + 16 + 8, b"CANARY-12byt")
    return (b"CANARYpredefined-24bytes", b"CANARY24", b"CANARY-12byt")


def _meta_in_index(one: Series, place: str) -> tuple[bytes, ...]:
    """Lists of items in the index and in a track, as animations have them for their Exif."""
    secret = exif.simple(">", f"{place}-exif")
    data = struct.pack(">I", 6) + b"Exif\0\0" + secret.data
    items = full(b"iinf", b"\0\1", full(b"infe", b"\0\1\0\0Exif", canary(f"{place}-name") + b"\0", version=2))
    where = full(b"iloc", b"\x44\0\0\1\0\1\0\1\0\0\0\1", struct.pack(">II", 0, len(data)), version=1)
    handler = full(b"hdlr", bytes(4), b"pict", bytes(12), canary(f"{place}-handler") + b"\0")
    one.tracks[0].add(full(b"meta", handler, where, items, box(b"idat", data)))
    one.moov.add(full(b"meta", full(b"hdlr", bytes(4), b"xml ", bytes(13)), full(b"xml ", canary(f"{place}-xml"))))
    return (*secret.canaries, *(canary(f"{place}-{name}") for name in ("name", "handler", "xml")))


def _exif(one: Series, place: str) -> tuple[bytes, ...]:
    secret = exif.full(">", f"{place}-item")
    sequence.described(one, b"Exif", struct.pack(">I", 6) + b"Exif\0\0" + secret.data)
    return secret.canaries


def _xmp(one: Series, place: str) -> tuple[bytes, ...]:
    secret = packet(f"{place}-item")
    sequence.described(one, b"mime", secret.data, b"application/rdf+xml\0")
    return secret.canaries


def _messages(one: Series, place: str) -> tuple[bytes, ...]:
    """Units in samples that no decoder needs; the first sample is an item, too."""
    names = [canary(f"{place}-{number}") for number in range(4)]
    if one.tracks[0]["mdia/minf/stbl/stsd"].body[12:16] == b"av01":
        parts = [obu(METADATA_OBU, b"\4\xb5" + names[0] + b"\x80"), obu(PADDING_OBU, names[1]),
                 obu(RESERVED_OBU, names[2]), obu(METADATA_OBU, b"\x1f" + names[3])]  # fmt: skip
    else:
        parts = [nal(SEI, message(f"{place}-0")), nal(FILLER, names[1]), nal(SUFFIX_SEI, message(f"{place}-2")),
                 nal(SEI, message(f"{place}-3"))]  # fmt: skip
    for number, part in zip((0, 1, 3, 2), parts, strict=True):
        is_behind = number == 1 or part[4:5] == bytes([SUFFIX_SEI << 1])
        one.grow(number, one.samples(one.tracks[0])[number][1] if is_behind else 0, part)
    return tuple(names)


def _tracks(one: Series, place: str) -> tuple[bytes, ...]:
    """Tracks that are neither seen nor heard, with their samples."""
    secrets: list[bytes] = []
    for number, (name, (handler, entry, samples, canaries)) in enumerate(others(place).items(), start=30):
        if name != "still":
            at = one.insert(number % 2 * len(one.media), samples)
            one.add_track(track(number, handler, entry, [samples], at, name=canary(f"{place}-{name}-handler")))
            secrets += [*canaries, canary(f"{place}-{name}-handler")]
    return tuple(secrets)


def _depth(one: Series, place: str) -> tuple[bytes, ...]:
    """A track that says how far things are."""
    samples = _padded(one, place)
    one.add_track(sequence.coded_track(one, 20, b"auxv", b"auxl", samples, DEPTH + b"\0" + canary(f"{place}-urn")))
    return (canary(place), canary(f"{place}-urn"))


def _padded(one: Series, place: str) -> bytes:
    """The first sample, and something behind it."""
    start, length = one.samples(one.tracks[0])[0]
    is_avif = one.tracks[0]["mdia/minf/stbl/stsd"].body[12:16] == b"av01"
    return one.media[start : start + length] + (
        obu(PADDING_OBU, canary(place)) if is_avif else nal(FILLER, canary(place))
    )


def _thumbnails(one: Series, place: str) -> tuple[bytes, ...]:
    """A track of small copies."""
    one.add_track(sequence.coded_track(one, 21, b"pict", b"thmb", _padded(one, place), b""))
    return (canary(place),)


def _brands(one: Series, place: str) -> tuple[bytes, ...]:
    one.brands = box(b"ftyp", one.brands[8:], b"CANARY-of-the-brands")
    return (b"CANARY-of-the-brands",)


def _rows(form: str, make: Callable[[], Series]) -> Iterator[Sample]:
    """Boxes around, and bytes behind the last of them."""
    for first in (True, False):
        place = f"{form}-series-boxes-{'first' if first else 'last'}"
        names, behind = outside(place)
        front, tail = box(b"free", canary(f"{place}-front")), b"\xff\xff\xff\xff" + canary(f"{place}-tail")
        secrets = (*names, canary(f"{place}-front"), canary(f"{place}-tail"))
        yield _sample(place, make(), secrets, front=front, behind=behind + tail, moov_first=first)


def _everything(form: str, one: Series) -> Sample:
    place, secrets = f"{form}-series-everything", list[bytes]()
    for name, change in _changes(form).items():
        secrets += change(one, f"{place}-{name}")
    names, behind = outside(place)
    secrets += [*names, canary(f"{place}-front"), canary(f"{place}-tail")]
    front, tail = box(b"free", canary(f"{place}-front")), b"\xff\xff\xff\xff" + canary(f"{place}-tail")
    return _sample(place, one, tuple(secrets), front=front, behind=behind + tail)
