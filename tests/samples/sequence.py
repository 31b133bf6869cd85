"""Series of pictures in HEIF and AVIF, taken apart and put together: a list of items and the index of a film."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image

from . import heif
from .heif import IN_FILE, File, Item, Property, Reference
from .mp4 import Film, Node, box, film, full, nodes
from .picture import picture, translucent

DURATIONS = (100, 200, 50, 40)
_PARAMETERS, _SEI = (32, 33, 34), (39, 40)
_HEVC_BRANDS = b"hevc\0\0\0\0msf1hevcmif1heic"
_CONSTRAINTS = full(b"ccst", b"\x3c\0\0\0")


class Series(Film):
    """A series that can be changed. Offsets in its index count from the beginning of its media data, as in a film."""

    def __init__(self, data: bytes, still: File | None) -> None:
        super().__init__(data)
        self.still = still._replace(version=0) if still else None
        self.keeps = tuple(part for _, part in sorted(self._parts()))
        for head in (self.moov["mvhd"], *self.moov.all(b"tkhd"), *self.moov.all(b"mdhd")):
            head.put(4, bytes(16 if head.body[0] else 8))

    def samples(self, track: Node) -> list[tuple[int, int]]:
        """Where the samples of a track begin, and their lengths."""
        stbl = track["mdia/minf/stbl"]
        sizes = list(_table(stbl["stsz"].body, 8))
        rows = list(_table(stbl["stsc"].body, 4, 3))
        found = []
        for number, start in enumerate(_table(stbl["stco"].body, 4), start=1):
            many = next(rows[at + 1] for at in range(len(rows) - 3, -1, -3) if rows[at] <= number)
            lengths, sizes = sizes[:many], sizes[many:]
            found += [(start + sum(lengths[:at]), length) for at, length in enumerate(lengths)]
        return found

    def _parts(self) -> Iterator[tuple[int, bytes]]:
        """What a decoder needs: the samples, or of HEVC their units but for messages."""
        for track in self.tracks:
            codec = track["mdia/minf/stbl/stsd"].body[12:16]
            for start, length in self.samples(track):
                sample = self.media[start : start + length]
                yield from ((start + at, unit) for at, unit in (_units(sample) if codec == b"hvc1" else [(0, sample)]))

    def grow(self, number: int, at: int, data: bytes) -> None:
        """Put bytes into a sample of the first track, and into the item that it is, too."""
        start, length = self.samples(self.tracks[0])[number]
        old = self.media[start : start + length]
        new = old[:at] + data + old[at:]
        self.media = self.media[:start] + new + self.media[start + length :]
        self._shift(len(data), start + 1)
        self.tracks[0]["mdia/minf/stbl/stsz"].put(12 + 4 * number, len(new).to_bytes(4))
        if self.still:
            items = (item._replace(data=new) if item.data == old else item for item in self.still.items)
            self.still = self.still._replace(items=tuple(items))

    def whole(self, front: bytes = b"", behind: bytes = b"", moov_first: bool = True) -> bytes:
        """The file: brands, items, index, media data; the index may be the last."""
        media, places = self.media, dict[int, list[tuple[int, int]]]()
        for item in self.still.items if self.still else ():
            if item.method == IN_FILE:
                at = media.find(item.data)
                if at < 0:
                    at, media = len(media), media + item.data
                places[item.number] = [(at, len(item.data))]
        moov = bytes(self.moov)
        before = self.brands + front
        length = len(heif.listing(self.still, places, 0)) if self.still else 0
        base = len(before) + length + len(moov) * moov_first + 8
        self._shift(base)
        moov = bytes(self.moov)
        self._shift(-base)
        listing = heif.listing(self.still, places, base) if self.still else b""
        rest = (moov, box(b"mdat", media)) if moov_first else (box(b"mdat", media), moov)
        return b"".join((before, listing, *rest, behind))


def _table(body: bytes, at: int, width: int = 1) -> tuple[int, ...]:
    """The numbers of a table, which begins with how many rows it has."""
    many = width * int.from_bytes(body[at : at + 4])
    return struct.unpack_from(f">{many}I", body, at + 4)


def _units(sample: bytes) -> Iterator[tuple[int, bytes]]:
    """The units of HEVC in a sample, with their lengths."""
    at = 0
    while at < len(sample):
        end = at + 4 + int.from_bytes(sample[at : at + 4])
        if sample[at + 4] >> 1 not in _SEI:
            yield at, sample[at:end]
        at = end


@cache
def _avif(kind: str, options: tuple[tuple[str, Any], ...]) -> bytes:
    make = translucent if kind == "alpha" else picture
    frames = [make(shift=60 * number) for number in range(len(DURATIONS))]
    file = BytesIO()
    frames[0].save(
        file, "AVIF", save_all=True, append_images=frames[1:], duration=list(DURATIONS), speed=8, quality=60,
        max_threads=1, **dict(options),
    )  # fmt: skip
    return file.getvalue()


def avif(kind: str = "alpha", **options: Any) -> Series:
    """An animation, as Pillow writes it."""
    data = _avif(kind, tuple(options.items()))
    return Series(data, heif.taken_apart(data))


def hevc(with_still: bool = True) -> Series:
    """A series in HEVC, with its first picture as an item."""
    data = film("libx265", "", frames=6)
    one = Series(data, None)
    one.brands = box(b"ftyp", _HEVC_BRANDS)
    for head in one.moov.all(b"hdlr"):
        head.body = head.body[:8] + b"pict" + bytes(13)
    one.moov.children = [node for node in one.moov.children or () if node.kind != b"udta"]
    table = one.tracks[0]["mdia/minf/stbl/stsd"]
    entry = nodes(table.body[8:])[0]
    entry.body += _CONSTRAINTS
    table.body = table.body[:8] + box(b"hvc1", entry.body)
    if with_still:
        start, length = one.samples(one.tracks[0])[0]
        set_up = next(node.body for node in nodes(entry.body[78:]) if node.kind == b"hvcC")
        size = Property(b"ispe", bytes(4) + struct.pack(">II", 96, 64))
        item = Item(1, b"hvc1", one.media[start : start + length], (Property(b"hvcC", set_up, True), size))
        one.still = File((item,), brands=_HEVC_BRANDS, version=0)
    one.keeps = tuple(part for _, part in sorted(one._parts()))
    return one


def with_box(one: Series, data: bytes) -> None:
    """Put a box into the description of the first track's samples."""
    table = one.tracks[0]["mdia/minf/stbl/stsd"]
    entry = nodes(table.body[8:])[0]
    table.body = table.body[:8] + box(entry.kind, entry.body, data)


