"""The WebP samples, and the chunks that can hide something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from . import exif, icc, webp
from .jpeg_parts import jumbf_box, packet
from .picture import encode, picture
from .sample import Part, Sample, canary
from .webp import EXIF_BIT, XMP_BIT, Parts, chunk, riff, sample


def exif_chunk(part: Part, prefix: bytes = b"") -> Part:
    """EXIF, with or without the prefix that only JPEG has."""
    return Part("EXIF" if not prefix else "EXIF, prefixed", chunk(b"EXIF", prefix + part.data), part.canaries)


def xmp_chunk(place: str, kind: bytes = b"XMP ") -> Part:
    """XMP; some programs misspell its name."""
    part = packet(place)
    return Part(repr(kind), chunk(kind, part.data), part.canaries)


def unknown(kind: bytes, place: str) -> Part:
    """A chunk that nobody knows."""
    return Part(repr(kind), chunk(kind, canary(place)), (canary(place),))


def padded(place: str) -> Part:
    """An odd chunk whose padding is not zero: one byte of the canary is where nobody looks."""
    odd = canary(place) if len(canary(place)) % 2 else canary(place) + b"!"
    return Part("a padding byte", chunk(b"PADD", odd, padding=b"@"), (odd + b"@",))


def unknowns() -> tuple[Part, ...]:
    """Chunks with all kinds of names."""
    kinds = (b"PSAI", b"XMP\0", b"xmp ", b"exif", b"IPTC", b"META", b"C2PA", b"JUNK", b"LIST", b"ABCD", b"\0\1\2\3")
    return tuple(unknown(kind, f"webp-unknown-{index}") for index, kind in enumerate(kinds))


def webp_samples() -> Iterator[Sample]:
    """All of them."""
    yield replace(sample("clean", _lossy()), data=_lossy())
    for name, data in webp.pictures().items():
        yield sample(name, data, _little(f"webp-{name}"))
    yield from _orientations()
    yield from _vocabularies()
    yield from _colours()
    yield from _animations()
    yield from _behind()
    yield from _lies()
    yield from _surplus()
    yield sample("everything", webp.pictures()["lossy-alpha"], _everything("webp-everything"), 6, icc.plain())


def _lossy() -> bytes:
    return encode(picture(), "WEBP", quality=80)


def _scraps(place: str) -> Part:
    return Part("bytes behind the RIFF", canary(place), (canary(place),))


def _little(name: str) -> Parts:
    return Parts(end=[exif_chunk(exif.simple("<", f"{name}-exif"))], behind=[_scraps(f"{name}-tail")])


def _orientations() -> Iterator[Sample]:
    for orientation in range(1, 9):
        order: exif.Order = "<" if orientation % 2 else ">"
        part = exif_chunk(exif.simple(order, f"webp-orientation-{orientation}", orientation))
        yield sample(f"orientation-{orientation}", _lossy(), Parts(end=[part]), orientation)


def _vocabularies() -> Iterator[Sample]:
    manifest = jumbf_box("webp-c2pa")
    ends = {
        "exif": [exif_chunk(exif.full("<", "webp-exif"))],
        "exif-big-endian": [exif_chunk(exif.full(">", "webp-exif-big"))],
        "exif-prefixed": [exif_chunk(exif.full("<", "webp-exif-prefixed"), b"Exif\0\0")],
        "exif-twice": [exif_chunk(exif.simple("<", "webp-exif-1")), exif_chunk(exif.simple(">", "webp-exif-2"))],
        "exif-hostile-texts": [exif_chunk(exif.hostile("webp-hostile"))],
        "xmp": [xmp_chunk("webp-xmp")],
        "xmp-misnamed": [xmp_chunk("webp-xmp-zero", b"XMP\0")],
        "c2pa": [Part("C2PA", chunk(b"C2PA", manifest.data), manifest.canaries)],
        "unknown-chunks": [*unknowns()],
        "padding": [padded("webp-padding")],
    }
    for name, parts in ends.items():
        yield sample(name, _lossy(), Parts(end=parts))
    for name in ("exif", "xmp", "unknown-chunks", "padding"):
        yield sample(f"{name}-early", webp.pictures()["lossless"], Parts(front=ends[name]))


def _colours() -> Iterator[Sample]:
    well_known = Part("ICC profile, well-known", icc.plain())
    profiles = {"well-known": well_known, "private": icc.private("webp"), "utf-16": icc.localised("webp")}
    for name, profile in profiles.items():
        part = Part(profile.place, chunk(b"ICCP", profile.data), profile.canaries)
        yield sample(f"icc-{name}", _lossy(), Parts([part]), icc=profile.data)


def _animations() -> Iterator[Sample]:
    ends = [exif_chunk(exif.full(">", "webp-animated-exif")), xmp_chunk("webp-animated-xmp")]
    inside = [unknown(b"ABCD", "webp-in-anmf"), exif_chunk(exif.simple("<", "webp-exif-in-anmf"))]
    between = [unknown(b"EFGH", "webp-between-anmf")]
    yield sample("animated", webp.animated(), Parts(end=ends), frames=3)
    yield sample("animated-inside", webp.animated(), Parts(inside=inside), frames=3)
    yield sample("animated-between", webp.animated(lossless=False), Parts(between=between), frames=3)


def _behind() -> Iterator[Sample]:
    second = encode(picture(40, 30, shift=90), "WEBP", lossless=True)
    yield sample("behind-scraps", _lossy(), Parts(behind=[_scraps("webp-tail")]))
    yield sample("behind-zeros", _lossy(), Parts(behind=[Part("zeros", bytes(100)), _scraps("webp-tail-zeros")]))
    yield sample("behind-second", _lossy(), Parts(behind=[Part("a second picture", second, (second[40:80],))]))
    yield sample("behind-chunk", _lossy(), Parts(behind=[exif_chunk(exif.full("<", "webp-exif-behind"))]))
    tail = canary("webp-simple-tail")
    simple = replace(sample("simple-tail", _lossy()), data=_lossy() + tail)
    yield replace(simple, canaries=(tail,), hides=("bytes behind the RIFF",))
    own = unknown(b"ABCD", "webp-simple-unknown")
    body = riff(_lossy()[12:] + own.data)
    yield replace(sample("simple-unknown", _lossy()), data=body, canaries=own.canaries, hides=(own.place,))


def _lies() -> Iterator[Sample]:
    """Files whose flags say other than what follows."""
    exif_part = exif_chunk(exif.simple("<", "webp-untold-exif"))
    yield sample("untold-exif", _lossy(), Parts(end=[exif_part]), flags=0)
    yield sample("told-but-absent", _lossy(), flags=EXIF_BIT | XMP_BIT)


def _surplus() -> Iterator[Sample]:
    """Chunks that look needed and are not."""
    hidden = encode(picture(shift=90), "WEBP", quality=80)[12:]
    second = Part("a second picture", hidden, (hidden[60:100],))
    alpha = unknown(b"ALPH", "webp-alpha-behind")
    for part, name in ((second, "simple-second-picture"), (alpha, "simple-alpha-behind")):
        data = riff(_lossy()[12:] + part.data)
        yield replace(sample(name, _lossy()), data=data, canaries=part.canaries, hides=(part.place,))
    yield sample("alpha-behind", _lossy(), Parts(end=[unknown(b"ALPH", "webp-alpha-late")]), flags=0)
    frame = bytes(6) + (95).to_bytes(3, "little") + (63).to_bytes(3, "little") + bytes(4)
    film = chunk(b"ANIM", bytes(6)) + chunk(b"ANMF", frame + hidden)
    animation = Part("an animation that is not announced", film, second.canaries)
    yield sample("untold-animation", _lossy(), Parts(end=[animation]), flags=0)
    loop = unknown(b"ANIM", "webp-second-anim")
    yield sample("animation-header-twice", webp.animated(), Parts(between=[loop]), frames=3)
    profile = icc.private("webp-untold")
    part = Part(profile.place, chunk(b"ICCP", profile.data), profile.canaries)
    yield sample("untold-profile", _lossy(), Parts([part]), flags=0)
    profile = icc.private("webp-second-profile")
    parts = [
        Part("ICC profile, well-known", chunk(b"ICCP", icc.plain())),
        part._replace(data=chunk(b"ICCP", profile.data), canaries=profile.canaries),
    ]
    yield sample("profile-twice", _lossy(), Parts(parts), icc=icc.plain())


def _everything(name: str) -> Parts:
    end = [
        exif_chunk(exif.full(">", f"{name}-exif", 6)), xmp_chunk(f"{name}-xmp"),
        xmp_chunk(f"{name}-xmp-zero", b"XMP\0"), unknown(b"PSAI", f"{name}-psai"),
        padded(f"{name}-padding"), *unknowns(),
    ]  # fmt: skip
    front = [Part("ICC profile, well-known", chunk(b"ICCP", icc.plain())), unknown(b"ABCD", f"{name}-early")]
    return Parts(front, end=end, behind=[_scraps(f"{name}-tail")])
