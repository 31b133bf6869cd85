"""HEIF: ISO/IEC 23008-12 (HEIC), ISO/IEC 23000-22 (MIAF), and AVIF 1.1, which share their boxes.

A file is a ``meta`` box that lists items, and the bytes of the items. A copy gets a ``meta`` box written anew, from
an allow-list of what a viewer needs, and behind it the coded pictures as they were; nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lenscap.binary.boxes import title
from lenscap.errors import UnsupportedError
from lenscap.formats.heif_file import File, taken_apart
from lenscap.formats.heif_items import DERIVED
from lenscap.formats.heif_list import Item, Span
from lenscap.formats.heif_payloads import outside, surplus, told
from lenscap.formats.heif_properties import PROFILES
from lenscap.formats.heif_series import series_box
from lenscap.formats.heif_write import Entry, Picture, file_type, meta, with_metadata
from lenscap.model import PICTURE, Block, Bytes, Fresh, Layout, Payload, Role

NAME = "HEIF"
SUFFIXES = (".heic", ".heif", ".hif")
TYPES = ("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence")
SEEN = COVERED = True
SLICED = False

_BRANDS = frozenset({
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"mif2", b"mif3", b"msf1", b"miaf",
    b"MiHB", b"MiHA", b"MiHE", b"MiPr",
})  # fmt: skip
_AVIF = frozenset({b"avif", b"avis"})
_LARGEST = (1 << 32) - 1
_HARDLY_ANY = 0.01
"""Which part of a picture may be cut off without a word: sizes are rounded up to what a codec takes."""


def recognises(head: bytes) -> bool:
    """A file type box with a brand of HEIF, and none of AVIF."""
    return head[4:8] == b"ftyp" and head[8:12] in _BRANDS and not is_avif(head)


def is_avif(head: bytes) -> bool:
    """A file type box that names AVIF; one that is of any brand may be of HEVC's too, which wins."""
    length = int.from_bytes(head[:4], "big")
    brands = {head[at : at + 4] for at in range(16, min(len(head), length) - 3, 4)}
    is_any = head[8:12] in (b"mif1", b"mif2", b"mif3", b"msf1", b"miaf")
    return head[4:8] == b"ftyp" and (head[8:12] in _AVIF or (is_any and bool(brands & _AVIF) and b"heic" not in brands))


def read(data: memoryview, deep: bool = False) -> Layout:
    """Divide a file into its boxes, and those into what is needed and what is not."""
    file = taken_apart(data, deep)
    return Layout(
        size=file.size,
        blocks=tuple(_blocks(file)),
        payloads=tuple(_payloads(file)),
        icc=file.icc,
        frames=file.frames,
    )


def _blocks(file: File) -> Iterator[Block]:
    """The blocks: inside ``meta`` the colour profiles, inside ``mdat`` the pictures, stand out.

    What is before the pictures is needed as it is only if it is as we would write it.
    """
    inner = [Block(Role.PIXELS, name, start, end) for (start, end), name in file.pixels.items()]
    for index, profile in file.profiles.items():
        end = file.items.meta.properties[index - 1].end
        inner.append(Block(Role.COLOUR, "colr", end - len(profile), end))
    inner += _profiles_in_series(file)
    head, _ = _head(file, Fresh())
    ours = len(head) if file.data[: len(head)] == head else 0
    rest = sorted((block for block in inner if block.end > block.start), key=lambda block: block.start, reverse=True)
    for atom in file.top:
        position = atom.start
        if atom.kind == b"mdat":
            yield Block(Role.STRUCTURE if atom.body <= ours else Role.METADATA, "mdat", atom.start, atom.body)
            position = atom.body
        role = Role.STRUCTURE if atom.end <= ours else Role.METADATA
        name = title(atom.kind) or "trailer"
        while rest and rest[-1].start < atom.end:
            if position < rest[-1].start:
                yield Block(role, name, position, rest[-1].start)
            yield rest[-1]
            position = rest.pop().end
        if position < atom.end:
            yield Block(role, name, position, atom.end)


