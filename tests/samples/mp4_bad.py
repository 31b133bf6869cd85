"""Films that lie: cut, locked, pointing elsewhere, or made to eat memory and time."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from .bad import SHARES, Bad
from .mp4 import Film, Node, box, film, full, nodes, track
from .mp4_samples import FRAGMENTED
from .sample import canary

MOST = b"\xff\xff\xff\xff"
SECRET = canary("mp4-bad")
INDEX = "mdia/minf/stbl/"


def mp4_bad() -> Iterator[Bad]:
    """All of them."""
    for share in SHARES:
        for first in (False, True):
            whole = Film(film()).build(moov_first=first)
            name = f"mp4-cut-{share}-{'moov-first' if first else 'moov-last'}"
            yield Bad(name, ".mp4", whole[: len(whole) * share // 100], f"cut at {share} %")
        pieces = film(movflags=FRAGMENTED)
        yield Bad(f"mp4-cut-fragments-{share}", ".mp4", pieces[: len(pieces) * share // 100], f"cut at {share} %")
    yield from _rows()
    for name, (what, change) in LIES.items():
        one = Film(film(form="mov" if "mov" in name else "mp4"))
        one.moov.add(box(b"free", SECRET))
        change(one)
        yield Bad(f"mp4-{name}", ".mp4", one.build(), what, SECRET)
    whole = film()
    at = whole.index(b"stco") + 4
    yield Bad("mp4-many-chunks", ".mp4", _patched(whole, at + 4, MOST), "a count of chunks")
    yield Bad("mp4-far-chunks", ".mp4", _patched(whole, at + 8, b"\x7f\xff\xff\xff"), "a chunk behind the end")
    yield Bad("mp4-no-chunks", ".mp4", _patched(whole, at + 4, bytes(4)), "no chunk at all")
    yield from _fragments()


def _patched(data: bytes, at: int, value: bytes) -> bytes:
    return data[:at] + value + data[at + len(value) :]


def _rows() -> Iterator[Bad]:
    """Lies about boxes."""
    good = film()
    yield Bad("mp4-no-index", ".mp4", Film(good).brands + box(b"mdat", bytes(99)), "no moov")
    yield Bad("mp4-only-ftyp", ".mp4", Film(good).brands, "a beginning only")
    yield Bad("mp4-only-moov", ".mov", bytes(Film(good).moov), "no media data")
    yield Bad("mp4-many-boxes", ".mp4", good + box(b"free") * 120_000, "more boxes than any film has")
    deep = b""
    for _ in range(3000):
        deep = box(b"moov", deep)
    yield Bad("mp4-deep", ".mp4", Film(good).brands + deep, "boxes in boxes in boxes")
    header, holders = bytes(Film(good).moov["mvhd"]), box(b"free", bytes(8))
    for kind in (b"stbl", b"minf", b"mdia", b"edts", b"dinf") * 400:
        holders = box(kind, holders)
    yield Bad(
        "mp4-deep-track", ".mp4", Film(good).brands + box(b"moov", header, box(b"trak", holders)), "the same in a track"
    )
    giant = struct.pack(">I4sQ", 1, b"moov", 1 << 62)
    yield Bad("mp4-giant-box", ".mp4", Film(good).brands + giant + bytes(999), "a box longer than any disk")
    yield Bad("mp4-zero-length", ".mp4", Film(good).brands + struct.pack(">I4s", 0, b"moov"), "an empty last box")
    yield Bad("mp4-tiny-length", ".mp4", Film(good).brands + struct.pack(">I4s", 3, b"moov"), "a box shorter than one")


def _table(kind: str, at: int, value: bytes, number: int = 0) -> Callable[[Film], None]:
    return lambda one: one.tracks[number][INDEX + kind].put(at, value)


def _entry(at: int, value: bytes, number: int = 0) -> Callable[[Film], None]:
    return lambda one: one.tracks[number][INDEX + "stsd"].put(at, value)


def _configuration(kind: bytes, body: bytes, number: int = 0) -> Callable[[Film], None]:
    """Another body for a box in a sample description."""

    def change(one: Film) -> None:
        table = one.tracks[number][INDEX + "stsd"]
        entry = nodes(table.body[8:])[0]
        head = 28 if number else 78
        inside = [node if node.kind != kind else Node(kind, body) for node in nodes(entry.body[head:])]
        table.body = table.body[:8] + box(entry.kind, entry.body[:head], *map(bytes, inside))

    return change


def _add(kind: str, more: bytes) -> Callable[[Film], None]:
    return lambda one: (one.moov if kind == "moov" else one.tracks[0][kind]).add(more)


def _external(one: Film) -> None:
    path = full(b"url ", b"/Users/" + SECRET)
    one.tracks[0]["mdia/minf/dinf"].children = nodes(full(b"dref", b"\0\0\0\1", path))


def _same_numbers(one: Film) -> None:
    one.tracks[1]["tkhd"].put(12, one.tracks[0]["tkhd"].body[12:16])


def _shared(one: Film) -> None:
    """A track that goes has its samples inside the picture."""
    samples = [one.media[200:300]]
    one.add_track(track(9, b"meta", box(b"gpmd", bytes(7), b"\1"), samples, 200))


def _no_picture(one: Film) -> None:
    one.tracks[0]["mdia/hdlr"].put(8, b"meta")


def _surplus_edits(one: Film) -> None:
    for table in one.moov.all(b"elst"):
        table.body += SECRET


def _user_data(one: Film) -> None:
    """Half a million texts of nothing in the set-up of MPEG-4: to take them out one by one would take minutes."""
    decoder = b"\4\x81\x80\x80\0\x20" + bytes(12)
    body = bytes(4) + decoder + b"\5\x81\x80\x80\0" + b"\0\0\1\xb2" * (1 << 19)
    _configuration(b"esds", body, 1)(one)


LIES: dict[str, tuple[str, Callable[[Film], None]]] = {
    "many-samples": ("a count of samples that nobody has", _table("stsz", 8, MOST)),
    "many-equal-samples": ("samples of one size, without end", _table("stsz", 4, b"\0\0\0\1" + MOST)),
    "long-samples": ("samples longer than the file", _table("stsz", 12, MOST)),
    "many-times": ("a count of times", _table("stts", 4, MOST)),
    "long-times": ("a row of times for more samples than there are", _table("stts", 8, MOST)),
    "many-rows": ("a count of rows", _table("stsc", 4, MOST)),
    "long-chunks": ("chunks with more samples than there are", _table("stsc", 12, MOST)),
    "no-description": ("chunks by a description that is missing", _table("stsc", 16, MOST)),
    "many-shifts": ("a count of shifts", _table("ctts", 4, MOST)),
    "many-keys": ("a count of key pictures", _table("stss", 4, MOST)),
    "odd-keys": ("key pictures that do not exist", _table("stss", 8, MOST)),
    "many-descriptions": ("a count of descriptions", _entry(4, MOST)),
    "unknown-picture": ("a picture in a code that nobody knows", _entry(12, b"ABCD")),
    "unknown-sound": ("a sound in a code that nobody knows", _entry(12, b"ABCD", 1)),
    "locked-picture": ("an encrypted picture", _entry(12, b"encv")),
    "locked-sound": ("an encrypted sound", _entry(12, b"enca", 1)),
    "locked": ("an encrypted film", _add("moov", full(b"pssh", bytes(16)))),
    "compressed": ("a compressed index", _add("moov", box(b"cmov", bytes(40)))),
    "elsewhere": ("another file's address", _add("moov", box(b"rmra", SECRET))),
    "external": ("samples in another file", _external),
    "same-numbers": ("two tracks of one number", _same_numbers),
    "shared": ("samples of a track that goes inside the picture", _shared),
    "no-picture": ("sound only", _no_picture),
    "surplus-edits": ("more edits than it claims", _surplus_edits),
    "two-tables": ("two tables of times", _add(INDEX[:-1], full(b"stts", b"\0\0\0\1", b"\0\0\0\1", SECRET))),
    "two-headers": ("two headers of a track", _add("mdia", full(b"mdhd", bytes(20), SECRET))),
    "avcc-cut": ("a configuration that ends early", _configuration(b"avcC", b"\1\x64\0\x1f\xff\xe1\xff\xff")),
    "avcc-empty": ("a configuration that is none", _configuration(b"avcC", b"")),
    "esds-cut": ("a description that ends early", _configuration(b"esds", bytes(4) + b"\3\xff\xff\xff\x7f", 1)),
    "esds-odd": ("a description of something else", _configuration(b"esds", bytes(4) + b"\7\7\7\7\7", 1)),
    "esds-long": ("a long configuration", _configuration(b"esds", bytes(4) + b"\4\x90\0" + bytes(13) + b"\5\x8f\0"
                                                         + SECRET.ljust(1920, b"!"), 1)),
    "many-user-data": ("a configuration of user data alone", _user_data),
    "small-sizes": ("sizes of samples that are not there", lambda one: _renamed(one, b"stsz", b"stz2")),
}  # fmt: skip


def _renamed(one: Film, kind: bytes, name: bytes) -> None:
    for node in one.moov.all(kind):
        node.kind = name


def _fragments() -> Iterator[Bad]:
    """Lies in fragments."""
    whole = film(movflags=FRAGMENTED)
    run, head = whole.index(b"trun"), whole.index(b"tfhd")
    for name, at, value in (
        ("count", run + 8, MOST), ("offset", run + 12, b"\x80\0\0\0"), ("flags", run + 5, b"\0\0\0"),
        ("all-flags", run + 5, b"\xff\xff\xff"), ("track", head + 8, MOST), ("head-flags", head + 5, b"\xff\xff\xff"),
    ):  # fmt: skip
        yield Bad(f"mp4-fragment-{name}", ".mp4", _patched(whole, at, value), f"a lie: {name}")
    no_head = whole.replace(b"tfhd", b"free", 1)
    yield Bad("mp4-fragment-headless", ".mp4", no_head, "a fragment of no track")