def other_still(one: Series, item: Item) -> None:
    """Make a picture that is none of the series the one that is shown first."""
    assert one.still
    number = max(each.number for each in one.still.items) + 1
    one.still = one.still._replace(items=(*one.still.items, item._replace(number=number)), primary=number)


def described(one: Series, kind: bytes, data: bytes, tail: bytes = b"") -> None:
    """One more item, which describes the first one."""
    assert one.still
    number = max(each.number for each in one.still.items) + 1
    item = Item(number, kind, data, hidden=True, tail=tail)
    references = (*one.still.references, Reference(b"cdsc", number, (1,)))
    one.still = one.still._replace(items=(*one.still.items, item), references=references)


def coded_track(one: Series, number: int, handler: bytes, reference: bytes, samples: bytes, auxiliary: bytes) -> bytes:
    """Another track of coded pictures like those of the first one, which it refers to; its one sample comes last."""
    copy = nodes(bytes(one.tracks[0]))[0]
    copy["tkhd"].put(20 if copy["tkhd"].body[0] else 12, number.to_bytes(4))
    copy["mdia/hdlr"].put(8, handler)
    stbl = copy["mdia/minf/stbl"]
    entry = nodes(stbl["stsd"].body[8:])[0]
    urn = full(b"auxi", auxiliary + b"\0") if auxiliary else b""
    one_row = b"\0\0\0\1"
    tables = [
        full(b"stsd", one_row, box(entry.kind, entry.body, urn)), full(b"stts", one_row, one_row, b"\0\0\0\x64"),
        full(b"stsc", one_row, one_row, one_row, one_row), full(b"stsz", bytes(4), one_row, len(samples).to_bytes(4)),
        full(b"stco", one_row, len(one.media).to_bytes(4)),
    ]  # fmt: skip
    stbl.children = nodes(b"".join(tables))
    one.media += samples
    copy.children = [node for node in copy.children or () if node.kind not in (b"edts", b"tref")]
    copy.add(box(b"tref", box(reference, one_row)))
    return bytes(copy)


def shown(data: bytes) -> Image.Image:
    """A file as Pillow opens it."""
    return Image.open(BytesIO(data))