def _profiles_in_series(file: File) -> Iterator[Block]:
    """The colour profiles in the descriptions of samples."""
    if file.series is None or not file.icc:
        return
    atom, profile = file.series.movie.atom, file.icc
    whole = bytes(file.data[atom.start : atom.end])
    for kind in PROFILES:
        at = whole.find(b"colr" + kind + profile)
        while at >= 0:
            start = atom.start + at + 8
            yield Block(Role.COLOUR, "colr", start, start + len(profile))
            at = whole.find(b"colr" + kind + profile, at + 8 + len(profile))


def _payloads(file: File) -> Iterator[Payload]:
    """What goes, and what other profiles than the main one tell."""
    yield from told(file.items)
    if file.cut_off > _HARDLY_ANY * file.size.width * file.size.height:
        yield Payload("trimming", PICTURE, b"pixels %d" % file.cut_off)
    for start, end in file.surplus:
        yield Payload("unknown", "In the compressed picture", file.data[start:end])
    yield from surplus(file.items, file.properties)
    yield from outside(file.data, file.top, file.items, file.series.samples if file.series else [])
    if file.series:
        yield from file.series.notes.payloads
    others = dict.fromkeys(profile for profile in file.profiles.values() if profile and profile != file.icc)
    yield from (Payload("icc", "Colour profile of another picture", profile) for profile in others)


def write(data: memoryview, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Bytes]:
    """Yield a file with a list of items written anew, and the coded pictures that it had."""
    if all(map(keep, layout.blocks)) and fresh == Fresh():
        yield data
        return
    file = taken_apart(data, deep=False)
    head, parts = _head(file, fresh)
    yield head
    yield from (data[start:stop] for start, stop in file.pixels)
    yield from parts


def _head(file: File, fresh: Fresh) -> tuple[bytes, list[bytes]]:
    """All that stands before the coded pictures in a copy, and what stands behind them."""
    places, end = dict[Span, int](), 0
    for start, stop in file.pixels:
        places[start, stop] = end
        end += stop - start
    picture, parts = with_metadata(_picture(file, places, fresh), fresh, end)
    body = next(atom for atom in file.top if atom.kind == b"ftyp")
    head = file_type(bytes(file.data[body.body : body.end]))
    length = 8 + end + sum(map(len, parts))
    index = series_box(file.data, file.series, places, 0, fresh.icc) if file.series else b""
    listing = meta(picture, len(head) + len(index)) if picture.entries else b""
    if file.series:
        start = len(head) + len(listing) + len(index) + 8
        index = series_box(file.data, file.series, places, start, fresh.icc)
    if len(head) + len(listing) + len(index) + length > _LARGEST:
        raise UnsupportedError("It is larger than any picture.")
    return head + listing + index + length.to_bytes(4, "big") + b"mdat", parts


def _picture(file: File, places: dict[Span, int], fresh: Fresh) -> Picture:
    """What a copy says of its items."""
    items = file.items
    own = file.icc
    dropped = {index for index, profile in file.profiles.items() if fresh.icc == b"" and profile == own}
    left = [index for index in sorted(file.properties) if index not in dropped]
    numbers = {index: number for number, index in enumerate(left, start=1)}
    properties = []
    for index in left:
        kind, kept = file.properties[index]
        is_own = fresh.icc is not None and own is not None and file.profiles.get(index) == own
        properties.append((kind, kept.body[:4] + (fresh.icc or b"") if is_own else kept.body))
    has = [
        (item.number, [(numbers[index], needed) for index, needed in items.properties(item) if index in numbers])
        for item in items.kept
    ]
    return Picture(
        items.meta.primary,
        [_entry(file, item, places) for item in items.kept],
        items.references,
        properties,
        [row for row in has if row[1]],
        items.groups,
    )


def _entry(file: File, item: Item, places: dict[Span, int]) -> Entry:
    if item.kind in DERIVED:
        return Entry(item.number, item.kind, item.hidden, inside=file.items.derived(item))
    spans = list[Span]()
    for (start, end), begins, is_needed in file.units[item.number]:
        if is_needed:
            place = places[start, end]
            if begins and spans and spans[-1][1] == place:
                spans[-1] = spans[-1][0], place + end - start
            else:
                spans.append((place, place + end - start))
    return Entry(item.number, item.kind, item.hidden, spans=tuple(spans))
