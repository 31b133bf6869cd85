"""The GIF samples, and the parts that can hide something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import gif, icc
from .gif import END, Parts, application, chain, comment, control, extension, loop, parts_of, sample
from .jpeg_parts import iptc, jumbf_box, packet
from .sample import Part, Sample, canary


def remark(place: str) -> Part:
    """A comment."""
    return Part("comment", comment(canary(place)), (canary(place),))


def plain_text(place: str) -> Part:
    """A text that old viewers drew into the picture, with a grid that is none."""
    grid, words = canary(f"{place}-grid")[-12:], canary(place)
    return Part("plain text", extension(0x01, b"\x0c" + grid + chain(words)), (grid, words))


def xmp(place: str) -> Part:
    """XMP as Adobe puts it."""
    part = packet(place)
    return Part("XMP", gif.xmp(part.data), part.canaries)


def chained_xmp(place: str) -> Part:
    """XMP in sub-blocks, as some programs put it."""
    part = packet(place)
    return Part("XMP in sub-blocks", application(b"XMP DataXMP", chain(part.data, 200)), part.canaries)


def named(name: bytes, place: str) -> Part:
    """An application extension that nobody needs."""
    return Part(repr(name), application(name, chain(canary(place))), (canary(place),))


def manifest(place: str) -> Part:
    """Content credentials."""
    part = jumbf_box(place)
    return Part("C2PA", application(b"C2PA_GIF\x01\0\0", chain(part.data, 60)), part.canaries)


def magick(place: str) -> Part:
    """IPTC as ImageMagick puts it."""
    part = iptc(place)
    return Part("IPTC", application(b"MGKIPTC0000", chain(part.data, 100)), part.canaries)


def unknowns(place: str) -> tuple[Part, ...]:
    """Extensions that nobody knows, and one whose name has another length."""
    labels = (0x00, 0x42, 0x2C, 0x3B, 0xCE, 0xFB)
    parts = [_extension(label, f"{place}-unknown-{label:02x}") for label in labels]
    names = (b"ZGATEXTI5\0\0", b"FRACTINT001", b"MIDICTRLJon", b"ANIMEXTS2.0", b"NETSCAPE1.0")
    long = canary(f"{place}-long-name")
    parts += [named(name, f"{place}-named-{index}") for index, name in enumerate(names)]
    return (*parts, Part("a long name", application(long, chain(b"\1\2\0")), (long,)))


def _extension(label: int, place: str) -> Part:
    return Part(f"extension {label:02X}", extension(label, chain(canary(place))), (canary(place),))


def scraps(place: str) -> Part:
    """Bytes behind the trailer."""
    return Part("bytes behind the end", canary(place), (canary(place),))


def idle_control(place: str) -> Part:
    """A graphic control that precedes no picture."""
    data = control(more=canary(place))
    return Part("a control of nothing", data, (canary(place),))


def gif_samples() -> Iterator[Sample]:
    """All of them."""
    yield sample("clean", gif.still())
    for name, data in gif.pictures().items():
        yield sample(name, data, _little(f"gif-{name}"))
    yield from _vocabularies()
    yield from _colours()
    yield from _animations()
    yield from _loops()
    yield from _surplus()
    yield from _descriptors()
    yield from _ends()
    yield _everything()


def _little(name: str) -> Parts:
    return Parts([remark(f"{name}-comment")], behind=[scraps(f"{name}-tail")])


def _vocabularies() -> Iterator[Sample]:
    parts = {
        "comment": remark("gif-comment"), "plain-text": plain_text("gif-plain-text"), "xmp": xmp("gif-xmp"),
        "xmp-in-sub-blocks": chained_xmp("gif-xmp-chained"), "c2pa": manifest("gif-c2pa"), "iptc": magick("gif-iptc"),
        "control-of-nothing": idle_control("gif-idle"),
    }  # fmt: skip
    for name, part in parts.items():
        yield sample(f"{name}-early", gif.still(), Parts([part]))
        yield sample(f"{name}-late", gif.still(), Parts(end=[part]))
        yield sample(f"{name}-between", gif.animated(), Parts(between=[part]), frames=3)
    yield sample("unknown", gif.still(), Parts(unknowns("gif"), end=unknowns("gif-late")))
    yield sample("long-comment", gif.still(), Parts([_long_comment("gif-long-comment")]))


def _long_comment(place: str) -> Part:
    """One that is cut between two sub-blocks: it is found in neither."""
    words = b"." * 240 + canary(place) + b"." * 700
    whole = comment(words)
    return Part("comment over sub-blocks", whole, (whole[243 : 243 + len(canary(place)) + 1],))


def _colours() -> Iterator[Sample]:
    well_known = Part("ICC profile, well-known", icc.plain())
    profiles = {"well-known": well_known, "private": icc.private("gif"), "utf-16": icc.localised("gif")}
    for name, made in profiles.items():
        part = Part(made.place, gif.profile(made.data), made.canaries)
        yield sample(f"icc-{name}", gif.still(), Parts([part]), made.data)
    first = Part("ICC profile, well-known", gif.profile(icc.plain(), 100))
    second = icc.private("gif-second")
    more = Part(second.place, gif.profile(second.data), second.canaries)
    yield sample("icc-twice", gif.still(), Parts([first, more]), icc.plain())


def _animations() -> Iterator[Sample]:
    for disposal in (0, 1, 2, 3):
        inside = Parts(between=[remark(f"gif-disposal-{disposal}")])
        yield sample(f"animated-disposal-{disposal}", gif.animated(disposal), inside, frames=3)
    ends = [xmp("gif-animated-xmp"), idle_control("gif-animated-idle")]
    yield sample("animated", gif.animated(), Parts(between=ends, end=ends), frames=3)


def _loops() -> Iterator[Sample]:
    """Extensions for loops that hold more than a loop, or that come twice."""
    film = gif.animated()
    ours = next(one for one in parts_of(film) if one[:2] == b"!\xff")
    hidden = {
        "long": chain(gif.LOOP + canary("gif-loop-long")),
        "more": b"\x03" + gif.LOOP + chain(canary("gif-loop-more")),
        "before": b"\x03" + gif.LOOP + chain(b"\x02" + canary("gif-loop-before")),
    }
    for name, body in hidden.items():
        made = sample(f"loop-{name}", film, frames=3)
        place = canary(f"gif-loop-{name}")
        yield replace(made, data=film.replace(ours, loop(body)), canaries=(place,), hides=("a loop",))
    other = loop(name=b"ANIMEXTS1.0")
    yield sample(
        "loop-twice",
        film,
        Parts([Part("a loop that few know", other, (b"ANIMEXTS1.0",)), remark("gif-loop-2")]),
        frames=3,
    )
    none = Part("a loop without a number", loop(chain(b"\5" + canary("gif-no-loop"))), (canary("gif-no-loop"),))
    yield sample("loop-without-number", gif.still(), Parts([none]))


def _changed(name: str, data: bytes, hidden: Sequence[bytes], place: str, base: bytes | None = None) -> Sample:
    """A sample whose data were changed in the middle."""
    return replace(sample(name, base or gif.still()), data=data, canaries=tuple(hidden), hides=(place,))


def with_surplus(base: bytes, surplus: bytes) -> bytes:
    """A GIF whose last picture has more sub-blocks than its data."""
    return base[:-2] + surplus + base[-2:]


def longer(base: bytes, more: bytes) -> bytes:
    """A GIF whose last picture goes on in its last sub-block."""
    image = parts_of(base)[-1]
    at = 10 + gif.table(image[9]) + 1
    while image[at + 1 + image[at]]:
        at += 1 + image[at]
    grown = image[:at] + bytes([image[at] + len(more)]) + image[at + 1 : -1] + more + b"\0"
    return base[: -1 - len(image)] + grown + END


def _surplus() -> Iterator[Sample]:
    """Bytes in a picture behind the end of its compressed data."""
    base, film = gif.still(), gif.animated()
    blocks, inside = canary("gif-lzw-blocks"), canary("gif-lzw-inside")
    where = "compressed data behind the end code"
    yield _changed("data-behind-the-end", with_surplus(base, chain(blocks)[:-1]), [blocks], where)
    keeps = tuple(keep[: keep.rindex(bytes([len(_last(base))]) + _last(base))] for keep in gif.kept(base)[-1:])
    both = with_surplus(longer(base, inside), chain(blocks * 20, 100)[:-1])
    yield replace(_changed("data-in-the-last-sub-block", both, [inside, blocks], where), keeps=(*keeps, _last(base)))
    late = _changed("data-behind-the-last-frame", with_surplus(film, chain(blocks)[:-1]), [blocks], where, film)
    yield replace(late, frames=3)
    yield from _uncompressed()


def _last(base: bytes) -> bytes:
    """The last sub-block of the last picture."""
    image = parts_of(base)[-1]
    at = 10 + gif.table(image[9]) + 1
    while image[at + 1 + image[at]]:
        at += 1 + image[at]
    return image[at + 1 : -1]


def _uncompressed() -> Iterator[Sample]:
    """Pictures whose data do not end with the code for the end alone; a few have bytes behind it."""
    indices = bytes(x // 4 % 4 ^ y // 4 % 4 for y in range(16) for x in range(24))
    screen = b"GIF89a" + bytes([24, 0, 16, 0, 0x91, 0, 0]) + bytes([0, 0, 0, 255, 0, 0, 0, 255, 0, 255, 255, 255])
    endings = {"end": (5,), "clear-end": (4, 5), "no-end": (), "more-pixels": (1, 2, 3, 1, 2, 3, 1, 2, 3, 5)}
    for name, end in endings.items():
        whole = gif.bits(gif.plain_codes(indices, 2, end[:2] if end[-1:] == (5,) and len(end) < 3 else ()))
        for tail in (b"", canary(f"gif-tail-{name}")):
            image = gif.uncompressed((24, 16), indices, end, tail=tail)
            keeps = (screen[13:], whole[:255], whole[255:])
            title = f"uncompressed-{name}{'-tail' if tail else ''}"
            made = Sample(f"gif-{title}", "GIF", ".gif", screen + image + END, keeps=keeps)
            yield replace(made, canaries=(tail,), hides=("behind the last pixel",)) if tail else made


def _descriptors() -> Iterator[Sample]:
    """Bits that mean nothing, and numbers that nobody obeys."""
    base, film = gif.still(), gif.animated()
    image = parts_of(base)[-1]
    marked = image[:9] + bytes([image[9] | 0x3F]) + image[10:]
    yield _changed("reserved-bits", base.replace(image, marked), [marked[:10]], "reserved bits of a picture")
    plain = gif.local(base)
    screen = plain[:11] + b"@" + plain[12:]
    yield _changed("background-without-colours", screen, [screen[6:13]], "a colour of no table", plain)
    first = next(one for one in parts_of(film) if one[:2] == b"!\xf9")
    odd = first[:3] + bytes([first[3] | 0xE0]) + first[4:6] + b"@\0"
    hidden = film.replace(first, odd)
    yield replace(_changed("reserved-bits-of-a-control", hidden, [odd], "a control", film), frames=3)
    more = extension(0xF9, chain(first[3:7])[:-1] + chain(canary("gif-control")))
    hidden = film.replace(first, more)
    yield replace(_changed("long-control", hidden, [canary("gif-control")], "a control", film), frames=3)
    twice = film.replace(first, first[:4] + b"Ev" + first[6:] + first)
    yield replace(_changed("control-twice", twice, [first[:4] + b"Ev"], "an earlier control", film), frames=3)


def _ends() -> Iterator[Sample]:
    base = gif.still()
    zeros = Part("zeros behind the end", bytes(100))
    yield sample("behind-zeros", base, Parts(behind=[zeros]))
    yield sample(
        "behind-second", base, Parts(behind=[Part("a second picture", gif.animated(), (gif.animated()[-80:],))])
    )
    yield _changed("no-end", base[:-1], [], "zeros behind the end")
    cut = remark("gif-cut-comment")
    yield _changed("no-end-cut-comment", base[:-1] + cut.data[:-1], cut.canaries, "a comment that is cut off")
    yield sample("padding", base, Parts(end=[Part("zeros", bytes(3)), remark("gif-padding")]))


def _everything() -> Sample:
    name = "gif-everything"
    film = gif.animated(2)
    profile = Part("ICC profile, well-known", gif.profile(icc.plain()))
    front = [profile, remark(f"{name}-comment"), xmp(f"{name}-xmp"), *unknowns(name), plain_text(f"{name}-text")]
    between = [manifest(f"{name}-c2pa"), idle_control(f"{name}-control")]
    end = [magick(f"{name}-iptc"), chained_xmp(f"{name}-late")]
    made = sample("everything", film, Parts(front, between, end, [scraps(f"{name}-tail")]), icc.plain(), 3)
    image, data = parts_of(film)[-1], canary(f"{name}-data")
    surplus = made.data.replace(image, image[:-1] + chain(data))
    return replace(made, data=surplus, canaries=(*made.canaries, data), hides=(*made.hides, "compressed data"))
