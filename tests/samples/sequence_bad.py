"""Series of pictures that lie: about where samples are, how many there are, and what they are."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from . import icc, sequence
from .bad import SHARES, Bad
from .heif import Property
from .heif_samples import liked, obu
from .mp4 import Node, box, full
from .sample import canary
from .sequence import Series
from .sequence_samples import sequence_samples

SECRET = canary("bad-series")
_MOST = b"\x7f\xff\xff\xff"


def sequence_bad() -> Iterator[Bad]:
    """All of them."""
    yield from _cut()
    for suffix, make in ((".avif", sequence.avif), (".heic", sequence.hevc)):
        for name, (one, what) in _lies(*(make() for _ in range(7))).items():
            one.moov.add(box(b"udta", box(b"titl", SECRET)))
            yield Bad(f"series-{name}{suffix}", suffix, one.whole(), what, SECRET)
        whole, index = make().whole(), box(b"moov", box(b"udta", box(b"titl", SECRET)))
        at = whole.index(b"stco") + 12
        early = whole[:at] + b"\0\0\0\x10" + whole[at + 4 :] + box(b"free", SECRET)
        yield Bad(f"series-early{suffix}", suffix, early, "samples before the media data", SECRET)
        yield Bad(f"series-two-indexes{suffix}", suffix, whole + index, "two indexes", SECRET)
        fragment = box(b"moof", full(b"mfhd", SECRET))
        yield Bad(f"series-fragments{suffix}", suffix, whole + fragment, "a series in fragments", SECRET)
    yield from _streams()


def _cut() -> Iterator[Bad]:
    whole = next(sample for sample in sequence_samples() if sample.name == "avif-series-everything").data
    for share in SHARES:
        yield Bad(f"series-cut-{share}.avif", ".avif", whole[: len(whole) * share // 100], f"the first {share} %")


def _lies(*made: Series) -> dict[str, tuple[Series, str]]:
    far, over, many, shared, middle, tracks, other = made
    _stco(far).put(8, _MOST)
    start, length = over.samples(over.tracks[0])[0]
    stbl = over.tracks[0]["mdia/minf/stbl"]
    total = len(over.samples(over.tracks[0]))
    stbl["stsc"].body = bytes(4) + struct.pack(">7I", 2, 1, 1, 1, 2, total - 1, 1)
    stbl["stco"].body = bytes(4) + struct.pack(">3I", 2, start, start + length // 2)
    _claim_many(many)
    at, _ = shared.samples(shared.tracks[0])[0]
    thumbnail = sequence.coded_track(shared, 21, b"pict", b"thmb", SECRET, b"")
    shared.add_track(thumbnail)
    shared.tracks[-1]["mdia/minf/stbl/stco"].put(8, at.to_bytes(4))
    assert middle.still
    item = middle.still.items[0]
    inside = item._replace(data=item.data[3:])
    middle.still = middle.still._replace(items=(inside, *middle.still.items[1:]))
    for number in range(40, 340):
        tracks.add_track(sequence.coded_track(tracks, number, b"pict", b"thmb", b"", b""))
        _claim(tracks, len(tracks.media))
    table = other.tracks[0]["mdia/minf/stbl/stsd"]
    table.put(12, b"avc1")
    return {
        "far": (far, "samples behind the end"), "over-each-other": (over, "samples over each other"),
        "many": (many, "two thousand million samples"),
        "shared": (shared, "a track that goes and shares a sample"), "middle": (middle, "an item in a sample"),
        "tracks": (tracks, "three hundred tracks of all the bytes"), "codec": (other, "pictures of another kind"),
    }  # fmt: skip


def _stco(one: Series) -> Node:
    return one.tracks[0]["mdia/minf/stbl/stco"]


def _claim_many(one: Series) -> None:
    stbl = one.tracks[0]["mdia/minf/stbl"]
    stbl["stsz"].body = bytes(4) + b"\0\0\0\1" + _MOST
    stbl["stsc"].body = bytes(4) + struct.pack(">I", 1) + b"\0\0\0\1" + _MOST + b"\0\0\0\1"


def _claim(one: Series, length: int) -> None:
    """Let the one sample of the last track be all the media data."""
    stbl = one.tracks[-1]["mdia/minf/stbl"]
    stbl["stco"].put(8, bytes(4))
    stbl["stsz"].put(12, length.to_bytes(4))


def _streams() -> Iterator[Bad]:
    """Samples that are damaged, or have text where numbers belong, and a profile that is not that of the picture."""
    text = sequence.avif("rgb")
    text.grow(2, 0, obu(1, SECRET))
    yield Bad("series-text.avif", ".avif", text.whole(), "text in a sequence header", SECRET)
    half = sequence.avif("rgb")
    half.grow(1, 0, b"\x32\xff")
    half.moov.add(box(b"udta", box(b"titl", SECRET)))
    yield Bad("series-half.avif", ".avif", half.whole(), "half a unit", SECRET)
    alpha = sequence.avif()
    alpha.tracks[1]["mdia/minf/stbl/stsd"].put(12, b"vp09")
    alpha.moov.add(box(b"udta", box(b"titl", SECRET)))
    yield Bad("series-alpha.avif", ".avif", alpha.whole(), "transparency of an unknown kind", SECRET)
    two = sequence.avif("rgb", icc_profile=icc.plain())
    assert two.still
    has = tuple(each for each in two.still.items[0].has if each.kind != b"colr")
    bare = two.still._replace(items=(two.still.items[0]._replace(has=has), *two.still.items[1:]))
    two.still = liked(bare, Property(b"colr", b"prof" + icc.private("bad-series").data))
    yield Bad("series-profiles.avif", ".avif", two.whole(), "two profiles", icc.private("bad-series").canaries[0])
